"""Amounts: each number of the rewrite must be the evidence's, for the same thing, at the same rate."""  # noqa: E501

from __future__ import annotations

import re

from agent.language.amounts import Quantity, rates_agree, same_amount, supports
from agent.language.arithmetic import at_rate
from agent.language.ladders import known, word_set
from agent.language.lemmas import is_known
from agent.language.roles import COMPARED, GOALS
from agent.models import Finding, Severity
from agent.verify.align import Claim, finding, quoted
from agent.verify.scope import Line, Scope

_LINKS = word_set("in on at by for with from to of per at across into over under using")
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
    candidates = [(e, n) for e, n in scope.quantities if supports(e, quantity)]
    candidates += _abbreviated(quantity, text, scope)
    if quantity.role in ("from", "to"):  # '100-400 amps' runs from 100 to 400
        ends = (
            (e._replace(high=e.low) if quantity.role == "from" else e._replace(low=e.high), n)
            for e, n in scope.quantities
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
    near = _keys(quantity.after + quantity.before)
    for evidence, line in candidates:
        if not rates_agree(evidence, quantity) and quantity.rate not in _line_rates(scope, line):
            continue
        if not _roles_agree(evidence, quantity) or not _sides_agree(evidence, quantity, text):
            continue
        if evidence.role == "total" and quantity.role not in ("total", "of"):
            continue
        if evidence.role == "sum":
            if _counts_both(quantity, evidence, text):
                return line
            continue
        if _same_thing(quantity, evidence, near, scope) or _named_late(
            quantity, evidence, text, scope
        ):
            return line
    return None


def _in_a_token(quantity: Quantity, text: str, scope: Scope) -> int | None:
    """Line that writes name and number as one: 'Y11' is Year 11, 's47' is section 47."""
    before = re.findall(r"[^\W\d_]+", text[max(0, quantity.start - 30) : quantity.start].lower())
    if quantity.low != int(quantity.low):
        return None
    if quantity.unit == "ordinal" and quantity.after:  # '95th percentile' is p95
        token = quantity.after[0][0] + str(int(quantity.low))
        return scope.keys[token][0] if token in scope.keys else None
    if not before:
        return None
    for size in (1, 2):
        token = "".join(word[0] for word in before[-size:]) + str(int(quantity.low))
        if len(before) >= size and token in scope.keys:
            return scope.keys[token][0]
    return None


def _abbreviated(claim: Quantity, text: str, scope: Scope) -> list[tuple[Quantity, int]]:
    """The evidence's amounts whose short unit may be read as the claim's: '25m' as 25 metres, '40
    KB articles' as 40 knowledge base articles."""
    found = []
    later = re.findall(r"[^\W\d_]+", text[claim.end : claim.end + 60].lower())
    for evidence, number in scope.quantities:
        line = scope.lines[number].reading.text
        if claim.unit in _METRES_OR_MINUTES and evidence.unit == "count":
            if re.search(r"\d ?m$", line[evidence.start : evidence.end]):
                size = _METRES_OR_MINUTES[claim.unit] / 1e6
                low, high = evidence.low * size, evidence.high * size
                found.append((evidence._replace(low=low, high=high, unit=claim.unit), number))
        elif claim.unit == "count" and evidence.unit not in ("count", "label", "ordinal"):
            short = re.search(r"([\d,.]+) ([A-Z]{2,4})$", line[evidence.start : evidence.end])
            letters = short[2].lower() if short else "-"
            if short and letters == "".join(word[0] for word in later[: len(letters)]):
                low = float(short[1].replace(",", "") or 0)
                found.append((evidence._replace(low=low, high=low, unit="count"), number))
    return [(evidence, number) for evidence, number in found if supports(evidence, claim)]


_METRES_OR_MINUTES = {"length": 1.0, "time": 60.0}


def _named_late(claim: Quantity, evidence: Quantity, text: str, scope: Scope) -> bool:
    if not text or claim.unit != "count" or not evidence.after:
        return False
    rest = re.split(r"[;.,()\d]", text[claim.end : claim.end + 70].lower())[0]
    later = re.findall(r"[^\W\d_]+", rest)[:7]
    ends = [n for n, word in enumerate(later) if word in _LINKS]
    shared = _keys(tuple(later[: ends[0] if ends else 7])) & _keys(evidence.after[-1:])
    return bool(shared) and not _bound_elsewhere(claim, shared, scope)


def _check(quantity: Quantity, claim: Claim, scope: Scope) -> Finding | None:
    text = claim.reading.text
    if proof(quantity, scope, text) is not None or is_tenure(quantity, text):
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
    near = _keys(quantity.after + quantity.before)
    for evidence, number in scope.quantities:
        if evidence.role == "by" and evidence.end - evidence.start > 24:
            continue
        if evidence.unit == quantity.unit and near & _keys(evidence.after + evidence.before):
            return evidence, number
    return None


_TENURE = re.compile(r"year|yr|month|decade", re.IGNORECASE)


def is_tenure(quantity: Quantity, text: str) -> bool:
    """Left to the check of tenure: whole months or years served, not an amount of minutes, not
    the time that something took."""
    return (
        quantity.unit == "time"
        and quantity.role not in ("from", "to", "by", "in")
        and _TENURE.search(text, quantity.start, quantity.end) is not None
    )


def _keys(lemmas: tuple[str, ...]) -> frozenset[str]:
    found: set[str] = set()
    for lemma in lemmas:
        facts = known(lemma)
        if facts.kind != "function":
            found |= {key for key in facts.keys if key[0] != "v"}
    return frozenset(found)


def _generic(lemmas: tuple[str, ...]) -> bool:
    return bool(lemmas) and all(
        known(lemma).marks & {"people"} or known(lemma).kind != "content" for lemma in lemmas
    )


def _person(lemma: str) -> bool:
    return lemma.endswith(("er", "or", "ee", "ist", "ant", "ent", "child", "man", "woman"))


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


_ABOVE = word_set("over above exceed surpass more longer higher beyond outsell top overshoot past")
_BELOW = word_set("under below inside within less fewer shorter lower short shy undershoot")
_WON = word_set("beat outperform better")
_LOST = word_set("miss trail lag behind fail")


def _counts_both(claim: Quantity, total: Quantity, text: str) -> bool:
    """Whether a sum is told of all of its parts, or of what they have in common."""
    rest = re.split(r"[;:(.\d]", text[claim.end : claim.end + 90].lower())[0]
    said = {known(word).lemma for word in re.findall(r"[a-z]+", rest)}
    return bool(said & set(total.after)) == bool(said & set(total.before))


def _sides_agree(evidence: Quantity, claim: Quantity, text: str) -> bool:
    """'4% over target' of '104% of target', never '4% under'; and what something is measured by is
    told as a measure, not as what was done."""
    before = text[max(0, claim.start - 60) : claim.start].lower()
    near = set(claim.before + claim.after[:2])
    near |= set(re.findall(r"[a-z]+", re.split(r"[,;.(]", before)[-1])[-5:])
    near |= set(re.findall(r"[a-z]+", text[claim.end : claim.end + 24].lower())[:2])
    if evidence.role == "vs":
        if GOALS & set(evidence.before[-3:]) and claim.role != "vs":
            return bool(GOALS & near)  # 'average 8 minutes' is no target of 8
        return claim.role == "vs" or bool(COMPARED.search(" ".join(near)))
    if evidence.role not in ("over", "under"):
        return True
    lower_wins = evidence.unit == "time" or evidence.unit.startswith("money")
    above = _ABOVE if lower_wins else _ABOVE | _WON
    below = _BELOW if lower_wins else _BELOW | _LOST
    return not near & (below if evidence.role == "over" else above)


def _roles_agree(evidence: Quantity, claim: Quantity) -> bool:
    """'to 2,400' is a level and never 'by 2,400'."""
    if "rest" in (evidence.role, claim.role):  # 'all but two'
        return evidence.role == claim.role
    if evidence.unit == "percent" and GOALS & set(evidence.after[:2]):
        return claim.role != "by"  # '104% of target' is no gain of 104 %
    if evidence.role == "span":
        return claim.role == "" and claim.low < claim.high
    if claim.role == "by":
        return evidence.role not in ("to", "from")
    if claim.role == "to":
        return evidence.role in ("to", "", "of")
    return not (claim.role == "from" and evidence.role == "to")


def _bind(claim: Quantity, evidence: Quantity) -> float:
    """How well the things counted agree: same words count more than words of like meaning."""
    exact = len(set(claim.after) & set(evidence.after))
    return 2.0 * exact + 0.1 * bool(_keys(claim.after) & _keys(evidence.after))


def _same_thing(claim: Quantity, evidence: Quantity, near: frozenset[str], scope: Scope) -> bool:
    if evidence.role in ("over", "under"):
        return True
    if claim.unit not in ("count", "label", "ordinal"):
        theirs = _keys(evidence.after + evidence.before)
        if _spelt_out(claim.before + claim.after, evidence.before + evidence.after):
            return True
        if claim.role in ("from", "to") and claim.role == evidence.role:
            return True
        if not near or not theirs or near & theirs:
            return True
        return not _bound_elsewhere(claim, near, scope)
    if not claim.after or not evidence.after:
        return True
    if claim.after[-1] in ("head", "strong"):  # 'a 240-head herd' of '240 Holstein'
        return True
    if evidence.after[0] == "time":  # 'testified in hearings 11 times'
        return bool(_keys(claim.after) & _keys(evidence.before))
    if claim.role in ("from", "to") and claim.role == evidence.role:
        return True
    mine = _bind(claim, evidence)
    for other, _ in scope.quantities:
        if (
            other.unit == evidence.unit
            and not same_amount(other, claim)
            and _bind(claim, other) > mine
        ):
            return False
    head = _keys(claim.after[-1:])
    theirs = _keys(evidence.after)
    if head & theirs or _keys(claim.after) & _keys(evidence.after[-1:]):
        return True
    if _keys(claim.after) & _keys(evidence.after + evidence.before):
        return not _bound_elsewhere(claim, head, scope)
    return bool(
        _generic(claim.after[-1:]) or (_generic(evidence.after[-1:]) and _person(claim.after[-1]))
    )


def _spelt_out(claim: tuple[str, ...], evidence: tuple[str, ...]) -> bool:
    """Whether one names the amount by the initials of the other: 'ATV' is average transaction
    value."""
    for short, long in ((evidence, claim), (claim, evidence)):
        initials = "".join(word[0] for word in long)
        if any(2 <= len(word) <= 5 and word in initials and not is_known(word) for word in short):
            return True
    return False


def _bound_elsewhere(claim: Quantity, head: frozenset[str], scope: Scope) -> bool:
    """Whether another amount of the evidence counts this thing."""
    return any(
        other.unit == claim.unit
        and not same_amount(other, claim)
        and head & _keys(other.after or other.before)
        for other, _ in scope.quantities
    )
