"""Word-level difference of two lines, for people to read."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal, NamedTuple


class Piece(NamedTuple):
    """A stretch of text that both lines have, or only the first, or only the second."""

    op: Literal["same", "removed", "added"]
    text: str


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces that turn `before` into `after`, in reading order.

    Joining all pieces but the added ones gives `before`; all but the removed ones, `after`.
    Two changes with only a space between them are one: a reader follows phrases, not words.
    """
    old, new = _words(before), _words(after)
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(old[i1:i2])))
            continue
        if i2 > i1:
            pieces.append(Piece("removed", "".join(old[i1:i2])))
        if j2 > j1:
            pieces.append(Piece("added", "".join(new[j1:j2])))
    return tuple(_join_across_spaces(pieces))


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|\w+|[^\w\s]", text)


def _join_across_spaces(pieces: list[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    removed = added = ""
    for position, piece in enumerate(pieces):
        bridge = (
            piece.op == "same"
            and piece.text.isspace()
            and (removed or added)
            and position + 1 < len(pieces)
        )
        if piece.op == "same" and not bridge:
            joined += _flush(removed, added)
            removed = added = ""
            joined.append(piece)
            continue
        removed += piece.text if piece.op != "added" else ""
        added += piece.text if piece.op != "removed" else ""
    return joined + _flush(removed, added)


def _flush(removed: str, added: str) -> list[Piece]:
    return ([Piece("removed", removed)] if removed else []) + (
        [Piece("added", added)] if added else []
    )
