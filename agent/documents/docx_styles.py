"""What a paragraph or run looks like after Word's style chains: bold, size, hidden, list, heading.

ECMA-376 part 1: style inheritance is §17.7.2, numbering §17.9, toggle properties §17.7.3 (a toggle
set by both the paragraph's and the run's style cancels out; one set on the run itself wins).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from agent.documents.docx_package import Element, Package, parse, related_xml, w

_VAL = w("val")
_OFF = {"0", "false", "off"}
_HEADING_NAME = re.compile(r"heading ([1-9])")


class RunFormat(NamedTuple):
    """How characters look; None where nothing is said."""

    bold: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    """In points."""
    font: str | None = None


class Level(NamedTuple):
    """One level of one list."""

    format: str
    """Word's numFmt: 'bullet', 'decimal', 'none'."""
    marker: str
    """The bullet glyph or the pattern of the number; '' shows nothing."""
    style: str | None
    """The paragraph style tied to this level."""


class ParagraphStyle(NamedTuple):
    """A paragraph style with everything it inherits."""

    run: RunFormat = RunFormat()
    num_id: str | None = None
    level: int | None = None
    outline: int | None = None


class Styles(NamedTuple):
    """All styles and lists of a document, chains followed."""

    paragraph: Mapping[str, ParagraphStyle]
    character: Mapping[str, RunFormat]
    default: str
    """Id of the paragraph style used where none is named."""
    lists: Mapping[str, Mapping[int, Level]]


class ParagraphFormat(NamedTuple):
    """What the paragraph's own properties and its style come to."""

    run: RunFormat
    list_level: int | None
    """Depth in a visible list, 0 outermost; None for no list."""
    outline: int | None
    """Heading depth 1 to 9, or None."""


def read_styles(package: Package) -> Styles:
    """The styles and lists of a document; empty ones where the file has none."""
    return _read_styles(related_xml(package, "styles"), related_xml(package, "numbering"))


@lru_cache(maxsize=8)  # a run reads the same styles three times: to read, to write, to read back
def _read_styles(styles: bytes | None, numbering: bytes | None) -> Styles:
    root = None if styles is None else parse(styles)
    nodes: dict[str, Element] = {}
    base = RunFormat()
    default = ""
    if root is not None:
        base = run_format(root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}"))
        for node in root.iter(w("style")):
            style_id = node.get(w("styleId"), "")
            nodes.setdefault(style_id, node)
            if node.get(w("type")) == "paragraph" and _is_on(node.get(w("default"), "0")):
                default = style_id
    paragraph: dict[str, ParagraphStyle] = {}
    character: dict[str, RunFormat] = {}
    for style_id in nodes:
        chain = _chain(style_id, nodes)
        if nodes[style_id].get(w("type")) == "character":
            character[style_id] = _run_of(chain, RunFormat())
        elif nodes[style_id].get(w("type"), "paragraph") == "paragraph":
            paragraph[style_id] = _paragraph_of(chain, base)
    paragraph.setdefault(default, ParagraphStyle(base))
    return Styles(
        paragraph, character, default, _read_lists(None if numbering is None else parse(numbering))
    )


def paragraph_format(paragraph: Element, styles: Styles) -> ParagraphFormat:
    """Heading depth, list depth and the characters' starting look of a `w:p`.

    A heading is never a list item, even where its style carries a number; a list whose level has
    no visible marker is no list.
    """
    properties = paragraph.find(w("pPr"))
    style_id = _value(properties, "pStyle") or styles.default
    style = styles.paragraph.get(style_id) or styles.paragraph[styles.default]
    num_id, level = style.num_id, style.level
    outline = style.outline
    if properties is not None:
        numbering = properties.find(w("numPr"))
        if numbering is not None:
            num_id = _value(numbering, "numId") or num_id
            level = _number(_value(numbering, "ilvl"), level or 0)
        own_outline = _value(properties, "outlineLvl")
        if own_outline is not None:
            outline = _number(own_outline, 9) + 1
    if outline is not None and not 1 <= outline <= 9:
        outline = None
    list_level = None
    if outline is None and num_id not in (None, "0"):
        levels = styles.lists.get(num_id or "", {})
        if level is None:
            level = next((i for i, known in levels.items() if known.style == style_id), 0)
        shown = levels.get(level)
        if shown is not None and shown.format != "none" and shown.marker:
            list_level = level
    return ParagraphFormat(style.run, list_level, outline)


def run_format(properties: Element | None) -> RunFormat:
    """What one `w:rPr` itself says."""
    if properties is None:
        return RunFormat()
    said = {node.tag: node for node in properties}
    size = _number(_of(said, "sz"), 0) / 2 or None
    fonts = said.get(w("rFonts"))
    font = None if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi"))
    caps = _toggle(said, "caps")
    small = _toggle(said, "smallCaps")
    return RunFormat(
        _toggle(said, "b"),
        small if caps is None else caps or bool(small),
        _toggle(said, "vanish"),
        size,
        font,
    )


def shown_format(properties: Element | None, start: RunFormat, styles: Styles) -> RunFormat:
    """How a run looks: its own `w:rPr` over its character style over the paragraph's style."""
    if properties is None:
        return start
    own = run_format(properties)
    styled = styles.character.get(_value(properties, "rStyle") or "", RunFormat())
    return RunFormat(
        _toggled(own.bold, styled.bold, start.bold),
        _toggled(own.caps, styled.caps, start.caps),
        _toggled(own.hidden, styled.hidden, start.hidden),
        own.size or styled.size or start.size,
        own.font or styled.font or start.font,
    )


def _of(said: Mapping[str, Element], name: str) -> str | None:
    node = said.get(w(name))
    return None if node is None else node.get(_VAL)


def _toggle(said: Mapping[str, Element], name: str) -> bool | None:
    return _is_on(_of(said, name)) if w(name) in said else None


def _toggled(own: bool | None, styled: bool | None, start: bool | None) -> bool | None:
    if own is not None:
        return own
    if styled and start:
        return False
    return styled or start


def _chain(style_id: str, nodes: Mapping[str, Element]) -> list[Element]:
    """The style and all it is based on, the most general first; a loop is cut."""
    chain: list[Element] = []
    seen: set[str] = set()
    current: str | None = style_id
    while current is not None and current in nodes and current not in seen:
        seen.add(current)
        chain.append(nodes[current])
        current = _value(nodes[current], "basedOn")
    return chain[::-1]


def _run_of(chain: list[Element], start: RunFormat) -> RunFormat:
    result = start
    for node in chain:
        own = run_format(node.find(w("rPr")))
        merged = (new if new is not None else old for new, old in zip(own, result, strict=True))
        result = RunFormat(*merged)  # type: ignore[arg-type]
    return result


def _paragraph_of(chain: list[Element], base: RunFormat) -> ParagraphStyle:
    num_id: str | None = None
    level: int | None = None
    outline: int | None = None
    for node in chain:
        name = _HEADING_NAME.fullmatch((_value(node, "name") or "").lower())
        if name:
            outline = int(name[1])
        properties = node.find(w("pPr"))
        if properties is None:
            continue
        if (said := _value(properties, "outlineLvl")) is not None:
            outline = _number(said, 9) + 1
        numbering = properties.find(w("numPr"))
        if numbering is not None:
            num_id = _value(numbering, "numId") or num_id
            said = _value(numbering, "ilvl")
            level = _number(said, 0) if said is not None else None
    return ParagraphStyle(_run_of(chain, base), num_id, level, outline)


def _read_lists(root: Element | None) -> dict[str, dict[int, Level]]:
    if root is None:
        return {}
    abstract = {
        node.get(w("abstractNumId"), ""): node for node in root.iterchildren(w("abstractNum"))
    }
    by_style_link = {
        name: node for node in abstract.values() if (name := _value(node, "styleLink"))
    }
    lists: dict[str, dict[int, Level]] = {}
    for num in root.iterchildren(w("num")):
        node = abstract.get(_value(num, "abstractNumId") or "")
        if node is None:
            continue
        if link := _value(node, "numStyleLink"):
            node = by_style_link.get(link, node)
        levels = {
            _number(lvl.get(w("ilvl")), 0): _level(lvl) for lvl in node.iterchildren(w("lvl"))
        }
        for override in num.iterchildren(w("lvlOverride")):
            lvl = override.find(w("lvl"))
            if lvl is not None:
                levels[_number(override.get(w("ilvl")), 0)] = _level(lvl)
        lists[num.get(w("numId"), "")] = levels
    return lists


def _level(node: Element) -> Level:
    picture = node.find(w("lvlPicBulletId")) is not None
    marker = _value(node, "lvlText") or ("picture" if picture else "")
    return Level(_value(node, "numFmt") or "decimal", marker.strip(), _value(node, "pStyle"))


def _value(parent: Element | None, name: str) -> str | None:
    node = parent.find(w(name)) if parent is not None else None
    return node.get(_VAL) if node is not None else None


def _is_on(value: str | None) -> bool:
    return value is None or value not in _OFF


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value is not None and re.fullmatch(r"-?\d{1,9}", value) else otherwise
