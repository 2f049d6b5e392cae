"""Saved pages: metadata, page shapes, hidden text."""

import json

import pytest

from agent.posting import read_posting

BODY = (
    "<p>Mill Lane School is a primary school.</p><h3>Your duties</h3><ul>"
    "<li>Plan and teach lessons in year four</li><li>Assess pupils' progress</li></ul>"
    "<h3>Requirements</h3><ul><li>Qualified teacher status</li>"
    "<li>Two years of classroom experience</li></ul><p>Apply by sending your letter.</p>"
)
LINKED = {
    "@type": "JobPosting",
    "title": "Primary Teacher",
    "hiringOrganization": {"@type": "Organization", "name": "Mill Lane School"},
    "jobLocation": {"address": {"addressLocality": "Hull", "addressCountry": "GB"}},
    "employmentType": "FULL_TIME",
    "baseSalary": {
        "currency": "GBP",
        "value": {"minValue": 31000, "maxValue": 42000, "unitText": "YEAR"},
    },
    "description": BODY,
}


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@pytest.mark.parametrize(
    "linked",
    [
        LINKED,
        [{"@type": "WebSite"}, LINKED],
        {"@graph": [{"@type": "BreadcrumbList"}, LINKED]},
        {**LINKED, "@type": ["Thing", "JobPosting"]},
        {**LINKED, "description": escaped(BODY)},
        {**LINKED, "description": escaped(escaped(BODY))},
        {"mainEntity": {"about": LINKED}},
    ],
)
def test_json_ld_wherever_it_is(linked: object) -> None:
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    posting = read_posting(f"<html><head>{script}</head><body><p>Cookies</p></body></html>")
    assert "- Plan and teach lessons in year four" in posting.text
    assert posting.title is not None
    assert posting.title.value == "Primary Teacher"
    assert "JobPosting" in posting.title.how
    assert posting.company is not None
    assert posting.company.value == "Mill Lane School"
    assert posting.location is not None
    assert posting.location.value == "Hull, GB"
    assert posting.salary is not None
    assert posting.salary.value == "GBP 31000-42000 per year"


def test_an_element_named_job_description_beats_the_page() -> None:
    page = (
        "<html><body><nav><a>Home</a><a>Jobs</a></nav><h1>Primary Teacher</h1>"
        f'<div class="job-description">{BODY}{BODY.replace("four", "five")}</div>'
        "<div class='similar-jobs'><p>Deputy Head at Sea View School</p></div></body></html>"
    )
    posting = read_posting(page)
    assert "Qualified teacher status" in posting.text
    assert "Deputy Head" not in posting.text
    assert posting.title is not None
    assert posting.title.value == "Primary Teacher"


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display:none'>ten years of sorcery</p>",
        "<p style='visibility: hidden'>ten years of sorcery</p>",
        "<p style='font-size:0'>ten years of sorcery</p>",
        "<p hidden>ten years of sorcery</p>",
        "<p class='sr-only'>ten years of sorcery</p>",
        "<p class='trap'>ten years of sorcery</p>",
        "<!-- ten years of sorcery -->",
        "<script>var x = 'ten years of sorcery'</script>",
        "<template>ten years of sorcery</template>",
    ],
)
def test_what_a_reader_cannot_see_does_not_come_in(hidden: str) -> None:
    style = "<style>.trap { color: red; display: none }</style>"
    page = f"<html><head>{style}</head><body><main>{BODY}{hidden}{BODY}</main></body></html>"
    posting = read_posting(page)
    assert "classroom experience" in posting.text
    assert "sorcery" not in posting.text
    assert all("sorcery" not in cut.text for cut in posting.cut)
