"""Ways to qualify are one demand, and rules for counting them are none."""

from __future__ import annotations

import pytest

from agent.posting import read_posting
from agent.requirements import extract_requirements
from agent.requirements.paths import is_joined, only_counts, said_of_a_paper

HEAD = "Minimum Qualifications:\n"


def quotes(text: str) -> list[str]:
    return [found.quote for found in extract_requirements(read_posting(HEAD + text))]


def test_papers_of_every_way_are_alternatives_of_the_first() -> None:
    (degree, years) = extract_requirements(
        read_posting(
            HEAD + "1. A bachelor's degree and two years of payroll experience; or\n"
            "2. An associate degree and four years of payroll experience as described above; or\n"
            "3. A combination of education and experience equivalent to 1 or 2 above.\n"
        )
    )
    assert degree.any_of == (("bachelor's degree",), ("associate degree",))
    assert (years.min_years, years.any_of) == (2, (("payroll",),))


def test_experience_of_another_way_stands_beside_experience() -> None:
    (found,) = extract_requirements(
        read_posting(
            HEAD + "1. Two years of full-time paid experience as a Storekeeper; or\n"
            "2. Four years of full-time paid experience as a Warehouse Worker.\n"
        )
    )
    assert found.any_of == (("Storekeeper",), ("Warehouse Worker",))
    assert found.min_years == 2


def test_lines_without_or_stay_apart() -> None:
    assert len(quotes("1. A bachelor's degree; and\n2. Two years of payroll experience.\n")) == 2


@pytest.mark.parametrize(
    "rule",
    [
        "Education may be substituted for experience on a year for year basis.",
        "Equivalent combination of education and experience may be considered.",
        "This license must be maintained for the duration of employment.",
    ],
)
def test_a_rule_for_counting_asks_for_nothing(rule: str) -> None:
    assert only_counts(rule)
    assert quotes(f"- Forklift licence\n- {rule}\n") == ["Forklift licence"]


@pytest.mark.parametrize(
    "asking",
    [
        "A bachelor's degree or an equivalent combination of education and five years of work",
        "A valid nursing license is required",
        "Experience with substituted benzene compounds",
    ],
)
def test_a_demand_is_no_rule(asking: str) -> None:
    assert not only_counts(asking)


def test_what_joins_ways() -> None:
    assert is_joined("A degree in botany; or", "Two years of field work")
    assert is_joined("A degree in botany", "Or two years of field work")
    assert not is_joined("Two years as a chef, cook or baker", "A food handler card")
    assert said_of_a_paper("must be obtained within six months")
    assert not said_of_a_paper("must be able to lift pallets")


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("No certification or licensure required", False),
        ("Experience with forklifts is not required", False),
        ("Experience with forklifts is desired but not required", True),
        ("No felony convictions", True),
    ],
)
def test_what_is_said_not_to_be_required_is_not_asked(line: str, asked: bool) -> None:
    assert bool(quotes(f"- Able to read drawings\n- {line}\n")[1:]) is asked
