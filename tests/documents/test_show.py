from docx_fixtures import bullet, docx, par

from agent.documents import read_resume, write_document
from agent.documents.show import describe

TEXT = """# Jo Lund
jo@example.org

## Experience
### Nurse — Mercy Hospital, Leeds, UK (Mar 2019 – Present)
- Fed 12 patients.

## Oddities
Spoons.
"""


def test_shows_what_was_understood():
    shown = describe(read_resume(TEXT))
    for words in (
        "Name: Jo Lund",
        "Contact: jo@example.org",
        "Experience [experience]",
        "title: Nurse; employer: Mercy Hospital; place: Leeds, UK; "
        "dates: Mar 2019 – Present = 2019-03 to now",
        "e1b1  - Fed 12 patients.",
        "! The heading 'Oddities' is not a section name",
    ):
        assert words in shown


def test_tells_what_only_the_word_file_shows():
    plain = write_document(read_resume(TEXT), format="docx").content
    in_columns = docx(
        par("Jo Lund") + par("Experience") + bullet("Fed 12 patients."),
        section='<w:cols w:num="2"/>',
    )
    assert "! The page is set in 2 columns" in describe(read_resume(in_columns))
    assert "columns" not in describe(read_resume(plain))
