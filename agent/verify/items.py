"""Sentences and list items that rest on nothing: words too common to check one by one still say
something when a whole sentence or a whole item of a list is made of them."""

from __future__ import annotations

import re
from itertools import groupby

from agent.models import Finding
from agent.verify.align import Claim, finding
from agent.verify.scope import Scope

_ENDS = re.compile(r"[.;!?•|\n]")
_ITEM_ENDS = re.compile(r"[.;!?•|\n,]")


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Stretches between end marks of which not one word is carried by a line of the evidence."""
    listed = scope.section is not None and scope.section.kind == "skills"
    ends = _ITEM_ENDS if listed else _ENDS
    words = claim.reading.words
    numbers, number = [], 0
    for word in words:
        number += bool(ends.search(word.gap))
        numbers.append(number)
    findings = []
    for _, group in groupby(range(len(words)), key=numbers.__getitem__):
        stretch = list(group)
        first, last = words[stretch[0]], words[stretch[-1]]
        said = claim.reading.text[first.start : last.end]
        if any(claim.carried[index] != () for index in stretch) or len(stretch) == len(words):
            continue
        if any(said.casefold() in line.reading.text.casefold() for line in scope.lines):
            continue
        reason = f"Nothing in the evidence says {said!r}."
        findings.append(finding("novelty", "hard", "major", first.start, last.end, reason))
    return findings
