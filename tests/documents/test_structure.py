import pytest

from agent.documents import read_resume
from agent.documents.headings import read_headings
from agent.documents.lines import Line
from agent.documents.structure import structure
from evals.labelled.layouts import LAYOUTS
from evals.labelled.measure import found
from evals.labelled.pasted import PASTED


@pytest.mark.parametrize("layout", [*LAYOUTS, *PASTED], ids=lambda layout: layout.name)
def test_reads_the_entries_of_every_layout(layout):
    source = layout.source
    resume = read_resume(source) if isinstance(source, str) else structure(source)
    assert found(resume) == layout.entries


def test_ids_count_entries_and_lines():
    resume = read_resume(
        "# A B\n## Summary\nNurse.\n## Experience\n### Nurse — Ward (2019)\n- one\n- two\n"
    )
    assert [bullet.id for bullet in resume.bullets()] == ["e1b1", "e2b1", "e2b2"]
    assert [bullet.listed for bullet in resume.bullets()] == [False, True, True]
    assert [section.kind for section in resume.sections] == ["summary", "experience"]


def test_contact_lines_are_kept_apart():
    resume = read_resume(
        "Ana Ruiz\nana@example.org | +34 555 010 201\nMadrid, Spain\n\nExperience\n- Cooked.\n\n"
        "Contact\nlinkedin.com/in/ana\n"
    )
    assert resume.name == "Ana Ruiz"
    assert resume.contacts == (
        "ana@example.org | +34 555 010 201",
        "Madrid, Spain",
        "linkedin.com/in/ana",
    )
    assert [bullet.text for bullet in resume.bullets()] == ["Cooked."]


def test_a_title_of_the_file_is_not_the_name():
    resume = read_resume("Curriculum Vitae\nJo Lund\njo@example.org\n\nSkills\nWelding\n")
    assert resume.name == "Jo Lund"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Led the team and cut the cost of the audit with a new plan for the year."),
        (
            "de",
            "Leitung der Station und Einarbeitung der neuen Kräfte mit dem Team für die Klinik.",
        ),
        ("fr", "Gestion de la paie et suivi des dossiers pour les clients avec une équipe."),
        ("es", "Atención a los pacientes y gestión de la planta con el equipo de la unidad."),
        (
            "nl",
            "Leiding over de ploeg en het inwerken van nieuwe mensen met een plan voor het jaar.",
        ),
    ],
)
def test_tells_the_language(code, text):
    assert read_resume(f"Jo Lund\n\nExperience\n- {text}\n").language == code


def test_no_visible_line_is_lost():
    lines = [
        Line("Jo Lund", "1"),
        Line("An odd line that says nothing much, at all", "2"),
        Line("Experience", "3", outline=1),
        Line("Something unclear", "4"),
        Line("Nurse, Mercy Hospital, 2019 – 2021", "5"),
        Line("Fed 12 patients", "6", listed=True),
        Line("Oddities & Ends", "7", outline=1),
        Line("A collection of spoons", "8"),
        Line("Registered charity 4411", "9", place="footer"),
    ]
    resume = structure(lines)
    said = " ".join(
        [
            resume.name or "",
            resume.headline or "",
            *resume.contacts,
            *(section.heading for section in resume.sections),
            *(entry.heading for entry in resume.entries()),
            *(bullet.text for bullet in resume.bullets()),
        ]
    )
    assert [line.text for line in lines if line.text not in said] == []


def test_page_numbers_are_layout():
    resume = structure([Line("Jo", "1"), Line("Cooked for 40.", "2", listed=True),
                        Line("Page 1 of 2", "3", place="footer")])  # fmt: skip
    assert [bullet.text for bullet in resume.bullets()] == ["Cooked for 40."]


def test_says_what_it_did_not_understand():
    resume = structure(
        [
            Line("Experience", "1", outline=1),
            Line("Helped out wherever it was needed in those years.", "2", listed=True),
            Line("Oddities", "3", outline=1),
            Line("Spoons", "4", place="textbox"),
        ]
    )
    said = " ".join(resume.warnings)
    assert "could not be tied to a job" in said
    assert "'Oddities' is not a section name" in said
    assert "text boxes" in said


def test_a_label_inside_a_job_is_no_section():
    resume = structure(
        [
            Line("EXPERIENCE", "1", bold=True, caps=True),
            Line("Nurse, Mercy Hospital, 2019 – 2021", "2", bold=True),
            Line("Fed 12 patients", "3", listed=True),
            Line("Achievements", "4", bold=True),
            Line("Won the ward prize", "5", listed=True),
            Line("EDUCATION", "6", bold=True, caps=True),
            Line("BSc Nursing, Tartu University, 2015", "7"),
            Line("SKILLS", "8", bold=True, caps=True),
            Line("Triage", "9"),
        ]
    )
    assert [section.kind for section in resume.sections] == ["experience", "education", "skills"]


def test_jobs_below_a_lost_heading_are_found():
    resume = read_resume(
        "Jo Lund\n\nSkills\nFiling, contract negotiation Experience\n"
        "Office Manager, Hill & Co., Jul 2015 to Current\n- Filed.\n"
        "Clerk, Dale Ltd, 2012 - 2015\n- Typed.\n"
    )
    assert [section.kind for section in resume.sections] == ["skills", "experience"]
    assert [entry.title for entry in resume.entries()] == [None, "Office Manager", "Clerk"]


def test_sections_in_another_language_are_told_by_their_heading_level():
    resume = read_resume(
        "# Анна Петрова\n\n## Опыт работы\n### Бухгалтер — ООО «Волга» (2018 – 2021)\n- Вела.\n"
        "## Образование\n### Экономика — Казанский университет (2013)\n"
    )
    assert [section.heading for section in resume.sections] == ["Опыт работы", "Образование"]
    [job, _] = resume.entries()
    assert (job.title, job.employer) == ("Бухгалтер", "ООО «Волга»")


@pytest.mark.parametrize(
    ("heading", "title", "employer", "location"),
    [
        ("Nurse (Grade 6, Band B), Hill Clinic", "Nurse (Grade 6, Band B)", "Hill Clinic", None),
        ("Nurse, ICU, Mercy Hospital", "Nurse, ICU", "Mercy Hospital", None),
        ("Mercy Hospital: Nurse", "Nurse", "Mercy Hospital", None),
        ("Nurse | Mercy Hospital | Full-time | Leeds, UK", "Nurse", "Mercy Hospital", "Leeds, UK"),
        ("Driver  Hill Freight  Lubbock TX", "Driver", "Hill Freight", "Lubbock TX"),
        ("Nurse, Mercy Hospital, 120 hours", "Nurse", "Mercy Hospital", None),
        ("Cook, Hill & Dale, Tulsa, OK", "Cook", "Hill & Dale", "Tulsa, OK"),
        ("Clerk\tSalem, Oregon, United States", "Clerk", None, "Salem, Oregon, United States"),
        ("Sergeant, US Army, Various Locations", "Sergeant", "US Army", "Various Locations"),
    ],
)  # fmt: skip
def test_headings_of_many_kinds(heading, title, employer, location):
    [read] = read_headings([[heading]])
    assert (read.title, read.employer, read.location) == (title, employer, location)
