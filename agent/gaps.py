"""What the posting asks for and nothing in the resume supports, and what to ask the person.

A gap is said, never filled. The person's answer becomes a `Fact`: their own statement with its
date, which from then on is evidence like any line of their resume.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from agent.language.related import weight
from agent.language.terms import units
from agent.models import Entry, Fact, Gap, Match, Requirement, Resume

_MOST_SUGGESTED = 3
_WHERE = frozenset({"experience", "projects", "volunteering"})


def find_gaps(
    requirements: Sequence[Requirement], matches: Sequence[Match], resume: Resume
) -> list[Gap]:
    """One question for each must and preferred requirement that nothing supports.

    Args:
        requirements: of the posting.
        matches: of the resume with them, in the same order.
        resume: where the answers may belong.

    Returns:
        Gaps in posting order, musts first.
    """
    found = [
        Gap(
            requirement=requirement,
            question=question(requirement),
            suggested_entry_ids=suggested_entries(requirement, resume),
        )
        for requirement, match in zip(requirements, matches, strict=True)
        if match.support == "none" and requirement.kind != "responsibility"
    ]
    return sorted(found, key=lambda gap: gap.requirement.kind != "must")


def question(requirement: Requirement) -> str:
    """One short question in the person's terms.

    Args:
        requirement: what is asked for.
    """
    asked = asked_for(requirement)
    if not any(map(_says_what, (term for way in requirement.any_of for term in way))):
        return f"The posting says “{_short(requirement.quote)}”. Does it hold for you, and where?"
    years = requirement.min_years
    match requirement.category:
        case "certification":
            return f"Do you hold {asked}? If so, since when, and is it still valid?"
        case "education":
            return f"Do you have {asked}? If so, in what subject, where, and when did you finish?"
        case "language":
            return f"Do you speak {asked}? How well, and where have you used it?"
        case "condition":
            return f"The posting asks for this: {asked}. Does it hold for you?"
        case "soft":
            return f"When did you show {asked}? Name one situation and what came of it."
        case "experience" if years:
            return f"Have you worked {years} years with {asked}? Where, and from when to when?"
        case "experience" | "domain":
            return f"Have you worked with {asked}? Where, and what did you do?"
        case "tool":
            return f"Have you used {asked}? Where?" + (
                f" For how many years ({years} are asked)?" if years else ""
            )
        case _:
            return f"Have you done {asked}? Where?" + (
                f" For how many years ({years} are asked)?" if years else ""
            )


def _says_what(term: str) -> bool:
    """Whether a term alone tells the person what is meant ('empathy', not 'show')."""
    return any(weight(unit.stem) >= 1 or not unit.norm.isalpha() for unit in units(term))


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= 70 else words[:69].rsplit(" ", 1)[0] + "…"


def asked_for(requirement: Requirement) -> str:
    """The alternatives in words: 'Rust, Elixir or Python', 'SQL and Excel'."""
    ways = list(dict.fromkeys(_series(way, "and") for way in requirement.any_of if way))
    return _series(ways, "or") or requirement.quote


def _series(items: Sequence[str], joint: str) -> str:
    *before, last = items or [""]
    return f"{', '.join(before)} {joint} {last}" if before else last


def suggested_entries(requirement: Requirement, resume: Resume) -> tuple[str, ...]:
    """Entries where the answer may belong: most words in common with the requirement first, then
    the most recent."""
    wanted = _content(
        [requirement.quote, *(term for way in requirement.any_of for term in way)], resume.language
    )
    entries = [
        entry
        for section in resume.sections
        if section.kind in _WHERE
        for entry in section.entries
        if entry.title or entry.heading
    ]

    def order(entry: Entry) -> tuple[int, str]:
        common = len(wanted & _content(_texts(entry), resume.language))
        return common, _latest(entry)

    return tuple(entry.id for entry in sorted(entries, key=order, reverse=True)[:_MOST_SUGGESTED])


def _texts(entry: Entry) -> list[str]:
    return [entry.heading, *(bullet.text for bullet in entry.bullets)]


def _latest(entry: Entry) -> str:
    if entry.dates is None:
        return ""
    return "9999" if entry.dates.current else entry.dates.end or entry.dates.start or ""


def _content(texts: Iterable[str], language: str) -> set[str]:
    return {unit.stem for text in texts for unit in units(text, language) if len(unit.norm) > 3}


def fact_from_answer(gap: Gap, answer: str, entry_id: str | None, on: date) -> Fact:
    """The person's answer to a gap's question as a fact.

    Args:
        gap: whose question was answered.
        answer: the person's words.
        entry_id: the entry it belongs to; None lets it support only the summary and Skills.
        on: the day of the answer.

    Returns:
        A fact whose id depends on its content, so the same answer given twice is one fact.
    """
    words = " ".join(answer.split())
    key = "\x1f".join((words, entry_id or "", gap.requirement.quote))
    return Fact(
        id=f"f{hashlib.sha256(key.encode()).hexdigest()[:10]}",
        text=words,
        entry_id=entry_id,
        stated_on=on.isoformat(),
        question=gap.question,
        requirement_quote=gap.requirement.quote,
    )
