"""Years of experience: the time covered by the entries that show a thing, or as the resume says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agent.language.dates import find_durations
from agent.language.text import fold
from agent.match.index import MatchIndex, Place

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
)
_NUMBERS = {word: number for number, word in enumerate(_WORDS.split())}
_WORDED = re.compile(
    rf"\b({'|'.join(_NUMBERS)})( and a half)?\+?[ -]years?\b(?!\s+(?:ago|old))", re.IGNORECASE
)
_NOT_WORK = re.compile(
    r"^\s*(?:ago|old|of age|program|degree|contract|plan|warranty)", re.IGNORECASE
)
_GRACE = 1
"""Months by which the dates of a resume may fall short of a year count."""


def months_shown(places: Iterable[Place], index: MatchIndex, *, everything: bool = False) -> int:
    """Months of experience that these places show.

    Entries of work in which a place stands count with their dates, overlapping months once; a line
    that itself says how long ('15 years of accounts receivable') counts as it says. A Skills item
    shows none.

    Args:
        places: where the thing stands.
        index: the prepared resume.
        everything: count every entry of work (the demand is for experience as such).
    """
    at = list(places)
    said = [months_said(index.lines[place.line].text) for place in at]
    entries = [
        line.entry_id
        for line in (index.lines[place.line] for place in at)
        if line.entry_id is not None and line.proof in ("work", "fact")
    ]
    if everything:
        entries = list(index.dates)
        said += [months_said(line.text) for line in index.lines if line.proof == "summary"]
    return max([index.months_of(entries), *said])


def months_said(text: str) -> int:
    """The longest time a line itself claims, in months: 'nearly ten years' is 120; 0 if none."""
    folded = fold(text)
    found = [
        round(duration.months)
        for duration in find_durations(folded)
        if not _NOT_WORK.match(folded[duration.span.end :])
    ]
    for worded in _WORDED.finditer(folded):
        years = _NUMBERS[worded.group(1).lower()]
        found.append(years * 12 + (6 if worded.group(2) else 0))
    return max(found, default=0)


def long_enough(months: int, years: int) -> bool:
    """Whether `months` satisfy a demand for `years`."""
    return months + _GRACE >= years * 12
