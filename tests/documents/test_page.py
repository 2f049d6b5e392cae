import json
from pathlib import Path

import pytest

from agent.documents import read_resume, write_document
from agent.documents.page import heading_words
from agent.documents.structure import structure
from agent.errors import AgentError
from agent.models import Resume
from evals.labelled.layouts import LAYOUTS

DATA = Path(__file__).parents[3] / "shared" / "data"
FORMATS = ["docx", "markdown", "text", "json_resume"]

JOBS = """Kim Aalto
Staff Nurse
kim@example.org | +358 40 123 4567

Experience
{heading}
- Cared for 12 patients a shift.

Education
BSc Nursing, University of Leith, 2015
"""
HEADINGS = [
    "Nurse, Mercy Hospital, Denver, CO, 2015 – 2019",
    "Mercy Hospital | Denver, CO | 2015 – 2019",
    "Registered Nurse\tMar 2015 – Present\nMercy Hospital, Tampere, Finland",
    "Apple ML Research, Cupertino, CA\nResearch Intern\t06/2021 – 08/2021",
    "2015-2019\nWelder at Hartmann Steel (full time, night shift)",
    "Harbor Nurse Staffing — School Nurse — 2015 to 2019 — Leith",
    "Ward 7, Block C (2015 – 2019)",
    "Summer job 2015",
]


def plain(text: str | None) -> str:
    return " ".join((text or "").replace("\u200b", " ").split())


def said(resume: Resume, *, sections: bool = True) -> list[tuple[object, ...]]:
    """Every entry as (kind, title, employer, location, dates, lines)."""
    return [
        (
            section.kind if sections else "",
            plain(entry.title),
            plain(entry.employer),
            plain(entry.location),
            entry.dates and (entry.dates.start, entry.dates.end, entry.dates.current),
            tuple(plain(bullet.text) for bullet in entry.bullets),
        )
        for section in resume.sections
        for entry in section.entries
    ]


def anew(resume: Resume, format: str) -> Resume:
    """The resume in a new document of that format, as it is read again."""
    unbound = resume.model_copy(update={"source": None})
    return read_resume(write_document(unbound, format=format).content, name="anew")


def assert_same(resume: Resume, format: str) -> None:
    again = anew(resume, format)
    assert said(again) == said(resume)
    assert (again.name, again.headline) == (resume.name, resume.headline)
    if format == "json_resume":
        return  # dates are in ISO form there, all else is compared above
    for before, after in zip(resume.entries(), again.entries(), strict=True):
        assert heading_words(before) <= heading_words(after)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("heading", HEADINGS)
def test_headings_of_every_form_read_back_the_same(heading, format):
    assert_same(read_resume(JOBS.format(heading=heading)), format)


@pytest.mark.parametrize("format", ["docx", "markdown"])
@pytest.mark.parametrize("number", range(len(LAYOUTS)))
def test_layouts_read_back_the_same(number, format):
    source = LAYOUTS[number].source
    resume = read_resume(source) if isinstance(source, str) else structure(source)
    assert_same(resume, format)


@pytest.mark.skipif(not DATA.exists(), reason="the shared data folder is not here")
def test_sample_documents_read_back_the_same_as_word():
    differing = []
    for path in sorted((DATA / "pdf").iterdir())[::3]:
        resume = read_resume(path)
        if said(anew(resume, "docx")) != said(resume):
            differing.append(path.name)
    assert differing == []


@pytest.mark.skipif(not DATA.exists(), reason="the shared data folder is not here")
@pytest.mark.parametrize("format", ["docx", "markdown"])
def test_sample_json_resumes_read_back_the_same(format):
    rows = (DATA / "jsonresume_samples.jsonl").read_text(encoding="utf-8").split("\n")
    for row in filter(None, rows):
        resume = read_resume(json.dumps(json.loads(row)["resume"]).encode())
        assert said(anew(resume, format)) == said(resume)


@pytest.mark.skipif(not DATA.exists(), reason="the shared data folder is not here")
@pytest.mark.parametrize("format", ["docx", "markdown", "text"])
def test_sample_texts_read_back_the_same(format):
    rows = (DATA / "resumes_livecareer.jsonl").read_text(encoding="utf-8").split("\n")
    differing = []
    for row in list(filter(None, rows))[::40]:
        record = json.loads(row)
        try:
            resume = read_resume(record["text"].encode())
        except AgentError:
            continue
        if said(anew(resume, format)) != said(resume):
            differing.append(record["id"])
    assert differing == []
