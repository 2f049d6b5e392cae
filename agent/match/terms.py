"""One term looked up in a resume: by name, by another name, by something more specific."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from agent.language import lexicon, terms
from agent.language.standing import Standing, standing
from agent.language.terms import Unit, units
from agent.match.index import MatchIndex, Place, span_of
from agent.models import Support

RANK: dict[Support, int] = {
    "none": 0, "partial": 1, "implied": 2, "specific": 3, "alias": 4, "explicit": 5,
}  # fmt: skip


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


# Words that say "can do X" around the X that counts: "communication skills" is communication.
_TAILS = _words(
    """ability abilities aptitude background capabilities capability competence competency
    experience expertise familiarity fluency kenntnisse knowledge proficiency skill skills talent
    understanding erfahrung compétences expérience connaissances experiencia conocimientos
    habilidades ervaring kennis vaardigheden"""
)
_HEADS = _words(
    """ability able basic competent conducting demonstrated effective excellent exceptional
    experience experienced extensive familiar familiarity in knowledge of outstanding performing
    prior proficient proficiency proven relevant solid sound strict strong superior the thorough
    understanding with your a an some"""
)


_SUITE = re.compile(r"\b(?:Office|Suite|Workspace|365)\b")
"""Bundles of programs: one of them alone is not the bundle."""
_LINKS = _words("of and the for in to on a an or with &")


class Found(NamedTuple):
    """What a resume has for one term."""

    support: Support
    places: tuple[Place, ...] = ()
    note: str = ""
    withheld: bool = False
    """Being learned, or no longer valid: evidence of something, but not the person's to claim."""


def lookup(term: str, index: MatchIndex) -> Found:
    """The best support for one term by its name, another name, or a more specific thing.

    Never `implied`: other words for the same activity are `agent.match.implied`'s.
    """
    best = Found("none")
    for support, candidates in _candidates(term, index):
        places = tuple(candidates)
        if not places:
            continue
        found = weigh(support, places, index)
        if RANK[best.support] > RANK["partial"] < RANK[found.support]:
            # Places that say it otherwise are evidence too, after those of the best support.
            best = best._replace(places=tuple(dict.fromkeys((*best.places, *found.places))))
        elif RANK[found.support] > RANK[best.support] or (not best.note and found.note):
            best = found
    return best


def worded(term: str, index: MatchIndex) -> bool:
    """Whether the resume asserts the term by this name or another one, up to inflection."""
    for name in terms.names(term):
        for place in phrase(name, index):
            if terms.asserted(index.lines[place.line].text, span_of(place)):
                return True
    return False


def _candidates(term: str, index: MatchIndex) -> Iterator[tuple[Support, Iterable[Place]]]:
    forms = list(dict.fromkeys((term, core(term))))
    for form in forms:
        yield "explicit", phrase(form, index)
    for form in forms:
        yield "explicit", _stem_phrase(form, index)
    yield "alias", spelled_out(term, index)
    yield "alias", shortened(term, index)
    for form in forms:
        name = _canonical(form) or _only_sense(form, index)
        if name is None:
            continue
        for other in _present(form, index):
            yield "alias", phrase(other, index)
        yield "alias", index.concepts.get(name, ())
        kinds = index.kinds.get(name, ())
        part = bool(_SUITE.search(name)) and len({concept.name for concept in kinds}) == 1
        yield "partial" if part else "specific", (concept.place for concept in kinds)
    if index.resume.language in _COMPOUNDING:
        yield "specific", compounds(term, index)


@lru_cache(maxsize=4096)
def core(term: str) -> str:
    """`term` without the words that only say that one has it: 'strong SQL skills' -> 'SQL'."""
    words = term.split()
    while len(words) > 1 and words[-1].lower().strip(".,") in _TAILS:
        words.pop()
    while len(words) > 1 and words[0].lower() in _HEADS:
        words.pop(0)
    return " ".join(words)


@lru_cache(maxsize=4096)
def _canonical(term: str) -> str | None:
    return lexicon.canonical(term)


def _present(term: str, index: MatchIndex) -> Iterator[str]:
    """The other names of a term whose first word the resume has."""
    language = index.resume.language
    if index.words.keys().isdisjoint(terms.openings(term, "normalized", language)):
        return
    for other in terms.names(term)[1:]:
        if not index.words.keys().isdisjoint(terms.openings(other, "literal", language)):
            yield other


def _only_sense(form: str, index: MatchIndex) -> str | None:
    """The one meaning of an ambiguous form ('PR') that the resume has under its full name."""
    meant = [name for name in lexicon.senses(form) if name in index.concepts]
    return meant[0] if len(meant) == 1 else None


def phrase(term: str, index: MatchIndex) -> Iterator[Place]:
    """Places where `term` stands as written, up to inflection and hyphens."""
    wanted = units(term, index.resume.language)
    if not wanted:
        return
    exact = terms.is_name(term)
    for number, at in _starts(wanted[0], wanted[1:2], index):
        line = index.lines[number]
        last = terms.run_from(wanted, line.units, at, exact)
        if last is None:
            continue
        if exact and line.proof != "list" and not terms.name_meant(line.text, line.units, at, last):
            continue
        yield Place(number, line.units[at].start, line.units[last - 1].end)


def _starts(first: Unit, second: Sequence[Unit], index: MatchIndex) -> Iterable[tuple[int, int]]:
    keys = {first.norm, first.lemma}
    if second:
        keys.add(first.norm + second[0].lemma)
    return sorted({at for key in keys for at in index.words.get(key, ())})


def _stem_phrase(term: str, index: MatchIndex) -> Iterator[Place]:
    """Places with the same stems in the same order: 'project management', 'project manager'."""
    wanted = [unit.stem for unit in units(term, index.resume.language)]
    if not wanted or terms.is_name(term):
        return
    for number, at in index.stems.get(wanted[0], ()):
        words = index.lines[number].units[at : at + len(wanted)]
        if [word.stem for word in words] == wanted:
            yield Place(number, words[0].start, words[-1].end)


_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,5}s?")
_LEAST_LETTERS = 3
"""Two letters spell too many things by chance; the lexicon knows the common ones."""


def spelled_out(term: str, index: MatchIndex) -> Iterator[Place]:
    """Places where an acronym is written out: 'HR Business Partner' for 'HRBP'."""
    if not _ACRONYM.fullmatch(term):
        return
    letters = term.removesuffix("s").lower()
    if len(letters) < _LEAST_LETTERS:
        return
    for number, line in enumerate(index.lines):
        for at, word in enumerate(line.units):
            if word.norm[0] == letters[0] and word.norm != letters and word.norm not in _LINKS:
                last = _spell(line.units, at, letters)
                if last is not None and _written_out(line.text, line.units[at:last]):
                    yield Place(number, word.start, line.units[last - 1].end)


def _written_out(text: str, words: Sequence[Unit]) -> bool:
    """True if the words stand together as one name: no mark parts them and they carry capitals."""
    heavy = [word for word in words if word.norm not in _LINKS]
    if len(heavy) < 2 or words[-1].norm in _LINKS:
        return False
    gaps = (text[a.end : b.start] for a, b in pairwise(words))
    if any(set(gap) - set(" -/&\t") for gap in gaps):
        return False
    return len(words) > 2 and all(word.text[0].isupper() for word in heavy)


def _spell(words: Sequence[Unit], at: int, letters: str) -> int | None:
    """One past the last word if the words from `at` on spell `letters`, else None."""
    while letters:
        if at >= len(words):
            return None
        word = words[at]
        short = word.text.isupper() and 2 <= len(word.norm) < len(letters)
        if short and letters.startswith(word.norm):
            letters = letters[len(word.norm) :]
        elif word.norm[0] == letters[0]:
            letters = letters[1:]
        elif word.norm not in _LINKS:
            return None
        at += 1
    return at


def shortened(term: str, index: MatchIndex) -> Iterator[Place]:
    """Places where a long term stands as its acronym: 'CTRs' for 'currency transaction reports'."""
    words = [unit for unit in units(term, index.resume.language) if unit.norm not in _LINKS]
    if len(words) < _LEAST_LETTERS:
        return
    letters = "".join(unit.norm[0] for unit in words)
    for key in (letters, letters + "s"):
        for number, at in index.words.get(key, ()):
            unit = index.lines[number].units[at]
            if unit.text.removesuffix("s").isupper():
                yield Place(number, unit.start, unit.end)


_COMPOUNDING = frozenset({"de", "nl"})
_LEAST_HEAD = 6
"""Shorter words end too many others by chance ('Rat' and 'Diktat')."""


def compounds(term: str, index: MatchIndex) -> Iterator[Place]:
    """Places of compounds whose head is the term: 'Lohnbuchhaltung' is 'Buchhaltung'."""
    head = term.lower()
    if len(head) < _LEAST_HEAD or not head.isalpha():
        return
    for key, places in index.words.items():
        if key != head and key.endswith(head) and key.isalpha():
            for number, at in places:
                unit = index.lines[number].units[at]
                yield Place(number, unit.start, unit.end)


def weigh(support: Support, places: tuple[Place, ...], index: MatchIndex) -> Found:
    """`support` if one place asserts it, `partial` if it is only weak, else none and why."""
    by: dict[Standing, list[Place]] = {}
    for place in places:
        how = standing(index.lines[place.line].text, span_of(place))
        by.setdefault(how, []).append(place)
    if "asserted" in by:
        return Found(support, tuple(by["asserted"]))
    for how, note in (
        ("weak", "only at a basic level"),
        ("learning", "only being learned"),
        ("lapsed", "no longer valid"),
    ):
        if how in by:
            return Found("partial", tuple(by[how]), note, withheld=how != "weak")
    if "denied" in by and support != "specific":  # "no neural networks" denies no machine learning
        return Found(
            "none", (), f"the resume says otherwise: {index.lines[by['denied'][0].line].text!r}"
        )
    return Found("none")
