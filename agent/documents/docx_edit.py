"""Writes changed lines back into the person's own .docx: only the parts edited are replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import count
from typing import NamedTuple

from agent.documents.docx_comments import anchor, comment_members, first_free_id
from agent.documents.docx_diff import Hunk, hunks
from agent.documents.docx_marks import Mark, free_ids, inserted, mark_deleted, own_runs
from agent.documents.docx_moves import (
    Moves,
    copies_of,
    copy_of,
    move_paragraphs,
    plan_moves,
    track_moves,
)
from agent.documents.docx_package import (
    Element,
    Package,
    copy_with,
    open_package,
    readable,
    related,
    serialise,
    w,
)
from agent.documents.docx_runs import carve, has_room, merge_runs, new_runs, put_between
from agent.documents.docx_soft_lines import reorder_soft_lines
from agent.documents.docx_styles import Styles, paragraph_format, read_styles
from agent.documents.docx_text import (
    Char,
    Part,
    TextLine,
    characters,
    is_revised,
    read_part,
    text_lines,
)

_UNSTORABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BOX = w("txbxContent")
_MOVED = "Moved within its list; the words are the same."
_SOFT = "its lines are parts of one paragraph, where a move can't be tracked"
_NOT_THERE = "the line is not in the file"


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
    """Locator and reason, in words for the person: 'the line ...'."""


class _Step(NamedTuple):
    """One edit, worked out on one paragraph, not done yet."""

    edit: Edit
    number: int
    """Of the line in its paragraph."""
    line: TextLine
    hunks: list[Hunk]
    chars: list[Char]
    """Of the whole paragraph."""


class _Outcome(NamedTuple):
    """What became of the changes to one part."""

    changed: bool
    skipped: list[tuple[str, str]]
    comments: dict[int, str]


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
        package = open_package(content)
        if tracked and _is_protected(package):
            reason = "the document is protected: remove the protection in Word first"
            untouched = [edit.locator for edit in edits] + [o.order[0] for o in orders if o.order]
            return Edited(content, tuple((locator, reason) for locator in untouched))
        date = (when or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        styles = read_styles(package)
        numbers = first_free_id(package)
        replaced: dict[str, bytes] = {}
        skipped: list[tuple[str, str]] = []
        comments: dict[int, str] = {}
        for name, part_edits, part_orders in _by_part(edits, orders):
            if name not in package.xml:
                skipped += [(e.locator, _NOT_THERE) for e in part_edits]
                skipped += [(o.order[0], _NOT_THERE) for o in part_orders]
                continue
            part = read_part(package, name)
            mark = Mark(date, free_ids(part.root)) if tracked else None
            # Word allows comments in the body only, not in headers, footers or notes.
            free = count(numbers + len(comments)) if name == package.main else None
            outcome = _edit_part(part, part_edits, part_orders, styles, mark, free)
            skipped += outcome.skipped
            comments |= outcome.comments
            if outcome.changed:
                replaced[name] = serialise(part.root)
        replaced |= comment_members(package, comments, date)
        return Edited(copy_with(content, replaced) if replaced else content, tuple(skipped))


def _by_part(
    edits: Sequence[Edit], orders: Sequence[Reorder]
) -> list[tuple[str, list[Edit], list[Reorder]]]:
    """The changes to each part, by the part's name."""
    orders = [order for order in orders if len(order.order) > 1]
    names = [_part_of(edit.locator) for edit in edits]
    names += [_part_of(order.order[0]) for order in orders]
    return [
        (
            name,
            [edit for edit in edits if _part_of(edit.locator) == name],
            [order for order in orders if _part_of(order.order[0]) == name],
        )
        for name in dict.fromkeys(names)
    ]


def _part_of(locator: str) -> str:
    return locator.rpartition("#")[0]


def _edit_part(
    part: Part,
    edits: Sequence[Edit],
    orders: Sequence[Reorder],
    styles: Styles,
    mark: Mark | None,
    comment_ids: Iterator[int] | None,
) -> _Outcome:
    """Makes all changes to one part, in its tree."""
    outcome = _Outcome(False, [], {})
    steps: dict[Element, list[_Step]] = {}
    for edit in edits:
        planned = _planned(edit, part, styles, mark is not None)
        if isinstance(planned, str):
            outcome.skipped.append((edit.locator, planned))
            continue
        for paragraph, step in planned:
            if step.hunks:
                steps.setdefault(paragraph, []).append(step)
    moves: list[Moves] = []
    soft: list[tuple[Reorder, Element]] = []
    for order in orders:
        found = [_find(part, locator) for locator in order.order]
        within = [":" in locator for locator in order.order]
        if all(within) and len(set(found)) == 1 and found[0] is not None:
            soft.append((order, found[0]))
            continue
        planned_moves = plan_moves(found, within, part, styles, mark is not None)
        if isinstance(planned_moves, str):
            outcome.skipped.append((order.order[0], planned_moves))
        else:
            moves += planned_moves
    moved = {p: copy_of(p) for move in moves for p in move.moved} if mark else {}
    for paragraph, todo in steps.items():
        if paragraph in moved:
            copy = moved[paragraph]
            again = [_plan(copy, step.edit, part, styles) for step in todo]
            _do([step for step in again if isinstance(step, _Step)], copy)
            said = [step.edit.comment for step in todo]
            outcome.comments.update(_comment_on(copy, said, comment_ids))
        elif mark is None:
            _do(todo, paragraph)
        else:
            outcome.comments.update(_track(todo, mark, comment_ids))
    for paragraph in [paragraph for paragraph in moved if paragraph not in steps]:
        outcome.comments.update(_comment_on(moved[paragraph], [_MOVED], comment_ids))
    for move in moves:
        if mark is None:
            move_paragraphs(move)
        else:
            track_moves(move, moved, mark)
    reordered = False
    for order, paragraph in soft:
        reason = _SOFT if mark else _reorder_soft(order, paragraph, part, styles)
        if reason:
            outcome.skipped.append((order.order[0], reason))
        reordered = reordered or not reason
    return outcome._replace(changed=bool(steps or moves or reordered))


def _reorder_soft(order: Reorder, paragraph: Element, part: Part, styles: Styles) -> str | None:
    """Reorders lines of one paragraph in every copy of it; or the reason why not."""
    if is_revised(paragraph):
        return "a line carries tracked changes: accept or reject them in Word first"
    numbers = [int(locator.rpartition(":")[2]) for locator in order.order]
    for copy in copies_of(paragraph) or ():
        if reason := reorder_soft_lines(copy, numbers, part, styles):
            return reason
    return None


def _planned(
    edit: Edit, part: Part, styles: Styles, tracked: bool
) -> list[tuple[Element, _Step]] | str:
    """The edit worked out on every copy of its paragraph, or why it can't be made."""
    paragraph = _find(part, edit.locator)
    if paragraph is None:
        return _NOT_THERE
    if tracked and next(paragraph.iterancestors(_BOX), None) is not None:
        return "the line stands in a text box, where Word's tracked changes are unsafe"
    if tracked and any(run in part.fields for run in own_runs(paragraph)):
        return "the line holds a field, where tracked changes are unsafe"
    copies = copies_of(paragraph)
    if copies is None:
        return "the two copies of its text box in the file differ"
    planned = []
    for copy in copies:
        step = _plan(copy, edit, part, styles)
        if isinstance(step, str):
            return step
        planned.append((copy, step))
    return planned


def _find(part: Part, locator: str) -> Element | None:
    number = locator.rpartition("#")[2].partition(":")[0]
    return next((p for p, n in part.paragraphs.items() if str(n) == number), None)


def _plan(paragraph: Element, edit: Edit, part: Part, styles: Styles) -> _Step | str:
    """One edit worked out on one paragraph, or why it can't be made."""
    if is_revised(paragraph):
        return "the line carries tracked changes: accept or reject them in Word first"
    if not edit.after.strip() or _UNSTORABLE.search(edit.after):
        return "the new line is empty or holds a character that Word can't store"
    look = paragraph_format(paragraph, styles)
    chars = characters(paragraph, styles, look.run, part.fields)
    lines = text_lines(chars)
    number = int(edit.locator.rpartition("#")[2].partition(":")[2] or 0)
    if number >= len(lines) or lines[number].text.split() != edit.before.split():
        return "the line reads differently in the file"
    line = lines[number]
    steps = hunks(line.text, edit.after, [bool(char.lock) for char in line.chars])
    if steps is None:
        lock = next((char.lock for char in line.chars if char.lock), "a locked part")
        return f"the change would touch {lock} in the line"
    if not all(hunk.first < hunk.last or has_room(line, hunk.first) for hunk in steps):
        return "the new words would have to go into a link, a field or a bold label"
    return _Step(edit, number, line, steps, chars)


def _do(steps: Sequence[_Step], paragraph: Element) -> None:
    """Makes planned edits of one paragraph directly."""
    for step in _from_the_right(steps):
        for hunk in reversed(step.hunks):
            new = new_runs(hunk, step.line)
            if hunk.first == hunk.last:
                put_between(new, step.line, hunk.first)
                continue
            gone = carve(_stretch(step, hunk))
            for run in reversed(new):
                gone[-1].addnext(run)
            for run in gone:
                run.getparent().remove(run)  # type: ignore[union-attr]
    merge_runs(paragraph)


def _track(
    steps: Sequence[_Step], mark: Mark, comment_ids: Iterator[int] | None
) -> Iterator[tuple[int, str]]:
    """Makes planned edits of one paragraph as tracked changes; yields the comments anchored."""
    for step in _from_the_right(steps):
        marked: list[Element] = []
        for hunk in reversed(step.hunks):
            new = inserted(new_runs(hunk, step.line), mark)
            if hunk.first == hunk.last:
                put_between(new, step.line, hunk.first)
                gone = []
            else:
                gone = mark_deleted(carve(_stretch(step, hunk)), mark)
                for wrapper in reversed(new):
                    gone[-1].addnext(wrapper)
            marked = [*gone, *new, *marked]
        if step.edit.comment and comment_ids is not None:
            comment_id = next(comment_ids)
            anchor(marked[0], marked[-1], comment_id)
            yield comment_id, step.edit.comment


def _comment_on(
    paragraph: Element, comments: Sequence[str], comment_ids: Iterator[int] | None
) -> Iterator[tuple[int, str]]:
    """Ties comments to a whole paragraph; yields those that are not empty."""
    for comment in comments:
        if comment and comment_ids is not None:
            words = [node for node in paragraph if node.tag != w("pPr")]
            comment_id = next(comment_ids)
            anchor(words[0], words[-1], comment_id)
            yield comment_id, comment


def _from_the_right(steps: Sequence[_Step]) -> list[_Step]:
    """Later lines first: a cut never disturbs what stands to its left."""
    return sorted(steps, key=lambda step: step.number, reverse=True)


def _stretch(step: _Step, hunk: Hunk) -> list[Char]:
    """What a hunk replaces, with the weightless units in between."""
    first, last = step.line.chars[hunk.first], step.line.chars[hunk.last - 1]
    places = [(char.node, char.at) for char in step.chars]
    return step.chars[places.index((first.node, first.at)) : places.index((last.node, last.at)) + 1]


def _is_protected(package: Package) -> bool:
    settings = related(package, "settings")
    protection = settings.find(w("documentProtection")) if settings is not None else None
    return protection is not None and protection.get(w("enforcement"), "0") in ("1", "true", "on")
