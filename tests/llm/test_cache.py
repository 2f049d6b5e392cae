from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest

from agent.errors import InputError
from agent.llm.cache import (
    Kept,
    Recording,
    append_recording,
    key_of,
    read_cached,
    write_cached,
)

QUESTION: dict[str, Any] = {
    "model": "m",
    "base_url": "http://a/v1",
    "messages": [{"role": "user", "content": "<fence-0a1b2c3d>\nhello\n</fence-0a1b2c3d>"}],
    "schema": {"type": "object"},
    "sampling": {"temperature": 0},
}


def test_the_random_tag_does_not_change_the_key() -> None:
    other = [{"role": "user", "content": "<fence-ffffffff>\nhello\n</fence-ffffffff>"}]
    assert key_of(**QUESTION) == key_of(**(QUESTION | {"messages": other}))


@pytest.mark.parametrize(
    "change",
    [
        {"model": "n"},
        {"base_url": "http://b/v1"},
        {"messages": [{"role": "user", "content": "hello"}]},
        {"schema": {"type": "array"}},
        {"sampling": {"temperature": 1}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_all_else_does(change: dict[str, Any]) -> None:
    assert key_of(**QUESTION) != key_of(**(QUESTION | change))


def test_what_is_kept_is_for_this_user_only(tmp_path: Path) -> None:
    kept = Kept("k1", "judge@00000000", '{"answers": []}', "", {"calls": 1})
    write_cached(tmp_path / "cache", kept)
    append_recording(tmp_path / "run.jsonl", kept)
    assert read_cached(tmp_path / "cache", "k1") == kept
    for path in (tmp_path / "cache" / "k1.json", tmp_path / "run.jsonl"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", ["", "{", "[]", '{"key": 1}', "null"])
def test_a_damaged_file_is_no_answer(tmp_path: Path, content: str) -> None:
    (tmp_path / "k1.json").write_text(content)
    assert read_cached(tmp_path, "k1") is None


@pytest.mark.parametrize("content", [None, "{", '{"key": 1}\n'])
def test_what_is_not_a_recording_says_so(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "run.jsonl").write_text(content)
    with pytest.raises(InputError, match=r"run\.jsonl"):
        Recording(tmp_path / "run.jsonl")


def test_a_recording_must_hold_each_question_and_be_wholly_used(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    for key in ("k1", "k2"):
        append_recording(path, Kept(key, f"judge@{key}", "{}", "", {}))
    recording = Recording(path)
    assert recording.reply("k1", "judge").text == "{}"
    with pytest.raises(InputError, match="judge@new"):
        recording.reply("k3", "judge@new")
    with pytest.raises(InputError, match="judge@k2"):
        recording.finish()
    recording.reply("k2", "judge")
    recording.finish()


def test_an_answer_may_hold_any_line_break(tmp_path: Path) -> None:
    said = "one\u2028two\x85three\x0bfour"
    append_recording(tmp_path / "run.jsonl", Kept("k1", "judge@k1", said, "", {}))
    assert Recording(tmp_path / "run.jsonl").reply("k1", "judge").text == said
