"""Runs of phrases joined by commas and conjunctions, and the alternatives they make."""

from __future__ import annotations

import re
from itertools import pairwise

from agent.language import grammar
from agent.language.grammar import word_set
from agent.requirements.terms_open import Phrase, leads_to_of

Alternatives = tuple[tuple[str, ...], ...]

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


def main_run(clause: str, named: list[Phrase]) -> list[Phrase]:
    """The list of phrases that names what the clause is about.

    The first one, unless it names only people or containers, or acts on what follows
    ('development of software'); then the next list of alternatives, or the next phrase.
    """
    runs: list[list[Phrase]] = []
    at = 0
    while at < len(named):
        while at < len(named) - 1 and leads_to_of(named[at], clause):
            at += 1
        runs.append(first_run(clause, named[at:]))
        at += len(runs[-1])
    telling = [run for run in runs if not all(_is_general(p) for p in run)]
    if not telling:
        return runs[0]
    if re.search(r"\bas an? $", clause[: telling[0][0].start]):
        # 'Three years as a fitter or helper in the electrical or the building trades': the field.
        fields = [run for run in telling[1:] if _is_choice(clause, run)]
        if fields:
            return fields[0]
    examples = [run for run in telling if len(run) >= 3 and _gives_examples(clause, run)]
    if examples and len(telling[0]) == 1:
        return examples[0]
    if telling[0] is not runs[0] or _is_plain(telling[0]):
        return next((run for run in telling if _is_choice(clause, run)), telling[0])
    return telling[0]


def tells_nothing(run: list[Phrase]) -> bool:
    """True if the phrases name only people, containers and the like."""
    return all(_is_general(p) for p in run)


def _is_plain(run: list[Phrase]) -> bool:
    return len(run) == 1 and run[0].text.islower() and " " not in run[0].text


def _gives_examples(clause: str, run: list[Phrase]) -> bool:
    """'radios, telephones and other equipment' gives examples."""
    between = clause[run[-2].end : run[-1].start]
    return re.search(r"\b(?:and|&|or) (?:any |all )?other\b", between, re.I) is not None


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
    "situation situations status performance condition conditions improvement improvements change "
    "changes update updates same "
    "visitor visitors guest guests vendor vendors partner partners"
)


def _is_general(phrase: Phrase) -> bool:
    word = phrase.text
    return word.lower() in _GENERAL or (
        word.islower()
        and grammar.verb_form(word) in ("base", "s")
        and not grammar.is_gerund_noun(word)
    )


def first_run(clause: str, named: list[Phrase]) -> list[Phrase]:
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


_FOR_DOING = re.compile(r"^ to [a-z]+(?=,)")


def _joins(between: str) -> bool:
    """True if nothing but commas, conjunctions and praise stands between two phrases; 'requests to
    purchase, invoices' are two items of a list."""
    marks = _GLUE.findall(_FOR_DOING.sub("", between.lower()))
    return (
        bool(marks)
        and all(
            m in ",/&()+" or m in _JOINERS or m[0].isdigit() or (m.endswith("ly") and len(m) > 4)
            for m in marks
        )
        and any(
            m in ",/&+("
            or m in ("and", "or", "nor", "und", "oder", "et", "ou", "y", "o", "en", "plus", "well")
            for m in marks
        )
    )


def head_before(clause: str, before: list[Phrase], end: int) -> Phrase | None:
    """The general name in 'distributed databases like ...'."""
    if not before or clause[before[-1].end : end].strip(" ,(:-") not in ("", "software", "tools"):
        return before[-1] if before and end - before[-1].end < 12 else None
    return before[-1]


def alternatives_of(clause: str, run: list[Phrase], *, joined_by_or: bool) -> Alternatives:
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
    if len(run) > 2 and _gives_examples(clause, run):
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


def unique(alternatives: Alternatives) -> Alternatives:
    """Each alternative once, case aside."""
    seen: dict[tuple[str, ...], tuple[str, ...]] = {}
    for alternative in alternatives:
        seen.setdefault(tuple(term.lower() for term in alternative), alternative)
    return tuple(seen.values())
