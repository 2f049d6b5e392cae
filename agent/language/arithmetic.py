"""What the amounts of one phrase prove by arithmetic."""

from __future__ import annotations

import itertools

from agent.language.amounts import Quantity
from agent.language.roles import GOALS, counts_something
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
    made.extend(_whole_rows(quantities))
    made.extend(past for one in quantities if (past := _past_the_goal(one)) is not None)
    for first, second in itertools.pairwise(quantities):
        if first.clause != second.clause or first.unit == "clock12":
            continue
        if first.unit == second.unit == "clock":
            made.extend(_shift(first, second))
            continue
        if _labelled(first, second):
            made.append(_steps(first, second))
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
                made.extend(_measured(base, a, b, first.unit))
                continue
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
                made += _told(base, change)
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
            and (first.after or second.role == "plus")
            and first.rate == second.rate
            and not GOALS & set(first.before)
        ):
            if not second.after and b < a:  # '32 hearings, 19 allowed'
                made += _shares(base, a, b)
            total = a + b  # '3 nurses and 2 aides' are five people
            made.append(_sum(base, total, [first], [second]))
        elif second.role == "total" and first.unit == second.unit and 0 < a <= b:
            part = b - a if first.role == "rest" else a
            made += _shares(base, b, part)
            made.append(base._replace(low=b - part, high=b - part, unit=unit, role="rest"))
            if first.role == "rest":  # 'all but two of 60'
                whole = base._replace(low=part, high=part, unit=unit, role="")
                made.append(whole._replace(after=second.after))
        elif second.role == "of" and first.unit == second.unit == "count" and b and first.after:
            made.append(base._replace(low=a * b, high=a * b, after=second.after))
    return tuple(made)


def _shares(base: Quantity, whole: float, part: float) -> list[Quantity]:
    """A part as a percentage."""
    return _told(base._replace(role=""), 100 * part / whole)


def _told(base: Quantity, percent: float) -> list[Quantity]:
    """A percentage as it is, and rounded, as people tell it: from 11 to 7 is 36 %."""
    told = sorted({percent, float(int(percent + 0.5))} - {0.0})
    return [base._replace(low=one, high=one, unit="percent") for one in told]


def _whole_rows(quantities: tuple[Quantity, ...]) -> list[Quantity]:
    """'3 nurses, 2 aides and 4 clerks' are nine: a row of three counts or more, taken whole."""
    made = []
    for _, group in itertools.groupby(quantities, lambda one: (one.clause, one.unit, one.rate)):
        row = list(group)
        if (
            len(row) > 2
            and row[0].unit == "count"
            and all(one.after and one.role in ("", "plus") and one.low == one.high for one in row)
        ):
            total = sum(one.low for one in row)
            made.append(_sum(row[0]._replace(end=row[-1].end), total, row[:1], row[1:]))
    return made


def _sum(base: Quantity, total: float, some: list[Quantity], others: list[Quantity]) -> Quantity:
    """A sum; `after` and `before` are what only the one or only the other part counts: 3 nurses and
    2 aides are five people, not five nurses."""
    counting = all(one.after for one in [*some, *others])
    here = {word for one in some for word in (one.after if counting else one.before)}
    there = {word for one in others for word in (one.after if counting else one.before)}
    if not counting and any(one.after for one in [*some, *others]):
        here = there = set()
    elif not counting and len(here) > len(there) > 0:
        here -= {word for one in some for word in one.before[-1:]}  # 'second midwife ..., first'
    return base._replace(
        low=total,
        high=total,
        role="sum",
        after=tuple(sorted(here - there)),
        before=tuple(sorted(there - here)),
    )


def _past_the_goal(one: Quantity) -> Quantity | None:
    """'104% of target' is 4 % over it, '91% of plan' 9 % under it; roles 'over' and 'under'."""
    if one.unit != "percent" or not GOALS & set(one.after[:2]) or one.low in (0.0, 100.0):
        return None
    past = abs(one.low - 100)
    role = "over" if one.low > 100 else "under"
    return one._replace(low=past, high=past, role=role, after=())


def _labelled(first: Quantity, second: Quantity) -> bool:
    """Whether both are numbers after the same word: 'day 8 to day 5', 'band 4 to band 6'."""
    label = first.before[-1:]
    return (
        {first.role, second.role} == {"from", "to"}
        and first.unit == second.unit == "count"
        and bool(label)
        and label == second.before[-1:]
        and len(second.before) > len(first.before)
    )


def _steps(first: Quantity, second: Quantity) -> Quantity:
    label = first.before[-1]
    unit, size = UNITS.get(label, ("count", 1.0))
    steps = abs(first.low - second.low) * size
    after = () if label in UNITS else (label,)
    return first._replace(
        low=steps, high=steps, end=second.end, unit=unit, role="by", after=after, before=()
    )


def _shift(first: Quantity, second: Quantity) -> list[Quantity]:
    """'7am-3pm' is eight hours."""
    if (first.role, second.role) != ("from", "to"):
        return []
    length = (second.low - first.low) % 1440 * 60.0
    return [first._replace(low=length, high=length, end=second.end, unit="time", role="")]


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
    """What `a` is beside `b` that it is measured by: 120 beside a target of 100 is 120 % of it.

    It is 20 more, too; the roles 'over' and 'under' say on which side.
    """
    side = base._replace(role="over" if a > b else "under", before=(), after=())
    difference = abs(a - b)
    past = 100 * difference / b
    made = [side._replace(low=difference, high=difference, unit=unit)]
    if unit == "percent":
        made.append(side._replace(low=difference, high=difference, unit="points"))
    made += _told(side, past)
    plain = base._replace(role="", before=(), after=())
    made += [
        plain._replace(low=100 * one, high=100 * one, unit="percent") for one in (a / b, b / a)
    ]
    ratio = max(a, b) / min(a, b)
    made.append(plain._replace(low=ratio, high=ratio, unit="ratio"))
    return made
