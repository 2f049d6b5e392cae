"""A job posting after cleaning, and what it asks for. Untrusted text."""

from __future__ import annotations

from typing import Literal

from agent.models.base import Frozen, Span


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
