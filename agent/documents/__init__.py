"""The only rooms that know a file format: reading a resume, and giving the same document back."""

from __future__ import annotations

from agent.documents.reading import read_resume, read_text, read_written
from agent.documents.saving import safe_stem, save_bytes
from agent.documents.writing import Written, updated, write_document

__all__ = [
    "Written",
    "read_resume",
    "read_text",
    "read_written",
    "safe_stem",
    "save_bytes",
    "updated",
    "write_document",
]
