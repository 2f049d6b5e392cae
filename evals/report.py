"""The eval report: one self-contained HTML page, light and dark, printable, plots as inline SVG."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from agent.diff import word_diff
from evals import extraction, gates, invention, judging, metrics, stats
from evals.gold import SUPPORTED
from evals.runs import Run
from evals.scoring import CaseResult
from evals.stats import Interval

_WORST = 10
_SHOWN_DIFFS = 6


class Bar(NamedTuple):
    """A value with its interval, in per cent of the width of its track."""

    name: str
    value: float | None
    low: float
    high: float
    label: str
    counted: str


class Point(NamedTuple):
    """A solver in the frontier plot, in SVG units, y down."""

    name: str
    kind: str
    x: float
    y: float
    left: float
    right: float
    top: float
    bottom: float
    label_y: float


WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720.0, 380.0, 56.0, 190.0, 30.0, 44.0


def render(runs: Sequence[Run]) -> str:
    """The report of several runs as an HTML document.

    Args:
        runs: at least one of the task `tailoring`; `invention`, `requirements` and `injection`
            add their parts.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    tailoring = sorted(
        (run for run in runs if run.task == "tailoring"),
        key=lambda run: -(metrics.mean(run.cases, metrics.sc_safe).value or 0),
    )
    main = _main(tailoring)
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pairs = gates.all_pairs(runs)
    postings = [run for run in runs if run.task == "requirements"]
    verifier = invention.summary(pairs) if pairs else None
    return environment.get_template("report.html.j2").render(
        main=main,
        runs=tailoring,
        headline=[bar(run.name, metrics.mean(run.cases, metrics.sc_safe)) for run in tailoring],
        struck=[bar(run.name, metrics.mean(run.cases, metrics.struck)) for run in tailoring],
        rows=[(row, bar(row.name, row.interval)) for row in metrics.rows(main.cases)],
        counts={run.name: metrics.counts(run.cases) for run in tailoring},
        points=frontier(tailoring),
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        right=RIGHT,
        top=TOP,
        bottom=BOTTOM,
        strata=_strata(main),
        verifier=verifier,
        verifier_bars=_verifier_bars(verifier) if verifier else [],
        corrected=corrected(main, verifier).value if verifier else None,
        extractor=[bar(k, v) for k, v in extraction.summary(postings[-1].postings)]
        if postings
        else [],
        attacks=[(run, metrics.counts(run.cases)) for run in runs if run.task == "injection"],
        comparison=_comparison(tailoring, main),
        worst=[_worst(case) for case in worst(main.cases)],
        costs=[(run, metrics.cost(run.cases)) for run in tailoring],
        unscored=[(run.name, case) for run in tailoring for case in run.cases if case.unscored],
    )


def _main(tailoring: Sequence[Run]) -> Run:
    """The run that the details are about: the product's, else the first."""
    for name in ("llm", "offline"):
        for run in tailoring:
            if run.name == name:
                return run
    return tailoring[0]


def bar(name: str, interval: Interval) -> Bar:
    """A row of a bar chart."""
    value, low, high, n, of = interval
    counted = f"{n} of {of}"
    if value is None or low is None or high is None:
        return Bar(name, None, 0, 0, "none scored", counted)
    label = f"{value:.3f} ({low:.3f} to {high:.3f})"
    return Bar(name, 100 * value, 100 * low, 100 * high, label, counted)


def frontier(tailoring: Sequence[Run]) -> list[Point]:
    """Where each solver stands between lying and saying what is true."""
    points = []
    for run in tailoring:
        dirty, said = metrics.frontier(run.cases)
        if dirty.value is None or said.value is None:
            continue
        y = _y(said.value)
        points.append(
            Point(
                run.name, "liar" if run.name in _LIARS else "honest",
                _x(dirty.value), y, _x(dirty.low or 0), _x(dirty.high or 0),
                _y(said.high or 0), _y(said.low or 0), y,
            )
        )  # fmt: skip
    return _spread(points)


_LIARS = {"keyword_dump", "copy_posting", "inflate", "oracle_without_evidence"}


def _x(share: float) -> float:
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _y(share: float) -> float:
    return (HEIGHT - BOTTOM) - share * (HEIGHT - BOTTOM - TOP)


def _spread(points: list[Point]) -> list[Point]:
    """Labels at least a line apart, for points that stand above each other."""
    placed: list[Point] = []
    for point in sorted(points, key=lambda p: p.y):
        y = point.y
        for other in placed:
            if abs(other.x - point.x) < 150 and abs(other.label_y - y) < 15:
                y = other.label_y + 15
        placed.append(point._replace(label_y=y))
    return placed


def _strata(run: Run) -> list[tuple[str, list[Bar]]]:
    keys: dict[str, Any] = {
        "difficulty": lambda c: c.difficulty,
        "seniority": lambda c: c.seniority,
        "language": lambda c: c.language,
        "kind of case": lambda c: c.tags or ("plain",),
        "occupation": lambda c: c.occupation,
    }
    return [
        (title, [bar(name, i) for name, i in metrics.strata(run.cases, key).items()])
        for title, key in keys.items()
    ]


def _verifier_bars(verifier: invention.Verifier) -> list[tuple[str, list[Bar]]]:
    return [
        ("lies found, by type", [bar(name, i) for name, i in verifier.by_type.items()]),
        (
            "true rewrites blocked, by transform",
            [bar(name, i) for name, i in verifier.by_transform.items()],
        ),
    ]


def corrected(
    run: Run, verifier: invention.Verifier, judge: judging.JudgeRates | None = None
) -> Interval:
    """The rate of unsupported changed lines, corrected for how the verifier errs; for a run whose
    soft findings went to a judge, for how both together err, if a judge was measured."""
    recall, false = verifier.recall, verifier.false_positives
    if judge and run.arguments.get("judge"):
        recall, false = judge.both_recall, judge.both_false_positives
    return stats.corrected_rate(
        sum(case.unsupported for case in run.cases),
        sum(case.changed for case in run.cases),
        recall=recall,
        false_positives=false,
    )


def _comparison(tailoring: Sequence[Run], main: Run) -> stats.Comparison | None:
    """The product against the untouched resume."""
    identity = next((run for run in tailoring if run.name == "identity"), None)
    if identity is None:
        return None
    return gates.compared(identity, main)


def worst(cases: Sequence[CaseResult]) -> list[CaseResult]:
    """The cases that go worst: findings first, then the lowest headline."""
    return sorted(
        metrics.scored(cases),
        key=lambda c: (-len(c.findings), -len(c.traps), metrics.sc_safe(c) or 0, c.case_id),
    )[:_WORST]


def _worst(case: CaseResult) -> dict[str, Any]:
    return {
        "case": case,
        "headline": metrics.sc_safe(case),
        "before": metrics.share(case, lambda r: r.before),
        "unsaid": [r for r in case.requirements if r.support in SUPPORTED and not r.safe],
        "diffs": [
            (word_diff(diff.before, diff.after), diff.supported)
            for diff in case.diffs[:_SHOWN_DIFFS]
        ],
        "more": max(0, len(case.diffs) - _SHOWN_DIFFS),
    }
