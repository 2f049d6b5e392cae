"""What a line only names: what was observed, is being learned, or has lapsed."""

from __future__ import annotations

from functools import lru_cache

from agent.language.standing import standing
from agent.language.standing import unclaimed as may_be_unclaimed
from agent.models import Finding, Span
from agent.verify.align import Claim, finding, quoted
from agent.verify.reading import read
from agent.verify.scope import Scope

_UNCLAIMED = ("learning", "lapsed")


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Words that the evidence names only so, and the rewrite claims."""
    weak = _named_only(scope.texts)
    named = [
        (word, scope.lines[weak[word.known.stem]])
        for word, carried in zip(claim.reading.words, claim.carried, strict=True)
        if carried and word.known.stem in weak and word.known.kind == "content"
    ]
    if not named:
        return []
    if _standings(claim.reading.text)[1] or any(p.agency == 0 for p in claim.reading.predicates):
        return []  # the rewrite itself says that it was observed, or is being learned
    findings = []
    for word, line in named:
        if line.kind in ("heading", "section"):
            continue
        reason = f"The evidence names this without claiming it: {quoted(line)}."
        findings.append(finding("modality", "hard", "major", word.start, word.end, reason, (line,)))
    return findings


@lru_cache(maxsize=1024)
def _named_only(texts: tuple[str, ...]) -> dict[str, int]:
    """Stems that the lines only name, each with the number of its line."""
    weak: dict[str, int] = {}
    firm: set[str] = set()
    for number, text in enumerate(texts):
        claimed, unclaimed = _standings(text)
        firm |= claimed
        for stem in unclaimed:
            weak.setdefault(stem, number)
    return {stem: number for stem, number in weak.items() if stem not in firm}


@lru_cache(maxsize=16384)
def _standings(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Stems that a text claims, and stems that it names without claiming."""
    claimed: set[str] = set()
    unclaimed: set[str] = set()
    named = read(text).words
    if not may_be_unclaimed(text):
        return frozenset(w.known.stem for w in named if w.known.kind != "function"), frozenset()
    for word in named:
        if word.known.kind != "function":
            how = standing(text, Span(start=word.start, end=word.end))
            (unclaimed if how in _UNCLAIMED else claimed).add(word.known.stem)
    return frozenset(claimed), frozenset(unclaimed - claimed)
