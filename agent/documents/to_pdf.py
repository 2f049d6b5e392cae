"""A resume as PDF through Typst: tagged, in one plain design, Latin, Cyrillic and Greek."""

from __future__ import annotations

import io
import json
import unicodedata
from pathlib import Path

from agent.documents.page import SECTION_NAMES, heading_parts
from agent.errors import MissingExtra, OutputError
from agent.models import Resume

_TEMPLATE = Path(__file__).with_name("resume.typ")
# What the bundled text font has: Latin with extensions, Greek, Cyrillic, punctuation, signs.
_COVERED = (
    (0x0020, 0x024F), (0x0259, 0x0259), (0x02C6, 0x02DD), (0x0300, 0x0331), (0x0370, 0x03FF),
    (0x0400, 0x0460), (0x0490, 0x04F9), (0x1E00, 0x1EFF), (0x1F00, 0x1FFE), (0x2000, 0x206F),
    (0x2070, 0x209C), (0x20A0, 0x20BF), (0x2100, 0x214E), (0x2150, 0x218B), (0x2190, 0x21FF),
    (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x2600, 0x2606), (0x2713, 0x2714),
)  # fmt: skip
_SIZES = ("10.5", "10", "9.5")
"""Font sizes in points; a smaller one is taken where it brings a resume down to two pages."""
_PAGES = 2
_LETTER_PAPER = frozenset(("en",))


def to_pdf(resume: Resume) -> tuple[bytes, tuple[str, ...]]:
    """The whole resume as PDF.

    Returns:
        The file, and warnings: characters that the font can't show.

    Raises:
        MissingExtra: the `pdf` extra is not installed.
        OutputError: the PDF could not be made.
    """
    try:
        import typst
    except ImportError:
        raise MissingExtra(
            "PDF output needs the 'pdf' extra.", hint="Run: pip install 'vouched[pdf]'"
        ) from None
    content = json.dumps(_content(resume), ensure_ascii=False, sort_keys=True)
    template = _TEMPLATE.read_bytes()
    made = []
    for size in _SIZES:
        try:
            pdf = typst.compile(
                template, sys_inputs={"resume": content, "size": size}, ignore_system_fonts=True
            )
        except Exception as error:  # typst raises its own errors and plain RuntimeError
            raise OutputError(f"The PDF could not be made: {error}.") from None
        assert isinstance(pdf, bytes)
        made.append(pdf)
        if _pages(pdf) <= _PAGES:
            break
    else:
        made = made[:1]  # smaller letters would not save it
    pdf = made[-1]
    missing = missing_glyphs(content)
    if not missing:
        return pdf, ()
    shown = " ".join(missing[:12])
    return pdf, (
        f"The PDF's font has no signs for: {shown}. They show as empty boxes; use .docx instead.",
    )


def _pages(pdf: bytes) -> int:
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(pdf)).pages)


def missing_glyphs(text: str) -> list[str]:
    """The characters of `text` that the PDF's font can't show, each once, in order."""
    return [
        char
        for char in dict.fromkeys(unicodedata.normalize("NFC", text))
        if not char.isspace()
        and ord(char) > 0x7E
        and not any(first <= ord(char) <= last for first, last in _COVERED)
    ]


def _content(resume: Resume) -> dict[str, object]:
    sections = []
    for section in resume.sections:
        entries = []
        for entry in section.entries:
            head = heading_parts(entry)
            where = ", ".join(part for part in (head.employer, head.location) if part)
            first = head.title or where or head.rest if entry.heading else ""
            second = [where if head.title else "", head.rest if first != head.rest else ""]
            entries.append(
                {
                    "first": _spaced(first),
                    "second": _spaced(" | ".join(filter(None, second))) if entry.heading else "",
                    "dates": head.dates,
                    "lines": [{"text": _spaced(b.text), "listed": b.listed} for b in entry.bullets],
                }
            )
        heading = section.heading.strip(" :") or SECTION_NAMES[section.kind]
        sections.append({"heading": heading, "entries": entries})
    return {
        "title": resume.name or "Resume",
        "author": resume.name or "",
        "name": resume.name or "",
        "headline": _spaced(resume.headline or ""),
        "contacts": [_spaced(contact) for contact in resume.contacts],
        "language": resume.language,
        "paper": "us-letter" if resume.language in _LETTER_PAPER else "a4",
        "sections": sections,
    }


def _spaced(text: str) -> str:
    """Typst drops tabs; an em space parts the words for the eye and for readers."""
    return text.replace("\t", "\u2003")
