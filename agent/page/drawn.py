"""The parts of the page that are drawn anew for a visit: what was cut, gaps, and cards."""

from __future__ import annotations

from functools import partial
from typing import Any

from agent.models import Change, Posting
from agent.page import handlers, view
from agent.page.serving import gr
from agent.page.session import Session

# Listeners of the page itself: not part of the API, and without Gradio's own progress veil.
OWN: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
LONG: dict[str, Any] = {**OWN, "concurrency_limit": 4, "concurrency_id": "run"}
NOWHERE = "Nowhere in particular"
MOST_CUTS = 40
OPEN_GAPS = 3


def cuts(read_now: Posting | None, posting: Any, read: Any, count: Any, box: list[Any]) -> None:
    """Each stretch that was cut, with a button that puts it back."""
    for one in read_now.cut[:MOST_CUTS] if read_now else ():
        with gr.Row(elem_classes="v-cut-row"):
            gr.HTML(view.cut_line(one))
            back = gr.Button("Put back", scale=0, min_width=96)
        back.click(handlers.restore(one), [posting, read, count], box, **OWN)


def cards(visit: Session, session: Any, drawn: Any, ticked: list[Any]) -> None:
    """New orders of lines, proven changes, then what was refused.

    Args:
        visit: what to draw.
        session: where the visit is kept.
        drawn: the count that has all of this drawn again when it changes.
        ticked: the live score, the files that were made, and what was said of them.
    """
    live = ticked[0]
    for move in visit.result.moves:
        id = move.entry_id
        with gr.Column(elem_classes="v-review"):
            box = _tick(view.move_label(visit, move), id, visit)
        _on_tick(box, id, session, ticked)
    if not (visit.changes or visit.result.moves):
        gr.HTML(view.no_changes(visit))
    refused = [change for change in visit.changes if change.status == "reverted"]
    for change in visit.changes:
        if change.status != "reverted":
            with gr.Column(elem_classes="v-review"):
                box = _tick(view.tick_label(visit, change), change.bullet_id, visit)
                gr.HTML(view.card(visit, change))
                _wording(change, session, drawn, live)
            _on_tick(box, change.bullet_id, session, ticked)
    _other_line(visit, session, drawn, live)
    if refused:
        gr.HTML(view.refused_head(len(refused)))
    for change in refused:
        with gr.Column(elem_classes=["v-review", "v-refused"]):
            gr.HTML(view.card(visit, change))
            _wording(change, session, drawn, live)


def _tick(label: str, id: str, visit: Session) -> Any:
    return gr.Checkbox(
        label=label, value=id in visit.accepted, interactive=True, container=False,
        elem_id=f"tick-{id}",
    )  # fmt: skip


def _wording(change: Change, session: Any, drawn: Any, live: Any) -> None:
    """A fold to word a line oneself."""
    id = change.bullet_id
    with gr.Accordion("Word it myself", open=False, elem_id=f"word-{id}"):
        _field(id, id, change.after, [session, drawn, live])


def _other_line(visit: Session, session: Any, drawn: Any, live: Any) -> None:
    """A fold to word a line that has no card: what the person stated must find its place."""
    with (
        gr.Column(elem_classes="v-review"),
        gr.Accordion("Word another line myself", open=False, elem_id="word-other"),
    ):
        line = gr.Dropdown(
            view.other_lines(visit), value=None, label="Which line", interactive=True,
            elem_id="other-line",
        )  # fmt: skip
        with gr.Column(visible=False) as fields:
            text = _field(line, "other", "", [session, drawn, live])
        line.input(handlers.own_words, [session, line], [text, fields], **OWN)


def _field(line: Any, name: str, words: str, again: list[Any]) -> Any:
    """A field for the wording of a line, verified when it is left.

    Args:
        line: the line's id, or the component that holds it.
        name: what the parts are called in the page.
        words: what stands in the field.
        again: session, draw count and live score, which a new wording changes.
    """
    known: dict[str, Any] = {"id": line} if isinstance(line, str) else {}
    chosen = [] if known else [line]
    text = gr.Textbox(
        value=words, label="Your wording", lines=2, interactive=True, elem_id=f"edit-{name}"
    )
    checked = gr.HTML(elem_id=f"checked-{name}")
    with gr.Row(elem_classes="v-buttons"):
        save = gr.Button("Use my wording", elem_id=f"save-{name}")
        true = gr.Button("This is true", elem_id=f"true-{name}")
    check = partial(handlers.check_wording, **known)
    text.blur(check, [again[0], text, *chosen], checked, **OWN)
    for button, work in ((save, handlers.use_wording), (true, handlers.state_wording)):
        button.click(partial(work, **known), [*again[:2], text, *chosen], again, **OWN)
    return text


def _on_tick(box: Any, id: str, session: Any, ticked: list[Any]) -> None:
    """Take the decision at once, then work out what it makes of the document.

    The first must be quick and outside the queue: whatever is clicked next has to see it.
    """
    box.input(handlers.tick(id), [session, box], session, queue=False, **OWN).then(
        handlers.ticked, session, ticked, **OWN
    )


def gaps(
    visit: Session, session: Any, facts: Any, drawn: Any, setup: list[Any], shown: list[Any]
) -> None:
    """Each open gap with its question, answerable in place; then the statements made so far."""
    places = view.places(visit)
    if visit.open_gaps or visit.facts:
        gr.HTML(view.gaps_head(visit))
    for number, gap in enumerate(visit.open_gaps):
        id = gap.requirement.id
        suggested = view.suggested(gap, places) or NOWHERE
        with (
            gr.Column(elem_classes="v-gap"),
            gr.Accordion(gap.question, open=number < OPEN_GAPS, elem_id=f"gap-{id}"),
        ):
            gr.HTML(view.asked_by(visit, gap))
            with gr.Row():
                where = gr.Dropdown(
                    [*places, NOWHERE], value=suggested, label="Where", interactive=True,
                    scale=2, min_width=240, elem_id=f"at-{id}",
                )  # fmt: skip
                words = gr.Textbox(
                    label="Your answer, in one full sentence", interactive=True, scale=3,
                    min_width=240, elem_id=f"said-{id}",
                )  # fmt: skip
            with gr.Row(elem_classes="v-buttons"):
                add = gr.Button("Add as my statement", elem_id=f"add-{id}")
                no = gr.Button("No", elem_id=f"no-{id}")
                skip = gr.Button("Skip", elem_id=f"skip-{id}")
            answer_said = gr.HTML()
        here = [answer_said if one.elem_id == "said" else one for one in shown]
        add.click(handlers.answer(id, places), [session, drawn, where, words, *setup], here, **LONG)
        for button in (no, skip):
            button.click(handlers.set_aside(id), [session, drawn], [session, drawn], **OWN)
    for fact in visit.facts:
        with gr.Column(elem_classes=["v-gap", "v-stated"]):
            gr.HTML(view.statement(visit, fact))
            with gr.Row(elem_classes="v-buttons"):
                drop = gr.Button("Delete this statement", elem_id=f"drop-{fact.id}")
        drop.click(
            handlers.forget(fact.id), [session, facts, drawn, *setup], [facts, *shown], **LONG
        )
