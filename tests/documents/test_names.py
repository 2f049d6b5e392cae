import pytest

from agent.documents import read_resume
from agent.documents.lines import Line
from agent.documents.names import split_name
from agent.documents.structure import structure

_REST = "\n\nExperience\nNurse, Mercy Hospital, 2015 - 2019\n- Fed 12 patients.\n"
_NUMBER = "\n+47 555 01 234"
_ADDRESS = "\njane.doe@example.org"

_FIRST_LINES = """
JANE DOE, RN BSN\\nOslo                  | JANE DOE
Jane Doe, RN, BSN, CCRN                  | Jane Doe
Jane Doe RN BSN                          | Jane Doe
JANE DOE RN                              | JANE DOE
Jane A. Doe, Ph.D.                       | Jane A. Doe
Jane Doe, FNP-C                          | Jane Doe
Jane Doe, P.E.                           | Jane Doe
Jane Doe\\nRN, BSN                        | Jane Doe
Jane Doe (she/her)                       | Jane Doe
Jane Doe, she/her/hers                   | Jane Doe
Jane Doe\\n(she/her)\\nNurse               | Jane Doe
Name\\tJane Doe                           | Jane Doe
Name: Jane Doe\\nAddress: 4 Elm Street    | Jane Doe
First name: Jane\\nLast name: Doe         | Jane Doe
Vorname: Jane\\nNachname: Doe             | Jane Doe
Candidate: Jane Doe                      | Jane Doe
Personal Information\\nName\\tJane Doe     | Jane Doe
Jane Doe - Senior Accountant             | Jane Doe
Jane Doe – Registered Nurse              | Jane Doe
Jane Doe // Data Analyst                 | Jane Doe
Jane Doe, Registered Nurse               | Jane Doe
Jane Doe, Welder                         | Jane Doe
Jane Doe Senior Accountant               | Jane Doe
Registered Nurse\\nJane Doe               | Jane Doe
SENIOR ACCOUNTANT\\nJane Doe\\nOslo        | Jane Doe
Application for Senior Accountant\\nJane Doe | Jane Doe
JANE\\nDOE                                | JANE DOE
Jane\\nDoe\\nRegistered Nurse              | Jane Doe
JANE\\nDOE\\nOslo, Norway                  | JANE DOE
J A N E   D O E                          | JANE DOE
Jane   Doe                               | Jane Doe
jane doe                                 | jane doe
Curriculum Vitae\\nJane Doe               | Jane Doe
Curriculum Vitae of Jane Doe             | Jane Doe
RESUME\\n\\nJANE DOE                       | JANE DOE
Resume - Jane Doe                        | Jane Doe
CV: Jane Doe                             | Jane Doe
Jane Doe's Resume                        | Jane Doe
Lebenslauf von Jane Doe                  | Jane Doe
CONFIDENTIAL\\nJane Doe                   | Jane Doe
Oslo\\nJane Doe                           | Jane Doe
4 Elm Street, Oslo\\nJane Doe             | Jane Doe
Jane Doe\\tOslo, Norway                   | Jane Doe
Jane Doe, Oslo, Norway                   | Jane Doe
Jane Doe / Oslo / 555 01 234 55          | Jane Doe
Dr. med. Jane Doe                        | Dr. med. Jane Doe
Jane Doe, Jr.                            | Jane Doe, Jr.
Doe, Jane M.                             | Doe, Jane M.
Jane "Janie" Doe                         | Jane "Janie" Doe
Jane de la Doe                           | Jane de la Doe
Jane van der Doe                         | Jane van der Doe
Jane O'Doe-Smith                         | Jane O'Doe-Smith
# Jane Doe, PMP                          | Jane Doe
**Jane Doe**                             | Jane Doe
"""
_OTHER_NAMES = """
Madonna                 | Madonna
John Cook               | John Cook
Sarah Mason, CPA        | Sarah Mason
Tom Baker - Head Chef   | Tom Baker
Anna Zimmermann         | Anna Zimmermann
Анна Петрова            | Анна Петрова
Ελένη Παππά             | Ελένη Παππά
李小龙                   | 李小龙
Nguyễn Thị Minh         | Nguyễn Thị Minh
"""


def _rows(table):
    rows = (line.replace("\\n", "\n").replace("\\t", "\t") for line in table.strip().split("\n"))
    return [tuple(part.strip() for part in row.rsplit(" | ", 1)) for row in rows]


@pytest.mark.parametrize("below", [_ADDRESS + _NUMBER, _NUMBER, ""], ids=["mail", "phone", "bare"])
@pytest.mark.parametrize(("first", "name"), _rows(_FIRST_LINES))
def test_reads_the_name_in_the_first_lines(first, name, below):
    assert read_resume(first + below + _REST).name == name


@pytest.mark.parametrize("below", [_NUMBER, ""], ids=["phone", "bare"])
@pytest.mark.parametrize(("first", "name"), _rows(_OTHER_NAMES))
def test_reads_names_of_other_forms(first, name, below):
    assert read_resume(first + below + _REST).name == name


@pytest.mark.parametrize(
    "first",
    [
        "Registered Nurse",
        "SENIOR ACCOUNTANT",
        "Oslo, Norway",
        "Professional Summary\nA nurse of nine years.",
        "Welder with ten years in ship building, who likes a busy night best.",
    ],
)
def test_takes_nothing_else_for_a_name(first):
    assert read_resume(first + _NUMBER + _REST).name is None


def test_what_stands_beside_the_name_goes_where_it_belongs():
    resume = read_resume("Jane Doe, RN | Ward Nurse | Oslo | jane@example.org" + _REST)
    assert resume.headline == "RN | Ward Nurse"
    assert resume.contacts == ("Oslo", "jane@example.org")


def test_an_address_tells_which_of_two_lines_is_the_name():
    lines = "Mercy Falls\nJane Doe\n"
    assert read_resume(lines + "jane.doe@example.org" + _REST).name == "Jane Doe"
    assert read_resume(lines + "mercyfalls@example.org" + _REST).name == "Mercy Falls"


def test_a_side_column_may_come_before_the_name():
    column = [
        Line("SKILLS", "1", bold=True, caps=True, size=11),
        Line("Triage", "2", size=10),
        Line("Wound care", "3", size=10),
    ]
    main = [
        Line("Jane Doe", "4", size=24),
        Line("Ward Nurse", "5", size=12),
        Line("EXPERIENCE", "6", bold=True, caps=True, size=11),
        Line("Nurse, Mercy Hospital, 2015 – 2019", "7", size=10),
        Line("Fed 12 patients", "8", size=10, listed=True),
    ]
    resume = structure([*column, *main])
    assert (resume.name, resume.headline) == ("Jane Doe", "Ward Nurse")
    assert [section.heading for section in resume.sections] == ["SKILLS", "EXPERIENCE"]


def test_the_name_may_stand_in_a_cell_or_the_page_header():
    rest = [Line("Experience", "9", outline=1), Line("Fed 12 patients", "10", listed=True)]
    cells = [Line("Name", "1", cell="t1r1c1"), Line("Jane Doe", "2", cell="t1r1c2")]
    header = [Line("Jane Doe, RN", "h", place="header")]
    assert structure([*cells, *rest]).name == "Jane Doe"
    assert structure([*rest, *header]).name == "Jane Doe"


@pytest.mark.parametrize("text", ["", "- 3 -", "12 patients a day", "lorem ipsum dolor sit", "|||"])
def test_what_has_no_form_of_a_name(text):
    assert split_name(text) is None
