from __future__ import annotations

import asyncio
from datetime import date

import pytest

from agent import OfflineEngine, extract_requirements, read_posting, read_resume
from agent.engines.base import Brief, Extraction, Judgements, Proposals, Question
from agent.gaps import fact_from_answer
from agent.models import Posting
from agent.page import session as visits
from agent.page import view
from agent.page.session import Session
from agent.report import render_report
from sample import POSTING, RESUME

DAY = date(2026, 5, 4)


@pytest.fixture(scope="module")
def visit() -> Session:
    return asyncio.run(
        visits.begin(read_resume(RESUME), read_posting(POSTING), engine=OfflineEngine())
    )


def texts(visit: Session) -> set[str]:
    return {bullet.text for bullet in visits.outcome(visit).handout.document.bullets()}


def test_every_proven_change_starts_ticked(visit: Session) -> None:
    assert {c.bullet_id for c in visit.result.applied} <= visit.accepted
    assert {c.after for c in visit.result.applied} <= texts(visit)


def test_an_unticked_change_is_not_in_the_document(visit: Session) -> None:
    change = visit.result.applied[0]
    without = visits.tick(visit, change.bullet_id, False)
    assert change.after not in texts(without)
    assert change.before in texts(without)
    assert texts(visits.tick(without, change.bullet_id, True)) == texts(visit)


def test_reject_all_gives_the_persons_own_words_back(visit: Session) -> None:
    original = {bullet.text for bullet in visit.result.resume.bullets()}
    assert texts(visits.tick_all(visit, False)) == original
    assert texts(visits.tick_all(visit, True)) == texts(visit)


def test_a_wording_by_hand_is_verified_like_any_other(visit: Session) -> None:
    change = visit.result.applied[0]
    lying, verdict = visits.edit(visit, change.bullet_id, "Led 40 accountants in Zurich.")
    assert not verdict.supported
    assert change.bullet_id not in lying.accepted
    assert "Led 40 accountants in Zurich." not in texts(lying)
    honest, verdict = visits.edit(lying, change.bullet_id, change.after)
    assert verdict.supported
    assert change.after in texts(honest)


def test_the_files_tell_only_of_what_is_ticked(visit: Session) -> None:
    dropped, *kept = visit.result.applied
    left = visits.as_ticked(visits.tick(visit, dropped.bullet_id, False))
    assert list(left.applied) == kept
    assert left.refused == visit.result.refused
    for page in (render_report(left), view.interview_sheet(left)):
        assert dropped.after not in page
    assert (
        left.document
        == visits.outcome(visits.tick(visit, dropped.bullet_id, False)).handout.document
    )
    assert left.score.before == visit.result.score.before
    none = visits.as_ticked(visits.tick_all(visit, False))
    assert (none.applied, none.moves) == ((), ())
    assert none.score.after.normalized == none.score.before.normalized


def test_any_line_can_be_worded_by_hand_and_taken_back(visit: Session) -> None:
    text, id = view.other_lines(visit)[0]
    lying, verdict = visits.edit(visit, id, f"{text} for 40 hospitals")
    assert not verdict.supported
    assert id not in lying.accepted
    shorter = "Assisted with the FY22 audit."
    worded, verdict = visits.edit(visit, id, shorter)
    assert verdict.supported
    assert shorter in texts(worded)
    assert [c.bullet_id for c in worded.changes] == [
        b.id
        for b in visit.result.resume.bullets()
        if b.id in {id, *(c.bullet_id for c in visit.changes)}
    ]
    assert id not in {other for _, other in view.other_lines(worded)}
    again = asyncio.run(visits.rerun(worded, (), engine=OfflineEngine()))
    assert shorter in texts(again)
    assert visits.edit(again, id, text)[0].changes == visit.changes


def test_a_statement_is_said_to_be_in_no_line_until_one_says_it(visit: Session) -> None:
    id = visit.result.applied[0].bullet_id
    worded, _ = visits.edit(visit, id, "Closed the books in NetSuite.")
    stated, _ = visits.vouch(worded, id, DAY)
    elsewhere = stated.own[0].model_copy(update={"text": "Won a prize.", "id": "f9"})
    assert "No line says so yet" not in view.statement(stated, stated.own[0])
    assert "No line says so yet" in view.statement(stated, elsewhere)


def test_an_answer_that_does_not_name_what_is_asked_is_told_so(visit: Session) -> None:
    gap = next(g for g in visit.result.gaps if "NetSuite" in g.requirement.quote)
    said = fact_from_answer(gap, "Yes, for two years.", None, DAY)
    again = asyncio.run(visits.rerun(visit, (said,), engine=OfflineEngine()))
    assert gap.requirement.id in {g.requirement.id for g in again.open_gaps}
    assert "Yes, for two years." in view.asked_by(again, gap)
    assert "You said" not in view.asked_by(visit, gap)


def test_what_the_person_vouches_for_counts_as_their_statement(visit: Session) -> None:
    id = visit.result.applied[0].bullet_id
    text = "Reconciled 14 bank accounts monthly in QuickBooks and NetSuite."
    worded, before = visits.edit(visit, id, text)
    stated, after = visits.vouch(worded, id, DAY)
    assert not before.supported
    assert after.supported
    assert text in texts(stated)
    assert [(fact.text, fact.stated_on) for fact in stated.facts] == [(text, "2026-05-04")]


async def test_an_answer_closes_its_gap_and_deleting_it_opens_it_again(visit: Session) -> None:
    gap = next(g for g in visit.result.gaps if "NetSuite" in g.requirement.quote)
    entry = next(e for e in visit.result.resume.entries() if e.employer == "Tolland Parts Co.")
    id = gap.requirement.id
    answered = await visits.answer(
        visit, id, "I ran month-end in NetSuite.", entry.id, engine=OfflineEngine(), on=DAY
    )
    assert id not in {g.requirement.id for g in answered.result.gaps}
    assert [fact.stated_on for fact in answered.facts] == ["2026-05-04"]
    forgotten = await visits.forget(answered, answered.facts[0].id, engine=OfflineEngine())
    assert id in {g.requirement.id for g in forgotten.result.gaps}
    assert not forgotten.facts


async def test_a_refused_change_stays_refused_when_an_answer_runs_it_again(visit: Session) -> None:
    id = visit.result.applied[0].bullet_id
    gap = visit.result.gaps[0]
    again = await visits.answer(
        visits.tick(visit, id, False), gap.requirement.id, "Yes, since 2020.", None,
        engine=OfflineEngine(), on=DAY,
    )  # fmt: skip
    assert id not in again.accepted


def test_a_gap_set_aside_is_not_asked_again(visit: Session) -> None:
    gap = visit.open_gaps[0]
    assert gap not in visits.set_aside(visit, gap.requirement.id).open_gaps


class Counting:
    """An engine that proposes nothing and tells what it is asked."""

    name = "counting"

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def extract(self, posting: Posting) -> Extraction:
        self.asked.append("posting")
        return Extraction(requirements=extract_requirements(posting))

    async def propose(self, brief: Brief) -> Proposals:
        self.asked.append(brief.entry.id)
        return Proposals()

    async def judge(self, questions: tuple[Question, ...]) -> Judgements:  # noqa: ARG002
        return Judgements()


def test_an_answer_asks_the_engine_only_about_what_it_touches() -> None:
    engine = Counting()

    async def answered() -> list[str]:
        first = await visits.begin(read_resume(RESUME), read_posting(POSTING), engine=engine)
        everything, engine.asked = engine.asked, []
        gap = next(g for g in first.open_gaps if "NetSuite" in g.requirement.quote)
        place = next(e.id for e in first.result.resume.entries() if e.title)
        said = "Used NetSuite for accounts payable."
        await visits.answer(first, gap.requirement.id, said, place, engine=engine, on=DAY)
        assert place in engine.asked
        assert set(engine.asked) < set(everything) - {"posting"}
        engine.asked = []
        await visits.rerun(first, first.facts, engine=engine)
        return engine.asked

    assert asyncio.run(answered()) == []
