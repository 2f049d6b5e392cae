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

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from agent.language.lexicon_files import PIECE, Sense, Term, load, pieces, plain
from agent.language.text import fold
from agent.models import Span

_LIST_MARKS = ",;/|)]&"


class TermHit(NamedTuple):
    """A known term in a text."""

    term: str
    """Its usual name."""
    span: Span
    category: str


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
    names, unsettled = _names(found.name)
    if not unsettled:
        return names
    words = frozenset(pieces(context))
    left = names - {
        name for name, senses in unsettled if _settled(senses, senses[0].form, words) != found.name
    }
    return left or frozenset((found.name,))


@lru_cache(maxsize=8192)
def _names(
    term: str,
) -> tuple[frozenset[str], tuple[tuple[str, tuple[Sense, ...]], ...]]:
    """All names of a term, and those of them that may mean another thing."""
    lexicon = load()
    aliases = (alias.removeprefix("=") for alias in lexicon.terms[term].aliases)
    names = frozenset((term, *aliases))
    senses = ((name, lexicon.senses.get(pieces(name), ())) for name in names)
    return names, tuple((name, found) for name, found in senses if found)


def case_matters(form: str) -> bool:
    """True if this form counts only as written here, because in other case it is a common word."""
    parts = pieces(form)
    lexicon = load()
    known = lexicon.forms.get(parts)
    return bool(known and known.exact) or parts in lexicon.senses


def senses(form: str) -> frozenset[str]:
    """Usual names of all that a form of several meanings may stand for; empty for other forms."""
    return frozenset(sense.term for sense in load().senses.get(pieces(form), ()))


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
    lexicon = load()
    pieces = list(PIECE.finditer(fold(text)))
    norms = [plain(piece.group()) for piece in pieces]
    hits = []
    index = 0
    while index < len(norms):
        longest = min(lexicon.longest.get(tuple(norms[index : index + 2]), 1), len(norms) - index)
        step = 1
        for count in range(longest, 0, -1):
            parts = tuple(norms[index : index + count])
            form, senses = lexicon.forms.get(parts), lexicon.senses.get(parts)
            if form is None and senses is None:
                continue
            start, end = pieces[index].start(), pieces[index + count - 1].end()
            if count > 1 and any(mark in text[start:end] for mark in ",;:()\n"):
                continue
            name = None
            if form and (not form.exact or _as_a_name(text, start, end, form.exact)):
                name = form.term
            elif senses is not None:
                name = _settled(senses, text[start:end], frozenset(norms))
            if name:
                hits.append(TermHit(name, Span(start=start, end=end), lexicon.terms[name].category))
                step = count
                break
        index += step
    return tuple(hits)


def terms() -> tuple[Term, ...]:
    """Every term known, ours and the user's."""
    return tuple(load().terms.values())


def reload() -> None:
    """Forget what is loaded, after the user's folder has changed."""
    load.cache_clear()
    _ancestors.cache_clear()
    _names.cache_clear()


def _known(term: str, context: str) -> Term | None:
    lexicon = load()
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
    known = load().terms
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for parent in known[waiting.pop()].parents:
            if parent not in found and parent in known:
                found.add(parent)
                waiting.append(parent)
    return frozenset(found - {name})
