"""Folding keeps places; tokens know theirs; acronyms are found in any field."""

import pytest

from agent.language.text import definitions, fold, initialism, tokens


@pytest.mark.parametrize("text", ["it’s a 28‑bed unit", "soft\u00adhyphen", "ﬁne — “so”", "Zürich"])
def test_fold_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_tokens_know_where_they_stand() -> None:
    text = "C++ and R&D on a 28-bed unit"
    assert [token.norm for token in tokens(text)] == [
        "c++", "and", "r&d", "on", "a", "28-bed", "unit",
    ]  # fmt: skip
    assert all(text[token.start : token.end] == token.text for token in tokens(text))


@pytest.mark.parametrize(
    ("words", "acronym"),
    [
        ("high-performance liquid chromatography", "HPLC"),
        ("Department of Defense", "DoD"),
        ("Department of Defense", "DD"),
        ("key performance indicators", "KPIs"),
        ("heating, ventilation, and air conditioning", "HVAC"),
        ("research and development", "R&D"),
    ],
)
def test_initialism(words: str, acronym: str) -> None:
    assert initialism(words, acronym)


@pytest.mark.parametrize(
    ("words", "acronym"),
    [
        ("patient care", "CP"),
        ("electronic health", "EHR"),
        ("standard operating procedure", "sop"),
        ("quality", "Q"),
        ("forklift xray", "FOX"),
    ],
)
def test_no_initialism(words: str, acronym: str) -> None:
    assert not initialism(words, acronym)


def test_a_text_explains_its_own_acronyms() -> None:
    text = (
        "Kept chain of custody (CoC) forms; drew blood (fasting) per the lab's quality plan (QP)."
    )
    assert definitions(text) == (("chain of custody", "CoC"), ("quality plan", "QP"))


def test_definitions_stay_quick_on_hostile_text() -> None:
    assert definitions("a (B" * 3000 + "((((" * 3000) == ()
