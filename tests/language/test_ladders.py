from __future__ import annotations

import pytest

from agent.language.ladders import AGENCY, known, ladders, opposites, umbrellas


@pytest.mark.parametrize(
    ("verb", "rung"),
    [
        ("observed", "observed"),
        ("assisted", "assisted"),
        ("participated", "assisted"),
        ("wrote", "did"),
        ("fixed", "did"),
        ("managed", "managed"),
        ("supervising", "managed"),
        ("led", "led"),
        ("directed", "led"),
        ("founded", "founded"),
    ],
)
def test_a_verb_has_its_rung(verb: str, rung: str) -> None:
    agency = known(verb).agency
    assert agency is not None
    assert AGENCY[agency] == rung


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("repaired", "fixed"),
        ("organised", "organize"),
        ("catalogue", "catalog"),
        ("customers", "clients"),
        ("northern", "north"),
        ("installation", "installed"),
        ("won", "winning"),
    ],
)
def test_words_that_stand_for_each_other_share_a_key(first: str, second: str) -> None:
    assert known(first).keys & known(second).keys


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("increase", "reduce"),
        ("kubernetes", "docker"),
        ("nurse", "patient"),
        ("custom", "customer"),
    ],
)
def test_words_that_do_not_share_no_key(first: str, second: str) -> None:
    assert not known(first).keys & known(second).keys


@pytest.mark.parametrize("verb", ["lower", "exceed", "embed", "weed", "speed"])
def test_a_verb_that_looks_like_another_form_is_itself(verb: str) -> None:
    assert known(verb).lemma == verb


def test_no_word_stands_twice_on_one_ladder() -> None:
    for name in ("proficiency", "frequency", "scope", "quantifier"):
        words = [word for line in ladders()[name] for word in line.split()]
        assert len(words) == len(set(words)), name


def test_every_umbrella_asks_for_something() -> None:
    assert all(cues and all(cues) for rows in umbrellas().values() for _, cues in rows)


def test_opposites_go_both_ways() -> None:
    table = opposites()
    assert all(word in table[other] for word, others in table.items() for other in others)


@pytest.mark.parametrize("name", ["proficiency", "frequency", "scope", "quantifier", "seniority"])
def test_no_word_stands_on_two_rungs_of_one_ladder(name: str) -> None:
    words = [word for line in ladders()[name] for word in line.split()]
    assert sorted(words) == sorted(set(words))
