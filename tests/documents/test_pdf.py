import io

import pytest
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from agent.documents import pdf, read_resume, write_document
from agent.documents.pdf_layout import read_page
from agent.documents.pdf_lines import read_pages
from agent.errors import FileTooLarge, UnreadableFile


def run(text, x, y, size=10.0, bold=False):
    return [text, x, y, size, bold]


def texts(runs, width=600.0):
    return [line.text for line in read_pages([{"width": width, "runs": runs}])]


def one_page(content):
    """A PDF of one page whose content stream is `content`."""
    writer = PdfWriter()
    page = writer.add_blank_page(600, 800)
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"),
                             NameObject("/Subtype"): NameObject("/Type1"),
                             NameObject("/BaseFont"): NameObject("/Helvetica")})  # fmt: skip
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = StreamObject()
    stream.set_data(content)
    page[NameObject("/Contents")] = stream
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_headings_sent_first_are_read_where_they_stand():
    """Some programs write all headings of a page before its columns."""
    left = [run(f"Skill {n}", 40, 600 - 14 * n) for n in range(12)]
    right = [run(f"Worked on task {n} for many weeks there.", 220, 600 - 14 * n) for n in range(14)]
    # fmt: off
    headings = [run("Jo Lund", 250, 740, 18), run("Skills", 40, 640, 12, True),
                run("Contact", 40, 400, 12, True), run("Experience", 220, 640, 12, True)]
    # fmt: on
    read = texts([*headings, *left, run("jo@example.org", 40, 380), *right])
    assert read[0] == "Jo Lund"
    assert read.index("Skills") < read.index("Skill 0") < read.index("Contact")
    assert read.index("jo@example.org") < read.index("Experience")
    assert read.index("Experience") < read.index("Worked on task 0 for many weeks there.")


def test_text_written_in_reading_order_stays_so():
    runs = [run("Nurse", 40, 700), run("2019 – 2021", 480, 700), run("• Fed.", 40, 680)]
    assert texts(runs) == ["Nurse\t2019 – 2021", "Fed."]


def test_notes_beside_a_list_go_to_its_heading():
    jumping = [
        run("Nurse, Mercy Hospital", 40, 700), run("• Fed twelve patients a shift.", 40, 686),
        run("• Cut the waiting time.", 40, 672), run("Leeds, UK", 480, 700),
        run("2019 – 2021", 480, 686), run("Porter, Mercy Hospital", 40, 640),
        run("• Pushed beds.", 40, 626), run("Leeds, UK", 480, 640), run("2016 – 2019", 480, 626),
    ]  # fmt: skip
    assert texts(jumping) == [
        "Nurse, Mercy Hospital\tLeeds, UK",
        "2019 – 2021",
        "Fed twelve patients a shift.",
        "Cut the waiting time.",
        "Porter, Mercy Hospital\tLeeds, UK",
        "2016 – 2019",
        "Pushed beds.",
    ]


def test_wrapped_rows_are_joined_and_hyphens_undone():
    runs = [
        run("• Reduced the time that a patient waits for a first exami-", 40, 700),
        run("nation by a third, with the same number of well-", 50, 688),
        run("known nurses.", 50, 676),
        run("• Second.", 40, 664),
    ]
    assert texts(runs, 320) == [
        "Reduced the time that a patient waits for a first examination by a third, with the same "
        "number of well-known nurses.",
        "Second.",
    ]


def test_drawn_bullets_are_glyphs():
    """Browsers and Qt draw the bullets of a list as shapes, not as letters."""
    content = (
        b"BT /F1 10 Tf 1 0 0 1 40 700 Tm (Experience) Tj ET "
        b"51 673 m 51 675 l 53 675 l 53 673 l f BT 1 0 0 1 60 670 Tm (Fed twelve patients) Tj ET "
        b"51 653 2 2 re f BT 1 0 0 1 60 650 Tm (Led the night shift) Tj ET "
        b"50 630 6 6 re f BT 1 0 0 1 60 630 Tm (Beside a large dot) Tj ET "
        b"51 613 2 2 re S BT 1 0 0 1 60 610 Tm (Beside an outline) Tj ET "
        b"51 593 2 2 re f 54 593 2 2 re f BT 1 0 0 1 60 590 Tm (Beside two dots) Tj ET"
    )
    lines = pdf.read_pdf(one_page(content))
    assert [(line.text, line.listed) for line in lines] == [
        ("Experience", False),
        ("Fed twelve patients", True),
        ("Led the night shift", True),
        ("Beside a large dot", False),
        ("Beside an outline", False),
        ("Beside two dots", False),
    ]


def test_a_sentence_goes_on_where_its_font_changes():
    wide = [
        run("Made sites.", 40, 700),
        run(" Specialises in", 100, 700),
        run("front-end", 190, 700),
    ]
    assert texts(wide) == ["Made sites. Specialises in front-end"]


def test_a_paragraph_goes_on_whatever_year_it_mentions():
    rows = [
        run("I joined the school in 1982 and stayed", 40, 700),
        run("for seventeen and a half years, as head", 40, 688),
        run("of guidance.", 40, 676),
        run("2001 - 2004 Nurse at the Mercy Hospital", 40, 664),
        run("and its outpost", 40, 652),
    ]
    assert texts(rows)[:2] == [
        "I joined the school in 1982 and stayed for seventeen and a half years, as head of "
        "guidance.",
        "2001 - 2004 Nurse at the Mercy Hospital",
    ]


def test_a_date_that_wraps_is_one_date():
    rows = [
        run("Welder, Lakefront Steel Works, Toledo OH", 40, 700, bold=True),
        run("March", 300, 700, bold=True),
        run("2018 - Present", 40, 688, bold=True),
        run("• Ran the overhead crane in the month of May", 40, 676),
        run("2015 - 2018 Helper, Marsh Tank", 40, 664),
        run("Fitter, Shore Yard, June 2013 - Feb", 40, 652),
        run("2015", 40, 640),
    ]
    assert [" ".join(line.split()) for line in texts(rows)] == [
        "Welder, Lakefront Steel Works, Toledo OH March 2018 - Present",
        "Ran the overhead crane in the month of May",
        "2015 - 2018 Helper, Marsh Tank",
        "Fitter, Shore Yard, June 2013 - Feb 2015",
    ]


def test_an_address_below_a_list_item_is_a_line_of_its_own():
    rows = [run("• Led the night shift.", 40, 700), run("https://example.org", 50, 688)]
    assert texts(rows) == ["Led the night shift.", "https://example.org"]


def test_a_bullet_sign_in_the_wrong_code_page_is_one():
    [line] = read_pages([{"width": 600.0, "runs": [run("â€¢Fed twelve patients", 40, 700)]}])
    assert (line.text, line.listed) == ("Fed twelve patients", True)


def test_icons_go_and_lost_ligatures_come_back():
    runs = [run("\ue0b0", 40, 700), run(" jo@example.org", 52, 700),
            run("Certi\x00cations", 40, 680),
            run("Work\x00ow of the o\x00ce", 40, 660)]  # fmt: skip
    assert texts(runs)[1:] == ["Certifications", "Workflow of the office"]
    assert "jo@example.org" in texts(runs)[0]
    assert "\ue0b0" not in texts(runs)[0]


def test_bold_and_size_are_told():
    [row] = read_page([run("Experience", 40, 700, 14, True)], 600)
    assert (row.bold, row.size) == (True, 14)


def test_a_made_pdf_comes_back_whole():
    resume = read_resume(
        "# Jo Lund\njo@example.org\n\n## Experience\n### Nurse — Mercy Hospital (2019 – 2021)\n"
        + "".join(f"- Fed {n} patients and wrote the long report of the ward, every single day, "
                  f"which nobody else had wanted to write before.\n" for n in range(60))
    )  # fmt: skip
    again = read_resume(write_document(resume, format="pdf").content)
    assert [bullet.text for bullet in again.bullets()] == [b.text for b in resume.bullets()]


def _answer(monkeypatch, answer):
    monkeypatch.setattr(pdf, "_in_child", lambda content, file: answer)


@pytest.mark.parametrize(
    ("answer", "kind", "words"),
    [
        ({"problem": "password"}, UnreadableFile, "password"),
        ({"problem": "damaged"}, UnreadableFile, "damaged"),
        ({"problem": "pages", "pages": 99}, FileTooLarge, "99 pages"),
        ({"problem": "memory"}, FileTooLarge, "memory"),
        ({"pages": [{"width": 600.0, "runs": []}]}, UnreadableFile, "scanned picture"),
    ],
)
def test_what_the_child_says_becomes_a_sentence(monkeypatch, answer, kind, words):
    _answer(monkeypatch, answer)
    with pytest.raises(kind, match=words):
        pdf.read_pdf(b"%PDF-1.7")


def test_a_pdf_that_never_ends_is_stopped(monkeypatch):
    monkeypatch.setattr(pdf, "_CHILD", "import time; time.sleep(60)")
    monkeypatch.setattr(pdf, "SECONDS", 0.3)
    with pytest.raises(FileTooLarge, match="seconds"):
        pdf.read_pdf(b"%PDF-1.7")


def test_a_pdf_that_uses_up_its_processor_time_is_too_slow(monkeypatch):
    monkeypatch.setattr(pdf, "_CHILD", "import os, signal; os.kill(os.getpid(), signal.SIGXCPU)")
    with pytest.raises(FileTooLarge, match="seconds"):
        pdf.read_pdf(b"%PDF-1.7")


def test_a_pdf_that_kills_its_reader_is_damaged(monkeypatch):
    monkeypatch.setattr(pdf, "_CHILD", "import os; os.abort()")
    with pytest.raises(UnreadableFile, match="damaged"):
        pdf.read_pdf(b"%PDF-1.7")
