"""Text as it comes, made comparable: folding, tokens with spans, sentences.

Everything downstream compares folded text and reports spans of the original, so folding here never
changes the number of characters: a look-alike is swapped for its plain twin, an invisible
character for the filler `\\x00`, which no pattern matches as a letter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_QUOTES = str.maketrans("‘’‚‛′`´“”„‟″«»‐‑‒–—−―⁃", "'" * 7 + '"' * 7 + "-" * 8)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe0e\ufe0f]")
_WORD = re.compile(r"[^\W_]+(?:['.&+#/-]?[^\W_]+)*[+#]*", re.UNICODE)


class Token(NamedTuple):
    """A word as written, its place, and its folded lower-case form."""

    text: str
    start: int
    end: int
    norm: str


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` with quotes, dashes, spaces and compatibility letters made plain.

    Args:
        text: any string.

    Returns:
        A string of exactly the same length; invisible characters become '\\x00'. Case is kept.
    """
    if text.isascii():
        return text
    plain = _INVISIBLE.sub("\x00", text.translate(_QUOTES))
    return "".join(map(_fold_char, plain))


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if char.isascii():
        return char
    if char.isspace():
        return " "
    plain = unicodedata.normalize("NFKC", char)
    return plain if len(plain) == 1 else char


@lru_cache(maxsize=65536)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text` in order: 'C++', 'R&D', 'p99', '28-bed', "don't" are one word each."""
    folded = fold(text)
    return tuple(
        Token(text[m.start() : m.end()], m.start(), m.end(), m.group().lower())
        for m in _WORD.finditer(folded)
    )
