"""Puts lines that soft breaks make inside one paragraph in a new order; the breaks stay put."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from agent.documents.docx_package import Element, w
from agent.documents.docx_runs import merge_runs, split_after, split_before
from agent.documents.docx_styles import Styles, paragraph_format
from agent.documents.docx_text import Char, Part, characters, text_lines


def reorder_soft_lines(
    paragraph: Element, order: Sequence[int], part: Part, styles: Styles
) -> str | None:
    """Moves whole lines, with their glyphs, links and looks.

    Args:
        paragraph: the `w:p`.
        order: numbers of lines as in locators, in the order in which they should stand; lines
            that are not named stay where they are.
        part: where the paragraph stands.
        styles: of the document.

    Returns:
        Why it can't be done, or None if it is done.
    """
    segments = _segments(paragraph, part, styles)
    if len(set(order)) < len(order) or not all(0 <= number < len(segments) for number in order):
        return "a line of the list is not in the file or named twice"
    tops = [{_top(char.run, paragraph) for char in segment} for segment in segments]
    if sum(map(len, tops)) > len(set().union(*tops)) and not _can_cut(segments, paragraph):
        return "a link or a control runs over several of the lines"
    stretches = [_cut_out(segment, paragraph) for segment in reversed(segments)][::-1]
    slots = sorted(order)
    places = []
    for number in slots:
        place = etree.Element(w("r"))
        stretches[number][0].addprevious(place)
        places.append(place)
    for place, number in zip(places, order, strict=True):
        for node in stretches[number]:
            place.addprevious(node)
        paragraph.remove(place)
    merge_runs(paragraph)
    return None


def _segments(paragraph: Element, part: Part, styles: Styles) -> list[list[Char]]:
    """The visible characters of each line, its glyph included, without the breaks around it."""
    start = paragraph_format(paragraph, styles).run
    chars = [char for char in characters(paragraph, styles, start, part.fields) if char.text]
    inside = {(char.node, char.at) for line in text_lines(chars) for char in line.chars}
    segments: list[list[Char]] = [[]]
    for char in chars:
        if char.text == "\n" and (char.node, char.at) not in inside:
            segments.append([])
        else:
            segments[-1].append(char)
    return [
        segment for segment in segments if any((char.node, char.at) in inside for char in segment)
    ]


def _top(run: Element, paragraph: Element) -> Element:
    """The child of the paragraph in which a run stands."""
    node = run
    while (parent := node.getparent()) is not None and parent is not paragraph:
        node = parent
    return node


def _can_cut(segments: Sequence[Sequence[Char]], paragraph: Element) -> bool:
    """Whether what is shared between lines is plain runs, which can be cut."""
    seen: set[Element] = set()
    for segment in segments:
        tops = {_top(char.run, paragraph) for char in segment}
        if any(top.tag != w("r") for top in tops & seen):
            return False
        seen |= tops
    return True


def _cut_out(segment: Sequence[Char], paragraph: Element) -> list[Element]:
    """Gives a line nodes of its own and returns them; work from the last line to the first."""
    if segment[-1].run.getparent() is paragraph:
        split_after(segment[-1])
    first = _top(segment[0].run, paragraph)
    last = _top(segment[-1].run, paragraph)
    if segment[0].run.getparent() is paragraph:
        first = split_before(segment[0])
        last = first if segment[0].run is segment[-1].run else last
    nodes = [first]
    while nodes[-1] is not last:
        following = nodes[-1].getnext()
        if following is None:
            break
        nodes.append(following)
    return nodes
