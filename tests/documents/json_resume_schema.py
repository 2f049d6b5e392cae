"""The shape of JSON Resume 1.0, in the project's own words: what each field holds, and that the
top level and the lists hold nothing else (items may carry further fields)."""

from __future__ import annotations

from typing import Any

_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_DAY = {"type": "string", "pattern": r"^[12]\d{3}(-[01]\d(-[0-3]\d)?)?$"}
_URL = {"type": "string", "format": "uri", "pattern": r"^[a-z]+://\S+$"}


def _list(*, texts: str, lists: str = "", days: str = "", **more: Any) -> dict[str, Any]:
    fields: dict[str, Any] = dict.fromkeys(texts.split(), _TEXT)
    fields |= dict.fromkeys(lists.split(), _TEXTS) | dict.fromkeys(days.split(), _DAY) | more
    return {"type": "array", "items": {"type": "object", "properties": fields}}


SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "$schema": _URL,
        "meta": {"type": "object"},
        "basics": {
            "type": "object",
            "properties": {
                **dict.fromkeys(("name", "label", "image", "phone", "summary"), _TEXT),
                "email": {"type": "string", "pattern": r"^[^@\s]+@[^@\s]+$"},
                "url": _URL,
                "location": {
                    "type": "object",
                    "properties": dict.fromkeys(
                        ("address", "postalCode", "city", "countryCode", "region"), _TEXT
                    ),
                },
                "profiles": _list(texts="network username", url=_URL),
            },
        },
        "work": _list(
            texts="name location description position summary", lists="highlights",
            days="startDate endDate", url=_URL,
        ),
        "volunteer": _list(
            texts="organization position summary", lists="highlights", days="startDate endDate",
            url=_URL,
        ),
        "education": _list(
            texts="institution area studyType score", lists="courses", days="startDate endDate",
            url=_URL,
        ),
        "awards": _list(texts="title awarder summary", days="date"),
        "certificates": _list(texts="name issuer", days="date", url=_URL),
        "publications": _list(texts="name publisher summary", days="releaseDate", url=_URL),
        "skills": _list(texts="name level", lists="keywords"),
        "languages": _list(texts="language fluency"),
        "interests": _list(texts="name", lists="keywords"),
        "references": _list(texts="name reference"),
        "projects": _list(
            texts="name description entity type", lists="highlights keywords roles",
            days="startDate endDate", url=_URL,
        ),
    },
}  # fmt: skip
