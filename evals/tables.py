"""Runs as plain text and as the Markdown table that README carries."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evals import extraction, invention, judging, metrics
from evals.cases import Case
from evals.compare import compared
from evals.gold import SUPPORTED
from evals.runs import Run
from evals.solvers import LIARS
from evals.stats import Interval

BEGIN, END = "<!-- evals -->", "<!-- /evals -->"


def text(run: Run) -> str:
    """A run's measures as plain text."""
    head = f"{run.task} / {run.name} at {run.revision}, {run.seconds:.1f} s"
    match run.task:
        case "invention":
            return "\n".join([head, *_verifier(run)])
        case "judge":
            return "\n".join([head, *_judge(run)])
        case "requirements":
            return "\n".join([head, *_extractor(run)])
        case "documents":
            return "\n".join([head, *_documents(run)])
    return "\n".join([head, *_cases(run)])


def _cases(run: Run) -> list[str]:
    lines = [
        f"  {row.name:38} {shown(row.interval):34} {row.note}" for row in metrics.rows(run.cases)
    ]
    counted = metrics.counts(run.cases)._asdict()
    lines.append("  " + ", ".join(f"{name} {n}" for name, n in counted.items()))
    if by_type := metrics.findings_by_type(run.cases):
        lines.append("  findings: " + ", ".join(f"{name} {n}" for name, n in by_type.items()))
    spent = metrics.cost(run.cases)
    lines.append(f"  seconds p50 {spent.seconds_p50:.3f}, p95 {spent.seconds_p95:.3f}")
    lines += [f"  unscored {c.case_id}: {c.unscored}" for c in run.cases if c.unscored]
    lines += [
        f"  NOT THE PERSON'S {c.case_id}: {' '.join(c.identity)}" for c in run.cases if c.identity
    ]
    lines += [f"  SPRUNG {c.case_id}: {', '.join(c.traps)}" for c in run.cases if c.traps]
    lines += [f"  OBEYED {c.case_id}: {', '.join(c.canaries)}" for c in run.cases if c.canaries]
    return lines


def misses(run: Run, cases: Sequence[Case]) -> str:
    """What the source supports and the document still does not say, with what it rests on."""
    by_id = {case.id: case for case in cases}
    lines = []
    for result in run.cases:
        case = by_id[result.case_id]
        for one, requirement, gold in zip(
            result.requirements, case.requirements, case.support, strict=False
        ):
            if one.safe or gold.support not in SUPPORTED:
                continue
            asked = " / ".join(" + ".join(way) for way in requirement.any_of)
            rests = " && ".join(case.resume.split("\n")[line].strip("- #") for line in gold.lines)
            lines.append(f"  {result.case_id} {gold.support:8} {asked}  <-  {rests}")
    return "\n".join(sorted(lines, key=lambda line: line.split()[1]))


def _verifier(run: Run) -> list[str]:
    found = invention.summary(run.pairs)
    rates = (
        "recall", "critical_recall", "false_positives", "located", "hard_recall",
        "hard_false_positives",
    )  # fmt: skip
    lines = [f"  {name:22} {shown(getattr(found, name))}" for name in rates]
    lines += [f"  recall {name:20} {shown(rate)}" for name, rate in found.by_type.items()]
    lines += [f"  flagged {name:19} {shown(rate)}" for name, rate in found.by_transform.items()]
    for pair in run.pairs:
        if pair.flagged == pair.faithful:
            what = "BLOCKED" if pair.faithful else "MISSED"
            lines.append(f"  {what} {pair.id} {pair.type}: {pair.rewrite} {list(pair.found)}")
    return lines


def _judge(run: Run) -> list[str]:
    found = judging.summary(run.judged)
    spent = run.usage
    lines = [
        f"  {name.replace('_', ' '):24} {shown(rate)}"
        for name, rate in found
        if isinstance(rate, Interval)
    ]
    lines += [f"  recall {name:20} {shown(rate)}" for name, rate in found.by_type.items()]
    lines += [f"  flagged {name:19} {shown(rate)}" for name, rate in found.by_transform.items()]
    lines += [f"  note: {note}" for note in run.notes]
    return [*lines, f"  {spent.calls} calls, {spent.prompt_tokens} prompt tokens"]


def _extractor(run: Run) -> list[str]:
    lines = [f"  {name:15} {shown(rate)}" for name, rate in extraction.summary(run.postings)]
    for posting in run.postings:
        lines += [f"  NOISE {posting.case_id}: {quote}" for quote in posting.noise]
        lines += [f"  MISSED {posting.case_id}: {quote}" for quote in posting.missed]
        lines += [f"  EXTRA {posting.case_id}: {quote}" for quote in posting.extra]
    return lines


def _documents(run: Run) -> list[str]:
    lines = []
    for format in dict.fromkeys(document.format for document in run.documents):
        of = [document for document in run.documents if document.format == format]
        lines.append(
            f"  {format:12} {len(of):3} documents, lines {sum(d.kept for d in of)}/"
            f"{sum(d.bullets for d in of)}, headings {sum(d.headings_kept for d in of)}/"
            f"{sum(d.headings for d in of)}, out of order {sum(not d.in_order for d in of)}, "
            f"refused {sum(bool(d.refused) for d in of)}"
        )
        lines += [f"    {d.id}: {d.refused}" for d in of if d.refused]
    return lines


def shown(interval: Interval) -> str:
    """'0.712 [0.668, 0.751] n 60/60', or why there is no value."""
    counted = f"n {interval.n}/{interval.of}"
    if interval.value is None:
        return f"none scored, {counted}"
    if interval.low is None or interval.high is None:
        return f"{interval.value:.3f} [no interval] {counted}"
    return f"{interval.value:.3f} [{interval.low:.3f}, {interval.high:.3f}] {counted}"


def ranked(runs: Sequence[Run]) -> list[Run]:
    """Runs by their headline, best first; of two that tie, the liar last."""
    return sorted(
        runs,
        key=lambda run: (
            -(metrics.mean(run.cases, metrics.sc_safe).value or 0),
            run.name in LIARS,
            run.name,
        ),
    )


def markdown(runs: Sequence[Run]) -> str:
    """One row a solver, best headline first."""
    rows = [
        "| solver | SC_safe | against the untouched resume, case by case "
        "| lines with a finding struck out | overreach (before) "
        "| documents with a finding | not the person's | critical | cases |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    identity = next((run for run in runs if run.name == "identity"), None)
    for run in ranked(runs):
        dirty = _named(run, "Documents with a finding")
        counted = metrics.counts(run.cases)
        over = _named(run, "Overreach").value
        over_before = _named(run, "Overreach before").value
        rows.append(
            f"| {run.name} | {_brief(_named(run, 'SC_safe (headline)'))} "
            f"| {_paired(identity, run)} "
            f"| {_brief(_named(run, 'SC, lines with a finding struck out'))} "
            f"| {_percent(over)} ({_percent(over_before)}) | {_percent(dirty.value)} "
            f"| {counted.identity} | {counted.critical} "
            f"| {len(metrics.scored(run.cases))}/{len(run.cases)} |"
        )
    return "\n".join(rows)


def _named(run: Run, name: str) -> Interval:
    return next(row.interval for row in metrics.rows(run.cases) if row.name == name)


def _brief(interval: Interval) -> str:
    if interval.value is None:
        return "none scored"
    return f"{interval.value:.3f}{_range(interval.low, interval.high, '.3f')}"


def _range(low: float | None, high: float | None, form: str) -> str:
    return "" if low is None or high is None else f" ({low:{form}} to {high:{form}})"


def _paired(identity: Run | None, run: Run) -> str:
    found = compared(identity, run) if identity and run.name != identity.name else None
    if found is None or found.difference is None:
        return "–"
    return f"{found.difference:+.3f}{_range(found.low, found.high, '+.3f')}"


def _percent(value: float | None) -> str:
    return "none" if value is None else f"{value:.1%}"


def embed(table: str, path: Path, *, check: bool = False) -> bool:
    """Put a table between README's markers.

    Args:
        table: Markdown.
        path: the file that has the markers.
        check: change nothing.

    Returns:
        Whether the file already had exactly this table.

    Raises:
        ValueError: the markers are not there.
    """
    whole = path.read_text(encoding="utf-8")
    if BEGIN not in whole or END not in whole:
        raise ValueError(f"{path.name} has no {BEGIN} and {END}.")
    before, rest = whole.split(BEGIN, 1)
    _, after = rest.split(END, 1)
    fresh = f"{before}{BEGIN}\n{table}\n{END}{after}"
    if not check and fresh != whole:
        path.write_text(fresh, encoding="utf-8")
    return fresh == whole
