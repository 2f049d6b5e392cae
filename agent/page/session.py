"""One person's visit: what was read, what was decided, and what that makes of the document.

Frozen; every action gives a new session. It lives in the server's memory for this browser tab only
and is never written to disk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from agent.engines.base import Engine
from agent.gaps import fact_from_answer
from agent.handout import Handout
from agent.models import Change, Fact, Gap, Posting, Resume, Score, Scores, Verdict
from agent.page.remembering import Memory, remembering
from agent.pipeline import OnProgress, atailor, score_handout
from agent.result import Tailored
from agent.rewrite import provenance
from agent.verify import verify


@dataclass(frozen=True)
class Session:
    """A visit between two clicks."""

    result: Tailored
    accepted: frozenset[str]
    """Bullet ids of changes, and entry ids of moves, that are ticked."""
    edits: tuple[Change, ...] = ()
    """Lines the person wrote; they stand in for the proposal of the same bullet."""
    own: tuple[Fact, ...] = ()
    """Statements made in this visit, beside `result.facts`."""
    aside: frozenset[str] = frozenset()
    """Requirement ids of gaps that the person answered with no, or skipped."""
    memory: Memory = field(default_factory=dict, compare=False, repr=False)
    """What engines answered in this visit, so that a run after an answer asks only what is new."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every statement that counts as the person's history."""
        return (*self.result.facts, *self.own)

    @property
    def open_gaps(self) -> tuple[Gap, ...]:
        """The gaps still to be asked about."""
        return tuple(g for g in self.result.gaps if g.requirement.id not in self.aside)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Proposals and refusals, and the person's own wordings in their place, in the order of
        the document."""
        of_line = {change.bullet_id: change for change in (*self.result.changes, *self.edits)}
        return tuple(of_line[b.id] for b in self.result.resume.bullets() if b.id in of_line)


@dataclass(frozen=True)
class Outcome:
    """The document that the ticked boxes make, and its measures."""

    handout: Handout
    score: Score


async def begin(
    resume: Resume,
    posting: Posting,
    *,
    engine: Engine,
    facts: Sequence[Fact] = (),
    memory: Memory | None = None,
    on_progress: OnProgress | None = None,
) -> Session:
    """Run once and tick every change that was proven."""
    memory = {} if memory is None else memory
    asked = remembering(engine, memory)
    result = await atailor(resume, posting, engine=asked, facts=facts, on_progress=on_progress)
    return replace(opened(result), memory=memory)


def opened(result: Tailored) -> Session:
    """A session on a finished run, with every proven change and move ticked."""
    return Session(
        result=result,
        accepted=frozenset(
            [c.bullet_id for c in result.applied] + [m.entry_id for m in result.moves]
        ),
    )


def tick(session: Session, id: str, on: bool) -> Session:
    """Accept or reject one change or move."""
    return replace(session, accepted=session.accepted | {id} if on else session.accepted - {id})


def tick_all(session: Session, on: bool) -> Session:
    """Accept every change that is proven, or reject all."""
    proven = [c.bullet_id for c in session.changes if c.status != "reverted"]
    moves = [m.entry_id for m in session.result.moves]
    return replace(session, accepted=frozenset([*proven, *moves] if on else []))


def edit(session: Session, bullet_id: str, text: str) -> tuple[Session, Verdict]:
    """Put the person's own wording in place of a line or its proposal, if their history supports
    it. The line's old words for a line that has no proposal take their wording back.

    Returns:
        The session, in which an unsupported wording is kept but not ticked, and the verdict with
        the findings to show.
    """
    text = " ".join(text.split())
    resume = session.result.resume
    verdict = verify(text, resume=resume, bullet_id=bullet_id, facts=session.facts)
    line = resume.bullet(bullet_id)
    proposed = {change.bullet_id: change for change in session.result.changes}.get(bullet_id)
    change = Change(
        bullet_id=bullet_id,
        before=line.text,
        after=text,
        requirement_ids=proposed.requirement_ids if proposed else (),
        evidence=provenance(line, text, verdict),
        findings=verdict.findings,
        status="verified" if verdict.supported else "reverted",
        by="you",
    )
    others = tuple(e for e in session.edits if e.bullet_id != bullet_id)
    edits = others if proposed is None and text == line.text else (*others, change)
    edited = replace(session, edits=edits)
    return tick(edited, bullet_id, verdict.supported and text != line.text), verdict


def vouch(session: Session, bullet_id: str, on: date) -> tuple[Session, Verdict]:
    """ "This is true": make the line as it stands a dated statement, then verify it again."""
    change = {c.bullet_id: c for c in session.changes}[bullet_id]
    fact = Fact(
        id=f"own-{bullet_id}",
        text=change.after,
        entry_id=session.result.resume.entry_of(bullet_id).id,
        stated_on=on.isoformat(),
        question="Is this line true as it stands?",
    )
    own = (*(f for f in session.own if f.id != fact.id), fact)
    return edit(replace(session, own=own), bullet_id, change.after)


async def answer(
    session: Session,
    requirement_id: str,
    text: str,
    entry_id: str | None,
    *,
    engine: Engine,
    on: date,
    on_progress: OnProgress | None = None,
) -> Session:
    """Turn the answer to a gap's question into a dated statement and run again with it.

    Ticks and own wordings of the visit are kept.
    """
    gap = {g.requirement.id: g for g in session.result.gaps}[requirement_id]
    fact = fact_from_answer(gap, text, entry_id, on)
    return await rerun(session, (*session.facts, fact), engine=engine, on_progress=on_progress)


def set_aside(session: Session, requirement_id: str) -> Session:
    """Leave a gap as a gap and do not ask again."""
    return replace(session, aside=session.aside | {requirement_id})


async def forget(
    session: Session, fact_id: str, *, engine: Engine, on_progress: OnProgress | None = None
) -> Session:
    """Delete a statement; whatever rested on it goes with it."""
    left = [fact for fact in session.facts if fact.id != fact_id]
    return await rerun(session, left, engine=engine, on_progress=on_progress)


async def rerun(
    session: Session,
    facts: Sequence[Fact],
    *,
    engine: Engine,
    on_progress: OnProgress | None = None,
) -> Session:
    """The same resume and posting with other statements; the person's decisions carry over."""
    result = session.result
    fresh = await begin(
        result.resume, result.posting, engine=engine, facts=facts, memory=session.memory,
        on_progress=on_progress,
    )  # fmt: skip
    refused = {c.bullet_id for c in result.applied} - session.accepted
    carried = replace(fresh, accepted=fresh.accepted - refused, aside=session.aside)
    for change in session.edits:
        carried, _ = edit(carried, change.bullet_id, change.after)
    return carried


def outcome(session: Session) -> Outcome:
    """The document and its score as the boxes are ticked now."""
    handout = chosen(session).only(session.accepted)
    return Outcome(handout=handout, score=score_handout(session.result, handout))


def chosen(session: Session) -> Tailored:
    """The run with the person's own wordings and statements in it."""
    return session.result.model_copy(update={"changes": session.changes, "facts": session.facts})


def as_ticked(session: Session) -> Tailored:
    """The run as the person leaves it, to render and to report: of what was proven only what is
    ticked and holds in the finished document, with its score and what to know of it."""
    left = outcome(session)
    held = {change.bullet_id: change for change in left.handout.changes}
    return chosen(session).model_copy(
        update={
            "changes": tuple(
                held.get(change.bullet_id, change)
                for change in session.changes
                if change.status == "reverted" or change.bullet_id in held
            ),
            "moves": left.handout.moves,
            "document": left.handout.document,
            "score": Scores(before=session.result.score.before, after=left.score),
            "notes": tuple(dict.fromkeys((*session.result.notes, *left.handout.notes))),
        }
    )
