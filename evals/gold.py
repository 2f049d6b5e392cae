"""A case's gold in the shapes that the agent's own pure functions take."""

from __future__ import annotations

from agent.documents import read_resume
from agent.models import Evidence, Match, Resume, Support
from evals.cases import Case, GoldSupport

SUPPORTED: frozenset[Support] = frozenset({"explicit", "alias", "specific", "implied"})
"""Support that a faithful document can be asked to show. Partial support is not among them: a
licence that has run out or a skill being learned must not be worded as had."""
NAMED: frozenset[Support] = frozenset({"explicit", "alias", "specific"})
"""Supported by name, another name, or something more specific; not by description only."""


def original(case: Case) -> Resume:
    """The case's resume as the agent reads it."""
    return read_resume(case.resume.encode(), name=f"{case.id}.md")


def source_ids(case: Case, resume: Resume) -> dict[int, str]:
    """Where each line of the case's resume text went: line number -> bullet or entry id."""
    lines = case.resume.split("\n")
    places: dict[str, list[str]] = {}
    for entry in resume.entries():
        for heading in entry.heading.split("\n"):
            places.setdefault(_plain(heading), []).append(entry.id)
        for bullet in entry.bullets:
            places.setdefault(_plain(bullet.text), []).append(bullet.id)
    found: dict[int, str] = {}
    for number, line in enumerate(lines):
        ids = places.get(_plain(line.lstrip("#-*• ")))
        if ids:
            found[number] = ids.pop(0) if len(ids) > 1 else ids[0]
    return found


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def matches(case: Case, resume: Resume) -> tuple[Match, ...]:
    """Gold support as `Match`es, one for each requirement of the case, in the same order."""
    ids = source_ids(case, resume)
    return tuple(
        Match(
            requirement_id=gold.requirement_id,
            support=gold.support if gold.support in SUPPORTED else "none",
            evidence=_evidence(gold, ids),
            note="partly" if gold.support == "partial" else "",
        )
        for gold in case.support
    )


def _evidence(gold: GoldSupport, ids: dict[int, str]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(source_id=ids.get(line, "name"), quote=quote)
        for line, quote in zip(gold.lines, gold.quotes, strict=True)
    )
