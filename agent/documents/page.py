"""A resume as the rows of a new, plain page, in a form that is read back as the same resume.

Title, employer, place and dates can be set in several ways, and readers guess which is which. So
each section tries the forms below in turn and keeps the first that comes back with the same
headings and lines: a designed one, then the person's own heading as it stood, last one with labels
("Position: ... | Employer: ...") that leaves nothing to guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from agent.documents.lines import Line
from agent.documents.structure import structure
from agent.models import Dates, Entry, Resume, Section, SectionKind

SECTION_NAMES: dict[SectionKind, str] = {
    "summary": "Summary",
    "experience": "Experience",
    "education": "Education",
    "skills": "Skills",
    "certifications": "Certifications",
    "projects": "Projects",
    "languages": "Languages",
    "volunteering": "Volunteering",
    "publications": "Publications",
    "awards": "Awards",
    "other": "Additional information",
}
_JOINING = frozenset("at @ from to bei chez en bij von de of and und in".split())  # noqa: SIM905
_TRIES = 10
_Form = Literal["designed", "barred", "own", "labelled"]


class Row(NamedTuple):
    """One row of the new page."""

    kind: Literal["name", "headline", "contact", "section", "heading", "more", "item", "text"]
    """`more` goes on with a heading, `item` is listed, `text` is not."""
    text: str
    aside: str = ""
    """Dates, set apart from a heading's words."""


class _Setting(NamedTuple):
    """How one section is set."""

    form: _Form = "designed"
    listed: bool = False
    """Every line as a list item, so that none reads as a heading."""
    renamed: bool = False
    """Under the usual name of its kind."""


_SETTINGS: tuple[_Setting, ...] = (
    _Setting("designed"), _Setting("barred"), _Setting("own"),
    _Setting("designed", listed=True), _Setting("own", listed=True),
    _Setting("labelled"), _Setting("labelled", listed=True),
)  # fmt: skip


def page_rows(
    resume: Resume, read: Callable[[Sequence[Row]], Sequence[Line]], *, joined: bool = False
) -> list[Row]:
    """The rows of a page that says what `resume` says, set so that it is read back the same.

    Args:
        resume: with all changes in it.
        read: how the format hands the rows to a reader.
        joined: the designed form is one row, 'Title — Employer, Place', instead of two.

    Returns:
        The rows; where no form is read back the same, those that come closest.
    """
    tried = dict.fromkeys(range(len(resume.sections)), 0)
    renamed: set[int] = set()
    head_form = 0
    best: tuple[int, list[Row]] | None = None
    for _ in range(_TRIES):
        settings = [
            _SETTINGS[tried[at]]._replace(renamed=at in renamed)
            for at in range(len(resume.sections))
        ]
        rows = _rows(resume, settings, labelled_head=head_form > 0, joined=joined)
        again = structure(read(rows))
        wrong, lost = _differing(resume, again)
        head_differs = _head(resume) != _head(again)
        faults = len(wrong) + len(lost) + head_differs
        if best is None or faults < best[0]:
            best = (faults, rows)
        if not faults:
            break
        renamed |= lost
        moved = False
        for at in wrong:
            if tried[at] + 1 < len(_SETTINGS):
                tried[at] += 1
                moved = True
        if head_differs and not head_form:
            head_form, moved = 1, True
        if not moved and not lost:
            break
    assert best is not None
    return best[1]


def _rows(
    resume: Resume, settings: Sequence[_Setting], *, labelled_head: bool, joined: bool
) -> list[Row]:
    rows: list[Row] = []
    if resume.name:
        rows.append(Row("name", f"Name: {resume.name}" if labelled_head else resume.name))
    if resume.headline:
        rows.append(Row("headline", resume.headline))
    rows += [Row("contact", contact) for contact in resume.contacts]
    for section, setting in zip(resume.sections, settings, strict=True):
        heading = "" if setting.renamed else section.heading.strip(" :")
        rows.append(Row("section", heading or SECTION_NAMES[section.kind]))
        for entry in section.entries:
            rows += _heading_rows(entry, setting.form, joined=joined)
            rows += [
                Row("item" if bullet.listed or setting.listed else "text", bullet.text)
                for bullet in entry.bullets
            ]
    return rows


class Parts(NamedTuple):
    """An entry's heading in parts; no word of the original is lost."""

    title: str
    employer: str
    location: str
    dates: str
    rest: str
    """Words of the original heading that none of the four holds."""


def heading_parts(entry: Entry) -> Parts:
    """The heading of an entry in parts, as a new document shows it."""
    rest = entry.heading
    parts = {
        name: part
        for name, part in (
            ("title", entry.title),
            # An employer taken over from the role above is not in this heading's own words.
            ("employer", entry.employer),
            ("location", entry.location),
            ("dates", entry.dates.text if entry.dates else None),
        )
        if part and _words(part) <= _words(entry.heading)
    }
    for part in sorted(parts.values(), key=len, reverse=True):
        # "Tampere , Finland" is written "Tampere, Finland" once it is understood.
        rest = re.sub(_literal(part), "\t", rest, count=1)
    pieces = [piece.strip(" ,;:|()[]–—-·•/@.") for piece in re.split(r"[\t\n|]+", rest)]
    kept = [piece for piece in pieces if piece and piece.lower() not in _JOINING]
    return Parts(
        parts.get("title", ""),
        parts.get("employer", ""),
        parts.get("location", ""),
        parts.get("dates", ""),
        " · ".join(kept),
    )


def _literal(part: str) -> str:
    """A pattern for the words of `part` with any spacing between them."""
    return r"\s*".join(re.escape(piece) for piece in re.findall(r"\w+|[^\w\s]", part))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _heading_rows(entry: Entry, form: _Form, *, joined: bool) -> list[Row]:
    if not entry.heading:
        return []
    parts = heading_parts(entry)
    if form == "own":
        first, *more = [" ".join(row.split(" ")) for row in entry.heading.split("\n")]
        return [Row("heading", first), *(Row("more", row) for row in more)]
    if form == "labelled":
        named = zip(("Position", "Employer", "Location", "Dates", "Note"), parts, strict=True)
        return [Row("heading", " | ".join(f"{label}: {part}" for label, part in named if part))]
    if form == "barred":
        words = " | ".join(
            part for part in (parts.title, parts.employer, parts.location, parts.rest) if part
        )
        return [Row("heading", words, parts.dates)]
    where = ", ".join(part for part in (parts.employer, parts.location) if part)
    if joined:
        words = " — ".join(part for part in (parts.title, where) if part)
        return [Row("heading", " | ".join(filter(None, (words, parts.rest))), parts.dates)]
    first = parts.title or where or parts.rest
    second = [where if parts.title else "", parts.rest if first != parts.rest else ""]
    rows = [Row("heading", first, parts.dates)]
    if any(second):
        rows.append(Row("more", " | ".join(part for part in second if part)))
    return rows


def _head(resume: Resume) -> tuple[str, str, set[str]]:
    """Contacts may change places, as labelled ones are read first."""
    contacts = {_spaced(contact) for contact in resume.contacts}
    return (_spaced(resume.name), _spaced(resume.headline), contacts)


def _spaced(text: str | None) -> str:
    return " ".join((text or "").replace("\u200b", " ").split())


def _differing(resume: Resume, again: Resume) -> tuple[set[int], set[int]]:
    """The numbers of the sections that came back otherwise, and of those that did not come back."""
    mine = [_key(section) for section in resume.sections]
    theirs = [_key(section) for section in again.sections]
    twins: dict[int, int] = {}
    for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks():
        twins.update((block.a + step, block.b + step) for step in range(block.size))
    lost = set(range(len(mine))) - set(twins)
    wrong = {
        at
        for at, twin in twins.items()
        if _said(resume.sections[at]) != _said(again.sections[twin])
        or not _keeps_words(resume.sections[at], again.sections[twin])
    }
    extra = set(range(len(theirs))) - set(twins.values())
    for at in extra:
        # A line of the section above was taken for a section's name.
        above = [mine_at for mine_at, twin in twins.items() if twin < at]
        wrong |= {max(above)} if above else set()
    return wrong | lost, lost


def _key(section: Section) -> tuple[str, bool]:
    return (section.kind, bool(section.entries))


def _said(section: Section) -> list[tuple[object, ...]]:
    return [
        (
            _spaced(entry.title),
            _spaced(entry.employer),
            _spaced(entry.location),
            _when(entry.dates),
            tuple(_spaced(bullet.text) for bullet in entry.bullets),
        )
        for entry in section.entries
    ]


def _when(dates: Dates | None) -> tuple[object, ...] | None:
    if dates is None:
        return None
    return (dates.start, dates.end, dates.current, dates.expected, _spaced(dates.text))


def _keeps_words(section: Section, again: Section) -> bool:
    return all(
        heading_words(entry) <= heading_words(twin)
        for entry, twin in zip(section.entries, again.entries, strict=True)
    )


def heading_words(entry: Entry) -> set[str]:
    """The words of an entry's heading but for those that only join its parts."""
    return _words(entry.heading) - _JOINING
