"""Names that are also ordinary words: Go, R, Excel, IT; and whether one of them is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agent.language.terms import Unit


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


# Ordinary words and single letters under which a tool, a language or a product is known.
_ORDINARY = _words(
    """access act asana basic basis bash bear box canvas chef concur confluence cypress dart drift
    drive edge elastic element elixir epic excel express falcon flask flow forge forms front fusion
    gem glide go grasshopper harness harvest hive impala insight jasmine jest keep kite lever
    lightning looker loom make maple maya mocha monday motion notion office oracle outlook parasolid
    pandas pages phoenix pig pilot play plotly post processing project projects publisher puppet
    rails react reason relay revit rhino ruby rust sage salt scheme scratch segment sheets shell
    sketch slack snowflake spark spring square stan stata storm stripe swift teams tempo thrive
    toast trello unity unreal vault vision visio vue wave word workday zoom"""
)
_INTRODUCES = _words(
    """in with using use uses used via and or like including include as on of through by
    mit in und oder avec en et ou con y o met en of"""
)
_LISTED_AFTER = re.compile(r"\s*(?:[,;/|)•·&+]|$|\.(?:\s|$)|and\b|or\b|\()")
_LISTED_BEFORE = re.compile(r"(?:[,;/|(•·&+:]|^)\s*(?:and\s+|or\s+)?$")
_NAMED_AFTER = re.compile(
    r"\s+(?:\d|programming|code|codebase|scripts?|services?|developers?|backend|macros?|"
    r"spreadsheets?|formulas?|pivot|ehr|emr|software|suite|apps?|applications?|databases?|"
    r"models?|packages?|tidyverse|shiny)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def is_name(term: str) -> bool:
    """True if `term` is one word that as a name is written with a capital and means another thing
    without: 'Go', 'R', 'Excel', 'IT' (but not 'go', 'python' or 'Excel macros')."""
    word = term.strip()
    if not word[:1].isupper() or len(word.split()) > 1:
        return False
    if len(word) == 1 or word.lower() in _ORDINARY:
        return True
    return word.isupper() and len(word) <= 4 and _is_word(word.lower())


def _is_word(word: str) -> bool:
    from simplemma import is_known  # loads a dictionary: 0.2 s

    return bool(is_known(word, "en"))


def name_meant(text: str, words: Sequence[Unit], first: int, last: int) -> bool:
    """Whether `words[first:last]` stand there as a name and not as an ordinary word.

    A capital inside a sentence shows it; at the start of one, in a line of capitalised words, or
    for a single letter, it takes a list around it or a word such as 'in' or 'using' before it.
    """
    word, end = words[first], words[last - 1].end
    before, after = text[: word.start], text[end:]
    listed = bool(_LISTED_AFTER.match(after)) and bool(_LISTED_BEFORE.search(before))
    if len(word.norm) == 1:
        if not word.text.isupper() or re.match(r"\.\s*[A-Z]", after) or after[:1] in ("'", "’"):
            return False
        introduced = first > 0 and words[first - 1].norm in _INTRODUCES
        alongside = bool(_LISTED_BEFORE.search(before)) or bool(re.match(r"\s*[,/]", after))
        return (
            listed
            or introduced
            or bool(_NAMED_AFTER.match(after))
            or (alongside and not re.search(r"[A-Z]\w*\s+$", before))
        )
    if not word.text[:1].isupper():
        return listed and first > 0
    if word.text.isupper() and not text.isupper():  # 'NIMS Level I', in a line not all capitals
        return True
    opens = first == 0 or bool(re.search(r"[.!?:;•]\s*$|\n\s*$", before))
    titled = (
        first > 0 and last < len(words) and _capital(words[first - 1]) and _capital(words[last])
    )
    if not opens and not titled:
        return True
    if bool(_NAMED_AFTER.match(after)) or listed:
        return True
    return bool(re.match(r"\s*[,;/|(]", after)) or (
        not opens and bool(_LISTED_BEFORE.search(before))
    )


def _capital(word: Unit) -> bool:
    return word.text[:1].isupper()
