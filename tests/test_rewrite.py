from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.documents import read_resume
from agent.engines.base import Brief, Extraction, Judgement, Judgements, Proposals, Question
from agent.engines.briefs import brief_entries
from agent.errors import ModelError
from agent.match import match
from agent.models import Change, Fact, Posting, Proposal, Resume
from agent.posting import read_posting
from agent.requirements import extract_requirements
from agent.rewrite import Rewritten, rewrite
from sample import POSTING, RESUME

Propose = Callable[[Brief], Proposals]


class Scripted:
    """An engine that says what the test tells it to; a real model can't lie on demand."""

    name = "scripted"

    def __init__(self, propose: Propose, judge: bool = False) -> None:
        self.says, self.believes, self.briefs = propose, judge, list[Brief]()

    async def extract(self, posting: Posting) -> Extraction:
        return Extraction(requirements=tuple(extract_requirements(posting)))

    async def propose(self, brief: Brief) -> Proposals:
        self.briefs.append(brief)
        return self.says(brief)

    async def judge(self, questions: tuple[Question, ...]) -> Judgements:
        quotes = (q.evidence[0] if self.believes else "not in the evidence" for q in questions)
        return Judgements(
            judgements=tuple(
                Judgement(id=q.id, supported=True, quote=quote)
                for q, quote in zip(questions, quotes, strict=True)
            )
        )


@pytest.fixture(scope="module")
def resume() -> Resume:
    return read_resume(RESUME)


async def run(resume: Resume, engine: Scripted, facts: tuple[Fact, ...] = ()) -> Rewritten:
    requirements = extract_requirements(read_posting(POSTING))
    matches = match(requirements, resume, facts)
    return await rewrite(resume, requirements, matches, engine=engine, facts=facts)


def says(texts: dict[str, str]) -> Propose:
    """Propose these texts by bullet id, in whichever entry holds them."""

    def propose(brief: Brief) -> Proposals:
        own = [b.id for b in brief.entry.bullets if b.id in texts]
        return Proposals(proposals=tuple(Proposal(bullet_id=id, text=texts[id]) for id in own))

    return propose


def by_id(rewritten: Rewritten) -> dict[str, Change]:
    return {change.bullet_id: change for change in rewritten.changes}


def id_of(resume: Resume, start: str) -> str:
    return next(bullet.id for bullet in resume.bullets() if bullet.text.startswith(start))


@pytest.mark.parametrize(
    "lie",
    [
        "Reconciled 41 bank accounts every month in QuickBooks.",
        "Reconciled 14 bank accounts every month in QuickBooks and NetSuite.",
        "Led the reconciliation of 14 bank accounts, cutting errors by 30%.",
        "Reconciled 14 bank accounts every day in QuickBooks.",
        "As a CPA, reconciled 14 bank accounts every month in QuickBooks.",
    ],
)
async def test_no_lie_becomes_a_change(resume: Resume, lie: str) -> None:
    id = id_of(resume, "Responsible for reconciling")
    change = by_id(await run(resume, Scripted(says({id: lie}))))[id]
    assert change.after != lie or change.status == "reverted"
    assert change.status == "reverted" or not change.findings


async def test_an_honest_proposal_is_taken_with_what_vouches_for_it(resume: Resume) -> None:
    id = id_of(resume, "Responsible for reconciling")
    honest = "Reconciled 14 bank accounts monthly in QuickBooks."
    change = by_id(await run(resume, Scripted(says({id: honest}))))[id]
    assert (change.after, change.status, change.by) == (honest, "verified", "scripted")
    assert id in {evidence.source_id for evidence in change.evidence}


async def test_one_bad_bullet_does_not_cost_the_others(resume: Resume) -> None:
    good, bad = id_of(resume, "Responsible for reconciling"), id_of(resume, "Assisted with")
    texts = {
        good: "Reconciled 14 bank accounts monthly in QuickBooks.",
        bad: "Directed the FY22 audit and saved $2M.",
    }
    changes = by_id(await run(resume, Scripted(says(texts))))
    assert changes[good].status == "verified"
    assert changes[bad].after != texts[bad] or changes[bad].status == "reverted"


async def test_a_rewrite_that_drops_what_is_asked_for_is_not_taken(resume: Resume) -> None:
    id = id_of(resume, "Responsible for reconciling")
    poorer = "Reconciled 14 bank accounts every month."
    rewritten = await run(resume, Scripted(says({id: poorer})))
    taken = by_id(rewritten).get(id)
    assert taken is None or "QuickBooks" in taken.after


async def test_a_refusal_goes_back_once_with_its_findings(resume: Resume) -> None:
    id = id_of(resume, "Responsible for reconciling")
    mended = "Reconciled 14 bank accounts monthly in QuickBooks."

    def propose(brief: Brief) -> Proposals:
        if id not in {b.id for b in brief.entry.bullets}:
            return Proposals()
        text = mended if brief.refused else "Reconciled bank accounts in the Zurich office."
        return Proposals(proposals=(Proposal(bullet_id=id, text=text),))

    engine = Scripted(propose)
    change = by_id(await run(resume, engine))[id]
    assert (change.after, change.status) == (mended, "repaired")
    repairs = [brief for brief in engine.briefs if brief.refused]
    assert len(repairs) == 1
    assert repairs[0].refused[0].findings


async def test_unknown_ids_are_nothing(resume: Resume) -> None:
    def propose(brief: Brief) -> Proposals:
        return Proposals(proposals=(Proposal(bullet_id="e99b9", text="Won a prize."),))

    assert "e99b9" not in by_id(await run(resume, Scripted(propose)))


async def test_a_failed_entry_is_a_note_and_the_offline_engine_stands_in(resume: Resume) -> None:
    id = id_of(resume, "Handled AP")

    def propose(brief: Brief) -> Proposals:
        if id in {b.id for b in brief.entry.bullets}:
            raise ModelError("The model's server answered 500.", hint="Try again later.")
        return Proposals()

    rewritten = await run(resume, Scripted(propose))
    assert any("answered 500" in note for note in rewritten.notes)
    assert {change.by for change in rewritten.changes} == {"offline"}


async def test_when_every_entry_fails_the_reason_is_raised(resume: Resume) -> None:
    def propose(brief: Brief) -> Proposals:
        raise ModelError("The model's server answered 500.", hint="Try again later.")

    with pytest.raises(ModelError, match="answered 500"):
        await run(resume, Scripted(propose))


async def test_a_judge_must_quote_words_that_are_there(resume: Resume) -> None:
    id = id_of(resume, "Posted invoices")
    text = "Posted invoices and chased late payers by phone from the lobby."
    for believes in (False, True):
        change = by_id(await run(resume, Scripted(says({id: text}), judge=believes))).get(id)
        assert change is not None
        if not believes:
            assert change.after != text or change.status == "reverted"


def test_the_summary_and_skills_may_use_everything_an_entry_only_its_own(resume: Resume) -> None:
    requirements = extract_requirements(read_posting(POSTING))
    briefs = brief_entries(resume, requirements, match(requirements, resume))
    kinds = {brief.section for brief in briefs}
    assert kinds == {"summary", "experience", "skills"}
    whole = [brief for brief in briefs if brief.section in ("summary", "skills")]
    for brief in briefs:
        own = {brief.entry.id, *(b.id for b in brief.entry.bullets)}
        for found in brief.matches if brief not in whole else ():
            assert own & {evidence.source_id for evidence in found.evidence}
    assert all("rosa@example.com" in " ".join(brief.personal) for brief in briefs)
