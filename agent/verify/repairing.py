"""The smallest honest version of a rewrite, where its findings know one."""

from __future__ import annotations

from agent.models import Verdict


def repair(rewrite: str, verdict: Verdict) -> str | None:
    """Put the suggestions of all findings in place.

    Args:
        rewrite: the text that was verified.
        verdict: what verification said of it.

    Returns:
        The repaired text, to be verified again; None if a finding has no suggestion. A verdict
        without findings gives the text back.
    """
    text = rewrite
    for finding in sorted(verdict.findings, key=lambda f: -f.span.start):
        if finding.suggestion is None:
            return None
        start, end = finding.span.start, finding.span.end
        words = finding.suggestion
        if rewrite[start : start + 1].isupper() and words[:1].islower():
            words = words[0].upper() + words[1:]
        text = text[:start] + words + text[end:]
    return text
