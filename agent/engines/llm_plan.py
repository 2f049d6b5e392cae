"""What a run with a model would ask and cost, counted without asking."""

from __future__ import annotations

from collections.abc import Sequence

from agent.engines import llm_extract, llm_rewrite
from agent.engines.briefs import brief_entries
from agent.llm.client import Ask
from agent.llm.endpoint import Endpoint
from agent.llm.prices import Price, cost, table
from agent.llm.tokens import count_prompt, counter
from agent.match import match
from agent.models import Fact, Frozen, Posting, Resume
from agent.requirements import extract_requirements


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
    endpoint: Endpoint,
    price: Price | None,
    facts: Sequence[Fact] = (),
    mask_employers: bool = False,
    output_language: str | None = None,
) -> Plan:
    """Count the calls, tokens and dollars of a run.

    The requirements that a model would find are not known yet; those that the rules find stand in.
    """
    asks: list[Ask] = [window.ask for window in llm_extract.windows(posting)]
    requirements = extract_requirements(posting)
    matches = match(requirements, resume, facts)
    for brief in brief_entries(resume, requirements, matches, facts):
        if not brief.requirements:
            continue
        sent = llm_rewrite.questions(
            brief, mask_employers=mask_employers, output_language=output_language
        )
        asks += [question.ask for question in sent]
    prompt_tokens = sum(
        count_prompt(ask.messages, ask.shape.schema, endpoint.model) for ask in asks
    )
    completion = sum(ask.max_tokens + endpoint.thinking for ask in asks)
    notes = [
        counter(endpoint.model).note,
        "Repairing refused lines adds at most one call an entry.",
    ]
    if price is not None:
        notes.append(f"Prices as of {table()[0]}, unless given.")
    return Plan(
        calls=len(asks),
        prompt_tokens=prompt_tokens,
        completion_tokens_max=completion,
        cost=cost(price, prompt_tokens, 0, completion),
        notes=tuple(filter(None, notes)),
    )
