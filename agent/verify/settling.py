"""Findings of all checks brought together into one verdict."""

from __future__ import annotations

from bisect import bisect_left

from agent.language.lexicon import hypernyms
from agent.models import Finding, Slot, Span, Verdict
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
    """Supported amounts and stretches of words, each with the first line that carries it; a
    section's heading is no line to show."""
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
    slots += [
        Slot(type="skill", span=span, evidence=scope.lines[line].evidence())
        for span, line in (*_stretches(claim), *_named(claim, scope))
        if not _at_fault(span, findings) and scope.lines[line].kind != "section"
    ]
    return tuple(slots)


def _stretches(claim: Claim) -> list[tuple[Span, int]]:
    """Neighbouring words that one line carries: the longest run of a sentence that any line carries
    from there, so that 'discharge planning' is of the line that plans discharges. Words that say
    little name no line alone: 'Holds' of a degree is not of the line that manages patients."""
    words, carried = claim.reading.words, claim.carried
    found = []
    index = 0
    while index < len(words):
        best, last = -1, index - 1
        for line in carried[index] or ():
            end = index
            while (
                end + 1 < len(words)
                and not words[end + 1].opens
                and line in (carried[end + 1] or ())
            ):
                end += 1
            if end > last:
                best, last = line, end
        if any(word.known.kind == "content" for word in words[index : last + 1]):
            found.append((Span(start=words[index].start, end=words[last].end), best))
        index = max(last, index) + 1
    return found


def _named(claim: Claim, scope: Scope) -> list[tuple[Span, int]]:
    """Terms of which no line carries every word, each with the first line that holds it by another
    name or holds a kind of it: 'Bachelor of Science in Nursing' of 'BSN'."""
    words = list(zip(claim.reading.words, claim.carried, strict=True))
    found = []
    for hit in claim.reading.terms:
        if not any(
            hit.span.start <= word.start and word.end <= hit.span.end
            for word, lines in words
            if not lines and word.known.kind != "function"
        ):
            continue
        for number, line in enumerate(scope.lines):
            if any(hit.term in (t.term, *hypernyms(t.term)) for t in line.reading.terms):
                found.append((hit.span, number))
                break
    return found


def _at_fault(span: Span, findings: list[Finding]) -> bool:
    """Whether one of the findings, which stand in order, is about these words."""
    place = bisect_left(findings, span.end, key=lambda f: f.span.start)
    return bool(place) and findings[place - 1].span.end > span.start
