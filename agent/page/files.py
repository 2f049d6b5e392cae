"""Files in and out of the page: read at once and deleted, written to a folder of the visit."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

from agent.documents import read_resume, save_bytes
from agent.documents.writing import safe_stem
from agent.errors import AgentError, MissingExtra
from agent.facts import save_facts
from agent.models import Posting, Resume
from agent.page.session import Session, chosen
from agent.page.view import interview_sheet
from agent.posting import read_posting
from agent.report import render_report

INTERVIEW_PAGE = (
    '<!doctype html><html lang="en"><meta charset="utf-8">'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'unsafe-inline'\"><title>Interview sheet</title>"
    "<style>body{{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;"
    "padding:0 1rem}}"
    ".v-quote{{border-left:3px solid #ccc;padding-left:.6rem;margin:.2rem 0}}"
    ".v-soft{{color:#566170;font-size:.9rem}}</style>{body}</html>"
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


def write_files(session: Session) -> tuple[list[str], list[str]]:
    """Every format of the document with the ticked changes, in a folder of this visit's own.

    Returns:
        Paths, the person's own file name in each, and a sentence on each format or line that
        could not be written.
    """
    result = chosen(session)
    source = result.resume.source
    stem = safe_stem(source.name if source else "resume")
    folder = Path(tempfile.mkdtemp(prefix="out-", dir=os.environ.get("GRADIO_TEMP_DIR")))
    made: list[str] = []
    said: list[str] = []
    wanted = [
        (f"{stem}_tailored.docx", "docx", False),
        (f"{stem}_tracked.docx", "docx", True),
        (f"{stem}_tailored.pdf", "pdf", False),
        (f"{stem}_tailored.md", "markdown", False),
        (f"{stem}.resume.json", "json_resume", False),
    ]
    for name, format, tracked in wanted:
        if tracked and not (source and source.format == "docx"):
            continue
        try:
            content, skipped = result.render(format, tracked=tracked, accepted=session.accepted)
            save_bytes(folder / name, content)
        except MissingExtra as error:
            said.append(str(error))
        except AgentError as error:
            said.append(f"{name}: {error}")
        else:
            made.append(str(folder / name))
            said += skipped
    save_bytes(folder / "report.html", render_report(result).encode())
    sheet = INTERVIEW_PAGE.format(body=interview_sheet(session))
    save_bytes(folder / "interview.html", sheet.encode())
    made += [str(folder / "report.html"), str(folder / "interview.html")]
    if session.facts:
        made.append(str(save_facts(session.facts, folder / "statements.json")))
    return made, list(dict.fromkeys(said))
