"""How often: 'daily' needs a day in the evidence, 'weekly' a week."""

from __future__ import annotations

from agent.language.ladders import word_set
from agent.language.recurrence import find_recurrences
from agent.models import Finding
from agent.verify.align import Claim, finding
from agent.verify.scope import Line, Scope
from agent.verify.words import Word

_RATE_WORDS = {
    "daily": "day",
    "day": "day",
    "days": "day",
    "weekly": "week",
    "week": "week",
    "weeks": "week",
    "monthly": "month",
    "month": "month",
    "months": "month",
    "yearly": "year",
    "annual": "year",
    "annually": "year",
    "year": "year",
    "years": "year",
    "quarterly": "quarter",
    "quarter": "quarter",
    "quarters": "quarter",
    "hourly": "hour",
    "hour": "hour",
    "hours": "hour",
    "nightly": "night",
    "night": "night",
    "nights": "night",
    "shift": "shift",
    "shifts": "shift",
    "biweekly": "biweekly",
    "bimonthly": "bimonthly",
    "semiannual": "half",
    "minute": "minute",
    "minutes": "minute",
    "weekday": "day",
    "weekend": "weekend",
    "weekends": "weekend",
    "fiscal": "year",
    "evening": "night",
    "evenings": "night",
    "overnight": "night",
    "annum": "year",
    "hr": "hour",
    "hrs": "hour",
    "wk": "week",
    "mo": "month",
    "yr": "year",
    "qtr": "quarter",
}
_RATE_HERE = word_set(
    """
    daily weekly monthly yearly annual annually quarterly hourly nightly biweekly bimonthly
    semiannual
    """
)
_LOOSE_AFTER = word_set(
    """
    operation operations task tasks duty duties activity activities work routine basis living
    need needs life workflow
    """
)


_EVERY = word_set("every each a an per other in out of")
_SEASONS = word_set("summer winter spring fall autumn season")


def _lines(claim: Claim, scope: Scope) -> list[Line]:
    """The lines that the rewrite draws on."""
    own = {number for number, line in enumerate(scope.lines) if line.kind in ("own", "fact")}
    used = own | {claim.main}
    for word, lines in zip(claim.reading.words, claim.carried, strict=True):
        if word.norm in _RATE_WORDS:
            continue  # another line's rate is another thing's
        if lines and not used & set(lines):
            used.add(lines[0])
    return [scope.lines[number] for number in used]


def _each_of(words: tuple[Word, ...], index: int, lines: list[Line]) -> bool:
    """'every year' needs a rate of the evidence, not only the word 'years'."""
    rate = _RATE_WORDS[words[index].norm]
    for line in lines:
        theirs = line.reading.words
        for place, word in enumerate(theirs):
            if _RATE_WORDS.get(word.norm) != rate and not (
                rate == "year" and word.norm in _SEASONS
            ):
                continue
            before = theirs[place - 1].norm if place else ""
            if (
                word.norm in _RATE_HERE
                or before in ("per", "every", "each", "a", "an")
                or (before == "the" and place > 1 and theirs[place - 2].norm == "of")
                or rate == "shift"
                or "/" in word.gap
            ):
                return True
    return False


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """How often: 'daily' needs a day in the evidence, 'weekly' a week."""
    findings = []
    given: set[str] | None = None
    lines: list[Line] = []
    words = claim.reading.words
    proven = claim.recurring
    said_so = find_recurrences(claim.reading.text)
    for one in said_so:
        if one in proven or one.plain:
            continue
        inside = [word for word in words if one.start <= word.start < one.end]
        if any("~" + w.known.stem not in scope.keys for w in inside if w.norm not in _EVERY):
            continue  # left to the checks of its words
        if all(w.norm.removesuffix("s").endswith("day") for w in inside):
            continue  # 'on Saturdays' of 'a Saturday workshop'
        findings.append(
            finding(
                "frequency",
                "hard",
                "major",
                one.start,
                one.end,
                "The evidence does not say this often: "
                f"{claim.reading.text[one.start : one.end]!r}.",
                scope.lines[:1],
            )
        )
    for index, word in enumerate(words):
        if word.numeric or any(one.start <= word.start < one.end for one in proven):
            continue
        rate = word.norm in _RATE_HERE or (
            word.norm in _RATE_WORDS
            and index > 0
            and words[index - 1].norm in ("per", "every", "each")
        )
        if not rate or (index + 1 < len(words) and words[index + 1].norm in _LOOSE_AFTER):
            continue
        if given is None:
            lines = _lines(claim, scope)
            given = {
                _RATE_WORDS[w.norm]
                for line in lines
                for w in line.reading.words
                if w.norm in _RATE_WORDS
            }
            if any(
                w.norm.endswith("day") and len(w.norm) > 5
                for line in lines
                for w in line.reading.words
            ):
                given.add("week")
            if any(w.norm in _SEASONS for line in lines for w in line.reading.words):
                given.add("year")
        plural = not _each_of(
            words, index, [n for n in lines if n.kind in ("own", "fact")] or lines
        )
        if _RATE_WORDS[word.norm] not in given or plural:
            said = claim.reading.text[word.start : word.end]
            findings.append(
                finding(
                    "frequency",
                    "hard",
                    "major",
                    word.start,
                    word.end,
                    f"The evidence does not say how often: {said!r}.",
                    scope.lines[:1],
                )
            )
    return findings
