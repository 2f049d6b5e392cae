"""Rankings as files: complete after an interruption, safe to open in a spreadsheet or browser."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from agent.documents import read_resume
from agent.errors import NothingToDo, OutputError
from agent.models import Resume
from agent.rank import Ranked
from agent.rank_files import done_ids, rank_files, safe_cell

TEXT = "{0} wanted\n\nRequirements\n- Experience with {0}\n- {1}\n"


@pytest.fixture
def person() -> Resume:
    return read_resume(
        b"# A B\n\n## Experience\n### Cook \xe2\x80\x94 Inn (2015 - 2024)\n- Cooked fish\n"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    postings = tmp_path / "postings"
    postings.mkdir()
    for name, words in {"a.txt": "tiling", "b.txt": "cooking fish", "c.txt": "roofing"}.items():
        (postings / name).write_text(TEXT.format(words, "Driving licence"), encoding="utf-8")
    (postings / "d.txt").write_text("", encoding="utf-8")
    return postings


def test_the_best_comes_first_and_the_unreadable_is_named(person: Resume, folder: Path) -> None:
    ranking = rank_files(person, folder)
    assert ranking.rows[0].id == "b.txt"
    assert len(ranking.rows) == 3
    assert [said.split(":")[0] for said in ranking.skipped] == ["d.txt"]


def test_several_sources_are_ranked_together(person: Resume, folder: Path, tmp_path: Path) -> None:
    lines = tmp_path / "more.jsonl"
    lines.write_text(json.dumps({"id": "a.txt", "text": TEXT.format("baking", "Ovens")}) + "\n")
    files = [folder / "a.txt", folder / "b.txt"]
    assert {row.id for row in rank_files(person, files).rows} == {"a.txt", "b.txt"}
    found = {row.id for row in rank_files(person, [*files, lines, folder]).rows}
    assert found == {"a.txt", "b.txt", "more.jsonl/a.txt"} | {
        f"postings/{name}.txt" for name in "abc"
    }
    twin = tmp_path / "a.txt"
    twin.write_text((folder / "a.txt").read_text())
    assert len({row.id for row in rank_files(person, [files[0], twin]).rows}) == 2


def test_a_missing_source_is_named_before_any_is_ranked(person: Resume, folder: Path) -> None:
    told: list[str] = []
    with pytest.raises(NothingToDo, match=r"gone\.txt"):
        rank_files(person, [folder, folder / "gone.txt"], on_row=lambda row: told.append(row.id))
    assert told == []


@pytest.mark.parametrize("ending", ["jsonl", "csv", "json", "html"])
def test_every_format_holds_every_posting(
    person: Resume, folder: Path, tmp_path: Path, ending: str
) -> None:
    output = tmp_path / f"out.{ending}"
    rank_files(person, folder, output)
    written = output.read_text(encoding="utf-8")
    assert all(name in written for name in ("a.txt", "b.txt", "c.txt", "d.txt"))
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"out.{ending}", "postings"]
    if ending == "json":
        assert json.loads(written)[0]["id"] == "b.txt"
    if ending == "csv":
        assert [row[1] for row in csv.reader(written.splitlines())][:2] == ["id", "b.txt"]


def test_an_interrupted_run_goes_on(person: Resume, folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"

    def stop(row: Ranked) -> None:
        if row.id == "b.txt":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rank_files(person, folder, output, on_row=stop)
    with output.open("a", encoding="utf-8") as cut:
        cut.write('{"id": "c.txt", "la')
    assert done_ids(output) == {"a.txt"}
    seen: list[str] = []
    rank_files(person, folder, output, on_row=lambda row: seen.append(row.id))
    assert seen == ["b.txt", "c.txt", "d.txt"]
    assert done_ids(output) == {"a.txt", "b.txt", "c.txt", "d.txt"}


def test_lines_of_a_jsonl_are_postings(person: Resume, tmp_path: Path) -> None:
    source = tmp_path / "many.jsonl"
    rows = [{"id": "x", "text": TEXT.format("tiling", "Welding")}, {"nothing": 1}]
    source.write_text("\n".join(map(json.dumps, rows)) + "\nnot json\n", encoding="utf-8")
    ranking = rank_files(person, source)
    assert [row.id for row in ranking.rows] == ["x"]
    assert [said.split(":")[0] for said in ranking.skipped] == ["line 2", "line 3"]


@pytest.mark.parametrize("cell", ["=1+1", "+x", "-x", "@x", "\tx", "＝1＋1", "＋x", "－x", "＠x"])
def test_no_cell_is_run_as_a_formula(cell: str) -> None:
    assert safe_cell(cell) == f"'{cell}"
    assert safe_cell("x=1") == "x=1"


def test_what_a_posting_says_is_no_html(person: Resume, tmp_path: Path) -> None:
    source = tmp_path / "bad.jsonl"
    words = "<script>alert(1)</script>"
    row = {"id": words, "text": TEXT.format(words, "Welding")}
    source.write_text(json.dumps(row), encoding="utf-8")
    output = tmp_path / "out.html"
    rank_files(person, source, output)
    assert "<script" not in output.read_text(encoding="utf-8")


def test_no_posting_and_unknown_endings_are_refused(
    person: Resume, folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(NothingToDo, match="empty"):
        rank_files(person, tmp_path / "empty")
    with pytest.raises(OutputError, match=r"\.xls"):
        rank_files(person, folder, tmp_path / "out.xls")
