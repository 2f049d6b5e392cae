"""The page: `vouched serve`, or `python app.py`. It lays out what `agent.page` makes and decides
nothing itself.
"""

from __future__ import annotations

from typing import Any

from agent.page import handlers, view
from agent.page.api import ENDPOINTS
from agent.page.engine import status
from agent.page.serving import gr, serve
from agent.page.session import Session

UPLOADS = [".docx", ".pdf", ".md", ".txt", ".json"]
POSTINGS = [".html", ".htm", ".txt", ".md", ".docx", ".pdf", ".eml"]
NOWHERE = "Nowhere in particular"
# Listeners of the page itself: not part of the API, and without Gradio's own progress veil.
OWN: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
HEAD = (
    "<header class='v-head'><h1>Vouched</h1><p>Your resume, rewritten for one job. Every changed "
    "line rests on your own history. What your history does not support is said as a gap, never "
    "filled.</p></header>"
)


def build() -> Any:
    """The page as Gradio blocks, not yet served."""
    with gr.Blocks(title="Vouched", delete_cache=(600, 3600), analytics_enabled=False) as page:
        gr.HTML(HEAD)
        with gr.Tabs():
            with gr.Tab("Tailor"):
                _tailor_tab()
            with gr.Tab("Rank"):
                _rank_tab()
        for endpoint in ENDPOINTS:
            gr.api(endpoint, api_name=endpoint.__name__)  # type: ignore[attr-defined]
    return page


def _step(number: int, title: str, about: str) -> None:
    heading = f"<h2><span>{number}</span>{title}</h2>"
    gr.HTML(f"<div class='v-step'>{heading}<p class='v-soft'>{about}</p></div>")


def _tailor_tab() -> None:
    resume, facts, session = gr.State(None), gr.State(()), gr.State(None)
    # Cards are drawn again when this number changes, not at every tick: a tick must not move the
    # page under the person's hands.
    drawn = gr.State(0)

    _step(1, "Start", "Nothing is kept, and offline nothing leaves this machine.")
    with gr.Row():
        with gr.Column():
            upload = gr.File(
                label="Your resume: Word, PDF, Markdown, text",
                file_types=UPLOADS, type="filepath", height=150, elem_id="resume",
            )  # fmt: skip
            resume_said = gr.HTML(elem_id="resume-said")
            use_example = gr.Button("Try it with the example", elem_id="use-example")
            with gr.Accordion("Statements you saved earlier", open=False):
                saved = gr.File(label="statements.json", file_types=[".json"], height=90)
                saved_said = gr.HTML()
        with gr.Column():
            posting = gr.Textbox(
                label="The posting, as text you can edit", lines=11, max_lines=11,
                placeholder="Paste the whole posting", elem_id="posting",
            )  # fmt: skip
            posting_file = gr.UploadButton(
                "or open its saved page or file", file_types=POSTINGS, type="filepath", size="sm",
                elem_id="posting-file",
            )  # fmt: skip
            posting_said = gr.HTML(elem_id="posting-said")
            with gr.Accordion("What was left out of the page", open=False):
                left_out = gr.HTML(view.cuts(()))
    with gr.Accordion("Engine", open=False):
        kind = gr.Radio(["Offline", "LLM"], value="Offline", label="Who proposes the wording")
        with gr.Row():
            model = gr.Textbox(label="Model", placeholder="gpt-5-mini")
            base_url = gr.Textbox(label="Server", placeholder="https://api.openai.com/v1")
            key = gr.Textbox(label="Key, kept in this visit's memory only", type="password")
        estimate = gr.Button("Estimate calls, tokens and cost", size="sm", elem_id="estimate")
        estimate_said = gr.HTML()
    engine_said = gr.HTML(view.engine_line(status("Offline", "", "", "")), elem_id="engine-said")
    with gr.Row():
        run = gr.Button("Tailor my resume", variant="primary", elem_id="run", scale=3)
        stop = gr.Button("Stop", elem_id="stop", scale=1)
    said = gr.HTML(elem_id="said")

    with gr.Column(visible=False) as rest:
        _step(2, "Fit", "What the posting asks for, and what in your resume supports it.")
        fit = gr.HTML(elem_id="fit")
        with gr.Accordion("Every requirement", open=True):
            table = gr.HTML(elem_id="requirements")
        gaps = gr.Column(elem_id="gaps")
        _step(3, "Review", "Take what reads like you. Each line shows what it rests on.")
        live = gr.HTML(elem_id="live")
        with gr.Row():
            all_in = gr.Button("Accept all", size="sm", elem_id="accept-all")
            all_out = gr.Button("Reject all", size="sm", elem_id="reject-all")
        cards = gr.Column(elem_id="cards")
        _step(
            4, "Take away", "Your own document with only the ticked changes, and what backs them."
        )
        make = gr.Button("Make the files", variant="primary", elem_id="make")
        made = gr.Files(label="Your files", interactive=False, visible=False, elem_id="files")
        made_said = gr.HTML()

    setup = [kind, model, base_url, key]
    shown = [session, drawn, said, rest, fit, table, live]
    running: dict[str, Any] = {
        "fn": handlers.run,
        "inputs": [resume, posting, facts, session, drawn, *setup],
        "outputs": shown,
        "api_visibility": "private",
        "show_progress_on": [said],
        "concurrency_limit": 4,
        "concurrency_id": "run",
    }
    for control in (kind, model, base_url, key):
        gr.on(control.change, handlers.engine_status, setup, engine_said, **OWN)
    estimate.click(handlers.estimate, [resume, posting, *setup], estimate_said, **OWN)
    upload.upload(handlers.read_resume, upload, [resume, resume_said], **OWN)
    upload.clear(lambda: (None, ""), None, [resume, resume_said], **OWN)
    saved.upload(handlers.read_facts, saved, [facts, saved_said], **OWN)
    posting_file.upload(
        handlers.read_posting, posting_file, [posting, posting_said, left_out], **OWN
    )
    posting.blur(handlers.look_at_posting, posting, posting_said, **OWN)
    ran = run.click(**running)
    ran_example = use_example.click(
        handlers.use_example, None, [resume, resume_said, posting, posting_said, left_out], **OWN
    ).then(**running)
    stop.click(handlers.stopped, None, said, cancels=[ran, ran_example], **OWN)
    for button, on in ((all_in, True), (all_out, False)):
        button.click(handlers.tick_all(on), [session, drawn], [session, drawn, live], **OWN)
    make.click(handlers.make, session, [made, made_said], api_visibility="private")

    with gaps:

        @gr.render(inputs=session, triggers=[drawn.change])  # type: ignore[untyped-decorator]
        def draw_gaps(visit: Session | None) -> None:
            if visit is not None:
                _gaps(visit, session, drawn, setup, shown)

    with cards:

        @gr.render(inputs=session, triggers=[drawn.change])  # type: ignore[untyped-decorator]
        def draw_cards(visit: Session | None) -> None:
            if visit is not None:
                _moves(visit, session, live)
                _cards(visit, session, drawn, live)


def _cards(visit: Session, session: Any, drawn: Any, live: Any) -> None:
    """Each change: a tick, the card itself, and a field to word it oneself."""
    for change in visit.changes:
        id, refused = change.bullet_id, change.status == "reverted"
        with gr.Group(elem_classes="v-review"):
            box = gr.Checkbox(
                label="Refused: your own words are kept" if refused else "Use this change",
                value=id in visit.accepted, interactive=not refused, elem_id=f"tick-{id}",
            )  # fmt: skip
            gr.HTML(view.card(visit, change))
            with gr.Accordion("Word it myself", open=False, elem_id=f"word-{id}"):
                text = gr.Textbox(
                    value=change.after, label="Your wording", lines=2, interactive=True,
                    elem_id=f"edit-{id}",
                )  # fmt: skip
                checked = gr.HTML(elem_id=f"checked-{id}")
                with gr.Row():
                    save = gr.Button("Use my wording", size="sm", elem_id=f"save-{id}")
                    true = gr.Button("This is true", size="sm", elem_id=f"true-{id}")
        _on_tick(box, id, session, live)
        text.blur(handlers.check_wording(id), [session, text], checked, **OWN)
        again = [session, drawn, live]
        save.click(handlers.use_wording(id), [session, drawn, text], again, **OWN)
        true.click(handlers.state_wording(id), [session, drawn, text], again, **OWN)


def _moves(visit: Session, session: Any, live: Any) -> None:
    """Each entry whose lines were put in a new order."""
    for move in visit.result.moves:
        id = move.entry_id
        box = gr.Checkbox(
            label=view.move_label(visit, move), value=id in visit.accepted, interactive=True,
            elem_id=f"tick-{id}",
        )  # fmt: skip
        _on_tick(box, id, session, live)


def _on_tick(box: Any, id: str, session: Any, live: Any) -> None:
    """Take the decision at once, then work out what it makes of the document.

    The first must be quick and outside the queue: whatever is clicked next has to see it.
    """
    box.input(handlers.tick(id), [session, box], session, queue=False, **OWN).then(
        handlers.show_live, session, live, **OWN
    )


def _gaps(visit: Session, session: Any, drawn: Any, setup: list[Any], shown: list[Any]) -> None:
    """Each open gap with its question, answerable in place; then the statements made so far."""
    places = view.places(visit)
    rerun: dict[str, Any] = {"outputs": shown, "api_visibility": "private"}
    for gap in visit.open_gaps:
        id = gap.requirement.id
        with gr.Group(elem_classes="v-gap"):
            gr.HTML(view.question(gap))
            suggested = [name for name, e in places.items() if e in gap.suggested_entry_ids]
            with gr.Row():
                where = gr.Dropdown(
                    [*places, NOWHERE], value=suggested[0] if suggested else NOWHERE,
                    label="Yes, at", interactive=True, scale=2, elem_id=f"at-{id}",
                )  # fmt: skip
                words = gr.Textbox(
                    label="What you did, in one sentence", interactive=True, scale=4,
                    elem_id=f"said-{id}",
                )  # fmt: skip
            with gr.Row():
                add = gr.Button("Add as my statement", size="sm", elem_id=f"add-{id}")
                no = gr.Button("No, or skip", size="sm", elem_id=f"no-{id}")
        add.click(handlers.answer(id, places), [session, drawn, where, words, *setup], **rerun)
        no.click(handlers.set_aside(id), [session, drawn], [session, drawn], **OWN)
    for fact in visit.facts:
        with gr.Group(elem_classes="v-gap"):
            gr.HTML(view.statement(visit, fact))
            drop = gr.Button("Delete this statement", size="sm", elem_id=f"drop-{fact.id}")
        drop.click(handlers.forget(fact.id), [session, drawn, *setup], **rerun)


def _rank_tab() -> None:
    _step(1, "Rank", "Many postings against your resume: what it supports of each.")
    with gr.Row():
        upload = gr.File(label="Your resume", file_types=UPLOADS, type="filepath", height=150)
        postings = gr.Files(label="Postings: files, or a folder as .zip", height=150)
    pasted = gr.Textbox(
        label="or paste them, with a line of --- between two", lines=5, elem_id="rank-pasted"
    )
    with gr.Row():
        go = gr.Button("Rank", variant="primary", elem_id="rank", scale=3)
        stop = gr.Button("Stop", scale=1)
    said = gr.HTML(elem_id="rank-said")
    table = gr.Dataframe(
        headers=["Posting", "Supported %", "Shown now %", "Why"],
        datatype=["str", "number", "number", "str"],
        interactive=False, wrap=True, elem_id="ranking",
    )  # fmt: skip
    ranked = go.click(
        handlers.rank_all, [upload, postings, pasted], [table, said], api_visibility="private"
    )
    stop.click(handlers.stopped, None, said, cancels=[ranked], **OWN)


def launch_page(*, port: int = 7860, password: str | None = None, wait: bool = True) -> Any:
    """Serve the page on 127.0.0.1; see `agent.page.serving.serve`."""
    return serve(build(), port=port, password=password, wait=wait)


if __name__ == "__main__":
    launch_page()
