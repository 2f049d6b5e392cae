"""Times of day and lengths in two units: '9:45', '9.45 a.m.', '7am-3pm', '6m20s', '5 ft 10 in'."""

from __future__ import annotations

import re

from agent.language.amounts import Quantity
from agent.language.quantity_words import amount_at, bound_before
from agent.language.units import NUMBER_WORDS, UNITS, number_of

_CLOCK = re.compile(
    r"(?<![\w.:/$€£])(?P<hour>[01]?\d|2[0-3])"
    r"(?:(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])\.?m\b(?:\.(?=[ ,;)]|$))?"
    r"|:(?P<past>[0-5]\d)(?![\w:%]|\.\d))"
)
_CLOCKED = re.compile(r"\d(?::\d| ?[ap]\.?m)")
"""In every time of day; the whole pattern is tried at each place of a text."""
_RATIO = re.compile(r" ?(?:[a-z]+ ){0,2}(?:ratio|ratios|split|staffing|mix)\b")
_UNTIL = re.compile(r" ?(?:-|to|until|till) ?")
_SIZED = rf"(?:\d+(?:\.\d+)?|\b(?:{NUMBER_WORDS}))"
_TWO_UNITS = re.compile(
    rf"(?<![\w.,])(?P<many>{_SIZED})[ -]?"
    r"(?P<big>hours?|hrs?|h|minutes?|mins?|m|feet|foot|ft|pounds?|lbs?)(?![a-z])(?:,| and)?[ -]?"
    rf"(?P<few>{_SIZED})[ -]?"
    r"(?P<small>minutes?|mins?|m|seconds?|secs?|s|inch(?:es)?|in|ounces?|oz)\b"
)
_SHORT = {"m": "min", "in": "inch"}


def clock_times(plain: str) -> list[Quantity]:
    """The times of day, in minutes after midnight.

    Args:
        plain: folded text in lower case.

    Returns:
        Quantities of the unit 'clock', or 'clock12' where nothing says which half of the day. The
        two of '7am-3pm' have the roles 'from' and 'to'.
    """
    found: list[Quantity] = []
    if not _CLOCKED.search(plain):
        return found
    for match in _CLOCK.finditer(plain):
        hour, half = int(match["hour"]), match["half"]
        if (half and not 1 <= hour <= 12) or (not half and _RATIO.match(plain, match.end())):
            continue
        minute = int(match["minute"] or match["past"] or 0)
        known = bool(half) or hour > 12 or (len(match["hour"]) == 2 and hour < 10)
        value = 60.0 * (hour % 12 + 12 * (half == "p") if half else hour) + minute
        unit = "clock" if known else "clock12"
        one = amount_at(plain, match.start(), match.end(), value, value, unit, "exact")
        one = one._replace(role="", rate="", after=())
        if found and _UNTIL.fullmatch(plain[found[-1].end : one.start]):
            found[-1], one = found[-1]._replace(role="from"), one._replace(role="to")
        found.append(one)
    return found


def in_two_units(plain: str) -> list[Quantity]:
    """'6m20s', 'one hour and 30 minutes', '5 ft 10 in': one amount each."""
    found = []
    for match in _TWO_UNITS.finditer(plain):
        kind, big = UNITS[_SHORT.get(match["big"], match["big"])]
        other, small = UNITS[_SHORT.get(match["small"], match["small"])]
        few = number_of(match["few"])
        if kind != other or not few * small < big:
            continue  # '20 minutes 5 pounds', '1 m 5 m'
        value = number_of(match["many"]) * big + few * small
        bound, begin = bound_before(plain, match.start())
        found.append(amount_at(plain, begin, match.end(), value, value, kind, bound))
    return found
