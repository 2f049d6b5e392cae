"""Verification: code that no model touches decides what of a rewrite the evidence supports.

`verify` answers for one rewritten line, `check` for a whole tailored document, `repair` makes the
smallest honest version where one exists. Each check is one module: `check(claim, scope) ->
list[Finding]`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from agent.models import Fact, Resume, Verdict
from agent.verify import checks
from agent.verify.align import claim_of
from agent.verify.document import check
from agent.verify.repairing import repair
from agent.verify.scope import Attribution, Same, scope_of
from agent.verify.settling import settled

__all__ = ["check", "repair", "verify"]


def verify(
    rewrite: str,
    *,
    resume: Resume,
    bullet_id: str,
    facts: Sequence[Fact | str] = (),
    attribution: Attribution = "ask",
) -> Verdict:
    """Say what of a rewritten line the person's own history supports.

    Args:
        rewrite: the proposed words of the line, in any state of Unicode.
        resume: the person's resume.
        bullet_id: the line that is rewritten; or an entry's id for a new line in it; or
            "summary", "skills" or "education", even where the resume has no such section.
        facts: the person's statements; a plain string counts for this line's entry.
        attribution: what a term of the Skills list is worth in an entry that does not name it:
            "ask" (a soft finding), "strict" (a hard one), "warn" (no finding).

    Returns:
        The findings in order of their place, and for what is supported, the line that supports it.

    Raises:
        KeyError: the resume has no such line, entry or section.
    """
    return _verify(rewrite, Same(resume), bullet_id, tuple(facts), attribution)


@lru_cache(maxsize=256)  # what was proven once is met again in the document that is read back
def _verify(
    rewrite: str,
    resume: Same,
    bullet_id: str,
    facts: tuple[Fact | str, ...],
    attribution: Attribution,
) -> Verdict:
    scope = scope_of(resume.resume, bullet_id, facts, attribution)
    claim = claim_of(rewrite, scope)
    own = scope.lines[0] if scope.lines and scope.lines[0].kind == "own" else None
    if own is not None and own.reading.text.split() == rewrite.split():
        return settled([], claim, scope)
    return settled([found for one in checks.CHECKS for found in one(claim, scope)], claim, scope)
