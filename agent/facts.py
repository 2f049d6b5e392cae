"""The person's own statements, kept as a JSON file that they can read, carry over and delete."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from agent.documents import save_bytes
from agent.errors import UnreadableFile
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
    save_bytes(path, _FACTS.dump_json(latest, indent=2))
    return path
