"""What may support a rewrite, and what may not: the evidence of one line, built once.

In order: the line itself, the other lines of its entry, the entry's heading, the person's facts
about the entry. The summary and the Skills list may use the whole resume. Everything else of the
resume is kept only to say where the words do stand ("your Skills list names Kafka, but nothing says
that you used it here").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from agent.language.amounts import Quantity, way
from agent.language.arithmetic import derived
from agent.language.dates import find_dates
from agent.language.ladders import known
from agent.language.lexicon import aliases, hypernyms
from agent.models import Dates, Entry, Evidence, Fact, Resume, Section
from agent.verify.predicates import Predicate
from agent.verify.reading import Reading, read
from agent.verify.words import Word, breaks

Attribution = Literal["ask", "strict", "warn"]
Kind = Literal["own", "entry", "heading", "fact", "section"]
_WHOLE_RESUME = ("summary", "skills", "education")


_VOWELS = frozenset("aeiouy")


class Line(NamedTuple):
    """One line of evidence."""

    id: str
    kind: Kind
    reading: Reading

    def evidence(self) -> Evidence:
        """The line as a finding or slot quotes it."""
        return _evidence(self.id, self.reading.text)


@lru_cache(maxsize=4096)
def _evidence(id: str, quote: str) -> Evidence:
    return Evidence(source_id=id, quote=quote)


class Rung(NamedTuple):
    """A word of a ladder in the evidence and the words it stands beside."""

    rung: int
    anchors: frozenset[str]
    lemma: str
    stem: str
    text: str
    line: int


class Scope(NamedTuple):
    """The evidence of one line of the resume."""

    lines: tuple[Line, ...]
    whole: bool
    """True for the summary, the Skills list: the whole resume is evidence."""
    keys: dict[str, tuple[int, ...]]
    """Comparable key of a word -> numbers of the lines it stands in."""
    terms: frozenset[str]
    """Known terms of the evidence."""
    kinds_of: frozenset[str]
    """What the terms are kinds of."""
    kind_words: dict[str, frozenset[str]]
    """Stems of the words of those kinds and of their other names: 'relational', 'database'."""
    written: frozenset[str]
    """Words as written, for acronyms."""
    acronyms: tuple[tuple[str, int], ...]
    """Acronyms of the evidence in lower case, each with the number of its line."""
    shortened: tuple[tuple[str, int], ...]
    """Words without a vowel, as people shorten them ('mtgs'), each with the number of its line."""
    texts: tuple[str, ...]
    joined: dict[str, tuple[int, ...]]
    """Two neighbouring words as one: 'set up' as 'setup'."""
    text: str
    quantities: tuple[tuple[Quantity, int], ...]
    """Amounts, given or derived within one phrase, with the number of their line."""
    predicates: tuple[tuple[Predicate, int], ...]
    dates: tuple[Dates, ...]
    """Dates of the entry, or of all entries for the summary."""
    entries: tuple[Entry, ...]
    section: Section | None
    ladders: dict[str, tuple[Rung, ...]]
    """Ladder -> the evidence's words on it."""
    everywhere: dict[str, tuple[Line, ...]]
    """Word, or its stem after '~' -> lines of the whole resume that hold it."""
    used: frozenset[str]
    """Ids of the lines of the evidence."""
    skills: frozenset[str]
    """Ids of lines of the Skills list."""
    begun: dict[str, str]
    """Id of a line -> when its entry began, 'YYYY' or 'YYYY-MM', where the entry is dated."""
    obtained: dict[str, str]
    """Id of a line of a credential -> when it was obtained, where that is dated."""
    attribution: Attribution
    language: str
    """ISO 639-1 code of the resume's language."""

    # A scope is kept with what was computed of it; comparing evidence costs more than a check.
    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    def elsewhere(self, key: str) -> list[Line]:
        """The lines of other entries or of the Skills list that hold a word, or '~' and a stem."""
        return [line for line in self.everywhere.get(key, ()) if line.id not in self.used]


class Same:
    """A resume told apart by identity: hashing one costs more than verifying a line."""

    __slots__ = ("resume",)

    def __init__(self, resume: Resume) -> None:
        self.resume = resume

    def __hash__(self) -> int:
        return id(self.resume)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.resume is self.resume


_HELD_ANYWHERE = ("certifications", "languages")
"""Sections whose lines say what a person holds, at no employer: a statement about no place may
stand there."""


def scope_of(
    resume: Resume, bullet_id: str, facts: Sequence[Fact | str], attribution: Attribution
) -> Scope:
    """The evidence of one line; computed once for the same resume object, line and facts.

    Raises:
        KeyError: there is no line, entry or section of that name.
    """
    return _scope(Same(resume), bullet_id, tuple(facts), attribution)


@lru_cache(maxsize=128)
def _scope(
    same: Same, bullet_id: str, facts: tuple[Fact | str, ...], attribution: Attribution
) -> Scope:
    resume = same.resume
    section, entry = _place(resume, bullet_id)
    kind = section.kind if section else bullet_id
    whole = kind in ("summary", "skills") or section is None
    lines: list[Line] = []
    taken: set[tuple[str, str]] = set()

    def add(id: str, of: Kind, text: str | None) -> None:
        if text and (id, text) not in taken:
            taken.add((id, text))
            lines.append(Line(id, of, read(text)))

    if entry is not None:
        for bullet in sorted(entry.bullets, key=lambda b: b.id != bullet_id):
            add(bullet.id, "own" if bullet.id == bullet_id else "entry", bullet.text)
        _add_heading(add, entry)
    if section is not None:
        add(section.id, "section", _section_words(section))
        if section.kind in ("education", "certifications", "languages", "awards"):
            for other in section.entries:
                for bullet in other.bullets:
                    add(bullet.id, "entry", bullet.text)
    if whole:
        add("headline", "entry", resume.headline)
        for other_section in resume.sections:
            add(other_section.id, "section", _section_words(other_section))
            for other in other_section.entries:
                _add_heading(add, other)
                for bullet in other.bullets:
                    add(bullet.id, "entry", bullet.text)
    for number, fact in enumerate(facts, start=1):
        if isinstance(fact, str):
            add(f"fact{number}", "fact", fact)
        elif (
            whole
            or (entry is not None and fact.entry_id == entry.id)
            or (fact.entry_id is None and kind in _HELD_ANYWHERE)
        ):
            add(fact.id, "fact", fact.text)
    add("name", "heading", resume.name)
    entries = tuple(resume.entries()) if whole else ((entry,) if entry else ())
    return _build(resume, lines, whole, entries, section, attribution)


def _place(resume: Resume, bullet_id: str) -> tuple[Section | None, Entry | None]:
    for section in resume.sections:
        for entry in section.entries:
            if entry.id == bullet_id or any(b.id == bullet_id for b in entry.bullets):
                return section, entry
        if section.id == bullet_id:
            return section, section.entries[0] if len(section.entries) == 1 else None
    if bullet_id in _WHOLE_RESUME:
        for section in resume.sections:
            if section.kind == bullet_id:
                return section, section.entries[0] if len(section.entries) == 1 else None
        return None, None
    raise KeyError(f"the resume has no line, entry or section {bullet_id!r}")


def _section_words(section: Section) -> str:
    words = {"certifications": "certified", "education": "education", "languages": "language"}
    return f"{section.heading} {words.get(section.kind, '')}".strip()


def _add_heading(add: Callable[[str, Kind, str | None], None], entry: Entry) -> None:
    parts = [entry.heading.replace("\n", ", ")]
    for part in (entry.title, entry.employer, entry.location):
        if part and part not in entry.heading:
            parts.append(part)  # noqa: PERF401
    if entry.dates and entry.dates.text not in entry.heading:
        parts.append(f"({entry.dates.text})")
    add(entry.id, "heading", ", ".join(part for part in parts if part))


def _build(
    resume: Resume,
    lines: list[Line],
    whole: bool,
    entries: tuple[Entry, ...],
    section: Section | None,
    attribution: Attribution,
) -> Scope:
    keys: dict[str, list[int]] = {}
    terms: set[str] = set()
    quantities: list[tuple[Quantity, int]] = []
    predicates: list[tuple[Predicate, int]] = []
    joined: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(lines):
        for one, two in zip(line.reading.words, line.reading.words[1:], strict=False):
            joined.setdefault(one.norm + two.norm, (number,))
            joined.setdefault(one.known.lemma + two.norm, (number,))  # 'backed up' as 'backup'
        for word in line.reading.words:
            if word.known.kind == "function":
                continue
            for key in word.known.keys:
                places = keys.setdefault(key, [])
                if not places or places[-1] != number:
                    places.append(number)
        terms.update(hit.term for hit in line.reading.terms)
        found = line.reading.quantities
        quantities.extend((quantity, number) for quantity in found + derived(found))
        if line.kind not in ("heading", "section"):
            predicates.extend((predicate, number) for predicate in line.reading.predicates)
    kinds = frozenset(kind for term in terms for kind in hypernyms(term))
    return Scope(
        tuple(lines),
        whole,
        {key: tuple(numbers) for key, numbers in keys.items()},
        frozenset(terms),
        kinds,
        _kind_words(kinds),
        frozenset(word.text for line in lines for word in line.reading.words),
        tuple(
            (letters.lower(), number)
            for number, line in enumerate(lines)
            for word in line.reading.words
            if 2 <= len(letters := re.sub(r"[s\d]+$|[&.]", "", word.text)) <= 6
            and letters.isalpha()
            and letters.isupper()
        ),
        tuple(
            (bare, number)
            for number, line in enumerate(lines)
            for word in line.reading.words
            if len(bare := word.norm.rstrip("s")) > 1
            and bare.isalpha()
            and _VOWELS.isdisjoint(word.norm)
        ),
        tuple(line.reading.text for line in lines),
        joined,
        " ".join(line.reading.text for line in lines),
        tuple(quantities),
        tuple(predicates),
        tuple(entry.dates for entry in entries if entry.dates),
        entries,
        section,
        _ladders(lines),
        _lines_by_word(Same(resume)),
        frozenset(line.id for line in lines),
        _skill_lines(Same(resume)),
        *_beginnings(Same(resume)),
        attribution,
        resume.language,
    )


@lru_cache(maxsize=8)
def _lines_by_word(same: Same) -> dict[str, tuple[Line, ...]]:
    found: dict[str, list[Line]] = {}
    for section in same.resume.sections:
        for entry in section.entries:
            for bullet in entry.bullets:
                line = Line(bullet.id, "entry", read(bullet.text))
                for word in line.reading.words:
                    if word.known.kind == "content":
                        found.setdefault(word.norm, []).append(line)
                        found.setdefault("~" + word.known.stem, []).append(line)
    return {key: tuple(lines) for key, lines in found.items()}


@lru_cache(maxsize=8)
def _skill_lines(same: Same) -> frozenset[str]:
    return frozenset(
        bullet.id
        for section in same.resume.sections
        if section.kind == "skills"
        for entry in section.entries
        for bullet in entry.bullets
    )


@lru_cache(maxsize=8)
def _beginnings(same: Same) -> tuple[dict[str, str], dict[str, str]]:
    """When entries began and when credentials were obtained, by the ids of their lines."""
    begun: dict[str, str] = {}
    obtained: dict[str, str] = {}
    for section in same.resume.sections:
        for entry in section.entries:
            for bullet in entry.bullets:
                if section.kind == "certifications":
                    dates = [found for _, found in find_dates(bullet.text)]
                    if not dates and entry.dates:
                        dates = [entry.dates]
                    if len(dates) == 1 and dates[0].start:
                        obtained[bullet.id] = dates[0].start
                elif entry.dates and entry.dates.start:
                    begun[bullet.id] = entry.dates.start
    return begun, obtained


@lru_cache(maxsize=256)
def _kind_words(kinds: frozenset[str]) -> dict[str, frozenset[str]]:
    """Stem of a word of a kind's name -> stems of the last words of the names it stands in."""
    found: dict[str, set[str]] = {}
    for kind in kinds:
        names = "/".join((kind, *aliases(kind))).split("/")
        for name in names:
            pieces = [piece for piece in re.split(r"[ -]", name.lower()) if piece]
            for piece in pieces:
                found.setdefault(known(piece).stem, set()).add(known(pieces[-1]).stem)
    return {stem: frozenset(heads) for stem, heads in found.items()}


@lru_cache(maxsize=128)
def ways_of(scope: Scope) -> frozenset[str]:
    """'up' and 'down', as amounts of the evidence went: costs of 9 that were 12 were falling."""
    return frozenset(
        went
        for (before, here), (after, there) in pairwise(scope.quantities)
        if here == there and (went := way(before, after))
    )


def beside(words: tuple[Word, ...], index: int) -> frozenset[str]:
    """Stems of what a word stands for: up to three words after it, else up to three before it.

    An amount takes no room: 'mostly 6 to 25 mm steel' is mostly steel.
    """
    found: set[str] = set()
    place = index + 1
    last = index + 4
    while place < len(words) and place <= last and not breaks(words[place], ",;:.("):
        if words[place].numeric or (place > index + 1 and words[place - 1].numeric):
            last += 1
        word = words[place]
        if word.known.kind != "function" and not word.numeric and _thing(word):
            found.add(word.known.stem)
        place += 1
    if found:
        return frozenset(found)
    place = index
    while (
        place and place > index - 4 and not words[place].opens and not breaks(words[place], ",;:.)")
    ):
        place -= 1
        if words[place].known.kind != "function" and not words[place].known.rungs:
            found.add(words[place].known.stem)
    return frozenset(found)


def _thing(word: Word) -> bool:
    """No word of degree itself; 'office' and 'department' name things beside being a scope."""
    return all(ladder == "scope" for ladder, _ in word.known.rungs)


ALL = 5
"""The highest rung of the ladder of quantifiers."""
_RUNGS_OF_EACH = (("quantifier", ALL),)


def _stands_alone(words: tuple[Word, ...], index: int) -> bool:
    """'kept each within budget' has kept all so; 'for each exposure' says it of exposures only."""
    if words[index].norm != "each":
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    return after is None or after.known.kind == "function" or after.gap != " "


def _ladders(lines: list[Line]) -> dict[str, tuple[Rung, ...]]:
    found: dict[str, list[Rung]] = {}
    for number, line in enumerate(lines):
        if line.kind == "section":
            continue
        words = line.reading.words
        for index, word in enumerate(words):
            for ladder, rung in _RUNGS_OF_EACH if _stands_alone(words, index) else word.known.rungs:
                found.setdefault(ladder, []).append(
                    Rung(
                        rung,
                        beside(words, index),
                        word.known.lemma,
                        word.known.stem,
                        word.text,
                        number,
                    )
                )
    return {ladder: tuple(rungs) for ladder, rungs in found.items()}
