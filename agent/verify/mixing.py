"""Facts of another entry brought into this one under other words."""

from __future__ import annotations

import itertools

from agent.models import Finding
from agent.verify.align import Claim, finding, quoted
from agent.verify.scope import Scope


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Two or more words that stand in one line of another entry and in none of the evidence.

    A single such word may be the better word for what this entry says; with a second one beside it
    the thought is the other entry's.
    """
    words = claim.reading.words
    borrowed: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        key = "~" + word.known.stem
        if word.known.kind != "content" or word.numeric or key in scope.keys:
            continue
        for line in scope.elsewhere(key):
            if line.id not in scope.skills:
                borrowed.setdefault(line.id, []).append(index)
    for id, places in borrowed.items():
        near = [n for n, m in itertools.pairwise(places) if m - n <= 6]
        if not near:
            continue
        key = "~" + words[near[0]].known.stem
        line = next(line for line in scope.elsewhere(key) if line.id == id)
        last = places[places.index(near[-1]) + 1]
        start, end = words[near[0]].start, words[last].end
        said = claim.reading.text[start:end]
        reason = f"{said!r} belongs to another entry: {quoted(line)}."
        return [finding("attribution", "hard", "major", start, end, reason, (line,))]
    return []
