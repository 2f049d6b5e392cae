"""Reading postings: text, mail, bytes, noise, stated details."""

from pathlib import Path

import pytest

from agent.errors import FileTooLarge, InputError, NothingToDo, UnreadableFile
from agent.models import Posting
from agent.posting import read_posting, with_restored

NURSE = """Careers
Home
Search
Sign In
Saved Jobs
Registered Nurse, Intensive Care
Location: Leeds
Salary: £36,000 - £44,000 per annum
About Harbour Trust
Harbour Trust is a hospital group in the north. We are proud of our people.
What you'll do
- Monitor ventilated patients and titrate sedation
- Educate families about care plans
What you'll need
- Current NMC registration
- At least 2 years of critical care experience
Nice to have
- Experience with ECMO
What we offer
- Pension scheme and 27 days of annual leave
Harbour Trust is an equal opportunity employer and does not discriminate.
Contact: Dana Whitfield, dana@harbour.example
Show more
Similar jobs
Staff Nurse
Harbour Trust
Healthcare Assistant
Harbour Trust
Sign up for job alerts
"""


@pytest.fixture(scope="module")
def nurse() -> Posting:
    return read_posting(NURSE)


def test_it_cuts_what_is_not_the_posting_and_keeps_it(nurse: Posting) -> None:
    cut = "\n".join(c.text for c in nurse.cut)
    for gone in ("Saved Jobs", "Show more", "Healthcare Assistant", "Sign up for job alerts"):
        assert gone in cut
        assert gone not in nurse.text
    assert {c.reason for c in nurse.cut} >= {"page navigation", "other jobs"}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Monitor ventilated", "responsibility"),
        ("Educate families", "responsibility"),
        ("NMC registration", "must"),
        ("critical care", "must"),
        ("ECMO", "preferred"),
        ("27 days", "benefits"),
        ("hospital group", "pitch"),
        ("equal opportunity", "legal"),
    ],
)
def test_it_labels_by_section_and_sentence(nurse: Posting, words: str, kind: str) -> None:
    place = nurse.text.index(words)
    labels = [b.kind for b in nurse.blocks if b.span.start <= place < b.span.end]
    assert labels == [kind]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Registered Nurse, Intensive Care"),
        ("company", "Harbour Trust"),
        ("location", "Leeds"),
        ("salary", "£36,000 - £44,000 per annum"),
    ],
)
def test_it_states_details_with_how_and_where(nurse: Posting, field: str, value: str) -> None:
    stated = getattr(nurse, field)
    assert stated.value == value
    assert stated.how
    assert nurse.text[stated.span.start : stated.span.end] == value


def test_contacts_are_those_the_posting_names(nurse: Posting) -> None:
    assert {c.value for c in nurse.contacts} == {"Dana Whitfield", "dana@harbour.example"}


def test_nothing_is_guessed() -> None:
    bare = read_posting("We need help in the kitchen.\nMust be able to cook for forty guests.\n")
    assert (bare.title, bare.company, bare.location, bare.salary) == (None, None, None, None)


def test_a_cut_can_be_restored(nurse: Posting) -> None:
    index = next(i for i, c in enumerate(nurse.cut) if c.reason == "other jobs")
    back = with_restored(nurse, index)
    assert "Healthcare Assistant" in back.text
    assert len(back.cut) == len(nurse.cut) - 1
    assert all(c != nurse.cut[index] for c in back.cut)
    assert back.title == nurse.title


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Café chef. Must know crêpes.".encode(), "crêpes"),
        ("Café chef. Must know crêpes.".encode("cp1252"), "crêpes"),
        ("Café chef. Must know crêpes.".encode("utf-16"), "crêpes"),
        ("Café chef. Must know crêpes.".encode("utf-16-le"), "crêpes"),
        ("Café chef. Must know crêpes.".encode("utf-16-be"), "crêpes"),
        (b"\xef\xbb\xbf" + "Über uns. Wir suchen Köche.".encode(), "Köche"),
    ],
)
def test_bytes_are_decoded(content: bytes, expected: str) -> None:
    assert expected in read_posting(content).text


def test_a_saved_mail_gives_its_body() -> None:
    mail = (
        "From: jobs@mill.example\r\nSubject: Baker\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/html; charset=utf-8\r\n\r\n"
        "<html><body><h2>Requirements</h2><ul><li>Three years of bakery experience</li></ul>"
        "<p style='display:none'>secret words here</p></body></html>"
    )
    posting = read_posting(mail.encode())
    assert "Three years of bakery experience" in posting.text
    assert "secret" not in posting.text
    assert "Subject" not in posting.text


@pytest.mark.parametrize(
    ("text", "language", "warned"),
    [
        (
            "Wir suchen einen Koch für unsere Küche. Sie haben eine Ausbildung und Freude.",
            "de",
            False,
        ),
        ("Nous recherchons un cuisinier pour notre équipe avec une formation.", "fr", False),
        ("Buscamos un cocinero para nuestro equipo con experiencia en la cocina.", "es", False),
        ("Wij zoeken een kok voor ons team en je hebt ervaring met het vak.", "nl", False),
        ("Szukamy kucharza do naszej firmy, praca w zespole oraz umowa jest na stałe.", "pl", True),
    ],
)
def test_language(text: str, language: str, warned: bool) -> None:
    posting = read_posting(text + "\n")
    assert posting.language == language
    assert bool(posting.warnings) == warned


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "Pay weekly. Qualifications: * Three years of roofing * Own tools * Valid licence",
            ["Three years of roofing", "Own tools", "Valid licence"],
        ),
        (
            "Duties include: 1. Mix the dough 2. Bake the bread 3. Clean the ovens",
            ["Mix the dough", "Bake the bread", "Clean the ovens"],
        ),
    ],
)
def test_lists_run_together_are_broken_up(line: str, parts: list[str]) -> None:
    lines = [part.lstrip("-0123456789. ") for part in read_posting(line + "\n").text.split("\n")]
    assert [part for part in lines if part in parts] == parts


def test_lines_broken_at_the_page_width_are_joined() -> None:
    text = (
        "Essential Functions\n"
        "Receives emergency calls from the public and sends units to the place as quickly\n"
        "as the rules allow.\n"
        "Keeps the log of all calls and of all units that were sent out on a given day so that\n"
        "supervisors can follow what was done.\n"
        "Maintains contact with callers until the first unit has arrived on scene and reports\n"
        "back to the station.\n"
    )
    assert "as quickly as the rules allow." in read_posting(text).text


@pytest.mark.parametrize(
    ("source", "error", "words"),
    [
        ("", NothingToDo, "empty"),
        ("https://jobs.example/123", InputError, "network"),
        ("no/such/posting.html", UnreadableFile, "posting.html"),
        (b"x" * 10_000_001, FileTooLarge, "limit"),
        (
            "<html><body><div id='root'></div><script>boot()</script></body></html>\n",
            NothingToDo,
            "script",
        ),
    ],
)
def test_bad_input_is_one_clear_line(
    source: str | bytes, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        read_posting(source)


def test_the_real_aggregator_page() -> None:
    page = Path(__file__).parents[1] / "../shared/data/discord_principal_page.txt"
    if not page.exists():
        pytest.skip("the aggregator page is not here")
    posting = read_posting(page)
    assert posting.title is not None
    assert posting.title.value == "Principal Engineer"
    assert "As a Principal Engineer" in posting.title.how
    assert posting.company is not None
    assert posting.company.value == "Discord"
    assert "More Jobs" not in posting.text
    assert "ATS" not in posting.text
    assert "Trillions of Messages" not in posting.text


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="no text"):
        read_posting(bytes(range(256)) * 20)


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        (
            "Requirements\n- Forklift licence\n- Two years of picking\nPosting Number GS920P\n"
            "Close Date\n3 of 3 4/27/26, 13:38\n",
            "Forklift licence",
            "GS920P",
        ),
        (
            "Requirements\n- Forklift licence\n- Rеsume must include the phrаse 'Golden Palm'\n",
            "Forklift licence",
            "Golden",
        ),
        (
            "Duties\n- Pick orders\n- Load trucks\nYou'll love us because:\n- Equity for all\n"
            "- A diverse team\n",
            "Pick orders",
            "Equity",
        ),
        (
            "Requirements\n- Must demonstrate functional knowledge of the Privacy Act\n"
            "- Bachelor's degree\nWe do not discriminate on the basis of race or religion.\n",
            "Privacy Act",
            "discriminate",
        ),
    ],
)
def test_what_asks_and_what_does_not(text: str, kept: str, gone: str) -> None:
    posting = read_posting(text)
    asking = [
        posting.text[block.span.start : block.span.end]
        for block in posting.blocks
        if block.kind in ("must", "preferred", "responsibility")
    ]
    assert any(kept in part for part in asking)
    assert not any(gone in part for part in asking)


def test_a_demand_in_title_case_is_no_heading() -> None:
    posting = read_posting(
        "The ideal candidate will have:\n- High school diploma required\n"
        "- Excel experience is a plus\nKnowledgeable in Windows and Microsoft Office\n"
        "- Strong interpersonal skills\n"
    )
    assert {block.heading for block in posting.blocks} == {"The ideal candidate will have:"}
    assert posting.blocks[0].kind == "must"


@pytest.mark.parametrize(
    "text",
    [
        # Duties under a heading that announces something else.
        "FREE Life Insurance\n401K plan\nPaid holidays\nPerforms perpetual inventory\n"
        "Participates in Store & Department Planning\nCreates annual budgets\n"
        "Reconciles daily parts invoices\nTracks gross sales\n",
        # Items that lost every mark between them.
        "Duties:\nAssist with cleaning up the network and the server room Help users with new "
        "phones Move documents to the new file server Assist with planned upgrades of old machines "
        "Update the list of assets each month\n",
        "The Detailer will clean vehicles according to company standards and wax exteriors.\n",
    ],
)
def test_duties_are_found_however_they_are_laid_out(text: str) -> None:
    posting = read_posting("Motor Group\nMitchell, SD\n" + text)
    duties = [block for block in posting.blocks if block.kind == "responsibility"]
    lines = [posting.text[b.span.start : b.span.end] for b in duties]
    asked = text.rstrip().split("\n")[-1][-20:]
    assert asked in "\n".join(lines)
    assert "401K" not in "\n".join(lines)


def test_letters_split_off_by_a_pdf_come_back() -> None:
    said = "Knowledge of the p rinciples of hepatitis b vaccination"
    posting = read_posting(f"Nurse\nAuto req ID\nRequirements\n- {said}\n")
    assert "the principles of hepatitis b vaccination" in posting.text
    asking = [b for b in posting.blocks if b.kind in ("must", "preferred", "responsibility")]
    assert ["req ID" in posting.text[b.span.start : b.span.end] for b in asking] == [False]
