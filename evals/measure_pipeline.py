"""The whole run on real files: `python -m evals.measure_pipeline [DATA]`.

Two tables. First, every sample document against a real page and real postings, and what came of
each. Second, real resumes against postings of their field: what an independent check of the written
file finds, whether coverage fell, whether identity was kept. DATA defaults to `../shared/data`; the
files there are measured by path and never copied.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from agent.documents import read_resume
from agent.engines.offline import OfflineEngine
from agent.errors import AgentError
from agent.models import Posting, Resume
from agent.pipeline import tailor
from agent.posting import read_posting
from agent.verify import check
from evals.shared import DATA, records

# What a person is handed for each kind of file that they bring.
ENDINGS = {
    "docx": ".docx", "pdf": ".docx", "json_resume": ".resume.json", "markdown": ".md",
    "text": ".txt",
}  # fmt: skip
FIELDS = {
    "ACCOUNTANT": "finance", "BANKING": "finance", "FINANCE": "finance", "TEACHER": "education",
    "HEALTHCARE": "health", "FITNESS": "health", "CONSTRUCTION": "construction",
    "ENGINEERING": "engineering", "INFORMATION-TECHNOLOGY": "technology", "SALES": "sales",
    "CHEF": "hospitality", "HR": "human", "AUTOMOBILE": "automotive", "AVIATION": "transport",
    "DIGITAL-MEDIA": "marketing", "PUBLIC-RELATIONS": "marketing", "DESIGNER": "design",
}  # fmt: skip


def documents(data: Path) -> Iterator[tuple[str, bytes]]:
    """Every sample resume document as (name, content)."""
    for folder in ("docx", "pdf"):
        for path in sorted((data / folder).iterdir()):
            yield path.name, path.read_bytes()
    for row in records(data / "jsonresume_samples.jsonl"):
        yield row["id"], json.dumps(row["resume"]).encode()


def outcomes(data: Path, folder: Path) -> Counter[str]:
    """Run every document against six postings; count what came of each."""
    postings = [read_posting(data / "discord_principal_page.txt")]
    linkedin = records(data / "postings_linkedin.jsonl")
    sample = linkedin[:: len(linkedin) // 5]
    postings += [read_posting(row["text"].encode()) for row in sample[:5]]
    counted: Counter[str] = Counter()
    for name, content in documents(data):
        seen: Counter[str] = Counter()
        for posting in postings:
            seen[outcome(name, content, posting, folder)] += 1
        print(f"{name[:44]:<46}{'; '.join(f'{n} x {what}' for what, n in seen.items())}")
        counted += seen
    return counted


def outcome(name: str, content: bytes, posting: Posting, folder: Path) -> str:
    """What came of one document and posting, in words."""
    try:
        resume = read_resume(content, name=name)
        result = tailor(resume, posting, engine=OfflineEngine())
        saved = result.save(folder / f"out{ENDINGS[resume.source.format if resume.source else '']}")
        again = check(resume, read_resume(saved))
    except AgentError as error:
        return f"said: {error}"
    except Exception:
        traceback.print_exc()
        return "TRACEBACK"
    return "document" if again.supported else "DOCUMENT WITH AN UNSUPPORTED LINE"


def real_resumes(data: Path, count: int) -> Counter[str]:
    """Tailor `count` real resumes for two postings of their field each; check what comes out."""
    postings = records(data / "postings_linkedin.jsonl")
    counted: Counter[str] = Counter()
    gains, waited = [], []
    for row in records(data / "resumes_livecareer.jsonl")[:count]:
        field = FIELDS.get(row["category"], "")
        near = [p for p in postings if field and field in p["occupation_group"]] or postings
        for posting in near[:2]:
            started = time.perf_counter()
            counted["runs"] += 1
            try:
                resume: Resume = read_resume(row["text"].encode())
                result = tailor(resume, posting["text"].encode(), engine=OfflineEngine())
            except AgentError as error:
                counted[f"said: {str(error)[:60]}"] += 1
                continue
            waited.append(time.perf_counter() - started)
            before, after = result.score.before, result.score.after
            again = check(resume, result.document)
            hard = [f for line in again.lines for f in line.verdict.findings if f.tier == "hard"]
            counted["changed lines"] += len(result.applied)
            counted["reverted proposals"] += len(result.refused)
            counted["lines with a hard finding"] += len(hard)
            counted["identity not 100 %"] += after.identity.value != 1
            gain = (after.literal.coverage.value or 0) - (before.literal.coverage.value or 0)
            lost = (after.normalized.coverage.value or 0) - (before.normalized.coverage.value or 0)
            counted["coverage fell"] += gain < 0 or lost < 0
            counted["overreach rose"] += (after.normalized.overreach.value or 0) > (
                before.normalized.overreach.value or 0
            )
            gains.append(gain)
    if gains:
        print(f"mean gain of literal coverage: {100 * sum(gains) / len(gains):.1f} points")
        print(f"median seconds a run: {sorted(waited)[len(waited) // 2]:.3f}")
    return counted


def main() -> int:
    """Print both tables; 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("data", nargs="?", default=DATA, type=Path)
    parser.add_argument("--resumes", type=int, default=50)
    parser.add_argument("--only", choices=["documents", "resumes"])
    arguments = parser.parse_args()
    if not arguments.data.exists():
        print(f"{arguments.data} is not here: nothing measured.", file=sys.stderr)
        return 2
    failed = 0
    if arguments.only != "resumes":
        with tempfile.TemporaryDirectory() as folder:
            counted = outcomes(arguments.data, Path(folder))
        print("\n".join(f"{n:6} {what}" for what, n in counted.most_common()))
        failed += counted["TRACEBACK"] + counted["DOCUMENT WITH AN UNSUPPORTED LINE"]
    if arguments.only != "documents":
        counted = real_resumes(arguments.data, arguments.resumes)
        print("\n".join(f"{n:6} {what}" for what, n in counted.items()))
        failed += counted["lines with a hard finding"] + counted["coverage fell"]
        failed += counted["identity not 100 %"]
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
