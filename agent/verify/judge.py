"""The second layer, for soft findings only: a judge argues, code looks the words up.

A judge (a model, never code of ours) is asked whether a stretch of a rewrite is supported and must
quote the words that support it. Its answer counts only if those words stand in the evidence and are
words, not a crumb. No answer, no quote, a quote that is not there: unsupported. A hard finding is
never put to a judge and never lifted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from agent.language.text import fold
from agent.models import Fact, Resume, Verdict
from agent.verify.scope import scope_of

_FEWEST_WORDS = 2


class Doubt(NamedTuple):
    """A soft finding as a question to a judge."""

    id: str
    """'e2b1#0': the line and the number of the finding in its verdict."""
    rewrite: str
    claim: str
    """The words in doubt."""
    evidence: tuple[str, ...]
    """The only lines that may support them."""


def questions(
    rewrite: str,
    verdict: Verdict,
    *,
    resume: Resume,
    bullet_id: str,
    facts: Sequence[Fact | str] = (),
) -> tuple[Doubt, ...]:
    """The soft findings of a verdict as questions; none if a hard finding stands anyway."""
    if verdict.hard:
        return ()
    evidence = _evidence(resume, bullet_id, facts)
    return tuple(
        Doubt(
            id=f"{bullet_id}#{number}",
            rewrite=rewrite,
            claim=rewrite[finding.span.start : finding.span.end],
            evidence=evidence,
        )
        for number, finding in enumerate(verdict.findings)
    )


def settle(
    verdict: Verdict,
    replies: Iterable[tuple[str, bool, str]],
    *,
    resume: Resume,
    bullet_id: str,
    facts: Sequence[Fact | str] = (),
) -> Verdict:
    """The verdict after a judge's answers.

    Args:
        verdict: the line's verdict before.
        replies: (question id, supported, quote) of each answer; unknown ids are nothing.
        resume, bullet_id, facts: as for `verify`.

    Returns:
        The verdict without the soft findings whose quote stands in the evidence.
    """
    if verdict.hard:
        return verdict
    lines = [_plain(line) for line in _evidence(resume, bullet_id, facts)]
    lifted = {id for id, supported, quote in replies if supported and _stands(quote, lines)}
    kept = tuple(
        finding
        for number, finding in enumerate(verdict.findings)
        if f"{bullet_id}#{number}" not in lifted
    )
    return verdict.model_copy(update={"findings": kept, "supported": not kept})


def _evidence(resume: Resume, bullet_id: str, facts: Sequence[Fact | str]) -> tuple[str, ...]:
    lines = scope_of(resume, bullet_id, facts, "ask").lines
    return tuple(line.reading.text for line in lines if line.kind != "section")


def _stands(quote: str, lines: Iterable[str]) -> bool:
    words = _plain(quote)
    return len(words.split()) >= _FEWEST_WORDS and any(
        f" {words} " in f" {line} " for line in lines
    )


def _plain(text: str) -> str:
    return " ".join(
        word.strip(".,;:!?\"'()") for word in fold(text).replace("\x00", "").lower().split()
    ).strip()
