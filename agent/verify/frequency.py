"""How often: 'daily' needs a day in the evidence, 'weekly' a week."""

from __future__ import annotations

from agent.models import Finding
from agent.verify.align import Claim, finding
from agent.verify.scope import Scope

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


def check(claim: Claim, scope: Scope) -> list[Finding]:
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
