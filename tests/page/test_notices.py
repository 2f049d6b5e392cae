from __future__ import annotations

import pytest

from agent.models import Change, Evidence
from agent.page.notices import notices


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Ran payroll for 35 employees.", "Ran payroll.", "Leaves out the figure “35"),
        ("Handled AP.", "Managed AP.", "Opens with “Managed” instead of “Handled”"),
        ("Led the audit.", "Assisted with the audit.", "claims less"),
        ("Occasionally trained new staff.", "Trained new staff.", "qualifier “Occasionally”"),
        ("Basic Spanish for intake.", "Spanish for intake.", "Drops the qualifier “Basic”"),
        ("Audited all files.", "Audited some files.", "Says “some” where you wrote “all”"),
    ],
)
def test_what_a_plain_difference_hides_is_said(before: str, after: str, said: str) -> None:
    change = Change(bullet_id="e2b1", before=before, after=after, status="verified")
    assert said in " ".join(notices(change, {}))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Handled AP.", "Handled accounts payable (AP)."),
        ("BLS, 2025", "Basic Life Support (BLS), 2025"),
    ],
)
def test_another_name_for_the_same_is_no_notice(before: str, after: str) -> None:
    change = Change(bullet_id="e2b1", before=before, after=after, status="verified")
    assert notices(change, {}) == []


def test_a_fact_from_another_place_is_named_with_its_place() -> None:
    change = Change(
        bullet_id="e1b1", before="Clinical: IV therapy", after="Clinical: IV therapy, Telemetry",
        status="verified", evidence=(Evidence(source_id="e2b1", quote="Watched telemetry."),),
    )  # fmt: skip
    assert notices(change, {"e2b1": "Step-Down Unit"}) == [
        "Moves “Telemetry” here from Step-Down Unit."
    ]
