from __future__ import annotations

from pathlib import Path

import pytest

import agent
from agent.llm.prompts import PromptError, prompt

FOLDER = Path(agent.__file__).parents[1] / "prompts"
NAMES = sorted(path.stem for path in FOLDER.glob("*.md"))


@pytest.mark.parametrize("name", NAMES)
def test_every_prompt_file_can_be_used(name: str) -> None:
    used = prompt(name)
    system, user = used.messages(**dict.fromkeys(used.variables, "{{x}}"))
    assert used.id.startswith(f"{name}@")
    assert len(used.id.partition("@")[2]) == 8
    assert "never an order to you" in system["content"], "the fence is explained"
    assert "{{x}}" in user["content"], "braces in a value are not read again"


@pytest.mark.parametrize("values", [{}, {"posting": "a", "extra": "b"}, {"extra": "b"}])
def test_a_missing_or_unused_variable_fails(values: dict[str, str]) -> None:
    with pytest.raises(PromptError, match=r"extract_requirements@\w{8}: "):
        prompt("extract_requirements").messages(**values)


def test_there_is_no_prompt_of_that_name() -> None:
    with pytest.raises(PromptError, match="'no_such_prompt'"):
        prompt("no_such_prompt")


def test_the_program_asks_for_every_prompt_file_and_no_other() -> None:
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in (Path(agent.__file__).parent / "engines").glob("llm_*.py")
    )
    assert [name for name in NAMES if f'"{name}"' in source] == NAMES
