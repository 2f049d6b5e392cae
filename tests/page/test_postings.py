from __future__ import annotations

import pytest

from agent import read_posting
from agent.errors import NothingToDo
from agent.page.files import example
from agent.page.postings import in_box, put_back
from sample import POSTING


def test_what_was_put_back_is_in_the_text_and_stays_there() -> None:
    _, posting = example()
    cut = posting.cut[0]
    back = put_back(posting, cut)
    assert cut.text.split("\n")[0] in back.text
    assert cut not in back.cut
    assert in_box(back.text, back) == back
    assert put_back(back, cut) == back


def test_an_edit_keeps_what_was_cut_and_another_posting_does_not() -> None:
    _, posting = example()
    edited = in_box(posting.text + "\n- Comfort with night shifts.", posting)
    assert "night shifts" in edited.text
    assert {cut.text for cut in posting.cut} <= {cut.text for cut in edited.cut}
    assert in_box(POSTING, posting) == read_posting(POSTING.encode())


def test_an_empty_box_says_what_to_do() -> None:
    with pytest.raises(NothingToDo, match="no posting yet"):
        in_box("  \n", None)
