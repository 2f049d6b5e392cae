"""Sentences for the person: what could not be understood, and what a tracking system may miss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from agent.documents.lines import Line
from agent.models import Section


def cautions(lines: Sequence[Line], sections: Sequence[Section]) -> tuple[str, ...]:
    """Warnings about a resume as it was read.

    Args:
        lines: every visible line.
        sections: what they were understood as.
    """
    return (*_of_sections(sections), *_of_places(lines))


def _of_sections(sections: Sequence[Section]) -> list[str]:
    said: list[str] = []
    jobs = [
        entry for section in sections if section.kind == "experience" for entry in section.entries
    ]
    if not jobs:
        said.append(
            "No work experience section was found; what could be read was kept in other sections."
        )
    if jobs and not any(job.dates for job in jobs):
        said.append("No dates were found for any job, so years of experience can't be counted.")
    for job in jobs:
        if not job.heading and job.bullets:
            said.append(
                f"{_count(len(job.bullets), 'line')} of the experience section "
                f"({_start(job.bullets[0].text)}) could not be tied to a job and stay as they are."
            )
        elif job.heading and job.dates and not job.employer:
            said.append(f"No employer was recognised in the heading {_start(job.heading)}.")
        elif job.heading and job.dates and not job.title:
            said.append(f"No job title was recognised in the heading {_start(job.heading)}.")
    said += [
        f"The heading {_start(section.heading)} is not a section name that is known; its lines are "
        "kept under it."
        for section in sections
        if section.kind == "other" and section.heading and _unknown(section)
    ]
    return said


def _unknown(section: Section) -> bool:
    from agent.documents.sections import section_kind

    return section_kind(section.heading) is None


def _of_places(lines: Sequence[Line]) -> list[str]:
    said: list[str] = []
    boxed = sum(line.place == "textbox" for line in lines)
    if boxed:
        said.append(
            f"{_count(boxed, 'line')} stand in text boxes, which many tracking systems don't read."
        )
    if any(line.place == "header" and len(line.text) > 3 for line in lines):
        said.append("Text stands in the page header, which many tracking systems don't read.")
    cells = {line.cell for line in lines if line.cell}
    if len(cells) > 3:
        said.append("The layout uses tables; some tracking systems mix up their columns.")
    for reason, number in Counter(line.locked for line in lines if line.locked).most_common():
        said.append(f"{_count(number, 'line')} can't be edited in the file: {reason}")
    return [sentence if sentence.endswith(".") else f"{sentence}." for sentence in said]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _start(text: str) -> str:
    text = " / ".join(text.split("\n"))
    return repr(text if len(text) <= 50 else text[:47].rsplit(" ", 1)[0] + " ...")
