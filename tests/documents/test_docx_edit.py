"""Editing .docx: the new words are there, and nothing else is different."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

import pytest
from docx_cases import made_up_edits, made_up_orders, own_files, real_files
from docx_fixtures import (
    READS,
    RESUME,
    box,
    bullet,
    canonical,
    docx,
    field,
    link,
    members,
    par,
    run,
    table,
)

from agent.documents.docx import read_docx
from agent.documents.docx_edit import Edit, Reorder, edit_docx
from agent.documents.docx_package import open_package
from agent.documents.docx_runs import look_of
from agent.documents.docx_styles import paragraph_format, read_styles
from agent.documents.docx_text import characters, read_part, text_lines
from agent.errors import UnreadableFile

_OWN = own_files()
_REAL = real_files()
_BODY = "word/document.xml"
_SOME_REAL = [
    name if i % 4 == 0 else pytest.param(name, marks=pytest.mark.slow)
    for i, name in enumerate(_REAL)
]


def _edit(content: bytes, number: int, after: str) -> bytes:
    """The file with one line changed, which must succeed."""
    line = read_docx(content)[number]
    edited = edit_docx(content, [Edit(line.locator, line.text, after)])
    assert edited.skipped == ()
    assert read_docx(edited.content)[number].text == after
    return edited.content


def _markup(content: bytes, name: str = _BODY) -> str:
    """A part as canonical text, without namespaces."""
    return re.sub(r' xmlns:\w+="[^"]*"', "", canonical(members(content)[name]).decode())


@pytest.mark.parametrize("name", _OWN)
def test_no_edit_gives_back_the_very_same_file(name: str) -> None:
    assert edit_docx(_OWN[name], []).content == _OWN[name]


@pytest.mark.parametrize("name", [*_OWN, *_SOME_REAL])
def test_edits_arrive_and_every_other_member_stays_the_same_bytes(name: str) -> None:
    content = (_OWN | _REAL)[name]
    lines = read_docx(content)
    edits = made_up_edits(lines)
    edited = edit_docx(content, edits)
    skipped = dict(edited.skipped)
    after = {line.locator: line for line in read_docx(edited.content)}
    for edit in edits:
        if edit.locator not in skipped:
            assert after[edit.locator].text.split() == edit.after.split()
    for line in lines:
        if line.locator in skipped or line.locator not in {edit.locator for edit in edits}:
            assert after[line.locator] == line
    parts = {edit.locator.rpartition("#")[0] for edit in edits}
    old, new = members(content), members(edited.content)
    assert list(new) == list(old)
    assert [name for name in old if old[name] != new[name] and name not in parts] == []


def test_enough_edits_are_tried() -> None:
    assert len(made_up_edits(read_docx(RESUME))) >= 10
    if not _REAL:
        pytest.skip("../shared/data/docx is absent: only the project's own files were edited")
    assert sum(len(made_up_edits(read_docx(content))) for content in _REAL.values()) >= 200


@pytest.mark.parametrize(
    ("body", "after", "markup"),
    [
        # Bold, italics and links inside an edited line survive.
        (
            par("Ran ", run("thirty", "<w:b/>"), " beds"),
            "Managed thirty beds",
            "<w:r><w:t>Managed </w:t></w:r><w:r><w:rPr><w:b></w:b></w:rPr><w:t>thirty</w:t></w:r>"
            "<w:r><w:t> beds</w:t></w:r>",
        ),
        (
            par("Wrote the ", link("handbook"), " alone"),
            "Wrote the handbook with care",
            "<w:r><w:t>Wrote the </w:t></w:r>"
            '<w:hyperlink w:anchor="x"><w:r><w:rPr><w:u></w:u></w:rPr><w:t>handbook</w:t></w:r>'
            "</w:hyperlink><w:r><w:t> with care</w:t></w:r>",
        ),
        # New words after a link stay outside it and do not look like it.
        (
            par("See ", link("my site")),
            "See my site today",
            "<w:r><w:t>See </w:t></w:r>"
            '<w:hyperlink w:anchor="x"><w:r><w:rPr><w:u></w:u></w:rPr><w:t>my site</w:t></w:r>'
            "</w:hyperlink><w:r><w:t> today</w:t></w:r>",
        ),
        # A replaced word keeps the look of the one it replaces.
        (
            par("Cut ", run("cost", "<w:b/>"), " by half"),
            "Cut expense by half",
            "<w:r><w:t>Cut </w:t></w:r><w:r><w:rPr><w:b></w:b></w:rPr><w:t>expense</w:t></w:r>"
            "<w:r><w:t> by half</w:t></w:r>",
        ),
        # Most of the line is new, yet the words that stay keep their look.
        (
            par("Was part of a team that used ", run("triage", "<w:i/>"), " each day"),
            "Led triage reviews weekly for nine wards",
            "<w:r><w:t>Led </w:t></w:r><w:r><w:rPr><w:i></w:i></w:rPr><w:t>triage</w:t></w:r>"
            "<w:r><w:t> reviews weekly for nine wards</w:t></w:r>",
        ),
        # New words after a bold label are not bold.
        (
            par(run("Tools:", "<w:b/>"), " pumps"),
            "Tools: new pumps",
            "<w:rPr><w:b></w:b></w:rPr><w:t>Tools:</w:t></w:r><w:r><w:t> new pumps</w:t></w:r>",
        ),
        # A tab stays a tab, even where the new line was given a space.
        (
            par("Logged", "<w:r><w:tab/></w:r>", "heat daily"),
            "Logged\theat hourly",
            "<w:r><w:t>Logged</w:t><w:tab></w:tab><w:t>heat hourly</w:t></w:r>",
        ),
        # A typed bullet stays.
        (par("• Kept stock"), "Kept all stock", "<w:r><w:t>• Kept all stock</w:t></w:r>"),
    ],
)
def test_formatting_survives(body: str, after: str, markup: str) -> None:
    assert markup in _markup(_edit(docx(body), 0, after))


def test_white_space_that_an_engine_tidied_stays_as_the_person_set_it() -> None:
    content = docx(par("Logged", "<w:r><w:tab/></w:r>", "heat  daily"))
    line = read_docx(content)[0]
    edited = edit_docx(content, [Edit(line.locator, line.text, "Logged heat hourly")])
    assert [line.text for line in read_docx(edited.content)] == ["Logged\theat  hourly"]


def test_a_picture_and_a_note_inside_replaced_words_stay() -> None:
    drawing = "<w:r><w:drawing/></w:r>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{par("Why")}</w:footnote>'
    content = docx(par("One t", drawing, "wo", note, " three"), parts={"footnotes": notes})
    assert "<w:drawing></w:drawing>" in _markup(_edit(content, 0, "One four three"))
    assert "<w:footnoteReference" in _markup(_edit(content, 0, "One four three"))


def test_both_copies_of_a_text_box_are_edited() -> None:
    content = docx(par("Anchor", box(par("Ran a ward") + par("Ran a clinic"))))
    markup = _markup(_edit(content, 2, "Ran a busy clinic"))
    assert markup.count("Ran a busy clinic") == 2
    assert markup.count("Ran a ward") == 2


def test_one_of_several_lines_in_a_paragraph_is_edited() -> None:
    content = docx(par("• Ran a ward", "<w:r><w:br/></w:r>", "• Ran a clinic"))
    lines = read_docx(_edit(content, 0, "Ran a big ward"))
    assert [line.text for line in lines] == ["Ran a big ward", "Ran a clinic"]
    edits = [Edit(line.locator, line.text, f"{line.text} well") for line in read_docx(content)]
    both = read_docx(edit_docx(content, edits).content)
    assert [line.text for line in both] == ["Ran a ward well", "Ran a clinic well"]


@pytest.mark.parametrize(
    ("body", "before", "after", "reason"),
    [
        (par("One two"), "One two three", "One", "reads differently"),
        (par("One ", link("two")), "One two", "One three", "a link"),
        (par("One ", field("DATE", "two")), "One two", "One three", "a field"),
        (par("One", "<w:r><w:tab/></w:r>", "two"), "One\ttwo", "Onetwo", "a tab"),
        (par("One two", "<w:r><w:tab/></w:r>", "six"), "One two\tsix", "One ten", "a tab"),
        (par(run("Tools:", "<w:b/>"), " two"), "Tools: two", "Gear: two", "bold label"),
        (par("One ", f'<w:ins w:id="1">{run("two")}</w:ins>'), "One two", "One", "tracked changes"),
        (par("One ", link("two four")), "One two four", "One two three four", "into a link"),
        (par("One two"), "One two", " ", "empty"),
        (par("One two"), "One two", "One \x01", "can't store"),
    ],
)
def test_what_can_not_be_edited_is_left_and_said(
    body: str, before: str, after: str, reason: str
) -> None:
    content = docx(body)
    edited = edit_docx(content, [Edit(f"{_BODY}#0", before, after)])
    assert edited.content == content
    ((locator, why),) = edited.skipped
    assert locator == f"{_BODY}#0"
    assert reason in why


@pytest.mark.parametrize(
    "locator",
    ["word/document.xml#99", "word/none.xml#0", "nonsense", "#", "", "word/document.xml#0:x"],
)
def test_a_place_that_is_not_in_the_file_is_said(locator: str) -> None:
    edited = edit_docx(RESUME, [Edit(locator, "a", "b")], [Reorder((locator, f"{_BODY}#0"))])
    assert edited.content == RESUME
    assert [where for where, _ in edited.skipped] == [locator, locator]


def test_a_damaged_file_is_said_to_be_damaged() -> None:
    with pytest.raises(UnreadableFile):
        edit_docx(RESUME[:500], [Edit(f"{_BODY}#0", "a", "b")])


_THREE = bullet("One a") + bullet("Two ", run("b", "<w:b/>")) + bullet("Three c")


def _reorder(content: bytes, texts: list[str], **how: bool) -> tuple[bytes, list[str]]:
    by_text = {line.text: line.locator for line in read_docx(content)}
    edited = edit_docx(content, [], [Reorder(tuple(by_text[text] for text in texts))], **how)
    return edited.content, [reason for _, reason in edited.skipped]


def test_lines_move_with_their_formatting() -> None:
    content = docx(par("Work") + _THREE + par("After"))
    moved, skipped = _reorder(content, ["Three c", "Two b", "One a"])
    assert skipped == []
    lines = read_docx(moved)
    assert [line.text for line in lines] == ["Work", "Three c", "Two b", "One a", "After"]
    assert [line.listed for line in lines] == [False, True, True, True, False]
    assert "<w:b></w:b></w:rPr><w:t>b</w:t>" in _markup(moved)


def test_lines_move_and_change_at_once() -> None:
    content = docx(_THREE + par("After"))
    lines = read_docx(content)
    edits = [Edit(lines[0].locator, "One a", "One new a")]
    order = Reorder((lines[2].locator, lines[0].locator, lines[1].locator))
    edited = edit_docx(content, edits, [order])
    texts = [line.text for line in read_docx(edited.content)]
    assert texts == ["Three c", "One new a", "Two b", "After"]


def test_space_below_a_list_stays_at_its_end() -> None:
    spaced = '<w:spacing w:after="200"/>'
    content = docx(bullet("One a") + bullet("Two b", spacing=spaced) + par("After"))
    moved, _ = _reorder(content, ["Two b", "One a"])
    first, second, _ = _markup(moved).split("</w:p>")[:3]
    assert "spacing" not in first
    assert '<w:spacing w:after="200">' in second


def test_lists_in_a_text_box_move_in_both_copies() -> None:
    content = docx(par("Anchor", box(bullet("One a") + bullet("Two b"))))
    moved, skipped = _reorder(content, ["Two b", "One a"])
    assert skipped == []
    order = re.findall("<w:t>(One a|Two b)</w:t>", _markup(moved))
    assert order == ["Two b", "One a"] * 2


@pytest.mark.parametrize(
    ("body", "order", "reason"),
    [
        (table([bullet("One"), bullet("Two")]), ["Two", "One"], "different cells"),
        (bullet("One") + bullet("Two", level=1), ["Two", "One"], "sub-points"),
        (
            par("<w:hyperlink>", run("One"), "<w:r><w:br/></w:r>", run("Two"), "</w:hyperlink>"),
            ["Two", "One"],
            "several of the lines",
        ),
        (bullet("One") + par("Two", style="Liste2"), ["Two", "One"], ""),
        (bullet("One") + par() + bullet("Two"), ["Two", "One"], ""),
        (bullet("One") + par("Awards") + bullet("Two"), ["Two", "One"], "other lines"),
        (bullet("One") + bullet("Two", box(par("x"))), ["Two", "One"], "text box"),
        (bullet("One") + bullet("Two ", field("DATE", "x")), ["Two x", "One"], "field"),
        (bullet("One") + par("Two", properties="<w:sectPr/>"), ["Two", "One"], "section"),
    ],
)
def test_what_can_not_move_is_left_and_said_and_nothing_else(
    body: str, order: list[str], reason: str
) -> None:
    content = docx(body)
    moved, skipped = _reorder(content, order)
    if reason:
        assert moved == content
        assert reason in skipped[0]
    else:
        assert [line.text for line in read_docx(moved)] == order


@pytest.mark.parametrize("name", ["resume", *_SOME_REAL])
def test_moving_loses_and_changes_no_line(name: str) -> None:
    content = (_OWN | _REAL)[name]
    lines = read_docx(content)
    orders = made_up_orders(lines)
    edited = edit_docx(content, [], orders)
    after = read_docx(edited.content)
    assert sorted(line.text for line in after) == sorted(line.text for line in lines)
    text = {line.locator: line.text for line in lines}
    sequence = [line.text for line in after]
    skipped = dict(edited.skipped)
    for order in orders:
        if order.order[0] not in skipped:
            wanted = iter([text[locator] for locator in order.order])
            at = iter(sequence)
            assert all(word in at for word in wanted)


def test_reads_every_fixture_after_an_edit_of_each_line() -> None:
    for content, seen in READS.values():
        edits = made_up_edits(read_docx(content))
        assert len(read_docx(edit_docx(content, edits).content)) == len(seen)


def _looks(content: bytes) -> dict[str, list[tuple[str, str]]]:
    """Locator -> each word of the line with the look and the link of its first letter."""
    package = open_package(content)
    styles = read_styles(package)
    found: dict[str, list[tuple[str, str]]] = {}
    for name in {line.locator.rpartition("#")[0] for line in read_docx(content)}:
        part = read_part(package, name)
        for paragraph, number in part.paragraphs.items():
            start = paragraph_format(paragraph, styles).run
            lines = text_lines(characters(paragraph, styles, start, part.fields))
            for at, line in enumerate(lines):
                words = [
                    (word.group(), f"{look_of(char.run)!r} {char.lock}")
                    for word in re.finditer(r"\S+|\t", line.text)
                    for char in [line.chars[word.start()]]
                ]
                key = f"{name}#{number}" if len(lines) == 1 else f"{name}#{number}:{at}"
                found[key] = [*words, ("glyph", str(line.glyph))]
    return found


@pytest.mark.parametrize("name", ["resume", *_SOME_REAL])
def test_words_that_stay_keep_bold_italics_links_tabs_and_bullets(name: str) -> None:
    content = (_OWN | _REAL)[name]
    edits = made_up_edits(read_docx(content))
    edited = edit_docx(content, edits)
    skipped = dict(edited.skipped)
    before, after = _looks(content), _looks(edited.content)
    for edit in edits:
        if edit.locator not in skipped:
            old, new = before[edit.locator], after[edit.locator]
            kept = SequenceMatcher(None, [w for w, _ in old], [w for w, _ in new], autojunk=False)
            for i, j, size in kept.get_matching_blocks():
                assert old[i : i + size] == new[j : j + size]


def test_lines_inside_a_paragraph_move_with_their_glyphs_and_looks() -> None:
    soft = "<w:r><w:br/></w:r>"
    one = "<w:r><w:t>• One a</w:t><w:br/><w:t>• Two </w:t></w:r>"
    content = docx(par("Tasks:", soft, one, run("b", "<w:b/>"), soft, "• See ", link("c")))
    moved, skipped = _reorder(content, ["See c", "One a", "Two b"])
    assert skipped == []
    lines = read_docx(moved)
    assert [(line.text, line.listed) for line in lines] == [
        ("Tasks:", False),
        ("See c", True),
        ("One a", True),
        ("Two b", True),
    ]
    assert "<w:b></w:b></w:rPr><w:t>b</w:t>" in _markup(moved)
    assert '<w:hyperlink w:anchor="x">' in _markup(moved)


def test_lines_inside_a_paragraph_move_and_change_at_once() -> None:
    content = docx(par("• One a", "<w:r><w:br/></w:r>", "• Two b", "<w:r><w:br/></w:r>", "• Six"))
    lines = read_docx(content)
    edits = [Edit(lines[2].locator, "Six", "Six more")]
    order = Reorder((lines[2].locator, lines[0].locator))
    edited = edit_docx(content, edits, [order])
    assert [line.text for line in read_docx(edited.content)] == ["Six more", "Two b", "One a"]


def test_words_put_after_a_bold_label_are_not_bold() -> None:
    content = docx(par(run("Skills: ", "<w:b/>"), run("Wound care, Epic")))
    line = read_docx(content)[0]
    edit = Edit(line.locator, line.text, "Skills: Epic, Wound care")
    edited = members(edit_docx(content, [edit]).content)["word/document.xml"]
    bold = re.findall(rb"<w:r><w:rPr><w:b/></w:rPr><w:t[^>]*>([^<]*)", edited)
    assert b"".join(bold).strip() == b"Skills:"
