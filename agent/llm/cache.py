"""Replies kept on disk, on request: a cache for the person, recordings for offline evals.

Both hold the same lines, keyed by a hash of everything that shaped the reply. A changed prompt has
another key, so a replay misses loudly instead of answering another question.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from agent.errors import InputError
from agent.llm.fencing import STABLE_TAG

_TAG = re.compile(rf"{STABLE_TAG}-[0-9a-f]{{8}}")


class Kept(NamedTuple):
    """One reply as kept."""

    key: str
    about: str
    """The prompt's id."""
    text: str
    """The model's words; '' if there was no usable answer."""
    failure: str
    usage: dict[str, Any]


def key_of(
    model: str,
    base_url: str,
    messages: Sequence[Mapping[str, str]],
    schema: Mapping[str, Any],
    sampling: Mapping[str, Any],
) -> str:
    """A hash of the whole question; the random fence tag in it counts as always the same."""
    said = [
        {**message, "content": _TAG.sub(STABLE_TAG, message["content"])} for message in messages
    ]
    whole = json.dumps([model, base_url, said, schema, sampling], sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()[:32]


def read_cached(folder: Path, key: str) -> Kept | None:
    """The kept reply, or None if there is none or its file is damaged."""
    try:
        return Kept(**json.loads((folder / f"{key}.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write_cached(folder: Path, kept: Kept) -> None:
    """Keep a reply, readable by this user only; written aside and moved, so never half."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.NamedTemporaryFile(
        "w", dir=folder, suffix=".part", delete=False, encoding="utf-8"
    ) as part:
        json.dump(kept._asdict(), part, ensure_ascii=False)
    Path(part.name).replace(folder / f"{kept.key}.json")


def append_recording(path: Path, kept: Kept) -> None:
    """Add one line to a recording, readable by this user only."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as lines:
        lines.write(json.dumps(kept._asdict(), ensure_ascii=False) + "\n")


class Recording:
    """A recording being replayed; remembers which of its replies were used."""

    def __init__(self, path: Path) -> None:
        """Read a recording.

        Raises:
            InputError: there is no such file, or it is not a recording.
        """
        try:
            lines = path.read_text(encoding="utf-8").split("\n")
            replies = [Kept(**json.loads(line)) for line in lines if line.strip()]
        except (OSError, ValueError, TypeError) as error:
            raise InputError(f"{str(path)!r} can't be read as a recording.") from error
        self.path = path
        self._replies = {kept.key: kept for kept in replies}
        self._unused = set(self._replies)

    def reply(self, key: str, about: str) -> Kept:
        """The recorded reply to a question.

        Raises:
            InputError: the question was not recorded: the prompt or its material has changed. An
                `EngineError` would cost one entry and leave a note; this ends the run.
        """
        if key not in self._replies:
            raise InputError(
                f"{str(self.path)!r} has no reply to this question of {about}.",
                hint="The prompt, the model or the material has changed; record it again.",
            )
        self._unused.discard(key)
        return self._replies[key]

    def finish(self) -> None:
        """Check that every recorded reply was used.

        Raises:
            InputError: some were not: the recording belongs to another run.
        """
        if self._unused:
            about = sorted({self._replies[key].about for key in self._unused})
            raise InputError(
                f"{len(self._unused)} replies in {str(self.path)!r} were not used: {about!r}.",
                hint="The prompt or the run has changed; record it again.",
            )
