"""The sets beside the project, which other authors wrote: where they are, and gold as cases.

The project holds no copy of them. Where one is absent, an eval that asks for it says so.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from agent.models import Requirement, Span
from evals.cases import Case, CaseError, GoldSupport

DATA = Path(__file__).parents[2] / "shared" / "data"
GOLD = DATA / "gold"


def records(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file; only a newline ends one, as text may hold other breaks."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def gold_cases(folder: Path = GOLD) -> tuple[Case, ...]:
    """Every annotated resume-posting pair as a case. Clusters by resume as the own cases do.

    Raises:
        CaseError: the set is not there.
    """
    if not folder.is_dir():
        raise CaseError(f"The gold set is not at {folder}; it is not part of the project.")
    postings = {posting["id"]: posting for posting in records(folder / "postings.jsonl")}
    return tuple(
        _case(pair, postings[pair["posting_id"]]) for pair in records(folder / "pairs.jsonl")
    )


def _case(pair: dict[str, Any], posting: dict[str, Any]) -> Case:
    evidence = {one["requirement"]: one for one in pair["evidence"]}
    lines = pair["resume_md"].split("\n")
    return Case(
        id=pair["id"],
        occupation=pair["occupation"],
        seniority="mid",
        difficulty="hard",
        resume=pair["resume_md"],
        posting=posting["text"],
        requirements=tuple(gold_requirement(one) for one in posting["requirements"]),
        support=tuple(
            _support(one["id"], evidence.get(one["id"], {}), lines)
            for one in posting["requirements"]
        ),
        noise=tuple(Span(start=one["start"], end=one["end"]) for one in posting["noise"]),
    )


def gold_requirement(one: dict[str, Any]) -> Requirement:
    """A requirement as gold says it."""
    return Requirement(
        id=one["id"],
        quote=one["quote"],
        span=Span(start=one["start"], end=one["end"]),
        kind=one["kind"],
        category=one["category"],
        any_of=tuple(tuple(way) for way in one["any_of"]),
        min_years=one["min_years"],
        at_least=one.get("at_least") or 1,
    )


def _support(id: str, one: dict[str, Any], lines: list[str]) -> GoldSupport:
    numbers = tuple(one.get("lines", ()))
    return GoldSupport(
        requirement_id=id,
        support=one.get("support", "none"),
        lines=numbers,
        quotes=tuple(lines[number].lstrip("#-* ") for number in numbers),
    )
