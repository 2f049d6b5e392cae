"""Years asked for: '5+', '2-5', 'three (3) or more', 'at least one year'."""

from __future__ import annotations

import re
from typing import NamedTuple

from agent.language.text import fold

_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "ein": 1,
    "einem": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "zehn": 10,
    "un": 1,
    "une": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "dix": 10,
    "uno": 1,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
    "diez": 10,
    "een": 1,
    "twee": 2,
    "drie": 3,
    "vijf": 5,
    "tien": 10,
}
_NUMBER = r"(?:\d{1,2}|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")"
_YEARS = re.compile(
    rf"(?<![\w$.,])({_NUMBER})(?:\s?\(\s?(\d{{1,2}})\s?\+?\s?\))?\s?(\+|plus|or more|oder mehr|"
    rf"ou plus|o más|of meer)?(?:\s?(?:-|to|bis|à|a|tot|or|"
    rf"and)\s?({_NUMBER})(?:\s?\(\s?\d{{1,2}}\s?\))?\s?\+?)?\s?-?\s?"
    r"(?:(?:full|complete|or more|plus|consecutive|solid|recent|post[- ]\w+|"
    r"progressive(?:ly responsible)?|related|professional|relevant|minimum|additional|"
    r"calendar)\s)*(?:years?|yrs?\.?|jahre?n?|années?|ans|años?|jaar|"
    r"jaren)(?![\w-]*\s(?:of age|old|alt|in business|ago))(?:'|\b)"
)


class Years(NamedTuple):
    """Least and most years asked for."""

    least: int
    most: int | None
    start: int
    end: int


# 'Ten years in construction, 5 as foreman', 'Years of experience: 3'.
_SHORT = re.compile(
    rf"^\W*(?:at least |minimum (?:of )?)?({_NUMBER})\s?\+?\s+as (?:an? |the )?[a-z]|"
    rf"\byears? (?:of )?(?:\w+ ){{0,2}}experience(?: required)?\s*[:=]\s*({_NUMBER})\b"
)


# 'children under three years' are an age.
_AGED = re.compile(r"\b(?:unter|under|aged?|ages|moins de|menores de|onder|jünger als) $")


def find_years(clause: str) -> Years | None:
    """The first span of years in `clause` that counts experience, or None.

    Months are not years, and neither are ages ('18 years of age') or a firm's own history.
    """
    folded = fold(clause).lower()
    for found in _YEARS.finditer(folded):
        if _AGED.search(folded[max(0, found.start() - 16) : found.start()]):
            continue
        tail = folded[found.end() : found.end() + 22]
        if re.match(
            r"\W*(?:accredited )?(?:college|university|degree|high school|program|institution|"
            r"apprenticeship|course|bachelor|associate|school|technical|diploma)",
            tail,
        ):
            continue
        if re.match(r"\W*(?:of age|old|in business|warranty|ago|contract|term|appointment)", tail):
            continue
        if (
            re.search(
                r"(?:for|past|last|in|within|every|next|first|over the) (?:the )?(?:past |last )?$",
                folded[max(0, found.start() - 16) : found.start()],
            )
            and "experience" not in folded
        ):
            continue
        least = int(found.group(2)) if found.group(2) else _value(found.group(1))
        most = _value(found.group(4)) if found.group(4) else None
        if most is not None and most < least:
            most = None
        return Years(least, most, found.start(), found.end())
    short = _SHORT.search(folded)
    if short:
        return Years(_value(short.group(1) or short.group(2)), None, *short.span())
    return None


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS[word]
