"""What a run takes beyond waiting for the model: whole runs against a stub of fixed latency.

    python -m evals.measure_overhead --latency 1.0

A two-page Word resume in six roles and a 600-word posting, as in `evals.bench`; nine calls in two
rounds. The stub answers each request after the same time: first it changes nothing, then it puts
an alias into every line it can, so that every entry has something to verify. Waiting alone takes
the latency times the depth; whatever the run takes beyond that is ours, reading, matching, writing
and reading back included. Entries asked one after another would show as whole latencies. On a busy
machine the processor's own seconds while no request is under way say more.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import statistics
import sys
import time
from typing import Any, NamedTuple

import httpx2

from agent import LlmEngine, tailor
from evals import bench_inputs


class Run(NamedTuple):
    """One run against the stub."""

    beyond: float
    """Seconds beyond waiting."""
    alone: float
    """Seconds of the processor while no request was under way."""
    calls: int
    most: int
    """Requests under way at once."""
    depth: int
    changed: int


def answer_to(body: dict[str, Any], *, rewrites: bool) -> str:
    """What the stub says: the posting's list lines, and for an entry nothing, or each of its lines
    with what any reader would grant, the same words with 'and' for '&' and without their stop."""
    schema = body["response_format"]["json_schema"]["schema"]
    (name, *_) = schema["properties"]
    said = body["messages"][-1]["content"]
    if name == "requirements":
        items = [
            {
                "quote": line[2:], "kind": "must", "category": "skill",
                "any_of": [[" ".join(line.split()[1:3])]], "at_least": 1, "open": False,
                "min_years": None,
            }
            for line in said.splitlines() if line.startswith("- ")
        ]  # fmt: skip
    else:
        ids = schema["properties"]["rewrites"]["items"]["properties"]["id"].get("enum", [])
        lines = re.findall(r"^(e\d+b\d+): (.*)$", said, re.MULTILINE)
        items = [
            {"id": id, "text": f"{text.rstrip('.')}.", "requirements": [], "quotes": [text]}
            if n % 2
            else {"id": id, "text": f"Successfully {text}", "requirements": [], "quotes": [text]}
            for n, (id, text) in enumerate(lines) if rewrites and id in ids
        ]  # fmt: skip
    return json.dumps({name: items, "order": []})


def once(latency: float, *, rewrites: bool) -> Run:
    """One whole run."""
    spans: list[tuple[float, float]] = []
    running = most = 0
    since = hidden = 0.0

    async def answer(request: httpx2.Request) -> httpx2.Response:
        nonlocal running, most, since, hidden
        since = time.process_time() if not running else since
        running += 1
        most = max(most, running)
        began = time.perf_counter()
        await asyncio.sleep(latency)
        spans.append((began, time.perf_counter()))
        running -= 1
        hidden += 0.0 if running else time.process_time() - since
        message = {"content": answer_to(json.loads(request.content), rewrites=rewrites)}
        return httpx2.Response(
            200,
            json={
                "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
                "usage": {"prompt_tokens": 1, "completion_tokens": 1},
            },
        )

    client = httpx2.AsyncClient(transport=httpx2.MockTransport(answer))
    engine = LlmEngine("stub", "http://127.0.0.1:9/v1", http_client=client, max_parallel=64)
    began, ticks = time.perf_counter(), time.process_time()
    result = tailor(bench_inputs.two_pages(), bench_inputs.posting_text(), engine=engine)
    seconds, cpu = time.perf_counter() - began, time.process_time() - ticks
    depth = bench_inputs.depth(spans)
    return Run(
        seconds - depth * latency, cpu - hidden, len(spans), most, depth,
        sum(change.by != "offline" for change in result.changes),
    )  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--latency", type=float, default=1.0, help="seconds for each answer")
    parser.add_argument("--repeats", type=int, default=7)
    options = parser.parse_args()
    good = True
    for rewrites in (False, True):
        once(0.01, rewrites=rewrites)  # imports and caches
        runs = [once(options.latency, rewrites=rewrites) for _ in range(options.repeats)]
        last, beyond = runs[-1], [run.beyond for run in runs]
        middle = statistics.median(beyond)
        share = middle / (last.depth * options.latency)
        print(
            f"{'every line rewritten' if rewrites else 'nothing rewritten':20} {last.calls} calls, "
            f"{last.most} at once, depth {last.depth}, {last.changed} changes of the model; beyond "
            f"waiting: median {middle * 1000:.0f} ms ({share:.1%}), {min(beyond) * 1000:.0f} to "
            f"{max(beyond) * 1000:.0f} ms over {len(runs)} runs at {options.latency:g} s an "
            f"answer; {statistics.median(run.alone for run in runs) * 1000:.0f} ms of a processor"
        )
        good = good and middle <= 0.1 and share <= 0.05
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
