"""A term whose words stand in another order in the resume."""

from __future__ import annotations

import pytest

from agent.documents import read_resume
from agent.match.index import prepare
from agent.match.reordered import reordered


def places(term: str, line: str) -> list[str]:
    text = (
        f"# Ada Fictional\n\n## Experience\n\n### Officer — Elm Trust (2019 – 2023)\n\n- {line}\n"
    )
    index = prepare(read_resume(text.encode(), name="resume.md"))
    return [index.span_text(place) for place in reordered(term, index)]


@pytest.mark.parametrize(
    ("term", "line", "words"),
    [
        (
            "budget management",
            "Managed the yearly budget of the trust",
            "Managed the yearly budget",
        ),
        ("media preparation", "Prepared media for 40 cultures a week", "Prepared media"),
        ("floor trusses", "Set floor and roof trusses on 22 houses", "floor and roof trusses"),
        (
            "administration of grants",
            "Grants administration in two counties",
            "Grants administration",
        ),
    ],
)
def test_the_same_words_in_another_order(term: str, line: str, words: str) -> None:
    assert places(term, line) == [words]


@pytest.mark.parametrize(
    ("term", "line"),
    [
        ("management reports", "Reported weekly to management"),  # a preposition parts them
        ("external audit", "Answered the external auditors"),  # who does it is not the doing
        ("driver training", "Trained to be a driver of vans"),
        ("data entry", "Entry desk, data room and archive"),  # a comma parts them
        ("budget management", "Managed a team of six within a budget"),
        ("Excel", "Excelled at school"),  # one word has no order
    ],
)
def test_words_that_only_stand_near_each_other(term: str, line: str) -> None:
    assert places(term, line) == []
