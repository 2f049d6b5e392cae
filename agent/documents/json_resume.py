"""JSON Resume 1.0 (https://jsonresume.org/schema) -> a resume.

Locators are JSON pointers (RFC 6901): '/work/0/highlights/2'.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from agent.documents.headings import Heading, read_headings
from agent.documents.lines import Line, without_controls
from agent.documents.sections import kind_within, section_kind
from agent.errors import NothingToDo, UnreadableFile
from agent.language.dates import find_dates
from agent.models import Bullet, Dates, Entry, Resume, Section, SectionKind, Source


class Shape(NamedTuple):
    """How one list of JSON Resume becomes entries."""

    key: str
    kind: SectionKind
    heading: str
    title: tuple[str, ...]
    employer: tuple[str, ...]
    date: tuple[str, ...] = ()
    texts: tuple[str, ...] = ("summary",)
    lists: tuple[str, ...] = ("highlights",)


_SHAPES = (
    Shape("work", "experience", "Experience", ("position",), ("name", "company")),
    Shape("volunteer", "volunteering", "Volunteering", ("position",), ("organization",)),
    Shape("education", "education", "Education", ("studyType", "area"), ("institution",),
           texts=("summary",), lists=("courses", "highlights")),
    Shape("projects", "projects", "Projects", ("name",), ("entity",),
           texts=("description", "summary")),
    Shape("awards", "awards", "Awards", ("title",), ("awarder",), ("date",)),
    Shape("certificates", "certifications", "Certificates", ("name",), ("issuer",), ("date",)),
    Shape("publications", "publications", "Publications", ("name",), ("publisher",),
           ("releaseDate",)),
)  # fmt: skip
NAMED = {shape.kind: shape for shape in _SHAPES}
"""The list that holds each kind of section that has headings."""
_LISTS: tuple[tuple[str, SectionKind, str, str, str, str], ...] = (
    # key, kind, heading, name, level, keywords
    ("skills", "skills", "Skills", "name", "level", "keywords"),
    ("languages", "languages", "Languages", "language", "fluency", ""),
    ("interests", "other", "Interests", "name", "", "keywords"),
    ("references", "other", "References", "name", "reference", ""),
)


def load_json(text: str, name: str = "") -> dict[str, Any]:
    """Parse a JSON Resume document.

    Raises:
        UnreadableFile: not JSON, with line and column; or JSON of another kind.
    """
    file = f"The file {name!r}" if name else "The text"
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableFile(
            f"{file} is not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}.",
            hint="Correct that place and try again.",
        ) from None
    except (RecursionError, ValueError):
        raise UnreadableFile(
            f"{file} is nested too deeply.", hint="Use the JSON Resume form."
        ) from None
    if isinstance(document, dict) and not {
        "basics",
        "work",
        "education",
        "volunteer",
        "projects",
    } & set(document):
        for key in ("resume", "cv", "data"):
            if isinstance(document.get(key), dict):
                document = document[key]
                break
    if not isinstance(document, dict) or not {
        "basics",
        "work",
        "education",
        "volunteer",
        "projects",
    } & set(document):
        raise UnreadableFile(
            f"{file} is JSON, but not a JSON Resume: it has no 'basics' and no 'work'.",
            hint="See jsonresume.org/schema, or give the resume as .docx, .pdf or text.",
        )
    return document


def read_json_resume(text: str, source: Source) -> Resume:
    """Read a JSON Resume document.

    Raises:
        UnreadableFile: not JSON or not JSON Resume.
        NothingToDo: no entries in it.
    """
    document = load_json(text, source.name)
    basics = _mapping(document.get("basics"))
    sections: list[Section] = []
    count = 0

    def add(kind: SectionKind, heading: str, entries: Sequence[Entry]) -> None:
        nonlocal count
        if not entries:
            return
        numbered = []
        for entry in entries:
            count += 1
            bullets = tuple(
                bullet.model_copy(update={"id": f"e{count}b{at}"})
                for at, bullet in enumerate(entry.bullets, start=1)
            )
            numbered.append(entry.model_copy(update={"id": f"e{count}", "bullets": bullets}))
        sections.append(
            Section(id=f"s{len(sections) + 1}", kind=kind, heading=heading, entries=tuple(numbered))
        )

    lines = tuple(_text_lines(basics.get("summary"), "/basics/summary"))
    if lines:
        add("summary", "Summary", [Entry(id="", bullets=lines)])
    # In the order of the file: what its author put first comes first.
    for key in document:
        for shape in _SHAPES:
            if shape.key == key:
                for kind, heading, entries in _list_sections(document[key], shape):
                    add(kind, heading, entries)
        for name, kind, heading, *_ in _LISTS:
            if name == key:
                bullets = tuple(
                    Bullet(id="", text=line, locator=locator, listed=False, locked=locked)
                    for line, locator, locked in _list_lines(document, key)
                )
                add(kind, heading, [Entry(id="", bullets=bullets)] if bullets else [])
    if not sections:
        raise NothingToDo(
            "No work entries were found in the JSON Resume.",
            hint="Fill 'work' with at least one position and its 'highlights'.",
        )
    return Resume(
        name=text_of(basics.get("name")) or None,
        headline=text_of(basics.get("label")) or None,
        contacts=tuple(_contacts(basics)),
        sections=tuple(sections),
        source=source,
    )


def _list_sections(value: object, shape: Shape) -> Iterator[tuple[SectionKind, str, list[Entry]]]:
    """The sections that one list holds: items with a `section` of their own form others."""
    found: dict[str, list[Entry]] = {}
    for at, item in enumerate(_sequence(value)):
        fields = _mapping(item)
        entries = found.setdefault(text_of(fields.get("section")), [])
        name = text_of(fields.get(shape.title[0]))
        if shape.date and name and len([key for key in fields if fields[key]]) == 1:
            # A certificate that is only named is a line of a list, not an entry.
            line = Bullet(
                id="", text=name, locator=f"/{shape.key}/{at}/{shape.title[0]}", locked="a name"
            )
            if entries and not entries[-1].heading:
                last = entries.pop()
                entries.append(last.model_copy(update={"bullets": (*last.bullets, line)}))
            else:
                entries.append(Entry(id="", bullets=(line,)))
        else:
            entries.append(_entry(fields, shape, at))
    for heading, entries in found.items():
        kind = (section_kind(heading) or kind_within(heading) or "other") if heading else None
        yield kind or shape.kind, heading or shape.heading, entries


def read_item(item: Mapping[str, Any], shape: Shape) -> Heading:
    """Title, employer, location and dates of one item of a list."""
    title = ", ".join(filter(None, (text_of(item.get(key)) for key in shape.title))) or None
    employer = next(filter(None, (text_of(item.get(key)) for key in shape.employer)), None)
    location = _place(item.get("location")) or None
    dates = _dates(item, shape)
    own = item.get("heading")
    if isinstance(own, str) and own.strip():
        rows = own.split("\n")[:8]
        said = read_headings([rows], studies=shape.kind == "education")[0]
        if dates is None or (said.dates and (said.dates.end or said.dates.start) is not None):
            dates = said.dates
        if title == ", ".join(rows):
            title = said.title
    return Heading(title, employer, location, dates)


def _entry(item: Mapping[str, Any], shape: Shape, at: int) -> Entry:
    title, employer, location, dates = read_item(item, shape)
    bullets: list[Bullet] = []
    for key in shape.texts:
        bullets += _text_lines(item.get(key), f"/{shape.key}/{at}/{key}")
    for key in shape.lists:
        for number, line in enumerate(_sequence(item.get(key))):
            if text_of(line):
                locator = f"/{shape.key}/{at}/{key}/{number}"
                bullets.append(Bullet(id="", text=text_of(line), locator=locator))
    parts = (title, employer, location, dates.text if dates else None)
    own = item.get("heading")
    return Entry(
        id="",
        heading=without_controls(own)
        if isinstance(own, str) and own.strip()
        else " | ".join(part for part in parts if part),
        title=title,
        employer=employer,
        location=location,
        dates=dates,
        bullets=tuple(bullets),
    )


def _text_lines(value: object, locator: str) -> Iterator[Bullet]:
    """The lines of a text field; those of several are told apart by their row, ':2'."""
    rows = value.split("\n") if isinstance(value, str) else []
    for number, row in enumerate(rows):
        if text_of(row):
            where = locator if len(rows) == 1 else f"{locator}:{number}"
            yield Bullet(id="", text=text_of(row), locator=where, listed=False)


def _dates(item: Mapping[str, Any], shape: Shape) -> Dates | None:
    for key in shape.date:
        point = _point(item.get(key))
        if point:
            return Dates(text=text_of(item.get(key)), start=point, end=point)
    start, end = _point(item.get("startDate")), _point(item.get("endDate"))
    if not start and not end:
        return None
    begun, ended = text_of(item.get("startDate")), text_of(item.get("endDate"))
    if shape.kind == "education" and not end:
        return Dates(text=f"{begun} –", start=start)
    words = f"{begun} – {ended}" if begun and ended else f"{begun} – Present" if begun else ended
    return Dates(text=words, start=start, end=end, current=not ended)


def _point(value: object) -> str | None:
    found = find_dates(text_of(value))
    if not found:
        return None
    return found[0][1].start or found[0][1].end


def _list_lines(document: Mapping[str, Any], key: str) -> Iterator[tuple[str, str, str | None]]:
    """The lines of a list section: (text, locator, why locked)."""
    _, _, _, name_key, level_key, words_key = next(row for row in _LISTS if row[0] == key)
    for at, item in enumerate(_sequence(document.get(key))):
        if isinstance(item, str) and text_of(item):
            yield text_of(item), f"/{key}/{at}", None
            continue
        fields = _mapping(item)
        name, level = text_of(fields.get(name_key)), text_of(fields.get(level_key))
        words = [text_of(word) for word in _sequence(fields.get(words_key)) if text_of(word)]
        label = f"{name} ({level})" if name and level else name or level
        if words and label == words[0]:
            label = ""  # the list goes by its first word
        if words:
            yield (
                (f"{label}: " if label else "") + ", ".join(words),
                f"/{key}/{at}/{words_key}",
                None,
            )
        elif label:
            yield label, f"/{key}/{at}", "a field with a level of its own" if level else None


def _contacts(basics: Mapping[str, Any]) -> Iterator[str]:
    for key in ("email", "phone", "url", "website"):
        if text_of(basics.get(key)):
            yield text_of(basics[key])
    place = _place(basics.get("location"))
    if place:
        yield place
    for profile in _sequence(basics.get("profiles")):
        fields = _mapping(profile)
        words = [text_of(fields.get(key)) for key in ("network", "username", "url")]
        if any(words):
            yield " ".join(word for word in words if word)


def _place(value: object) -> str:
    if isinstance(value, str):
        return text_of(value)
    fields = _mapping(value)
    keys = ("address", "postalCode", "city", "region", "countryCode")
    return ", ".join(filter(None, (text_of(fields.get(key)) for key in keys)))


def lines_of(resume: Resume) -> list[Line]:
    """The visible lines of a resume read from JSON, for `read_text`."""
    lines = [Line(text, "") for text in (resume.name, resume.headline, *resume.contacts) if text]
    for section in resume.sections:
        lines.append(Line(section.heading, ""))
        for entry in section.entries:
            if entry.heading:
                lines.append(Line(entry.heading, ""))
            lines += [Line(bullet.text, bullet.locator, bullet.listed) for bullet in entry.bullets]
    return lines


def text_of(value: object) -> str:
    """A field's words on one line; numbers as people see them, anything else as nothing."""
    if isinstance(value, str):
        return " ".join(without_controls(value).split())
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _sequence(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()
