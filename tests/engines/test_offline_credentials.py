"""Certificates and licences: spelled out where the posting does, otherwise left as they stand."""

from __future__ import annotations

import pytest

from agent.documents import read_resume
from agent.engines.briefs import brief_entries
from agent.engines.offline import OfflineEngine
from agent.match import match
from agent.models import Requirement, Span


def certificate(quote: str, *ways: str) -> Requirement:
    return Requirement(
        id="r1", quote=quote, span=Span(start=0, end=len(quote)), kind="must",
        category="certification", any_of=tuple((way,) for way in ways),
    )  # fmt: skip


BLS = certificate("Basic Life Support (BLS)", "Basic Life Support", "BLS")


@pytest.mark.parametrize(
    ("lines", "asked", "after"),
    [
        (
            ["RN license", "BLS, in date"],
            BLS,
            {"BLS, in date": "Basic Life Support (BLS), in date"},
        ),
        (
            ["Certified Public Accountant, Ohio"],
            certificate("CPA required", "CPA"),
            {"Certified Public Accountant, Ohio": "Certified Public Accountant (CPA), Ohio"},
        ),
        (["BLS, lapsed"], BLS, {}),
        (["BLS, expired in spring"], BLS, {}),
        (["Basic Life Support", "BLS instructor"], BLS, {}),
        (["CCRN"], BLS, {}),
    ],
)
async def test_a_credential_is_spelled_out_and_nothing_else(
    lines: list[str], asked: Requirement, after: dict[str, str]
) -> None:
    text = ["# Ada Fictional", "## Experience", "### Nurse — Elm Clinic (2019 – 2023)", "- Cared"]
    text += ["## Certifications", *(f"- {line}" for line in lines)]
    resume = read_resume("\n".join(text).encode(), name="resume.md")
    proposed = {}
    for brief in brief_entries(resume, (asked,), match((asked,), resume)):
        if brief.section == "certifications":
            answer = await OfflineEngine().propose(brief)
            assert answer.order == ()
            proposed |= {resume.bullet(p.bullet_id).text: p.text for p in answer.proposals}
    assert proposed == after
