"""Dates as people write them in resumes, in English, German, French, Spanish and Dutch.

"Mar 2020 – Present", "03/2020 - 06.2023", "2019–21", "Summer 2018", "seit 2019", "expected May
2026", "Jun – Aug 2018", "Sept. '19 to date". Durations ("18 months") are found apart: a duration
is an amount, not a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from agent.language.text import fold
from agent.models import Dates, Span

_MONTHS = {
    1: "january jan januar jänner jaenner jän janvier janv enero ene januari",
    2: "february feb febr februar feber februari février fevrier févr fevr fév febrero",
    3: "march mar märz maerz mär mrz mars marzo maart mrt",
    4: "april apr avril avr abril abr",
    5: "may mai mayo mei",
    6: "june jun juni juin junio",
    7: "july jul juli juillet juil julio",
    8: "august aug août aout agosto ago augustus",
    9: "september sept sep septembre septiembre setiembre",
    10: "october oct oktober okt octobre octubre",
    11: "november nov novembre noviembre",
    12: "december dec dez dezember décembre decembre déc diciembre dic",
}
# A season or quarter is dated by the month in which it begins.
_SEASONS = {
    3: "spring frühling frühjahr printemps primavera lente voorjaar",
    4: "sommersemester ss sose",
    6: "summer sommer été verano zomer",
    9: "fall autumn herbst automne otoño herfst najaar",
    10: "wintersemester ws wise",
    12: "winter hiver invierno",
}
_QUARTER_MONTH = {"1": 1, "2": 4, "3": 7, "4": 10}
_MONTH_OF = {word: month for month, words in _MONTHS.items() for word in words.split()}
_SEASON_OF = {word: month for month, words in _SEASONS.items() for word in words.split()}


def _either(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


_MONTH = _either(_MONTH_OF) + r"\b\.?"
_YEAR = r"(?:(?:19[3-9]|20[0-4])\d)"
_SHORT_YEAR = r"'\d\d"
_DAY = r"(?:[0-3]?\d(?:st|nd|rd|th|er|\.|º)?)"
_OF = r"(?: ?,)?(?: ?(?:of|de|del|d'))? ?"
_POINT = (
    "(?:"
    + "|".join(
        (
            rf"{_DAY} ?(?:of |de )?{_MONTH}{_OF}{_YEAR}",
            rf"{_MONTH} ?{_DAY},? ?{_YEAR}",
            rf"{_MONTH} ?[-/]? ?{_OF}(?:{_YEAR}|{_SHORT_YEAR})",
            rf"{_either(_SEASON_OF)}\b{_OF}(?:{_YEAR}(?:/\d\d(?:\d\d)?)?|{_SHORT_YEAR})",
            rf"[qt][1-4][ /-]?{_OF}{_YEAR}",
            rf"{_YEAR} ?[qt][1-4]",
            rf"{_YEAR} {_MONTH}(?: {_DAY}(?!\d))?",
            r"[0-3]?\d\. ?[01]?\d\. ?" + _YEAR,
            r"[0-3]?\d[/-][0-3]?\d[/-]" + _YEAR,
            r"[01]?\d ?[/.-] ?" + _YEAR,
            _YEAR + r"[-/.][01]\d[-/.][0-3]\d",
            _YEAR + r"[-/.](?:0[1-9]|1[0-2])(?!\d)",
            _YEAR,
        )
    )
    + ")"
)
# Two-digit years are believed only between two such points, or up to today.
_SHORT_POINT = rf"(?:(?:0?[1-9]|1[0-2])[/.]\d\d|{_MONTH}[ /-]?'?\d\d|{_SHORT_YEAR})(?![\d/.])"
_NOW = _either(
    (
        "present", "the present", "presently", "current", "currently", "now", "today", "date",
        "ongoing", "on-going", "heute", "jetzt", "aktuell", "laufend", "gegenwart", "derzeit",
        "dato", "présent", "aujourd'hui", "actuel", "actuelle", "actuellement", "ce jour",
        "en cours", "maintenant", "la actualidad", "actualidad", "actual", "actualmente",
        "el presente", "presente", "hoy", "la fecha", "heden", "nu", "vandaag", "huidig",
    )
) + r"\b"  # fmt: skip
_TO = (
    r"(?: ?-{1,3}>? ?| ?(?:→|~) ?| (?:to|until|till|through|thru|up to|bis|bis zu[mr]?|au|a|à"
    r"|al|hasta|tot|t/m|tot en met|jusqu'(?:à|au|en)?|and) ?)"
)
_SINCE = r"(?:since|seit|depuis|desde|sinds)(?: (?:le|el|dem))? "
_UNTIL = r"(?:until|till|through|bis|jusqu'(?:en|au|à)|hasta|tot) "
_EXPECTED = (
    r"(?:expected|anticipated|projected|planned|estimated|erwartet|voraussichtlich|geplant"
    r"|prévue?|prevue?|prévisionnelle?|attendue?|previst[oa]|esperad[oa]|verwacht|gepland)"
)
_EXPECTED_BEFORE = (
    _EXPECTED
    + r"(?: (?:graduation|completion|degree|date|to|for|in|by|graduate|complete|abschluss|pour|en"
    r"|para|completed)){0,3} ?[:,]? ?(?:in |by )?"
)
_BARE_MONTH = rf"{_MONTH}(?: ?{_DAY}(?!\d))?"

_DATES = re.compile(
    rf"(?<![\w$€£#@])(?<!\d[.,/:-])"
    rf"(?:(?P<since>{_SINCE})|(?P<until>{_UNTIL})|(?P<expected>{_EXPECTED_BEFORE}))?"
    rf"(?:(?P<short>{_SHORT_POINT}){_TO}(?:(?P<short_end>{_SHORT_POINT})|(?P<short_now>{_NOW}))"
    rf"|(?P<month>{_BARE_MONTH}){_TO}(?P<month_end>{_POINT})"
    rf"|(?P<start>{_POINT})"
    rf"(?:{_TO}(?:(?P<end>{_POINT})|(?P<now>{_NOW})|(?P<tail>(?<!and )'?\d\d(?![\d./-])))"
    rf"|/(?P<slash>{_YEAR}|\d\d(?!\d))|(?P<open> ?-{{1,2}} ?(?=$|\)|\n)))?"
    rf")(?![\w%])(?![.,:/]\d)"
    rf"(?P<after> ?[(,]? ?{_EXPECTED}\)?)?",
    re.IGNORECASE,
)
_TWO_DIGITS = re.compile(r"\d\d")
_POSSIBLE = re.compile(
    r"(?:19[3-9]|20[0-4])\d|['/.-]\d\d"
    r"| (?:(?<=[a-zäéû]{3} )|(?<=[a-zäéû]{3}\. ))\d\d ?-",
    re.IGNORECASE,
)
_AMOUNT_BEFORE = re.compile(
    r"(?:over|than|about|around|nearly|almost|approximately|some|to|least|most|of|für|über|rund"
    r"|plus de|environ|más de|unos|ruim|circa|~|≈|>|<|\+) ?$",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(
    r"(?:in|since|by|during|until|till|through|from|year|fy|early|mid|late|end of|of|class of"
    r"|im|jahr|seit|bis|en|depuis|desde|hasta|sinds|tot|año|l'année)[ -]?$",
    re.IGNORECASE,
)
_COUNTED_AFTER = re.compile(
    r" ?(?:\+|[a-zà-ÿ]+(?:s|en)\b(?<!\bas)(?<!\bvs)(?<!\bits)(?<!\bwas)(?<!\bsales)|(?:sq|square"
    r"|people|men|women|staff|km|kg|ml|mg|lbs?|hz|kw|mw|psi|hp|beds?|euro|eur|usd)\b)",
)


def find_dates(text: str) -> tuple[tuple[Span, Dates], ...]:
    """The dates and date ranges in `text`, in order.

    A bare four-digit number counts as a year unless it counts something ("2000 patients"). A
    single point in time has it as both start and end; "until 2019" and an expected date have
    only an end.

    Args:
        text: any text, of any length.

    Returns:
        Pairs of the span in `text` and what was understood.
    """
    # Long texts are not worth keeping: few are asked for twice, and a cache of them grows large.
    return _find(text) if len(text) <= 400 else _find.__wrapped__(text)


@lru_cache(maxsize=8192)
def _find(text: str) -> tuple[tuple[Span, Dates], ...]:
    if _TWO_DIGITS.search(text) is None:
        return ()
    folded = fold(text)
    if _POSSIBLE.search(folded) is None:
        return ()
    found: list[tuple[Span, Dates]] = []
    for match in _DATES.finditer(folded):
        dates = _read(match, text, folded)
        if dates is not None:
            found.append((Span(start=match.start(), end=match.start() + len(dates.text)), dates))
    return tuple(found)


def _read(match: re.Match[str], text: str, folded: str) -> Dates | None:
    part = match.groupdict()
    words = text[match.start() : match.end()].rstrip()
    expected = part["expected"] is not None or part["after"] is not None
    if part["short"]:
        start = _point(part["short"])
        end = _point(part["short_end"]) if part["short_end"] else None
        if start is None or (part["short_end"] and end is None):
            return None
        return Dates(text=words, start=start, end=end, current=bool(part["short_now"]))
    if part["month"]:
        end = _point(part["month_end"])
        month = _month_of(part["month"])
        if end is None or month is None:
            return None
        return Dates(text=words, start=f"{end[:4]}-{month:02d}", end=end, expected=expected)
    start = _point(part["start"])
    if start is None:
        return None
    if part["now"] or part["open"]:
        return Dates(text=words, start=start, current=True)
    if part["end"]:
        return Dates(text=words, start=start, end=_point(part["end"]) or start, expected=expected)
    if part["tail"] or part["slash"]:
        digits = (part["tail"] or part["slash"]).lstrip("'")
        year = digits if len(digits) == 4 else start[:2] + digits
        if not 0 <= int(year) - int(start[:4]) <= 60:
            return None
        return Dates(text=words, start=start, end=year, expected=expected)
    if part["since"]:
        return Dates(text=words, start=start, current=True)
    if part["until"]:
        return Dates(text=words, end=start)
    if expected:
        return Dates(text=words, end=start, expected=True)
    if len(part["start"]) == 4 and _counts(folded, match.start("start"), match.end("start")):
        return None
    return Dates(text=words, start=start, end=start)


def _counts(folded: str, start: int, end: int) -> bool:
    """Whether the bare year-like number counts something: '2000 patients', 'over 2000'."""
    before = folded[max(0, start - 20) : start]
    after = folded[end : end + 20]
    counted = _COUNTED_AFTER.match(after) is not None
    if counted:
        return _DATE_BEFORE.search(before) is None or before.rstrip().lower().endswith(" of")
    amount = _AMOUNT_BEFORE.search(before)
    return amount is not None and amount.group().strip().lower() not in ("to", "of")


@lru_cache(maxsize=4096)
def _point(words: str) -> str | None:
    """'YYYY-MM' or 'YYYY' for one point in time, or None if no such day exists."""
    low = words.lower()
    year_match = re.search(_YEAR, low)
    if year_match:
        year = year_match.group()
    else:
        short = re.search(r"\d\d$", low)
        if short is None:
            return None
        year = ("19" if int(short.group()) > 49 else "20") + short.group()
    month = _month_of(low)
    if month is not None:
        return f"{year}-{month:02d}"
    quarter = re.search(r"[qt]([1-4])", low)
    if quarter:
        return f"{year}-{_QUARTER_MONTH[quarter.group(1)]:02d}"
    numbers = re.findall(r"\d+", low)
    if len(numbers) == 1:
        return year
    if len(numbers[0]) == 4:
        number = int(numbers[1])
    elif len(numbers) == 3:
        # '/' is read the American way unless that month can't be.
        day_first = "." in low or int(numbers[0]) > 12
        number = int(numbers[1] if day_first else numbers[0])
    else:
        number = int(numbers[0])
    return f"{year}-{number:02d}" if 1 <= number <= 12 else None


def _month_of(words: str) -> int | None:
    for word in re.findall(r"[^\W\d_]+", words.lower()):
        month = _MONTH_OF.get(word) or _SEASON_OF.get(word)
        if month:
            return month
    return None


class Duration(NamedTuple):
    """An amount of time in a text, in months."""

    span: Span
    months: float


_UNITS = (
    ("years?|yrs?|jahren?|jahre|ans?|années?|años?|año|jaar|jaren", 12.0),
    ("months?|mos?|monate?|monaten|mois|mes(?:es)?|maand|maanden|mnd", 1.0),
    ("weeks?|wks?|wochen?|semaines?|semanas?|weken|week", 12 / 52),
)
_DURATION = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[.,]\d)?)\+?[ -]?(?:"
    + "|".join(f"({names})" for names, _ in _UNITS)
    + r")\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def find_durations(text: str) -> tuple[Duration, ...]:
    """Amounts of time in `text`, in order: '18 months', '2 yrs', '6 Monate'."""
    folded = fold(text)
    found: list[Duration] = []
    for match in _DURATION.finditer(folded):
        factor = next(f for group, (_, f) in enumerate(_UNITS, start=2) if match.group(group))
        amount = float(match.group(1).replace(",", "."))
        found.append(Duration(Span(start=match.start(), end=match.end()), amount * factor))
    return tuple(found)


def months(dates: Sequence[Dates], today: date) -> int:
    """Months covered by the union of `dates`: time in two jobs at once counts once.

    Months are counted inclusively (March to June is four). A bare year stands for its middle, so
    2016–2019 is 36 months and not 48. An expected date counts nothing. Where only a duration is
    given ("18 months"), it is added.

    Args:
        dates: as found by `find_dates`, in any order.
        today: the day that 'Present' means.
    """
    now = today.year * 12 + today.month - 1
    stretches: list[tuple[int, int]] = []
    extra = 0.0
    for item in dates:
        if item.expected:
            continue
        if item.start is None:
            if item.end is None:
                extra += sum(duration.months for duration in find_durations(item.text))
            continue
        first = _ordinal(item.start, bare=6)
        last = now if item.current or item.end is None else _ordinal(item.end, bare=5)
        if len(item.start) == 4 and item.start == item.end:
            first, last = first - 3, first + 2
        if first <= min(last, now):
            stretches.append((first, min(last, now)))
    covered = 0
    reached = -1
    for first, last in sorted(stretches):
        covered += max(0, last - max(first, reached + 1) + 1)
        reached = max(reached, last)
    return covered + round(extra)


def _ordinal(point: str, *, bare: int) -> int:
    year, _, month = point.partition("-")
    return int(year) * 12 + (int(month) - 1 if month else bare)
