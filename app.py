"""The page: `vouched serve`, or `python app.py`. It lays out what `agent.page` makes and decides
nothing itself.
"""

from __future__ import annotations

from importlib.resources import files
from threading import Thread
from typing import Any

from agent.models import Posting
from agent.page import drawn, handlers, rank_handlers, view
from agent.page.api import ENDPOINTS
from agent.page.drawn import LONG, OWN
from agent.page.engine import status
from agent.page.serving import gr, serve
from agent.page.session import Session
from agent.page.warm import warm

TOLD = [".doc", ".docm", ".dotx", ".rtf", ".odt"]
"""Not read, but taken: only then can the person be told what to save them as."""
UPLOADS = [".docx", ".pdf", ".md", ".txt", ".json", *TOLD]
POSTINGS = [".html", ".htm", ".txt", ".md", ".docx", ".pdf", ".eml", *TOLD]
BOX = 248
"""Height of the upload, in pixels: that of the posting beside it."""
PAGE = files("agent") / "page"
HEAD = (
    f"<header class='v-head'>{(PAGE / 'mark.svg').read_text(encoding='utf-8')}<div>"
    "<h1>Vouched</h1><p>Your resume, rewritten for one job. Every changed line rests on your own "
    "history; what it does not support is named as a gap, never filled.</p></div></header>"
)
SHOW_FIT = (
    "() => { if (!document.querySelector('#said .v-problem')) "
    "document.querySelector('#step-2')?.scrollIntoView(); }"
)


def build() -> Any:
    """The page as Gradio blocks, not yet served."""
    with gr.Blocks(title="Vouched", delete_cache=(600, 3600), analytics_enabled=False) as page:
        gr.HTML(HEAD)
        resume, facts, running = gr.State(None), gr.State(()), gr.State(None)
        with gr.Row(visible=False, elem_id="bar") as bar:
            working = gr.HTML(elem_id="working")
            stop = gr.Button("Stop", elem_id="stop", scale=0, min_width=96)
        stop.click(handlers.stop, running, None, queue=False, **OWN)
        with gr.Tabs() as tabs:
            with gr.Tab("Tailor", id="tailor"):
                tailor = _tailor_tab(resume, facts, running, bar, working)
            with gr.Tab("Rank", id="rank"):
                _rank_tab(resume, facts, running, bar, working, tabs, tailor)
        for endpoint in ENDPOINTS:
            gr.api(endpoint, api_name=endpoint.__name__)  # type: ignore[attr-defined]
    return page


def _step(number: str, title: str, about: str) -> None:
    heading = f"<h2><span>{number}</span>{title}</h2>"
    gr.HTML(f"<div class='v-step' id='step-{number}'>{heading}<p class='v-soft'>{about}</p></div>")


def _tailor_tab(resume: Any, facts: Any, running: Any, bar: Any, working: Any) -> dict[str, Any]:
    """The four steps. Returns what the other tab needs to hand a posting over."""
    session, read, cuts_drawn = gr.State(None), gr.State(None), gr.State(0)
    # Cards are drawn again when this number changes, not at every tick: a tick must not move the
    # page under the person's hands.
    drawn_at = gr.State(0)

    _step("1", "Start", "Nothing is kept, and offline nothing leaves this machine.")
    with gr.Row(elem_classes="v-pair"):
        with gr.Column(min_width=280):
            upload = gr.File(
                label="Your resume: Word, PDF, text", file_types=UPLOADS, type="filepath",
                height=BOX, elem_id="resume",
            )  # fmt: skip
            use_example = gr.Button("Try it with an example", elem_id="use-example")
            resume_said = gr.HTML(view.NO_RESUME, elem_id="resume-said")
        with gr.Column(min_width=280):
            posting = gr.Textbox(
                label="The posting, as text you can edit", lines=9, max_lines=9,
                placeholder="Paste the whole posting here", elem_id="posting",
            )  # fmt: skip
            posting_file = gr.UploadButton(
                "Open its saved page or file", file_types=POSTINGS, type="filepath",
                elem_id="posting-file",
            )  # fmt: skip
            posting_said = gr.HTML(view.NO_POSTING, elem_id="posting-said")
            with gr.Accordion(open=False, visible=False, elem_id="cuts") as cuts:
                cut_list = gr.Column()
    with gr.Accordion("Statements you saved earlier", open=False):
        saved = gr.File(
            label="statements.json", file_types=[".json"], height=140, elem_id="statements"
        )
        saved_said = gr.HTML()
    with gr.Accordion("Who proposes the wording", open=False, elem_id="engine"):
        kind = gr.Radio(["Offline", "LLM"], value="Offline", label="Engine")
        with gr.Row(visible=False) as settings:
            model = gr.Textbox(
                label="Model", placeholder="gpt-5-mini", max_lines=1, elem_id="model"
            )
            base_url = gr.Textbox(
                label="Server", placeholder="https://api.openai.com/v1", max_lines=1,
                elem_id="server",
            )  # fmt: skip
            key = gr.Textbox(
                label="Key, in this visit's memory only", type="password", elem_id="key"
            )
    engine_said = gr.HTML(view.engine_line(status("Offline", "", "", "")), elem_id="engine-said")
    estimated = gr.HTML(elem_id="estimated")
    run = gr.Button("Tailor my resume", variant="primary", elem_id="run")
    said = gr.HTML(elem_id="said")

    with gr.Column(visible=False) as rest:
        _step("2", "Fit", "What the posting asks for, and what in your resume supports it.")
        fit = gr.HTML(elem_id="fit")
        gaps = gr.Column(elem_id="gaps")
        with gr.Accordion("Every requirement", open=True, elem_id="every"):
            table = gr.HTML(elem_id="requirements")
        with gr.Column():
            _step("3", "Review", "Take what reads like you. Each line shows what it rests on.")
            live = gr.HTML(elem_id="live")
            with gr.Row(elem_classes="v-buttons"):
                all_in = gr.Button("Accept all", elem_id="accept-all")
                all_out = gr.Button("Reject all", elem_id="reject-all")
            cards = gr.Column(elem_id="cards")
        _step("4", "Take away", "Your document with only the ticked changes, and what backs it.")
        make = gr.Button("Make the files", variant="primary", elem_id="make")
        made = gr.HTML(elem_id="files")
        made_said = gr.HTML()

    setup = [kind, model, base_url, key]
    shown = [session, drawn_at, running, bar, working, said, rest, fit, table, live]
    box = [posting, read, posting_said, cuts_drawn, cuts]
    tailored: dict[str, Any] = {
        "fn": handlers.run,
        "inputs": [resume, posting, read, facts, session, drawn_at, *setup],
        "outputs": shown,
        **LONG,
    }
    gr.on(
        [kind.change, model.blur, base_url.blur, key.blur],
        handlers.engine_status, setup, [engine_said, settings], **OWN,
    )  # fmt: skip
    gr.on(
        [kind.change, model.blur, base_url.blur, key.blur, resume.change, read.change],
        handlers.estimate, [resume, posting, read, *setup], estimated, **OWN,
    )  # fmt: skip
    saved.upload(handlers.read_facts, saved, [facts, saved_said], **OWN)
    posting_file.upload(handlers.read_posting, [posting_file, cuts_drawn], box, **OWN)
    posting.blur(handlers.look_at_posting, [posting, read, cuts_drawn], box, **OWN)
    run.click(**tailored).then(None, js=SHOW_FIT)
    for button, on in ((all_in, True), (all_out, False)):
        button.click(handlers.tick_all(on), [session, drawn_at], [session, drawn_at, live], **OWN)
    make.click(handlers.make, session, [made, made_said], **OWN)
    # Files of a document that is no longer the one on the page are not offered.
    drawn_at.change(lambda: ("", ""), None, [made, made_said], **OWN)

    with cut_list:

        @gr.render(inputs=read, triggers=[cuts_drawn.change])  # type: ignore[untyped-decorator]
        def draw_cuts(read_now: Posting | None) -> None:
            drawn.cuts(read_now, posting, read, cuts_drawn, box)

    with gaps:

        @gr.render(inputs=session, triggers=[drawn_at.change])  # type: ignore[untyped-decorator]
        def draw_gaps(visit: Session | None) -> None:
            if visit is not None:
                drawn.gaps(visit, session, facts, drawn_at, setup, shown)

    with cards:

        @gr.render(inputs=session, triggers=[drawn_at.change])  # type: ignore[untyped-decorator]
        def draw_cards(visit: Session | None) -> None:
            if visit is not None:
                drawn.cards(visit, session, drawn_at, [live, made, made_said])

    hand_over = {"box": box, "run": tailored, "upload": upload, "resume_said": resume_said}
    return {**hand_over, "use_example": use_example, "cuts_drawn": cuts_drawn}


def _rank_tab(
    resume: Any, facts: Any, running: Any, bar: Any, working: Any, tabs: Any, tailor: dict[str, Any]
) -> None:
    """Many postings against the resume; uploads of a resume on either tab serve both."""
    postings, offered = gr.State(()), gr.State(())
    _step("", "Rank", "Many postings against your resume: what it supports of each, and why.")
    with gr.Row(elem_classes="v-pair"):
        with gr.Column(min_width=280):
            upload = gr.File(
                label="Your resume, if not given yet", file_types=UPLOADS, type="filepath",
                height=180, elem_id="rank-resume",
            )  # fmt: skip
            resume_said = gr.HTML(view.NO_RESUME, elem_id="rank-resume-said")
        with gr.Column(min_width=280):
            uploads = gr.Files(
                label="Postings: files, or a folder as .zip", height=180, elem_id="rank-files"
            )
            postings_said = gr.HTML(elem_id="rank-files-said")
    pasted = gr.Textbox(
        label="Or paste them, with a line of --- between two",
        lines=5,
        max_lines=12,
        elem_id="rank-pasted",
    )
    go = gr.Button("Rank", variant="primary", elem_id="rank")
    said = gr.HTML(elem_id="rank-said")
    script = (PAGE / "ranking.js").read_text(encoding="utf-8")
    table = gr.HTML(view.ranking(()), js_on_load=script, elem_id="ranking")

    lines = [resume, tailor["resume_said"], resume_said]
    for one in (upload, tailor["upload"]):
        one.upload(handlers.read_resume, one, lines, **OWN)
        one.clear(lambda: (None, view.NO_RESUME, view.NO_RESUME), None, lines, **OWN)
    uploads.upload(rank_handlers.read_postings, uploads, [postings, postings_said], **OWN)
    uploads.clear(lambda: ((), ""), None, [postings, postings_said], **OWN)
    go.click(
        rank_handlers.rank_all, [resume, postings, pasted, facts],
        [offered, running, bar, working, said, table], **LONG,
    )  # fmt: skip
    count, box, run = tailor["cuts_drawn"], tailor["box"], tailor["run"]
    table.select(rank_handlers.chosen, [offered, count], [*box, tabs], **OWN).then(**run).then(
        None, js=SHOW_FIT
    )
    tailor["use_example"].click(handlers.use_example, count, [*lines, *box], **OWN).then(
        **run
    ).then(None, js=SHOW_FIT)


def launch_page(*, port: int = 7860, password: str | None = None, wait: bool = True) -> Any:
    """Serve the page on 127.0.0.1; see `agent.page.serving.serve`."""
    Thread(target=warm, daemon=True).start()
    return serve(build(), port=port, password=password, wait=wait)


if __name__ == "__main__":
    launch_page()
