"""The one shape in which every file format hands its text to `agent.documents.structure`.

A format room (docx, pdf, markdown, plain) knows its file; it emits `Line`s in reading order. The
structure room knows resumes; it turns lines into sections, entries and bullets, and never sees a
file.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), " ")


class Line(NamedTuple):
    """One visible line or paragraph, in reading order."""

    text: str
    """As a reader sees it; without bullet glyph or list number; tabs kept as '\\t'."""
    locator: str
    """Where it stands. For .docx: 'PART#N' or 'PART#N:K', PART the zip member, N the index of the
    paragraph among all `w:p` of that part in document order, K the line within it when soft line
    breaks make several. For text formats: '#N', the 0-based line number."""
    listed: bool = False
    """Has list numbering or a typed bullet glyph."""
    level: int = 0
    """List depth, 0 for the outermost."""
    outline: int | None = None
    """Heading depth 1 to 9 where the format says so (a Word heading style, '##')."""
    bold: bool = False
    """All of its words are bold."""
    caps: bool = False
    """Written or shown in capitals."""
    size: float | None = None
    """Font size in points where the format says so."""
    cell: str | None = None
    """Id of the table cell it stands in ('t1r2c1'), None outside tables."""
    place: Literal["body", "header", "footer", "textbox", "footnote"] = "body"
    locked: str | None = None
    """Why it can't be edited in its file, or None."""
    gap: bool = False
    """An empty line stands before it."""


def without_controls(text: str) -> str:
    """`text` with a space for each control character but tab and newline.

    Nobody sees them, a Word file can't hold them, and a terminal that shows them obeys them.
    """
    return text if text.isprintable() else text.translate(_CONTROLS)
