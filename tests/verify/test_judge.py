from __future__ import annotations

import pytest

from agent import read_resume
from agent.models import Finding, Resume, Span, Verdict
from agent.verify.judge import questions, settle
from sample import RESUME

LINE = "Posted invoices and chased late payers politely by phone."


@pytest.fixture(scope="module")
def resume() -> Resume:
    return read_resume(RESUME)


def finding(tier: str) -> Finding:
    at = LINE.index("politely")
    return Finding(
        type="novelty", tier=tier, severity="minor", span=Span(start=at, end=at + 8), reason="new"
    )


def verdict(*tiers: str) -> Verdict:
    return Verdict(supported=False, findings=tuple(finding(tier) for tier in tiers))


def id_of(resume: Resume) -> str:
    return next(b.id for b in resume.bullets() if b.text.startswith("Posted"))


def test_a_soft_finding_is_asked_with_its_words_and_the_only_lines_that_count(
    resume: Resume,
) -> None:
    (doubt,) = questions(LINE, verdict("soft"), resume=resume, bullet_id=id_of(resume))
    assert doubt.claim == "politely"
    assert "Ran payroll for 35 employees." in doubt.evidence
    assert not any("QuickBooks" in line for line in doubt.evidence), "that is another employer's"


def test_a_hard_finding_is_not_asked(resume: Resume) -> None:
    asked = questions(LINE, verdict("soft", "hard"), resume=resume, bullet_id=id_of(resume))
    assert asked == ()


@pytest.mark.parametrize(
    ("supported", "quote", "lifts"),
    [
        (True, "chased late payers by phone", True),
        (True, "Chased  LATE payers, by phone.", True),
        (False, "chased late payers by phone", False),
        (True, "politely chased late payers", False),
        (True, "", False),
        (True, "phone", False),
        (True, "reconciling 14 bank accounts", False),
        (True, "ased late payers by pho", False),
    ],
)
def test_only_words_that_stand_in_the_evidence_lift(
    resume: Resume, supported: bool, quote: str, lifts: bool
) -> None:
    id = id_of(resume)
    after = settle(verdict("soft"), [(f"{id}#0", supported, quote)], resume=resume, bullet_id=id)
    assert after.supported is lifts


def test_a_judge_can_never_lift_a_hard_finding(resume: Resume) -> None:
    id = id_of(resume)
    replies = [(f"{id}#{n}", True, "chased late payers by phone") for n in range(2)]
    before = verdict("soft", "hard")
    assert settle(before, replies, resume=resume, bullet_id=id) == before


def test_answers_to_questions_never_asked_are_nothing(resume: Resume) -> None:
    replies = [("e99b9#0", True, "chased late payers by phone")]
    after = settle(verdict("soft"), replies, resume=resume, bullet_id=id_of(resume))
    assert not after.supported
