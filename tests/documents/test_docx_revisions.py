"""Tracked .docx: accepting all gives the clean file, rejecting all the original."""

from __future__ import annotations

import io
import re
import subprocess
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Literal

import pytest
from docx import Document
from docx_cases import made_up_edits, made_up_orders, own_files, real_files
from docx_fixtures import RESUME, box, bullet, canonical, docx, field, members, par, run, table

from agent.documents.docx import read_docx
from agent.documents.docx_edit import Edit, Edited, Reorder, edit_docx
from agent.documents.docx_revisions import resolve

_OWN = own_files()
_REAL = real_files()
_BODY = "word/document.xml"
_WHEN = datetime(2026, 5, 4, 3, 2, 1, tzinfo=UTC)
_MAY_CHANGE = re.compile(r"comments\d*\.xml$|\.rels$|^\[Content_Types\]\.xml$")


@lru_cache
def _both(name: str) -> tuple[bytes, Edited, bytes]:
    """The original, the tracked file, and the clean file with what tracking left out left out."""
    content = (_OWN | _REAL)[name]
    lines = read_docx(content)
    edits, orders = made_up_edits(lines), made_up_orders(lines)
    unedited = {where for where, _ in edit_docx(content, edits, tracked=True, when=_WHEN).skipped}
    unmoved = {where for where, _ in edit_docx(content, [], orders, tracked=True).skipped}
    tracked = edit_docx(content, edits, orders, tracked=True, when=_WHEN)
    clean = edit_docx(
        content,
        [edit for edit in edits if edit.locator not in unedited],
        [order for order in orders if order.order[0] not in unmoved],
    )
    return content, tracked, clean.content


def _differing(left: bytes, right: bytes) -> list[str]:
    """Members that differ, compared as canonical XML where they are not the same bytes."""
    ours, theirs = members(left), members(right)
    return [
        name
        for name in ours.keys() | theirs.keys()
        if not (_MAY_CHANGE.search(name) and (name not in ours or name not in theirs))
        and ours.get(name) != theirs.get(name)
        and not (_MAY_CHANGE.search(name) and "comments" not in name)
        and canonical(ours[name]) != canonical(theirs[name])
    ]


_SOME_REAL = [
    name if i % 4 == 0 else pytest.param(name, marks=pytest.mark.slow)
    for i, name in enumerate(_REAL)
]


@pytest.mark.parametrize("name", [*_OWN, *_SOME_REAL])
def test_rejecting_all_gives_the_original(name: str) -> None:
    content, tracked, _ = _both(name)
    if "tracked" in name:
        pytest.skip("the file had tracked changes of its own, which rejecting rejects too")
    assert _differing(resolve(tracked.content, "reject"), content) == []


@pytest.mark.parametrize("name", [*_OWN, *_SOME_REAL])
def test_accepting_all_gives_the_clean_file(name: str) -> None:
    _, tracked, clean = _both(name)
    if "tracked" in name:
        pytest.skip("the file had tracked changes of its own, which accepting accepts too")
    assert _differing(resolve(tracked.content, "accept"), clean) == []


@pytest.mark.parametrize("name", ["resume", *_SOME_REAL])
def test_only_the_edited_parts_and_the_comments_change(name: str) -> None:
    content, tracked, _ = _both(name)
    old, new = members(content), members(tracked.content)
    changed = [name for name in old if old[name] != new[name] and not _MAY_CHANGE.search(name)]
    places = {line.locator.rpartition("#")[0] for line in read_docx(content)}
    assert set(changed) <= places


def _pandoc(content: bytes, how: str, folder: Path) -> list[str]:
    """What pandoc reads. It shows an empty bullet for a paragraph whose end is tracked."""
    import pypandoc

    path = folder / "file.docx"
    path.write_bytes(content)
    options = [f"--track-changes={how}", "--wrap=none"]
    text = pypandoc.convert_file(str(path), "plain", format="docx", extra_args=options)
    return [line for line in text.splitlines() if line.strip() not in ("", "-")]


@pytest.mark.parametrize(
    "name",
    ["resume", "hyperlink", *(pytest.param(name, marks=pytest.mark.slow) for name in _REAL)],
)
def test_pandoc_agrees(name: str, tmp_path: Path) -> None:
    content, tracked, clean = _both(name)
    assert _pandoc(tracked.content, "reject", tmp_path) == _pandoc(content, "reject", tmp_path)
    assert _pandoc(tracked.content, "accept", tmp_path) == _pandoc(clean, "accept", tmp_path)


@pytest.mark.slow
def test_libreoffice_opens_every_tracked_file(tmp_path: Path) -> None:
    names = ["resume", *_REAL]
    for name in names:
        (tmp_path / f"{name}.docx").write_bytes(_both(name)[1].content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    # One process for all: starting it costs more than opening a file.
    files = [str(tmp_path / f"{name}.docx") for name in names]
    subprocess.run([*convert, *files], check=True, timeout=300)
    made = {path.stem: path.stat().st_size for path in tmp_path.glob("*.pdf")}
    assert [name for name in names if made.get(name, 0) <= 1000] == []


def _tracked(body: str, after: str, comment: str = "") -> str:
    content = docx(body)
    line = read_docx(content)[0]
    edits = [Edit(line.locator, line.text, after, comment)]
    edited = edit_docx(content, edits, tracked=True, when=_WHEN)
    assert edited.skipped == ()
    return members(edited.content)[_BODY].decode()


def test_a_change_is_a_deletion_and_an_insertion_with_author_and_date() -> None:
    xml = _tracked(par("Ran ", run("thirty", "<w:b/>"), " beds"), "Ran forty beds")
    mark = r' w:id="\d+" w:author="Vouched" w:date="2026-05-04T03:02:01Z"'
    look = r"<w:rPr><w:b/></w:rPr>"
    assert re.search(
        rf"<w:del{mark}><w:r>{look}<w:delText[^>]*>thirty</w:delText></w:r></w:del>"
        rf"<w:ins{mark}><w:r>{look}<w:t>forty</w:t></w:r></w:ins>",
        xml,
    )


def test_marks_have_numbers_of_their_own() -> None:
    body = '<w:p><w:bookmarkStart w:id="41" w:name="b"/><w:bookmarkEnd w:id="41"/>'
    xml = _tracked(f"{body}{run('One two three four')}</w:p>", "Uno two tres four")
    numbers = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', xml)
    assert len(numbers) == len(set(numbers)) == 4
    assert min(map(int, numbers)) > 41


def test_a_line_in_shreds_is_replaced_as_a_whole() -> None:
    xml = _tracked(par("a b c d e f g h i j k"), "a x c y e z g w i v k")
    assert xml.count("<w:del ") == xml.count("<w:ins ") == 1


def test_every_change_has_its_comment() -> None:
    content = docx(par("Ran a ward") + par("Ran a clinic"))
    edits = [
        Edit(line.locator, line.text, f"{line.text} well", f"Asked for: <care> & {number}\nProof")
        for number, line in enumerate(read_docx(content))
    ]
    edited = members(edit_docx(content, edits, tracked=True, when=_WHEN).content)
    comments = edited["word/comments.xml"].decode()
    for number, comment_id in enumerate(re.findall(r'<w:comment w:id="(\d+)"', comments)):
        assert edited[_BODY].decode().count(f'commentRangeStart w:id="{comment_id}"') == 1
        assert edited[_BODY].decode().count(f'commentRangeEnd w:id="{comment_id}"') == 1
        assert edited[_BODY].decode().count(f'commentReference w:id="{comment_id}"') == 1
        assert f"Asked for: &lt;care&gt; &amp; {number}" in comments
    assert b"/word/comments.xml" in edited["[Content_Types].xml"]
    assert b"/word/comments.xml" in edited["word/_rels/document.xml.rels"]


def test_comments_of_others_stay() -> None:
    theirs = f'<w:comment w:id="4" w:author="Boss">{par("Hm")}</w:comment>'
    content = docx(par("Ran a ward"), parts={"comments": theirs})
    edits = [Edit(f"{_BODY}#0", "Ran a ward", "Ran a big ward", "Asked for")]
    edited = edit_docx(content, edits, tracked=True, when=_WHEN).content
    comments = members(edited)["word/comments.xml"].decode()
    assert 'w:author="Boss"' in comments
    assert '<w:comment w:id="5" w:author="Vouched"' in comments
    resolved = members(resolve(edited, "accept"))["word/comments.xml"].decode()
    assert 'w:author="Boss"' in resolved
    assert 'w:author="Vouched"' not in resolved


def test_no_comment_goes_into_a_header() -> None:
    reference = '<w:headerReference w:type="default" r:id="id_header1"/>'
    content = docx(par("Body"), section=reference, parts={"header1": par("Ran a ward")})
    edits = [Edit("word/header1.xml#0", "Ran a ward", "Ran a big ward", "Asked for")]
    edited = members(edit_docx(content, edits, tracked=True).content)
    assert b"<w:ins " in edited["word/header1.xml"]
    assert "word/comments.xml" not in edited


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (docx(par("Anchor", box(par("Ran a ward")))), "text box"),
        (docx(par("Ran a ward ", field("DATE", "x"))), "field"),
        (
            docx(
                par("Ran a ward"),
                settings='<w:documentProtection w:edit="readOnly" w:enforcement="1"/>',
            ),
            "protected",
        ),
        (docx(par("Ran a ward ", f'<w:ins w:id="1">{run("x")}</w:ins>')), "tracked changes"),
    ],
)
def test_what_can_not_be_tracked_is_left_and_said(content: bytes, reason: str) -> None:
    line = next(line for line in read_docx(content) if line.text.startswith("Ran"))
    edits = [Edit(line.locator, line.text, f"Also {line.text}")]
    edited = edit_docx(content, edits, tracked=True)
    assert reason in dict(edited.skipped)[line.locator]
    assert edited.content == content


def test_old_revisions_do_not_stop_the_lines_without_them() -> None:
    old = par("Old ", f'<w:ins w:id="9" w:author="Boss">{run("news")}</w:ins>')
    content = docx(old + par("Ran a ward"))
    edits = [
        Edit(line.locator, line.text, f"{line.text} well", "Asked for")
        for line in read_docx(content)
    ]
    edited = edit_docx(content, edits, tracked=True)
    assert [locator for locator, _ in edited.skipped] == [f"{_BODY}#0"]
    assert [line.text for line in read_docx(edited.content)] == ["Old news", "Ran a ward well"]


_LIST = bullet("One a") + bullet("Two b") + bullet("Three c") + bullet("Four d")


@pytest.mark.parametrize("body", [_LIST + par("After"), _LIST, table([_LIST])])
@pytest.mark.parametrize("order", [(3, 0, 1, 2), (1, 2, 3, 0), (3, 2, 1, 0), (0, 2, 1, 3)])
def test_moves_are_deletions_and_insertions(body: str, order: tuple[int, ...]) -> None:
    content = docx(body)
    lines = read_docx(content)
    reorder = Reorder(tuple(lines[i].locator for i in order))
    edits = [Edit(lines[3].locator, "Four d", "Four new d", "Asked for")]
    edited = edit_docx(content, edits, [reorder], tracked=True, when=_WHEN)
    assert edited.skipped == ()
    clean = edit_docx(content, edits, [reorder]).content

    def texts(content: bytes) -> list[str]:
        return [line.text for line in read_docx(content)]

    assert texts(resolve(edited.content, "accept")) == texts(clean)
    assert texts(resolve(edited.content, "reject")) == texts(content)
    assert b"moveFrom" not in members(edited.content)[_BODY]
    comments = [comment.text for comment in Document(io.BytesIO(edited.content)).comments]
    assert "Asked for" in comments


def test_a_line_that_moves_up_leaves_the_others_alone() -> None:
    content = docx(_LIST + par("After"))
    lines = read_docx(content)
    reorder = Reorder(tuple(lines[i].locator for i in (3, 0, 1, 2)))
    xml = members(edit_docx(content, [], [reorder], tracked=True).content)[_BODY].decode()
    assert re.findall(r"<w:delText[^>]*>([^<]*)", xml) == ["Four d"]
    assert xml.count("<w:commentReference ") == 1


_CHANGES: list[tuple[str, Literal["accept", "reject"], list[str]]] = [
    ("tracked words", "accept", ["Kept added came"]),
    ("tracked words", "reject", ["Kept gone left "]),
    ("tracked end", "accept", ["One Two"]),
    ("tracked end", "reject", ["One ", "Two"]),
    ("new end", "accept", ["One ", "Two"]),
    ("new end", "reject", ["One Two"]),
    ("new row", "accept", ["One", "Two"]),
    ("new row", "reject", ["One"]),
    ("new look", "accept", ["bold"]),
    ("new look", "reject", ["plain"]),
]


def _with_end(kind: str) -> str:
    mark = f'<w:rPr><w:{kind} w:id="1" w:author="A"/></w:rPr>'
    return par("One ", properties=mark) + par("Two")


_BODIES = {
    "tracked end": _with_end("del"),
    "new end": _with_end("ins"),
    "new row": "<w:tbl>"
    + f"<w:tr><w:tc>{par('One')}</w:tc></w:tr>"
    + f'<w:tr><w:trPr><w:ins w:id="1" w:author="A"/></w:trPr><w:tc>{par("Two")}</w:tc></w:tr>'
    + "</w:tbl>",
    "new look": par(run("x", '<w:b/><w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange>')),
}


@pytest.mark.parametrize(("name", "how", "seen"), _CHANGES)
def test_resolves_what_word_itself_tracks(
    name: str, how: Literal["accept", "reject"], seen: list[str]
) -> None:
    content = docx(_BODIES[name]) if name in _BODIES else _OWN["tracked changes as accepted"]
    lines = read_docx(resolve(content, how))
    if name == "new look":
        assert [line.bold for line in lines] == [how == "accept"]
    else:
        assert [line.text for line in lines] == [text.strip() for text in seen]
    assert all(line.locked is None for line in lines)


def test_a_file_without_revisions_is_given_back_as_it_is() -> None:
    assert resolve(RESUME, "accept") == RESUME
