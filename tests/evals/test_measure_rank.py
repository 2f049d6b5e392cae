"""The postings that a ranking is measured on are all different, and what repeats is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.bench_inputs import real_postings
from evals.measure_rank import measure_real, posting, repeated


def test_generated_postings_differ_and_a_number_names_one() -> None:
    assert len({posting(number) for number in range(50)}) == 50
    assert posting(7) == posting(7)


@pytest.mark.parametrize(
    ("texts", "share"),
    [([], None), (["a\nb"], 0.0), (["a\nb", "a\n\nc"], 0.25), (["a", " a "], 0.5)],
)
def test_lines_said_before_are_counted(texts: list[str], share: float | None) -> None:
    assert repeated(texts) == share


def test_each_real_text_counts_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"text": posting(1)}, {"text": posting(2)}, {"text": posting(1)}]
    path = tmp_path / "postings_some.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    assert real_postings(tmp_path) == [posting(1), posting(2)]
    measure_real(tmp_path)
    assert capsys.readouterr().out.startswith("2 real postings of ")
    measure_real(tmp_path / "absent")
    assert "nothing measured" in capsys.readouterr().out
