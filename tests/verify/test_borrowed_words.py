"""Words that the evidence has, put where they say something else; and what it has, counted."""

from __future__ import annotations

import pytest

from agent.documents import read_resume
from agent.verify import verify

RESUME = read_resume(
    """# A B

## Experience

### Technician, Lab Co (2018 - 2022)
- Calibrated meters weekly
- Swabbed benches daily and logged the pH
- Drafted simple notes for a fee earner to check
- Managed contractor accounts across Iowa, Nebraska and South Dakota
- Laundry cost went from €2,100 to €1,470 a week after the change
- Did AP for the plant
- Offered advice to help reduce costs
""".encode(),
    name="resume.md",
)
LINES = [bullet.id for bullet in RESUME.bullets()]


@pytest.mark.parametrize(
    ("line", "rewrite"),
    [
        (0, "Calibrated meters daily"),
        (2, "Drafted simple notes without fee earner review"),
        (3, "Managed contractor accounts in four states (Iowa, Nebraska and South Dakota)"),
        (3, "Managed accounts of three contractors in Iowa, Nebraska and South Dakota"),
        (4, "Saw laundry cost rising from €2,100 to €1,470 a week"),
        (5, "Approved payments for the plant"),
    ],
)
def test_the_words_of_the_evidence_said_of_something_else_are_found(
    line: int, rewrite: str
) -> None:
    assert not verify(rewrite, resume=RESUME, bullet_id=LINES[line]).supported


@pytest.mark.parametrize(
    ("line", "rewrite"),
    [
        (0, "Calibrated meters weekly and swabbed benches daily"),
        (2, "Drafted simple notes, checked by a fee earner"),
        (3, "Managed contractor accounts in three states (Iowa, Nebraska and South Dakota)"),
        (3, "Managed contractor accounts in three states: Iowa, Nebraska and South Dakota"),
        (4, "Laundry cost falling by 30% from €2,100 to €1,470 a week"),
        (5, "Did accounts payable for the plant"),
        (6, "Offered advice to help lower the costs"),
    ],
)
def test_the_same_told_otherwise_passes(line: int, rewrite: str) -> None:
    assert verify(rewrite, resume=RESUME, bullet_id=LINES[line]).supported
