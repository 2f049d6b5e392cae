from __future__ import annotations

import pytest
from one_line import verdict


@pytest.mark.parametrize(
    ("line", "lie", "honest"),
    [
        (
            "Wired 14 units of a 60-unit apartment building",
            "Wired 60 units of an apartment building",
            "Wired 14 of the 60 units in an apartment building",
        ),
        (
            "Wired 14 units of a 60-unit apartment building",
            "Wired all 60 units of an apartment building",
            "Wired units in a 60-unit apartment building",
        ),
        (
            "Managed a $12,000 share of the $300,000 budget",
            "Managed the $300,000 budget",
            "Managed a $12k share of a $300k budget",
        ),
        (
            "Unités validées : 7 sur 13",
            "Unités validées : 13 sur 13",
            "7 unités sur 13 validées",
        ),
        (
            "Conference for 450 guests (600 booked)",
            "Conference for 600 guests",
            "Conference for 450 guests",
        ),
        (
            "Ran 300 swabs a day during the surge, usually 40",
            "Ran 300 swabs a day",
            "Usually ran 40 swabs, and 300 a day during the surge",
        ),
        (
            "The programme was worth £90m; my package was £6.5m",
            "Managed a programme worth £90m",
            "Worked on a programme worth £90m",
        ),
        (
            "Settlement of £410k against a claim of £340k",
            "Settlement of £340k against a claim of £410k",
            "Against a claim of £340k, a settlement of £410k",
        ),
        (
            "Worked in a kitchen of 7",
            "Worked in seven kitchens",
            "Worked in a 7-person kitchen",
        ),
        (
            "Held a caseload of 18 families, of whom six were on protection plans",
            "Held a caseload of 18 families on protection plans",
            "Held a caseload of 18 families, six of them on protection plans",
        ),
    ],
)
def test_an_amount_keeps_its_part(line: str, lie: str, honest: str) -> None:
    assert not verdict(line, lie).supported
    assert verdict(line, honest).supported
