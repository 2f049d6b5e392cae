"""Running evals: `vouched eval tailoring --solver offline`, `compare A B`, `report`, `gate`.

The same dataset, solver and scorer functions stand behind the Inspect tasks in `evals.tasks`; this
runs them directly, because a whole offline run then costs seconds.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from agent.errors import AgentError
from agent.models import Frozen
from evals import metrics, stats
from evals.cases import Case, CaseError, load
from evals.scoring import CaseResult, score_case, unscored
from evals.solvers import PLAIN, Solver, Unsolved, named

RUNS = Path("evals/runs")
_PACKAGES = ("pydantic", "openai", "rapidfuzz", "simplemma", "lxml", "inspect-ai")


class Run(Frozen):
    """One solver over the cases, with all that is needed to repeat it."""

    task: str
    solver: str
    arguments: dict[str, str] = {}
    revision: str
    versions: dict[str, str]
    results: tuple[CaseResult, ...]


def run_tailoring(
    solver: Solver,
    *,
    name: str,
    cases: Sequence[Case] | None = None,
    arguments: dict[str, str] | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Run:
    """One solver over the cases.

    Args:
        solver: see `evals.solvers`.
        name: what to call it in reports.
        cases: all if not given.
        arguments: of the solver, kept with the results.
        tell: called with the id of each case before it runs.

    Returns:
        The run; a case that could not be solved or scored is in it with the reason.
    """
    results = []
    for case in load() if cases is None else cases:
        tell(case.id)
        try:
            results.append(score_case(case, solver(case)))
        except (Unsolved, AgentError) as error:
            results.append(unscored(case, str(error)))
    return Run(
        task="tailoring",
        solver=name,
        arguments=arguments or {},
        revision=revision(),
        versions=versions(),
        results=tuple(results),
    )


def revision() -> str:
    """The git revision, with '+' if files differ from it; 'unknown' outside a checkout."""
    here = Path(__file__).parent

    def git(*words: str) -> str:
        return subprocess.run(
            ["git", *words], cwd=here, capture_output=True, text=True, check=True
        ).stdout.strip()

    try:
        return git("rev-parse", "--short=12", "HEAD") + (
            "+" if git("status", "--porcelain") else ""
        )
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def versions() -> dict[str, str]:
    """Versions of Python and of what the numbers depend on."""
    found = {"python": platform.python_version()}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except ImportError:
            found[package] = "not installed"
    return found


def save(run: Run, folder: Path = RUNS) -> Path:
    """Keep a run as `folder/TASK-SOLVER.json`; the path written."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{run.task}-{run.solver}.json"
    path.write_text(run.model_dump_json(indent=1), encoding="utf-8")
    return path


def read_run(path: Path) -> Run:
    """A kept run.

    Raises:
        FileNotFoundError, pydantic.ValidationError: it is not one.
    """
    return Run.model_validate_json(path.read_text(encoding="utf-8"))


def compare(a: Run, b: Run) -> dict[str, Any]:
    """How `b` differs from `a` on the headline, case by case, over the cases of both."""
    by_id = {result.case_id: result for result in b.results}
    both = [(result, by_id[result.case_id]) for result in a.results if result.case_id in by_id]
    of_headline = stats.paired(
        [metrics.sc_safe(one) for one, _ in both],
        [metrics.sc_safe(other) for _, other in both],
        [one.cluster for one, _ in both],
    )
    moved = sorted(
        (
            (metrics.sc_safe(other) or 0.0) - (metrics.sc_safe(one) or 0.0),
            one.case_id,
        )
        for one, other in both
        if metrics.sc_safe(one) is not None and metrics.sc_safe(other) is not None
    )
    return {
        "a": f"{a.solver} at {a.revision}",
        "b": f"{b.solver} at {b.revision}",
        "sc_safe": of_headline._asdict(),
        "most_lost": [(id, round(d, 4)) for d, id in moved[:5] if d < 0],
        "most_won": [(id, round(d, 4)) for d, id in reversed(moved[-5:]) if d > 0],
        "counts": {
            name: (one, other)
            for name, one, other in zip(
                metrics.Counts._fields,
                metrics.counts(a.results),
                metrics.counts(b.results),
                strict=True,
            )
        },
    }


def table(run: Run) -> str:
    """A run's measures as plain text."""
    lines = [f"{run.task} / {run.solver} at {run.revision}"]
    for row in metrics.rows(run.results):
        lines.append(f"  {row.name:38} {shown(row.interval):34} {row.note}")
    lines.append(
        "  " + ", ".join(f"{k} {v}" for k, v in metrics.counts(run.results)._asdict().items())
    )
    spent = metrics.cost(run.results)
    lines.append(f"  seconds p50 {spent.seconds_p50:.3f}, p95 {spent.seconds_p95:.3f}")
    for result in run.results:
        if result.unscored:
            lines.append(f"  unscored {result.case_id}: {result.unscored}")
    return "\n".join(lines)


def shown(interval: stats.Interval) -> str:
    """'0.712 [0.668, 0.751] n 60/60', or why there is no value."""
    counted = f"n {interval.n}/{interval.of}"
    if interval.value is None:
        return f"none scored, {counted}"
    return f"{interval.value:.3f} [{interval.low:.3f}, {interval.high:.3f}] {counted}"


def main(argv: Sequence[str] | None = None) -> int:
    """The command behind `vouched eval`.

    Returns:
        0 done, 1 a gate failed, 2 the input can't be used.
    """
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except (CaseError, AgentError, ValueError, OSError) as error:
        print(f"Can't run this eval: {error}", file=sys.stderr)
        return 2


def _tailoring(arguments: argparse.Namespace) -> int:
    solver = named(
        arguments.solver,
        model=arguments.model,
        base_url=arguments.base_url,
        folder=arguments.folder,
        record=arguments.record,
        replay=arguments.replay,
    )
    cases = load(arguments.case)[: arguments.limit]
    kept = {
        key: str(value)
        for key, value in vars(arguments).items()
        if value and key in {"model", "base_url", "folder", "limit", "case", "replay"}
    }
    run = run_tailoring(
        solver,
        name=arguments.solver,
        cases=cases,
        arguments=kept,
        tell=lambda id: (
            print(f"\r{id:40}", end="", file=sys.stderr) if sys.stderr.isatty() else None
        ),
    )
    path = save(run, arguments.runs)
    print(table(run))
    print(f"kept in {path}")
    return 0


def _compare(arguments: argparse.Namespace) -> int:
    answer = compare(
        read_run(_run_path(arguments.a, arguments)), read_run(_run_path(arguments.b, arguments))
    )
    print(json.dumps(answer, indent=2))
    return 0


def _run_path(name: str, arguments: argparse.Namespace) -> Path:
    """A run's file, given as a path or as a solver's name."""
    path = Path(name)
    return path if path.exists() else Path(arguments.runs) / f"tailoring-{name}.json"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="vouched eval", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    tailoring = commands.add_parser("tailoring", help="score a solver on the cases")
    tailoring.add_argument("--solver", default="offline", help=f"{', '.join(PLAIN)}, llm or file")
    tailoring.add_argument("--model", help="for --solver llm")
    tailoring.add_argument("--base-url", help="for --solver llm: an OpenAI-compatible server")
    tailoring.add_argument("--record", type=Path, help="for --solver llm: keep answers here")
    tailoring.add_argument("--replay", type=Path, help="for --solver llm: answer from here")
    tailoring.add_argument("--folder", type=Path, help="for --solver file: CASE.docx, .md, ...")
    tailoring.add_argument("--limit", type=int, help="only the first so many cases")
    tailoring.add_argument("--case", action="append", default=[], help="only this case; repeatable")
    tailoring.set_defaults(run=_tailoring)

    comparing = commands.add_parser("compare", help="two runs, case by case")
    comparing.add_argument("a", help="a run's file, or a solver's name")
    comparing.add_argument("b")
    comparing.set_defaults(run=_compare)

    for command in (tailoring, comparing):
        command.add_argument("--runs", type=Path, default=RUNS, help="where runs are kept")
    return parser


if __name__ == "__main__":
    sys.exit(main())
