"""How many labelled entries are read right: `python -m evals.labelled.measure [--data DIR]`.

Own layouts are in `layouts` and `pasted`; `shared.json` labels files of a data folder outside the
project by file name, with the digest of each title and employer, so that nobody's resume is quoted
here.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path

from agent.documents import read_resume
from agent.documents.structure import structure
from agent.models import Resume
from evals.labelled.layouts import LAYOUTS, Expected
from evals.labelled.pasted import PASTED
from evals.shared import DATA, records

_SHARED = Path(__file__).with_name("shared.json")
_KINDS = ("experience", "education", "volunteering")


def found(resume: Resume) -> list[Expected]:
    """The entries of work and education that were read."""
    entries = []
    for section in resume.sections:
        for entry in section.entries:
            if section.kind in _KINDS and entry.heading:
                dates = entry.dates
                start = (dates and dates.start) or ""
                end = "now" if dates and dates.current else (dates and dates.end) or ""
                entries.append(Expected(entry.title, entry.employer, start, end))
    return entries


def digest(words: str | None) -> str:
    """A short one-way mark of a title or employer."""
    plain = re.sub(r"[\W_]+", "", (words or "").casefold())
    return hashlib.sha256(plain.encode()).hexdigest()[:10] if plain else ""


def right(expected: Sequence[Expected], got: Sequence[Expected]) -> int:
    """How many of the expected entries were read with all four fields right."""
    left = list(got)
    count = 0
    for entry in expected:
        if entry in left:
            left.remove(entry)
            count += 1
    return count


def main(argv: list[str] | None = None) -> int:
    """Print a table of documents and the share of entries that are right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--verbose", action="store_true", help="print what was read instead")
    args = parser.parse_args(argv)
    total = hits = documents = 0
    for layout in (*LAYOUTS, *PASTED):
        resume = (
            read_resume(layout.source)
            if isinstance(layout.source, str)
            else structure(layout.source)
        )
        got = found(resume)
        n = right(layout.entries, got)
        total, hits, documents = total + len(layout.entries), hits + n, documents + 1
        if n < len(layout.entries):
            print(f"{layout.name}: {n} of {len(layout.entries)}")
            for entry in got:
                print(f"    read {tuple(entry)}")
    print(f"own layouts: {hits} of {total} entries right in {documents} documents")
    if not (args.data.is_dir() and _SHARED.exists()):
        print(f"no labelled files under {args.data}; skipped")
        return 0
    shared_total = shared_hits = 0
    labels = json.loads(_SHARED.read_text(encoding="utf-8"))
    for name, expected in labels.items():
        path = args.data / name
        if "#" in name:
            file, _, key = name.partition("#")
            source: str | Path = next(
                record["text"] for record in records(args.data / file) if record["id"] == key
            )
        else:
            source = path
        got = [
            Expected(digest(e.title), digest(e.employer), e.start, e.end)
            for e in found(read_resume(source))
        ]
        n = right([Expected(*row) for row in expected], got)
        shared_total, shared_hits = shared_total + len(expected), shared_hits + n
        if n < len(expected):
            print(f"{name}: {n} of {len(expected)}")
            if args.verbose:
                for entry in found(read_resume(source)):
                    print(f"    read {tuple(entry)}")
    print(f"data folder: {shared_hits} of {shared_total} entries right in {len(labels)} documents")
    both = (hits + shared_hits) / (total + shared_total)
    print(f"together: {both:.1%} of {total + shared_total}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
