from datetime import date

import pytest

from agent.language.dates import find_dates, find_durations, months
from agent.models import Dates

TODAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("text", "start", "end", "current", "expected"),
    [
        ("Mar 2020 – Present", "2020-03", None, True, False),
        ("03/2020 - 06.2023", "2020-03", "2023-06", False, False),
        ("2019–21", "2019", "2021", False, False),
        ("2018/19", "2018", "2019", False, False),
        ("Summer 2018", "2018-06", "2018-06", False, False),
        ("seit 2019", "2019", None, True, False),
        ("expected May 2026", None, "2026-05", False, True),
        ("May 2026 (expected)", None, "2026-05", False, True),
        ("Expected graduation: May 2026", None, "2026-05", False, True),
        ("Sept. '19 to date", "2019-09", None, True, False),
        ("Jun – Aug 2018", "2018-06", "2018-08", False, False),
        ("Jan-19 – Mar-20", "2019-01", "2020-03", False, False),
        ("05/18 - 06/20", "2018-05", "2020-06", False, False),
        ("01.04.2019 - 31.03.2021", "2019-04", "2021-03", False, False),
        ("25/12/2019", "2019-12", "2019-12", False, False),
        ("10/12/2019", "2019-10", "2019-10", False, False),
        ("January 5, 2019 to March 3, 2020", "2019-01", "2020-03", False, False),
        ("janvier 2019 à ce jour", "2019-01", None, True, False),
        ("sept. 2015 – déc. 2018", "2015-09", "2018-12", False, False),
        ("enero de 2018 – actualidad", "2018-01", None, True, False),
        ("mrt 2018 t/m heden", "2018-03", None, True, False),
        ("März 2015 bis Okt. 2018", "2015-03", "2018-10", False, False),
        ("WS 2018/19", "2018-10", "2018-10", False, False),
        ("Q3 2021", "2021-07", "2021-07", False, False),
        ("2019-03 – 2020-05", "2019-03", "2020-05", False, False),
        ("2019 –", "2019", None, True, False),
        ("until 2019", None, "2019", False, False),
    ],
)
def test_reads_the_forms_people_write(text, start, end, current, expected):
    [(span, dates)] = find_dates(text)
    assert (dates.start, dates.end, dates.current, dates.expected) == (
        start,
        end,
        current,
        expected,
    )
    assert text[span.start : span.end] == dates.text


@pytest.mark.parametrize(
    "text",
    [
        "2000 patients a year",
        "over 2000",
        "555-2019",
        "$2019",
        "2,019 units",
        "1920x1080",
        "Managed a team of 12",
        "ISO 9001:2015",
        "may lead to 12 changes",
        "1.2019.3",
    ],
)
def test_a_number_is_no_date(text):
    assert find_dates(text) == ()


@pytest.mark.parametrize("text", ["in 2000", "the 2019 season", "Class of 2014", "(2018)"])
def test_a_bare_year_is_a_date(text):
    assert len(find_dates(text)) == 1


def test_finds_each_date_of_a_line():
    found = find_dates("1998-2003, then 2005 to 2010")
    assert [dates.text for _, dates in found] == ["1998-2003", "2005 to 2010"]


def test_durations_are_amounts_and_not_dates():
    assert find_dates("for 18 months") == ()
    assert [d.months for d in find_durations("18 months, 2 yrs and 6 Monate")] == [18, 24, 6]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Mar 2020 – Jun 2020"], 4),
        (["Mar 2020 – Jun 2020", "May 2020 – Aug 2020"], 6),
        (["2016 – 2019"], 36),
        (["2019"], 6),
        (["Jan 2026 – Present"], 6),
        (["Jan 2026 – Dec 2027"], 6),
        (["expected May 2028"], 0),
        ([], 0),
    ],
)
def test_months_of_the_union(texts, expected):
    assert months([find_dates(text)[0][1] for text in texts], TODAY) == expected


def test_a_lone_duration_counts():
    assert months([Dates(text="18 months")], TODAY) == 18


@pytest.mark.parametrize("text", ["2019 – " * 4000, "1/2/" * 8000, "Mar " * 8000, "'" * 20000])
def test_hostile_text_ends(text):
    assert isinstance(find_dates(text), tuple)
