import io
import json
import re
import sys

import pytest
from pypdf import PdfReader

from agent.documents import read_resume, read_text, to_pdf, write_document
from agent.documents.readback import read_back
from agent.documents.saving import safe_stem, save_bytes
from agent.errors import MissingExtra, OutputError

MARKDOWN = """# Rosa Lind
rosa@example.org | Tampere

## Summary
Calm nurse with **seven years** on wards.

## Experience
### Nurse — Mercy Hospital, Tampere, Finland (Jan 2019 – Present)
- **Wards:** looked after [12 patients](https://example.org) a shift.
* Cut waiting times by *a third*
  in one year.
- Trained students.

### Porter | Mercy Hospital | 2016 - 2019
Pushed beds around the house.

## Skills
- Triage, Epic
- Finnish (native)

## Education
### BSc Nursing — University of Leith (2015)
"""
FORMATS = ["docx", "pdf", "markdown", "text", "json_resume"]
RESUME = read_resume(MARKDOWN)


def rows(content):
    return content.decode().split("\n")


def test_nothing_changed_gives_the_same_bytes():
    assert write_document(RESUME).content == MARKDOWN.encode()


def test_only_the_changed_row_differs():
    written = write_document(RESUME, texts={"e2b3": "Trained 14 students."}).content
    changed = [
        (a, b) for a, b in zip(rows(MARKDOWN.encode()), rows(written), strict=True) if a != b
    ]
    assert changed == [("- Trained students.", "- Trained 14 students.")]


def test_marks_survive_where_their_words_do():
    text = "Wards: looked after 12 patients a shift, all adults."
    written = write_document(RESUME, texts={"e2b1": text}).content.decode()
    assert (
        "- **Wards:** looked after [12 patients](https://example.org) a shift, all adults."
        in written
    )
    assert read_resume(written).bullet("e2b1").text == text


def test_wrapped_rows_become_one():
    written = write_document(RESUME, texts={"e2b2": "Cut waiting times by half in one year."})
    assert "* Cut waiting times by half in one year.\n- Trained" in written.content.decode()


def test_bullets_change_places_with_their_rows():
    written = write_document(RESUME, orders={"e2": ("e2b3", "e2b1", "e2b2")}).content
    texts = [bullet.text for bullet in read_resume(written).entry("e2").bullets]
    before = [bullet.text for bullet in RESUME.entry("e2").bullets]
    assert texts == [before[2], before[0], before[1]]


def test_an_order_that_is_none_is_left_alone():
    written = write_document(RESUME, orders={"e2": ("e2b3", "e2b3", "e9b9")}).content
    assert written == MARKDOWN.encode()


@pytest.mark.parametrize(
    "text", ["# not a heading", "5 * 3 * 2", "1. first", "a_b_c and `d`", "[x](y)"]
)
def test_written_words_are_read_back_as_they_are(text):
    written = write_document(RESUME, texts={"e3b1": text}).content
    assert text in [bullet.text for bullet in read_resume(written).bullets()]


def test_windows_newlines_stay():
    content = MARKDOWN.replace("\n", "\r\n").encode()
    resume = read_resume(content)
    assert write_document(resume).content == content


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_arrives_whole_and_in_order(format):
    written = write_document(RESUME, texts={"e2b3": "Trained 14 students."}, format=format)
    expected = RESUME.with_texts({"e2b3": "Trained 14 students."})
    assert read_back(written.content, format, expected) == ()


@pytest.mark.parametrize("format", ["docx", "pdf", "text"])
def test_a_new_document_reads_as_the_same_resume(format):
    again = read_resume(write_document(RESUME, format=format).content)
    assert [b.text for b in again.bullets()] == [b.text for b in RESUME.bullets()]
    assert [(e.title, e.employer, e.location) for e in again.entries()] == [
        (e.title, e.employer, e.location) for e in RESUME.entries()
    ]
    assert again.name == RESUME.name


@pytest.mark.parametrize("format", FORMATS)
def test_output_is_deterministic(format):
    assert write_document(RESUME, format=format) == write_document(RESUME, format=format)


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_says_that_the_layout_is_new(format):
    assert "layout is new" in write_document(RESUME, format=format).skipped[0]


def test_unknown_format():
    with pytest.raises(OutputError, match="'xls'"):
        write_document(RESUME, format="xls")


def test_docx_is_given_back_as_the_same_document():
    made = read_resume(write_document(RESUME, format="docx").content)
    written = write_document(made, texts={"e2b3": "Trained 14 students."})
    assert written.skipped == ()
    assert read_resume(written.content).bullet("e2b3").text == "Trained 14 students."


def test_pdf_says_which_glyphs_are_missing():
    resume = read_resume(MARKDOWN.replace("Triage", "Triage 東京 Привет Αθήνα"))
    skipped = " ".join(write_document(resume, format="pdf").skipped)
    assert "東 京" in skipped
    assert "П" not in skipped
    assert "Α" not in skipped


def test_pdf_without_its_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtra, match="'pdf' extra") as caught:
        write_document(RESUME, format="pdf")
    assert "pip install" in caught.value.hint


def _pdf_text(resume):
    pages = PdfReader(io.BytesIO(write_document(resume, format="pdf").content)).pages
    return [page.extract_text() for page in pages]


@pytest.mark.parametrize(("lines", "usual", "pages"), [(20, 1, 1), (88, 3, 2), (130, 3, 3)])
def test_pdf_takes_smaller_letters_only_where_they_save_a_third_page(
    monkeypatch, lines, usual, pages
):
    more = "".join(f"- Fed patient {number} every single day.\n" for number in range(lines))
    resume = read_resume(MARKDOWN.replace("- Trained students.\n", more))
    smaller = write_document(resume, format="pdf").content
    assert len(_pdf_text(resume)) == pages
    monkeypatch.setattr(to_pdf, "_SIZES", to_pdf._SIZES[:1])
    assert len(_pdf_text(resume)) == usual
    assert (smaller == write_document(resume, format="pdf").content) == (usual == pages)


def test_pdf_keeps_words_apart_that_a_tab_parts():
    resume = read_resume(MARKDOWN.replace("Triage, Epic", "Triage\tC:\\temp"))
    assert re.search(r"Triage\sC:.temp", _pdf_text(resume)[0])


def test_pdf_takes_words_literally():
    resume = read_resume(MARKDOWN.replace("Triage", '#import "x": * $y$ @z #eval("1")'))
    content = write_document(resume, format="pdf").content
    assert read_back(content, "pdf", resume) == ()


def test_read_back_misses_what_is_not_there():
    content = write_document(RESUME, format="text").content
    said = read_back(content, "text", RESUME.with_texts({"e2b1": "Flew to the moon."}))
    assert said == ("Not found by another reader: the line 'Flew to the moon.'.",)


def test_read_back_sees_a_wrong_order():
    content = b"Jo\n\nExperience\n- b is second\n- a is first\n"
    said = read_back(
        content, "text", read_resume("Jo\n\nExperience\n- a is first\n- b is second\n")
    )
    assert said == ("Out of order for another reader: 'b is second'.",)


def test_json_resume_changes_only_the_strings_named():
    document = {
        "basics": {"name": "Jo", "summary": "Cook.", "custom": {"kept": [1, 2]}},
        "work": [{"name": "Grill", "position": "Cook", "startDate": "2019-03",
                  "highlights": ["Fried.", "Boiled.", "Baked."]}],
        "skills": [{"name": "Kitchen", "keywords": ["knives", "stoves"]}],
    }  # fmt: skip
    resume = read_resume(json.dumps(document))
    entry = next(e for e in resume.entries() if e.title == "Cook")
    assert entry.dates is not None
    assert (entry.employer, entry.dates.start, entry.dates.current) == ("Grill", "2019-03", True)
    first, second, third = (bullet.id for bullet in entry.bullets)
    skills = next(b for b in resume.bullets() if b.text == "Kitchen: knives, stoves")
    written = write_document(
        resume,
        texts={first: "Fried fish.", skills.id: "Kitchen: stoves, knives, ovens"},
        orders={entry.id: (third, first, second)},
    )
    document["work"][0]["highlights"] = ["Baked.", "Fried fish.", "Boiled."]
    document["skills"][0]["keywords"] = ["stoves", "knives", "ovens"]
    assert json.loads(written.content) == document


def test_read_text_of_every_kind():
    for format in ("docx", "pdf"):
        text, kind = read_text(write_document(RESUME, format=format).content)
        assert kind == format
        assert "Trained students." in text
    assert read_text("Just words\nand more") == ("Just words\nand more", "text")


def test_saving_is_whole_or_not_at_all(tmp_path):
    path = tmp_path / "out.md"
    save_bytes(path, b"one")
    save_bytes(path, b"two")
    assert path.read_bytes() == b"two"
    with pytest.raises(OutputError, match="can't be written"):
        save_bytes(tmp_path / "missing" / "out.md", b"x")
    with pytest.raises(OutputError, match="folder"):
        save_bytes(tmp_path, b"x")
    assert [p.name for p in tmp_path.iterdir()] == ["out.md"]


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("cv.docx", "cv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\My CV v1.2.pdf", "My CV v1.2"),
        ("a\x00b\n<script>.md", "a_b_script"),
        ("", "resume"),
        ("...", "resume"),
        ("CON.txt", "resume"),
        ("x" * 300 + ".docx", "x" * 80),
        ("Žofie Ünal.docx", "Žofie Ünal"),
    ],
)
def test_file_names_are_never_trusted(name, stem):
    assert safe_stem(name) == stem
