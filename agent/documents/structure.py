"""Lines of any file -> a Resume: head, sections, entries, bullets.

Nothing visible is lost: a line that is not understood goes to the nearest entry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from agent.documents.entries import Group, dated_edge, group_entries
from agent.documents.headings import Heading, cut_dates, read_headings
from agent.documents.lines import Line
from agent.documents.sections import section_kind
from agent.documents.words import title_weight
from agent.models import Bullet, Dates, Entry, Resume, Section, SectionKind, Source

_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|https?://|www\.|linkedin\.|github\.|\b[\w-]+\.(?:com|org|net|io|de|fr|es|nl|dev|me|co)\b"
    r"|(?:\+?\d[\d ()./-]{7,}\d)|(?i:\b(?:e-?mail|phone|tel|mobile|mobil|telefon|téléphone|teléfono|adresse?|address|dirección|adres)\b ?[:.])"
)
_DATED_KINDS: frozenset[SectionKind] = frozenset(
    ("experience", "education", "projects", "volunteering", "publications", "awards",
     "certifications", "other")
)  # fmt: skip


class _Part(NamedTuple):
    kind: SectionKind
    heading: str
    lines: list[Line]


def structure(lines: Sequence[Line], source: Source | None = None) -> Resume:
    """Turn lines in reading order into a resume.

    Args:
        lines: as a format room emits them.
        source: kept on the resume so that the same file can be given back.
    """
    lines = [line for line in lines if line.text.strip()]
    head, parts = _cut_sections(lines)
    name, headline, contacts, rest = _read_head(head)
    if rest:
        kind: SectionKind = "experience" if any(_looks_dated(line) for line in rest) else "summary"
        parts.insert(0, _Part(kind, "", rest))
    sections: list[Section] = []
    count = 0
    for number, part in enumerate(parts, start=1):
        entries = _entries(part, first=count + 1)
        count += len(entries)
        sections.append(
            Section(id=f"s{number}", kind=part.kind, heading=part.heading, entries=entries)
        )
    return Resume(
        name=name,
        headline=headline,
        contacts=contacts,
        sections=tuple(sections),
        source=source,
    )


def _looks_dated(line: Line) -> bool:
    return dated_edge(line.text) is not None


def _cut_sections(lines: Sequence[Line]) -> tuple[list[Line], list[_Part]]:
    levels = [
        line.outline for line in lines if line.outline is not None and section_kind(line.text)
    ]
    level = min(levels) if levels else None
    head: list[Line] = []
    parts: list[_Part] = []
    for at, line in enumerate(lines):
        kind = _heading_kind(line, level, at)
        if kind is not None:
            parts.append(_Part(kind, line.text, []))
            continue
        label = _label_kind(line) if not parts or parts[-1].kind != "skills" else None
        if label is not None:
            parts.append(_Part(label, "", [line]))
        else:
            (parts[-1].lines if parts else head).append(line)
    return head, parts


def _label_kind(line: Line) -> SectionKind | None:
    """'Skills: Go, Rust' is a section of one line."""
    label, colon, rest = line.text.partition(":")
    if not colon or not rest.strip() or line.listed or line.outline is not None:
        return None
    kind = section_kind(label)
    return kind if kind in ("skills", "languages", "certifications") else None


def _heading_kind(line: Line, level: int | None, at: int) -> SectionKind | None:
    if line.listed or line.place in ("header", "footer", "footnote"):
        return None
    text = line.text.strip()
    if line.outline is not None:
        known = section_kind(text)
        if known is not None:
            return known
        if level is not None and line.outline == level and at > 0 and not _looks_dated(line):
            return "other"
        return None
    known = section_kind(text)
    if known is None:
        return None
    if level is not None and not (line.bold or line.caps or text.endswith(":")):
        return None
    return known


def _read_head(head: list[Line]) -> tuple[str | None, str | None, tuple[str, ...], list[Line]]:
    """Name, headline and contact lines of what stands above the first section; and the rest."""
    name: str | None = None
    headline: str | None = None
    contacts: list[str] = []
    rest: list[Line] = []
    for line in head:
        text = line.text.strip()
        if rest or (
            _looks_dated(line) and (line.outline is not None or title_weight(cut_dates(text)[1]))
        ):
            rest.append(line)
        elif _CONTACT.search(text) and len(text) < 200:
            contacts.append(text)
        elif line.listed or len(text) > 120:
            rest.append(line)
        elif name is None and len(text.split()) <= 6 and not any(char.isdigit() for char in text):
            name = text
        elif name is not None and headline is None and len(text) <= 90 and title_weight(text):
            headline = text
        elif name is not None and len(text) <= 60 and not text.endswith("."):
            contacts.append(text)
        else:
            rest.append(line)
    return name, headline, tuple(contacts), rest


def _entries(part: _Part, *, first: int) -> tuple[Entry, ...]:
    studies = part.kind == "education"
    dated = part.kind in _DATED_KINDS
    groups = group_entries(part.lines, dated=dated, studies=studies)
    groups = _under_umbrellas(groups, studies) if dated else groups
    headings = read_headings([[line.text for line in g.heading] for g in groups], studies=studies)
    if part.kind == "experience":
        headings = _inherit(headings)
    entries: list[Entry] = []
    for number, (group, heading) in enumerate(zip(groups, headings, strict=True), start=first):
        entry_id = f"e{number}"
        entries.append(
            Entry(
                id=entry_id,
                heading="\n".join(line.text for line in group.heading),
                title=heading.title,
                employer=heading.employer,
                location=heading.location,
                dates=heading.dates,
                bullets=tuple(
                    Bullet(
                        id=f"{entry_id}b{at}",
                        text=line.text.strip(),
                        locator=line.locator,
                        listed=line.listed,
                        locked=line.locked,
                    )
                    for at, line in enumerate(group.body, start=1)
                ),
            )
        )
    return tuple(entries)


def _under_umbrellas(groups: list[Group], studies: bool) -> list[Group]:
    """An employer's own line with its overall dates heads the first of the roles below it."""
    joined: list[Group] = []
    for at, group in enumerate(groups):
        above = joined[-1] if joined else None
        if above and above.heading and not above.body and at > 0:
            texts = [[line.text for line in g.heading] for g in (above, group)]
            upper, lower = read_headings(texts, studies=studies)
            outlined = above.heading[0].outline, group.heading[0].outline if group.heading else None
            nested = None not in outlined and (outlined[1] or 0) > (outlined[0] or 0)
            alone = upper.employer is not None and upper.title is None
            within = upper.dates is None or (
                lower.dates is not None and _contains(upper.dates, lower.dates)
            )
            if (alone or nested) and lower.employer is None and (within or nested):
                joined[-1] = Group((*above.heading, *group.heading), group.body)
                continue
        joined.append(group)
    return joined


def _contains(outer: Dates, inner: Dates) -> bool:
    start = (outer.start or "")[:4] <= (inner.start or inner.end or "9999")[:4]
    end = outer.current or (outer.end or "")[:4] >= (inner.end or "9999")[:4]
    return start and end


def _inherit(headings: list[Heading]) -> list[Heading]:
    """A role without an employer, below one that has it, was at the same employer."""
    full: list[Heading] = []
    for heading in headings:
        if heading.employer is None and heading.title and heading.dates and full:
            heading = heading._replace(employer=full[-1].employer)
        full.append(heading)
    return full
