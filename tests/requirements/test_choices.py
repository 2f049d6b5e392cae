"""Either/or lists, read from their marks."""

from __future__ import annotations

import pytest

from agent.requirements.choices import choices
from agent.requirements.groups import read_group


@pytest.mark.parametrize(
    ("clause", "items"),
    [
        ("1 year of supervisory or administrative experience", ("supervisory", "administrative")),
        ("Actimize or Verafin", ("Actimize", "Verafin")),
        ("Lean or Six Sigma", ("Lean", "Six Sigma")),
        ("apps for Android and/or iOS", ("Android", "iOS")),
        ("experience as an Accounting Clerk, or in a class at the level of Senior Clerk",
         ("Accounting Clerk", "Senior Clerk")),
        ("Report potential problems, unusual events, or work irregularities",
         ("potential problems", "unusual events", "work irregularities")),
        ("Agile/Scrum", ("Agile", "Scrum")),
        ("Statistical analysis with R or SAS", ("R", "SAS")),
        ("Opera or similar PMS", ("Opera", "PMS")),
        ("law enforcement, military or corporate security",
         ("law enforcement", "military", "corporate security")),
        ("plan or attend events", ()),
        ("verbal or written communication", ()),
        ("A/B testing", ()),
        ("available 24/7", ()),
        ("three or more years", ()),
    ],
)  # fmt: skip
def test_choices(clause: str, items: tuple[str, ...]) -> None:
    assert choices(clause) == items


@pytest.mark.parametrize(
    ("clause", "any_of"),
    [
        ("CRM experience (HubSpot or Salesforce)", (("HubSpot",), ("Salesforce",))),
        ("EMR systems (Epic, Cerner)", (("EMR",), ("Epic",), ("Cerner",))),
        ("Gainsight, Totango or similar", (("Gainsight",), ("Totango",))),
        (
            "Bachelor's degree or 4 years of experience",
            (("Bachelor's degree",), ("4 years of experience",)),
        ),
        (
            "laboratory practices such as testing, preparing media, reagents and stains",
            (
                ("testing",),
                ("preparing media",),
                ("reagents",),
                ("stains",),
                ("laboratory practices",),
            ),
        ),
        (
            "M.S./Ph.D. in ecology or botany",
            (("M.S", "ecology"), ("M.S", "botany"), ("Ph.D", "ecology"), ("Ph.D", "botany")),
        ),
        ("Valid driver's license or state ID", (("driver's license",), ("state ID",))),
    ],
)
def test_groups(clause: str, any_of: tuple[tuple[str, ...], ...]) -> None:
    assert read_group(clause, duty=False).any_of == any_of


@pytest.mark.parametrize("clause", ["Tools like Figma, Sketch", "Preferred fluency in Spanish"])
def test_no_empty_word_is_a_term(clause: str) -> None:
    terms = {t for terms in read_group(clause, duty=False).any_of for t in terms}
    assert not terms & {"Tools", "fluency", "Preferred fluency in Spanish"}


@pytest.mark.parametrize(
    ("clause", "any_of"),
    [
        (
            "Geometric Dimensioning and Tolerancing (GD&T)",
            (("Geometric Dimensioning and Tolerancing",), ("GD&T",)),
        ),
        (
            "Knowledge of Good Manufacturing Practice (GMP) and Lean",
            (("Good Manufacturing Practice", "Lean"), ("GMP", "Lean")),
        ),
        (
            "Personnel Services budgets and Personnel Services (PS)",
            (("Personnel Services budgets", "Personnel Services"),
             ("Personnel Services budgets", "PS")),
        ),
        (
            "Pipe work (heavy), Quality Assurance （QA）",
            (("Pipe work", "heavy", "Quality Assurance"), ("Pipe work", "heavy", "QA")),
        ),
    ],
)  # fmt: skip
def test_a_name_with_its_acronym_is_one(clause: str, any_of: tuple[tuple[str, ...], ...]) -> None:
    assert read_group(clause, duty=False).any_of == any_of
