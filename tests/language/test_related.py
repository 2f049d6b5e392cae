"""Ideas found in other words, and the file that they come from."""

from __future__ import annotations

from importlib.resources import files

import pytest

from agent.language.related import ideas, stand_ins, weight
from agent.language.terms import units


def shared(term: str, line: str) -> bool:
    named = {idea.idea for idea in ideas(units(term)) if idea.strength == "named"}
    return bool(named & {idea.idea for idea in ideas(units(line))})


@pytest.mark.parametrize(
    ("term", "line"),
    [
        ("vital signs", "Took blood pressure and pulse every four hours"),
        ("written communication", "Authored the monthly newsletter"),
        ("mentor", "Coach two apprentices"),
        ("food safety", "ServSafe, 2022"),
        ("cash handling", "Balanced a drawer of 40 transactions"),
        ("welding", "MIG and TIG on stainless"),
        ("troubleshooting", "Fixed an issue in the tote line"),
    ],
)
def test_a_line_shows_what_it_does_not_name(term: str, line: str) -> None:
    assert shared(term, line)


@pytest.mark.parametrize(
    ("term", "line"),
    [
        ("vital signs", "Signed off budgets"),
        ("welding", "Taught fourth grade"),
        ("mentor", "Balanced a cash drawer"),
    ],
)
def test_another_line_does_not(term: str, line: str) -> None:
    assert not shared(term, line)


def test_words_for_one_thing_stand_for_each_other() -> None:
    assert stand_ins("attorney") & stand_ins("lawyer")
    assert not stand_ins("attorney") & stand_ins("welder")


def test_light_words_weigh_less() -> None:
    assert weight("the") == 0 < weight(units("ability")[0].stem) < weight("nurse") == 1


def test_every_line_of_the_file_has_a_name_and_no_name_twice() -> None:
    text = (files("agent.language") / "data" / "related.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            names, _, signs = line.partition("|")
            listed = [name.strip() for name in names.split(",")]
            assert all(listed), line
            assert len(set(listed)) == len(listed), line
            assert all(sign.strip() for sign in signs.split(",")) or not signs.strip(), line
