"""The page's HTML, made from a session. Everything in it is escaped by the template engine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from agent.errors import AgentError
from agent.models import (
    Change,
    Cut,
    Fact,
    Gap,
    Move,
    Posting,
    Progress,
    Resume,
    Score,
    Verdict,
)
from agent.page.notices import notices
from agent.page.session import Session
from agent.rank import knocks_out
from agent.report import change_card, percent, requirement_rows, template


def _fragment(name: str, *args: Any) -> str:
    module = template("page/fragments.html.j2").make_module({"percent": percent})
    return str(getattr(module, name)(*args))


def problem(error: AgentError) -> str:
    """What is wrong and what to do next, where it belongs on the page."""
    return _fragment("problem", error)


def resume_line(resume: Resume) -> str:
    """What was understood of the resume."""
    entries = [e for e in resume.entries() if e.title or e.employer]
    return _fragment("resume_line", resume, len(entries), sum(1 for _ in resume.bullets()))


def done(session: Session) -> str:
    """What a run came to, in one sentence, with its notes."""
    return _fragment("done", session.result)


def sentences(said: Sequence[str]) -> str:
    """Plain sentences, one a line."""
    return _fragment("sentences", said) if said else ""


def engine_line(name: str) -> str:
    """Which engine will run, in words."""
    return _fragment("engine_line", name)


def working(step: Progress | None, seconds: float) -> str:
    """The step a run is at, and how long it has been going."""
    if step is None:
        return _fragment("working", "", 0, 1, int(seconds))
    return _fragment("working", step.message, step.done, step.total, int(seconds))


def posting_line(posting: Posting) -> str:
    """What was understood of the posting."""
    return _fragment("posting_line", posting, len(posting.cut))


def cut_line(cut: Cut) -> str:
    """A stretch that was cut from the page, and why."""
    return _fragment("cut_line", cut)


def picture(before: Score, after: Score) -> str:
    """Coverage before and now, and what honesty leaves out."""
    return _fragment("picture", before, after) + _fragment("facts_line", after)


def live(session: Session, score: Score) -> str:
    """The picture as the boxes are ticked now, and how many are."""
    proven = [change for change in session.changes if change.status != "reverted"]
    ticked = sum(change.bullet_id in session.accepted for change in proven)
    return picture(session.result.score.before, score) + _fragment("ticked", ticked, len(proven))


def fit(session: Session) -> str:
    """What the run came to, the picture, and the musts that no wording helps with."""
    result = session.result
    ruled_out = [
        row
        for row, requirement, found in zip(
            requirement_rows(result), result.requirements, result.matches, strict=True
        )
        if requirement.kind == "must" and knocks_out(requirement, found)
    ]
    score = result.score
    return done(session) + picture(score.before, score.after) + _fragment("knock_outs", ruled_out)


def requirements(session: Session) -> str:
    """The table of requirements: musts first, and among them what is missing."""
    weight = {"must": 0, "preferred": 1, "responsibility": 2}
    rows = sorted(
        requirement_rows(session.result),
        key=lambda row: (weight[row["requirement"].kind], row["level"] not in ("none", "partial")),
    )
    return _fragment("requirements", rows)


def gaps_head(session: Session) -> str:
    """How many gaps are open."""
    return _fragment("gaps_head", len(session.open_gaps))


def asked_by(gap: Gap) -> str:
    """The requirement that a gap's question is about."""
    return _fragment("asked_by", gap)


def card(session: Session, change: Change) -> str:
    """One change as a card, with what a reviewer should look at said in words."""
    stated = {fact.text for fact in session.facts}
    return _fragment(
        "card",
        change_card(session.result, change)
        | {"notices": notices(change, _sources(session)), "stated": change.after in stated},
    )


def verdict(text: str, found: Verdict) -> str:
    """What verification says of the person's own wording, at the words at fault."""
    text = " ".join(text.split())
    edges = sorted({0, len(text), *(e for f in found.findings for e in (f.span.start, f.span.end))})
    pieces = [
        (any(f.span.start <= start and end <= f.span.end for f in found.findings), text[start:end])
        for start, end in pairwise(edges)
    ]
    return _fragment("verdict", pieces, text, found)


def refused_head(count: int) -> str:
    """What stands over the proposals that were not let through."""
    return _fragment("refused_head", count)


def no_changes() -> str:
    """What stands in place of the cards when there are none."""
    return _fragment("no_changes")


def downloads(taken: Sequence[Any]) -> str:
    """Links to the files that were made."""
    return _fragment("downloads", taken)


def ranking(rows: Sequence[Any]) -> str:
    """The table of ranked postings, best first."""
    return _fragment("ranking", sorted(rows, key=lambda row: -(row.ceiling or 0)))


def _sources(session: Session) -> dict[str, str]:
    """What to call the place that a piece of evidence is from."""
    resume = session.result.resume
    named = {fact.id: "your own statement" for fact in session.facts}
    for entry in resume.entries():
        title = entry.heading.split("\n")[0] or "another line of yours"
        named |= {entry.id: title} | {bullet.id: title for bullet in entry.bullets}
    return named


def statement(session: Session, fact: Fact) -> str:
    """One of the person's statements, with its date and place."""
    place = {id: name for name, id in places(session).items()}.get(fact.entry_id or "", "")
    return _fragment("statement", fact, place)


def places(session: Session) -> dict[str, str]:
    """Entry ids by what the person calls them, for choosing where something happened."""
    return {
        " ".join(entry.heading.split())[:80]: entry.id
        for entry in session.result.resume.entries()
        if entry.heading
    }


def move_label(session: Session, move: Move) -> str:
    """What a new order of lines is about."""
    heading = session.result.resume.entry(move.entry_id).heading.split("\n")[0]
    return f"Most relevant lines first: {heading or 'this section'}"


def interview_sheet(session: Session) -> str:
    """What each changed line rests on and what may be asked about it."""
    cards = [
        change_card(session.result, change)
        for change in session.changes
        if change.bullet_id in session.accepted
    ]
    return _fragment("interview", cards, session.result.gaps)


def today() -> date:
    """The date that the person's statements of this visit carry."""
    return date.today()
