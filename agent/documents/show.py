"""What was understood of a resume, as an applicant tracking system would see it."""

from __future__ import annotations

from agent.documents.docx_warnings import docx_warnings
from agent.models import Entry, Resume


def describe(resume: Resume) -> str:
    """A readable outline: name, sections, entries with their dates, lines, and the warnings."""
    out = [f"Name: {resume.name or '(not found)'}"]
    if resume.headline:
        out.append(f"Headline: {resume.headline}")
    out += [f"Contact: {contact}" for contact in resume.contacts]
    out.append(f"Language: {resume.language}")
    for section in resume.sections:
        out.append(f"\n{section.heading.strip(' :') or '(no heading)'} [{section.kind}]")
        for entry in section.entries:
            if entry.heading:
                out.append(f"  {entry.id}  {_heading(entry)}")
            for bullet in entry.bullets:
                locked = f"  (can't be edited: {bullet.locked})" if bullet.locked else ""
                out.append(f"    {bullet.id}  {'- ' if bullet.listed else ''}{bullet.text}{locked}")
    source = resume.source
    in_word = docx_warnings(source.content) if source and source.format == "docx" else []
    warnings = [*resume.warnings, *in_word]
    if warnings:
        out.append("\nWhat to know")
        out += [f"  ! {warning}" for warning in warnings]
    return "\n".join(out) + "\n"


def _heading(entry: Entry) -> str:
    dates = entry.dates
    period = ""
    if dates is not None:
        start, end = dates.start or "", "now" if dates.current else dates.end or ""
        understood = " to ".join(dict.fromkeys(point for point in (start, end) if point))
        period = f"{dates.text} = {understood}" if understood else dates.text
        period += " (expected)" if dates.expected else ""
    fields = (
        ("title", entry.title),
        ("employer", entry.employer),
        ("place", entry.location),
        ("dates", period),
    )
    said = "; ".join(f"{name}: {words}" for name, words in fields if words)
    return said or entry.heading.replace("\n", " / ")
