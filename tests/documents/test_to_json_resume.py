import json
import re

import jsonschema
import pytest
from json_resume_schema import SCHEMA

from agent.documents import read_resume, write_document
from agent.documents.structure import structure
from evals.labelled.layouts import LAYOUTS

TEXT = """# Jo Lund
Nurse
Leeds, UK | jo@example.org | 555-0166 | https://example.org/jo | github.com/jo

## Summary
Calm.

## Experience
### Nurse — Mercy Hospital, Leeds, UK (Mar 2019 – Present)
- Fed 12 patients.

## Education
### BSc Nursing — University of Leith (expected May 2027)

## Skills
- Care: triage, wound care (basic, advanced)
- Epic

## Languages
- Finnish (native)

## Certifications
- BLS

## Volunteering
### Driver — Meals on Wheels, York, UK (2015 – 2016)
- Drove.

## Hobbies
Chess

## Oddities
Spoons
"""
# The keys that JSON Resume 1.0 gives each list, and its pattern for dates.
KEYS = {
    "work": {"name", "location", "position", "startDate", "endDate", "highlights"},
    "volunteer": {"organization", "position", "location", "startDate", "endDate", "highlights"},
    "education": {"institution", "studyType", "startDate", "endDate", "courses", "heading"},
    "skills": {"name", "keywords"},
    "languages": {"language", "fluency"},
    "certificates": {"name", "date", "issuer"},
    "projects": {"highlights", "section"},
}
DATE = re.compile(r"[12]\d{3}(?:-[01]\d(?:-[0-3]\d)?)?")


def test_has_the_shape_of_json_resume():
    resume = read_resume(TEXT)
    document = json.loads(write_document(resume, format="json_resume").content)
    assert document["basics"] == {
        "name": "Jo Lund",
        "label": "Nurse",
        "email": "jo@example.org",
        "phone": "555-0166",
        "url": "https://example.org/jo",
        "profiles": [{"url": "https://github.com/jo"}],
        "location": {"address": "Leeds, UK"},
        "summary": "Calm.",
    }
    assert document["work"] == [
        {
            "name": "Mercy Hospital",
            "position": "Nurse",
            "location": "Leeds, UK",
            "startDate": "2019-03",
            "highlights": ["Fed 12 patients."],
        }
    ]
    assert document["skills"] == [
        {"name": "Care", "keywords": ["triage", "wound care (basic, advanced)"]},
        {"name": "Epic"},
    ]
    assert document["languages"] == [{"language": "Finnish", "fluency": "native"}]
    for key, allowed in KEYS.items():
        for item in document[key]:
            assert set(item) <= allowed
            for field, value in item.items():
                if field.endswith("Date"):
                    assert DATE.fullmatch(value)


def test_no_line_is_lost():
    resume = read_resume(TEXT)
    written = write_document(resume, format="json_resume").content.decode()
    for words in ("Chess", "Spoons", "BLS", "Drove.", "York, UK", "University of Leith"):
        assert words in written


def test_an_older_file_under_other_names_is_read():
    old = {"resume": {"basics": {"name": "Jo"}, "work": [
        {"company": "Grill", "position": "Cook", "startDate": "2019", "endDate": "2021-05-01",
         "highlights": ["Fried."]}]}}  # fmt: skip
    resume = read_resume(json.dumps(old))
    [entry] = resume.entries()
    assert entry.dates is not None
    assert (entry.employer, entry.dates.start, entry.dates.end) == ("Grill", "2019", "2021-05")
    written = write_document(resume, texts={"e1b1": "Fried fish."}).content
    assert json.loads(written)["resume"]["work"][0]["highlights"] == ["Fried fish."]


@pytest.mark.parametrize("number", range(len(LAYOUTS)))
def test_every_layout_gives_valid_json_resume(number):
    source = LAYOUTS[number].source
    resume = read_resume(source) if isinstance(source, str) else structure(source)
    document = json.loads(write_document(resume, format="json_resume").content)
    jsonschema.validate(document, SCHEMA)


def test_what_is_not_json_resume_is_not_valid():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"work": [{"startDate": "Mar 2019"}]}, SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"jobs": []}, SCHEMA)
