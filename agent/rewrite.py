"""From matches to proven changes: brief the engine, verify, repair once, or keep the old words.

The one place where a proposal can become a change. Each bullet is decided alone, so one bad
proposal, one bad entry or one dead server never costs the others: where the chosen engine has
nothing that holds, the offline engine's proposal is tried, and then the person's own words stand.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from agent.diff import word_diff
from agent.engines.base import Brief, Engine, Proposals, Question, Refused
from agent.engines.briefs import brief_entries
from agent.engines.meanwhile import meanwhile
from agent.engines.offline import OfflineEngine, propose_by_rules
from agent.errors import EngineError
from agent.language.terms import find
from agent.models import (
    Bullet,
    Change,
    ChangeStatus,
    Evidence,
    Fact,
    Frozen,
    Match,
    Move,
    Proposal,
    Requirement,
    Resume,
    Usage,
    Verdict,
)
from agent.verify import repair, verify
from agent.verify.judge import questions, settle


class Rewritten(Frozen):
    """All that came of one round of proposals, verified."""

    changes: tuple[Change, ...]
    moves: tuple[Move, ...] = ()
    usage: Usage = Usage()
    notes: tuple[str, ...] = ()


async def rewrite(
    resume: Resume,
    requirements: Sequence[Requirement],
    matches: Sequence[Match],
    *,
    engine: Engine,
    facts: Sequence[Fact] = (),
) -> Rewritten:
    """Have `engine` propose, one brief per entry in parallel, and keep what is proven.

    Raises:
        EngineError: the engine failed for every entry for a reason that concerns them all.
    """
    briefs = brief_entries(resume, requirements, matches, facts)
    if isinstance(engine, OfflineEngine):
        base, changes = _offline(resume, briefs, facts)
        answers, judged = base, Usage()
        second: dict[str, Proposals] = {}
        notes: list[str] = []
    else:
        asked = [b for b in briefs if b.requirements]
        (answers, changes), (base, fallback) = await meanwhile(
            _ask(engine, asked, resume, facts), lambda: _prepare(resume, briefs, asked, facts)
        )
        second, repaired = await _ask(
            engine, _repair_briefs(asked, changes), resume, facts, repairing=True
        )
        changes = _better(changes, repaired)
        changes, judged, notes = await _judge(engine, resume, changes, facts)
        changes = {id: one for id, one in changes.items() if not _loses(one, requirements, resume)}
        changes = _better(changes, fallback)
    spent = [*answers.values(), *second.values()]
    return Rewritten(
        changes=tuple(changes[b.id] for b in resume.bullets() if b.id in changes),
        moves=tuple(_moves(resume, answers, base)),
        usage=sum((reply.usage for reply in spent), Usage()) + judged,
        notes=tuple(dict.fromkeys([note for reply in spent for note in reply.notes] + notes)),
    )


def _offline(
    resume: Resume, briefs: Sequence[Brief], facts: Sequence[Fact]
) -> tuple[dict[str, Proposals], dict[str, Change]]:
    """What the offline engine proposes for each entry, and what of it is proven."""
    answers = {brief.entry.id: propose_by_rules(brief) for brief in briefs}
    changes: dict[str, Change] = {}
    for entry_id, answer in answers.items():
        changes |= _decide(resume, entry_id, answer, facts, by=OfflineEngine().name)
    return answers, changes


def _prepare(
    resume: Resume, briefs: Sequence[Brief], asked: Sequence[Brief], facts: Sequence[Fact]
) -> tuple[dict[str, Proposals], dict[str, Change]]:
    """`_offline`; and the evidence of each line that an answer may come for is read, which is most
    of the work of verifying it."""
    done = _offline(resume, briefs, facts)
    for brief in asked:
        for bullet in brief.entry.bullets:
            verify(bullet.text, resume=resume, bullet_id=bullet.id, facts=facts)
    return done


async def _ask(
    engine: Engine,
    briefs: Sequence[Brief],
    resume: Resume,
    facts: Sequence[Fact],
    *,
    repairing: bool = False,
) -> tuple[dict[str, Proposals], dict[str, Change]]:
    """The engine's answers by entry id, all asked at once, and what of them is proven: each is
    verified as it comes, while the others are still on their way.

    An `EngineError` in one entry becomes a note there; in all of them, it is raised, unless
    `repairing`: a repair round that fails costs only the repairs.
    """
    status: ChangeStatus = "repaired" if repairing else "verified"
    answers: dict[str, Proposals] = {}
    changes: dict[str, Change] = {}

    async def put(brief: Brief) -> EngineError | None:
        id = brief.entry.id
        try:
            answers[id] = await engine.propose(brief)
        except EngineError as error:
            answers[id] = Proposals(notes=(str(error),))
            return error
        changes.update(_decide(resume, id, answers[id], facts, by=engine.name, status=status))
        return None

    asked = [asyncio.ensure_future(put(brief)) for brief in briefs]
    try:
        failures = [failure for failure in await asyncio.gather(*asked) if failure]
    except BaseException:
        for one in asked:  # what nobody waits for must not go on and be paid for
            one.cancel()
        raise
    if failures and len(failures) == len(briefs) and not repairing:
        raise failures[0]
    return {brief.entry.id: answers[brief.entry.id] for brief in briefs}, changes


def _decide(
    resume: Resume,
    entry_id: str,
    answer: Proposals,
    facts: Sequence[Fact],
    *,
    by: str,
    status: ChangeStatus = "verified",
) -> dict[str, Change]:
    """Verify each proposal alone: verified, repaired by its findings' suggestions, or reverted."""
    changes: dict[str, Change] = {}
    own = {bullet.id: bullet for bullet in resume.entry(entry_id).bullets}
    for proposal in answer.proposals:
        bullet = own.get(proposal.bullet_id)
        text = " ".join(proposal.text.split())
        if bullet is None or bullet.locked or not text or text == bullet.text:
            continue
        standing = changes.get(bullet.id)
        if standing is not None and standing.status != "reverted":
            continue  # an engine's further proposals for a line are its fallbacks
        change = _prove(resume, proposal.model_copy(update={"text": text}), facts, by, status)
        if change.after != change.before:
            changes = _better(changes, {bullet.id: change})
    return changes


def _prove(
    resume: Resume, proposal: Proposal, facts: Sequence[Fact], by: str, status: ChangeStatus
) -> Change:
    verdict = verify(proposal.text, resume=resume, bullet_id=proposal.bullet_id, facts=facts)
    text = proposal.text
    if not verdict.supported:
        mended = repair(text, verdict)
        if mended is not None:
            second = verify(mended, resume=resume, bullet_id=proposal.bullet_id, facts=facts)
            if second.supported:
                text, verdict, status = mended, second, "repaired"
    return Change(
        bullet_id=proposal.bullet_id,
        before=resume.bullet(proposal.bullet_id).text,
        after=text,
        requirement_ids=proposal.requirement_ids,
        evidence=provenance(resume.bullet(proposal.bullet_id), text, verdict),
        findings=verdict.findings,
        status=status if verdict.supported else "reverted",
        by=by,
    )


def provenance(before: Bullet, after: str, verdict: Verdict) -> tuple[Evidence, ...]:
    """The lines that support a rewrite, each once.

    The line itself vouches for every word that it already had; other lines are named only for
    words that are new in it, the line with most of them first, so that a reader sees where the new
    ones come from.
    """
    new, at = [], 0
    for piece in word_diff(before.text, after):
        if piece.op != "removed":
            if piece.op == "added":
                new.append((at, at + len(piece.text)))
            at += len(piece.text)
    own = Evidence(source_id=before.id, quote=before.text)
    covers = Counter({own: len(after) + 1})
    for slot in verdict.slots:
        if slot.evidence.source_id != before.id:
            span = slot.span
            covers[slot.evidence] += sum(
                max(0, min(span.end, end) - max(span.start, start)) for start, end in new
            )
    return tuple(evidence for evidence, share in covers.most_common() if share)


def _loses(change: Change, requirements: Sequence[Requirement], resume: Resume) -> bool:
    """Whether a proven rewrite no longer says something asked for that the line did say.

    Dropping a detail is honest, but it must not make the document a worse answer to the posting.
    """
    if change.status == "reverted":
        return False
    return any(
        find(term, change.before, language=resume.language)
        and not find(term, change.after, language=resume.language)
        for requirement in requirements
        for terms in requirement.any_of
        for term in terms
    )


def _better(first: Mapping[str, Change], second: Mapping[str, Change]) -> dict[str, Change]:
    """`first`, with what it reverted replaced by what `second` could prove."""
    merged = dict(first)
    for bullet_id, change in second.items():
        standing = merged.get(bullet_id)
        if standing is None or (standing.status == "reverted" and change.status != "reverted"):
            merged[bullet_id] = change
    return merged


def _repair_briefs(briefs: Sequence[Brief], changes: Mapping[str, Change]) -> list[Brief]:
    again = []
    for brief in briefs:
        refused = tuple(
            Refused(
                proposal=Proposal(
                    bullet_id=change.bullet_id,
                    text=change.after,
                    requirement_ids=change.requirement_ids,
                ),
                findings=change.findings,
            )
            for bullet in brief.entry.bullets
            if (change := changes.get(bullet.id)) and change.status == "reverted"
        )
        if refused:
            again.append(brief.model_copy(update={"refused": refused}))
    return again


async def _judge(
    engine: Engine, resume: Resume, changes: dict[str, Change], facts: Sequence[Fact]
) -> tuple[dict[str, Change], Usage, list[str]]:
    """Put soft findings to the engine's judge; code looks up each quote before believing it."""
    doubtful = {
        change.bullet_id: verify(
            change.after, resume=resume, bullet_id=change.bullet_id, facts=facts
        )
        for change in changes.values()
        if change.status == "reverted" and all(f.tier == "soft" for f in change.findings)
    }
    personal = tuple(filter(None, (resume.name, *resume.contacts)))
    asked = tuple(
        Question(id=q.id, rewrite=q.rewrite, claim=q.claim, evidence=q.evidence, personal=personal)
        for bullet_id, verdict in doubtful.items()
        for q in questions(
            changes[bullet_id].after, verdict, resume=resume, bullet_id=bullet_id, facts=facts
        )
    )
    if not asked:
        return changes, Usage(), []
    try:
        answer = await engine.judge(asked)
    except EngineError as error:
        return changes, Usage(), [str(error)]
    replies = [(j.id, j.supported, j.quote) for j in answer.judgements]
    for bullet_id, verdict in doubtful.items():
        settled = settle(verdict, replies, resume=resume, bullet_id=bullet_id, facts=facts)
        if settled.supported:
            bullet, after = resume.bullet(bullet_id), changes[bullet_id].after
            evidence = provenance(bullet, after, settled)
            lifted = {"findings": (), "status": "verified", "evidence": evidence}
            changes = changes | {bullet_id: changes[bullet_id].model_copy(update=lifted)}
    return changes, answer.usage, list(answer.notes)


def _moves(
    resume: Resume, answers: Mapping[str, Proposals], base: Mapping[str, Proposals]
) -> Iterable[Move]:
    for entry in resume.entries():
        own = tuple(bullet.id for bullet in entry.bullets)
        for reply in (answers.get(entry.id), base.get(entry.id)):
            if reply is not None and reply.order and sorted(reply.order) == sorted(own):
                if reply.order != own:
                    yield Move(entry_id=entry.id, before=own, after=reply.order)
                break
