"""Text runs of a PDF page -> rows in the order in which a person reads them.

A PDF says where each run of text stands, not what belongs together. Runs on one baseline make a
segment; a gutter that almost nothing crosses, with enough text on both sides, makes two columns;
what crosses it (a name on top) parts the page into bands that are read one after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from agent.documents.heading_dates import cut_dates

_NARROW = frozenset("iljtfrI.,;:'’!|()[]/- ")
_WIDE = frozenset("mwMW@%—")
_GLYPHS = tuple("•‣◦▪▫■□●○◆◇►▸➢➤✓✔∙·⁃–\uf0b7\uf0a7")


class Row(NamedTuple):
    """One printed row of one column."""

    text: str
    """Words far apart on the row are parted by a tab."""
    x: float
    end: float
    """Estimated: a PDF's runs don't say how wide they are."""
    y: float
    size: float
    bold: bool
    column: int
    """0 for the full width, 1 left, 2 right; differs between bands."""


class _Segment(NamedTuple):
    text: str
    x: float
    end: float
    y: float
    size: float
    bold: bool


def read_page(
    runs: Sequence[Sequence[Any]], width: float, shapes: Sequence[Sequence[float]] = ()
) -> list[Row]:
    """The rows of one page in reading order.

    Args:
        runs: [text, x, y, size, bold], in points, y growing upwards, in content order.
        width: of the page, in points.
        shapes: [x, y, diameter] of small filled shapes; those that are bullets become glyphs.
    """
    segments = _segments(_with_glyphs(runs, shapes))
    jumps = sum(b.y - a.y > b.size for a, b in pairwise(segments))
    if jumps <= 1:
        # Most programs write text as it is read, columns one after the other.
        return _in_order(segments)
    gutter = _gutter(segments, width)
    if gutter is None:
        return _rows(segments, 0)
    top = max(s.y for s in segments if s.x < gutter and not _crosses(s, gutter, width))
    # A name in the middle of the page stands above both columns without crossing the gutter.
    rows = _rows([s for s in segments if s.y > top + s.size], 0)
    ordered = sorted((s for s in segments if s.y <= top + s.size), key=lambda s: -s.y)
    for across, band in groupby(ordered, key=lambda s: _crosses(s, gutter, width)):
        members = list(band)
        if across:
            rows += _rows(members, 0)
        else:
            rows += _rows([s for s in members if s.x < gutter], 1)
            rows += _rows([s for s in members if s.x >= gutter], 2)
    return rows


def _with_glyphs(
    runs: Sequence[Sequence[Any]], shapes: Sequence[Sequence[float]]
) -> Sequence[Sequence[Any]]:
    """Runs with a glyph before each that a drawn bullet stands beside. Bullets are small, alone on
    their row, and come several under each other; larger dots mark headings or rate skills."""
    beside: dict[int, float] = {}
    for x, y, diameter in shapes:
        if sum(abs(other[1] - y) < 2 and abs(other[0] - x) < 60 for other in shapes) > 1:
            continue
        near = [
            (run[1] - x, at)
            for at, run in enumerate(runs)
            if 0 < run[1] - x < 3 * run[3]
            and -0.15 * run[3] < y - run[2] < 0.75 * run[3]
            and 0.15 * run[3] < diameter < 0.55 * run[3]
        ]
        if near:
            beside[min(near)[1]] = x
    marked = list(runs)
    for at, x in beside.items():
        if sum(abs(other - x) < 2 for other in beside.values()) > 1:
            text, _, *rest = runs[at]
            marked[at] = [f"• {text.lstrip()}", x, *rest]
    return marked


def _segments(runs: Sequence[Sequence[Any]]) -> list[_Segment]:
    segments: list[_Segment] = []
    for text, x, y, size, bold in runs:
        last = segments[-1] if segments else None
        stripped = text.lstrip()
        if last is not None and abs(last.y - y) <= 0.35 * max(size, last.size, 1) and x >= last.x:
            gap = x - last.end
            if gap <= 2.0 * max(size, last.size):
                glue = " " if text != stripped or last.text.endswith(" ") else ""
                segments[-1] = last._replace(
                    text=last.text.rstrip() + glue + stripped,
                    end=max(last.end, x + _width(text.rstrip(), size)),
                    bold=last.bold and bold,
                )
                continue
        # Icon fonts lead a segment: their words decide whether it is bold.
        segments.append(_Segment(stripped, x, x + _width(text.rstrip(), size), y, size, bold))
    return segments


def _width(text: str, size: float) -> float:
    """Roughly how wide `text` is in a proportional font."""
    units = 0.0
    for char in text:
        if char in _NARROW:
            units += 0.29
        elif char in _WIDE:
            units += 0.83
        else:
            units += 0.64 if char.isupper() else 0.51
    return units * size


def _crosses(segment: _Segment, gutter: float, width: float) -> bool:
    return segment.x < gutter - 8 and segment.end > gutter + 0.06 * width


def _gutter(segments: Sequence[_Segment], width: float) -> float | None:
    """The x where a right column begins, or None for a page of one column."""
    if len(segments) < 12:
        return None
    total = sum(len(s.text) for s in segments)
    best: tuple[float, float] | None = None
    for start in sorted({round(s.x) for s in segments if 0.2 * width < s.x < 0.75 * width}):
        gutter = start - 3.0
        crossing = [s for s in segments if _crosses(s, gutter, width)]
        right = [s for s in segments if s.x >= gutter]
        left = [s for s in segments if s.x < gutter and not _crosses(s, gutter, width)]
        if len(right) < 6 or len(left) < 6:
            continue
        share_right = sum(len(s.text) for s in right) / total
        share_left = sum(len(s.text) for s in left) / total
        aligned = sum(s.x - gutter < 40 for s in right) / len(right)
        baselines = {round(s.y) for s in left}
        beside = sum(
            bool({round(s.y) - 1, round(s.y), round(s.y) + 1} & baselines) for s in right
        ) / len(right)
        blocked = sum(len(s.text) for s in crossing) / total
        if share_right < 0.15 or share_left < 0.1 or aligned < 0.5 or blocked > 0.4:
            continue
        if beside > 0.75 and share_right < 0.35:
            # Dates at the right of their titles, not a column of their own.
            continue
        score = min(share_right, share_left) - 2 * blocked + 0.3 * aligned
        if best is None or score > best[0]:
            best = (score, gutter)
    return best[1] if best else None


def _in_order(segments: Sequence[_Segment]) -> list[Row]:
    """Segments as they come; neighbours on one baseline joined."""
    rows: list[list[_Segment]] = []
    column = 1
    for segment in segments:
        last = rows[-1] if rows else None
        if last and abs(last[0].y - segment.y) <= 0.4 * max(segment.size, 4):
            last.append(segment)
        else:
            rows.append([segment])
    made: list[Row] = []
    for row in rows:
        if made and row[0].y - made[-1].y > 2 * row[0].size:
            column += 1
        made.append(_joined(sorted(row, key=lambda s: s.x), column))
    return made


def _rows(segments: Sequence[_Segment], column: int) -> list[Row]:
    """Segments of one column, top to bottom; those on one baseline joined by a tab.

    A note at the right of a list ("May 2019 – Aug 2019" beside the first bullet) belongs to the
    heading above the list, so it is read before the list.
    """
    rows: list[list[_Segment]] = []
    for segment in sorted(segments, key=lambda s: (-s.y, s.x)):
        if rows and abs(rows[-1][0].y - segment.y) <= 0.4 * max(segment.size, 4):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    made: list[Row] = []
    list_start: int | None = None
    list_x = 0.0
    for members in rows:
        row = sorted(members, key=lambda s: s.x)
        if row[0].text.strip()[:1] in _GLYPHS:
            if list_start is None:
                list_start, list_x = len(made), row[0].x
        elif list_start is not None and row[0].x <= list_x + 2:
            list_start = None
        note = row[-1]
        apart = len(row) > 1 and (
            note.x - row[-2].end > 1.5 * note.size or cut_dates(note.text)[1] == ""
        )
        if list_start is not None and apart:
            made.insert(list_start, _joined([note], column))
            list_start += 1
            row = row[:-1]
        made.append(_joined(row, column))
    return made


def _joined(row: Sequence[_Segment], column: int) -> Row:
    text = row[0].text.strip()
    for before, after in pairwise(row):
        gap = after.x - before.end
        words = after.text.strip()
        glyph = len(before.text.strip()) == 1 and not before.text.strip().isalnum()
        # Widths are estimates: a sentence may seem to stop where its font changes.
        runs_on = words[:1].islower() and gap < 4 * after.size
        text += ("\t" if gap > 1.5 * after.size and not (glyph or runs_on) else " ") + words
    weight = max(row, key=lambda s: len(s.text))
    bold = all(s.bold for s in row if any(char.isalnum() for char in s.text))
    return Row(text, row[0].x, row[-1].end, row[0].y, weight.size, bold, column)
