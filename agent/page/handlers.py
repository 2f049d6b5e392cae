"""What each button does: call the session, catch what a person can act on, say what to show.

An error leaves everything that is on the page as it was.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import Any

from agent.errors import AgentError, InputError, NothingToDo
from agent.models import Cut, Fact, Posting, Resume
from agent.page import files, view
from agent.page import session as visits
from agent.page.engine import engine_of, status
from agent.page.gate import new_folder
from agent.page.postings import in_box, put_back
from agent.page.running import Running, start, steps
from agent.page.serving import FOLDER, empty_old_folders, gr
from agent.page.session import Session
from agent.pipeline import OnProgress

Shown = tuple[Any, ...]
"""Session, draw count, running, bar, working line, sentence, steps below, fit, table, live."""
Box = tuple[Any, Any, str, int, Any]
"""Text, posting, sentence, draw count of what was cut, its fold."""
PATIENCE_SECONDS = 0.4
"""A run that is over before needs no progress bar."""


def read_resume(path: str) -> tuple[Any, str, str]:
    """An uploaded resume, and what was understood of it, for both tabs."""
    try:
        resume = files.read_upload(path)
    except AgentError as error:
        return None, view.problem(error), view.problem(error)
    return resume, view.resume_line(resume), view.resume_line(resume)


def read_facts(path: str) -> tuple[tuple[Fact, ...], str]:
    """Statements that the person saved on an earlier visit."""
    try:
        facts = files.read_statements(path)
    except AgentError as error:
        return (), view.problem(error)
    said = "1 statement" if len(facts) == 1 else f"{len(facts)} statements"
    return facts, view.sentences([f"{said} of yours will count."])


def read_posting(path: str, count: int) -> Box:
    """An uploaded posting as text to edit, what was understood, and what was cut."""
    try:
        return posting_shown(files.read_posting_upload(path), count)
    except AgentError as error:
        return gr.skip(), gr.skip(), view.problem(error), count, gr.skip()


def look_at_posting(text: str, read: Posting | None, count: int) -> Box:
    """Clean a pasted or edited posting when the person leaves the box."""
    if not text.strip():
        return gr.skip(), None, view.NO_POSTING, count + 1, gr.Accordion(visible=False)
    try:
        posting = in_box(text, read)
    except AgentError as error:
        return gr.skip(), gr.skip(), view.problem(error), count, gr.skip()
    return posting_shown(posting, count)


def restore(cut: Cut) -> Callable[[str, Posting | None, int], Box]:
    """Put one cut stretch back where it was, keeping what was edited since."""
    return lambda text, read, count: posting_shown(put_back(in_box(text, read), cut), count)


def use_example(count: int) -> tuple[Any, ...]:
    """The bundled example in place of uploads."""
    resume, posting = files.example()
    line = view.resume_line(resume)
    return (resume, line, line, *posting_shown(posting, count))


def engine_status(*setup: str) -> tuple[str, Any]:
    """Which engine will run, in words, and whether its settings are shown."""
    return view.engine_line(status(*setup)), gr.Row(visible=setup[0] == "LLM")


def estimate(resume: Any, text: str, read: Posting | None, *setup: str) -> str:
    """What a run with the chosen engine would send and cost; nothing is called for it."""
    try:
        engine = engine_of(*setup)
        if not hasattr(engine, "plan"):
            return ""
        if resume is None or not text.strip():
            return view.sentences(["With both documents here, this says what a run would cost."])
        plan = engine.plan(resume, in_box(text, read))
    except AgentError as error:
        return view.problem(error)
    cost = "not known for this model" if plan.cost is None else f"at most ${plan.cost:.4f}"
    said = (
        f"A run takes about {plan.calls} calls and {plan.prompt_tokens:,} tokens in; cost {cost}."
    )
    return view.sentences([said, *plan.notes])


def run(
    resume: Any,
    text: str,
    read: Posting | None,
    facts: tuple[Fact, ...],
    before: Session | None,
    count: int,
    *setup: str,
) -> Iterator[Shown]:
    """Tailor, with each step shown while it goes on."""

    async def begin(tell: OnProgress) -> Session:
        mine = there(resume)
        known = {fact.id: fact for fact in (*facts, *_stated(before, mine))}
        return await visits.begin(
            mine,
            in_box(text, read),
            engine=engine_of(*setup),
            facts=tuple(known.values()),
            on_progress=tell,
        )

    yield from _work(begin, count)


def stop(running: Running | None) -> None:
    """Stop what is under way; it says so itself."""
    if running is not None:
        running.stop()


def tick(id: str) -> Callable[[Session, bool], Session]:
    """Accept or reject one change."""
    return lambda visit, on: visits.tick(visit, id, on)


def ticked(visit: Session) -> tuple[str, str, str]:
    """The score as the boxes are ticked now; files of another choice are not offered."""
    return _live(visit), "", ""


def _live(visit: Session) -> str:
    return view.live(visit, visits.outcome(visit).score)


def tick_all(on: bool) -> Callable[[Session, int], tuple[Session, int, str]]:
    """Accept or reject every change."""
    return lambda visit, count: _again(visits.tick_all(visit, on), count)


def own_words(visit: Session, id: str) -> tuple[str, Any]:
    """A line that the person chose to word: its words, and the field for them."""
    return visit.result.resume.bullet(id).text, gr.Column(visible=True)


def check_wording(visit: Session, text: str, id: str) -> str:
    """Verify the person's wording when they leave the field."""
    return view.verdict(text, visits.edit(visit, id, text)[1])


def use_wording(visit: Session, count: int, text: str, id: str) -> tuple[Session, int, str]:
    """Put the person's wording in, if it is supported."""
    return _again(visits.edit(visit, id, text)[0], count)


def state_wording(visit: Session, count: int, text: str, id: str) -> tuple[Session, int, str]:
    """Make the person's wording their own dated statement, and put it in."""
    worded, _ = visits.edit(visit, id, text)
    return _again(visits.vouch(worded, id, view.today())[0], count)


def answer(id: str, places: Mapping[str, str]) -> Callable[..., Iterator[Shown]]:
    """Turn the answer to a gap's question into a statement and run again with it."""

    def answered(visit: Session, count: int, where: str, text: str, *setup: str) -> Iterator[Shown]:
        async def again(tell: OnProgress) -> Session:
            if not text.strip():
                raise InputError("The answer is empty.", hint="Say it in one sentence.")
            return await visits.answer(
                visit,
                id,
                text,
                places.get(where),
                engine=engine_of(*setup),
                on=view.today(),
                on_progress=tell,
            )

        yield from _work(again, count)

    return answered


def set_aside(id: str) -> Callable[[Session, int], tuple[Session, int]]:
    """'No', or 'skip': the gap stays a gap and is not asked again."""
    return lambda visit, count: (visits.set_aside(visit, id), count + 1)


def forget(fact_id: str) -> Callable[..., Iterator[Shown]]:
    """Delete a statement, from those saved earlier too; what rested on it goes with it."""

    def forgotten(
        visit: Session, facts: tuple[Fact, ...], count: int, *setup: str
    ) -> Iterator[Shown]:
        async def again(tell: OnProgress) -> Session:
            engine = engine_of(*setup)
            return await visits.forget(visit, fact_id, engine=engine, on_progress=tell)

        left = tuple(fact for fact in facts if fact.id != fact_id)
        for shown in _work(again, count):
            yield (left if isinstance(shown[0], Session) else gr.skip(), *shown)

    return forgotten


def make(visit: Session | None) -> tuple[Any, str]:
    """Every file of the document as it is ticked now."""
    if visit is None:
        return gr.skip(), ""
    empty_old_folders()
    try:
        made, said = files.write_files(visit, new_folder(FOLDER))
    except AgentError as error:
        return gr.skip(), view.problem(error)
    return view.downloads(made), view.sentences(said)


def _work(work: Callable[[OnProgress], Awaitable[Session]], count: int) -> Iterator[Shown]:
    """Do it, showing a bar with a stop if it takes a while; an error keeps what was there."""
    running, begun, step = start(work), time.monotonic(), None
    try:
        for one in steps(running):
            if isinstance(one, Session):
                yield _shown(one, count)
                return
            step, waited = one or step, time.monotonic() - begun
            if waited > PATIENCE_SECONDS:
                yield _under_way(running, view.working(step, waited))
    except AgentError as error:
        yield _kept(error)


def there(resume: Any) -> Resume:
    """The resume, or what to do about there being none."""
    if resume is None:
        raise NothingToDo("There is no resume yet.", hint="Upload one, or try the example.")
    return resume  # type: ignore[no-any-return]


def _stated(before: Session | None, resume: Resume) -> tuple[Fact, ...]:
    """Statements of this visit; they are about the places of one resume and go with it."""
    return before.facts if before is not None and before.result.resume == resume else ()


def posting_shown(posting: Posting, count: int) -> Box:
    """Text, what was read, what was understood, and a new draw of what was cut."""
    left_out = f"Left out of the page: {len(posting.cut)}"
    fold = gr.Accordion(label=left_out, visible=bool(posting.cut))
    return posting.text, posting, view.posting_line(posting), count + 1, fold


def _shown(visit: Session, count: int) -> Shown:
    return (
        visit,
        count + 1,
        None,
        gr.Row(visible=False),
        "",
        "",
        gr.Column(visible=True),
        view.fit(visit),
        view.requirements(visit),
        _live(visit),
    )


def _under_way(running: Running, said: str) -> Shown:
    left = gr.skip()
    return (left, left, running, gr.Row(visible=True), said, left, left, left, left, left)


def _kept(error: AgentError) -> Shown:
    left, over = gr.skip(), gr.Row(visible=False)
    return (left, left, None, over, "", view.problem(error), left, left, left, left)


def _again(visit: Session, count: int) -> tuple[Session, int, str]:
    return visit, count + 1, _live(visit)
