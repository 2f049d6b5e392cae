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
    findings = _rates(claim, scope)
    highest = _highest(scope)
    for index, word in enumerate(claim.reading.words):
        if claim.carried[index] not in (None, ()) :
            continue
        if word.numeric or index in claim.expanded or claims(claim, index):
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


_RATE_WORDS = {
    "daily": "day", "day": "day", "days": "day", "weekly": "week", "week": "week", "weeks": "week", "monthly": "month",
    "month": "month", "months": "month", "yearly": "year", "annual": "year", "annually": "year", "year": "year", "years": "year",
    "quarterly": "quarter", "quarter": "quarter", "quarters": "quarter", "hourly": "hour", "hour": "hour", "hours": "hour",
    "nightly": "night", "night": "night", "nights": "night", "shift": "shift", "shifts": "shift", "biweekly": "biweekly",
    "bimonthly": "bimonthly", "semiannual": "half", "minute": "minute", "minutes": "minute", "weekday": "day", "weekend": "weekend",
    "weekends": "weekend", "fiscal": "year", "evening": "night", "evenings": "night", "overnight": "night", "annum": "year",
}  # fmt: skip
_RATE_HERE = frozenset("daily weekly monthly yearly annual annually quarterly hourly nightly biweekly bimonthly semiannual".split())
_LOOSE_AFTER = frozenset("operation operations task tasks duty duties activity activities work routine basis living need needs life workflow".split())


def _rates(claim: Claim, scope: Scope) -> list[Finding]:
    """How often: 'daily' needs a day in the evidence, 'weekly' a week."""
    findings = []
    given: set[str] | None = None
    words = claim.reading.words
    for index, word in enumerate(words):
        rate = word.norm in _RATE_HERE or (
            word.norm in _RATE_WORDS and index > 0 and words[index - 1].norm in ("per", "every", "each")
        )
        if not rate or (index + 1 < len(words) and words[index + 1].norm in _LOOSE_AFTER):
            continue
        if given is None:
            given = {
                _RATE_WORDS[w.norm] for line in scope.lines for w in line.reading.words if w.norm in _RATE_WORDS
            }
            given |= {"week"} if any("day" in w.norm[-3:] and len(w.norm) > 5 for line in scope.lines for w in line.reading.words) else set()
        if _RATE_WORDS[word.norm] not in given:
            said = claim.reading.text[word.start : word.end]
            findings.append(
                finding(
                    "frequency", "hard", "major", word.start, word.end,
                    f"The evidence does not say how often: {said!r}.", scope.lines[:1],
                )  # fmt: skip
            )
    return findings


def _highest(scope: Scope) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in scope.lines:
        if line.kind == "section":
            continue
        for word in line.reading.words:
            for ladder, rung in word.known.rungs:
                found[ladder] = max(found.get(ladder, -1), rung)
    return found
