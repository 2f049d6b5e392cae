"""Places inside a clause where a second demand hangs on the first: 'including', 'by doing',
'a communicator who delivers', 'using a system, receives calls'."""

from __future__ import annotations

import re

from agent.language.grammar import word_set
from agent.requirements.lists import SKILLS
from agent.requirements.tagging import Word

_VARIETY = re.compile(r"\b(?:variety|range|array|number|multiple|various|different|suite)\b", re.I)
# What a person has, after 'with'.
_HAD = word_set(
    "attention attitude ability aptitude ethic eye knowledge understanding commitment passion "
    "standards integrity judgment"
)
_NEEDS_WITH = word_set("experience experienced familiarity familiar proficiency comfortable")
_USING = word_set("using utilizing operating")
# 'Someone who', 'an individual who': the person asked for, whoever that is.
_ANYBODY = word_set(
    "someone somebody person people individual individuals candidate candidates one those "
    "professional applicant"
)


def seam(
    sentence: str, words: tuple[Word, ...], start: int, i: int, hi: int, *, duty: bool
) -> int | None:
    """Where the demand after word `i` starts, if the one from `start` ends before `i`.

    Args:
        sentence: the text of `words`.
        words: tagged.
        start, i, hi: the clause is `words[start:hi]`, and `i` a place in it.
        duty: True in a list of duties.

    Returns:
        An index into `words`, or None where nothing ends at `i`.
    """
    low = words[i].low
    if low == "include" and words[i - 1].low == "to" and i - start >= 3 and hi - i > 2:
        return None if _VARIETY.search(sentence[words[start].start : words[i].start]) else i + 1
    if words[i].tag == "M" and i - start >= 4 and words[i - 1].tag == "N":
        # 'to resolve issues three years of HR experience': a line break was lost.
        return i if _counts_years(words[i:hi]) else None
    if low == "including" and i - start >= 3:
        return _after_including(sentence, words, start, i, hi, duty)
    if low == "with" and i > start:
        return _after_with(words, start, i, hi)
    if low == "by" and i - start >= 2:
        return _after_by(words, start, i, hi)
    if low == "who" and 0 < i - start <= 5:
        return _after_who(words, start, i, hi)
    if words[i].tag == "," and words[start].low in _USING and i - start <= 9:
        k = i + 1 + (i + 1 < hi and words[i + 1].tag == "R")
        return i + 1 if k < hi - 1 and words[k].tag == "V" else None
    return None


def _counts_years(words: tuple[Word, ...]) -> bool:
    lows = [w.low for w in words[:10]]
    return "experience" in lows and any(low in ("years", "year") for low in lows[1:6])


def _after_including(
    sentence: str, words: tuple[Word, ...], start: int, i: int, hi: int, duty: bool
) -> int | None:
    """'Supervise daily operation, including the receipt, storage and distribution of goods' names
    a duty and its parts; a short aside after a long duty stays in it."""
    head = words[start:i]
    if _VARIETY.search(sentence[words[start].start : words[i].start]):
        return None
    if any(
        w.tag == "(" and w.end < len(sentence) and sentence[w.end] in "aA1" for w in words[i:hi]
    ):
        return None  # lettered items are cut at their letters
    trait = next((w for w in reversed(head) if w.tag != ","), head[0])
    if not duty:
        return i + 1 if trait.low in SKILLS else None
    acting = any(w.tag in ("V", "G") for w in head)
    size, rest = i - start, hi - i - 1
    if not acting or size < 5:
        return None
    return i + 1 if rest >= size else None


def _after_with(words: tuple[Word, ...], start: int, i: int, hi: int) -> int | None:
    """'Highly organized with attention to detail' asks for both; 'experience with' for one."""
    if words[i - 1].low in _NEEDS_WITH or words[i - 1].tag in ("V", "G", "P", "X", "T"):
        return None
    k = i + 1
    while k < hi and words[k].tag in ("A", "D", "R", "J"):
        k += 1
    trait = k < hi - 1 and words[k].low in _HAD
    acting = any(w.tag in ("V", "G", "X") for w in words[start:i])
    return i + 1 if trait and not acting else None


_ENSURING = word_set("ensuring making being giving having keeping staying")


def _after_by(words: tuple[Word, ...], start: int, i: int, hi: int) -> int | None:
    """'Maintain the store by organizing shelves' asks for both; 'by ensuring that all is well' for
    nothing more."""
    k = i + 1 + (i + 1 < hi and words[i + 1].tag == "R")
    acting = any(w.tag in ("V", "G") for w in words[start:i])
    if not (k < hi - 1 and words[k].tag == "G" and acting):
        return None
    return hi if words[k].low in _ENSURING else i + 1


def _after_who(words: tuple[Word, ...], start: int, i: int, hi: int) -> int | None:
    """'A communicator who delivers feedback': only where nothing is said before."""
    if any(w.tag in ("V", "G", "P", "T", "X") for w in words[start:i]) or hi - i < 4:
        return None
    k = i + 1 + (words[i + 1].tag == "R")
    return i + 1 if words[k].tag == "V" else None


_HELPS = word_set("assist assists assisting support supports supporting help helps helping")


def only_opens(words: tuple[Word, ...], seam: str) -> bool:
    """True for 'someone', 'the ideal candidate', and 'support the team' before 'by doing': what is
    asked comes after."""
    if seam == "by":
        return words[0].low in _HELPS
    return all(w.tag in ("A", "D", "J", "C", ",") or w.low in _ANYBODY for w in words)
