"""`read_resume` and `read_text`: a path, bytes or pasted text -> what it says."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from agent.documents.json_resume import lines_of, read_json_resume
from agent.documents.lines import Line
from agent.documents.pdf import read_pdf
from agent.documents.plain import read_plain, wrap_width
from agent.documents.saving import safe_stem
from agent.documents.sniff import MAX_BYTES, Kind, decode, sniff
from agent.documents.structure import structure
from agent.errors import FileTooLarge, NothingToDo, UnreadableFile
from agent.models import Resume, ResumeFormat, Source


def read_written(content: bytes, like: Source) -> Resume:
    """Read back a document that this program wrote in place of another.

    The guards against hostile files are left out, because its parts were checked when they came
    in; and it is taken for what the first was, whatever its new words look like.

    Args:
        content: what was written.
        like: what the first was read from; of a PDF, the new Word document is read.

    Raises:
        UnreadableFile, NothingToDo: as `read_resume`.
    """
    kinds: dict[ResumeFormat, Kind] = {"pdf": "docx", "json_resume": "json"}
    kind = kinds.get(like.format) or cast(Kind, like.format)
    width = None
    if like.format in ("text", "markdown"):
        width = wrap_width(decode(like.content, like.name))
    return _read(content, kind, like.name, width)


def read_resume(source: str | Path | bytes, *, name: str = "") -> Resume:
    """Read a resume from .docx, .pdf, Markdown, plain text or JSON Resume.

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
    kind = sniff(content, name)
    if kind == "html":
        raise UnreadableFile(
            f"{_named(name)} is a web page.",
            hint="Save the resume as .docx or .pdf, or paste its text.",
        )
    return _read(content, kind, name)


def _read(content: bytes, kind: Kind, name: str, width: int | None = None) -> Resume:
    stem = safe_stem(name)
    if kind == "json":
        source_json = Source(format="json_resume", name=stem, content=content)
        resume = read_json_resume(decode(content, name), source_json)
    else:
        format = cast(ResumeFormat, kind)  # a web page was refused before
        lines = _lines(content, kind, name, width)
        resume = structure(lines, Source(format=format, name=stem, content=content))
    if next(resume.bullets(), None) is None:
        raise NothingToDo(
            f"No line about work was found in {_named(name, start=False)}.",
            hint="Give a resume with at least one bullet or sentence about what was done.",
        )
    return resume


def read_text(source: str | Path | bytes, *, name: str = "") -> tuple[str, Kind]:
    """The text of a document of any kind, such as a posting in .docx or .pdf.

    Returns:
        The text and the kind it was read from. HTML comes back as it is, tags and all.

    Raises:
        UnreadableFile, FileTooLarge: as `read_resume`.
    """
    content, name = _load(source, name)
    kind = sniff(content, name)
    if kind in ("docx", "pdf"):
        lines = _lines(content, kind, name)
        return "\n".join(f"- {line.text}" if line.listed else line.text for line in lines), kind
    text = decode(content, name)
    if kind == "json":
        try:
            resume = read_json_resume(text, Source(format="json_resume", content=content))
        except (UnreadableFile, NothingToDo):
            return text, "text"
        return "\n".join(line.text for line in lines_of(resume)), kind
    return text, kind


def _load(source: str | Path | bytes, name: str) -> tuple[bytes, str]:
    if isinstance(source, (bytes, bytearray)):
        return bytes(source), name
    path = source if isinstance(source, Path) else _existing(source)
    if path is None:
        return str(source).encode("utf-8", "replace"), name
    name = name or path.name
    try:
        if path.is_dir():
            raise UnreadableFile(f"{str(path)!r} is a folder.", hint="Name the file in it.")
        if path.stat().st_size > MAX_BYTES:
            raise FileTooLarge(
                f"The file {name!r} has {path.stat().st_size / 1048576:.1f} MB; the limit is "
                f"{MAX_BYTES // 1048576} MB.",
                hint="Remove large pictures from it, or save the text only.",
            )
        return path.read_bytes(), name
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(
            f"The file {str(path)!r} can't be read: {reason}.", hint="Check the path."
        ) from None


def _existing(text: str) -> Path | None:
    """The path that a string names, or None if it is text."""
    if not text or len(text) > 1024 or "\n" in text or "\x00" in text:
        return None
    try:
        path = Path(text).expanduser()
        return path if path.exists() else None
    except (OSError, RuntimeError, ValueError):
        return None


def _lines(content: bytes, kind: Kind, name: str, width: int | None = None) -> list[Line]:
    if kind == "docx":
        # Imported here: lxml costs 40 ms, and text needs none of it.
        from agent.documents.docx import read_docx

        lines = read_docx(content)
    elif kind == "pdf":
        lines = read_pdf(content, name)
    else:
        return read_plain(decode(content, name), width=width)
    if not any(line.text.strip() for line in lines):
        raise UnreadableFile(
            f"{_named(name)} holds no text; a picture of text can't be read.",
            hint="Export it from the program in which it was written.",
        )
    return lines


def _named(name: str, *, start: bool = True) -> str:
    if name:
        return f"{'T' if start else 't'}he file {name!r}"
    return "The text" if start else "the text"
