"""Measuring the document rooms: what is written can be read back, line for line.

Every case's resume is written in each format and read again. The sample files beside the project,
where they are there, are read, one line of each is changed, and the result is read back.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from agent.documents import read_resume, write_document
from agent.errors import AgentError
from agent.models import Frozen, Resume
from evals import gold
from evals.cases import Case
from evals.shared import DATA

FORMATS = ("markdown", "text", "docx", "json_resume", "pdf")


class RoundTrip(Frozen):
    """One document written and read back."""

    id: str
    format: str
    bullets: int
    kept: int
    """Bullets that come back word for word."""
    in_order: bool
    headings: int
    """Titles, employers and dates."""
    headings_kept: int
    refused: str = ""
    """The message for the person, where the file was refused; '' otherwise."""
    seconds: float = 0.0


def written(case: Case, format: str) -> RoundTrip:
    """One case's resume written in a format and read back."""
    resume = gold.original(case)
    started = time.perf_counter()
    try:
        content = write_document(resume, format=format).content
        back = read_resume(content, name=f"{case.id}.{format}")
    except AgentError as error:
        return _refused(case.id, format, error)
    return _compared(case.id, format, resume, back, time.perf_counter() - started)


def edited(path: Path) -> RoundTrip:
    """A sample file with its longest free line reworded, read back."""
    started = time.perf_counter()
    name, format = path.name, path.suffix.lstrip(".")
    try:
        resume = read_resume(path)
        free = [bullet for bullet in resume.bullets() if bullet.locked is None]
        longest = max(free, key=lambda bullet: len(bullet.text))
        words = longest.text.split()
        texts = {longest.id: " ".join([*words[:-1], words[-1].rstrip("."), "indeed"])}
        content = write_document(resume, texts=texts, format=format).content
        back = read_resume(content, name=name)
    except AgentError as error:
        return _refused(name, format, error)
    except ValueError:
        return _refused(name, format, AgentError("No line of it is free to be edited."))
    return _compared(name, format, resume.with_texts(texts), back, time.perf_counter() - started)


def samples() -> list[Path]:
    """The sample .docx and .pdf files; empty where they are absent."""
    return sorted([*(DATA / "docx").glob("*.docx"), *(DATA / "pdf").glob("*.pdf")])


def _refused(id: str, format: str, error: AgentError) -> RoundTrip:
    return RoundTrip(
        id=id, format=format, bullets=0, kept=0, in_order=True, headings=0, headings_kept=0,
        refused=str(error),
    )  # fmt: skip


def _compared(id: str, format: str, resume: Resume, back: Resume, seconds: float) -> RoundTrip:
    before = [_plain(bullet.text) for bullet in resume.bullets()]
    after = [_plain(bullet.text) for bullet in back.bullets()]
    kept = [line for line in before if line in set(after)]
    said = _headings(resume)
    said_again = set(_headings(back))
    return RoundTrip(
        id=id,
        format=format,
        bullets=len(before),
        kept=len(kept),
        in_order=_is_subsequence(kept, after),
        headings=len(said),
        headings_kept=sum(heading in said_again for heading in said),
        seconds=seconds,
    )


def _headings(resume: Resume) -> list[str]:
    parts = [
        part
        for entry in resume.entries()
        for part in (entry.title, entry.employer, entry.dates.text if entry.dates else None)
    ]
    return [_plain(part) for part in parts if part]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _is_subsequence(lines: Sequence[str], of: Sequence[str]) -> bool:
    rest = iter(of)
    return all(any(line == other for other in rest) for line in lines)
