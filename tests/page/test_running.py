from __future__ import annotations

import asyncio

import pytest

from agent.errors import AgentError, InputError
from agent.models import Progress
from agent.page.running import Stopped, start, steps
from agent.pipeline import OnProgress

STEP = Progress(stage="read", done=0, total=2, message="Reading")


def test_steps_come_first_and_the_result_last() -> None:
    async def work(tell: OnProgress) -> str:
        tell(STEP)
        return "done"

    assert [one for one in steps(start(work)) if one is not None] == [STEP, "done"]


def test_a_stop_reaches_work_that_waits() -> None:
    ended = []

    async def work(tell: OnProgress) -> None:
        tell(STEP)
        try:
            await asyncio.sleep(60)
        finally:
            ended.append(True)

    running = start(work)
    listening = steps(running)
    assert next(listening) == STEP
    running.stop()
    with pytest.raises(Stopped):
        list(listening)
    assert ended
    running.stop()


def test_whoever_stops_listening_stops_the_work() -> None:
    async def work(tell: OnProgress) -> None:
        tell(STEP)
        await asyncio.sleep(60)

    running = start(work)
    listening = steps(running)
    next(listening)
    listening.close()
    assert isinstance(running.told.get(timeout=10), Stopped)


@pytest.mark.parametrize(
    ("raised", "said"),
    [(InputError("No such file."), "No such file"), (ZeroDivisionError(), "nobody foresaw")],
)
def test_every_failure_is_a_sentence(raised: Exception, said: str) -> None:
    async def work(_: OnProgress) -> None:
        raise raised

    with pytest.raises(AgentError, match=said):
        list(steps(start(work)))
