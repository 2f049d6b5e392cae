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

from agent.language import lexicon
from agent.match.education import field, schooling
from agent.match.implied import described, heft
from agent.match.index import MatchIndex, Place, prepare, span_of
from agent.match.language import spoken
from agent.match.reordered import reordered
from agent.match.terms import RANK, Found, core, lookup, weigh
from agent.match.years import long_enough, months_said, months_shown
from agent.models import Evidence, Fact, Match, Requirement, Resume, Support

_MOST_EVIDENCE = 20
_VALUE: dict[Support, float] = {
    "none": 0.0, "partial": 0.5, "implied": 0.8, "specific": 1.0, "alias": 1.0, "explicit": 1.0,
}  # fmt: skip
_HALF = 0.5


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


class _Way(NamedTuple):
    """One alternative of a requirement against the resume."""

    support: Support
    terms: tuple[str, ...]
    missing: tuple[str, ...]
    places: tuple[Place, ...]
    note: str


def match_one(requirement: Requirement, index: MatchIndex, *, cite: bool = True) -> Match:
    """What supports one requirement in a prepared resume.

    Args:
        requirement: what is asked for.
        index: the prepared resume.
        cite: False where only the support counts, so that no evidence is quoted.
    """
    ways = [_way(alternative, requirement, index) for alternative in requirement.any_of]
    if requirement.category in _PAPERS and all(way.support == "none" for way in ways):
        ways += _papers(requirement, index)
    if not ways:
        return Match(
            requirement_id=requirement.id, support="none", note="It names nothing to look for."
        )
    ways.sort(key=lambda way: -RANK[way.support])
    chosen = ways[: max(1, requirement.at_least)]
    support = chosen[-1].support
    if support == "none" and chosen[0].support != "none":
        support = "partial"
    places = tuple(dict.fromkeys(place for way in chosen for place in way.places))
    return Match(
        requirement_id=requirement.id,
        support=support,
        evidence=tuple(evidence_at(place, index) for place in places[:_MOST_EVIDENCE])
        if cite and support != "none"
        else (),
        terms=tuple(term for way in chosen for term in way.terms),
        missing=tuple(term for way in chosen for term in way.missing),
        note="; ".join(dict.fromkeys(way.note for way in chosen if way.note)),
    )


_PAPERS = frozenset({"certification", "condition"})


def _papers(requirement: Requirement, index: MatchIndex) -> list[_Way]:
    """Licences and certificates that the quote names and the terms may have cut short."""
    named = dict.fromkeys(
        hit.term for hit in lexicon.find_terms(requirement.quote) if hit.category == "certification"
    )
    return [_way((term,), requirement, index) for term in named]


def _way(alternative: Sequence[str], requirement: Requirement, index: MatchIndex) -> _Way:
    found = [(term, _term(term, requirement, index)) for term in alternative]
    # What is only being learned, or has lapsed, is not the person's to claim.
    held = [(t, one) for t, one in found if one.support != "none" and not one.withheld]
    lacking = tuple(term for term, one in found if one.support == "none" or one.withheld)
    places = tuple(place for _, one in found for place in one.places)
    note = "; ".join(dict.fromkeys(f"{term}: {one.note}" for term, one in found if one.note))
    weights = [heft(term, index.resume.language) for term in alternative]
    value = sum(w * _VALUE[one.support] for w, (_, one) in zip(weights, found, strict=True))
    terms = tuple(term for term, _ in held)
    if value < _HALF * sum(weights) or not any(one.support != "none" for _, one in found):
        return _Way("none", (), tuple(alternative), (), note)
    if lacking:
        return _Way("partial", terms, lacking, places, note or f"not shown: {', '.join(lacking)}")
    worst = min((one.support for _, one in found), key=RANK.__getitem__)
    if requirement.min_years and requirement.category != "education":
        return _enough_years(_Way(worst, terms, (), places, note), requirement.min_years, index)
    return _Way(worst, terms, (), places, note)


def _enough_years(way: _Way, years: int, index: MatchIndex) -> _Way:
    shown = (place for term in way.terms for place in described(term, index).places)
    held = months_shown((*way.places, *shown), index)
    if long_enough(held, years):
        return way
    said = f"{held // 12} of {years} years shown" if held else f"no dates show {years} years"
    return way._replace(support="partial", note="; ".join(filter(None, (way.note, said))))


def _term(term: str, requirement: Requirement, index: MatchIndex) -> Found:
    match requirement.category:
        case "language":
            language = spoken(term, requirement.quote, index)
            if language is not None:
                return language
        case "education":
            degree = schooling(term, index)
            if degree is not None:
                return degree
            if months_said(term):
                return _experience(months_said(term), index)
            return field(term, index)
        case "condition":
            return lookup(term, index)
    found = lookup(term, index)
    if found.support == "none" and not found.note:
        found = weigh("alias", tuple(reordered(core(term), index)), index)
    if found.support != "none" or found.note:
        return found
    degree = schooling(term, index)
    if degree is not None:
        return degree
    if requirement.category == "tool" and term[:1].isupper() and " " not in term:
        return found  # a product's name has no other words
    return described(term, index, strict=requirement.category == "certification")


def _experience(months: int, index: MatchIndex) -> Found:
    """Experience as such, of any kind ('or two years of experience')."""
    places = tuple(
        Place(number, 0, len(line.text))
        for number, line in enumerate(index.lines)
        if line.source_id in index.dates
    )
    held = months_shown(places, index, everything=True)
    if held and long_enough(held, months // 12):
        return Found("implied", places[:2])
    return Found("partial" if held else "none", places[:1], f"{held // 12} years shown")


def evidence_at(place: Place, index: MatchIndex) -> Evidence:
    """The words at `place` with their source."""
    return Evidence(
        source_id=index.lines[place.line].source_id,
        quote=index.span_text(place),
        span=span_of(place),
    )
