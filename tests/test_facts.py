"""Saved answers: carried over, replaced, and never half-written."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.errors import OutputError, UnreadableFile
from agent.facts import load_facts, save_facts
from agent.models import Fact

ONE = Fact(id="f1", text="Used Rust.", entry_id="e1", stated_on="2026-03-01")
TWO = Fact(id="f2", text="Spoke German daily.")


def test_facts_round_trip(tmp_path: Path) -> None:
    path = save_facts([ONE, TWO], tmp_path / "facts.json")
    assert load_facts(path) == (ONE, TWO)
    assert list(tmp_path.iterdir()) == [path]


def test_of_two_with_one_id_the_later_stays(tmp_path: Path) -> None:
    newer = ONE.model_copy(update={"text": "Used Rust for two years."})
    assert load_facts(save_facts([ONE, newer], tmp_path / "facts.json")) == (newer,)


def test_no_file_is_no_facts(tmp_path: Path) -> None:
    assert load_facts(tmp_path / "none.json") == ()


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff\xfe", b'[{"id": "f1"}]'])
def test_another_file_is_refused_with_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.json"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=r"notes\.json"):
        load_facts(path)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"facts\.json"):
        save_facts([ONE], tmp_path / "nowhere" / "facts.json")
