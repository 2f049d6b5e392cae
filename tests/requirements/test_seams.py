"""A second demand that hangs on the first is cut there, and only there."""

from __future__ import annotations

import pytest

from agent.requirements.demands import split_demands


@pytest.mark.parametrize(
    ("sentence", "listed", "pieces"),
    [
        ("Maintain storage area by organizing floor space", False,
         ["Maintain storage area", "organizing floor space"]),
        ("A superb communicator who imparts information and delivers feedback", True,
         ["A superb communicator", "imparts information", "delivers feedback"]),
        ("Someone who sets a high standard for others", True,
         ["sets a high standard for others"]),
        ("Highly organized with exceptional attention to detail", True,
         ["Highly organized", "exceptional attention to detail"]),
        ("Experience with attention mechanisms", True, ["Experience with attention mechanisms"]),
        ("Using a dispatch system, receives emergency calls", False,
         ["Using a dispatch system", "receives emergency calls"]),
        ("Computer proficient to include Excel and Tableau", True,
         ["Computer proficient", "Excel and Tableau"]),
        ("Completes (a) the daily log, (b) vehicle inspections", False,
         ["Completes (a) the daily log", "vehicle inspections"]),
        ("Partner with the chair and curators to seek external support", False,
         ["seek external support"]),
        ("Under general supervision, assists physicians in patient care", False,
         ["assists physicians in patient care"]),
        ("Analyze fiscal data, Prepare statistical reports", False,
         ["Analyze fiscal data", "Prepare statistical reports"]),
        ("Identifies areas of concern and provides recommendations to staff", False,
         ["Identifies areas of concern", "provides recommendations to staff"]),
        ("Plan daily warehouse operation, including the receipt, storage and distribution of goods",
         False,
         ["Plan daily warehouse operation", "the receipt, storage and distribution of goods"]),
        ("Strong analytical skills, including root cause analysis", True,
         ["Strong analytical skills", "root cause analysis"]),
        ("Support the team by tracking projects", False, ["tracking projects"]),
        ("Lead your shift by ensuring the right people are in the right places", False,
         ["Lead your shift"]),
        ("A good understanding of investigations three years of HR experience", True,
         ["A good understanding of investigations", "three years of HR experience"]),
        ("Experience with HRIS, iCIMS, and payroll systems", True,
         ["Experience with HRIS, iCIMS, and payroll systems"]),
        ("Determines the location of the emergency and sets priorities", False,
         ["Determines the location of the emergency and sets priorities"]),
        ("Must demonstrate the knowledge and skills necessary to provide care to adults", True,
         ["Must demonstrate the knowledge and skills necessary to provide care"]),
        ("Compliance with Department of Transportation rules and regulations at all times", False,
         ["Compliance with Department of Transportation rules and regulations"]),
    ],
)  # fmt: skip
def test_seams(sentence: str, listed: bool, pieces: list[str]) -> None:
    found = split_demands(sentence, listed_nouns=listed)
    assert [sentence[demand.start : demand.end] for demand in found] == pieces
