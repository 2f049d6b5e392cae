"""The document as it is handed out: written, read back, and checked as a stranger's would be.

The second lock on the promise. Each line was proven alone; here the written file is read again and
held against the original as a whole. Whatever does not hold goes back to the person's own words,
so a fault in writing, ordering or reading can cost a change but never let a claim through.
"""

from __future__ import annotations

from collections.abc import Sequence

from agent.documents import read_written, write_document
from agent.models import Change, Check, Fact, Frozen, Move, Resume
from agent.verify import check


class Handout(Frozen):
    """The finished document and the changes that are really in it."""

    document: Resume
    check: Check
    changes: tuple[Change, ...]
    moves: tuple[Move, ...]
    notes: tuple[str, ...] = ()


def hand_out(
    resume: Resume, changes: Sequence[Change], moves: Sequence[Move], *, facts: Sequence[Fact] = ()
) -> Handout:
    """Write, read back and check; revert what the finished document does not bear out.

    Returns:
        The document as read back from the written file, and the changes with the status they
        have in it. In the worst case that is the original, with every change reverted.
    """
    kept = list(changes)
    notes: list[str] = []
    for attempt in range(3):
        moves = moves if attempt < 2 else ()
        document, skipped = _read_back(resume, kept, moves)
        checked = check(resume, document, facts)
        bad = {
            line.bullet_id
            for line in checked.lines
            if line.bullet_id and not line.verdict.supported
        }
        lost = checked.identity or any(
            line.bullet_id is None and not line.verdict.supported for line in checked.lines
        )
        if not bad and not lost:
            return Handout(
                document=document,
                check=checked,
                changes=tuple(kept),
                moves=tuple(moves),
                notes=(*notes, *skipped),
            )
        everything = lost or attempt == 1
        kept = [_revert(c) if everything or c.bullet_id in bad else c for c in kept]
        notes.append(
            "The finished document was read back and a line did not hold, so "
            + ("every change was" if everything else "its change was")
            + " taken back."
        )
    return Handout(
        document=resume,
        check=check(resume, resume, facts),
        changes=tuple(_revert(change) for change in changes),
        moves=(),
        notes=tuple(notes),
    )


def applied(changes: Sequence[Change]) -> dict[str, str]:
    """The new text by bullet id of every change that is in the document."""
    return {change.bullet_id: change.after for change in changes if change.status != "reverted"}


def _revert(change: Change) -> Change:
    return change.model_copy(update={"status": "reverted"})


def _read_back(
    resume: Resume, changes: Sequence[Change], moves: Sequence[Move]
) -> tuple[Resume, tuple[str, ...]]:
    """The written file as read again; a resume that came from no file is its own document."""
    texts = applied(changes)
    orders = {move.entry_id: move.after for move in moves}
    if resume.source is None:
        return resume.with_texts(texts), ()
    # A PDF can't be edited; what is handed out is a new Word document.
    format = "docx" if resume.source.format == "pdf" else resume.source.format
    written = write_document(resume, texts=texts, orders=orders, format=format)
    return read_written(written.content, resume.source), written.skipped
