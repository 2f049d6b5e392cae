"""The measure of support labels: balanced, with what was counted, and None where nothing was."""

from __future__ import annotations

import pytest

from agent.models import Match, Requirement, Span, Support
from evals import cases
from evals.measure_match import Judged, balanced_accuracy, from_case, judge, rates


def judged(gold: Support, found: Support) -> Judged:
    requirement = Requirement(
        id="r1", quote="x", span=Span(start=0, end=1), kind="must", category="skill",
        any_of=(("x",),),
    )  # fmt: skip
    return Judged(
        pair="p", occupation="o", requirement=requirement, gold=gold, gold_lines=frozenset({1}),
        note="", found=Match(requirement_id="r1", support=found), lines=frozenset({1}),
    )  # fmt: skip


def test_saying_none_to_everything_is_worth_one_half() -> None:
    pairs = [judged("none", "none")] * 9 + [judged("explicit", "none")]
    assert balanced_accuracy(pairs) == pytest.approx(0.5)


def test_a_set_without_none_has_no_balanced_accuracy() -> None:
    assert balanced_accuracy([judged("alias", "alias")]) is None
    assert balanced_accuracy([]) is None


def test_each_rate_says_what_it_counted() -> None:
    found = rates([judged("alias", "implied"), judged("alias", "partial"), judged("none", "none")])
    assert found["alias: not none"] == (2, 2)
    assert found["alias: found as supported"] == (1, 2)
    assert found["alias: same label"] == (0, 2)
    assert found["none found as none"] == (1, 1)


def test_a_case_is_judged_at_its_own_lines() -> None:
    case = cases.load()[0]
    results = list(judge(from_case(case)))
    assert [one.requirement.id for one in results] == [r.id for r in case.requirements]
    assert any(one.lines & one.gold_lines for one in results)
