"""The table of honest and lying rewrites as a whole, and the faults that no single case shows."""

from __future__ import annotations

import pytest
from cases import CASES, Case

from agent.models import Bullet, Entry, Resume, Section
from agent.verify import verify


def _resume(case: Case) -> Resume:
    bullets = tuple(Bullet(id=f"e1b{n}", text=text) for n, text in enumerate(case.lines, start=1))
    title, _, rest = case.heading.partition(", ")
    entry = Entry(id="e1", heading=case.heading, title=title, employer=rest, bullets=bullets)
    sections = [Section(id="s1", kind="experience", entries=(entry,))]
    if case.skills:
        line = Bullet(id="e2b1", text=case.skills)
        listed = Entry(id="e2", bullets=(line,))
        sections.append(Section(id="s2", kind="skills", heading="Skills", entries=(listed,)))
    return Resume(sections=tuple(sections))


def _place(case: Case, rewrite: str) -> str:
    words = set(rewrite.lower().split())
    shared = [len(words & set(line.lower().split())) for line in case.lines]
    return f"e1b{shared.index(max(shared)) + 1}"


def test_nearly_every_lie_of_the_table_is_caught() -> None:
    missed = [
        (kind, lie)
        for case in CASES
        for kind, lie in case.lies
        if verify(lie, resume=_resume(case), bullet_id=_place(case, lie)).supported
    ]
    assert len(missed) <= 0.02 * sum(len(case.lies) for case in CASES), missed


def test_nearly_every_honest_rewrite_of_the_table_passes() -> None:
    blocked = [
        honest
        for case in CASES
        for honest in case.honest
        if not verify(honest, resume=_resume(case), bullet_id=_place(case, honest)).supported
    ]
    assert len(blocked) <= 0.04 * sum(len(case.honest) for case in CASES), blocked


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.lines[0][:40])
def test_a_line_supports_itself(case: Case) -> None:
    resume = _resume(case)
    for number, line in enumerate(case.lines, start=1):
        for text in (line, line + "  ", line.rstrip(".") + ".", line.replace("'", "’")):
            verdict = verify(text, resume=resume, bullet_id=f"e1b{number}")
            assert verdict.supported, (text, verdict.findings)
