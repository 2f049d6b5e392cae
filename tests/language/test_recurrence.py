from __future__ import annotations

import pytest

from agent.language.recurrence import agree, find_recurrences


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("biweekly payroll", "payroll every two weeks", True),
        ("every other week", "every 2 weeks", True),
        ("on call every fifth week", "on call one week in five", True),
        ("Tues & Thurs", "twice-weekly", True),
        ("on Fridays", "weekly", True),
        ("3 times a month", "three times per month", True),
        ("every 5th week", "every other week", False),
        ("monthly", "weekly", False),
        ("twice a month", "twice a week", False),
    ],
)
def test_how_often_in_another_form(one: str, other: str, same: bool) -> None:
    (first,), (second,) = find_recurrences(one), find_recurrences(other)
    assert agree(first, second) is same


def test_no_recurrence_in_a_date_or_a_word() -> None:
    assert find_recurrences("sat with residents in May 2010, semi-ennial") == ()
