"""Many postings at once on the page: from files, a zip of files, or pasted text, one row each."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO

from agent.errors import AgentError, NothingToDo
from agent.models import Posting, Resume
from agent.page.files import take
from agent.posting import read_posting
from agent.rank import rank

MAX_POSTINGS = 1000
MAX_UNPACKED = 60_000_000
Row = list[str | float | None]


def ranked_rows(
    resume: Resume, uploads: Sequence[str], pasted: str
) -> Iterator[tuple[list[Row], list[str]]]:
    """Rows so far, best first, and a sentence on each posting that could not be read.

    Yields after every posting, so that the table fills while the person watches.

    Raises:
        NothingToDo: there is no posting.
    """
    rows: list[Row] = []
    said: list[str] = []
    for name, content in _postings(uploads, pasted):
        try:
            posting = read_posting(content)
        except AgentError as error:
            said.append(f"{name}: {error}")
        else:
            rows.append(_row(resume, posting, name))
            rows.sort(key=lambda row: -float(row[1] or 0))
        yield rows, said
    if not rows and not said:
        raise NothingToDo("There is no posting yet.", hint="Add files, or paste some.")


def _row(resume: Resume, posting: Posting, name: str) -> Row:
    fit = next(iter(rank(resume, [posting])))
    label = fit.label if posting.title else name
    return [label, _percent(fit.ceiling.value), _percent(fit.supportable.value), fit.explanation]


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share)


def _postings(uploads: Sequence[str], pasted: str) -> Iterator[tuple[str, bytes]]:
    for path in uploads:
        content, name = take(path)
        if name.lower().endswith(".zip"):
            yield from _members(content, name)
        else:
            yield name, content
    texts = [text for text in pasted.split("\n---") if text.strip(" -\n")]
    for number, text in enumerate(texts, 1):
        yield f"pasted posting {number}", text.encode()


def _members(content: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """The files of a zip, within limits; nothing is ever written to disk."""
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
        try:
            yield member.filename.rsplit("/", 1)[-1], archive.read(member)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError):
            yield member.filename.rsplit("/", 1)[-1], b""
