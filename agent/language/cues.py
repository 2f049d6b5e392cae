"""Many patterns tried at once, fast.

`re` walks the whole text for every alternative of a long pattern. Nearly every cue contains a
fixed piece of text, though, and looking for that first is some fifty times faster. So each cue
carries the pieces of which one must be there before its pattern is tried at all.
"""

from __future__ import annotations

import re
from re import _constants as sre
from re import _parser as parser
from typing import Any, NamedTuple


class Cue(NamedTuple):
    """A pattern and the pieces of text of which it needs one; no pieces: always tried."""

    pieces: tuple[str, ...]
    pattern: re.Pattern[str]


class Cues(NamedTuple):
    """Alternative patterns for one meaning."""

    cues: tuple[Cue, ...]

    def search(self, text: str) -> re.Match[str] | None:
        """The first match of the first pattern that has one, in the order given."""
        for pieces, pattern in self.cues:
            if pieces:
                for piece in pieces:
                    if piece in text:
                        break
                else:
                    continue
            found = pattern.search(text)
            if found:
                return found
        return None


def cues(*patterns: str) -> Cues:
    """Patterns for folded, lower-case text.

    Args:
        patterns: regular expressions in lower case; alternatives at their top level are tried
            one by one.

    Returns:
        Something to `search` with.
    """
    parts = [part for pattern in patterns for part in _alternatives(pattern)]
    return Cues(tuple(Cue(_pieces(part), re.compile(part)) for part in parts))


def _alternatives(pattern: str) -> list[str]:
    """`pattern` cut at the bars outside of any bracket."""
    parts, depth, start, i = [], 0, 0, 0
    in_set = False
    while i < len(pattern):
        char = pattern[i]
        if char == "\\":
            i += 2
            continue
        if in_set:
            in_set = char != "]"
        elif char == "[":
            in_set = True
            # A bracket right after the opening one is a member of the set.
            if pattern[i + 1 : i + 2] in ("]", "^"):
                i += 1
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and depth == 0:
            parts.append(pattern[start:i])
            start = i + 1
        i += 1
    parts.append(pattern[start:])
    return parts


def _pieces(pattern: str) -> tuple[str, ...]:
    return tuple(sorted(_needed(parser.parse(pattern)) or ()))


def _needed(nodes: Any) -> frozenset[str] | None:
    """Pieces of which any match of `nodes` contains at least one; None if there are none."""
    found: list[frozenset[str]] = []
    run = ""
    for operation, value in nodes:
        if operation is sre.LITERAL:
            run += chr(value)
            continue
        if run:
            found.append(frozenset({run}))
            run = ""
        inner = _inside(operation, value)
        if inner:
            found.append(inner)
    if run:
        found.append(frozenset({run}))
    # The best choice is the one whose shortest piece is longest; single letters tell nothing.
    best = max(found, key=lambda pieces: min(map(len, pieces)), default=None)
    return best if best is not None and min(map(len, best)) > 1 else None


def _inside(operation: Any, value: Any) -> frozenset[str] | None:
    if operation is sre.SUBPATTERN:
        return _needed(value[3])
    if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT) and value[0] > 0:
        return _needed(value[2])
    if operation is sre.BRANCH:
        branches = [_needed(branch) for branch in value[1]]
        if all(branches):
            return frozenset().union(*(branch for branch in branches if branch))
    return None
