"""The lines of one section -> entries: which lines head an entry, which are its content.

A heading is found by its anchor: a line set as a heading, or a short line with dates at its edge.
How many lines above an anchor belong to it is learnt from the section's first entry, because people
set all entries of a section alike; how many below, from what the heading still lacks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from agent.documents.heading_dates import cut_dates, is_duration
from agent.documents.heading_lines import dated_edge, is_short
from agent.documents.headings import names_its_parts, read_headings
from agent.documents.lines import Line
from agent.documents.words import degree_weight, employer_weight, is_place, title_weight

_HEADING_ROWS = 5


class Group(NamedTuple):
    """An entry's heading lines and its content lines, in order."""

    heading: tuple[Line, ...]
    body: tuple[Line, ...]


def group_entries(
    lines: Sequence[Line], *, dated: bool, studies: bool = False, items: bool = True
) -> list[Group]:
    """Cut a section's lines into entries.

    Args:
        lines: the section's lines without its own heading.
        dated: True for sections whose entries have headings (experience, education, projects);
            elsewhere only a line set as a heading starts an entry.
        studies: True for Education, where a degree or school may stand without dates.
        items: whether list items may head entries; in a list of certificates they are its lines.

    Returns:
        Entries in order. The first has no heading if content comes before any.
    """
    if not dated:
        starts = [
            at
            for at, line in enumerate(lines)
            if line.outline is not None and len(line.text) <= 300
        ]
        return _cut(lines, [(at, at + 1) for at in starts])
    anchors = [at for at, line in enumerate(lines) if _is_anchor(line, studies)]
    if items and not any(not lines[at].listed for at in anchors):
        anchors = [at for at, line in enumerate(lines) if _is_listed_anchor(line, studies)]
    else:
        anchors = [at for at in anchors if not lines[at].listed]
    stretches = _stretches(lines, anchors, studies, below=items)
    stretches = sorted(stretches + _undated(lines, stretches, studies))
    return _cut(lines, stretches)


def _cut(lines: Sequence[Line], stretches: Sequence[tuple[int, int]]) -> list[Group]:
    groups: list[Group] = []
    first = stretches[0][0] if stretches else len(lines)
    if first > 0:
        groups.append(Group((), tuple(lines[:first])))
    ends = [*(start for start, _ in stretches[1:]), len(lines)]
    for (start, stop), end in zip(stretches, ends, strict=False):
        groups.append(Group(tuple(lines[start:stop]), tuple(lines[stop:end])))
    return groups


def _is_anchor(line: Line, studies: bool) -> bool:
    if line.listed or len(line.text) > 300:
        return False
    if line.outline is not None or names_its_parts(line.text):
        return True
    return dated_edge(line.text, studies=studies) is not None


def _is_listed_anchor(line: Line, studies: bool) -> bool:
    """A list item that heads an entry: '- Nurse, Mercy Hospital, 2015–2019' in a section where
    nothing else does."""
    dates = dated_edge(line.text, studies=studies)
    return dates is not None and (studies or dates.start != dates.end or dates.current)


def _stretches(
    lines: Sequence[Line], anchors: Sequence[int], studies: bool, below: bool
) -> list[tuple[int, int]]:
    """(first, past last) line of the heading around each anchor; anchors of one heading joined.
    `below` tells whether lines below an anchor may belong to it."""
    above = _lines_above_first(lines, anchors)
    stretches: list[tuple[int, int]] = []
    for at in anchors:
        taken = stretches[-1][1] if stretches else 0
        if stretches and at < taken:
            continue
        if stretches and taken == at and _same_heading(lines, stretches[-1], at):
            stretches[-1] = (stretches[-1][0], at + 1)
            start = stretches[-1][0]
        else:
            start = _reach_up(lines, at, taken, above)
            stretches.append((start, at + 1))
        following = next((other for other in anchors if other > at), len(lines))
        limit = (
            following
            if following == len(lines)
            else following - _between(lines, at, following, above)
        )
        if below:
            stretches[-1] = (start, _reach_down(lines, start, at, limit, studies))
    return stretches


def _lines_above_first(lines: Sequence[Line], anchors: Sequence[int]) -> int:
    """How many short lines stand right above the first dated anchor."""
    if not anchors or lines[anchors[0]].outline is not None or lines[anchors[0]].listed:
        return 0
    count = 0
    for at in range(anchors[0] - 1, max(-1, anchors[0] - 4), -1):
        if not is_short(lines[at]):
            break
        count += 1
        if lines[at].gap and at != anchors[0]:
            break
    return count


def _between(lines: Sequence[Line], at: int, following: int, above: int) -> int:
    """How many of the lines before the following anchor are its own."""
    if lines[following].outline is not None:
        return 0
    count = 0
    while count < above and following - count - 1 > at and is_short(lines[following - count - 1]):
        count += 1
        if lines[following - count].gap:
            break
    return count


def _reach_up(lines: Sequence[Line], at: int, taken: int, above: int) -> int:
    start = at
    if lines[at].outline is not None or lines[at].listed or names_its_parts(lines[at].text):
        return start
    while start > taken and at - start < above and is_short(lines[start - 1]):
        line = lines[start - 1]
        if lines[start].gap and not (line.bold or title_weight(line.text)):
            break
        if line.text.strip() and _is_label(line):
            break
        start -= 1
    return start


def _is_label(line: Line) -> bool:
    return line.text.rstrip().endswith(":")


def _same_heading(lines: Sequence[Line], stretch: tuple[int, int], at: int) -> bool:
    """Whether the anchor at `at`, right below a heading, only completes it."""
    heading = lines[stretch[0] : stretch[1]]
    if lines[at].gap:
        return False
    if lines[at].outline is not None:
        # An employer's heading and the first role's below it are one, dates or not.
        first = heading[0].outline
        return (
            first is not None and len(heading) <= _HEADING_ROWS and (lines[at].outline or 0) > first
        )
    return not any(cut_dates(line.text)[0] for line in heading)


def _reach_down(lines: Sequence[Line], start: int, at: int, limit: int, studies: bool) -> int:
    """Past the last line below the anchor that its heading still needs."""
    stop = at + 1
    if at > start and lines[start].outline is not None and lines[at].outline is not None:
        return stop  # set as two headings: nothing of it is plain text
    if names_its_parts(lines[at].text):
        return stop
    while stop < limit and stop - at <= 3 and is_short(lines[stop]) and not lines[stop].gap:
        line = lines[stop]
        said = read_headings([[other.text for other in lines[start:stop]]], studies=studies)[0]
        words = line.text
        told = (
            title_weight(words) + employer_weight(words) + (degree_weight(words) if studies else 0)
        )
        listed_next = stop + 1 < len(lines) and lines[stop + 1].listed
        if said.title and said.employer:
            is_location = said.location is None and is_place(words) and len(words) < 50
            above = " ".join(other.text for other in lines[start:stop])
            guessed = f"{said.title}, {said.employer}" in above
            guessed = guessed and not employer_weight(said.employer) and told >= 0
            guessed = guessed or (title_weight(said.title) <= 0 and title_weight(words) >= 1)
            if not is_location and not (guessed and listed_next):
                break
            stop += 1
            continue
        ends = stop + 1 >= len(lines) or stop + 1 >= limit or lines[stop + 1].listed
        same_row = (
            line.cell is not None and lines[at].cell is not None and _row(line) == _row(lines[at])
        )
        long_next = not ends and not is_short(lines[stop + 1])
        if not (told or line.bold or ends or same_row or long_next or is_place(words)):
            break
        stop += 1
    return stop


def _row(line: Line) -> str:
    return re.sub(r"c\d+$", "", line.cell or "")


def _undated(
    lines: Sequence[Line], stretches: Sequence[tuple[int, int]], studies: bool
) -> list[tuple[int, int]]:
    """Headings without dates: short lines between lists that are set like the other headings, or
    that name a title, an employer, a degree."""
    inside = {at for start, stop in stretches for at in range(start, stop)}
    models = {_form(lines[start]) for start, _ in stretches}
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        if at in inside or not is_short(lines[at]):
            at += 1
            continue
        stop = at
        while stop < len(lines) and stop not in inside and is_short(lines[stop]):
            stop += 1
            if stop < len(lines) and lines[stop].gap:
                break
            if (
                studies
                and stop < len(lines)
                and degree_weight(lines[stop].text)
                >= 1.5
                <= max(degree_weight(line.text) for line in lines[at:stop])
            ):
                break
        block = lines[at:stop]
        if not studies and len(block) > 1 and all(_is_whole(line) for line in block):
            found += [(row, row + 1) for row in range(at, stop)]
        elif _heads(block, lines, stop, models, studies):
            found.append((at, stop))
        at = stop
    return found


def _is_whole(line: Line) -> bool:
    """Whether an undated line is a whole heading: 'Office Manager, Hale & Burke, Tulsa, OK'."""
    said = read_headings([[line.text]])[0]
    return title_weight(said.title or "") >= 1 and said.employer is not None and "," in line.text


def _heads(
    block: Sequence[Line],
    lines: Sequence[Line],
    stop: int,
    models: set[tuple[bool, bool, float | None]],
    studies: bool,
) -> bool:
    if len(block) > 3:
        return False
    if len(block) > 1 and any(is_duration(line.text) for line in block):
        return True
    words = " ".join(line.text for line in block)
    listed_next = stop < len(lines) and lines[stop].listed
    if studies:
        return degree_weight(words) >= 1.5 or employer_weight(words) > 0
    first = block[0]
    if models:
        emphasised = first.bold or first.caps
        return emphasised and _form(first) in models and (listed_next or title_weight(words) > 0)
    text_follows = stop < len(lines)
    return text_follows and (listed_next or first.bold or title_weight(words) >= 1)


def _form(line: Line) -> tuple[bool, bool, float | None]:
    return (line.bold, line.caps, line.size)
