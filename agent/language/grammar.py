"""Enough English grammar to find noun phrases and verbs in work prose, without a model.

Closed classes are listed whole; verbs are recognised by a list of base forms that work prose uses
and by their endings. A word that is both noun and verb ('support', 'lead') is decided by its
neighbours, in the rooms that read sentences.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from agent.language.work_verbs import (
    GERUND_NOUNS,
    IRREGULAR_ED,
    NO_VERBS,
    VERBS,
)
from agent.language.work_verbs import NOUNISH as NOUNISH
from agent.language.work_verbs import word_set as word_set

DETERMINERS = word_set(
    "a an the this that these those our your their its his her my any all each every some no "
    "both either neither such "
    "other another various several many multiple numerous certain much more most few own"
)
PREPOSITIONS = word_set(
    "of in on at to for with by from into onto within without across through throughout between "
    "among amongst over under "
    "about against during before after per via towards toward upon around regarding "
    "concerning using including as than like "
    "while when where if because so whether until unless although though based such-as "
    "versus vs beyond behind above below "
    "alongside despite except near off out since up down"
)
CONJUNCTIONS = word_set("and or nor but & and/or plus yet as-well-as")
PRONOUNS = word_set(
    "i you he she it we they me him us them who whom whose which what that this these those "
    "there here one ones oneself "
    "yourself themselves itself himself herself ourselves others anyone everyone someone "
    "anything everything something"
)
AUXILIARIES = word_set(
    "is are was were be been being am do does did done has have had having will would shall "
    "should can could may might must "
    "cannot need needs needed ought isn't aren't won't don't doesn't can't"
)
ADVERBS = word_set(
    "not also very highly well too just even only again still already often always never "
    "sometimes usually typically "
    "together directly alone daily weekly monthly annually quarterly etc etc. e.g e.g. i.e "
    "i.e. here there then thus "
    "therefore however otherwise else ideally preferably especially particularly "
    "approximately nearly almost quite rather "
    "further forward ahead abroad onsite on-site remotely early late least etcetera"
)
NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty "
    "fifty hundred thousand"
)

# Praise and measure: said of a skill, never part of its name.
QUALITY = word_set(
    "strong excellent good great solid proven demonstrated demonstrable exceptional outstanding "
    "superior superb effective "
    "extensive deep broad thorough sound basic advanced intermediate prior previous relevant "
    "related similar appropriate "
    "necessary required preferred desired desirable essential minimum minimal new existing "
    "current recent successful "
    "significant substantial considerable working practical general specific particular "
    "applicable hands-on in-depth "
    "first-hand comprehensive complete full fully high highest high-level top best ideal "
    "proficient skilled "
    "expert experienced qualified knowledgeable familiar comfortable able capable willing "
    "keen passionate interested "
    "additional overall complex ambiguous challenging critical key main major minor primary "
    "important valuable "
    "professional-level positive exacting consistent consistently competent satisfactory "
    "equivalent comparable associated "
    "assigned established large small larger wide variety range number level levels "
    "degree-level timely efficient "
    "long-term short-term day-to-day ongoing possible potential suitable accurate robust "
    "fluent active "
    "true genuine serious fast fast-paced verifiable proved "
    "well-developed well-rounded meticulous polished polite pertinent latest modern "
    "innovative exciting "
    "smooth proper general-purpose everyday regular frequent occasional large-scale "
    "small-scale multi-year high-quality cutting-edge state-of-the-art world-class "
    "best-in-class high-performing"
)

# What people are, in words that look like nouns by their ending.
TRAITS = word_set(
    "quick agile calm creative friendly honest reliable organized organised detail-oriented "
    "self-motivated motivated collaborative "
    "curious resourceful energetic enthusiastic dependable punctual caring compassionate "
    "courteous humble open-minded "
    "team-oriented results-oriented results-driven goal-oriented customer-focused "
    "customer-oriented self-starting self-directed "
    "trustworthy mature confident assertive articulate analytical logical methodical "
    "thorough diligent hardworking hard-working "
    "oral verbal written spoken local federal national regional global international "
    "municipal internal external domestic digital "
    "electronic electrical mechanical strategic tactical scientific academic economic "
    "historic dynamic specific automatic diplomatic "
    "pragmatic empathetic systematic realistic optimistic clerical manual visual "
    "mathematical statistical"
)

# Words that hold a demand without being one: 'experience with X', 'knowledge of X'.
CARRIERS = word_set(
    "experience experiences knowledge understanding ability abilities familiarity proficiency "
    "proficiencies expertise "
    "competence competency competencies command awareness exposure background history track "
    "record fluency aptitude "
    "capability capabilities capacity skill skills passion interest willingness desire "
    "commitment grasp appreciation "
    "acumen mastery literacy talent flair demonstration understanding-of comprehension "
    "proficient skilled level years year "
    "months minimum plus bonus variety range number set part kind type types aspects aspect "
    "areas area matters basis need "
    "needs way ways manner order case cases addition field fields discipline disciplines "
    "equivalent position positions role "
    "roles work job jobs duty duties responsibility responsibilities task tasks requirement "
    "requirements others"
)

_BASES = VERBS | NOUNISH
Form = Literal["base", "s", "ing", "ed"]


@lru_cache(maxsize=8192)
def verb_form(word: str) -> Form | None:
    """Which form of a work verb `word` (lower case) can be; None if none.

    'manage' base, 'manages' s, 'managing' ing, 'managed' and 'built' ed. Verbs that are not listed
    are still recognised in -ing and -ed, and in the -ise/-ize/-ate/-ify families.
    """
    if word in _BASES:
        return "base"
    if word in IRREGULAR_ED:
        return "ed"
    for prefix in ("re-", "co-", "pre-", "re", "over", "out"):
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) > 3 and rest in _BASES and rest not in NOUNISH:
            return "base"
    if len(word) < 4:
        return None
    if word.endswith("s") and any(base in _BASES for base in without_s(word)):
        return "s"
    if word.endswith("ing"):
        stem = word[:-3]
        if _known_stem(stem) or (len(stem) > 3 and any(c in "aeiouy" for c in stem)):
            return "ing"
    if word.endswith("ed"):
        stem = word[:-2]
        if (
            _known_stem(stem)
            or word[:-1] in _BASES
            or (word.endswith("ied") and word[:-3] + "y" in _BASES)
        ):
            return "ed"
        return "ed" if len(stem) > 3 else None
    if word.endswith(("ize", "ise", "ify")) and len(word) > 6 and word not in NO_VERBS:
        return "base"
    return None


def without_s(word: str) -> tuple[str, ...]:
    """What `word` may be without its -s: 'watches' is 'watche' or 'watch', 'carries' 'carry'."""
    if word.endswith("ies"):
        return (word[:-1], word[:-3] + "y")
    return (word[:-1], word[:-2]) if word.endswith("es") else (word[:-1],)


def _known_stem(stem: str) -> bool:
    return (
        stem in _BASES
        or stem + "e" in _BASES
        or (len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in _BASES)
    )


def is_gerund_noun(word: str) -> bool:
    """True for '-ing' words that name a field or a thing ('accounting', 'welding')."""
    return word in GERUND_NOUNS


def starts_with_verb(words: list[str]) -> bool:
    """True if a line opens like a duty: 'Manage ...', 'Plans and conducts ...', 'Managing ...'.

    Args:
        words: the line's words in lower case; a leading adverb is stepped over.
    """
    rest = [
        word
        for word in words[:3]
        if not (word.endswith("ly") or word in ("to", "may", "will", "must", "can", "also"))
    ]
    if not rest:
        return False
    first = rest[0]
    if first in QUALITY:
        return False
    form = verb_form(first)
    if form == "base":
        following = rest[1] if len(rest) > 1 else ""
        return first not in NOUNISH or following not in (
            "of",
            "is",
            "are",
            "skills",
            "experience",
            "for",
            "management",
            "engineering",
            "background",
        )
    if form == "ing":
        return True
    return form == "s" and first[:-1] not in ("skill", "need", "offer", "position", "benefit")
