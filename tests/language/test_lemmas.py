"""Inflection and derivation of English words, and what is kept apart."""

import pytest

from agent.language.lemmas import lemma, stem


@pytest.mark.parametrize(
    ("word", "headword"),
    [
        ("managed", "manage"),
        ("Nurses", "nurse"),
        ("led", "lead"),
        ("leading", "lead"),
        ("oversaw", "oversee"),
        ("criteria", "criterion"),
        ("analyses", "analysis"),
        ("onboarding", "onboard"),
        ("data", "data"),
        ("C++", "c++"),
        ("p99", "p99"),
        ("patient's", "patient"),
    ],
)
def test_lemma_is_the_headword(word: str, headword: str) -> None:
    assert lemma(word) == headword


@pytest.mark.parametrize(
    "family",
    [
        ("manage", "managed", "management", "manager"),
        ("install", "installed", "installation", "installer"),
        ("schedule", "scheduling", "scheduler"),
        ("maintain", "maintained", "maintenance"),
        ("analyze", "analyse", "analysis", "analyst"),
        ("supervise", "supervision", "supervisor"),
        ("reconcile", "reconciliation"),
        ("organise", "organize", "organization"),
        ("weld", "welding", "welder"),
        ("deliver", "delivery"),
    ],
)
def test_a_family_shares_its_stem(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("custom", "customer"),
        ("part", "partner"),
        ("office", "officer"),
        ("engine", "engineer"),
        ("depart", "department"),
        ("account", "accounting"),
        ("market", "marketing"),
        ("product", "production"),
        ("serve", "server"),
    ],
)
def test_look_alikes_keep_their_own_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_other_languages_stop_at_the_lemma() -> None:
    assert stem("Häuser", "de") == lemma("Häuser", "de") == "haus"
    assert lemma("Foo", "xx") == "foo"
