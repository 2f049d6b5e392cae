"""Rankings as files: postings from files, folders, .jsonl; results as .jsonl, .csv, .json, .html.

Each result is written as soon as it is known, to the output itself or to a work file beside it, so
an interrupted run goes on where it stopped and memory does not grow with the number of postings.
"""

from __future__ import annotations

import csv
import heapq
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from html import escape
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO, NamedTuple

from pydantic import ValidationError

from agent.documents import read_resume
from agent.errors import NothingToDo, OutputError
from agent.models import Resume
from agent.rank import Named, Ranked, rank

ENDINGS = (".jsonl", ".csv", ".json", ".html")
_TEXT_KEYS = ("text", "description", "html", "posting", "content")
_ID_KEYS = ("id", "job_id", "url", "name")
_COLUMNS = ("place", "id", "posting", "supported", "shown now", "knock-outs", "gaps", "explanation")
_STARTS_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


class Ranking(NamedTuple):
    """The best results, and a sentence on each posting that could not be read."""

    rows: list[Ranked]
    skipped: list[str]


def rank_files(
    resume: Resume | str | Path,
    postings: Path | Sequence[Path],
    output: Path | None = None,
    *,
    keep: int = 200,
    on_row: Callable[[Ranked], object] | None = None,
) -> Ranking:
    """Rank the postings of files, folders or .jsonl files.

    Args:
        resume: read, or where it is.
        postings: one or more of these: a folder of files, one posting each; a .jsonl file with a
            `text` (or `description`, `html`) in each line; a file that holds one posting.
        output: where the results go, all of them, best first (.jsonl: in the order done). What is
            already in it, or in the work file of an interrupted run, is not done again; delete it
            to start anew, for another resume say.
        keep: how many of the best to return.
        on_row: called with each new result.

    Raises:
        NothingToDo: there is no posting in one of them.
        OutputError: the output's ending is unknown, or it can't be written.
    """
    if output is not None and output.suffix.lower() not in ENDINGS:
        raise OutputError(
            f"Can't write {output.name!r}: the ending {output.suffix!r} is not known.",
            hint=f"Use one of {', '.join(ENDINGS)}.",
        )
    sources = (postings,) if isinstance(postings, Path) else tuple(postings)
    read = resume if isinstance(resume, Resume) else read_resume(resume)
    if output is None:
        return _best(_told(rank(read, named_postings(*sources)), on_row), keep)
    work = output if output.suffix.lower() == ".jsonl" else output.with_name(f"{output.name}.part")
    try:
        with work.open("a", encoding="utf-8") as lines:
            if lines.tell() and not _ends_line(work):
                lines.write("\n")  # the last line was cut off by the interruption
            new = rank(read, named_postings(*sources), skip=done_ids(work))
            for row in _told(new, on_row):
                lines.write(row.model_dump_json() + "\n")
                lines.flush()
        ranking = _best(results(work), keep)
        if work is not output:
            write_ranking(work, output)
            work.unlink()
    except OSError as error:
        raise OutputError(
            f"Can't write {output.name!r}: {error.strerror}.", hint="Choose another folder."
        ) from error
    return ranking


def _told(rows: Iterable[Ranked], on_row: Callable[[Ranked], object] | None) -> Iterator[Ranked]:
    for row in rows:
        if on_row is not None:
            on_row(row)
        yield row


def _best(rows: Iterable[Ranked], keep: int) -> Ranking:
    skipped: list[str] = []

    def scored() -> Iterator[Ranked]:
        for row in rows:
            if row.error:
                skipped.append(f"{row.id}: {row.error}")
            else:
                yield row

    return Ranking(heapq.nsmallest(keep, scored(), key=order), skipped)


def order(row: Ranked) -> tuple[bool, bool, float, float, str]:
    """Sort key, best first: read, no knock-out, most supported, most shown already."""
    return (
        bool(row.error),
        bool(row.knock_outs),
        -(row.ceiling.value or 0.0),
        -(row.supportable.value or 0.0),
        row.id,
    )


# --- postings in ---------------------------------------------------------------------------------


def named_postings(*sources: Path) -> Iterator[Named]:
    """The postings of folders (in name order), of .jsonl files, and of files with one each.

    One source names its postings by file name or line; several sources put their own name before
    those of a folder or a .jsonl file, so that no two postings share an id.

    Raises:
        NothingToDo: a source holds none.
    """
    names = [source.name for source in sources]
    for source in sources:
        if not source.exists():
            raise _nothing_in(source)
    for source in sources:
        found = _postings_of(source)
        first = next(found, None)
        if first is None:
            raise _nothing_in(source)
        own = source.name if names.count(source.name) == 1 else str(source)
        for named in chain((first,), found):
            if len(sources) == 1:
                yield named
            elif _holds_one(source):
                yield named._replace(id=own)
            else:
                yield named._replace(id=f"{own}/{named.id}")


def _nothing_in(source: Path) -> NothingToDo:
    return NothingToDo(
        f"There is no posting in {source.name!r}.",
        hint="Give files of postings, a folder of them, or a .jsonl file with a text in each line.",
    )


def _holds_one(source: Path) -> bool:
    return source.is_file() and source.suffix.lower() != ".jsonl"


def _postings_of(source: Path) -> Iterator[Named]:
    if _holds_one(source):
        yield Named(source.name, source)
    elif source.is_file():
        yield from _from_lines(source)
    else:
        files = (path for path in source.iterdir() if path.is_file())
        for path in sorted(path for path in files if not path.name.startswith(".")):
            yield Named(path.name, path)


def _from_lines(source: Path) -> Iterator[Named]:
    with source.open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            given = row if isinstance(row, dict) else {}
            text = next((given[key] for key in _TEXT_KEYS if given.get(key)), "")
            id = next((given[key] for key in _ID_KEYS if given.get(key)), f"line {number}")
            yield Named(str(id), str(text).encode())


# --- results out ---------------------------------------------------------------------------------


def results(path: Path) -> Iterator[Ranked]:
    """The results in a .jsonl file; a line that an interruption cut off is passed over."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            try:
                yield Ranked.model_validate_json(line)
            except ValidationError:
                continue


def done_ids(path: Path) -> frozenset[str]:
    """Ids of the results in a .jsonl file; none if there is no such file."""
    if not path.exists():
        return frozenset()
    return frozenset(row.id for row in results(path))


def _ends_line(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, 2)
        return file.read(1) == b"\n"


def write_ranking(work: Path, output: Path) -> None:
    """Write the results of a .jsonl file, best first, as .csv, .json or .html.

    Only the sort keys are held in memory; each result is read again when its turn comes.
    """
    draft = output.with_name(f"{output.name}.tmp")
    write = {".csv": _csv, ".json": _json, ".html": _html}[output.suffix.lower()]
    with work.open("rb") as lines, draft.open("w", encoding="utf-8", newline="") as file:
        for part in write(_sorted(lines)):
            file.write(part)
    draft.replace(output)


def _sorted(lines: BinaryIO) -> Iterator[Ranked]:
    places = []
    offset = 0
    for line in lines:
        with suppress(ValidationError):
            places.append((order(Ranked.model_validate_json(line)), offset, len(line)))
        offset += len(line)
    places.sort()
    for _, start, length in places:
        lines.seek(start)
        yield Ranked.model_validate_json(lines.read(length))


def _cells(place: int, row: Ranked) -> tuple[str, ...]:
    return (
        str(place),
        row.id,
        row.label,
        _percent(row.ceiling.value),
        _percent(row.supportable.value),
        "; ".join(row.knock_outs),
        "; ".join(row.gaps),
        row.error or row.explanation,
    )


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"


def safe_cell(text: str) -> str:
    """`text` for a spreadsheet: what would be run as a formula is kept as text by a leading '.

    Source: OWASP, "CSV Injection".
    """
    return f"'{text}" if text.startswith(_STARTS_FORMULA) else text


def _csv(rows: Iterable[Ranked]) -> Iterator[str]:
    yield _csv_line(_COLUMNS)
    for place, row in enumerate(rows, start=1):
        yield _csv_line(safe_cell(cell) for cell in _cells(place, row))


def _csv_line(cells: Iterable[str]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _json(rows: Iterable[Ranked]) -> Iterator[str]:
    lead = "[\n"
    for row in rows:
        yield lead + row.model_dump_json(indent=1)
        lead = ",\n"
    yield "[]\n" if lead == "[\n" else "\n]\n"


_HEAD = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Ranking</title>
<style>
body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #8885}
@media(prefers-color-scheme:dark){body{background:#16181b;color:#e6e6e6}}
</style>
<h1>Ranking</h1>
<table><thead><tr>"""


def _html(rows: Iterable[Ranked]) -> Iterator[str]:
    yield (
        _HEAD + "".join(f"<th>{escape(name)}</th>" for name in _COLUMNS) + "</tr></thead><tbody>\n"
    )
    for place, row in enumerate(rows, start=1):
        yield (
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in _cells(place, row)) + "</tr>\n"
        )
    yield "</tbody></table></html>\n"
