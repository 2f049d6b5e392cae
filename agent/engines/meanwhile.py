"""What this machine can work out for itself while it waits for a model."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

Answer = TypeVar("Answer")
Own = TypeVar("Own")

_HEAD_START = 0.1
"""Seconds in which the questions go out before the machine is busy with its own work."""


async def meanwhile(
    asking: Coroutine[Any, Any, Answer], work: Callable[[], Own]
) -> tuple[Answer, Own]:
    """Ask, do one's own work while the answers are on their way, and return both.

    Args:
        asking: sends questions and waits for their answers.
        work: keeps this thread busy and needs none of the answers.
    """
    task = asyncio.ensure_future(asking)
    try:
        await asyncio.wait({task}, timeout=_HEAD_START)
        own = work()
        return await task, own
    finally:
        task.cancel()  # does nothing to one that is done
        await asyncio.gather(task, return_exceptions=True)
