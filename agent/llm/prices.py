"""What a call costs: a dated table, overridable, and None where the price is not known."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_TABLE = Path(__file__).parent / "data" / "prices.toml"


class Price(NamedTuple):
    """US dollars for a million tokens."""

    prompt: float
    cached: float
    """For prompt tokens that the provider had cached."""
    completion: float


@lru_cache
def table() -> tuple[str, dict[str, Price]]:
    """The shipped prices: the month they were written down, and a price for each model."""
    content = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    prices = {
        model: Price(row["prompt"], row["cached"], row["completion"])
        for model, row in content["models"].items()
    }
    return str(content["as_of"]), prices


def price_of(
    model: str, host: str, overrides: Mapping[str, tuple[float, float, float]] | None = None
) -> Price | None:
    """The price of `model` at `host`, or None.

    Args:
        model: as sent to the server; a dated name ('gpt-5-mini-2025-08-07') has its base's price.
        host: the server's host name. The shipped table holds for OpenAI and Azure only; another
            server may give the same name to another model.
        overrides: (prompt, cached, completion) dollars for a million tokens, by model.
    """
    if overrides and model in overrides:
        return Price(*overrides[model])
    if not f".{host}".endswith((".openai.com", ".azure.com")):
        return None
    prices = table()[1]
    for name in sorted(prices, key=len, reverse=True):
        rest = model.removeprefix(name)
        if model.startswith(name) and (not rest or rest[:2] == "-2"):
            return prices[name]
    return None


def cost(price: Price | None, prompt: int, cached: int, completion: int) -> float | None:
    """US dollars for these tokens; `cached` is the part of `prompt` that was cached."""
    if price is None:
        return None
    fresh = max(0, prompt - cached)
    return (
        fresh * price.prompt + cached * price.cached + completion * price.completion
    ) / 1_000_000
