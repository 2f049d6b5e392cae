from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from agent.cli import app
from sample import POSTING, RESUME

run = CliRunner()


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str, Path]:
    resume, posting = tmp_path / "rosa.md", tmp_path / "posting.txt"
    resume.write_text(RESUME, encoding="utf-8")
    posting.write_text(POSTING, encoding="utf-8")
    return str(resume), str(posting), tmp_path


def test_tailor_writes_document_report_and_result(files: tuple[str, str, Path]) -> None:
    resume, posting, folder = files
    done = run.invoke(app, ["tailor", resume, posting, "-o", str(folder / "out")])
    assert done.exit_code == 0, done.output
    names = {path.name for path in (folder / "out").iterdir()}
    assert names == {"rosa_tailored.md", "report.html", "result.json"}
    assert "NetSuite" in done.stdout


def test_json_is_for_machines(files: tuple[str, str, Path]) -> None:
    resume, posting, folder = files
    done = run.invoke(app, ["tailor", resume, posting, "-o", str(folder / "out"), "--json"])
    answer = json.loads(done.stdout)
    assert answer["score"]["after"]["findings"] == 0
    assert len(answer["files"]) == 3
    assert "source" not in answer["resume"]


def test_check_lists_each_claim_with_its_line_and_exits_1(files: tuple[str, str, Path]) -> None:
    resume, _, folder = files
    tailored = folder / "tailored.md"
    tailored.write_text(RESUME.replace("35 employees", "350 employees"), encoding="utf-8")
    done = run.invoke(app, ["check", resume, str(tailored)])
    assert done.exit_code == 1
    assert "350 employees" in done.stdout
    assert "1 unsupported claim." in done.stdout


def test_check_of_an_untouched_resume_exits_0(files: tuple[str, str, Path]) -> None:
    done = run.invoke(app, ["check", files[0], files[0]])
    assert done.exit_code == 0, done.output


def test_rank_takes_files_as_well_as_a_folder(files: tuple[str, str, Path]) -> None:
    resume, posting, folder = files
    other = folder / "other.txt"
    other.write_text("Pastry Chef\n\nRequirements\n- Experience with laminated dough\n")
    table = folder / "ranking.json"
    done = run.invoke(app, ["rank", resume, posting, str(other), "-o", str(table)])
    assert done.exit_code == 0, done.output
    ids = {row["id"] for row in json.loads(table.read_text())}
    assert ids == {"posting.txt", "other.txt"}


def test_score_show_and_requirements_answer(files: tuple[str, str, Path]) -> None:
    resume, posting, _ = files
    assert "ceiling" in run.invoke(app, ["score", resume, posting]).stdout
    assert "Tolland Parts Co." in run.invoke(app, ["show", resume]).stdout
    found = json.loads(run.invoke(app, ["requirements", posting, "--json"]).stdout)
    assert {one["kind"] for one in found} == {"must", "preferred", "responsibility"}


def test_no_word_of_a_file_orders_the_terminal(files: tuple[str, str, Path]) -> None:
    resume, _, folder = files
    page = folder / "jobs.jsonl"
    text = "Clerk\x9b2J wanted\n\nRequirements\n- Experience with Excel\x9b31m\n- Stores\n"
    page.write_text(json.dumps({"id": "1", "text": text}))
    done = run.invoke(app, ["rank", resume, str(page)])
    assert "Clerk" in done.stdout
    assert "\x9b" not in done.stdout


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.docx", b"", "empty"),
        (
            "old.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le"),
            "Save As",
        ),
        ("cut.docx", b"PK\x03\x04" + b"\0" * 100, "incomplete"),
        ("none.md", b"# Rosa Lindqvist\n", ""),
    ],
)
def test_bad_input_is_one_line_exit_2_and_nothing_written(
    files: tuple[str, str, Path], name: str, content: bytes, words: str
) -> None:
    _, posting, folder = files
    (folder / name).write_bytes(content)
    done = run.invoke(app, ["tailor", str(folder / name), posting, "-o", str(folder / "out")])
    assert done.exit_code == 2
    assert words.lower() in done.stderr.lower()
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.output
    assert not (folder / "out").exists()


def test_help_on_the_evals_is_their_own() -> None:
    done = run.invoke(app, ["eval", "tailoring", "--help"])
    assert done.exit_code == 0
    assert "--solver" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["tailor", "a.md", "b.txt", "--facts", "no-such.json"], "no-such.json"),
        (["serve", "--port", "70000"], "--port"),
    ],
)
def test_an_option_that_can_not_be_is_said_before_anything_is_done(
    arguments: list[str], words: str
) -> None:
    done = run.invoke(app, arguments)
    assert done.exit_code == 2
    assert words in done.stderr


def test_an_engine_that_is_not_there_is_said() -> None:
    done = run.invoke(app, ["tailor", "a.md", "b.txt", "--engine", "magic"])
    assert done.exit_code == 2
    assert "magic" in done.stderr
