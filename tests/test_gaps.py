"""What is missing is asked for, in the person's terms, and an answer becomes a fact."""

from __future__ import annotations

from datetime import date

import pytest

from agent.gaps import fact_from_answer, find_gaps, question
from agent.models import (
    Bullet,
    Category,
    Dates,
    Entry,
    Match,
    Requirement,
    RequirementKind,
    Resume,
    Section,
    Span,
    Support,
)

RESUME = Resume(
    sections=(
        Section(
            id="s1",
            kind="experience",
            entries=(
                Entry(
                    id="e1",
                    title="Baker",
                    heading="Baker",
                    dates=Dates(text="2021 - Present", start="2021", current=True),
                    bullets=(Bullet(id="e1b1", text="Baked 400 loaves a night"),),
                ),
                Entry(
                    id="e2",
                    title="Forklift driver",
                    heading="Forklift driver",
                    dates=Dates(text="2015 - 2018", start="2015", end="2018"),
                    bullets=(Bullet(id="e2b1", text="Moved pallets in a cold store"),),
                ),
                Entry(id="e3", title="Clerk", heading="Clerk"),
            ),
        ),
        Section(id="s2", kind="education", entries=(Entry(id="e4", heading="School"),)),
    )
)


def want(
    *any_of: tuple[str, ...],
    kind: RequirementKind = "must",
    category: Category = "skill",
    years: int | None = None,
    id: str = "r1",
) -> Requirement:
    quote = "Must have " + ", ".join(term for way in any_of for term in way)
    return Requirement(
        id=id, quote=quote, span=Span(start=0, end=len(quote)), kind=kind, category=category,
        any_of=any_of, min_years=years,
    )  # fmt: skip


def found(support: Support, id: str = "r1") -> Match:
    return Match(requirement_id=id, support=support)


@pytest.mark.parametrize(
    ("requirement", "words"),
    [
        (want(("Rust",), category="tool"), "Have you used Rust? Where?"),
        (
            want(("Rust",), ("Go",), category="tool", years=3),
            "Rust or Go? Where? For how many years",
        ),
        (want(("forklift licence",), category="certification"), "Do you hold a forklift licence?"),
        (want(("Ohio teacher license",), category="certification"), "an Ohio teacher license?"),
        (want(("animal care and use",), category="certification"), "use”. Does it hold"),
        (want(("guests feel welcome",), category="soft"), "welcome”. When did you show that?"),
        (want(("teamwork skills",), category="soft"), "When did you show teamwork skills?"),
        (want(("bachelor's degree",), category="education"), "finish?"),
        (want(("German",), category="language"), "Do you speak German? How well"),
        (want(("empathy",), category="soft"), "empathy”. When did you show that?"),
        (want(("creative",), category="soft"), "What shows that you are creative?"),
        (want(("adapt to changes",), category="soft"), "When did you have to adapt to changes?"),
        (want(("analyzing samples",)), "What experience do you have analyzing samples, and"),
        (want(("patient care",)), "What experience do you have with patient care, and where?"),
        (
            want(
                ("bachelor's degree", "botany"),
                ("bachelor's degree", "biology"),
                ("diploma",),
                category="education",
            ),
            "Do you have a bachelor's degree in botany or biology or diploma?",
        ),
        (want(*((f"tool {n}",) for n in range(9)), category="tool"), "tool 4 or the like?"),
        (want(("night shifts",), category="condition"), "Does it hold for you, or can you agree"),
        (want(("fleet",), category="experience", years=5), "fleet”. How many years do you have"),
        (want(("fleet management",), category="experience", years=5), "5 years with fleet m"),
        (want(("Experience leading a small",), category="soft"), "small”. When did you show that?"),
        (want(("ambiguity",), category="soft"), "ambiguity”. When did you show that?"),
        (want(("van",), ("minibus",), category="tool"), "experience do you have with van or mini"),
        (want(("NVQ level 2", "catering"), category="education"), "Do you have an NVQ level 2 in"),
        (want(("milling", "turning")), "milling and turning"),
        (want(("tasks",)), "The posting says “Must have tasks”"),
    ],
)
def test_the_question_is_short_and_fits_what_is_asked(requirement: Requirement, words: str) -> None:
    asked = question(requirement)
    assert words in asked
    assert asked.endswith("?") or "situation" in asked
    assert len(asked) < 140


def test_only_unsupported_musts_and_preferred_are_gaps_musts_first() -> None:
    requirements = [
        want(("a",), id="r1", kind="preferred"),
        want(("b",), id="r2"),
        want(("c",), id="r3", kind="responsibility"),
        want(("d",), id="r4"),
        want(("e",), id="r5"),
    ]
    matches = [
        found("none", "r1"), found("none", "r2"), found("none", "r3"),
        found("partial", "r4"), found("explicit", "r5"),
    ]  # fmt: skip
    gaps = find_gaps(requirements, matches, RESUME)
    assert [gap.requirement.id for gap in gaps] == ["r2", "r1"]


def test_what_no_rewording_helps_is_asked_first() -> None:
    requirements = [
        want(("blueprints",), id="r1"),
        want(("French",), id="r2", kind="preferred", category="language"),
        want(("crane licence",), id="r3", category="certification"),
        want(("rigging",), id="r4", category="experience", years=4),
    ]
    gaps = find_gaps(requirements, [found("none", r.id) for r in requirements], RESUME)
    assert [gap.requirement.id for gap in gaps] == ["r3", "r4", "r1", "r2"]


def test_entries_of_the_same_field_come_first_then_the_most_recent() -> None:
    gap = find_gaps([want(("forklift maintenance",))], [found("none")], RESUME)[0]
    assert gap.suggested_entry_ids == ("e2", "e1", "e3")


def test_an_answer_becomes_a_dated_fact() -> None:
    gap = find_gaps([want(("Rust",), category="tool")], [found("none")], RESUME)[0]
    fact = fact_from_answer(gap, "  Yes, wrote\nthe scheduler in Rust ", "e1", date(2026, 3, 1))
    assert fact.text == "Yes, wrote the scheduler in Rust"
    assert (fact.entry_id, fact.stated_on) == ("e1", "2026-03-01")
    assert (fact.question, fact.requirement_quote) == (gap.question, gap.requirement.quote)
    again = fact_from_answer(gap, "Yes, wrote the scheduler in Rust", "e1", date(2026, 4, 1))
    other = fact_from_answer(gap, "Yes, wrote the scheduler in Rust", "e2", date(2026, 3, 1))
    assert fact.id == again.id != other.id
