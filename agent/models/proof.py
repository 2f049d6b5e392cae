"""From what supports a requirement to what vouches for a change."""

from __future__ import annotations

from typing import Literal

from agent.models.base import Frozen, Span
from agent.models.posting import Requirement

Support = Literal["explicit", "alias", "specific", "implied", "partial", "none"]


class Evidence(Frozen):
    """Words of the person's own history, and where they stand."""

    source_id: str
    """A bullet id, an entry id (its heading), a fact id, 'name' or 'headline'."""
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
