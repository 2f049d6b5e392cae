"""Two amounts that a line sets against each other: what was done, and what it is measured by.

'14 of 60 units', 'conference for 450 (booked 600)', 'usually 40, 300 during the surge', 'my package
was £6.5m of a £90m programme', 'a settlement of £410k against a claim of £340k'. Each number is in
the evidence, so nothing but its part in the pair tells a lie: the whole, the plan or the peak told
as what was done, or the two exchanged. A rewrite with both, each by its name, is honest; so is one
with the measure alone that still calls it a measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.language.amounts import Quantity, same_amount
from agent.language.ladders import word_set
from agent.models import Finding
from agent.verify.align import Claim, finding, quoted
from agent.verify.counted import thing_keys
from agent.verify.reading import Reading
from agent.verify.scope import Line, Scope

_PLANNED = word_set(
    """
    booked planned expected scheduled target targeted goal quota capacity forecast budget budgeted
    projected anticipated invited registered required requested allowed estimated asked
    """
)
_USUAL = word_set("usually normally typically generally average avg averaging mostly otherwise")
_PEAK = word_set("peak max maximum record once during when up best busiest surge rush sometimes")
_MINE = word_set("i my mine")
_BESIDE = re.compile(r"\b(?:of|out of|in|on|at|for|within|across|from|against|vs)\b[^,;.(]*$")
_OF = re.compile(r"\b(?:of(?: an?| the)?|sur|von|su|van de) $")
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Amounts of the line itself that the rewrite tells in the other's part."""
    own = scope.lines[0] if scope.lines and scope.lines[0].kind == "own" else None
    if own is None or not own.reading.quantities or not claim.reading.quantities:
        return []
    findings = []
    for mine in claim.reading.quantities:
        reason = _contained(mine, claim, own) or next(_turned(mine, claim, own), "")
        if reason:
            reason = f"The evidence says {reason}: {quoted(own)}."
            findings.append(
                finding("quantity", "hard", "major", mine.start, mine.end, reason, (own,))
            )
    return findings


def _turned(mine: Quantity, claim: Claim, own: Line) -> Iterator[str]:
    """What the line says of this amount, if the rewrite gives it the part of another."""
    text, theirs = claim.reading.text, own.reading
    same = [q for q in theirs.quantities if _same(q, mine, theirs.text, text)]
    if len(same) != 1:
        return
    here = same[0]
    said = {word.norm for word in claim.reading.words}
    for other in theirs.quantities:
        if (
            other is here
            or not _one_unit(other, here)
            or _same(other, here, theirs.text, theirs.text)
        ):
            continue
        label = _label(mine, text)
        if label and label & _label(other, theirs.text) and not label & _label(here, theirs.text):
            yield "this of something else"
        if any(_same(other, kept, theirs.text, text) for kept in claim.reading.quantities):
            continue
        if _is_whole(other, here, theirs.text):
            if not _told_as_whole(mine, text):
                yield "that it was a part of this"
        elif (marks := _near(here, theirs) & _PLANNED) and not _near(other, theirs) & _PLANNED:
            if not said & _PLANNED:
                yield f"this was {sorted(marks)[0]!r}"
        elif _near(other, theirs) & _USUAL and not _near(here, theirs) & _USUAL:
            if not said & (_PEAK | _USUAL):
                yield "what was usual"
        elif (
            _clause(other, theirs) & _MINE
            and not _clause(here, theirs) & _MINE
            and not _BESIDE.search(text[: mine.start])
        ):
            yield "which share was the person's own"


def _contained(mine: Quantity, claim: Claim, own: Line) -> str:
    """'Ran seven kitchens' of 'a kitchen of 7': what holds them is not what was counted."""
    if (
        len(mine.after) != 1
        or mine.unit != "count"
        or claim.reading.text[mine.end : mine.end + 1] == "-"
    ):
        return ""
    for theirs in own.reading.quantities:
        if theirs.role == "of" and same_amount(theirs, mine):
            holder = re.search(r"([^\W\d_]+) of $", own.reading.text[: theirs.start].lower())
            if holder and thing_keys(mine.after) & thing_keys((holder[1],)) and not (
                thing_keys(mine.after) & thing_keys(theirs.after)
            ):  # fmt: skip
                return f"how many one {holder[1]!r} had"
    return ""


def _same(one: Quantity, other: Quantity, text: str, told: str) -> bool:
    """One amount, or one number written with another unit: '18' of '2 mths out of 18'."""
    if same_amount(one, other):
        return True
    mine = _NUMBER.search(text, one.start, one.end)
    theirs = _NUMBER.search(told, other.start, other.end)
    return bool(
        mine and theirs and mine.group() == theirs.group() and "count" in (one.unit, other.unit)
    )


def _one_unit(one: Quantity, other: Quantity) -> bool:
    """'2 mths out of 18' is two amounts of one unit."""
    units = {one.unit, other.unit}
    return len(units) == 1 or ("count" in units and units <= {"count", "label", "time"})


def _is_whole(part: Quantity, whole: Quantity, text: str) -> bool:
    return (
        _told_as_whole(whole, text)
        and part.clause == whole.clause
        and part.end <= whole.start
        and part.low < whole.low
        and "," not in text[part.end : whole.start]
    )


def _told_as_whole(mine: Quantity, text: str) -> bool:
    """'of the 60 units', 'a 60-unit building'."""
    before = _OF.search(text[: mine.start].lower())
    return (
        mine.role in ("of", "total") or before is not None or text[mine.end : mine.end + 1] == "-"
    )


def _label(amount: Quantity, text: str) -> frozenset[str]:
    """Keys of the noun that names an amount: the 'claim' of 'a claim of £340k'."""
    named = re.search(r"([^\W\d_]+)(?:: | of | was | is | at )$", text[: amount.start].lower())
    return thing_keys((named[1],)) if named else frozenset()


def _near(amount: Quantity, reading: Reading) -> frozenset[str]:
    """The two words on either side of an amount, within its clause."""
    words = reading.words
    inside = [n for n, word in enumerate(words) if amount.start <= word.start < amount.end]
    if not inside:
        return frozenset()
    found = set()
    for step, place in ((-1, inside[0]), (1, inside[-1])):
        for _ in range(2):
            place += step
            edge = place + 1 if step < 0 else place
            if not 0 <= place < len(words) or words[edge].gap.strip(" -"):
                break
            found.add(words[place].norm)
    return frozenset(found)


def _clause(amount: Quantity, reading: Reading) -> frozenset[str]:
    return frozenset(
        word.norm
        for word in reading.words
        if amount.start - 60 < word.start < amount.start
        and not re.search(r"[;,.(]", reading.text[word.start : amount.start])
    )
