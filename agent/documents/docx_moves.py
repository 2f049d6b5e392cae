"""Puts the lines of a list in a new order: paragraphs move whole, with format and numbering.

Word has a mark for moved text, but programs differ on it; a tracked move is a deletion and an
insertion, which they resolve alike. Only LibreOffice 7.4, when it accepts or rejects, takes the
number off the paragraph below a deleted one, in files of any program; the words are right.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from agent.documents.docx_marks import Mark, mark_deleted, mark_inserted, mark_paragraph, own_runs
from agent.documents.docx_package import MC, Element, w
from agent.documents.docx_styles import Styles, paragraph_format
from agent.documents.docx_text import Part, is_revised

_P, _PPR = w("p"), w("pPr")
_SPACING = w("spacing")
_AFTER_SPACING = {
    w(name)
    for name in (
        "ind",
        "contextualSpacing",
        "mirrorIndents",
        "suppressOverlap",
        "jc",
        "textDirection",
        "textAlignment",
        "textboxTightWrap",
        "outlineLvl",
        "divId",
        "cnfStyle",
        "rPr",
        "sectPr",
        "pPrChange",
    )
}
_PLAIN = {
    w(n) for n in ("pPr", "r", "hyperlink", "bookmarkStart", "bookmarkEnd", "proofErr", "smartTag")
}
_HEAVY = tuple(w(n) for n in ("drawing", "pict", "object", "footnoteReference", "endnoteReference"))
_COMMENT = w("commentRangeStart")


class Moves(NamedTuple):
    """A list's paragraphs as they stand and as they should stand."""

    slots: list[Element]
    """In document order."""
    order: list[Element]
    moved: list[Element]
    """Those that a tracked move deletes and inserts elsewhere; the others stay put."""
    swap: bool
    """Tracked: change the words slot by slot, for the last paragraph of a cell can't be deleted."""


def plan_moves(
    paragraphs: Sequence[Element | None],
    within: Sequence[bool],
    part: Part,
    styles: Styles,
    tracked: bool,
) -> list[Moves] | str:
    """The moves that bring paragraphs into this order, or why they can't be made.

    Args:
        paragraphs: in the new order; None for one that was not found.
        within: for each, whether it is only one line of its paragraph.
        part: where they stand.
        styles: of the document.
        tracked: whether the moves are to be tracked.

    Returns:
        One `Moves` for each copy of the list in the file: two in a text box, else one, and none
        if the order is as it was.
    """
    order = [paragraph for paragraph in paragraphs if paragraph is not None]
    slots = sorted(order, key=part.paragraphs.__getitem__)
    if len(order) < len(paragraphs) or len(set(order)) < len(order):
        return (
            "a line of the list is not in the file or named twice"
            if not any(within)
            else ("the lines are parts of one paragraph")
        )
    if any(within):
        return "the lines are parts of one paragraph"
    if order == slots:
        return []
    if len({paragraph.getparent() for paragraph in order}) > 1:
        return "the lines stand in different cells or boxes"
    for paragraph in order:
        if reason := _fixed(paragraph, part, tracked):
            return reason
    if len({_depth(paragraph, styles) for paragraph in order}) > 1:
        return "the list has sub-points"
    if _is_interrupted(slots):
        return "other lines stand between those of the list"
    twins = [copies_of(paragraph) for paragraph in order]
    if any(twin is None for twin in twins):
        return "the two copies of its text box in the file differ"
    swap = tracked and order[-1] is not slots[-1] and _is_last(slots[-1])
    if swap and len({_format(paragraph) for paragraph in order}) > 1:
        return "the last line of a cell has a format of its own, which a tracked move would lose"
    lists = [list(copy) for copy in zip(*(twin or [] for twin in twins), strict=True)]
    return [_moves(one, part, swap) for one in lists]


def _moves(order: list[Element], part: Part, swap: bool) -> Moves:
    slots = sorted(order, key=part.paragraphs.__getitem__)
    staying = set(_longest_run(order, slots))
    if swap or not _is_contiguous(slots) or len({_spacing(p) for p in slots}) > 1:
        staying = {new for new, old in zip(order, slots, strict=True) if new is old}
    return Moves(slots, order, [p for p in order if p not in staying], swap)


def copies_of(paragraph: Element) -> list[Element] | None:
    """The paragraph and, in a text box, its twin in the copy for old programs.

    Returns:
        One or two paragraphs; None if there is a second copy that does not match.
    """
    choices = list(paragraph.iterancestors(f"{{{MC}}}Choice"))
    alternate = choices[-1].getparent() if choices else None
    fallback = alternate.find(f"{{{MC}}}Fallback") if alternate is not None else None
    if fallback is None:
        return [paragraph]
    theirs = list(fallback.iter(_P))
    if not theirs:
        return [paragraph]
    ours = list(choices[-1].iter(_P))
    if len(ours) != len(theirs):
        return None
    return [paragraph, theirs[ours.index(paragraph)]]


def copy_of(paragraph: Element) -> Element:
    """A copy that can stand in the same file: what must be unique in it is left out."""
    copy = deepcopy(paragraph)
    copy.tail = None
    for name in [name for name in copy.attrib if str(name).endswith(("paraId", "textId"))]:
        del copy.attrib[name]
    for node in list(copy.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    return copy


def move_paragraphs(move: Moves) -> None:
    """Moves them directly. Space above and below belongs to the place, not to the line."""
    spacings = [_spacing_of(paragraph) for paragraph in move.slots]
    marks = []
    for slot in move.slots:
        place = etree.Element(_P)
        slot.addprevious(place)
        marks.append(place)
    for place, paragraph, spacing in zip(marks, move.order, spacings, strict=True):
        place.addnext(paragraph)
        parent = place.getparent()
        if parent is not None:
            parent.remove(place)
        _set_spacing(paragraph, spacing)


def track_moves(move: Moves, finals: Mapping[Element, Element], mark: Mark) -> None:
    """Moves them as tracked deletions and insertions.

    Args:
        move: from `plan_moves`.
        finals: for each moved paragraph, a copy that reads as it should in the end.
        mark: author, date and free numbers.
    """
    if move.swap:
        _swap(move, finals, mark)
        return
    spacings = {slot: _spacing_of(slot) for slot in move.slots}
    apart = not _is_contiguous(move.slots)
    previous: Element | None = None
    gone = [slot for slot in move.slots if slot in finals and slot in move.moved]
    for slot, paragraph in zip(move.slots, move.order, strict=True):
        if paragraph not in move.moved:
            previous = paragraph
            continue
        final = finals[paragraph]
        _set_spacing(final, spacings[slot])
        mark_inserted(own_runs(final), mark)
        mark_paragraph(final, "ins", mark)
        if previous is None or apart:
            slot.addprevious(final)
        else:
            previous.addnext(final)
        previous = final
    for slot in gone:
        mark_deleted(own_runs(slot), mark)
        mark_paragraph(slot, "del", mark)


def _swap(move: Moves, finals: Mapping[Element, Element], mark: Mark) -> None:
    for slot, paragraph in zip(move.slots, move.order, strict=True):
        if paragraph is slot:
            continue
        new = [node for node in finals[paragraph] if node.tag != _PPR]
        mark_deleted(own_runs(slot), mark)
        slot.extend(new)
        mark_inserted([run for node in new for run in node.iter(w("r"))], mark)


def _fixed(paragraph: Element, part: Part, tracked: bool) -> str | None:
    """Why a paragraph can't be moved, or None."""
    if is_revised(paragraph):
        return "a line carries tracked changes: accept or reject them in Word first"
    if paragraph.find(f"{_PPR}/{w('sectPr')}") is not None:
        return "a line ends a section of the document"
    if next(paragraph.iter(w("txbxContent")), None) is not None:
        return "a text box is tied to a line"
    if any(run in part.fields for run in own_runs(paragraph)):
        return "a line holds a field"
    if not tracked:
        return None
    if next(paragraph.iterancestors(w("txbxContent")), None) is not None:
        return "the list stands in a text box, where Word's tracked changes are unsafe"
    if any(child.tag not in _PLAIN for child in paragraph):
        return "a line holds something that a tracked move could lose"
    if next(paragraph.iter(*_HEAVY, _COMMENT), None) is not None:
        return "a line holds a picture, a note or a comment"
    targets = {link.get(w("anchor")) for link in part.root.iter(w("hyperlink"))}
    if any(mark.get(w("name")) in targets for mark in paragraph.iter(w("bookmarkStart"))):
        return "a link in the document leads to a line"
    return None


def _depth(paragraph: Element, styles: Styles) -> tuple[int | None, str | None]:
    """How deep a line stands: by its list, or by its own indent where the bullet is typed."""
    level = paragraph_format(paragraph, styles).list_level
    indent = paragraph.find(f"{_PPR}/{w('ind')}")
    if level is not None or indent is None:
        return level, None
    return None, indent.get(w("left")) or indent.get(w("start"))


def _is_interrupted(slots: Sequence[Element]) -> bool:
    """Whether a table or a paragraph with words of its own stands between the slots."""
    following = slots[0].getnext()
    while following is not None and following is not slots[-1]:
        words = any((node.text or "").strip() for node in following.iter(w("t")))
        if following not in slots and words:
            return True
        following = following.getnext()
    return False


def _is_last(paragraph: Element) -> bool:
    """Whether no paragraph or table follows in its cell, box or body."""
    return not any(node.tag in (_P, w("tbl"), w("sdt")) for node in paragraph.itersiblings())


def _is_contiguous(slots: Sequence[Element]) -> bool:
    skipped = (w("bookmarkStart"), w("bookmarkEnd"), w("proofErr"))
    for left, right in pairwise(slots):
        following = left.getnext()
        while following is not None and following.tag in skipped:
            following = following.getnext()
        if following is not right:
            return False
    return True


def _longest_run(order: Sequence[Element], slots: Sequence[Element]) -> list[Element]:
    """The most paragraphs that can stay: the longest increasing subsequence of old places."""
    places = {slot: i for i, slot in enumerate(slots)}
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for i, paragraph in enumerate(order):
        at = bisect_left(tails, places[paragraph])
        back.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(places[paragraph])
            ends.append(i)
        else:
            tails[at], ends[at] = places[paragraph], i
    run = []
    i = ends[-1]
    while i >= 0:
        run.append(order[i])
        i = back[i]
    return run


def _format(paragraph: Element) -> bytes:
    """The paragraph's own properties but for the space around it, comparable."""
    properties = paragraph.find(_PPR)
    if properties is None:
        return b""
    plain = deepcopy(properties)
    for node in list(plain.iterchildren(_SPACING)):
        plain.remove(node)
    return etree.tostring(plain, method="c14n", exclusive=True) if len(plain) else b""


def _spacing(paragraph: Element) -> bytes:
    node = paragraph.find(f"{_PPR}/{_SPACING}")
    return b"" if node is None else etree.tostring(node, method="c14n", exclusive=True)


def _spacing_of(paragraph: Element) -> Element | None:
    node = paragraph.find(f"{_PPR}/{_SPACING}")
    return None if node is None else deepcopy(node)


def _set_spacing(paragraph: Element, spacing: Element | None) -> None:
    properties = paragraph.find(_PPR)
    old = None if properties is None else properties.find(_SPACING)
    if properties is not None and old is not None:
        properties.remove(old)
    if spacing is None:
        return
    if properties is None:
        properties = etree.Element(_PPR)
        paragraph.insert(0, properties)
    at = sum(1 for node in properties if node.tag not in _AFTER_SPACING)
    properties.insert(at, deepcopy(spacing))
