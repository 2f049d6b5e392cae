"""Whose deed it was: what the line gives to somebody else stays theirs."""

from __future__ import annotations

import pytest
from one_line import verdict


@pytest.mark.parametrize(
    ("line", "lie", "honest"),
    [
        (
            "took x-rays, dr read them",
            "Took and read x-rays",
            "Took x-rays for the doctor to read",
        ),
        (
            "drafted motions, attys signed off",
            "Signed off motions",
            "Drafted motions for attorneys",
        ),
        (
            "10 visits a day, PT did evals",
            "Did evals and 10 visits a day",
            "Did 10 visits a day",
        ),
        (
            "Referred clients to the officer, who closed 31 loans",
            "Closed 31 loans",
            "Referred clients to the officer",
        ),
        (
            "Sat on the working party that drew up the marking policy",
            "Drew up the marking policy",
            "Member of the working party that drew up the marking policy",
        ),
        (
            "salon won best in county, I did colour",
            "Won best in county",
            "Did colour at a salon that won best in county",
        ),
        (
            "Deposit scheme was the chef's idea; I ran it",
            "Devised the deposit scheme",
            "Ran the deposit scheme",
        ),
        (
            "Loyalty card was the office's, I tested it",
            "Set up the loyalty card",
            "Tested the loyalty card",
        ),
        (
            "Compounding was done at the sister store, where I shadowed for a week",
            "Did compounding for a week",
            "Shadowed at the sister store for a week",
        ),
        (
            "house installs 2-3 a week, helper on commercial",
            "House and commercial installs 2-3 a week",
            "House installs, 2-3 a week; helper on commercial",
        ),
        (
            "bathrooms, gas under Pete's ticket",
            "Gas registered, bathrooms",
            "Bathrooms, and gas under Pete's ticket",
        ),
    ],
)
def test_a_deed_stays_its_doers(line: str, lie: str, honest: str) -> None:
    assert not verdict(line, lie).supported
    assert verdict(line, honest).supported
