"""The word diff: it reaches the new text, keeps what is locked, and does not shred a line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.documents.docx_diff import Hunk, hunks

_WORDS = st.lists(
    st.sampled_from(["a", "bb", "ccc,", "dd.", "e-e", "(f)", "40", "%", "\t", "é"]),
    max_size=9,
)
_LINES = _WORDS.map(" ".join)


def _apply(before: str, steps: list[Hunk]) -> str:
    for hunk in reversed(steps):
        before = before[: hunk.first] + hunk.text + before[hunk.last :]
    return before


@given(_LINES, _LINES, st.sets(st.integers(0, 30)))
def test_reaches_the_new_text_without_touching_what_is_locked(
    before: str, after: str, locked_at: set[int]
) -> None:
    locked = [i in locked_at for i in range(len(before))]
    steps = hunks(before, after, locked)
    if steps is None:
        assert any(locked)
        return
    assert _apply(before, steps).split() == after.split()
    assert not any(any(locked[hunk.first : hunk.last]) for hunk in steps)
    assert all(left.last <= right.first for left, right in pairwise(steps))
    for hunk in steps:
        for text, origin in hunk.pieces:
            if origin is not None and not text.isspace():
                assert before[origin : origin + len(text)] == text


@given(_LINES)
def test_nothing_to_do_is_no_hunk(text: str) -> None:
    assert hunks(text, text, [True] * len(text)) == []


@pytest.mark.parametrize(
    ("before", "after", "replaced"),
    [
        ("Ran a ward", "Ran the ward", [("a", "the")]),
        ("Ran a ward", "Ran a big ward", [("", "big ")]),
        # Two changes apart by a lone space are one.
        ("Was responsible for wards", "Led wards", [("Was responsible for", "Led")]),
        # Under 40 % kept, or more than four hunks: one replacement of the stretch.
        ("one two three four", "six seven three eight nine ten", None),
        ("a b c d e f g h i j k", "a x c y e z g w i v k", None),
    ],
)
def test_cuts_at_words(before: str, after: str, replaced: list[tuple[str, str]] | None) -> None:
    steps = hunks(before, after, [False] * len(before))
    assert steps is not None
    if replaced is None:
        assert len(steps) == 1
    else:
        assert [(before[h.first : h.last], h.text) for h in steps] == replaced


def test_words_kept_inside_a_whole_replacement_know_where_they_stood() -> None:
    before = "Part of a team using triage"
    steps = hunks(before, "Led triage reviews weekly for nine wards", [False] * len(before))
    assert steps is not None
    assert ("triage", before.index("triage")) in steps[0].pieces


@pytest.mark.parametrize(
    ("before", "after", "reached"),
    [
        ("Logged\theat", "Logged cold", True),
        ("Logged\theat", "Logged\tcold", True),
        ("Logged the\theat", "Logged cold", False),
        ("Logged\theat", "Loggedheat", False),
    ],
)
def test_a_tab_stays_where_a_word_beside_it_does(before: str, after: str, reached: bool) -> None:
    assert (hunks(before, after, [char == "\t" for char in before]) is not None) is reached
