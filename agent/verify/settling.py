"""Findings of all checks brought together into one verdict."""

from __future__ import annotations

from bisect import bisect_left

from agent.models import Evidence, Finding, Slot, Span, Verdict
from agent.verify.align import Claim
from agent.verify.quantity import proof
from agent.verify.scope import Scope

_SEVERITY = {"critical": 0, "major": 1, "minor": 2}


def settled(findings: list[Finding], claim: Claim, scope: Scope) -> Verdict:
    """One finding for each place, the gravest; and the supported slots with their lines."""
    kept: list[Finding] = []  # by place; no two overlap
    for finding in sorted(findings, key=lambda f: (f.tier != "hard", _SEVERITY[f.severity])):
        place = bisect_left(kept, finding.span.start, key=lambda f: f.span.start)
        if not any(_overlap(finding.span, o.span) for o in kept[max(0, place - 1) : place + 1]):
            kept.insert(place, finding)
    return Verdict(supported=not kept, findings=tuple(kept), slots=_slots(kept, claim, scope))


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _slots(findings: list[Finding], claim: Claim, scope: Scope) -> tuple[Slot, ...]:
    """Supported amounts and stretches of words, each with the first line that carries it."""
    slots: list[Slot] = []
    for quantity in claim.reading.quantities:
        line = proof(quantity, scope, claim.reading.text)
        if line is not None:
            slots.append(
                Slot(
                    type="quantity",
                    span=Span(start=quantity.start, end=quantity.end),
                    evidence=scope.lines[line].evidence(),
                )
            )
    words = claim.reading.words
    index = 0
    while index < len(words):
        lines = claim.carried[index]
        if not lines:
            index += 1
            continue
        last = index
        while last + 1 < len(words) and lines[0] in (claim.carried[last + 1] or ()):
            last += 1
        span = Span(start=words[index].start, end=words[last].end)
        place = bisect_left(findings, span.end, key=lambda f: f.span.start)
        if not place or findings[place - 1].span.end <= span.start:
            evidence: Evidence = scope.lines[lines[0]].evidence()
            slots.append(Slot(type="skill", span=span, evidence=evidence))
        index = last + 1
    return tuple(slots)
