"""How many calls and tokens a run takes, and what a plan says of it beforehand."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from stub_model import Asked, Fault, Recorder, Said, engine_on, honest, rewritten, whole_lines

from agent import atailor, read_posting, read_resume
from agent.llm.tokens import count_prompt

PAGE = Path(__file__).parents[2] / "../shared/data/discord_principal_page.txt"

RESUME = """\
# Tomas Eklund
Gothenburg | tomas.eklund@example.com | 555-0143

## Summary
Backend engineer with eleven years in payments and messaging, at ease with design documents and \
the pager alike.

## Experience
### Staff Engineer — Harbor Messaging (Apr 2018 – Present)
- Architected the message fan-out service in Elixir, for 60 million users at 99.99% availability.
- Moved 900 billion messages from PostgreSQL to a Cassandra cluster without downtime.
- Wrote the three-year roadmap for storage and got six teams outside my line to follow it.
- Mentor four senior engineers; two became staff.
- Cut infrastructure cost by 24% while traffic doubled.
- Gave two conference talks on backpressure and wrote nine posts for the engineering blog.

### Software Engineer — Pinecrest Payments (Jun 2013 – Mar 2018)
- Built ledger services in Python and ran them on call for five years.
- Designed the retry queue that brought failed payouts from 2% down to 0.3%.
- Helped migrate batch jobs to Google Cloud.
- Contributed fixes to an open source Rust client for Kafka.
- Explained outages to support, legal and finance in weekly reviews.

## Education
### BSc Computer Science — Chalmers (2013)

## Skills
Elixir, Python, Rust (hobby), Cassandra, PostgreSQL, Kafka, Google Cloud, Terraform
"""
POSTING = """\
Storage Engineer

Requirements
- Experience with Cassandra
- Experience with Python or Go
- Experience with Kafka and Elixir
- Experience with Fortran
"""


def tokens_of(recorder: Recorder) -> int:
    total = 0
    for asked in recorder.sent:
        schema = asked.body["response_format"]["json_schema"]["schema"]
        total += count_prompt(asked.body["messages"], schema, "gpt-5-mini")
    return total


async def test_a_run_on_a_real_page_takes_few_calls_and_tokens() -> None:
    if not PAGE.exists():
        pytest.skip("needs shared/data/discord_principal_page.txt")
    recorder = engine_on(honest, model="local", base_url="http://127.0.0.1:1/v1")
    posting = read_posting(PAGE.read_text(encoding="utf-8"))
    result = await atailor(RESUME, posting, engine=recorder.engine)
    entries = len(list(result.resume.entries()))
    assert 2 < len(recorder.sent) <= 2 + entries
    assert tokens_of(recorder) <= 4_000
    assert result.usage.calls == len(recorder.sent)


async def test_a_plan_foretells_what_a_run_takes_at_most() -> None:
    recorder = engine_on(honest, model="gpt-5-mini")
    resume, posting = read_resume(RESUME), read_posting(POSTING)
    plan = recorder.engine.plan(resume, posting)
    assert recorder.sent == []
    await atailor(resume, posting, engine=recorder.engine)
    assert len(recorder.sent) <= plan.calls
    assert tokens_of(recorder) <= 1.1 * plan.prompt_tokens, "its requirements may be longer"
    assert plan.completion_tokens_max > plan.prompt_tokens
    assert plan.cost is not None
    assert 0 < plan.cost < 0.1


def test_a_plan_for_a_model_without_a_price_says_so() -> None:
    engine = engine_on(honest, model="local", base_url="http://127.0.0.1:1/v1").engine
    plan = engine.plan(read_resume(RESUME), read_posting(POSTING))
    assert plan.cost is None
    assert any("'local' are counted as if" in note for note in plan.notes)


async def test_a_run_is_two_rounds_deep() -> None:
    running = deepest = rounds = 0

    async def slow(asked: Asked) -> None:
        nonlocal running, deepest, rounds
        rounds += running == 0
        running += 1
        deepest = max(deepest, running)
        await asyncio.sleep(0.02)
        running -= 1

    recorder = engine_on(honest)
    send = recorder.engine._session._ask_server

    async def counted(question, share):
        await slow(question)
        return await send(question, share)

    recorder.engine._session._ask_server = counted
    await atailor(RESUME, POSTING, engine=recorder.engine)
    assert rounds == 2
    assert deepest == len(recorder.sent) - 1


TROUBLE: dict[str, Said] = {
    "nothing but errors": Fault(500, "", (("retry-after-ms", "1"),)),
    "nothing but prose": "I would rather talk about the weather.",
    "nothing at all": "",
    "echoes": '{"rewrites": [{"id": "e2b1", "text": "e2b1", "requirements": [], "quotes": []}]}',
}


@pytest.mark.parametrize("said", TROUBLE.values(), ids=TROUBLE.keys())
async def test_whatever_the_server_does_to_the_entries_the_person_gets_a_document(
    said: Said,
) -> None:
    recorder = engine_on(lambda asked: honest(asked) if asked.task == "requirements" else said)
    result = await atailor(RESUME, POSTING, engine=recorder.engine)
    before, after = result.score.before, result.score.after
    assert after.findings == 0
    assert (after.normalized.coverage.value or 0) >= (before.normalized.coverage.value or 0)
    assert result.usage.calls == len(recorder.sent) > 1
    assert result.notes


async def test_a_good_rewrite_reaches_the_document_with_its_evidence() -> None:
    def brain(asked: Asked) -> str:
        if asked.task == "requirements":
            return whole_lines(asked)
        return rewritten(
            asked,
            lambda _, text: (
                text.replace("to a Cassandra cluster", "to Cassandra")
                if "Cassandra cluster" in text
                else None
            ),
        )

    result = await atailor(RESUME, POSTING, engine=engine_on(brain).engine)
    (change,) = [one for one in result.applied if "Cassandra" in one.after and "900" in one.after]
    assert change.by.startswith("gpt-4.1-mini at ")
    assert change.evidence
