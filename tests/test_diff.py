from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.diff import word_diff


def shown(before: str, after: str) -> str:
    marks = {"same": "{}", "removed": "[-{}-]", "added": "[+{}+]"}
    return "".join(marks[piece.op].format(piece.text) for piece in word_diff(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("same line", "same line", "same line"),
        ("Used k8s daily", "Used Kubernetes daily", "Used [-k8s-][+Kubernetes+] daily"),
        ("Was responsible for the till", "Ran the till", "[-Was responsible for-][+Ran+] the till"),
        ("Cut cost", "Cut cost, fast", "Cut cost[+, fast+]"),
        ("", "new", "[+new+]"),
    ],
)
def test_it_shows_phrases_not_letters(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


@given(st.text(), st.text())
def test_the_pieces_give_both_lines_back(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(p.text for p in pieces if p.op != "added") == before
    assert "".join(p.text for p in pieces if p.op != "removed") == after
