"""Lines of any file -> a Resume: head, sections, entries, bullets.

Nothing visible is lost: a line that is not understood goes to the nearest entry.
"""

from __future__ import annotations

from collections.abc import Sequence

from agent.documents.cautions import cautions
from agent.documents.entries import Group, group_entries
from agent.documents.head import is_contact, is_page_number, labelled_name, read_head, take_labelled
from agent.documents.heading_lines import dated_edge
from agent.documents.headings import Heading, read_headings
from agent.documents.lines import Line, without_controls
from agent.documents.names import find_name_below
from agent.documents.section_cut import Part, cut_sections, label_kind
from agent.documents.sections import section_kind
from agent.documents.speech import language_of
from agent.documents.words import degree_weight, is_place, title_weight
from agent.models import Bullet, Dates, Entry, Resume, Section, SectionKind, Source

_DATED_KINDS: frozenset[SectionKind] = frozenset(
    ("experience", "education", "projects", "volunteering", "publications", "awards",
     "certifications", "other")
)  # fmt: skip


def structure(lines: Sequence[Line], source: Source | None = None) -> Resume:
    """Turn lines in reading order into a resume.

    Args:
        lines: as a format room emits them.
        source: kept on the resume so that the same file can be given back.
    """
    lines = [
        line._replace(text=without_controls(line.text))
        for line in lines
        if any(char.isalnum() for char in line.text)
    ]
    body, margin = _margins(lines)
    above, parts = cut_sections(body)
    head = read_head(above)
    if head.name is None:
        above, parts = cut_sections(_name_first(body, above))
        head = read_head(above)
    contacts = list(head.contacts)
    if head.rest:
        dated = any(dated_edge(line.text) for line in head.rest)
        parts.insert(0, Part("experience" if dated else "summary", "", list(head.rest)))
    parts = [_as_filled(part) for part in _with_jobs_found(parts)]
    parts, details = _personal(parts)
    said, others = labelled_name(details)
    name = said or head.name
    contacts += others
    if margin:
        parts.append(Part("other", "", margin))
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
        headline=head.headline,
        contacts=tuple(dict.fromkeys(contacts)),
        sections=tuple(sections),
        language=language_of("\n".join(line.text for line in lines)),
        warnings=cautions(lines, sections),
        source=source,
    )


def _margins(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The document with its page headers in front, and the lines of footers and notes; page
    numbers are layout and left out, and so is a header that the document repeats."""
    body = [line for line in lines if line.place not in ("header", "footer", "footnote")]
    said = {line.text.strip() for line in body}
    header: list[Line] = []
    margin: list[Line] = []
    for line in lines:
        text = line.text.strip()
        if line.place in ("header", "footer") and (is_page_number(text) or text in said):
            continue
        if line.place == "header":
            header.append(line)
            said.add(text)
        elif line.place in ("footer", "footnote"):
            (header if is_contact(text) else margin).append(line)
            said.add(text)
    return header + body, margin


def _name_first(lines: list[Line], above: Sequence[Line]) -> list[Line]:
    """The lines with the name, and what stands below it up to the next section, in front: in
    reading order a side column may come before them."""
    at = find_name_below(lines)
    if at is None or at < len(above):
        return lines
    stop = at + 1
    while stop < len(lines) and not (lines[stop].listed or section_kind(lines[stop].text)):
        stop += 1
    return [*lines[at:stop], *lines[:at], *lines[stop:]]


def _with_jobs_found(parts: list[Part]) -> list[Part]:
    """The sections; where none is named as work, the jobs that stand below another name (a heading
    that was lost on the way) are a section of their own."""
    if any(part.kind == "experience" for part in parts):
        return parts
    found: list[Part] = []
    for part in parts:
        start = None
        if part.kind in ("summary", "skills", "awards"):
            start = next((at for at, line in enumerate(part.lines) if _is_job(line)), None)
        if start is None:
            found.append(part)
            continue
        found += (
            [Part(part.kind, part.heading, part.lines[:start])] if start or part.heading else []
        )
        found.append(Part("experience", "", part.lines[start:]))
    return found


def _as_filled(part: Part) -> Part:
    """'Qualifications' are a summary, or degrees with their dates."""
    degrees = sum(degree_weight(line.text) >= 1.5 for line in part.lines if _is_dated(line))
    if part.kind != "summary" or not degrees or 2 * degrees < len(part.lines):
        return part
    return part._replace(kind="education")


def _is_dated(line: Line) -> bool:
    return dated_edge(line.text, studies=True) is not None


def _is_job(line: Line) -> bool:
    """A dated range beside an occupation."""
    dates = None if line.listed else dated_edge(line.text)
    ranged = dates is not None and (dates.current or dates.start != dates.end)
    return ranged and title_weight(line.text) >= 1


def _personal(parts: list[Part]) -> tuple[list[Part], list[tuple[str, str]]]:
    """The sections without personal details, and these as (label, value)."""
    kept: list[Part] = []
    details: list[tuple[str, str]] = []
    for part in parts:
        if part.kind not in ("other", "summary") or not part.lines:
            kept.append(part)
            continue
        pairs, lines = take_labelled(part.lines)
        details += pairs
        if part.kind == "other":
            reached = any(is_contact(line.text) for line in lines)
            own = [
                line for line in lines if is_contact(line.text) or (reached and is_place(line.text))
            ]
            details += [("", line.text.strip()) for line in own]
            lines = [line for line in lines if line not in own]
        if lines:
            kept.append(Part(part.kind, part.heading, lines))
        elif section_kind(part.heading) is None and part.heading:
            details.append(("", part.heading))
    return kept, details


def _entries(part: Part, *, first: int) -> tuple[Entry, ...]:
    studies = part.kind == "education"
    labelled = not part.heading and part.lines and label_kind(part.lines[0]) is not None
    dated = part.kind in _DATED_KINDS and not labelled
    items = part.kind != "certifications"
    groups = group_entries(part.lines, dated=dated, studies=studies, items=items)
    groups = _under_umbrellas(groups, studies) if dated else groups
    headings = read_headings(
        [[line.text for line in g.heading] for g in groups],
        studies=studies,
        works=part.kind in ("publications", "awards", "certifications"),
    )
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
            # One part each: the words above name the employer, those below the role.
            single = (upper.title is None) != (upper.employer is None) and lower.employer is None
            told = title_weight(lower.title or "") > title_weight(upper.title or "")
            within = upper.dates is None or (
                lower.dates is not None and _contains(upper.dates, lower.dates)
            )
            if single and (nested or (within and (told or upper.title is None))):
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
