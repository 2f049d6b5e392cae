"""Amounts in words: 'by a third', 'one in four', 'doubled', 'two and a half', 'third quarter'."""

from __future__ import annotations

import re

from agent.language.amounts import Quantity
from agent.language.quantity_words import amount_at, bound_before
from agent.language.unit_names import UNIT_AFTER, unit_after
from agent.language.units import MAGNITUDES, NUMBER_WORDS, ORDINALS, UNITS, number_of

_MULTIPLE = re.compile(
    r"\b(doubl(?:e|ed|ing)|twice|tripl(?:e|ed|ing)|quadrupl(?:e|ed|ing)|halv(?:e|ed|ing)|half"
    r"|(?:one|a)[ -]third(?![ -]part(?:y|ies))|(?:one|a)[ -](?:fifth|tenth)(?= of)|two[ -]thirds|(?:one|a)[ -]quarter of|(?<=by )(?:one|a)[ -]quarter(?![ -](?:hour|century|mile))|three[ -]quarters)\b"  # noqa: E501
)
_SHARE = re.compile(
    rf"\b(?:1|one)[ -](?:in|out of)(?: every)?[ -](?P<of>\d{{1,3}}|{NUMBER_WORDS})\b(?![%,.]\d)"
)
_OF_THEM = re.compile(
    rf"\b(?:1|one) (?!in|out)[a-z]+ in (?P<of>\d{{1,3}}|{NUMBER_WORDS})(?= ?(?:$|[,.;:)]| (?:and|of|at|with|among)\b))"  # noqa: E501
)
_EVERY_NTH = re.compile(rf"\bevery (?P<nth>{'|'.join(ORDINALS[2:])}|\d{{1,2}}(?:rd|th))(?= [a-z])")
_OR_TWICE = re.compile(r"\b(?:once (?:or|to) twice|(?P<two>twice or (?:three times|thrice)))\b")
_QUARTER = re.compile(
    r"\b(?:q(?P<n>[1-4])|(?:(?P<nth>first|second|third|fourth)|(?P<digit>[1-4])(?:st|nd|rd|th)) quarter)\b"  # noqa: E501
)
_MULTIPLE_VALUE = {
    "doub": ("ratio", 2.0),
    "twic": ("ratio", 2.0),
    "trip": ("ratio", 3.0),
    "quad": ("ratio", 4.0),
    "halv": ("percent", 50.0),
    "half": ("percent", 50.0),
    "one third": ("percent", 100 / 3),
    "a third": ("percent", 100 / 3),
    "one fifth": ("percent", 20.0),
    "a fifth": ("percent", 20.0),
    "one tenth": ("percent", 10.0),
    "a tenth": ("percent", 10.0),
    "a quarter": ("percent", 25.0),
    "one quarter": ("percent", 25.0),
    "a quarter of": ("percent", 25.0),
    "one quarter of": ("percent", 25.0),
    "two thirds": ("percent", 200 / 3),
    "three quarters": ("percent", 75.0),
}
_PARTS = ("doubl", "twice", "tripl", "quadrupl", "hal", "third", "fifth", "tenth", "quarter")
_HALF_A = re.compile(
    r"\b(?P<part>half|(?:a )?quarter)(?: (?:of )?an?|-an?)?[ -]"
    r"(?P<whole>hours?|days?|miles?|acres?|tons?|million|thousand|dozen)\b"
)
_HALVES = re.compile(rf"\b(?P<n>\d{{1,3}}|{NUMBER_WORDS}|one) and a half\b")


def worded(plain: str, text: str) -> list[Quantity]:
    """The amounts of `text` that are a share, a multiple, a quarter of a year or end in a half.

    Args:
        plain: `text` folded, in lower case.
        text: the text as written.
    """
    found = [*_shares(plain), *_quarters(plain), *_halves(plain, text)]
    taken = [(one.start, one.end) for one in found]
    return [
        *found,
        *(
            one
            for one in _fractions(plain)
            if not any(one.start < end and start < one.end for start, end in taken)
        ),
    ]


def _shares(plain: str) -> list[Quantity]:
    """'one in four' is 25 %; 'one in ten days' counts days."""
    found = []
    single = "one" in plain or "1" in plain
    for match in _SHARE.finditer(plain) if single else ():
        whole = number_of(match["of"])
        unit = UNIT_AFTER.match(plain, match.end())
        if whole < 2 or (unit and unit.group(1) in UNITS):
            continue
        bound, begin = bound_before(plain, match.start())
        share = 100 / whole
        found.append(amount_at(plain, begin, match.end(), share, share, "percent", bound))
    for match in _OF_THEM.finditer(plain) if single else ():  # 'one Saturday in three'
        whole = number_of(match["of"])
        if whole >= 2:
            share = 100 / whole
            found.append(
                amount_at(plain, match.start(), match.end(), share, share, "percent", "exact")
            )
    for match in _EVERY_NTH.finditer(plain) if "every" in plain else ():  # 'every third Saturday'
        nth = match["nth"]
        share = 100 / (ORDINALS.index(nth) if nth in ORDINALS else int(nth[:-2]))
        found.append(amount_at(plain, match.start(), match.end(), share, share, "percent", "exact"))
    return found


def _quarters(plain: str) -> list[Quantity]:
    """'Q3' and 'third quarter' are the same part of a year."""
    found = []
    for match in _QUARTER.finditer(plain) if "q" in plain else ():
        nth = ("first", "second", "third", "fourth").index(match["nth"]) + 1 if match["nth"] else 0
        n = float(match["n"] or match["digit"] or nth)
        found.append(
            amount_at(plain, match.start(), match.end(), n, n, "quarter", "exact")._replace(
                after=()
            )
        )
    return found


def _halves(plain: str, text: str) -> list[Quantity]:
    """'two and a half years', 'half an hour', 'half a million', 'once or twice'."""
    found = []
    for match in _HALF_A.finditer(plain) if "half" in plain or "quarter" in plain else ():
        bound, begin = bound_before(plain, match.start())
        word = match["whole"]
        unit, size = UNITS.get(word) or ("count", MAGNITUDES.get(word, 1.0))
        size /= 2 if match["part"] == "half" else 4
        found.append(amount_at(plain, begin, match.end(), size, size, unit, bound))
    for match in _OR_TWICE.finditer(plain) if "twice" in plain else ():
        low = 2.0 if match["two"] else 1.0
        found.append(amount_at(plain, match.start(), match.end(), low, low + 1.0, "count", "exact"))
    for match in _HALVES.finditer(plain) if "and a half" in plain else ():
        value = (1.0 if match["n"] == "one" else number_of(match["n"])) + 0.5
        unit, scale, end = unit_after(plain, text, match.end())
        amount = value * scale
        found.append(amount_at(plain, match.start(), end, amount, amount, unit, "exact"))
    return found


def _fractions(plain: str) -> list[Quantity]:
    """'by a third', 'two-thirds', 'doubled'."""
    if not any(part in plain for part in _PARTS):
        return []
    found = []
    for match in _MULTIPLE.finditer(plain):
        if plain[: match.start()].endswith("and a "):
            continue
        words = match.group(1).replace("-", " ")
        unit, value = _MULTIPLE_VALUE.get(words) or _MULTIPLE_VALUE[words[:4]]
        bound, begin = bound_before(plain, match.start())
        found.append(amount_at(plain, begin, match.end(), value, value, unit, bound))
    return found
