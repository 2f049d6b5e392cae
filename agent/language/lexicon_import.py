"""Bring a public taxonomy into the user's own lexicon: ESCO, O*NET, or a list of aliases.

What is read are names of one thing (labels, alternative labels, aliases) and kinds (an O*NET
example's commodity). What a taxonomy says is *implied*, related or optional is dropped: it never
supports a claim.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from agent.errors import FileTooLarge, UnreadableFile
from agent.language import lexicon, lexicon_files
from agent.language.lexicon_files import Term, pieces

_MOST_BYTES = 200_000_000
_MOST_WORDS = 8
_UNSAFE = re.compile(r"[\t\r\n;=]+")


def add(file: str | Path) -> int:
    """Add a downloaded taxonomy to the user's lexicon folder; the next look-up knows it.

    Reads ESCO skills (CSV with preferredLabel and altLabels, or JSON lines with label and alt),
    O*NET technology skills (tab-separated or CSV with Example and Commodity Title, or JSON lines),
    and JSON lines with name and aliases. Reading the same file again replaces what it added.

    Args:
        file: path of the download.

    Returns:
        The number of terms added.

    Raises:
        UnreadableFile: it isn't there, isn't text, or has none of the columns above.
        FileTooLarge: over 200 MB.
    """
    path = Path(file)
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise FileTooLarge(f"{path.name!r} is over 200 MB.", hint="Add one file at a time.")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            f"{path.name!r} can't be read: {getattr(error, 'strerror', None) or error}.",
            hint="Give a CSV or JSON lines file.",
        ) from error
    terms = _merged(_term(row) for row in _rows(text, path.name))
    if not terms:
        raise UnreadableFile(
            f"{path.name!r} holds no skills that could be read.",
            hint="Expected ESCO (preferredLabel, altLabels) or O*NET (Example, Commodity Title).",
        )
    folder = lexicon_files.user_folder()
    folder.mkdir(parents=True, exist_ok=True)
    lines = (
        "\t".join((t.name, t.category, "; ".join(t.aliases), "; ".join(t.parents))) for t in terms
    )
    target = folder / f"{re.sub(r'[^A-Za-z0-9_-]+', '-', path.stem)}.tsv"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    lexicon.reload()
    return len(terms)


def _rows(text: str, name: str) -> Iterator[Mapping[str, Any]]:
    if text.lstrip().startswith("{"):
        for number, line in enumerate(text.splitlines(), start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                raise UnreadableFile(
                    f"{name!r}, line {number}, is not JSON: {error.msg}."
                ) from error
            if isinstance(row, dict):
                yield row
        return
    first = text.split("\n", 1)[0]
    delimiter = "\t" if "\t" in first else ","
    yield from csv.DictReader(io.StringIO(text), delimiter=delimiter)


def _term(row: Mapping[str, Any]) -> Term | None:
    """One row of any of the known shapes; None if it is none of them."""
    if "Example" in row or "example" in row:
        name = _clean(row.get("Example") or row.get("example"))
        kind = _clean(row.get("Commodity Title") or row.get("commodity"))
        return Term(name, "tool", (), (kind,) if kind else ()) if name else None
    name = _clean(row.get("preferredLabel") or row.get("label") or row.get("name"))
    if not name or len(name.split()) > _MOST_WORDS:
        return None
    others = row.get("altLabels") or row.get("alt") or row.get("aliases") or ()
    listed = others.split("\n") if isinstance(others, str) else others
    aliases = dict.fromkeys(_clean(other) for other in listed if isinstance(other, str))
    return Term(name, "skill", tuple(a for a in aliases if a and a != name), ())


def _clean(value: object) -> str:
    return " ".join(_UNSAFE.sub(" ", value).split()) if isinstance(value, str) else ""


def _merged(terms: Iterable[Term | None]) -> list[Term]:
    """Each name once; a name that two terms claim as an alias belongs to neither.

    The kinds named on the way become terms themselves, so that they can be looked up.
    """
    by_name: dict[str, Term] = {}
    for term in terms:
        if term is None or term.name.startswith("#"):
            continue
        old = by_name.get(term.name, term)
        by_name[term.name] = old._replace(
            aliases=tuple(dict.fromkeys(old.aliases + term.aliases)),
            parents=tuple(dict.fromkeys(p for p in old.parents + term.parents if p != term.name)),
        )
    for parent in [p for term in by_name.values() for p in term.parents]:
        by_name.setdefault(parent, Term(parent, "skill", (), ()))
    claimed: dict[tuple[str, ...], set[str]] = {}
    for term in by_name.values():
        for form in (term.name, *term.aliases):
            claimed.setdefault(pieces(form), set()).add(term.name)
    return [
        term._replace(aliases=tuple(a for a in term.aliases if claimed[pieces(a)] == {term.name}))
        for term in by_name.values()
    ]
