"""A text taken apart for checking: words with what they claim, phrases with their verb."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from agent.language.amounts import Quantity
from agent.language.lexicon import TermHit, find_terms
from agent.language.quantities import find_quantities
from agent.verify.predicates import Predicate, predicates_of
from agent.verify.words import Word, words_of


class Reading(NamedTuple):
    """All that the checks look at in one text."""

    text: str
    words: tuple[Word, ...]
    predicates: tuple[Predicate, ...]
    quantities: tuple[Quantity, ...]
    terms: tuple[TermHit, ...]


@lru_cache(maxsize=16384)
def read(text: str) -> Reading:
    """Take `text` apart. Spans refer to `text` as given."""
    quantities = find_quantities(text)
    words = words_of(text, quantities)
    return Reading(text, words, predicates_of(words), quantities, find_terms(text))
