"""Keyword stuffing: more of the posting's words than a person would write.

What stands only in stuffed words is not matched (`agent.score.matching`), so it is never rewarded.
Hidden text needs no rule here: the readers of `agent.documents` give what a reader sees, no more.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from agent.language import terms
from agent.language.terms import Profile
from agent.language.text import fold
from agent.models import Requirement, Resume, Span

_ITEM = re.compile(r"[^,;|•·]+")
_LONGEST_ITEM = 4
_SHORTEST_RUN = 6
_FREE_REPEATS = 2
_JOINTS = frozenset(("and", "or", "und", "y", "et", "en"))
Items = frozenset[frozenset[str]]
"""The words of each item."""


def repeats(document: Resume, original: Resume, requirements: Sequence[Requirement]) -> int:
    """How often requirement terms stand there beyond max(2, as often as in the original)."""
    wanted = dict.fromkeys(
        term for requirement in requirements for way in requirement.any_of for term in way
    )
    after, before = whole_text(document), whole_text(original)
    if after == before:
        return 0
    return sum(
        max(0, len(terms.find(term, after, profile="literal")) - free_repeats(term, before))
        for term in wanted
    )


def free_repeats(
    term: str, original: str, profile: Profile = "literal", language: str = "en"
) -> int:
    """How often a document may say `term` before more of it is stuffing."""
    found = terms.find(term, original, profile=profile, language=language)
    return max(_FREE_REPEATS, len(found))


def comma_runs(document: Resume, original: Resume) -> int:
    """Lines with a comma run that the original does not have."""
    known = listed(original)
    return sum(bool(stuffed(bullet.text, known)) for bullet in document.bullets())


def listed(original: Resume) -> Items:
    """Whatever the original has between commas, or as a line of its own."""
    lines = whole_text(original).split("\n")
    return frozenset(_words(found[0]) for line in lines for found in _ITEM.finditer(line))


def stuffed(text: str, known: Collection[frozenset[str]]) -> tuple[Span, ...]:
    """The new items of each run of six or more short items of which most are new.

    Args:
        text: one line.
        known: as `listed` gives it. An item that holds all words of a known one is that one, worded
            more fully ('TIG (GTAW)' for 'TIG').
    """
    void: list[Span] = []
    for run in _runs(text):
        new = [span for span in run if _is_new(text[span.start : span.end], known)]
        if 2 * len(new) > len(run):
            void += new
    return tuple(void)


def _runs(text: str) -> Iterator[list[Span]]:
    """Runs of at least six short items with nothing but commas between."""
    run: list[Span] = []
    for found in _ITEM.finditer(text):
        if len(found[0].split()) <= _LONGEST_ITEM:
            run.append(Span(start=found.start(), end=found.end()))
            continue
        if len(run) >= _SHORTEST_RUN:
            yield run
        run = []
    if len(run) >= _SHORTEST_RUN:
        yield run


def _is_new(item: str, known: Collection[frozenset[str]]) -> bool:
    words = _words(item)
    return not any(other and other <= words for other in known)


def _words(item: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+[+#]*", fold(item).lower())) - _JOINTS


def whole_text(resume: Resume) -> str:
    """All words of a resume but its contacts, one line each."""
    return "\n".join([resume.headline or "", *_lines(resume)])


def _lines(resume: Resume) -> Iterator[str]:
    for entry in resume.entries():
        yield entry.heading
        for bullet in entry.bullets:
            yield bullet.text
