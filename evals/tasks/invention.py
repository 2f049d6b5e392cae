"""The verifier itself over labelled rewrites: `inspect eval evals/tasks/invention.py`."""

from __future__ import annotations

from typing import Any

from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.scorer import Metric, SampleScore, Score, Scorer, Target, metric, scorer
from inspect_ai.solver import Generate, Solver, TaskState, solver

from evals import invention as pairs_of
from evals.stats import wilson
from evals.tasks.common import no_model


@solver
def verifier() -> Solver:
    """What `verify` says of a pair."""

    async def run(state: TaskState, generate: Generate) -> TaskState:
        del generate
        pair = pairs_of.Pair.model_validate(state.metadata["pair"])
        result = pairs_of.judge(pair)
        state.store.set("result", result.model_dump(mode="json"))
        state.output.completion = "; ".join(result.found) or "supported"
        state.completed = True
        return state

    return run


@metric
def rates() -> Metric:
    """Recall, critical recall and false positives, each with its Wilson interval."""

    def measure(scores: list[SampleScore]) -> dict[str, Any]:
        found = {}
        for name in ("lie", "critical lie", "true"):
            of = [s.score for s in scores if name in (s.score.metadata or {}).get("groups", ())]
            hits = sum((score.metadata or {})["flagged"] for score in of)
            interval = wilson(hits, len(of))
            for part, value in zip(("flagged", "low", "high"), interval[:3], strict=True):
                found[f"{name} {part}"] = float("nan") if value is None else value
        return found

    return measure


@scorer(metrics=[rates()])
def right() -> Scorer:
    """1 for a lie that is found or a true rewrite that passes."""

    async def score(state: TaskState, target: Target) -> Score:
        result = pairs_of.PairResult.model_validate(state.store.get("result"))
        groups = ["true"] if result.faithful else ["lie"]
        if result.severity == "critical":
            groups.append("critical lie")
        return Score(
            value=float(result.flagged == (target.text == "lie")),
            answer=state.output.completion,
            metadata={"flagged": result.flagged, "groups": groups, "type": result.type},
        )

    return score


@task
def invention(of: str = "all") -> Task:
    """The verifier over a set of pairs.

    Args:
        of: 'cases', 'labelled', 'shared', or 'all' that are there.
    """
    return Task(
        dataset=MemoryDataset(
            [
                Sample(
                    id=pair.id,
                    input=pair.rewrite,
                    target="true" if pair.faithful else "lie",
                    metadata={"pair": pair.model_dump(mode="json")},
                )
                for pair in pairs_of.pairs(of)
            ],
            name=f"invention-{of}",
        ),
        solver=verifier(),
        scorer=right(),
        model=no_model(),
        version=1,
    )
