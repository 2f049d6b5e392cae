"""One question to a model's server: an answer that fits, or a clear line why there is none.

The only importer of openai and tenacity, inside functions, for both are slow to import. Each
failure has one owner. The SDK repeats what the transport lost (time-outs, 429, 5xx; it honours
retry-after). tenacity asks again, once, when an answer came that can't be used. This module adapts
to the server: a format it refuses or ignores becomes json_object, then plain text with one JSON
block; parameters a model refuses are left out. Every try is billed.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from agent.errors import EngineError
from agent.llm.endpoint import Dialect, Endpoint
from agent.llm.failures import (
    NoAnswerError,
    complaint_of,
    connection_failure,
    no_such_model,
    status_failure,
)
from agent.llm.schemas import Read, Shape, example, read_answer
from agent.models import Usage

if TYPE_CHECKING:
    from openai import APIStatusError, AsyncOpenAI

_TRIES = 2
_SDK_RETRIES = 2
_MOST_ADAPTATIONS = 6


class Ask(NamedTuple):
    """One question."""

    about: str
    """The prompt's id: 'rewrite_entry@3f9a1c2e'."""
    messages: list[dict[str, str]]
    shape: Shape
    max_tokens: int
    """Completion tokens that a useful answer needs at most."""


class Reply(NamedTuple):
    """What came of one question."""

    read: Read | None
    """None if no usable answer came."""
    usage: Usage
    """Every request and token, failed tries included; `cost` is left at 0."""
    dialect: Dialect
    """How the server turned out to want to be asked."""
    notes: tuple[str, ...] = ()
    failure: str = ""
    """Why there is no answer, or not a whole one: 'the server was too busy (429)'."""
    fatal: type[EngineError] | None = None
    """Set if no other question can fare better: a wrong key, an empty quota, a cap reached."""
    hint: str = ""
    text: str = ""
    """The model's words, for a recording."""


class _UnusableError(Exception):
    """An answer came that can't be used; asking again may help."""


def connect(endpoint: Endpoint) -> AsyncOpenAI:
    """An SDK client for the running event loop; close it, unless `http_client` was given."""
    import openai

    common: dict[str, Any] = {
        "api_key": endpoint.api_key,
        "timeout": endpoint.timeout,
        "max_retries": _SDK_RETRIES,
        "http_client": endpoint.http_client,
    }
    if endpoint.azure_api_version is not None:
        return openai.AsyncAzureOpenAI(
            azure_endpoint=endpoint.base_url, api_version=endpoint.azure_api_version, **common
        )
    return openai.AsyncOpenAI(base_url=endpoint.base_url, **common)


async def ask(
    client: AsyncOpenAI,
    endpoint: Endpoint,
    dialect: Dialect,
    question: Ask,
    *,
    limit: asyncio.Timeout,
    allow: Callable[[], None] = lambda: None,
) -> Reply:
    """Put one question and read its answer; never raises for what a server does.

    Args:
        client: from `connect`.
        endpoint: what it is connected to.
        dialect: what is known of the server; the reply carries what was learnt.
        question: what to ask.
        limit: ends it, retries included; whoever made it may move it forward.
        allow: called before each request; what it raises (a budget) stops the question.
    """
    import tenacity

    talk = _Talk(client, endpoint.model, dialect, question, allow)
    failure, hint = "", ""
    fatal: type[EngineError] | None = None
    started = time.monotonic()
    try:
        async with limit:
            async for attempt in tenacity.AsyncRetrying(
                stop=tenacity.stop_after_attempt(_TRIES),
                retry=tenacity.retry_if_exception_type(_UnusableError),
                reraise=True,
            ):
                with attempt:
                    await talk.turn()
    except TimeoutError:
        failure = f"no whole answer came within {time.monotonic() - started:.0f} seconds"
    except _UnusableError as unusable:
        failure = f"the model's answer could not be used: {unusable}"
    except NoAnswerError as silent:
        failure, fatal, hint = str(silent), silent.fatal, silent.hint
    except EngineError as stop:
        failure, fatal, hint = stop.message.rstrip("."), type(stop), stop.hint
    usage = talk.usage.model_copy(update={"seconds": time.monotonic() - started})
    return Reply(talk.best, usage, talk.dialect, tuple(talk.notes), failure, fatal, hint, talk.text)


class _Talk:
    """The tries at one question: what was heard, what it cost, what was learnt of the server."""

    def __init__(
        self,
        client: AsyncOpenAI,
        model: str,
        dialect: Dialect,
        question: Ask,
        allow: Callable[[], None],
    ) -> None:
        self.client, self.model, self.dialect = client, model, dialect
        self.question, self.allow = question, allow
        self.usage = Usage()
        self.notes: list[str] = []
        self.best: Read | None = None
        self.text = ""
        self.complaint = ""

    async def turn(self) -> None:
        """Ask once; keep the better answer. Raises `_UnusableError` if it is not a whole one."""
        text, cut = _said(await self._send())
        read = read_answer(text, self.question.shape)
        usable = read.shaped and (read.items or not read.error)
        if usable and (self.best is None or len(read.items) >= len(self.best.items)):
            self.best, self.text = read, text
        if usable and not cut and not read.bad:
            return
        if not read.shaped and not cut and (lower := self.dialect.lowered()):
            self._adopt(lower, "ignored the answer format")
        self.complaint = "it was cut short" if cut else read.error
        raise _UnusableError(self.complaint)

    async def _send(self) -> dict[str, Any]:
        import openai

        for _ in range(_MOST_ADAPTATIONS):
            self.allow()
            self._bill(1)
            try:
                raw = await self.client.chat.completions.with_raw_response.create(
                    model=self.model,
                    messages=[],
                    # The SDK walks through what it is given, schema and all, to convert what is
                    # plain JSON already; what stands here goes as it is.
                    extra_body={"messages": self._messages()}
                    | self.dialect.parameters(self.question.max_tokens, self.question.shape.schema),
                )
                self._bill(_retries(raw.http_request))
                return self._heard(raw.content)
            except openai.APIStatusError as error:
                self._bill(_retries(error.request))
                if error.status_code not in {400, 422, 501}:
                    raise status_failure(error, self.model) from None
                self._adapt(error)
            except openai.APITimeoutError as error:
                self._bill(_retries(error.request))
                raise NoAnswerError("the server did not answer in time") from None
            except openai.APIConnectionError as error:
                self._bill(_retries(error.request))
                raise connection_failure(error) from None
        raise NoAnswerError("the server refused every form of the question (400)")

    def _messages(self) -> list[dict[str, str]]:
        system, user = self.question.messages
        told = [user["content"]]
        if self.dialect.mode != "json_schema":
            told.append(f"Answer with one JSON object of this form: {example(self.question.shape)}")
        if self.complaint:
            told.append(f"Your last answer could not be used: {self.complaint}. Answer again.")
        return [system, {"role": "user", "content": "\n\n".join(told)}]

    def _heard(self, content: bytes) -> dict[str, Any]:
        try:
            body = json.loads(content)
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise _UnusableError("the server did not send JSON")
        self._bill_tokens(body)
        return body

    def _bill(self, calls: int) -> None:
        self.usage += Usage(calls=calls)

    def _bill_tokens(self, body: dict[str, Any]) -> None:
        told = body.get("usage")
        told = told if isinstance(told, dict) else {}
        details = told.get("prompt_tokens_details")
        cached = details.get("cached_tokens") if isinstance(details, dict) else 0
        prompt, completion = told.get("prompt_tokens"), told.get("completion_tokens")
        if not isinstance(prompt, int) or not isinstance(completion, int):
            prompt, completion = self._estimate(body)
        self.usage += Usage(
            prompt_tokens=prompt,
            completion_tokens=completion,
            cached_tokens=cached if isinstance(cached, int) else 0,
        )

    def _estimate(self, body: dict[str, Any]) -> tuple[int, int]:
        from agent.llm.tokens import count, count_prompt

        self._note("The server did not say how many tokens it used; they were counted here.")
        schema = self.question.shape.schema if self.dialect.mode == "json_schema" else None
        return count_prompt(self._messages(), schema, self.model), count(_text(body), self.model)

    def _adapt(self, error: APIStatusError) -> None:
        complaint = complaint_of(error)
        if "content_filter" in complaint or "content management" in complaint:
            raise NoAnswerError("the provider's content filter stopped the question")
        if re.search(r"context.{0,20}(?:length|window|size)|too long|exceeds? the", complaint):
            raise NoAnswerError("the question is too long for this model")
        if re.search(r"model.{0,80}(?:not found|not exist|not supported)", complaint):
            raise no_such_model(self.model)
        changed = self.dialect.after_complaint(complaint)
        if changed is None:
            raise NoAnswerError(f"the server refused the question ({error.status_code})")
        self._adopt(changed, "refused the answer format")

    def _adopt(self, changed: Dialect, why: str) -> None:
        if changed.mode != self.dialect.mode:
            form = {"json_object": "plain JSON", "text": "plain text"}[changed.mode]
            self._note(f"The server {why}; it was asked for {form} instead.")
        self.dialect = changed

    def _note(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)


def _said(body: dict[str, Any]) -> tuple[str, bool]:
    """What the model said, and whether it was cut short."""
    choices = body.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        raise _UnusableError("the server sent no choices")
    message = choices[0].get("message")
    finish = choices[0].get("finish_reason")
    if finish == "content_filter":
        raise NoAnswerError("the provider's content filter stopped the answer")
    if isinstance(message, dict) and message.get("refusal"):
        raise NoAnswerError("the model declined to answer")
    return _text(body), finish == "length"


def _text(body: dict[str, Any]) -> str:
    try:
        content = body["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError):
        return ""
    return content if isinstance(content, str) else ""


def _retries(request: Any) -> int:
    """Times that the SDK repeated this request, as it writes into its header."""
    sent = request.headers.get("x-stainless-retry-count", "0")
    return int(sent) if sent.isdigit() else 0
