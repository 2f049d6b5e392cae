from __future__ import annotations

from agent.models import Bullet, Dates, Entry, Resume, Section
from agent.verify import check

NURSE = Entry(
    id="e1",
    heading="Nurse, Mercy Hospital (2019 – 2023)",
    title="Nurse",
    employer="Mercy Hospital",
    dates=Dates(text="2019 – 2023", start="2019", end="2023"),
    bullets=(
        Bullet(id="e1b1", text="Cared for six patients per shift"),
        Bullet(id="e1b2", text="Charted vital signs in Epic"),
        Bullet(id="e1b3", text="Trained two new graduates"),
    ),
)
CLERK = Entry(
    id="e2",
    heading="Clerk, Corner Store (2015 – 2018)",
    title="Clerk",
    employer="Corner Store",
    bullets=(Bullet(id="e2b1", text="Counted tills and closed the shop"),),
)
ORIGINAL = Resume(sections=(Section(id="s1", kind="experience", entries=(NURSE, CLERK)),))


def _with(nurse: Entry = NURSE, clerk: Entry = CLERK, *more: Entry) -> Resume:
    return Resume(sections=(Section(id="s1", kind="experience", entries=(nurse, clerk, *more)),))


def _lines(entry: Entry, *texts: str) -> Entry:
    bullets = tuple(
        Bullet(id=f"{entry.id}b{n}", text=text) for n, text in enumerate(texts, start=1)
    )
    return entry.model_copy(update={"bullets": bullets})


def test_the_same_document_is_supported() -> None:
    found = check(ORIGINAL, ORIGINAL)
    assert found.supported
    assert found.dropped == ()
    assert {line.status for line in found.lines} == {"same"}


def test_a_new_order_is_no_change() -> None:
    found = check(ORIGINAL, _with(_lines(NURSE, *[b.text for b in reversed(NURSE.bullets)])))
    assert found.supported
    assert {line.status for line in found.lines} == {"same"}
    assert found.lines[0].bullet_id == "e1b3"


def test_a_merged_line_takes_in_both() -> None:
    merged = "Cared for six patients per shift and charted vital signs in Epic"
    found = check(ORIGINAL, _with(_lines(NURSE, merged, "Trained two new graduates")))
    assert found.supported
    assert found.dropped == ()


def test_a_line_left_out_is_named() -> None:
    found = check(ORIGINAL, _with(_lines(NURSE, "Cared for six patients per shift")))
    assert found.supported
    assert found.dropped == ("e1b2", "e1b3")


def test_a_line_of_another_employer_is_found() -> None:
    moved = _lines(CLERK, "Counted tills and closed the shop", "Charted vital signs in Epic")
    found = check(ORIGINAL, _with(NURSE, moved))
    assert [line.verdict.supported for line in found.lines if line.line_id == "e2b2"] == [False]


def test_an_invented_line_is_found() -> None:
    found = check(ORIGINAL, _with(_lines(NURSE, "Managed a budget of $2 million")))
    assert found.lines[0].status == "new"
    assert not found.supported


def test_title_employer_and_dates_must_stay() -> None:
    for change, kind in (
        ({"title": "Head Nurse", "heading": "Head Nurse, Mercy Hospital (2019 – 2023)"}, "title"),
        ({"employer": "Mayo Clinic", "heading": "Nurse, Mayo Clinic (2019 – 2023)"}, "employer"),
        (
            {
                "dates": Dates(text="2017 – 2023", start="2017", end="2023"),
                "heading": "Nurse, Mercy Hospital (2017 – 2023)",
            },
            "date",
        ),
    ):
        found = check(ORIGINAL, _with(NURSE.model_copy(update=change)))
        assert [finding.type for finding in found.identity] == [kind]
        assert found.identity[0].severity == "critical"


def test_an_invented_employer_is_found() -> None:
    extra = Entry(id="e3", heading="Director, Apple (2023 – 2024)", title="Director")
    found = check(ORIGINAL, _with(NURSE, CLERK, extra))
    assert [finding.type for finding in found.identity] == ["employer"]


def test_another_name_is_found() -> None:
    named = ORIGINAL.model_copy(update={"name": "Ada Moor"})
    assert not check(named, named.model_copy(update={"name": "Eva Moor"})).supported


def test_a_title_that_loses_what_limits_it_is_found() -> None:
    acting = NURSE.model_copy(
        update={"title": "Acting Nurse", "heading": "Acting Nurse, Mercy Hospital (2019 – 2023)"}
    )
    found = check(_with(acting), _with(NURSE))
    assert [(f.type, f.severity) for f in found.identity] == [("title", "critical")]
    shown_apart = acting.model_copy(update={"title": "Nurse"})
    assert check(_with(acting), _with(shown_apart)).identity == ()


def test_the_line_under_the_name_is_held_to_the_resume() -> None:
    clerk = ORIGINAL.model_copy(update={"headline": "Nurse and former clerk"})
    for headline, types in (
        ("Head Nurse, Rust and Kubernetes", ["title"]),
        ("Nurse, former clerk", []),
        ("Nurse", []),
        (None, []),
    ):
        found = check(clerk, clerk.model_copy(update={"headline": headline}))
        assert [finding.type for finding in found.identity] == types, headline
    assert check(ORIGINAL, ORIGINAL.model_copy(update={"headline": "Chief Nurse"})).identity
