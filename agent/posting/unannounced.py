"""Duties that no heading announces, told by how their lines open: 'Performs', 'Creates'."""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple

from agent.language.grammar import NOUNISH, verb_form, without_s, word_set
from agent.models import BlockKind
from agent.posting.noise import noise_of


class Piece(NamedTuple):
    """A sentence of a posting, its place, and what it does."""

    kind: BlockKind
    heading: str
    start: int
    end: int
    prose: bool
    marked: bool
    """Stands in a line with a list glyph."""


_ENOUGH = 4
"""Lines that open 'Performs', 'Creates' make a list of duties."""


def with_unannounced(pieces: list[Piece], text: str) -> list[Piece]:
    """'Performs ...', 'Creates ...' line by line are duties, whatever heading they stand under."""
    sorted_out: list[Piece] = []
    for does, run in groupby(pieces, key=lambda p: _does(p, text)):
        group = list(run)
        if does and len(group) >= _ENOUGH:
            group = [
                p._replace(kind="responsibility")
                if p.kind in ("benefits", "pitch", "context", "other")
                else p
                for p in group
            ]
        sorted_out += group
    return sorted_out


# What a firm tells the reader to do.
_CALLS = word_set(
    "join apply come visit learn check become discover see start bring enjoy get find make take "
    "work grow be help click send call contact read view share follow earn imagine explore please"
)


def _does(piece: Piece, text: str) -> bool:
    line = text[piece.start : piece.end]
    opening = _OPENING.match(line)
    if opening is None:
        return False
    first = opening.group().lower()
    form = verb_form(first)
    if form not in ("base", "s") or noise_of(line) is not None:
        return False
    if form == "base":
        # 'Act like an owner' under 'Our values' is no duty.
        bare = piece.heading == "" or piece.kind in ("context", "responsibility")
        return bare and first not in NOUNISH and first not in _CALLS and not _OURS.search(line)
    return not any(base in NOUNISH for base in without_s(first))


_OPENING = re.compile(r"[A-Z][a-z]+(?= [a-z])")
_OURS = re.compile(r"\b(?:our|us|we)\b", re.I)
