"""Throws broken files at the document rooms: `python -m evals.fuzz_documents [--inputs 20000]`.

Passes if every input gives a resume or an `AgentError`, none takes over five seconds of processor
time, and the process stays under 300 MB. Seeds are files that the project writes itself;
`--more DIR` adds others.
"""

from __future__ import annotations

import argparse
import io
import logging
import random
import re
import resource
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType

from agent.documents import read_resume, write_document
from agent.documents.pdf_child import extract
from agent.documents.pdf_lines import read_pages
from agent.documents.structure import structure
from agent.errors import AgentError

SEED_TEXT = """# Mira Talvik
Registered Nurse
mira.talvik@example.org | +372 5555 0134 | Tartu

## Summary
Nurse with **nine years** on surgical wards, who likes a busy night best.

## Experience
### Senior Nurse — Emajõe Hospital (Mar 2019 – Present)
- Led a team of *six* nurses on a 28-bed ward, see [report](https://example.org/r).
- Cut medication errors by 40% in 2021.

### Nurse — Toome Clinic, Tartu (03/2015 - 02.2019)
- Looked after 12 patients a shift.

## Skills
Triage, wound care, Epic, English (C1)

## Education
BSc Nursing, University of Tartu, 2015
"""

_NASTY = (
    "(" * 3000, "[" * 3000, "**" * 2000, "- " * 2000, "2019 – " * 800, " | " * 1000, "\t" * 3000,
    "a." * 2000, "Mar " * 1000, "1/2/" * 1000, "e-mail: " * 500, "A B C D " * 500, "_" * 4000,
    "\u202e\u2066", "\x00", "\ud7ff", "İ" * 500, "ﬁ" * 400, "'" * 2000, "\\" * 3000, "<w:p>" * 500,
    "&lt;!ENTITY x 'y'&gt;", "{" * 2000, "9" * 3000, "@" * 2000, "http://" * 400, "#" * 3000,
)  # fmt: skip


class TooSlow(Exception):
    """An input took more than five seconds."""


def seeds(more: Path | None) -> list[bytes]:
    """Files to start from."""
    resume = read_resume(SEED_TEXT)
    own = [SEED_TEXT.encode()]
    for format in ("text", "json_resume", "docx", "pdf"):
        try:
            own.append(write_document(resume, format=format).content)
        except AgentError as error:
            print(f"no {format} seed: {error}")
    if more is not None:
        own += [p.read_bytes() for p in sorted(more.iterdir()) if p.stat().st_size < 600_000]
    return own


def mutate(content: bytes, rng: random.Random) -> bytes:
    """One broken copy."""
    if content[:2] == b"PK" and rng.random() < 0.75:
        return _mutate_zip(content, rng)
    if b"%PDF" not in content[:16] and content[:2] != b"PK" and rng.random() < 0.5:
        at = rng.randrange(len(content) + 1)
        return content[:at] + rng.choice(_NASTY).encode("utf-8", "replace") + content[at:]
    return _mutate_bytes(content, rng)


def _mutate_bytes(content: bytes, rng: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(rng.choice((1, 1, 2, 5, 40))):
        if not changed:
            break
        at = rng.randrange(len(changed))
        length = rng.choice((1, 2, 8, 64, 800))
        kind = rng.randrange(5)
        if kind == 0:
            changed[at] = rng.randrange(256)
        elif kind == 1:
            del changed[at : at + length]
        elif kind == 2:
            changed[at:at] = changed[at : at + length] * rng.choice((1, 2, 20))
        elif kind == 3:
            changed[at:at] = rng.randbytes(length)
        else:
            del changed[at:]
    return bytes(changed)


def _mutate_zip(content: bytes, rng: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        names = [n for n in old.namelist() if n.endswith((".xml", ".rels"))]
        main = [n for n in names if "document" in n or "numbering" in n or "styles" in n]
        target = rng.choice(main if main and rng.random() < 0.7 else names or [""])
        for member in old.infolist():
            part = old.read(member)
            if member.filename == target:
                if rng.random() < 0.05:
                    continue
                part = _mutate_xml(part, rng)
            new.writestr(member.filename, part)
    return out.getvalue()


def _mutate_xml(part: bytes, rng: random.Random) -> bytes:
    tags = [m.span() for m in re.finditer(rb"<[^<>]+>", part)]
    kind = rng.randrange(8)
    if not tags or kind == 0:
        return _mutate_bytes(part, rng)
    start, end = rng.choice(tags)
    other_start, other_end = rng.choice(tags)
    if kind == 1:
        return part[:start] + part[end:]
    if kind == 2:
        return part[:start] + part[other_start:other_end] + part[end:]
    if kind == 3:
        low, high = sorted((start, other_start))
        return part[:high] + part[low:high] * rng.choice((1, 3)) + part[high:]
    if kind == 4:
        nasty = rng.choice(_NASTY).replace("<", "&lt;").encode("utf-8", "replace")
        return part[:end] + nasty + part[end:]
    if kind == 5:
        return re.sub(rb'="[^"]*"', lambda m: b'=""' if rng.random() < 0.1 else m.group(), part)
    if kind == 6:
        numbers = (b"-1", b"99999999999999999999", b"abc", b"0", b"")
        return re.sub(
            rb'w:val="\d+"',
            lambda m: b'w:val="' + rng.choice(numbers) + b'"' if rng.random() < 0.3 else m.group(),
            part,
        )
    return part[:start] + b"<w:sdt>" * 400 + part[start:end] + b"</w:sdt>" * 400 + part[end:]


def try_one(content: bytes) -> str:
    """Read a file and, if that works, change a line of it; the outcome in a word."""
    try:
        if b"%PDF" in content[:1024]:
            # In this process: a child for each of thousands of files would take an hour.
            try:
                answer = extract(content, 30)
            except Exception:
                return "refused"
            structure(read_pages(answer.get("pages") or []) if "problem" not in answer else [])
            return "read"
        resume = read_resume(content)
        texts = {b.id: f"Changed {b.text}" for b in list(resume.bullets())[:3]}
        write_document(resume, texts=texts)
    except AgentError as error:
        if not error.message:
            raise
        return "refused"
    return "read"


def main(argv: list[str] | None = None) -> int:
    """Run; exit code 1 if any input failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--more", type=Path, default=None, help="folder with further files")
    args = parser.parse_args(argv)
    rng = random.Random(args.seed)
    files = seeds(args.more)
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    signal.signal(signal.SIGPROF, _alarm)
    logging.disable(logging.CRITICAL)
    for number in range(args.inputs):
        content = mutate(rng.choice(files), rng)
        started = time.process_time()
        outcome = _guarded(partial(try_one, content))
        outcomes[outcome.partition(":")[0]] += 1
        took = time.process_time() - started
        slowest = max(slowest, took)
        if took > 2:
            print(f"{took:.1f} s for input {number}: {content[:12]!r}, {len(content)} bytes")
            Path(f"slow-{args.seed}-{number}.bin").write_bytes(content)
        if outcome.startswith("FAILED"):
            kept = Path(f"fuzz-{args.seed}-{number}.bin")
            kept.write_bytes(content)
            print(f"{outcome}\n  kept as {kept}", file=sys.stderr)
            if outcomes["FAILED"] > 20:
                break
        if (number + 1) % 1000 == 0:
            print(f"{number + 1}: {dict(outcomes)}, slowest {slowest:.2f} s", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{sum(outcomes.values())} inputs: {dict(outcomes)}")
    print(f"slowest {slowest:.2f} s, peak memory {peak:.0f} MB")
    return 1 if outcomes["FAILED"] or slowest > 5 or peak > 300 else 0


def _guarded(work: Callable[[], str]) -> str:
    # Processor time, so that a busy machine fails nothing.
    signal.setitimer(signal.ITIMER_PROF, 6)
    try:
        return work()
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"FAILED: {type(error).__name__}: {error} at {last.filename}:{last.lineno}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _alarm(_number: int, _frame: FrameType | None) -> None:
    raise TooSlow("over five seconds")


if __name__ == "__main__":
    sys.exit(main())
