"""What of the person's history survives in a document: numbers, dates, skills, names; identity."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from agent.language import lexicon
from agent.language.dates import find_dates
from agent.language.text import fold, tokens
from agent.models import Resume

Slots = Counter[tuple[str, str]]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SENTENCE_ENDS = (".", "!", "?", ":")


def slots(resume: Resume) -> Slots:
    """The checkable things a resume says, as (kind, value), each as often as it is said."""
    found: Slots = Counter()
    for text in _texts(resume):
        found.update(_slots(text))
    return found


def _texts(resume: Resume) -> Iterator[str]:
    for entry in resume.entries():
        if entry.heading:
            yield entry.heading
        for bullet in entry.bullets:
            yield bullet.text


@lru_cache(maxsize=8192)
def _slots(text: str) -> tuple[tuple[str, str], ...]:
    return (*_numbers_and_dates(text), *_skills_and_names(text))


def _numbers_and_dates(text: str) -> Iterator[tuple[str, str]]:
    dated = [span for span, _ in find_dates(text)]
    for span in dated:
        yield "date", " ".join(fold(text[span.start : span.end]).lower().split())
    for found in _NUMBER.finditer(text):
        if not any(span.start <= found.start() < span.end for span in dated):
            yield "number", found.group().replace(",", "")


def _skills_and_names(text: str) -> Iterator[tuple[str, str]]:
    known = lexicon.find_terms(text)
    for hit in known:
        yield "skill", hit.term
    end = 0
    for token in tokens(text):
        opens = end == 0 or text[end : token.start].strip()[:1] in _SENTENCE_ENDS
        end = token.end
        covered = any(hit.span.start <= token.start < hit.span.end for hit in known)
        if token.text[0].isupper() and not opens and not covered:
            yield "name", token.norm


def identity_slots(resume: Resume) -> Slots:
    """Name, titles, employers, dates and degrees, each as often as it stands there."""
    found: Slots = Counter()
    if resume.name:
        found["name", _plain(resume.name)] += 1
    for section in resume.sections:
        for entry in section.entries:
            parts = (
                ("title", entry.title),
                ("employer", entry.employer),
                ("date", entry.dates.text if entry.dates else None),
            )
            stated = [(kind, _plain(value)) for kind, value in parts if value]
            if not stated and entry.heading:
                stated = [("heading", _plain(entry.heading))]
            found.update(stated)
    return found


def _plain(text: str) -> str:
    return " ".join(fold(text).lower().split())


def preserved(original: Slots, document: Slots) -> tuple[int, int]:
    """How many of the original's slots are in the document, and how many there were."""
    return (original & document).total(), original.total()
