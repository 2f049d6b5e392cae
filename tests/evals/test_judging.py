"""The judge is measured on labelled pairs without faking an answer it did not give."""

import json
from pathlib import Path

import pytest
from stub_model import Asked, Fault, engine_on

from agent import LlmEngine
from agent.documents import read_resume
from evals.invention import Pair
from evals.judging import Judged, No, Yes, added, judge_pairs, summary
from evals.run import main

RESUME = read_resume(
    b"# Ada Crumb\n\n## Experience\n### Baker - Loaf Works (2020 - 2022)\n"
    b"- Mixed sourdough for 300 loaves a day\n- Trained two new starters on the slicer\n",
    name="ada.md",
)


def pair(place: str, rewrite: str, type: str, *, faithful: bool) -> Pair:
    return Pair(
        id=type, cluster=type, resume=RESUME, place=place, rewrite=rewrite, faithful=faithful,
        type=type,
    )  # fmt: skip


PAIRS = (
    pair("e1b2", "Coached two new starters on the slicer", "voice", faithful=True),
    pair("e1b1", "Mixed sourdough for 300 loaves a day in Go", "skill", faithful=False),
    pair("e1b1", "Mixed sourdough for 300 loaves a day, calmly", "outcome", faithful=False),
)


@pytest.mark.parametrize(
    ("before", "after", "claim"),
    [
        ("Ran tests", "Ran load tests", "load"),
        ("Ran tests", "Planned and ran tests", "Planned and ran"),
        ("Ran no tests", "Ran tests", "Ran tests"),
        ("", "Ran tests", "Ran tests"),
    ],
)
def test_the_claim_is_what_the_rewrite_adds(before: str, after: str, claim: str) -> None:
    start, end = added(before, after)
    assert after[start:end] == claim


def test_a_judge_that_says_no_is_the_verifier_and_one_that_says_yes_only_lifts() -> None:
    strict, lax = judge_pairs(PAIRS, No()), judge_pairs(PAIRS, Yes())
    assert [p.both for p in strict.pairs] == [p.verifier for p in strict.pairs]
    assert [p.alone for p in strict.pairs] == [True, True, True]
    assert [p.alone for p in lax.pairs] == [False, False, False]
    for yes in lax.pairs:
        assert yes.both == (yes.verifier and not yes.asked)


def answering(yes: dict[str, str]):
    """A judge's model that supports these claims by these quotes."""

    def brain(asked: Asked) -> str:
        answers = [
            {"id": id, "supported": claim in yes, "quote": yes.get(claim, "")}
            for id, claim in asked.lines.items()
        ]
        return json.dumps({"answers": answers})

    return brain


def flags(judged: Judged) -> dict[str, bool | None]:
    return {p.id: p.alone for p in judged.pairs}


def test_a_recorded_judge_gives_the_same_numbers_with_no_server(tmp_path: Path) -> None:
    kept = tmp_path / "judge.jsonl"
    live = engine_on(
        answering({"Coached": "Trained two new starters", "calmly": "300 trays a day"}),
        judge=True,
        record=kept,
    )
    first = judge_pairs(PAIRS, live.engine)
    # The second quote stands nowhere in the evidence, so that answer is no.
    assert flags(first) == {"voice": False, "skill": True, "outcome": True}
    replayed = LlmEngine("gpt-4.1-mini", judge=True, replay=kept)
    assert judge_pairs(PAIRS, replayed).pairs == first.pairs
    replayed.finish()
    rates = summary(first.pairs)
    assert rates.alone_recall[:1] + rates.alone_recall[3:] == (1.0, 2, 2)
    assert rates.alone_false_positives[:1] == (0.0,)
    assert set(rates.by_type) == {"skill", "outcome"}
    assert set(rates.by_transform) == {"voice"}


def test_a_judge_that_does_not_answer_is_unscored_and_blocks() -> None:
    silent = engine_on(lambda asked: Fault(500, "down"), judge=True).engine
    judged = judge_pairs(PAIRS, silent)
    assert flags(judged) == {"voice": None, "skill": None, "outcome": None}
    assert [p.both for p in judged.pairs] == [p.verifier for p in judged.pairs]
    assert judged.notes
    rates = summary(judged.pairs)
    assert (rates.alone_recall.value, rates.alone_recall.n, rates.alone_recall.of) == (None, 0, 2)


def test_without_a_judge_nothing_is_measured(tmp_path: Path, monkeypatch, capsys) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "VOUCHED_MODEL", "AZURE_OPENAI_ENDPOINT"):
        monkeypatch.delenv(name, raising=False)
    assert main(["judge", "--runs", str(tmp_path)]) == 2
    assert "No judge is configured, so none is measured" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_stub_is_called_one(tmp_path: Path, capsys) -> None:
    assert main(["judge", "--stub", "no", "--limit", "6", "--runs", str(tmp_path)]) == 0
    assert "judge / stub no" in capsys.readouterr().out
    assert (tmp_path / "judge-stub-no.json").exists()
