"""Actions and how much of them the person claims: 'led' needs more than 'assisted with'."""

from __future__ import annotations

from agent.language.ladders import AGENCY
from agent.models import Finding
from agent.verify.align import Claim, finding, nearest, quoted
from agent.verify.reading import Predicate
from agent.verify.scope import Scope


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Verbs that the evidence's verbs for the same things do not carry."""
    findings = []
    for predicate in claim.reading.predicates:
        if predicate.verb >= 0:
            found = _check(predicate, claim, scope)
            if found:
                findings.append(found)
    return findings


def _check(predicate: Predicate, claim: Claim, scope: Scope) -> Finding | None:
    word = claim.reading.words[predicate.verb]
    said = claim.reading.text[word.start : word.end]
    if predicate.agency <= 1 and "light" in word.known.marks:
        return None
    beside = nearest(predicate, scope)
    same = [(p, n) for p, n in scope.predicates if p.verb >= 0 and _same_verb(p, predicate, scope, n)]
    about = beside or same or list(scope.predicates)
    allowed = max((p.agency for p, _ in about + (same if not beside else [])), default=2)
    if beside and same:
        shared = [(p, n) for p, n in same if p.content & predicate.content]
        allowed = max([allowed, *(p.agency for p, _ in shared)])
    if predicate.agency > allowed and not _shares_group(predicate, about):
        line = scope.lines[about[0][1]] if about else scope.lines[0]
        instead = AGENCY[allowed]
        return finding(
            "agency", "hard", "major", word.start, word.end,
            f"{said!r} claims more than {quoted(line)} ({instead}).", (line,), _verb_of(about, scope),
        )  # fmt: skip
    if claim.carried[predicate.verb] is None and "light" not in word.known.marks:
        if _shares_group(predicate, about):
            return None
        line = scope.lines[about[0][1]] if about else scope.lines[0]
        outcome = "outcome" in word.known.marks
        return finding(
            "outcome" if outcome else "action", "hard" if outcome else "soft", "major",
            word.start, word.end, f"Nothing in the evidence says {said!r}: {quoted(line)}.", (line,),
            _verb_of(about, scope),
        )  # fmt: skip
    return None


def _same_verb(evidence: Predicate, claim: Predicate, scope: Scope, line: int) -> bool:
    return evidence.lemma == claim.lemma or bool(evidence.groups & claim.groups)


def _shares_group(claim: Predicate, about: list[tuple[Predicate, int]]) -> bool:
    return any(p.agency >= p.base and (p.groups & claim.groups or p.lemma == claim.lemma) for p, _ in about)


def _verb_of(about: list[tuple[Predicate, int]], scope: Scope) -> str | None:
    for predicate, line in about:
        if predicate.verb >= 0:
            return scope.lines[line].reading.words[predicate.verb].text.lower()
    return None
