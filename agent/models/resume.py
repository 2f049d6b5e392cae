"""The person's own history, and the only source of what may be said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from agent.models.base import Frozen

SectionKind = Literal[
    "summary",
    "experience",
    "education",
    "skills",
    "certifications",
    "projects",
    "languages",
    "volunteering",
    "publications",
    "awards",
    "other",
]
ResumeFormat = Literal["docx", "pdf", "markdown", "text", "json_resume"]


class Source(Frozen):
    """The file a resume was read from, kept so that the same document can be given back."""

    format: ResumeFormat
    name: str = "resume"
    """Base name without folder or ending, safe to show and to use in a file name."""
    content: bytes


class Dates(Frozen):
    """When an entry took place, as written and as understood."""

    text: str
    """The words of the resume: 'Mar 2020 – Present'."""
    start: str | None = None
    """'YYYY-MM', or 'YYYY' where no month is given; None if there is no start."""
    end: str | None = None
    """Like `start`; None if there is no end or it is still going on."""
    current: bool = False
    """True for 'Present' and its like."""
    expected: bool = False
    """True for 'expected May 2026': not yet reached."""


class Bullet(Frozen):
    """One line that can stand alone: a list item, a summary paragraph, a skills line."""

    id: str
    """Stable for the same document: 'e2b3' is the third line of the second entry."""
    text: str
    """The line as a reader sees it, without its bullet glyph."""
    locator: str = ""
    """Where the line stands in its file; only the document room that wrote it reads it."""
    listed: bool = True
    """False for running text (a summary paragraph), which has no bullet glyph or numbering."""
    locked: str | None = None
    """Why the line can't be edited in its file (a field, a picture in the text), or None."""


class Entry(Frozen):
    """One role, degree or project: a heading and its lines. Titles, employers and dates are
    copied by code and never come from an engine."""

    id: str
    """'e1', 'e2', ... in document order."""
    heading: str = ""
    """The heading's words as written, lines joined by a newline; '' where there is none."""
    title: str | None = None
    employer: str | None = None
    """Employer, school or client, as written."""
    location: str | None = None
    dates: Dates | None = None
    bullets: tuple[Bullet, ...] = ()


class Section(Frozen):
    """A headed part of the resume. Summary and skills have one entry without a heading."""

    id: str
    """'s1', 's2', ... in document order."""
    kind: SectionKind
    heading: str = ""
    entries: tuple[Entry, ...] = ()


class Resume(Frozen):
    """A person's own history, and the only source of what may be said."""

    name: str | None = None
    headline: str | None = None
    """A line under the name that says who the person is ('Registered Nurse'), if any."""
    contacts: tuple[str, ...] = ()
    """Lines with e-mail, phone, address, links. Never sent to a model."""
    sections: tuple[Section, ...] = ()
    language: str = "en"
    """ISO 639-1 code of the language it is written in."""
    warnings: tuple[str, ...] = ()
    """What could not be understood and was left alone, each in a sentence for the person."""
    source: Source | None = None

    def entries(self) -> Iterator[Entry]:
        """Every entry, in document order."""
        for section in self.sections:
            yield from section.entries

    def bullets(self) -> Iterator[Bullet]:
        """Every line of every entry, in document order."""
        for entry in self.entries():
            yield from entry.bullets

    def bullet(self, bullet_id: str) -> Bullet:
        """The line with this id. Raises KeyError if there is none."""
        for bullet in self.bullets():
            if bullet.id == bullet_id:
                return bullet
        raise KeyError(bullet_id)

    def entry(self, entry_id: str) -> Entry:
        """The entry with this id. Raises KeyError if there is none."""
        for entry in self.entries():
            if entry.id == entry_id:
                return entry
        raise KeyError(entry_id)

    def entry_of(self, bullet_id: str) -> Entry:
        """The entry that holds this line. Raises KeyError if there is none."""
        for entry in self.entries():
            if any(bullet.id == bullet_id for bullet in entry.bullets):
                return entry
        raise KeyError(bullet_id)

    def section_of(self, id: str) -> Section:
        """The section that holds this entry or line. Raises KeyError if there is none."""
        for section in self.sections:
            for entry in section.entries:
                if entry.id == id or any(bullet.id == id for bullet in entry.bullets):
                    return section
        raise KeyError(id)

    def with_texts(self, texts: dict[str, str]) -> Resume:
        """A copy in which the lines named by id read as given; `source` stays the original."""
        return self.model_copy(
            update={
                "sections": tuple(
                    section.model_copy(
                        update={
                            "entries": tuple(
                                entry.model_copy(
                                    update={
                                        "bullets": tuple(
                                            bullet.model_copy(update={"text": texts[bullet.id]})
                                            if bullet.id in texts
                                            else bullet
                                            for bullet in entry.bullets
                                        )
                                    }
                                )
                                for entry in section.entries
                            )
                        }
                    )
                    for section in self.sections
                )
            }
        )


class Fact(Frozen):
    """The person's own statement, given as an answer to a question, with its date."""

    id: str
    text: str
    """The person's words."""
    entry_id: str | None = None
    """The entry it belongs to; None supports only the summary and the Skills list."""
    stated_on: str = ""
    """ISO date on which it was said."""
    question: str = ""
    requirement_quote: str = ""
