"""Requirements against a resume: what supports each, in the person's own words.

Support is `explicit` (the term or an inflection), `alias` (another name of the same thing),
`specific` (something that entails it: PostgreSQL for relational database), `implied` (the activity
described in other words), `partial` (less than asked: fewer years, 'learning X', some of the terms)
or `none`. Every support but `none` carries evidence: exact words and where they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from agent.match_implied import described
from agent.match_index import MatchIndex, Place, prepare, span_of
from agent.match_terms import RANK, Found, lookup
from agent.models import Evidence, Fact, Match, Requirement, Resume, Support

_MOST_EVIDENCE = 6


def match(
    requirements: Iterable[Requirement],
    resume: Resume,
    facts: Sequence[Fact] = (),
    *,
    today: date | None = None,
) -> list[Match]:
    """What in the resume supports each requirement.

    Args:
        requirements: of one posting.
        resume: the person's own history.
        facts: their dated statements; evidence like any line.
        today: the day that 'Present' means; by default the day it is.

    Returns:
        One match for each requirement, in order.
    """
    index = prepare(resume, facts, today=today)
    return [match_one(requirement, index) for requirement in requirements]


class _Weighed(NamedTuple):
    """One alternative of a requirement against the resume."""

    support: Support
    terms: tuple[str, ...]
    missing: tuple[str, ...]
    places: tuple[Place, ...]
    note: str


def match_one(requirement: Requirement, index: MatchIndex) -> Match:
    """What supports one requirement in a prepared resume."""
    weighed = [_alternative(alternative, index) for alternative in requirement.any_of]
    if not weighed:
        return Match(
            requirement_id=requirement.id, support="none", note="It names nothing to look for."
        )
    ranked = sorted(weighed, key=lambda one: -RANK[one.support])
    chosen = ranked[: max(1, requirement.at_least)]
    support = chosen[-1].support
    if support == "none" and len(chosen) > 1 and chosen[0].support != "none":
        support = "partial"
    places = tuple(dict.fromkeys(place for one in chosen for place in one.places))
    return Match(
        requirement_id=requirement.id,
        support=support,
        evidence=tuple(evidence_at(place, index) for place in places[:_MOST_EVIDENCE])
        if support != "none"
        else (),
        terms=tuple(term for one in chosen for term in one.terms),
        missing=tuple(term for one in chosen for term in one.missing),
        note=" ".join(dict.fromkeys(one.note for one in chosen if one.note)),
    )


def _alternative(alternative: Sequence[str], index: MatchIndex) -> _Weighed:
    found = [(term, _term(term, index)) for term in alternative]
    has = tuple(term for term, one in found if one.support != "none")
    lacks = tuple(term for term, one in found if one.support == "none")
    places = tuple(place for _, one in found for place in one.places)
    notes = "; ".join(dict.fromkeys(f"{term}: {one.note}" for term, one in found if one.note))
    if not has:
        return _Weighed("none", (), tuple(alternative), (), notes)
    if lacks:
        return _Weighed("partial", has, lacks, places, notes or f"nothing about {', '.join(lacks)}")
    worst = min((one.support for _, one in found), key=lambda support: RANK[support])
    return _Weighed(worst, has, (), places, notes)


def _term(term: str, index: MatchIndex) -> Found:
    found = lookup(term, index)
    if found.support != "none" or found.note:
        return found
    return described(term, index)


def evidence_at(place: Place, index: MatchIndex) -> Evidence:
    """The words at `place` with their source."""
    return Evidence(
        source_id=index.lines[place.line].source_id,
        quote=index.span_text(place),
        span=span_of(place),
    )
