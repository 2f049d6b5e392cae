"""English verb forms, both ways."""

import pytest

from agent.language.inflection import base_of_gerund, past


@pytest.mark.parametrize(
    ("gerund", "base", "did"),
    [
        ("managing", "manage", "managed"),
        ("planning", "plan", "planned"),
        ("selling", "sell", "sold"),
        ("controlling", "control", "controlled"),
        ("monitoring", "monitor", "monitored"),
        ("teaching", "teach", "taught"),
        ("overseeing", "oversee", "oversaw"),
        ("cutting", "cut", "cut"),
        ("carrying", "carry", "carried"),
        ("travelling", "travel", "traveled"),
        ("budgeting", "budget", "budgeted"),
    ],
)
def test_gerund_and_past(gerund: str, base: str, did: str) -> None:
    found = base_of_gerund(gerund)
    assert found == base
    assert past(found) == did


@pytest.mark.parametrize("word", ["engineering", "during", "outstanding", "evening", "king", "led"])
def test_what_is_no_verb_has_no_base(word: str) -> None:
    assert base_of_gerund(word) is None
