"""What moves through the pipeline: frozen data that round-trips through JSON.

Read top-down, this file is the program in nouns: a `Resume` and a `Posting` are read; the posting
yields `Requirement`s; a `Match` says what in the resume supports each; an engine makes
`Proposal`s; verification answers each with a `Verdict` of `Finding`s; what passes becomes a
`Change`; the finished document is measured into a `Score`; all of it is one `Tailored`
(in `agent.result`, because it also knows how to save itself).
"""

from __future__ import annotations

from agent.models.base import (
    Frozen,
    Span,
)
from agent.models.measures import (
    Coverage,
    Progress,
    Ratio,
    Score,
    Scores,
    Usage,
)
from agent.models.posting import (
    Block,
    BlockKind,
    Category,
    Cut,
    Posting,
    Requirement,
    RequirementKind,
    Stated,
)
from agent.models.proof import (
    Change,
    ChangeStatus,
    Check,
    CheckedLine,
    Evidence,
    Finding,
    FindingType,
    Gap,
    Match,
    Move,
    Proposal,
    Severity,
    Slot,
    Support,
    Verdict,
)
from agent.models.resume import (
    Bullet,
    Dates,
    Entry,
    Fact,
    Resume,
    ResumeFormat,
    Section,
    SectionKind,
    Source,
)

__all__ = [
    "Block",
    "BlockKind",
    "Bullet",
    "Category",
    "Change",
    "ChangeStatus",
    "Check",
    "CheckedLine",
    "Coverage",
    "Cut",
    "Dates",
    "Entry",
    "Evidence",
    "Fact",
    "Finding",
    "FindingType",
    "Frozen",
    "Gap",
    "Match",
    "Move",
    "Posting",
    "Progress",
    "Proposal",
    "Ratio",
    "Requirement",
    "RequirementKind",
    "Resume",
    "ResumeFormat",
    "Score",
    "Scores",
    "Section",
    "SectionKind",
    "Severity",
    "Slot",
    "Source",
    "Span",
    "Stated",
    "Support",
    "Usage",
    "Verdict",
]
