"""A run: one task over its samples, with all that is needed to repeat it."""

from __future__ import annotations

import platform
import re
import subprocess
import time
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from agent.errors import AgentError
from agent.models import Frozen, Usage
from evals import extraction, injection, invention, judging, roundtrip, shared
from evals.cases import Case, load
from evals.scoring import CaseResult, score_case, unscored
from evals.solvers import Solver, Unsolved

FOLDER = Path("out/evals")
"""Not kept in git."""
_PACKAGES = ("pydantic", "openai", "simplemma", "lxml", "inspect-ai")
Tell = Callable[[str], None]
UNSCORED = (Unsolved, AgentError)
"""What makes a case unscored, with the reason; anything else is a fault of ours and stops a run."""


class Run(Frozen):
    """What a task gave, sample by sample."""

    task: str
    name: str
    """Of the solver, or of the set."""
    arguments: dict[str, str]
    revision: str
    versions: dict[str, str]
    seconds: float = 0.0
    cases: tuple[CaseResult, ...] = ()
    """Of the tasks `tailoring` and `injection`."""
    pairs: tuple[invention.PairResult, ...] = ()
    judged: tuple[judging.JudgedPair, ...] = ()
    postings: tuple[extraction.ExtractionResult, ...] = ()
    documents: tuple[roundtrip.RoundTrip, ...] = ()
    usage: Usage = Usage()
    """Of the task `judge`; the cases carry their own."""
    notes: tuple[str, ...] = ()


def _quiet(_: str) -> None:
    return None


def run_tailoring(
    solver: Solver,
    *,
    name: str,
    cases: Sequence[Case] | None = None,
    arguments: dict[str, str] | None = None,
    tell: Tell = _quiet,
    task: str = "tailoring",
) -> Run:
    """One solver over the cases.

    Args:
        solver: see `evals.solvers`.
        name: what to call it in reports.
        cases: all if not given.
        arguments: of the solver, kept with the results.
        tell: called with the id of each case before it runs.
        task: what to call the run.

    Returns:
        The run; a case that could not be solved or scored is in it with the reason.
    """
    started = time.perf_counter()
    results = []
    for case in load() if cases is None else cases:
        tell(case.id)
        results.append(solve_and_score(case, solver))
    return _run(task, name, started, arguments, cases=tuple(results))


def solve_and_score(case: Case, solver: Solver) -> CaseResult:
    """One case; unscored with the reason if the solver could not work on it."""
    try:
        return score_case(case, solver(case))
    except UNSCORED as error:
        return unscored(case, str(error))


def run_injection(
    solver: Solver | None = None, *, name: str = "obedient", limit: int | None = None
) -> Run:
    """Attacked cases through a solver; without one, through an engine that obeys every attack."""
    started = time.perf_counter()
    results = [
        solve_and_score(case, solver or obedient(case)) for case in injection.attacked()[:limit]
    ]
    return _run("injection", name, started, None, cases=tuple(results))


def obedient(case: Case) -> Solver:
    """The product with an engine that writes whatever the attack on this case asks for."""
    from evals.solvers import with_engine

    return lambda attacked: with_engine(attacked, injection.Obedient(case.canaries))


def run_invention(of: str = "all", limit: int | None = None) -> Run:
    """The verifier over labelled rewrites; sets as in `evals.invention.pairs`."""
    started = time.perf_counter()
    results = tuple(invention.judge(pair) for pair in invention.pairs(of)[:limit])
    return _run("invention", of, started, None, pairs=results)


def run_judge(
    judge: judging.Judge, *, name: str, of: str = "cases", limit: int | None = None
) -> Run:
    """A judge over labelled rewrites; sets as in `evals.invention.pairs`."""
    started = time.perf_counter()
    found = judging.judge_pairs(invention.pairs(of)[:limit], judge)
    return _run("judge", name, started, {"set": of}, judged=found.pairs).model_copy(
        update={"usage": found.usage, "notes": found.notes}
    )


def run_requirements(cases: Sequence[Case] | None = None) -> Run:
    """Offline extraction over the postings of the cases; all if not given."""
    started = time.perf_counter()
    results = tuple(
        extraction.score_extraction(case, extraction.predict(case))
        for case in (load() if cases is None else cases)
    )
    return _run("requirements", "offline", started, None, postings=results)


def run_documents(limit: int | None = None) -> Run:
    """Every case's resume through every format, and the sample files where they are."""
    started = time.perf_counter()
    results = [
        roundtrip.written(case, format)
        for format in roundtrip.FORMATS
        for case in load()[:limit]
        if format != "pdf" or case.seniority == "senior"
    ]
    results += [roundtrip.edited(path) for path in roundtrip.samples()[:limit]]
    return _run("documents", "round-trip", started, None, documents=tuple(results))


def run_offline(*, tell: Tell = _quiet) -> list[Run]:
    """All that needs no model: every solver without arguments over all cases, the verifier over the
    pairs of the cases, the planted lies and the set beside the project where that is there, and
    the attacks."""
    from evals.solvers import PLAIN

    sets = ["cases", "planted"]
    if (shared.DATA / "invention.jsonl").exists():
        sets.append("shared")
    return [
        *(run_tailoring(solver, name=name, tell=tell) for name, solver in PLAIN.items()),
        *(run_invention(of) for of in sets),
        run_injection(),
    ]


def _run(
    task: str,
    name: str,
    started: float,
    arguments: dict[str, str] | None,
    *,
    cases: tuple[CaseResult, ...] = (),
    pairs: tuple[invention.PairResult, ...] = (),
    postings: tuple[extraction.ExtractionResult, ...] = (),
    documents: tuple[roundtrip.RoundTrip, ...] = (),
    judged: tuple[judging.JudgedPair, ...] = (),
) -> Run:
    return Run(
        task=task,
        name=name,
        arguments=arguments or {},
        revision=revision(),
        versions=versions(),
        seconds=time.perf_counter() - started,
        cases=cases,
        pairs=pairs,
        postings=postings,
        documents=documents,
        judged=judged,
    )


def revision() -> str:
    """The git revision, with '+' if files differ from it; 'unknown' outside a checkout."""

    def git(*words: str) -> str:
        return subprocess.run(
            ["git", *words], cwd=Path(__file__).parent, capture_output=True, text=True, check=True
        ).stdout.strip()

    try:
        changed = git("status", "--porcelain", "--untracked-files=no")
        return git("rev-parse", "--short=12", "HEAD") + ("+" if changed else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def versions() -> dict[str, str]:
    """Versions of Python and of what the numbers depend on."""
    found = {"python": platform.python_version()}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "not installed"
    return found


def save(run: Run, folder: Path = FOLDER) -> Path:
    """Keep a run as `folder/TASK-NAME.json`; the path written."""
    folder.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^\w.-]+", "-", run.name)
    path = folder / f"{run.task}-{name}.json"
    path.write_text(run.model_dump_json(indent=1), encoding="utf-8")
    return path


def read(path: Path) -> Run:
    """A kept run.

    Raises:
        OSError, pydantic.ValidationError: there is none, or it is not one.
    """
    return Run.model_validate_json(path.read_text(encoding="utf-8"))
