"""A resume laid out so that many requirements can be looked up in it quickly.

Every place where the person's own words stand becomes a `Line`: a bullet, an entry's heading, the
headline, a fact. The index is built once for a resume and used for one posting or for thousands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from agent.language import lexicon
from agent.language.dates import find_dates, months
from agent.language.related import Strength, ideas, stand_ins
from agent.language.terms import Unit, is_name, units
from agent.models import Dates, Entry, Fact, Resume, SectionKind, Span

Proof = Literal["work", "summary", "study", "list", "fact"]
"""What kind of line it is: only `work` and facts about an entry can prove years of use."""


class Line(NamedTuple):
    """A stretch of the person's own words."""

    source_id: str
    text: str
    section: SectionKind
    proof: Proof
    entry_id: str | None
    units: tuple[Unit, ...]
    described: int = 10**9
    """Words from here on (an employer, a place) name no activity; they count only as a phrase."""


class Place(NamedTuple):
    """Where a word or a known term stands: the line's number and the span in its text."""

    line: int
    start: int
    end: int


class Concept(NamedTuple):
    """A known term in a line."""

    name: str
    place: Place


class Shown(NamedTuple):
    """An idea of `agent.language.related` that a line names or shows."""

    line: int
    strength: Strength
    place: Place
    words: int
    """How many words name or show it."""


@dataclass(frozen=True, slots=True)
class MatchIndex:
    """What `match` needs to know of one resume and the person's facts."""

    resume: Resume
    lines: tuple[Line, ...]
    words: Mapping[str, tuple[tuple[int, int], ...]]
    """Lower-case form, lemma, and two neighbours written as one -> (line, word) numbers."""
    stems: Mapping[str, tuple[tuple[int, int], ...]]
    """Stem -> (line, word) numbers."""
    stand_ins: Mapping[str, tuple[tuple[int, int], ...]]
    """Key of words that may stand for each other -> (line, word) numbers."""
    concepts: Mapping[str, tuple[Place, ...]]
    """Usual name of a known term -> where it or one of its other names stands."""
    kinds: Mapping[str, tuple[Concept, ...]]
    """Usual name of a general term -> the more specific known terms that stand in the resume."""
    ideas: Mapping[int, tuple[Shown, ...]]
    """Idea -> the lines that name or show it."""
    dates: Mapping[str, Dates]
    """Entry id -> when it took place, for the entries that are work."""
    today: date

    def span_text(self, place: Place) -> str:
        """The words at `place`."""
        return self.lines[place.line].text[place.start : place.end]

    def months_of(self, entry_ids: Sequence[str]) -> int:
        """Months covered by these entries together; overlapping months count once."""
        unique = dict.fromkeys(entry_ids)
        return months([self.dates[id] for id in unique if id in self.dates], self.today)


def prepare(resume: Resume, facts: Sequence[Fact] = (), *, today: date | None = None) -> MatchIndex:
    """Lay a resume out for matching.

    Args:
        resume: the person's own history.
        facts: their statements; each counts like a line of the entry it names.
        today: the day that 'Present' means; by default the day it is.
    """
    lines = tuple(_lines(resume, facts))
    words: dict[str, list[tuple[int, int]]] = {}
    stems: dict[str, list[tuple[int, int]]] = {}
    others: dict[str, list[tuple[int, int]]] = {}
    concepts: dict[str, list[Place]] = {}
    shown: dict[int, list[Shown]] = {}
    for number, line in enumerate(lines):
        found = _read(line.text, resume.language, line.described)
        for key, at in found.words:
            words.setdefault(key, []).append((number, at))
        for key, at in found.stems:
            stems.setdefault(key, []).append((number, at))
        for key, at in found.stand_ins:
            others.setdefault(key, []).append((number, at))
        for term, start, end in found.concepts:
            concepts.setdefault(term, []).append(Place(number, start, end))
        for idea, strength, start, end, count in found.ideas:
            place = Place(number, start, end)
            shown.setdefault(idea, []).append(Shown(number, strength, place, count))
    kinds: dict[str, list[Concept]] = {}
    for name, places in concepts.items():
        for general in lexicon.hypernyms(name):
            kinds.setdefault(general, []).extend(Concept(name, place) for place in places)
    return MatchIndex(
        resume=resume,
        lines=lines,
        words={key: tuple(at) for key, at in words.items()},
        stems={key: tuple(at) for key, at in stems.items()},
        stand_ins={key: tuple(at) for key, at in others.items()},
        concepts={name: tuple(places) for name, places in concepts.items()},
        kinds={name: tuple(hits) for name, hits in kinds.items()},
        ideas={idea: tuple(hits) for idea, hits in shown.items()},
        dates={
            entry.id: entry.dates
            for section in resume.sections
            if section.kind in ("experience", "volunteering", "projects")
            for entry in section.entries
            if entry.dates is not None
        },
        today=today or date.today(),
    )


class _Read(NamedTuple):
    """What one line adds to the index."""

    words: tuple[tuple[str, int], ...]
    stems: tuple[tuple[str, int], ...]
    stand_ins: tuple[tuple[str, int], ...]
    concepts: tuple[tuple[str, int, int], ...]
    ideas: tuple[tuple[int, Strength, int, int, int], ...]


@lru_cache(maxsize=8192)
def _read(text: str, language: str, described: int) -> _Read:
    found = units(text, language)
    dated = _dated(text, found)
    words: list[tuple[str, int]] = []
    for at, unit in enumerate(found):
        if at in dated:
            continue
        words += ((key, at) for key in {unit.norm, unit.lemma})
        if at + 1 < len(found) and unit.norm.isalpha():
            words.append((unit.norm + found[at + 1].lemma, at))
    spoken_of = found[:described]
    known = lexicon.find_terms(text)
    # A product's name means nothing else: 'Excel' is no excellence.
    products = [(h.span.start, h.span.end) for h in known if h.category == "tool"]
    names = {
        at
        for at, unit in enumerate(spoken_of)
        if is_name(unit.text) and any(a <= unit.start and unit.end <= b for a, b in products)
    }
    return _Read(
        words=tuple(words),
        stems=tuple((unit.stem, at) for at, unit in enumerate(spoken_of) if at not in dated),
        stand_ins=tuple(
            (key, at)
            for at, unit in enumerate(spoken_of)
            if at not in dated
            for key in stand_ins(unit.norm)
        ),
        concepts=tuple((hit.term, hit.span.start, hit.span.end) for hit in known),
        ideas=tuple(
            (
                idea.idea,
                idea.strength,
                found[idea.first].start,
                found[idea.last - 1].end,
                idea.last - idea.first,
            )
            for idea in ideas(spoken_of)
            if idea.first not in names and idea.first not in dated
        ),
    )


def _dated(text: str, words: Sequence[Unit]) -> frozenset[int]:
    """Words that only tell a date: the 'Present' of '2019 – Present' presents nothing."""
    spans = [span for span, _ in find_dates(text)]
    return frozenset(
        at
        for at, word in enumerate(words)
        if word.norm.isalpha() and any(s.start <= word.start and word.end <= s.end for s in spans)
    )


def _lines(resume: Resume, facts: Sequence[Fact]) -> Iterator[Line]:
    language = resume.language
    if resume.headline:
        yield Line(
            "headline", resume.headline, "summary", "summary", None,
            units(resume.headline, language),
        )  # fmt: skip
    for section in resume.sections:
        for entry in section.entries:
            heading = _heading(entry)
            if heading:
                words = units(heading, language)
                yield Line(
                    entry.id, heading, section.kind, _proof(section.kind), entry.id, words,
                    _title_ends(heading, entry.title, words),
                )  # fmt: skip
            for bullet in entry.bullets:
                yield Line(
                    bullet.id, bullet.text, section.kind, _proof(section.kind), entry.id,
                    units(bullet.text, language),
                )  # fmt: skip
    known = {entry.id for entry in resume.entries()}
    for fact in facts:
        entry_id = fact.entry_id if fact.entry_id in known else None
        yield Line(fact.id, fact.text, "other", "fact", entry_id, units(fact.text, language))


def _heading(entry: Entry) -> str:
    return entry.heading or " — ".join(filter(None, (entry.title, entry.employer)))


def _title_ends(heading: str, title: str | None, words: Sequence[Unit]) -> int:
    """Number of words of a heading up to the end of the title; all if it can't be told."""
    at = heading.find(title) if title else -1
    if not title or at < 0:
        return len(words)
    end = at + len(title)
    return sum(word.start < end for word in words)


def _proof(kind: SectionKind) -> Proof:
    match kind:
        case "experience" | "volunteering" | "projects" | "publications" | "awards":
            return "work"
        case "education" | "certifications":
            return "study"
        case "skills" | "languages":
            return "list"
        case _:
            return "summary"


def span_of(place: Place) -> Span:
    """The span of `place` in its line."""
    return _span(place.start, place.end)


@lru_cache(maxsize=4096)
def _span(start: int, end: int) -> Span:
    return Span(start=start, end=end)
