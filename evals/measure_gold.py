"""SC_safe on hand-annotated pairs that the project did not write: `python -m evals.measure_gold`.

Reads the pairs of `../shared/data/gold` (see `evals.measure_match`) and scores, by the annotators'
requirements and support, the resume as it is and what the offline engine makes of it: once with
the requirements that it finds in the posting itself (`offline`), once with the annotators'
(`told`), which shows what the rewriting alone costs.

    python -m evals.measure_gold              # the measures, each with its interval
    python -m evals.measure_gold --lost       # every supported requirement not said, and why
    python -m evals.measure_gold --lines      # every changed line
    python -m evals.measure_gold --cases      # the project's own cases in place of the pairs
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from agent.diff import word_diff
from agent.engines.base import Extraction
from agent.engines.offline import OfflineEngine
from agent.match import match
from agent.models import Posting, Requirement, Support
from agent.score import supports
from evals import cases, gold
from evals.cases import Case, GoldSupport
from evals.measure_match import load, postings
from evals.metrics import rows
from evals.scoring import CaseResult, score_case
from evals.shared import GOLD
from evals.solvers import Solved, identity, offline, with_engine


class Told(OfflineEngine):
    """The offline engine with requirements that are given to it."""

    def __init__(self, requirements: tuple[Requirement, ...]) -> None:
        self.requirements = requirements

    async def extract(self, posting: Posting) -> Extraction:
        """What it was told."""
        del posting
        return Extraction(requirements=self.requirements)


def pairs_as_cases(folder: Path) -> Iterator[Case]:
    """The annotated pairs in the shape of the project's own cases."""
    texts = postings(folder)
    for pair, requirements in load(folder):
        lines = pair["resume_md"].split("\n")
        given = {row["requirement"]: row for row in pair["evidence"]}
        asked = tuple(one for one in requirements if one.id in given)
        yield Case(
            id=pair["id"],
            occupation=pair["occupation"],
            seniority="mid",
            difficulty="medium",
            resume=pair["resume_md"],
            posting=texts[pair["posting_id"]],
            requirements=asked,
            support=tuple(_support(one.id, given[one.id], lines) for one in asked),
        )


def _support(id: str, row: dict[str, object], lines: Sequence[str]) -> GoldSupport:
    numbers = tuple(row["lines"]) if isinstance(row["lines"], list) else ()
    support: Support = row["support"]  # type: ignore[assignment]
    return GoldSupport(
        requirement_id=id,
        support=support,
        lines=numbers,
        quotes=tuple(lines[n].lstrip("#-* ") for n in numbers),
    )


def told(case: Case) -> Solved:
    """The offline engine on the annotators' requirements."""
    return with_engine(case, Told(case.requirements))


class Lost(NamedTuple):
    """A supported requirement that the finished document does not say, and how far it came."""

    cause: str
    requirement: Requirement
    support: Support
    seen: str


def lost(case: Case, solved: Solved, result: CaseResult) -> Iterator[Lost]:
    """What a run lost of what it could have said: to matching, to the rules, or to verification."""
    resume = gold.original(case)
    found = {m.requirement_id: m for m in match(case.requirements, resume)}
    outcome = {one.id: one for one in result.requirements}
    support = {one.requirement_id: one for one in case.support}
    for requirement in case.requirements:
        given = support[requirement.id]
        if given.support not in gold.SUPPORTED or outcome[requirement.id].safe:
            continue
        ours = found[requirement.id]
        refused = [
            change
            for change in solved.changes
            if change.status == "reverted" and requirement.id in change.requirement_ids
        ]
        cause = "no rule"
        if not supports(ours):
            cause = f"matched as {ours.support}"
        elif refused:
            cause = "refused: " + "; ".join(f.reason for f in refused[0].findings[:1])
        elif outcome[requirement.id].safe_normalized:
            cause = "another form stands"
        seen = " | ".join(dict.fromkeys(e.quote for e in ours.evidence[:4]))
        yield Lost(cause, requirement, given.support, f"{seen}  <<  {' | '.join(given.quotes[:3])}")


def _print_lost(found: Sequence[Lost]) -> None:
    for one in found:
        way = " / ".join(" + ".join(way) for way in one.requirement.any_of)
        print(
            f"{one.support:8} {one.requirement.category:10} {way}\n    {one.cause}\n    {one.seen}"
        )
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        counts[one.cause.split(":")[0]][one.support] += 1
    for cause, of in sorted(counts.items(), key=lambda item: -item[1].total()):
        print(f"{of.total():4} {cause}: " + ", ".join(f"{n} {s}" for s, n in of.most_common()))


def _print_lines(solved: Solved) -> None:
    for change in solved.changes:
        if change.status != "reverted":
            print(f"- {change.before}\n+ {change.after}")
        else:
            new = "".join(
                f"[{p.text}]" for p in word_diff(change.before, change.after) if p.op == "added"
            )
            why = change.findings[0].reason if change.findings else "not as it was read back"
            print(f"x {change.before}\n  {new}: {why}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--lost", action="store_true", help="what is not said, and why")
    parser.add_argument("--lines", action="store_true", help="every changed line")
    parser.add_argument("--cases", action="store_true", help="measure the project's own cases")
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder of the annotated pairs")
    wanted = parser.parse_args()
    if not wanted.cases and not (wanted.gold / "pairs.jsonl").exists():
        print(f"no annotated pairs in {wanted.gold.name!r}: nothing measured")
        return
    measured = cases.load() if wanted.cases else tuple(pairs_as_cases(wanted.gold))
    for name, solver in (("identity", identity), ("offline", offline), ("told", told)):
        solved = [solver(case) for case in measured]
        results = [score_case(case, one) for case, one in zip(measured, solved, strict=True)]
        print(f"\n{name}: {len(results)} pairs")
        for row in rows(results):
            i = row.interval
            if i.value is not None and i.low is not None and i.high is not None:
                print(f"  {row.name:40} {i.value:.3f} [{i.low:.3f}, {i.high:.3f}]")
        if wanted.lost and name == "told":
            of = zip(measured, solved, results, strict=True)
            _print_lost([one for each in of for one in lost(*each)])
        if wanted.lines and name == "told":
            for case, one in zip(measured, solved, strict=True):
                print(f"\n## {case.id}")
                _print_lines(one)


if __name__ == "__main__":
    main()
