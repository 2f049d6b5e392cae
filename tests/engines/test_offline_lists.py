"""A list of skills taken apart and put together in its own style."""

import pytest

from agent.engines.offline_lists import best_line, extended, join, ordered, parse, says_level


@pytest.mark.parametrize(
    "text",
    [
        "Python, SQL, Git",
        "Tools: Python | SQL | Git",
        "Excel, Word, and PowerPoint.",
        "AWS (EC2, S3), Terraform, Go",
        "Filing; Typing; Outlook",
        "Word, SAP, Ceridian and KRONOS",
        "filing, office, typing,",
    ],
)
def test_what_is_parsed_joins_to_the_same(text: str) -> None:
    line = parse(text)
    assert line is not None
    assert join(line) == text


@pytest.mark.parametrize(
    "text",
    ["Python", "Python, SQL", "Kept books. Paid staff, vendors, and taxes each month.",
     "", "Electrical maintenance skills including AC motors, sensors, and controls."],
)  # fmt: skip
def test_sentences_and_single_items_are_no_list(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("Excel, Word, and SQL", "SQL", "SQL, Excel, and Word"),
        ("Tools: Git; SQL; Go", "Go", "Tools: Go; Git; SQL"),
        ("Word, SAP, Ceridian and KRONOS", "SAP", "SAP, Word, Ceridian and KRONOS"),
        ("Epic, charting, triage", "triage", "Triage, Epic, charting"),
    ],
)
def test_ordered(text: str, first: str, after: str) -> None:
    line = parse(text)
    assert line is not None
    assert join(ordered(line, {item: int(item == first) for item in line.items})) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Filing, Typing, Outlook", "Filing, Typing, Outlook, Payroll"),
        ("filing, typing, phones", "filing, typing, phones, payroll"),
        ("Excel, Word, and SQL.", "Excel, Word, SQL, and Payroll."),
        ("Word, SAP, Ceridian and KRONOS", "Word, SAP, Payroll, Ceridian and KRONOS"),
    ],
)
def test_extended(text: str, after: str) -> None:
    line = parse(text)
    assert line is not None
    assert join(extended(line, ["payroll"])) == after


def test_an_item_that_opens_in_small_letters_gets_the_capital_of_its_list() -> None:
    line = parse("Filing, Typing, Outlook")
    assert line is not None
    assert join(extended(line, ["reading ECGs", "pH meters"])) == (
        "Filing, Typing, Outlook, Reading ECGs, pH meters"
    )


def test_a_labelled_line_takes_only_its_own_kind() -> None:
    lines = {
        "a": parse("Applications: Excel, Word, Outlook"),
        "b": parse("Triage, Charting, Wound care"),
    }
    known = {id: line for id, line in lines.items() if line}
    assert best_line(known, "QuickBooks") == "a"
    assert best_line(known, "phlebotomy") == "b"
    assert best_line({"a": known["a"]}, "phlebotomy") is None
    research = parse("Research areas: Soil chemistry, Crop rotation, Seed banks")
    assert research is not None
    assert best_line({"a": research}, "communication skills") is None


def test_a_line_that_grades_takes_nothing() -> None:
    assert says_level("Expert in: Python, Java, SQL")
    assert not says_level("Python, Java, SQL")
