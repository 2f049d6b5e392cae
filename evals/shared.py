"""Loading the gold set beside the project, which other authors annotated, as cases.

The project holds no copy of it. Where it is absent, an eval that asks for it says so.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from agent.models import Requirement, Span
from evals.cases import Case, CaseError, GoldSupport

FOLDER = Path(__file__).parents[1] / ".." / "shared" / "data" / "gold"


def gold_cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    """Every annotated resume-posting pair as a case. Clusters by resume as the own cases do.

    Raises:
        CaseError: the set is not there.
    """
    if not folder.is_dir():
        raise CaseError(f"The gold set is not at {folder}; it is not part of the project.")
    postings = {posting["id"]: posting for posting in _lines(folder / "postings.jsonl")}
    return tuple(
        _case(pair, postings[pair["posting_id"]]) for pair in _lines(folder / "pairs.jsonl")
    )


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


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
        requirements=tuple(_requirement(one) for one in posting["requirements"]),
        support=tuple(
            _support(one["id"], evidence.get(one["id"], {}), lines)
            for one in posting["requirements"]
        ),
        noise=tuple(Span(start=one["start"], end=one["end"]) for one in posting["noise"]),
    )


def _requirement(one: dict[str, Any]) -> Requirement:
    return Requirement(
        id=one["id"],
        quote=one["quote"],
        span=Span(start=one["start"], end=one["end"]),
        kind=one["kind"],
        category=one["category"],
        any_of=tuple(tuple(way) for way in one["any_of"]),
        min_years=one["min_years"],
    )


def _support(id: str, one: dict[str, Any], lines: list[str]) -> GoldSupport:
    numbers = tuple(one.get("lines", ()))
    return GoldSupport(
        requirement_id=id,
        support=one.get("support", "none"),
        lines=numbers,
        quotes=tuple(lines[number].lstrip("#-* ") for number in numbers),
    )
