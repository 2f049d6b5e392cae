"""What a page's schema.org JobPosting metadata states, wherever it is nested and however often
it is escaped."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from agent.models import Stated
from agent.posting.visible import html_to_text


def job_postings(tree: Any) -> Iterator[dict[str, Any]]:
    """Every JobPosting object in the page's JSON-LD, first to last."""
    for script in tree.xpath("//script[contains(translate(@type,'LDJSON','ldjson'),'ld+json')]"):
        raw = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").strip()
        raw = re.sub(r"^//<!\[CDATA\[|//\]\]>$|^<!\[CDATA\[|\]\]>$", "", raw).strip().rstrip(";")
        try:
            linked = json.loads(raw, strict=False)
        except ValueError:
            try:
                linked = json.loads(html.unescape(raw), strict=False)
            except ValueError:
                continue
        yield from _walk(linked, 0)


def _walk(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 8:
        return
    if isinstance(node, list):
        for item in node:
            yield from _walk(item, depth + 1)
    elif isinstance(node, dict):
        kind = node.get("@type", "")
        kinds = kind if isinstance(kind, list) else [kind]
        if any(str(name).rsplit("/", 1)[-1] == "JobPosting" for name in kinds):
            yield node
            return
        for value in node.values():
            if isinstance(value, (dict, list)):
                yield from _walk(value, depth + 1)


def _plain(value: Any) -> str:
    """A JSON-LD value as one line of text."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_plain, value)))
    if isinstance(value, dict):
        return _plain(value.get("name") or value.get("value") or value.get("description") or "")
    return (
        re.sub(r"\s+", " ", html_to_text(_unescaped(str(value)))).strip()
        if value not in (None, "")
        else ""
    )


def _unescaped(text: str) -> str:
    for _ in range(3):
        if not re.search(r"&(?:lt|gt|amp|#\d+|#x[\da-f]+|nbsp|quot|\w{2,8});", text, re.I):
            break
        text = html.unescape(text)
    return text


def linked_text(linked: dict[str, Any]) -> str:
    """The posting's text from its metadata, with a heading before each part but the first."""
    parts: list[str] = []
    for key, heading in (
        ("description", ""),
        ("responsibilities", "Responsibilities:"),
        ("qualifications", "Qualifications:"),
        ("experienceRequirements", "Requirements:"),
        ("educationRequirements", "Requirements:"),
        ("skills", "Skills:"),
    ):
        value = linked.get(key)
        if isinstance(value, list):
            value = "\n".join(str(item) for item in value if isinstance(item, str))
        if not isinstance(value, str) or not value.strip():
            continue
        value = _unescaped(value)
        piece = html_to_text(value.replace("\n", "<br>") if "<" not in value else value).strip()
        if piece and piece not in "\n".join(parts):
            parts.append(f"{heading}\n{piece}" if heading else piece)
    return "\n".join(parts)


def fields(linked: dict[str, Any]) -> dict[str, Stated]:
    """Title, company, place, employment type and pay, where the metadata states them."""
    how = "from the page's JobPosting metadata"
    values = {
        "title": _plain(linked.get("title") or linked.get("name")),
        "company": _plain(linked.get("hiringOrganization")),
        "location": _place(linked.get("jobLocation"))
        or ("Remote" if linked.get("jobLocationType") == "TELECOMMUTE" else ""),
        "employment_type": _plain(linked.get("employmentType")).replace("_", "-").lower(),
        "salary": _salary(linked.get("baseSalary")),
    }
    return {field: Stated(value=value[:200], how=how) for field, value in values.items() if value}


def _place(place: Any) -> str:
    if isinstance(place, list):
        return "; ".join(filter(None, map(_place, place)))
    if not isinstance(place, dict):
        return _plain(place)
    address = place.get("address", place)
    if not isinstance(address, dict):
        return _plain(address)
    parts = [
        _plain(address.get(key)) for key in ("addressLocality", "addressRegion", "addressCountry")
    ]
    return ", ".join(filter(None, parts))


def _salary(base: Any) -> str:
    if not isinstance(base, dict):
        return _plain(base)
    value = base.get("value")
    currency = _plain(base.get("currency"))
    if isinstance(value, dict):
        low, high = _plain(value.get("minValue")), _plain(value.get("maxValue"))
        amount = f"{low}-{high}" if low and high else low or high or _plain(value.get("value"))
        unit = _plain(value.get("unitText")).lower()
        return f"{currency} {amount}{' per ' + unit if unit else ''}".strip() if amount else ""
    return f"{currency} {_plain(value)}".strip() if value else ""
