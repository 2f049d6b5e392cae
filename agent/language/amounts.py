"""One amount, and when one amount proves another."""

from __future__ import annotations

from typing import Literal, NamedTuple

Bound = Literal["exact", "about", "at_least", "at_most", "up_to", "nearly"]


class Quantity(NamedTuple):
    """One amount and where it stands."""

    start: int
    end: int
    low: float
    """In the base unit of `unit`: seconds, metres, grams, watts, bytes, plain counts."""
    high: float
    """Equal to `low` unless it is a range."""
    unit: str
    """'count', 'percent', 'points', 'ratio', 'ordinal', 'label', 'time', 'money:usd',
    'clock' (minutes after midnight), 'clock12' (one of two halves of the day), ..."""
    rate: str
    """'day' for "per day" and "daily", a counted noun for "per nurse", '' where there is none."""
    bound: Bound
    role: str
    """'from', 'to', 'by' where something changes, 'vs' and 'total' for what it is measured by, 'in'
    for the time that it took, else ''."""
    after: tuple[str, ...]
    """Lemmas of what is counted, where it follows the number: "14 bank accounts"."""
    before: tuple[str, ...]
    """Lemmas of the words before it in the same clause: "revenue grew 30%"."""
    clause: int
    """Number of the phrase in its text; arithmetic is proven within one phrase only."""


def supports(evidence: Quantity, claim: Quantity) -> bool:
    """Whether the amount of `evidence` proves the amount of `claim`; what is counted is not asked.

    A weaker bound is proven by a stronger one ("45" proves "over 40" and "about 45"), never the
    reverse ("over 40" does not prove "45", "nearly 100" does not prove "100").
    """
    if not comparable(evidence.unit, claim.unit):
        return False
    if claim.unit.startswith("clock"):
        return _same_time(evidence, claim)
    low, high = evidence.low, evidence.high
    if claim.bound == "at_least":
        if evidence.bound in ("at_most", "up_to", "nearly", "about"):
            return False
        return low >= claim.low * 0.9999 and low <= claim.low * 3
    if claim.bound == "up_to":
        # "up to 40" boasts of the 40: "up to 10" proves nothing of the kind.
        return evidence.bound != "at_least" and _close(high, claim.high)
    if claim.bound == "at_most":
        return evidence.bound != "at_least" and high <= claim.high * 1.0001
    if claim.bound == "about":
        return low * 0.93 <= claim.low <= high * 1.07
    if claim.bound == "nearly":
        return evidence.bound in ("exact", "nearly") and claim.low * 0.88 <= low <= claim.low
    near = _close(low, claim.low) and _close(high, claim.high)
    if evidence.low != evidence.high:
        return near or (_close(claim.low, low) and claim.low == claim.high)
    return near and (evidence.bound in ("exact", "at_least") or evidence.bound == claim.bound)


def same_amount(evidence: Quantity, claim: Quantity) -> bool:
    """Whether both name the same number in the same unit, bounds and rates aside."""
    if not comparable(evidence.unit, claim.unit):
        return False
    if claim.unit.startswith("clock"):
        return _same_time(evidence, claim)
    return _close(evidence.low, claim.low) and _close(evidence.high, claim.high)


def way(before: Quantity, after: Quantity) -> str | None:
    """'up' or 'down' where the two are the ends of one change: "from 9 to 7", "7 instead of
    9". Else None."""
    if (before.role, after.role) == ("to", "from"):
        before, after = after, before
    if (before.role, after.role) != ("from", "to") or before.unit != after.unit:
        return None
    if before.low == after.low:
        return None
    return "up" if before.low < after.low else "down"


def rates_agree(evidence: Quantity, claim: Quantity) -> bool:
    """Whether the claim's rate is the evidence's, or is left out."""
    seasonal = (evidence.rate, claim.rate) == ("season", "year")  # 'each fall' is once a year
    return not claim.rate or claim.rate == evidence.rate or seasonal


def comparable(one: str, other: str) -> bool:
    """Whether amounts of these two units can be of one thing."""
    return one == other or (one, other) in _ALIKE


_ALIKE = frozenset(
    pair
    for one, other in (
        ("clock", "clock12"),
        ("count", "label"),
        ("count", "points"),
        ("count", "ratio"),
    )
    for pair in ((one, other), (other, one))
)


def _same_time(evidence: Quantity, claim: Quantity) -> bool:
    """9:45 is 9.45 a.m. or p.m., 3pm is never 3am."""
    day = 1440 if evidence.unit == claim.unit == "clock" else 720
    return evidence.low % day == claim.low % day


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 0.006 * max(abs(a), abs(b), 1e-9)
