"""Where a term stands in a text."""

from __future__ import annotations

import pytest

from agent.language.terms import find, units


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


def test_units_keep_their_places() -> None:
    text = "Front-end R&D, C++ at A/R desk — done.Managed"
    assert [unit.text for unit in units(text)] == [
        "Front", "end", "R&D", "C++", "at", "A/R", "desk", "done", "Managed",
    ]  # fmt: skip
    assert all(text[unit.start : unit.end] == unit.text for unit in units(text))
