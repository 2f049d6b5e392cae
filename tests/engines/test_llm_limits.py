"""A run that is cut off in the middle: what was done is kept, and the document holds."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest
from stub_model import Asked, Fault, Said, completion, engine_on, rewritten, understand, whole_lines

from agent.engines.llm import LlmEngine
from agent.errors import InputError
from agent.pipeline import atailor, tailor
from agent.result import Tailored
from agent.verify import check
from sample import POSTING, RESUME

GOOD = "Reconciled 14 bank accounts every month in QuickBooks."


def well(asked: Asked) -> Said:
    if asked.task == "requirements":
        return whole_lines(asked)
    return rewritten(asked, lambda _, text: GOOD if "reconciling 14" in text else None)


def holds(result: Tailored) -> bool:
    before, after = result.score.before, result.score.after
    return (
        check(result.resume, result.document).supported
        and (after.normalized.coverage.value or 0) >= (before.normalized.coverage.value or 0)
        and len(list(result.document.bullets())) >= len(list(result.resume.bullets()))
    )


def by_model(result: Tailored) -> list[str]:
    return [change.after for change in result.applied if change.by != "offline"]


class Slow:
    """A server that never answers some questions; `hung` is set once one of them is waiting."""

    def __init__(self, hangs: Callable[[Asked], bool]) -> None:
        self.hangs, self.hung, self.answered = hangs, asyncio.Event(), list[Asked]()

    async def answer(self, request: httpx2.Request) -> httpx2.Response:
        asked = understand(request.content, dict(request.headers))
        if self.hangs(asked):
            self.hung.set()
            await asyncio.sleep(60)
        self.answered.append(asked)
        said = well(asked)
        assert isinstance(said, str)
        return httpx2.Response(200, json=completion(said))

    def engine(self, **options: object) -> LlmEngine:
        client = httpx2.AsyncClient(transport=httpx2.MockTransport(self.answer))
        return LlmEngine("gpt-4.1-mini", api_key="sk-test", http_client=client, **options)  # type: ignore[arg-type]


def about_the_bookkeeper(asked: Asked) -> bool:
    return asked.task == "rewrites" and "Bookkeeper" in asked.material


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """Loading word lists and the SDK is no part of the short deadlines below."""
    tailor(RESUME, POSTING, engine=engine_on(well).engine)


def test_a_deadline_in_the_second_round_keeps_what_came_before_it() -> None:
    engine = Slow(about_the_bookkeeper).engine(deadline=1.5)
    result = tailor(RESUME, POSTING, engine=engine)
    assert by_model(result) == [GOOD]
    assert any("Bookkeeper" in note and "within" in note for note in result.notes)
    assert holds(result)


def test_a_deadline_in_the_first_round_leaves_it_to_the_rules() -> None:
    engine = Slow(lambda asked: asked.task == "requirements").engine(deadline=1.5)
    result = tailor(RESUME, POSTING, engine=engine)
    assert by_model(result) == [GOOD], "half the time is kept for the entries"
    assert any("Reading the posting: no whole answer" in note for note in result.notes)
    assert holds(result)


@pytest.mark.parametrize("cap", [{"max_tokens": 3300}, {"max_cost": 0.004}])
def test_a_cap_reached_in_the_second_round_keeps_what_was_paid_for(cap: dict[str, float]) -> None:
    def dear(asked: Asked) -> Said:
        said = completion(str(well(asked)))
        return said | {"usage": {"prompt_tokens": 600, "completion_tokens": 400}}

    recorder = engine_on(dear, max_parallel=1, **cap)
    result = tailor(RESUME, POSTING, engine=recorder.engine)
    usage = result.usage
    assert 0 < usage.prompt_tokens + usage.completion_tokens <= cap.get("max_tokens", 10**9)
    assert usage.cost is not None
    assert usage.cost <= cap.get("max_cost", 10**9)
    assert usage.calls == len(recorder.sent) > 1
    assert any("would be passed" in note for note in result.notes)
    assert holds(result)


def test_a_quota_that_ends_in_the_second_round_keeps_what_was_paid_for() -> None:
    def brain(asked: Asked) -> Said:
        if about_the_bookkeeper(asked):
            body = json.dumps({"error": {"code": "insufficient_quota"}})
            return Fault(429, body, (("retry-after-ms", "1"),))
        return well(asked)

    result = tailor(RESUME, POSTING, engine=engine_on(brain).engine)
    assert by_model(result) == [GOOD]
    assert any("no credit left" in note for note in result.notes)
    assert holds(result)


async def test_a_cancelled_run_closes_everything_and_pays_for_no_answer_twice(
    tmp_path: Path,
) -> None:
    slow = Slow(about_the_bookkeeper)
    engine = slow.engine(cache_dir=tmp_path)
    task = asyncio.create_task(atailor(RESUME, POSTING, engine=engine))
    await slow.hung.wait()
    while len(slow.answered) < 2 or not list(tmp_path.glob("*.json"))[1:]:
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert engine._session._users == 0

    done = [asked.material for asked in slow.answered]
    again = engine_on(well, cache_dir=tmp_path)
    result = await atailor(RESUME, POSTING, engine=again.engine)
    assert by_model(result) == [GOOD]
    assert not {asked.material for asked in again.sent} & set(done[:2])
    assert any("Bookkeeper" in asked.material for asked in again.sent)
    assert holds(result)


async def test_a_stopped_run_ends_at_once_with_what_is_done() -> None:
    slow = Slow(about_the_bookkeeper)
    engine = slow.engine()
    task = asyncio.create_task(atailor(RESUME, POSTING, engine=engine))
    await slow.hung.wait()
    while len(slow.answered) < 2:
        await asyncio.sleep(0.01)
    engine.stop()
    async with asyncio.timeout(10):
        result = await task
    assert by_model(result) == [GOOD], "the answer that had come is in the document"
    assert any("Bookkeeper: the run was stopped" in note for note in result.notes)
    assert engine._session._users == 0
    assert holds(result)

    again = await atailor(RESUME, POSTING, engine=engine_on(well).engine)
    assert not any("stopped" in note for note in again.notes)


async def test_a_run_stopped_in_the_first_round_is_left_to_the_rules() -> None:
    slow = Slow(lambda asked: asked.task == "requirements")
    engine = slow.engine()
    task = asyncio.create_task(atailor(RESUME, POSTING, engine=engine))
    await slow.hung.wait()
    engine.stop()
    engine.stop()
    async with asyncio.timeout(10):
        result = await task
    assert not slow.answered, "nothing more was sent"
    assert result.applied
    assert by_model(result) == []
    assert "Reading the posting: the run was stopped." in result.notes
    assert holds(result)


def test_a_recording_that_lacks_one_entry_fails_the_run(tmp_path: Path) -> None:
    kept = tmp_path / "run.jsonl"
    tailor(RESUME, POSTING, engine=engine_on(well, record=kept).engine)
    lines = kept.read_text(encoding="utf-8").splitlines()
    assert len(lines) > 3
    kept.write_text("\n".join(lines[:-1]), encoding="utf-8")
    with pytest.raises(InputError, match="has no reply to this question of rewrite_"):
        tailor(RESUME, POSTING, engine=engine_on(well, replay=kept).engine)
