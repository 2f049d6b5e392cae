"""A user's own lexicon, from the shapes in which taxonomies are downloaded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.errors import UnreadableFile
from agent.language import lexicon, lexicon_import

TAXONOMIES = Path(__file__).parents[2] / "../shared/data/taxonomies"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("VOUCHED_LEXICON", str(tmp_path / "lexicon"))
    lexicon.reload()
    yield
    monkeypatch.undo()
    lexicon.reload()


def test_esco_csv(tmp_path: Path) -> None:
    file = tmp_path / "skills_en.csv"
    file.write_text(
        'conceptType,preferredLabel,altLabels\nKnowledge,campanology,"bell ringing\nbellringing"\n',
        encoding="utf-8",
    )
    assert lexicon_import.add(file) == 1
    assert lexicon.canonical("bell ringing") == "campanology"


def test_onet_tab_separated(tmp_path: Path) -> None:
    file = tmp_path / "Technology Skills.txt"
    file.write_text(
        "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\n"
        "11-1011.00\tBellMaster 3000\t43\tBell tower software\n",
        encoding="utf-8",
    )
    assert lexicon_import.add(file) == 2
    assert lexicon.is_a("BellMaster 3000", "bell tower software")


def test_what_is_implied_is_dropped(tmp_path: Path) -> None:
    file = tmp_path / "aliases.jsonl"
    row = {"name": "Bellify", "aliases": ["bellify.js"], "implies": ["Python"]}
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert lexicon_import.add(file) == 1
    assert lexicon.canonical("bellify.js") == "Bellify"
    assert lexicon.hypernyms("Bellify") == frozenset()


def test_an_alias_of_two_things_belongs_to_neither(tmp_path: Path) -> None:
    file = tmp_path / "labels.jsonl"
    rows = [{"label": "handbell tuning", "alt": ["btx"]}, {"label": "bell casting", "alt": ["btx"]}]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert lexicon_import.add(file) == 2
    assert lexicon.canonical("btx") is None


def test_ours_stand_and_gain_names(tmp_path: Path) -> None:
    file = tmp_path / "labels.jsonl"
    row = {"label": "electronic health records", "alt": ["computerised patient chart", "AWS"]}
    file.write_text(json.dumps(row), encoding="utf-8")
    lexicon_import.add(file)
    assert lexicon.canonical("computerised patient chart") == "electronic health record"
    assert lexicon.canonical("AWS") == "AWS"


def test_reading_again_replaces(tmp_path: Path) -> None:
    file = tmp_path / "labels.jsonl"
    file.write_text(json.dumps({"label": "campanology", "alt": ["bell art"]}), encoding="utf-8")
    lexicon_import.add(file)
    file.write_text(json.dumps({"label": "campanology", "alt": []}), encoding="utf-8")
    lexicon_import.add(file)
    assert lexicon.canonical("bell art") is None


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"colour,taste\nred,sweet\n", "no skills"),
        (b"", "no skills"),
        (b'{"label": "x"\n', "line 1"),
        (b"\xff\xfe\x00\x01", "can't be read"),
    ],
)
def test_what_can_not_be_read_says_so(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "odd.csv"
    file.write_bytes(content)
    with pytest.raises(UnreadableFile, match=message):
        lexicon_import.add(file)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"nowhere\.csv"):
        lexicon_import.add(tmp_path / "nowhere.csv")


@pytest.mark.skipif(not TAXONOMIES.is_dir(), reason="the shared taxonomies are not here")
def test_a_real_download() -> None:
    assert lexicon_import.add(TAXONOMIES / "onet_technology.jsonl") > 8000
    assert lexicon.canonical("Microsoft Excel") == "Microsoft Excel"
