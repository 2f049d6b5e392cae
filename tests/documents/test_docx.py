"""Reading .docx: every construct that text can stand in, in a person's reading order."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx_fixtures import LISTED, READS, RESUME, box, bullet, control, docx, par, run, table

from agent.documents.docx import read_docx
from agent.documents.docx_package import copy_with
from agent.documents.docx_warnings import docx_warnings
from agent.errors import FileTooLarge, UnreadableFile


@pytest.mark.parametrize("name", READS)
def test_reads_what_a_person_sees(name: str) -> None:
    content, seen = READS[name]
    assert [line.text for line in read_docx(content)] == seen


@pytest.mark.parametrize("name", LISTED)
def test_knows_a_bullet_and_leaves_its_glyph_out(name: str) -> None:
    body, listed = LISTED[name]
    assert [(line.text, line.listed) for line in read_docx(docx(body))] == [("Did it", listed)]


@pytest.mark.parametrize("text", ["– 2019", "o well", "-5 kg", "10. Klasse", "*"])
def test_leaves_words_that_only_look_like_a_bullet(text: str) -> None:
    assert [(line.text, line.listed) for line in read_docx(docx(par(text)))] == [(text, False)]


def test_knows_depth_of_lists_and_headings() -> None:
    lines = read_docx(docx(par("Work", style="Kop1") + bullet("Outer") + bullet("Inner", level=1)))
    assert [(line.outline, line.listed, line.level) for line in lines] == [
        (1, False, 0),
        (None, True, 0),
        (None, True, 1),
    ]


def test_knows_the_look_of_a_line() -> None:
    lines = read_docx(
        docx(
            par("Ada Field", style="Shout")
            + par(run("All bold", '<w:rStyle w:val="Strong"/><w:sz w:val="28"/>'))
            + par(run("Half", "<w:b/>"), " bold")
            + par(run("Unbold", '<w:b w:val="0"/>'), style="Shout")
            + par("IN CAPITALS")
        )
    )
    assert [(line.bold, line.caps, line.size) for line in lines] == [
        (True, True, 11.0),
        (True, False, 14.0),
        (False, False, 11.0),
        (False, True, 11.0),
        (False, True, 11.0),
    ]


def test_tells_where_a_line_stands() -> None:
    lines = read_docx(
        docx(
            par("Body", box(par("Boxed")))
            + table([par("Left"), '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + par("Right")])
            + table([par("Next")])
        )
    )
    assert [(line.place, line.cell) for line in lines] == [
        ("body", None),
        ("textbox", None),
        ("body", "t1r1c1"),
        ("body", "t1r1c2"),
        ("body", "t2r1c1"),
    ]


def test_locators_name_part_paragraph_and_line() -> None:
    lines = read_docx(docx(par("One") + par() + par("Two")))
    assert [line.locator for line in lines] == ["word/document.xml#0", "word/document.xml#2"]
    last = read_docx(RESUME)[-2:]
    assert [line.locator.rpartition(":")[2] for line in last] == ["0", "1"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (control(par("Pick"), "<w:dropDownList/>"), "a form control"),
        (control(par("Type here"), "<w:showingPlcHdr/>"), "a placeholder"),
        (control(par("Fixed"), '<w:lock w:val="contentLocked"/>'), "a locked content control"),
        (par(control(run("Bound"), "<w:dataBinding/>")), "a form control"),
        (par('<w:ins w:id="1" w:author="A">' + run("New") + "</w:ins>"), "tracked changes"),
    ],
)
def test_says_why_a_line_can_not_be_edited(body: str, reason: str) -> None:
    (line,) = read_docx(docx(body))
    assert line.locked is not None
    assert reason in line.locked


def _broken(name: str, xml: bytes) -> bytes:
    return copy_with(RESUME, {name: xml})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 nothing",
        RESUME[: len(RESUME) // 2],
        _broken("word/document.xml", b"<w:document"),
        _broken("word/styles.xml", b""),
        _broken("_rels/.rels", b"<Relationships/>"),
        _broken("_rels/.rels", b"\xff\xfe"),
    ],
)
def test_a_damaged_file_is_said_to_be_damaged(content: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_docx(content)
    assert caught.value.hint


def test_a_zip_without_a_document_is_no_word_file() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("notes.txt", "hello")
    with pytest.raises(UnreadableFile):
        read_docx(target.getvalue())


@pytest.mark.parametrize("body", [par("word " * 70_000), par() * 20_001])
def test_a_file_of_far_too_much_text_is_refused(body: str) -> None:
    with pytest.raises(FileTooLarge, match="more than can be read"):
        read_docx(docx(body))


def test_a_strict_file_is_named_as_such() -> None:
    rels = b'<Relationships><Relationship Type="http://purl.oclc.org/ooxml/x"/></Relationships>'
    with pytest.raises(UnreadableFile, match="Strict"):
        read_docx(_broken("_rels/.rels", rels))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (READS["hidden text"][0], "hidden text"),
        (docx(par(run("stuffed", '<w:color w:val="ffffff"/>'))), "white text"),
        (READS["icon font"][0], "icon font"),
        (READS["tracked changes as accepted"][0], "Tracked changes"),
        (docx(par("A"), section='<w:cols w:num="2"/>'), "2 columns"),
    ],
)
def test_warns_of_what_a_screening_program_misses(content: bytes, words: str) -> None:
    assert any(words in warning for warning in docx_warnings(content))


def test_has_no_warning_for_a_plain_page() -> None:
    assert docx_warnings(docx(par("Ada Field") + bullet("Ran the ward"))) == []
