"""A resume as a JSON Resume 1.0 document (https://jsonresume.org/schema)."""

from __future__ import annotations

import json
import re
from typing import Any

from agent.models import Dates, Entry, Resume, Section

_SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<!\w)\+?\(?\d[\d ()./-]{5,18}\d(?!\w)")
_LABELS = re.compile(r"(?i)\b(?:e-?mail|phone|tel|mobile|telefon|téléphone|teléfono) ?[:.]")
_LINK = re.compile(r"(?:https?://|www\.)[^\s|,;]+|\b(?:linkedin|github)\.com/[^\s|,;]+", re.I)


def to_json_resume(resume: Resume) -> str:
    """The whole resume in JSON Resume's shape; what has no field of its own goes to `projects`
    and `interests`, so that no line is lost."""
    document: dict[str, Any] = {"$schema": _SCHEMA, "basics": _basics(resume)}
    summaries: list[str] = []
    for section in resume.sections:
        _add(document, summaries, section)
    if summaries:
        document["basics"]["summary"] = "\n".join(summaries)
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _basics(resume: Resume) -> dict[str, Any]:
    basics: dict[str, Any] = {"name": resume.name or ""}
    if resume.headline:
        basics["label"] = resume.headline
    links: list[str] = []
    address: list[str] = []
    for piece in re.split(r"\s[|•·]\s|\n|\t", "\n".join(resume.contacts)):
        left = piece
        for key, pattern in (("email", _EMAIL), ("phone", _PHONE)):
            found = pattern.search(left)
            if found and key not in basics:
                basics[key] = found.group().strip()
                left = left.replace(found.group(), " ")
        links += _LINK.findall(left)
        left = _LABELS.sub("", _LINK.sub(" ", left)).strip(" ,;:|·•")
        if len(left) > 2:
            address.append(left)
    if links:
        urls = [link if link.startswith("http") else f"https://{link}" for link in links]
        basics["url"] = urls[0]
        if urls[1:]:
            basics["profiles"] = [{"url": url} for url in urls[1:]]
    if address:
        basics["location"] = {"address": ", ".join(address)}
    return basics


def _add(document: dict[str, Any], summaries: list[str], section: Section) -> None:
    for entry in section.entries:
        lines = [bullet.text for bullet in entry.bullets]
        kind = section.kind
        if kind == "summary":
            summaries += [*([entry.heading.replace("\n", ", ")] if entry.heading else []), *lines]
        elif kind in ("experience", "volunteering"):
            key, employer = (
                ("work", "name") if kind == "experience" else ("volunteer", "organization")
            )
            item = {employer: entry.employer, "position": entry.title, **_dates(entry.dates)}
            if kind == "experience":
                item["location"] = entry.location
            elif entry.location:
                lines = [entry.location, *lines]
            _append(document, key, {**item, "highlights": lines})
        elif kind == "education" and (entry.title or entry.employer):
            item = {"institution": entry.employer, "studyType": entry.title, **_dates(entry.dates)}
            _append(document, "education", {**item, "courses": lines})
        elif kind == "skills":
            for line in lines:
                label, colon, words = line.partition(":")
                name = label if colon and words.strip() and len(label) < 40 else ""
                keywords = _words(words if name else line)
                _append(
                    document,
                    "skills",
                    {
                        "name": name or keywords[0],
                        "keywords": keywords if name or len(keywords) > 1 else [],
                    },
                )
            if entry.heading:
                _append(document, "skills", {"name": entry.heading})
        elif kind == "languages":
            for line in lines:
                name, _, level = re.sub(r"[()–—:-]", "|", line, count=1).partition("|")
                _append(
                    document, "languages", {"language": name.strip(), "fluency": level.strip(" )|")}
                )
        elif kind in ("certifications", "awards", "publications"):
            _add_titled(document, kind, entry, lines)
        elif kind == "other" and not entry.heading:
            _append(document, "interests", {"name": section.heading, "keywords": lines})
        else:
            name = entry.title or entry.heading.replace("\n", ", ") or section.heading
            item = {"name": name, "entity": entry.employer, **_dates(entry.dates)}
            _append(document, "projects", {**item, "highlights": lines})


def _add_titled(document: dict[str, Any], kind: str, entry: Entry, lines: list[str]) -> None:
    key, name, by, day = {
        "certifications": ("certificates", "name", "issuer", "date"),
        "awards": ("awards", "title", "awarder", "date"),
        "publications": ("publications", "name", "publisher", "releaseDate"),
    }[kind]
    point = entry.dates and (entry.dates.end or entry.dates.start)
    if entry.heading:
        title = entry.title or entry.heading.replace("\n", ", ")
        item = {name: title, by: entry.employer, day: point}
        if kind != "certifications":
            item["summary"] = "\n".join(lines)
            lines = []
        _append(document, key, item)
    for line in lines:
        _append(document, key, {name: line})


def _append(document: dict[str, Any], key: str, item: dict[str, Any]) -> None:
    document.setdefault(key, []).append({k: v for k, v in item.items() if v})


def _words(line: str) -> list[str]:
    """'AWS (EC2, S3), Go' -> ['AWS (EC2, S3)', 'Go']."""
    words = [word.strip() for word in re.split(r"[,;•·|](?![^()]*\))", line)]
    return [word for word in words if word] or [line]


def _dates(dates: Dates | None) -> dict[str, str | None]:
    if dates is None:
        return {}
    return {"startDate": dates.start, "endDate": dates.end}
