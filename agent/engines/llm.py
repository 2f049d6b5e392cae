"""The LLM engine: asks a model for requirements, rewrites and judgements, and believes none of it.

At most two rounds: the posting once, then every entry at the same time.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from agent.engines import llm_extract, llm_judge, llm_plan, llm_rewrite
from agent.engines.base import Brief, Extraction, Judgements, Proposals, Question
from agent.engines.llm_plan import Plan
from agent.engines.meanwhile import meanwhile
from agent.errors import NotConfigured
from agent.llm.client import Ask, Reply
from agent.llm.endpoint import resolve
from agent.llm.prices import price_of
from agent.llm.session import Session, failure_of
from agent.llm.spending import Spending
from agent.models import Fact, Posting, Resume, Usage
from agent.requirements import extract_requirements

_ROUND_ONE = 0.5
"""Share of a run's time for reading the posting, so that a model that gets stuck there leaves time
for the entries."""


class LlmEngine:
    """Proposes with a model at OpenAI, Azure or any OpenAI-compatible server.

    Caps and deadline belong to the engine: make one for each run.
    """

    def __init__(
        self,
        model: str | None = None,
        base_url: str | None = None,
        api_key: str | None = None,
        *,
        azure_api_version: str | None = None,
        timeout: float = 120.0,
        deadline: float = 600.0,
        max_parallel: int = 8,
        max_cost: float | None = None,
        max_tokens: int | None = None,
        prices: Mapping[str, tuple[float, float, float]] | None = None,
        cache_dir: str | Path | None = None,
        record: str | Path | None = None,
        replay: str | Path | None = None,
        judge: bool = False,
        mask_employers: bool = False,
        output_language: str | None = None,
        http_client: Any = None,
    ) -> None:
        """Choose a model and how it may be used; nothing is sent yet.

        Args:
            model: its name; else `VOUCHED_MODEL`, else gpt-5-mini at OpenAI.
            base_url: the server's address; else `OPENAI_BASE_URL`, else OpenAI. With
                `azure_api_version`, the Azure resource; else `AZURE_OPENAI_ENDPOINT`.
            api_key: else `OPENAI_API_KEY` (`AZURE_OPENAI_API_KEY`); a server of one's own may
                need none.
            azure_api_version: set it to reach Azure OpenAI; `model` is then the deployment.
            timeout: seconds of silence one request may take; a question with all its retries
                gets twice that.
            deadline: seconds for a run, counted from `extract`.
            max_parallel: requests under way at once.
            max_cost: cap in US dollars; a request that might pass it is not sent.
            max_tokens: the same for prompt and completion tokens together.
            prices: (prompt, cached, completion) dollars for a million tokens, by model.
            cache_dir: folder in which to keep replies; None keeps nothing.
            record: file to write replies to, for `replay`.
            replay: file of recorded replies to answer from; nothing is sent.
            judge: put soft findings to the model.
            mask_employers: hide the employer's name too.
            output_language: ISO 639-1 code to write in; None keeps the resume's language.
            http_client: an `httpx2.AsyncClient` to send with; the caller closes it.

        Raises:
            NotConfigured: no key, no model or no usable address; or `max_cost` for a model whose
                price is not known.
        """
        if replay and api_key is None:
            api_key = "replayed"
        endpoint = resolve(
            model, base_url, api_key,
            azure_api_version=azure_api_version, timeout=timeout, http_client=http_client,
        )  # fmt: skip
        price = price_of(endpoint.model, endpoint.host, prices)
        if max_cost is not None and price is None:
            raise NotConfigured(
                f"No price is known for {endpoint.model!r} at {endpoint.host!r}.",
                hint="Give prices=, or cap the tokens instead of the cost.",
            )
        self._session = Session(
            endpoint,
            Spending(max_cost=max_cost, max_tokens=max_tokens, price=price),
            deadline=deadline,
            max_parallel=max_parallel,
            cache_dir=Path(cache_dir) if cache_dir else None,
            record=Path(record) if record else None,
            replay=Path(replay) if replay else None,
        )
        self._judge = judge
        self._mask_employers = mask_employers
        self._output_language = output_language
        self._personal: frozenset[str] = frozenset()
        self._employers: frozenset[str] = frozenset()
        self._extracted: dict[Posting, Extraction] = {}

    @property
    def name(self) -> str:
        """'gpt-5-mini at api.openai.com'."""
        return f"{self._session.endpoint.model} at {self._session.endpoint.host}"

    async def extract(self, posting: Posting) -> Extraction:
        """Find the requirements of a posting; where the model fails, the rules do it.

        Raises:
            EngineError: nothing can work: a wrong key, no such model, no credit, a cap too low.
        """
        self._session.begin()
        if known := self._extracted.get(posting):
            return known.model_copy(update={"usage": Usage()})
        windows = llm_extract.windows(posting)
        replies, rules = await meanwhile(
            self._all([window.ask for window in windows], share=_ROUND_ONE),
            lambda: extract_requirements(posting),
        )
        self._raise_if_hopeless(replies)
        failures = [reply.failure for reply in replies if reply.failure]
        reads = [
            (reply.read, window.masks)
            for reply, window in zip(replies, windows, strict=True)
            if reply.read is not None
        ]
        believed = llm_extract.believe(posting, reads, rules)
        notes = [note for reply in replies for note in reply.notes]
        notes += [f"Reading the posting: {failure}." for failure in failures]
        extraction = Extraction(
            requirements=believed.requirements,
            usage=llm_rewrite.sum_usage(replies),
            notes=tuple(dict.fromkeys([*notes, *believed.notes])),
        )
        if not failures:
            self._extracted[posting] = extraction
        return extraction

    async def propose(self, brief: Brief) -> Proposals:
        """Propose rewrites for one entry; with `brief.refused`, repair those.

        Raises:
            EngineError: nothing can work, and no question has had an answer yet.
        """
        self._personal |= frozenset(brief.personal)
        if self._mask_employers:
            self._employers |= frozenset(brief.employers)
        sent = llm_rewrite.questions(
            brief, mask_employers=self._mask_employers, output_language=self._output_language
        )
        replies = await self._all([question.ask for question in sent])
        self._raise_if_hopeless(replies)
        return llm_rewrite.proposals(brief, sent, replies)

    async def judge(self, questions: tuple[Question, ...]) -> Judgements:
        """Answer soft findings, if this engine was told to judge."""
        if not self._judge:
            return Judgements()
        sent = llm_judge.calls(questions, sorted(self._personal), sorted(self._employers))
        replies = await self._all([call.ask for call in sent])
        answers = [
            llm_judge.judgements(call, reply) for call, reply in zip(sent, replies, strict=True)
        ]
        return Judgements(
            judgements=tuple(one for answer in answers for one in answer.judgements),
            usage=llm_rewrite.sum_usage(replies),
            notes=tuple(dict.fromkeys(note for answer in answers for note in answer.notes)),
        )

    def plan(self, resume: Resume, posting: Posting, facts: Sequence[Fact] = ()) -> Plan:
        """Say what a run would ask and cost at most; nothing is sent."""
        return llm_plan.plan(
            resume,
            posting,
            endpoint=self._session.endpoint,
            price=self._session.spending.price,
            facts=facts,
            mask_employers=self._mask_employers,
            output_language=self._output_language,
        )

    def stop(self) -> None:
        """End the run under way with what is done: what has been answered is verified and kept,
        the rest is left to the rules, and the result's notes say so.

        Call it from the event loop of the run: a button's handler, or `loop.add_signal_handler`;
        from another thread, `loop.call_soon_threadsafe(engine.stop)`. Cancelling the task of
        `atailor` instead raises `CancelledError`, as everywhere in asyncio, and gives no result;
        it closes all connections, and answers that were paid for stay in `cache_dir`.
        """
        self._session.stop()

    def finish(self) -> None:
        """Check, after a replayed run, that the whole recording was used.

        Raises:
            InputError: recorded replies were not used.
        """
        if self._session.recording is not None:
            self._session.recording.finish()

    async def _all(self, asks: Sequence[Ask], *, share: float = 1.0) -> list[Reply]:
        return await asyncio.gather(*(self._session.ask(ask, share=share) for ask in asks))

    def _raise_if_hopeless(self, replies: Sequence[Reply]) -> None:
        for reply in replies:
            if reply.fatal is not None and not self._session.answered:
                raise failure_of(reply, self.name)
