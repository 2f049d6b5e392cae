"""What always counts as a lie, and what never does, whatever the line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent import read_resume
from agent.models import Bullet, Entry, Resume, Section
from agent.verify import verify

LINES = (
    "Reconciled 14 bank accounts in QuickBooks for two regional offices",
    "Helped maintain 3 forklifts and 12 pallet jacks in the Leeds warehouse",
    "Prepared 40 meals an hour with a team of 6 line cooks",
    "Built dashboards in Tableau from a PostgreSQL database for 25 analysts",
    "Taught welding to 18 apprentices using MIG and stick processes",
    "Did not supervise the 9 technicians who inspected 200 valves",
)


def _supported(line: str, rewrite: str) -> bool:
    entry = Entry(id="e1", heading="Worker, Firm", bullets=(Bullet(id="e1b1", text=line),))
    other = Entry(
        id="e2", heading="Clerk, Vale", bullets=(Bullet(id="e2b1", text="Sold 90 boats"),)
    )
    resume = Resume(sections=(Section(id="s1", kind="experience", entries=(entry, other)),))
    return verify(rewrite, resume=resume, bullet_id="e1b1").supported


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("factor", [2, 3, 10, 11])
def test_a_raised_number_is_found(line: str, factor: int) -> None:
    for match in re.finditer(r"\d+", line):
        raised = line[: match.start()] + str(int(match[0]) * factor) + line[match.end() :]
        assert not _supported(line, raised)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize(
    "added", [" for Google", " and sold 90 boats", " nationwide", " in Kubernetes"]
)
def test_an_addition_is_found(line: str, added: str) -> None:
    assert not _supported(line, line + added)


@pytest.mark.parametrize(
    ("line", "lie"),
    [
        (LINES[0], LINES[0].replace("QuickBooks", "NetSuite")),
        (LINES[1], LINES[1].replace("Helped maintain", "Maintained")),
        (LINES[1], LINES[1].replace("Helped maintain", "Directed maintenance of")),
        (LINES[3], LINES[3].replace("Tableau", "Looker")),
        (LINES[5], LINES[5].replace("Did not supervise", "Supervised")),
    ],
)
def test_a_swap_a_rung_and_a_dropped_not_are_found(line: str, lie: str) -> None:
    assert not _supported(line, lie)


@pytest.mark.parametrize(
    ("line", "same"),
    [
        (LINES[0], LINES[0].replace("14", "fourteen")),
        (LINES[0], LINES[0].replace("two", "2")),
        (LINES[3], LINES[3].replace("PostgreSQL", "Postgres")),
        (LINES[2], "With a team of 6 line cooks, prepared 40 meals per hour"),
        (LINES[4], LINES[4].replace("and", "&")),
        ("Served 1,000 guests", "Served 1k guests"),
    ],
)
def test_another_form_of_the_same_passes(line: str, same: str) -> None:
    assert _supported(line, same)


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_answered(text: str) -> None:
    assert _supported(LINES[0], text) in (True, False)


@pytest.mark.parametrize(
    "hostile",
    [
        "a" * 5000,
        "1," * 2500,
        "one hundred " * 400,
        "from 1 to " * 500,
        "(" * 5000,
        "not " * 1200,
        "a-" * 2500,
        "<b>" * 1600,
        "\u200b" * 5000,
        "5 to 6 of 7 per day " * 250,
        "AB " * 1600,
    ],
    ids=lambda text: text[:8].strip() or "blank",
)
def test_hostile_text_is_answered(hostile: str) -> None:
    assert not _supported(LINES[0], hostile + " for Netflix")


@pytest.mark.parametrize(
    ("source", "rewrite", "supported"),
    [
        ("Cut falls from 11 to 7.", "Cut falls by 36%.", True),
        ("Cut falls from 11 to 7.", "Cut falls 36%, from 11 to 7.", True),
        ("Cut falls from 11 to 7.", "Cut falls by 37%.", False),
        ("Cut falls from 11 to 7.", "Cut falls by 40%.", False),
    ],
)
def test_arithmetic_may_be_told_rounded(source: str, rewrite: str, supported: bool) -> None:
    resume = read_resume(f"# A B\n\n## Experience\n### Nurse — Ward 5 (2018 – 2021)\n- {source}\n")
    bullet = next(resume.bullets())
    assert verify(rewrite, resume=resume, bullet_id=bullet.id).supported is supported
