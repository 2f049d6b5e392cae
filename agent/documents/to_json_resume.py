"""A resume as a new JSON Resume 1.0 document (https://jsonresume.org/schema)."""

from __future__ import annotations

import json
import re
from typing import Any

from agent.documents.json_resume import NAMED, Shape, read_item
from agent.documents.page import SECTION_NAMES, heading_parts
from agent.models import Dates, Entry, Resume, Section

_SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<!\w)\+?\(?\d[\d ()./-]{5,18}\d(?!\w)")
_LABELS = re.compile(r"(?i)\b(?:e-?mail|phone|tel|mobile|telefon|téléphone|teléfono) ?[:.]")
_LINK = re.compile(r"(?:https?://|www\.)[^\s|,;]+|\b(?:linkedin|github)\.com/[^\s|,;]+", re.I)


def to_json_resume(resume: Resume) -> str:
    """The whole resume in JSON Resume's shape.

    Every line is in it. What the fields of an entry don't hold stands in `heading`, in the words of
    the resume; a section that JSON Resume doesn't have is in `projects`, with its name in
    `section`. The schema allows both.
    """
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
    kind = section.kind
    headed = any(entry.heading for entry in section.entries)
    if kind == "summary" and not headed:
        summaries += [bullet.text for entry in section.entries for bullet in entry.bullets]
    elif kind in ("skills", "languages") and not headed:
        item_of = _skill if kind == "skills" else _language
        for entry in section.entries:
            for bullet in entry.bullets:
                _append(document, kind, item_of(" ".join(bullet.text.split())))
    elif kind in NAMED and NAMED[kind].date and not headed:
        shape = NAMED[kind]
        for entry in section.entries:
            for bullet in entry.bullets:
                _append(document, shape.key, {shape.title[0]: bullet.text})
    elif kind in NAMED:
        for entry in section.entries:
            _append(document, NAMED[kind].key, _item(entry, NAMED[kind]))
    else:
        name = section.heading.strip(" :") or SECTION_NAMES[kind]
        for entry in section.entries:
            _append(document, "projects", {**_item(entry, NAMED["projects"]), "section": name})


def _item(entry: Entry, shape: Shape) -> dict[str, Any]:
    """One entry in its list's fields, with its heading as it stood where they don't hold all."""
    dates = entry.dates
    item: dict[str, Any] = {
        shape.title[0]: entry.title or (entry.heading.replace("\n", ", ") * (not entry.employer)),
        shape.employer[0]: entry.employer,
        "location": entry.location,
    }
    if shape.date:
        item[shape.date[0]] = dates and (dates.end or dates.start)
    elif dates is not None:
        item |= {"startDate": dates.start, "endDate": dates.end}
    item[shape.lists[0]] = [bullet.text for bullet in entry.bullets]
    again = read_item({key: value for key, value in item.items() if value}, shape)
    if entry.heading and (
        again[:3] != (entry.title, entry.employer, entry.location)
        or _when(again.dates) != _when(dates)
        or heading_parts(entry).rest
    ):
        item["heading"] = entry.heading
    return item


def _when(dates: Dates | None) -> tuple[object, ...] | None:
    return None if dates is None else (dates.start, dates.end, dates.current, dates.expected)


def _skill(line: str) -> dict[str, Any]:
    """'Care: triage, wound care' -> a name and keywords, if the line reads the same again."""
    label, colon, words = line.partition(": ")
    keywords = _words(words if colon else line)
    if len(keywords) > 1 or colon:
        if colon and f"{label}: {', '.join(keywords)}" == line and label not in keywords[:1]:
            return {"name": label, "keywords": keywords}
        if ", ".join(keywords) == line:
            return {"name": keywords[0], "keywords": keywords}
    return {"name": line}


def _language(line: str) -> dict[str, Any]:
    match = re.fullmatch(r"([^()]+) \(([^()]+)\)", line)
    return {"language": match[1], "fluency": match[2]} if match else {"language": line}


def _append(document: dict[str, Any], key: str, item: dict[str, Any]) -> None:
    kept = {field: value for field, value in item.items() if value}
    if kept:
        document.setdefault(key, []).append(kept)


def _words(line: str) -> list[str]:
    """'AWS (EC2, S3), Go' -> ['AWS (EC2, S3)', 'Go']."""
    words = [word.strip() for word in re.split(r"[,;•·|](?![^()]*\))", line)]
    return [word for word in words if word] or [line]
