"""Bullets that were typed, not numbered: which characters they are, and where the text begins."""

from __future__ import annotations

import re
from functools import lru_cache

_SYMBOL_FONT = re.compile(r"symbol|wingdings|webdings|zapf|dingbat", re.IGNORECASE)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BULLET = "•"

# A bullet needs room after it where it is also an ordinary character of a sentence.
_ALWAYS = "•●○◦▪▫■□◼◾▸▹►▻▶➢➤➔➜✓✔✗✦✧❖◆◇◊‣⁃∙⦁⚫⬤🔹🔸✅"
_WITH_SPACE = "·*»›→–—‐−\\-+"
_PREFIX = re.compile(
    rf"(?:[{_ALWAYS}]\ufe0f?[{_ALWAYS}\s]*"
    rf"|[{_WITH_SPACE}][\s]+(?!\d)"
    r"|o(?:\t|[ \u00a0]{2,})\s*"
    r"|\(?\d{1,2}[.)]\t\s*"
    r"|\(?\d{1,2}\)\s+)"
)
_LONE = re.compile(rf"[{_ALWAYS}{_WITH_SPACE}]")


def shown_as(char: str, font: str | None) -> str:
    """The character a reader sees for one stored in a symbol or icon font.

    Args:
        char: one stored character.
        font: the font of its run, or None.

    Returns:
        A bullet for any glyph of a symbol font, '' for an icon of any other, else `char`.
    """
    if char.isspace():
        return char
    if is_symbol_font(font):
        return char if char.isalnum() and font == "Symbol" else _BULLET
    return "" if _PRIVATE.match(char) else char


@lru_cache(maxsize=256)
def is_symbol_font(font: str | None) -> bool:
    """Whether a font shows signs where other fonts show letters."""
    return font is not None and _SYMBOL_FONT.search(font) is not None


def prefix_length(text: str) -> int:
    """How many characters at the start of `text` are a typed bullet and the room after it."""
    found = _PREFIX.match(text)
    return found.end() if found and found.end() < len(text) else 0


def is_lone_glyph(text: str) -> bool:
    """True if `text` is one bullet character and nothing else, as in a cell of its own."""
    return bool(_LONE.fullmatch(text.strip()))
