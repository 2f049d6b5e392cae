"""Dates and time served: none but those of the entry, and no longer than they prove."""

from __future__ import annotations

import re
from datetime import date

from agent.language.amounts import Quantity
from agent.language.dates import find_dates, months
from agent.language.ladders import known
from agent.language.units import UNITS
from agent.models import Dates, Finding
from agent.verify.align import Claim, finding
from agent.verify.quantity import is_tenure, proof
from agent.verify.scope import Scope

_YEAR = re.compile(r"\d{4}")
_A_YEAR = re.compile(
    r"\b(over|more than|nearly|almost|about|for|after|spent|in|within|(?:^)) ?(an?|one) (?:full )?(year|month|decade)\b(?! (?:ago|old))|"  # noqa: E501
    r"(?:^|[.;:] )(an?|one) (year|month|decade) (?:of|in|as)\b",
    re.IGNORECASE,
)
_MONTHS = {"year": 12.0, "month": 1.0, "decade": 120.0}
_MONTH = UNITS["month"][1]


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Dates that are not the evidence's, and tenures that its dates do not prove."""
    return _dates(claim, scope) + _tenures(claim, scope)


def _dates(claim: Claim, scope: Scope) -> list[Finding]:
    claimed = find_dates(claim.reading.text)
    if not claimed:
        return []
    given = list(scope.dates)
    for line in scope.lines:
        given.extend(dates for _, dates in find_dates(line.reading.text))
    findings = []
    for span, dates in claimed:
        if dates.start == dates.end and _short_year(dates, scope):
            continue
        other = _other_year(dates, scope)
        if not other and (
            any(_agrees(dates, one) for one in given) or _joined(dates, given, scope)
        ):
            continue
        if (
            not other
            and " and " in dates.text
            and all(y in scope.text for y in _YEAR.findall(dates.text))
        ):
            continue  # two years, not a span
        instead = scope.dates[0].text if len(scope.dates) == 1 else None
        reason = f"{dates.text!r} is not a date that is given for this line"
        findings.append(
            finding(
                "date",
                "hard",
                "critical",
                span.start,
                span.end,
                f"{reason}, only {instead!r} is." if instead else f"{reason}.",
                tuple(line for line in scope.lines if line.kind == "heading")[:1],
                instead,
            )
        )
    return findings


def _other_year(claim: Dates, scope: Scope) -> bool:
    """'In 2018 and 2019' of a line that says 2018: that the heading names 2019 proves nothing."""
    years = set(_YEAR.findall(claim.text))
    own = [line.reading.text for line in scope.lines if line.kind == "own"]
    said = {year for text in own for year in _YEAR.findall(text)}
    lines = " ".join(line.reading.text for line in scope.lines if line.kind != "heading")
    return (
        bool(said)
        and bool(years & said or len(years) == 1)
        and any(year not in lines for year in years)
        and not scope.whole
    )


def _short_year(claim: Dates, scope: Scope) -> bool:
    """'FY22' and \"'22\" name the year 2022."""
    return (
        claim.start is not None
        and len(claim.start) == 4
        and bool(re.search(rf"(?:\bFY ?|'){claim.start[2:]}\b", scope.text))
    )


def _agrees(claim: Dates, given: Dates) -> bool:
    if given.expected and not claim.expected:
        return False
    if claim.start == claim.end and claim.start is not None:
        return any(_coarser(claim.start, point) for point in (given.start, given.end))
    if claim.current != given.current:
        return False
    if claim.start is None:
        return _coarser(claim.end, given.end)
    return _coarser(claim.start, given.start) and (claim.current or _coarser(claim.end, given.end))


def _joined(claim: Dates, given: list[Dates], scope: Scope) -> bool:
    """For the summary: from the start of one entry to the end of another."""
    return (
        scope.whole
        and any(_coarser(claim.start, other.start) for other in given)
        and any(
            _coarser(claim.end, other.end) or (claim.current and other.current) for other in given
        )
    )


def _coarser(claim: str | None, given: str | None) -> bool:
    return claim is not None and given is not None and given.startswith(claim)


def _tenures(claim: Claim, scope: Scope) -> list[Finding]:
    findings = []
    text = claim.reading.text
    for quantity in claim.reading.quantities:
        if not is_tenure(quantity, text) or proof(quantity, scope) is not None:
            continue
        said = text[quantity.start : quantity.end]
        wanted = quantity.low / _MONTH
        if _said_otherwise(quantity, scope) or not _proven(
            wanted, quantity.bound, quantity.after, scope
        ):
            findings.append(_tenure(quantity.start, quantity.end, said, scope))
    for match in _A_YEAR.finditer(text):
        unit = (match.group(3) or match.group(5)).lower()
        subject = tuple(re.findall(r"[a-z]+", text[match.end() :].lower())[:5])
        words = match.group().lower()
        if words in (line.reading.text.lower() for line in scope.lines) or any(
            words.strip(". ;:") in line.reading.text.lower() for line in scope.lines
        ):
            continue
        bound = "at_least" if words.startswith(("over", "more")) else "exact"
        extra = 0.5 if bound == "at_least" else 0.0
        wanted = _MONTHS[unit]
        if words.startswith(("in ", "within ")):
            if _line_says(wanted, scope):
                findings.append(_tenure(match.start(), match.end(), match.group(), scope))
            continue
        if not _proven(wanted + extra, bound, subject, scope):
            findings.append(_tenure(match.start(), match.end(), match.group(), scope))
    return findings


def _said_otherwise(claim: Quantity, scope: Scope) -> bool:
    """Whether the line itself gives another length of time, near this one or longer: 18 months, not
    two years, and 'over two years', not 'in two months'."""
    return any(
        told.low >= _MONTH and told.role not in ("from", "to", "by") and claim.low / told.low <= 2.0
        for told in _lengths(scope)
    )


def _line_says(months: float, scope: Scope) -> bool:
    """Whether the line gives a length of time, and not this one."""
    told = [length.low / _MONTH for length in _lengths(scope)]
    return bool(told) and all(abs(one - months) > 0.1 * months for one in told)


def _lengths(scope: Scope) -> list[Quantity]:
    """The lengths of time that the line itself gives."""
    return [
        amount
        for amount, number in scope.quantities
        if scope.lines[number].kind == "own" and amount.unit == "time" and not amount.rate
    ]


def _tenure(start: int, end: int, said: str, scope: Scope) -> Finding:
    return finding(
        "tenure",
        "hard",
        "major",
        start,
        end,
        f"The dates of the evidence do not add up to {said!r}.",
        tuple(line for line in scope.lines if line.kind == "heading")[:2],
    )


def _proven(wanted: float, bound: str, subject: tuple[str, ...], scope: Scope) -> bool:
    intervals = _intervals(subject, scope)
    if not intervals:
        return False
    # A bare year may hide eleven months at either end: what it could mean is given the benefit.
    bare = any(len(d.start or "") == 4 for d in intervals)
    total = months(intervals, date.today())
    slack = 6.0 if bare else 1.0
    if bound in ("about", "nearly"):
        slack += 2.0
    return wanted <= total + slack


def _intervals(subject: tuple[str, ...], scope: Scope) -> list[Dates]:
    topic = [
        known(word)
        for word in subject
        if known(word).kind == "content"
        and known(word).lemma not in ("year", "month", "experience")
    ]
    found: list[Dates] = []
    for entry in scope.entries:
        if entry.dates is None:
            continue
        if (
            scope.whole
            and topic
            and not any(
                _about(fact.keys, entry.heading + " " + (entry.title or "")) for fact in topic
            )
        ):
            holding = [b for b in entry.bullets if any(_about(f.keys, b.text) for f in topic)]
            if not holding:
                continue
            years = [d for b in holding for _, d in find_dates(b.text)]
            if years and len(holding) == 1 and entry.dates.end:
                found.append(entry.dates.model_copy(update={"start": years[0].start}))
                continue
        found.append(entry.dates)
    return found


def _about(keys: frozenset[str], text: str) -> bool:
    return any(
        keys & known(word.strip(".,;:()")).keys for word in text.lower().replace("-", " ").split()
    )


__all__ = ["Quantity", "check"]
