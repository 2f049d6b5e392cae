"""How a text means a term: claimed or not."""

from __future__ import annotations

import pytest

from agent.language.standing import asserted, standing
from agent.language.terms import find
from agent.models import Span


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("Elixir", "Learning Elixir through a hobby app", "learning"),
        ("assessments", "Learning assessments", "asserted"),
        ("machine learning", "Built machine learning models", "asserted"),
        ("Rust", "Want to learn Rust", "learning"),
        ("PMP", "PMP (in progress)", "learning"),
        ("enterprise", "Shadowed the enterprise team", "learning"),
        ("Java", "No experience with Java, Scala or Kotlin", "denied"),
        ("Kotlin", "No experience with Java, Scala or Kotlin", "denied"),
        ("chat products", "I have not built chat products.", "denied"),
        ("team", "Led not only a team but a site", "asserted"),
        ("Kafka", "moved it with no downtime using Kafka", "asserted"),
        ("forklift", "Forklift certificate (expired 2019)", "lapsed"),
        ("PLC", "Started taking the PLC evening course at the college", "learning"),
        ("PLC", "Started a PLC course", "learning"),
        ("Rust", "Python, Rust (learning)", "learning"),
        ("Biology", "B.S. in Biology, expected May 2027", "learning"),
        ("regression models", "Regression models, machine learning, SQL", "asserted"),
        ("Excel", "Used Excel and planned budgets", "asserted"),
        ("newsletter", "Started the weekly newsletter", "asserted"),
        ("randomized trial", "Design is a randomized trial, done by the contractor", "weak"),
        ("payroll", "Payroll handled by the team I led", "asserted"),
        ("teacher", "Teacher, elementary education", "asserted"),
        ("Education", "B.S. Elementary Education", "asserted"),
        ("Spanish", "Elementary Spanish", "weak"),
        ("Excel", "Basic Excel", "weak"),
        ("SQL", "basic Excel, SQL", "asserted"),
        ("Spanish", "Spanish (basic)", "weak"),
        ("SAP", "keine SAP-Kenntnisse", "denied"),
        ("SAP", "sans SAP", "denied"),
        ("SAP", "geen ervaring met SAP", "denied"),
        ("SAP", "nunca SAP", "denied"),
    ],
)
def test_it_tells_how_a_term_is_meant(term: str, text: str, expected: str) -> None:
    span = find(term, text)[0]
    assert standing(text, span) == expected
    assert asserted(text, span) == (expected in ("asserted", "weak"))


def test_a_denial_ends_with_its_clause() -> None:
    text = "Have not used Java; five years of Kotlin"
    assert [asserted(text, find(term, text)[0]) for term in ("Java", "Kotlin")] == [False, True]


@pytest.mark.parametrize(
    "text", ["not " * 3000, "(" * 4000, "learning " * 2000 + "x", "a-" * 5000, "," * 9000]
)
def test_hostile_text_is_read_to_the_end(text: str) -> None:
    assert standing(text + " Rust", Span(start=len(text) + 1, end=len(text) + 5)) is not None
    assert len(find("Rust", text + " Rust")) == 1


def test_a_denial_reaches_the_end_of_a_long_clause() -> None:
    line = "No experience with " + ", ".join(["welding of pipes"] * 100) + ", Kubernetes"
    assert not asserted(line, Span(start=len(line) - 10, end=len(line)))
