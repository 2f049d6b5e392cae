"""The page: `vouched serve`, or `python app.py`. It lays out what `agent.page` makes and decides
nothing itself.
"""

from __future__ import annotations

from importlib.resources import files
from threading import Thread
from typing import Any

from agent.models import Posting
from agent.page import handlers, rank_handlers, view
from agent.page.api import ENDPOINTS
from agent.page.engine import status
from agent.page.serving import gr, serve
from agent.page.session import Session
from agent.page.warm import warm

UPLOADS = [".docx", ".pdf", ".md", ".txt", ".json"]
POSTINGS = [".html", ".htm", ".txt", ".md", ".docx", ".pdf", ".eml"]
NOWHERE = "Nowhere in particular"
MOST_CUTS = 40
OPEN_GAPS = 3
# Listeners of the page itself: not part of the API, and without Gradio's own progress veil.
OWN: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
LONG: dict[str, Any] = {**OWN, "concurrency_limit": 4, "concurrency_id": "run"}
HEAD = (
    "<header class='v-head'><h1>Vouched</h1><p>Your resume, rewritten for one job. Every changed "
    "line rests on your own history. What your history does not support is said as a gap, never "
    "filled.</p></header>"
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
    drawn = gr.State(0)

    _step("1", "Start", "Nothing is kept, and offline nothing leaves this machine.")
    with gr.Row(elem_classes="v-pair"):
        with gr.Column(min_width=280):
            upload = gr.File(
                label="Your resume: Word, PDF, text",
                file_types=UPLOADS, type="filepath", height=168, elem_id="resume",
            )  # fmt: skip
            resume_said = gr.HTML(elem_id="resume-said")
            use_example = gr.Button("Try it with an example", elem_id="use-example")
            with gr.Accordion("Statements you saved earlier", open=False):
                saved = gr.File(label="statements.json", file_types=[".json"], height=110)
                saved_said = gr.HTML()
        with gr.Column(min_width=280):
            posting = gr.Textbox(
                label="The posting, as text you can edit", lines=9, max_lines=9,
                placeholder="Paste the whole posting here", elem_id="posting",
            )  # fmt: skip
            posting_said = gr.HTML(elem_id="posting-said")
            posting_file = gr.UploadButton(
                "Open its saved page or file instead", file_types=POSTINGS, type="filepath",
                elem_id="posting-file",
            )  # fmt: skip
            with gr.Accordion("What was left out of the page", open=False, elem_id="cuts"):
                cuts = gr.Column()
    with gr.Accordion("Who proposes the wording", open=False, elem_id="engine"):
        kind = gr.Radio(["Offline", "LLM"], value="Offline", label="Engine")
        with gr.Column(visible=False) as settings:
            with gr.Row():
                model = gr.Textbox(label="Model", placeholder="gpt-5-mini", elem_id="model")
                base_url = gr.Textbox(
                    label="Server", placeholder="https://api.openai.com/v1", elem_id="server"
                )
                key = gr.Textbox(
                    label="Key, in this visit's memory only", type="password", elem_id="key"
                )
            estimate = gr.Button("Estimate calls, tokens and cost", elem_id="estimate")
            estimate_said = gr.HTML(elem_id="estimated")
    engine_said = gr.HTML(view.engine_line(status("Offline", "", "", "")), elem_id="engine-said")
    run = gr.Button("Tailor my resume", variant="primary", elem_id="run")
    said = gr.HTML(elem_id="said")

    with gr.Column(visible=False) as rest:
        _step("2", "Fit", "What the posting asks for, and what in your resume supports it.")
        fit = gr.HTML(elem_id="fit")
        gaps = gr.Column(elem_id="gaps")
        with gr.Accordion("Every requirement", open=True, elem_id="every"):
            table = gr.HTML(elem_id="requirements")
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
    shown = [session, drawn, running, bar, working, said, rest, fit, table, live]
    box = [posting, read, posting_said, cuts_drawn]
    tailored: dict[str, Any] = {
        "fn": handlers.run,
        "inputs": [resume, posting, read, facts, session, drawn, *setup],
        "outputs": shown,
        **LONG,
    }
    gr.on(
        [kind.change, model.blur, base_url.blur, key.blur],
        handlers.engine_status, setup, [engine_said, settings], **OWN,
    )  # fmt: skip
    estimate.click(handlers.estimate, [resume, posting, read, *setup], estimate_said, **OWN)
    saved.upload(handlers.read_facts, saved, [facts, saved_said], **OWN)
    posting_file.upload(handlers.read_posting, [posting_file, cuts_drawn], box, **OWN)
    posting.blur(handlers.look_at_posting, [posting, read, cuts_drawn], box, **OWN)
    run.click(**tailored).then(None, js=SHOW_FIT)
    for button, on in ((all_in, True), (all_out, False)):
        button.click(handlers.tick_all(on), [session, drawn], [session, drawn, live], **OWN)
    make.click(handlers.make, session, [made, made_said], **OWN)

    with cuts:

        @gr.render(inputs=read, triggers=[cuts_drawn.change])  # type: ignore[untyped-decorator]
        def draw_cuts(read_now: Posting | None) -> None:
            _cuts(read_now, posting, read, cuts_drawn, box)

    with gaps:

        @gr.render(inputs=session, triggers=[drawn.change])  # type: ignore[untyped-decorator]
        def draw_gaps(visit: Session | None) -> None:
            if visit is not None:
                _gaps(visit, session, facts, drawn, setup, shown)

    with cards:

        @gr.render(inputs=session, triggers=[drawn.change])  # type: ignore[untyped-decorator]
        def draw_cards(visit: Session | None) -> None:
            if visit is not None:
                _cards(visit, session, drawn, live)

    hand_over = {"box": box, "run": tailored, "upload": upload, "resume_said": resume_said}
    return {**hand_over, "use_example": use_example, "cuts_drawn": cuts_drawn}


def _cuts(read_now: Posting | None, posting: Any, read: Any, count: Any, box: list[Any]) -> None:
    """Each stretch that was cut, with a button that puts it back."""
    cut = read_now.cut if read_now else ()
    if not cut:
        gr.HTML(view.sentences(["Nothing was left out."]))
    for one in cut[:MOST_CUTS]:
        with gr.Row(elem_classes="v-cut-row"):
            gr.HTML(view.cut_line(one))
            back = gr.Button("Put back", scale=0, min_width=96)
        back.click(handlers.restore(one), [posting, read, count], box, **OWN)


def _cards(visit: Session, session: Any, drawn: Any, live: Any) -> None:
    """New orders of lines, proven changes, then what was refused."""
    for move in visit.result.moves:
        id = move.entry_id
        with gr.Column(elem_classes="v-review"):
            box = _tick(view.move_label(visit, move), id, visit)
        _on_tick(box, id, session, live)
    if not (visit.changes or visit.result.moves):
        gr.HTML(view.no_changes())
    refused = [change for change in visit.changes if change.status == "reverted"]
    for change in visit.changes:
        if change.status != "reverted":
            with gr.Column(elem_classes="v-review"):
                box = _tick("Use this change", change.bullet_id, visit)
                gr.HTML(view.card(visit, change))
                _wording(change, session, drawn, live)
            _on_tick(box, change.bullet_id, session, live)
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


def _wording(change: Any, session: Any, drawn: Any, live: Any) -> None:
    """A field to word a line oneself, verified when it is left."""
    id, again = change.bullet_id, [session, drawn, live]
    with gr.Accordion("Word it myself", open=False, elem_id=f"word-{id}"):
        text = gr.Textbox(
            value=change.after, label="Your wording", lines=2, interactive=True,
            elem_id=f"edit-{id}",
        )  # fmt: skip
        checked = gr.HTML(elem_id=f"checked-{id}")
        with gr.Row(elem_classes="v-buttons"):
            save = gr.Button("Use my wording", elem_id=f"save-{id}")
            true = gr.Button("This is true", elem_id=f"true-{id}")
    text.blur(handlers.check_wording(id), [session, text], checked, **OWN)
    save.click(handlers.use_wording(id), [session, drawn, text], again, **OWN)
    true.click(handlers.state_wording(id), [session, drawn, text], again, **OWN)


def _on_tick(box: Any, id: str, session: Any, live: Any) -> None:
    """Take the decision at once, then work out what it makes of the document.

    The first must be quick and outside the queue: whatever is clicked next has to see it.
    """
    box.input(handlers.tick(id), [session, box], session, queue=False, **OWN).then(
        handlers.show_live, session, live, **OWN
    )


def _gaps(
    visit: Session, session: Any, facts: Any, drawn: Any, setup: list[Any], shown: list[Any]
) -> None:
    """Each open gap with its question, answerable in place; then the statements made so far."""
    places = view.places(visit)
    if visit.open_gaps or visit.facts:
        gr.HTML(view.gaps_head(visit))
    for number, gap in enumerate(visit.open_gaps):
        id = gap.requirement.id
        suggested = [name for name, e in places.items() if e in gap.suggested_entry_ids]
        with (
            gr.Column(elem_classes="v-gap"),
            gr.Accordion(gap.question, open=number < OPEN_GAPS, elem_id=f"gap-{id}"),
        ):
            gr.HTML(view.asked_by(gap))
            with gr.Row():
                where = gr.Dropdown(
                    [*places, NOWHERE], value=suggested[0] if suggested else NOWHERE,
                    label="Yes, at", interactive=True, scale=2, min_width=240,
                    elem_id=f"at-{id}",
                )  # fmt: skip
                words = gr.Textbox(
                    label="What you did, in one sentence", interactive=True, scale=3,
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
                height=150, elem_id="rank-resume",
            )  # fmt: skip
            resume_said = gr.HTML(elem_id="rank-resume-said")
        with gr.Column(min_width=280):
            uploads = gr.Files(
                label="Postings: files, or a folder as .zip", height=150, elem_id="rank-files"
            )
            postings_said = gr.HTML(elem_id="rank-files-said")
    pasted = gr.Textbox(
        label="Or paste them, with a line of --- between two", lines=5, elem_id="rank-pasted"
    )
    go = gr.Button("Rank", variant="primary", elem_id="rank")
    said = gr.HTML(elem_id="rank-said")
    script = (files("agent") / "page" / "ranking.js").read_text(encoding="utf-8")
    table = gr.HTML(view.ranking(()), js_on_load=script, elem_id="ranking")

    lines = [resume, tailor["resume_said"], resume_said]
    for one in (upload, tailor["upload"]):
        one.upload(handlers.read_resume, one, lines, **OWN)
        one.clear(lambda: (None, "", ""), None, lines, **OWN)
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
