"""Ladders of single words: scope, frequency, quantifier, proficiency, exclusivity."""

from __future__ import annotations

from agent.models import Finding, FindingType
from agent.verify.align import Claim, finding
from agent.verify.credentials import claims
from agent.verify.scope import Scope

_UNMARKED = {"proficiency": 2, "frequency": 3, "scope": 1, "quantifier": 3}
_TIER = {"scope": "hard", "frequency": "hard", "quantifier": "hard", "proficiency": "hard"}


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Words that stand higher on a ladder than any word of the evidence."""
    findings = []
    highest = _highest(scope)
    for index, word in enumerate(claim.reading.words):
        if claim.carried[index] not in (None, ()) :
            continue
        if word.numeric or claims(claim, index):
            continue
        if word.norm == "every" and _each(claim, index):
            continue
        said = claim.reading.text[word.start : word.end]
        if "exclusive" in word.known.marks and claim.carried[index] is None:
            findings.append(finding(
                "exclusivity", "hard", "major", word.start, word.end,
                f"Nothing in the evidence says {said!r}.", scope.lines[:1],
            ))  # fmt: skip
            continue
        for ladder, rung in word.known.rungs:
            if rung > max(highest.get(ladder, -1), _UNMARKED[ladder]):
                kind: FindingType = ladder  # type: ignore[assignment]
                findings.append(finding(
                    kind, _TIER[ladder], "major", word.start, word.end,
                    f"{said!r} says more than the evidence does.", scope.lines[:1],
                ))  # fmt: skip
                break
    return findings


def _each(claim: Claim, index: int) -> bool:
    """'every month', 'every two hours' are rates."""
    words = claim.reading.words
    return index + 1 < len(words) and (
        words[index + 1].numeric or words[index + 1].known.lemma in _TIMES
    )


_TIMES = frozenset("day week month year quarter hour minute night shift morning evening weekend time".split())


def _highest(scope: Scope) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in scope.lines:
        if line.kind == "section":
            continue
        for word in line.reading.words:
            for ladder, rung in word.known.rungs:
                found[ladder] = max(found.get(ladder, -1), rung)
    return found
