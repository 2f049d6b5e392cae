"""What `evals.bench` times: each step of a run, the whole, what a new process pays, and a model."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from evals import bench_inputs
from evals.shared import DATA

Tell = Callable[[str], None]


def timed(
    work: Callable[[], object],
    *,
    repeats: int = 15,
    budget: float = 6.0,
    per: int = 1,
    warm: bool = True,
) -> dict[str, Any]:
    """Median, fastest and slowest of repeats.

    Args:
        work: what to time.
        repeats: how often at most.
        budget: seconds after which no further repeat starts; three are made in any case.
        per: divide by this many, for work that does so many things.
        warm: do it once before, untimed.

    Returns:
        `seconds`, `fastest`, `slowest` of one, `repeats`, and `cpu`: the median of the processor's
        own seconds, which a busy machine stretches less.
    """
    if warm:
        work()
    taken: list[float] = []
    busy: list[float] = []
    began = time.perf_counter()
    while len(taken) < 3 or (len(taken) < repeats and time.perf_counter() - began < budget):
        started, ticks = time.perf_counter(), time.process_time()
        work()
        taken.append((time.perf_counter() - started) / per)
        busy.append((time.process_time() - ticks) / per)
    return spread(taken) | {"cpu": median(busy)}


def spread(taken: list[float]) -> dict[str, Any]:
    """Median, fastest and slowest of some seconds, and how many there were."""
    return {
        "seconds": median(taken),
        "fastest": min(taken),
        "slowest": max(taken),
        "repeats": len(taken),
    }


def steps(tell: Tell) -> dict[str, dict[str, Any]]:
    """Each step of a run on a two-page .docx and a 600-word posting, the whole, and ranking.

    Args:
        tell: called with what is timed next.
    """
    from agent import (
        OfflineEngine,
        extract_requirements,
        match,
        rank,
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
    unseen = count(len(lines))
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
            # Each one is new: the answer for a line seen before is kept.
            lambda: [
                verify(f"{words}, in {next(unseen)} ways", resume=resume, bullet_id=id)
                for id, words in lines
            ],
            len(lines),
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
        tell(name)
        found[name] = timed(do, per=per)

    def ranked(postings: Sequence[str]) -> Callable[[], object]:
        return lambda: list(rank(resume, postings))

    # Texts that come back are helped by caches as a folder of real ones is not: both are shown.
    rankings = {"rank 1,000 postings, few texts in turn": bench_inputs.postings(1000)}
    if real := bench_inputs.real_postings(DATA, 250):
        rankings[f"rank {len(real):,} real postings"] = real
    for name, postings in rankings.items():
        tell(name)
        found[name] = timed(ranked(postings), warm=False)
    return found


def cold(tell: Tell) -> dict[str, dict[str, Any]]:
    """What a new process pays: importing, the first run, and the memory that it takes."""
    tell("import")
    clock = "import time; t = time.perf_counter(); {}; print(time.perf_counter() - t)"
    importing = [float(_python(clock.format("import agent"))) for _ in range(7)]
    tell("first run")
    with TemporaryDirectory() as folder:
        resume, posting = Path(folder) / "resume.docx", Path(folder) / "posting.txt"
        resume.write_bytes(bench_inputs.two_pages())
        posting.write_text(bench_inputs.posting_text(), encoding="utf-8")
        run = (
            "from pathlib import Path; from agent import OfflineEngine, tailor; "
            f"tailor(Path({str(resume)!r}), Path({str(posting)!r}), engine=OfflineEngine())"
        )
        first = [float(_python(clock.format(run))) for _ in range(3)]
        measure = "import resource; {}; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        # Kilobytes everywhere but on macOS.
        unit = 1 if sys.platform == "darwin" else 1024
        peaks = [int(_python(measure.format(run))) * unit for _ in range(3)]
    return {
        "import agent": spread(importing),
        "first tailor of a process": spread(first),
        "peak memory": {
            "bytes": median(peaks), "least": min(peaks), "most": max(peaks), "repeats": len(peaks),
        },
    }  # fmt: skip


def _python(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


def llm(tell: Tell) -> dict[str, Any]:
    """What the LLM engine adds to waiting for a model, on a stub that takes a fixed time."""
    tell("the LLM engine on a stub")
    content, text, wait = bench_inputs.two_pages(), bench_inputs.posting_text(), 0.2
    # The first run pays for imports that `cold` measures.
    runs = [bench_inputs.on_stub(content, text, wait) for _ in range(6)][1:]
    overhead = spread([run["seconds"] - run["depth"] * wait for run in runs])
    return {
        "model_seconds": wait,
        "seconds": median(run["seconds"] for run in runs),
        "depth": runs[-1]["depth"],
        "calls": runs[-1]["calls"],
        "prompt_tokens": runs[-1]["prompt_tokens"],
        "overhead": overhead | {"cpu": median(run["cpu"] for run in runs)},
    }
