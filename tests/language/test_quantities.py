from __future__ import annotations

import pytest

from agent.language.amounts import supports
from agent.language.arithmetic import derived
from agent.language.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("a 40K budget", 40_000, "count"),
        ("$1.2 million", 1_200_000, "money:usd"),
        ("€40,000 a year", 40_000, "money:eur"),
        ("twelve pickers", 12, "count"),
        ("forty-five volunteers", 45, "count"),
        ("two hundred and fifty guests", 250, "count"),
        ("about a dozen donors", 12, "count"),
        ("fifty percent of output", 50, "percent"),
        ("1,8 % errors", 1.8, "percent"),
        ("7th-grade science", 7, "ordinal"),
        ("seventh-grade science", 7, "ordinal"),
        ("90-minute sessions", 5400, "time"),
        ("12 kW arrays", 12_000, "power"),
        ("90 words per minute", 90, "wpm"),
        ("doubled sales", 2, "ratio"),
        ("an ISO 9001 audit", 9001, "label"),
    ],
)
def test_value_and_unit_are_read(text: str, value: float, unit: str) -> None:
    (found,) = find_quantities(text)
    assert found.low == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "bound", "rate"),
    [
        ("over 40 calls a day", "at_least", "day"),
        ("40+ calls", "at_least", ""),
        ("roughly 40 calls weekly", "about", "week"),
        ("nearly 40 calls per shift", "nearly", "shift"),
        ("up to 40 calls", "up_to", ""),
        ("40 calls each month", "exact", "month"),
        ("40 volunteers for a weekly pantry", "exact", ""),
    ],
)
def test_bound_and_rate_are_read(text: str, bound: str, rate: str) -> None:
    (found,) = find_quantities(text)
    assert (found.bound, found.rate) == (bound, rate)


@pytest.mark.parametrize(
    "text", ["Mar 2020 – Jun 2023", "in 2021", "no numbers here", "", "one team"]
)
def test_dates_and_articles_are_no_amounts(text: str) -> None:
    assert find_quantities(text) == ()


def test_a_range_is_one_amount() -> None:
    (found,) = find_quantities("5 to 10 staff")
    assert (found.low, found.high) == (5, 10)


@pytest.mark.parametrize(
    ("evidence", "claim", "proven"),
    [
        ("45 calls", "45 calls", True),
        ("45 calls", "over 40 calls", True),
        ("45 calls", "about 45 calls", True),
        ("over 40 calls", "45 calls", False),
        ("over 40 calls", "40+ calls", True),
        ("about 45 calls", "45 calls", False),
        ("nearly 100 calls", "100 calls", False),
        ("up to 50 calls", "50 calls", False),
        ("5-10 calls", "up to 10 calls", True),
        ("5-10 calls", "10 calls", False),
        ("1,200 calls", "1.2k calls", True),
        ("18 months", "1.5 years", True),
        ("12 kW", "12 MW", False),
        ("40%", "40 calls", False),
    ],
)
def test_a_weaker_bound_is_proven_and_a_stronger_is_not(
    evidence: str, claim: str, proven: bool
) -> None:
    assert supports(find_quantities(evidence)[0], find_quantities(claim)[0]) is proven


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("from 180 ms to 45 ms", "percent", 75),
        ("from 180 ms to 45 ms", "ratio", 4),
        ("from 3 weeks to 2", "time", 7 * 86400),
        ("from 2,000 to 2,400 subscribers", "count", 400),
        ("from 70% to 77%", "points", 7),
        ("2 of 4 sections", "percent", 50),
        ("five classes of 28 students", "count", 140),
        ("14 days against an office average of 17", "time", 3 * 86400),
    ],
)
def test_one_phrase_proves_its_arithmetic(text: str, unit: str, value: float) -> None:
    made = derived(find_quantities(text))
    assert any(one.unit == unit and one.low == pytest.approx(value, rel=0.01) for one in made)


def test_two_phrases_prove_nothing() -> None:
    assert derived(find_quantities("Cut from 180 ms. Moved to 45 ms.")) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from 9 to 7 to 4 people", [9, 7, 4]),
        ("3 and 2 and 1 dogs", [3, 2, 1]),
        ("1 to " * 1000 + "1", [1] * 1001),
    ],
)
def test_a_row_of_amounts_is_read_once_each(text: str, values: list[float]) -> None:
    assert [q.low for q in find_quantities(text)] == values
