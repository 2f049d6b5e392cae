"""What the buttons of the Rank tab do."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from agent.errors import AgentError, NothingToDo
from agent.models import Fact
from agent.page import view
from agent.page.handlers import posting_shown, there
from agent.page.ranking import Offered, Row, opened, pasted, rank_offered
from agent.page.running import start, steps
from agent.page.serving import gr
from agent.pipeline import OnProgress
from agent.posting import read_posting

Ranked = tuple[Any, ...]
"""Postings, running, bar, working line, sentence, table."""


def read_postings(paths: list[str] | None) -> tuple[tuple[Offered, ...], str]:
    """Uploaded postings, kept in memory and deleted from disk."""
    try:
        found = opened(paths or [])
    except AgentError as error:
        return (), view.problem(error)
    return found, view.sentences([f"{len(found)} postings read."])


def rank_all(
    resume: Any, uploaded: tuple[Offered, ...], text: str, facts: tuple[Fact, ...]
) -> Iterator[Ranked]:
    """The table as it fills, best first."""
    offered = (*uploaded, *pasted(text))
    rows: list[Row] = []

    async def ranked(tell: OnProgress) -> list[Row]:
        return await rank_offered(there(resume), offered, rows, facts=facts, on_progress=tell)

    running, begun = start(ranked), time.monotonic()
    shown = begun
    hidden = gr.Row(visible=False)
    try:
        for one in steps(running):
            now = time.monotonic()
            if isinstance(one, list):
                said = view.sentences([f"{len(one)} postings ranked, best first."])
                yield offered, None, hidden, "", said, view.ranking(one)
            elif one is not None and now - shown > 1:
                shown = now
                bar = view.working(one, now - begun)
                yield (
                    offered,
                    running,
                    gr.Row(visible=True),
                    bar,
                    "",
                    view.ranking(rows),
                )
    except AgentError as error:
        yield offered, None, hidden, "", view.problem(error), view.ranking(rows)


def chosen(offered: tuple[Offered, ...], count: int, picked: gr.EventData) -> tuple[Any, ...]:
    """One ranked posting in the box of the other tab, and that tab in front.

    Raises:
        NothingToDo: the table is older than what it was made of.
    """
    number = int(picked.number)
    if not 0 <= number < len(offered):
        raise NothingToDo("This posting is gone.", hint="Rank again.")
    return (
        *posting_shown(read_posting(offered[number].content), count),
        gr.Tabs(selected="tailor"),
    )
