"""Two runs over the same cases, case by case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evals import metrics
from evals.runs import Run
from evals.stats import Comparison, paired


def compared(a: Run, b: Run) -> Comparison:
    """How `b` differs from `a` on the headline, over the cases of both."""
    by_id = {case.case_id: case for case in b.cases}
    both = [(case, by_id[case.case_id]) for case in a.cases if case.case_id in by_id]
    return paired(
        [metrics.sc_safe(one) for one, _ in both],
        [metrics.sc_safe(other) for _, other in both],
        [one.cluster for one, _ in both],
    )


def compare(a: Run, b: Run) -> dict[str, Any]:
    """How `b` differs from `a` on the headline, case by case, over the cases of both."""
    before = {case.case_id: metrics.sc_safe(case) for case in a.cases}
    after = {case.case_id: metrics.sc_safe(case) for case in b.cases}
    moved = sorted(
        (round(other - one, 4), id)
        for id in before.keys() & after.keys()
        if (one := before[id]) is not None and (other := after[id]) is not None
    )
    counted = zip(metrics.counts(a.cases), metrics.counts(b.cases), strict=True)
    return {
        "a": f"{a.name} at {a.revision}",
        "b": f"{b.name} at {b.revision}",
        "sc_safe": compared(a, b)._asdict(),
        "most_lost": [(id, d) for d, id in moved[:5] if d < 0],
        "most_won": [(id, d) for d, id in reversed(moved[-5:]) if d > 0],
        "counts": dict(zip(metrics.Counts._fields, counted, strict=True)),
        "cost": {name: metrics.cost(run.cases)._asdict() for name, run in (("a", a), ("b", b))},
    }


def text(found: Mapping[str, Any]) -> str:
    """What `compare` found, as plain text."""
    of = found["sc_safe"]
    lines = [f"a: {found['a']}", f"b: {found['b']}"]
    if of["difference"] is None:
        lines.append(f"  no case has a score in both (n 0/{of['of']})")
    else:
        span = ""
        if of["low"] is not None:
            span = f" ({of['low']:+.4f} to {of['high']:+.4f})"
        seen = of["smallest_detectable"]
        lines += [
            f"  SC_safe, b - a          {of['difference']:+.4f}{span}, p {of['p_value']:.4f}, "
            f"n {of['n']}/{of['of']}",
            f"  cases                   {of['better']} better, {of['worse']} worse, "
            f"{of['same']} the same",
            "  smallest difference that these cases would see: "
            + ("not known" if seen is None else f"{seen:.4f}"),
        ]
    lines += [f"  lost most {id:30} {moved:+.3f}" for id, moved in found["most_lost"]]
    lines += [f"  won most  {id:30} {moved:+.3f}" for id, moved in found["most_won"]]
    lines += [f"  {name:23} {one} -> {other}" for name, (one, other) in found["counts"].items()]
    spent = [found["cost"][name] for name in ("a", "b")]
    for name in ("calls", "prompt_tokens", "completion_tokens", "cost"):
        one, other = (getattr(cost["usage"], name) for cost in spent)
        lines.append(f"  {name.replace('_', ' '):23} {_known(one)} -> {_known(other)}")
    for name in ("seconds_p50", "seconds_p95"):
        lines.append(f"  {name.replace('_', ' '):23} {spent[0][name]:.3f} -> {spent[1][name]:.3f}")
    return "\n".join(lines)


def _known(value: float | None) -> str:
    return "not known" if value is None else f"{value:g}"
