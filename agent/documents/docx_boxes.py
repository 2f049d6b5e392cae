"""Text boxes in the order in which a person reads them, found from where they are drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from agent.documents.docx_package import MC, Element, w

_BOX = w("txbxContent")
_CHOICE, _FALLBACK = f"{{{MC}}}Choice", f"{{{MC}}}Fallback"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}wsp"
# Boxes may overlap by a hair (a quarter of an inch, in EMU) and still stand side by side.
_SLACK = 228_600


class _Placed(NamedTuple):
    """A box and its rectangle, in EMU from the same corner as its neighbours."""

    box: Element
    left: int
    top: int
    right: int
    bottom: int


def text_boxes(paragraph: Element) -> list[Element]:
    """The text boxes anchored in a paragraph, one copy of each, as a person reads them.

    Bands from top to bottom, in each band columns from left to right, in each column again bands;
    boxes that are measured from different corners stay in the order of the file.
    """
    boxes = [box for box in paragraph.iter(_BOX) if _is_outermost(box, paragraph)]
    if len(boxes) < 2:
        return boxes
    placed = [_place(box) for box in boxes]
    corners = {corner for corner, _ in placed}
    known = [where for _, where in placed if where is not None]
    if len(corners) > 1 or len(known) < len(boxes):
        return boxes
    return [where.box for where in _in_order(known)]


def _is_outermost(box: Element, paragraph: Element) -> bool:
    for ancestor in box.iterancestors():
        if ancestor is paragraph:
            return True
        if ancestor.tag in (_BOX, w("del"), w("moveFrom")):
            return False
        if ancestor.tag == _FALLBACK:
            alternate = ancestor.getparent()
            if alternate is not None and alternate.find(_CHOICE) is not None:
                return False
    return False


def _place(box: Element) -> tuple[tuple[str, str], _Placed | None]:
    """The corner a box is measured from, and its rectangle if it has one."""
    anchor = next(box.iterancestors(f"{_WP}anchor"), None)
    if anchor is None:
        return ("", ""), None
    across, down = anchor.find(f"{_WP}positionH"), anchor.find(f"{_WP}positionV")
    extent = anchor.find(f"{_WP}extent")
    x, y = _offset(across), _offset(down)
    if across is None or down is None or extent is None or x is None or y is None:
        return ("", ""), None
    corner = (across.get("relativeFrom", ""), down.get("relativeFrom", ""))
    width, height = _number(extent.get("cx")), _number(extent.get("cy"))
    shape = next(box.iterancestors(_SHAPE), None)
    inner = shape.find(f".//{_A}xfrm") if shape is not None else None
    off, ext = (
        (inner.find(f"{_A}off"), inner.find(f"{_A}ext")) if inner is not None else (None,) * 2
    )
    if off is not None and ext is not None:
        x, y = x + _number(off.get("x")), y + _number(off.get("y"))
        width, height = _number(ext.get("cx")), _number(ext.get("cy"))
    return corner, _Placed(box, x, y, x + width, y + height)


def _offset(position: Element | None) -> int | None:
    node = position.find(f"{_WP}posOffset") if position is not None else None
    return None if node is None else _number((node.text or "").strip())


def _number(value: str | None) -> int:
    return int(value) if value and re.fullmatch(r"-?\d{1,12}", value) else 0


def _in_order(boxes: list[_Placed]) -> list[_Placed]:
    """Cuts the page across, then down, then across again, until single boxes are left."""
    bands = _cut(boxes, lambda box: (box.top, box.bottom))
    if len(bands) > 1:
        return [box for band in bands for box in _in_order(band)]
    columns = _cut(boxes, lambda box: (box.left, box.right))
    if len(columns) > 1:
        return [box for column in columns for box in _in_order(column)]
    return sorted(boxes, key=lambda box: (box.top, box.left))


def _cut(
    boxes: Sequence[_Placed], sides: Callable[[_Placed], tuple[int, int]]
) -> list[list[_Placed]]:
    """Groups of boxes with free room between them along one axis."""
    groups: list[list[_Placed]] = []
    end = 0
    for box in sorted(boxes, key=sides):
        first, last = sides(box)
        if groups and first < end - _SLACK:
            groups[-1].append(box)
            end = max(end, last)
        else:
            groups.append([box])
            end = last
    return groups
