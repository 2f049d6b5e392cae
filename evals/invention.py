"""Measuring the verifier itself: minimal pairs of rewrites, faithful and not.

Four sets: what the authors of the cases labelled (`cases`), every JSONL file that
`evals/labelled` holds (`labelled`), the development set beside the project (`shared`), and lies
made from gold (`planted`): each thing that a posting asks for and nothing in the resume supports,
put into a true line in six ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from agent.documents import read_resume
from agent.models import Frozen, Resume
from agent.verify import verify
from evals import gold
from evals.cases import load
from evals.shared import DATA, records
from evals.stats import Interval, wilson_clustered

LABELLED = Path(__file__).parent / "labelled"
_SECTIONS = {
    "skills", "summary", "education", "certifications", "training", "projects", "languages",
}  # fmt: skip


_WAYS = {
    "in brackets": "{line} ({term})",
    "after using": "{line}, using {term}",
    "as a label": "{Term}: {line}",
    "after and": "{line} and {term}",
    "after with": "{line} with {term}",
    "after in": "{line} in {term}",
}
INFERENCE = "inference"
"""The type of a true rewrite that takes knowledge of the world ("police sergeant" is law
enforcement). A checker that blocks it is careful, not wrong: reported, not a false positive."""


class Pair(Frozen):
    """A rewrite with its label."""

    id: str
    cluster: str
    resume: Resume
    place: str
    """Bullet or entry id, or 'summary', 'skills'."""
    rewrite: str
    faithful: bool
    type: str
    severity: str = ""
    fault: str = ""
    """The words at fault; '' if faithful or not labelled."""


class PairResult(Frozen):
    """What the verifier said of a pair."""

    id: str
    cluster: str
    faithful: bool
    type: str
    severity: str
    rewrite: str
    fault: str
    flagged: bool
    hard: bool
    located: bool | None
    """Whether a finding touches the words at fault; None if faithful or not flagged."""
    found: tuple[str, ...] = ()
    """'type/tier: words' of each finding."""


def pairs(of: str) -> list[Pair]:
    """The pairs of a set: 'cases', 'planted', 'labelled', 'shared', or 'all' that are there.

    Raises:
        FileNotFoundError: the shared set is asked for and is not there.
    """
    if of == "all":
        there = (DATA / "invention.jsonl").exists()
        return [*_of_cases(), *_planted(), *_of_labelled(), *(pairs("shared") if there else ())]
    if of == "cases":
        return list(_of_cases())
    if of == "planted":
        return list(_planted())
    if of == "labelled":
        return list(_of_labelled())
    path = DATA / "invention.jsonl"
    if not path.exists():
        raise FileNotFoundError(
            f"The labelled set is not at {path}; it is not part of the project."
        )
    return [_pair(record) for record in records(path)]


def _of_cases() -> Iterator[Pair]:
    for case in load():
        resume = gold.original(case)
        ids = gold.source_ids(case, resume)
        for number, rewrite in enumerate(case.rewrites, start=1):
            if rewrite.line in ids:
                yield Pair(
                    id=f"{case.id}/{number}",
                    cluster=case.id,
                    resume=resume,
                    place=ids[rewrite.line],
                    rewrite=rewrite.rewrite,
                    faithful=rewrite.faithful,
                    type=rewrite.type,
                    severity=rewrite.severity or "",
                    fault=rewrite.fault,
                )


def _planted() -> Iterator[Pair]:
    for case in load():
        resume = gold.original(case)
        lines = [
            bullet
            for section in resume.sections
            if section.kind == "experience"
            for entry in section.entries
            for bullet in entry.bullets
        ]
        asked = zip(case.requirements, case.support, strict=True)
        unsupported = [requirement for requirement, support in asked if support.support == "none"]
        for bullet, requirement in zip(lines, unsupported, strict=False):
            term = " and ".join(requirement.any_of[0])
            for way, words in _WAYS.items():
                yield Pair(
                    id=f"{case.id}/{requirement.id}/{way}",
                    cluster=case.id,
                    resume=resume,
                    place=bullet.id,
                    rewrite=words.format(
                        line=bullet.text.rstrip("."), term=term, Term=term[:1].upper() + term[1:]
                    ),
                    faithful=False,
                    type=f"planted {way}",
                    severity="major",
                    fault=term,
                )


def _of_labelled() -> Iterator[Pair]:
    for path in sorted(LABELLED.glob("*.jsonl")):
        for record in records(path):
            if {"source", "target", "rewrite", "label"} <= set(record):
                yield _pair(record)


def _pair(record: dict[str, Any]) -> Pair:
    """A pair from a record with `source` lines, a `target` heading, `rewrite` and `label`."""
    lines = ["# Name", "", "## Experience"]
    for line in record["source"]:
        lines += _markdown(line)
    # A resume without any line about work is refused, and one pair has only a degree.
    lines += ["## Interests", "- Chess"]
    resume = read_resume("\n".join(lines).encode(), name="pair.md")
    target = record["target"].lstrip("# ")
    place = next((entry.id for entry in resume.entries() if target in entry.heading), None)
    if place is None:
        section = next((s for s in resume.sections if s.heading == target), None)
        place = section.entries[0].id if section and section.entries else target.casefold()
    return Pair(
        id=str(record["id"]),
        cluster=str(record.get("pair", record["id"])),
        resume=resume,
        place=place,
        rewrite=record["rewrite"],
        faithful=record["label"] == "faithful",
        type=record["type"],
        severity=record.get("severity", ""),
        fault=record.get("span", ""),
    )


def _markdown(line: str) -> list[str]:
    """One source line in the plain Markdown form: '# X' is a role or a section, 'Skills: a, b' a
    section with its line."""
    name, colon, rest = line.lstrip("# ").partition(": ")
    if name.casefold() in _SECTIONS:
        return [f"## {name}", *([f"- {rest}"] if colon else [])]
    return [f"### {line.lstrip('# ')}"] if line.startswith("#") else [line]


def judge(pair: Pair) -> PairResult:
    """What the verifier says of one pair."""
    verdict = verify(pair.rewrite, resume=pair.resume, bullet_id=pair.place)
    start = pair.rewrite.find(pair.fault) if pair.fault else -1
    located = None
    if not pair.faithful and start >= 0 and verdict.findings:
        end = start + len(pair.fault)
        located = any(f.span.start < end and start < f.span.end for f in verdict.findings)
    return PairResult(
        id=pair.id,
        cluster=pair.cluster,
        faithful=pair.faithful,
        type=pair.type,
        severity=pair.severity,
        rewrite=pair.rewrite,
        fault=pair.fault,
        flagged=not verdict.supported,
        hard=bool(verdict.hard),
        located=located,
        found=tuple(
            f"{f.type}/{f.tier}: {pair.rewrite[f.span.start : f.span.end]}"
            for f in verdict.findings
        ),
    )


class Verifier(Frozen):
    """How good the verifier is on a set."""

    recall: Interval
    critical_recall: Interval
    false_positives: Interval
    located: Interval
    """Of the lies found, those found at the words at fault."""
    hard_recall: Interval
    hard_false_positives: Interval
    by_type: dict[str, Interval]
    """Recall of each type of lie."""
    by_transform: dict[str, Interval]
    """False positives of each faithful transform."""


def summary(results: Sequence[PairResult]) -> Verifier:
    """Rates over pairs; those of one resume count as one opinion in the intervals."""
    lies = [result for result in results if not result.faithful]
    true = [result for result in results if result.faithful and result.type != INFERENCE]
    critical = [result for result in lies if result.severity == "critical"]
    placed = [result for result in lies if result.located is not None]
    return Verifier(
        recall=rate_of(lies, "flagged"),
        critical_recall=rate_of(critical, "flagged"),
        false_positives=rate_of(true, "flagged"),
        located=rate_of(placed, "located"),
        hard_recall=rate_of(lies, "hard"),
        hard_false_positives=rate_of(true, "hard"),
        by_type=by_type(lies, "flagged"),
        by_transform=by_type([one for one in results if one.faithful], "flagged"),
    )


class Counted(Protocol):
    """A row of a set of pairs, with what was said of it as fields."""

    @property
    def cluster(self) -> str: ...
    @property
    def type(self) -> str: ...


def rate_of(rows: Sequence[Counted], field: str) -> Interval:
    """How often `field` holds, over the rows in which it is not None."""
    answered = [row for row in rows if getattr(row, field) is not None]
    hits = [bool(getattr(row, field)) for row in answered]
    return wilson_clustered(hits, [row.cluster for row in answered], of=len(rows))


def by_type(rows: Sequence[Counted], field: str) -> dict[str, Interval]:
    """`rate_of` for each type of row, in the order of their names."""
    return {
        type: rate_of([row for row in rows if row.type == type], field)
        for type in sorted({row.type for row in rows})
    }
