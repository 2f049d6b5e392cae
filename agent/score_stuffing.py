"""Keyword stuffing: more of the posting's words than a person would write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.language import terms
from agent.models import Requirement, Resume

_ITEM = re.compile(r"[^,;|]+")
_LONGEST_ITEM = 4
_SHORTEST_RUN = 6
_FREE_REPEATS = 2


def repeats(document: Resume, original: Resume, requirements: Sequence[Requirement]) -> int:
    """How often requirement terms stand there beyond max(2, as often as in the original)."""
    wanted = dict.fromkeys(
        term for requirement in requirements for way in requirement.any_of for term in way
    )
    after, before = whole_text(document), whole_text(original)
    if after == before:
        return 0
    return sum(
        max(0, count - max(_FREE_REPEATS, _occurrences(term, before)))
        for term in wanted
        if (count := _occurrences(term, after)) > _FREE_REPEATS
    )


def _occurrences(term: str, text: str) -> int:
    return len(terms.find(term, text, profile="literal"))


def comma_runs(document: Resume, original: Resume) -> int:
    """Lines outside the lists that are a run of six or more bare items and were not before."""
    before = {bullet.text for bullet in original.bullets()}
    return sum(
        is_run(bullet.text) and bullet.text not in before
        for section in document.sections
        if section.kind not in ("skills", "languages", "certifications")
        for entry in section.entries
        for bullet in entry.bullets
    )


def is_run(text: str) -> bool:
    """Whether `text` holds a run of at least six short items with nothing but commas between."""
    longest = run = 0
    for item in _ITEM.findall(text):
        run = run + 1 if len(item.split()) <= _LONGEST_ITEM else 0
        longest = max(longest, run)
    return longest >= _SHORTEST_RUN


def whole_text(resume: Resume) -> str:
    """All words of a resume but its contacts, one line each."""
    return "\n".join([resume.headline or "", *_lines(resume)])


def _lines(resume: Resume) -> Iterator[str]:
    for entry in resume.entries():
        yield entry.heading
        for bullet in entry.bullets:
            yield bullet.text
