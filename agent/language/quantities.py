"""Amounts as people write them, made comparable: value, unit, rate, bound and what is counted.

"40K", "$1.2 million", "twelve", "92 percent", "over 40", "5-10", "45 tickets per day", "28-bed",
"18 months", "from 180 ms to 45 ms", "doubled". Calendar dates are not amounts and are left to
`agent.language.dates`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from agent.language.amounts import Bound, Quantity
from agent.language.clock import clock_times, in_two_units
from agent.language.dates import find_dates
from agent.language.quantity_words import PREPOSITIONS, amount_at, bound_before
from agent.language.roles import related
from agent.language.shares import worded
from agent.language.text import fold
from agent.language.unit_names import scale_after, unit_after
from agent.language.units import (
    CURRENCIES,
    MAGNITUDES,
    NUMBER_WORDS,
    ORDINALS,
    WORD_VALUES,
    number_of,
)

_SMALL = [
    word
    for word, value in WORD_VALUES.items()
    if 1 < value < 20 and word not in ("dozen", "couple", "pair", "both")
]
_NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+,\d{{1,2}}(?![\d,])|\d+(?:\.\d+)?|\.\d+|(?:a |an )?\b(?:{NUMBER_WORDS})\b"  # noqa: E501
    rf"(?:(?:-| |(?<=hundred) and |(?<=thousand) and )(?:{NUMBER_WORDS})\b){{0,6}})"
)
_MAG = r"(?: ?(?:thousands?|millions?|billion|trillion|hundreds?|dozen|dz|doz|lakh|crore|mm|mn|bn|mil|[kmb])(?![a-z0-9]|-\d))"  # noqa: E501
_AMOUNT = re.compile(
    rf"(?:(?<=\+/-)|(?<![\w.,-])(?<!\D/))(?P<cur>us\$|[$€£¥])? ?(?P<num>{_NUMBER})(?P<mag>{_MAG})?"
    rf"(?:(?:-? (?:up )?to | ?(?:-|to|–|and|or) ?)(?P<cur2>[$€£¥])?(?P<num2>{_NUMBER})(?P<mag2>{_MAG})?(?=[\s%+,.;:)/-]|s\b|$))?"  # noqa: E501
    rf"(?P<ord>st|nd|rd|th)?(?P<plus>\+(?! ?\d))?",
)
_DIGIT_OR_WORD = re.compile(rf"\d|\b(?:{NUMBER_WORDS})")
_LEAD = len("us$ an ")
"""Characters that an amount may have before its number."""
_APART = re.compile(  # small numbers that no one number is made of
    rf"({'|'.join(_SMALL)}) (?:{'|'.join(_SMALL)})$"
)
_ONE_UNIT = re.compile(
    r"(?<=all but )one\b|(?<=all except )one\b|(?<=all bar )one\b"
    r"|(?<=within )one (?:minute|hour|day|week|month|year)s?\b(?! in )"
    r"|one[ -](?:percent|per cent|mile|acre|ton|tonne|inch|foot|meter|metre|kilometer)\b"
)
_ORDINAL = re.compile(r"\b(" + "|".join(ORDINALS[3:]) + r")\b(?![ -]part(?:y|ies))")
_AFTER_BOUND = re.compile(
    r" ?(\+(?! ?\d)|at (?:its |the )?peak|max(?:imum)?\b|tops\b|or more|or so|and up"
    r"|and above|plus\b|or higher)"
)
_AFTER: dict[str, Bound] = {"at": "up_to", "ma": "up_to", "to": "up_to"}
"""First two letters -> bound: 'at peak', 'max', 'tops'; the rest are lower bounds."""


@lru_cache(maxsize=16384)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The amounts in `text`, in order, dates left out.

    Args:
        text: any text; compatibility characters and number words are understood.

    Returns:
        Quantities with spans in `text`; a range is one quantity.
    """
    plain = fold(text).lower()
    taken = [(span.start, span.end) for span, _ in find_dates(text)]
    found: list[Quantity] = []
    named = [*clock_times(plain), *in_two_units(plain)]
    named += [one for one in worded(plain, text) if not _overlaps(one, named)]
    plain = _without(plain, taken)
    taken += [(one.start, one.end) for one in named]
    found.extend(named)
    bare, place = _without(plain, taken), 0
    while match := _next_amount(bare, place):
        amounts = _amounts(match, plain, text)
        found.extend(amounts)
        place = match.end()
        if amounts and amounts[-1].start >= place:
            place = amounts[-1].end  # '5 to 3 to 2': one match led on to the next
    for match in _ORDINAL.finditer(plain) if "th" in plain else ():  # 'third', 'fourth'
        if any(a <= match.start() < b for a, b in taken):
            continue  # 'by a third'
        value = float(ORDINALS.index(match.group(1)))
        found.append(amount_at(plain, match.start(), match.end(), value, value, "ordinal", "exact"))
    return tuple(related(sorted(found), plain, bare))


def _next_amount(bare: str, place: int) -> re.Match[str] | None:
    """The first amount from `place` on; the whole pattern is tried only where a number is near."""
    number = _DIGIT_OR_WORD.search(bare, place)
    return _AMOUNT.search(bare, max(place, number.start() - _LEAD)) if number else None


def _overlaps(one: Quantity, others: list[Quantity]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


def _without(plain: str, taken: list[tuple[int, int]]) -> str:
    """The text with the characters of dates and of amounts found before blotted out."""
    for start, end in taken:
        plain = plain[:start] + "\x00" * (end - start) + plain[end:]
    return plain


_CHAIN = 8
"""As many amounts as '9 to 7 to 4' reads together; a longer row is no range and no comparison."""


def _amounts(match: re.Match[str], plain: str, text: str, chained: int = 1) -> list[Quantity]:
    start = match.start("cur") if match.group("cur") else match.start("num")
    if plain.startswith(("a ", "an "), start) and not match.group("cur"):
        start = plain.index(" ", start) + 1
    words = match.group("num")
    apart = _APART.match(words)
    if apart and not match.group("num2"):  # 'two ten-person classes'
        low, end = number_of(apart[1]), start + apart.end(1)
        first = _finish(plain, text, start, end, low, low, "", None)
        rest = _AMOUNT.match(plain, start + apart.end(1) + 1)
        return [*first, *(_amounts(rest, plain, text) if rest else [])]
    mag = _magnitude(match, "mag", text)
    if (
        words in ("one", "a", "an")
        and not match.group("num2")
        and not _ONE_UNIT.match(plain, match.start("num"))
    ):
        return []
    low = number_of(words) * MAGNITUDES.get(mag, 1.0)
    high = low
    end = match.end("mag") if mag else match.end("num")
    unit = CURRENCIES.get((match.group("cur") or "")[-1:], "")
    second = match.group("num2")
    if second:
        mag2 = _magnitude(match, "mag2", text)
        other = number_of(second) * MAGNITUDES.get(mag2, 1.0)
        joint = plain[end : match.start("num2")]
        between = plain[:start].rstrip().endswith("between")
        if (
            "to" in joint or "-" in joint or between or (" or " in joint and other == low + 1)
        ) and not plain[:start].rstrip().endswith("from"):
            if mag2 and not mag:
                low *= MAGNITUDES[mag2]
            if other > low:
                high, end = other, match.end("mag2") if mag2 else match.end("num2")
                second = None
    if second:  # two separate amounts: "from 5 to 8", "3 and 4"
        rest = _AMOUNT.match(
            plain, match.start("cur2") if match.group("cur2") else match.start("num2")
        )
        following = _amounts(rest, plain, text, chained + 1) if rest and chained < _CHAIN else []
        if not unit and following and plain[end:].lstrip()[:3].startswith(("to ", "-")):
            shared = following[0]
            scale = scale_after(plain, following[0])
            first = _finish(plain, text, start, end, low, high, shared.unit, scale)
        else:
            first = _finish(plain, text, start, end, low, high, unit, None)
        return [*first, *following]
    if match.group("ord") and match.end("ord") >= end:
        return [amount_at(plain, start, match.end("ord"), low, high, "ordinal", "exact")]
    return _finish(plain, text, start, end, low, high, unit, None)


def _magnitude(match: re.Match[str], group: str, text: str) -> str:
    """The magnitude as written; 'mm' is a million of money, or in capitals, else millimetres."""
    mag = (match.group(group) or "").strip()
    capitals = text[match.start(group) : match.end(group)].strip() == "MM" if mag else False
    return "" if mag == "mm" and not match.group("cur") and not capitals else mag


def _finish(
    plain: str,
    text: str,
    start: int,
    end: int,
    low: float,
    high: float,
    unit: str,
    scale: float | None,
) -> list[Quantity]:
    if unit and scale is not None and not unit.startswith("money"):
        bound, begin = bound_before(plain, start)
        return [amount_at(plain, begin, end, low * scale, high * scale, unit, bound)]
    bound, begin = bound_before(plain, start)
    if not unit:
        unit, factor, end = unit_after(plain, text, end)
        low, high = low * factor, high * factor
        if unit == "fahrenheit":
            low, high, unit = (low - 32) / 1.8, (high - 32) / 1.8, "celsius"
    after = _AFTER_BOUND.match(plain, end)
    if after:
        end = after.end()
        words = after.group(1)
        bound = "about" if words == "or so" else _AFTER.get(words[:2], "at_least")
        if unit == "count":
            unit, factor, end = unit_after(plain, text, end)
            low, high = low * factor, high * factor
    if unit == "count" and _is_label(plain, text, start, end):
        unit = "label"
    return [amount_at(plain, begin, end, low, high, unit, bound)]


def _is_label(plain: str, text: str, start: int, end: int) -> bool:
    """'ISO 9001', 'Fusion 360': a number that is part of a name."""
    before = re.search(r"([A-Za-z][\w&]*)[ -]$", text[max(0, start - 20) : start])
    if not before or not before.group(1)[0].isupper():
        return False
    first = max(0, start - 20) + before.start(1)
    if first == 0 or text[:first].rstrip()[-1:] in (".", "•", ":", ";", ""):
        return bool(before.group(1).isupper() and len(before.group(1)) > 1)
    after = re.match(r"[ -]([a-z]+)", plain[end:])
    return after is None or after.group(1) in PREPOSITIONS or before.group(1).isupper()
