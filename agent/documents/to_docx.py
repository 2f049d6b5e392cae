"""A resume as a new, plain Word document: one column, real headings, real lists.

Used where the source has no Word layout to give back. The same resume gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from agent.documents.to_markdown import SECTION_NAMES, entry_head
from agent.models import Entry, Resume

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
        # Not Word's Title style: some readers take a title for metadata and drop it.
        ("Heading 1", 20, 0, 2),
        ("Heading 2", 12.5, 12, 3),
        ("Heading 3", 10.5, 6, 1),
    ):
        format: Any = document.styles[style]
        format.font.name = "Calibri"
        _set_fonts(format, "Calibri")
        format.font.size = Pt(size)
        format.font.color.rgb = RGBColor(0, 0, 0)
        format.paragraph_format.space_before = Pt(before)
        format.paragraph_format.space_after = Pt(after)
    document.styles["Heading 3"].paragraph_format.tab_stops.add_tab_stop(
        right_edge, WD_TAB_ALIGNMENT.RIGHT
    )

    if resume.name:
        document.add_paragraph(resume.name, style="Heading 1")
    if resume.headline:
        document.add_paragraph(resume.headline)
    for contact in resume.contacts:
        document.add_paragraph(contact)
    for section in resume.sections:
        document.add_paragraph(
            section.heading.strip(" :") or SECTION_NAMES[section.kind], style="Heading 2"
        )
        for entry in section.entries:
            _add_heading(document, entry)
            for bullet in entry.bullets:
                document.add_paragraph(
                    bullet.text, style="List Bullet" if bullet.listed else "Normal"
                )
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


def _add_heading(document: Any, entry: Entry) -> None:
    if not entry.heading:
        return
    head = entry_head(entry)
    where = ", ".join(part for part in (head.employer, head.location) if part)
    first = head.title or where or head.rest
    paragraph = document.add_paragraph(style="Heading 3")
    paragraph.add_run(first)
    if head.dates:
        paragraph.add_run(f"\t{head.dates}").bold = False
    second = " | ".join(
        part
        for part in (where if head.title else "", head.rest if first != head.rest else "")
        if part
    )
    if second:
        document.add_paragraph(second).runs[0].italic = True


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
