"""What each button does: call the session, catch what a person can act on, say what to show.

An error leaves everything that is on the page as it was.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from agent.errors import AgentError, InputError, NothingToDo
from agent.facts import load_facts
from agent.models import Fact, Progress
from agent.page import files, view
from agent.page import session as visits
from agent.page.engine import engine_of, status
from agent.page.ranking import ranked_rows
from agent.page.serving import empty_old_folders, gr
from agent.page.session import Session
from agent.posting import read_posting as posting_of

Shown = tuple[Any, ...]
"""Session, draw count, sentence, the steps below, picture, table, live picture."""


def read_resume(path: str) -> tuple[Any, str]:
    """An uploaded resume, and what was understood of it."""
    try:
        resume = files.read_upload(path)
    except AgentError as error:
        return None, view.problem(error)
    return resume, view.resume_line(resume)


def read_facts(path: str) -> tuple[tuple[Fact, ...], str]:
    """Statements that the person saved on an earlier visit."""
    try:
        facts = load_facts(path)
    except AgentError as error:
        return (), view.problem(error)
    return facts, view.sentences([f"{len(facts)} statements of yours will count."])


def read_posting(path: str) -> tuple[str, str, str]:
    """An uploaded posting as text to edit, what was understood, and what was cut."""
    try:
        posting = files.read_posting_upload(path)
    except AgentError as error:
        return "", view.problem(error), view.cuts(())
    return posting.text, view.posting_line(posting), view.cuts(posting.cut)


def look_at_posting(text: str) -> str:
    """What is understood of a pasted posting."""
    if not text.strip():
        return ""
    try:
        return view.posting_line(posting_of(text.encode()))
    except AgentError as error:
        return view.problem(error)


def use_example() -> tuple[Any, str, str, str, str]:
    """The bundled example in place of uploads."""
    resume, posting = files.example()
    return (
        resume,
        view.resume_line(resume),
        posting.text,
        view.posting_line(posting),
        view.cuts(posting.cut),
    )


def engine_status(*setup: str) -> str:
    """Which engine will run, in words."""
    return view.engine_line(status(*setup))


def estimate(resume: Any, text: str, *setup: str) -> str:
    """What a run with the chosen engine would send and cost."""
    try:
        engine = engine_of(*setup)
        if not hasattr(engine, "plan"):
            return view.sentences(["Offline: no calls, no tokens, no cost."])
        plan = engine.plan(_there(resume), _posting(text))
    except AgentError as error:
        return view.problem(error)
    cost = "not known for this model" if plan.cost is None else f"at most ${plan.cost:.4f}"
    said = f"{plan.calls} calls, {plan.prompt_tokens} tokens in, cost {cost}."
    return view.sentences([said, *plan.notes])


def run(
    resume: Any,
    text: str,
    facts: tuple[Fact, ...],
    before: Session | None,
    count: int,
    *setup: str,
    progress: gr.Progress = gr.Progress(),  # noqa: B008 - gradio finds it by its default
) -> Shown:
    """Tailor, with a step shown at a time."""

    def tell(step: Progress) -> None:
        progress((step.done, step.total), desc=step.message)

    try:
        visit = visits.begin(
            _there(resume), _posting(text), engine=engine_of(*setup), facts=facts, on_progress=tell
        )
    except AgentError as error:
        return _kept(before, count, error)
    return _shown(visit, count)


def stopped() -> str:
    """What a stopped run leaves behind."""
    return view.sentences(["Stopped. What was there is kept."])


def tick(id: str) -> Callable[[Session, bool], Session]:
    """Accept or reject one change."""
    return lambda visit, on: visits.tick(visit, id, on)


def show_live(visit: Session) -> str:
    """The picture as the boxes are ticked now."""
    return view.live(visit, visits.outcome(visit).score)


def tick_all(on: bool) -> Callable[[Session, int], tuple[Session, int, str]]:
    """Accept or reject every change."""
    return lambda visit, count: _again(visits.tick_all(visit, on), count)


def check_wording(id: str) -> Callable[[Session, str], str]:
    """Verify the person's wording when they leave the field."""
    return lambda visit, text: view.verdict(text, visits.edit(visit, id, text)[1])


def use_wording(id: str) -> Callable[[Session, int, str], tuple[Session, int, str]]:
    """Put the person's wording in, if it is supported."""
    return lambda visit, count, text: _again(visits.edit(visit, id, text)[0], count)


def state_wording(id: str) -> Callable[[Session, int, str], tuple[Session, int, str]]:
    """Make the person's wording their own dated statement, and put it in."""

    def stated(visit: Session, count: int, text: str) -> tuple[Session, int, str]:
        worded, _ = visits.edit(visit, id, text)
        return _again(visits.vouch(worded, id, view.today())[0], count)

    return stated


def answer(id: str, places: Mapping[str, str]) -> Callable[..., Shown]:
    """Turn the answer to a gap's question into a statement and run again with it."""

    def answered(visit: Session, count: int, where: str, text: str, *setup: str) -> Shown:
        try:
            if not text.strip():
                raise InputError("The answer is empty.", hint="Say in one sentence what you did.")
            entry_id = places.get(where)
            engine = engine_of(*setup)
            visit = visits.answer(visit, id, text, entry_id, engine=engine, on=view.today())
        except AgentError as error:
            return _kept(visit, count, error)
        return _shown(visit, count)

    return answered


def set_aside(id: str) -> Callable[[Session, int], tuple[Session, int]]:
    """'No', or 'skip': the gap stays a gap and is not asked again."""
    return lambda visit, count: (visits.set_aside(visit, id), count + 1)


def forget(fact_id: str) -> Callable[..., Shown]:
    """Delete a statement; what rested on it goes with it."""

    def forgotten(visit: Session, count: int, *setup: str) -> Shown:
        try:
            return _shown(visits.forget(visit, fact_id, engine=engine_of(*setup)), count)
        except AgentError as error:
            return _kept(visit, count, error)

    return forgotten


def make(visit: Session | None) -> tuple[Any, str]:
    """Every file of the document as it is ticked now."""
    if visit is None:
        return gr.skip(), ""
    empty_old_folders()
    try:
        made, said = files.write_files(visit)
    except AgentError as error:
        return gr.skip(), view.problem(error)
    return gr.Files(value=made, visible=True), view.sentences(said)


def rank_all(
    upload: str | None, postings: list[str] | None, pasted: str
) -> Iterator[tuple[Any, str]]:
    """Rows as they come, best first."""
    try:
        if upload is None:
            raise NothingToDo("There is no resume yet.", hint="Upload one first.")
        # Copied, so that ranking twice works though an upload is deleted once it is read.
        kept = shutil.copy(upload, Path(upload).with_suffix(".kept" + Path(upload).suffix))
        resume = files.read_upload(str(kept))
        for rows, said in ranked_rows(resume, postings or [], pasted):
            yield rows, view.sentences(said)
    except AgentError as error:
        yield gr.skip(), view.problem(error)


def _there(resume: Any) -> Any:
    if resume is None:
        raise NothingToDo("There is no resume yet.", hint="Upload one, or try the example.")
    return resume


def _posting(text: str) -> Any:
    if not text.strip():
        raise NothingToDo("There is no posting yet.", hint="Paste its whole text.")
    return posting_of(text.encode())


def _shown(visit: Session, count: int) -> Shown:
    score = visit.result.score
    return (
        visit,
        count + 1,
        view.done(visit),
        gr.Column(visible=True),
        view.picture(score.before, score.after),
        view.requirements(visit),
        show_live(visit),
    )


def _kept(visit: Session | None, count: int, error: AgentError) -> Shown:
    return (visit, count, view.problem(error), gr.skip(), gr.skip(), gr.skip(), gr.skip())


def _again(visit: Session, count: int) -> tuple[Session, int, str]:
    return visit, count + 1, show_live(visit)
