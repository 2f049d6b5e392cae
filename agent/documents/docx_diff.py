"""From a line before and after to the few stretches that differ, by word, around what is locked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_HUNKS = 4
_LEAST_KEPT = 0.4


class Hunk(NamedTuple):
    """Replace `before[first:last]` by the pieces of new text."""

    first: int
    last: int
    pieces: tuple[tuple[str, int | None], ...]
    """New text, and for each stretch of it where in `before` the same words stood, or None: they
    keep the look that they had there."""

    @property
    def text(self) -> str:
        """The new text."""
        return "".join(text for text, _ in self.pieces)


class _Match(NamedTuple):
    """Equal stretches, in characters: before[b:b_end] reads as after[a:a_end]."""

    b: int
    b_end: int
    a: int
    a_end: int


def hunks(before: str, after: str, locked: Sequence[bool]) -> list[Hunk] | None:
    """What to replace so that `before` reads as `after`.

    A diff in shreds is hard to read as tracked changes, so one that keeps under 40 % of the
    characters or needs more than four hunks becomes one replacement between each two locked
    stretches.

    Args:
        before: the line as it is.
        after: the line as it should read; a tab, break or space counts as any other white space.
        locked: for each character of `before`, whether it must stay.

    Returns:
        Hunks from left to right, none of which covers a locked character; None if `after` cannot
        be reached without touching one.
    """
    matches = _align(before, after, _exact)
    if not _keeps(matches, locked):
        matches = _beside_words(_align(before, after, _loose), locked)
    if not _keeps(matches, locked):
        anchored = _anchored(before, after, locked)
        if anchored is None:
            return None
        matches = anchored
    fine = _gaps(matches, before, after, locked)
    kept = len(before) - sum(last - first for first, last, _, _ in fine)
    if len(fine) <= _MOST_HUNKS and kept >= _LEAST_KEPT * len(before):
        return [Hunk(f, t, ((after[j:k], None),) if j < k else ()) for f, t, j, k in fine]
    return [_whole(gap, matches, after) for gap in _coarse(fine, locked)]


def _align(
    before: str, after: str, key: Callable[[str], str], b0: int = 0, a0: int = 0
) -> list[_Match]:
    """Equal words in order, and equal white space by `key`."""
    old = list(_TOKEN.finditer(before))
    new = list(_TOKEN.finditer(after))
    matcher = SequenceMatcher(
        None, [key(t.group()) for t in old], [key(t.group()) for t in new], autojunk=False
    )
    return [
        _Match(b0 + b.start(), b0 + b.end(), a0 + a.start(), a0 + a.end())
        for i, j, n in matcher.get_matching_blocks()
        for b, a in zip(old[i : i + n], new[j : j + n], strict=True)
    ]


def _exact(token: str) -> str:
    """Spaces of any number are equal, a tab equals only a tab."""
    return ("\t" if "\t" in token else " ") if token.isspace() else token


def _loose(token: str) -> str:
    """White space of any kind is equal, for an engine may turn a tab into a space."""
    return " " if token.isspace() else token


def _beside_words(matches: list[_Match], locked: Sequence[bool]) -> list[_Match]:
    """Without locked white space that was matched although no word beside it was."""
    ends = {(match.b_end, match.a_end) for match in matches}
    starts = {(match.b, match.a) for match in matches}
    return [
        match
        for match in matches
        if not any(locked[match.b : match.b_end])
        or (match.b, match.a) in ends
        or (match.b_end, match.a_end) in starts
    ]


def _keeps(matches: list[_Match], locked: Sequence[bool]) -> bool:
    if not any(locked):
        return True
    kept: set[int] = set()
    for match in matches:
        kept.update(range(match.b, match.b_end))
    return all(i in kept for i, lock in enumerate(locked) if lock)


def _anchored(before: str, after: str, locked: Sequence[bool]) -> list[_Match] | None:
    """An alignment in which every locked stretch stands in `after`, in order."""
    matches: list[_Match] = []
    b = a = 0
    for first, last in _stretches(locked):
        wanted = before[first:last]
        same = str if wanted.isspace() else _plain
        found = same(after).find(same(wanted), a)
        if found < 0:
            return None
        matches += _align(before[b:first], after[a:found], _loose, b, a)
        matches.append(_Match(first, last, found, found + last - first))
        b, a = last, found + last - first
    return matches + _align(before[b:], after[a:], _loose, b, a)


def _plain(text: str) -> str:
    return re.sub(r"\s", " ", text)


def _stretches(locked: Sequence[bool]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for i, lock in enumerate(locked):
        if lock and found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        elif lock:
            found.append((i, i + 1))
    return found


_Gap = tuple[int, int, int, int]


def _gaps(matches: list[_Match], before: str, after: str, locked: Sequence[bool]) -> list[_Gap]:
    """What lies between the matches; two gaps apart by a lone free space are one."""
    gaps: list[_Gap] = []
    b = a = 0
    for match in [*matches, _Match(len(before), len(before), len(after), len(after))]:
        if match.b > b or match.a > a:
            if (
                gaps
                and before[gaps[-1][1] : b].isspace()
                and not any(locked[gaps[-1][1] : b])
                and gaps[-1][0] < gaps[-1][1]
                and b < match.b
            ):
                gaps[-1] = (gaps[-1][0], match.b, gaps[-1][2], match.a)
            else:
                gaps.append((b, match.b, a, match.a))
        b, a = match.b_end, match.a_end
    return gaps


def _coarse(fine: list[_Gap], locked: Sequence[bool]) -> list[_Gap]:
    """Gaps joined wherever nothing locked stands between them."""
    joined: list[_Gap] = []
    for gap in fine:
        if joined and not any(locked[joined[-1][1] : gap[0]]):
            joined[-1] = (joined[-1][0], gap[1], joined[-1][2], gap[3])
        else:
            joined.append(gap)
    return joined


def _whole(gap: _Gap, matches: list[_Match], after: str) -> Hunk:
    """One replacement whose words that stood there before know where."""
    first, last, start, stop = gap
    pieces: list[tuple[str, int | None]] = []
    at = start
    for match in matches:
        if start <= match.a and match.a_end <= stop:
            if at < match.a:
                pieces.append((after[at : match.a], None))
            pieces.append((after[match.a : match.a_end], match.b))
            at = match.a_end
    if at < stop:
        pieces.append((after[at:stop], None))
    return Hunk(first, last, tuple(pieces))
