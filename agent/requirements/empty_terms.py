"""Terms that tell a recruiter nothing: 'experience', 'variety', 'tools', 'lbs'."""

from __future__ import annotations

from agent.language import grammar
from agent.language.grammar import word_set

VAGUE = word_set(
    "variety range number set kind type types aspect aspects area areas part basis level levels "
    "way ways lot amount series host array "
    "combination mix plethora multitude spectrum scope form forms purpose purposes etc "
    "member members team-member world environment "
    "environments setting settings time times day days week month year years yr yrs months hours "
    "needs need result results manner goal "
    "goals example examples company organization organisation client's person people "
    "individual individuals thing things fact other others "
    "candidate candidates applicant applicants position role job plus asset advantage bonus "
    "preference must requirement requirements "
    "experience ability knowledge understanding familiarity proficiency expertise skills "
    "skill background exposure basics duties duty passion history certification certificate "
    "license licence registration interest willingness desire commitment "
    "responsibility responsibilities task tasks work degree-of approach approaches "
    "opportunity opportunities order addition accordance possession"
)
"""Nouns that name nothing by themselves, whatever stands around them."""

_EMPTY_ALONE = (
    VAGUE
    | grammar.CARRIERS
    | grammar.ADVERBS
    | grammar.QUALITY
    | word_set(
        "tool tools software system systems technique techniques principles methods concepts item "
        "items description descriptions callers live program programs product products service "
        "services process processes matter topics topic subject subjects facility facilities "
        "place places team teams staff colleagues employees department departments unit units "
        "project projects self others issue issues problem problems question questions solution "
        "solutions activity activities "
        "state country city area one two three responsible related equivalent similar acceptable "
        "degree-level concept mind heart hand hands word words end top line"
    )
)


_UNITS = word_set("lbs wpm pounds kg hours age older miles")


def says_nothing(term: str) -> bool:
    """True for a lone word that names no skill: 'works', 'ability', 'tools'."""
    low = term.lower().strip(" .,;:")
    if not any(c.isalpha() for c in low) or (len(low) == 1 and term.islower()):
        return True
    if low in _UNITS:
        return True
    if term == "Word":
        return False  # the word processor
    if " " in low or not low.isalpha() or term[1:] != term[1:].lower():
        return not low
    if low in _EMPTY_ALONE:
        return True
    form = grammar.verb_form(low)
    return (
        term.islower()
        and form == "base"
        and low not in grammar.NOUNISH
        and not any(base in grammar.NOUNISH for base in grammar.without_s(low))
    )
