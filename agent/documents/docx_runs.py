"""Cuts runs at a character, makes new ones, joins equal neighbours: the knife of both writers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from agent.documents.docx_diff import Hunk
from agent.documents.docx_package import Element, w
from agent.documents.docx_text import FIELD, RUN, Char, T, TextLine

RPR = w("rPr")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PLAIN_LOCKS = {"", "a tab", "a line break", "a fixed hyphen"}
_MERGED = {RPR, T, w("tab"), w("br"), w("noBreakHyphen"), w("softHyphen"), w("cr")}


def carve(chars: Sequence[Char]) -> list[Element]:
    """Gives the free characters among `chars` runs of their own.

    Only runs at and after `chars` change identity, so work on a paragraph from right to left.

    Args:
        chars: a stretch of `characters(paragraph)`, weightless units included; these stay.

    Returns:
        The runs that hold the free characters and nothing else, in document order.
    """
    groups: list[list[Char]] = []
    open_group = False
    for char in chars:
        if char.lock:
            open_group = False
        elif open_group and groups[-1][-1].run is char.run:
            groups[-1].append(char)
        else:
            groups.append([char])
            open_group = True
    runs = []
    for group in reversed(groups):
        split_after(group[-1])
        runs.append(split_before(group[0]))
    return runs[::-1]


def split_before(char: Char) -> Element:
    """The run that starts with `char`, split off from what stands before it."""
    return _split(char.run, char.node, char.at)


def split_after(char: Char) -> None:
    """Ends the run of `char` with it; what follows becomes a run of its own."""
    text = char.node.text or ""
    if char.node.tag == T and char.at + 1 < len(text):
        _split(char.run, char.node, char.at + 1)
    else:
        following = char.node.getnext()
        if following is not None:
            _split(char.run, following, 0)


def _split(run: Element, node: Element, at: int) -> Element:
    before = [child for child in node.itersiblings(preceding=True) if child.tag != RPR]
    if at == 0 and not before:
        return run
    right = etree.Element(run.tag, {str(k): str(v) for k, v in run.items()})
    properties = run.find(RPR)
    if properties is not None:
        right.append(deepcopy(properties))
    following = list(node.itersiblings())
    if at:
        text = node.text or ""
        set_text(node, text[:at])
        tail = etree.SubElement(right, T)
        set_text(tail, text[at:])
    else:
        right.append(node)
    right.extend(following)
    run.addnext(right)
    return right


def set_text(node: Element, text: str) -> None:
    """Sets the text of a `w:t` or `w:delText` so that outer spaces survive."""
    node.text = text
    if text != text.strip():
        node.set(_SPACE, "preserve")


def new_runs(hunk: Hunk, line: TextLine) -> list[Element]:
    """Runs with the new text of a hunk, each in the look that it should have.

    New words look like most of what they replace; put in between, like the character before them,
    or like the one after where only that has the look of most of the line. A label, a link and a
    symbol lend their look to nobody.
    """
    default = _lender(hunk, line)
    runs: list[Element] = []
    looks: list[bytes] = []
    for text, origin in hunk.pieces:
        lender = default
        if origin is not None and not line.chars[origin].lock:
            lender = line.chars[origin]
        look = b"" if lender is None else look_of(lender.run)
        text = " ".join(text.splitlines()).replace("\t", " ") if text.strip() else " "
        if runs and looks[-1] == look:
            node = runs[-1].find(T)
            if node is not None:
                set_text(node, (node.text or "") + text)
            continue
        run = etree.Element(RUN)
        properties = None if lender is None else lender.run.find(RPR)
        if properties is not None:
            run.append(deepcopy(properties))
        set_text(etree.SubElement(run, T), text)
        runs.append(run)
        looks.append(look)
    return runs


def _lender(hunk: Hunk, line: TextLine) -> Char | None:
    """The character whose look new text takes."""
    chars = line.chars
    replaced = [char for char in chars[hunk.first : hunk.last] if not char.lock]
    if replaced:
        return _dominant(replaced)
    free = [char for char in chars if not char.lock]
    usual = _dominant(free) if free else None
    beside = [c for c in _beside(line, hunk.first) if c is not None and c.lock in _PLAIN_LOCKS]
    for char in beside:
        if usual is not None and look_of(char.run) == look_of(usual.run):
            return char
    # A space shows no look of its own; behind a bold label it is often bold unseen.
    return next((char for char in beside if not char.text.isspace()), usual)


def _dominant(chars: Sequence[Char]) -> Char:
    counts: Counter[bytes] = Counter()
    first: dict[bytes, Char] = {}
    for run, number in Counter(char.run for char in chars).items():
        look = look_of(run)
        counts[look] += number
        first.setdefault(look, next(char for char in chars if char.run is run))
    return first[counts.most_common(1)[0][0]]


def look_of(run: Element) -> bytes:
    """The run's own properties in a form that can be compared."""
    properties = run.find(RPR)
    return (
        b""
        if properties is None or not len(properties)
        else etree.tostring(properties, method="c14n", exclusive=True)
    )


def has_room(line: TextLine, index: int) -> bool:
    """Whether new text can go before the character `index` of a line without deleting any.

    Not in the middle of a link, a field or a bold label.
    """
    before, after = _beside(line, index)
    if before is not None and after is not None and before.lock == after.lock != "":
        return before.lock in _PLAIN_LOCKS
    return any(
        char is not None and (_is_open(char) or char.fence is not None) for char in (before, after)
    )


def put_between(new: Sequence[Element], line: TextLine, index: int) -> None:
    """Puts new runs (or what wraps them) before the character `index` of a line.

    Outside a link or field beside it, where that is possible at all: see `has_room`.
    """
    before, after = _beside(line, index)
    if before is not None and _is_open(before):
        split_after(before)
        _add_after(before.run, new)
    elif after is not None and _is_open(after):
        _add_before(split_before(after), new)
    elif before is not None and before.fence is not None:
        _add_after(before.fence, new)
    elif after is not None and after.fence is not None:
        _add_before(after.fence, new)


def _beside(line: TextLine, index: int) -> tuple[Char | None, Char | None]:
    before = line.chars[index - 1] if index else None
    return before, line.chars[index] if index < len(line.chars) else None


def _is_open(char: Char) -> bool:
    return char.fence is None and char.lock != FIELD


def _add_after(element: Element, new: Sequence[Element]) -> None:
    for node in reversed(new):
        element.addnext(node)


def _add_before(element: Element, new: Sequence[Element]) -> None:
    for node in new:
        element.addprevious(node)


def merge_runs(paragraph: Element) -> None:
    """Joins neighbouring runs of a paragraph that look the same and hold only text."""
    for parent in {run.getparent() for run in paragraph.iter(RUN)} - {None}:
        previous: Element | None = None
        for node in list(parent if parent is not None else ()):
            if previous is not None and _is_alike(previous, node):
                _append(previous, node)
            else:
                previous = node if node.tag == RUN else None


def _is_alike(left: Element, right: Element) -> bool:
    return (
        right.tag == RUN
        and look_of(left) == look_of(right)
        and all(child.tag in _MERGED for run in (left, right) for child in run)
    )


def _append(left: Element, right: Element) -> None:
    for child in [child for child in right if child.tag != RPR]:
        last = left[-1] if len(left) else None
        if last is not None and last.tag == T and child.tag == T:
            set_text(last, (last.text or "") + (child.text or ""))
        else:
            left.append(child)
    parent = right.getparent()
    if parent is not None:
        parent.remove(right)
