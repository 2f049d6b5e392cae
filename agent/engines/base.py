"""The engine protocol: an engine proposes, it decides nothing.

An engine sees one `Brief` per entry and answers with proposals. `agent.pipeline` verifies every
proposal; what fails goes back once in `Brief.refused`, and what still fails is reverted. An engine
may therefore be wrong, slow, hostile or absent without any harm to the document.
"""

from __future__ import annotations

from typing import Protocol

from agent.models import (
    Entry,
    Fact,
    Finding,
    Frozen,
    Match,
    Posting,
    Proposal,
    Requirement,
    SectionKind,
    Usage,
)


class Refused(Frozen):
    """A proposal that verification did not let through, and why."""

    proposal: Proposal
    findings: tuple[Finding, ...]


class Brief(Frozen):
    """All that an engine is given to rewrite one entry."""

    section: SectionKind
    entry: Entry
    requirements: tuple[Requirement, ...]
    """Those that matching finds relevant to this entry, most useful first."""
    matches: tuple[Match, ...]
    """One for each of `requirements`, in the same order."""
    facts: tuple[Fact, ...] = ()
    """The person's statements about this entry."""
    proven: tuple[str, ...] = ()
    """For the Skills and summary sections only: terms that other lines of the resume prove."""
    repeated: tuple[str, ...] = ()
    """For the same sections: terms of the posting that the resume says twice or more already;
    once more would be stuffing."""
    summary_ids: tuple[str, ...] = ()
    """Ids of the resume's summary lines, in document order."""
    skills_ids: tuple[str, ...] = ()
    """Ids of the lines of its Skills sections, in document order."""
    skills: Entry | None = None
    """For the summary only: the first entry of the Skills sections. What that takes on, the summary
    need not say again."""
    language: str = "en"
    refused: tuple[Refused, ...] = ()
    """Filled only on the one repair round: what to say better or leave alone."""
    personal: tuple[str, ...] = ()
    """The person's name and contact lines (`resume.name`, `resume.contacts`). An engine that sends
    text to another machine masks every mention of them; no engine may write them."""
    employers: tuple[str, ...] = ()
    """Every employer that the resume names, for an engine that is told to hide them: any line may
    mention any of them."""


class Extraction(Frozen):
    """Requirements found in a posting, and what finding them cost."""

    requirements: tuple[Requirement, ...]
    usage: Usage = Usage()
    notes: tuple[str, ...] = ()
    """What the person should know: a fallback taken, a model that ignored the schema."""


class Proposals(Frozen):
    """Rewrites for one entry, and what making them cost."""

    proposals: tuple[Proposal, ...] = ()
    order: tuple[str, ...] = ()
    """The entry's bullet ids in the order proposed; empty to keep the order."""
    usage: Usage = Usage()
    notes: tuple[str, ...] = ()


class Question(Frozen):
    """A soft finding put to a judge: is this stretch of the rewrite supported?"""

    id: str
    rewrite: str
    claim: str
    """The words in doubt."""
    evidence: tuple[str, ...]
    """The only lines that may support it."""
    personal: tuple[str, ...] = ()
    """Like `Brief.personal`: masked before anything is sent."""


class Judgement(Frozen):
    """A judge's answer. Code believes it only if `quote` is found in the evidence."""

    id: str
    supported: bool
    quote: str = ""


class Judgements(Frozen):
    """Answers of a judge; a question without an answer stays unsupported."""

    judgements: tuple[Judgement, ...] = ()
    usage: Usage = Usage()
    notes: tuple[str, ...] = ()


class Engine(Protocol):
    """What the pipeline asks of an engine. Methods never raise for one bad entry: they return
    fewer proposals and a note. They raise `EngineError` when nothing can work (a wrong key)."""

    @property
    def name(self) -> str:
        """Shown to people and written to logs: 'offline', 'gpt-5-mini at api.openai.com'."""
        ...

    async def extract(self, posting: Posting) -> Extraction:
        """Find the requirements of a posting."""
        ...

    async def propose(self, brief: Brief) -> Proposals:
        """Propose rewrites for one entry; with `brief.refused`, repair those."""
        ...

    async def judge(self, questions: tuple[Question, ...]) -> Judgements:
        """Answer soft findings; return no judgements if there is no judge."""
        ...
