"""The alternatives of a demand: which terms will do, which must come together.

Either/or is read from 'or', slashes, 'such as', 'like', 'e.g.', 'one of', 'at least two of'; terms
joined by 'and' stay in one alternative; 'or similar' leaves the group open.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agent.language.cues import cues
from agent.language.text import definitions, fold, lower
from agent.requirements.choices import choices, listed_after
from agent.requirements.doing import acts_alone, deeds, described, help_with, shortened, traits
from agent.requirements.education import LEVEL, degree_alternatives
from agent.requirements.empty_terms import says_nothing
from agent.requirements.lists import OFFICE_NOUNS
from agent.requirements.runs import (
    Alternatives,
    alternatives_of,
    first_run,
    head_before,
    main_run,
    tells_nothing,
    unique,
)
from agent.requirements.tagging import tag
from agent.requirements.terms_foreign import FOREIGN, foreign_alternatives
from agent.requirements.terms_open import Phrase, phrases
from agent.requirements.years import find_years

_LISTING = cues(
    r"\b(?:such as|(?<!you )(?<!we )(?<!would )(?<!to )(?<!they )(?<!i )like|"
    r"e\.g\.?,?|for example,?|for instance,?|among others|z\.b\.|"
    r"wie (?:z\.b\.)?|tels? que|telles? que|comme|par exemple|como|por ejemplo|zoals|"
    r"bijvoorbeeld)(?=\s|:)",
)
_INCLUDING = cues(
    r"\b(?:including(?: but not limited to)?|to include|includes?|i\.e\.|namely|especially|"
    r"particularly)(?=\s|:)",
)
_OPEN = cues(
    r"\b(?:or|and|oder|ou|o|of|und|et)[ /-]*(?:(?:an?|other|another|any|some|eine?[rnms]?|"
    r"des)[ ])*(?:similar|equivalent|related|comparable|the like|others?|like|ähnliche\w*|"
    r"vergleichbare\w*|similaires?|équivalents?|similares?|vergelijkbare?|"
    r"soortgelijke?)\b(?: \w+){0,2}|\betc\b\.?|\band so on\b|\bu\.ä\.|\busw\b\.?",
)
_AT_LEAST = re.compile(
    r"\b(?:at least|minimum of|any|mindestens|au moins|al menos|minstens|minimaal)?\s*(one|"
    r"two|three|1|2|3|any|either|eine[rmsn]?|zwei|une?|deux|uno|dos|een|"
    r"twee) (?:or more )?(?:of(?: the following| these)?|der folgenden|des|de los|"
    r"van de volgende)\b"
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
_VARIETY = re.compile(
    r"\b(?:variety|range|one or more|any|array|number|multiple|various|different)\b", re.I
)


# 'Certificate of Fitness to Operate Air Compressors (A-35)': the name or its code.
_PAPER_CODE = re.compile(
    r"\b((?:Certificat\w+|Licen[cs]e|Permit)(?: (?:of|for|to|in|and|the|[A-Z][\w'’-]*)){1,8}"
    r" [A-Z][\w'’-]*)\s*\(([A-Z][A-Z0-9-]{1,9})\)"
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
    if group.any_of == (deeds(clause, None),):
        return group  # 'supervise' says something where it is all that is said
    return group._replace(any_of=_telling(group.any_of, clause))


def _telling(any_of: Alternatives, clause: str) -> Alternatives:
    """Without terms that no recruiter would search alone ('tools', 'ability', 'works'); where
    nothing else is left, the clause's own first words."""
    kept = [tuple(t for t in terms if not says_nothing(t)) for terms in any_of]
    kept = [_specific(terms) for terms in kept if terms]
    return tuple(kept) if kept else ((_fallback(clause),),)


def _specific(terms: tuple[str, ...]) -> tuple[str, ...]:
    """'warehousing systems, procedures and standards' is searched by its first."""
    terms = tuple(_LETTERED.sub(r"\1", term) for term in terms)
    telling = tuple(t for t in terms if t.lower() not in OFFICE_NOUNS)
    return telling or terms


# 'CAMS certification', 'PLM systems', 'Excel skills': the name is enough.
_LETTERED = re.compile(
    r"^((?:[A-Z][A-Z0-9&+/.-]+)(?: [A-Z][A-Z0-9&+/.-]+)*) (?:certifi\w+|credentials?|"
    r"accreditation|designation|endorsements?|cards?|trained|training|systems?|software|"
    r"technology|tools?|skills)$"
)


def _group(clause: str, duty: bool, language: str) -> Group:
    low = lower(clause)
    open_ended = _OPEN.search(low)
    if LEVEL.search(fold(clause).lower()) and not duty:
        degrees = degree_alternatives(clause)
        if degrees:
            return Group(degrees, 1, bool(open_ended))
    if language in FOREIGN:
        named_there = foreign_alternatives(clause, language) or ((_fallback(clause),),)
        return Group(named_there, 1, bool(open_ended))
    counted = _AT_LEAST.search(low)
    at_least = 1
    if counted:
        word = counted.group(1)
        at_least = int(word) if word.isdigit() else _COUNTS.get(word, 1)
    paper = _PAPER_CODE.search(clause) if "(" in clause else None
    if paper and not duty:
        return Group(((paper.group(1),), (paper.group(2),)), 1, bool(open_ended))
    # 'Geometric Dimensioning and Tolerancing (GD&T)' is one name, though 'and' stands in it.
    if explained := definitions(clause):
        return _named_twice(_group(_without_long(clause, explained), duty, language), explained)
    listed = traits(clause)
    if listed and not duty:
        return Group((listed,), 1, bool(open_ended))
    cut = open_ended and _trailing(clause, open_ended) and "other" not in open_ended.group()
    named = _named(clause, open_ended.start() if open_ended and cut else len(clause))
    if not named:
        said = described(clause)
        fallen = (said,) if said else _traits(clause) or (_fallback(clause),)
        return Group((fallen,), 1, bool(open_ended))
    listing = _LISTING.search(low)
    if listing:
        before = [p for p in named if p.end <= listing.start()]
        after = [p for p in named if p.start >= listing.end()]
        run = first_run(clause, after)
        if run:
            alternatives = alternatives_of(clause, run, joined_by_or=True)
            items = listed_after(clause, listing.end())
            if len(items) > len(alternatives) + 1:
                alternatives = tuple((item,) for item in items)
            head = head_before(clause, before, listing.start())
            if head:
                alternatives = (*alternatives, (head.text,))
            return Group(unique(alternatives), at_least, True)
    including = _INCLUDING.search(low)
    if including:
        before = [p for p in named if p.end <= including.start()]
        after = [p for p in named if p.start >= including.end()]
        run = first_run(clause, after)
        if run and (_VARIETY.search(clause[: including.start()]) or len(run) >= 4):
            return Group(
                unique(alternatives_of(clause, run, joined_by_or=True)), at_least, bool(open_ended)
            )
        if run and before:
            general = main_run(clause, before)
            ways = alternatives_of(clause, general, joined_by_or=False)
            if len(ways) > 1:
                return Group(unique(ways), at_least, bool(open_ended))
            terms = tuple(dict.fromkeys(p.text for p in [*general[-1:], *run]))
            return Group((terms,), 1, bool(open_ended))
    about = [p for p in named if p.start >= help_with(clause)]
    run = main_run(clause, about if duty and not tells_nothing(about) else named)
    if (tells_nothing(run) or acts_alone(clause)) and (done := deeds(clause, run[-1].end)):
        return Group((done,), 1, bool(open_ended))
    many = duty and len(run) >= 5
    alternatives = alternatives_of(
        clause, run, joined_by_or=bool(counted) or many or _ends_openly(clause, run, open_ended)
    )
    offered = choices(clause)
    if offered and (len(alternatives) == 1 or _extends(offered, alternatives)):
        alternatives = tuple((item,) for item in offered)
    if len(alternatives) == 1 and (at := _other_way(clause)):
        left, right = (_group(part, duty, language).any_of for part in (clause[:at], clause[at:]))
        return Group(unique((*left, *right)), at_least, bool(open_ended))
    return Group(unique(alternatives), at_least, bool(open_ended))


def _without_long(clause: str, explained: tuple[tuple[str, str], ...]) -> str:
    for long, short in explained:
        twice = re.escape(fold(long)) + r"\s*\(\s*" + re.escape(short) + r"\s*\)"
        if at := re.search(twice, fold(clause)):  # folding keeps every character's place
            clause = clause[: at.start()] + short + clause[at.end() :]
    return clause


def _named_twice(group: Group, explained: tuple[tuple[str, str], ...]) -> Group:
    """The same demand by the full names, too."""
    full = {short: long for long, short in explained}
    either = (
        way
        for terms in group.any_of
        for way in (tuple(full.get(term, term) for term in terms), terms)
    )
    return group._replace(any_of=unique(tuple(either)))


def _other_way(clause: str) -> int:
    """Where 'or detect similarities', 'or experience leading a team' starts: a second way with a
    verb or carrier and a noun of its own. 0 if there is none."""
    words = tag(clause)
    for i, word in enumerate(words):
        right = words[i + 1 :]
        if word.low != "or" or i < 3 or len(right) < 2:
            continue
        opens = right[0].tag in ("V", "G") or right[0].low == "experience"
        named = [w.tag for w in words[:i]]
        if opens and right[1].tag not in (",", "C") and named[-1] == "N" and "V" in named[:-1]:
            return right[0].start
        if right[0].low == "experience" and named[-1] == "N":
            return right[0].start
    return 0


def _extends(offered: tuple[str, ...], alternatives: Alternatives) -> bool:
    """True if `offered` has every alternative and more ('stainless' looks like no noun)."""
    lone = {way[0] for way in alternatives if len(way) == 1}
    return (
        len(offered) > len(alternatives) and len(lone) == len(alternatives) and lone <= set(offered)
    )


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
    first = next((i for i, p in enumerate(named) if not says_nothing(p.text)), 0)
    return named[first:]


def _traits(clause: str) -> tuple[str, ...]:
    """Adjectives said of the person: 'resourceful, adaptable and organized'."""
    return tuple(clause[w.start : w.end] for w in tag(clause) if w.tag == "J")[:4]


# What is counted, where nothing says of what: 'years of prior work experience as described'.
_COUNTED = re.compile(
    r"^(?:of\s+)?(?:(?:prior|previous|relevant|related|work|working|professional|total|such|the|"
    r"paid|full-time)\s+)*experience\b(?:\s+as (?:described|above).*)?[\s,]*(?:in|with|as)?\s*"
    r"(?:an?\s+)?",
    re.I,
)


_STRENGTH_ASIDE = re.compile(r"\((?:preferred|required|desired|optional|mandatory)\)", re.I)


def _fallback(clause: str) -> str:
    """No noun phrase: the clause's own words are the term ('self-motivated', 'creative')."""
    clause = _STRENGTH_ASIDE.sub("", clause)
    years = find_years(clause)
    if years is not None:
        clause = _COUNTED.sub("", clause[years.end :].strip(" .,;:'’")) or "experience"
    words = re.sub(
        r"^(?:(?:must|be|is|are|you|have|highly|very|extremely|able|to|ability|an?|the|and|or|"
        r"strong|excellent|good|exceptional|outstanding|proven|demonstrated|should|will)\s+)+",
        "",
        clause.strip(" .,;:-"),
        flags=re.I,
    )
    return shortened(words) or clause.strip()
