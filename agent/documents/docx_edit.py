"""Writes changed lines back into the person's own .docx: only the parts edited are replaced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import count
from typing import NamedTuple

from agent.documents.docx_comments import anchor, comment_members, first_free_id
from agent.documents.docx_marks import Mark, apart, free_ids, own_runs, stamp
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
from agent.documents.docx_rewrite import REVISED, Rewrite, from_the_right, plan, rewrite, track
from agent.documents.docx_soft_lines import reorder_soft_lines
from agent.documents.docx_styles import Styles, read_styles
from agent.documents.docx_text import (
    Part,
    is_revised,
    read_part,
)

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
        date = stamp(when or datetime.now(UTC))
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


def _line_of(locator: str) -> int:
    """The line's number in its paragraph; -1 if the locator is none."""
    number = locator.rpartition("#")[2].partition(":")[2] or "0"
    return int(number) if number.isdecimal() else -1


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
    changes: dict[Element, list[tuple[Edit, Rewrite]]] = {}
    for edit in edits:
        planned = _planned(edit, part, styles, mark is not None)
        if isinstance(planned, str):
            outcome.skipped.append((edit.locator, planned))
            continue
        for paragraph, change in planned:
            if change.hunks:
                changes.setdefault(paragraph, []).append((edit, change))
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
    if mark is None:
        for paragraph, todo in changes.items():
            rewrite([change for _, change in todo], paragraph)
        for move in moves:
            move_paragraphs(move)
    else:
        comments = _track_all(changes, moves, part, styles, mark, comment_ids)
        outcome.comments.update(comments)
    reordered = False
    for order, paragraph in soft:
        reason = _SOFT if mark else _reorder_soft(order, paragraph, part, styles)
        if reason:
            outcome.skipped.append((order.order[0], reason))
        reordered = reordered or not reason
    return outcome._replace(changed=bool(changes or moves or reordered))


def _track_all(
    changes: Mapping[Element, list[tuple[Edit, Rewrite]]],
    moves: Sequence[Moves],
    part: Part,
    styles: Styles,
    mark: Mark,
    comment_ids: Iterator[int] | None,
) -> dict[int, str]:
    """Makes planned changes to one part as tracked changes; returns the comments on them.

    A line that moves and changes is deleted as it was and inserted as it should be.
    """
    said: dict[int, str] = {}
    moved = {p: copy_of(p) for move in moves for p in move.moved}
    for paragraph, copy in moved.items():
        edits = [edit for edit, _ in changes.get(paragraph, [])]
        planned = [_plan(copy, edit, part, styles) for edit in edits]
        rewrite([change for change in planned if isinstance(change, Rewrite)], copy)
        words = [node for node in copy if node.tag != w("pPr")]
        for comment in [edit.comment for edit in edits] or [_MOVED]:
            said |= _commented(comment, words[0], words[-1], comment_ids)
    for paragraph in [paragraph for paragraph in changes if paragraph not in moved]:
        comments = {change.number: edit.comment for edit, change in changes[paragraph]}
        for change in from_the_right([change for _, change in changes[paragraph]]):
            first, last = track(change, mark)
            said |= _commented(comments[change.number], first, last, comment_ids)
    for move in moves:
        track_moves(move, moved, apart(mark))
    return said


def _reorder_soft(order: Reorder, paragraph: Element, part: Part, styles: Styles) -> str | None:
    """Reorders lines of one paragraph in every copy of it; or the reason why not."""
    if is_revised(paragraph):
        return REVISED
    numbers = [_line_of(locator) for locator in order.order]
    for copy in copies_of(paragraph) or ():
        if reason := reorder_soft_lines(copy, numbers, part, styles):
            return reason
    return None


def _planned(
    edit: Edit, part: Part, styles: Styles, tracked: bool
) -> list[tuple[Element, Rewrite]] | str:
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
        change = _plan(copy, edit, part, styles)
        if isinstance(change, str):
            return change
        planned.append((copy, change))
    return planned


def _find(part: Part, locator: str) -> Element | None:
    number = locator.rpartition("#")[2].partition(":")[0]
    return next((p for p, n in part.paragraphs.items() if str(n) == number), None)


def _plan(paragraph: Element, edit: Edit, part: Part, styles: Styles) -> Rewrite | str:
    return plan(paragraph, _line_of(edit.locator), edit.before, edit.after, part, styles)


def _commented(
    comment: str, first: Element, last: Element, comment_ids: Iterator[int] | None
) -> dict[int, str]:
    """Ties a comment to what stands from `first` to `last`, if there is one and it may be."""
    if not comment or comment_ids is None:
        return {}
    comment_id = next(comment_ids)
    anchor(first, last, comment_id)
    return {comment_id: comment}


def _is_protected(package: Package) -> bool:
    settings = related(package, "settings")
    protection = settings.find(w("documentProtection")) if settings is not None else None
    return protection is not None and protection.get(w("enforcement"), "0") in ("1", "true", "on")
