"""What moves through the pipeline: frozen data that round-trips through JSON.

Read top-down, this file is the program in nouns: a `Resume` and a `Posting` are read; the posting
yields `Requirement`s; a `Match` says what in the resume supports each; an engine makes
`Proposal`s; verification answers each with a `Verdict` of `Finding`s; what passes becomes a
`Change`; the finished document is measured into a `Score`; all of it is one `Tailored`
(in `agent.result`, because it also knows how to save itself).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Frozen(BaseModel):
    """Base of every model here: immutable, closed to unknown fields, bytes as base64 in JSON."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        ser_json_bytes="base64",
        val_json_bytes="base64",
    )


class Span(Frozen):
    """A half-open stretch of a text, in characters: `text[span.start:span.end]`."""

    start: int
    end: int


# --- the resume ---------------------------------------------------------------------------------

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


# --- the posting --------------------------------------------------------------------------------


class Stated(Frozen):
    """A stated detail of a posting and where it stands; never guessed, never looked up."""

    value: str
    span: Span | None = None
    """Where in `Posting.text`; None when it came from the page's metadata."""
    how: str = ""
    """How it was found, in words: 'from "As a Principal Engineer"'."""


BlockKind = Literal[
    "pitch", "responsibility", "must", "preferred", "context", "benefits", "legal", "other"
]


class Block(Frozen):
    """A stretch of the posting under one heading, and what it is for."""

    kind: BlockKind
    heading: str = ""
    span: Span


class Cut(Frozen):
    """A stretch of the page that is not part of the posting; kept so that it can be restored."""

    text: str
    reason: str
    """Why it was cut, in words: 'other jobs', 'sign-up line', 'page navigation'."""
    offset: int
    """Where in `Posting.text` it would be put back."""


class Posting(Frozen):
    """A job posting after cleaning. Untrusted text."""

    text: str
    """The cleaned text. Requirement quotes and spans refer to it."""
    title: Stated | None = None
    company: Stated | None = None
    location: Stated | None = None
    seniority: Stated | None = None
    employment_type: Stated | None = None
    salary: Stated | None = None
    contacts: tuple[Stated, ...] = ()
    language: str = "en"
    blocks: tuple[Block, ...] = ()
    cut: tuple[Cut, ...] = ()
    warnings: tuple[str, ...] = ()


RequirementKind = Literal["must", "preferred", "responsibility"]
Category = Literal[
    "skill", "tool", "experience", "education", "certification", "language", "soft", "domain",
    "condition",
]  # fmt: skip


class Requirement(Frozen):
    """One separately satisfiable demand. Without an exact quote it does not exist."""

    id: str
    """'r1', 'r2', ... in posting order."""
    quote: str
    """Exact words of the posting: `posting.text[span.start:span.end]`."""
    span: Span
    kind: RequirementKind
    category: Category
    """`condition` is what no resume proves by experience: licence, shifts, travel, visa, clearance
    to drive."""
    any_of: tuple[tuple[str, ...], ...]
    """Alternatives; each is a set of terms that must all be there."""
    at_least: int = 1
    """How many of the alternatives are asked for ('at least two of')."""
    open: bool = False
    """True if 'or similar' lets other things of the kind count."""
    min_years: int | None = None
    max_years: int | None = None


# --- matching and proposing ---------------------------------------------------------------------

Support = Literal["explicit", "alias", "specific", "implied", "partial", "none"]


class Evidence(Frozen):
    """Words of the person's own history, and where they stand."""

    source_id: str
    """A bullet id, an entry id (its heading), a fact id, or 'name'."""
    quote: str
    """Exact words of that source."""
    span: Span | None = None
    """Where in that source's text."""


class Match(Frozen):
    """What in the resume supports one requirement."""

    requirement_id: str
    support: Support
    evidence: tuple[Evidence, ...] = ()
    terms: tuple[str, ...] = ()
    """The terms of the best alternative that are supported."""
    missing: tuple[str, ...] = ()
    """The terms of the best alternative that are not."""
    note: str = ""
    """Why it is partial or none, in a sentence: '3 of 5 years', 'only being learned'."""


class Gap(Frozen):
    """A requirement that nothing supports, and what to ask the person."""

    requirement: Requirement
    question: str
    suggested_entry_ids: tuple[str, ...] = ()


class Proposal(Frozen):
    """A rewrite that an engine would like to make. Nothing is believed until verified."""

    bullet_id: str
    text: str
    requirement_ids: tuple[str, ...] = ()


# --- verifying ----------------------------------------------------------------------------------

FindingType = Literal[
    "quantity", "date", "tenure", "title", "employer", "place", "credential", "skill", "action",
    "agency", "scope", "quantifier", "proficiency", "modality", "polarity", "direction",
    "comparison", "frequency", "outcome", "exclusivity", "attribution", "novelty", "form",
]  # fmt: skip
Severity = Literal["critical", "major", "minor"]


class Finding(Frozen):
    """One thing a rewrite says that its evidence does not."""

    type: FindingType
    tier: Literal["hard", "soft"]
    """Hard blocks; soft goes to the judge, to the person, or back to the person's own words."""
    severity: Severity
    span: Span
    """The words at fault, in the rewrite."""
    reason: str
    """In a sentence for the person: what is said and what the evidence says instead."""
    evidence: tuple[Evidence, ...] = ()
    suggestion: str | None = None
    """The words at fault as the evidence would have them, where such a repair exists."""


class Slot(Frozen):
    """A checkable part of a rewrite that is supported, and the line that supports it."""

    type: FindingType
    span: Span
    evidence: Evidence


class Verdict(Frozen):
    """What verification says of one rewrite."""

    supported: bool
    """True iff there is no finding of either tier left."""
    findings: tuple[Finding, ...] = ()
    slots: tuple[Slot, ...] = ()

    @property
    def hard(self) -> tuple[Finding, ...]:
        """The findings that no judge can lift."""
        return tuple(finding for finding in self.findings if finding.tier == "hard")


ChangeStatus = Literal["verified", "repaired", "reverted"]


class Change(Frozen):
    """A line, before and after, and what vouches for it."""

    bullet_id: str
    before: str
    after: str
    """What was proposed. With status `reverted` it is not in the document."""
    requirement_ids: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[Finding, ...] = ()
    """For `reverted`: why. Empty otherwise."""
    status: ChangeStatus
    by: str = ""
    """Name of the engine that proposed it; 'you' for a line the person edited."""


class Move(Frozen):
    """The lines of one entry in a new order."""

    entry_id: str
    before: tuple[str, ...]
    after: tuple[str, ...]


# --- whole-document check -----------------------------------------------------------------------


class CheckedLine(Frozen):
    """One line of a tailored document against the original."""

    text: str
    line_id: str
    """Id of the line in the tailored document."""
    bullet_id: str | None = None
    """The original line it was aligned with; None for a new line."""
    status: Literal["same", "changed", "new"]
    verdict: Verdict


class Check(Frozen):
    """A whole tailored document against its original, made by any tool."""

    lines: tuple[CheckedLine, ...]
    identity: tuple[Finding, ...] = ()
    """Titles, employers, dates, degrees, name that differ. Always hard and critical. A finding's
    span refers to its own first evidence quote or is empty."""
    dropped: tuple[str, ...] = ()
    """Ids of original lines that are no longer there."""

    @property
    def supported(self) -> bool:
        """True iff no line and no identity slot has a finding."""
        return not self.identity and all(line.verdict.supported for line in self.lines)


# --- scores -------------------------------------------------------------------------------------


class Ratio(Frozen):
    """A share with what it was computed from. `value` is None, with a reason, when nothing could
    be counted."""

    value: Annotated[float | None, Field(ge=0, le=1)]
    numerator: float = 0.0
    denominator: float = 0.0
    reason: str = ""


class Coverage(Frozen):
    """Requirement coverage of one document in one profile (`literal` or `normalized`)."""

    coverage: Ratio
    """C: weighted share of requirements whose words are asserted in the document."""
    contextual: Ratio
    """C with 1.0 for a match in a bullet, 0.7 in the summary, 0.5 in a list only."""
    supportable: Ratio
    """SC: the same over requirements that the source supports, clean words only."""
    overreach: Ratio
    """O: the same over requirements that the source does not support."""
    must: Ratio
    preferred: Ratio
    responsibility: Ratio


class Score(Frozen):
    """All measures of one document; definitions in the design's Metrics section."""

    literal: Coverage
    normalized: Coverage
    ceiling: Ratio
    """K: weighted share of requirements that the source supports."""
    sc_safe: Ratio
    """Headline: literal SC after every line with an unsupported slot is reverted."""
    sc_safe_normalized: Ratio
    unsupported_rate: Ratio
    """Changed lines with at least one finding over changed lines."""
    findings: int
    critical: int
    major: int
    minor: int
    preservation: Ratio
    """Source slots that survive."""
    identity: Ratio
    """Titles, employers, dates, degrees that survive; must be 1."""
    stuffing: int
    """Repeats beyond max(2, source), comma runs, hidden text."""
    matched: tuple[str, ...] = ()
    """Ids of the requirements matched in the normalized profile."""


class Scores(Frozen):
    """The document as it was and as it is handed out."""

    before: Score
    after: Score


# --- running ------------------------------------------------------------------------------------


class Usage(Frozen):
    """What a run spent; adds with `+`."""

    calls: int = 0
    """Requests sent, failed tries included."""
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached_tokens: int = 0
    cost: float | None = 0.0
    """In US dollars; None as soon as the price of one call is not known."""
    seconds: float = 0.0
    """Time spent waiting for a model."""

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            calls=self.calls + other.calls,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            cost=None if self.cost is None or other.cost is None else self.cost + other.cost,
            seconds=self.seconds + other.seconds,
        )


class Progress(Frozen):
    """A step of a run, for a progress bar."""

    stage: Literal["read", "extract", "match", "rewrite", "verify", "score", "write"]
    done: int
    total: int
    message: str = ""
