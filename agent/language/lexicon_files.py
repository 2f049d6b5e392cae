"""The lexicon's files, and a user's own, read into one index by form.

`agent.language.lexicon` says what the columns mean and answers questions about them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from agent.language.text import fold

PIECE = re.compile(r"(?:(?<![^\s(,/;])\.(?=[A-Za-z]))?[^\W_]+(?:['.&][^\W_]+)*[+#]*")
_NOT_PLURAL = frozenset(("securities", "news", "goods", "always", "atlas", "kansas", "texas"))


class Term(NamedTuple):
    """One thing, under its usual name."""

    name: str
    category: str
    """skill, tool, certification, degree, domain, language or soft."""
    aliases: tuple[str, ...]
    """Other names of the same thing; a leading '=' means: in exactly this case only."""
    parents: tuple[str, ...]
    """Names of the terms it is a kind of, one step up."""


class Sense(NamedTuple):
    """A form that means `term` where one of the `company` words is in the same text, or, with '*',
    where no other of its senses finds its company."""

    form: str
    term: str
    company: frozenset[str]


class Form(NamedTuple):
    term: str
    exact: str
    """The only casing that counts, or '' where any does."""


class Lexicon(NamedTuple):
    terms: dict[str, Term]
    forms: dict[tuple[str, ...], Form]
    """Pieces of a form -> its term; forms that need company are not here."""
    senses: dict[tuple[str, ...], tuple[Sense, ...]]
    longest: dict[tuple[str, ...], int]
    """First two pieces of a form -> most pieces of a form that begins so."""


@lru_cache(maxsize=8192)
def pieces(form: str) -> tuple[str, ...]:
    """The comparable pieces of a form: lower case, plural dropped, 'CI/CD' and 'CI CD' alike."""
    return tuple(map(plain, PIECE.findall(fold(form))))


def user_folder() -> Path:
    """Where the user's own terms are: `VOUCHED_LEXICON`, else the platform's data folder."""
    named = os.environ.get("VOUCHED_LEXICON")
    if named:
        return Path(named)
    if os.name == "nt":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    else:
        base = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
    return base / "vouched" / "lexicon"


@lru_cache(maxsize=8192)
def plain(word: str) -> str:
    """Lower case, possessive and plural dropped, 'B.S' as 'bs'."""
    lower = word.lower()
    if lower.endswith(("'s", "s'")):
        lower = lower[:-2] if lower.endswith("'s") else lower[:-1]
    if "." in lower and all(len(part) == 1 for part in lower.split(".")):
        lower = lower.replace(".", "")
    if (
        len(lower) <= 3
        or not lower.endswith("s")
        or lower.endswith(("ss", "us", "is", "ics", "vas"))
    ):
        return lower
    if lower in _NOT_PLURAL or (word.isupper() and len(word) <= 5):
        return lower
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return lower[:-2]
    return lower[:-1]


@lru_cache(maxsize=1)
def load() -> Lexicon:
    ours = files("agent.language") / "data" / "lexicon"
    rows: list[Term] = []
    senses: list[Sense] = []
    for file in sorted(ours.iterdir(), key=lambda file: file.name):
        text = file.read_text(encoding="utf-8")
        if file.name == "senses.tsv":
            senses = [_sense(line) for line in _lines(text)]
        elif file.name.endswith(".tsv"):
            rows.extend(read_term(line) for line in _lines(text))
    folder = user_folder()
    if folder.is_dir():
        for path in sorted(folder.glob("*.tsv")):
            text = path.read_text(encoding="utf-8", errors="replace")
            rows.extend(read_term(line) for line in _lines(text))
    return _index(rows, senses)


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def read_term(line: str) -> Term:
    name, kind, names, parents = [*line.split("\t"), "", "", ""][:4]
    return Term(name, kind, _several(names), _several(parents))


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _sense(line: str) -> Sense:
    form, term, company = line.split("\t")
    return Sense(form, term, frozenset(plain(word) for word in company.split()))


def _index(rows: list[Term], senses: list[Sense]) -> Lexicon:
    """The first row to name a form keeps it: ours come before the user's."""
    known: dict[str, Term] = {}
    forms: dict[tuple[str, ...], Form] = {}
    by_form: dict[tuple[str, ...], tuple[Sense, ...]] = {}
    for sense in senses:
        key = pieces(sense.form)
        by_form[key] = (*by_form.get(key, ()), sense)
    for row in rows:
        name = row.name.removeprefix("=")
        first = forms.get(pieces(name))
        if first:
            name = first.term
            added = tuple(alias for alias in row.aliases if pieces(alias) not in forms)
            known[name] = known[name]._replace(aliases=known[name].aliases + added)
        else:
            known[name] = row._replace(name=name)
        for form in (row.name, *row.aliases):
            key = pieces(form)
            if key and key not in by_form:
                exact = form.removeprefix("=") if form.startswith("=") else ""
                forms.setdefault(key, Form(name, exact))
    longest: dict[tuple[str, ...], int] = {}
    for key in (*forms, *by_form):
        if len(key) > 1:
            longest[key[:2]] = max(longest.get(key[:2], 0), len(key))
    return Lexicon(known, forms, by_form, longest)
