"""Markdown and plain text -> lines. A text that uses no Markdown is read the same way."""

from __future__ import annotations

import re

from agent.documents.heading_dates import cut_dates
from agent.documents.lines import Line
from agent.documents.sections import section_kind
from agent.language.dates import find_dates

_GLYPHS = re.escape("•‣◦▪▫■□●○◆◇►▸➢➤✓✔✦⁃∙·–—*+-")
BULLET_PREFIX = re.compile(
    rf"\s*(?:[{_GLYPHS}](?:\s+|(?<=[•‣◦▪■●◆►➢➤✓✔∙])(?=\S))|o\s+(?=[A-Z])|\d{{1,2}}[.)]\s+(?=[A-ZÀ-Þ]))"
    r"(?=\S)"
)
"""The indent and glyph or number before a list item's words."""
_ATX = re.compile(r" {0,3}(?P<marks>#{1,6})(?!#)\s*(?=\S)")
_RULE = re.compile(r"^\s*(?:[-=_*~]\s?){3,}$")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|___|__|(?<![\w*])\*(?=\S)|(?<!\w)_(?=\S))(.{1,400}?)\1(?!\w)")
_LINK = re.compile(r"\[([^\[\]]+)\]\((?:[^()\s]+)\)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|&>])")
_SET_ASIDE = re.compile("[\uf021-\uf07e]")
# A range written over three rows: "May 2016", "to", "Current".
_PADDED = re.compile(r"\S(?:\t| {3,})\S")
_CONNECTOR = re.compile(r"(?:to|until|bis|au|à|hasta|tot|t/m|[-–—])", re.IGNORECASE)
_TO_COME = re.compile(r"^.{4,20} (?:to|until|bis|au|à|hasta|tot|t/m|[-–—])$", re.IGNORECASE)
_WHOLE_BOLD = re.compile(r"^\s*(\*\*|__)(?!\s)(.+?)\1[\s:]*$")


def read_plain(text: str, *, width: int | None = None) -> list[Line]:
    """The lines of a Markdown or plain text.

    Rows that were only wrapped at a width are one line. Locators are '#N' or, for a line of several
    rows, '#N-M'; both count rows from 0.

    Args:
        text: as decoded.
        width: at which it was wrapped, where that is known; else it is judged by its rows.
    """
    rows = [row.rstrip("\r") for row in text.split("\n")]
    width = wrap_width(text) if width is None else width
    lines: list[Line] = []
    last = -1
    for number, row in enumerate(rows):
        if not row.strip():
            continue
        if _RULE.match(row):
            _underline(lines, row, adjacent=last == number - 1)
            continue
        if lines and last >= number - 2 and _completes_range(row, lines[-1]):
            first = lines[-1].locator.partition("-")[0]
            joined = f"{lines[-1].text} {row.strip()}"
            lines[-1] = lines[-1]._replace(text=joined, locator=f"{first}-{number}")
        elif lines and last == number - 1 and _continues(rows[last], row, lines[-1], width):
            first = lines[-1].locator.partition("-")[0]
            joined = f"{lines[-1].text} {plain_text(row)}"
            lines[-1] = lines[-1]._replace(text=joined, locator=f"{first}-{number}", bold=False)
        else:
            gap = bool(lines) and not rows[number - 1].strip()
            lines.append(_line(row, number)._replace(gap=gap))
        last = number
    return lines


def _underline(lines: list[Line], row: str, *, adjacent: bool) -> None:
    """A rule right under a short line makes that line a heading."""
    if not lines or not adjacent or row.strip()[0] not in "=-":
        return
    above = lines[-1]
    if not above.listed and above.outline is None and len(above.text) < 60:
        lines[-1] = above._replace(outline=1 if row.strip()[0] == "=" else 2)


def wrap_width(text: str) -> int:
    """The width at which a text was wrapped, or 0 if it was not."""
    lengths = sorted(len(row.rstrip("\r")) for row in text.split("\n"))
    lengths = [length for length in lengths if length > 50]
    if len(lengths) < 4 or lengths[-1] > 200:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    full = sum(length > width - 10 for length in lengths)
    return width if 2 * full > len(lengths) else 0


def _completes_range(row: str, line: Line) -> bool:
    """Whether `row` goes on with a range written over three rows: 'May 2016', 'to', 'Current'."""
    if line.listed or line.outline is not None or len(line.text) > 24:
        return False
    if _CONNECTOR.fullmatch(row.strip()):
        return bool(find_dates(line.text)) and cut_dates(line.text)[1] == ""
    if not _TO_COME.search(line.text) or not find_dates(line.text):
        return False
    return len(row.strip()) <= 24 and cut_dates(f"{line.text} {row.strip()}")[1] == ""


def _continues(above: str, row: str, line: Line, width: int) -> bool:
    """Whether `row` is the wrapped rest of the line above it."""
    if line.outline is not None or BULLET_PREFIX.match(row) or _ATX.match(row):
        return False
    if line.listed:
        indent = len(row) - len(row.lstrip())
        own = len(above) - len(above.lstrip())
        if indent > own or (indent == own > 0 and "-" in line.locator):
            return not find_dates(row)
    ended = above.rstrip().endswith((".", "!", "?", ":")) and not row.lstrip()[:1].islower()
    padded = _PADDED.search(row.strip()) or _PADDED.search(above.strip())
    if not width or ended or padded or section_kind(row):
        return False
    first_word = row.split(maxsplit=1)[0]
    return len(above.rstrip()) + 1 + len(first_word) > width and not find_dates(above)


def _line(row: str, number: int) -> Line:
    locator = f"#{number}"
    atx = _ATX.match(row)
    if atx:
        text = row[atx.end() :].rstrip().rstrip("#").rstrip()
        if text:
            return Line(plain_text(text), locator, outline=len(atx["marks"]))
    prefix = BULLET_PREFIX.match(row)
    if prefix:
        depth = (len(row) - len(row.lstrip())) // 2
        return Line(plain_text(row[prefix.end() :]), locator, listed=True, level=min(depth, 8))
    text = plain_text(row)
    bold = _WHOLE_BOLD.match(row) is not None
    letters = [char for char in text if char.isalpha()]
    caps = len(letters) > 2 and text.upper() == text
    return Line(text, locator, bold=bold, caps=caps)


def plain_text(text: str) -> str:
    """`text` without Markdown's emphasis and link marks, as a reader sees it."""
    if "\\" in text:
        # Escaped signs are set aside as private characters while marks are taken out.
        text = _ESCAPED.sub(lambda match: chr(0xF000 + ord(match.group(1))), text)
        return _SET_ASIDE.sub(lambda match: chr(ord(match.group()) - 0xF000), _unmarked(text))
    return _unmarked(text)


def _unmarked(text: str) -> str:
    if "[" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text or "_" in text:
        for _ in range(3):
            text, count = _EMPHASIS.subn(r"\2", text)
            if not count:
                break
    return text.strip()
