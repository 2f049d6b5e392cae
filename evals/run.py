"""The command behind `vouched eval`, also `python -m evals.run`.

    tailoring      a solver over the cases: --solver offline | identity | llm | file | ...
    requirements   extraction over the cases' postings
    invention      the verifier over labelled rewrites: --set cases | planted | labelled | all
    judge          the optional judge over the same: --model, --replay FILE, or --stub yes | no
    injection      attacked cases: an engine that obeys them, or --solver
    documents      every format written and read back
    compare A B    two kept runs, case by case
    report         one HTML page of the kept runs, and the Markdown table
    measurements   list the slower measurements of single rooms
    gate           run what the gates need and hold it to them; --update stores a new baseline

Exit codes: 0 done; 1 a gate failed, or README's table is stale; 2 it can't be run.
The same functions stand behind the Inspect tasks in `evals.tasks`; they run directly here because
a whole offline run then costs seconds.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from agent.errors import AgentError, NotConfigured
from evals import compare, gates, judging, metrics, tables
from evals.bench import BENCH, read_bench
from evals.cases import Case, CaseError, load
from evals.options import parser
from evals.runs import (
    Run,
    read,
    revision,
    run_documents,
    run_injection,
    run_invention,
    run_judge,
    run_offline,
    run_requirements,
    run_tailoring,
    save,
)
from evals.shared import gold_cases
from evals.solvers import PLAIN, Solver, named

README = Path(__file__).parents[1] / "README.md"
_LONG = 7200.0
"""Seconds a judge may take over a whole set; a run's own deadline is far shorter."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit code."""
    try:
        arguments = parser(__doc__ or "").parse_args(argv)
        return _COMMANDS[arguments.command](arguments)
    except BrokenPipeError:
        # Whoever read this has read enough: `vouched eval ... | head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (CaseError, AgentError, ValueError, OSError) as error:
        print(f"Can't run this eval: {error}", file=sys.stderr)
        return 2
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2


def _tailoring(arguments: argparse.Namespace) -> int:
    run = run_tailoring(
        _solver(arguments),
        name=arguments.solver,
        cases=_cases(arguments)[: arguments.limit],
        arguments={
            key: str(value)
            for key, value in vars(arguments).items()
            if value
            and key in {"set", "model", "base_url", "folder", "limit", "case", "replay", "judge"}
        },
        tell=_tell,
    )
    if arguments.misses:
        print(tables.misses(run, _cases(arguments)))
    return _done(run, arguments)


def _nothing_scored(run: Run) -> str:
    """Why a run of cases has no score at all; '' if it has one."""
    if not run.cases or metrics.scored(run.cases):
        return ""
    return f"No case could be scored. {run.cases[0].case_id}: {run.cases[0].unscored}"


def _cases(arguments: argparse.Namespace) -> tuple[Case, ...]:
    if arguments.set == "cases":
        return load(arguments.case)
    return tuple(c for c in gold_cases() if not arguments.case or c.id in arguments.case)


def _solver(arguments: argparse.Namespace) -> Solver:
    return named(
        arguments.solver,
        model=arguments.model,
        base_url=arguments.base_url,
        folder=arguments.folder,
        record=arguments.record,
        replay=arguments.replay,
        judge=arguments.judge,
    )


def _judge(arguments: argparse.Namespace) -> int:
    if arguments.stub:
        judge: judging.Judge = judging.Yes() if arguments.stub == "yes" else judging.No()
        run = run_judge(
            judge, name=f"stub {arguments.stub}", of=arguments.set, limit=arguments.limit
        )
        return _done(run, arguments)
    from agent import LlmEngine

    if arguments.record:
        arguments.record.parent.mkdir(parents=True, exist_ok=True)
    try:
        engine = LlmEngine(
            arguments.model,
            arguments.base_url,
            record=arguments.record,
            replay=arguments.replay,
            judge=True,
            deadline=_LONG,
        )
    except NotConfigured as error:
        raise ValueError(f"No judge is configured, so none is measured. {error}") from error
    run = run_judge(engine, name=engine.name, of=arguments.set, limit=arguments.limit)
    if all(pair.alone is None for pair in run.judged):
        raise ValueError(f"{engine.name} gave no answer that counts. {' '.join(run.notes)}")
    engine.finish()
    return _done(run, arguments)


def _injection(arguments: argparse.Namespace) -> int:
    if arguments.solver:
        return _done(
            run_injection(_solver(arguments), name=arguments.solver, limit=arguments.limit),
            arguments,
        )
    return _done(run_injection(limit=arguments.limit), arguments)


def _done(run: Run, arguments: argparse.Namespace) -> int:
    if reason := _nothing_scored(run):
        raise ValueError(reason)
    path = save(run, arguments.runs)
    if sys.stderr.isatty():
        print("\r" + " " * 60 + "\r", end="", file=sys.stderr)
    print(tables.text(run))
    print(f"kept in {path}")
    return 0


def _tell(id: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{id:60}", end="", file=sys.stderr)


def _compare(arguments: argparse.Namespace) -> int:
    a, b = (_kept(name, arguments.runs) for name in (arguments.a, arguments.b))
    found = compare.compare(a, b)
    if arguments.json:
        print(json.dumps(found, indent=2, default=lambda model: model.model_dump()))
    else:
        print(compare.text(found))
    return 0


def _kept(name: str, folder: Path) -> Run:
    """A run given as a file, or by its solver's name."""
    path = Path(name) if Path(name).is_file() else folder / f"tailoring-{name}.json"
    if not path.is_file():
        raise ValueError(f"No run {name!r} in {folder}; make it: vouched eval tailoring.")
    try:
        return read(path)
    except ValidationError as error:
        raise ValueError(f"{path.name} is not a run of this version: {error}") from error


def _report(arguments: argparse.Namespace) -> int:
    from evals.report import render

    kept = sorted(path for path in arguments.runs.glob("*.json") if path.name != BENCH.name)
    runs = [_kept(str(path), arguments.runs) for path in kept]
    measured = arguments.runs / BENCH.name
    bench = read_bench(measured) if measured.exists() else None
    if not _whole(runs):
        for run in (made := run_offline(tell=_tell)):
            save(run, arguments.runs)
        names = {(run.task, run.name) for run in made}
        runs = [*made, *(run for run in runs if (run.task, run.name) not in names)]
    if old := sorted({run.revision for run in runs} - {revision()}):
        print(f"These runs are of {', '.join(old)}, not {revision()}: the gate makes new ones.")
    table = tables.markdown([run for run in runs if run.task == "tailoring" and run.name in PLAIN])
    if arguments.check:
        fresh = tables.embed(table, README, check=True)
        print("README's table is fresh." if fresh else "README's table is stale; run the report.")
        return 0 if fresh else 1
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(render(runs, bench), encoding="utf-8")
    print(f"{table}\n\nwritten to {arguments.out}")
    if tables.BEGIN in README.read_text(encoding="utf-8"):
        tables.embed(table, README)
    return 0


def _whole(runs: Sequence[Run]) -> bool:
    """Whether there is a run of every offline solver over every case."""
    every = {case.id for case in load()}
    whole = {
        r.name for r in runs if r.task == "tailoring" and {c.case_id for c in r.cases} == every
    }
    return whole >= PLAIN.keys()


def _gate(arguments: argparse.Namespace) -> int:
    runs = run_offline(tell=_tell)
    if not any(run.name == gates.SHARED_SET for run in runs):
        print("skipped: the labelled set beside the project is not there")
    for run in runs:
        save(run, arguments.runs)
    if arguments.update:
        kept = gates.as_baseline(runs)
        for line in gates.loosened(gates.read_baseline(), kept):
            print(f"LOOSER  {line}")
        gates.BASELINE.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    found = gates.gates(runs, gates.read_baseline())
    for gate in found:
        print(f"{'holds' if gate.holds else 'FAILS'}  {gate.name}: {gate.what}")
    failed = sum(not gate.holds for gate in found)
    print(f"{len(found) - failed} of {len(found)} hold, {sum(r.seconds for r in runs):.0f} s")
    return 1 if failed else 0


def _measurements(_: argparse.Namespace) -> int:
    for path in sorted(Path(__file__).parent.glob("measure_*.py")):
        about = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        words = about.partition("\n\n")[0].split()
        print(f"python -m evals.{path.stem}\n    {' '.join(words)}")
    return 0


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "tailoring": _tailoring,
    "requirements": lambda a: _done(run_requirements(_cases(a)[: a.limit]), a),
    "injection": _injection,
    "invention": lambda a: _done(run_invention(a.set, a.limit), a),
    "judge": _judge,
    "documents": lambda a: _done(run_documents(a.limit), a),
    "compare": _compare,
    "report": _report,
    "measurements": _measurements,
    "gate": _gate,
}

if __name__ == "__main__":
    sys.exit(main())
