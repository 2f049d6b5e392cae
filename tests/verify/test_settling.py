"""Each supported stretch of a rewrite names the line that a reader should be shown."""

from __future__ import annotations

import pytest

from agent import read_resume, verify
from agent.models import Fact
from agent.rewrite import provenance

NURSE = read_resume(
    """# Imogen Tarrant

## Profile
Registered nurse with six years on medical-surgical units.

## Experience
### Nurse, Larkhill Hospital (2019 - present)
- Provided wound care and discharge teaching to 6 patients per shift.
- Worked with case management in daily rounds to plan discharges.

## Education
### BSN, Calder Valley State University (2018)
"""
)


@pytest.mark.parametrize(
    ("added", "words", "line"),
    [
        ("Background includes discharge planning.", "discharge planning", "to plan discharges"),
        ("Background includes wound care.", "wound care", "Provided wound care"),
        ("Holds a Bachelor of Science in Nursing.", "Bachelor of Science in Nursing", "BSN"),
    ],
)
def test_the_line_that_says_it_vouches_for_it(added: str, words: str, line: str) -> None:
    profile = next(NURSE.bullets())
    text = f"{profile.text} {added}"
    verdict = verify(text, resume=NURSE, bullet_id=profile.id)
    assert verdict.supported
    start = text.index(words)
    lines = {
        slot.evidence.quote
        for slot in verdict.slots
        if slot.span.start <= start and start + len(words) <= slot.span.end
    }
    assert len(lines) == 1
    assert line in lines.pop()


def test_a_line_that_carries_only_a_word_that_says_little_is_not_named() -> None:
    profile = next(NURSE.bullets())
    managed = Fact(
        id="f1", text="Managed BiPAP on the wound units.", entry_id="e2", stated_on="2026-11-24"
    )
    text = f"{profile.text} Holds a Bachelor of Science in Nursing."
    verdict = verify(text, resume=NURSE, bullet_id=profile.id, facts=(managed,))
    assert verdict.supported
    named = {one.quote for one in provenance(profile, text, verdict)}
    assert named == {profile.text, "BSN, Calder Valley State University (2018)"}
