"""Ways to meet a demand and how strongly it is asked, in whole postings."""

import pytest

from agent.posting import read_posting
from agent.requirements import extract_requirements

Row = tuple[str, str, tuple[tuple[str, ...], ...]]


def rows(text: str) -> list[Row]:
    return [(r.kind, r.quote, r.any_of) for r in extract_requirements(read_posting(text))]


@pytest.mark.parametrize(
    ("heading", "item", "any_of"),
    [
        (
            "Requirements",
            "Bachelor's degree in Social Work, or Master's degree in Psychology",
            (("Bachelor's degree", "Social Work"), ("Master's degree", "Psychology")),
        ),
        (
            "Requirements",
            "High school diploma or an associate degree in accounting",
            (("High school diploma",), ("associate degree", "accounting")),
        ),
        (
            "Requirements",
            "A paralegal certificate or a bachelor's degree",
            (("bachelor's degree",), ("paralegal certificate",)),
        ),
        (
            "Requirements",
            "NVQ Level 3 / HNC in Electrical Engineering",
            (("NVQ Level 3", "Electrical Engineering"), ("HNC", "Electrical Engineering")),
        ),
        ("Requirements", "Excel, SQL and Tableau", (("Excel", "SQL", "Tableau"),)),
        ("Ihr Profil", "Erfahrung mit unserer Akte (Orbis oder Meona)", (("Orbis",), ("Meona",))),
        (
            "Ihr Profil",
            "Abgeschlossene Ausbildung als Pflegefachfrau/-mann oder Krankenpfleger/in",
            (
                ("Abgeschlossene Ausbildung", "Pflegefachfrau"),
                ("Abgeschlossene Ausbildung", "Krankenpfleger"),
            ),
        ),
        (
            "Wat vragen wij?",
            "Ervaring met AutoCAD, Revit of vergelijkbaar",
            (("AutoCAD",), ("Revit",)),
        ),
        (
            "Requisitos",
            "Título de Grado Medio o Superior en Electricidad",
            (("Título de Grado Medio o Superior", "Electricidad"),),
        ),
    ],
)
def test_each_way_has_what_is_its_own(
    heading: str, item: str, any_of: tuple[tuple[str, ...], ...]
) -> None:
    filler = {
        "Ihr Profil": "Sie haben Freude an der Arbeit mit Menschen und sind im Team zu Hause",
        "Wat vragen wij?": "Je hebt ervaring met klanten en je bent graag onderweg voor ons",
        "Requisitos": "Tener experiencia en el trabajo con clientes y ganas de aprender",
    }.get(heading, "Able to work with customers")
    assert (item, any_of) in [(q, ways) for _, q, ways in rows(f"{heading}\n- {item}\n- {filler}")]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        (
            "Three years of sales experience, ideally in retail",
            {"Three years of sales experience": "must", "ideally in retail": "preferred"},
        ),
        ("Excel, SQL and Tableau preferred", {"Excel, SQL and Tableau preferred": "preferred"}),
        ("Exotics would be lovely but aren't essential", {}),
        (
            "Fluency in Python and at least one of Go, Rust or Java",
            {"Fluency in Python": "must", "at least one of Go, Rust or Java": "must"},
        ),
    ],
)
def test_a_softener_reaches_as_far_as_it_is_said(line: str, kinds: dict[str, str]) -> None:
    found = {quote: kind for kind, quote, _ in rows(f"Requirements\n- {line}\n- Two years")}
    kinds = kinds or {line: "preferred"}
    assert {quote: found.get(quote) for quote in kinds} == kinds


def test_a_person_specification_marks_its_criteria() -> None:
    lines = ["Full driving licence (E)", "First aid certificate (D)", "Patience and humour (E)"]
    kinds = {quote: kind for kind, quote, _ in rows("Person specification\n" + "\n".join(lines))}
    assert kinds == {
        "Full driving licence": "must",
        "First aid certificate": "preferred",
        "Patience and humour": "must",
    }
    # One such mark is no system: 'Vitamin (D)'.
    assert ("must", "Knowledge of vitamin (D)") in [
        row[:2] for row in rows("Requirements\n- Knowledge of vitamin (D)\n- Able to lift crates")
    ]
