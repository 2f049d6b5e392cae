"""What an applicant tracking system would likely miss or misread in a Word file.

Such programs mostly read the plain paragraphs of the body, top to bottom. Text boxes, headers and
tables are told from the lines of any format (`cautions`); here is what only the file shows.
"""

from __future__ import annotations

import re

from agent.documents.docx import read_docx
from agent.documents.docx_package import Element, open_package, parse, readable, w
from agent.documents.lines import Line

_A_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_VML_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_ICON_FONT = re.compile(r"wingdings|webdings|awesome|icon|material|dingbat", re.IGNORECASE)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_CONTACT = re.compile(r"@|(?:\d[ ()./-]{0,2}){7}|linkedin", re.IGNORECASE)


def docx_warnings(content: bytes) -> list[str]:
    """What in a Word file a program that screens applicants may not see as a person does.

    Args:
        content: a .docx whose size and members were checked before.

    Returns:
        Sentences for the person, the gravest first; empty if nothing stands out.

    Raises:
        UnreadableFile: damaged, or not a Word document.
    """
    lines = read_docx(content)
    with readable():
        package = open_package(content)
        root = parse(package.xml[package.main])
        return [
            warning
            for warning in (
                _contacts(lines),
                _columns(root),
                _pictures(root),
                _icons(root),
                _hidden(root),
                _revisions(root),
                _imported(root),
            )
            if warning
        ]


def _contacts(lines: list[Line]) -> str | None:
    found = [line for line in lines if _CONTACT.search(line.text)]
    if found and not any(line.place == "body" for line in found):
        place = "a text box" if found[0].place == "textbox" else f"the {found[0].place}"
        return f"Your contact details stand only in {place}: repeat them at the top of the page."
    return None


def _columns(root: Element) -> str | None:
    for columns in root.iter(w("cols")):
        number = columns.get(w("num"), "1")
        if number.isdecimal() and int(number) > 1:
            return f"The page is set in {number} columns, which some systems read straight across."
    return None


def _pictures(root: Element) -> str | None:
    if next(root.iter(_DIAGRAM), None) is not None:
        return "There is a diagram: the words in it are not read, neither here nor by most systems."
    count = sum(1 for _ in root.iter(_A_BLIP, _VML_IMAGE))
    if count:
        shown = "is a picture" if count == 1 else f"are {count} pictures"
        return f"There {shown}: words in a picture can't be read."
    return None


def _icons(root: Element) -> str | None:
    named = any(_ICON_FONT.search(fonts.get(w("ascii"), "")) for fonts in root.iter(w("rFonts")))
    stored = any(_PRIVATE.search(text.text or "") for text in root.iter(w("t")))
    if named or stored or next(root.iter(w("sym")), None) is not None:
        return (
            "Symbols of an icon font turn into stray characters: spell them out (Phone:, E-mail:)."
        )
    return None


def _hidden(root: Element) -> str | None:
    if any(node.get(w("val"), "1") not in ("0", "false") for node in root.iter(w("vanish"))):
        return "There is hidden text: some systems show it, and recruiters may take it for a trick."
    white = any(node.get(w("val"), "").upper() == "FFFFFF" for node in root.iter(w("color")))
    dark = next(root.iter(w("shd"), w("background"), w("drawing"), w("pict")), None) is not None
    if white and not dark:
        return "There is white text on the white page: recruiters may take it for a trick."
    return None


def _revisions(root: Element) -> str | None:
    if next(root.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo")), None) is not None:
        return "Tracked changes are still open: accept or reject them before you send the file."
    return None


def _imported(root: Element) -> str | None:
    if next(root.iter(w("altChunk")), None) is not None:
        return "A part is imported from another file and could not be read: save it again in Word."
    return None
