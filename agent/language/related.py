"""Other words for the same work, to find what a resume says without the posting's word for it.

Ideas come from `data/related.txt`: names that stand in for each other ("coach", "mentor") and signs
that show an idea without naming it ("wrote press releases" shows written communication). They help
to *find* passages; nothing here entitles a rewrite to say anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from agent.language.ladders import known, umbrellas
from agent.language.terms import Unit, units

Strength = Literal["named", "shown"]


class Idea(NamedTuple):
    """An idea in a text, and the words (as indexes of units) that name or show it."""

    idea: int
    strength: Strength
    first: int
    last: int
    """One past the last word."""


class _Joint(NamedTuple):
    """A sign made of several words anywhere in a line, one of each set."""

    idea: int
    all: tuple[frozenset[str], ...]


class _Phrase(NamedTuple):
    stems: tuple[str, ...]
    idea: int
    strength: Strength


def ideas(words: Sequence[Unit]) -> tuple[Idea, ...]:
    """The ideas that a text names or shows, in order; one phrase may stand for several.

    Args:
        words: the text's units, with English stems; other languages have no ideas yet.
    """
    phrases, joints = _known()
    found: list[Idea] = []
    where: dict[str, int] = {}
    stems = tuple(word.stem for word in words)
    for first, stem in enumerate(stems):
        where.setdefault(stem, first)
        for phrase in phrases.get(stem, ()):
            last = first + len(phrase.stems)
            if stems[first:last] == phrase.stems:
                found.append(Idea(phrase.idea, phrase.strength, first, last))
    found += (
        Idea(joint.idea, "shown", first, first + 1)
        for stem, first in where.items()
        for joint in joints.get(stem, ())
        if not any(cues.isdisjoint(where) for cues in joint.all)
    )
    return tuple(found)


@lru_cache(maxsize=8192)
def stand_ins(word: str) -> frozenset[str]:
    """Keys that a word shares with words that may stand for it: two verbs of one meaning, two
    nouns for one thing at work."""
    return frozenset(key for key in known(word).keys if key[0] in "=!")


def weight(stem: str) -> float:
    """What a word says of what is asked: 0 for "the", little for "ability", 1 for "nurse"."""
    return _weights().get(stem, 1.0)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    weights: dict[str, float] = {}
    value = 0.0
    for line in _lines("light_words.txt"):
        if line.startswith("["):
            value = 0.0 if line == "[empty]" else 0.3
        else:
            for unit in units(line):
                weights.setdefault(unit.stem, value)
                weights.setdefault(unit.norm, value)
    return weights


class _Known(NamedTuple):
    phrases: dict[str, tuple[_Phrase, ...]]
    """First stem -> the phrases that begin so, longest first."""
    joints: dict[str, tuple[_Joint, ...]]
    """Stem of the first set -> the joint signs that it may be part of."""


@lru_cache(maxsize=1)
def _known() -> _Known:
    phrases: dict[str, set[_Phrase]] = {}
    joints: dict[str, list[_Joint]] = {}
    lines = _lines("related.txt")
    for number, line in enumerate(lines):
        names, _, signs = line.partition("|")
        for stems in _stems(names):
            phrases.setdefault(stems[0], set()).add(_Phrase(stems, number, "named"))
        for cues in _joint(signs):
            joints.setdefault(min(cues[0]), []).append(_Joint(number, cues))
        for stems in _stems(signs):
            phrases.setdefault(stems[0], set()).add(_Phrase(stems, number, "shown"))
    general = (pair for pairs in umbrellas().values() for pair in pairs)
    for number, (term, cues) in enumerate(general, start=len(lines)):
        phrases.setdefault(term[0], set()).add(_Phrase(term, number, "named"))
        for stem in cues[0]:
            joints.setdefault(stem, []).append(_Joint(number, cues))
    return _Known(
        {
            first: tuple(sorted(found, key=lambda phrase: (-len(phrase.stems), phrase)))
            for first, found in phrases.items()
        },
        {stem: tuple(found) for stem, found in joints.items()},
    )


def _stems(part: str) -> Iterator[tuple[str, ...]]:
    for phrase in part.split(","):
        if "&" in phrase:
            continue
        stems = tuple(unit.stem for unit in units(phrase.strip()))
        if stems:
            yield stems


def _joint(part: str) -> Iterator[tuple[frozenset[str], ...]]:
    for phrase in part.split(","):
        if "&" in phrase:
            yield tuple(
                frozenset(unit.stem for unit in units(word.strip())) for word in phrase.split("&")
            )


def _lines(name: str) -> list[str]:
    text = (files("agent.language") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
