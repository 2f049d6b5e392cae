"""What `tailor` returns: the changes, the proof, the gaps, and the document to take away."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from agent.documents import save_bytes, write_document
from agent.errors import OutputError
from agent.handout import Handout, applied, hand_out
from agent.models import (
    Change,
    Fact,
    Frozen,
    Gap,
    Match,
    Move,
    Posting,
    Requirement,
    Resume,
    Scores,
    Usage,
)

FORMATS = {
    ".docx": "docx",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".pdf": "pdf",
    ".json": "json",
}

GIVEN_BACK_AS = {"pdf": "docx"}
"""What a person is handed where the source's own format can't be edited."""


class Tailored(Frozen):
    """A finished run. Frozen, and round-trips through JSON with the original file inside."""

    resume: Resume
    """The original."""
    posting: Posting
    requirements: tuple[Requirement, ...]
    matches: tuple[Match, ...]
    """One for each requirement, in the same order."""
    changes: tuple[Change, ...]
    """In document order; those with status `reverted` are refusals and not in the document."""
    moves: tuple[Move, ...] = ()
    gaps: tuple[Gap, ...] = ()
    score: Scores
    document: Resume
    """The finished document as read back from the written file."""
    facts: tuple[Fact, ...] = ()
    engine: str
    usage: Usage = Usage()
    notes: tuple[str, ...] = ()
    """What the person should know: fallbacks taken, lines that could not be edited."""
    readback: tuple[str, ...] = ()
    """What another reader missed in the written files; empty until `with_readback` looks."""

    @property
    def applied(self) -> tuple[Change, ...]:
        """The changes that are in the document."""
        return tuple(change for change in self.changes if change.status != "reverted")

    @property
    def refused(self) -> tuple[Change, ...]:
        """The proposals that were not let through, each with its findings."""
        return tuple(change for change in self.changes if change.status == "reverted")

    def only(self, accepted: Collection[str]) -> Handout:
        """The document with only these changes, verified as a whole again.

        Args:
            accepted: bullet ids of changes, and entry ids of moves, that the person accepts.
        """
        return hand_out(
            self.resume,
            [change for change in self.applied if change.bullet_id in accepted],
            [move for move in self.moves if move.entry_id in accepted],
            facts=self.facts,
        )

    def render(
        self, format: str, *, tracked: bool = False, accepted: Collection[str] | None = None
    ) -> tuple[bytes, tuple[str, ...]]:
        """The finished document as bytes of a format.

        Args:
            format: docx, markdown, text, pdf, json_resume, or json (this whole result).
            tracked: for docx, write each change as a Word revision with a comment.
            accepted: only these bullet and entry ids; all of them by default.

        Returns:
            The bytes, and a sentence on each thing that could not be carried over.
        """
        if format == "json":
            return self.model_dump_json(indent=2).encode(), ()
        changes, moves = self.applied, self.moves
        if accepted is not None:
            chosen = self.only(accepted)
            changes, moves = chosen.changes, chosen.moves
        written = write_document(
            self.resume,
            texts=applied(changes),
            orders={move.entry_id: move.after for move in moves},
            format=format,
            tracked=tracked,
            comments={change.bullet_id: self.comment(change) for change in changes},
        )
        return written.content, written.skipped

    def save(
        self,
        path: str | Path,
        *,
        tracked: bool = False,
        accepted: Collection[str] | None = None,
    ) -> Path:
        """Write the finished document; the ending chooses the format.

        Args:
            path: ends in .docx, .md, .txt, .pdf or .json (this whole result; a name that ends in
                `.resume.json` gives JSON Resume).
            tracked: for .docx, write each change as a Word revision with a comment.
            accepted: only these bullet and entry ids; all of them by default.

        Returns:
            The path written.

        Raises:
            OutputError: the ending is unknown or the file can't be written; nothing half-written
                is left.
            MissingExtra: PDF was asked for and its extra is not installed.
        """
        path = Path(path)
        format = FORMATS.get(path.suffix.lower())
        if path.name.lower().endswith(".resume.json"):
            format = "json_resume"
        if format is None:
            raise OutputError(
                f"Can't write {path.name!r}: the ending {path.suffix!r} is not known.",
                hint=f"Use one of {', '.join(FORMATS)}.",
            )
        content, _ = self.render(format, tracked=tracked, accepted=accepted)
        save_bytes(path, content)
        return path

    def with_readback(self) -> Tailored:
        """This result with `readback` filled: the finished document is written as it is handed
        out and read by means other than those that wrote it, as a tracking system would."""
        from agent.documents.readback import read_back

        source = self.resume.source.format if self.resume.source else "markdown"
        format = GIVEN_BACK_AS.get(source, source)
        content, _ = self.render(format)
        return self.model_copy(update={"readback": read_back(content, format, self.document)})

    def report(self, path: str | Path) -> Path:
        """Write the report: one self-contained HTML page to read, send or print."""
        from agent.report import render_report

        path = Path(path)
        save_bytes(path, render_report(self).encode())
        return path

    def comment(self, change: Change) -> str:
        """What vouches for a change, as the words of a Word comment."""
        quotes = {requirement.id: requirement.quote for requirement in self.requirements}
        serves = [quotes[id] for id in change.requirement_ids if id in quotes]
        rests = [evidence.quote for evidence in change.evidence]
        lines = [f"For: “{quote}”" for quote in serves[:3]]
        lines += [f"Rests on: “{quote}”" for quote in rests[:3]]
        return "\n".join(lines) or "Worded more directly; says nothing new."

    def summary(self) -> dict[str, Any]:
        """The result for machines, without the text of the original file."""
        return self.model_dump(mode="json", exclude={"resume": {"source"}, "document": {"source"}})
