"""How fast, how big, and how it grows: `python -m evals.bench [--out FILE] [--compare OLD NEW]`.

Every time is the median of repeats, with the fastest and the slowest beside it; machines differ, so
the result carries what it was measured on, and two results compare as ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from agent.errors import AgentError
from evals import bench_inputs
from evals.runs import revision, versions
from evals.stats import fitted_exponent

_GROWTH = (1, 10, 100)


def timed(
    work: Callable[[], object], *, repeats: int = 15, budget: float = 6.0, per: int = 1
) -> dict[str, Any]:
    """Median, fastest and slowest of repeats, after one to warm up.

    Args:
        work: what to time.
        repeats: how often at most.
        budget: seconds after which no further repeat starts; three are made in any case.
        per: divide by this many, for work that does so many things.

    Returns:
        `seconds`, `fastest`, `slowest` of one, `repeats`, and `cpu`: the median of the processor's
        own seconds, which a busy machine stretches less.
    """
    work()
    taken: list[float] = []
    busy: list[float] = []
    began = time.perf_counter()
    while len(taken) < 3 or (len(taken) < repeats and time.perf_counter() - began < budget):
        started, ticks = time.perf_counter(), time.process_time()
        work()
        taken.append((time.perf_counter() - started) / per)
        busy.append((time.process_time() - ticks) / per)
    return {
        "seconds": median(taken),
        "cpu": median(busy),
        "fastest": min(taken),
        "slowest": max(taken),
        "repeats": len(taken),
    }


def machine() -> dict[str, Any]:
    """What the numbers were measured on."""
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else os.cpu_count(),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
    }


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    if facts.exists():
        for line in facts.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def steps() -> dict[str, dict[str, Any]]:
    """Each step of a run on a two-page .docx and a 600-word posting, and the whole."""
    from agent import (
        OfflineEngine,
        extract_requirements,
        match,
        read_posting,
        read_resume,
        tailor,
        verify,
    )
    from agent.documents import write_document
    from agent.rewrite import rewrite
    from agent.verify import check

    content, text = bench_inputs.two_pages(), bench_inputs.posting_text()
    resume, posting = read_resume(content), read_posting(text)
    requirements = extract_requirements(posting)
    matches = match(requirements, resume)
    lines = [(bullet.id, bullet.text) for bullet in resume.bullets()]
    rewrites = [(id, f"{words.rstrip('.')}, in {n} ways") for n, (id, words) in enumerate(lines)]
    work: dict[str, tuple[Callable[[], object], int]] = {
        "read a .docx": (lambda: read_resume(content), 1),
        "read a posting": (lambda: read_posting(text), 1),
        "extract": (lambda: extract_requirements(posting), 1),
        "match": (lambda: match(requirements, resume), 1),
        "rewrite": (
            lambda: bench_inputs.wait(
                rewrite(resume, requirements, matches, engine=OfflineEngine(), facts=())
            ),
            1,
        ),
        "verify one rewrite": (
            lambda: [verify(words, resume=resume, bullet_id=id) for id, words in rewrites],
            len(rewrites),
        ),
        "verify the same lines": (
            lambda: [verify(words, resume=resume, bullet_id=id) for id, words in lines],
            len(lines),
        ),
        "check a document": (lambda: check(resume, resume), 1),
        "write a .docx": (lambda: write_document(resume, texts=dict(rewrites), format="docx"), 1),
        "write it tracked": (
            lambda: write_document(resume, texts=dict(rewrites), format="docx", tracked=True),
            1,
        ),
        "tailor, warm": (lambda: tailor(content, text, engine=OfflineEngine()), 1),
    }
    found = {}
    for name, (do, per) in work.items():
        _tell(name)
        found[name] = timed(do, per=per)
    return found | {"rank 1,000 postings": _ranking()}


def _ranking() -> dict[str, Any]:
    from agent import rank, read_resume

    _tell("rank 1,000 postings")
    resume = read_resume(bench_inputs.two_pages())
    postings = bench_inputs.postings(1000)
    started, ticks = time.perf_counter(), time.process_time()
    ranked = list(rank(resume, postings))
    taken, busy = time.perf_counter() - started, time.process_time() - ticks
    return {
        "seconds": taken, "fastest": taken, "slowest": taken, "cpu": busy, "repeats": 1,
        "n": len(ranked),
    }  # fmt: skip


def cold() -> dict[str, dict[str, Any]]:
    """What a new process pays: importing, the first run, and the memory that it takes."""
    _tell("import")
    clock = "import time; t = time.perf_counter(); {}; print(time.perf_counter() - t)"
    importing = [float(_python(clock.format("import agent"))) for _ in range(7)]
    _tell("first run")
    with TemporaryDirectory() as folder:
        resume, posting = Path(folder) / "resume.docx", Path(folder) / "posting.txt"
        resume.write_bytes(bench_inputs.two_pages())
        posting.write_text(bench_inputs.posting_text(), encoding="utf-8")
        run = (
            "from pathlib import Path; from agent import OfflineEngine, tailor; "
            f"tailor(Path({str(resume)!r}), Path({str(posting)!r}), engine=OfflineEngine())"
        )
        first = [float(_python(clock.format(run))) for _ in range(3)]
        peak = float(
            _python(
                f"import resource; {run}; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
            )
        )
    return {
        "import agent": _spread(importing),
        "first tailor of a process": _spread(first),
        "peak memory": {"bytes": int(peak * (1 if sys.platform == "darwin" else 1024))},
    }


def _spread(taken: list[float]) -> dict[str, Any]:
    return {
        "seconds": median(taken),
        "fastest": min(taken),
        "slowest": max(taken),
        "repeats": len(taken),
    }


def _python(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


def growth() -> dict[str, dict[str, Any]]:
    """The processor's seconds at 1, 10 and 100 times the bullets, requirements and postings, and
    the exponent that fits them: 1 is linear."""
    from agent import OfflineEngine, rank, read_posting, read_resume, tailor

    text = bench_inputs.posting_text()
    small = bench_inputs.resume_text(12)
    grown: dict[str, Callable[[int], Callable[[], object]]] = {
        "bullets": lambda n: (
            lambda: tailor(
                read_resume(bench_inputs.resume_text(12 * n).encode(), name="long.md"),
                read_posting(text),
                engine=OfflineEngine(),
            )
        ),
        "requirements": lambda n: (
            lambda: tailor(
                read_resume(small.encode(), name="short.md"),
                read_posting(bench_inputs.requirement_lines(8 * n)),
                engine=OfflineEngine(),
            )
        ),
        "postings": lambda n: (
            lambda: list(
                rank(read_resume(small.encode(), name="short.md"), bench_inputs.postings(10 * n))
            )
        ),
    }
    found: dict[str, dict[str, Any]] = {}
    for name, at in grown.items():
        sizes, seconds = [], []
        for n in _GROWTH:
            _tell(f"{n} times the {name}")
            started = time.process_time()
            try:
                at(n)()
            except AgentError as error:
                found[name] = {"unscored": f"at {n} times: {error}"}
                break
            sizes.append(n)
            seconds.append(time.process_time() - started)
        else:
            found[name] = {
                "sizes": sizes,
                "seconds": seconds,
                "exponent": fitted_exponent(sizes, seconds),
            }
    return found


def llm() -> dict[str, Any]:
    """What the LLM engine adds to waiting for a model, on a stub that takes a fixed time."""
    _tell("the LLM engine on a stub")
    content, text, wait = bench_inputs.two_pages(), bench_inputs.posting_text(), 0.2
    runs = [bench_inputs.on_stub(content, text, wait) for _ in range(4)][1:]
    overhead = [run["seconds"] - run["depth"] * wait for run in runs]
    return {
        "model_seconds": wait,
        "seconds": median(run["seconds"] for run in runs),
        "depth": runs[-1]["depth"],
        "calls": runs[-1]["calls"],
        "prompt_tokens": runs[-1]["prompt_tokens"],
        "overhead_seconds": median(overhead),
        "cpu": median(run["cpu"] for run in runs),
    }


def measure() -> dict[str, Any]:
    """All of it."""
    return {
        "revision": revision(),
        "versions": versions(),
        "machine": machine(),
        "cold": cold(),
        "steps": steps(),
        "growth": growth(),
        "llm": llm(),
    }


def compare(old: dict[str, Any], new: dict[str, Any]) -> str:
    """New over old, step by step; above 1 is slower."""
    lines = [f"{old['revision']} -> {new['revision']}: seconds, new / old"]
    for part in ("cold", "steps"):
        for name, now in new[part].items():
            before = old[part].get(name, {}).get("seconds")
            if before and now.get("seconds"):
                lines.append(f"  {now['seconds'] / before:6.2f}  {name}")
    for name, now in new["growth"].items():
        before = old["growth"].get(name, {}).get("exponent")
        if before is not None and "exponent" in now:
            lines.append(f"  {name}: exponent {before:.2f} -> {now['exponent']:.2f}")
    return "\n".join(lines)


def table(found: dict[str, Any]) -> str:
    """The measurement as plain text."""
    facts = found["machine"]
    lines = [f"{found['revision']} on {facts['processor']}, {facts['cores']} cores"]
    for name, of in (found["cold"] | found["steps"]).items():
        if "bytes" in of:
            lines.append(f"  {name:28} {of['bytes'] / 2**20:9.0f} MB")
            continue
        lines.append(
            f"  {name:28} {1000 * of['seconds']:9.2f} ms  ({1000 * of['fastest']:.2f} to "
            f"{1000 * of['slowest']:.2f}, {of['repeats']} repeats"
            + (f"; cpu {1000 * of['cpu']:.2f})" if "cpu" in of else ")")
        )
    rate = 1 / found["steps"]["verify one rewrite"]["seconds"]
    lines.append(f"  {'rewrites verified a second':28} {rate:9.0f}")
    for name, of in found["growth"].items():
        if "unscored" in of:
            lines.append(f"  growth with {name}: unscored, {of['unscored']}")
            continue
        times = ", ".join(
            f"{n}x {s:.3f} s" for n, s in zip(of["sizes"], of["seconds"], strict=True)
        )
        lines.append(f"  growth with {name}: {times}; exponent {of['exponent']:.2f}")
    on = found["llm"]
    lines.append(
        f"  LLM on a stub of {on['model_seconds']} s: {on['calls']} calls, depth {on['depth']}, "
        f"{on['prompt_tokens']} prompt tokens, {1000 * on['overhead_seconds']:.0f} ms beside "
        f"waiting, {1000 * on['cpu']:.0f} ms of them computing"
    )
    return "\n".join(lines)


def _tell(what: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{what:60}", end="", file=sys.stderr)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print, or compare two kept measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, help="keep the numbers as JSON")
    parser.add_argument("--compare", type=Path, nargs=2, metavar=("OLD", "NEW"))
    arguments = parser.parse_args(argv)
    if arguments.compare:
        old, new = (json.loads(path.read_text(encoding="utf-8")) for path in arguments.compare)
        print(compare(old, new))
        return 0
    found = measure()
    print(table(found))
    if arguments.out:
        arguments.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
