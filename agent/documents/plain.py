"""Markdown and plain text -> lines. A text that uses no Markdown is read the same way."""

from __future__ import annotations

import re

from agent.documents.lines import Line

_GLYPHS = "•‣◦▪▫■□●○◆◇►▸➢➤✓✔✦⁃∙·–—*+-"
_BULLET = re.compile(rf"^(?P<indent>\s*)(?:[{re.escape(_GLYPHS)}]|o(?=\s\s*[A-Z]))(?:\s+|\t)(?P<text>\S.*)$")
_GLUED = re.compile(r"^(?P<indent>\s*)[•‣◦▪■●◆►➢➤✓✔∙](?P<text>\S.*)$")
_NUMBERED = re.compile(r"^(?P<indent>\s*)\d{1,2}[.)]\s+(?P<text>[A-ZÀ-Þ].*)$")
_ATX = re.compile(r"^\s{0,3}(?P<marks>#{1,6})\s*(?P<text>[^#\s].*?)\s*#*\s*$")
_RULE = re.compile(r"^\s*(?:[-=_*~]\s?){3,}$")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|___|__|(?<![\w*])\*(?=\S)|(?<!\w)_(?=\S))(.+?)\1(?!\w)")
_LINK = re.compile(r"\[([^\[\]]+)\]\((?:[^()\s]+)\)")
_WHOLE_BOLD = re.compile(r"^\s*(\*\*|__)(?!\s)(.+?)\1[\s:]*$")


def read_plain(text: str) -> list[Line]:
    """The lines of a Markdown or plain text. Locators are '#N', the 0-based line number."""
    rows = text.split("\n")
    lines: list[Line] = []
    for number, row in enumerate(rows):
        row = row.rstrip("\r")
        if not row.strip():
            continue
        if _RULE.match(row):
            if lines and set(row.split()) != {row} is None:
                continue
            if lines and row.strip()[0] in "=-" and lines[-1].locator == f"#{number - 1}":
                previous = lines[-1]
                if not previous.listed and previous.outline is None and len(previous.text) < 60:
                    lines[-1] = previous._replace(outline=1 if row.strip()[0] == "=" else 2)
            continue
        lines.append(_line(row, number))
    return lines


def _line(row: str, number: int) -> Line:
    locator = f"#{number}"
    atx = _ATX.match(row)
    if atx:
        return Line(plain_text(atx["text"]), locator, outline=len(atx["marks"]))
    match = _BULLET.match(row) or _GLUED.match(row) or _NUMBERED.match(row)
    if match:
        depth = len(match["indent"].expandtabs(4)) // 2
        return Line(plain_text(match["text"]), locator, listed=True, level=min(depth, 8))
    text = plain_text(row)
    bold = _WHOLE_BOLD.match(row) is not None
    letters = [char for char in text if char.isalpha()]
    caps = len(letters) > 2 and text.upper() == text
    return Line(text, locator, bold=bold, caps=caps)


def plain_text(text: str) -> str:
    """`text` without Markdown's emphasis and link marks, as a reader sees it."""
    if "[" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text or "_" in text:
        for _ in range(3):
            text, count = _EMPHASIS.subn(r"\2", text)
            if not count:
                break
    if "\\" in text:
        text = re.sub(r"\\([\\`*_{}\[\]()#+\-.!|&])", r"\1", text)
    return text.strip()
