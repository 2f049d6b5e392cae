"""What the questions of one engine share: the connection, what was learnt of the server, the caps,
the replies kept on disk."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from agent.errors import EngineError, NotConfigured
from agent.llm import cache
from agent.llm.client import Ask, Reply, ask, connect
from agent.llm.endpoint import Endpoint, first_dialect
from agent.llm.schemas import read_answer, without_bounds
from agent.llm.spending import Spending
from agent.llm.tokens import count_prompt
from agent.models import Usage

_CALL_PATIENCE = 2.0
"""A question may take this many times the endpoint's time-out, its retries included."""

_STOPPED = "the run was stopped"


class Session:
    """Asks questions for one engine: many at once, in one event loop after another."""

    def __init__(
        self,
        endpoint: Endpoint,
        spending: Spending,
        *,
        deadline: float,
        max_parallel: int,
        cache_dir: Path | None = None,
        record: Path | None = None,
        replay: Path | None = None,
    ) -> None:
        self.endpoint, self.spending = endpoint, spending
        self.dialect = first_dialect(endpoint)
        self.answered = False
        """Whether any question has had an answer: from then on a failure is one entry's."""
        self._deadline, self._max_parallel = deadline, max_parallel
        self._cache_dir, self._record = cache_dir, record
        self.recording = cache.Recording(replay) if replay else None
        self._ends = float("inf")
        self._stopped: Reply | None = None
        self._limits: set[asyncio.Timeout] = set()
        self._open: tuple[Any, asyncio.Semaphore] | None = None
        self._users = 0

    def begin(self) -> None:
        """Start the clock of a run."""
        self._ends = time.monotonic() + self._deadline
        self._stopped = None

    def stop(self) -> None:
        """Give up the questions under way and send no more until the next run begins."""
        self._stopped = Reply(None, Usage(), self.dialect, failure=_STOPPED)
        for limit in self._limits:
            if not limit.expired():
                limit.reschedule(0)  # long past on the event loop's clock

    async def ask(self, question: Ask, *, share: float = 1.0) -> Reply:
        """Answer from a recording or the cache, otherwise ask the server.

        Args:
            question: what to ask.
            share: of the run's remaining time that the answer may take.

        Raises:
            InputError: a recording is replayed and does not hold this question.
        """
        most = question.max_tokens + self.endpoint.thinking
        shape = without_bounds(question.shape) if self.endpoint.hosted else question.shape
        question = question._replace(max_tokens=most, shape=shape)
        first = first_dialect(self.endpoint)
        sampling = first._replace(mode="text").parameters(question.max_tokens, {})
        key = cache.key_of(
            self.endpoint.model, self.endpoint.base_url, question.messages,
            question.shape.schema, sampling,
        )  # fmt: skip
        if self.recording is not None:
            return self._kept(self.recording.reply(key, question.about), question)
        if self._cache_dir and (kept := cache.read_cached(self._cache_dir, key)):
            return self._kept(kept._replace(usage={}), question)
        reply = await self._ask_server(question, share)
        kept = cache.Kept(
            key, question.about, reply.text if reply.read else "", reply.failure,
            reply.usage.model_dump(exclude={"seconds"}),
        )  # fmt: skip
        if self._record:
            cache.append_recording(self._record, kept)
        if self._cache_dir and not reply.failure:
            cache.write_cached(self._cache_dir, kept)
        return reply

    def _kept(self, kept: cache.Kept, question: Ask) -> Reply:
        self.answered = True
        read = read_answer(kept.text, question.shape) if kept.text else None
        usage = Usage(**kept.usage) if kept.usage else Usage()
        return Reply(read, usage, self.dialect, failure=kept.failure)

    async def _ask_server(self, question: Ask, share: float) -> Reply:
        token = object()

        def allow() -> None:
            if self.spending.capped:
                sent = count_prompt(question.messages, question.shape.schema, self.endpoint.model)
                self.spending.reserve(token, sent, question.max_tokens)

        async with self._connected() as (client, turn), turn:
            if self._stopped is not None:
                return self._stopped
            left = self._ends - time.monotonic()
            if left <= 0:
                return Reply(None, Usage(), self.dialect, failure="the time for the run is over")
            limit = asyncio.timeout(min(_CALL_PATIENCE * self.endpoint.timeout, left * share))
            self._limits.add(limit)
            try:
                reply = await ask(
                    client, self.endpoint, self.dialect, question, limit=limit, allow=allow
                )
            except BaseException:  # cancelled: what was set aside for it is free again
                self.spending.settle(token, Usage())
                raise
            finally:
                self._limits.discard(limit)
            if limit.expired() and self._stopped is not None and not self._stopped.fatal:
                reply = reply._replace(failure=_STOPPED)
        reply = reply._replace(usage=self.spending.settle(token, reply.usage))
        if reply.read is not None:
            self.answered, self.dialect = True, reply.dialect
        elif reply.fatal is not None:
            # The others would fail the same way: they are told without being sent.
            self._stopped = reply._replace(usage=Usage())
        return reply

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[tuple[Any, asyncio.Semaphore]]:
        """The client while any question is under way; closed after the last, so that nothing
        stays open when the event loop ends."""
        if self._open is None:
            self._open = (connect(self.endpoint), asyncio.Semaphore(self._max_parallel))
        opened = self._open
        self._users += 1
        try:
            yield opened
        finally:
            self._users -= 1
            if self._users == 0:
                self._open = None
                if self.endpoint.http_client is None:
                    await opened[0].close()


def failure_of(reply: Reply, model: str) -> EngineError:
    """The error for a reply after which no other question can fare better."""
    kind = reply.fatal or NotConfigured
    return kind(f"{model}: {reply.failure}.", hint=reply.hint)
