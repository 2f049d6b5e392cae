"""The lines of one section -> entries: which lines head an entry, which are its content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from agent.documents.headings import cut_dates, employer_weight, title_weight
from agent.documents.lines import Line

_SENTENCE_END = re.compile(r"[.!?;:]$")
_HEADING_LIMIT = 160


class Group(NamedTuple):
    """An entry's heading lines and its content lines, in order."""

    heading: tuple[Line, ...]
    body: tuple[Line, ...]


def group_entries(lines: Sequence[Line], *, dated: bool) -> list[Group]:
    """Cut a section's lines into entries.

    A heading starts at a line set as a heading or at a short line that carries dates; short lines
    right above or below it that don't read as a sentence belong to it.

    Args:
        lines: the section's lines without its own heading.
        dated: True for sections whose entries have dates (experience, education, projects).

    Returns:
        Entries in order. The first has no heading if content comes before any.
    """
    marks = _mark(lines) if dated else [_outlined(line) for line in lines]
    groups: list[Group] = []
    heading: list[Line] = []
    body: list[Line] = []
    for line, is_heading in zip(lines, marks, strict=True):
        if is_heading and (body or _starts_anew(heading, line)):
            if heading or body:
                groups.append(Group(tuple(heading), tuple(body)))
            heading, body = [line], []
        elif is_heading:
            heading.append(line)
        else:
            body.append(line)
    if heading or body:
        groups.append(Group(tuple(heading), tuple(body)))
    return groups


def _starts_anew(heading: Sequence[Line], line: Line) -> bool:
    """Whether `line` heads another entry although nothing stands under the heading so far."""
    if not heading:
        return False
    if line.outline is not None and heading[-1].outline is not None:
        return line.outline <= heading[0].outline if heading[0].outline is not None else True
    has = any(cut_dates(other.text)[0] for other in heading)
    return bool(has and cut_dates(line.text)[0])


def _outlined(line: Line) -> bool:
    return line.outline is not None and not line.listed


def _mark(lines: Sequence[Line]) -> list[bool]:
    """For each line, whether it is part of a heading."""
    marks = [_outlined(line) or _dated_heading(line) for line in lines]
    anchors = [at for at, marked in enumerate(marks) if marked]
    for at in anchors:
        if lines[at].outline is None:
            _extend_up(lines, marks, at)
        _extend_down(lines, marks, at)
    return marks


def _dated_heading(line: Line) -> bool:
    if line.listed or len(line.text) > _HEADING_LIMIT:
        return False
    dates, rest = cut_dates(line.text)
    if dates is None:
        return False
    return not _reads_as_sentence(rest)


def _extend_up(lines: Sequence[Line], marks: list[bool], at: int) -> None:
    for above in range(at - 1, max(-1, at - 3), -1):
        line = lines[above]
        if marks[above] or not _short(line):
            return
        if above > 0 and not lines[above - 1].listed and len(lines[above - 1].text) > 110:
            # A last short line of running text is no heading unless it looks like one.
            if not (line.bold or title_weight(line.text) or employer_weight(line.text)):
                return
        marks[above] = True


def _extend_down(lines: Sequence[Line], marks: list[bool], at: int) -> None:
    for below in range(at + 1, min(len(lines), at + 3)):
        line = lines[below]
        if marks[below]:
            continue
        if not _short(line):
            return
        _, rest = cut_dates(lines[at].text)
        if rest and not (line.bold or title_weight(line.text) or employer_weight(line.text)):
            return
        marks[below] = True


def _short(line: Line) -> bool:
    return (
        not line.listed
        and len(line.text) <= 90
        and not _SENTENCE_END.search(line.text.rstrip())
        and not _reads_as_sentence(line.text)
    )


def _reads_as_sentence(text: str) -> bool:
    """Whether a line is running text: it ends like a sentence and is long, or begins lower-case."""
    words = text.split()
    if not words:
        return False
    if text.rstrip().endswith(".") and len(words) > 7:
        return True
    return len(words) > 14 or words[0][0].islower()
