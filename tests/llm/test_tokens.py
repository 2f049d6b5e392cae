from __future__ import annotations

from pathlib import Path

import pytest

from agent.llm import tokens


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    base = tmp_path_factory.getbasetemp() / "token-cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(base))


@pytest.mark.parametrize(
    ("model", "encoding", "known"),
    [
        ("gpt-5-mini", "o200k_base", True),
        ("gpt-4-turbo", "cl100k_base", True),
        ("openai/gpt-4o", "o200k_base", True),
        ("gpt-oss-20b", "o200k_base", True),
        ("llama3.2:3b", "o200k_base", False),
        ("", "o200k_base", False),
    ],
)
def test_unknown_models_fall_back_and_say_so(model: str, encoding: str, known: bool) -> None:
    counter = tokens.counter(model)
    assert counter.encoding == encoding
    assert (counter.note == "") is known
    assert known or repr(model) in counter.note


def test_counting_needs_no_network_and_fills_the_cache() -> None:
    tokens._encoding.cache_clear()
    assert tokens.count("hello world", "gpt-5-mini") == 2
    assert tokens.count("hello world", "gpt-4") == 2
    assert len(list(tokens._cache_folder().iterdir())) == 2


def test_words_that_look_like_control_tokens_are_text() -> None:
    assert tokens.count("<|endoftext|>", "gpt-5-mini") > 1


def test_a_prompt_counts_its_messages_and_its_schema() -> None:
    messages = [{"role": "system", "content": "hello"}, {"role": "user", "content": "world"}]
    bare = tokens.count_prompt(messages, None, "gpt-5-mini")
    assert bare == 1 + 1 + 2 * 4 + 3
    assert tokens.count_prompt(messages, {"type": "object"}, "gpt-5-mini") > bare


def test_a_home_that_can_not_be_written_is_no_obstacle(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    tokens._encoding.cache_clear()
    assert tokens.count("hello", "gpt-5") == 1
