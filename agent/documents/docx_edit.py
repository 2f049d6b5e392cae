"""Writes changed lines back into the person's own .docx: only the parts edited are replaced."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from agent.documents.docx_diff import Hunk, hunks
from agent.documents.docx_package import (
    Element,
    Package,
    copy_with,
    open_package,
    readable,
    serialise,
)
from agent.documents.docx_runs import Stuck, carve, merge_runs, new_runs, put_between
from agent.documents.docx_styles import Styles, paragraph_format, read_styles
from agent.documents.docx_text import (
    REVISIONS,
    Char,
    Part,
    TextLine,
    characters,
    read_part,
    text_lines,
)


class Edit(NamedTuple):
    """One line that should read differently."""

    locator: str
    """`Line.locator` of the line."""
    before: str
    """`Line.text`, to be sure that it is still the same line."""
    after: str
    comment: str = ""
    """What a Word comment on the change says; '' for none. Tracked changes only."""


class Reorder(NamedTuple):
    """Lines of one list in a new order."""

    order: tuple[str, ...]
    """Their locators, in the order in which they should stand."""


class Edited(NamedTuple):
    """The finished file, and what could not be done."""

    content: bytes
    skipped: tuple[tuple[str, str], ...] = ()
    """Locator and reason, in words for the person."""


class Address(NamedTuple):
    """A locator, taken apart."""

    part: str
    paragraph: int
    line: int


def edit_docx(
    content: bytes,
    edits: Sequence[Edit],
    orders: Sequence[Reorder] = (),
    *,
    tracked: bool = False,
    when: datetime | None = None,
) -> Edited:
    """The same document with some lines changed and some lists reordered.

    Args:
        content: the original file; always edit the original, never an edited copy.
        edits: at most one for a line.
        orders: lists to reorder; each must stand in one body, cell or text box.
        tracked: as Word's tracked changes with comments instead of directly.
        when: the date of the tracked changes; now if None.

    Returns:
        The new file and what was skipped. With nothing to do, exactly `content`.

    Raises:
        UnreadableFile: damaged, or not a Word document.
    """
    with readable():
        if tracked:
            from agent.documents.docx_revisions import track

            return track(content, edits, orders, when)
        return _edit(content, edits, orders)


def _edit(content: bytes, edits: Sequence[Edit], orders: Sequence[Reorder]) -> Edited:
    package = open_package(content)
    styles = read_styles(package)
    skipped: list[tuple[str, str]] = []
    parts: dict[str, Part] = {}
    for edit in sorted(edits, key=lambda edit: address(edit.locator), reverse=True):
        reason = _apply(edit, package, parts, styles)
        if reason:
            skipped.append((edit.locator, reason))
    changed = {name: serialise(part.root) for name, part in parts.items()}
    return Edited(copy_with(content, changed) if changed else content, tuple(skipped))


def address(locator: str) -> Address:
    """'word/document.xml#12:1' taken apart. Raises ValueError if it is no locator."""
    part, _, place = locator.rpartition("#")
    paragraph, _, line = place.partition(":")
    return Address(part, int(paragraph), int(line or 0))


def _apply(edit: Edit, package: Package, parts: dict[str, Part], styles: Styles) -> str | None:
    where = address(edit.locator)
    if where.part not in package.xml:
        return "its part is not in the file"
    part = parts.get(where.part) or read_part(package, where.part)
    paragraph = next((p for p, n in part.paragraphs.items() if n == where.paragraph), None)
    if paragraph is None:
        return "its paragraph is not in the file"
    for copy in copies(paragraph):
        reason = rewrite(copy, where.line, edit, part, styles)
        if reason:
            return reason
    parts[where.part] = part
    return None


def copies(paragraph: Element) -> list[Element]:
    """The paragraph and, in a text box, its twin in the fallback for old programs."""
    return [paragraph]


def rewrite(paragraph: Element, number: int, edit: Edit, part: Part, styles: Styles) -> str | None:
    """Makes one line of a paragraph read as the edit says; or the reason why not."""
    if next(paragraph.iter(*REVISIONS), None) is not None:
        return "its own tracked changes are not accepted or rejected yet"
    look = paragraph_format(paragraph, styles)
    chars = characters(paragraph, styles, look.run, part.fields)
    lines = text_lines(chars)
    if number >= len(lines) or lines[number].text.split() != edit.before.split():
        return "the line reads differently in the file"
    line = lines[number]
    steps = hunks(line.text, edit.after, [bool(char.lock) for char in line.chars])
    if steps is None:
        return f"the change would touch {first_lock(line)}"
    index = {(char.node, char.at): i for i, char in enumerate(chars)}
    try:
        for hunk in reversed(steps):
            _replace(hunk, line, chars, index)
    except Stuck as stuck:
        return stuck.reason
    merge_runs(paragraph)
    return None


def first_lock(line: TextLine) -> str:
    """What locked thing a line holds, in words."""
    return next((char.lock for char in line.chars if char.lock), "a locked part")


def _replace(
    hunk: Hunk, line: TextLine, chars: list[Char], index: dict[tuple[Element, int], int]
) -> None:
    runs = new_runs(hunk, line)
    if hunk.first == hunk.last:
        put_between(runs, line, hunk.first)
        return
    first = index[line.chars[hunk.first].node, line.chars[hunk.first].at]
    last = index[line.chars[hunk.last - 1].node, line.chars[hunk.last - 1].at]
    gone = carve(chars[first : last + 1])
    for run in reversed(runs):
        gone[-1].addnext(run)
    for run in gone:
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)
