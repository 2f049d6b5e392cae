"""A text with stray tags is no page."""

from __future__ import annotations

import pytest

from agent.posting import read_posting
from agent.posting.headings import split_headings
from agent.posting.tags import is_page, without_tags


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("<!doctype html><html><body><p>Cook wanted</p></body></html>", True),
        ("<p>Cook wanted</p>\n<ul><li>Food handler card</li></ul>", True),
        ("Cook wanted<br>Food handler card<br>Weekends", True),
        ("Cook <b>wanted</b>\n- Food handler card\n- Weekends\n- Knife skills", False),
        ("Cook wanted\n<script>x()</script>\n- Food handler card", False),
        ("Cook wanted, x < 3 and y > 2", False),
    ],
)
def test_is_page(text: str, page: bool) -> None:
    assert is_page(text) is page


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Cook <b>wanted</b>\n- CPR &amp; first aid", "Cook wanted\n- CPR & first aid"),
        ("Cook\n<script>x()</script>\n- CPR", "Cook\n\n- CPR"),
        ("Cook\n<script>\n- CPR", "Cook\n\n- CPR"),
        (
            "Write to <bob@example.org> at <ORGANIZATION>",
            "Write to <bob@example.org> at <ORGANIZATION>",
        ),
        ("AT&amp;T, x < 3", "AT&amp;T, x < 3"),
    ],
)
def test_without_tags(text: str, plain: str) -> None:
    assert without_tags(text) == plain


def test_stray_tags_keep_the_lines() -> None:
    text = (
        "Line cook\nRequirements\n- Food card <script>x()</script>\n- Two <b>years</b> on a grill\n"
    )
    assert read_posting(text).text.split("\n") == [
        "Line cook",
        "Requirements",
        "- Food card",
        "- Two years on a grill",
    ]


@pytest.mark.parametrize(
    "line",
    ["Company: Hollowbrook Regional Health", "Employer: Fenwick & Sons", "Organization: Alder"],
)
def test_label_keeps_its_value(line: str) -> None:
    assert split_headings(line) == [line]
