"""Amounts told otherwise, by kind: many instances of each, the honest one and the nearest lie."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from agent.models import Bullet, Entry, Resume, Section, Verdict
from agent.verify import verify

Told = tuple[str, str, str]
"""A line, an honest rewrite, and the nearest lie of the same kind."""

_AMOUNTS = ("quantity", "tenure", "quantifier", "frequency")
_THINGS = ("invoices", "permits", "samples", "orders", "claims", "tickets")
_WORDS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}


def _two(some: random.Random) -> tuple[int, int]:
    first, second = some.sample(range(11, 90), 2)
    return first, second


def _sum_of_years(some: random.Random) -> Told:
    (a, b), thing = _two(some), some.choice(_THINGS)
    line = f"Processed {a} {thing} in 2018 and {b} in 2019"
    return line, f"Processed {a + b} {thing} over 2018 and 2019", f"Processed {a + b + 7} {thing}"


def _sum_of_parts(some: random.Random) -> Told:
    a, b = _two(some)
    line = f"Checked {a} permits and {b} invoices for the yard"
    return line, f"Checked {a + b} permits and invoices", f"Checked {a + b} permits"


def _plus(some: random.Random) -> Told:
    (a, b), thing = _two(some), some.choice(_THINGS)
    line = f"Handled two queues ({a} + {b} {thing})"
    return line, f"Handled two queues with {a + b} {thing} in all", f"Handled {a * b} {thing}"


def _difference(some: random.Random) -> Told:
    a, b = sorted(_two(some))
    line = f"Arrears £{b}k April 2016 down to £{a}k March 2017"
    told = f"Arrears fell by £{b - a},000, from £{b},000 to £{a},000"
    return line, told, f"Arrears fell by £{b - a + 5},000"


def _level_as_loss(some: random.Random) -> Told:
    a, b = sorted(_two(some))
    if b == 2 * a:
        b += 1
    line = f"Backlog went from {b} claims to {a} claims"
    return line, f"Cut the backlog by {b - a} claims", f"Cut the backlog by {a} claims"


def _labelled(some: random.Random) -> Told:
    a, steps = some.randint(9, 20), some.choice((2, 3, 4))
    unit = some.choice(("day", "week"))
    line = f"Monthly close moved from {unit} {a} to {unit} {a - steps}"
    told = f"Monthly close moved {_WORDS[steps]} {unit}s earlier"
    return line, told, f"Monthly close moved {_WORDS[steps + 1]} {unit}s earlier"


def _complement(some: random.Random) -> Told:
    whole, missed = some.randint(20, 90), some.choice((2, 3, 4, 5))
    line = f"Balanced the till on {whole - missed} of {whole} days"
    told = f"Balanced the till on all but {_WORDS[missed]} of {whole} days"
    return line, told, told.replace(_WORDS[missed], _WORDS[missed - 1] if missed > 2 else "six")


def _doubled(some: random.Random) -> Told:
    a = some.choice((5, 10, 25, 40))
    line = f"Authority ${a}K then ${2 * a}K (2014)"
    return line, "Authority doubled in 2014", "Authority tripled in 2014"


def _past_the_goal(some: random.Random) -> Told:
    goal, past = some.choice(("target", "quota", "plan")), some.randint(2, 9)
    line = f"Sales ended at {100 + past}% of {goal}"
    lies = (f"Missed the sales {goal} by {past}%", f"Beat the sales {goal} by {100 + past}%")
    return line, f"Beat the sales {goal} by {past}%", some.choice(lies)


def _short_of_the_goal(some: random.Random) -> Told:
    goal, short = some.choice(("target", "quota", "plan")), some.randint(2, 9)
    line = f"Sales ended at {100 - short}% of {goal}"
    return line, f"Missed the sales {goal} by {short}%", f"Exceeded the sales {goal} by {short}%"


def _inside_the_target(some: random.Random) -> Told:
    minutes, seconds = some.randint(4, 9), some.choice((10, 20, 40, 50))
    line = f"Average handling time {minutes}m{seconds}s v target {minutes + 1}m"
    told = f"Average handling time of {minutes} min {seconds} s, {60 - seconds} seconds"
    lies = (
        f"Average handling time of {minutes + 1} minutes",
        f"{told} over the target of {minutes + 1} minutes",
        f"{told.replace(str(60 - seconds) + ' s', str(65 - seconds) + ' s')} inside the target",
    )
    return line, f"{told} inside the target of {minutes + 1} minutes", some.choice(lies)


def _beside_the_target(some: random.Random) -> Told:
    goal = some.randint(90, 120)
    line = f"Picked orders, target {goal} lines per hour (usually hit {goal + 10}-{goal + 15})"
    told = f"Picked {goal + 10} to {goal + 15} lines an hour against a target of {goal}"
    return line, told, f"Picked {goal + 10} to {goal + 15} lines a minute against a target"


def _every_nth(some: random.Random) -> Told:
    nth, count = some.choice((("third", 3), ("fourth", 4), ("fifth", 5)))
    line = f"Desk rotation incl. every {nth} Saturday"
    told = f"Desk rotation on one Saturday in {_WORDS[count]}"
    return line, told, told.replace(_WORDS[count], _WORDS[count - 1])


def _one_in_many(some: random.Random) -> Told:
    count = some.randint(3, 9)
    line = f"On call 1 night in {count}"
    told = f"On call one night in {_WORDS[count]}"
    return line, told, f"On call one night in {_WORDS[count - 1]}"


def _rating(some: random.Random) -> Told:
    score = some.choice((4.2, 4.4, 4.6, 4.8))
    told = f"Kept a course rating of {score}/5"
    return f"Course rating {score} out of 5", told, told.replace(f"{score}", f"{score + 0.1:.1f}")


def _clock(some: random.Random) -> Told:
    hour, minute = some.randint(6, 11), some.choice((15, 30, 45))
    told = f"Posted the register by {hour}.{minute} a.m."
    return f"Posted register by {hour}:{minute}", told, told.replace(f"{hour}.", f"{hour - 1}.")


def _shift(some: random.Random) -> Told:
    start, hours = some.randint(5, 8), some.choice((6, 7, 8, 9))
    line = f"Ran the desk {start}am-{start + hours - 12}pm" if start + hours > 12 else (
        f"Ran the desk {start}am-{start + hours}am"
    )  # fmt: skip
    if start + hours == 12:
        line = f"Ran the desk {start}am-12pm"
    told = f"Ran the desk on {_WORDS[hours]}-hour shifts"
    return line, told, told.replace(_WORDS[hours], _WORDS[hours - 1])


def _half_hourly(some: random.Random) -> Told:
    what = some.choice(("readings", "checks", "patrols"))
    lie = f"{what.title()} at quarter-hour intervals"
    return f"{what.title()} every 30 min", f"{what.title()} at half-hour intervals", lie


def _once_or_twice(some: random.Random) -> Told:
    period = some.choice(("month", "week", "year"))
    line, told = f"Night cover 1-2 nights a {period}", f"Night cover once or twice a {period}"
    return line, told, told.replace("once or twice", "two or three times")


def _percentile(some: random.Random) -> Told:
    nth = some.choice((90, 95, 99))
    line = f"Cut p{nth} latency by caching"
    return line, f"Cut {nth}th-percentile latency by caching", "Cut 75th-percentile latency"


def _members(some: random.Random) -> Told:
    count = some.randint(3, 9)
    told = f"Reports for the {_WORDS[count]}-member audit team"
    line = f"Reports for audit team ({count} people)"
    return line, told, told.replace(_WORDS[count], _WORDS[count - 1])


def _microns(some: random.Random) -> Told:
    count = some.choice((1, 2, 3, 5))
    told = f"Held tolerances of ±{count}0 microns"
    return f"Held tolerances +/-0.0{count}mm", told, told.replace(" microns", " millimetres")


def _metres(some: random.Random) -> Told:
    length = some.choice((20, 25, 33, 50))
    told = f"Kept watch over a {length}-metre pool"
    return f"Watch on {length}m pool", told, told.replace(f"{length}", f"{length + 5}")


def _acronym_of_a_unit(some: random.Random) -> Told:
    count = some.randint(11, 60)
    told = f"Wrote {count} knowledge base articles"
    return f"Wrote {count} KB articles", told, f"Wrote {count + 10} knowledge base articles"


def _named_by_initials(some: random.Random) -> Told:
    own, store = sorted(some.sample(range(20, 60), 2))[::-1]
    line = f"ATV of mine was £{own} against store avg of £{store}"
    told = f"Reached an average transaction value of £{own}, compared with a store average of £"
    return line, f"{told}{store}", f"Reached an average transaction value of £{own + 9}"


def _pupils(some: random.Random) -> Told:
    count, code = some.randint(3, 9), some.choice(("K-2", "T-4", "P-1"))
    line = f"Taught {count} {code} students"
    told = f"Taught {_WORDS[count]} {code} students"
    return line, told, told.replace(_WORDS[count], str(count + 4))


def _by_a_quarter(some: random.Random) -> Told:
    start = some.choice((8, 12, 16, 20))
    line = f"Cycle time of part 4471 went from {start} min to {start * 3 // 4} min"
    return line, "Cut the cycle time of part 4471 by a quarter", "Cut the cycle time by a third"


def _short_rate(some: random.Random) -> Told:
    rates = [("wkly", "weekly"), ("mthly", "monthly"), ("qtrly", "quarterly"), ("yrly", "yearly")]
    (short, full), (_, other) = some.sample(rates, 2)
    count = some.randint(11, 60)
    line = f"Filed {count} returns {short} for the yard"
    told = f"Filed {count} returns {full} for the yard"
    return line, told, told.replace(full, other)


def _ages(some: random.Random) -> Told:
    low = some.randint(5, 9)
    told = f"Ran sessions for {low}- to {low + 4}-year-olds"
    return f"Ran sessions for {low}-{low + 4}s", told, told.replace(f" {low}-", f" {low - 2}-")


KINDS: tuple[Callable[[random.Random], Told], ...] = (
    _sum_of_years, _sum_of_parts, _plus, _difference, _level_as_loss, _labelled, _complement,
    _doubled, _past_the_goal, _short_of_the_goal, _inside_the_target, _beside_the_target,
    _every_nth, _one_in_many, _rating, _clock, _shift, _half_hourly, _once_or_twice, _percentile,
    _members, _microns, _metres, _acronym_of_a_unit, _named_by_initials, _pupils,
    _by_a_quarter, _ages, _short_rate,
)  # fmt: skip


def _verdict(line: str, rewrite: str) -> Verdict:
    bullets = (Bullet(id="b1", text=line), Bullet(id="b2", text="Kept the store room tidy"))
    entry = Entry(id="e1", heading="Worker, Some Place", bullets=bullets)
    section = Section(id="s1", heading="Experience", kind="experience", entries=(entry,))
    return verify(rewrite, resume=Resume(name="Sam Roe", sections=(section,)), bullet_id="b1")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_amount_told_otherwise_passes_and_its_nearest_lie_does_not(
    kind: Callable[[random.Random], Told],
) -> None:
    for seed in range(12):
        line, honest, lie = kind(random.Random(seed))
        amiss = [one for one in _verdict(line, honest).findings if one.type in _AMOUNTS]
        assert not amiss, (line, honest)
        caught = [one for one in _verdict(line, lie).findings if one.type in _AMOUNTS]
        assert caught, (line, lie)
