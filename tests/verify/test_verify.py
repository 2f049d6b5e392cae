from __future__ import annotations

import pytest

from agent.language.ladders import known
from agent.models import (
    Bullet,
    Dates,
    Entry,
    Fact,
    Finding,
    Resume,
    Section,
    Span,
    Verdict,
)
from agent.verify import repair, verify


def _entry(id: str, heading: str, *lines: str, dates: Dates | None = None) -> Entry:
    bullets = tuple(Bullet(id=f"{id}b{n}", text=line) for n, line in enumerate(lines, start=1))
    return Entry(id=id, heading=heading, title=heading.split(",")[0], dates=dates, bullets=bullets)


RESUME = Resume(
    sections=(
        Section(
            id="s1",
            kind="experience",
            entries=(
                _entry(
                    "e1",
                    "Backend Developer, Fernway",
                    "Assisted with the migration of 14 billing jobs to AWS, cutting run time from 180 ms to 45 ms",  # noqa: E501
                    "Wrote unit tests with pytest; did not deploy to production",
                    "Target: 99% uptime",
                    dates=Dates(text="Jan 2018 – Jan 2020", start="2018-01", end="2020-01"),
                ),
                _entry("e2", "Operator, Norwell Bank", "Monitored 2 million payments a day"),
            ),
        ),
        Section(
            id="s2",
            kind="skills",
            heading="Skills",
            entries=(_entry("e3", "", "Kafka, Excel (basic), Spanish"),),
        ),
    )
)


def _types(rewrite: str, place: str = "e1b1", **options: object) -> set[str]:
    verdict = verify(rewrite, resume=RESUME, bullet_id=place, **options)  # type: ignore[arg-type]
    return {finding.type for finding in verdict.findings}


@pytest.mark.parametrize(
    ("rewrite", "place"),
    [
        ("Supported the migration of fourteen billing jobs to Amazon Web Services", "e1b1"),
        ("Helped migrate 14 billing jobs to AWS, cutting run time by 75%", "e1b1"),
        ("Used pytest to write unit tests", "e1b2"),
        ("Two years as a backend developer", "summary"),
        ("Kafka, Spanish, basic Excel", "skills"),
        ("", "e1b1"),
    ],
)
def test_what_the_evidence_says_passes(rewrite: str, place: str) -> None:
    assert _types(rewrite, place) == set()


@pytest.mark.parametrize(
    ("rewrite", "place", "type"),
    [
        ("Led the migration of 14 billing jobs to AWS", "e1b1", "agency"),
        ("Assisted with the migration of 40 billing jobs to AWS", "e1b1", "quantity"),
        ("Assisted with the migration of 14 billing jobs to AWS for Netflix", "e1b1", "employer"),
        ("Assisted with the migration of 14 billing jobs to AWS in 2015", "e1b1", "date"),
        ("Assisted with the migration of all billing jobs to AWS", "e1b1", "quantifier"),
        (
            "Assisted with the migration of 14 billing jobs to AWS, resulting in growth",
            "e1b1",
            "outcome",
        ),
        ("Assisted with the migration of 14 billing jobs to AWS and Kafka", "e1b1", "attribution"),
        ("Assisted with the migration of 2 million payments", "e1b1", "quantity"),
        ("Single-handedly assisted with the migration of 14 billing jobs", "e1b1", "exclusivity"),
        ("Wrote unit tests with pytest and deployed to production", "e1b2", "polarity"),
        ("Reached 99% uptime", "e1b3", "modality"),
        ("Senior Architect: wrote unit tests with pytest", "e1b2", "title"),
        ("PMP-certified; wrote unit tests with pytest", "e1b2", "credential"),
        ("Ten years as a backend developer", "summary", "tenure"),
        ("Fluent Spanish", "skills", "proficiency"),
        ("Wrote unit tests with pytest daily", "e1b2", "frequency"),
        ("Wrote unit tests with \u0440ytest", "e1b2", "form"),
    ],
)
def test_each_kind_of_lie_is_named(rewrite: str, place: str, type: str) -> None:
    assert type in _types(rewrite, place)


def test_a_finding_points_at_the_words_and_says_what_the_evidence_says() -> None:
    rewrite = "Assisted with the migration of 40 billing jobs to AWS"
    (finding,) = verify(rewrite, resume=RESUME, bullet_id="e1b1").findings
    assert rewrite[finding.span.start : finding.span.end] == "40"
    assert "14" in finding.reason
    assert finding.evidence[0].source_id == "e1b1"
    assert finding.suggestion == "14"


def test_a_gain_in_less_time_is_another_gain() -> None:
    resume = Resume(
        sections=(
            Section(
                id="s1",
                kind="experience",
                entries=(
                    _entry(
                        "e1",
                        "Welder, Elm Works",
                        "Cut scrap by 12% over two years",
                        dates=Dates(text="2018 - 2022", start="2018", end="2022"),
                    ),
                ),
            ),
        )
    )
    (found,) = verify("Cut scrap by 12% in two months", resume=resume, bullet_id="e1b1").findings
    assert found.type == "quantity"
    assert verify("Cut scrap 12% in two years", resume=resume, bullet_id="e1b1").supported


def test_repair_puts_the_evidence_in_place() -> None:
    rewrite = "Led the migration of 40 billing jobs to AWS"
    verdict = verify(rewrite, resume=RESUME, bullet_id="e1b1")
    repaired = repair(rewrite, verdict)
    assert repaired is not None
    assert verify(repaired, resume=RESUME, bullet_id="e1b1").supported, repaired


def test_repair_says_no_word_twice_in_a_row() -> None:
    rewrite = "Worked with vendors to develop and manage the budget"
    start = rewrite.index("manage")
    doubtful = Finding(
        type="agency",
        tier="hard",
        severity="major",
        span=Span(start=start, end=start + len("manage")),
        reason="'manage' claims more than 'develop'.",
        suggestion="develop",
    )
    assert repair(rewrite, Verdict(supported=False, findings=(doubtful,))) is None
    fine = doubtful.model_copy(update={"suggestion": "track"})
    assert repair(rewrite, Verdict(supported=False, findings=(fine,))) == (
        "Worked with vendors to develop and track the budget"
    )


def test_repair_gives_up_without_a_suggestion() -> None:
    rewrite = "Wrote unit tests with pytest for Netflix"
    assert repair(rewrite, verify(rewrite, resume=RESUME, bullet_id="e1b2")) is None


def test_a_fact_supports_its_own_entry_only() -> None:
    fact = Fact(id="f1", text="I used Kafka for the billing jobs", entry_id="e1")
    rewrite = "Assisted with the migration of 14 billing jobs to AWS and Kafka"
    assert verify(rewrite, resume=RESUME, bullet_id="e1b1", facts=[fact]).supported
    elsewhere = fact.model_copy(update={"entry_id": "e2"})
    assert not verify(rewrite, resume=RESUME, bullet_id="e1b1", facts=[elsewhere]).supported


@pytest.mark.parametrize(
    ("setting", "tiers"), [("ask", {"soft"}), ("strict", {"hard"}), ("warn", set())]
)
def test_the_skills_list_proves_no_use(setting: str, tiers: set[str]) -> None:
    verdict = verify(
        "Assisted with the migration of 14 billing jobs to AWS and Kafka",
        resume=RESUME,
        bullet_id="e1b1",
        attribution=setting,  # type: ignore[arg-type]
    )
    assert {finding.tier for finding in verdict.findings} == tiers


def test_a_supported_slot_names_its_line() -> None:
    verdict = verify("Used pytest to write unit tests", resume=RESUME, bullet_id="e1b2")
    assert {slot.evidence.source_id for slot in verdict.slots} == {"e1b2"}


def test_a_line_may_be_new_in_its_entry() -> None:
    assert verify("Wrote unit tests", resume=RESUME, bullet_id="e1").supported
    assert not verify("Monitored 2 million payments a day", resume=RESUME, bullet_id="e1").supported


def test_an_unknown_line_is_named() -> None:
    with pytest.raises(KeyError, match="'nowhere'"):
        verify("x", resume=RESUME, bullet_id="nowhere")


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x7f", "\x9b", "\u202e"])
def test_a_character_that_nobody_sees_is_found(char: str) -> None:
    assert _types(f"Wrote unit tests{char} with pytest; did not deploy to production", "e1b2") >= {
        "form"
    }


@pytest.mark.parametrize("word", ["revenue", "trained", "increased"])
def test_the_number_of_a_word_group_proves_neither_an_amount_nor_a_name(word: str) -> None:
    resume = _one_line("Increased revenue and trained cashiers at the store")
    groups = {key[1:] for key in known(word).keys if key[1:].isdigit()}
    assert groups
    for number in sorted(groups):
        for rewrite in (
            f"Increased revenue in stores {number}",
            f"Increased revenue in ventures {number}",
            f"Increased revenue on S{number}",
            f"Increased revenue on V{number}",
        ):
            verdict = verify(rewrite, resume=resume, bullet_id="e1b1")
            assert any(f.span.end == len(rewrite) for f in verdict.findings), rewrite


def _one_line(text: str) -> Resume:
    entry = _entry("e1", "Manager, Store", text)
    return Resume(sections=(Section(id="s1", kind="experience", entries=(entry,)),))
