"""What the amounts of one phrase prove by arithmetic."""

from __future__ import annotations

import itertools

from agent.language.amounts import Quantity
from agent.language.roles import counts_something
from agent.language.units import PER_YEAR, UNITS, YEAR


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
        made.extend(_hours(first, second))
        if second.role == "times":  # '4 x 20 minutes'
            total = first.low * second.low
            made.append(second._replace(low=total, high=total, role=""))
        base = first._replace(end=second.end, role="by", bound="exact")
        a, b = first.low, second.low
        unit = second.unit if first.unit == "count" else first.unit
        if second.role == "from" and first.role in ("", "to", "at"):
            first, second, a, b = second, first, b, a
            second = second._replace(role="to")
        if ((first.role == "from" and second.role == "to") or second.role == "vs") and a != b:
            if second.role == "vs" and first.unit == second.unit and min(a, b) > 0:
                # 'sold 120 against a target of 100' is 120 % of it, and 20 % over it.
                made += [
                    base._replace(low=told, high=told, unit="percent", role="", after=(), before=())
                    for told in (100 * a / b, 100 * abs(a - b) / b)
                ]
                made.extend(_measured(base, a, b, first.unit))
            if first.unit == "count" and second.unit != "count":
                scale = next((s for u, s in UNITS.values() if u == second.unit), 1.0)
                a *= scale if second.unit == "percent" else 1.0
            difference = abs(b - a)
            low, high = sorted((a, b))
            made.append(base._replace(low=low, high=high, unit=unit, role="span"))  # '4.2 to 4.5'
            near = first.after + first.before + second.after
            counted = second.after if counts_something(second) else first.after
            base = base._replace(after=counted, before=near)
            made.append(base._replace(low=difference, high=difference, unit=unit))
            if unit == "percent":
                made.append(base._replace(low=difference, high=difference, unit="points"))
            if a:
                change = 100 * difference / a
                # A percentage is told rounded: from 11 to 7 is 36 %.
                for told in sorted({change, float(int(change + 0.5))} - {0.0}):
                    made.append(base._replace(low=told, high=told, unit="percent"))
            if a and b:
                ratio = max(a, b) / min(a, b)
                made.append(base._replace(low=ratio, high=ratio, unit="ratio"))
        elif (second.unit, second.role, first.rate) == ("time", "in", ""):
            made.extend(_per_period(first, second) if first.role in ("", "of") else ())
        elif first.unit == second.unit == "percent" and not (
            first.role or second.role or first.after or second.after
        ):  # '48% in 2019 and 36% in 2021'
            made.append(base._replace(low=abs(a - b), high=abs(a - b), unit="points"))
        elif (
            first.unit == second.unit == "count"
            and second.role in ("", "plus")
            and first.role == ""
            and first.after
        ):
            if not second.after and b < a:  # '32 hearings, 19 allowed'
                made += _shares(base, a, b)
            total = a + b  # '3 nurses and 2 aides' are five people
            made.append(base._replace(low=total, high=total, unit="count", after=()))
        elif second.role in ("of", "total") and first.unit == second.unit == "count" and b:
            if second.role == "total" and a <= b:
                made += _shares(base, b, a)
            elif first.after:
                made.append(base._replace(low=a * b, high=a * b, after=second.after))
    return tuple(made)


def _shares(base: Quantity, whole: float, part: float) -> list[Quantity]:
    """A part as a percentage, which people tell rounded."""
    share = 100 * part / whole
    told = sorted({share, float(int(share + 0.5))} - {0.0})
    return [base._replace(low=one, high=one, unit="percent", role="") for one in told]


def _hours(first: Quantity, second: Quantity) -> list[Quantity]:
    """'12-hour shifts, 3 a week' and '8 hours a day, 5 days a week' are 36 and 40 hours a week."""
    if first.unit != "time" or not second.rate or second.rate == first.rate:
        return []
    if second.role == "times":
        return []
    if second.unit == "count" and not first.rate and set(second.after) <= {"shift", "time"}:
        times = second.low
    elif second.unit == "time" and first.rate == "day":
        times = second.low / UNITS["day"][1]
    else:
        return []
    hours = first.low * times
    return [first._replace(low=hours, high=hours, rate=second.rate, after=(), before=())]


def at_rate(quantity: Quantity, rate: str) -> Quantity | None:
    """The same amount per another period: 3 a week is 13 a month; None where that says nothing.

    The result is a range: people reckon a month as four weeks, and a week as five to seven days.
    """
    periods = PER_YEAR.keys() - {"hour"}
    if not {quantity.rate, rate} <= periods:
        return None
    factor = PER_YEAR[quantity.rate] / PER_YEAR[rate]
    low, high = quantity.low * factor, quantity.high * factor
    if factor > 1:
        low *= 48 / PER_YEAR["week"] * (5 / 7 if quantity.rate == "day" else 1)
    return quantity._replace(low=low, high=high, rate=rate)


def _per_period(amount: Quantity, time: Quantity) -> list[Quantity]:
    """'41 sales in 4 years' are 10.25 a year."""
    years = time.low / YEAR
    return [
        amount._replace(low=amount.low / spans, high=amount.high / spans, rate=period)
        for period, times in PER_YEAR.items()
        if (spans := years * times) > 1 and amount.unit in ("count", "money:usd", "money:gbp")
    ]


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
