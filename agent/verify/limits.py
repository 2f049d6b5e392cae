"""Words that limit what a line claims, and that a rewrite may not lose.

"2 of my students won" is not "my students won"; "driver when the regular was out" is not "driver";
"nominated for the award" is not the award; "at a Verizon reseller" is not at Verizon.
"""

from __future__ import annotations

import re
from functools import lru_cache

from agent.language.ladders import word_set
from agent.language.text import fold
from agent.models import Finding, FindingType, Severity
from agent.verify.align import Claim, finding, quoted
from agent.verify.scope import Line, Scope
from agent.verify.words import Word

_N = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
_PART = re.compile(
    rf"\b(?:{_N}|some|half|a few|several|most|part|many|a third|a quarter|a couple) (?:out )?of "
    rf"(?:(?:my|the|our|his|her|their|its)\b|{_N}\b)|\bhalf (?:the|my|our|of)\b"
    rf"|\bof (?:whom|which|them|these|those),? {_N}\b|\b{_N} of (?:whom|which|them|these|those)\b"
)
_PART_SAID = word_set(
    """
    some half few several most part many third quarter couple portion percent certain selected
    among one
    """
)
_STAND_IN = re.compile(
    r"\b(?:when|if|while) (?:[\w']+ ){1,4}?(?:was|is|were|are|wasn't|isn't|got|gets) "
    r"(?:out|away|busy|absent|sick|ill|unwell|off|gone|late|there|on leave|"
    r"on vacation|on holiday|on break|full|short|unavailable)\b"
    r"|\bwhen (?:[\w']+ ){1,2}(?:away|absent|sick|ill|off|on leave|on holiday|on vacation)\b"
)
_STAND_IN_SAID = word_set(
    """
    when if while absence absent relief cover covered covering backup back-up fill filled filling
    needed stand stood substitute substituted occasional occasionally sometimes during temporary
    """
)
_SHORT_OF = word_set(
    """
    nominated nominee nomination finalist shortlisted shortlist runner interned intern internship
    semifinalist candidate contender waitlisted
    """
)
_BOOKED = frozenset(("scheduled", "booked", "upcoming"))
_AIMED_AT = _SHORT_OF | _BOOKED
_SHORT_SAID = _SHORT_OF | word_set("second place shortlisted observed up")
_TRAINING = word_set(
    """
    training exam examination test class course certification licence license workshop interview
    orientation
    """
)
_MISSED = re.compile(
    r"\b(?:missed|fell short|short of|not met|did not meet|didn't meet|under target|below target"
    r"|failed)\b"
)
_PERIOD = re.compile(
    r"\b(?:(?:19|20)\d\d|q[1-4]|(?:first|second|third|fourth|last|one|1st|2nd) "
    r"(?:year|quarter|half)|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\b"
)
_BETWEEN = word_set(
    """
    reseller dealer dealership franchise franchisee contractor subcontractor distributor supplier
    vendor affiliate partner agency
    """
)


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Limits of the person's own line that the rewrite lost."""
    own = [line for line in scope.lines if line.kind == "own"]
    if not own:
        return []
    line = own[0]
    said = {word.norm for word in claim.reading.words}
    return [
        *_parts(claim, line, said),
        *_stand_ins(claim, line, said),
        *_short(claim, line, said, scope),
        *_between(claim, line),
        *_mixed(claim, line, fold(line.reading.text).lower()),
    ]


@lru_cache(maxsize=4096)
def _parts_of(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_PART.finditer(fold(text).lower()))


@lru_cache(maxsize=4096)
def _stand_in(text: str) -> re.Match[str] | None:
    return _STAND_IN.search(fold(text).lower())


def _parts(claim: Claim, line: Line, said: set[str]) -> list[Finding]:
    if said & _PART_SAID:
        return []
    mine = claim.reading.quantities
    for match in _parts_of(line.reading.text):
        numbers = [
            q for q in line.reading.quantities if match.start() < q.end and q.start < match.end()
        ]
        if any(q.unit == "percent" for q in mine) or any(
            q.low == number.low for q in mine for number in numbers[:1]
        ):
            continue
        found = _lost(claim, line, match.start(), match.end(), after=True)
        if found:
            return [_finding(line, found, match.group(), "quantifier", "major")]
    return []


def _stand_ins(claim: Claim, line: Line, said: set[str]) -> list[Finding]:
    match = _stand_in(line.reading.text)
    if not match or said & _STAND_IN_SAID:
        return []
    found = _lost(claim, line, match.start(), match.end(), after=False)
    return [_finding(line, found, match.group(), "frequency", "minor")] if found else []


def _short(claim: Claim, line: Line, said: set[str], scope: Scope) -> list[Finding]:
    """What was only aimed at: an award, a place, an exam."""
    if not any(word.norm in _AIMED_AT for word in line.reading.words):
        return []
    headed = {
        w.norm for other in scope.lines if other.kind == "heading" for w in other.reading.words
    }
    for index, word in enumerate(line.reading.words):
        words = line.reading.words
        planned = (
            word.norm in _BOOKED
            and index > 0
            and words[index - 1].norm in _TRAINING
            and not said & {"scheduled", "booked", "upcoming", "schedule", "book"}
        )
        if not planned and (
            word.norm not in _SHORT_OF or said & _SHORT_SAID or word.norm in headed
        ):
            continue
        found = _lost(claim, line, word.start, word.end, after=not planned)
        if found:
            return [_finding(line, found, word.text, "credential", "critical")]
    return []


def _between(claim: Claim, line: Line) -> list[Finding]:
    """'at a Verizon reseller' is not 'at Verizon'."""
    theirs = line.reading.words
    for index, word in enumerate(theirs[:-1]):
        following = theirs[index + 1]
        if not word.name or following.known.lemma not in _BETWEEN or following.gap != " ":
            continue
        for place, mine in enumerate(claim.reading.words):
            after = claim.reading.words[place + 1 : place + 2]
            if mine.norm != word.norm or any(w.known.stem == following.known.stem for w in after):
                continue
            if place and claim.reading.words[place - 1].norm in ("at", "for", "with", "by"):
                return [_finding(line, [mine], following.text, "employer", "critical")]
    return []


def _mixed(claim: Claim, line: Line, text: str) -> list[Finding]:
    """'104 % of target in 2021, missed in 2022': the good year is told with its year."""
    match = _MISSED.search(text)
    if not match or not _PERIOD.search(text):
        return []
    mine = fold(claim.reading.text).lower()
    if _MISSED.search(mine) or _PERIOD.search(mine) or "one of" in mine:
        return []
    found = [
        word
        for word in claim.reading.words
        if word.known.lemma in ("target", "goal", "quota", "budget", "deadline", "plan")
    ]
    return [_finding(line, found, match.group(), "quantifier", "major")] if found else []


def _lost(claim: Claim, line: Line, start: int, end: int, *, after: bool) -> list[Word]:
    """The words of the rewrite that say at least half of what the limit bears on."""
    text = fold(line.reading.text)
    first = max((text.rfind(mark, 0, start) for mark in ";.("), default=-1) + 1
    stop = min((at for mark in ";)" if (at := text.find(mark, end)) >= 0), default=len(text))
    window = [
        word
        for word in line.reading.words
        if (end <= word.start < stop if after else first <= word.start < start)
        and word.known.kind == "content"
        and not word.numeric
    ]
    stems = {word.known.stem for word in window}
    if not stems and after:
        return []
    mine = [word for word in claim.reading.words if word.known.stem in stems]
    return mine if 2 * len({word.known.stem for word in mine}) >= len(stems) and mine else []


def _finding(
    line: Line, found: list[Word], lost: str, kind: FindingType, severity: Severity
) -> Finding:
    return finding(
        kind,
        "hard",
        severity,
        found[0].start,
        found[-1].end,
        f"The evidence says {lost!r}, and the rewrite leaves it out: {quoted(line)}.",
        (line,),
    )
