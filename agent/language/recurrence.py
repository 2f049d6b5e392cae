"""How often a thing recurs, made comparable: "biweekly" is "every two weeks" is "every other week".

"twice weekly", "3 times a month", "every fifth week", "one week in five", "Tues & Thurs", "on
Fridays". A plain "daily" or "per week" is one too. Values are occurrences a year.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from agent.language.text import fold


class Recurrence(NamedTuple):
    """One expression of how often, with its place."""

    start: int
    end: int
    yearly: tuple[float, ...]
    """Occurrences a year; two values where the word is ambiguous ("biweekly")."""
    plain: bool
    """A bare rate like "daily" or "per week", no number in it."""


_PERIODS = {
    "hour": 8766.0,
    "day": 365.25,
    "weekday": 365.25,
    "night": 365.25,
    "morning": 365.25,
    "evening": 365.25,
    "week": 52.18,
    "weekend": 52.18,
    "month": 12.0,
    "quarter": 4.0,
    "year": 1.0,
    "semester": 2.0,
    "fortnight": 26.09,
    "hr": 8766.0,
    "wk": 52.18,
    "mo": 12.0,
    "yr": 1.0,
    "qtr": 4.0,
}
_LY = {
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week",
    "monthly": "month", "quarterly": "quarter", "yearly": "year", "annually": "year",
    "annual": "year", "fortnightly": "fortnight", "hrly": "hour", "wkly": "week",
    "mthly": "month", "mnthly": "month", "qtrly": "quarter", "yrly": "year",
}  # fmt: skip
_BI = {
    "biweekly": (26.09, 104.36),
    "bimonthly": (6.0, 24.0),
    "semiweekly": (104.36,),
    "semimonthly": (24.0,),
    "semiannual": (2.0,),
    "semiannually": (2.0,),
    "biannual": (2.0, 0.5),
    "biannually": (2.0, 0.5),
    "biennial": (0.5,),
    "biennially": (0.5,),
}
_NUMBERS = {
    word: float(n)
    for n, words in enumerate(
        (
            "", "once one first", "twice two second", "three third thrice", "four fourth",
            "five fifth", "six sixth", "seven seventh", "eight eighth", "nine ninth", "ten tenth",
            "eleven eleventh", "twelve twelfth",
        )
    )
    for word in words.split()
}  # fmt: skip
_WEEKDAYS = (
    r"mon(?:day)?s?|tue(?:s(?:day)?)?s?|wed(?:nesday)?s?|thu(?:rs?(?:day)?)?s?|fri(?:day)?s?"
    r"|sat(?:urday)?s?|sun(?:day)?s?"
)
_N = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NTH = r"(?:\d{1,3}(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_P = "(?P<period>" + "|".join(_PERIODS) + ")s?"
_EVERY = re.compile(rf"\b(?:every|each) (?:(?P<other>other)|(?P<n>{_N})|(?P<nth>{_NTH}))[ -]{_P}\b")
_X = re.compile(rf"(?P<n>{_N}) ?x ?(?:(?:a|per|each|every) |/ ?)?{_P}\b")  # '3x week'
_N_LY = re.compile(rf"\b(?P<n>{_N})-(?P<ly>weekly|monthly|hourly|yearly|daily)\b")
_Q = re.compile(r"\bq ?(?P<n>\d{1,2}) ?h(?:rs?|ours?)?\b")  # 'q2h' of a nurse's chart
_SEASON = re.compile(r"\b(?:every|each) (?:spring|summer|fall|autumn|winter|season)\b")
_IN = re.compile(rf"\bone {_P} (?:in|out of) (?P<n>{_N})\b")
_TIMES = re.compile(
    rf"\b(?P<n>once|twice|thrice|{_N} times)[ -](?:(?:a|an|per|each|every) {_P}|(?P<ly>{'|'.join(_LY)}))\b"  # noqa: E501
)
_BARE = re.compile(
    r"\b(?P<bi>(?:bi|semi)-?(?:weekly|monthly|annual|annually|ennial|ennially))\b"
    rf"|\b(?P<ly>{'|'.join(_LY)})\b|(?:\b(?:per|a|an|each|every|of the) |/ ?){_P}\b"
)
_DAYS = re.compile(rf"\b(?:{_WEEKDAYS})\b(?:(?:,? ?(?:and|&|,|/|\+) ?)(?:{_WEEKDAYS})\b){{0,6}}")
_DAY = re.compile(rf"\b(?:{_WEEKDAYS})\b")
_TIMED = re.compile(
    rf"(?:\b|x)(?:(?:{'|'.join(_PERIODS)})s?\b|(?:{'|'.join(_LY)})\b|(?:bi|semi)-?(?:w|m|a|en)"
    r"|season\b|spring\b|summer\b|fall\b|autumn\b|winter\b)"
)
"""What stands in every expression but weekdays and a chart's 'q2h'."""


@lru_cache(maxsize=8192)
def find_recurrences(text: str) -> tuple[Recurrence, ...]:
    """The expressions of how often in `text`, longest first where they overlap.

    Args:
        text: any text.
    """
    plain = fold(text).lower()
    found = _periodic(plain) if _TIMED.search(plain) else []
    if "q" in plain:
        found += [
            _made(match, (_PERIODS["hour"] / max(_value(match["n"]), 1.0),), False)
            for match in _Q.finditer(plain)
        ]
    for match in _DAYS.finditer(plain):
        days = _DAY.findall(match.group())
        several = len(days) > 1 or days[0].endswith("days")
        if several or plain[: match.start()].endswith(("every ", "each ")):
            found.append(_made(match, (52.18 * len(days), 52.18), False))
    if not found:
        return ()
    found.sort(key=lambda one: (one.plain, one.start - one.end))
    kept: list[Recurrence] = []
    for one in found[:60]:
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return tuple(sorted(kept))


def _periodic(plain: str) -> list[Recurrence]:
    """What names a period: 'every two weeks', '3x a month', 'daily'."""
    found: list[Recurrence] = []
    for match in _EVERY.finditer(plain):
        step = 2.0 if match["other"] else _value(match["n"] or match["nth"])
        found.append(_made(match, (_PERIODS[match["period"]] / max(step, 1.0),), False))
    found.extend(_made(match, (_PERIODS["year"],), True) for match in _SEASON.finditer(plain))
    found.extend(
        _made(match, (_PERIODS[match["period"]] / max(_value(match["n"]), 1.0),), False)
        for match in _IN.finditer(plain)
    )
    found.extend(
        _made(match, (_PERIODS[match["period"]] * _value(match["n"]),), False)
        for match in _X.finditer(plain)
    )
    found.extend(
        _made(match, (_PERIODS[_LY[match["ly"]]] / max(_value(match["n"]), 1.0),), False)
        for match in _N_LY.finditer(plain)
    )
    for match in _TIMES.finditer(plain):
        period = match["period"] or _LY[match["ly"]]
        found.append(_made(match, (_PERIODS[period] * _value(match["n"].split()[0]),), False))
    for match in _BARE.finditer(plain):
        if match["bi"]:
            yearly = _BI.get(match["bi"].replace("-", ""))
            if yearly:
                found.append(_made(match, yearly, False))
        else:
            found.append(_made(match, (_PERIODS[match["period"] or _LY[match["ly"]]],), True))
    return found


def agree(claim: Recurrence, evidence: Recurrence) -> bool:
    """Whether both can mean the same."""
    return any(abs(a - b) <= 0.03 * b for a in claim.yearly for b in evidence.yearly)


def _made(match: re.Match[str], yearly: tuple[float, ...], plain: bool) -> Recurrence:
    return Recurrence(match.start(), match.end(), yearly, plain)


def _value(words: str) -> float:
    digits = re.match(r"\d+", words)
    return float(digits.group()) if digits else _NUMBERS.get(words, 1.0)
