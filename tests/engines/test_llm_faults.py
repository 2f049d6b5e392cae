"""Everything a server can do wrong to one entry, while the others are answered well."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from stub_model import (
    POSTING,
    Asked,
    Fault,
    Said,
    Wire,
    brief,
    completion,
    engine_on,
    rewritten,
    serve,
    whole_lines,
    wire,
)

from agent.engines.base import Proposals
from agent.engines.llm import LlmEngine
from agent.errors import NotConfigured

SOON = (("retry-after-ms", "1"),)
"""Keeps the SDK's waits short; the real waits are tried in the slow tests."""
GOOD = {
    "id": "e2b1",
    "text": "Triaged arrivals.",
    "requirements": [],
    "quotes": ["Sorted arrivals"],
}


def said(*items: dict[str, Any]) -> str:
    return json.dumps({"rewrites": list(items), "order": []})


def failing(status: int, **error: str) -> Fault:
    return Fault(status, json.dumps({"error": error}), SOON)


class Row(NamedTuple):
    fault: Said
    note: str
    """Words of the line that the person is told; '' for a fault that costs nothing."""
    calls: int
    """Requests that are billed for the entry."""
    survives: bool = False
    """Whether the entry's good item still arrives."""


CUT = completion(said(GOOD, GOOD | {"id": "e2b2"})[:-30], finish="length")
ROWS = {
    "429": Row(failing(429, message="slow down"), "too busy", 3),
    "500": Row(failing(500, message="oops"), "failed \\(500\\)", 3),
    "503": Row(failing(503), "failed \\(503\\)", 3),
    "html with 200": Row(Fault(200, "<html>Welcome</html>"), "did not send JSON", 2),
    "empty body": Row(Fault(200, ""), "did not send JSON", 2),
    "json of another kind": Row(Fault(200, "[1, 2]"), "did not send JSON", 2),
    "truncated json": Row(completion(said(GOOD)[:40], finish="length"), "cut short", 2),
    "truncated after a whole item": Row(CUT, "cut short", 2, survives=True),
    "wrong schema": Row('{"answer": "yes"}', "no JSON object with the list", 2),
    "wrong types": Row(said({"id": "e2b1", "text": 7}), "did not fit", 2),
    "unknown id": Row(said(GOOD | {"id": "e7b7"}, GOOD), "1 for an unknown line", 1, survives=True),
    "missing id": Row(said(), "", 1),
    "duplicate id": Row(said(GOOD, GOOD), "1 for a line already answered", 1, survives=True),
    "refusal": Row(completion(None, refusal="I can't."), "declined to answer", 1),
    "content filter": Row(completion("", finish="content_filter"), "content filter", 1),
    "content filter on the prompt": Row(failing(400, code="content_filter"), "content filter", 1),
    "empty choices": Row(completion("") | {"choices": []}, "no choices", 2),
    "choices of null": Row(completion("") | {"choices": None}, "no choices", 2),
    "no content": Row(completion(None), "no JSON object", 2),
    "quota": Row(failing(429, code="insufficient_quota"), "no credit left", 3),
    "wrong key": Row(failing(401, message="bad key"), "refused the key", 1),
    "no such model": Row(failing(404), "no model", 1),
    "too long a prompt": Row(failing(400, code="context_length_exceeded"), "too long", 1),
    "too large a request": Row(failing(413), "too long", 1),
    "an answer of 100 kB": Row("x" * 100_000, "had 100000 characters", 2),
    "100 kB of json": Row(said(GOOD | {"text": "x" * 100_000}), "characters", 2),
    "deep json": Row("[" * 50_000, "no JSON object", 2),
    "an item without words": Row(said(GOOD | {"text": ""}), "without words", 1),
    "null usage": Row(completion(said(GOOD)) | {"usage": None}, "counted here", 1, survives=True),
    "every format refused": Row(failing(400, message="nope"), "refused the question", 3),
}  # fmt: skip


def well(asked: Asked) -> str:
    if asked.task == "requirements":
        return whole_lines(asked)
    return rewritten(asked, lambda id, text: f"Triaged, that is {text.lower()}")


def one_bad(fault: Said | Callable[[Asked], Said]) -> Callable[[Asked], Said]:
    def brain(asked: Asked) -> Said:
        if "Ward 2" in asked.material:
            return fault(asked) if callable(fault) else fault
        return well(asked)

    return brain


async def run(engine: LlmEngine) -> list[Proposals]:
    await engine.extract(POSTING)
    lines = ("Sorted arrivals.", "Sorted departures.")
    return await asyncio.gather(*(engine.propose(brief(n, *lines)) for n in (1, 2, 3)))


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
async def test_one_bad_entry_never_costs_the_others(row: Row) -> None:
    recorder = engine_on(one_bad(row.fault))
    first, bad, third = await run(recorder.engine)
    assert [len(m.proposals) for m in (first, third)] == [2, 2]
    assert len(bad.proposals) == (1 if row.survives else 0)
    assert bad.usage.calls == row.calls
    asked_about_bad = [asked for asked in recorder.sent if "Ward 2" in asked.material]
    assert len(asked_about_bad) == row.calls, "what is billed is what was sent"
    if row.note:
        assert any(re.search(row.note, note) for note in bad.notes), bad.notes
    else:
        assert bad.notes == ()
    assert all(len(note) < 300 and "Traceback" not in note for note in bad.notes)


async def test_failed_tries_are_billed() -> None:
    recorder = engine_on(one_bad(CUT))
    bad = (await run(recorder.engine))[1]
    assert (bad.usage.prompt_tokens, bad.usage.completion_tokens) == (200, 40)


async def test_an_answer_that_can_not_be_used_is_asked_for_once_more_with_the_reason() -> None:
    answers = iter(["Gladly!", said(GOOD)])
    recorder = engine_on(lambda _: next(answers))
    made = await recorder.engine.propose(brief(2, "Sorted arrivals."))
    assert len(made.proposals) == 1
    assert "could not be used" in recorder.sent[1].body["messages"][1]["content"]
    assert recorder.sent[1].body["response_format"] == {"type": "json_object"}


@pytest.mark.parametrize(
    ("takes", "modes", "note"),
    [
        ("json_schema", ["json_schema"], None),
        ("json_object", ["json_schema", "json_object"], "plain JSON"),
        ("text", ["json_schema", "json_object", "text"], "plain text"),
    ],
)
async def test_a_server_without_schemas_is_asked_in_its_own_way_from_then_on(
    takes: str, modes: list[str], note: str | None
) -> None:
    used: list[str] = []

    def brain(asked: Asked) -> Said:
        mode = asked.body.get("response_format", {"type": "text"})["type"]
        used.append(mode)
        if mode != takes:
            return failing(400, message=f"response_format {mode} is not supported")
        if mode != "json_schema":
            assert '{"re' in asked.body["messages"][1]["content"], "the form is shown instead"
        return well(asked)

    recorder = engine_on(brain)
    extraction = await recorder.engine.extract(POSTING)
    assert used == modes
    made = await recorder.engine.propose(brief())
    assert used == [*modes, takes], "what was learnt is remembered"
    assert len(made.proposals) == 1
    assert note is None or any(note in said for said in extraction.notes)


async def test_a_parameter_that_is_refused_is_left_out() -> None:
    def brain(asked: Asked) -> Said:
        for name in ("temperature", "max_completion_tokens"):
            if name in asked.body:
                return failing(400, message=f"Unsupported parameter: '{name}'")
        return well(asked)

    recorder = engine_on(brain)
    await recorder.engine.extract(POSTING)
    assert {"temperature", "max_completion_tokens"}.isdisjoint(recorder.sent[-1].body)
    assert "response_format" in recorder.sent[-1].body
    assert "max_tokens" in recorder.sent[-1].body


async def test_an_extraction_that_fails_leaves_it_to_the_rules() -> None:
    recorder = engine_on(
        lambda asked: failing(500) if asked.task == "requirements" else well(asked)
    )
    extraction = await recorder.engine.extract(POSTING)
    assert extraction.requirements
    assert any("failed (500)" in note for note in extraction.notes)


async def test_a_run_that_is_over_time_sends_nothing_more() -> None:
    recorder = engine_on(well, deadline=0.0)
    extraction = await recorder.engine.extract(POSTING)
    assert recorder.sent == []
    assert extraction.requirements
    assert any("time for the run is over" in note for note in extraction.notes)


async def test_cancelling_a_run_closes_it() -> None:
    recorder = engine_on(lambda _: Fault(429, "{}"))  # and the SDK waits half a second
    task = asyncio.create_task(recorder.engine.propose(brief()))
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert recorder.engine._session._users == 0


# --- the same over a real socket --------------------------------------------------------------

SLOWLY = pytest.mark.allow_hosts(["127.0.0.1"])
WIRES = {
    "429 with retry-after": (Wire(429, b"{}", (("retry-after", "1"),)), "too busy", 3),
    "429 without": (Wire(429, b"{}"), "too busy", 3),
    "500": (Wire(500, b"oops"), r"failed \(500\)", 3),
    "503": (Wire(503, b""), r"failed \(503\)", 3),
    "time-out": (Wire(200, b"{}", wait=30), "in time|within", 1),
    "reset mid-body": (Wire(200, b'{"choices": [{"mess', reset_after=10), "connection broke", 3),
    "slow drip": (Wire(200, json.dumps(completion(said(GOOD))).encode(), drip=0.4), "within", 1),
    "100 kB": (wire("x" * 100_000), "100000 characters", 2),
    "truncated": (wire(CUT), "cut short", 2),
}  # fmt: skip


@pytest.mark.slow
@SLOWLY
@pytest.mark.parametrize(("answer", "note", "calls"), WIRES.values(), ids=WIRES.keys())
async def test_a_real_server_that_fails_one_entry(answer: Wire, note: str, calls: int) -> None:
    def reply(asked: Asked) -> Wire:
        return answer if "Ward 2" in asked.material else wire(well(asked))

    with serve(reply) as (address, sent):
        engine = LlmEngine("stub", address, timeout=2.5)
        first, bad, third = await run(engine)
    assert [len(m.proposals) for m in (first, third)] == [2, 2]
    assert any(re.search(note, line) for line in bad.notes), bad.notes
    assert bad.usage.calls >= calls
    assert len([asked for asked in sent if "Ward 2" in asked.material]) >= calls


@pytest.mark.slow
@SLOWLY
async def test_a_server_that_is_not_there_is_said_at_once() -> None:

    with serve(lambda _: wire("")) as (address, _):
        pass
    with pytest.raises(NotConfigured, match="can't be reached"):
        await LlmEngine("stub", address).extract(POSTING)


@pytest.mark.slow
@SLOWLY
async def test_entries_are_asked_about_at_the_same_time() -> None:
    running, most = 0, 0

    def reply(asked: Asked) -> Wire:
        nonlocal running, most
        running += 1
        most = max(most, running)
        answer = wire(well(asked))
        time.sleep(0.3)
        running -= 1
        return answer

    with serve(reply) as (address, _):
        engine = LlmEngine("stub", address, max_parallel=4)
        await engine.extract(POSTING)
        await asyncio.gather(*(engine.propose(brief(n)) for n in range(1, 9)))
    assert most == 4
