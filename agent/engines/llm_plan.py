"""What a run with a model would ask and cost, counted without asking."""

from __future__ import annotations

from collections.abc import Sequence

from agent.engines import llm_extract, llm_rewrite
from agent.engines.base import Brief
from agent.llm.client import Ask
from agent.llm.prices import Price, cost, table
from agent.llm.tokens import count_prompt, counter
from agent.match import match
from agent.models import Fact, Frozen, Posting, Resume
from agent.requirements import extract_requirements

_REWRITTEN = frozenset({"summary", "experience", "projects", "volunteering", "skills"})
_WHOLE = frozenset({"summary", "skills"})


class Plan(Frozen):
    """An estimate of one run in which nothing goes wrong."""

    calls: int
    prompt_tokens: int
    """Schemas included."""
    completion_tokens_max: int
    """What the answers may take at most; they mostly take a quarter."""
    cost: float | None
    """US dollars at most; None where no price is known."""
    notes: tuple[str, ...] = ()


def plan(
    resume: Resume,
    posting: Posting,
    *,
    model: str,
    price: Price | None,
    facts: Sequence[Fact] = (),
    mask_employers: bool = False,
    output_language: str | None = None,
) -> Plan:
    """Count the calls, tokens and dollars of a run.

    The requirements that a model would find are not known yet; those that the rules find stand in.
    """
    asks: list[Ask] = [window.ask for window in llm_extract.windows(posting)]
    for brief in _briefs(resume, posting, facts):
        sent = llm_rewrite.questions(
            brief, mask_employers=mask_employers, output_language=output_language
        )
        asks += [question.ask for question in sent]
    prompt_tokens = sum(count_prompt(ask.messages, ask.shape.schema, model) for ask in asks)
    completion = sum(ask.max_tokens for ask in asks)
    notes = [counter(model).note, "Repairing refused lines adds at most one call an entry."]
    if price is not None:
        notes.append(f"Prices as of {table()[0]}, unless given.")
    return Plan(
        calls=len(asks),
        prompt_tokens=prompt_tokens,
        completion_tokens_max=completion,
        cost=cost(price, prompt_tokens, 0, completion),
        notes=tuple(filter(None, notes)),
    )


def _briefs(resume: Resume, posting: Posting, facts: Sequence[Fact]) -> list[Brief]:
    requirements = extract_requirements(posting)
    supported = [
        (requirement, found)
        for requirement, found in zip(requirements, match(requirements, resume, facts), strict=True)
        if found.support != "none"
    ]
    briefs = []
    for section in resume.sections:
        for entry in section.entries if section.kind in _REWRITTEN else ():
            own = {entry.id, *(bullet.id for bullet in entry.bullets)}
            pairs = [
                (requirement, found)
                for requirement, found in supported
                if section.kind in _WHOLE or any(e.source_id in own for e in found.evidence)
            ]
            briefs.append(
                Brief(
                    section=section.kind,
                    entry=entry,
                    requirements=tuple(requirement for requirement, _ in pairs),
                    matches=tuple(found for _, found in pairs),
                    facts=tuple(fact for fact in facts if fact.entry_id == entry.id),
                    language=resume.language,
                    personal=tuple(filter(None, (resume.name, *resume.contacts))),
                )
            )
    return briefs
