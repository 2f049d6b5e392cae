"""What of the person's history survives in a document: numbers, dates, skills, names; identity."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from agent.language import lexicon
from agent.language.dates import find_dates
from agent.language.text import fold, tokens
from agent.models import Resume

Slots = Counter[tuple[str, str]]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


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


def _slots(text: str) -> Iterator[tuple[str, str]]:
    dated = [span for span, _ in find_dates(text)]
    for span in dated:
        yield "date", " ".join(fold(text[span.start : span.end]).lower().split())
    for found in _NUMBER.finditer(text):
        if not any(span.start <= found.start() < span.end for span in dated):
            yield "number", found.group().replace(",", "")
    known = lexicon.find_terms(text)
    for hit in known:
        yield "skill", hit.term
    previous_end = -1
    for token in tokens(text):
        inside = token.text[:1].isupper() and token.text[:1].isalpha()
        opens = previous_end < 0 or re.search(r"[.!?:]\s*$", text[: token.start])
        previous_end = token.end
        covered = any(hit.span.start <= token.start < hit.span.end for hit in known)
        if inside and not opens and not covered:
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
