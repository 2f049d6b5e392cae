"""Rows of PDF pages -> lines: wrapped rows joined, hyphens undone, icon glyphs dropped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from agent.documents.head import is_page_number
from agent.documents.heading_dates import cut_dates
from agent.documents.heading_lines import dated_edge
from agent.documents.lines import Line
from agent.documents.pdf_layout import Row, read_page
from agent.documents.plain import BULLET_PREFIX
from agent.documents.sections import section_kind
from agent.language.dates import find_dates

_ICONS = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff♂♀☎✆✉✈⌂⚲\ufffd]")
_ACCENT = re.compile("([\u00a8\u00af\u00b4\u00b8\u02d8-\u02dd])")
_PLAIN = str.maketrans({"\u00ad": "", "\u200b": "", "\ufeff": "", "\xa0": " ", "\u2010": "-"})
_GLYPH = re.compile(r"[•‣◦▪▫■□●○◆◇►▸➢➤✓✔∙·⁃\uf0b7\uf0a7\uf0d8\uf076]\s*$")
_PRIVATE_BULLETS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf0fc", "•"))
_LOST_LIGATURE = re.compile(r"[^\W\d_]*\x00[^\W\d_]*")
_LIGATURES = ("fi", "fl", "ff", "ffi", "ffl", "ti", "tt")


def read_pages(pages: Sequence[dict[str, Any]]) -> list[Line]:
    """Lines of all pages, in reading order.

    Args:
        pages: {"width": points, "runs": [[text, x, y, size, bold], ...], "shapes": [[x, y,
            diameter], ...]} each.
    """
    rows: list[tuple[int, Row]] = []
    for number, page in enumerate(pages):
        for row in read_page(page["runs"], page["width"], page.get("shapes", ())):
            text = _clean(row.text)
            if text and not (is_page_number(text) and len(pages) > 1):
                rows.append((number, row._replace(text=text)))
    return _lines(_glyphs_joined(rows))


def _clean(text: str) -> str:
    # A bullet sign whose bytes were read in the wrong code page, as it shows on the page.
    text = text.replace("â€¢", "•").translate(_PRIVATE_BULLETS)
    # An accent that stands alone would become a space and a mark on it.
    pieces = (
        piece if _ACCENT.fullmatch(piece) else unicodedata.normalize("NFKC", piece)
        for piece in _ACCENT.split(text)
    )
    text = "".join(pieces).translate(_PLAIN)
    if "\x00" in text:
        text = _LOST_LIGATURE.sub(lambda match: _restored(match.group()), text).replace("\x00", "")
    text = _ICONS.sub(" ", text)
    return re.sub(r" {2,}", " ", text).strip()


@lru_cache(maxsize=2048)
def _restored(word: str) -> str:
    """A word whose ligature has no letter in the font's table: the first spelling that exists."""
    import simplemma

    for ligature in _LIGATURES:
        spelt = word.replace("\x00", ligature)
        if simplemma.is_known(spelt.lower(), lang="en"):
            return spelt
    return word.replace("\x00", "fi")


def _glyphs_joined(rows: list[tuple[int, Row]]) -> list[tuple[int, Row]]:
    """A bullet glyph alone on its row belongs to the next row."""
    joined: list[tuple[int, Row]] = []
    pending: Row | None = None
    for page, row in rows:
        if _GLYPH.fullmatch(row.text):
            pending = row
        elif pending is not None:
            joined.append((page, row._replace(text=f"• {row.text}", x=pending.x)))
            pending = None
        else:
            joined.append((page, row))
    return joined


def _lines(rows: Sequence[tuple[int, Row]]) -> list[Line]:
    margins = _right_margins(rows)
    lines: list[Line] = []
    previous: tuple[int, Row] | None = None
    first_x = 0.0
    for page, row in rows:
        prefix = BULLET_PREFIX.match(row.text)
        text = row.text[prefix.end() :] if prefix else row.text
        if (
            previous is not None
            and not prefix
            and _continues(previous, (page, row), lines[-1], margins, first_x)
        ):
            lines[-1] = lines[-1]._replace(text=_glued(lines[-1].text, text))
        else:
            letters = [char for char in text if char.isalpha()]
            gap = previous is not None and _apart(previous, (page, row))
            lines.append(
                Line(
                    text,
                    f"#{len(lines)}",
                    listed=prefix is not None,
                    bold=row.bold,
                    caps=len(letters) > 2 and text == text.upper(),
                    size=round(row.size, 1),
                    gap=gap,
                )
            )
            first_x = row.x
        previous = (page, row)
    return lines


def _right_margins(rows: Sequence[tuple[int, Row]]) -> dict[tuple[int, int], float]:
    """How far each column of each page reaches to the right."""
    margins: dict[tuple[int, int], float] = {}
    for page, row in rows:
        key = (page, row.column)
        margins[key] = max(margins.get(key, 0.0), row.end)
    return margins


def _apart(above: tuple[int, Row], below: tuple[int, Row]) -> bool:
    return above[0] == below[0] and above[1].y - below[1].y > 1.9 * max(below[1].size, 6)


def _continues(
    above: tuple[int, Row],
    below: tuple[int, Row],
    line: Line,
    margins: dict[tuple[int, int], float],
    first_x: float,
) -> bool:
    """Whether the row below is the wrapped rest of the line that ends with the row above."""
    (page, upper), (other, lower) = above, below
    if page == other and (
        upper.column != lower.column or _apart(above, below) or lower.y > upper.y
    ):
        return False
    if abs(upper.size - lower.size) > 0.8 or upper.bold != lower.bold or "\t" in lower.text:
        return False
    if line.text.endswith("-") and lower.text[:1].islower():
        return True
    if not line.listed and _one_date(upper.text, lower.text):
        return True
    if (dated_edge(upper.text) and not line.listed) or section_kind(lower.text):
        return False
    if lower.text.startswith(("http", "www.")) and upper.text.endswith("."):
        return False
    if ("\t" in upper.text and not line.listed) or cut_dates(lower.text)[1] == "":
        return False
    first_word = lower.text.split(maxsplit=1)[0]
    margin = margins[(page, upper.column)]
    # Half the estimated width of the next word: the row above would have had room for it.
    room = margin - upper.end
    goes_on = len(line.text) > len(upper.text) and lower.x == upper.x
    full = room < len(first_word) * 0.5 * lower.size + (0.12 if goes_on else 0.04) * margin
    if line.listed:
        hanging = lower.x > first_x + 2
        return hanging and (full or lower.text[:1].islower() or not upper.text.endswith("."))
    if upper.text.endswith((".", "!", "?", ":")) and not lower.text[:1].islower():
        return False
    if page != other:
        return lower.text[:1].islower() and not upper.text.endswith((".", ":"))
    if lower.text[:1].islower() and abs(lower.x - upper.x) < 2 and len(upper.text) > 30:
        return True
    return full and (len(upper.text) > 40 or lower.text[:1].islower())


def _one_date(above: str, below: str) -> bool:
    """Whether a date begins at the end of the row above and ends in the row below: 'March' over
    '2018 - Present', '2015 - Feb' over '2018'."""
    glued = f"{above} {below}"
    return any(span.start < len(above) < span.end for span, _ in find_dates(glued))


def _glued(above: str, below: str) -> str:
    """Two rows of one line; a hyphen at the row's end goes if it only broke a word."""
    broken = re.search(r"([^\W\d_]+)-$", above)
    if broken and below[:1].islower():
        return above + below if _keeps_hyphen(broken.group(1)) else above[:-1] + below
    joined = above.endswith("-") and len(above) > 1 and above[-2].isalnum()
    return f"{above}{'' if joined else ' '}{below}"


# First halves of compounds; a dictionary would take seconds to load and can't tell "wellknown"
# from "well-known" either.
_COMPOUND = frozenset(
    (
        "well", "self", "cross", "full", "long", "short", "high", "low", "end", "real",
        "cost", "time", "data", "user", "team", "web", "cloud", "part", "mid", "non",
        "multi", "semi", "first", "second", "third", "one", "two",
        "three", "four", "five", "six", "large", "small", "hands", "follow", "start", "open",
        "customer", "client", "decision", "problem", "detail", "state", "top", "best", "award",
        "world", "face", "peer", "job", "work", "life", "year", "month", "day", "hour", "e",
        "front", "back", "object", "event", "test", "third", "non", "ever", "fast", "hard", "quick",
    )
)  # fmt: skip


def _keeps_hyphen(stem: str) -> bool:
    return stem.lower() in _COMPOUND or stem.isupper()
