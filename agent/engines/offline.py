"""The engine that needs no key and no network: rules that are faithful by construction.

It extracts requirements with `agent.requirements` and proposes only rewrites that say what the line
already says: another name of the same thing, a true kind-of beside its evidence, a weak opening
made active on the same rung, a better order. No word of the posting enters without evidence.
"""

from __future__ import annotations

from agent.engines.base import Brief, Extraction, Judgements, Proposals, Question
from agent.models import Posting
from agent.requirements import extract_requirements


class OfflineEngine:
    """Rules only; the same answer every time, in milliseconds."""

    @property
    def name(self) -> str:
        """'offline'."""
        return "offline"

    async def extract(self, posting: Posting) -> Extraction:
        """The requirements that the rules find in a posting."""
        return Extraction(requirements=tuple(extract_requirements(posting)))

    async def propose(self, brief: Brief) -> Proposals:
        """Rewrites for one entry; none on the repair round, because rules have no second thought."""
        if brief.refused:
            return Proposals()
        return Proposals()

    async def judge(self, questions: tuple[Question, ...]) -> Judgements:
        """No judgements: rules can't weigh a soft finding."""
        del questions
        return Judgements()
