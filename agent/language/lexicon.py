"""What is known about the names of skills, tools, credentials and fields, with no model.

The knowledge is in plain files, `data/lexicon/*.tsv`, one term a line:

    term <TAB> category <TAB> aliases, '; ' between <TAB> is a, '; ' between

- An alias is another name of the very same thing: an acronym, an expansion, a spelling, a brand's
  long name. "Related", "implies" and "often used with" are not aliases and are nowhere here.
- "is a" holds one step up: PostgreSQL is a relational database, a relational database is a
  database. Never the reverse, never siblings.
- A form written `=Go` counts in exactly this case only, because in lower case it is a common word.
- `data/lexicon/senses.tsv` names the forms that mean something only in company: "AP" is accounts
  payable beside invoices and Advanced Placement beside students; without such words it is nothing.

A user's own terms (`agent.language.lexicon_import`) are loaded beside ours and never override them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from agent.language.text import fold
from agent.models import Span

_PIECE = re.compile(r"(?:(?<![^\s(,/;])\.(?=[A-Za-z]))?[^\W_]+(?:['.&][^\W_]+)*[+#]*")
_LIST_MARKS = ",;/|)]&"
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


class TermHit(NamedTuple):
    """A known term in a text."""

    term: str
    """Its usual name."""
    span: Span
    category: str


class _Form(NamedTuple):
    term: str
    exact: str
    """The only casing that counts, or '' where any does."""


class _Lexicon(NamedTuple):
    terms: dict[str, Term]
    forms: dict[tuple[str, ...], _Form]
    """Pieces of a form -> its term; forms that need company are not here."""
    senses: dict[tuple[str, ...], tuple[Sense, ...]]
    longest: dict[str, int]
    """First piece of a form -> most pieces of a form that begins so."""


def canonical(term: str, *, context: str = "") -> str | None:
    """The usual name of a thing.

    Args:
        term: a name, acronym or spelling: "k8s", "postgres", "AP".
        context: text around it; decides for forms that mean two things, which are otherwise None.

    Returns:
        "Kubernetes", "PostgreSQL", "accounts payable" (given invoices); None if it is not known.
    """
    found = _known(term.strip(), context)
    return found.name if found else None


def category(term: str) -> str | None:
    """skill, tool, certification, degree, domain, language or soft; None if it is not known."""
    found = _known(term.strip(), "")
    return found.category if found else None


def aliases(term: str, *, context: str = "") -> frozenset[str]:
    """All names of the thing that `term` names, its usual one among them.

    Forms that mean two things ("AP") are left out unless `context` settles them. Empty if the term
    is not known.
    """
    found = _known(term.strip(), context)
    if found is None:
        return frozenset()
    names = {found.name, *(alias.removeprefix("=") for alias in found.aliases)}
    words = frozenset(pieces(context))
    for name in [*names]:
        senses = _load().senses.get(pieces(name), ())
        if senses and _settled(senses, senses[0].form, words) != found.name:
            names.discard(name)
    if not names:
        names.add(found.name)
    return frozenset(names)


def case_matters(form: str) -> bool:
    """True if this form counts only as written here, because in other case it is a common word."""
    parts = pieces(form)
    lexicon = _load()
    known = lexicon.forms.get(parts)
    return bool(known and known.exact) or parts in lexicon.senses


def hypernyms(term: str) -> frozenset[str]:
    """Usual names of all that this thing is a kind of, at any number of steps; maybe empty."""
    found = _known(term.strip(), "")
    return _ancestors(found.name) if found else frozenset()


def is_a(specific: str, general: str) -> bool:
    """True if `specific` is a kind of `general`, at least one step below it. Never for aliases."""
    above = canonical(general)
    return above is not None and above in hypernyms(specific)


def find_terms(text: str) -> tuple[TermHit, ...]:
    """The known terms of a text, longest first at each place, without overlaps, in order."""
    lexicon = _load()
    words = list(_words(text))
    company: frozenset[str] | None = None
    hits = []
    index = 0
    while index < len(words):
        step = 1
        for count in range(lexicon.longest.get(words[index].norm, 0), 0, -1):
            window = words[index : index + count]
            if len(window) < count:
                continue
            start, end = window[0].start, window[-1].end
            if any(mark in text[start:end] for mark in ",;:()\n") and count > 1:
                continue
            parts = tuple(word.norm for word in window)
            name = None
            form = lexicon.forms.get(parts)
            if form and (not form.exact or _as_a_name(text, start, end, form.exact)):
                name = form.term
            elif parts in lexicon.senses:
                if company is None:
                    company = frozenset(word.norm for word in words)
                name = _settled(lexicon.senses[parts], text[start:end], company)
            if name:
                hits.append(TermHit(name, Span(start=start, end=end), lexicon.terms[name].category))
                step = count
                break
        index += step
    return tuple(hits)


def terms() -> tuple[Term, ...]:
    """Every term known, ours and the user's."""
    return tuple(_load().terms.values())


def pieces(form: str) -> tuple[str, ...]:
    """The comparable pieces of a form: lower case, plural dropped, 'CI/CD' and 'CI CD' alike."""
    return tuple(map(_plain, _PIECE.findall(fold(form))))


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


def reload() -> None:
    """Forget what is loaded, after the user's folder has changed."""
    _load.cache_clear()
    _ancestors.cache_clear()


# --- reading ------------------------------------------------------------------------------------


class _Word(NamedTuple):
    norm: str
    start: int
    end: int


def _words(text: str) -> Iterator[_Word]:
    for match in _PIECE.finditer(fold(text)):
        yield _Word(_plain(match.group()), match.start(), match.end())


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
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


def _known(term: str, context: str) -> Term | None:
    lexicon = _load()
    parts = pieces(term)
    form = lexicon.forms.get(parts)
    if form and (not form.exact or form.exact == fold(term)):
        return lexicon.terms[form.term]
    if parts in lexicon.senses:
        name = _settled(lexicon.senses[parts], fold(term), frozenset(pieces(context)))
        name = name or (term if term in lexicon.terms else None)  # asked by its own name: "R"
        return lexicon.terms[name] if name else None
    return None


def _settled(senses: Sequence[Sense], written: str, company: frozenset[str]) -> str | None:
    """The one term that the company decides for; None if none or several are possible."""
    if "." in written and len(senses) == 1:  # 'B.S.' is no state and no company
        return senses[0].term
    usual = next((sense.term for sense in senses if "*" in sense.company), None)
    if written != senses[0].form and (usual is None or len(written) < 3):
        return None
    possible = {sense.term for sense in senses if sense.company & company}
    if not possible:
        return usual
    return possible.pop() if len(possible) == 1 else None


def _as_a_name(text: str, start: int, end: int, exact: str) -> bool:
    """True if a form like 'Excel' stands there as a name and not as a sentence's first word."""
    written = fold(text[start:end])
    if written == exact.upper() and not text.isupper():
        return True
    if written != exact:
        return False
    if len(exact) > 1 and exact.isupper():
        return True
    before = text[:start].rstrip()
    if before and before[-1] not in ".:!?•\n":
        return True
    after = text[end:].lstrip()
    if not after or after[0] in _LIST_MARKS:
        return True
    following = after.split(maxsplit=2)
    if following[0] in ("and", "or", "&") and len(following) > 1:
        return following[1][0].isupper()
    return after[0].isupper() or after[0].isdigit()


@lru_cache(maxsize=8192)
def _ancestors(name: str) -> frozenset[str]:
    known = _load().terms
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for parent in known[waiting.pop()].parents:
            if parent not in found and parent in known:
                found.add(parent)
                waiting.append(parent)
    return frozenset(found - {name})


@lru_cache(maxsize=1)
def _load() -> _Lexicon:
    ours = files("agent.language") / "data" / "lexicon"
    rows: list[Term] = []
    senses: list[Sense] = []
    for file in sorted(ours.iterdir(), key=lambda file: file.name):
        text = file.read_text(encoding="utf-8")
        if file.name == "senses.tsv":
            senses = [_sense(line) for line in _lines(text)]
        elif file.name.endswith(".tsv"):
            rows.extend(_term(line) for line in _lines(text))
    folder = user_folder()
    if folder.is_dir():
        for path in sorted(folder.glob("*.tsv")):
            text = path.read_text(encoding="utf-8", errors="replace")
            rows.extend(_term(line) for line in _lines(text))
    return _index(rows, senses)


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _term(line: str) -> Term:
    name, kind, names, parents = [*line.split("\t"), "", "", ""][:4]
    return Term(name, kind, _several(names), _several(parents))


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _sense(line: str) -> Sense:
    form, term, company = line.split("\t")
    return Sense(form, term, frozenset(_plain(word) for word in company.split()))


def _index(rows: list[Term], senses: list[Sense]) -> _Lexicon:
    """The first row to name a form keeps it: ours come before the user's."""
    known: dict[str, Term] = {}
    forms: dict[tuple[str, ...], _Form] = {}
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
                forms.setdefault(key, _Form(name, exact))
    longest: dict[str, int] = {}
    for key in (*forms, *by_form):
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return _Lexicon(known, forms, by_form, longest)
