from __future__ import annotations

import asyncio

import pytest
from stub_model import POSTING, engine_on, honest

from agent.engines import llm
from agent.engines.meanwhile import meanwhile
from agent.errors import ModelError


async def test_own_work_is_done_while_the_answer_is_on_its_way() -> None:
    worked = asyncio.Event()

    async def ask() -> str:
        await worked.wait()
        return "answer"

    def work() -> str:
        worked.set()
        return "own"

    async with asyncio.timeout(5):
        assert await meanwhile(ask(), work) == ("answer", "own")


async def test_the_question_goes_out_first() -> None:
    happened = []

    async def ask() -> None:
        happened.append("asked")
        await asyncio.sleep(0.001)
        happened.append("answered")

    def work() -> None:
        happened.append("worked")

    await meanwhile(ask(), work)
    assert happened == ["asked", "answered", "worked"], "an early answer is not waited on further"


async def test_a_failure_of_either_is_raised_and_nothing_goes_on() -> None:
    stopped = asyncio.Event()

    async def hang() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            stopped.set()

    async def fail() -> None:
        raise ModelError("no")

    def break_down() -> None:
        raise ModelError("no")

    def work() -> None:
        pass

    with pytest.raises(ModelError):
        await meanwhile(fail(), work)
    with pytest.raises(ModelError):
        await meanwhile(hang(), break_down)
    assert stopped.is_set(), "what was asked has ended before the failure is told"


async def test_cancelling_takes_the_question_back() -> None:
    stopped = asyncio.Event()

    async def hang() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            stopped.set()

    def work() -> None:
        pass

    task = asyncio.create_task(meanwhile(hang(), work))
    await asyncio.sleep(0.001)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert stopped.is_set()


async def test_the_rules_read_the_posting_while_the_model_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read_by_rules = asyncio.Event()
    rules = llm.extract_requirements

    def noted(posting):
        read_by_rules.set()
        return rules(posting)

    monkeypatch.setattr(llm, "extract_requirements", noted)
    recorder = engine_on(honest)
    ask = recorder.engine._session.ask

    async def slow(question, share=1.0):
        async with asyncio.timeout(5):
            await read_by_rules.wait()
        return await ask(question, share=share)

    monkeypatch.setattr(recorder.engine._session, "ask", slow)
    assert (await recorder.engine.extract(POSTING)).requirements
