"""What other lines give and do not give: another entry's facts, one for several, what is only named."""  # noqa: E501

from __future__ import annotations

import pytest

from agent.documents import read_resume
from agent.models import Fact, Verdict
from agent.verify import verify

RESUME = """# Jane Roe

## Experience
### Project Engineer — Ridge Consulting (2017 – 2023)
- Walked the site twice a month with the inspector
- Taught one apprentice to read drawings

### Engineering Intern — Town of Larkspur (2015)
- Surveyed sidewalk hazards and entered them in GIS
- Injection molding: observed the evening shift only
- Learning Revit since the spring
"""


def _verdict(line: str, rewrite: str) -> Verdict:
    resume = read_resume(RESUME.encode(), name="resume.md")
    bullet = next(b for e in resume.entries() for b in e.bullets if b.text.startswith(line))
    return verify(rewrite, resume=resume, bullet_id=bullet.id)


@pytest.mark.parametrize(
    ("line", "rewrite", "kind"),
    [
        (
            "Surveyed",
            "Surveyed sidewalk hazards, walking the site with the inspector, and entered them",
            "attribution",
        ),
        ("Taught", "Taught apprentices to read drawings", "quantity"),
        ("Taught", "Taught several apprentices to read drawings", "quantity"),
        ("Surveyed", "Surveyed sidewalk hazards and ran injection molding", "modality"),
        ("Surveyed", "Surveyed sidewalk hazards with Revit", "modality"),
        ("Surveyed", "Trained staff", "action"),
        ("Surveyed", "Hired people", "action"),
        ("Surveyed", "Mentored colleagues", "action"),
    ],
)
def test_what_no_line_claims_is_found(line: str, rewrite: str, kind: str) -> None:
    assert kind in {finding.type for finding in _verdict(line, rewrite).findings}


@pytest.mark.parametrize(
    ("line", "rewrite"),
    [
        ("Walked", "Walked the site with the inspector twice monthly"),
        ("Taught", "Taught an apprentice to read drawings"),
        ("Injection", "Observed injection molding on the evening shift"),
        ("Learning", "Learning Revit"),
    ],
)
def test_what_the_line_itself_says_passes(line: str, rewrite: str) -> None:
    assert _verdict(line, rewrite).findings == ()


HELD = RESUME + "\n## Certifications\n- OSHA 10\n"


@pytest.mark.parametrize(
    ("line", "place", "rewrite", "supported"),
    [
        ("OSHA 10", None, "OSHA 10, PE license since 2021", True),
        ("OSHA 10", "e2", "OSHA 10, PE license since 2021", False),
        ("OSHA 10", None, "OSHA 10, PE license since 2019", False),
        ("Taught", None, "Taught one apprentice to read drawings with a PE license", False),
    ],
)
def test_a_statement_about_no_place_counts_where_things_are_held(
    line: str, place: str | None, rewrite: str, supported: bool
) -> None:
    resume = read_resume(HELD.encode(), name="resume.md")
    bullet = next(b for b in resume.bullets() if b.text.startswith(line))
    said = Fact(
        id="f1",
        text="I hold a PE license since 2021.",
        entry_id=place,
        stated_on="2026-01-02",
    )
    verdict = verify(rewrite, resume=resume, bullet_id=bullet.id, facts=(said,))
    assert verdict.supported == supported
    certified = verify("OSHA 10 certified", resume=resume, bullet_id=bullet.id)
    assert "Certifications" not in " ".join(slot.evidence.quote for slot in certified.slots)
