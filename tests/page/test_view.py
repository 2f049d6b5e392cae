from __future__ import annotations

import asyncio

import pytest
from lxml import html

from agent import OfflineEngine, read_posting, read_resume
from agent.page import session as visits
from agent.page import view
from agent.page.session import Session
from sample import POSTING, RESUME

ATTACK = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def visit() -> Session:
    resume = read_resume(RESUME.replace("late payers", f"late payers {ATTACK}"))
    posting = read_posting(POSTING.replace("CPA license", f"CPA license {ATTACK}"))
    return asyncio.run(visits.begin(resume, posting, engine=OfflineEngine()))


def test_every_fragment_is_escaped(visit: Session) -> None:
    made = [
        view.requirements(visit),
        view.resume_line(visit.result.resume),
        view.posting_line(visit.result.posting),
        *map(view.cut_line, visit.result.posting.cut),
        view.picture(visit.result.score.before, visit.result.score.after),
        view.interview_sheet(visits.as_ticked(visit)),
        view.done(visit),
        *(view.card(visit, change) for change in visit.changes),
        *(view.asked_by(visit, gap) for gap in visit.result.gaps),
        view.sentences([ATTACK]),
    ]
    for fragment in filter(str.strip, made):
        assert not html.fragment_fromstring(fragment, create_parent=True).xpath(".//script")


def test_the_requirements_start_with_the_musts_that_are_missing(visit: Session) -> None:
    table = html.fragment_fromstring(view.requirements(visit))
    kinds = [one.text for one in table.xpath(".//span[contains(@class, 'v-kind')]")]
    assert kinds == sorted(kinds, key=["must", "preferred", "responsibility"].index)
    musts = [row.text_content() for row in table.xpath(".//tbody/tr")][: kinds.count("must")]
    missing = ["gap" in row or "in part" in row for row in musts]
    assert missing == sorted(missing, reverse=True)
    assert any("CPA" in row for row in musts[: sum(missing)])


def test_a_must_that_no_wording_helps_with_comes_first(visit: Session) -> None:
    first = html.fragment_fromstring(view.fit(visit), create_parent=True).xpath(
        ".//section[@aria-label='Knock-outs']"
    )
    assert "CPA license" in first[0].text_content()


def test_a_finding_is_shown_at_the_words_at_fault(visit: Session) -> None:
    change = visit.result.applied[0]
    text = f"{change.after[:-1]} and in NetSuite."
    shown = html.fragment_fromstring(
        view.verdict(text, visits.edit(visit, change.bullet_id, text)[1]), create_parent=True
    )
    line = shown.xpath(".//p[@class='v-diff']")[0]
    assert line.text_content() == text
    assert any("NetSuite" in mark.text for mark in line.xpath("mark"))


def test_the_interview_sheet_says_which_figures_to_stand_behind(visit: Session) -> None:
    change = visit.result.applied[0]
    honest, _ = visits.edit(visit, change.bullet_id, change.before)
    taken = visits.tick(honest, change.bullet_id, True)
    sheet = html.document_fromstring(view.interview_sheet(visits.as_ticked(taken)))
    text = " ".join(sheet.text_content().split())
    assert "Be ready to say where this comes from: seven years" in text
    assert not sheet.xpath("//@src | //link | //@href | //script")
