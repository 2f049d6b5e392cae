"""The alternatives of a demand: which terms will do, which must come together.

Either/or is read from 'or', slashes, 'such as', 'like', 'e.g.', 'one of', 'at least two of'; terms
joined by 'and' stay in one alternative; 'or similar' leaves the group open.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from agent.language import grammar
from agent.language.grammar import word_set
from agent.language.text import fold
from agent.requirements.choices import choices
from agent.requirements.education import LEVEL, degree_alternatives
from agent.requirements.tagging import tag
from agent.requirements.terms_foreign import FOREIGN, foreign_alternatives
from agent.requirements.terms_open import Phrase, leads_to_of, phrases, says_nothing
from agent.requirements.years import find_years

Alternatives = tuple[tuple[str, ...], ...]

_LISTING = re.compile(
    r"\b(?:such as|like|e\.g\.?,?|for example,?|for instance,?|among others|z\.b\.|"
    r"wie (?:z\.b\.)?|tels? que|telles? que|comme|par exemple|como|por ejemplo|zoals|"
    r"bijvoorbeeld)(?=\s|:)",
    re.I,
)
_INCLUDING = re.compile(
    r"\b(?:including(?: but not limited to)?|to include|includes?|i\.e\.|namely|especially|"
    r"particularly)(?=\s|:)",
    re.I,
)
_OPEN = re.compile(
    r"\b(?:or|and|oder|ou|o|of|und|et)[ /-]*(?:(?:an?|other|another|any|some|eine?[rnms]?|"
    r"des)[ ])*(?:similar|equivalent|related|comparable|the like|others?|like|ähnliche\w*|"
    r"vergleichbare\w*|similaires?|équivalents?|similares?|vergelijkbare?|"
    r"soortgelijke?)\b(?: \w+){0,2}|\betc\b\.?|\band so on\b|\bu\.ä\.|\busw\b\.?",
    re.I,
)
_AT_LEAST = re.compile(
    r"\b(?:at least|minimum of|any|mindestens|au moins|al menos|minstens|minimaal)?\s*(one|"
    r"two|three|1|2|3|any|either|eine[rmsn]?|zwei|une?|deux|uno|dos|een|"
    r"twee) (?:or more )?(?:of(?: the following| these)?|der folgenden|des|de los|"
    r"van de volgende)\b",
    re.I,
)
_COUNTS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "any": 1,
    "either": 1,
    "zwei": 2,
    "deux": 2,
    "dos": 2,
    "twee": 2,
}
_OR_BETWEEN = re.compile(r"\b(?:or|nor|oder|ou|o|and/or)\b|/", re.I)
_JOINERS = (
    word_set(
        "and or nor und oder et ou y o en of as well plus either both similar related relevant "
        "other various new in-house of"
    )
    - {"of"}
    | grammar.DETERMINERS
    | grammar.QUALITY
)
_GLUE = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[^\s\w]")
_ACRONYM = re.compile(r"^\s*\(\s*([A-Z][A-Za-z0-9&/.+-]{1,11}s?)\s*\)")
_VARIETY = re.compile(
    r"\b(?:variety|range|one or more|any|array|number|multiple|various|different)\b", re.I
)


class Group(NamedTuple):
    """Alternatives, how many are asked for, and whether others of the kind count."""

    any_of: Alternatives
    at_least: int = 1
    open: bool = False


def read_group(clause: str, *, duty: bool, language: str = "en") -> Group:
    """The alternatives in one demand; never a lone word that names nothing ('tools').

    Args:
        clause: its words.
        duty: True for a responsibility; its first object names it.
        language: of the posting.

    Returns:
        At least one alternative with at least one term.
    """
    group = _group(clause, duty, language)
    return group._replace(any_of=_telling(group.any_of, clause))


def _telling(any_of: Alternatives, clause: str) -> Alternatives:
    """Without terms that no recruiter would search alone ('tools', 'ability', 'works'); where
    nothing else is left, the clause's own first words."""
    kept = [tuple(t for t in terms if not says_nothing(t)) for terms in any_of]
    kept = [terms for terms in kept if terms]
    return tuple(kept) if kept else ((_fallback(clause),),)


def _group(clause: str, duty: bool, language: str) -> Group:
    open_ended = _OPEN.search(clause)
    if LEVEL.search(fold(clause).lower()) and not duty:
        degrees = degree_alternatives(clause)
        if degrees:
            return Group(degrees, 1, bool(open_ended))
    if language in FOREIGN:
        named_there = foreign_alternatives(clause, language) or ((_fallback(clause),),)
        return Group(named_there, 1, bool(open_ended))
    counted = _AT_LEAST.search(clause)
    at_least = 1
    if counted:
        word = counted.group(1).lower()
        at_least = int(word) if word.isdigit() else _COUNTS.get(word, 1)
    named = _named(
        clause, open_ended.start() if open_ended and _trailing(clause, open_ended) else len(clause)
    )
    if not named:
        return Group((_traits(clause) or (_fallback(clause),),), 1, bool(open_ended))
    listing = _LISTING.search(clause)
    if listing:
        before = [p for p in named if p.end <= listing.start()]
        after = [p for p in named if p.start >= listing.end()]
        run = _first_run(clause, after)
        if run:
            alternatives = _alternatives(clause, run, joined_by_or=True)
            head = _head_before(clause, before, listing.start())
            if head:
                alternatives = (*alternatives, (head.text,))
            return Group(_unique(alternatives), at_least, True)
    including = _INCLUDING.search(clause)
    if including:
        before = [p for p in named if p.end <= including.start()]
        after = [p for p in named if p.start >= including.end()]
        run = _first_run(clause, after)
        if run and (_VARIETY.search(clause[: including.start()]) or len(run) >= 4):
            return Group(
                _unique(_alternatives(clause, run, joined_by_or=True)), at_least, bool(open_ended)
            )
        if run and before:
            general = _main_run(clause, before)
            terms = tuple(dict.fromkeys(p.text for p in [*general[-1:], *run]))
            return Group((terms,), 1, bool(open_ended))
    run = _main_run(clause, named)
    many = duty and len(run) >= 5
    alternatives = _alternatives(
        clause, run, joined_by_or=bool(counted) or many or _ends_openly(clause, run, open_ended)
    )
    if len(alternatives) == 1:
        offered = choices(clause)
        if offered:
            alternatives = tuple((item,) for item in offered)
    return Group(_unique(alternatives), at_least, bool(open_ended))


def _ends_openly(clause: str, run: list[Phrase], found: re.Match[str] | None) -> bool:
    """'Kronos, UKG or similar' and 'radios and other equipment' name examples."""
    if found is None or len(run) < 2:
        return False
    words = found.group().lower()
    return "other" in words or (
        words.startswith(("or", "oder", "ou", "o ", "of"))
        and clause[run[-1].end : found.start()].strip(" ,") == ""
    )


def _trailing(clause: str, found: re.Match[str]) -> bool:
    return len(clause[found.end() :].split()) <= 2


def _named(clause: str, end: int) -> list[Phrase]:
    named = [p for p in phrases(clause) if not p.vague and p.start < end]
    return [p for p in named if not says_nothing(p.text)] or named


def _traits(clause: str) -> tuple[str, ...]:
    """Adjectives said of the person: 'resourceful, adaptable and organized'."""
    return tuple(clause[w.start : w.end] for w in tag(clause) if w.tag == "J")[:4]


def _fallback(clause: str) -> str:
    """No noun phrase: the clause's own words are the term ('self-motivated', 'creative')."""
    years = find_years(clause)
    if years is not None:
        clause = clause[years.end :].strip(" .,;:'") or clause
    words = re.sub(
        r"^(?:(?:must|be|is|are|you|have|highly|very|extremely|able|to|ability|an?|the|and|or|"
        r"strong|excellent|good|exceptional|outstanding|proven|demonstrated|should|will)\s+)+",
        "",
        clause.strip(" .,;:-"),
        flags=re.I,
    )
    return " ".join(words.split()[:4]) or clause.strip()


def _main_run(clause: str, named: list[Phrase]) -> list[Phrase]:
    """The list of phrases that names what the clause is about.

    The first one, unless it names only people or containers, or acts on what follows
    ('development of software'); then the next list of alternatives, or the next phrase.
    """
    runs: list[list[Phrase]] = []
    at = 0
    while at < len(named):
        while at < len(named) - 1 and leads_to_of(named[at], clause):
            at += 1
        runs.append(_first_run(clause, named[at:]))
        at += len(runs[-1])
    telling = [run for run in runs if not all(_is_general(p) for p in run)]
    if not telling:
        return runs[0]
    if telling[0] is not runs[0] or _is_plain(telling[0]):
        return next((run for run in telling if _is_choice(clause, run)), telling[0])
    return telling[0]


def _is_plain(run: list[Phrase]) -> bool:
    return len(run) == 1 and run[0].text.islower() and " " not in run[0].text


def _is_choice(clause: str, run: list[Phrase]) -> bool:
    """True for alternatives, a list of three, or a name with its letters in brackets."""
    return len(run) >= 3 or any(
        _OR_BETWEEN.search(clause[a.end : b.start]) or clause[a.end : b.start].strip() == "("
        for a, b in pairwise(run)
    )


# People and containers: 'train teams in imaging protocols' is searched as 'imaging protocols'.
_GENERAL = word_set(
    "team teams staff patient patients customer customers client clients user users student "
    "students employee employees colleague colleagues member members management leadership "
    "department departments company stakeholder stakeholders engineer engineers manager "
    "managers resource contact system systems program programs service services data "
    "information "
    "participation activity activities issue issues project projects solution solutions "
    "problem problems question questions product products process processes procedures "
    "policies "
    "component components material materials support assistance guidance direction input "
    "feedback public community family families business operations quality contribute "
    "awareness "
    "plan plans report reports record records document documents file files message messages "
    "visitor visitors guest guests vendor vendors partner partners"
)


def _is_general(phrase: Phrase) -> bool:
    word = phrase.text
    return word.lower() in _GENERAL or (
        word.islower()
        and grammar.verb_form(word) in ("base", "s")
        and not grammar.is_gerund_noun(word)
    )


def _first_run(clause: str, named: list[Phrase]) -> list[Phrase]:
    """Phrases joined by nothing but commas and conjunctions, from the first on."""
    if not named:
        return []
    run = [named[0]]
    for phrase in named[1:]:
        between = clause[run[-1].end : phrase.start]
        acronym = _ACRONYM.match(clause[run[-1].end :])
        if acronym and phrase.start < run[-1].end + acronym.end():
            run.append(phrase)
            continue
        if acronym:
            between = between[acronym.end() :] if len(between) >= acronym.end() else between
        if not _joins(between):
            break
        run.append(phrase)
    return run


def _joins(between: str) -> bool:
    """True if nothing but commas, conjunctions and praise stands between two phrases."""
    marks = _GLUE.findall(between.lower())
    return (
        bool(marks)
        and all(m in ",/&()+" or m in _JOINERS or (m.endswith("ly") and len(m) > 4) for m in marks)
        and any(
            m in ",/&+("
            or m in ("and", "or", "nor", "und", "oder", "et", "ou", "y", "o", "en", "plus", "well")
            for m in marks
        )
    )


def _head_before(clause: str, before: list[Phrase], end: int) -> Phrase | None:
    """The general name in 'distributed databases like ...'."""
    if not before or clause[before[-1].end : end].strip(" ,(:-") not in ("", "software", "tools"):
        return before[-1] if before and end - before[-1].end < 12 else None
    return before[-1]


def _alternatives(clause: str, run: list[Phrase], *, joined_by_or: bool) -> Alternatives:
    """Turn a run of phrases into alternatives: 'A and B or C' is (A, B) or (C)."""
    separators = [clause[a.end : b.start] for a, b in pairwise(run)]
    acronyms = [
        bool(_ACRONYM.match(clause[a.end :]))
        and clause[a.end :].find(b.text) >= 0
        and clause[a.end : b.start].strip() == "("
        for a, b in pairwise(run)
    ]
    if joined_by_or:
        return tuple((p.text,) for p in run)
    any_or = any(_OR_BETWEEN.search(s) for s in separators)
    if len(run) > 2 and re.search(r"\b(?:and|&) (?:any |all )?other\b", separators[-1], re.I):
        # 'radios, telephones and other equipment' gives examples.
        return tuple((p.text,) for p in run)
    if not any_or:
        k = next((k for k, mark in enumerate(separators) if mark.strip() == "("), None)
        if k is not None and (acronyms[k] or _in_brackets(clause, run[k + 1 :])):
            # A name and its letters, or a kind and its examples.
            if len(run) == 2 or k == 0:
                return tuple(
                    (p.text,)
                    for p in (run[k], *run[k + 1 :])
                    if p.end <= _closing(clause, run[k].end)
                )
            return (tuple(p.text for i, p in enumerate(run) if i != k + 1),)
        return (tuple(dict.fromkeys(p.text for p in run)),)
    groups: list[list[str]] = [[run[0].text]]
    for separator, phrase in zip(separators, run[1:], strict=True):
        is_and = bool(re.search(r"\b(?:and|und|et|y|&)\b|&", separator)) and not _OR_BETWEEN.search(
            separator
        )
        if is_and:
            groups[-1].append(phrase.text)
        else:
            groups.append([phrase.text])
    return tuple(tuple(group) for group in groups)


def _closing(clause: str, start: int) -> int:
    """Where the bracket that opens after `start` closes."""
    end = clause.find(")", start)
    return end if end >= 0 else len(clause)


def _in_brackets(clause: str, run: list[Phrase]) -> bool:
    """True for two names or more, or one with a capital: 'CAD (SolidWorks)'."""
    inside = [p for p in run if p.end <= _closing(clause, run[0].start)]
    return len(inside) > 1 or (bool(inside) and inside[0].text[:1].isupper())


def _unique(alternatives: Alternatives) -> Alternatives:
    seen: dict[tuple[str, ...], tuple[str, ...]] = {}
    for alternative in alternatives:
        seen.setdefault(tuple(term.lower() for term in alternative), alternative)
    return tuple(seen.values())
