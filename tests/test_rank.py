"""Ranking: what a posting's fit says, for one resume or many, and what it must not see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from agent.documents import read_resume
from agent.models import Posting, Resume
from agent.posting import read_posting
from agent.rank import Named, rank, rank_resumes

TODAY = date(2026, 1, 15)
POSTING = """Boiler operator at Tarn Mill

Requirements
- Low pressure boiler license
- 3 years of experience with steam boilers
- Welding

Preferred
- Experience with Maximo
"""
OTHER = """Night baker at Oats & Sons

Requirements
- Experience baking sourdough bread
"""
RESUME = """# Inga Solberg

## Experience
### Boiler Operator — Fell Paper (2015 – 2024)
- Ran two steam boilers on nights
- Welded steam lines and hangers

## Skills
Pumps, valves
"""


def resume(text: str = RESUME) -> Resume:
    return read_resume(text.encode())


def test_each_posting_gets_its_fit_in_the_order_given() -> None:
    rows = list(rank(resume(), [POSTING, OTHER], today=TODAY))
    assert [row.id for row in rows] == ["posting 1", "posting 2"]
    assert (rows[0].ceiling.value or 0) > (rows[1].ceiling.value or 0)
    assert rows[0].label.startswith("Boiler operator")


def test_a_missing_licence_knocks_out_and_is_said_first() -> None:
    row = next(rank(resume(), [POSTING], today=TODAY))
    assert [quote for quote in row.knock_outs if "license" in quote]
    assert row.explanation.startswith("Check first:")
    assert any("Maximo" in quote for quote in row.gaps)


def test_it_is_lazy() -> None:
    def endless() -> Iterator[str]:
        while True:
            yield POSTING

    rows = rank(resume(), endless(), today=TODAY)
    assert [next(rows).id for _ in range(3)] == ["posting 1", "posting 2", "posting 3"]


def test_what_is_done_is_skipped_and_what_is_unreadable_is_said() -> None:
    postings = [Named("a", POSTING.encode()), Named("b", b""), Named("c", OTHER.encode())]
    rows = list(rank(resume(), postings, skip={"a"}, today=TODAY))
    assert [(row.id, bool(row.error)) for row in rows] == [("b", True), ("c", False)]
    assert rows[0].ceiling.value is None


def test_a_posting_without_requirements_has_no_ceiling() -> None:
    row = next(rank(resume(), [Posting(text="Hello.")], today=TODAY))
    assert row.ceiling.value is None
    assert row.explanation


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Inga Solberg", "Mohammed Okonkwo"),
        ("# Inga Solberg", "# Inga Solberg\n61 years old, she/her, Norwegian citizen, married"),
        ("# Inga Solberg", "# Inga Solberg\nDate of birth: 4 May 1962 | Nationality: Chilean"),
        ("(2015 – 2024)", "(2010 – 2019)"),  # a gap of six years since
    ],
)
def test_who_the_person_is_changes_no_score(old: str, new: str) -> None:
    posting = read_posting(POSTING.encode())
    assert old in RESUME
    one, other = (
        next(rank_resumes(posting, [("x", resume(text))], today=TODAY))
        for text in (RESUME, RESUME.replace(old, new, 1))
    )
    assert one == other


def test_many_resumes_are_ordered_by_nobody_and_none_is_left_out() -> None:
    posting = read_posting(POSTING.encode())
    people = [("a", resume()), ("b", resume("# N N\n\n## Skills\nPaint")), ("c", resume())]
    assert [row.id for row in rank_resumes(posting, people, today=TODAY)] == ["a", "b", "c"]
