"""How far and how long: across the whole place, throughout the year, more than anybody else."""

from __future__ import annotations

import re

from agent.language.ladders import ladders
from agent.models import Finding, FindingType
from agent.verify.align import Claim, finding, quoted
from agent.verify.scope import Scope

_UNIT = "|".join(sorted(ladders()["wide"], key=len, reverse=True))
_SPREAD = re.compile(
    rf"\b(?:(?P<unit>{_UNIT})s?[ -]?wide\b"
    rf"|(?:across|throughout|around) (?:the |our )?(?:entire |whole )?(?P<place>{_UNIT})\b)",
    re.IGNORECASE,
)
_SPREAD_TOO = re.compile(
    r"\b(?:all|every|each|entire|whole|across|throughout|around)\b(?:\W+\w+){0,2}?\W+"
    rf"(?:{_UNIT})s?\b|wide\b",
    re.IGNORECASE,
)
_THROUGHOUT = re.compile(
    r"\b(?:throughout|all through|the (?:whole|entire|full) (?:of )?)(?= ?(?:\d{4}|(?:the|my|our) "
    r"(?:year|season|month|project|period|tenure|employment|career|time)|year|season|tenure|"
    r"employment|career)\b)"
    r"|\bfor (?:many |several )?"
    r"(?:years|decades)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:throughout|through|during|all|whole|entire|full|always)\b"
    r"|\bfor [\w -]{0,12}(?:years|decades)\b",
    re.IGNORECASE,
)
_BEST = r"(?:highest|lowest|best|top|largest|biggest|fastest|greatest|most)"
_RANKED = re.compile(
    r"\b(?:second|third|fourth|fifth|2nd|3rd|4th|5th|one of (?:the|our)|among (?:the|our))[ -]"
    rf"(?:\w+ )?(?P<best>{_BEST})\b",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"(?<!one of the )(?<!among the )\b(?P<best>{_BEST})\b", re.IGNORECASE)
_THAN_OTHERS = re.compile(
    r"\b(?:more|fewer|less|better|faster|higher|lower|larger)\b[^.;]{0,80}\bthan (?:any|all|every|"
    r"most|other|anyone|anybody|everyone"
    r"|(?:my |our )?(?:peers?|colleagues?|coworkers?|competitors?))",
    re.IGNORECASE,
)
_BETTER = re.compile(
    r"\b(?:better|improved|more favou?rable|lower|higher|discounted) "
    r"(?:terms|rates|prices|pricing|deals?|results|outcomes|scores|margins|conditions)\b",
    re.IGNORECASE,
)
_BETTERED = re.compile(
    r"\b(?:better|improv\w+|favou?rable|low\w*|reduc\w+|cut|sav\w+|discount\w*|high\w*|rais\w+|"
    r"less|more|fell|rose|up|down|from)\b|%",
    re.IGNORECASE,
)
_COMPARES = re.compile(
    r"\b(?:than|most|highest|lowest|best|top|ranked|rank|leading|fastest|largest)\b",
    re.IGNORECASE,
)
_TO_ME = re.compile(r"\breport(?:s|ed|ing)? (?:directly )?to (?:me|us|myself)\b", re.IGNORECASE)


_AGAIN = re.compile(
    r"\b(?P<unit>year|month|week|day|quarter|season|time|shift) (?:after|on|in and|in,) "
    r"(?:(?P=unit)|(?P=unit) out)\b|\btime and (?:time )?again\b",
    re.IGNORECASE,
)
_EMPLOYED = re.compile(
    r"\b(?:(?:employed|hired|retained|contracted) by|employee of|on staff (?:at|of))\b",
    re.IGNORECASE,
)


_PROVEN_BY: tuple[tuple[FindingType, re.Pattern[str], re.Pattern[str]], ...] = (
    ("scope", _SPREAD, _SPREAD_TOO),
    ("frequency", _THROUGHOUT, _LASTING),
    ("comparison", _THAN_OTHERS, _COMPARES),
    ("comparison", _BETTER, _BETTERED),
    ("agency", _TO_ME, _TO_ME),
    ("frequency", _AGAIN, _AGAIN),
    ("employer", _EMPLOYED, _EMPLOYED),
)
"""What a rewrite may say, and what the evidence must then say too."""


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """A reach, a length or a rank that no line of the evidence gives.

    The heading is left out: that the employer is a hospital does not say that all of it was served.
    """
    text = claim.reading.text
    found = [
        (kind, match)
        for kind, said, given in _PROVEN_BY
        if (match := said.search(text))
        and not given.search(_nearest(claim, scope) if kind == "comparison" else _lines(scope))
    ]
    alone = list(_ALONE.finditer(text))
    if alone and not _RANKED.search(text):
        ranked = {match["best"].lower() for match in _RANKED.finditer(_lines(scope))}
        found += [("comparison", match) for match in alone if match["best"].lower() in ranked][:1]
    line = scope.lines[claim.main]
    return [
        finding(
            kind,
            "hard",
            "major",
            match.start(),
            match.end(),
            f"{match.group()!r} says more than the evidence does: {quoted(line)}.",
            (line,),
        )
        for kind, match in found
    ]


def _lines(scope: Scope) -> str:
    return " \n".join(line.reading.text for line in scope.lines if line.kind != "heading")


def _nearest(claim: Claim, scope: Scope) -> str:
    """The line itself, what was stated of it, and the line that the rewrite draws on most."""
    return " \n".join(
        line.reading.text
        for number, line in enumerate(scope.lines)
        if line.kind in ("own", "fact") or number == claim.main
    )
