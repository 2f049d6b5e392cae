"""Files in and out of the page: read at once and deleted, written to a folder of the visit."""

from __future__ import annotations

from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from agent.documents import read_resume, save_bytes
from agent.documents.writing import safe_stem
from agent.errors import AgentError, MissingExtra
from agent.facts import load_facts, save_facts
from agent.models import Fact, Posting, Resume
from agent.page.gate import address
from agent.page.session import Session, as_ticked
from agent.page.view import interview_sheet
from agent.posting import read_posting
from agent.report import render_report

FORMATS = (
    ("_tailored.docx", "docx", "Clean Word document, in your own layout"),
    ("_tracked.docx", "docx", "Word with every change tracked, and a comment on what it rests on"),
    ("_tailored.pdf", "pdf", "PDF, in a plain layout of ours"),
    ("_tailored.md", "markdown", "Markdown"),
    (".resume.json", "json_resume", "JSON Resume"),
)


def take(path: str) -> tuple[bytes, str]:
    """The bytes and name of an upload, which is deleted from disk before anything else is done."""
    upload = Path(path)
    content = upload.read_bytes()
    with suppress(OSError):
        upload.unlink()
    return content, upload.name


def read_upload(path: str) -> Resume:
    """A resume from an upload.

    Raises:
        InputError: it can't be used, with what to do next.
    """
    content, name = take(path)
    return read_resume(content, name=name)


def read_posting_upload(path: str) -> Posting:
    """A posting from an upload.

    Raises:
        InputError: it can't be used, with what to do next.
    """
    content, _ = take(path)
    return read_posting(content)


def example() -> tuple[Resume, Posting]:
    """The bundled example: a nurse's Word resume and a hospital's posting page."""
    folder = files("agent") / "examples"
    resume = read_resume((folder / "resume.docx").read_bytes(), name="resume.docx")
    return resume, read_posting((folder / "posting.html").read_bytes())


class Taken(NamedTuple):
    """A file to take away."""

    name: str
    about: str
    address: str


def write_files(session: Session, folder: Path) -> tuple[list[Taken], list[str]]:
    """Every format of the document with the ticked changes.

    Args:
        session: the visit.
        folder: of this call alone; see `agent.page.gate.new_folder`.

    Returns:
        The files, named after the person's own, and a sentence on each format, line or change that
        could not be written.
    """
    result = as_ticked(session)
    source = result.resume.source
    stem = safe_stem(source.name if source else "resume")
    made: list[Taken] = []
    said = [note for note in result.notes if note not in session.result.notes]

    def keep(name: str, about: str, content: bytes) -> None:
        save_bytes(folder / name, content)
        made.append(Taken(name, about, address(folder / name)))

    for ending, format, about in FORMATS:
        tracked = ending == "_tracked.docx"
        if tracked and not (source and source.format == "docx"):
            continue
        try:
            content, skipped = result.render(format, tracked=tracked)
            keep(stem + ending, about, content)
        except MissingExtra as error:
            said.append(str(error))
        except AgentError as error:
            said.append(f"{stem}{ending}: {error}")
        else:
            said += skipped
    keep(
        f"{stem}_report.html",
        "What changed and what vouches for it",
        render_report(result).encode(),
    )
    keep(
        f"{stem}_interview.html",
        "Interview sheet: what may be asked, line by line",
        interview_sheet(result).encode(),
    )
    if session.facts:
        path = save_facts(session.facts, folder / "statements.json")
        made.append(Taken(path.name, "Your own statements, for the next time", address(path)))
    return made, list(dict.fromkeys(said))


def read_statements(path: str) -> tuple[Fact, ...]:
    """Statements from an upload, which is deleted once they are read.

    Raises:
        UnreadableFile: the file is not a list of statements.
    """
    try:
        return load_facts(path)
    finally:
        with suppress(OSError):
            Path(path).unlink()
