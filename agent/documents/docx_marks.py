"""Word's marks for a tracked insertion or deletion (ECMA-376 part 1, §17.13.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import NamedTuple

from lxml import etree

from agent.documents.docx_package import Element, w
from agent.documents.docx_text import RUN, T

AUTHOR = "Vouched"


class Mark(NamedTuple):
    """Who changed it and when, and the numbers still free for marks."""

    date: str
    """ISO 8601 in UTC, to the second: '2026-11-23T09:00:00Z'."""
    ids: Iterator[int]

    def attributes(self) -> dict[str, str]:
        """What every mark carries; its id is used up."""
        return {
            w("id"): str(next(self.ids)),
            w("author"): AUTHOR,
            w("date"): self.date,
        }


def apart(mark: Mark) -> Mark:
    """The same mark, two minutes earlier.

    LibreOffice joins marks of one author within a minute, even over the end of a paragraph: an
    edit and a move side by side would be rejected as one and take that end with them.
    """
    earlier = datetime.fromisoformat(mark.date) - timedelta(minutes=2)
    return mark._replace(date=stamp(earlier))


def stamp(when: datetime) -> str:
    """A date as Word writes it, in UTC to the second."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def free_ids(roots: Iterable[Element]) -> Iterator[int]:
    """Numbers above every annotation's in these parts."""
    numbers = (node.get(w("id"), "") for root in roots for node in root.iter("*"))
    used = [int(number) for number in numbers if re.fullmatch(r"\d{1,9}", number)]
    return count(max(used, default=0) + 1)


def mark_deleted(runs: Sequence[Element], mark: Mark) -> list[Element]:
    """Wraps runs where they stand in `w:del`, neighbours together; returns the wrappers."""
    for run in runs:
        for node in run.iterchildren(T):
            node.tag = w("delText")
    return _wrap(runs, "del", mark)


def inserted(runs: Sequence[Element], mark: Mark) -> list[Element]:
    """New runs inside one `w:ins`; nothing for no runs."""
    if not runs:
        return []
    wrapper = etree.Element(w("ins"), mark.attributes())
    wrapper.extend(runs)
    return [wrapper]


def mark_inserted(runs: Sequence[Element], mark: Mark) -> list[Element]:
    """Wraps runs where they stand in `w:ins`, neighbours together; returns the wrappers."""
    return _wrap(runs, "ins", mark)


def mark_paragraph(paragraph: Element, kind: str, mark: Mark) -> None:
    """Marks the end of a paragraph as inserted ('ins') or deleted ('del')."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    look = properties.find(w("rPr"))
    if look is None:
        look = etree.Element(w("rPr"))
        # The schema puts rPr before these two and after everything else.
        last = [n for n in properties if n.tag not in (w("sectPr"), w("pPrChange"))]
        properties.insert(len(last), look)
    look.insert(0, etree.Element(w(kind), mark.attributes()))


def own_runs(paragraph: Element) -> list[Element]:
    """The runs of a paragraph, also in links, but not those of text boxes in it."""
    return [
        run for run in paragraph.iter(RUN) if next(run.iterancestors(w("p")), None) is paragraph
    ]


def _wrap(runs: Sequence[Element], kind: str, mark: Mark) -> list[Element]:
    wrappers: list[Element] = []
    for run in runs:
        if wrappers and run.getprevious() is wrappers[-1]:
            wrappers[-1].append(run)
            continue
        wrapper = etree.Element(w(kind), mark.attributes())
        run.addprevious(wrapper)
        wrapper.append(run)
        wrappers.append(wrapper)
    return wrappers
