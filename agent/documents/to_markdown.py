"""A resume as Markdown: `# Name`, `## Section`, `### Title — Employer (dates)`, `- bullet`."""

from __future__ import annotations

import re
from typing import NamedTuple

from agent.models import Entry, Resume

SECTION_NAMES = {
    "summary": "Summary",
    "experience": "Experience",
    "education": "Education",
    "skills": "Skills",
    "certifications": "Certifications",
    "projects": "Projects",
    "languages": "Languages",
    "volunteering": "Volunteering",
    "publications": "Publications",
    "awards": "Awards",
    "other": "More",
}


class Head(NamedTuple):
    """An entry's heading as a new document shows it."""

    title: str
    employer: str
    location: str
    dates: str
    rest: str
    """Words of the original heading that none of the four holds."""


def entry_head(entry: Entry) -> Head:
    """The heading of an entry in parts; no word of the original is lost."""
    title, employer = entry.title or "", entry.employer or ""
    location, dates = entry.location or "", entry.dates.text if entry.dates else ""
    rest = entry.heading
    for part in sorted((title, employer, location, dates), key=len, reverse=True):
        if part and part in rest:
            rest = rest.replace(part, "\t", 1)
    pieces = [piece.strip(" ,;:|()[]–—-·•/@.") for piece in re.split(r"[\t\n|]+", rest)]
    noise = {"at", "@", "from", "to", "bei", "chez", "en", "bij", "von", "de", "of", "and", "und"}
    kept = [piece for piece in pieces if piece and piece.lower() not in noise]
    return Head(title, employer, location, dates, " · ".join(kept))


def heading_line(entry: Entry) -> str:
    """'Title — Employer, Place (dates)' with what there is."""
    head = entry_head(entry)
    where = ", ".join(part for part in (head.employer, head.location) if part)
    line = " — ".join(part for part in (head.title, where) if part)
    if head.rest:
        line = f"{line} | {head.rest}" if line else head.rest
    return f"{line} ({head.dates})" if head.dates else line


def to_markdown(resume: Resume) -> str:
    """The whole resume as Markdown, in the plain form that `read_resume` reads."""
    out: list[str] = []
    if resume.name:
        out.append(f"# {resume.name}")
    if resume.headline:
        out.append(resume.headline)
    out += [f"{contact}  " for contact in resume.contacts]
    for section in resume.sections:
        out.append(f"\n## {section.heading.strip(' :') or SECTION_NAMES[section.kind]}")
        for entry in section.entries:
            if entry.heading:
                out.append(f"\n### {heading_line(entry)}")
            else:
                out.append("")
            for bullet in entry.bullets:
                out.append(f"- {bullet.text}" if bullet.listed else f"{bullet.text}\n")
    text = "\n".join(out)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def to_text(resume: Resume) -> str:
    """The whole resume as plain text."""
    out: list[str] = [line for line in (resume.name, resume.headline, *resume.contacts) if line]
    for section in resume.sections:
        out.append(f"\n{(section.heading.strip(' :') or SECTION_NAMES[section.kind]).upper()}")
        for entry in section.entries:
            if entry.heading:
                out.append(f"\n{heading_line(entry)}")
            out += [f"- {b.text}" if b.listed else b.text for b in entry.bullets]
    return "\n".join(out).strip() + "\n"
