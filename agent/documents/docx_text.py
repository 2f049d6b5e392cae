"""A Word paragraph as the characters a reader sees, each with the run it stands in.

Reader and writer both start from `characters` and `text_lines`, so the text that is shown, the
text that was verified and the text that is edited are the same by construction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from agent.documents.docx_glyphs import is_symbol_font, prefix_length, shown_as
from agent.documents.docx_package import MC, Element, Package, parse, w
from agent.documents.docx_styles import RunFormat, Styles, shown_format
from agent.errors import FileTooLarge

T, RUN, HYPERLINK = w("t"), w("r"), w("hyperlink")
FIELD, LABEL = "a field", "its bold label"
_REVISIONS = (w("ins"), w("del"), w("moveFrom"), w("moveTo"), w("rPrChange"), w("pPrChange"))
_TRANSPARENT = {w(n) for n in ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo")}
_TABS = {w("tab"), w("ptab")}
_BREAKS = {w("br"), w("cr")}
_SILENT = {w(n) for n in ("rPr", "instrText", "delText", "delInstrText", "lastRenderedPageBreak")}
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_LINE_ENDS = re.compile(r"[\t\r\n]")
_LEAD_IN = re.compile(r"[^:\n\t]{1,60}:")
_WRAPPED_AT = 50
# Over a hundred pages: a limit that protects the machine, not one that a person will meet.
_MOST_LETTERS = 300_000
_MOST_PARAGRAPHS = 20_000


class Char(NamedTuple):
    """One character of a paragraph, or something in it that takes no room in the text."""

    text: str
    """What a reader sees: one character, or '' for a picture, a note, hidden text."""
    run: Element
    node: Element
    """The `w:t`, `w:tab`, ... that holds it."""
    at: int
    """Where in the text of a `w:t`; 0 otherwise."""
    lock: str
    """What it is if an edit must leave it alone ('a tab', 'a link'), else ''."""
    fence: Element | None
    """The outermost element that new text must not get into: a hyperlink, a simple field."""
    look: RunFormat


class Part(NamedTuple):
    """One XML part that shows text."""

    name: str
    root: Element
    paragraphs: Mapping[Element, int]
    """Each `w:p` of the part and its number in document order."""
    fields: Mapping[Element, str]
    """See `field_runs`."""


class TextLine(NamedTuple):
    """One visible line of a paragraph: all of it, or what stands between two soft breaks."""

    chars: tuple[Char, ...]
    """Its visible characters, without bullet glyph and outer spaces."""
    glyph: bool
    """A typed bullet glyph stood before it."""
    text: str
    """As shown; a soft break inside a wrapped sentence is a space."""


def read_part(package: Package, name: str) -> Part:
    """The part of this name, parsed.

    Raises:
        KeyError: the file has none.
        FileTooLarge: far more text than a resume or a posting can hold.
    """
    root = parse(package.xml[name])
    letters = sum(len(node.text or "") for node in root.iter(T))
    if letters > _MOST_LETTERS or sum(1 for _ in root.iter(w("p"))) > _MOST_PARAGRAPHS:
        raise FileTooLarge(
            f"The Word file holds {letters:,} characters of text, more than can be read.",
            hint="Give the resume alone, without other documents in the same file.",
        )
    paragraphs = {paragraph: number for number, paragraph in enumerate(root.iter(w("p")))}
    return Part(name, root, paragraphs, field_runs(root))


def field_runs(root: Element) -> dict[Element, str]:
    """Runs of complex fields: 'code' for what is hidden, 'result' for what is shown."""
    states: dict[Element, str] = {}
    open_fields: list[str] = []
    mark, kind = w("fldChar"), w("fldCharType")
    if next(root.iter(mark), None) is None:
        return states
    for run in root.iter(RUN):
        for node in run.iterchildren(mark):
            if node.get(kind) == "begin":
                open_fields.append("code")
            elif node.get(kind) == "separate" and open_fields:
                open_fields[-1] = "result"
            elif node.get(kind) == "end" and open_fields:
                open_fields.pop()
            states[run] = "code" if "code" in open_fields else "result"
        if open_fields:
            states[run] = "code" if "code" in open_fields else "result"
    return states


def characters(
    paragraph: Element, styles: Styles, start: RunFormat, fields: Mapping[Element, str]
) -> list[Char]:
    """All characters and weightless units of a `w:p`, in reading order.

    Args:
        paragraph: the `w:p`; text boxes in it are not entered.
        styles: of the document.
        start: the look that the paragraph's style gives.
        fields: from `field_runs` of the whole part, for fields may span paragraphs.
    """
    return list(_walk(paragraph, styles, start, fields, "", None))


def text_lines(chars: Iterable[Char]) -> list[TextLine]:
    """The visible lines of a paragraph, empty ones left out."""
    segments: list[list[Char]] = [[]]
    for char in chars:
        if char.text == "\n":
            segments.append([])
            segments[-1].append(char)
        elif char.text:
            segments[-1].append(char)
    joined: list[list[Char]] = []
    for segment in segments:
        if joined and _is_wrapped(joined[-1], segment):
            joined[-1].extend(segment)
        else:
            joined.append(segment)
    lines = []
    for segment in joined:
        shown = _stripped(segment)
        length = prefix_length("".join(char.text for char in shown))
        body = _stripped(shown[length:]) if length else shown
        if body:
            text = "".join(char.text for char in body).replace("\n", " ")
            lines.append(TextLine(tuple(_with_label(body)), length > 0, text))
    return lines


def _walk(
    parent: Element,
    styles: Styles,
    start: RunFormat,
    fields: Mapping[Element, str],
    lock: str,
    fence: Element | None,
) -> Iterator[Char]:
    for child in parent:
        tag = child.tag
        if tag == RUN:
            yield from _run(child, styles, start, fields.get(child, ""), lock, fence)
        elif tag == HYPERLINK:
            yield from _walk(child, styles, start, fields, "a link", fence or child)
        elif tag == w("fldSimple"):
            yield from _walk(child, styles, start, fields, FIELD, fence or child)
        elif tag in _TRANSPARENT:
            yield from _walk(child, styles, start, fields, lock, fence)
        elif tag == w("sdt"):
            content = child.find(w("sdtContent"))
            if content is not None:
                why = control_lock(child)
                inside = child if why and fence is None else fence
                yield from _walk(content, styles, start, fields, lock or why, inside)
        elif tag == f"{{{MC}}}AlternateContent":
            choice = child.find(f"{{{MC}}}Choice")
            if choice is not None:
                yield from _walk(choice, styles, start, fields, lock, fence)
        elif isinstance(tag, str) and tag.startswith(f"{{{_MATH}}}"):
            for node in child.iter(f"{{{_MATH}}}t"):
                for letter in node.text or "":
                    yield Char(letter, child, node, 0, "a formula", fence or child, start)


def is_revised(paragraph: Element) -> bool:
    """Whether a paragraph carries tracked changes that nobody has accepted or rejected."""
    return next(paragraph.iter(*_REVISIONS), None) is not None


def control_lock(control: Element) -> str:
    """Why the content of a `w:sdt` must not be edited, or ''."""
    properties = control.find(w("sdtPr"))
    if properties is None:
        return ""
    for child in properties:
        value = child.get(w("val"), "")
        if child.tag == w("lock") and value in ("contentLocked", "sdtContentLocked"):
            return "a locked content control"
        if child.tag in (w("dataBinding"), w("dropDownList"), w("comboBox"), w("date")):
            return "a form control"
        if child.tag == w("showingPlcHdr"):
            return "a placeholder"
    return ""


def _run(
    run: Element,
    styles: Styles,
    start: RunFormat,
    field: str,
    lock: str,
    fence: Element | None,
) -> Iterator[Char]:
    look = shown_format(run.find(w("rPr")), start, styles)
    lock = lock or (FIELD if field else "")

    def unit(text: str, node: Element, why: str) -> Char:
        return Char(text, run, node, 0, lock or why, fence, look)

    for node in run:
        tag = node.tag
        if tag in _SILENT or not isinstance(tag, str):
            continue
        if field == "code" or look.hidden:
            yield unit("", node, "hidden text")
        elif tag == T:
            text = _LINE_ENDS.sub(" ", node.text or "")
            if text.isascii() and not is_symbol_font(look.font):
                for at, letter in enumerate(text):
                    yield Char(letter, run, node, at, lock, fence, look)
                continue
            for at, stored in enumerate(text):
                shown = "" if stored in _INVISIBLE else shown_as(stored, look.font)
                why = lock if shown or stored in _INVISIBLE else lock or "an icon"
                yield Char(shown, run, node, at, why, fence, look)
        elif tag in _TABS:
            yield unit("\t", node, "a tab")
        elif tag in _BREAKS:
            yield unit("\n", node, "a line break")
        elif tag == w("noBreakHyphen"):
            yield unit("-", node, "a fixed hyphen")
        elif tag == w("sym"):
            code = node.get(w("char"), "")
            stored = chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,5}", code) else ""
            yield unit(stored and shown_as(stored, node.get(w("font"))), node, "a symbol")
        elif tag == w("softHyphen"):
            yield unit("", node, "")
        elif tag == w("ruby"):
            base = node.find(w("rubyBase"))
            for word in base.iter(T) if base is not None else ():
                for letter in word.text or "":
                    yield unit(letter, node, "an annotated word")
        else:
            yield unit("", node, "a picture or a note")


def _is_wrapped(before: list[Char], after: list[Char]) -> bool:
    """Whether a soft break only wraps a long sentence, so that both sides are one line."""
    first = "".join(char.text for char in before).strip()
    second = "".join(char.text for char in after).strip()
    return len(first) >= _WRAPPED_AT and first[-1] not in ".;:!?" and second[:1].islower()


def _stripped(chars: list[Char]) -> list[Char]:
    first, last = 0, len(chars)
    while first < last and chars[first].text.isspace():
        first += 1
    while last > first and chars[last - 1].text.isspace():
        last -= 1
    return chars[first:last]


def _with_label(chars: list[Char]) -> list[Char]:
    """Locks a bold lead-in such as 'Languages:' before text that is not bold."""
    found = _LEAD_IN.match("".join(char.text for char in chars))
    if not found or found.end() == len(chars):
        return chars
    label, rest = chars[: found.end()], chars[found.end() :]
    words = [char for char in label[:-1] if not char.text.isspace()]
    if all(char.look.bold for char in words) and not any(
        char.look.bold for char in rest if not char.text.isspace()
    ):
        return [char._replace(lock=char.lock or LABEL) for char in label] + rest
    return chars
