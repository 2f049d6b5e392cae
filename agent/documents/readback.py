"""What another reader finds in a finished file: does every line arrive, whole and in order?

Tracking systems read files their own way, so the file is read with other means than those that
wrote it: pypdf's plain text for PDF, a plain walk over all text of the main part for .docx.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator

from agent.errors import AgentError
from agent.models import Resume

_LIMIT = 8


def read_back(content: bytes, format: str, expected: Resume) -> tuple[str, ...]:
    """Check a finished file against what it should say.

    Args:
        content: the file.
        format: 'docx', 'pdf', 'markdown', 'text' or 'json_resume'.
        expected: the resume with all changes in it.

    Returns:
        A sentence for each title, employer, date or line that did not arrive or arrived out of
        order, at most eight and a count of the others; empty if all is well.
    """
    try:
        text = _plain(_text(content, format))
    except AgentError as error:
        return (f"The finished file could not be read back: {error.message}",)
    said: list[str] = []
    reached = 0
    # JSON has an order of its own and dates in ISO form; only its words are looked for.
    structured = format == "json_resume"
    for what, words in _expected(expected):
        wanted = _plain(words)
        if not wanted or (structured and what == "date"):
            continue
        if what != "line":
            # Layouts set dates and titles in any order; they only have to be there.
            pieces = [_plain(piece) for piece in words.split(", ")] if structured else [wanted]
            if not all(piece in text for piece in pieces):
                said.append(f"Not found by another reader: the {what} {_start(words)}.")
            continue
        at = text.find(wanted, reached)
        if at >= 0:
            reached = at + len(wanted)
        elif wanted not in text:
            said.append(f"Not found by another reader: the line {_start(words)}.")
        elif not structured:
            said.append(f"Out of order for another reader: {_start(words)}.")
    if len(said) > _LIMIT:
        return (*said[:_LIMIT], f"And {len(said) - _LIMIT} more like these.")
    return tuple(said)


def _expected(resume: Resume) -> Iterator[tuple[str, str]]:
    for section in resume.sections:
        for entry in section.entries:
            for what, words in (
                ("title", entry.title),
                ("employer", entry.employer),
                ("date", entry.dates.text if entry.dates else None),
            ):
                if words:
                    yield what, words
            for bullet in entry.bullets:
                yield "line", bullet.text


def _plain(text: str) -> str:
    """Letters and digits only: line breaks, hyphens at row ends and spacing are layout."""
    folded = unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold()
    return re.sub(r"[\W_]+", "", folded)


def _text(content: bytes, format: str) -> str:
    if format == "docx":
        return _docx_text(content)
    if format == "pdf":
        from pypdf import PdfReader

        reader = PdfReader(io.BytesIO(content))
        return "\n".join(page.extract_text() for page in reader.pages)
    if format == "json_resume":
        import json

        return "\n".join(_strings(json.loads(content)))
    from agent.documents.plain import plain_text

    return "\n".join(plain_text(row) for row in content.decode("utf-8-sig").split("\n"))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


def _docx_text(content: bytes) -> str:
    """All text of the parts that hold some, in file order, deleted text and fallbacks left out."""
    from lxml import etree

    namespace = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    fallback = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    texts: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [
            n
            for n in archive.namelist()
            if re.match(r"word/(?:header|footer|footnotes|document)\w*\.xml$", n)
        ]
        names.sort(key=lambda name: ("header" not in name, "document" not in name, name))
        for name in names:
            root = etree.fromstring(archive.read(name), parser)
            skipped = {child for node in root.iter(fallback) for child in node.iter()}
            for node in root.iter(
                f"{namespace}t", f"{namespace}tab", f"{namespace}br", f"{namespace}p"
            ):
                if node in skipped:
                    continue
                texts.append(node.text or "" if node.tag == f"{namespace}t" else " ")
    return "".join(texts)


def _start(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57].rsplit(" ", 1)[0] + " ...")
