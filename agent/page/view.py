"""The page's HTML, made from a session. Everything in it is escaped by the template engine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from agent.errors import AgentError
from agent.language.quantities import find_quantities
from agent.models import Change, Cut, Fact, Gap, Move, Posting, Resume, Score, Verdict
from agent.page.session import Session
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


def working(message: str, step: int, total: int) -> str:
    """The step a run is at."""
    return _fragment("working", message, step, total)


def posting_line(posting: Posting) -> str:
    """What was understood of the posting."""
    return _fragment("posting_line", posting, len(posting.cut))


def cuts(cut: Sequence[Cut]) -> str:
    """What was cut from the page, and why."""
    return _fragment("cuts", cut)


def picture(before: Score, after: Score) -> str:
    """Coverage before and now, and what honesty leaves out."""
    return _fragment("picture", before, after) + _fragment("facts_line", after)


def live(session: Session, score: Score) -> str:
    """The picture as the boxes are ticked now, and how many are."""
    proven = [change for change in session.changes if change.status != "reverted"]
    ticked = sum(change.bullet_id in session.accepted for change in proven)
    return picture(session.result.score.before, score) + _fragment("ticked", ticked, len(proven))


def requirements(session: Session) -> str:
    """The table of requirements: musts first, and among them what is missing."""
    weight = {"must": 0, "preferred": 1, "responsibility": 2}
    rows = sorted(
        requirement_rows(session.result),
        key=lambda row: (weight[row["requirement"].kind], row["level"] not in ("none", "partial")),
    )
    return _fragment("requirements", rows)


def question(gap: Gap) -> str:
    """A gap's question."""
    return _fragment("question", gap)


def card(session: Session, change: Change) -> str:
    """One change as a card, with what a reviewer should look at said in words."""
    stated = {fact.text for fact in session.facts}
    return _fragment(
        "card",
        change_card(session.result, change)
        | {"notices": notices(change), "stated": change.after in stated},
    )


def verdict(text: str, found: Verdict) -> str:
    """What verification says of the person's own wording, at the words at fault."""
    return _fragment("verdict", text, found)


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


def notices(change: Change) -> list[str]:
    """What a plain difference hides from a tired reader: moved facts, lost figures, new verbs."""
    found = []
    kept = {(quantity.low, quantity.high) for quantity in find_quantities(change.after)}
    dropped = [
        change.before[quantity.start : quantity.end]
        for quantity in find_quantities(change.before)
        if (quantity.low, quantity.high) not in kept
    ]
    if dropped:
        found.append(f"Leaves out: {', '.join(dropped)}.")
    elsewhere = [e.source_id for e in change.evidence if e.source_id != change.bullet_id]
    if elsewhere and change.status != "reverted":
        found.append("Brings in words from another line of yours; see what it rests on.")
    old, new = change.before.split(), change.after.split()
    if old and new and old[0].lower() != new[0].lower():
        found.append(f"Opens with “{new[0]}” instead of “{old[0]}”.")
    return found


def today() -> date:
    """The date that the person's statements of this visit carry."""
    return date.today()
