"""A change that the line puts down to something else is not told as one's own doing.

'Turnaround went from 52 to 44 min after the tube system was put in' is not 'Cut turnaround'.
"""

from __future__ import annotations

import re

from agent.language.ladders import word_set
from agent.language.text import fold
from agent.models import Finding
from agent.verify.align import Claim, finding, quoted
from agent.verify.scope import Scope

_CAUSE = re.compile(
    r"\b(?:after|when|once|since|because|due to|thanks to|following)\b(?P<what>[^;.]*)"
)
_OWN = re.compile(r"\b(?:i|my|me|we|our|us)\b")
_WENT = word_set("go rise fall drop grow climb increase decrease decline up down come jump improve")


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Verbs of change that open a rewrite, where the line says what else the change came of."""
    own = next((line for line in scope.lines if line.kind == "own"), None)
    if own is None:
        return []
    words = claim.reading.words
    heads = [
        words[p.verb]
        for p in claim.reading.predicates
        if p.verb >= 0 and words[p.verb].opens and words[p.verb].known.marks & {"up", "down"}
    ]
    match = _CAUSE.search(fold(own.reading.text).lower()) if heads else None
    if match is None or _OWN.search(match["what"]):
        return []
    theirs = own.reading.words
    changed = any(
        word.known.lemma in _WENT and not word.opens and word.start < match.start()
        for word in theirs
    )
    if not changed or (theirs[0].known.agency is not None and theirs[0].norm.endswith("ed")):
        return []
    cause = {
        word.known.stem
        for word in theirs
        if match.start("what") <= word.start < match.end() and word.known.kind == "content"
    }
    said = [index for index, word in enumerate(words) if word.known.stem in cause]
    by = next((index for index, word in enumerate(words) if word.norm in ("by", "through")), None)
    if said and (by is None or said[0] < by):
        return []
    reason = f"The evidence says what else brought this about: {quoted(own)}."
    head = heads[0]
    return [finding("outcome", "hard", "major", head.start, head.end, reason, (own,))]
