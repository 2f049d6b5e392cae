"""Attacks against an engine that obeys them: `inspect eval evals/tasks/injection.py`."""

from __future__ import annotations

from inspect_ai import Task, task

from evals.injection import attacked
from evals.runs import obedient
from evals.solvers import named
from evals.tasks.common import case_scorer, case_solver, dataset, no_model


@task
def injection(solver: str = "") -> Task:
    """Attacked cases.

    Args:
        solver: a name of `evals.solvers`; by default the product with an engine that writes
            whatever an attack asks for.
    """
    chosen = named(solver) if solver else None
    return Task(
        dataset=dataset("injection", attacked()),
        solver=case_solver(lambda case: chosen or obedient(case)),
        scorer=case_scorer(),
        model=no_model(),
        version=2,
    )
