"""Checking the cases: `python -m evals.lint [case ...]`.

Beyond the shape that `evals.cases` enforces, each case must hold together, and the whole set must
keep its mix of occupations, seniorities and difficulties. Exit code 1 names every fault.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence

from evals.cases import CASES, Case, CaseError, load, parse

# What the whole set promises: tag -> at least so many cases.
MIX = {"career-change": 15, "language+spelling": 10, "trap": 10, "long": 5, "attack": 5}
MIN_CASES, MIN_OCCUPATIONS = 60, 20
_LONG_WORDS = 1500
_CONTACT = re.compile(r"@(?!example\.(?:com|org|net)\b)[\w.-]+\.\w+")


def faults(case: Case) -> list[str]:
    """What is wrong with one case, a sentence each; empty if nothing is."""
    found = []
    if not case.resume.startswith("# "):
        found.append("the resume does not start with '# Name'")
    if not 4 <= len(case.requirements) <= 40:
        found.append(f"{len(case.requirements)} requirements; a case has 4 to 40")
    if not any(gold.support not in {"none", "partial"} for gold in case.support):
        found.append("nothing is supported, so supportable coverage would be empty")
    if all(gold.support not in {"none", "partial"} for gold in case.support):
        found.append("nothing is a gap, so honesty costs nothing here")
    if not case.traps:
        found.append("no trap: name what an over-eager tailor would add")
    if not any(rewrite.faithful for rewrite in case.rewrites):
        found.append("no `true` rewrite")
    if all(rewrite.faithful for rewrite in case.rewrites):
        found.append("no `lie`")
    if _CONTACT.search(case.resume + case.posting):
        found.append("an address outside example.com, .org, .net")
    if "attack" in case.tags and not case.canaries:
        found.append("an attack without a canary")
    if "long" in case.tags and len(case.resume.split()) < _LONG_WORDS:
        found.append(f"tagged long with {len(case.resume.split())} words of {_LONG_WORDS}")
    quotes = Counter((r.span.start, r.any_of) for r in case.requirements)
    found += [f"{quote[1]} is asked twice at one place" for quote, n in quotes.items() if n > 1]
    lines = case.resume.split("\n")
    for requirement, gold in zip(case.requirements, case.support, strict=True):
        if gold.support == "explicit" and not _words_shared(requirement.any_of, lines, gold.lines):
            found.append(f"{requirement.quote!r} is called explicit but no word of it is there")
        if any(
            requirement.span.start < n.end and n.start < requirement.span.end for n in case.noise
        ):
            found.append(f"{requirement.quote!r} stands in noise")
    for trap in case.traps:
        if re.search(rf"(?<!\w){re.escape(trap.words)}(?!\w)", _sure(case.resume), re.I):
            found.append(f"trap {trap.words!r} is already said in the resume")
    for rewrite in case.rewrites:
        if lines[rewrite.line].lstrip("- ") == rewrite.rewrite:
            found.append(f"rewrite {rewrite.rewrite!r} changes nothing")
    return found


def _sure(resume: str) -> str:
    """The resume without the lines that only deny, plan or learn: a trap may stand there."""
    doubt = r"(?i)n[o'’]t\b|\b(?:no|never|learning|basic|beginner|target|goal|planned|expired)\b"
    return "\n".join(line for line in resume.split("\n") if not re.search(doubt, line))


def _words_shared(
    any_of: tuple[tuple[str, ...], ...], lines: list[str], numbers: tuple[int, ...]
) -> bool:
    said = " ".join(lines[number] for number in numbers).lower()
    return any(
        word[:4] in said for terms in any_of for term in terms for word in term.lower().split()
    )


def mix_faults(cases: Sequence[Case]) -> list[str]:
    """What the whole set lacks."""
    found = []
    if len(cases) < MIN_CASES:
        found.append(f"{len(cases)} cases of {MIN_CASES}")
    occupations = Counter(case.occupation for case in cases)
    if len(occupations) < MIN_OCCUPATIONS:
        found.append(f"{len(occupations)} occupations of {MIN_OCCUPATIONS}")
    for names, wanted in MIX.items():
        n = sum(bool(set(names.split("+")) & set(case.tags)) for case in cases)
        if n < wanted:
            found.append(f"{n} cases tagged {names}, {wanted} wanted")
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Lint the cases named, or all of them and their mix; 0 if nothing is wrong, else 1."""
    names = list(sys.argv[1:] if argv is None else argv)
    wrong = 0
    for name in set(names) - {path.stem for path in CASES.glob("*.md")}:
        print(f"{name}: no such case in {CASES.name}")
        wrong += 1
    cases: list[Case] = []
    for path in sorted(CASES.glob("*.md")):
        if names and path.stem not in names:
            continue
        try:
            cases.append(parse(path.read_text(encoding="utf-8"), name=path.stem))
        except CaseError as error:
            print(error)
            wrong += 1
            continue
        for fault in faults(cases[-1]):
            print(f"{path.stem}: {fault}")
            wrong += 1
    if not names:
        for fault in mix_faults(cases):
            print(f"the set: {fault}")
            wrong += 1
    n = sum(len(case.requirements) for case in cases)
    occupations = len({case.occupation for case in cases})
    print(f"{len(cases)} cases, {occupations} occupations, {n} requirements, {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())


__all__ = ["faults", "load", "main", "mix_faults"]
