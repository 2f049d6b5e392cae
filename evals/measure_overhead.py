"""What the engine costs beyond waiting for the model: a run against a stub of fixed latency.

    python -m evals.measure_overhead --latency 1.0 --roles 6

The stub answers each request after the same time. A run is two rounds deep, so waiting alone takes
twice the latency; whatever the run takes beyond that, less what the offline steps take without any
engine, is the engine's. Entries that ran one after another would show as whole latencies.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
import time
from typing import Any

from agent import LlmEngine, read_posting, read_resume
from agent.engines.briefs import brief_entries
from agent.match import match
from agent.models import Posting, Resume

_POSTING = """\
Ward nurse

Requirements
- Experience with medication rounds
- Triage of walk-in patients
- Experience with Epic or Cerner
- BLS certification
"""


def _resume(roles: int) -> Resume:
    entry = (
        "### Nurse — Ward {n} (20{n:02} – 20{m:02})\n- Gave medication rounds on ward {n}.\n"
        "- Did triage of walk-in patients.\n- Charted in Epic.\n\n"
    )
    entries = "".join(entry.format(n=n, m=n + 1) for n in range(1, roles + 1))
    return read_resume(f"# Ines Varga\n\n## Experience\n{entries}## Skills\nEpic, BLS\n")


class _Stub:
    """Counts how many requests are under way at once."""

    def __init__(self, latency: float) -> None:
        self.latency, self.running, self.most, self.calls = latency, 0, 0, 0

    async def answer(self, request: Any) -> Any:
        import httpx2

        self.running += 1
        self.calls += 1
        self.most = max(self.most, self.running)
        await asyncio.sleep(self.latency)
        self.running -= 1
        wants = json.loads(request.content)["response_format"]["json_schema"]["schema"]
        (name, *_) = wants["properties"]
        said = json.dumps({name: [], "order": []})
        message = {"role": "assistant", "content": said}
        return httpx2.Response(
            200,
            json={
                "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
                "usage": {"prompt_tokens": 1, "completion_tokens": 1},
            },
        )


async def once(resume: Resume, posting: Posting, latency: float) -> tuple[float, _Stub]:
    """Seconds that the engine takes for one run beyond waiting twice, and what the stub saw."""
    import httpx2

    stub = _Stub(latency)
    async with httpx2.AsyncClient(transport=httpx2.MockTransport(stub.answer)) as client:
        engine = LlmEngine("stub", "http://127.0.0.1:9/v1", http_client=client, max_parallel=64)
        began = time.perf_counter()
        extraction = await engine.extract(posting)
        extracted = time.perf_counter() - began
        matches = match(extraction.requirements, resume)
        briefs = brief_entries(resume, extraction.requirements, matches)
        asked = [brief for brief in briefs if brief.requirements]
        began = time.perf_counter()
        await asyncio.gather(*map(engine.propose, asked))
        proposed = time.perf_counter() - began
    return extracted + proposed - 2 * latency, stub


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--latency", type=float, default=1.0, help="seconds for each answer")
    parser.add_argument("--roles", type=int, default=6)
    parser.add_argument("--repeats", type=int, default=5)
    options = parser.parse_args()
    resume, posting = _resume(options.roles), read_posting(_POSTING)
    asyncio.run(once(resume, posting, 0.01))  # imports and caches
    runs = [asyncio.run(once(resume, posting, options.latency)) for _ in range(options.repeats)]
    overheads = [overhead for overhead, _ in runs]
    middle = statistics.median(overheads)
    stub = runs[0][1]
    share = middle / (2 * options.latency)
    print(
        f"{stub.calls} calls, {stub.most} at once; beyond waiting: median {middle * 1000:.0f} ms "
        f"({share:.1%}), {min(overheads) * 1000:.0f} to {max(overheads) * 1000:.0f} ms "
        f"over {len(runs)} runs at {options.latency:g} s an answer"
    )
    return 0 if middle <= 0.1 and share <= 0.05 and stub.most == stub.calls - 1 else 1


if __name__ == "__main__":
    sys.exit(main())
