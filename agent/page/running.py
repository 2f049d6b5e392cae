"""A long piece of work in a thread of its own: its steps as they come, and a stop that reaches it.

Gradio can stop showing a run, but not the calls it has under way; this can.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, NamedTuple

from agent.errors import AgentError
from agent.models import Progress
from agent.pipeline import OnProgress

TICK_SECONDS = 0.5


class Stopped(AgentError):
    """The person stopped it."""


class Running(NamedTuple):
    """Work under way, and how to stop it."""

    loop: asyncio.AbstractEventLoop
    task: asyncio.Task[Any]
    told: SimpleQueue[Any]

    def stop(self) -> None:
        """Cancel it where it stands, calls to a model included; nothing if it has ended."""
        with suppress(RuntimeError):
            self.loop.call_soon_threadsafe(self.task.cancel)


def start(work: Callable[[OnProgress], Awaitable[Any]]) -> Running:
    """Begin the work in a thread of its own.

    Args:
        work: is given what to call before each step; its result is the last thing `steps` yields.
    """
    told: SimpleQueue[Any] = SimpleQueue()
    loop = asyncio.new_event_loop()

    async def worked() -> Any:
        return await work(told.put)

    task = loop.create_task(worked())

    def turn() -> None:
        try:
            told.put(loop.run_until_complete(task))
        except asyncio.CancelledError:
            told.put(Stopped("Stopped.", hint="What was there is kept."))
        except AgentError as error:
            told.put(error)
        except Exception as error:  # a fault of ours must not cost the person their work
            logging.getLogger(__name__).exception("a run failed")
            told.put(AgentError(
                f"This failed in a way nobody foresaw ({type(error).__name__}).",
                hint="What is on the page is kept; please report it.",
            ))  # fmt: skip
        finally:
            loop.close()

    Thread(target=turn, daemon=True).start()
    return Running(loop, task, told)


def steps(running: Running) -> Iterator[Any]:
    """Each step as it begins, None while one goes on, and at the end the result.

    Whoever stops listening (a closed browser) stops the work.

    Raises:
        Stopped: `Running.stop` was called.
        AgentError: what the work raised.
    """
    ended = False
    try:
        while not ended:
            try:
                one = running.told.get(timeout=TICK_SECONDS)
            except Empty:
                yield None
                continue
            ended = not isinstance(one, Progress)
            if isinstance(one, Exception):
                raise one
            yield one
    finally:
        if not ended:
            running.stop()
