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
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe0e\ufe0f]"
)
WORD = re.compile(r"[^\W_]+(?:['.&+#/-]?[^\W_]+)*[+#]*", re.UNICODE)
"""A word in folded text, as `tokens` tells it apart."""


class Token(NamedTuple):
    """A word as written, its place, and its folded lower-case form."""

    text: str
    start: int
    end: int
    norm: str


def fold(text: str) -> str:
    """`text` with quotes, dashes, spaces and compatibility letters made plain.

    Args:
        text: any string.

    Returns:
        A string of exactly the same length; invisible characters become '\\x00'. Case is kept.
    """
    return text if text.isascii() else _fold(text)


@lru_cache(maxsize=8192)
def _fold(text: str) -> str:
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


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text` in order: 'C++', 'R&D', 'p99', '28-bed', "don't" are one word each."""
    return tuple(
        [
            Token(text[match.start() : match.end()], *match.span(), match.group().lower())
            for match in WORD.finditer(fold(text))
        ]
    )


def lower(text: str) -> str:
    """`text.lower()` of exactly the same length, so that places in it are places in `text`."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower()[0] for c in text)


def norms(text: str) -> list[str]:
    """The folded lower-case form of each word of `text`, as `tokens` has it, without its place."""
    return WORD.findall(fold(text).lower())


_LINK_WORDS = frozenset(("of", "and", "the", "for", "in", "to", "on", "a", "an", "or", "with", "&"))
_LONG_WORD = re.compile(r"[^\W\d_]+|&|\d+")
_IN_PARENTHESES = re.compile(r"\(\s*([^\W_][\w&/.-]{0,10})\s*\)")


def initialism(words: str, acronym: str) -> bool:
    """True if `acronym` is made of the first letters of `words`, in any field.

    Every word gives its letter except link words (of, and, the), which may: "Department of
    Defense" is DoD and DD, "high-performance liquid chromatography" is HPLC. A plural "s" on either
    is ignored. Two letters or more.

    Args:
        words: the long form.
        acronym: the short form, mostly capitals.
    """
    short = fold(acronym).replace(".", "").replace("/", "").replace("-", "").replace("&", "")
    if len(short) > 2 and short.endswith("s") and short[:-1].isupper():
        short = short[:-1]
    capitals = sum(char.isupper() for char in short)
    if not 2 <= len(short) <= 8 or capitals < 2 or capitals * 2 < len(short):
        return False
    long = [word.lower() for word in _LONG_WORD.findall(fold(words))]
    if not long or long[-1] in _LINK_WORDS:  # 'event of' is no long form
        return False
    return 2 <= len(long) <= 12 and _spells(long, short.lower())


def _spells(words: list[str], letters: str) -> bool:
    if not letters or not words:
        return not letters and all(word in _LINK_WORDS for word in words)
    if words[0][0] == letters[0] and _spells(words[1:], letters[1:]):
        return True
    return words[0] in _LINK_WORDS and _spells(words[1:], letters)


def definitions(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs (long form, acronym) that a text itself explains: "chain of custody (CoC)".

    Reads the words right before a parenthesis; only first letters count: nothing is guessed.
    """
    found = []
    folded = fold(text)
    for match in _IN_PARENTHESES.finditer(folded):
        short = match.group(1)
        nearest = max(0, match.start() - 160)
        before = list(_LONG_WORD.finditer(folded, nearest, match.start()))[-12:]
        for first in range(len(before) - 2, -1, -1):
            long = folded[before[first].start() : match.start()].rstrip()
            if re.search(r"[.;:()!?\n]", long):
                break
            start = before[first].start()
            if before[first].group().lower() not in _LINK_WORDS and initialism(long, short):
                found.append((text[start : start + len(long)], short))
                break
    return tuple(found)
