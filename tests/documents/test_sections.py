import pytest

from agent.documents.sections import section_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("WORK EXPERIENCE", "experience"),
        ("Recent Clinical Experience:", "experience"),
        ("E D U C A T I O N", "education"),
        ("== Technical Skills ==", "skills"),
        ("3. Projects", "projects"),
        ("Berufserfahrung", "experience"),
        ("Aus- und Weiterbildung", "education"),
        ("EDV-Kenntnisse", "skills"),
        ("Expériences professionnelles", "experience"),
        ("Centres d’intérêt", "other"),
        ("Formación académica", "education"),
        ("Idiomas", "languages"),
        ("Werkervaring", "experience"),
        ("Opleidingen en cursussen", "education"),
        ("Licenses & Certifications", "certifications"),
        ("Skills & Tools", "skills"),
        ("Awards and Honors", "awards"),
    ],
)
def test_knows_section_names(text, kind):
    assert section_kind(text) == kind


@pytest.mark.parametrize(
    "text", ["Registered Nurse", "Led the team", "Acme Corporation", "", "2019 – 2021", "x" * 200]
)
def test_other_lines_name_no_section(text):
    assert section_kind(text) is None
