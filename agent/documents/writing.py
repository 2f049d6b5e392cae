"""A resume with some lines changed -> a file: the same document where that can be, else a new one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from agent.models import Resume, ResumeFormat


class Written(NamedTuple):
    """A finished document, and what could not be done in it, each in a sentence."""

    content: bytes
    skipped: tuple[str, ...] = ()


def write_document(
    resume: Resume,
    *,
    texts: Mapping[str, str] | None = None,
    orders: Mapping[str, tuple[str, ...]] | None = None,
    format: ResumeFormat | None = None,
    tracked: bool = False,
    comments: Mapping[str, str] | None = None,
) -> Written:
    """Write the resume with the given lines replaced.

    Args:
        resume: as `read_resume` returned it.
        texts: new text by bullet id; lines not named stay as they are.
        orders: bullet ids of an entry in their new order, by entry id.
        format: what to write; None for the source's own.
        tracked: for .docx, as Word tracked changes.
        comments: for tracked .docx, a comment by bullet id.
    """
    texts = dict(texts or {})
    orders = dict(orders or {})
    assert resume.source is not None
    format = format or resume.source.format
    source = resume.source
    if source.format in ("markdown", "text") and format in ("markdown", "text"):
        rows = source.content.decode("utf-8-sig").split("\n")
        for bullet in resume.bullets():
            new = texts.get(bullet.id)
            if new is not None and new != bullet.text:
                number = int(bullet.locator[1:])
                rows[number] = rows[number].replace(bullet.text, new)
        return Written("\n".join(rows).encode())
    raise NotImplementedError
