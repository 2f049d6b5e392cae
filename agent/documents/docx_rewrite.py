"""Makes lines of one paragraph read differently: worked out first, then done or tracked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agent.documents.docx_diff import Hunk, hunks
from agent.documents.docx_marks import Mark, inserted, mark_deleted
from agent.documents.docx_package import Element
from agent.documents.docx_runs import carve, has_room, merge_runs, new_runs, put_between
from agent.documents.docx_styles import Styles, paragraph_format
from agent.documents.docx_text import (
    Char,
    Part,
    TextLine,
    characters,
    is_revised,
    text_lines,
)

REVISED = "the line carries tracked changes: accept or reject them in Word first"
_UNSTORABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Rewrite(NamedTuple):
    """A change to one line, worked out but not done yet."""

    number: int
    """Of the line in its paragraph."""
    line: TextLine
    hunks: list[Hunk]
    """Empty if the line reads so already."""
    chars: list[Char]
    """Of the whole paragraph."""


def plan(
    paragraph: Element, number: int, before: str, after: str, part: Part, styles: Styles
) -> Rewrite | str:
    """Works out a change without making it.

    Args:
        paragraph: the `w:p`.
        number: of the line in it, 0 for the first.
        before: what the line reads now, to be sure that it is the right one.
        after: what it should read.
        part: where the paragraph stands.
        styles: of the document.

    Returns:
        The change, or in words why it can't be made.
    """
    if is_revised(paragraph):
        return REVISED
    if not after.strip() or _UNSTORABLE.search(after):
        return "the new line is empty or holds a character that Word can't store"
    look = paragraph_format(paragraph, styles)
    chars = characters(paragraph, styles, look.run, part.fields)
    lines = text_lines(chars)
    if not 0 <= number < len(lines) or lines[number].text.split() != before.split():
        return "the line reads differently in the file"
    line = lines[number]
    steps = hunks(line.text, after, [bool(char.lock) for char in line.chars])
    if steps is None:
        lock = next((char.lock for char in line.chars if char.lock), "a locked part")
        return f"the change would touch {lock} in the line"
    if not all(hunk.first < hunk.last or has_room(line, hunk.first) for hunk in steps):
        return "the new words would have to go into a link, a field or a bold label"
    return Rewrite(number, line, steps, chars)


def rewrite(changes: Sequence[Rewrite], paragraph: Element) -> None:
    """Makes changes to one paragraph directly."""
    for change in from_the_right(changes):
        for hunk in reversed(change.hunks):
            new = new_runs(hunk, change.line)
            if hunk.first == hunk.last:
                put_between(new, change.line, hunk.first)
                continue
            gone = carve(_stretch(change, hunk))
            for run in reversed(new):
                gone[-1].addnext(run)
            for run in gone:
                run.getparent().remove(run)  # type: ignore[union-attr]
    merge_runs(paragraph)


def track(change: Rewrite, mark: Mark) -> tuple[Element, Element]:
    """Makes one change as tracked changes; returns the first and the last mark of it.

    Several changes to one paragraph must be tracked in the order of `from_the_right`.
    """
    marked: list[Element] = []
    for hunk in reversed(change.hunks):
        new = inserted(new_runs(hunk, change.line), mark)
        gone: list[Element] = []
        if hunk.first == hunk.last:
            put_between(new, change.line, hunk.first)
        else:
            gone = mark_deleted(carve(_stretch(change, hunk)), mark)
            for wrapper in reversed(new):
                gone[-1].addnext(wrapper)
        marked = [*gone, *new, *marked]
    return marked[0], marked[-1]


def from_the_right(changes: Sequence[Rewrite]) -> Iterator[Rewrite]:
    """Later lines first: a cut never disturbs what stands to its left."""
    yield from sorted(changes, key=lambda change: change.number, reverse=True)


def _stretch(change: Rewrite, hunk: Hunk) -> list[Char]:
    """What a hunk replaces, with the weightless units in between."""
    first, last = change.line.chars[hunk.first], change.line.chars[hunk.last - 1]
    places = [(char.node, char.at) for char in change.chars]
    start, stop = places.index((first.node, first.at)), places.index((last.node, last.at))
    return change.chars[start : stop + 1]
