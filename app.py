"""The page: `vouched serve`, or `python app.py`. It lays out what `agent.page` makes and decides
nothing itself.

Private by construction: bound to this machine, uploads read and deleted, nothing kept between
visits, no request to any other host.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # read by gradio when it is imported

import gradio as gr

from agent.engines.base import Engine
from agent.errors import AgentError, NothingToDo
from agent.models import Change, Progress
from agent.page import files as page_files
from agent.page import session as visits
from agent.page import view
from agent.page.api import ENDPOINTS
from agent.page.engine import engine_of, status
from agent.page.session import Session
from agent.posting import read_posting

UPLOADS = [".docx", ".pdf", ".md", ".txt", ".json"]
POSTINGS = [".html", ".htm", ".txt", ".md", ".docx", ".pdf", ".eml"]
PRIVATE: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}


def build() -> Any:
    """The page as Gradio blocks, not yet served."""
    with gr.Blocks(title="Vouched", delete_cache=(600, 3600), analytics_enabled=False) as page:
        gr.HTML(
            "<header class='v-head'><h1>Vouched</h1><p>Your resume, rewritten for one job. Every "
            "changed line rests on your own history; what it does not support is said as a gap, "
            "never filled.</p></header>"
        )
        with gr.Tabs():
            with gr.Tab("Tailor"):
                _tailor_tab()
            with gr.Tab("Rank"):
                _rank_tab()
        for endpoint in ENDPOINTS:
            gr.api(endpoint, api_name=endpoint.__name__)  # type: ignore[attr-defined]
    return page


def _step(number: int, title: str) -> None:
    gr.HTML(f"<div class='v-step'><h2><span>{number}</span>{title}</h2></div>")


def _tailor_tab() -> None:
    resume, session = gr.State(None), gr.State(None)
    # The cards are drawn again when this number changes, not at every tick: a tick must not move
    # the page under the person's hands.
    drawn = gr.State(0)

    _step(1, "Start")
    with gr.Row():
        with gr.Column():
            upload = gr.File(label="Your resume", file_types=UPLOADS, type="filepath")
            resume_said = gr.HTML()
            use_example = gr.Button("Use the example", elem_id="use-example")
        with gr.Column():
            posting = gr.Textbox(
                label="The posting", lines=12, max_lines=24, placeholder="Paste the whole posting",
                elem_id="posting",
            )  # fmt: skip
            posting_file = gr.File(
                label="or its saved page or file", file_types=POSTINGS, type="filepath", height=90
            )
            posting_said = gr.HTML()
            with gr.Accordion("What was left out of the page", open=False):
                left_out = gr.HTML("<p class='v-line v-soft'>Nothing yet.</p>")
    with gr.Accordion("Engine", open=False):
        kind = gr.Radio(["Offline", "LLM"], value="Offline", label="Who proposes the wording")
        model = gr.Textbox(label="Model", placeholder="gpt-5-mini")
        base_url = gr.Textbox(
            label="Address of the server", placeholder="https://api.openai.com/v1"
        )
        key = gr.Textbox(label="Key (kept in this visit's memory only)", type="password")
    engine_said = gr.HTML(view.engine_line(status("Offline", "", "", "")))
    with gr.Row():
        run = gr.Button("Tailor my resume", variant="primary", elem_id="run")
        stop = gr.Button("Stop", elem_id="stop")
    said = gr.HTML(elem_id="said")

    with gr.Column(visible=False) as rest:
        _step(2, "Fit")
        fit = gr.HTML(elem_id="fit")
        table = gr.HTML(elem_id="requirements")
        asked = gr.Column()
        _step(3, "Review")
        live = gr.HTML(elem_id="live")
        with gr.Row():
            all_in = gr.Button("Accept all", elem_id="accept-all")
            all_out = gr.Button("Reject all", elem_id="reject-all")
        cards = gr.Column(elem_id="cards")
        _step(4, "Take away")
        make = gr.Button("Make the files", variant="primary", elem_id="make")
        made = gr.Files(label="Your files", interactive=False, elem_id="files")
        make_said = gr.HTML()

    setup = [kind, model, base_url, key]
    control: Any
    for control in setup:
        control.change(
            lambda *chosen: view.engine_line(status(*chosen)), setup, engine_said, **PRIVATE
        )
    upload.upload(_read_resume, upload, [resume, resume_said], **PRIVATE)
    upload.clear(lambda: (None, ""), None, [resume, resume_said], **PRIVATE)
    posting_file.upload(_read_posting, posting_file, [posting, posting_said, left_out], **PRIVATE)
    posting.blur(_look_at_posting, posting, posting_said, **PRIVATE)
    shown = [session, drawn, said, rest, fit, table, live]
    ran = run.click(
        _run,
        [resume, posting, session, drawn, *setup],
        shown,
        api_visibility="private",
        show_progress_on=[said],
        concurrency_limit=4,
        concurrency_id="run",
    )
    use_example.click(
        _use_example, None, [resume, resume_said, posting, posting_said, left_out], **PRIVATE
    ).then(
        _run,
        [resume, posting, session, drawn, *setup],
        shown,
        api_visibility="private",
        show_progress_on=[said],
        concurrency_id="run",
    )
    stop.click(
        lambda: "<p class='v-line'>Stopped. What was there is kept.</p>", None, said,
        cancels=[ran], **PRIVATE,
    )  # fmt: skip
    for button, on in ((all_in, True), (all_out, False)):
        button.click(
            lambda visit, count, on=on: _after(visits.tick_all(visit, on), count),
            [session, drawn], [session, drawn, live], **PRIVATE,
        )  # fmt: skip
    make.click(_make, session, [made, make_said], api_visibility="private")

    with asked:

        @gr.render(inputs=session, triggers=[drawn.change])  # type: ignore[untyped-decorator]
        def draw_gaps(visit: Session | None) -> None:
            if visit is not None:
                _gaps(visit, session, drawn, setup, shown)

    with cards:

        @gr.render(inputs=session, triggers=[drawn.change])  # type: ignore[untyped-decorator]
        def draw_cards(visit: Session | None) -> None:
            if visit is not None:
                for change in visit.changes:
                    _card(visit, change, session, drawn, live)


def _card(
    visit: Session, change: Change, session: gr.State, drawn: gr.State, live: gr.HTML
) -> None:
    """One change: a tick, the card itself, and a field to word it oneself."""
    id = change.bullet_id
    refused = change.status == "reverted"
    with gr.Group(elem_classes="v-review"):
        box = gr.Checkbox(
            label="Refused: your own words are kept" if refused else "Use this change",
            value=id in visit.accepted,
            interactive=not refused,
            elem_id=f"tick-{id}",
        )
        gr.HTML(view.card(visit, change))
        with gr.Accordion("Word it myself", open=False):
            text = gr.Textbox(
                value=change.after, label="Your wording", lines=2, interactive=True,
                elem_id=f"edit-{id}",
            )  # fmt: skip
            with gr.Row():
                save = gr.Button("Check and use", size="sm", elem_id=f"save-{id}")
                true = gr.Button("This is true as it stands", size="sm", visible=refused)
    box.input(
        lambda v, on: (t := visits.tick(v, id, on), _live(t)),
        [session, box], [session, live], **PRIVATE,
    )  # fmt: skip
    save.click(
        lambda v, count, words: _after(visits.edit(v, id, words)[0], count),
        [session, drawn, text], [session, drawn, live], **PRIVATE,
    )  # fmt: skip
    true.click(
        lambda v, count: _after(visits.vouch(v, id, view.today())[0], count),
        [session, drawn], [session, drawn, live], **PRIVATE,
    )  # fmt: skip


def _gaps(
    visit: Session, session: gr.State, drawn: gr.State, setup: list[Any], shown: list[Any]
) -> None:
    """Each gap with its question, answerable in place; then the statements made so far."""
    headings = {
        e.heading.replace("\n", ", ")[:80]: e.id for e in visit.result.resume.entries() if e.heading
    }
    by_id = {id: heading for heading, id in headings.items()}
    for gap in visit.result.gaps:
        gr.HTML(view.question(gap))
        with gr.Row():
            suggested = [by_id[id] for id in gap.suggested_entry_ids if id in by_id]
            where = gr.Dropdown(
                ["Nowhere in particular", *headings], label="Yes, at", interactive=True,
                value=suggested[0] if suggested else "Nowhere in particular",
            )  # fmt: skip
            words = gr.Textbox(
                label="In your words", placeholder="What you did, in one sentence", interactive=True
            )
            add = gr.Button("Add as my statement", size="sm")
        add.click(
            lambda v, n, at, text, *chosen, id=gap.requirement.id: _answer(
                v, n, id, headings.get(at), text, chosen
            ),
            [session, drawn, where, words, *setup], shown, api_visibility="private",
        )  # fmt: skip
    for fact in visit.facts:
        with gr.Row():
            gr.Markdown(fact.text, elem_classes="v-fact", sanitize_html=True)
            drop = gr.Button("Delete this statement", size="sm")
        drop.click(
            lambda v, n, *chosen, id=fact.id: _shown(
                visits.forget(v, id, engine=engine_of(*chosen)), n
            ),
            [session, drawn, *setup], shown, api_visibility="private",
        )  # fmt: skip


def _rank_tab() -> None:
    gr.HTML("<p class='v-line'>Many postings against your resume: what it supports of each.</p>")
    upload = gr.File(label="Your resume", file_types=UPLOADS, type="filepath")
    postings = gr.Files(label="Postings: files, or a folder as .zip", type="filepath")
    pasted = gr.Textbox(
        label="or paste them, a line of --- between two", lines=6, elem_id="rank-pasted"
    )
    with gr.Row():
        go = gr.Button("Rank", variant="primary", elem_id="rank")
        stop = gr.Button("Stop")
    said = gr.HTML()
    table = gr.Dataframe(
        headers=["Posting", "Supported %", "Shown now %", "Why"],
        datatype=["str", "number", "number", "str"],
        interactive=False,
        wrap=True,
        elem_id="ranking",
    )
    ranked = go.click(_rank, [upload, postings, pasted], [table, said], api_visibility="private")
    stop.click(None, None, None, cancels=[ranked], api_visibility="private")


def _read_resume(path: str) -> tuple[Any, str]:
    try:
        resume = page_files.read_upload(path)
    except AgentError as error:
        return None, view.problem(error)
    return resume, view.resume_line(resume)


def _read_posting(path: str) -> tuple[str, str, str]:
    try:
        posting = page_files.read_posting_upload(path)
    except AgentError as error:
        return "", view.problem(error), ""
    return posting.text, view.posting_line(posting), view.cuts(posting)


def _look_at_posting(text: str) -> str:
    if not text.strip():
        return ""
    try:
        return view.posting_line(read_posting(text))
    except AgentError as error:
        return view.problem(error)


def _use_example() -> tuple[Any, str, str, str, str]:
    resume, posting = page_files.example()
    return (
        resume,
        view.resume_line(resume),
        posting.text,
        view.posting_line(posting),
        view.cuts(posting),
    )


def _run(
    resume: Any, text: str, before: Session | None, count: int, *setup: str,
    progress: gr.Progress = gr.Progress(),  # noqa: B008 - gradio finds it by its default
) -> tuple[Any, ...]:  # fmt: skip
    def tell(step: Progress) -> None:
        progress((step.done, step.total), desc=step.message)

    try:
        if resume is None:
            raise NothingToDo("There is no resume yet.", hint="Upload one, or use the example.")
        if not text.strip():
            raise NothingToDo("There is no posting yet.", hint="Paste its whole text.")
        visit = visits.begin(resume, read_posting(text), engine=engine_of(*setup), on_progress=tell)
    except AgentError as error:
        # What the person already has stays on the page.
        return before, count, view.problem(error), gr.skip(), gr.skip(), gr.skip(), gr.skip()
    return _shown(visit, count)


def _shown(visit: Session, count: int) -> tuple[Any, ...]:
    score = visit.result.score
    return (
        visit,
        count + 1,
        view.done(visit),
        gr.Column(visible=True),
        view.picture(score.before, score.after),
        view.requirements(visit),
        _live(visit),
    )


def _answer(
    visit: Session, count: int, id: str, entry_id: str | None, text: str, setup: tuple[str, ...]
) -> tuple[Any, ...]:
    if not text.strip():
        return (gr.skip(),) * 7
    try:
        engine: Engine = engine_of(*setup)
        visit = visits.answer(visit, id, text, entry_id, engine=engine, on=view.today())
    except AgentError as error:
        return (visit, count, view.problem(error), *(gr.skip(),) * 4)
    return _shown(visit, count)


def _after(visit: Session, count: int) -> tuple[Session, int, str]:
    return visit, count + 1, _live(visit)


def _live(visit: Session) -> str:
    return view.picture(visit.result.score.before, visits.outcome(visit).score)


def _make(visit: Session | None) -> tuple[list[str], str]:
    if visit is None:
        return [], ""
    made, said = page_files.write_files(visit)
    return made, view.sentences(said)


def _rank(upload: str | None, postings: list[str] | None, pasted: str) -> Any:
    from agent.page.ranking import ranked_rows

    try:
        if upload is None:
            raise NothingToDo("There is no resume yet.", hint="Upload one first.")
        for rows, said in ranked_rows(page_files.read_upload(upload), postings or [], pasted):
            yield rows, view.sentences(said)
    except AgentError as error:
        yield gr.skip(), view.problem(error)


def launch_page(
    *, port: int = 7860, password: str | None = None, wait: bool = True
) -> tuple[Any, str, str]:
    """Serve the page on 127.0.0.1.

    Args:
        port: of this machine.
        password: if given, the page asks for it, with the user name 'vouched'.
        wait: block until the server is stopped.

    Returns:
        What Gradio's `launch` returns: the server, its address, and no share link.
    """
    style = files("agent") / "page" / "style.css"
    launch: Callable[..., tuple[Any, str, str]] = build().queue(max_size=64).launch
    return launch(
        server_name="127.0.0.1",
        server_port=port,
        prevent_thread_lock=not wait,
        auth=("vouched", password) if password else None,
        share=False,
        quiet=True,
        run_history=False,
        enable_monitoring=False,
        max_file_size="5mb",
        footer_links=[],
        css=Path(str(style)).read_text(encoding="utf-8"),
        theme=_theme(),
    )


def _theme() -> gr.themes.Base:
    return gr.themes.Base(
        primary_hue="emerald",
        neutral_hue="stone",
        font=["system-ui", "Segoe UI", "Roboto", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
    ).set(
        button_primary_background_fill="#0f5c4d",
        button_primary_background_fill_hover="#0b473c",
        button_primary_text_color="#ffffff",
        button_primary_background_fill_dark="#6fd0b4",
        button_primary_background_fill_hover_dark="#8fdcc6",
        button_primary_text_color_dark="#0c1f1a",
        body_background_fill="#faf9f5",
        body_background_fill_dark="#14181d",
    )


if __name__ == "__main__":
    launch_page()
