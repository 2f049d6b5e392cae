"""A resume as new Markdown or plain text, in the plain form that `read_resume` reads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.documents.page import Row, page_rows
from agent.documents.plain import plain_text, read_plain
from agent.models import Resume


def to_markdown(resume: Resume) -> str:
    """The whole resume as Markdown: `# Name`, `## Section`, `### Title — Employer (dates)`."""
    return _markdown(page_rows(resume, lambda rows: read_plain(_markdown(rows)), joined=True))


def to_text(resume: Resume) -> str:
    """The whole resume as plain text, section names in capitals."""
    return _text(page_rows(resume, lambda rows: read_plain(_text(rows)), joined=True))


def _markdown(rows: Sequence[Row]) -> str:
    out: list[str] = []
    above = ""
    for row in rows:
        text = escaped(" ".join(row.text.split()))
        dates = f" ({row.aside})" if row.aside else ""
        if row.kind == "name":
            out.append(f"# {text}" if not row.text.startswith("Name: ") else f"{text}  ")
        elif row.kind in ("headline", "contact"):
            out.append(f"{text}  ")
        elif row.kind == "section":
            out.append(f"\n## {text}")
        elif row.kind == "heading":
            out.append(f"\n### {text}{dates}")
        elif row.kind == "more":
            out.append(f"#### {text}{dates}")
        elif row.kind == "item":
            out.append(f"- {text}")
        else:
            out.append(f"\n{text}")
        if row.kind == "item" and above == "text":
            out[-1] = "\n" + out[-1]
        above = row.kind
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip() + "\n"


def _text(rows: Sequence[Row]) -> str:
    out: list[str] = []
    above = ""
    for row in rows:
        text = " ".join(row.text.split())
        if row.kind == "section":
            out.append(f"\n{text.upper()}")
        elif row.kind == "heading":
            out.append(f"\n{text}" + (f" ({row.aside})" if row.aside else ""))
        elif row.kind == "item":
            out.append(f"- {text}")
        elif row.kind == "text" and above != "text":
            out.append(f"\n{text}")
        else:
            out.append(text)
        above = row.kind
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip() + "\n"


def escaped(text: str) -> str:
    """`text` written so that Markdown shows it as it is."""
    if plain_text(text) != text or re.search(r"\\[\W_]", text):
        text = re.sub(r"([\\*_\[\]`])", r"\\\1", text)
    text = re.sub(r"^([#>+*-])(?=[\s#])", r"\\\1", text)
    return re.sub(r"^(\d{1,2})([.)])(?=\s)", r"\1\\\2", text)
