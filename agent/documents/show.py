"""What was understood of a resume, as an applicant tracking system would see it."""

from __future__ import annotations

from agent.models import Resume


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
                fields = (
                    ("title", entry.title),
                    ("employer", entry.employer),
                    ("place", entry.location),
                    ("dates", entry.dates.text if entry.dates else None),
                )
                out.append("  " + "; ".join(f"{name}: {words}" for name, words in fields if words))
            out += [f"    {'-' if b.listed else ' '} {b.text}" for b in entry.bullets]
    if resume.warnings:
        out.append("\nWarnings")
        out += [f"  ! {warning}" for warning in resume.warnings]
    return "\n".join(out) + "\n"
