"""Many cue patterns as one: a single compiled pattern, tried in one pass over a sentence.

`re` tries the branches of an alternation one by one at every place of the text, and leaves a branch
at its first letter. So branches are sorted by where they may stand (at the start, at a word) and
by their first letter: a place is left after some twenty letters instead of hundreds of branches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_MARKS = ("^", r"\b")
_REPEATS = ("?", "*", "+", "{")


def cues(*patterns: str) -> re.Pattern[str]:
    """One pattern that finds any of `patterns`.

    Args:
        patterns: regular expressions in lower case, for folded, lower-case text. No numbered
            groups: they would be counted across all of them.

    Returns:
        A compiled pattern; its leftmost match may come from any of them.
    """
    led: dict[str, list[str]] = {"": [], **{mark: [] for mark in _MARKS}}
    for part in (part for pattern in patterns for part in _alternatives(pattern)):
        mark = next((mark for mark in _MARKS if part.startswith(mark)), "")
        led[mark].append(part.removeprefix(mark))
    return re.compile("|".join(f"{mark}(?:{_by_letter(led[mark])})" for mark in led if led[mark]))


def any_cue(*compiled: re.Pattern[str]) -> re.Pattern[str]:
    """One pattern that finds what any of several results of `cues` finds."""
    return cues(*(pattern.pattern for pattern in compiled))


def _by_letter(branches: Iterable[str]) -> str:
    """An alternation of `branches`, those that start with the same letter together."""
    rests: dict[str, list[str]] = {}
    others: list[str] = []
    for branch in (single for given in branches for single in _opened(given)):
        if branch[:1].isalpha() and not branch[1:2].startswith(_REPEATS):
            rests.setdefault(branch[0], []).append(branch[1:])
        else:
            others.append(branch)
    grouped = [f"{letter}(?:{'|'.join(rest)})" for letter, rest in sorted(rests.items())]
    return "|".join([*grouped, *others])


def _opened(branch: str) -> list[str]:
    """'(?:a|b) c' as 'a c', 'b c': the letters it may start with come to light."""
    if not branch.startswith("(?:"):
        return [branch]
    end = next((end for end, depth in _depths(branch) if depth == 0), len(branch))
    rest = branch[end:]
    if rest.startswith(_REPEATS):
        return [branch]
    inner = _alternatives(branch[3 : end - 1])
    return [single for part in inner for single in _opened(part + rest)]


def _alternatives(pattern: str) -> list[str]:
    """`pattern` cut at the bars outside of any bracket."""
    parts, start, depth = [], 0, 0
    for end, now in _depths(pattern):
        if pattern[end - 1] == "|" and now == depth == 0:
            parts.append(pattern[start : end - 1])
            start = end
        depth = now
    return [*parts, pattern[start:]]


def _depths(pattern: str) -> Iterable[tuple[int, int]]:
    """(end of a mark, round brackets open after it), for brackets and bars outside of sets."""
    depth, in_set = 0, False
    for found in re.finditer(r"\\.|\[\^?\]?|[\]()|]", pattern):
        mark = found.group()
        if in_set:
            in_set = mark != "]"
        elif mark.startswith("["):
            in_set = True
        elif mark in ("(", ")", "|"):
            depth += {"(": 1, ")": -1, "|": 0}[mark]
            yield found.end(), depth
