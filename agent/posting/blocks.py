"""Clean lines -> the posting's text, its labelled blocks, and what was cut."""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple

from agent.language.grammar import starts_with_verb
from agent.language.text import fold
from agent.models import Block, Cut, Span
from agent.posting.cuts import join_cuts, with_reasons
from agent.posting.demand_cues import DEMAND
from agent.posting.fields import OCCUPATION
from agent.posting.heading_cues import Announces
from agent.posting.headings import announces, announces_list
from agent.posting.labels import is_duty, label, labelled_section, opens_with_verb
from agent.posting.lists import by_vote, items, opens_list
from agent.posting.noise import noise_of
from agent.posting.text import is_bullet, sentences
from agent.posting.unannounced import Piece, with_unannounced


class Laid(NamedTuple):
    """A posting's text and its parts."""

    text: str
    blocks: tuple[Block, ...]
    cut: tuple[Cut, ...]


def lay_out(lines: list[str], *, keep: bool = False) -> Laid:
    """Cut what is not the posting and label the rest.

    Args:
        lines: clean lines, one paragraph or list item each, headings on their own line.
        keep: cut nothing, only label.

    Returns:
        The text, blocks in text order (headings belong to the block they open), and the cuts.
    """
    kept: list[str] = []
    size = 0
    cut: list[Cut] = []
    pieces: list[Piece] = []
    section: Announces | None = None
    heading = ""
    seen: set[str] = set()
    marked = with_reasons(lines) if not keep else [(line, None) for line in lines]
    listed = items(lines)
    for index, (line, reason) in enumerate(marked):
        known = announces(line)
        if index == 0 and known == "must" and not line.endswith(":") and OCCUPATION.search(line):
            known = None  # 'LICENSED VOCATIONAL NURSE' is the job, not a section
        if section == "benefits" and known is not None and _LETTERED_PART.match(line):
            known = "unknown"  # '(A) Skills' is a part of what is offered
        if known is None and index + 1 < len(marked) and is_bullet(marked[index + 1][0]):
            known = announces_list(line)
            if known is None and index and not listed[index] and opens_list(line):
                known = "unknown"
        if (
            known is None
            and section not in (None, "must", "preferred", "responsibility")
            and index + 1 < len(marked)
            and _opens_duties(line, marked[index + 1][0])
        ):
            known = "unknown"
        if reason is None and not keep and len(line) > 90 and line in seen:
            reason = "said before on the page"
        if reason is not None:
            cut.append(Cut(text=line, reason=reason, offset=size))
            continue
        seen.add(line)
        start = size
        kept.append(line)
        size += len(line) + 1
        if known is not None:
            section, heading = _next_section(section, known), line
            continue
        prose = not listed[index] and not _is_unmarked_item(line)
        for a, b in sentences(line):
            kind = label(line[a:b], labelled_section(line) or section, prose)
            if index == 0 and kind == "must" and _names_job(line):
                kind = "context"
            if (
                kind == "other"
                and prose
                and line[a:b].rstrip().endswith(":")
                and noise_of(line[a:b]) == "apply"
            ):
                # 'Please send your letter to:' opens an address, not a demand.
                section, heading = "apply", ""
            pieces.append(Piece(kind, heading, start + a, start + b, prose, is_bullet(line)))
    text = "\n".join(kept)
    for sorted_out in (with_unannounced, _marked_apart, _resort, by_vote, _asked_aloud, _settle):
        pieces = sorted_out(pieces, text)
    return Laid(text, _merge(pieces), join_cuts(cut))


_LETTERED_PART = re.compile(r"\(?[A-Da-d1-4]\)\s")


def _names_job(line: str) -> bool:
    return line.isupper() and len(line.split()) <= 8 and OCCUPATION.search(line) is not None


_LOOSE_HEADING = re.compile(r"\b(?:requirements?|essential|expectations|criteria|role|job)\b", re.I)
_FIRM_HEADING = re.compile(
    r"\b(?:qualif|skill|experience|education|knowledge|minimum|preferred|you have|candidate|"
    r"profile|abilit|competenc)",
    re.I,
)


def _resort(pieces: list[Piece], text: str) -> list[Piece]:
    """Under a heading such as 'Requirements' some employers list duties: where most of its lines
    open with a verb and ask nothing of the person, those lines are duties."""
    duties: dict[str, list[bool]] = {}
    for piece in pieces:
        if (
            piece.kind == "must"
            and _LOOSE_HEADING.search(piece.heading)
            and not _FIRM_HEADING.search(piece.heading)
        ):
            duties.setdefault(piece.heading, []).append(is_duty(text[piece.start : piece.end]))
    loose = {
        heading
        for heading, found in duties.items()
        if len(found) >= 4 and sum(found) >= 0.6 * len(found)
    }
    return [
        p._replace(kind="responsibility")
        if p.kind == "must" and p.heading in loose and is_duty(text[p.start : p.end])
        else p
        for p in pieces
    ]


_IDEAL = re.compile(r"\bideal(?:ly)?\b", re.I)
_REQUIRED = re.compile(r"\b(?:required|must|mandatory)\b", re.I)
_WISHED = re.compile(r"\b(?:preferred|a plus|desired|nice to have|an asset)\b", re.I)


def _marked_apart(pieces: list[Piece], text: str) -> list[Piece]:
    """Under 'The ideal candidate has' some lines say 'required' and some 'a plus': there the lines
    decide, and one that says neither is asked for."""
    told: dict[str, set[str]] = {}
    for piece in pieces:
        if piece.kind == "preferred" and _IDEAL.search(piece.heading):
            line = text[piece.start : piece.end]
            marks = told.setdefault(piece.heading, set())
            marks.update(
                name
                for name, words in (("must", _REQUIRED), ("wish", _WISHED))
                if words.search(line)
            )
    apart = {heading for heading, marks in told.items() if len(marks) == 2}
    return [
        p._replace(kind="must") if p.kind == "preferred" and p.heading in apart else p
        for p in pieces
    ]


def _asked_aloud(pieces: list[Piece], text: str) -> list[Piece]:
    """A paragraph after a list of demands asks only if its own words do."""
    evened: list[Piece] = []
    for (_, prose), run in groupby(pieces, key=lambda p: (p.heading, p.prose)):
        group = list(run)
        if prose and evened and evened[-1].marked and evened[-1].heading == group[0].heading:
            group = [
                p._replace(kind="pitch")
                if p.kind in ("must", "preferred")
                and not DEMAND.search(fold(text[p.start : p.end]).lower())
                else p
                for p in group
            ]
        evened += group
    return evened


def _opens_duties(line: str, following: str) -> bool:
    """A short title over a line that opens with a verb: 'Patient Safety', 'Ensures ...'."""
    words = line.split()
    return (
        1 < len(words) <= 5
        and not line.endswith((".", ",", ";", ":"))
        and all(word[:1].isupper() or len(word) <= 3 for word in words)
        and len(following.split()) >= 6
        and opens_with_verb(fold(following).lower())
    )


def _is_unmarked_item(line: str) -> bool:
    """A list item that lost its glyph: one sentence that opens with a verb."""
    return len(line) < 260 and len(sentences(line)) == 1 and opens_with_verb(fold(line).lower())


def _next_section(section: Announces | None, known: Announces) -> Announces | None:
    if known == "unknown":
        # A sub-heading inside a demanding section ('Technical', 'Patient Safety') keeps its kind.
        return (
            section
            if section in ("must", "preferred", "responsibility", "apply", "benefits", "legal")
            else "unknown"
        )
    return known


def _settle(pieces: list[Piece], text: str) -> list[Piece]:
    """Running text that only retells listed duties is a pitch: the list is what counts."""
    listed = sum(
        1 for p in pieces if p.kind == "responsibility" and p.heading and not _is_intro(p, text)
    )
    if listed < 4:
        return pieces
    return [
        p._replace(kind="pitch") if p.kind == "responsibility" and _is_intro(p, text) else p
        for p in pieces
    ]


def _is_intro(piece: Piece, text: str) -> bool:
    kind = announces(piece.heading) if piece.heading else None
    return (
        piece.prose
        and kind in (None, "container", "unknown")
        and not starts_with_verb(
            re.findall(r"[^\W\d_][\w'-]*", text[piece.start : piece.start + 60].lower())
        )
    )


def _merge(pieces: list[Piece]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for (kind, heading), run in groupby(pieces, key=lambda p: (p.kind, p.heading)):
        group = list(run)
        span = Span(start=group[0].start, end=group[-1].end)
        blocks.append(Block(kind=kind, heading=heading, span=span))
    return tuple(blocks)
