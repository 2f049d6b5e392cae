from __future__ import annotations

import re

import pytest

from agent.llm.prices import Price, cost, price_of, table


@pytest.mark.parametrize(
    ("model", "host", "known"),
    [
        ("gpt-5-mini", "api.openai.com", True),
        ("gpt-5-mini-2025-08-07", "api.openai.com", True),
        ("gpt-4o-mini", "corner.openai.azure.com", True),
        ("gpt-5-mini-audio", "api.openai.com", False),
        ("gpt-5-mini", "localhost:8080", False),
        ("home-made", "api.openai.com", False),
    ],
)
def test_a_price_is_known_only_where_it_was_written_down(
    model: str, host: str, known: bool
) -> None:
    assert (price_of(model, host) is not None) is known


def test_a_dated_name_has_the_price_of_its_own_size() -> None:
    assert price_of("gpt-4o-mini-2024-07-18", "api.openai.com") == table()[1]["gpt-4o-mini"]


def test_prices_can_be_given() -> None:
    own = {"gpt-5-mini": (1.0, 0.5, 2.0)}
    assert price_of("gpt-5-mini", "localhost", own) == Price(1.0, 0.5, 2.0)


def test_cost_counts_cached_tokens_at_their_price() -> None:
    price = Price(prompt=1.0, cached=0.1, completion=10.0)
    assert cost(price, 1_000_000, 400_000, 100_000) == pytest.approx(0.6 + 0.04 + 1.0)
    assert cost(None, 1, 0, 1) is None


def test_the_table_says_of_when_it_is() -> None:
    assert re.fullmatch(r"20\d\d-\d\d", table()[0])
    assert all(p.cached <= p.prompt <= p.completion for p in table()[1].values())
