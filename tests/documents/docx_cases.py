"""Edits made up for any file, and the files to make them in: the project's own and real ones."""

from __future__ import annotations

import random
from pathlib import Path

from docx_fixtures import LISTED, READS, RESUME, docx

from agent.documents.docx import read_docx
from agent.documents.docx_edit import Edit, Reorder
from agent.documents.lines import Line
from agent.errors import UnreadableFile

REAL = Path(__file__).parents[3] / "shared/data/docx"


def own_files() -> dict[str, bytes]:
    """Every fixture of the project."""
    listed = {name: docx(body) for name, (body, _) in LISTED.items()}
    return {name: content for name, (content, _) in READS.items()} | listed | {"resume": RESUME}


def real_files() -> dict[str, bytes]:
    """The real files that can be read; none where the folder is absent."""
    files = {path.stem: path.read_bytes() for path in sorted(REAL.glob("*.docx"))}
    return {name: content for name, content in files.items() if _is_readable(content)}


def _is_readable(content: bytes) -> bool:
    try:
        read_docx(content)
    except UnreadableFile:
        return False
    return True


def made_up_edits(lines: list[Line], seed: int = 7) -> list[Edit]:
    """One edit for each line that can be edited: a word changed, added or dropped, both ends
    changed, or most of the line rewritten; the first word stays where the line begins with it."""
    chance = random.Random(seed)
    edits = []
    for line in lines:
        words = line.text.split(" ")
        if line.locked or len(words) < 2:
            continue
        at = chance.randrange(1, len(words))
        kind = chance.choice(("change", "add", "drop", "ends", "rewrite"))
        if kind == "change":
            words[at] = "Changed"
        elif kind == "add":
            words.insert(at, "two added")
        elif kind == "drop":
            del words[at]
        elif kind == "ends":
            words[0], words[-1] = "Led", "end."
        else:
            words = ["Rewrote", "wholly,", *words[len(words) // 2 :], "now"]
        edits.append(Edit(line.locator, line.text, " ".join(words), "Asked for: <this> & that"))
    return edits


def made_up_orders(lines: list[Line], seed: int = 3) -> list[Reorder]:
    """Every run of neighbouring bullets of one depth in one place, shuffled."""
    chance = random.Random(seed)
    runs: list[list[Line]] = [[]]
    for line in lines:
        last = runs[-1][-1] if runs[-1] else line
        same = (line.cell, line.place, line.level) == (last.cell, last.place, last.level)
        if not (line.listed and same and ":" not in line.locator):
            runs.append([])
        if line.listed and ":" not in line.locator:
            runs[-1].append(line)
    orders = []
    for run in runs:
        locators = [line.locator for line in run]
        chance.shuffle(locators)
        if len(locators) > 1:
            orders.append(Reorder(tuple(locators)))
    return orders
