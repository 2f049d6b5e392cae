"""The person's own statements, kept as a JSON file that they can read, carry over and delete."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from agent.errors import OutputError, UnreadableFile
from agent.models import Fact

_FACTS = TypeAdapter(tuple[Fact, ...])


def load_facts(path: str | Path) -> tuple[Fact, ...]:
    """The facts of a file; none if there is no such file.

    Raises:
        UnreadableFile: the file is there and is not a list of facts.
    """
    path = Path(path)
    try:
        return _FACTS.validate_json(path.read_bytes())
    except FileNotFoundError:
        return ()
    except (OSError, ValidationError) as error:
        raise UnreadableFile(
            f"{path.name!r} is not a file of saved answers.",
            hint="Give the JSON file that saving answers wrote, or start without one.",
        ) from error


def save_facts(facts: Iterable[Fact], path: str | Path) -> Path:
    """Write facts to a file, in place of what it held; of two with one id the later stays.

    Returns:
        The path written.

    Raises:
        OutputError: it can't be written; what the file held is left as it was.
    """
    path = Path(path)
    latest = tuple({fact.id: fact for fact in facts}.values())
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".facts-")
        with os.fdopen(handle, "wb") as draft:
            draft.write(_FACTS.dump_json(latest, indent=2))
        Path(name).replace(path)
    except OSError as error:
        raise OutputError(
            f"Can't write {path.name!r}: {error.strerror}.", hint="Choose another folder."
        ) from error
    return path


def delete_fact(path: str | Path, fact_id: str) -> bool:
    """Delete one fact from a file. Returns whether it was there.

    Raises:
        UnreadableFile: the file is not a list of facts.
        OutputError: it can't be written.
    """
    facts = load_facts(path)
    kept = tuple(fact for fact in facts if fact.id != fact_id)
    if len(kept) == len(facts):
        return False
    save_facts(kept, path)
    return True
