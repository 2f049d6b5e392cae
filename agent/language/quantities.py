"""Amounts as people write them, made comparable: value, unit, rate, bound and what is counted.

"40K", "$1.2 million", "twelve", "92 percent", "over 40", "5-10", "45 tickets per day", "28-bed",
"18 months", "from 180 ms to 45 ms", "doubled". Calendar dates are not amounts and are left to
`agent.language.dates`.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import Literal, NamedTuple

from agent.language.dates import find_dates
from agent.language.lemmas import lemma
from agent.language.text import fold

Bound = Literal["exact", "about", "at_least", "at_most", "nearly"]


class Quantity(NamedTuple):
    """One amount and where it stands."""

    start: int
    end: int
    low: float
    """In the base unit of `unit`: seconds, metres, grams, watts, bytes, plain counts."""
    high: float
    """Equal to `low` unless it is a range."""
    unit: str
    """'count', 'percent', 'points', 'ratio', 'ordinal', 'label', 'time', 'money:usd', ..."""
    rate: str
    """'day' for "per day" and "daily", a counted noun for "per nurse", '' where there is none."""
    bound: Bound
    role: str
    """'from', 'to', 'by' or '': the preposition before it, for changes."""
    after: tuple[str, ...]
    """Lemmas of what is counted, where it follows the number: "14 bank accounts"."""
    before: tuple[str, ...]
    """Lemmas of the words before it in the same clause: "revenue grew 30%"."""
    clause: int
    """Number of the phrase in its text; arithmetic is proven within one phrase only."""


_SMALL = (  # noqa: SIM905
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
_ORDINALS = (  # noqa: SIM905
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
).split()
_VALUE = {word: float(n) for n, word in enumerate(_SMALL)}
_VALUE |= {word: 10.0 * n for n, word in enumerate(_TENS, start=2)}
_VALUE |= {"dozen": 12.0, "couple": 2.0, "pair": 2.0, "both": 2.0}
_MAGNITUDE = {
    "k": 1e3,
    "thousand": 1e3,
    "thousands": 1e3,
    "m": 1e6,
    "mm": 1e6,
    "mn": 1e6,
    "mil": 1e6,
    "million": 1e6,
    "millions": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
    "hundred": 1e2,
    "hundreds": 1e2,
    "dozen": 12.0,
    "lakh": 1e5,
    "crore": 1e7,
    "trillion": 1e12,
}
_YEAR = 365.25 * 86400
_UNITS: dict[str, tuple[str, float]] = {}
for _name, _unit, _scale in (
    ("%", "percent", 1.0),
    ("percent", "percent", 1.0),
    ("pct", "percent", 1.0),
    ("pp", "points", 1.0),
    ("bps", "points", 0.01),
    ("ms millisecond milliseconds", "time", 1e-3),
    ("s sec secs second seconds", "time", 1.0),
    ("min mins minute minutes", "time", 60.0),
    ("h hr hrs hour hours", "time", 3600.0),
    ("day days", "time", 86400.0),
    ("week weeks wk wks", "time", 7 * 86400.0),
    ("month months mo mos", "time", _YEAR / 12),
    ("quarter quarters", "time", _YEAR / 4),
    ("year years yr yrs", "time", _YEAR),
    ("decade decades", "time", 10 * _YEAR),
    ("mm millimeter millimeters millimetre millimetres", "length", 1e-3),
    ("cm centimeter centimeters centimetre centimetres", "length", 1e-2),
    ("meter meters metre metres", "length", 1.0),
    ("km kilometer kilometers kilometre kilometres", "length", 1e3),
    ("inch inches in.", "length", 0.0254),
    ("ft foot feet", "length", 0.3048),
    ("yard yards", "length", 0.9144),
    ("mile miles mi", "length", 1609.344),
    ("sqft sf", "area", 0.09290304),
    ("acre acres", "area", 4046.8564224),
    ("hectare hectares ha", "area", 1e4),
    ("mg milligram milligrams", "mass", 1e-3),
    ("g gram grams", "mass", 1.0),
    ("kg kilogram kilograms kilo kilos", "mass", 1e3),
    ("ton tons", "mass", 907184.74),
    ("tonne tonnes", "mass", 1e6),
    ("lb lbs pound pounds", "mass", 453.59237),
    ("oz ounce ounces", "mass", 28.349523125),
    ("ml milliliter milliliters millilitre millilitres", "volume", 1e-3),
    ("liter liters litre litres", "volume", 1.0),
    ("gallon gallons gal", "volume", 3.785411784),
    ("w watt watts", "power", 1.0),
    ("kw kilowatt kilowatts", "power", 1e3),
    ("mw megawatt megawatts", "power", 1e6),
    ("gw gigawatt gigawatts", "power", 1e9),
    ("kwh", "energy", 1.0),
    ("mwh", "energy", 1e3),
    ("v volt volts", "voltage", 1.0),
    ("kv kilovolt kilovolts", "voltage", 1e3),
    ("amp amps", "current", 1.0),
    ("kb kilobyte kilobytes", "bytes", 1e3),
    ("mb megabyte megabytes", "bytes", 1e6),
    ("gb gigabyte gigabytes", "bytes", 1e9),
    ("tb terabyte terabytes", "bytes", 1e12),
    ("pb petabyte petabytes", "bytes", 1e15),
    ("hz", "frequency", 1.0),
    ("mhz", "frequency", 1e6),
    ("ghz", "frequency", 1e9),
    ("wpm", "wpm", 1.0),
    ("rpm", "rpm", 1.0),
    ("mph", "mph", 1.0),
    ("psi", "psi", 1.0),
    ("x", "ratio", 1.0),
    ("times fold", "ratio", 1.0),
    ("dollar dollars usd bucks", "money:usd", 1.0),
    ("euro euros eur", "money:eur", 1.0),
    ("gbp", "money:gbp", 1.0),
):
    for _word in _name.split():
        _UNITS.setdefault(_word, (_unit, _scale))
_CURRENCY = {"$": "money:usd", "€": "money:eur", "£": "money:gbp", "¥": "money:jpy"}
_RATES = {
    "daily": "day",
    "day": "day",
    "weekly": "week",
    "week": "week",
    "monthly": "month",
    "month": "month",
    "yearly": "year",
    "annually": "year",
    "annual": "year",
    "annum": "year",
    "year": "year",
    "quarterly": "quarter",
    "quarter": "quarter",
    "hourly": "hour",
    "hour": "hour",
    "minute": "minute",
    "second": "second",
    "nightly": "night",
    "night": "night",
    "shift": "shift",
    "weekday": "day",
    "sec": "second",
    "min": "minute",
    "hr": "hour",
    "wk": "week",
    "mo": "month",
    "yr": "year",
    "weekend": "weekend",
    "season": "season",
    "semester": "semester",
}
_TO_YEAR = {
    "hour": 8766.0,
    "day": 365.25,
    "week": 52.1775,
    "month": 12.0,
    "quarter": 4.0,
    "year": 1.0,
}

_WORDS = "|".join(sorted([*_VALUE, "hundred", "thousand", "million", "billion"], key=len)[::-1])
_NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+,\d{{1,2}}(?![\d,])|\d+(?:\.\d+)?|\.\d+|(?:a |an )?\b(?:{_WORDS})\b"  # noqa: E501
    rf"(?:(?:-| and | )(?:{_WORDS})\b){{0,6}})"
)
_MAG = r"(?: ?(?:thousands?|millions?|billion|trillion|hundreds?|dozen|lakh|crore|mm|mn|bn|mil|[kmb])(?![a-z]))"  # noqa: E501
_AMOUNT = re.compile(
    rf"(?<![\w.,/-])(?P<cur>us\$|[$€£¥])? ?(?P<num>{_NUMBER})(?P<mag>{_MAG})?"
    rf"(?: ?(?:-|to|–|and) ?(?P<cur2>[$€£¥])?(?P<num2>{_NUMBER})(?P<mag2>{_MAG})?(?=[\s%+,.;:)/-]|$))?"  # noqa: E501
    rf"(?P<ord>st|nd|rd|th)?(?P<plus>\+)?",
)
_ONE_TIME = re.compile(r"(?<=within )one (?:minute|hour|day|week|month|year)s?\b(?! in )")
_MULTIPLIED = re.compile(
    r" (?:the|as|more|less|fewer|faster|higher|larger|greater|quota|growth)\b|$"
)
_ORDINAL = re.compile(r"\b(" + "|".join(_ORDINALS[3:]) + r")\b(?![ -]part(?:y|ies))")
_MULTIPLE = re.compile(
    r"\b(doubl(?:e|ed|ing)|twice|tripl(?:e|ed|ing)|quadrupl(?:e|ed|ing)|halv(?:e|ed|ing)|half"
    r"|(?:one|a) third(?![ -]party)|two[ -]thirds|(?:one|a) quarter of|three[ -]quarters)\b"
)
_MULTIPLE_VALUE = {
    "doub": ("ratio", 2.0),
    "twic": ("ratio", 2.0),
    "trip": ("ratio", 3.0),
    "quad": ("ratio", 4.0),
    "halv": ("percent", 50.0),
    "half": ("percent", 50.0),
    "one ": ("percent", 100 / 3),
    "a th": ("percent", 100 / 3),
    "a qu": ("percent", 25.0),
    "two ": ("percent", 200 / 3),
    "two-": ("percent", 200 / 3),
    "thre": ("percent", 75.0),
}
_UNIT_AFTER = re.compile(
    r"[ -]?(words (?:per|a) minute|miles (?:per|an) hour|%|percentage points?|percent|per cent|square (?:feet|foot|met(?:er|re)s?)|sq\.? ?ft\.?|[a-z]+)"  # noqa: E501
)
_BEFORE = re.compile(
    r"(?:^|[\s(])(on average|about|around|approximately|approx\.?|roughly|circa|some|an estimated|estimated|average of"  # noqa: E501
    r"|averaging|nearly|almost|close to|over|more than|greater than|above|at least|a minimum of"
    r"|minimum of|in excess of|exceeding|upwards? of|up to|as many as|a maximum of|maximum of|under|less than"  # noqa: E501
    r"|fewer than|below|at most|no more than)(?: an?)? ?$|(~|>=|>|<|≥|≤)\s?$"
)
_ROLE = re.compile(
    r"(?:^|[\s(,])(from|to|by|of|van|von|naar|auf)(?: (?:the|our|my|all|those))?(?: (?:about|around|over|nearly|almost|roughly|approximately|just|only))? ?$"  # noqa: E501
)
_VERSUS = re.compile(r"\b(?:against|versus|vs\.?|compared (?:to|with)|than)(?: [a-z]+){0,3} ?$")
_AFTER_BOUND = re.compile(r" ?(\+|or more|or so|and up|and above|plus\b|or higher)")
_WORD = re.compile(r"[a-z][a-z'&]*|[,;:.()]|\d")
_PREPOSITIONS = frozenset(
    "in on at by for with from to of across per and or into onto within through while during using via "  # noqa: E501, SIM905
    "against that who which as than over under each every was were is are be been before after between "  # noqa: E501
    "including but about around up a an the".split()
)
_PHRASE_END = re.compile(r"[;:.!?](?=\s|$)|\n| [-–—] ")
_PER = re.compile(r"\b(?:per|each|every|a|an) ([a-z]+)|/ ?([a-z]+)")
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
    ("up as maximum under less fewer below at_most no < ≤", "at_most"),
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
    for match in _AMOUNT.finditer(plain):
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        found.extend(_amounts(match, plain, text))
    fractions = {match.end() for match in _MULTIPLE.finditer(plain)}
    for match in _ORDINAL.finditer(plain):
        if match.end() in fractions:
            continue  # 'by a third'
        value = float(_ORDINALS.index(match.group(1)))
        found.append(_make(plain, match.start(), match.end(), value, value, "ordinal", "exact"))
    for match in _MULTIPLE.finditer(plain):
        unit, value = _MULTIPLE_VALUE[match.group(1)[:4]]
        found.append(_make(plain, match.start(), match.end(), value, value, unit, "exact"))
    found.sort()
    found = _compared(_roles(found, plain), plain)
    for index, (first, second) in enumerate(itertools.pairwise(found)):
        if second.unit == "count" and (
            (first.role == "from" and second.role == "to") or second.role == "vs"
        ):
            scale = _scale_after(plain, first)
            if first.unit not in ("count", "label") and not second.after:
                found[index + 1] = second._replace(
                    low=second.low * scale, high=second.high * scale, unit=first.unit
                )
    return tuple(found)


_BECAME = re.compile(r"(?:[ -][a-z -]{1,24})? (?:down |up )?to ")
_COMPARED = re.compile(
    r"\b(?:average|averaged|avg|mean|goal|target|quota|norm|benchmark|median|versus|vs|against|than|compared|below|above)\b"
)


def _compared(found: list[Quantity], plain: str) -> list[Quantity]:
    """'78% ..., school average 64': a bare number beside its measure shares the unit; and the 7 of
    '10 business days to 7' is where a change went."""
    made = list(found)
    for index in range(1, len(made)):
        first, second = made[index - 1], made[index]
        between = plain[first.end : second.start + 24][: max(0, second.start - first.end) + 14]
        if (
            len(between) < 120
            and _COMPARED.search(between)
            and first.unit not in ("count", "label")
        ):
            if second.unit == "count" and not _noun(second):
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
            and not _noun(second)
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


def _noun(quantity: Quantity) -> bool:
    """Whether something is counted: in '64 together' nothing is."""
    return bool(quantity.after) and quantity.after[0] not in _UNCOUNTED


_CHANGE = frozenset(
    "grow increase raise rise reduce cut lower decrease drop fall shrink improve expand boost climb "  # noqa: E501, SIM905
    "decline bring double go lift shorten trim slash".split()
)


def _roles(found: list[Quantity], plain: str) -> list[Quantity]:
    """Keep 'from' and 'to' only where something changes; '160' of '40 of 160' is a total."""
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


def derived(quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """What the amounts of one phrase prove by arithmetic: "from 180 ms to 45 ms" is 75 %.

    Differences, percent changes and ratios of a from-to pair, shares of "2 of 4", and products of
    "five classes of 28 students". Nothing is derived across phrases: any two numbers of a resume
    prove some percentage.
    """
    made: list[Quantity] = []
    for one in quantities:
        if one.unit == "count" and one.low == one.high and "other" in one.after[:1]:
            # 'with two other engineers' makes three
            made.append(one._replace(low=one.low + 1, high=one.high + 1, after=one.after[1:]))  # noqa: PERF401
    for first, second in itertools.pairwise(quantities):
        if first.clause != second.clause:
            continue
        base = first._replace(end=second.end, role="by", bound="exact")
        a, b = first.low, second.low
        unit = second.unit if first.unit == "count" else first.unit
        if second.role == "from" and first.role in ("", "to", "at"):
            first, second, a, b = second, first, b, a
            second = second._replace(role="to")
        if ((first.role == "from" and second.role == "to") or second.role == "vs") and a != b:
            if second.role == "vs" and first.unit == second.unit and min(a, b) > 0:
                made.extend(_measured(base, a, b, first.unit))
            if first.unit == "count" and second.unit != "count":
                scale = next((s for u, s in _UNITS.values() if u == second.unit), 1.0)
                a *= scale if second.unit == "percent" else 1.0
            difference = abs(b - a)
            near = first.after + first.before + second.after
            counted = second.after if _noun(second) else first.after
            base = base._replace(after=counted, before=near)
            made.append(base._replace(low=difference, high=difference, unit=unit))
            if unit == "percent":
                made.append(base._replace(low=difference, high=difference, unit="points"))
            if a:
                change = 100 * difference / a
                # A percentage is told rounded: from 11 to 7 is 36 %.
                for told in sorted({change, float(int(change + 0.5))} - {0.0}):
                    made.append(base._replace(low=told, high=told, unit="percent"))  # noqa: PERF401
            if a and b:
                ratio = max(a, b) / min(a, b)
                made.append(base._replace(low=ratio, high=ratio, unit="ratio"))
        elif (
            first.unit == second.unit == "count"
            and second.role == ""
            and first.role == ""
            and first.after
            and second.after
        ):
            total = a + b  # '3 nurses and 2 aides' are five people
            made.append(base._replace(low=total, high=total, unit="count", after=()))
        elif second.role in ("of", "total") and first.unit == second.unit == "count" and b:
            if second.role == "total" and a <= b:
                share = 100 * a / b
                for told in sorted({share, float(int(share + 0.5))} - {0.0}):
                    made.append(base._replace(low=told, high=told, unit="percent"))  # noqa: PERF401
            elif first.after:
                made.append(base._replace(low=a * b, high=a * b, after=second.after))
    return tuple(made)


def _measured(base: Quantity, a: float, b: float, unit: str) -> list[Quantity]:
    """What one amount is beside another that it is measured by: '78%, average 64'."""
    difference = abs(a - b)
    made = [base._replace(low=difference, high=difference, unit=unit)]
    if unit == "percent":
        made.append(base._replace(low=difference, high=difference, unit="points"))
    share = 100 * min(a, b) / max(a, b)
    made.append(base._replace(low=share, high=share, unit="percent", role=""))
    ratio = max(a, b) / min(a, b)
    made.append(base._replace(low=ratio, high=ratio, unit="ratio", role=""))
    return made


def supports(evidence: Quantity, claim: Quantity) -> bool:
    """Whether the amount of `evidence` proves the amount of `claim`; what is counted is not asked.

    A weaker bound is proven by a stronger one ("45" proves "over 40" and "about 45"), never the
    reverse ("over 40" does not prove "45", "nearly 100" does not prove "100").
    """
    factor = _same_unit(evidence, claim)
    if factor is None:
        return False
    low, high = evidence.low * factor, evidence.high * factor
    near = _close(low, claim.low) and _close(high, claim.high)
    if claim.bound == "at_least":
        if evidence.bound in ("at_most", "nearly", "about"):
            return False
        return low >= claim.low * 0.9999 and low <= claim.low * 3
    if claim.bound == "at_most":
        return evidence.bound != "at_least" and high <= claim.high * 1.0001
    if claim.bound == "about":
        return low * 0.93 <= claim.low <= high * 1.07
    if claim.bound == "nearly":
        return evidence.bound in ("exact", "nearly") and claim.low * 0.88 <= low <= claim.low
    if evidence.low != evidence.high:
        return near or (_close(claim.low, low) and claim.low == claim.high)
    return near and (evidence.bound in ("exact", "at_least") or evidence.bound == claim.bound)


def same_amount(evidence: Quantity, claim: Quantity) -> bool:
    """Whether both name the same number in the same unit, bounds and rates aside."""
    factor = _same_unit(evidence, claim)
    return factor is not None and (
        _close(evidence.low * factor, claim.low) and _close(evidence.high * factor, claim.high)
    )


def rates_agree(evidence: Quantity, claim: Quantity) -> bool:
    """Whether the claim's rate is the evidence's, or is left out."""
    return not claim.rate or claim.rate == evidence.rate


def _same_unit(evidence: Quantity, claim: Quantity) -> float | None:
    if evidence.unit == claim.unit:
        return 1.0
    pair = {evidence.unit, claim.unit}
    if pair <= {"count", "label", "ordinal"} and "ordinal" not in pair:
        return 1.0
    return None


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 0.006 * max(abs(a), abs(b), 1e-9)


def _number(words: str) -> float:
    plain = (
        words.replace(",", "")
        if not re.fullmatch(r"\d+,\d{1,2}", words)
        else words.replace(",", ".")
    )
    try:
        return float(plain)
    except ValueError:
        pass
    total = current = 0.0
    for word in re.split(r"[ -]", plain):
        if word in ("hundred", "dozen") and current:
            current *= _MAGNITUDE[word]
        elif word in ("hundred", "thousand", "million", "billion"):
            scale = _MAGNITUDE[word]
            if word == "hundred":
                current = max(current, 1.0) * scale
            else:
                total += max(current, 1.0) * scale
                current = 0.0
        else:
            current += _VALUE.get(word, 0.0)
    return total + current


def _amounts(match: re.Match[str], plain: str, text: str) -> list[Quantity]:
    start = match.start("cur") if match.group("cur") else match.start("num")
    if plain.startswith(("a ", "an "), start) and not match.group("cur"):
        start = plain.index(" ", start) + 1
    words = match.group("num")
    mag = (match.group("mag") or "").strip()
    if words in ("one", "a", "an") and not _ONE_TIME.match(plain, match.start("num")):
        return []
    low = _number(words) * _MAGNITUDE.get(mag, 1.0)
    high = low
    end = match.end("mag") if match.group("mag") else match.end("num")
    unit = _CURRENCY.get((match.group("cur") or "")[-1:], "")
    second = match.group("num2")
    if second:
        mag2 = (match.group("mag2") or "").strip()
        other = _number(second) * _MAGNITUDE.get(mag2, 1.0)
        joint = plain[end : match.start("num2")]
        between = plain[:start].rstrip().endswith("between")
        if ("to" in joint or "-" in joint or between) and not plain[:start].rstrip().endswith(
            "from"
        ):
            if mag2 and not mag:
                low *= _MAGNITUDE[mag2]
            if other > low:
                high, end = other, match.end("mag2") if match.group("mag2") else match.end("num2")
                second = None
    if second:  # two separate amounts: "from 5 to 8", "3 and 4"
        rest = _AMOUNT.match(
            plain, match.start("cur2") if match.group("cur2") else match.start("num2")
        )
        following = _amounts(rest, plain, text) if rest else []
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
    if after and after.group(1) in _UNITS:
        return _UNITS[after.group(1)][1]
    words = plain[shared.start : shared.end].split()
    return _UNITS.get(words[-1].lstrip("0123456789.,-"), ("", 1.0))[1] if words else 1.0


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
    after = _AFTER_BOUND.match(plain, end)
    if after:
        end = after.end()
        bound = "about" if "so" in after.group(1) else "at_least"
        if unit == "count":
            unit, factor, end = _unit_after(plain, text, end)
            low, high = low * factor, high * factor
    if unit == "count" and _is_label(plain, text, start, end):
        unit = "label"
    return [_make(plain, begin, end, low, high, unit, bound)]


def _unit_after(plain: str, text: str, end: int) -> tuple[str, float, int]:
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
    if word.startswith("sq"):
        return "area", 1.0 if "met" in word else 0.09290304, after.end()
    written = text[after.start(1) : after.end(1)]
    if word == "times" and not _MULTIPLIED.match(plain, after.end()):
        return "count", 1.0, end  # 'testified 11 times'
    if word in _UNITS and not (
        len(word) == 1 and (written.isupper() or word in "gs") and word not in "vwx"
    ):
        if (
            word in ("min", "second", "times", "mi", "gal", "in", "ha", "mo")
            and plain[end : end + 1] == ""
        ):
            return "count", 1.0, end
        unit, scale = _UNITS[word]
        if word == "mm" and plain[end : end + 1] != " ":
            return unit, scale, after.end()
        return unit, scale, after.end()
    return "count", 1.0, end


def _bound_before(plain: str, start: int) -> tuple[Bound, int]:
    before = _BEFORE.search(plain, max(0, start - 20), start)
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
    return after is None or after.group(1) in _PREPOSITIONS or before.group(1).isupper()


def _make(
    plain: str, start: int, end: int, low: float, high: float, unit: str, bound: Bound
) -> Quantity:
    role = _ROLE.search(plain, max(0, start - 30), start)
    after, rate = _what_follows(plain, end)
    before = _what_precedes(plain, start)
    if not rate:
        rate = _rate_near(plain, end)
    named = role.group(1) if role else ""
    named = {"van": "from", "von": "from", "naar": "to", "auf": "to"}.get(named, named)
    if not named and _VERSUS.search(plain, max(0, start - 50), start):
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
        sum(1 for _ in _PHRASE_END.finditer(plain, 0, start)),
    )


def _what_follows(plain: str, end: int) -> tuple[tuple[str, ...], str]:
    words: list[str] = []
    rate = ""
    limit = min(len(plain), end + 90)
    per = re.compile(r"[ -]?/ ?([a-z]+)").match(plain, end)
    if per:
        rate = _RATES.get(per.group(1), lemma(per.group(1)))
    of_passed = False
    hyphen = plain[end : end + 1] == "-"
    tokens = list(_WORD.finditer(plain, end, limit))
    for index, token in enumerate(tokens):
        word = token.group()
        if words and plain[token.start() - 1] == "/" and word in _RATES:
            rate = rate or _RATES[word]
            break
        if word == "of" and not of_passed and not words:
            of_passed = True
            continue
        if word in ("per", "each", "every", "a", "an") and index + 1 < len(tokens):
            unit = tokens[index + 1].group()
            if word == "per" or unit in _RATES:
                rate = rate or _RATES.get(unit, lemma(unit))
            if words or word == "per" or unit in _RATES:
                break
            continue
        if word == "the" and of_passed:
            continue
        if (not word[0].isalpha() and word != "(") or word in _PREPOSITIONS:
            break
        if word == "(" and not words:
            break
        if word in _RATES and word.endswith("ly"):
            rate = rate or _RATES[word]
            continue
        if word == "annual":
            rate = rate or "year"
            continue
        if words and word == "(":
            continue
        if (
            word.endswith("ed")
            and not words
            and not hyphen
            and not of_passed
            and _is_past(plain, token.end())
        ):
            break  # 'about 60 attended'
        if word in _VALUE or len(words) >= 8:
            break
        words.append(lemma(word))
        if hyphen and not word[0].isdigit():
            break  # '40-unit building' counts units
    return tuple(words), rate


def _is_past(plain: str, end: int) -> bool:
    """Whether a word in -ed ends its phrase and so is a verb, not an adjective before a noun."""
    rest = plain[end:].lstrip()
    return not rest or not rest[0].isalpha() or rest.split()[0].strip(",.") in _PREPOSITIONS


def _what_precedes(plain: str, start: int) -> tuple[str, ...]:
    begin = max(0, start - 70)
    for stop in _PHRASE_END.finditer(plain, begin, start):
        begin = stop.end()
    comma = plain.rfind(",", begin, start)
    window = plain[max(begin, comma + 1) : start]
    words = [lemma(word) for word in re.findall(r"[a-z][a-z'&]+", window)]
    return tuple(word for word in words if word not in _PREPOSITIONS)[-6:]


def _rate_near(plain: str, end: int) -> str:
    """A rate elsewhere in the phrase with no other number between: "each day handled 30 calls"."""
    limit = min(len(plain), end + 60)
    stop = re.compile(
        r"[;:,\d]|\.\s|\b(?:who|that|which|while)\b|\band [a-z]+(?:ed|et|ught|de|an|ew) "
    ).search(plain, end, limit)
    window = plain[end : stop.start() if stop else limit]
    found = re.search(
        r"\bper ([a-z]+)|\b(daily|weekly|monthly|yearly|annually|quarterly|hourly|nightly)\b(?= *(?:$|[,.;:)])| (?:and|at|in|on|for|with|from|to|by|using|via|across|through|while)\b)|\b(?:each|every|a|an) (day|week|month|year|quarter|hour|night|shift|minute)\b",  # noqa: E501
        window,
    )
    if not found:
        return ""
    word = next(group for group in found.groups() if group)
    return _RATES.get(word, lemma(word))
