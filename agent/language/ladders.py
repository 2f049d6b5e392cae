"""What words claim: verbs by meaning and agency, ladders of scope, frequency, proficiency and so on.

Plain knowledge of working English, read from `data/verbs.json`, `data/ladders.json` and
`data/words.json`. A rewrite may go down a ladder, never up; two verbs of one group may stand for
each other.
"""  # noqa: E501

from __future__ import annotations

import json
from collections.abc import Container
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from agent.language.derivation import bases
from agent.language.lemmas import is_known, lemma, stem
from agent.language.spelling import IRREGULAR, american

AGENCY = ("observed", "assisted", "did", "managed", "led", "founded")
"""How much of the work a verb claims, lowest first."""


class Known(NamedTuple):
    """What is known of one lower-case word."""

    lemma: str
    stem: str
    keys: frozenset[str]
    """Comparable keys: two words that share one may stand for each other."""
    like: frozenset[str]
    """Those of the keys that stand for words of like meaning, not for forms of the word."""
    firm: frozenset[str]
    """Those that stand for forms of the word itself. A short form with several readings or words
    ('bp', 'p&l') is spelt out by any of them, but none of them alone says what it says."""
    deeds: frozenset[str]
    """Those of the keys that stand for verbs of like meaning."""
    groups: frozenset[int]
    """Numbers of the verb groups it belongs to, directly or as a noun made of the verb."""
    agency: int | None
    """Index in `AGENCY` if it is a verb that is known, else None."""
    kind: str
    """'function', 'neutral' (says little), or 'content'."""
    rungs: tuple[tuple[str, int], ...]
    """(ladder, rung) for proficiency, frequency, scope, quantifier."""
    marks: frozenset[str]
    """'light', 'carrier', 'distant', 'outcome', 'up', 'down', 'negator', 'weak', 'strong', 'exclusive', 'evaluative',
    'credential', 'title', 'seniority', 'people', 'recipient'."""  # noqa: E501


def word_set(listing: str) -> frozenset[str]:
    """The words of a listing, divided by spaces."""
    return frozenset(listing.split())


def _read(name: str) -> dict[str, Any]:
    text = (files("agent.language") / "data" / name).read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


@lru_cache(maxsize=1)
def ladders() -> dict[str, Any]:
    """The content of `data/ladders.json`."""
    return _read("ladders.json")


@lru_cache(maxsize=1)
def phrases() -> dict[tuple[str, ...], str]:
    """Lemmas of a phrase -> the verb it stands for: ('take', 'part') -> 'participate'."""
    return {tuple(key.split()): verb for key, verb in _read("verbs.json")["phrases"].items()}


@lru_cache(maxsize=1)
def umbrellas() -> dict[str, list[tuple[tuple[str, ...], tuple[frozenset[str], ...]]]]:
    """First stem -> (stems of a general term, cue sets): the term is proven where every set has a
    word in the evidence."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[frozenset[str], ...]]]] = {}
    for row in _read("words.json")["umbrellas"]:
        term = tuple(known(word).stem for word in row["term"].split())
        cues = tuple(frozenset(known(word).stem for word in line.split()) for line in row["all"])
        found.setdefault(term[0], []).append((term, cues))
    return found


@lru_cache(maxsize=1)
def opposites() -> dict[str, frozenset[str]]:
    """Stem -> stems that mean the contrary."""
    table: dict[str, set[str]] = {}
    for pair in _read("verbs.json")["opposites"]:
        first, second = (stem(word) for word in pair.split("|"))
        table.setdefault(first, set()).add(second)
        table.setdefault(second, set()).add(first)
    return {key: frozenset(value) for key, value in table.items()}


class _Tables(NamedTuple):
    groups: dict[str, frozenset[int]]
    agency: dict[str, int]
    synonyms: dict[str, frozenset[int]]
    rungs: dict[str, tuple[tuple[str, int], ...]]
    marks: dict[str, frozenset[str]]
    function: frozenset[str]
    neutral: frozenset[str]
    shorthand: dict[str, tuple[str, ...]]
    """'pt' -> ('patient',): how people shorten words in their own lines."""


def _synonym_files() -> list[str]:
    """The groups of `data/synonyms/*.txt`: words of one meaning and strength, a group a line."""
    folder = files("agent.language") / "data" / "synonyms"
    listings = sorted(
        (one for one in folder.iterdir() if one.name.endswith(".txt")), key=lambda one: one.name
    )
    return [
        line
        for listing in listings
        for line in listing.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    verbs, words, ladder = _read("verbs.json"), _read("words.json"), ladders()
    groups: dict[str, set[int]] = {}
    agency: dict[str, int] = {
        verb: AGENCY.index(rung) for rung, line in verbs["rungs"].items() for verb in line.split()
    }
    for number, group in enumerate(verbs["groups"]):
        rung = {"proposed": 2}.get(group["rung"])
        for verb in group["verbs"].split():
            groups.setdefault(verb, set()).add(number)
            agency.setdefault(verb, rung if rung is not None else AGENCY.index(group["rung"]))
    synonyms: dict[str, set[int]] = {}
    for number, line in enumerate([*words["synonyms"], *_synonym_files()]):
        for word in line.split():
            synonyms.setdefault(word, set()).add(number)
    rungs: dict[str, list[tuple[str, int]]] = {}
    for name in ("proficiency", "frequency", "scope", "quantifier"):
        for rung, line in enumerate(ladder[name]):
            for word in line.split():
                rungs.setdefault(word, []).append((name, rung))
    marks: dict[str, set[str]] = {}
    for mark, line in (
        ("light", verbs["light"]),
        ("carrier", verbs["carriers"]),
        ("distant", verbs["distant"]),
        ("outcome", verbs["outcome"]),
        ("up", verbs["up"]),
        ("down", verbs["down"]),
        ("negator", ladder["negators"]),
        ("weak", " ".join(ladder["modality"]["weak"])),
        ("strong", ladder["modality"]["strong"]),
        ("exclusive", ladder["exclusivity"]),
        ("evaluative", ladder["evaluative"]),
        ("credential", ladder["credentials"]),
        ("title", ladder["titles"]),
        ("seniority", " ".join(ladder["seniority"])),
        ("people", words["generic_people"]),
    ):
        for word in line.split():
            marks.setdefault(word, set()).add(mark)
    return _Tables(
        {verb: frozenset(numbers) for verb, numbers in groups.items()},
        agency,
        {word: frozenset(numbers) for word, numbers in synonyms.items()},
        {word: tuple(found) for word, found in rungs.items()},
        {word: frozenset(found) for word, found in marks.items()},
        frozenset(words["function"].split()),
        frozenset(words["neutral"].split()),
        {short: tuple(long.split()) for short, long in words["shorthand"].items()},
    )


@lru_cache(maxsize=8192)
def known(norm: str) -> Known:
    """What is known of `norm`, a lower-case folded word without hyphens."""
    tables = _tables()
    plain = american(norm)
    # A verb's own form comes first: 'exceed' is no past tense, 'lower' not only a comparative.
    verb = plain if plain in tables.agency else _verb_of(plain, tables.agency)
    base = IRREGULAR.get(plain) or verb or american(lemma(plain))
    root = stem(base if base in tables.agency else plain)
    groups = tables.groups.get(base) or tables.groups.get(norm) or frozenset()
    agency = tables.agency.get(base, tables.agency.get(norm))
    if not groups and root != base:
        groups = _groups_of_stem().get(root, frozenset())
    keys = {base, plain, "~" + root}
    keys.update(bases(plain, base))
    if norm in _ORDINALS:
        keys.add(_ORDINALS[norm])
    readings = tables.shorthand.get(norm) or tables.shorthand.get(norm.removesuffix("s")) or ()
    spelt = {key for long in readings for key in (long, "~" + stem(long))}
    keys |= spelt
    if agency is not None or not _weak_stem(root):
        keys.update(f"!{number}" for number in groups)
    for form in _listed(norm, plain, base, tables.synonyms):
        keys.update(f"={number}" for number in tables.synonyms[form])
    marks: frozenset[str] = frozenset()
    for form in {base, plain, norm}:
        marks |= tables.marks.get(form, frozenset())
    rungs = tables.rungs.get(norm) or tables.rungs.get(plain) or tables.rungs.get(base) or ()
    if (
        norm in tables.function
        or norm.removesuffix("s") in _PARTICLES
        or (base in tables.function and norm not in ("left", "found"))
    ):
        kind = "function"
    elif norm in tables.neutral or base in tables.neutral:
        kind = "neutral"
    else:
        kind = "content"
    # No word begins with these marks: 'S3' and 'V8' are names, not numbers of groups.
    like = frozenset(key for key in keys if key[0] == "=")
    deeds = frozenset(key for key in keys if key[0] == "!")
    firm = frozenset(keys) - like - deeds
    if len(readings) > 1:
        firm -= spelt - {base, plain, "~" + root}
    return Known(base, root, frozenset(keys), like, firm, deeds, groups, agency, kind, rungs, marks)


_ORDINALS = {
    "first": "1st",
    "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th",
    "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th",
}  # fmt: skip
_PARTICLES = word_set("through up out down over in off on back")  # 'walk-throughs', 'sign-ups'


def _weak_stem(root: str) -> bool:
    """Whether the verb behind a noun says too little to be carried by its like: 'completion'."""
    return root in _weak_stems()


@lru_cache(maxsize=1)
def _weak_stems() -> frozenset[str]:
    return frozenset(
        stem(word) for word, marks in _tables().marks.items() if marks & {"light", "carrier"}
    )


def _listed(norm: str, plain: str, base: str, listed: Container[str]) -> set[str]:
    """The forms of a word that the synonym groups name; where they name none of those that the
    dictionary finds, the one that `norm` is a regular form of: 'rebuffed' -> 'rebuff'."""
    forms = {base, plain, norm, plain.removesuffix("s")}
    found = {form for form in forms if form in listed}
    if not found and not is_known(base):
        regular = _verb_of(norm, listed) or norm.removesuffix("es")
        found = {regular} if regular in listed else set()
    return found


def _verb_of(word: str, verbs: Container[str]) -> str | None:
    """The known verb that `word` is a regular form of: 'fixed' -> 'fix'."""
    candidates: tuple[str, ...] = ()
    if word.endswith("ing") and len(word) > 5:
        root = word[:-3]
        candidates = (root, root + "e", root[:-1] if root[-1] == root[-2] else "")
    elif word.endswith("ied") and len(word) > 4:
        candidates = (word[:-3] + "y",)
    elif word.endswith("ed") and len(word) > 4:
        root = word[:-2]
        candidates = (root, word[:-1], root[:-1] if root[-1] == root[-2] else "")
    return next((candidate for candidate in candidates if candidate in verbs), None)


@lru_cache(maxsize=1)
def _groups_of_stem() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for verb, numbers in _tables().groups.items():
        root = stem(verb)
        found[root] = found.get(root, frozenset()) | numbers
    return found
