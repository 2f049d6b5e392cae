"""Reads a .docx into lines, in the order in which a person reads them.

The walk goes where text can stand (tables in tables, content controls, text boxes, hyperlinks,
the headers and footers in use, notes) and nowhere else (the fallback copy of a text box, deleted
or hidden text, cells swallowed by a merge).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import Literal, NamedTuple

from agent.documents.docx_boxes import text_boxes
from agent.documents.docx_glyphs import is_lone_glyph
from agent.documents.docx_package import (
    MC,
    Element,
    Package,
    R,
    open_package,
    readable,
    related,
    relationships,
    w,
)
from agent.documents.docx_styles import Styles, paragraph_format, read_styles
from agent.documents.docx_text import (
    FIELD,
    LABEL,
    Char,
    Part,
    characters,
    control_lock,
    is_revised,
    read_part,
    text_lines,
)
from agent.documents.lines import Line

_P, _TBL, _SDT = w("p"), w("tbl"), w("sdt")
_ALTERNATE, _CHOICE = f"{{{MC}}}AlternateContent", f"{{{MC}}}Choice"
_GONE_ROW = (w("del"), w("hidden"))
_WRAPPERS = {w("customXml"), w("ins"), w("moveTo"), w("smartTag")}


class _Spot(NamedTuple):
    """Where the walk stands."""

    part: Part
    place: Literal["body", "header", "footer", "textbox", "footnote"]
    cell: str | None = None
    lock: str | None = None
    """Why what stands here can't be edited: the content control around it."""


class _Walk(NamedTuple):
    """What the whole walk shares."""

    styles: Styles
    tables: count[int]
    """Numbers the tables of all parts, so that cell ids are unique in the document."""


def read_docx(content: bytes) -> list[Line]:
    """The visible lines of a Word file.

    Args:
        content: a .docx whose size and members were checked before.

    Returns:
        Headers in use, then the body with each text box after its paragraph, notes, footers.

    Raises:
        UnreadableFile: damaged, or not a Word document.
        FileTooLarge: far more text than a resume or a posting can hold.
    """
    with readable():
        package = open_package(content)
        walk = _Walk(read_styles(package), count(1))
        body = read_part(package, package.main)
        headers, footers = _headers_and_footers(package, body.root)
        lines: list[Line] = []
        for name in headers:
            part = read_part(package, name)
            lines += _blocks(part.root, _Spot(part, "header"), walk)
        lines += _blocks(body.root.find(w("body")), _Spot(body, "body"), walk)
        lines += _notes(package, body.root, walk)
        for name in footers:
            part = read_part(package, name)
            lines += _blocks(part.root, _Spot(part, "footer"), walk)
        return lines


def _blocks(container: Element | None, spot: _Spot, walk: _Walk) -> Iterator[Line]:
    """The lines of all paragraphs and tables in a body, cell, control or text box."""
    for child in container if container is not None else ():
        tag = child.tag
        if tag == _P:
            yield from _paragraph(child, spot, walk)
            for box in text_boxes(child):
                yield from _blocks(box, spot._replace(place="textbox"), walk)
        elif tag == _TBL:
            yield from _table(child, spot, walk)
        elif tag == _SDT:
            yield from _blocks(child.find(w("sdtContent")), _in_control(child, spot), walk)
        elif tag in _WRAPPERS:
            yield from _blocks(child, spot, walk)
        elif tag == _ALTERNATE:
            yield from _blocks(child.find(_CHOICE), spot, walk)


def _in_control(control: Element, spot: _Spot) -> _Spot:
    return spot._replace(lock=spot.lock or control_lock(control) or None)


def _paragraph(paragraph: Element, spot: _Spot, walk: _Walk) -> Iterator[Line]:
    look = paragraph_format(paragraph, walk.styles)
    chars = characters(paragraph, walk.styles, look.run, spot.part.fields)
    lines = text_lines(chars)
    lock = spot.lock
    if lock is None and is_revised(paragraph):
        lock = "its own tracked changes are not accepted or rejected yet"
    for number, line in enumerate(lines):
        locator = f"{spot.part.name}#{spot.part.paragraphs[paragraph]}"
        words = [char for char in line.chars if not char.text.isspace()]
        locks = {char.lock for char in words if char.lock != LABEL}
        if _is_rule(line.text) or (spot.place in ("header", "footer") and _is_page_number(words)):
            continue
        yield Line(
            text=line.text,
            locator=locator if len(lines) == 1 else f"{locator}:{number}",
            listed=line.glyph or (look.list_level is not None and number == 0),
            level=look.list_level or 0,
            outline=look.outline,
            bold=all(char.look.bold for char in words),
            caps=_is_caps(words),
            size=Counter(char.look.size for char in words).most_common(1)[0][0],
            cell=spot.cell,
            place=spot.place,
            locked=lock or (None if "" in locks else f"it is {min(locks)}"),
        )


def _is_rule(text: str) -> bool:
    """Whether a line only draws a line: '-----'."""
    return len(text) > 2 and not text.strip("-_=~*—–─━.· \t")


def _is_page_number(words: list[Char]) -> bool:
    """Whether a line is no more than fields and numbers: '1 / 2'."""
    return any(char.lock == FIELD for char in words) and not any(
        char.text.isalpha() for char in words
    )


def _is_caps(words: list[Char]) -> bool:
    letters = [char for char in words if char.text.isalpha()]
    return bool(letters) and all(char.look.caps or char.text.isupper() for char in letters)


def _table(table: Element, spot: _Spot, walk: _Walk) -> Iterator[Line]:
    """Row by row; a cell swallowed by a vertical merge shows nothing and is left out."""
    number = next(walk.tables)
    for row_number, (row, row_spot) in enumerate(_through(table, w("tr"), spot), start=1):
        properties = row.find(w("trPr"))
        if properties is not None and next(properties.iterchildren(*_GONE_ROW), None) is not None:
            continue
        column = 1
        glyph = False
        for cell, cell_spot in _through(row, w("tc"), row_spot):
            properties = cell.find(w("tcPr"))
            span = properties.find(w("gridSpan")) if properties is not None else None
            merge = properties.find(w("vMerge")) if properties is not None else None
            here = cell_spot._replace(cell=f"t{number}r{row_number}c{column}")
            column += int(span.get(w("val"), "1")) if span is not None else 1
            if merge is not None and merge.get(w("val"), "continue") == "continue":
                continue
            lines = list(_blocks(cell, here, walk))
            if len(lines) == 1 and is_lone_glyph(lines[0].text):
                glyph = True
                continue
            if glyph and lines:
                lines[0] = lines[0]._replace(listed=True)
                glyph = False
            yield from lines


def _through(parent: Element, tag: str, spot: _Spot) -> Iterator[tuple[Element, _Spot]]:
    """Rows of a table or cells of a row, also those inside content controls."""
    for child in parent:
        if child.tag == tag:
            yield child, spot
        elif child.tag == _SDT:
            content = child.find(w("sdtContent"))
            if content is not None:
                yield from _through(content, tag, _in_control(child, spot))
        elif child.tag in _WRAPPERS:
            yield from _through(child, tag, spot)


def _headers_and_footers(package: Package, root: Element) -> tuple[list[str], list[str]]:
    """Members of the headers and footers that some section shows, each once."""
    targets = {rel.id: rel.target for rel in relationships(package.xml, package.main)}
    settings = related(package, "settings")
    even_pages = settings is not None and settings.find(w("evenAndOddHeaders")) is not None
    used: dict[str, dict[str, None]] = {"header": {}, "footer": {}}
    for kind, names in used.items():
        inherited: dict[str, str] = {}
        for section in root.iter(w("sectPr")):
            for reference in section.iterchildren(w(f"{kind}Reference")):
                name = targets.get(reference.get(f"{{{R}}}id", ""), "")
                inherited[reference.get(w("type"), "default")] = name
            title = section.find(w("titlePg"))
            if title is not None and title.get(w("val"), "1") not in ("0", "false", "off"):
                names[inherited.get("first", "")] = None
            names[inherited.get("default", "")] = None
            if even_pages:
                names[inherited.get("even", "")] = None
    present = {
        kind: [name for name in names if name in package.xml] for kind, names in used.items()
    }
    return present["header"], present["footer"]


def _notes(package: Package, root: Element, walk: _Walk) -> Iterator[Line]:
    """Footnotes and endnotes that the body refers to, in the order of their references."""
    names = {rel.kind: rel.target for rel in relationships(package.xml, package.main)}
    for kind in ("footnote", "endnote"):
        name = names.get(f"{kind}s", "")
        references = [node.get(w("id"), "") for node in root.iter(w(f"{kind}Reference"))]
        if not references or name not in package.xml:
            continue
        part = read_part(package, name)
        notes = {note.get(w("id"), ""): note for note in part.root.iterchildren(w(kind))}
        for reference in dict.fromkeys(references):
            yield from _blocks(notes.get(reference), _Spot(part, "footnote"), walk)
