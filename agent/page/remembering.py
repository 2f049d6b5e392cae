"""An engine that is not asked the same thing twice in a visit.

An answer to a gap's question touches few entries; the others get the proposals they had, and
nothing is sent or paid for them again.
"""

from __future__ import annotations

from dataclasses import dataclass

from agent.engines.base import Brief, Engine, Extraction, Judgements, Proposals, Question
from agent.engines.offline import OfflineEngine
from agent.models import Frozen, Posting, Usage

Memory = dict[tuple[str, Frozen], Extraction | Proposals]
"""What each engine, by name, answered to a posting or a brief in this visit."""


@dataclass(frozen=True)
class Remembering:
    """Asks `engine` what `memory` does not hold."""

    engine: Engine
    memory: Memory

    @property
    def name(self) -> str:
        """The engine's own."""
        return self.engine.name

    async def extract(self, posting: Posting) -> Extraction:
        """The requirements, as they were understood before."""
        known = self.memory.get((self.name, posting))
        if isinstance(known, Extraction):
            return known.model_copy(update={"usage": Usage()})
        found = await self.engine.extract(posting)
        self._keep(posting, found)
        return found

    async def propose(self, brief: Brief) -> Proposals:
        """The proposals to the same brief, or new ones."""
        known = self.memory.get((self.name, brief))
        if isinstance(known, Proposals):
            return known.model_copy(update={"usage": Usage()})
        made = await self.engine.propose(brief)
        self._keep(brief, made)
        return made

    async def judge(self, questions: tuple[Question, ...]) -> Judgements:
        """Asked anew: the evidence may be another."""
        return await self.engine.judge(questions)

    def _keep(self, asked: Frozen, answer: Extraction | Proposals) -> None:
        """A note tells of something that went wrong, which may go right the next time."""
        if not answer.notes:
            self.memory[self.name, asked] = answer


def remembering(engine: Engine, memory: Memory) -> Engine:
    """The engine with a memory; rules answer at once and need none."""
    return engine if isinstance(engine, OfflineEngine) else Remembering(engine, memory)
