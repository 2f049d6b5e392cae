"""What the posting asks for and nothing in the resume supports, and what to ask the person.

A gap is said, never filled. The person's answer becomes a `Fact`: their own statement with its
date, which from then on is evidence like any line of their resume.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import date

from agent.language import grammar, lexicon
from agent.language.related import weight
from agent.language.terms import units
from agent.models import Category, Entry, Fact, Gap, Match, Requirement, Resume

_MOST_SUGGESTED = 3
_WHERE = frozenset({"experience", "projects", "volunteering"})


def find_gaps(
    requirements: Sequence[Requirement], matches: Sequence[Match], resume: Resume
) -> list[Gap]:
    """One question for each must and preferred requirement that nothing supports.

    Args:
        requirements: of the posting.
        matches: of the resume with them, in the same order.
        resume: where the answers may belong.

    Returns:
        Gaps: first the musts that no rewording helps (licence, degree, language, years), then the
        other musts, then the preferred; in posting order within each.
    """
    lacking = [
        (requirement, match)
        for requirement, match in zip(requirements, matches, strict=True)
        if match.support == "none" and requirement.kind != "responsibility"
    ]
    lacking.sort(key=lambda pair: (pair[0].kind != "must", not knocks_out(*pair)))
    return [
        Gap(
            requirement=requirement,
            question=question(requirement),
            suggested_entry_ids=suggested_entries(requirement, resume),
        )
        for requirement, _ in lacking
    ]


_KNOCK_OUT = frozenset({"certification", "education", "language", "condition"})


def knocks_out(requirement: Requirement, match: Match) -> bool:
    """Whether an unsupported requirement is one that no rewording can help."""
    if match.support == "none":
        return requirement.category in _KNOCK_OUT or bool(requirement.min_years)
    return match.support == "partial" and requirement.category in ("certification", "education")


def question(requirement: Requirement) -> str:
    """One short question in the person's terms, as a careful adviser would ask it.

    Args:
        requirement: what is asked for.
    """
    asked = asked_for(requirement)
    terms = [term for way in requirement.any_of for term in way]
    said = f"The posting says “{_short(requirement.quote)}”."
    if requirement.category == "condition":
        return f"{said} Does it hold for you, or can you agree to it?"
    if not any(" " in term or _says_what(term) for term in terms):
        return f"{said} Does it hold for you, and where?"
    if requirement.category == "certification" and not _held_as_said(asked):
        return f"{said} Does it hold for you, and where?"
    vague = len(terms) == 1 and not _names_one_thing(terms[0], requirement.category)
    if requirement.category == "soft" and (vague or not _a_trait(terms)):
        return f"{said} When did you show that? Name one situation and what came of it."
    years = requirement.min_years
    if vague:
        if years:
            return f"{said} How many years do you have, where, and from when to when?"
        return f"{said} Does it hold for you, and where?"
    counted = f" For how many years ({years} are asked)?" if years else ""
    form = _form(terms[0])
    match requirement.category:
        case "certification":
            return f"Do you hold {_article(asked)}? If so, since when, and is it still valid?"
        case "education":
            return f"Do you have {_degree(requirement)}? If so, where, and when did you finish?"
        case "language":
            return f"Do you speak {asked}? How well, and where have you used it?"
        case "soft" if form == "adjective":
            return f"What shows that you are {asked}? Name one situation and what came of it."
        case "soft":
            did = f"have to {asked}" if form == "verb" else f"show {asked}"
            return f"When did you {did}? Name one situation and what came of it."
        case "experience" if years:
            return (
                f"The posting asks for {years} year{'s' if years > 1 else ''} with {asked}. "
                "How many do you have, where, and from when to when?"
            )
        case "tool" if form != "verb" and any(" " in term or not term.islower() for term in terms):
            return f"Have you used {asked}? Where?{counted}"
        case _ if form == "verb":
            return f"Have you had to {asked}? Where?{counted}"
        case _:
            joint = "" if form == "doing" else "with "
            return f"What experience do you have {joint}{asked}, and where?{counted}"


def _names_one_thing(term: str, category: Category) -> bool:
    """Whether a lone term may stand for the whole demand in a question: a name, several words, a
    known skill or trait, a paper or language, a kind of work; not 'ambiguity' or 'proof'."""
    return (
        " " in term
        or not term.islower()
        or category in ("certification", "education", "language")
        or lexicon.category(term) is not None
        or _form(term) == "adjective"
        or grammar.is_gerund_noun(term)
    )


_ALSO_ADJECTIVES = frozenset(("direct", "clean", "open", "complete", "separate", "clear", "live"))


def _form(term: str) -> str:
    """'verb' for 'adapt to changes', 'doing' for 'drawing blood', 'adjective' for 'creative', else
    'noun'."""
    first, *rest = term.lower().replace("’", "'").split() or [""]
    if (
        grammar.verb_form(first) == "base"
        and rest
        and first not in _ALSO_ADJECTIVES
        and (first not in grammar.NOUNISH or rest[0] in grammar.DETERMINERS)
    ):
        return "verb"
    if rest and grammar.verb_form(first) == "ing" and not grammar.is_gerund_noun(first):
        return "doing"
    last = rest[-1] if rest else first
    if rest and [first, *rest][-2] in grammar.DETERMINERS:
        return "noun"  # 'leading a small': what is small is not there
    trait = last in grammar.TRAITS or last in grammar.QUALITY
    trait = trait or last.endswith(("-oriented", "-minded", "-driven", "-motivated", "-reliant"))
    return "adjective" if trait else "noun"


_HELD = grammar.word_set(
    "licence license certificate certification registration card permit clearance credential "
    "endorsement diploma qualification"
)


def _held_as_said(asked: str) -> bool:
    """False for words in small letters that name nothing one holds ('animal care and use')."""
    names = {word.rstrip("s") for word in asked.lower().replace("/", " ").split()}
    return bool(names & _HELD) or asked != asked.lower() or lexicon.category(asked) is not None


def _a_trait(terms: Sequence[str]) -> bool:
    """Whether a question can take all terms in place of 'that': a known strength, one word of its
    own, a deed or a quality; not 'guests feel welcome'."""
    return all(
        " " not in term
        or _form(term) != "noun"
        or lexicon.category(term) == "soft"
        or term.lower().split()[-1] in ("skill", "skills", "ability", "abilities", "attitude")
        for term in terms
    )


def _article(asked: str) -> str:
    """'a forklift licence', but 'CPR' and 'RN or LPN license' as they stand."""
    if " or " in asked or asked.split()[-1].endswith("s"):
        return asked
    if not asked[:1].islower() and not (" " in asked and asked.split()[-1].lower() in _HELD):
        return asked
    return f"{'an' if asked[0].lower() in 'aeiou' else 'a'} {asked}"


def _degree(requirement: Requirement) -> str:
    """'Bachelor's degree in botany, biology or a related field' from its pairs."""
    levels = list(dict.fromkeys(way[0] for way in requirement.any_of))
    fields = list(dict.fromkeys(way[1] for way in requirement.any_of if len(way) == 2))
    paired = {way[0] for way in requirement.any_of if len(way) == 2}
    held = _series(_first([level for level in levels if level in paired]), "or")
    ways = [f"{held} in {_series(_first(fields), 'or')}"] if fields else []
    ways += _first([level for level in levels if level not in paired])
    return _one(_series(ways, "or"))


_ONE_OF = re.compile(
    r"(?:\w+['’]?s? )?(?:degree|diploma|certificate|apprenticeship)\b|"
    r"(?:bachelor|master|associate)|(?:[\w-]+ ){1,2}(?:degree|apprenticeship)\b|(NVQ|HN[CD])\b",
    re.I,
)


def _one(degree: str) -> str:
    """'a degree in law', 'an NVQ level 2 in catering'; other names as they stand."""
    found = _ONE_OF.match(degree)
    if found is None:
        return degree
    return f"{'an' if degree[0].lower() in 'aeio' or found.group(1) else 'a'} {degree}"


def _says_what(term: str) -> bool:
    """Whether a term alone tells the person what is meant ('empathy', not 'show')."""
    return any(weight(unit.stem) >= 1 or not unit.norm.isalpha() for unit in units(term))


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= 90 else words[:89].rsplit(" ", 1)[0] + "…"


_MOST_NAMED = 5


def _first(names: Sequence[str]) -> list[str]:
    """So many names as a person reads in a question."""
    return [*names[:_MOST_NAMED], "the like"] if len(names) > _MOST_NAMED else list(names)


def asked_for(requirement: Requirement) -> str:
    """The alternatives in words: 'Rust, Elixir or Python', 'SQL and Excel'."""
    named = requirement.any_of
    if requirement.category == "soft":
        named = tuple(tuple(_plain(term) for term in way) for way in named)
    ways = list(dict.fromkeys(_series(way, "and") for way in named if way))
    return _series(_first(ways), "or") or requirement.quote


def _plain(term: str) -> str:
    """'Problem Solving' in the middle of a sentence."""
    return term.lower() if all(word[1:].islower() for word in term.split()) else term


def _series(items: Sequence[str], joint: str) -> str:
    *before, last = items or [""]
    return f"{', '.join(before)} {joint} {last}" if before else last


def suggested_entries(requirement: Requirement, resume: Resume) -> tuple[str, ...]:
    """Entries where the answer may belong: most words in common with the requirement first, then
    the most recent."""
    wanted = _content(
        [requirement.quote, *(term for way in requirement.any_of for term in way)], resume.language
    )
    entries = [
        entry
        for section in resume.sections
        if section.kind in _WHERE
        for entry in section.entries
        if entry.title or entry.heading
    ]

    def order(entry: Entry) -> tuple[int, str]:
        common = len(wanted & _content(_texts(entry), resume.language))
        return common, _latest(entry)

    return tuple(entry.id for entry in sorted(entries, key=order, reverse=True)[:_MOST_SUGGESTED])


def _texts(entry: Entry) -> list[str]:
    return [entry.heading, *(bullet.text for bullet in entry.bullets)]


def _latest(entry: Entry) -> str:
    if entry.dates is None:
        return ""
    return "9999" if entry.dates.current else entry.dates.end or entry.dates.start or ""


def _content(texts: Iterable[str], language: str) -> set[str]:
    return {unit.stem for text in texts for unit in units(text, language) if len(unit.norm) > 3}


def fact_from_answer(gap: Gap, answer: str, entry_id: str | None, on: date) -> Fact:
    """The person's answer to a gap's question as a fact.

    Args:
        gap: whose question was answered.
        answer: the person's words.
        entry_id: the entry it belongs to; None lets it support only the summary and Skills.
        on: the day of the answer.

    Returns:
        A fact whose id depends on its content, so the same answer given twice is one fact.
    """
    words = " ".join(answer.split())
    key = "\x1f".join((words, entry_id or "", gap.requirement.quote))
    return Fact(
        id=f"f{hashlib.sha256(key.encode()).hexdigest()[:10]}",
        text=words,
        entry_id=entry_id,
        stated_on=on.isoformat(),
        question=gap.question,
        requirement_quote=gap.requirement.quote,
    )
