"""Measure verification on rows by authors who had not seen the verifier or any earlier case.

    python -m evals.measure_blind [--held-details] [SET ...]

Prints recall on lies, on critical lies, and false blocks on honest rewrites, each with its Wilson
interval, for every tier together and for the hard tier alone. For a SET that is named it also
prints the rates by type and the open rows that were judged wrong. Of held rows only totals are
printed, because a verifier mended after looking at a row is no longer measured by it.

`first` and `second` are minimal pairs, honest rewrites as a good editor makes them; `third` is so
too, of thirty other resumes, and every second of its rows is held. The `reworded`
ones go as far from the person's words as an honest line can, and are meant to be hard.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from agent.documents import read_resume
from agent.models import Resume, Verdict
from agent.verify import verify
from evals.shared import records
from evals.stats import rate

ROWS = Path(__file__).parent / "datasets" / "blind"
HELD = {"first": 0, "second": 2, "third": 2, "reworded_care": 3, "reworded_trades": 3}
"""Set -> every how many-th of its rows is held; 0 where all have been looked at."""


class Row(NamedTuple):
    """One rewrite of one line, and what a careful person says of it."""

    id: str
    occupation: str
    resume: Resume
    place: str
    """Id of the line in `resume` that is rewritten."""
    line: str
    rewrite: str
    lie: bool
    type: str
    """What was planted, or how an honest rewrite was made."""
    span: str
    """The words at fault; '' in an honest rewrite."""
    critical: bool
    held: bool


class Judged(NamedTuple):
    """A row and the verifier's answer."""

    row: Row
    verdict: Verdict

    @property
    def blocked(self) -> bool:
        """Whether any tier objects."""
        return not self.verdict.supported

    @property
    def blocked_hard(self) -> bool:
        """Whether the tier objects that no judge can lift."""
        return bool(self.verdict.hard)


def load(name: str, folder: Path = ROWS) -> list[Row]:
    """Every row of a set, in its order.

    Raises:
        ValueError: a row's line is not in its resume as the reader sees it, or its span is not in
            its rewrite.
    """
    every = HELD[name]
    return [
        _row(fields, bool(every) and place % every == 0)
        for place, fields in enumerate(records(folder / f"{name}.jsonl"), 1)
    ]


def _row(fields: dict[str, str], held: bool) -> Row:
    resume = read_resume(fields["resume"].encode(), name=f"{fields['id']}.md")
    return Row(
        id=fields["id"],
        occupation=fields["occupation"],
        resume=resume,
        place=_line_id(resume, fields),
        line=fields["bullet"],
        rewrite=fields["rewrite"],
        lie=fields["label"] == "unfaithful",
        type=fields["type"],
        span=_span(fields),
        critical=fields["severity"] == "critical",
        held=held,
    )


def _line_id(resume: Resume, fields: dict[str, str]) -> str:
    """The id of the rewritten line; 'summary' stands for the line of the summary."""
    for section in resume.sections:
        for entry in section.entries:
            for bullet in entry.bullets:
                named = fields["bullet"] == "summary" and section.kind == "summary"
                if named or bullet.text == fields["bullet"]:
                    return bullet.id
    raise ValueError(f"{fields['id']}: the resume has no line {fields['bullet']!r}")


def _span(fields: dict[str, str]) -> str:
    if fields["span"] not in fields["rewrite"]:
        raise ValueError(f"{fields['id']}: the rewrite does not say {fields['span']!r}")
    return fields["span"]


def judge(row: Row) -> Judged:
    """What the verifier says of one row."""
    return Judged(row, verify(row.rewrite, resume=row.resume, bullet_id=row.place))


def totals(name: str, judged: Sequence[Judged]) -> str:
    """Five lines: recall and false blocks, for hard and soft together and for hard alone."""
    lines = [f"== {name}: {len(judged)} rows"]
    for title, lie in (("recall", True), ("false blocks", False)):
        rows = [each for each in judged if each.row.lie is lie]
        lines.append(f"  {title:<13} hard+soft {rate(sum(e.blocked for e in rows), len(rows))}")
        lines.append(
            f"  {title:<13} hard      {rate(sum(e.blocked_hard for e in rows), len(rows))}"
        )
    grave = [each for each in judged if each.row.critical and each.row.lie]
    lines.append(f"  critical      hard+soft {rate(sum(e.blocked for e in grave), len(grave))}")
    return "\n".join(lines)


def by_type(judged: Sequence[Judged]) -> str:
    """A line for each type: how many of its rows are blocked, by any tier and by the hard one."""
    groups: defaultdict[tuple[bool, str], list[Judged]] = defaultdict(list)
    for each in judged:
        groups[not each.row.lie, each.row.type].append(each)
    lines = []
    for (honest, kind), rows in sorted(groups.items()):
        title = "honest" if honest else "lie"
        blocked = rate(sum(e.blocked for e in rows), len(rows))
        lines.append(f"  {title:<7}{kind:<22} {blocked}; hard {sum(e.blocked_hard for e in rows)}")
    return "\n".join(lines)


def wrong(each: Judged) -> str:
    """A row that was judged wrong, with the reasons of what was found."""
    row = each.row
    verdict = "MISSED " if row.lie else "BLOCKED"
    lines = [f"{verdict} {row.id} {row.type} ({row.occupation})", f"    line: {row.line}"]
    lines.append(f"    said: {row.rewrite}" + (f"   <<{row.span}>>" if row.span else ""))
    lines += [
        f"    {f.type}/{f.tier} '{row.rewrite[f.span.start : f.span.end]}': {f.reason}"
        for f in each.verdict.findings
    ]
    return "\n".join(lines)


def main() -> None:
    """Judge every row and print the numbers."""
    parser = argparse.ArgumentParser(prog="python -m evals.measure_blind")
    parser.add_argument(
        "--held-details", action="store_true", help="print the held rows that were judged wrong"
    )
    parser.add_argument("sets", nargs="*", metavar="SET", help=", ".join(HELD))
    given = parser.parse_args()
    for name in given.sets or HELD:
        judged = [judge(row) for row in load(name)]
        opened = [each for each in judged if not each.row.held]
        print(totals(f"{name}, open", opened))
        if len(opened) < len(judged):
            print(totals(f"{name}, held", [each for each in judged if each.row.held]))
        shown = judged if given.held_details else opened
        if given.sets:
            print(f"\n{by_type(shown)}\n")
            print("\n".join(wrong(each) for each in shown if each.blocked is not each.row.lie))


if __name__ == "__main__":
    main()
