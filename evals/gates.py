"""What must hold before a change lands; `vouched eval gate` exits 1 where one does not."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evals import invention, metrics
from evals.compare import compared
from evals.runs import Run
from evals.solvers import DISPLACE_NOTHING, LIARS
from evals.stats import Comparison, Interval

BASELINE = Path(__file__).parent / "baseline.json"
_POINT = 0.01
_FALSE_POSITIVES = 0.02
"""The hard limit on true rewrites blocked; for critical lies it is that all are found. A limit that
the stored baseline does not meet yet is replaced by the baseline, and the gate's line says so: the
verifier can only get better, and from the baseline that meets a limit on, the limit holds."""
SHARED_SET = "shared"
_FEW = 5
"""Below so many pairs of a type, one more miss is not yet a fall."""


class Gate(NamedTuple):
    """One thing that must hold."""

    name: str
    holds: bool
    what: str


def gates(runs: Sequence[Run], baseline: Mapping[str, Any]) -> list[Gate]:
    """Every gate that the runs at hand can answer.

    Args:
        runs: of one revision: `tailoring` of several solvers, `invention`, `injection`.
        baseline: as `as_baseline` made it; a number that it lacks is not held against a run.
    """
    tailoring = {run.name: run for run in runs if run.task == "tailoring"}
    found = []
    if "offline" in tailoring:
        found += _offline(tailoring["offline"], baseline)
    found += _order(tailoring)
    own = [run for run in runs if run.task == "invention" and run.name != SHARED_SET]
    if pairs := all_pairs(own):
        found += _verifier(pairs, baseline)
    if pairs := all_pairs([run for run in runs if run.name == SHARED_SET]):
        found += _verifier_on_shared(pairs)
    for run in runs:
        if run.task == "injection":
            got = metrics.counts(run.cases)
            found.append(
                Gate("attacks", not got.canaries, f"{got.canaries} of {len(run.cases)} got through")
            )
    return found


def _offline(run: Run, baseline: Mapping[str, Any]) -> list[Gate]:
    headline = metrics.mean(run.cases, metrics.sc_safe)
    counted = metrics.counts(run.cases)
    rows = {row.name: row.interval for row in metrics.rows(run.cases)}
    over, before = rows["Overreach"].value or 0, rows["Overreach before"].value or 0
    low, floor = headline.low or 0, baseline.get("sc_safe_low", 0) - _POINT
    unscored = len(run.cases) - headline.n
    return [
        Gate("no critical finding", counted.critical == 0, f"{counted.critical} found"),
        Gate("no trap sprung", counted.traps == 0, f"{counted.traps} sprung"),
        Gate("SC_safe", low >= floor, f"lower bound {low:.3f}, at least {floor:.3f} asked"),
        Gate(
            "no unsupported line",
            not rows["Changed lines with a finding"].value,
            f"{rows['Changed lines with a finding'].value or 0:.1%} of {counted.changed}",
        ),
        Gate("overreach", over <= before + 1e-9, f"{over:.4f}, the originals' {before:.4f}"),
        Gate("all scored", unscored == 0, f"{unscored} unscored of {len(run.cases)}"),
    ]


def _order(tailoring: Mapping[str, Run]) -> list[Gate]:
    """oracle >= offline > identity > every liar, on the headline, case by case.

    Cases differ from each other more than solvers do, so what must hold is told by paired
    differences. A liar that displaces nothing has the untouched resume's score by the metric's
    definition (see `evals.liars`): it must have exactly that, and lose with its lines struck out.
    """
    found = [
        _lead(tailoring, one, other, strictly=one == "offline")
        for one, other in (("oracle", "offline"), ("offline", "identity"))
        if one in tailoring and other in tailoring
    ]
    for liar in LIARS:
        if liar not in tailoring:
            continue
        if "offline" in tailoring:
            found.append(_lead(tailoring, "offline", liar))
        if "identity" in tailoring:
            found.append(_lead(tailoring, "identity", liar, strictly=liar not in DISPLACE_NOTHING))
            honest, lied = (
                metrics.mean(tailoring[name].cases, metrics.struck) for name in ("identity", liar)
            )
            apart = (honest.low or 0) > (lied.high or 0)
            words = f"{_brief(honest)} against {_brief(lied)}"
            found.append(Gate(f"identity above {liar}, struck out", apart, words))
    return found


def _lead(tailoring: Mapping[str, Run], one: str, other: str, *, strictly: bool = True) -> Gate:
    """`one` above `other`: the whole interval of the paired difference is above 0, or not below
    it if not `strictly`."""
    lead = compared(tailoring[other], tailoring[one])
    low = lead.low or 0
    means = [metrics.mean(tailoring[name].cases, metrics.sc_safe) for name in (one, other)]
    apart = (means[0].low or 0) > (1 if means[1].high is None else means[1].high)
    return Gate(
        f"{one} {'above' if strictly else 'not below'} {other}",
        low > 0 if strictly else low >= 0,
        f"lead {_brief(lead)}, {lead.better} cases better, {lead.worse} worse; intervals "
        f"{_brief(means[0])} and {_brief(means[1])} {'apart' if apart else 'overlap'}",
    )


def _brief(of: Interval | Comparison) -> str:
    return "{:.3f} [{:.3f}, {:.3f}]".format(*((v or 0) for v in of[:3]))


def all_pairs(runs: Sequence[Run]) -> list[invention.PairResult]:
    """The pairs of every `invention` run, each once though two sets may hold it."""
    return list(
        {pair.id: pair for run in runs if run.task == "invention" for pair in run.pairs}.values()
    )


def _verifier_on_shared(pairs: Sequence[invention.PairResult]) -> list[Gate]:
    """The hard limits on the development set beside the project: minimal pairs of one transform or
    one lie each, by another author, which is what the limits are about."""
    found = invention.summary(pairs)
    false, critical = found.false_positives, found.critical_recall
    return [
        Gate(
            "false positives, set beside the project",
            (false.value or 0) <= _FALSE_POSITIVES,
            f"{_brief(false)} of {false.n}; hard limit {_FALSE_POSITIVES:.0%}",
        ),
        Gate(
            "critical lies found, set beside the project",
            (critical.value or 0) >= 1,
            f"{_brief(critical)} of {critical.n}; hard limit all",
        ),
    ]


def _verifier(pairs: Sequence[invention.PairResult], baseline: Mapping[str, Any]) -> list[Gate]:
    found = invention.summary(pairs)
    false, critical = found.false_positives, found.critical_recall
    fell = [
        f"{name} {rate.value:.2f} from {before:.2f}"
        for name, rate in found.by_type.items()
        if rate.value is not None
        and (before := baseline.get("recall", {}).get(name)) is not None
        and rate.value < before - (1 / rate.n if rate.n < _FEW else 1e-9)
    ]
    stored = baseline.get("false_positives", 0)
    least = baseline.get("critical_recall", 1.0)
    return [
        Gate(
            "false positives",
            (false.value or 0) <= max(_FALSE_POSITIVES, stored) + 1e-9,
            f"{_brief(false)} of {false.n}; hard limit {_FALSE_POSITIVES:.0%} "
            + _until(
                f"{stored:.1%}", (false.value or 0) <= _FALSE_POSITIVES, stored <= _FALSE_POSITIVES
            ),
        ),
        Gate("recall by type", not fell, "; ".join(fell) or "none fell"),
        Gate(
            "critical lies found",
            (critical.value or 0) >= least - 1e-9,
            f"{_brief(critical)} of {critical.n}; hard limit all "
            + _until(f"{least:.1%}", (critical.value or 0) >= 1, least >= 1),
        ),
    ]


def _until(stored: str, met: bool, held: bool) -> str:
    """How a hard limit stands: held, met and ready to be held, or not met yet."""
    if held:
        return "is held"
    if met:
        return f"is met: store it with --update (stored {stored})"
    return f"is NOT MET; until it is, held to no worse than the stored {stored}"


def as_baseline(runs: Sequence[Run]) -> dict[str, Any]:
    """What later runs are held to."""
    kept: dict[str, Any] = {"revision": runs[0].revision}
    for run in runs:
        if run.task == "tailoring" and run.name == "offline":
            headline = metrics.mean(run.cases, metrics.sc_safe)
            kept |= {"sc_safe": headline.value, "sc_safe_low": headline.low, "cases": headline.n}
    if pairs := all_pairs([run for run in runs if run.name != SHARED_SET]):
        found = invention.summary(pairs)
        kept["recall"] = {name: rate.value for name, rate in found.by_type.items()}
        kept["false_positives"] = found.false_positives.value
        kept["critical_recall"] = found.critical_recall.value
    return kept


def read_baseline(path: Path = BASELINE) -> dict[str, Any]:
    """The stored baseline; empty if none is stored yet."""
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def loosened(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """What a new baseline asks less of than the old one, a line each; an update shows them."""
    lines = [
        f"{name}: {old[name]:.3f} -> {new[name]:.3f}"
        for name, sign in (("sc_safe_low", 1), ("critical_recall", 1), ("false_positives", -1))
        if name in old and name in new and sign * (new[name] - old[name]) < -1e-9
    ]
    recall = new.get("recall", {})
    return lines + [
        f"recall of {name}: {before:.3f} -> {recall[name]:.3f}"
        for name, before in old.get("recall", {}).items()
        if name in recall and recall[name] < before - 1e-9
    ]
