"""Time and memory of a ranking: `python -m evals.measure_rank [COUNT] [--real FOLDER]`.

Writes COUNT generated postings to a .jsonl file, ranks them against one resume into a .csv, as
`vouched rank` does, and prints time and peak memory at each tenfold. Flat means that the peak at
the end is that of the first ten thousand, give or take the sort keys of the finished table.

Generated postings are short (about 650 characters) and share their words, so that caches help them
more than they help real ones. `--real` ranks the postings of FOLDER's .jsonl files instead, each
text once, and says how long they are and what share of their lines was said before.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from agent.documents import read_resume
from agent.rank import Named, Ranked, rank
from agent.rank_files import rank_files
from evals.bench_inputs import real_postings

RESUME = """# Person

## Experience

### Warehouse Lead — Depot (2019 - Present)

- Supervised six pickers on the night shift and trained new starters on RF scanners
- Kept cycle counts above 99 % with a warehouse management system
- Drove a counterbalance forklift; licence renewed 2023

### Shop Assistant — Store (2015 - 2019)

- Served customers, took payments and ordered stock

## Education

### High school diploma (2014)
"""
_TITLES = [
    "Warehouse Lead",
    "Line Cook",
    "Staff Nurse",
    "Bookkeeper",
    "Welder",
    "Data Analyst",
    "Teacher",
]
_MUSTS = (
    "{n}+ years of experience in {a}",
    "Proficiency in {a} and {b}",
    "Experience with {a}, {b} or similar",
    "{a} certification required",
    "Ability to {v} {b} under pressure",
)
_DUTIES = ("{v} {a} and {b}", "Supervise {n} colleagues in {a}", "Prepare {b} for {a}")
_NOUNS = [
    "inventory control",
    "cycle counting",
    "patient records",
    "invoice processing",
    "MIG welding",
    "menu planning",
    "lesson plans",
    "SQL",
    "RF scanners",
    "cash handling",
    "forklifts",
    "stock rotation",
    "payroll",
    "infection control",
    "safety audits",
    "route planning",
    "customer complaints",
    "blueprints",
    "spreadsheets",
    "food safety",
]
_VERBS = ["manage", "inspect", "prepare", "review", "schedule", "maintain", "document", "organize"]


def posting(number: int) -> str:
    """The text of generated posting `number`; the same number gives the same text."""
    rng = random.Random(number)

    def lines(shapes: tuple[str, ...], count: int) -> str:
        return "".join(
            "- "
            + rng.choice(shapes).format(
                n=rng.randint(1, 9),
                a=rng.choice(_NOUNS),
                b=f"{rng.choice(_NOUNS)} {rng.randint(1, 10**6)}",
                v=rng.choice(_VERBS),
            )
            + "\n"
            for _ in range(count)
        )

    return (
        f"{rng.choice(_TITLES)} {number}\n\nResponsibilities:\n{lines(_DUTIES, 4)}\n"
        f"Requirements:\n{lines(_MUSTS, 5)}\nNice to have:\n{lines(_MUSTS, 2)}"
    )


def peak_mb() -> float:
    """Peak resident memory of this process so far, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def repeated(texts: Iterable[str]) -> float | None:
    """Share of the non-empty lines that stood in an earlier text; None without lines."""
    seen: set[str] = set()
    again = count = 0
    for text in texts:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        again += sum(line in seen for line in lines)
        count += len(lines)
        seen.update(lines)
    return again / count if count else None


def measure_real(folder: Path) -> None:
    """Rank a folder's postings and print what a thousand of them take."""
    texts = real_postings(folder)
    if not texts:
        print(f"no postings in {folder.name!r}: nothing measured")
        return
    resume = read_resume(RESUME.encode())
    started = time.process_time()
    done = sum(1 for _ in rank(resume, (Named(str(n), t.encode()) for n, t in enumerate(texts))))
    seconds = time.process_time() - started
    print(
        f"{done:,} real postings of {sum(map(len, texts)) / done:,.0f} characters, each text once, "
        f"{repeated(texts) or 0:.0%} of lines said before: {seconds:.1f} s of processor, "
        f"{1000 * seconds / done:.1f} s a thousand; peak {peak_mb():.0f} MB"
    )


def main() -> None:
    """Rank the generated postings and print the peaks."""
    parser = argparse.ArgumentParser(prog="python -m evals.measure_rank")
    parser.add_argument("count", nargs="?", type=int, default=100_000, help="postings to rank")
    parser.add_argument("--real", type=Path, metavar="FOLDER", help="rank its .jsonl files instead")
    wanted = parser.parse_args()
    if wanted.real:
        measure_real(wanted.real)
        return
    count: int = wanted.count
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "postings.jsonl")
        with source.open("w", encoding="utf-8") as file:
            for number in range(count):
                file.write(json.dumps({"id": number, "text": posting(number)}) + "\n")
        print(f"{count:,} postings, {source.stat().st_size / 1e6:.0f} MB; peak {peak_mb():.0f} MB")
        started = time.process_time()
        done = 0

        def tell(_: Ranked) -> None:
            nonlocal done
            done += 1
            if done in (100, 1_000, 10_000, 50_000, 100_000, count):
                print(
                    f"{done:>8,} ranked: {time.process_time() - started:6.1f} s of processor, "
                    f"peak {peak_mb():.0f} MB",
                    flush=True,
                )

        output = Path(folder, "ranking.csv")
        resume = Path(folder, "resume.md")
        resume.write_text(RESUME, encoding="utf-8")
        best = rank_files(resume, source, output, on_row=tell).rows
        print(
            f"table of {output.stat().st_size / 1e6:.0f} MB written; peak {peak_mb():.0f} MB; "
            f"first: {best[0].label}, {best[0].explanation}"
        )


if __name__ == "__main__":
    main()
