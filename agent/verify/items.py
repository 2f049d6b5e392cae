"""Sentences and list items that rest on nothing, and lines that talk to somebody.

Words too common to check one by one still say something when a whole sentence or a whole item of a
list is made of them; and a resume does not say "you", so who does is not rewording a resume.
"""

from __future__ import annotations

import re
from itertools import groupby

from agent.models import Finding
from agent.verify.align import Claim, finding
from agent.verify.scope import Scope

_ENDS = re.compile(r"[.;!?•|\n]")
_ITEM_ENDS = re.compile(r"[.;!?•|\n,]")
_ADDRESS = frozenset({"you", "your", "yours", "yourself", "you're", "you'll"})


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Stretches between end marks of which not one word is carried by a line of the evidence."""
    listed = scope.section is not None and scope.section.kind == "skills"
    ends = _ITEM_ENDS if listed else _ENDS
    words = claim.reading.words
    numbers, number = [], 0
    for word in words:
        number += word.gap != " " and bool(ends.search(word.gap))
        numbers.append(number)
    findings = [
        finding(
            "form",
            "hard",
            "major",
            word.start,
            word.end,
            f"{claim.reading.text[word.start : word.end]!r} speaks to somebody; the line does not.",
        )
        for word in words
        if word.norm in _ADDRESS and not _said(word.norm, scope)
    ]
    for _, group in groupby(range(len(words)), key=numbers.__getitem__):
        stretch = list(group)
        first, last = words[stretch[0]], words[stretch[-1]]
        said = claim.reading.text[first.start : last.end]
        if any(claim.carried[i] != () or words[i].known.kind == "content" for i in stretch):
            continue
        if any(said.casefold() in line.reading.text.casefold() for line in scope.lines):
            continue
        reason = f"Nothing in the evidence says {said!r}."
        findings.append(finding("novelty", "hard", "major", first.start, last.end, reason))
    return findings


def _said(norm: str, scope: Scope) -> bool:
    return any(word.norm == norm for line in scope.lines for word in line.reading.words)
