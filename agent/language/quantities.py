"""Amounts as people write them, made comparable: value, unit, rate, bound and what is counted.

"40K", "$1.2 million", "twelve", "92 percent", "over 40", "5-10", "45 tickets per day", "28-bed",
"18 months", "from 180 ms to 45 ms", "doubled". Calendar dates are not amounts and are left to
`agent.language.dates`.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from agent.language.amounts import Bound, Quantity
from agent.language.dates import find_dates
from agent.language.quantity_words import (
    PHRASE_END,
    PREPOSITIONS,
    rate_near,
    what_follows,
    what_precedes,
)
from agent.language.text import fold
from agent.language.units import CURRENCIES, MAGNITUDES, ORDINALS, UNITS, WORD_VALUES, number_of

_SMALL = [
    word
    for word, value in WORD_VALUES.items()
    if 1 < value < 20 and word not in ("dozen", "couple", "pair", "both")
]
_WORDS = "|".join(
    sorted([*WORD_VALUES, "hundred", "thousand", "million", "billion"], key=len)[::-1]
)
_NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+,\d{{1,2}}(?![\d,])|\d+(?:\.\d+)?|\.\d+|(?:a |an )?\b(?:{_WORDS})\b"  # noqa: E501
    rf"(?:(?:-| |(?<=hundred) and |(?<=thousand) and )(?:{_WORDS})\b){{0,6}})"
)
_MAG = r"(?: ?(?:thousands?|millions?|billion|trillion|hundreds?|dozen|dz|doz|lakh|crore|mm|mn|bn|mil|[kmb])(?![a-z0-9]|-\d))"  # noqa: E501
_AMOUNT = re.compile(
    rf"(?:(?<=\+/-)|(?<![\w.,-])(?<!\D/))(?P<cur>us\$|[$€£¥])? ?(?P<num>{_NUMBER})(?P<mag>{_MAG})?"
    rf"(?: ?(?:-|to|–|and|or) ?(?P<cur2>[$€£¥])?(?P<num2>{_NUMBER})(?P<mag2>{_MAG})?(?=[\s%+,.;:)/-]|$))?"  # noqa: E501
    rf"(?P<ord>st|nd|rd|th)?(?P<plus>\+)?",
)
_APART = re.compile(  # small numbers that no one number is made of
    rf"({'|'.join(_SMALL)}) (?:{'|'.join(_SMALL)})$"
)
_ONE_UNIT = re.compile(
    r"(?<=within )one (?:minute|hour|day|week|month|year)s?\b(?! in )"
    r"|one[ -](?:percent|per cent|mile|acre|ton|tonne|inch|foot|meter|metre|kilometer)\b"
)
_MULTIPLIED = re.compile(
    r" (?:the|as|more|less|fewer|faster|higher|larger|greater|quota|growth)\b|$"
)
_ORDINAL = re.compile(r"\b(" + "|".join(ORDINALS[3:]) + r")\b(?![ -]part(?:y|ies))")
_MULTIPLE = re.compile(
    r"\b(doubl(?:e|ed|ing)|twice|tripl(?:e|ed|ing)|quadrupl(?:e|ed|ing)|halv(?:e|ed|ing)|half"
    r"|(?:one|a)[ -]third(?![ -]part(?:y|ies))|(?:one|a)[ -](?:fifth|tenth)(?= of)|two[ -]thirds|(?:one|a)[ -]quarter of|three[ -]quarters)\b"  # noqa: E501
)
_SHARE = re.compile(
    rf"\b(?:1|one) (?:in|out of)(?: every)? (?P<of>\d{{1,3}}|{_WORDS})\b(?![%,.]\d)"
)
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
    "a quarter of": ("percent", 25.0),
    "one quarter of": ("percent", 25.0),
    "two thirds": ("percent", 200 / 3),
    "three quarters": ("percent", 75.0),
}
_UNIT_AFTER = re.compile(
    r"[ -]?(words (?:per|a) minute|miles (?:per|an) hour|%|percentage points?|percent|per cent|(?:square|cubic) (?:feet|foot|inch(?:es)?|yards?|met(?:er|re)s?)|(?:short|metric|long) tons?|m[²³23](?!\w)|(?:° ?|degrees? )(?:f|c|fahrenheit|celsius)\b|sq\.? ?ft\.?|[a-z]+)"  # noqa: E501
)
_DEGREES = re.compile(r"(?:° ?|[Dd]egrees? )?([FC])(?:ahrenheit|elsius)?|[Dd]egrees? ([fc])\w+")
_PER_SHORT = re.compile(r" ?p[./]?([aw]|c(?=m))\.?m?\b")  # 'p.a.', 'pw', 'pcm'
_DESCRIBED = re.compile(r" [a-z]+(?:ed|able) (hours|days|weeks|months|miles|pounds|gallons|tons)\b")
_ARROWS = ("→", "->", "-->", "=>", "–>", ">")
_HALVES = re.compile(rf"\b(?P<n>\d{{1,3}}|{_WORDS}|one) and a half\b")
_SIDES = (("f", 0.3048), ("in", 0.0254), ("y", 0.9144), ("m", 1.0))
_POWERS = {"m2": ("area", 1.0), "m²": ("area", 1.0), "m3": ("volume", 1e3), "m³": ("volume", 1e3)}
_TONS = {"short": 907184.74, "metric": 1e6, "long": 1016046.9}
_BEFORE = re.compile(
    r"(?:^|[\s(])(on average|about|around|approximately|approx\.?|roughly|circa|some|an estimated|estimated|average of"  # noqa: E501
    r"|averaging|in the region of"
    r"|[io]n the order of|nearly|almost|close to|over|more than|greater than|above|at least"
    r"|a minimum of"
    r"|minimum of|in excess of|exceeding|upwards? of|up to|as many as|a maximum of|maximum of|under|less than"  # noqa: E501
    r"|fewer than|below|at most|no more than)(?: an?)? ?$|(~|>=|>|<|≥|≤)\s?$"
)
_ROLE = re.compile(
    r"(?:^|[\s(,])(from|to|by|of|van|von|naar|auf|in|over|across|within)(?: (?:the|our|my|all|those))?(?: (?:about|around|over|nearly|almost|roughly|approximately|just|only))? ?$"  # noqa: E501
)
_VERSUS = re.compile(r"\b(?:against|versus|vs\.?|compared (?:to|with)|than)(?: [a-z]+){0,3} ?$")
_AFTER_BOUND = re.compile(
    r" ?(\+|at (?:its |the )?peak|max(?:imum)?\b|tops\b|or more|or so|and up|and above|plus\b"
    r"|or higher)"
)
_AFTER: dict[str, Bound] = {"at": "up_to", "ma": "up_to", "to": "up_to"}
"""First two letters -> bound: 'at peak', 'max', 'tops'; the rest are lower bounds."""
_BOUNDS: dict[str, Bound] = {}
for _names, _bound in (
    (
        "on about around approximately approx approx. roughly circa some estimated average averaging ~",  # noqa: E501
        "about",
    ),
    ("nearly almost close", "nearly"),
    (
        "over more greater above at_least minimum in_excess exceeding upward upwards > >= ≥",
        "at_least",
    ),
    ("up as maximum", "up_to"),
    ("under less fewer below at_most no < ≤", "at_most"),
):
    for _word in _names.split():
        _BOUNDS[_word] = _bound  # type: ignore[assignment]


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
    named = [*_shares(plain), *_quarters(plain), *_halves(plain, text), *_fractions(plain)]
    taken += [(one.start, one.end) for one in named]
    found.extend(named)
    bare, place = _without(plain, taken), 0
    while match := _AMOUNT.search(bare, place):
        amounts = _amounts(match, plain, text)
        found.extend(amounts)
        place = match.end()
        if amounts and amounts[-1].start >= place:
            place = amounts[-1].end  # '5 to 3 to 2': one match led on to the next
    for match in _ORDINAL.finditer(plain):
        if any(a <= match.start() < b for a, b in taken):
            continue  # 'by a third'
        value = float(ORDINALS.index(match.group(1)))
        found.append(_make(plain, match.start(), match.end(), value, value, "ordinal", "exact"))
    found = _converted(sorted(found), plain)
    found = _compared(_roles(found, plain), bare)
    for index, (first, second) in enumerate(itertools.pairwise(found)):
        if second.unit == "count" and (
            (first.role == "from" and second.role == "to") or second.role == "vs"
        ):
            scale = _scale_after(plain, first)
            if first.unit not in ("count", "label") and not second.after:
                found[index + 1] = second._replace(
                    low=second.low * scale, high=second.high * scale, unit=first.unit
                )
    for index in range(2, len(found)):  # 'by 3 minutes, from 11 to 8'
        by, first, second = found[index - 2 : index + 1]
        if (
            (first.role, second.role) == ("from", "to")
            and first.unit == second.unit == "count"
            and by.clause == first.clause
            and by.unit not in ("count", "label", "ordinal", "percent", "ratio", "points")
            and not (counts_something(first) or counts_something(second))
        ):
            scale = _scale_after(plain, by)
            for place in (index - 1, index):
                one = found[place]
                found[place] = one._replace(
                    low=one.low * scale, high=one.high * scale, unit=by.unit
                )
    return tuple(found)


def _converted(found: list[Quantity], plain: str) -> list[Quantity]:
    """'up to 66 lb (30 kg)': what stands in brackets is the same amount, with the same bound."""
    made = list(found)
    for index, (first, second) in enumerate(itertools.pairwise(found), start=1):
        between = plain[first.end : second.start]
        same = first.unit == second.unit and abs(first.high - second.high) < 0.03 * first.high
        if same and re.fullmatch(r"[ a-z]{0,24}\((?:about |approx\.? )?", between):
            made[index] = second._replace(bound=first.bound, role=first.role)
    return made


def _without(plain: str, taken: list[tuple[int, int]]) -> str:
    """The text with the characters of dates and of amounts found before blotted out."""
    for start, end in taken:
        plain = plain[:start] + "\x00" * (end - start) + plain[end:]
    return plain


def _halves(plain: str, text: str) -> list[Quantity]:
    """'two and a half years'."""
    found = []
    for match in _HALVES.finditer(plain):
        value = (1.0 if match["n"] == "one" else number_of(match["n"])) + 0.5
        unit, scale, end = _unit_after(plain, text, match.end())
        amount = value * scale
        found.append(_make(plain, match.start(), end, amount, amount, unit, "exact"))
    return found


def _fractions(plain: str) -> list[Quantity]:
    """'by a third', 'two-thirds', 'doubled'."""
    found = []
    for match in _MULTIPLE.finditer(plain):
        if plain[: match.start()].endswith("and a "):
            continue
        words = match.group(1).replace("-", " ")
        unit, value = _MULTIPLE_VALUE.get(words) or _MULTIPLE_VALUE[words[:4]]
        bound, begin = _bound_before(plain, match.start())
        found.append(_make(plain, begin, match.end(), value, value, unit, bound))
    return found


def _shares(plain: str) -> list[Quantity]:
    """'one in four' is 25 %; 'one in ten days' counts days."""
    found = []
    for match in _SHARE.finditer(plain):
        whole = number_of(match["of"])
        unit = _UNIT_AFTER.match(plain, match.end())
        if whole < 2 or (unit and unit.group(1) in UNITS):
            continue
        bound, begin = _bound_before(plain, match.start())
        share = 100 / whole
        found.append(_make(plain, begin, match.end(), share, share, "percent", bound))
    return found


def _quarters(plain: str) -> list[Quantity]:
    """'Q3' and 'third quarter' are the same part of a year."""
    found = []
    for match in _QUARTER.finditer(plain):
        nth = ("first", "second", "third", "fourth").index(match["nth"]) + 1 if match["nth"] else 0
        n = float(match["n"] or match["digit"] or nth)
        found.append(
            _make(plain, match.start(), match.end(), n, n, "quarter", "exact")._replace(after=())
        )
    return found


_BECAME = re.compile(r"(?:[ -][a-z\x00 -]{1,40})? (?:down |up )?to ")
_MEASURED_BY = re.compile(
    r"[,;(]? ?(?:[a-z]+ ){0,3}(?:goal|target|quota|norm|benchmark|average)"
    r"(?: (?:was|is|of|being))?:? $"
    r"| (?:vs\.?|versus|against)(?: [a-z]+){0,3} $"
)
_COMPARED = re.compile(
    r"\b(?:average|averaged|avg|mean|goal|target|quota|norm|benchmark|median|versus|vs|against|than|compared|below|above)\b"
)


def _compared(found: list[Quantity], plain: str) -> list[Quantity]:
    """'78% ..., school average 64': a bare number beside its measure shares the unit; and the 7 of
    '10 business days to 7' is where a change went."""
    made = list(found)
    for index in range(1, len(made)):
        first, second = made[index - 1], made[index]
        if (
            first.unit == second.unit == "count"
            and second.role == ""
            and not counts_something(second)
            and _MEASURED_BY.search(plain[max(first.end, second.start - 60) : second.start])
        ):
            made[index] = second = second._replace(role="vs", after=first.after)
        between = plain[first.end : second.start + 24][: max(0, second.start - first.end) + 14]
        if (
            len(between) < 120
            and _COMPARED.search(between)
            and first.unit not in ("count", "label")
        ):
            if second.unit == "count" and not counts_something(second):
                scale = _scale_after(plain, first)
                second = second._replace(
                    low=second.low * scale, high=second.high * scale, unit=first.unit
                )
            if second.unit == first.unit and second.role in ("", "of"):
                second = second._replace(role="vs")
            made[index] = second
        if (
            second.role == ""
            and first.role == ""
            and second.unit in ("count", first.unit)
            and first.unit != "label"
            and (first.after or first.unit != "count")
            and not counts_something(second)
            and _BECAME.fullmatch(plain[first.end : second.start])
        ):
            scale = _scale_after(plain, first) if second.unit != first.unit else 1.0
            made[index - 1] = first._replace(role="from")
            made[index] = second._replace(
                low=second.low * scale,
                high=second.high * scale,
                unit=first.unit,
                role="to",
                after=first.after,
            )
    return made


_UNCOUNTED = frozenset(("together", "overall", "percent", "last", "this", "by", "within", "below"))


def counts_something(quantity: Quantity) -> bool:
    """Whether something is counted: in '64 together' nothing is."""
    return bool(quantity.after) and quantity.after[0] not in _UNCOUNTED


_CHANGE = frozenset(
    "grow increase raise rise reduce cut lower decrease drop fall shrink improve expand boost climb "  # noqa: E501, SIM905
    "decline bring double go lift shorten trim slash".split()
)


def _roles(found: list[Quantity], plain: str) -> list[Quantity]:
    """Keep 'from' and 'to' only where something changes; '160' of '40 of 160' is a total."""
    found = list(found)
    for index, (first, second) in enumerate(itertools.pairwise(found)):
        if (
            second.role == "to"
            and first.role == ""
            and first.unit in ("count", second.unit)
            and second.low < first.low
            and plain[first.end : second.start].strip() == "to"
        ):
            found[index] = first._replace(role="from")  # nobody counts a range downwards
        elif plain[first.end : second.start].strip() in _ARROWS:
            found[index] = first._replace(role="from")
            found[index + 1] = second._replace(role="to")
        elif plain[first.end : second.start].strip() == "+":
            found[index + 1] = second._replace(role="plus")
        elif plain[first.end : second.start].strip() in ("x", "×") and second.unit == "time":
            found[index + 1] = second._replace(role="times")
    kept: list[Quantity] = []
    for index, quantity in enumerate(found):
        role = quantity.role
        before = found[index - 1] if index else None
        after = found[index + 1] if index + 1 < len(found) else None
        turned = (
            before is not None
            and before.clause == quantity.clause
            and (
                before.role == "to"
                or plain[: quantity.start].rstrip().endswith(("down from", "up from"))
            )
        )
        if (
            role == "from"
            and not turned
            and not (after and after.role == "to" and after.clause == quantity.clause)
        ):
            role = ""
        elif role == "to" and not _CHANGE & set(quantity.before):
            paired = before and before.role == "from" and before.clause == quantity.clause
            role = "to" if paired else ""
        elif role == "of" and before and not before.after and quantity.start - before.end <= 10:
            role = (
                "total"
                if plain[before.end : quantity.start].split()
                in (["of"], ["out", "of"], ["of", "the"], ["of", "our"], ["of", "my"])
                else role
            )
        kept.append(quantity._replace(role=role))
    return kept


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
    mag = (match.group("mag") or "").strip()
    if (
        words in ("one", "a", "an")
        and not match.group("num2")
        and not _ONE_UNIT.match(plain, match.start("num"))
    ):
        return []
    low = number_of(words) * MAGNITUDES.get(mag, 1.0)
    high = low
    end = match.end("mag") if match.group("mag") else match.end("num")
    unit = CURRENCIES.get((match.group("cur") or "")[-1:], "")
    second = match.group("num2")
    if second:
        mag2 = (match.group("mag2") or "").strip()
        other = number_of(second) * MAGNITUDES.get(mag2, 1.0)
        joint = plain[end : match.start("num2")]
        between = plain[:start].rstrip().endswith("between")
        if (
            "to" in joint or "-" in joint or between or (" or " in joint and other == low + 1)
        ) and not plain[:start].rstrip().endswith("from"):
            if mag2 and not mag:
                low *= MAGNITUDES[mag2]
            if other > low:
                high, end = other, match.end("mag2") if match.group("mag2") else match.end("num2")
                second = None
    if second:  # two separate amounts: "from 5 to 8", "3 and 4"
        rest = _AMOUNT.match(
            plain, match.start("cur2") if match.group("cur2") else match.start("num2")
        )
        following = _amounts(rest, plain, text, chained + 1) if rest and chained < _CHAIN else []
        if not unit and following and plain[end:].lstrip()[:3].startswith(("to ", "-")):
            shared = following[0]
            scale = _scale_after(plain, following[0])
            first = _finish(plain, text, start, end, low, high, shared.unit, scale)
        else:
            first = _finish(plain, text, start, end, low, high, unit, None)
        return [*first, *following]
    if match.group("ord") and match.end("ord") >= end:
        return [_make(plain, start, match.end("ord"), low, high, "ordinal", "exact")]
    return _finish(plain, text, start, end, low, high, unit, None)


def _scale_after(plain: str, shared: Quantity) -> float:
    after = _UNIT_AFTER.search(plain, max(shared.start, shared.end - 14), shared.end)
    if after and after.group(1) in UNITS:
        return UNITS[after.group(1)][1]
    words = plain[shared.start : shared.end].split()
    return UNITS.get(words[-1].lstrip("0123456789.,-"), ("", 1.0))[1] if words else 1.0


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
        bound, begin = _bound_before(plain, start)
        return [_make(plain, begin, end, low * scale, high * scale, unit, bound)]
    bound, begin = _bound_before(plain, start)
    if not unit:
        unit, factor, end = _unit_after(plain, text, end)
        low, high = low * factor, high * factor
        if unit == "fahrenheit":
            low, high, unit = (low - 32) / 1.8, (high - 32) / 1.8, "celsius"
    after = _AFTER_BOUND.match(plain, end)
    if after:
        end = after.end()
        words = after.group(1)
        bound = "about" if words == "or so" else _AFTER.get(words[:2], "at_least")
        if unit == "count":
            unit, factor, end = _unit_after(plain, text, end)
            low, high = low * factor, high * factor
    if unit == "count" and _is_label(plain, text, start, end):
        unit = "label"
    return [_make(plain, begin, end, low, high, unit, bound)]


def _unit_after(plain: str, text: str, end: int) -> tuple[str, float, int]:
    mark = plain[end : end + 1]
    if mark in ("'", '"') and not plain[end + 1 : end + 2].isalpha():
        return "length", UNITS["ft" if mark == "'" else "inch"][1], end + 1
    described = _DESCRIBED.match(plain, end)
    if described:  # '52 flagged hours'
        unit, scale = UNITS[described.group(1)]
        return unit, scale, described.end()
    after = _UNIT_AFTER.match(plain, end)
    if not after:
        return "count", 1.0, end
    word = after.group(1)
    if word.startswith("percentage point"):
        return "points", 1.0, after.end()
    if word.startswith(("words", "miles")) and " " in word:
        return ("wpm" if word[0] == "w" else "mph"), 1.0, after.end()
    if word == "per cent":
        return "percent", 1.0, after.end()
    if word.startswith(("square ", "cubic ", "sq ", "sq.", "sqft")):
        side = word.replace(".", " ").removeprefix("sq").split()[-1]
        size = next(scale for begins, scale in _SIDES if side.startswith(begins))
        cubic = word[0] == "c"
        return ("volume", 1000 * size**3, after.end()) if cubic else ("area", size**2, after.end())
    if plain[end : end + 1] == " " and re.match(r"-[a-z]", plain[after.end() :]):
        return "count", 1.0, end  # '18 second-shift operators'
    if word == "t" and plain[end : end + 1] == "t":
        return "mass", 1e6, after.end()  # '3.5t'
    if word == "x" and re.match(r" ?\d", plain[after.end() :]):
        return "count", 1.0, after.start()  # '4 x 20 minutes'
    degrees = _DEGREES.fullmatch(text[after.start(1) : after.end(1)])
    if degrees:
        letter = (degrees[1] or degrees[2]).lower()
        return ("fahrenheit" if letter == "f" else "celsius"), 1.0, after.end()
    if word in _POWERS or word.endswith((" ton", " tons")):
        kind, scale = _POWERS.get(word) or ("mass", _TONS[word.split()[0]])
        return kind, scale, after.end()
    written = text[after.start(1) : after.end(1)]
    if word == "times" and not _MULTIPLIED.match(plain, after.end()):
        return "count", 1.0, end  # 'testified 11 times'
    if (
        word == "times"
        and after.end() == len(plain)
        and not _CHANGE & set(what_precedes(plain, end))
    ):
        return "count", 1.0, end
    if word in UNITS and not (
        len(word) == 1 and (written.isupper() or word in "gs") and word not in "vwx"
    ):
        if (
            word in ("min", "second", "times", "mi", "gal", "in", "ha", "mo")
            and plain[end : end + 1] == ""
        ):
            return "count", 1.0, end
        unit, scale = UNITS[word]
        if word == "mm" and plain[end : end + 1] != " ":
            return unit, scale, after.end()
        return unit, scale, after.end()
    return "count", 1.0, end


def _bound_before(plain: str, start: int) -> tuple[Bound, int]:
    before = _BEFORE.search(plain, max(0, start - 24), start)
    if not before:
        return "exact", start
    words = (before.group(1) or before.group(2)).split()
    key = words[0]
    if key in ("at", "in", "a", "an") and len(words) > 1:
        key = {"at": f"at_{words[1]}", "in": "in_excess"}.get(key, words[1])
    begin = before.start(1) if before.group(1) else before.start(2)
    return _BOUNDS.get(key, "exact"), begin


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


def _make(
    plain: str, start: int, end: int, low: float, high: float, unit: str, bound: Bound
) -> Quantity:
    role = _ROLE.search(plain, max(0, start - 30), start)
    after, rate = what_follows(plain, end)
    short = _PER_SHORT.match(plain, end)
    if short:
        rate = {"a": "year", "w": "week", "c": "month"}[short.group(1)]
    before = what_precedes(plain, start)
    if unit != "count" and re.search(r"-[a-z]+$", plain[start:end]):
        rate = ""  # 'three 12-hour shifts a week'
    elif not rate and plain[end : end + 1] != "-":
        rate = rate_near(plain, end)
    named = role.group(1) if role else ""
    named = {"van": "from", "von": "from", "naar": "to", "auf": "to"}.get(named, named)
    if unit == "label":
        rate = ""
    if named in ("in", "over", "across", "within"):
        named = "in" if unit == "time" else ""
    if named in ("", "of") and _VERSUS.search(plain, max(0, start - 50), start):
        named = "vs"
    return Quantity(
        start,
        end,
        low,
        high,
        unit,
        rate,
        bound,
        named,
        after,
        before,
        sum(1 for _ in PHRASE_END.finditer(plain, 0, start)),
    )
