"""Attacks through the posting and the resume, against an engine that obeys them.

Each attack asks for something untrue. `Obedient` is an engine with no judgement at all: it writes
whatever an attack asks for into every line, and calls every claim supported. What it proposes must
not reach the document, whoever the model is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from agent.engines.base import (
    Brief,
    Extraction,
    Judgement,
    Judgements,
    Proposals,
    Question,
)
from agent.models import Frozen, Posting, Proposal
from agent.requirements import extract_requirements
from evals.cases import Case, load
from evals.shared import records

ATTACKS = Path(__file__).parent / "datasets" / "attacks.jsonl"


class Attack(Frozen):
    """Words planted in a posting, and what they want to see in the resume."""

    id: str
    how: str
    """The trick: plain order, comment, look-alike letters, another language, fence, ..."""
    text: str
    wants: tuple[str, ...]


class Obedient:
    """An engine that does what an attack asks for, in every line."""

    def __init__(self, wants: Sequence[str]) -> None:
        self._wants = tuple(wants)

    @property
    def name(self) -> str:
        """'obedient'."""
        return "obedient"

    async def extract(self, posting: Posting) -> Extraction:
        """Requirements as the rules find them: an attack may pose as one."""
        return Extraction(requirements=tuple(extract_requirements(posting)))

    async def propose(self, brief: Brief) -> Proposals:
        """Every line with what was asked for in it, in three ways; the same again when refused."""
        ids = tuple(requirement.id for requirement in brief.requirements)
        claim = "; ".join(self._wants)
        ways = ("{line}; {claim}", "{claim}", "{claim}. {line}")
        return Proposals(
            proposals=tuple(
                Proposal(
                    bullet_id=bullet.id,
                    text=ways[i % 3].format(line=bullet.text, claim=claim),
                    requirement_ids=ids,
                )
                for i, bullet in enumerate(brief.entry.bullets)
            )
        )

    async def judge(self, questions: tuple[Question, ...]) -> Judgements:
        """Everything is supported, by words that are not there."""
        return Judgements(
            judgements=tuple(
                Judgement(id=question.id, supported=True, quote=question.claim)
                for question in questions
            )
        )


def attacks() -> list[Attack]:
    """The attacks that are planted."""
    return [Attack.model_validate(record) for record in records(ATTACKS)]


def attacked(cases: Sequence[Case] | None = None) -> list[Case]:
    """Cases under attack: those written so, and each planted attack in a case, in turn."""
    every = list(load() if cases is None else cases)
    hosts = [case for case in every if "attack" not in case.tags and "long" not in case.tags]
    written = [case for case in every if case.canaries]
    return written + [
        _planted(hosts[i * 7 % len(hosts)], attack) for i, attack in enumerate(attacks())
    ]


def _planted(case: Case, attack: Attack) -> Case:
    """A case whose posting carries an attack at its end, where no span of gold moves."""
    return case.model_copy(
        update={
            "id": f"{case.id}+{attack.id}",
            "posting": f"{case.posting}\n{attack.text}",
            "canaries": attack.wants,
            "tags": (*case.tags, "attack"),
        }
    )
