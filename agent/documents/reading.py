"""`read_resume` and `read_text`: a path, bytes or pasted text -> what it says."""

from __future__ import annotations

import re
from pathlib import Path

from agent.documents.lines import Line
from agent.documents.plain import read_plain
from agent.documents.structure import structure
from agent.errors import NothingToDo, UnreadableFile
from agent.models import Resume, ResumeFormat, Source


def read_resume(source: str | Path | bytes, *, name: str = "") -> Resume:
    """Read a resume.

    Args:
        source: a path, the file's bytes, or its text. A string that names an existing file is a
            path; any other string is text.
        name: the file's name where `source` is bytes; used for messages and output names only.

    Raises:
        UnreadableFile: damaged, locked, or not a resume format.
        FileTooLarge: over a limit that protects the machine.
        NothingToDo: readable, but without a single line that could be rewritten.
    """
    content, name = _load(source, name)
    format = _format(content)
    lines = _lines(content, format)
    resume = structure(lines, Source(format=format, name=safe_stem(name), content=content))
    if next(resume.bullets(), None) is None:
        raise NothingToDo(
            f"No line of experience was found in {name or 'the text'!r}.",
            hint="Give a resume with at least one bullet or sentence about what was done.",
        )
    return resume


def read_text(source: str | Path | bytes, *, name: str = "") -> tuple[str, ResumeFormat]:
    """The plain text of a document of any kind, such as a posting in .docx or .pdf.

    Returns:
        The text, lines joined by newlines, and the format it was read from.
    """
    content, name = _load(source, name)
    format = _format(content)
    if format in ("text", "markdown"):
        return content.decode("utf-8", "replace"), format
    return "\n".join(line.text for line in _lines(content, format)), format


def _load(source: str | Path | bytes, name: str) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name
    path = Path(source) if isinstance(source, Path) else _existing(source)
    if path is None:
        assert isinstance(source, str)
        return source.encode("utf-8", "replace"), name
    try:
        return path.read_bytes(), name or path.name
    except OSError as error:
        raise UnreadableFile(
            f"{str(path)!r} can't be read: {error.strerror or error}.", hint="Check the path."
        ) from None


def _existing(text: str) -> Path | None:
    if len(text) > 1024 or "\n" in text or "\x00" in text:
        return None
    try:
        path = Path(text).expanduser()
        return path if path.is_file() else None
    except (OSError, RuntimeError):
        return None


def _format(content: bytes) -> ResumeFormat:
    if content[:2] == b"PK":
        return "docx"
    if content[:4] == b"%PDF":
        return "pdf"
    text = content[:20000].decode("utf-8", "replace")
    return "markdown" if re.search(r"^(?:#{1,6} |[-*] )", text, re.MULTILINE) else "text"


def _lines(content: bytes, format: ResumeFormat) -> list[Line]:
    if format == "docx":
        from agent.documents.docx import read_docx

        return read_docx(content)
    return read_plain(content.decode("utf-8-sig", "replace"))


def safe_stem(name: str) -> str:
    """A base name safe to show and to use in a file name: letters, digits, '-', '_' and spaces."""
    base = re.split(r"[\\/]", name)[-1]
    stem = base.rsplit(".", 1)[0] if "." in base[1:] else base
    stem = re.sub(r"[^\w .-]+", "_", stem).strip(" ._")[:80]
    return stem or "resume"
