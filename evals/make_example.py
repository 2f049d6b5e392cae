"""Builds the bundled example resume: `python -m evals.make_example`.

The example is a Word file as people really make them: a right-aligned tab for the dates, native
bullets, bold lead-ins, a hyperlink-free contact line. Person, employers and posting are fictional.
"""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

EXAMPLES = Path(__file__).parent.parent / "agent" / "examples"
INK = RGBColor(0x1F, 0x3A, 0x4D)

SUMMARY = (
    "Registered nurse with six years on medical-surgical and step-down units. Calm with anxious "
    "families, careful with handoffs, and the person colleagues ask when a new chart form appears."
)
ROLES = [
    (
        "Registered Nurse, Step-Down Unit",
        "Larkhill General Hospital",
        "Mar 2021 – Present",
        [
            "Responsible for monitoring 4 to 5 step-down patients per shift on a 24-bed unit, "
            "including telemetry and titrated drips.",
            "Document assessments and medication in Epic within 30 minutes of each round.",
            "Helped train 9 new graduate nurses during their first 12 weeks on the unit.",
            "Took part in a QI project on patient falls; falls on our unit went from 11 to 7 in "
            "the first half-year.",
            "Give report at the bedside with the patient and family present.",
        ],
    ),
    (
        "Registered Nurse, Medical-Surgical",
        "St. Brannock Medical Center",
        "Jun 2018 – Feb 2021",
        [
            "Was responsible for providing wound care, IV therapy and discharge teaching to 6 "
            "patients per shift.",
            "Worked with case management and physical therapy in daily rounds to plan discharges.",
            "Covered as charge nurse on about two night shifts a month.",
            "Duties included auditing 20 charts a month for missing signatures.",
        ],
    ),
    (
        "Certified Nursing Assistant",
        "Fenwick Care Home",
        "Aug 2015 – May 2018",
        [
            "Assisted 12 residents a day with bathing, meals and transfers.",
            "Reported skin changes to the nurse on duty and logged intake and output.",
        ],
    ),
]
EDUCATION = ("BSN", "Calder Valley State University", "2018")
CERTIFICATIONS = [
    "RN license, active, compact state",
    "BLS, renewed 2025",
    "ACLS, expired 2023",
]
SKILLS = "Wound care, IV therapy, Patient education, Epic, Spanish (basic)"


def build(path: Path) -> None:
    """Write the example resume to `path`."""
    document = Document()
    page = document.sections[0]
    page.left_margin = page.right_margin = Cm(2.0)
    page.top_margin = page.bottom_margin = Cm(1.7)
    body = document.styles["Normal"]
    body.font.name, body.font.size = "Calibri", Pt(10.5)
    body.paragraph_format.space_after = Pt(2)

    name = document.add_paragraph()
    run = name.add_run("Imogen Tarrant")
    run.bold, run.font.size, run.font.color.rgb = True, Pt(20), INK
    document.add_paragraph("Leeds Falls, Ohio | 555-0142 | imogen.tarrant@example.com")

    _heading(document, "Summary")
    document.add_paragraph(SUMMARY)

    _heading(document, "Experience")
    for title, employer, dates, bullets in ROLES:
        line = _dated_line(document, dates)
        line.runs[0].text = title
        line.runs[0].bold = True
        document.add_paragraph().add_run(employer).italic = True
        for bullet in bullets:
            document.add_paragraph(bullet, style="List Bullet")

    _heading(document, "Education")
    degree, school, year = EDUCATION
    _dated_line(document, year).runs[0].text = f"{degree}, {school}"

    _heading(document, "Licenses and Certifications")
    for item in CERTIFICATIONS:
        document.add_paragraph(item, style="List Bullet")

    _heading(document, "Skills")
    skills = document.add_paragraph()
    skills.add_run("Clinical skills: ").bold = True
    skills.add_run(SKILLS)
    document.save(str(path))


def _heading(document: DocxDocument, text: str) -> None:
    heading = document.add_heading(text, level=1)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(10), Pt(2)
    for run in heading.runs:
        run.font.size, run.font.name, run.font.color.rgb = Pt(13), "Calibri", INK


def _dated_line(document: DocxDocument, dates: str) -> Paragraph:
    line = document.add_paragraph()
    line.paragraph_format.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT)
    line.paragraph_format.space_before = Pt(6)
    line.add_run("")
    line.add_run(f"\t{dates}")
    return line


if __name__ == "__main__":
    build(EXAMPLES / "resume.docx")
