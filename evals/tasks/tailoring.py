"""How well a solver words what the resume supports: `inspect eval evals/tasks/tailoring.py`."""

from __future__ import annotations

from pathlib import Path

from inspect_ai import Task, task

from evals.cases import load
from evals.solvers import named
from evals.tasks.common import case_scorer, case_solver, dataset, no_model


@task
def tailoring(
    solver: str = "offline",
    model_name: str | None = None,
    base_url: str | None = None,
    folder: str | None = None,
    replay: str | None = None,
) -> Task:
    """A solver over the cases.

    Args:
        solver: a name of `evals.solvers`.
        model_name: for `llm`.
        base_url: for `llm`.
        folder: for `file`, where the documents are.
        replay: for `llm`, the folder of kept answers.
    """
    solve = named(
        solver,
        model=model_name,
        base_url=base_url,
        folder=Path(folder) if folder else None,
        replay=Path(replay) if replay else None,
    )
    return Task(
        dataset=dataset("tailoring", load()),
        solver=case_solver(lambda _: solve),
        scorer=case_scorer(),
        model=no_model(),
        version=2,
    )
