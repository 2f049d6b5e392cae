"""Putting bytes on disk whole or not at all, under names that are never trusted."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from pathlib import Path

from agent.errors import OutputError

_ENDING = re.compile(
    r"\.(?:docx?|docm|dotx|dotm|pdf|md|markdown|txt|text|json|html?|rtf|odt)$", re.IGNORECASE
)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def save_bytes(path: str | Path, content: bytes) -> None:
    """Write a file whole or not at all: a temporary neighbour is written, then moved in place.

    Raises:
        OutputError: the folder is missing, read-only or full; nothing half-written is left.
    """
    path = Path(path)
    if path.is_dir():
        raise OutputError(f"{str(path)!r} is a folder.", hint="Name a file in it.")
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".vouched-", suffix=".part")
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        # mkstemp makes a private file; the result gets the rights of any new file.
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
        raise OutputError(
            f"{str(path)!r} can't be written: {error.strerror or error}.",
            hint="Check that the folder exists, is writable and has room.",
        ) from None


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current


def safe_stem(name: str) -> str:
    """A base name without folder or ending, safe to show and to use in a file name.

    Args:
        name: a file name from anywhere, possibly with folders, control characters, or empty.

    Returns:
        Letters, digits, spaces, '.', '-' and '_', at most 80 characters; 'resume' if none is left.
    """
    stem = _ENDING.sub("", re.split(r"[\\/]", name)[-1])
    stem = re.sub(r"[^\w .-]+", "_", stem).strip(" ._")[:80].rstrip(" .")
    return "resume" if not stem.strip("_-. ") or _RESERVED.fullmatch(stem) else stem
