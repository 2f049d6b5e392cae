"""Degrees: a higher one satisfies a lower one, an unfinished one satisfies in part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from agent.language.standing import standing
from agent.language.terms import units
from agent.language.text import fold
from agent.match.index import MatchIndex, Place, span_of
from agent.match.terms import Found, lookup

# (rung, what names it). A later pattern wins where two match the same words.
_LEVELS = (
    (
        1,
        r"high[- ]school|secondary school|h\.?s\.?(?=\s*(?:diploma|degree|graduate|,|\d{4}|$))|"
        r"g\.?e\.?d\.?(?![\w])|abitur|fachabitur|mittlere reife|baccalauréat|bachillerato|"
        r"a[- ]levels?|gcses?|leaving certificate|vwo|havo",
    ),
    (
        2,
        r"vocational|trade school|apprenticeship|journeyman|(?:nursing|technical|culinary|practical"
        r"(?: nursing)?) diploma|technical certificate|ausbildung|berufsausbildung|formación "
        r"profesional|cap|bep|mbo",
    ),
    (3, r"associate(?:'?s)?(?: of| in|'s|s)?(?: \w+)? degree|associate(?:'?s)? (?:of|in) "
        r"(?:applied )?(?:arts?|science)|associates?'?s?(?= degree)|a\.a\.s?\.?|a\.s\.(?=[\s,])|"
        r"aas|bts|dut|hnd|foundation degree|two-year degree"),
    (
        4,
        r"bachelors?(?:'?s)?|baccalaureate|undergraduate degree|(?:four|4)[- ]year degree|"
        r"college degree|university degree|college graduate|"
        r"b\.?\s?s\.?(?:c|e|n|w|ee|me|ce|cs)?\.?(?=[\s,:(;/&-]|$)|"
        r"b\.?\s?a\.?(?=[\s,:(;/&-]|$)|b\.?eng\.?|b\.?tech\.?|b\.?ed\.?(?=[\s,:]|$)|bba|bsn|bfa|bsw|"
        r"b\.?com\.?(?=[\s,:]|$)|llb|licence (?:en|de|professionnelle)|licenciatura|licenciado|"
        r"grado en|hbo|diplôme universitaire",
    ),
    (
        5,
        r"masters?(?:'?s)?(?= (?:degree|of|in)\b|'s|,| \(|$| or)|master's|graduate degree|"
        r"advanced degree|m\.?\s?s\.?c?\.?(?=[\s,:(;/&-]|$)(?! (?:office|word|excel|project|access|"
        r"sql|suite|power|outlook|server|teams|visio))|m\.a\.?(?=[\s,:(;/&-]|$)|"
        r"ma(?= (?:in|degree)\b)|"
        r"mba|m\.b\.a\.?|m\.?eng\.?(?=[\s,:]|$)|msn|msw|mph|mpa|mfa|m\.?ed\.?(?=[\s,:]|$)|mls|mat|"
        r"diplom(?:ingenieur)?(?=[\s,:-])|magister|mestrado|máster|maestría|wo-master|doctorandus",
    ),
    (
        6,
        r"doctorate|doctoral|doctor of|ph\.?\s?d\.?|ed\.?d\.?(?=[\s,:]|$)|j\.?d\.?(?=[\s,:]|$)|"
        r"m\.d\.?(?=[\s,:]|$)|md(?=[,:]|$)|pharm\.?d|dnp|dpt|promotion zum|promoviert|doctorat|"
        r"doctorado",
    ),
)  # fmt: skip
_PATTERNS = tuple(
    (rung, re.compile(rf"(?<![\w.'])(?:{pattern})(?!\w)", re.IGNORECASE))
    for rung, pattern in _LEVELS
)
_ANY_DEGREE = re.compile(r"\bdegree\b", re.IGNORECASE)
_OPEN_FIELD = re.compile(
    r"\b(?:related|similar|relevant|equivalent|comparable|other|any)\b|\bor equivalent\b",
    re.IGNORECASE,
)
_NAMES = ("", "high school", "vocational", "associate", "bachelor's", "master's", "doctoral")


# Fields that a degree's letters name.
_FIELDS = {
    "bsn": "nursing", "msn": "nursing", "adn": "nursing", "asn": "nursing", "dnp": "nursing",
    "bsw": "social work", "msw": "social work", "mba": "business administration",
    "bba": "business administration", "mph": "public health", "mpa": "public administration",
    "mpp": "public policy", "bfa": "fine arts", "mfa": "fine arts", "mls": "library science",
    "mlis": "library and information science", "llb": "law", "llm": "law", "jd": "law",
    "bed": "education", "med": "education", "edd": "education", "beng": "engineering",
    "meng": "engineering", "pharmd": "pharmacy", "dpt": "physical therapy",
    "barch": "architecture", "march": "architecture", "bcom": "commerce",
    "bsee": "electrical engineering", "bsme": "mechanical engineering",
    "bsce": "civil engineering", "bscs": "computer science", "mscs": "computer science",
}  # fmt: skip


class Degree(NamedTuple):
    """A degree that a line of the resume names."""

    rung: int
    place: Place
    finished: bool


@lru_cache(maxsize=4096)
def level(text: str) -> int:
    """The highest degree level that `text` names: 0 none, 1 high school, 2 vocational, 3 associate,
    4 bachelor, 5 master, 6 doctorate."""
    return max((rung for rung, _, _ in _named(text)), default=0)


@lru_cache(maxsize=4096)
def _named(text: str) -> tuple[tuple[int, int, int], ...]:
    return tuple(_find_named(text))


def _find_named(text: str) -> Iterator[tuple[int, int, int]]:
    folded = fold(text)
    for rung, pattern in _PATTERNS:
        for found in pattern.finditer(folded):
            if not _lower_case_word(found.group()):
                yield rung, found.start(), found.end()


def _lower_case_word(found: str) -> bool:
    """Whether a two- or three-letter form is an ordinary word here: 'ba', 'mat', 'ms' in lower."""
    letters = found.replace(".", "").replace(" ", "")
    return len(letters) <= 3 and not letters[:1].isupper() and "." not in found


def degrees(index: MatchIndex) -> tuple[Degree, ...]:
    """Degrees named in the resume's education, or anywhere if it has no such lines; best first."""
    found = [
        Degree(rung, place, _finished(place, index))
        for number, line in enumerate(index.lines)
        if line.proof in ("study", "summary", "list", "fact")
        for rung, start, end in _named(line.text)
        if line.proof == "study" or rung > 1
        for place in (Place(number, start, end),)
    ]
    return tuple(sorted(found, key=lambda d: (not d.finished, -d.rung, d.place)))


def _finished(place: Place, index: MatchIndex) -> bool:
    line = index.lines[place.line]
    entry_id = line.entry_id
    if entry_id:
        dates = next((e.dates for e in index.resume.entries() if e.id == entry_id), None)
        if dates is not None and dates.expected:
            return False
    unfinished = r"in[- ]process|in[- ]progress|expected|anticipated|candidate|ongoing|pursuing|"
    unfinished += (
        r"courses? outstanding|incomplete|not completed|currently enrolled|coursework toward"
    )
    return not re.search(unfinished, line.text, re.IGNORECASE) and (
        standing(line.text, span_of(place)) in ("asserted", "weak")
    )


def schooling(term: str, index: MatchIndex) -> Found | None:
    """What the resume has for a term that names a degree level or a field of study.

    Returns:
        None if the term is neither, so that it is looked up like any other.
    """
    wanted = level(term) or (4 if _ANY_DEGREE.search(term) else 0)
    if not wanted:
        return None
    held = degrees(index)
    # A trade's training neither follows from a college degree nor proves a school leaving one.
    counts = {1: (1, 3, 4, 5, 6), 2: (2, 3)}.get(wanted, range(wanted, 7))
    enough = [one for one in held if one.rung in counts and one.finished]
    if enough:
        named = lookup(term, index)
        if named.support == "explicit":
            return named
        same = [one for one in enough if one.rung == wanted] or enough
        return Found("specific", tuple(one.place for one in same[:2]))
    begun = [one for one in held if one.rung in counts]
    if begun:
        note = f"{_NAMES[begun[0].rung]} degree not finished"
        return Found("partial", (begun[0].place,), note, withheld=True)
    if held:
        return Found("none", note=f"{_NAMES[held[0].rung]} level, less than asked")
    return Found("none")


def field(term: str, index: MatchIndex) -> Found:
    """What the resume has for a field of study: named with a degree, or in the education lines."""
    found = lookup(term, index)
    held = degrees(index)
    lines = {one.place.line for one in held}
    study = tuple(
        place
        for place in found.places
        if place.line in lines or index.lines[place.line].proof in ("study", "fact")
    )
    if study:
        return Found(found.support, study, found.note)
    lettered = [one for one in held if _same_field(_field_of(one.place, index), term)]
    if lettered:
        return Found("alias", tuple(one.place for one in lettered[:2]))
    if held and _OPEN_FIELD.search(term):
        return Found("implied", (held[0].place,), "")
    if found.support in ("explicit", "alias", "specific"):
        return Found("partial", found.places, "named, but not as a subject of study")
    return found


def _field_of(place: Place, index: MatchIndex) -> str:
    """The field that the letters of a degree name, '' if none."""
    letters = index.span_text(place).replace(".", "").replace(" ", "")
    return _FIELDS.get(letters.lower(), "") if sum(map(str.isupper, letters)) > 1 else ""


def _same_field(field_named: str, term: str) -> bool:
    return bool(field_named) and [u.lemma for u in units(field_named)] == [
        u.lemma for u in units(term)
    ]
