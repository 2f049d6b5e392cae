"""Extraction against the cases' gold: `inspect eval evals/tasks/requirements.py`."""

from __future__ import annotations

from inspect_ai import Task, task
from inspect_ai.scorer import Score, Scorer, Target, mean, scorer, stderr
from inspect_ai.solver import Generate, Solver, TaskState, solver

from agent.models import Requirement
from evals.cases import Case, load
from evals.extraction import predict, score_extraction
from evals.tasks.common import CASE, dataset, no_model

PREDICTED = "predicted"


@solver
def extractor() -> Solver:
    """The offline extractor."""

    async def run(state: TaskState, generate: Generate) -> TaskState:
        del generate
        case = Case.model_validate(state.metadata[CASE])
        predicted = predict(case)
        state.store.set(PREDICTED, [one.model_dump(mode="json") for one in predicted])
        state.output.completion = "\n".join(f"{r.kind}: {r.quote}" for r in predicted)
        state.completed = True
        return state

    return run


@scorer(
    metrics={
        "f1": [mean(), stderr()],
        "recall": [mean(), stderr()],
        "precision": [mean(), stderr()],
        "kind": [mean(), stderr()],
        "noise": [mean(), stderr()],
    }
)
def against_gold() -> Scorer:
    """F1, recall, precision, right kinds and noise of one posting."""

    async def score(state: TaskState, target: Target) -> Score:
        del target
        case = Case.model_validate(state.metadata[CASE])
        predicted = [Requirement.model_validate(one) for one in state.store.get(PREDICTED)]
        result = score_extraction(case, predicted)
        return Score(
            value={
                "f1": 2 * result.right / (result.gold + result.predicted),
                "recall": result.right / result.gold,
                "precision": result.right / max(1, result.predicted),
                "kind": result.kinds / result.right if result.right else float("nan"),
                "noise": len(result.noise) / max(1, result.predicted),
            },
            explanation=f"missed: {'; '.join(result.missed)}\nextra: {'; '.join(result.extra)}",
        )

    return score


@task
def requirements() -> Task:
    """Offline extraction over the cases' postings."""
    return Task(
        dataset=dataset("requirements", load()),
        solver=extractor(),
        scorer=against_gold(),
        model=no_model(),
        version=2,
    )
