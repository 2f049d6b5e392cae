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

from agent.language.terms import Unit, units

Strength = Literal["named", "shown"]


class Idea(NamedTuple):
    """An idea in a text, and the words (as indexes of units) that name or show it."""

    idea: int
    strength: Strength
    first: int
    last: int
    """One past the last word."""


class _Phrase(NamedTuple):
    stems: tuple[str, ...]
    idea: int
    strength: Strength


def ideas(words: Sequence[Unit]) -> tuple[Idea, ...]:
    """The ideas that a text names or shows, in order; one phrase may stand for several.

    Args:
        words: the text's units, with English stems; other languages have no ideas yet.
    """
    found: list[Idea] = []
    for first in range(len(words)):
        for phrase in _phrases().get(words[first].stem, ()):
            last = first + len(phrase.stems)
            if last <= len(words) and all(
                words[first + k].stem == stem for k, stem in enumerate(phrase.stems)
            ):
                found.append(Idea(phrase.idea, phrase.strength, first, last))
    return tuple(found)


def weight(stem: str) -> float:
    """How much a word says about what is asked: 0 for 'the', little for 'ability', 1 for 'nurse'."""
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


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[_Phrase, ...]]:
    """First stem -> the phrases that begin so, longest first."""
    by_first: dict[str, set[_Phrase]] = {}
    for number, line in enumerate(_lines("related.txt")):
        names, _, signs = line.partition("|")
        for strength, part in (("named", names), ("shown", signs)):
            for stems in _stems(part):
                phrase = _Phrase(stems, number, "named" if strength == "named" else "shown")
                by_first.setdefault(stems[0], set()).add(phrase)
    return {
        first: tuple(sorted(found, key=lambda phrase: (-len(phrase.stems), phrase)))
        for first, found in by_first.items()
    }


def _stems(part: str) -> Iterator[tuple[str, ...]]:
    for phrase in part.split(","):
        stems = tuple(unit.stem for unit in units(phrase.strip()))
        if stems:
            yield stems


def _lines(name: str) -> list[str]:
    text = (files("agent.language") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
