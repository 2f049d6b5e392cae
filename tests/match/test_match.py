"""What in a resume supports a requirement, and where it stands."""

from __future__ import annotations

from datetime import date

import pytest

from agent.match import match
from agent.match.index import prepare
from agent.models import (
    Bullet,
    Category,
    Dates,
    Entry,
    Fact,
    Match,
    Requirement,
    Resume,
    Section,
    SectionKind,
    Span,
)

TODAY = date(2026, 1, 15)


def section(kind: SectionKind, *entries: Entry) -> Section:
    return Section(id=f"s-{kind}", kind=kind, entries=entries)


def entry(
    id: str, title: str, lines: list[str], start: str | None = None, end: str | None = None
) -> Entry:
    dates = None
    if start:
        dates = Dates(text=f"{start} - {end}", start=start, end=end, current=end is None)
    return Entry(
        id=id,
        heading=title,
        title=title or None,
        dates=dates,
        bullets=tuple(Bullet(id=f"{id}b{n}", text=text) for n, text in enumerate(lines, start=1)),
    )


RESUME = Resume(
    name="Ines Falk",
    sections=(
        section("summary", entry("e0", "", ["Nurse with twelve years of acute care."])),
        section(
            "experience",
            entry(
                "e1",
                "Staff Nurse",
                [
                    "Charted in Epic and took blood pressure and pulse every four hours.",
                    "Coached four new graduates through their first year.",
                    "Ran reports from PostgreSQL; have not used Oracle.",
                    "Learning Tableau through an evening course.",
                ],
                "2020-01",
            ),
            entry("e2", "Staff Nurse", ["Charted in Epic on nights."], "2018-01", "2020-06"),
            entry("e3", "Barista", ["Served 300 guests a day."], "2016-01", "2017-12"),
        ),
        section("skills", entry("e4", "", ["Excel, Python, Spanish (conversational)"])),
        section(
            "education",
            entry("e5", "Master of Science in Nursing", []),
            entry("e6", "", ["Doctor of Nursing Practice, in progress"]),
        ),
        section(
            "certifications",
            entry("e7", "", ["Registered Nurse, Ohio, active", "ACLS (expired 2021)"]),
        ),
    ),
)


def ask(
    *any_of: tuple[str, ...],
    category: Category = "skill",
    years: int | None = None,
    at_least: int = 1,
    quote: str = "",
    facts: tuple[Fact, ...] = (),
    resume: Resume = RESUME,
) -> Match:
    words = quote or " or ".join(" and ".join(way) for way in any_of)
    requirement = Requirement(
        id="r1",
        quote=words,
        span=Span(start=0, end=len(words)),
        kind="must",
        category=category,
        any_of=any_of,
        at_least=at_least,
        min_years=years,
    )
    return match([requirement], resume, facts, today=TODAY)[0]


@pytest.mark.parametrize(
    ("found", "support", "source"),
    [
        (ask(("Epic",), category="tool"), "explicit", "e1b1"),
        (ask(("mentoring",)), "implied", "e1b2"),
        (ask(("relational databases",)), "specific", "e1b3"),
        (ask(("vital signs",)), "specific", "e1b1"),
        (ask(("Tableau",), category="tool"), "partial", "e1b4"),
        (ask(("Rust",), ("Python",), category="tool"), "explicit", "e4b1"),
        (ask(("bachelor's degree",), category="education"), "specific", "e5"),
        (ask(("master's degree",), category="education"), "specific", "e5"),
        (ask(("doctorate",), category="education"), "partial", "e6b1"),
        (ask(("Spanish",), category="language"), "explicit", "e4b1"),
        (ask(("Registered Nurse",), category="certification"), "explicit", "e7b1"),
        (ask(("ACLS",), category="certification"), "partial", "e7b2"),
    ],
)
def test_support_and_its_evidence(found: Match, support: str, source: str) -> None:
    assert (found.support, found.evidence[0].source_id) == (support, source)


@pytest.mark.parametrize(
    "found",
    [
        ask(("Oracle",), category="tool"),
        ask(("Maximo",), category="tool"),
        ask(("welding",)),
        ask(("German",), category="language"),
        ask(("forklift licence",), category="certification"),
        ask(("driver's license",), category="condition"),
    ],
)
def test_what_nothing_supports_has_no_evidence(found: Match) -> None:
    assert (found.support, found.evidence, found.terms) == ("none", (), ())
    assert found.missing


def test_every_quote_is_in_its_source() -> None:
    texts = {bullet.id: bullet.text for bullet in RESUME.bullets()}
    texts |= {entry.id: entry.heading for entry in RESUME.entries()}
    for found in (ask(("Epic",)), ask(("vital signs",)), ask(("mentoring",))):
        for evidence in found.evidence:
            assert evidence.span is not None
            span = evidence.span
            assert texts[evidence.source_id][span.start : span.end] == evidence.quote


def test_all_terms_of_an_alternative_are_needed() -> None:
    found = ask(("Epic", "Maximo"), category="tool")
    assert (found.support, found.terms, found.missing) == ("partial", ("Epic",), ("Maximo",))


def test_at_least_two_alternatives_are_needed_when_two_are_asked() -> None:
    ways = (("Epic",), ("Python",), ("Maximo",))
    assert ask(*ways, category="tool", at_least=2).support == "explicit"
    assert ask(*ways, category="tool", at_least=3).support == "partial"


def test_what_is_being_learned_is_not_the_persons_to_claim() -> None:
    found = ask(("Tableau",), category="tool")
    assert (found.terms, found.missing) == ((), ("Tableau",))
    assert "learned" in found.note


@pytest.mark.parametrize(("years", "support"), [(8, "explicit"), (9, "partial")])
def test_overlapping_months_count_once(years: int, support: str) -> None:
    # January 2018 to January 2026 with an overlap of half a year.
    assert ask(("Epic",), category="experience", years=years).support == support


def test_a_skills_item_proves_no_years() -> None:
    found = ask(("Python",), category="tool", years=2)
    assert found.support == "partial"
    assert "2 years" in found.note


def test_a_line_may_say_its_years_itself() -> None:
    assert ask(("acute care",), category="experience", years=12).support == "explicit"
    assert ask(("acute care",), category="experience", years=13).support == "partial"


def test_a_fact_is_evidence_and_counts_with_its_entry() -> None:
    fact = Fact(id="f1", text="Used Rust for the bed planner.", entry_id="e1")
    found = ask(("Rust",), category="tool", years=5, facts=(fact,))
    assert (found.support, found.evidence[0].source_id) == ("explicit", "f1")
    assert ask(("Rust",), category="tool").support == "none"


@pytest.mark.parametrize(
    ("quote", "support"), [("Fluent Spanish", "partial"), ("Conversational Spanish", "explicit")]
)
def test_a_language_is_needed_at_its_level(quote: str, support: str) -> None:
    assert ask(("Spanish",), category="language", quote=quote).support == support


def test_the_language_of_the_resume_is_implied() -> None:
    assert ask(("English",), category="language").support == "implied"


@pytest.mark.parametrize(
    ("quote", "support"),
    [("second language is required", "specific"), ("fluent second language", "partial")],
)
def test_any_language_is_a_second_one(quote: str, support: str) -> None:
    found = ask(("second language",), category="language", quote=quote)
    assert (found.support, found.evidence[0].source_id) == (support, "e4b1")
    assert ask(("second language",), category="language", resume=_one_line("Inn")).support == "none"


def _one_line(heading: str, *lines: str) -> Resume:
    entries = (entry("e1", heading, list(lines)),)
    return Resume(name="Ines Falk", sections=(section("experience", *entries),))


def test_the_word_of_a_date_is_no_deed() -> None:
    resume = _one_line("Cook, Inn (Jan 2019 – Present)", "Grilled fish")
    assert ask(("presenting",), resume=resume).support == "none"
    spoke = _one_line("Cook, Inn (Jan 2019 – Present)", "Presented the menu to guests")
    assert ask(("presenting",), resume=spoke).support == "explicit"


def test_a_products_name_shows_nothing_else() -> None:
    resume = _one_line("Clerk", "Kept stock lists in Excel", "Excel, Word and Outlook")
    assert ask(("quality standards",), resume=resume).support == "none"


def test_a_commercial_licence_is_a_drivers_licence() -> None:
    resume = _one_line("Driver", "CDL Class B")
    assert ask(("driver's license",), category="condition", resume=resume).support == "specific"
    plain = _one_line("Driver", "Driver's license")
    assert ask(("CDL",), category="condition", resume=plain).support == "none"


def test_an_acronym_and_what_it_spells_are_one() -> None:
    resume = Resume(
        sections=(
            section("experience", entry("e1", "HR Business Partner", ["Filed 30 CTRs a month."])),
        )
    )
    assert ask(("HRBP",), resume=resume).support == "alias"
    assert ask(("currency transaction reports",), resume=resume).support == "alias"


def test_places_that_say_it_otherwise_are_evidence_too() -> None:
    resume = Resume(
        sections=(
            section("experience", entry("e1", "Engineer", ["Ran k8s for 40 services."])),
            section("skills", entry("e2", "", ["Kubernetes, Helm"])),
        )
    )
    found = ask(("Kubernetes",), category="tool", resume=resume)
    assert [evidence.quote for evidence in found.evidence] == ["Kubernetes", "k8s"]


def test_a_licence_is_found_by_the_quote_where_the_terms_are_cut_short() -> None:
    resume = Resume(
        sections=(section("certifications", entry("e1", "", ["Class D driver's license"])),)
    )
    quote = "A valid driver's license is required"
    found = ask(("valid driver",), category="condition", quote=quote, resume=resume)
    assert found.support == "explicit"


def test_a_bare_hint_is_not_the_persons_to_claim() -> None:
    resume = Resume(sections=(section("experience", entry("e1", "Clerk", ["Took her pulse."])),))
    found = ask(("vital signs monitoring",), resume=resume)
    assert found.terms == ()


def test_a_requirement_without_terms_is_unsupported() -> None:
    assert ask().support == "none"


def test_an_empty_resume_supports_nothing() -> None:
    assert ask(("Epic",), resume=Resume()).support == "none"


def test_an_employers_name_describes_no_activity() -> None:
    heading = "Clerk — Harbor Welding Supply"
    resume = Resume(
        sections=(
            section(
                "experience",
                Entry(id="e1", heading=heading, title="Clerk", employer="Harbor Welding Supply"),
            ),
        )
    )
    assert ask(("fabrication",), resume=resume).support == "none"


def test_the_index_is_the_same_for_the_same_resume() -> None:
    one, other = prepare(RESUME, today=TODAY), prepare(RESUME, today=TODAY)
    assert (one.words, one.ideas, one.concepts) == (other.words, other.ideas, other.concepts)
