"""The activity of a term described in other words.

A term is cut into pieces: phrases that name an idea of `agent.language.related`, and the words
left. A line scores the weighted share of pieces that it covers: fully by the same stems, nearly by
another name, partly by a sign. The best line decides, because words strewn over a whole resume
describe nothing together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from agent.language import terms
from agent.language.related import ideas, stand_ins, weight
from agent.language.standing import standing
from agent.language.terms import Unit, units
from agent.match.index import MatchIndex, Place, span_of
from agent.match.terms import Found, core

# Chosen on the development half of the annotated pairs (evals/measure_match.py).
_NAMED = 0.85
_NAMED_BROADLY = 0.6
_SHOWN = 0.55
_SIGN_MORE = 0.15
"""What each further sign in the same line adds."""
_SHOWN_MOST = 0.8
_STANDS_IN = 0.5
_PART = 0.7
_IMPLIED = 0.7
_PARTIAL = 0.53
_LINES_ENOUGH = 2
_ONE_SIGN = 0.6
_LINES_ONE_SIGN = 2
"""One sign in one line is chance."""
_LIGHT_PHRASE = 1.0
_ASIDE = 0.3
_CREDENTIAL = re.compile(
    r"\b(?:certif\w*|licen[cs]\w*|registered|card|permit|accredit\w*|trained|training|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\s*\b(?:certifications?|certificates?|certified|licen[cs]es?|licen[cs]ed|cards?|permits?)\b",
    re.IGNORECASE,
)


class Piece(NamedTuple):
    """A phrase or word of a term."""

    weight: float
    stems: tuple[str, ...]
    ideas: frozenset[int]
    stand_ins: frozenset[str] = frozenset()


class Covered(NamedTuple):
    """A line's share of a term, and the words that cover it."""

    share: float
    place: Place


def described(term: str, index: MatchIndex, *, strict: bool = False) -> Found:
    """`implied` or `partial` if lines describe what `term` names, with those lines; else none.

    Args:
        term: as asked for.
        index: the prepared resume.
        strict: only a line about training or certificates counts.
    """
    if terms.is_name(core(term)):
        return Found("none")  # a name has no other words
    if strict:
        term = _PAPER.sub("", term) or term
    lines = sorted(cover(term, index).values(), key=lambda one: (-one.share, one.place))
    good = [
        one for one in lines if one.share >= _PARTIAL and (not strict or _proves(one.place, index))
    ]
    # A line said twice shows nothing twice.
    said: dict[str, Covered] = {}
    for one in good:
        if _stands(one.place, index):
            said.setdefault(index.lines[one.place.line].text, one)
    claimed = list(said.values())
    if not claimed:
        return Found("none")
    best = claimed[0].share
    if best < _ONE_SIGN and not strict and len(claimed) < _LINES_ONE_SIGN:
        return Found("none")
    places = tuple(one.place for one in claimed if one.share >= 0.9 * best)
    if best >= _IMPLIED or len(places) >= _LINES_ENOUGH:
        return Found("implied", places)
    return Found("partial", places, "only in part", withheld=True)


def _proves(place: Place, index: MatchIndex) -> bool:
    line = index.lines[place.line]
    return line.proof == "study" or bool(_CREDENTIAL.search(line.text))


@lru_cache(maxsize=4096)
def heft(term: str, language: str = "en") -> float:
    """How much a term weighs among the terms of its alternative; a light word weighs little."""
    return max((piece.weight for piece in pieces(core(term), language)), default=0.3)


def _stands(place: Place, index: MatchIndex) -> bool:
    line = index.lines[place.line]
    return standing(line.text, span_of(place)) == "asserted"


def cover(term: str, index: MatchIndex) -> dict[int, Covered]:
    """How much of a term each line covers, by line number; without the lines that cover nothing."""
    parts = pieces(core(term), index.resume.language)
    total = sum(piece.weight for piece in parts)
    if not total:
        return {}  # a term of words that weigh nothing is described by nothing
    shares: dict[int, float] = {}
    places: dict[int, tuple[float, Place]] = {}
    for piece in parts:
        for number, (value, place) in _covering(piece, index).items():
            shares[number] = shares.get(number, 0.0) + piece.weight * value / total
            best = places.get(number)
            if best is None or piece.weight * value > best[0]:
                places[number] = (piece.weight * value, place)
    return {number: Covered(share, places[number][1]) for number, share in shares.items()}


def _covering(piece: Piece, index: MatchIndex) -> dict[int, tuple[float, Place]]:
    """Line number -> how well it covers the piece, and where."""
    found: dict[int, tuple[float, Place]] = {}
    for idea in piece.ideas:
        signs: dict[int, set[Place]] = {}
        for shown in index.ideas.get(idea, ()):
            signs.setdefault(shown.line, set()).add(shown.place)
            several = _SHOWN + _SIGN_MORE * (len(signs[shown.line]) - 1)
            value = min(several, _SHOWN_MOST)
            if shown.strength == "named":
                general = shown.words == 1 < len(piece.stems)  # "maintenance" is not "preventive"
                value = _NAMED_BROADLY if general else _NAMED
            if value > found.get(shown.line, (0.0,))[0]:
                found[shown.line] = (value, shown.place)
    for key in sorted(piece.stand_ins):
        for number, at in index.stand_ins.get(key, ()):
            if found.get(number, (0.0,))[0] < _STANDS_IN:
                unit = index.lines[number].units[at]
                found[number] = (_STANDS_IN, Place(number, unit.start, unit.end))
    total = sum(weight(stem) or 0.1 for stem in piece.stems)
    by_stem: dict[int, dict[str, Place]] = {}
    for stem in piece.stems:
        for number, at in index.stems.get(stem, ()):
            unit = index.lines[number].units[at]
            by_stem.setdefault(number, {}).setdefault(stem, Place(number, unit.start, unit.end))
    for number, hits in by_stem.items():
        share = sum(weight(stem) or 0.1 for stem in hits) / total
        value = 1.0 if len(hits) == len(set(piece.stems)) else _PART * share
        if value > found.get(number, (0.0,))[0]:
            found[number] = (value, next(iter(hits.values())))
    return found


@lru_cache(maxsize=4096)
def pieces(term: str, language: str = "en") -> tuple[Piece, ...]:
    """The phrases and words of a term that carry weight."""
    words = units(term, language)
    taken: dict[tuple[int, int], set[int]] = {}
    named = (idea for idea in ideas(words) if idea.strength == "named")
    for idea in sorted(named, key=lambda idea: (idea.first - idea.last, idea.first)):
        span = (idea.first, idea.last)
        if span in taken:
            taken[span].add(idea.idea)
        elif all(idea.last <= first or last <= idea.first for first, last in taken):
            taken[span] = {idea.idea}
    return tuple(_pieces(words, taken))


def _pieces(words: tuple[Unit, ...], taken: dict[tuple[int, int], set[int]]) -> Iterator[Piece]:
    for (first, last), found in taken.items():
        stems = tuple(word.stem for word in words[first:last])
        heaviest = max(map(weight, stems))
        alone = len(stems) == 1
        yield Piece(
            heaviest if alone else max(heaviest, _LIGHT_PHRASE),
            stems,
            frozenset(found),
            stand_ins(words[first].norm) if alone else frozenset(),
        )
    for at, word in enumerate(words):
        if not any(first <= at < last for first, last in taken):
            value = min(weight(word.stem), weight(word.norm))
            if value > 0 and (word.norm.endswith("ly") or word.norm.isdigit()):  # 'clearly', '5'
                value = min(value, _ASIDE)
            if value > 0:
                yield Piece(value, (word.stem,), frozenset(), stand_ins(word.norm))
