"""The page's HTML, made from a session. Everything in it is escaped by the template engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from agent.errors import AgentError
from agent.gaps import knocks_out
from agent.language.quantities import find_quantities
from agent.models import (
    Change,
    Cut,
    Fact,
    Finding,
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
from agent.rank_files import order
from agent.report import change_card, entry_name, percent, requirement_rows, template
from agent.result import Tailored

if TYPE_CHECKING:
    from agent.page.ranking import Row


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


NO_RESUME = sentences(["No resume yet."])
NO_POSTING = sentences(["No posting yet."])


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
    """The score as the boxes are ticked now, and how many are."""
    proven = [change for change in session.changes if change.status != "reverted"]
    ticked = sum(change.bullet_id in session.accepted for change in proven)
    return _fragment("live", session.result.score.before, score, ticked, len(proven))


def fit(session: Session) -> str:
    """What the run came to, the musts that no wording helps with, and the picture."""
    result = session.result
    pairs = zip(result.requirements, result.matches, strict=True)
    ids = {asked.id for asked, m in pairs if asked.kind == "must" and knocks_out(asked, m)}
    ruled_out = [row for row in requirement_rows(result) if row["requirement"].id in ids]
    score = result.score
    return done(session) + _fragment("knock_outs", ruled_out) + picture(score.before, score.after)


def requirements(session: Session) -> str:
    """The table of requirements: musts first, and among them what is missing."""
    return _fragment("requirements", requirement_rows(session.result))


def gaps_head(session: Session) -> str:
    """How many gaps are open."""
    return _fragment("gaps_head", len(session.open_gaps))


def asked_by(session: Session, gap: Gap) -> str:
    """The requirement that a gap's question is about, and the answers that did not name it."""
    quote = gap.requirement.quote
    said = [fact.text for fact in session.facts if fact.requirement_quote == quote]
    return _fragment("asked_by", gap, said)


def suggested(gap: Gap, places: Mapping[str, str]) -> str:
    """The place where an answer may belong; '' for what a person holds wherever they work."""
    if gap.requirement.category in ("certification", "language", "condition"):
        return ""
    return next((name for name, id in places.items() if id in gap.suggested_entry_ids), "")


def card(session: Session, change: Change) -> str:
    """One change as a card, with what a reviewer should look at said in words."""
    stated = {fact.text for fact in session.facts}
    card = change_card(session.result, change) | {
        "refused": change.status == "reverted",
        "marks": _marked(change.after, change.findings),
        "notices": notices(change, _sources(session)),
        "stated": change.after in stated,
    }
    return _fragment("card", card)


def verdict(text: str, found: Verdict) -> str:
    """What verification says of the person's own wording, at the words at fault."""
    text = " ".join(text.split())
    return _fragment("verdict", _marked(text, found.findings), text, found)


def _marked(text: str, findings: Sequence[Finding]) -> list[tuple[bool, str]]:
    """The text in pieces, each with whether a finding is about it."""
    edges = sorted({0, len(text), *(e for f in findings for e in (f.span.start, f.span.end))})
    return [
        (any(f.span.start <= start and end <= f.span.end for f in findings), text[start:end])
        for start, end in pairwise(edges)
    ]


def refused_head(count: int) -> str:
    """What stands over the proposals that were not let through."""
    return _fragment("refused_head", count)


def no_changes(session: Session) -> str:
    """What stands in place of the cards when there are none."""
    return _fragment("no_changes", bool(session.open_gaps))


def other_lines(session: Session) -> list[tuple[str, str]]:
    """The lines that can be worded and have no card, each as its words and its id."""
    shown = {change.bullet_id for change in session.changes}
    return [
        (bullet.text, bullet.id)
        for bullet in session.result.resume.bullets()
        if bullet.id not in shown and not bullet.locked
    ]


def downloads(taken: Sequence[Any]) -> str:
    """Links to the files that were made."""
    return _fragment("downloads", taken)


def ranking(rows: Sequence[Row]) -> str:
    """The table of ranked postings: without a knock-out first, then by what is supported."""
    return _fragment("ranking", sorted(rows, key=lambda row: order(row.found)))


def _sources(session: Session) -> dict[str, str]:
    """What to call the place that a piece of evidence is from."""
    resume = session.result.resume
    named = {fact.id: "your own statement" for fact in session.facts}
    for entry in resume.entries():
        title = entry_name(entry) or "another line of yours"
        named |= {entry.id: title} | {bullet.id: title for bullet in entry.bullets}
    return named


def statement(session: Session, fact: Fact) -> str:
    """One of the person's statements, with its date, its place and whether a line says it."""
    place = {id: name for name, id in places(session).items()}.get(fact.entry_id or "", "")
    used = any(
        fact.text == change.after or fact.id in {evidence.source_id for evidence in change.evidence}
        for change in session.changes
        if change.status != "reverted"
    )
    return _fragment("statement", fact, place, used)


def places(session: Session) -> dict[str, str]:
    """Entry ids by what the person calls them, for choosing where something happened."""
    return {
        entry_name(entry) + (f" ({entry.dates.text})" if entry.dates else ""): entry.id
        for entry in session.result.resume.entries()
        if entry.heading
    }


def move_label(session: Session, move: Move) -> str:
    """What a new order of lines is about."""
    name = entry_name(session.result.resume.entry(move.entry_id))
    return f"Put the most relevant lines first: {name or 'this section'}"


def tick_label(session: Session, change: Change) -> str:
    """What taking a change is called: no two boxes of a page by the same name."""
    where = change_card(session.result, change)["where"]
    return f"Use this change: {where}" if where else "Use this change"


def interview_sheet(result: Tailored) -> str:
    """What each changed line rests on and what may be asked about it, as an HTML document.

    Args:
        result: as the files beside it are made from; see `agent.page.session.as_ticked`.
    """
    cards = [
        change_card(result, change) | {"figures": _figures(change.after)}
        for change in result.applied
    ]
    return template("page/interview.html.j2").render(
        cards=cards, gaps=result.gaps, posting=result.posting
    )


def _figures(text: str) -> list[str]:
    """The figures of a line, each with what it counts: '20 charts'."""
    found = []
    for figure in find_quantities(text):
        said = text[figure.start : figure.end]
        counted = text[figure.end :].split()[:1] if figure.after else []
        if any(char.isdigit() for char in said) or " " in said:
            found.append(" ".join([said, *counted]).rstrip(".,;:"))
    return found


def today() -> date:
    """The date that the person's statements of this visit carry."""
    return date.today()
