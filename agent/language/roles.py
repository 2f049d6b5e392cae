"""What the amounts of a text are to one another: ends of a change, measures, parts of a whole.

A unit that is written once ("from 11 to 8 minutes") is shared here.
"""

from __future__ import annotations

import itertools
import re

from agent.language.amounts import Quantity
from agent.language.quantity_words import CHANGES
from agent.language.unit_names import scale_after
from agent.language.units import MAGNITUDES, UNITS

_ARROWS = ("→", "->", "-->", "=>", "–>", ">")
_BECAME = re.compile(
    r"(?:[ -][a-z\x00 -]{1,40})? (?:down |up )?to |(?: \(?\x00+\)?)?,? (?:and )?then(?: to)? "
)
_INSTEAD = re.compile(r"(?: [a-z]+)? (?:instead of|rather than|not)(?: [a-z]+)? ")
_LABELLED = re.compile(r"(?: to| ?->| ?→|, then) (?P<label>[a-z]+) ")
_REACHED = re.compile(
    r"[ a-z/]{0,20}[(,;] ?(?:(?:usually|typically|often|mostly|normally|i|actually|actual|avg"
    r"|average|averaged|averaging|hit|did|doing|made|met|reached|got|was|at|ran|running):? ){1,4}$"
)
_SMALL_WORD = re.compile(r"\b(at|for|with|on) $")
GOALS = frozenset(("target", "goal", "quota", "norm", "plan", "budget", "forecast"))
_MEASURED_BY = re.compile(
    r"[,;(]? ?(?:[a-z]+ ){0,3}(?:goal|target|quota|norm|benchmark|average)"
    r"(?: (?:was|is|of|being))?:? $"
    r"| (?:vs\.?|versus|against)(?: [a-z]+){0,3} $"
)
COMPARED = re.compile(
    r"\b(?:average|averaged|avg|mean|goal|target|quota|norm|benchmark|median|versus|vs|against|than|compared|below|above)\b"
)
_UNCOUNTED = frozenset(("together", "overall", "percent", "last", "this", "by", "within", "below"))


def related(found: list[Quantity], plain: str, bare: str) -> list[Quantity]:
    """The amounts with their roles and the units that they share.

    Args:
        found: amounts in the order of the text.
        plain: the folded text in lower case.
        bare: the same with dates and worded amounts blotted out.
    """
    found = _converted(found, plain)
    found = _compared(_roles(found, plain), plain, bare)
    for index, (first, second) in enumerate(itertools.pairwise(found)):
        if second.unit == "count" and (
            (first.role == "from" and second.role == "to") or second.role == "vs"
        ):
            scale = scale_after(plain, first)
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
            and (by.role == "by" or "," in plain[by.end : first.start])
            and not _LABELLED.fullmatch(plain[first.end : second.start])
            and by.unit not in ("count", "label", "ordinal", "percent", "ratio", "points")
            and not (counts_something(first) or counts_something(second))
        ):
            scale = scale_after(plain, by)
            for place in (index - 1, index):
                one = found[place]
                found[place] = one._replace(
                    low=one.low * scale, high=one.high * scale, unit=by.unit
                )
    return found


def _converted(found: list[Quantity], plain: str) -> list[Quantity]:
    """'up to 66 lb (30 kg)': what stands in brackets is the same amount, with the same bound."""
    made = list(found)
    for index, (first, second) in enumerate(itertools.pairwise(found), start=1):
        between = plain[first.end : second.start]
        same = first.unit == second.unit and abs(first.high - second.high) < 0.03 * first.high
        if same and re.fullmatch(r"[ a-z]{0,24}\((?:about |approx\.? )?", between):
            made[index] = second._replace(bound=first.bound, role=first.role)
    return made


def _compared(found: list[Quantity], plain: str, bare: str) -> list[Quantity]:
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
        label = _LABELLED.fullmatch(plain[first.end : second.start])
        named = label is not None and first.before[-1:] == (label["label"],)
        if named and first.unit == second.unit == "count":
            made[index - 1] = first = first._replace(role="from")
            made[index] = second = second._replace(role="to")
        if (
            first.rate
            and GOALS & set(first.before)
            and (second.unit, second.rate, second.after) == ("count", "", ())
            and _REACHED.fullmatch(plain[first.end : second.start])
        ):  # 'target 110 lines per hour (usually hit 120-125)'
            made[index] = second = second._replace(rate=first.rate, after=first.after)
        between = plain[first.end : second.start + 24][: max(0, second.start - first.end) + 14]
        if len(between) < 120 and COMPARED.search(between) and first.unit not in ("count", "label"):
            if second.unit == "count" and not counts_something(second):
                scale = _shared_scale(plain, first, second)
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
            and "clock" not in first.unit
            and _BECAME.fullmatch(bare[first.end : second.start])
        ):
            scale = scale_after(plain, first) if second.unit != first.unit else 1.0
            made[index - 1] = first._replace(role="from")
            made[index] = second._replace(
                low=second.low * scale,
                high=second.high * scale,
                unit=first.unit,
                role="to",
                after=first.after,
            )
    return made


def _alike_placed(plain: str, first: Quantity | None, second: Quantity) -> bool:
    """'second midwife at 14, first at 6': two bare counts, each after the same small word."""
    if (
        first is None
        or first.clause != second.clause
        or (first.unit, first.role, first.after) != ("count", "", ())
        or (second.unit, second.role, second.after) != ("count", "", ())
    ):
        return False
    here = _SMALL_WORD.search(plain, max(0, first.start - 8), first.start)
    there = _SMALL_WORD.search(plain, first.end, second.start)
    return (
        here is not None
        and there is not None
        and here[1] == there[1]
        and plain[first.end : first.end + 2] in (", ", " a")
    )


def _shared_scale(plain: str, first: Quantity, second: Quantity) -> float:
    """Size of the unit of `first`; the 'm' of '6m20s, target 7m' is no million."""
    if (
        first.unit == "time"
        and plain[second.end - 2 : second.end][0].isdigit()
        and (plain[second.end - 1] == "m")
    ):
        return UNITS["min"][1] / MAGNITUDES["m"]
    return scale_after(plain, first)


def counts_something(quantity: Quantity) -> bool:
    """Whether something is counted: in '64 together' nothing is."""
    return bool(quantity.after) and quantity.after[0] not in _UNCOUNTED


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
        elif (
            plain[first.end : second.start] == "/"
            and first.unit in ("count", "label")
            and second.unit == "count"
            and first.high <= second.low
        ):
            found[index + 1] = second._replace(role="total")  # 'rated 4.6/5'
        elif _INSTEAD.fullmatch(plain[first.end : second.start]) and first.unit == second.unit:
            found[index] = first._replace(role="to")
            found[index + 1] = second._replace(role="from")
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
        if (before and before.role == "to" and role == "from") or (
            role == "to" and after and after.role == "from" and after.clause == quantity.clause
        ):
            pass  # 'by day 6 instead of day 10'
        elif (
            role == "from"
            and not turned
            and not (after and after.role == "to" and after.clause == quantity.clause)
        ):
            role = ""
        elif role == "to" and not CHANGES & set(quantity.before):
            paired = before and before.role == "from" and before.clause == quantity.clause
            role = "to" if paired else ""
        elif role == "of" and before and not before.after and quantity.start - before.end <= 10:
            role = (
                "total"
                if plain[before.end : quantity.start].split()
                in (["of"], ["out", "of"], ["of", "the"], ["of", "our"], ["of", "my"])
                else role
            )
        if (
            role == "total"
            and kept
            and kept[-1].unit == "count"
            and quantity.unit in ("time", "length", "mass", "area")
        ):  # '58 of 60 days'
            size = scale_after(plain, quantity)
            part = kept[-1]
            kept[-1] = part._replace(low=part.low * size, high=part.high * size, unit=quantity.unit)
        elif _alike_placed(plain, before, quantity):
            role = "plus"
        kept.append(quantity._replace(role=role))
    return kept
