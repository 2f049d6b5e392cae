"""Lines of any file -> a Resume: head, sections, entries, bullets.

Nothing visible is lost: a line that is not understood goes to the nearest entry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from agent.documents.entries import group_entries
from agent.documents.headings import Heading, cut_dates, read_heading, title_weight
from agent.documents.lines import Line
from agent.documents.sections import section_kind
from agent.models import Bullet, Entry, Resume, Section, SectionKind, Source

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
    return len(line.text) < 160 and cut_dates(line.text)[0] is not None


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
    groups = group_entries(part.lines, dated=part.kind in _DATED_KINDS)
    studies = part.kind == "education"
    entries: list[Entry] = []
    for number, group in enumerate(groups, start=first):
        texts = [line.text for line in group.heading]
        heading = read_heading(texts, studies=studies) if texts else Heading()
        entry_id = f"e{number}"
        entries.append(
            Entry(
                id=entry_id,
                heading="\n".join(texts),
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
