"""Words that the evidence writes short: acronyms, labels as letters, words cut short.

Each function marks in `carried` what it finds; those whose words need no further check return them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from agent.language.ladders import word_set
from agent.language.lemmas import is_known
from agent.language.lexicon import aliases, canonical, category
from agent.verify.reading import Reading, read
from agent.verify.scope import Scope
from agent.verify.words import breaks


def carry_acronyms(
    reading: Reading, scope: Scope, carried: list[tuple[int, ...] | None]
) -> set[int]:
    """Acronym and expansion, by initials, in either direction; the words that it explains."""
    words = reading.words
    expanded: set[int] = set()
    for index, word in enumerate(words):
        capitals = "".join(c for c in word.text if c.isupper())
        if (
            carried[index] is None
            and word.text[1:] != word.text[1:].lower()
            and 2 <= len(capitals) < len(word.text)
        ) and capitals in scope.written:
            carried[index] = ()  # 'TypeScript' for TS
    for letters, line_number in (*scope.acronyms, *_slashed(scope.texts)):
        expanded |= _match_initials(reading, letters, line_number, carried)
    for index, word in enumerate(words):
        letters = word.text.rstrip("s").replace("&", "").replace(".", "")
        if (
            carried[index] is None
            and 2 <= len(letters) <= 6
            and letters.isalpha()
            and letters.isupper()
        ):
            for line_number, line in enumerate(scope.lines):
                if any(
                    _initials(line.reading, at, letters.lower())
                    for at in range(len(line.reading.words))
                ):
                    carried[index] = (line_number,)
                    expanded.add(index)
    return expanded


@lru_cache(maxsize=1024)
def _slashed(texts: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Acronyms written with slashes ('A/C'), in lower case, each with the number of its line."""
    return tuple(
        (found.replace("/", "").lower(), number)
        for number, text in enumerate(texts)
        if "/" in text
        for found in re.findall(r"\b[A-Z](?:/[A-Z]){1,3}\b", text)
    )


def _match_initials(
    reading: Reading, letters: str, line_number: int, carried: list[tuple[int, ...] | None]
) -> set[int]:
    found: set[int] = set()
    for at, word in enumerate(reading.words):
        end = _initials(reading, at, letters) if word.norm[0] == letters[0] else 0
        if end and _may_stand_for(letters, reading, at, end):
            for index in range(at, end):
                carried[index] = carried[index] or (line_number,)
                found.add(index)
    return found


def _may_stand_for(letters: str, reading: Reading, at: int, end: int) -> bool:
    """Whether words with these initials may be what an acronym means. 'AP' stands for no deed
    ('approved payments'), and an AAS is an Associate of Applied Science and nothing else."""
    if any(at <= predicate.verb < end for predicate in reading.predicates):
        return False
    meant = _credential_names(letters)
    return not meant or _content(reading, at, end) in meant


def _content(reading: Reading, at: int, end: int) -> frozenset[str]:
    return frozenset(w.known.stem for w in reading.words[at:end] if w.known.kind != "function")


@lru_cache(maxsize=1024)
def _credential_names(letters: str) -> frozenset[frozenset[str]]:
    """Stems of each name of the degree or licence that is known by these letters."""
    term = canonical(letters.upper())
    if term is None or category(term) not in ("certification", "degree"):
        return frozenset()
    readings = [read(name) for name in (term, *aliases(term)) if " " in name]
    return frozenset(_content(one, 0, len(one.words)) for one in readings)


def _initials(reading: Reading, at: int, letters: str) -> int:
    """Index after the words from `at` on whose initials spell `letters`, or 0."""
    words = reading.words
    position = at
    for count, letter in enumerate(letters):
        if (
            count
            and position < len(words)
            and words[position].norm in ("and", "of", "for", "the", "in", "to")
        ) and words[position].norm[0] != letter:
            position += 1
        if position >= len(words) or words[position].norm[:1] != letter:
            return 0
        if count and breaks(words[position], ",.;:("):
            return 0
        position += 1
    return position


_SMALL = word_set("and of for the in to on with")


def carry_mixed_acronyms(
    reading: Reading, scope: Scope, carried: list[tuple[int, ...] | None]
) -> set[int]:
    """A short form with small letters in it, spelt out: 'Certificate in Mortgage Advice and
    Practice' for CeMAP. Each word gives the letters that it begins with, in order."""
    found: set[int] = set()
    if not any(carried[n] is None and word.name for n, word in enumerate(reading.words)):
        return found
    for number, line in enumerate(scope.lines):
        for short in line.reading.words:
            capitals = sum(char.isupper() for char in short.text)
            if not (1 < capitals < len(short.text) <= 8 and short.text.isalpha()):
                continue
            for at, word in enumerate(reading.words):
                places = _spelt(short.norm, reading, at) if word.norm[0] == short.norm[0] else ()
                if len(places) > 1:
                    found.update(places)
                    for place in places:
                        carried[place] = carried[place] or (number,)
    return found


def _spelt(letters: str, reading: Reading, at: int) -> tuple[int, ...]:
    """Places of the words from `at` on that spell all of `letters`, or () where none do."""
    if not letters:
        return (-1,)
    while at < len(reading.words) and reading.words[at].norm in _SMALL:
        at += 1
    if at >= len(reading.words) or breaks(reading.words[at], ";:"):
        return ()
    word = reading.words[at].norm
    for size in range(min(len(word), len(letters)), 0, -1):
        if word[:size] == letters[:size]:
            rest = _spelt(letters[size:], reading, at + 1)
            if rest:
                return (at, *(place for place in rest if place >= 0))
    return ()


_LABELS = word_set(
    """
    level year grade stage phase class tier band step type unit section schedule category group
    module part form zone key
    """
)


def carry_labels(reading: Reading, scope: Scope, carried: list[tuple[int, ...] | None]) -> None:
    """'Level 1' for L1, 'Year 2' for Y2, 'Key Stage 2' for KS2."""
    words = reading.words
    for index, word in enumerate(words):
        if carried[index] is not None or word.known.lemma not in _LABELS:
            continue
        for size in (1, 2):  # words of the label, from this one on
            label, after = words[index : index + size], words[index + size : index + size + 1]
            if not after or not after[0].norm[0].isdigit():
                continue
            lines = scope.keys.get("".join(one.norm[0] for one in label) + after[0].norm)
            if lines:
                for place in range(index, index + size):
                    carried[place] = carried[place] or lines


def carry_shortened(reading: Reading, scope: Scope, carried: list[tuple[int, ...] | None]) -> None:
    """'meetings' for 'mtgs': a word whose letters, in order, are those of one without vowels."""
    short = scope.shortened
    if not short:
        return
    for index, word in enumerate(reading.words):
        if carried[index] is None and not word.name and len(word.norm) > 4:
            lemma = word.known.lemma
            for letters, number in short:
                if (
                    lemma[0] == letters[0]
                    and lemma[-1] == letters[-1]
                    and _in_order(letters, lemma)
                ):
                    carried[index] = (number,)
                    break


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


_CLIPPED = word_set(
    """
    decon detox chem rec peds psych rehab admin reg spec info dept equip lab exam demo promo
    auth resp fab const prep cert fin bio phys stat doc docs calc diag consult intro ref reps
    """
)


def carry_clipped(reading: Reading, scope: Scope, carried: list[tuple[int, ...] | None]) -> None:
    """'telemetry' for 'tele', 'decontamination' for 'decon': a word that people cut short.

    A short form is no word of its own: 'port' does not stand for 'portfolio'.
    """
    for index, word in enumerate(reading.words):
        if carried[index] is not None or len(word.norm) < 6 or not word.norm.isalpha():
            continue
        for short, number in _clipped(scope.texts).get(word.norm[:3], ()):
            if len(word.norm) >= len(short) + 3 and word.norm.startswith(short):
                carried[index] = (number,)
                break


@lru_cache(maxsize=1024)
def _clipped(texts: tuple[str, ...]) -> dict[str, tuple[tuple[str, int], ...]]:
    """First three letters -> short forms in the lines, each with the number of its line."""
    found: dict[str, list[tuple[str, int]]] = {}
    for number, text in enumerate(texts):
        for word in read(text).words:
            for short in {word.norm, word.norm.removesuffix("s")}:
                if 3 <= len(short) <= 7 and short.isalpha() and (
                    short in _CLIPPED or not is_known(short)
                ):  # fmt: skip
                    found.setdefault(short[:3], []).append((short, number))
    return {first: tuple(shorts) for first, shorts in found.items()}
