"""Support labels of `match` against hand-made ones: `python -m evals.measure_match`.

Reads pairs of a resume and a posting whose requirements were annotated with support and the lines
that carry it (`../shared/data/gold`, described in its GUIDE.md), and prints how often `match` says
the same. The pairs are dealt into two halves by their order; mechanisms were developed on the
first (`dev`) and the second (`held`) shows what carries over. `own` are the project's own cases
(`evals/datasets/cases`), by yet another author.

    python -m evals.measure_match             # all three, rates with 95 % intervals
    python -m evals.measure_match --wrong     # each requirement that comes out differently
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from agent.documents import read_resume
from agent.match import match
from agent.models import Match, Requirement, Resume, Support
from evals import cases
from evals.cases import Case
from evals.shared import GOLD, gold_requirement, records
from evals.stats import wilson

TODAY = date(2025, 6, 1)
"""The day the pairs were annotated for, so that 'Present' does not drift."""
_NAMED: tuple[Support, ...] = ("explicit", "alias", "specific")


class Judged(NamedTuple):
    """One requirement of one pair, as annotated and as matched."""

    pair: str
    occupation: str
    requirement: Requirement
    gold: Support
    gold_lines: frozenset[int]
    note: str
    found: Match
    lines: frozenset[int]


def load(folder: Path = GOLD) -> list[tuple[dict[str, Any], list[Requirement]]]:
    """The annotated pairs with the requirements of their postings."""
    postings = {
        posting["id"]: [gold_requirement(row) for row in posting["requirements"]]
        for posting in records(folder / "postings.jsonl")
    }
    return [(pair, postings[pair["posting_id"]]) for pair in records(folder / "pairs.jsonl")]


def postings(folder: Path = GOLD) -> dict[str, str]:
    """The text of each annotated posting, by its id."""
    return {posting["id"]: posting["text"] for posting in records(folder / "postings.jsonl")}


class Labelled(NamedTuple):
    """A resume, the requirements of a posting, and what the annotator says of each."""

    id: str
    occupation: str
    resume: str
    requirements: tuple[Requirement, ...]
    gold: dict[str, tuple[Support, frozenset[int], str]]
    """Requirement id -> support, line numbers, note."""


def from_pair(pair: dict[str, Any], requirements: Sequence[Requirement]) -> Labelled:
    """A pair of the shared development set."""
    gold = {
        row["requirement"]: (row["support"], frozenset(row["lines"]), row.get("note") or "")
        for row in pair["evidence"]
    }
    asked = tuple(requirement for requirement in requirements if requirement.id in gold)
    return Labelled(pair["id"], pair["occupation"], pair["resume_md"], asked, gold)


def from_case(case: Case) -> Labelled:
    """A case of the project's own."""
    gold = {row.requirement_id: (row.support, frozenset(row.lines), "") for row in case.support}
    return Labelled(case.id, case.occupation, case.resume, case.requirements, gold)


def judge(labelled: Labelled) -> Iterator[Judged]:
    """Match one pair and lay the result beside the annotation."""
    resume = read_resume(labelled.resume)
    places = line_numbers(resume, labelled.resume)
    asked = labelled.requirements
    for requirement, found in zip(asked, match(asked, resume, today=TODAY), strict=True):
        support, lines, note = labelled.gold[requirement.id]
        yield Judged(
            pair=labelled.id,
            occupation=labelled.occupation,
            requirement=requirement,
            gold=support,
            gold_lines=lines,
            note=note,
            found=found,
            lines=frozenset(n for e in found.evidence for n in places.get(e.source_id, ())),
        )


def line_numbers(resume: Resume, markdown: str) -> dict[str, list[int]]:
    """Where each bullet and heading stands, as 0-based line numbers of the Markdown."""
    lines = markdown.split("\n")
    places: dict[str, list[int]] = {}
    for entry in resume.entries():
        words = {line.strip() for line in entry.heading.splitlines() if line.strip()}
        places[entry.id] = [
            n for n, line in enumerate(lines) if line.lstrip("#-* ").strip() in words
        ]
        for bullet in entry.bullets:
            places[bullet.id] = [
                n for n, line in enumerate(lines) if bullet.text.strip() and bullet.text in line
            ]
    return places


def rates(judged: Iterable[Judged]) -> dict[str, tuple[int, int]]:
    """(hits, counted) by name of the rate."""
    judged = list(judged)
    found: dict[str, tuple[int, int]] = {}
    none = [one for one in judged if one.gold == "none"]
    rest = [one for one in judged if one.gold != "none"]
    found["none found as none"] = _count(none, lambda one: one.found.support == "none")
    found["rest found as not none"] = _count(rest, lambda one: one.found.support != "none")
    for support in ("explicit", "alias", "specific", "implied", "partial"):
        of = [one for one in judged if one.gold == support]
        found[f"{support}: not none"] = _count(of, lambda one: one.found.support != "none")
        if support in _NAMED:
            found[f"{support}: found as supported"] = _count(
                of, lambda one: one.found.support not in ("none", "partial")
            )
        found[f"{support}: same label"] = _count(of, lambda one: one.found.support == one.gold)
    both = [one for one in rest if one.found.support != "none"]
    found["evidence shares a gold line"] = _count(
        both, lambda one: bool(one.lines & one.gold_lines)
    )
    return found


def _count(judged: Sequence[Judged], holds: Any) -> tuple[int, int]:
    return sum(bool(holds(one)) for one in judged), len(judged)


def balanced_accuracy(judged: Iterable[Judged]) -> float | None:
    """Mean of the two recalls of 'none' and of the rest; None where one of them is empty."""
    of = rates(judged)
    hits, n = of["none found as none"]
    others, m = of["rest found as not none"]
    return (hits / n + others / m) / 2 if n and m else None


def _print(name: str, judged: Sequence[Judged]) -> None:
    value = balanced_accuracy(judged)
    shown = "none" if value is None else f"{value:.3f}"
    print(f"\n{name}: {len(judged)} requirements, balanced accuracy of none against rest {shown}")
    for rate, (hits, n) in rates(judged).items():
        i = wilson(hits, n)
        if i.value is not None:
            print(f"  {rate:32} {hits:4}/{n:<4} {i.value:.3f}  [{i.low:.3f}, {i.high:.3f}]")
    table = Counter[tuple[str, str]]((one.gold, one.found.support) for one in judged)
    order = ("explicit", "alias", "specific", "implied", "partial", "none")
    print("  gold \\ found " + "".join(f"{label:>10}" for label in order))
    for gold in order:
        print(f"  {gold:12} " + "".join(f"{table[gold, found]:10}" for found in order))


def _print_wrong(judged: Iterable[Judged]) -> None:
    for one in judged:
        if one.found.support != one.gold:
            way = " | ".join(" + ".join(way) for way in one.requirement.any_of)
            print(
                f"{one.pair[:28]} {one.requirement.id} [{one.requirement.category}"
                f" y={one.requirement.min_years}] {way[:110]}\n"
                f"    gold {one.gold} {sorted(one.gold_lines)} ({one.note})\n"
                f"    found {one.found.support} {sorted(one.lines)} {one.found.note}"
                f" {[e.quote for e in one.found.evidence][:4]}"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--wrong", action="store_true", help="print what comes out differently")
    parser.add_argument("--only", choices=("dev", "held", "own"), help="only one of the sets")
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder of the annotated pairs")
    wanted = parser.parse_args()
    sets: dict[str, list[Labelled]] = {"dev": [], "held": [], "own": []}
    if (wanted.gold / "pairs.jsonl").exists():
        for number, (pair, requirements) in enumerate(load(wanted.gold)):
            sets["held" if number % 2 else "dev"].append(from_pair(pair, requirements))
    else:
        print(f"no annotated pairs in {wanted.gold.name!r}: only the project's own cases measured")
    sets["own"] = [from_case(case) for case in cases.load()]
    judged = {
        name: [one for labelled in sets[name] for one in judge(labelled)]
        for name in sets
        if wanted.only in (None, name) and sets[name]
    }
    for name, found in judged.items():
        if wanted.wrong:
            _print_wrong(found)
        _print(name, found)
    if {"dev", "held"} <= judged.keys():
        _print("dev and held", [*judged["dev"], *judged["held"]])


if __name__ == "__main__":
    main()
