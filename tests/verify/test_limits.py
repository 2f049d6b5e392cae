from __future__ import annotations

import pytest
from one_line import verdict


@pytest.mark.parametrize(
    ("line", "lie"),
    [
        ("2 of my students won the science fair", "My students won the science fair"),
        ("About half the class passed the state test", "The class passed the state test"),
        ("Route 12 driver when the regular was out", "Route 12 driver"),
        ("Sold phones at a Verizon reseller", "Sold phones at Verizon"),
        ("Interned at Mayo Clinic one summer", "Worked at Mayo Clinic one summer"),
        ("First aid training scheduled for March", "First aid trained"),
        ("Sent suspicious files to SIU, 7 were denied", "Denied 7 suspicious files"),
        ("My boss ran the meetings, I took notes", "Ran the meetings and took notes"),
        ("Started drafting macro library, not complete", "Completed the macro library"),
        ("Walked the mall on rounds, unarmed", "Walked the mall on rounds, armed"),
        ("Translated manuals German to English", "Translated manuals from English to German"),
        ("Kept the ledger", "Kubernetes: kept the ledger"),
        ("Kept the ledger", "Kept the ledger (Kubernetes)"),
    ],
)
def test_a_lost_limit_is_found(line: str, lie: str) -> None:
    assert verdict(line, lie).findings


@pytest.mark.parametrize(
    ("line", "honest"),
    [
        ("2 of my students won the science fair", "Two students won the science fair"),
        ("Treated 11 pts a day", "Treated 11 patients daily"),
        ("Took minutes at board mtgs, quarterly", "Took minutes at quarterly board meetings"),
        ("Payroll for 40 crew, biweekly", "Handled payroll every two weeks for 40 crew members"),
        ("Took payments over the phone", "Processed payments by telephone"),
        ("Backed up the 2 servers nightly", "Performed nightly backups of two servers"),
    ],
)
def test_a_limit_said_otherwise_passes(line: str, honest: str) -> None:
    assert verdict(line, honest).findings == ()
