from __future__ import annotations

from importlib.resources import files

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


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("recaptured", "regained"),
        ("contained", "restrained"),
        ("stated", "affirmed"),
        ("rebuffs", "spurned"),
        ("belonging", "pertains"),
        ("raises", "hoists"),
        ("rising", "climbed"),
    ],
)
def test_general_verbs_of_one_meaning_stand_for_each_other(first: str, second: str) -> None:
    assert (known(first).like | known(first).deeds) & (known(second).like | known(second).deeds)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("attempted", "achieved"),
        ("suggested", "proved"),
        ("widened", "narrowed"),
        ("walked", "ran"),
        ("accused", "convicted"),
        ("hoped", "hopped"),
    ],
)
def test_verbs_that_say_more_or_another_thing_do_not(first: str, second: str) -> None:
    assert not known(first).like & known(second).like


def _verb_lines() -> list[list[str]]:
    listing = files("agent.language") / "data" / "synonyms" / "verbs.txt"
    lines = listing.read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if not line.startswith("#")]


def test_no_line_of_verbs_joins_two_rungs() -> None:
    for line in _verb_lines():
        rungs = {known(verb).agency for verb in line} - {None}
        assert len(rungs) < 2, line
        # A verb that is not known counts as doing, which no lower rung may prove.
        assert rungs <= {2, 3, 4, 5} or all(known(verb).agency is not None for verb in line), line


def test_no_line_of_verbs_joins_up_and_down_or_contraries() -> None:
    for line in _verb_lines():
        ways = frozenset[str]().union(*(known(verb).marks & {"up", "down"} for verb in line))
        assert len(ways) < 2, line
        stems = {known(verb).stem for verb in line}
        assert not any(opposites().get(one, frozenset()) & stems for one in stems), line


def test_a_line_of_verbs_has_two_to_six_words_each_once() -> None:
    assert all(1 < len(line) < 7 and len(set(line)) == len(line) for line in _verb_lines())
