"""Licences, certificates and degrees: none is claimed that the evidence does not hold."""

from __future__ import annotations

from agent.language.ladders import word_set
from agent.models import Finding
from agent.verify.align import Claim, finding
from agent.verify.scope import Scope

_COMMON = word_set(
    """
    fellow clearance registration registered graduate graduated graduating qualified
    qualification charter chartered notary
    """
)


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Credential words that nothing carries."""
    findings = []
    words = claim.reading.words
    index = 0
    while index < len(words):
        if not claims(claim, index):
            index += 1
            continue
        first = last = index
        while (
            last + 1 < len(words) and words[last + 1].gap in (" ", "-") and claims(claim, last + 1)
        ):
            last += 1
        start, end = words[first].start, words[last].end
        said = claim.reading.text[start:end]
        findings.append(
            finding(
                "credential",
                "hard",
                "critical",
                start,
                end,
                f"The evidence holds no {said!r}.",
                scope.lines[:1],
            )
        )
        index = last + 1
    return findings


def claims(claim: Claim, index: int) -> bool:
    """Whether this word claims a credential that nothing carries."""
    if claim.carried[index]:
        return False
    word = claim.reading.words[index]
    for hit in claim.reading.terms:
        if hit.category in ("certification", "degree"):  # noqa: SIM102
            if hit.span.start <= word.start and word.end <= hit.span.end:
                return claim.carried[index] is None
    if word.norm in ("passed", "pass") and any(
        other.norm in ("exam", "test", "examination", "board", "boards", "exams")
        for other in claim.reading.words
    ):
        return True
    if "credential" not in word.known.marks or claim.carried[index] is not None:
        return False
    short = len(word.norm) <= 4 and word.norm.isalpha()
    return word.norm not in _COMMON and (
        not short or word.text.isupper() or not word.text.islower()
    )
