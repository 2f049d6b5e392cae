"""Where a term stands in a text, and whether the text claims it."""

from __future__ import annotations

import pytest

from agent.language.terms import asserted, find, standing, units
from agent.models import Span


def words(term: str, text: str, profile: str) -> list[str]:
    spans = find(term, text, profile="literal" if profile == "literal" else "normalized")
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("term", "text", "literal", "normalized"),
    [
        ("vital signs", "Took vital signs hourly", ["vital signs"], ["vital signs"]),
        ("vital signs", "Took Vital  Signs hourly", ["Vital  Signs"], ["Vital  Signs"]),
        ("vital sign", "Took vital signs hourly", [], ["vital signs"]),
        ("mentoring", "Mentored two welders", [], ["Mentored"]),
        ("problem-solving", "problem solving under load", [], ["problem solving"]),
        ("healthcare", "nine years in health care", [], ["health care"]),
        ("health care", "nine years in healthcare", [], ["healthcare"]),
        ("Kubernetes", "ran k8s clusters", [], ["k8s"]),
        ("Java", "wrote JavaScript", [], []),
        ("C", "C++ and C#", [], []),
        ("C", "C, C++ and assembly", ["C"], ["C"]),
        ("C++", "C++17 and C#", ["C++"], ["C++"]),
        ("C", "certified in Area C of the yard", [], []),
        ("R", "models in R on claims", ["R"], ["R"]),
        ("R", "head of R&D", [], []),
        ("R", "Robert R. Smith", [], []),
        ("Go", "rewrote it in Go", ["Go"], ["Go"]),
        ("Go", "ready to go anywhere", [], []),
        ("Go", "Go getter", [], []),
        ("Epic", "charted in Epic", ["Epic"], ["Epic"]),
        ("Epic", "an epic journey", [], []),
        ("Excel", "Excel in teamwork", [], []),
        ("Excel", "Excel, Word", ["Excel"], ["Excel"]),
        ("IT", "made it work", [], []),
        ("Node", "Node.js services", [], []),
        ("10", "10+ years", ["10"], ["10+"]),
        ("", "anything", [], []),
    ],
)
def test_it_finds_whole_terms_in_both_profiles(
    term: str, text: str, literal: list[str], normalized: list[str]
) -> None:
    assert words(term, text, "literal") == literal
    assert words(term, text, "normalized") == normalized


def test_look_alikes_and_soft_hyphens_do_not_hide_a_term() -> None:
    text = "Ran data‑entry for two clinics"  # a non-breaking hyphen
    assert words("data entry", text, "normalized") == ["data‑entry"]


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


def test_units_keep_their_places() -> None:
    text = "Front-end R&D, C++ at A/R desk — done.Managed"
    assert [unit.text for unit in units(text)] == [
        "Front", "end", "R&D", "C++", "at", "A/R", "desk", "done", "Managed",
    ]  # fmt: skip
    assert all(text[unit.start : unit.end] == unit.text for unit in units(text))
