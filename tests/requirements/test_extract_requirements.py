"""Requirements in the full shape, in many trades and five languages."""

from pathlib import Path

import pytest

from agent.models import Requirement
from agent.posting import read_posting
from agent.requirements import extract_requirements


def ask(lines: str, heading: str = "Requirements") -> list[Requirement]:
    """Requirements of the list items under one heading."""
    items = "\n".join(f"- {line}" for line in lines.split("\n"))
    return extract_requirements(read_posting(f"{heading}:\n{items}\n"))


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("Knowledge of kitting, receiving, inventory control, and warehouse operations", 4),
        ("Strong verbal and written communication skills", 1),
        ("Excellent knowledge of statistics and experience developing regression models", 2),
        ("Bachelor's degree in nursing; current state registration", 2),
        ("Proficient in AutoCAD & Revit", 1),
        ("Ability to read blueprints and make sound decisions on site", 2),
        ("Knowledge of local, state, and federal regulations", 1),
        ("Strong problem-solving ability and analytical skills", 2),
    ],
)
def test_compound_lines_are_split_into_what_can_be_met_separately(line: str, quotes: int) -> None:
    assert len(ask(line)) == quotes


@pytest.mark.parametrize(
    ("line", "any_of"),
    [
        ("Experience with Rust, Elixir, or Python", {("Rust",), ("Elixir",), ("Python",)}),
        ("Experience with MIG or TIG welding", {("MIG",), ("TIG welding",)}),
        ("SQL and Excel", {("SQL", "Excel")}),
        (
            "Experience with Warehouse Management Systems (WMS)",
            {("Warehouse Management Systems",), ("WMS",)},
        ),
        (
            "Bachelor's degree in Botany, Zoology or related field",
            {
                ("Bachelor's degree", "Botany"),
                ("Bachelor's degree", "Zoology"),
                ("Bachelor's degree", "related field"),
            },
        ),
        ("High school diploma or GED", {("High school diploma",), ("GED",)}),
    ],
)
def test_alternatives(line: str, any_of: set[tuple[str, ...]]) -> None:
    (found,) = ask(line)
    assert set(found.any_of) == any_of


def test_or_similar_leaves_the_group_open() -> None:
    (found,) = ask("Expertise with distributed databases like ScyllaDB, Cassandra, or similar")
    assert found.open
    assert set(found.any_of) == {("ScyllaDB",), ("Cassandra",), ("distributed databases",)}


def test_k_of_n() -> None:
    (found,) = ask("Experience with at least two of the following: Java, Kotlin, Scala")
    assert found.at_least == 2
    assert set(found.any_of) == {("Java",), ("Kotlin",), ("Scala",)}


@pytest.mark.parametrize(
    ("line", "least", "most"),
    [
        ("10+ years of experience building bridges", 10, None),
        ("Minimum 2 - 4 years' experience in payroll", 2, 4),
        ("Three (3) years of teaching experience", 3, None),
        ("At least one year of line cook experience", 1, None),
        ("6 months of forklift experience", None, None),
        ("A four-year college degree", None, None),
        ("Experience with payroll", None, None),
    ],
)
def test_years(line: str, least: int | None, most: int | None) -> None:
    (found,) = ask(line)
    assert (found.min_years, found.max_years) == (least, most)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Forklift certification preferred", "preferred"),
        ("Knowledge of NetSuite is a plus", "preferred"),
        ("Ideally, experience with commercial kitchens", "preferred"),
        ("Bachelor's degree is not required, but preferred", "preferred"),
        ("Food safety certificate required", "must"),
        ("Experience with torque wrenches", "must"),
    ],
)
def test_kind_by_cue(line: str, kind: str) -> None:
    assert [r.kind for r in ask(line)] == [kind]


def test_an_ending_is_said_of_the_whole_list() -> None:
    found = ask("Attention to detail and ability to analyze budgets strongly preferred")
    assert {r.kind for r in found} == {"preferred"}


@pytest.mark.parametrize(
    ("line", "category"),
    [
        ("Fluent in Spanish and English", "language"),
        ("Valid driver's license", "condition"),
        ("Willingness to travel up to 20%", "condition"),
        ("CPR certification", "certification"),
        ("Master's degree in social work", "education"),
        ("5 years of masonry experience", "experience"),
        ("Excellent interpersonal skills", "soft"),
        ("Proficiency in SolidWorks", "tool"),
    ],
)
def test_category(line: str, category: str) -> None:
    assert ask(line)[0].category == category


@pytest.mark.parametrize(
    ("line", "term"),
    [
        (
            "10+ years of experience building and operating large-scale distributed systems",
            "distributed systems",
        ),
        ("Strong working knowledge of phlebotomy", "phlebotomy"),
        ("History of open source contributions", "open source contributions"),
        ("Strong attention to detail", "attention to detail"),
    ],
)
def test_terms_are_what_a_recruiter_would_search(line: str, term: str) -> None:
    assert ask(line)[0].any_of == ((term,),)


POSTINGS = {
    "welder": "Welder\n"
    "Duties\n"
    "- Weld stainless pipe to ISO 9606\n"
    "- Read drawings\n"
    "Requirements\n"
    "- Three years of TIG welding\n"
    "- Own tools preferred\n",
    "prose": "We are a bakery. You will bake bread and train apprentices. You must have two years of "  # noqa: E501
    "bakery experience. A diploma is a plus.\n",
    "de": "Ihre Aufgaben\n"
    "- Betreuung von Patienten\n"
    "Ihr Profil\n"
    "- Mindestens 3 Jahre Berufserfahrung in der Intensivpflege\n"
    "- Kenntnisse in SAP oder Navision\n"
    "- Zertifikat wünschenswert\n"
    "Wir bieten\n"
    "- 30 Tage Urlaub und die Freude am Beruf\n",
    "fr": "Vos missions\n"
    "- Concevoir des applications web\n"
    "Votre profil\n"
    "- Minimum 5 ans d'expérience en Python\n"
    "- La connaissance de Docker serait un plus\n"
    "Nous offrons\n"
    "- Une mutuelle et des tickets restaurant\n",
    "es": "Funciones\n"
    "- Elaborar planes de cuidados\n"
    "Requisitos\n"
    "- Al menos 2 años de experiencia en geriatría\n"
    "- Se valorará experiencia con Resiplus\n"
    "Ofrecemos\n"
    "- Contrato para el equipo y la empresa\n",
    "nl": "Wat ga je doen?\n"
    "- Goederen laden en lossen\n"
    "Wat vragen wij?\n"
    "- Minimaal 1 jaar ervaring in het magazijn\n"
    "- Heftruckcertificaat is een pré\n"
    "Wat bieden wij?\n"
    "- Een goed salaris voor het werk\n",
}


@pytest.mark.parametrize("name", POSTINGS)
def test_every_quote_stands_in_the_posting(name: str) -> None:
    posting = read_posting(POSTINGS[name])
    found = extract_requirements(posting)
    assert found
    assert [r.id for r in found] == [f"r{n}" for n in range(1, len(found) + 1)]
    for requirement in found:
        assert posting.text[requirement.span.start : requirement.span.end] == requirement.quote
        assert requirement.any_of
        assert all(term.strip() for alternative in requirement.any_of for term in alternative)
        assert 1 <= requirement.at_least <= len(requirement.any_of)


@pytest.mark.parametrize(
    ("name", "kinds", "years", "terms"),
    [
        ("de", ["responsibility", "must", "must", "preferred"], 3, {"SAP", "Navision"}),
        ("fr", ["responsibility", "must", "preferred"], 5, {"Docker", "Python"}),
        ("es", ["responsibility", "must", "preferred"], 2, {"Resiplus", "geriatría"}),
        ("nl", ["responsibility", "must", "preferred"], 1, {"Heftruckcertificaat", "magazijn"}),
    ],
)
def test_other_languages(name: str, kinds: list[str], years: int, terms: set[str]) -> None:
    found = extract_requirements(read_posting(POSTINGS[name]))
    assert [r.kind for r in found] == kinds
    assert years in {r.min_years for r in found}
    assert terms <= {term for r in found for alternative in r.any_of for term in alternative}


def test_a_posting_that_asks_nothing_gives_none() -> None:
    assert (
        extract_requirements(
            read_posting("We are a small bakery by the sea.\nOur bread is good.\n")
        )
        == []
    )


def test_benefits_under_a_wrong_heading_are_no_requirement() -> None:
    found = ask("Three years of roofing experience\nWe offer health insurance and 401(k) matching")
    assert [r.quote for r in found] == ["Three years of roofing experience"]


def test_duties_in_a_summary_that_the_list_repeats_count_once() -> None:
    text = (
        "Summary\nThe cook prepares meals, orders supplies and keeps the kitchen clean.\n"
        "Duties\n- Prepares meals for residents\n- Orders supplies every week\n"
        "- Keeps the kitchen clean\n- Trains kitchen helpers\n"
    )
    found = extract_requirements(read_posting(text))
    assert found[0].quote == "Prepares meals for residents"


def test_the_real_aggregator_page() -> None:
    page = Path(__file__).parents[2] / "../shared/data/discord_principal_page.txt"
    if not page.exists():
        pytest.skip("the aggregator page is not here")
    posting = read_posting(page)
    found = extract_requirements(posting)

    def kinds(start: str) -> set[str]:
        place = posting.text.index(start)
        end = posting.text.index("\n", place)
        return {r.kind for r in found if place <= r.span.start < end}

    for start in (
        "10+ years",
        "Experience arch",
        "Deep exp",
        "Ability to",
        "Experience infl",
        "Strong comm",
        "A passion",
    ):
        assert kinds(start) == {"must"}
    for start in ("Experience with Rust", "Expertise with", "Expertise building", "History of"):
        assert kinds(start) == {"preferred"}
    for start in ("Lead Disc", "Define and", "Partner", "Design sys", "Mentor", "Represent"):
        assert kinds(start) == {"responsibility"}
    stack = posting.text.index("Things that might")
    assert all(r.span.start < stack for r in found)
    assert [r.min_years for r in found if r.min_years] == [10]


def test_a_job_title_is_no_duty_nor_part_of_one() -> None:
    posting = read_posting(
        "Staff Nurse\n\nDuties\n"
        "- The Staff Nurse will be responsible for the care of patients and for training\n"
        "- The Senior Site Manager is expected to report all hazards within a day\n"
    )
    assert [one.quote for one in extract_requirements(posting)] == [
        "the care of patients and for training",
        "report all hazards within a day",
    ]
