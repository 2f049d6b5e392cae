"""Many postings at once on the page: from files, a zip of files, or pasted text, one row each."""

from __future__ import annotations

import asyncio
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

from agent.errors import NothingToDo
from agent.models import Fact, Progress, Resume
from agent.page.files import take
from agent.pipeline import OnProgress
from agent.rank import Named, Ranked, rank

MAX_POSTINGS = 1000
MAX_UNPACKED = 60_000_000


class Offered(NamedTuple):
    """A posting as it came."""

    name: str
    content: bytes


class Row(NamedTuple):
    """One line of the table."""

    number: int
    """Which of the offered postings, from 0."""
    found: Ranked


def opened(uploads: Sequence[str]) -> tuple[Offered, ...]:
    """The postings in uploaded files and zips, which are deleted from disk.

    Raises:
        NothingToDo: a zip is none, or holds too much.
    """
    return tuple(one for path in uploads for one in _unpacked(*take(path)))


def pasted(text: str) -> tuple[Offered, ...]:
    """The postings of a text, divided by lines of ---."""
    texts = [one for one in text.split("\n---") if one.strip(" -\n")]
    return tuple(
        Offered(f"pasted posting {number}", one.strip("-\n ").encode())
        for number, one in enumerate(texts, 1)
    )


async def rank_offered(
    resume: Resume,
    postings: Sequence[Offered],
    rows: list[Row],
    *,
    facts: Sequence[Fact] = (),
    on_progress: OnProgress,
) -> list[Row]:
    """Add one row a posting to `rows`, in the order given, so that they can be shown as they come.

    Raises:
        NothingToDo: there is no posting.
    """
    if not postings:
        raise NothingToDo("There is no posting yet.", hint="Add files, or paste some.")
    ranked = rank(resume, (Named(one.name, one.content) for one in postings), facts=facts)
    for number in range(len(postings)):
        told = f"Posting {number + 1} of {len(postings)}"
        on_progress(Progress(stage="match", done=number, total=len(postings), message=told))
        await asyncio.sleep(0)  # where a stop can reach it
        rows.append(Row(number, next(ranked)))
    return rows


def _unpacked(content: bytes, name: str) -> Iterator[Offered]:
    """A file as it is, or the files of a zip, within limits; nothing is ever written to disk."""
    if not name.lower().endswith(".zip"):
        yield Offered(name, content)
        return
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except zipfile.BadZipFile:
        raise NothingToDo(f"{name!r} is not a zip file.", hint="Zip the folder again.") from None
    files = [m for m in archive.infolist() if not m.is_dir() and not m.filename.startswith("__")]
    if len(files) > MAX_POSTINGS or sum(m.file_size for m in files) > MAX_UNPACKED:
        raise NothingToDo(
            f"{name!r} holds too much.", hint=f"Give at most {MAX_POSTINGS} postings at once."
        )
    for member in files:
        short = member.filename.rsplit("/", 1)[-1]
        try:
            yield Offered(short, archive.read(member))
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError):
            yield Offered(short, b"")
