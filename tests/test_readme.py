"""What README shows is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import agent
from agent import OfflineEngine, tailor, verify

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = Path(agent.__file__).parent / "examples"


def shown(label: str) -> str:
    found = re.search(rf"^{label} +(.+)$", README, re.MULTILINE)
    assert found, f"README shows no {label!r} line"
    return found.group(1)


def test_the_bullet_before_and_after_is_what_the_example_gives() -> None:
    result = tailor(EXAMPLES / "resume.docx", EXAMPLES / "posting.html", engine=OfflineEngine())
    assert shown("after") in {c.after for c in result.applied if c.before == shown("before")}


def test_the_refused_claim_is_refused_for_that_reason() -> None:
    resume = agent.read_resume(EXAMPLES / "resume.docx")
    bullet = next(b for b in resume.bullets() if b.text.startswith("Took part"))
    verdict = verify(shown("refused"), resume=resume, bullet_id=bullet.id)
    assert shown("because") in [finding.reason for finding in verdict.findings]


@pytest.mark.parametrize("mark", ["example", "tests"])
def test_each_job_has_one_command(mark: str) -> None:
    block = README.split(f"<!-- {mark} -->")[1].split("```")[1]
    assert len(re.findall(r"^\$ ", block, re.MULTILINE)) == 1


def test_every_command_of_the_table_exists() -> None:
    from agent.cli import app

    names = {command.name or command.callback.__name__ for command in app.registered_commands}
    names |= {group.name for group in app.registered_groups}
    named = set(re.findall(r"`vouched (\w+)", README))
    assert named <= names
    assert names - named <= {"example"}, "a command that README does not tell of"


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_file_that_is_named_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for path in re.findall(r"`((?:agent|evals|prompts|tests)/[\w/.*-]*)`", text):
        assert list(ROOT.glob(path.rstrip("/"))), f"{page} names {path}, which is not there"
