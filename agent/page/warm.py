"""What the page does, done once before anybody waits for it.

Imports, word lists and templates are loaded on first use, which takes longer than any run after it.
"""

from __future__ import annotations

import asyncio
import gc
from contextlib import suppress

from agent.documents import read_resume
from agent.engines.offline import OfflineEngine
from agent.errors import MissingExtra
from agent.page import files, view
from agent.page import session as visits


def warm() -> None:
    """Tailor the bundled example, draw it, and write and read it as PDF, all in memory."""
    resume, posting = files.example()
    visit = asyncio.run(visits.begin(resume, posting, engine=OfflineEngine()))
    view.live(visit, visits.outcome(visit).score)
    visit.result.render("docx", tracked=True)
    with suppress(MissingExtra):
        content, _ = visit.result.render("pdf")
        read_resume(content, name="resume.pdf")
    # Word lists stay as long as the process: a collector that walks them again and again during a
    # run takes longer than writing the document.
    gc.collect()
    gc.freeze()
