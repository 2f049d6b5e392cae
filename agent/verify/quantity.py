"""Amounts: each number of the rewrite must be the evidence's, for the same thing, at the same rate."""  # noqa: E501

from __future__ import annotations

import re
from functools import lru_cache

from agent.language.amounts import Quantity, comparable, rates_agree, same_amount, supports
from agent.language.arithmetic import at_rate
from agent.language.ladders import word_set
from agent.language.units import YEAR
from agent.models import Finding, Severity
from agent.verify.align import Claim, finding, quoted
from agent.verify.counted import (
    counts_both,
    named_late,
    roles_agree,
    same_thing,
    sides_agree,
    thing_keys,
)
from agent.verify.scope import Line, Scope

_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBERED = re.compile(r"[^\W\d_]+\d+")
_ORDINALS = {1: "1st", 2: "2nd", 3: "3rd"} | {n: f"{n}th" for n in range(4, 11)}
_NONE = word_set("no not without zero none never free 0")


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Every amount that the evidence does not prove."""
    return [
        found
        for quantity in claim.reading.quantities
        if not any(r.start <= quantity.start and quantity.end <= r.end for r in claim.recurring)
        and (found := _check(quantity, claim, scope)) is not None
    ]


@lru_cache(maxsize=1024)  # asked by the check, and again for the line that the verdict quotes
def proof(quantity: Quantity, scope: Scope, text: str = "") -> int | None:
    """Number of the line that proves this amount of this thing, or None.

    `text` is the rewrite; what stands after the amount in it may name the thing late ("11
    orthopedic and vestibular patients").
    """
    if quantity.low == 0 == quantity.high:
        return next(
            (
                n
                for n, line in enumerate(scope.lines)
                if any(w.norm in _NONE for w in line.reading.words)
            ),
            None,
        )
    if text[quantity.start : quantity.end].lower() == "both":
        for number, both in enumerate(scope.lines):
            if any(word.norm in ("and", "or") or "&" in word.gap for word in both.reading.words):
                return number
    if quantity.unit in ("count", "label", "ordinal"):
        named = _in_a_token(quantity, text, scope)
        if named is not None:
            return named
    if quantity.unit == "ordinal":  # 'first and second level' is 1st and 2nd
        told = _ORDINALS.get(int(quantity.low), "")
        if told in scope.keys:
            return scope.keys[told][0]
    if not scope.quantities:
        return None
    candidates = [(e, n) for e, n in _of_unit(scope, quantity.unit) if supports(e, quantity)]
    candidates += _abbreviated(quantity, text, scope)
    if quantity.role in ("from", "to"):  # '100-400 amps' runs from 100 to 400
        ends = (
            (e._replace(high=e.low) if quantity.role == "from" else e._replace(low=e.high), n)
            for e, n in _of_unit(scope, quantity.unit)
            if e.low < e.high and e.role != "span"
        )
        candidates += [
            (e._replace(role=quantity.role), n) for e, n in ends if supports(e, quantity)
        ]
    candidates += [
        (per, n)
        for e, n in (scope.quantities if quantity.rate else ())
        if e.rate != quantity.rate
        and (per := at_rate(e, quantity.rate)) is not None
        and supports(per, quantity)
    ]
    near = thing_keys(quantity.after + quantity.before)
    for evidence, line in candidates:
        if not rates_agree(evidence, quantity) and quantity.rate not in _line_rates(scope, line):
            continue
        if not roles_agree(evidence, quantity) or not sides_agree(evidence, quantity, text):
            continue
        if evidence.role == "total" and quantity.role not in ("total", "of"):
            continue
        if evidence.role == "sum":
            if counts_both(quantity, evidence, text):
                return line
            continue
        if same_thing(quantity, evidence, near, scope) or named_late(
            quantity, evidence, text, scope
        ):
            return line
    return None


@lru_cache(maxsize=1024)
def _of_unit(scope: Scope, unit: str) -> tuple[tuple[Quantity, int], ...]:
    """The evidence's amounts that one of this unit can be compared with."""
    return tuple(found for found in scope.quantities if comparable(found[0].unit, unit))


def _in_a_token(quantity: Quantity, text: str, scope: Scope) -> int | None:
    """Line that writes name and number as one: 'Y11' is Year 11, 's47' is section 47."""
    tokens = _numbered(scope)
    if not tokens or quantity.low != int(quantity.low):
        return None
    number = str(int(quantity.low))
    if quantity.unit == "ordinal" and quantity.after:  # '95th percentile' is p95
        return tokens.get(quantity.after[0][0] + number)
    before = _LETTERS.findall(text[max(0, quantity.start - 30) : quantity.start].lower())
    for size in range(1, min(len(before), 2) + 1):
        token = "".join(word[0] for word in before[-size:]) + number
        if token in tokens:
            return tokens[token]
    return None


@lru_cache(maxsize=128)
def _numbered(scope: Scope) -> dict[str, int]:
    """The evidence's words of letters with a number, each with the number of its first line."""
    found: dict[str, int] = {}
    for number, line in enumerate(scope.lines):
        for word in line.reading.words:
            if _NUMBERED.fullmatch(word.norm):
                found.setdefault(word.norm, number)
    return found


def _abbreviated(claim: Quantity, text: str, scope: Scope) -> list[tuple[Quantity, int]]:
    """The evidence's amounts whose short unit may be read as the claim's: '25m' as 25 metres, '40
    KB articles' as 40 knowledge base articles."""
    if claim.unit == "time" and _is_age(claim, text):  # of 'talks to 13-19s', 'ages 5-7'
        aged = (
            (e._replace(low=e.low * YEAR, high=e.high * YEAR, unit="time"), number)
            for e, number in scope.quantities
            if e.unit in ("count", "label") and e.role != "sum"
        )
        return [(e, number) for e, number in aged if supports(e, claim)]
    short = _in_short(scope)
    if not short:
        return []
    found = []
    later = _LETTERS.findall(text[claim.end : claim.end + 60].lower())
    for evidence, number, said in short:
        if claim.unit in _METRES_OR_MINUTES and evidence.unit == "count":
            size = _METRES_OR_MINUTES[claim.unit] / 1e6
            low, high = evidence.low * size, evidence.high * size
            found.append((evidence._replace(low=low, high=high, unit=claim.unit), number))
        elif claim.unit == "count" and evidence.unit != "count":
            amount, letters = said.split(" ")
            if letters.lower() == "".join(word[0] for word in later[: len(letters)]):
                low = float(amount.replace(",", "") or 0)
                found.append((evidence._replace(low=low, high=low, unit="count"), number))
    return [(evidence, number) for evidence, number in found if supports(evidence, claim)]


@lru_cache(maxsize=128)
def _in_short(scope: Scope) -> tuple[tuple[Quantity, int, str], ...]:
    """Millions that may be metres or minutes, and amounts whose unit is an acronym, each with the
    number of its line and its words."""
    found = []
    for evidence, number in scope.quantities:
        words = scope.lines[number].reading.text[evidence.start : evidence.end]
        if evidence.unit in ("label", "ordinal"):
            continue
        pattern = r"\d ?m$" if evidence.unit == "count" else r"[\d,.]+ [A-Z]{2,4}$"
        short = re.search(pattern, words)
        if short:
            found.append((evidence, number, short.group()))
    return tuple(found)


_METRES_OR_MINUTES = {"length": 1.0, "time": 60.0}


def _check(quantity: Quantity, claim: Claim, scope: Scope) -> Finding | None:
    text = claim.reading.text
    if proof(quantity, scope, text) is not None or is_tenure(quantity, text):
        return None
    if _is_listed(quantity, claim):
        return None
    said = text[quantity.start : quantity.end]
    same = [(e, n) for e, n in scope.quantities if same_amount(e, quantity)]
    if same:
        evidence, number = same[0]
        line = scope.lines[number]
        if not supports(evidence, quantity):
            return _found(
                quantity,
                f"{said!r} is more exact or more than the evidence says: {quoted(line)}.",
                (line,),
                line.reading.text[evidence.start : evidence.end],
                tier="soft" if evidence.bound == "about" else "hard",
                severity="minor",
            )
        how = (
            "counts something else"
            if rates_agree(evidence, quantity)
            else "is counted at another rate"
        )
        return _found(quantity, f"{said!r} {how} in the evidence: {quoted(line)}.", (line,))
    other = _closest(quantity, scope)
    if other:
        evidence, number = other
        line = scope.lines[number]
        instead = line.reading.text[evidence.start : evidence.end]
        return _found(quantity, f"The evidence says {instead!r}, not {said!r}.", (line,), instead)
    reason = f"No line of the evidence has the amount {said!r}."
    return _found(quantity, reason, scope.lines[:1])


_LIST_AFTER = re.compile(
    r"(?: [^\W\d_][\w'-]*){1,4}(?: \((?P<in_brackets>[^()]+)\)|: (?P<after_colon>[^:;.()]+)"
    r"|, (?P<beside>[^:;.()]+?,? (?:and|&) [^,:;.()]+)(?=[,;.)]|$))"
)


def _is_listed(quantity: Quantity, claim: Claim) -> bool:
    """'in three states (Iowa, Nebraska and South Dakota)': a count of what is listed right after
    it, each of which the evidence has."""
    if quantity.unit != "count" or quantity.low != quantity.high or quantity.bound != "exact":
        return False
    listed = _LIST_AFTER.match(claim.reading.text, quantity.end)
    if listed is None:
        return False
    kind = next(name for name, said in listed.groupdict().items() if said is not None)
    start, end = listed.span(kind)
    items = re.split(r",? (?:and|&) |, ", claim.reading.text[start:end])
    inside = [
        lines
        for word, lines in zip(claim.reading.words, claim.carried, strict=True)
        if start <= word.start < end and word.known.kind != "function"
    ]
    return len(items) == quantity.low > 1 and len(inside) >= len(items) and all(inside)


def _found(
    quantity: Quantity,
    reason: str,
    lines: tuple[Line, ...],
    suggestion: str | None = None,
    *,
    tier: str = "hard",
    severity: Severity = "major",
) -> Finding:
    start, end = quantity.start, quantity.end
    return finding("quantity", tier, severity, start, end, reason, lines, suggestion)


def _closest(quantity: Quantity, scope: Scope) -> tuple[Quantity, int] | None:
    near = thing_keys(quantity.after + quantity.before)
    for evidence, number in scope.quantities:
        if evidence.role == "by" and evidence.end - evidence.start > 24:
            continue
        if evidence.unit == quantity.unit and near & thing_keys(evidence.after + evidence.before):
            return evidence, number
    return None


_OLD = re.compile(r"[ -]olds?\b", re.IGNORECASE)
_TENURE = re.compile(r"year|yr|month|decade", re.IGNORECASE)


def _is_age(quantity: Quantity, text: str) -> bool:
    """'13- to 19-year-olds'."""
    return bool(_OLD.match(text, quantity.end))


def is_tenure(quantity: Quantity, text: str) -> bool:
    """Left to the check of tenure: whole months or years served, not an amount of minutes, not
    the time that something took."""
    return (
        quantity.unit == "time"
        and quantity.role not in ("from", "to", "by", "in")
        and _TENURE.search(text, quantity.start, quantity.end) is not None
        and not _is_age(quantity, text)
    )


def _line_rates(scope: Scope, line: int) -> frozenset[str]:
    numbers = [e.start for e, n in scope.quantities if n == line]
    words = {
        word.norm
        for word in scope.lines[line].reading.words
        if word.start < min(numbers, default=0)
    }
    found = set()
    for names, rate in (
        ("daily day", "day"), ("weekly week", "week"), ("monthly month", "month"),
        ("yearly annual annually year", "year"), ("quarterly quarter", "quarter"),
        ("hourly hour", "hour"), ("shift shifts", "shift"), ("nightly night", "night"),
    ):  # fmt: skip
        if words & set(names.split()):
            found.add(rate)
    if any(e.rate for e, n in scope.quantities if n == line):
        return frozenset()
    return frozenset(found) | {
        word.known.lemma for word in scope.lines[line].reading.words if word.known.kind == "content"
    }
