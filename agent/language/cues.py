"""Many patterns tried at once, fast.

`re` walks the whole text for every alternative of a long pattern. Nearly every cue contains a
fixed piece of text, though. So the text is cut once into its four-letter pieces, and only those
patterns are tried whose piece is among them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_GRAM = 4


class Cues(NamedTuple):
    """Alternative patterns for one meaning."""

    patterns: tuple[re.Pattern[str], ...]
    pieces: tuple[tuple[str, ...], ...]
    """For each pattern: pieces of text of which it needs one; none: it is always tried."""
    by_gram: dict[str, tuple[int, ...]]
    """Four letters -> the patterns that may match where they occur."""
    always: tuple[int, ...]
    """Patterns without a fixed piece of four letters."""

    def search(self, text: str) -> re.Match[str] | None:
        """The first match of the first pattern that has one, in the order given."""
        tried = list(self.always)
        for gram in self.by_gram.keys() & _grams(text):
            tried += self.by_gram[gram]
        for index in sorted(tried):
            pieces = self.pieces[index]
            if pieces and not any(piece in text for piece in pieces):
                continue
            found = self.patterns[index].search(text)
            if found:
                return found
        return None


@lru_cache(maxsize=4096)
def _grams(text: str) -> frozenset[str]:
    """Every four letters that follow each other in `text`."""
    return frozenset([text[i : i + _GRAM] for i in range(len(text) - _GRAM + 1)])


def cues(*patterns: str) -> Cues:
    """Patterns for folded, lower-case text.

    Args:
        patterns: regular expressions in lower case; alternatives at their top level are tried
            one by one.

    Returns:
        Something to `search` with.
    """
    parts = [part for pattern in patterns for part in _alternatives(pattern)]
    by_gram: dict[str, tuple[int, ...]] = {}
    always: list[int] = []
    needed: list[tuple[str, ...]] = []
    for index, part in enumerate(parts):
        pieces = _needed(parser.parse(part)) or frozenset()
        needed.append(tuple(sorted(pieces)))
        if not pieces or min(map(len, pieces)) < _GRAM:
            always.append(index)
            continue
        for piece in pieces:
            # Letters tell more than the blanks and dashes at the edges of a piece.
            gram = max(_all_grams(piece), key=lambda g: sum(map(str.isalpha, g)))
            by_gram[gram] = (*by_gram.get(gram, ()), index)
    return Cues(tuple(map(re.compile, parts)), tuple(needed), by_gram, tuple(always))


def _all_grams(piece: str) -> list[str]:
    return [piece[i : i + _GRAM] for i in range(len(piece) - _GRAM + 1)]


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
