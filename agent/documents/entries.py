"""The lines of one section -> entries: which lines head an entry, which are its content.

A heading is found by its anchor: a line set as a heading, or a short line with dates at its edge.
How many lines above an anchor belong to it is learnt from the section's first entry, because people
set all entries of a section alike; how many below, from what the heading still lacks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from agent.documents.headings import cut_dates, locate_dates, names_its_parts, read_headings
from agent.documents.lines import Line
from agent.documents.words import degree_weight, employer_weight, is_place, title_weight
from agent.models import Dates

_HEADING_LIMIT = 160
_SHORT_LIMIT = 100
_HEADING_ROWS = 5
_PREPOSITION = re.compile(
    r"\b(?:in|by|during|of|for|on|im|am|en|op|since|durch|pour|para|voor|and|or|over|than|fy)$",
    re.I,
)
# First words of duties; a line that starts with one is content, however short.
_DUTY = re.compile(
    r"(?:[a-z]{2,}(?:ed|ized|ised)|led|built|ran|wrote|made|taught|grew|won|cut|kept|held|drove|sold"
    r"|responsible|duties|verantwortlich|responsable de|gpa|cumulative|grade|dissertation|thesis"
    r"|relevant|coursework|honou?rs|dean|minor|note|abschluss|schwerpunkte?|technolog\w+|skills)\b",
    re.I,
)


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
    stretches = _stretches(lines, anchors, studies)
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


def dated_edge(text: str, *, studies: bool = False) -> Dates | None:
    """The dates that a line carries at its edge, as headings do; None for a line of running text
    that merely mentions a date."""
    if len(text) > _HEADING_LIMIT:
        return None
    dates, rest = cut_dates(text)
    if dates is None or not rest:
        return dates
    if text.rstrip().endswith(".") and len(text.split()) > 6:
        return None
    located = locate_dates(text)
    if located is not None:
        span, _ = located
        before, after = text[: span.start].rstrip(), text[span.end :].strip(" )].,;|")
        at_edge = not before.strip(" ([") or len(after) <= 45 or "\t" in text or "|" in text
        at_edge = at_edge or (studies and degree_weight(before) >= 1.5)
        if not at_edge or (not studies and _PREPOSITION.search(before)):
            return None
        if after and after[0].islower() and not is_place(after):
            return None
    return None if reads_as_sentence(rest) else dates


def reads_as_sentence(text: str) -> bool:
    """Whether a line is running text: long, or begins lower-case, or ends like a sentence."""
    words = text.split()
    if not words:
        return False
    if text.rstrip().endswith((".", "!", "?", ";")) and len(words) > 7:
        return True
    return len(words) > 16 or words[0][0].islower()


def _short(line: Line) -> bool:
    """Whether a line may be part of a heading, by its form."""
    text = line.text.strip()
    return (
        not line.listed
        and len(text) <= _SHORT_LIMIT
        and not text.endswith((":", ";", "!", "?"))
        and not (text.endswith(".") and len(text.split()) > 5)
        and not reads_as_sentence(text)
        and not _is_duty(text)
        and line.place not in ("header", "footer", "footnote")
    )


def _is_duty(text: str) -> bool:
    """'Managed accounts' is a duty; 'Registered Nurse' is a title all the same."""
    if not _DUTY.match(text):
        return False
    words = text.split()
    return len(words) < 2 or not words[1][:1].isupper() or title_weight(text) < 1


def _stretches(
    lines: Sequence[Line], anchors: Sequence[int], studies: bool
) -> list[tuple[int, int]]:
    """(first, past last) line of the heading around each anchor; anchors of one heading joined."""
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
        stretches[-1] = (start, _reach_down(lines, start, at, limit, studies))
    return stretches


def _lines_above_first(lines: Sequence[Line], anchors: Sequence[int]) -> int:
    """How many short lines stand right above the first dated anchor."""
    if not anchors or lines[anchors[0]].outline is not None or lines[anchors[0]].listed:
        return 0
    count = 0
    for at in range(anchors[0] - 1, max(-1, anchors[0] - 4), -1):
        if not _short(lines[at]):
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
    while count < above and following - count - 1 > at and _short(lines[following - count - 1]):
        count += 1
        if lines[following - count].gap:
            break
    return count


def _reach_up(lines: Sequence[Line], at: int, taken: int, above: int) -> int:
    start = at
    if lines[at].outline is not None or lines[at].listed or names_its_parts(lines[at].text):
        return start
    while start > taken and at - start < above and _short(lines[start - 1]):
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
    while stop < limit and stop - at <= 3 and _short(lines[stop]) and not lines[stop].gap:
        line = lines[stop]
        said = read_headings([[other.text for other in lines[start:stop]]], studies=studies)[0]
        words = line.text
        told = (
            title_weight(words) + employer_weight(words) + (degree_weight(words) if studies else 0)
        )
        listed_next = stop + 1 < len(lines) and lines[stop + 1].listed
        if said.title and said.employer:
            is_location = said.location is None and is_place(words) and len(words) < 50
            guessed = f"{said.title}, {said.employer}" in " ".join(
                other.text for other in lines[start:stop]
            ) and not employer_weight(said.employer)
            if not is_location and not (guessed and listed_next and told >= 0):
                break
            stop += 1
            continue
        ends = stop + 1 >= len(lines) or stop + 1 >= limit or lines[stop + 1].listed
        same_row = (
            line.cell is not None and lines[at].cell is not None and _row(line) == _row(lines[at])
        )
        long_next = not ends and not _short(lines[stop + 1])
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
        if at in inside or not _short(lines[at]):
            at += 1
            continue
        stop = at
        while stop < len(lines) and stop not in inside and _short(lines[stop]):
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
        if _heads(block, lines, stop, models, studies):
            found.append((at, stop))
        at = stop
    return found


def _heads(
    block: Sequence[Line],
    lines: Sequence[Line],
    stop: int,
    models: set[tuple[bool, bool, float | None]],
    studies: bool,
) -> bool:
    if len(block) > 3:
        return False
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
