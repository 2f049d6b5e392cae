"""Names that are also ordinary words."""

from __future__ import annotations

import pytest

from agent.language.name_words import is_name, name_meant
from agent.language.terms import units


@pytest.mark.parametrize(
    ("term", "name"),
    [
        ("Go", True),
        ("R", True),
        ("IT", True),
        ("go", False),
        ("Python", False),
        ("Go tests", False),
    ],
)
def test_which_terms_are_names_and_words(term: str, name: bool) -> None:
    assert is_name(term) is name


@pytest.mark.parametrize(
    ("word", "text", "meant"),
    [
        ("go", "Wrote services in Go for two years", True),
        ("go", "Go to schools and speak", False),
        ("go", "Go, Rust, Python", True),
        ("excel", "Excel at customer care", False),
        ("r", "Models in R and Python", True),
        ("r", "Report to J. R. Smith", False),
    ],
)
def test_whether_the_name_is_meant(word: str, text: str, meant: bool) -> None:
    words = units(text)
    at = next(n for n, unit in enumerate(words) if unit.norm.rstrip(".") == word)
    assert name_meant(text, words, at, at + 1) is meant
