"""Units, magnitudes, rates and number words, each with its value in a base unit."""

from __future__ import annotations

import re

_SMALL = (  # noqa: SIM905
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
ORDINALS = (  # noqa: SIM905
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
).split()
WORD_VALUES = {word: float(n) for n, word in enumerate(_SMALL)}
WORD_VALUES |= {word: 10.0 * n for n, word in enumerate(_TENS, start=2)}
WORD_VALUES |= {"dozen": 12.0, "couple": 2.0, "pair": 2.0, "both": 2.0}
MAGNITUDES = {
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
    "doz": 12.0,
    "dz": 12.0,
    "lakh": 1e5,
    "crore": 1e7,
    "trillion": 1e12,
}
NUMBER_WORDS = "|".join(
    sorted([*WORD_VALUES, "hundred", "thousand", "million", "billion"], key=len)[::-1]
)
YEAR = 365.25 * 86400
UNITS: dict[str, tuple[str, float]] = {}
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
    ("month months mo mos", "time", YEAR / 12),
    ("quarter quarters", "time", YEAR / 4),
    ("year years yr yrs", "time", YEAR),
    ("decade decades", "time", 10 * YEAR),
    ("mm millimeter millimeters millimetre millimetres", "length", 1e-3),
    ("micron microns micrometer micrometers um μm", "length", 1e-6),
    ("cm centimeter centimeters centimetre centimetres", "length", 1e-2),
    ("meter meters metre metres", "length", 1.0),
    ("km kilometer kilometers kilometre kilometres", "length", 1e3),
    ("inch inches in.", "length", 0.0254),
    ("ft foot feet", "length", 0.3048),
    ("yard yards yd yds", "length", 0.9144),
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
        UNITS.setdefault(_word, (_unit, _scale))
CURRENCIES = {"$": "money:usd", "€": "money:eur", "£": "money:gbp", "¥": "money:jpy"}
RATES = {
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
    "fall": "season",
    "autumn": "season",
    "spring": "season",
    "summer": "season",
    "winter": "season",
    "term": "semester",
    "sec": "second",
    "min": "minute",
    "hr": "hour",
    "wk": "week",
    "mo": "month",
    "yr": "year",
    "hrly": "hour",
    "wkly": "week",
    "mthly": "month",
    "mnthly": "month",
    "qtrly": "quarter",
    "yrly": "year",
    "weekend": "weekend",
    "season": "season",
    "semester": "semester",
}
PER_YEAR = {
    "hour": 8766.0,
    "day": 365.25,
    "week": 52.1775,
    "month": 12.0,
    "quarter": 4.0,
    "year": 1.0,
}


def number_of(words: str) -> float:
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
            current *= MAGNITUDES[word]
        elif word in ("hundred", "thousand", "million", "billion"):
            scale = MAGNITUDES[word]
            if word == "hundred":
                current = max(current, 1.0) * scale
            else:
                total += max(current, 1.0) * scale
                current = 0.0
        else:
            current += WORD_VALUES.get(word, 0.0)
    return total + current
