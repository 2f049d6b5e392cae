from __future__ import annotations

from pathlib import Path

import pytest

import agent
from agent import OfflineEngine, read_resume, score, tailor
from agent.errors import InputError, OutputError
from agent.models import Progress
from agent.result import Tailored
from agent.verify import check
from sample import POSTING, RESUME

EXAMPLES = Path(agent.__file__).parent / "examples"


@pytest.fixture(scope="module")
def result() -> Tailored:
    return tailor(EXAMPLES / "resume.docx", EXAMPLES / "posting.html", engine=OfflineEngine())


def test_the_example_gains_coverage_and_claims_nothing_new(result: Tailored) -> None:
    before, after = result.score.before, result.score.after
    assert result.applied
    assert after.findings == after.critical == 0
    assert after.identity.value == 1.0
    assert after.literal.coverage.value > before.literal.coverage.value
    assert after.normalized.coverage.value >= before.normalized.coverage.value


def test_every_change_names_the_lines_it_rests_on(result: Tailored) -> None:
    sources = {b.id: b.text for b in result.resume.bullets()}
    sources |= {e.id: e.heading for e in result.resume.entries()}
    for change in result.applied:
        assert change.evidence, f"{change.after!r} rests on nothing"
        for evidence in change.evidence:
            assert evidence.quote in sources[evidence.source_id]


def test_what_nothing_supports_is_a_gap_with_a_question(result: Tailored) -> None:
    gaps = {gap.requirement.quote: gap.question for gap in result.gaps}
    pccn = next(question for quote, question in gaps.items() if "PCCN" in quote)
    assert pccn.endswith("?")
    assert "PCCN" in pccn
    assert "PCCN" not in " ".join(bullet.text for bullet in result.document.bullets())


def test_the_result_round_trips_through_json(result: Tailored) -> None:
    assert Tailored.model_validate_json(result.model_dump_json()) == result


def test_the_saved_word_file_reads_back_as_the_document(result: Tailored, tmp_path: Path) -> None:
    saved = result.save(tmp_path / "out.docx")
    texts = [bullet.text for bullet in read_resume(saved).bullets()]
    assert texts == [bullet.text for bullet in result.document.bullets()]
    assert check(result.resume, read_resume(saved)).supported


def test_only_the_ticked_changes_are_written(result: Tailored, tmp_path: Path) -> None:
    first = result.applied[0]
    saved = read_resume(result.save(tmp_path / "one.docx", accepted={first.bullet_id}))
    original = {bullet.text for bullet in result.resume.bullets()}
    assert {bullet.text for bullet in saved.bullets()} - original == {first.after}


@pytest.mark.parametrize("name", ["out.docx", "out.md", "out.txt", "out.json", "out.resume.json"])
def test_each_format_is_written(result: Tailored, tmp_path: Path, name: str) -> None:
    content = result.save(tmp_path / name).read_bytes()
    assert content[:2] == b"PK" if name.endswith(".docx") else b"Larkhill" in content


def test_an_unknown_ending_is_refused_before_anything_is_written(
    result: Tailored, tmp_path: Path
) -> None:
    with pytest.raises(OutputError, match=r"out\.odt"):
        result.save(tmp_path / "out.odt")
    assert not list(tmp_path.iterdir())


def test_progress_names_every_stage_once() -> None:
    seen: list[Progress] = []
    tailor(RESUME, POSTING, engine=OfflineEngine(), on_progress=seen.append)
    assert [step.stage for step in seen] == [
        "read", "extract", "match", "rewrite", "verify", "score",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("resume", "posting"),
    [
        (RESUME, "   "),
        (RESUME, "We are a nice company. We like lunch."),
        ("", POSTING),
        ("# Rosa Lindqvist", POSTING),
    ],
)
def test_nothing_to_do_says_what_to_do(resume: str, posting: str) -> None:
    with pytest.raises(InputError) as caught:
        tailor(resume, posting, engine=OfflineEngine())
    assert caught.value.hint


def test_score_finds_a_planted_claim_in_any_document() -> None:
    honest = score(RESUME, original=RESUME, posting=POSTING)
    lying = score(
        RESUME.replace("Posted invoices", "Posted invoices in NetSuite"),
        original=RESUME,
        posting=POSTING,
    )
    assert honest.findings == 0
    assert lying.findings > 0
    assert lying.sc_safe.value <= honest.sc_safe.value
