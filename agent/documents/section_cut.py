"""Lines -> the head and the sections of a resume.

A section starts at a line that names one (`section_kind`). Names alone would also hit a label in
a section ("Achievements" under a job), so the document's own habit decides: if its section names
are set as headings, in capitals or in bold, a line that is not is no section. The same habit finds
sections whose names are not known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from agent.documents.heading_lines import dated_edge
from agent.documents.lines import Line
from agent.documents.sections import kind_within, section_kind
from agent.documents.words import degree_weight, employer_weight, title_weight
from agent.models import SectionKind

# Sections that stand in one line even below others: "Skills: Go, Rust".
_LABELLED = ("skills", "languages", "certifications", "education")
_Form = tuple[bool, bool, float | None, int | None]


class Part(NamedTuple):
    """A section's kind, its heading as written ('' if it has none), and its lines."""

    kind: SectionKind
    heading: str
    lines: list[Line]


class _Habit(NamedTuple):
    """How the document sets its section names."""

    level: int | None
    """Heading level of section names, where the format has levels."""
    caps: bool
    emphasised: bool
    colons: bool
    """Whether section names end with a colon."""
    forms: frozenset[_Form]
    """Formats that known section names have and nothing else seems to have."""


def cut_sections(lines: Sequence[Line]) -> tuple[list[Line], list[Part]]:
    """The lines above the first section, and the sections in order."""
    habit = _habit(lines)
    head: list[Line] = []
    parts: list[Part] = []
    for at, line in enumerate(lines):
        kind = _heading_kind(lines, at, habit)
        if kind is not None and _only_labels(parts, kind, line, habit):
            kind = None
        if kind is not None:
            parts.append(Part(kind, line.text.strip(), []))
            continue
        label = label_kind(line) if not parts or parts[-1].kind != "skills" else None
        if label in ("other", "experience") or (parts and label not in _LABELLED):
            label = None
        if label is not None and _free_standing(lines, at, parts):
            parts.append(Part(label, "", [line]))
        else:
            (parts[-1].lines if parts else head).append(line)
    return head, parts


def _habit(lines: Sequence[Line]) -> _Habit:
    named = [line for line in lines if _may_head(line) and section_kind(line.text)]
    levels = [line.outline for line in named if line.outline is not None]
    level = Counter(levels).most_common(1)[0][0] if levels else _unnamed_level(lines)
    capitals = sum(line.caps for line in named)
    emphasised = sum(line.bold or line.caps or line.outline is not None for line in named)
    sizes = Counter(line.size for line in lines if line.size and len(line.text) > 40)
    body = sizes.most_common(1)[0][0] if sizes else None
    forms = Counter(_form(line) for line in named)
    plain = {
        _form(line) for line in lines if line.listed or dated_edge(line.text) or len(line.text) > 60
    }
    special = frozenset(
        form
        for form, count in forms.items()
        if form not in plain
        and (count >= 2 or form[3] is not None)
        and (form[3] is not None or form[1] or (form[0] and (form[2] or 0) > (body or 99)))
    )
    colons = sum(line.text.rstrip().endswith(":") for line in named)
    return _Habit(
        level,
        caps=capitals * 3 >= len(named) * 2 > 2,
        emphasised=emphasised * 2 > len(named),
        colons=colons * 2 > len(named),
        forms=special,
    )


def _unnamed_level(lines: Sequence[Line]) -> int | None:
    """The heading level of sections in a language whose names are not known: the uppermost that has
    several headings without dates."""
    counts = Counter(
        line.outline
        for line in lines[1:]
        if line.outline is not None and _may_head(line) and not dated_edge(line.text)
    )
    return min((level for level, count in counts.items() if count > 1), default=None)


def _form(line: Line) -> _Form:
    return (line.bold, line.caps, line.size, line.outline)


def _may_head(line: Line) -> bool:
    return not line.listed and line.place not in ("header", "footer", "footnote")


def _heading_kind(lines: Sequence[Line], at: int, habit: _Habit) -> SectionKind | None:
    line = lines[at]
    if not _may_head(line):
        return None
    text = line.text.strip()
    known = section_kind(text)
    if known is not None:
        return known if _set_as_section(lines, at, habit) else None
    if at == 0 or len(text) > 60 or dated_edge(text) or text.endswith((".", ",")):
        return None
    if line.outline is not None and habit.level is not None:
        if line.outline == habit.level and not _names_entry(text):
            return kind_within(text) or "other"
        return None
    if _form(line) in habit.forms and not _names_entry(text) and len(text.split()) <= 8:
        return kind_within(text) or "other"
    return None


def _names_entry(text: str) -> bool:
    return title_weight(text) > 0 or employer_weight(text) > 0 or degree_weight(text) >= 1.5


def _set_as_section(lines: Sequence[Line], at: int, habit: _Habit) -> bool:
    """Whether a line that has a section's name is also set like one."""
    line = lines[at]
    text = line.text.strip()
    if line.outline is not None:
        return habit.level is None or line.outline <= habit.level
    if line.cell is not None and text.endswith(":"):
        # A row's label: 'Education: | MSc'; what fills a whole cell beside it is a section.
        beside = [other for other in lines[at + 1 : at + 4] if _row(other) == _row(line)]
        if len(beside) == 1 and len(beside[0].text) < 80:
            return False
    if text.endswith(":") and not habit.colons and not line.gap and at > 0:
        # 'Key achievements:' right above bullets, where real section names have no colon.
        return False
    if habit.level is not None:
        return line.bold or line.caps or text.endswith(":")
    if habit.caps and not line.caps:
        return False
    return not habit.emphasised or line.bold or line.caps


def _only_labels(parts: list[Part], kind: SectionKind, line: Line, habit: _Habit) -> bool:
    """'Software' under 'Skills' in a lesser format is a label of that section."""
    if not parts or line.outline is not None or _form(line) in habit.forms:
        return False
    return parts[-1].kind == kind == "skills" and not line.caps and not line.gap


def label_kind(line: Line) -> SectionKind | None:
    """'Skills: Go, Rust' is a section of one line."""
    label, colon, rest = line.text.partition(":")
    if not colon or not rest.strip() or line.listed or line.outline is not None:
        return None
    if line.cell is not None or not _may_head(line):
        return None
    return section_kind(label)


def _free_standing(lines: Sequence[Line], at: int, parts: list[Part]) -> bool:
    """Whether a labelled line stands outside a list of duties."""
    if not parts:
        return True
    after = lines[at + 1] if at + 1 < len(lines) else None
    return lines[at].gap or (after is not None and after.outline is not None) or after is None


def _row(line: Line) -> str | None:
    return line.cell.rpartition("c")[0] if line.cell else None
