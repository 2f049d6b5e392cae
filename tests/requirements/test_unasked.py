"""What asks for nothing is no requirement, wherever it stands."""

from __future__ import annotations

import pytest

from agent.requirements.unasked import asks_nothing


@pytest.mark.parametrize(
    ("quote", "duty", "nothing"),
    [
        ("No certification required", False, True),
        ("not required, but preferred", False, False),
        ("This position has no supervisory responsibilities", True, True),
        ("CLEARLY STATE YOUR CIVIL SERVICE TITLE", False, True),
        ("Embrace and promote our mission", True, True),
        ("Define the technical vision for infrastructure", True, False),
        ("Accept no other employment", True, True),
        ("Expect changes in workload and plan for them", False, False),
        ("prior experience", False, True),
        ("prior welding experience", False, False),
    ],
)
def test_what_asks_for_nothing(quote: str, duty: bool, nothing: bool) -> None:
    assert asks_nothing(quote, duty=duty) is nothing
