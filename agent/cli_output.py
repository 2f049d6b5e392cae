"""What the command prints and writes. All text of postings and resumes goes through `escape`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from rich import box, markup
from rich.console import Console
from rich.table import Table

from agent.diff import word_diff
from agent.documents import safe_stem, save_bytes
from agent.documents.lines import without_controls
from agent.errors import InputError, MissingExtra, OutputError
from agent.models import Check, Posting, Ratio, Requirement, Resume, Score
from agent.report import alternatives, percent, render_report
from agent.result import Tailored

ENDINGS = {
    "docx": ".docx",
    "pdf": ".docx",
    "markdown": ".md",
    "text": ".txt",
    "json_resume": ".json",
}

_MOST_GAPS = 8
"""Questions on one screen; the first are those that no rewording helps."""


def escape(text: str) -> str:
    """Untrusted words for a terminal: neither rich's markup nor control characters work in them."""
    return markup.escape(without_controls(text))


def write_all(result: Tailored, folder: Path, *, stem: str) -> list[Path]:
    """Write the document, its tracked twin where Word is spoken, the report and the result.

    All are made before the first is written, so a failure leaves nothing half done.

    Raises:
        OutputError: the folder or a file can't be written.
    """
    stem = safe_stem(stem)
    kind = result.resume.source.format if result.resume.source else "markdown"
    ending = ENDINGS[kind]
    format = {"pdf": "docx"}.get(kind, kind)
    made = {f"{stem}_tailored{ending}": result.render(format)[0]}
    if kind == "docx":
        made[f"{stem}_tracked.docx"] = result.render("docx", tracked=True)[0]
    if kind == "pdf":
        with suppress(MissingExtra):
            made[f"{stem}_tailored.pdf"] = result.render("pdf")[0]
    made["report.html"] = render_report(result).encode()
    made["result.json"] = result.render("json")[0]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"Can't make the folder {str(folder)!r}: {error.strerror}.",
            hint="Choose another with -o.",
        ) from error
    for name, content in made.items():
        save_bytes(folder / name, content)
    return [folder / name for name in made]


def print_result(console: Console, result: Tailored, written: Sequence[Path]) -> None:
    """The changes, the gaps and the scores, as a person reads them."""
    target = result.posting.title.value if result.posting.title else "the posting"
    if result.posting.company:
        target += f" at {result.posting.company.value}"
    console.print(f"\n[bold]Tailored for {escape(target)}[/bold]  ({escape(result.engine)})\n")
    for change in result.applied:
        console.print(f"  - {_marked(change.before, change.after, 'added')}", soft_wrap=True)
        console.print(f"  + {_marked(change.before, change.after, 'removed')}", soft_wrap=True)
        rests = list(dict.fromkeys(e.quote for e in change.evidence))
        if rests:
            console.print(f"    [dim]rests on: {escape('; '.join(rests))}[/dim]", soft_wrap=True)
    if not result.applied:
        console.print("  No line needed to change.")
    for change in result.refused:
        reasons = "; ".join(finding.reason for finding in change.findings)
        console.print(f"  [red]refused[/red] {escape(change.after)}", soft_wrap=True)
        console.print(f"    [dim]{escape(reasons)}[/dim]", soft_wrap=True)
    if result.gaps:
        console.print("\n[bold]Gaps, not filled[/bold]")
        for gap in result.gaps[:_MOST_GAPS]:
            console.print(f"  {gap.requirement.kind}: {escape(gap.question)}", soft_wrap=True)
        if len(result.gaps) > _MOST_GAPS:
            console.print(f"  and {len(result.gaps) - _MOST_GAPS} more in the report")
    console.print()
    print_scores(console, result.score.before, result.score.after)
    for note in (
        *result.resume.warnings,
        *result.posting.warnings,
        *result.notes,
        *result.readback,
    ):
        console.print(f"[yellow]note[/yellow] {escape(note)}")
    if result.usage.calls:
        cost = "unknown" if result.usage.cost is None else f"${result.usage.cost:.4f}"
        console.print(
            f"{result.usage.calls} calls, {result.usage.prompt_tokens} tokens in, "
            f"{result.usage.completion_tokens} out, cost {cost}"
        )
    for path in written:
        console.print(f"[green]wrote[/green] {escape(str(path))}", soft_wrap=True)


def print_scores(console: Console, before: Score, after: Score) -> None:
    """Before and after side by side."""
    table = Table(box=box.SIMPLE)
    table.add_column("")
    table.add_column("before", justify="right")
    table.add_column("after", justify="right")
    for (label, old), (_, new) in zip(_measures(before), _measures(after), strict=True):
        table.add_row(label, old, new)
    console.print(table)


def print_score(console: Console, score: Score) -> None:
    """One document's measures."""
    table = Table(box=box.SIMPLE)
    table.add_column("")
    table.add_column("value", justify="right")
    for label, value in _measures(score):
        table.add_row(label, value)
    console.print(table)


def _measures(score: Score) -> Iterable[tuple[str, str]]:
    def shown(ratio: Ratio) -> str:
        return percent(ratio) if ratio.value is not None else f"– ({ratio.reason})"

    yield "what your history supports, shown (SC_safe)", shown(score.sc_safe)
    yield "coverage, exact words", shown(score.literal.coverage)
    yield "coverage, other names and forms too", shown(score.normalized.coverage)
    yield "ceiling: the most that is honest", shown(score.ceiling)
    yield "overreach: claimed without support", shown(score.normalized.overreach)
    yield "unsupported claims (critical)", f"{score.findings} ({score.critical})"
    yield "titles, employers, dates kept", shown(score.identity)


def print_check(console: Console, original: Resume, checked: Check) -> None:
    """Every unsupported claim with its line and what the original says."""
    wrong = [line for line in checked.lines if not line.verdict.supported]
    for finding in checked.identity:
        console.print(f"[red]{finding.severity}[/red] {escape(finding.reason)}")
    for line in wrong:
        console.print(f"\n[bold]{escape(line.text)}[/bold]")
        if line.bullet_id and line.status == "changed":
            console.print(f"  [dim]original: {escape(original.bullet(line.bullet_id).text)}[/dim]")
        for finding in line.verdict.findings:
            fault = line.text[finding.span.start : finding.span.end]
            console.print(
                f"  [red]{finding.severity}[/red] {finding.type}: “{escape(fault)}”. "
                f"{escape(finding.reason)}"
            )
            if finding.suggestion:
                console.print(f"    say instead: “{escape(finding.suggestion)}”")
    changed = sum(line.status != "same" for line in checked.lines)
    count = len(checked.identity) + sum(len(line.verdict.findings) for line in wrong)
    console.print(
        f"\n{len(checked.lines)} lines, {changed} changed, {count} unsupported "
        f"claim{'' if count == 1 else 's'}."
    )


def print_requirements(console: Console, posting: Posting, found: Sequence[Requirement]) -> None:
    """The requirements as a table, then what was cut from the page."""
    for label, stated in (("Title", posting.title), ("Company", posting.company)):
        words = f"{stated.value} ({stated.how})" if stated else "not stated"
        console.print(f"{label}: {escape(words)}")
    table = Table(box=box.SIMPLE)
    for column in ("id", "kind", "category", "asked for", "terms"):
        table.add_column(column)
    for one in found:
        years = f" ({one.min_years}+ years)" if one.min_years else ""
        table.add_row(
            one.id, one.kind, one.category, escape(one.quote), escape(alternatives(one) + years)
        )
    console.print(table)
    for cut in posting.cut:
        first = cut.text.strip().split("\n")[0][:60]
        console.print(f"[dim]cut ({escape(cut.reason)}): {escape(first)}[/dim]")


def print_ranking(console: Console, rows: Sequence[Any], skipped: Sequence[str]) -> None:
    """The best postings first, one line each."""
    table = Table(box=box.SIMPLE)
    for column in ("posting", "supported", "shown now", "why"):
        table.add_column(column)
    for row in rows:
        table.add_row(
            escape(row.label),
            percent(row.ceiling),
            percent(row.supportable),
            escape(row.explanation),
        )
    console.print(table)
    for sentence in skipped:
        console.print(f"[yellow]skipped[/yellow] {escape(sentence)}")


def dry_run_lines(engine: Any, resume: Resume, posting: Posting) -> list[str]:
    """What an LLM run would send and cost.

    Raises:
        InputError: the engine sends nothing.
    """
    if not hasattr(engine, "plan"):
        raise InputError(
            "The offline engine makes no calls and costs nothing.",
            hint="Leave out --dry-run, or configure an LLM.",
        )
    plan = engine.plan(resume, posting)
    cost = "unknown (no price for this model)" if plan.cost is None else f"about ${plan.cost:.4f}"
    return [
        f"Engine: {engine.name}",
        f"Calls: {plan.calls}",
        f"Tokens in: {plan.prompt_tokens}; out, at most: {plan.completion_tokens_max}",
        f"Cost: {cost}",
    ]


def _marked(before: str, after: str, without: str) -> str:
    """One side of a change: `without` names the pieces that only the other side has."""
    styles = {"same": "{}", "removed": "[red]{}[/red]", "added": "[green]{}[/green]"}
    pieces = (piece for piece in word_diff(before, after) if piece.op != without)
    return "".join(styles[piece.op].format(escape(piece.text)) for piece in pieces)
