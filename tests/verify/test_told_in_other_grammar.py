"""One line in another grammar: a true rewrite passes, the nearest lie of the same shape fails."""

from __future__ import annotations

import pytest
from one_line import verdict

PAIRS = (
    # A noun made of the verb, or of another part of speech.
    (
        "Altered wedding gowns",
        "Gown alterations for weddings",
        "Wedding gown design",
    ),
    (
        "Seasonal staff were always available and reliable",
        "Reliability and availability of seasonal staff",
        "Profitability of seasonal staff",
    ),
    # Deeds joined by a sign, or told behind an amount.
    (
        "open/close store, banking",
        "Opened and closed the store and did the banking",
        "Opened and renovated the store and did the banking",
    ),
    (
        "Poured slabs of 180 cubic yards, called in the pump and set up heaters",
        "Poured slabs of 180 cubic yards, calling in the pump and setting up heaters",
        "Poured slabs of 180 cubic yards, designing the pump and setting up heaters",
    ),
    ("snagging + leak repairs", "Repaired leaks", "Repaired boilers"),
    (
        "Sat in on interviews to take notes",
        "Sat in on interviews and took interview notes",
        "Sat in on interviews and led interviews",
    ),
    ("Fabricated stairs working off prints", "Fabricated stairs to print", "Designed stairs"),
    # Amounts.
    (
        "Did weekly payroll for 34 employees and filed the quarterly returns",
        "Did weekly payroll (34 employees) and filed quarterly returns",
        "Did weekly payroll (43 employees) and filed quarterly returns",
    ),
    ("Treated 12 outpatients a day", "Treated 12 patients per day", "Treated 12 surgeons per day"),
    (
        "Planned events for groups of 20 up to 600",
        "Planned events for groups of between 20 and 600 people",
        "Planned events for groups of between 200 and 600 people",
    ),
    (
        "Hired about 45 people each fall",
        "Hired about 45 people annually",
        "Hired about 45 people monthly",
    ),
    (
        "Brought shrink down from 2.4% to 1.1%",
        "Reduced shrink by more than half (2.4% to 1.1%)",
        "Reduced shrink by more than two thirds (2.4% to 1.1%)",
    ),
    (
        "Closed the books by day 6 instead of day 10",
        "Accelerated closing of the books by 4 days, from day 10 to day 6",
        "Accelerated closing of the books by 6 days, from day 10 to day 6",
    ),
    (
        "Cut outages over $50 from 3.1 to 1.2 a month",
        "Cut outages over $50 by 61%, from 3.1 to 1.2 a month",
        "Cut outages over $50 by 71%, from 3.1 to 1.2 a month",
    ),
    (
        "Right first time rate was 96%, against a lab goal of 95%",
        "Beat the lab's 95% right-first-time goal with 96%",
        "Beat the lab's 92% right-first-time goal with 96%",
    ),
    ("Sold 108% of quota", "Exceeded quota by 8%", "Exceeded quota by 18%"),
    (
        "Budget of approx £400k",
        "Budget in the region of £400,000",
        "Budget in the region of £600,000",
    ),
    # How much of it.
    (
        "Welded mostly 6 to 25 mm mild steel and some Bisplate",
        "Welded mainly 6 to 25 mm mild steel with some Bisplate",
        "Welded mild steel, mainly for Bisplate",
    ),
    (
        "Carried 22 families and visited each home",
        "Visited every one of 22 families at home",
        "Visited every one of 32 families at home",
    ),
    (
        "Planned 30 events and kept each within budget",
        "Planned 30 events, all within budget",
        "Planned 30 events, all ahead of schedule",
    ),
    (
        "Opened reserves for each exposure for some branches",
        "Opened each exposure's reserves for some branches",
        "Opened reserves for each exposure for all branches",
    ),
    (
        "Loaded and unloaded trailers",
        "Unloaded and loaded trailers",
        "Unloaded and repaired trailers",
    ),
    (
        "Answered tickets, most closed on the first call",
        "Answered tickets, most of them closed on the first call",
        "Answered tickets, all closed on the first call",
    ),
)


@pytest.mark.parametrize(("line", "honest"), [(line, honest) for line, honest, _ in PAIRS])
def test_the_same_in_another_grammar_passes(line: str, honest: str) -> None:
    assert verdict(line, honest).findings == ()


@pytest.mark.parametrize(("line", "lie"), [(line, lie) for line, _, lie in PAIRS])
def test_the_nearest_lie_is_found(line: str, lie: str) -> None:
    assert not verdict(line, lie).supported
