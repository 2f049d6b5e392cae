"""The smallest honest version of a rewrite, where its findings know one."""

from __future__ import annotations

import re

from agent.language.lemmas import stem
from agent.models import Verdict

_DOUBLED = re.compile(r"\b(\w{4,})(?:,?\s+(?:and|or))?\s+(?=(\w{4,}))", re.IGNORECASE)


def repair(rewrite: str, verdict: Verdict) -> str | None:
    """Put the suggestions of all findings in place.

    Args:
        rewrite: the text that was verified.
        verdict: what verification said of it.

    Returns:
        The repaired text, to be verified again; None if a finding has no suggestion, or if with it
        a word would stand twice in a row ("develop and develop the budget"). A verdict without
        findings gives the text back.
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
    return text if _doubled(text) <= _doubled(rewrite) else None


def _doubled(text: str) -> set[str]:
    """Stems that stand twice in a row, a joining word between them or not."""
    pairs = ((stem(a), stem(b)) for a, b in _DOUBLED.findall(text.lower()))
    return {first for first, second in pairs if first == second}
