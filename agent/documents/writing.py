"""A resume with lines changed -> a file: the same document where that can be, else a new one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from agent.documents.json_resume_edit import edit_json_resume
from agent.documents.saving import safe_stem, save_bytes
from agent.documents.sniff import decode
from agent.documents.text_edit import edit_text
from agent.documents.to_json_resume import to_json_resume
from agent.documents.to_markdown import to_markdown, to_text
from agent.errors import OutputError
from agent.models import Bullet, Entry, Resume

__all__ = ["Written", "safe_stem", "save_bytes", "updated", "write_document"]

_SHOWN = {
    "docx": "Word",
    "pdf": "PDF",
    "markdown": "Markdown",
    "text": "text",
    "json_resume": "JSON Resume",
}


class Written(NamedTuple):
    """A finished document, and what could not be done in it, each in a sentence."""

    content: bytes
    skipped: tuple[str, ...] = ()


def write_document(
    resume: Resume,
    *,
    texts: Mapping[str, str] | None = None,
    orders: Mapping[str, tuple[str, ...]] | None = None,
    format: str | None = None,
    tracked: bool = False,
    comments: Mapping[str, str] | None = None,
) -> Written:
    """Write the resume with the given lines replaced. The same input gives the same bytes.

    Args:
        resume: as `read_resume` returned it.
        texts: new text by bullet id; lines not named stay as they are.
        orders: bullet ids of an entry in their new order, by entry id.
        format: 'docx', 'markdown', 'text', 'json_resume' or 'pdf'; None for the source's own.
        tracked: for a .docx that was read from a .docx, as Word tracked changes.
        comments: for tracked .docx, a comment by bullet id.

    Raises:
        OutputError: the format is unknown.
        MissingExtra: PDF is asked for and the `pdf` extra is not installed.
    """
    texts, orders, comments = dict(texts or {}), dict(orders or {}), dict(comments or {})
    source = resume.source
    wanted = format or (source.format if source else "markdown")
    if wanted not in _SHOWN:
        raise OutputError(
            f"Can't write the format {wanted!r}.", hint=f"Use one of {', '.join(_SHOWN)}."
        )
    if source is not None and source.format == wanted and wanted != "pdf":
        if wanted == "docx":
            return _edit_docx(resume, source.content, texts, orders, comments, tracked=tracked)
        text = decode(source.content, source.name)
        if wanted == "json_resume":
            return Written(edit_json_resume(text, resume, texts, orders).encode())
        edited = edit_text(text, resume, texts, orders, markdown=wanted == "markdown")
        if source.content.count(b"\r\n") * 2 > source.content.count(b"\n"):
            edited = edited.replace("\n", "\r\n")
        return Written(edited.encode())
    return _render(updated(resume, texts, orders), wanted)


def updated(
    resume: Resume, texts: Mapping[str, str], orders: Mapping[str, tuple[str, ...]]
) -> Resume:
    """A copy with lines replaced and the bullets of entries reordered; ids stay with their line."""
    changed = resume.with_texts(dict(texts))
    return changed.model_copy(
        update={
            "sections": tuple(
                section.model_copy(
                    update={
                        "entries": tuple(_reordered(entry, orders) for entry in section.entries)
                    }
                )
                for section in changed.sections
            )
        }
    )


def _reordered(entry: Entry, orders: Mapping[str, tuple[str, ...]]) -> Entry:
    order = orders.get(entry.id)
    if not order:
        return entry
    named = set(order)
    if len(named) != len(order) or not named <= {bullet.id for bullet in entry.bullets}:
        return entry
    by_id = {bullet.id: bullet for bullet in entry.bullets}
    queue = iter(order)
    bullets = tuple(by_id[next(queue)] if b.id in named else b for b in entry.bullets)
    return entry.model_copy(update={"bullets": bullets})


def _edit_docx(
    resume: Resume,
    content: bytes,
    texts: Mapping[str, str],
    orders: Mapping[str, tuple[str, ...]],
    comments: Mapping[str, str],
    *,
    tracked: bool,
) -> Written:
    from agent.documents.docx_edit import Edit, Reorder, edit_docx

    bullets = {bullet.id: bullet for bullet in resume.bullets()}
    edits = [
        Edit(bullets[id].locator, bullets[id].text, text, comments.get(id, ""))
        for id, text in texts.items()
        if id in bullets and text != bullets[id].text
    ]
    moves = []
    for entry in resume.entries():
        order = _reordered(entry, orders).bullets
        if order != entry.bullets:
            moved = [bullet.locator for bullet in order if bullet.id in orders[entry.id]]
            moves.append(Reorder(tuple(moved)))
    edited = edit_docx(content, edits, moves, tracked=tracked)
    lines = {bullet.locator: bullet for bullet in bullets.values()}
    return Written(
        edited.content,
        tuple(_skipped(lines.get(locator), reason) for locator, reason in edited.skipped),
    )


def _skipped(bullet: Bullet | None, reason: str) -> str:
    if bullet is None:
        return f"A line was left as it was: {reason}"
    words = bullet.text if len(bullet.text) <= 60 else bullet.text[:57].rsplit(" ", 1)[0] + " ..."
    return f"'{words}' was left as it was: {reason}"


def _render(resume: Resume, format: str) -> Written:
    new_layout = ""
    source = resume.source
    if source is not None and format in ("docx", "pdf"):
        new_layout = (
            f"The layout is new: a {_SHOWN[source.format]} source can't be given back as "
            f"{_SHOWN[format]} with its own layout, so a plain, readable design is used."
        )
    warnings: tuple[str, ...] = ()
    if format == "docx":
        from agent.documents.to_docx import to_docx

        content = to_docx(resume)
    elif format == "pdf":
        from agent.documents.to_pdf import to_pdf

        content, warnings = to_pdf(resume)
    else:
        render = {"markdown": to_markdown, "text": to_text, "json_resume": to_json_resume}[format]
        content = render(resume).encode()
    return Written(content, (*((new_layout,) if new_layout else ()), *warnings))
