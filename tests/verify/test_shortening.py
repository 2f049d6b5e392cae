"""Short forms spelt out in a rewrite: what they stand for passes, what they do not is found."""

from __future__ import annotations

import pytest

from agent.documents import read_resume
from agent.models import Resume, Verdict
from agent.verify import verify

RESUME: Resume = read_resume(
    b"""# Sam Roe

## Experience

### Welder, Some Place (2014 - 2016)
- MIG and TIG on thin gauge stainless
- L1 alerts, escalate unusual to L2
- Taught Y2 and Y5
- Assisted in KS2 classes
- Repair of brakes, A/C and lights
- Bilingual service, Spanish
- Served callers in Spanish
- Carried out plans written by the occupational therapist
- Reports in the log, meals for the crew

## Education

### AAS, Welding, Some College (2013)
- AAS Welding

## Certifications
- CeMAP 2012
- RN
""",
    name="resume.md",
)


def _verdict(line: str, rewrite: str) -> Verdict:
    bullet = next(b for e in RESUME.entries() for b in e.bullets if b.text == line)
    return verify(rewrite, resume=RESUME, bullet_id=bullet.id)


@pytest.mark.parametrize(
    ("line", "rewrite"),
    [
        ("AAS Welding", "Associate of Applied Science (AAS), Welding"),
        ("AAS Welding", "Associate of Applied Science in Welding"),
        ("RN", "Registered Nurse (RN)"),
        ("CeMAP 2012", "Certificate in Mortgage Advice and Practice (CeMAP), 2012"),
        ("L1 alerts, escalate unusual to L2", "Level 1 alerts, escalating unusual ones to Level 2"),
        ("Taught Y2 and Y5", "Taught Year 2 and Year 5"),
        ("Assisted in KS2 classes", "Assisted in Key Stage 2 classes"),
        ("Repair of brakes, A/C and lights", "Repair of brakes, air-conditioning and lights"),
        ("Bilingual service, Spanish", "Bilingual service in Spanish as well as English"),
        (
            "MIG and TIG on thin gauge stainless",
            "Gas metal arc welding (MIG) and gas tungsten arc welding (TIG) on thin stainless",
        ),
    ],
)
def test_what_the_letters_stand_for_passes(line: str, rewrite: str) -> None:
    assert _verdict(line, rewrite).findings == ()


@pytest.mark.parametrize(
    ("line", "rewrite"),
    [
        ("AAS Welding", "Associate of Arts and Sciences (AAS), Welding"),
        ("AAS Welding", "Bachelor of Applied Science (AAS), Welding"),
        ("RN", "Registered Nutritionist (RN)"),
        ("CeMAP 2012", "Certificate in Financial Advice and Practice (CeMAP), 2012"),
        ("L1 alerts, escalate unusual to L2", "Level 3 alerts"),
        ("Taught Y2 and Y5", "Taught Year 2 and Year 6"),
        ("Assisted in KS2 classes", "Assisted in Key Stage 3 classes"),
        ("Repair of brakes, A/C and lights", "Repair of brakes, airbags and lights"),
        ("Bilingual service, Spanish", "Bilingual service in Spanish as well as Polish"),
        (
            "Carried out plans written by the occupational therapist",
            "Occupational therapist carrying out plans",
        ),
    ],
)
def test_what_they_do_not_stand_for_is_found(line: str, rewrite: str) -> None:
    assert not _verdict(line, rewrite).supported


@pytest.mark.parametrize(
    ("rewrite", "tier"),
    [
        ("Writing reports in the log", "soft"),
        ("Preparing meals for the crew", "soft"),
        ("Reports in the Splunk log", "hard"),
        ("Meals for the crew, phlebotomy", "hard"),
        ("Meals for the crew, bookkeeping", "hard"),
    ],
)
def test_a_plain_word_is_no_tool_though_a_known_term_holds_it(rewrite: str, tier: str) -> None:
    found = _verdict("Reports in the log, meals for the crew", rewrite).findings
    assert {one.tier for one in found if one.type in ("skill", "novelty")} <= {tier}
    assert found or tier == "soft"
