"""Documents written and read back: `inspect eval evals/tasks/documents.py`."""

from __future__ import annotations

from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.scorer import Score, Scorer, Target, mean, scorer, stderr
from inspect_ai.solver import Generate, Solver, TaskState, solver

from evals.cases import Case, load
from evals.roundtrip import FORMATS, RoundTrip, edited, samples, written
from evals.tasks.common import CASE, no_model


@solver
def round_trip() -> Solver:
    """Write and read back."""

    async def run(state: TaskState, generate: Generate) -> TaskState:
        del generate
        if "path" in state.metadata:
            path = next(path for path in samples() if path.name == state.metadata["path"])
            result = edited(path)
        else:
            result = written(Case.model_validate(state.metadata[CASE]), state.metadata["format"])
        state.store.set("result", result.model_dump(mode="json"))
        state.output.completion = result.refused or f"{result.kept} of {result.bullets} lines"
        state.completed = True
        return state

    return run


@scorer(metrics={"lines": [mean(), stderr()], "headings": [mean(), stderr()]})
def kept() -> Scorer:
    """Share of lines and of titles, employers and dates that come back."""

    async def score(state: TaskState, target: Target) -> Score:
        del target
        result = RoundTrip.model_validate(state.store.get("result"))
        nothing = float("nan")
        return Score(
            value={
                "lines": result.kept / result.bullets if result.bullets else nothing,
                "headings": result.headings_kept / result.headings if result.headings else nothing,
            },
            explanation=result.refused or ("in order" if result.in_order else "out of order"),
        )

    return score


@task
def documents(format: str = "") -> Task:
    """Every case's resume through a format, and the sample files where they are.

    Args:
        format: one of markdown, text, docx, json_resume, pdf; all but pdf by default.
    """
    formats = (format,) if format else tuple(f for f in FORMATS if f != "pdf")
    made = [
        Sample(
            id=f"{case.id}.{name}",
            input=case.resume,
            metadata={CASE: case.model_dump(mode="json"), "format": name},
        )
        for name in formats
        for case in load()
    ]
    found = [
        Sample(id=path.name, input=path.name, metadata={"path": path.name}) for path in samples()
    ]
    return Task(
        dataset=MemoryDataset(made + (found if not format else []), name="documents"),
        solver=round_trip(),
        scorer=kept(),
        model=no_model(),
        version=1,
    )
