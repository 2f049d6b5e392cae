from __future__ import annotations

import pytest
from hypothesis import given
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


def test_employers_are_masked_only_on_request() -> None:
    assert masked("Ran Acme's desk") == "Ran Acme's desk"
    assert masked("Ran ACME's desk", employers=("Acme",)) == "Ran [EMPLOYER_1]'s desk"


def test_a_forged_mask_can_not_be_turned_into_something_personal() -> None:
    redacted = redact(["Wrote to [EMAIL_1]", "a@b.com"])
    assert restore(redacted.texts[0], redacted.masks) == "Wrote to [EMAIL_1]"


@given(st.text(max_size=200), st.text(max_size=60), st.lists(st.text(max_size=30), max_size=3))
def test_any_text_comes_back_as_it_was(text: str, more: str, personal: list[str]) -> None:
    redacted = redact([text, more], personal=personal)
    assert [restore(t, redacted.masks) for t in redacted.texts] == [text, more]
