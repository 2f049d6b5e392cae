"""The measures of a document are those of the design, for any resume and any requirements."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.models import (
    Bullet,
    Check,
    CheckedLine,
    Entry,
    Finding,
    Match,
    Requirement,
    RequirementKind,
    Resume,
    Score,
    Section,
    SectionKind,
    Severity,
    Span,
    Support,
    Verdict,
)
from agent.score import score_document, supports

KINDS: tuple[RequirementKind, ...] = ("must", "preferred", "responsibility")


def resume(**lines: list[str]) -> Resume:
    """One section for each kind, with its lines; ids are 'experience1', 'experience2', ..."""
    kinds: dict[str, SectionKind] = {
        "summary": "summary", "experience": "experience", "skills": "skills"
    }  # fmt: skip
    return Resume(
        sections=tuple(
            Section(
                id=f"s{kind}",
                kind=kinds[kind],
                entries=(
                    Entry(
                        id=f"e-{kind}",
                        heading="Welder — Sloan Yards (2020 – 2024)"
                        if kind == "experience"
                        else "",
                        title="Welder" if kind == "experience" else None,
                        bullets=tuple(
                            Bullet(id=f"{kind}{n}", text=text) for n, text in enumerate(texts, 1)
                        ),
                    ),
                ),
            )
            for kind, texts in lines.items()
        )
    )


def want(
    id: str, *any_of: tuple[str, ...], kind: RequirementKind = "must", n: int = 1
) -> Requirement:
    return Requirement(
        id=id, quote=id, span=Span(start=0, end=len(id)), kind=kind, category="skill",
        any_of=any_of, at_least=n,
    )  # fmt: skip


def held(id: str, support: Support = "explicit", missing: tuple[str, ...] = ()) -> Match:
    return Match(requirement_id=id, support=support, terms=("x",), missing=missing)


def fault(text: str, words: str, severity: Severity = "major") -> Finding:
    at = text.index(words)
    return Finding(
        type="skill", tier="hard", severity=severity, reason="not in the evidence",
        span=Span(start=at, end=at + len(words)),
    )  # fmt: skip


def checked(document: Resume, original: Resume, faults: dict[str, Finding] | None = None) -> Check:
    before = {bullet.id: bullet.text for bullet in original.bullets()}
    found = faults or {}
    return Check(
        lines=tuple(
            CheckedLine(
                text=bullet.text,
                line_id=bullet.id,
                bullet_id=bullet.id if bullet.id in before else None,
                status="new"
                if bullet.id not in before
                else ("same" if before[bullet.id] == bullet.text else "changed"),
                verdict=Verdict(
                    supported=bullet.id not in found,
                    findings=(found[bullet.id],) if bullet.id in found else (),
                ),
            )
            for bullet in document.bullets()
        )
    )


def measure(
    document: Resume,
    requirements: list[Requirement],
    matches: list[Match],
    *,
    original: Resume | None = None,
    faults: dict[str, Finding] | None = None,
) -> Score:
    original = original or document
    return score_document(
        document,
        original=original,
        requirements=requirements,
        matches=matches,
        check=checked(document, original, faults),
    )


def test_a_must_weighs_three_times_the_rest() -> None:
    score = measure(
        resume(experience=["Welded hulls"]),
        [want("r1", ("welded",)), want("r2", ("crane",), kind="preferred")],
        [held("r1"), held("r2", "none")],
    )
    assert score.normalized.coverage.value == pytest.approx(3 / 4)
    assert score.ceiling.value == pytest.approx(3 / 4)
    assert (score.normalized.must.value, score.normalized.preferred.value) == (1, 0)
    assert score.matched == ("r1",)


def test_literal_is_stricter_than_normalized() -> None:
    score = measure(resume(experience=["Welds hulls"]), [want("r1", ("welding",))], [held("r1")])
    assert (score.literal.coverage.value, score.normalized.coverage.value) == (0, 1)


@pytest.mark.parametrize(
    ("lines", "worth"),
    [
        ({"experience": ["Wrote a Rust parser"]}, 1.0),
        ({"summary": ["Writes Rust"]}, 0.7),
        ({"skills": ["Go, Rust"]}, 0.5),
        ({"skills": ["Go, Rust"], "experience": ["Wrote a parser in Rust"]}, 1.0),
        ({"experience": ["Learning Rust"]}, 0.0),
    ],
)
def test_where_a_match_stands_counts_in_contextual_coverage(
    lines: dict[str, list[str]], worth: float
) -> None:
    score = measure(resume(**lines), [want("r1", ("Rust",))], [held("r1")])
    assert score.normalized.contextual.value == pytest.approx(worth)


def test_two_of_three_alternatives() -> None:
    wanted = [want("r1", ("Go",), ("Rust",), ("Perl",), n=2)]
    assert measure(resume(skills=["Go, Rust"]), wanted, [held("r1")]).matched == ("r1",)
    assert measure(resume(skills=["Go, Java"]), wanted, [held("r1")]).matched == ()


def test_a_lie_raises_coverage_but_not_the_headline() -> None:
    original = resume(experience=["Welded hulls", "Swept the yard"])
    lie = "Swept the yard and ran the crane in Rust"
    document = original.with_texts({"experience2": lie})
    requirements = [want("r1", ("welded",)), want("r2", ("crane",)), want("r3", ("swept",))]
    matches = [held("r1"), held("r2", "none"), held("r3")]
    score = measure(
        document, requirements, matches,
        original=original, faults={"experience2": fault(lie, "ran the crane", "critical")},
    )  # fmt: skip
    assert score.literal.coverage.value == 1
    assert score.literal.overreach.value == 0  # the words at fault earn nothing
    assert score.sc_safe.value == 1
    assert (score.findings, score.critical, score.major, score.minor) == (1, 1, 0, 0)
    assert score.unsupported_rate.value == 1


def test_a_lie_costs_the_true_words_of_its_line() -> None:
    original = resume(experience=["Welded hulls"])
    lie = "Welded hulls with a plasma cutter as the sole fitter"
    document = original.with_texts({"experience1": lie})
    score = measure(
        document, [want("r1", ("plasma cutter",))], [held("r1")],
        original=original, faults={"experience1": fault(lie, "sole fitter")},
    )  # fmt: skip
    assert (score.literal.supportable.value, score.sc_safe.value) == (1, 0)


def test_a_new_line_with_a_finding_is_left_out_of_the_headline() -> None:
    original = resume(experience=["Welded hulls"])
    document = resume(experience=["Welded hulls", "Inspected keels"])
    score = measure(
        document, [want("r1", ("inspected keels",))], [held("r1")], original=original,
        faults={"experience2": fault("Inspected keels", "Inspected")},
    )  # fmt: skip
    assert score.sc_safe.value == 0


def test_preservation_and_identity() -> None:
    original = resume(experience=["Welded 40 hulls in Bergen for $2,000 each"])
    less = original.with_texts({"experience1": "Welded hulls in Bergen"})
    assert measure(original, [], []).preservation.value == 1
    score = measure(less, [], [], original=original)
    assert 0 < (score.preservation.value or 0) < 1
    assert score.identity.value == 1
    renamed = original.model_copy(update={"name": "X"})
    assert measure(renamed, [], [], original=renamed).identity.value == 1


def test_a_changed_title_breaks_identity() -> None:
    original = resume(experience=["Welded hulls"])
    section = original.sections[0]
    promoted = section.model_copy(
        update={"entries": (section.entries[0].model_copy(update={"title": "Chief Welder"}),)}
    )
    score = measure(
        original.model_copy(update={"sections": (promoted,)}), [], [], original=original
    )
    assert (score.identity.value or 0) < 1


@pytest.mark.parametrize(
    ("after", "stuffing"),
    [
        ("Welded hulls", 0),
        ("Welding, welding, welding, welding", 2),
        ("Skilled: welding, cranes, keels, torches, rigging, gouging", 1),
    ],
)
def test_stuffing_is_counted(after: str, stuffing: int) -> None:
    original = resume(experience=["Welded hulls"])
    document = original.with_texts({"experience1": after})
    score = measure(document, [want("r1", ("welding",))], [held("r1")], original=original)
    assert score.stuffing == stuffing


def test_nothing_to_count_is_none_with_a_reason() -> None:
    score = measure(resume(), [], [])
    for ratio in (
        score.ceiling, score.sc_safe, score.literal.coverage, score.literal.must,
        score.normalized.overreach, score.unsupported_rate, score.preservation, score.identity,
    ):  # fmt: skip
        assert ratio.value is None
        assert ratio.reason.endswith(".")


@pytest.mark.parametrize(
    ("match", "counts"),
    [
        (held("r1", "implied"), True),
        (held("r1", "none"), False),
        (held("r1", "partial"), True),  # the words are there, only the years fall short
        (held("r1", "partial", missing=("y",)), False),
    ],
)
def test_what_the_source_supports(match: Match, counts: bool) -> None:
    assert supports(match) is counts


WORDS = ("welding", "crane", "rust", "keel", "paint")


@st.composite
def scored(draw: st.DrawFn) -> Score:
    texts = draw(st.lists(st.lists(st.sampled_from(WORDS), max_size=3), max_size=4))
    document = resume(experience=["Did " + " and ".join(words) for words in texts])
    requirements = [
        want(f"r{n}", *[(word,) for word in words], kind=kind)
        for n, (words, kind) in enumerate(
            draw(
                st.lists(
                    st.tuples(
                        st.lists(st.sampled_from(WORDS), min_size=1, max_size=2),
                        st.sampled_from(KINDS),
                    ),
                    max_size=6,
                )
            )
        )
    ]
    labels: list[Support] = ["explicit", "none", "implied"]
    matches = [held(one.id, draw(st.sampled_from(labels))) for one in requirements]
    return measure(document, requirements, matches)


@given(scored())
@settings(max_examples=150, deadline=None)
def test_coverage_is_the_ceiling_times_what_is_reached_plus_overreach(score: Score) -> None:
    """C = K SC + (1 - K) O wherever no word carries a finding."""
    for profile in (score.literal, score.normalized):
        if score.ceiling.value is None:
            assert profile.coverage.value is None
            continue
        reached = score.ceiling.value * (profile.supportable.value or 0)
        beyond = (1 - score.ceiling.value) * (profile.overreach.value or 0)
        assert profile.coverage.value == pytest.approx(reached + beyond)


@given(scored())
@settings(max_examples=50, deadline=None)
def test_without_findings_the_headline_is_the_supportable_coverage(score: Score) -> None:
    assert score.sc_safe == score.literal.supportable
    assert score.sc_safe_normalized == score.normalized.supportable
