from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.llm.redaction import redact, restore

PERSONAL = ("Maija Van Der Weiden-Koski", "Oulu, FI | maija.koski@example.com | 555-0166")


def masked(text: str, **options: object) -> str:
    return redact([text], **({"personal": PERSONAL} | options)).texts[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "secret",
    [
        "maija.koski@example.com", "someone+cv@mail.co.uk", "jo(at)example.org",
        "(912) 555-4321", "+49 171 2345678", "0171/2345678", "912.555.4321", "+358401234567",
        "555-0166", "00 44 20 7946 0958", "123-45-6789", "06 12 34 56 78",
        "https://example.com/me?x=1", "www.example.org", "linkedin.com/in/someone",
        "github.com/someone", "LinkedIn: someone-koski", "@some_handle", "someone.dev",
        "12 Elm Street", "1400 N. Lake Shore Dr, Apt 4", "Hauptstraße 12a, 80331 München",
        "14 rue de la Paix", "Calle Mayor 12", "PO Box 1234",
        "CO 80203", "SW1A 1AA", "K1A 0B1",
        "Date of birth: 12 March 1985", "born on 12.03.1985", "DOB 3/12/85", "geb. am 12.3.1985",
        "née le 12 mars 1985", "Fecha de nacimiento: 12/03/1985",
        "Maija", "MAIJA", "Koski", "Maija Van Der Weiden-Koski", "maija van der weiden-koski",
        "Oulu",
    ],
)  # fmt: skip
def test_what_identifies_a_person_is_masked_and_comes_back(secret: str) -> None:
    for text in (secret, f"Sold tickets. {secret}", f"For {secret}, then more", f"({secret})"):
        redacted = redact([text], personal=PERSONAL)
        left = redacted.texts[0].lower()
        for piece in secret.replace("(at)", " ").split():
            if len(piece) > 3 and piece.lower() not in {
                "date",
                "birth:",
                "street",
                "mayor",
                "fecha",
            }:
                assert piece.lower().strip(".,:") not in left
        assert restore(redacted.texts[0], redacted.masks) == text


@pytest.mark.parametrize(
    "fact",
    [
        "Cut p99 from 840 ms to 190 ms for 140 million users",
        "2019 - 2021", "03/2019 – 04/2021", "01.03.2019 - 31.12.2021", "Jan 2019 – Present",
        "$3.1M (28%)", "1,200,000 rows", "€2,400,000.50", "12 000 000 users", "99.98%",
        "Node.js, ASP.NET, C#, CI/CD, TCP/IP, 24/7, A/B tests", "ISO 9001:2015 and AWS D1.1",
        "GAAP, SOX 404, IFRS 16", "Will lead, may rose, mark grades", "E-mail marketing at scale",
        "Ran 12 road shows in 3 states", "Built 4 court cases", "Treated 30-40 patients a day",
        "Used e.g. Slack, i.e. chat", "HTTP/2 and OAuth 2.0",
    ],
)  # fmt: skip
def test_what_a_rewrite_needs_is_not(fact: str) -> None:
    assert masked(fact) == fact


def test_a_name_that_is_also_a_verb_is_masked_only_with_a_capital() -> None:
    assert masked("Will will mark it", personal=("Will Grant",)) == "[NAME_1] will mark it"


def test_the_same_words_have_the_same_mask_in_all_texts_of_a_call() -> None:
    redacted = redact(["Maija sold", "asked Maija or a@b.com"], personal=PERSONAL)
    assert redacted.texts == ("[NAME_1] sold", "asked [NAME_1] or [EMAIL_1]")
    assert redacted.masks == {"[NAME_1]": "Maija", "[EMAIL_1]": "a@b.com"}


@pytest.mark.parametrize(
    ("text", "masks"),
    [
        ("Reference: Dr. Peter Falk, 555-0102", "Reference: Dr. [NAME_1], [PHONE_1]"),
        ("Name\tJane Doe", "Name\t[NAME_1]"),
        ("I am Jane van Doe, an accountant.", "I am [NAME_1], an accountant."),
        ("Resume of Jane Q. O'Doe-Smith", "Resume of [NAME_1]"),
        ("Anna Östlund | +46 70 555 01 02", "[NAME_1] | [PHONE_1]"),
        ("Ask anna@example.com (Anna Berg)", "Ask [EMAIL_1] ([NAME_1])"),
        ("Assisted Prof. Okafor and Frau Weiß in surgery",
         "Assisted Prof. [NAME_1] and Frau [NAME_2] in surgery"),
    ],
)  # fmt: skip
def test_a_name_in_the_place_of_one_is_masked_though_nobody_told_it(text: str, masks: str) -> None:
    assert redact([text]).texts[0] == masks


@pytest.mark.parametrize(
    "text",
    ["Ms Excel and Ms Office", "I am ServSafe certified", "Contact centre: 40 calls a day",
     "References checked by phone", "Filed Name Change Orders in 2019 - 2021"],
)  # fmt: skip
def test_words_that_only_look_like_a_name_are_not(text: str) -> None:
    assert redact([text]).texts[0] == text


@pytest.mark.parametrize(
    "contact", ["jane.odoe@example.com", "Mail jane_odoe7@example.com", "linkedin.com/in/jane-odoe"]
)
def test_an_address_tells_the_name_that_the_reader_did_not_find(contact: str) -> None:
    assert masked("Jane Odoe ran it", personal=(contact,)) == "[NAME_1] ran it"
    assert masked("Sent info by mail", personal=("info@mail.example",)) == "Sent info by mail"


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Kivimäki-Odell, Runa trained staff.", "Odell|Runa"),
        ("R. Kivimäki-Odell and R.K.O. wrote the manual", "R[.]|Odell"),
        ("Runa's team; the Odells' shop", "Runa|Odell"),
        ('Known as "Runi" Odell to guests; Runa "RO" Odell', "Runi|RO|Odell"),
        ("runa.odell @ mail . example", "runa|example"),
        ("runa dot odell at mail dot example", "runa|odell|example"),
        ("runa.odell(at)mail(dot)example", "runa|odell|example"),
        ("write to runa.odell@\nmail.example", "runa|example"),
        ("linkedin runa-odell, in/runa-odell-77, runaodell99, runa_odell#12", "runa|odell"),
        ("Site: RunaOdell.com and rodell on GitHub", "(?i)odell"),
        ("call seven oh one, five five five, zero one three four", "five|seven|four"),
        ("Ruf: null eins sieben sechs fünf fünf drei", "sieben|drei"),
        ("Kivimaki and KIVIMÄKI and Ｒｕｎａ", "(?i)kivim|Ｒ"),
        ("passport X1234567", "1234"),
    ],
)
def test_other_ways_to_write_a_name_or_number_are_masked(text: str, never: str) -> None:
    personal = ("Runa Kivimäki-Odell", "runa.odell@mail.example | 701-555-0134")
    redacted = redact([text], personal=personal)
    assert not re.search(never, redacted.texts[0])
    assert restore(redacted.texts[0], redacted.masks) == text


@pytest.mark.parametrize(
    "text",
    [
        "Ran a shop in a large mall", "Paired one to one, two by two, three times",
        "Arrived at dot com firms at noon", "Passport checks at the gate", "Trained 12 at once",
    ],
)  # fmt: skip
def test_ordinary_words_near_such_forms_stay(text: str) -> None:
    assert redact([text], personal=("Sue Hopper", "sue.hopper@mail.example")).texts[0] == text


def test_an_employer_is_masked_without_its_legal_form_too() -> None:
    told = masked("Joined Acme Parts in May", employers=("Acme Parts Co.",))
    assert told == "Joined [EMPLOYER_1] in May"


def test_employers_are_masked_only_on_request() -> None:
    assert masked("Ran Acme's desk") == "Ran Acme's desk"
    assert masked("Ran ACME's desk", employers=("Acme",)) == "Ran [EMPLOYER_1]'s desk"


def test_a_forged_mask_can_not_be_turned_into_something_personal() -> None:
    redacted = redact(["Wrote to [EMAIL_1]", "a@b.com"])
    assert restore(redacted.texts[0], redacted.masks) == "Wrote to [EMAIL_1]"


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=60), st.lists(st.text(max_size=30), max_size=3))
def test_any_text_comes_back_as_it_was(text: str, more: str, personal: list[str]) -> None:
    redacted = redact([text, more], personal=personal)
    assert [restore(t, redacted.masks) for t in redacted.texts] == [text, more]
