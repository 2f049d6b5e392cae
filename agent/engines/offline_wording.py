"""How a term of the posting is written where it is put: case, article, number."""

from __future__ import annotations

import re

from agent.language import lexicon
from agent.language.lemmas import is_known
from agent.language.text import fold

# Kinds that follow their thing as its noun ("Epic electronic health record"), and kinds that can
# stand beside it in a parenthesis; a kind that is no class of things ("agile") does neither.
POSTFIX_HEADS = ("software", "system", "platform", "suite", "application", "record")
CLASS_HEADS = frozenset(
    ("database", "language", "framework", "library", "tool", "store", "queue", "broker", "service",
     "warehouse", "instrument", "server", "protocol", "engine", "package", "saw", "lift", "method",
     "methodology", "compiler", "equipment", "editor", "tracker", "container", "board", "machine")
)  # fmt: skip
_ARTICLE = re.compile(r"\b(an?)(\s+)$", re.IGNORECASE)
_SOUNDS_LIKE_VOWEL = re.compile(r"(?:[aeio]|u(?!ni|s[aei]|ti|k)|hour|honest|heir)", re.IGNORECASE)


def surface(term: str) -> str:
    """A posting's term as one writes it within a sentence: brands and acronyms keep their case."""
    known = lexicon.canonical(term)
    if known is not None:
        for form in (known, *sorted(lexicon.aliases(term))):
            if form.lower() == fold(term).lower():
                return form
    words = term.split()
    if len(words) > 1 and term.isupper() and all(w.isalpha() and len(w) > 4 for w in words):
        return term.lower()
    first = words[0] if words else ""
    sentence = len(words) > 1 and first[:1].isupper() and term[1:].islower()
    name = lexicon.canonical(first) or ""
    if sentence and is_known(first.lower()) and name == name.lower():
        return term[0].lower() + term[1:]  # 'Relational databases' opened a line of the posting
    return term


def countable(term: str) -> bool:
    """True for one thing of a class ("relational database"): a sentence needs an article there."""
    head = term.split()[-1].lower()
    return not is_acronym(term) and (head in CLASS_HEADS or head in POSTFIX_HEADS[1:])


def names_class(term: str) -> bool:
    """True for a class of things, one or several of it: "relational databases"."""
    return countable(term) or (plural(term) and countable(term[:-1]))


def put(text: str, start: int, end: int, new: str) -> str:
    """`text` with the stretch replaced, article and sentence capital made to fit."""
    before = text[:start]
    article = _ARTICLE.search(before)
    if article:
        right = "an" if vowel_sound(new) else "a"
        right = right.capitalize() if article.group(1)[0].isupper() else right
        before = before[: article.start()] + right + article.group(2)
    if not before.strip() and new[:1].islower() and new.split()[0].islower():
        new = new[:1].upper() + new[1:]
    return before + new + text[end:]


def vowel_sound(word: str) -> bool:
    """True if 'an' goes before it: 'an MRI', 'an hour', 'a university'."""
    if is_acronym(word.split()[0]):
        return word[0] in "AEFHILMNORSX"
    return bool(_SOUNDS_LIKE_VOWEL.match(word))


def is_acronym(form: str) -> bool:
    letters = [char for char in form if char.isalpha()]
    short = " " not in form and 2 <= len(letters) <= 7
    return short and sum(char.isupper() for char in letters) * 2 > len(letters)


def plural(form: str) -> bool:
    last = form.split(" of ")[0].split()[-1]
    if is_acronym(last):
        return last.endswith("s")
    lower = last.lower()
    return lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ics"))


def letters(form: str) -> str:
    return "".join(char for char in form.lower() if char.isalnum()).removesuffix("s")


def in_parentheses(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)
