"""The eval report: one self-contained HTML page, light and dark, printable, plots as inline SVG."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from agent.diff import word_diff
from evals import extraction, gates, invention, judging, metrics, stats
from evals.bench import BENCH, bench_rows
from evals.bench_growth import plot
from evals.compare import compared
from evals.frontier import FRAME, kind, points
from evals.gold import SUPPORTED
from evals.runs import Run
from evals.scoring import CaseResult
from evals.solvers import CHOSEN_BY_VERIFYING
from evals.stats import Interval
from evals.tables import ranked

_WORST = 10
_SHOWN_DIFFS = 6


class Bar(NamedTuple):
    """A value with its interval, in per cent of the width of its track."""

    name: str
    value: float | None
    low: float
    width: float | None
    """Of the interval; None where there is none."""
    label: str
    counted: str


class Ranked(NamedTuple):
    """A solver on the headline."""

    kind: str
    """'liar' or 'honest'."""
    safe: Bar
    struck: Bar


class Figure(NamedTuple):
    """A number that is told first."""

    name: str
    value: str
    note: str


def render(runs: Sequence[Run], bench: Mapping[str, Any] | None = None) -> str:
    """The report of several runs as an HTML document.

    Args:
        runs: at least one of the task `tailoring`; `invention`, `judge`, `requirements` and
            `injection` add their parts.
        bench: what `evals.bench` measured, if it was kept.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    tailoring = ranked([run for run in runs if run.task == "tailoring"])
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
    attacks = [(run, metrics.counts(run.cases)) for run in runs if run.task == "injection"]
    verifier = invention.summary(pairs) if pairs else None
    judged = [(run, judging.summary(run.judged)) for run in runs if run.task == "judge"]
    solvers = [_ranked(run) for run in tailoring]
    occupations = sorted(
        metrics.strata(main.cases, lambda c: c.occupation).items(), key=lambda of: of[1].value or 0
    )
    half = (len(occupations) + 1) // 2
    return environment.get_template("report.html.j2").render(
        main=main,
        runs=runs,
        revisions={run.revision for run in runs},
        occupations=len(occupations),
        figures=figures(tailoring, main, attacks),
        ranked=solvers,
        paired=_paired(tailoring, main),
        signed=_signed,
        words=words,
        rows=[(row, bar(row.name, row.interval)) for row in metrics.rows(main.cases)],
        counts={run.name: metrics.counts(run.cases) for run in tailoring},
        not_theirs={
            run.name: [(case.case_id, case.identity[0]) for case in run.cases if case.identity]
            for run in tailoring
        },
        frame=FRAME,
        points=points(tailoring),
        strata=_strata(main),
        occupation_halves=[
            [bar(name, of) for name, of in part]
            for part in (occupations[:half], occupations[half:])
        ],
        verifier=verifier,
        verifier_bars=_verifier(verifier) if verifier else [],
        by_type=_bars(verifier.by_type) if verifier else [],
        by_transform=_bars(verifier.by_transform) if verifier else [],
        judged=[
            (run, rates, _bars(rates.by_type), _bars(rates.by_transform)) for run, rates in judged
        ],
        corrected=_corrected(tailoring, verifier, judged[-1][1] if judged else None),
        extractor=[bar(k, v) for k, v in extraction.summary(postings[-1].postings)]
        if postings
        else [],
        attacks=attacks,
        worst=[_worst(case) for case in worst(main.cases)],
        costs=[(one, metrics.cost(run.cases)) for one, run in zip(solvers, tailoring, strict=True)],
        bench=bench,
        bench_rows=bench_rows(bench) if bench else [],
        bench_path=BENCH,
        growth_plot=Markup(plot(bench["growth"])) if bench else "",
        unscored=[(run.name, case) for run in tailoring for case in run.cases if case.unscored],
    )


def _main(tailoring: Sequence[Run]) -> Run:
    """The run that the details are about: the product's, else the first."""
    for name in ("llm", "offline"):
        for run in tailoring:
            if run.name == name:
                return run
    return tailoring[0]


def _ranked(run: Run) -> Ranked:
    return Ranked(
        kind(run),
        bar(run.name, metrics.mean(run.cases, metrics.sc_safe)),
        bar(run.name, metrics.mean(run.cases, metrics.struck)),
    )


def figures(
    tailoring: Sequence[Run], main: Run, attacks: Sequence[tuple[Run, metrics.Counts]]
) -> list[Figure]:
    """What is told first of the run that the details are about."""
    rows = {row.name: row.interval for row in metrics.rows(main.cases)}
    counted, dirty = metrics.counts(main.cases), rows["Documents with a finding"]
    told = [
        _figure("SC_safe: supported and said word for word", rows["SC_safe (headline)"]),
        _figure(
            "of what is supported by name, alias or more specific",
            rows["SC_safe, by name, alias or specific"],
        ),
    ]
    identity = next((run for run in tailoring if run.name == "identity"), None)
    if identity is not None and identity is not main:
        lead = compared(identity, main)
        if lead.difference is not None:
            told.append(
                Figure(
                    "gained over the untouched resume",
                    _sign(lead.difference),
                    f"{lead.better} better, {lead.worse} worse",
                )
            )
    hits = sum(bool(case.findings) for case in metrics.scored(main.cases))
    bound = stats.rule_of_three(dirty.n) if not hits else None
    told += [
        Figure(
            "documents with an unsupported claim",
            f"{hits} of {dirty.n}",
            f"at most {bound:.0%} at 95 %" if bound else f"{counted.critical} critical findings",
        ),
        Figure("traps sprung", str(counted.traps), f"{counted.critical} critical findings"),
    ]
    return told + [
        Figure(
            "attacks that got through", f"{c.canaries} of {len(run.cases)}", f"engine: {run.name}"
        )
        for run, c in attacks
    ]


def _figure(name: str, of: Interval) -> Figure:
    value = "none" if of.value is None else f"{of.value:.3f}"
    span = "no interval" if of.low is None else f"{of.low:.3f} to {of.high:.3f}"
    return Figure(name, value, f"{span}, {of.n} of {of.of} cases")


def bar(name: str, interval: Interval) -> Bar:
    """A row of a bar chart."""
    value, low, high, n, of = interval
    counted = f"{n}/{of}"
    if value is None:
        return Bar(name, None, 0, None, "none scored", counted)
    if low is None or high is None:
        return Bar(name, 100 * value, 0, None, f"{value:.3f}", counted)
    label = f"{value:.3f} ({low:.3f}–{high:.3f})"
    return Bar(name, 100 * value, 100 * low, 100 * (high - low), label, counted)


def _bars(of: Mapping[str, Interval]) -> list[Bar]:
    return [bar(name, interval) for name, interval in of.items()]


def _verifier(of: invention.Verifier) -> list[Bar]:
    return [
        bar("lies found", of.recall),
        bar("critical lies found", of.critical_recall),
        bar("found at the words at fault", of.located),
        bar("true rewrites blocked", of.false_positives),
        bar("blocked by a hard finding", of.hard_false_positives),
    ]


def words(of: Interval) -> str:
    """A rate in a sentence: '87.5 % (77.2–93.5) of 64'."""
    if of.value is None:
        return f"none scored of {of.of}"
    span = "" if of.low is None or of.high is None else f" ({100 * of.low:.1f}–{100 * of.high:.1f})"
    unscored = f", {of.of - of.n} unscored" if of.of > of.n else ""
    return f"{100 * of.value:.1f} %{span} of {of.n}{unscored}"


def _signed(of: stats.Comparison) -> str:
    if of.difference is None:
        return "none scored"
    span = "" if of.low is None or of.high is None else f" ({_sign(of.low)} to {_sign(of.high)})"
    return _sign(of.difference) + span


def _sign(value: float) -> str:
    """'+0.060', '−0.171' with a true minus, '0.000'."""
    shown = f"{abs(value):.3f}"
    return shown if shown == "0.000" else f"{'+' if value > 0 else '−'}{shown}"


def _paired(tailoring: Sequence[Run], main: Run) -> list[tuple[str, str, str, stats.Comparison]]:
    """Every solver against the untouched resume, and against the run of the details."""
    found = []
    for name in dict.fromkeys(("identity", main.name)):
        other = next((run for run in tailoring if run.name == name), None)
        found += [
            (kind(run), run.name, name, compared(other, run))
            for run in tailoring
            if other is not None and run is not other
        ]
    return found


def _strata(run: Run) -> list[tuple[str, list[Bar]]]:
    keys: dict[str, Callable[[CaseResult], str | Sequence[str]]] = {
        "kind of case": lambda c: c.tags or ("plain",),
        "difficulty": lambda c: c.difficulty,
        "seniority": lambda c: c.seniority,
        "language": lambda c: c.language,
    }
    return [(title, _bars(metrics.strata(run.cases, key))) for title, key in keys.items()]


def _corrected(
    tailoring: Sequence[Run],
    verifier: invention.Verifier | None,
    judge: judging.JudgeRates | None,
) -> list[tuple[str, str, int, Interval, Interval]]:
    """Unsupported changed lines as seen and as corrected, of solvers whose lines the verifier did
    not choose itself."""
    found = []
    for run in tailoring:
        changed = sum(case.changed for case in run.cases)
        if verifier is None or not changed or run.name in CHOSEN_BY_VERIFYING:
            continue
        observed = stats.wilson(sum(case.unsupported for case in run.cases), changed)
        rate = corrected(run, verifier, judge)
        found.append((kind(run), run.name, changed, observed, rate))
    return found


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
