"""A resume as a new, plain Word document: one column, real headings, real lists.

Used where the source has no Word layout to give back. The same resume gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from agent.documents.lines import Line
from agent.documents.page import Row, page_rows
from agent.models import Resume

# Paragraph style and outline level of each kind of row. Not Word's Title style for the name: some
# readers take a title for metadata and drop it.
_STYLES: dict[str, tuple[str, int | None]] = {
    "name": ("Heading 1", 1),
    "headline": ("Normal", None),
    "contact": ("Normal", None),
    "section": ("Heading 2", 2),
    "heading": ("Heading 3", 3),
    "more": ("Heading 4", 4),
    "item": ("List Bullet", None),
    "text": ("Normal", None),
}
_SIZES = {"Heading 1": 20.0, "Heading 2": 12.5}
_EPOCH = (2000, 1, 1, 0, 0, 0)


def to_docx(resume: Resume) -> bytes:
    """The whole resume as .docx."""
    import docx
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Inches, Pt, RGBColor

    document = docx.Document()
    page = document.sections[0]
    page.left_margin = page.right_margin = Inches(0.9)
    page.top_margin = page.bottom_margin = Inches(0.8)
    assert page.page_width is not None
    right_edge = page.page_width - Inches(1.8)
    for style, size, before, after in (
        ("Normal", 10.5, 0, 2),
        ("List Bullet", 10.5, 0, 2),
        ("Heading 1", 20, 0, 2),
        ("Heading 2", 12.5, 12, 3),
        ("Heading 3", 10.5, 6, 1),
        ("Heading 4", 10.5, 0, 1),
    ):
        format: Any = document.styles[style]
        format.font.name = "Calibri"
        _set_fonts(format, "Calibri")
        format.font.size = Pt(size)
        format.font.color.rgb = RGBColor(0, 0, 0)
        format.paragraph_format.space_before = Pt(before)
        format.paragraph_format.space_after = Pt(after)
    document.styles["Heading 4"].font.bold = False
    document.styles["Heading 4"].font.italic = True
    document.styles["Heading 3"].paragraph_format.tab_stops.add_tab_stop(
        right_edge, WD_TAB_ALIGNMENT.RIGHT
    )

    ids = {name: document.styles[name].style_id for name, _ in set(_STYLES.values())}
    for row in page_rows(resume, _lines):
        paragraph = document.add_paragraph()
        # By id: python-docx searches all styles for each paragraph's name, most of the time spent.
        paragraph._p.style = ids[_STYLES[row.kind][0]]
        paragraph.add_run(row.text)
        if row.aside:
            paragraph.add_run(f"\t{row.aside}").bold = False
    properties = document.core_properties
    properties.title = resume.name or "Resume"
    properties.author = resume.name or ""
    properties.comments = ""
    properties.language = resume.language
    properties.created = properties.modified = datetime(*_EPOCH)
    stream = io.BytesIO()
    document.save(stream)
    return _timeless(stream.getvalue())


def _set_fonts(style: Any, name: str) -> None:
    """Name the font for every script, else Word takes the theme's for Greek and Cyrillic."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def _lines(rows: Sequence[Row]) -> list[Line]:
    """The rows as `read_docx` hands them on once they are written."""
    return [
        Line(
            f"{row.text}\t{row.aside}" if row.aside else row.text,
            locator="",
            listed=row.kind == "item",
            outline=_STYLES[row.kind][1],
            bold=row.kind in ("name", "section") or (row.kind == "heading" and not row.aside),
            size=_SIZES.get(_STYLES[row.kind][0], 10.5),
        )
        for row in rows
    ]


def _timeless(content: bytes) -> bytes:
    """The same zip with fixed member times, so that equal resumes give equal bytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            fixed = zipfile.ZipInfo(member.filename, _EPOCH)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, old.read(member))
    return out.getvalue()
