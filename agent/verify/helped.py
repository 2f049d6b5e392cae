"""Work that the line says was done with help or under supervision is not told as done alone."""

from __future__ import annotations

import re

from agent.language.ladders import word_set
from agent.language.text import fold
from agent.models import Finding
from agent.verify.align import Claim, finding, quoted
from agent.verify.scope import Scope

_HELPED = re.compile(
    r"\bunder (?:[\w'&.-]+ ){0,4}?(?:supervision|guidance|direction|instruction|mentorship)\b"
    r"|\b(?:with|w/) (?:a lot of |lots of |some |the |much )?(?:help|assistance|guidance)\b"
    r"|\b(?:with|w/) (?:[\w.-]+ ){0,2}?[\w.-]+'s? (?:help|assistance|guidance)\b"
    r"|\bsupervised by\b"
)
_SAID = word_set(
    """
    help helped helping assist assisted assisting assistance support supported supporting under
    supervision supervised guidance guided direction directed mentorship together jointly
    alongside collaborated contributed part team shadowed observed taught
    """
)
_HELPERS = 3
"""Content words behind 'with help from' that may name the helper."""


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """'Cleaned the records with help from the DBA' without the help and without the helper."""
    own = next((line for line in scope.lines if line.kind == "own"), None)
    match = _HELPED.search(fold(own.reading.text).lower()) if own is not None else None
    words = claim.reading.words
    if own is None or match is None or any(word.norm in _SAID for word in words):
        return []
    if not any(p.verb >= 0 and p.agency >= 2 for p in claim.reading.predicates):
        return []
    content = [w for w in own.reading.words if w.known.kind == "content" and not w.numeric]
    inside = [w for w in content if match.start() <= w.start < match.end()]
    helper = inside + [w for w in content if w.start >= match.end()][:_HELPERS]
    named = {w.known.stem for w in helper}
    if any(
        before.norm == "with" and {w.known.stem for w in words[place : place + 4]} & named
        for place, before in enumerate(words)
    ):
        return []
    stems = {w.known.stem for w in content if w not in inside}
    found = [w for w in words if w.known.stem in stems]
    if 2 * len({w.known.stem for w in found}) < len(stems) or not found:
        return []
    reason = f"The evidence says {match.group()!r}, and the rewrite leaves it out: {quoted(own)}."
    return [finding("agency", "hard", "major", found[0].start, found[-1].end, reason, (own,))]
