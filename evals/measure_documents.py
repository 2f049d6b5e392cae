"""What becomes of every file of a data folder: `python -m evals.measure_documents [--data DIR]`.

Each file is read, each of its lines changed, and the result written in its own format, as .docx and
as PDF; every written file is read back by another reader. A traceback fails the run.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from agent.documents import read_resume, write_document
from agent.documents.readback import read_back
from agent.errors import AgentError
from agent.models import Resume
from evals.shared import DATA, records


def sources(folder: Path) -> Iterator[tuple[str, Path | str]]:
    """(group, path or text) of every resume."""
    for group in ("docx", "pdf"):
        for path in sorted((folder / group).iterdir()):
            yield group, path
    for group, file, key in (
        ("json", "jsonresume_samples.jsonl", "resume"),
        ("text", "resumes_livecareer.jsonl", "text"),
    ):
        for row in records(folder / file):
            value = row[key]
            yield group, value if isinstance(value, str) else json.dumps(value)


def measure(resume: Resume, format: str, counts: Counter[str]) -> None:
    """Write the resume with every line changed, and read the file back."""
    texts = {b.id: f"{b.text} (so)" for b in resume.bullets() if b.locked is None}
    written = write_document(resume, texts=texts, format=format)
    left = [words for words in written.skipped if "left as it was" in words]
    missing = read_back(written.content, format, resume.with_texts(texts))
    counts[f"{format} written"] += 1
    counts[f"{format} lines skipped"] += len(left)
    if not left:
        counts[f"{format} read back whole"] += not missing


def main(argv: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--sample", type=int, default=1, help="every n-th file only")
    args = parser.parse_args(argv)
    if not args.data.is_dir():
        print(f"no data under {args.data}; skipped")
        return 0
    table: dict[str, Counter[str]] = {}
    for number, (group, source) in enumerate(sources(args.data)):
        if number % args.sample:
            continue
        counts = table.setdefault(group, Counter())
        counts["files"] += 1
        try:
            resume = read_resume(source)
        except AgentError as error:
            counts[type(error).__name__] += 1
            continue
        jobs = [e for s in resume.sections if s.kind == "experience" for e in s.entries]
        counts["read"] += 1
        counts["jobs"] += len(jobs)
        counts["jobs with dates"] += sum(bool(e.dates) for e in jobs)
        counts["jobs with all"] += sum(bool(e.dates and e.title and e.employer) for e in jobs)
        counts["lines"] += sum(1 for _ in resume.bullets())
        own = resume.source.format if resume.source else "text"
        for format in dict.fromkeys((own, "docx", "pdf")):
            measure(resume, format, counts)
    for group, counts in table.items():
        print(group, "; ".join(f"{name} {n}" for name, n in counts.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
