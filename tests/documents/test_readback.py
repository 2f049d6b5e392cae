"""What is written is read by programs that nobody here wrote: pandoc, pdftotext."""

import re
import shutil
import subprocess

import pytest

from agent.documents import read_resume, write_document

TEXT = """# Rosa Lind
rosa@example.org | Tampere

## Summary
Calm nurse with seven years on wards, who likes the "busy" ones best.

## Experience
### Nurse — Mercy Hospital, Tampere, Finland (Jan 2019 – Present)
- Looked after 12 patients a shift; cut waiting times by a third.
- Wrote the ward's first guide to #wound care & *triage*.

### Porter — Mercy Hospital (2016 - 2019)
- Pushed beds around the house, day and night.

## Education
### BSc Nursing — University of Leith (2015)

## Skills
- Triage, Epic, Русский, Ελληνικά
"""


def wanted():
    resume = read_resume(TEXT)
    words = []
    for entry in resume.entries():
        fields = (entry.title, entry.employer, entry.dates.text if entry.dates else None)
        words.append(([word for word in fields if word], [b.text for b in entry.bullets]))
    return words


def plain(text):
    return re.sub(r"[\W_]+", "", text)


def assert_arrives(text):
    got = plain(text)
    reached = 0
    for fields, lines in wanted():
        for field in fields:
            assert plain(field) in got
        for line in lines:
            reached = got.index(plain(line), reached)


def test_pandoc_reads_the_new_docx(tmp_path):
    pypandoc = pytest.importorskip("pypandoc")
    path = tmp_path / "new.docx"
    path.write_bytes(write_document(read_resume(TEXT), format="docx").content)
    markdown = pypandoc.convert_file(str(path), "markdown-smart", extra_args=["--wrap=none"])
    assert_arrives(markdown)
    assert "# Rosa Lind\n" in markdown
    assert "## Experience\n" in markdown
    assert re.search(r"^- +Pushed beds around the house, day and night\.$", markdown, re.MULTILINE)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("layout", [[], ["-layout"], ["-raw"]])
def test_pdftotext_reads_the_pdf(tmp_path, layout):
    path = tmp_path / "new.pdf"
    path.write_bytes(write_document(read_resume(TEXT), format="pdf").content)
    done = subprocess.run(
        ["pdftotext", *layout, str(path), "-"], capture_output=True, text=True, check=True
    )
    assert_arrives(done.stdout)


def test_the_pdf_is_tagged_and_has_fonts():
    content = write_document(read_resume(TEXT), format="pdf").content
    assert b"/StructTreeRoot" in content
    assert b"/Lang" in content
    assert b"/FontFile" in content
