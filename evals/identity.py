"""Whether a document is still that person's: name, titles, employers, dates and degrees, each as
the resume has it, none lost and none added."""

from __future__ import annotations

import re

from agent.language.text import fold
from agent.models import Check, Dates, Entry, Resume


def identity_faults(original: Resume, document: Resume, checked: Check) -> tuple[str, ...]:
    """What of a person's identity a document changes, adds or loses, a sentence each.

    Compared by words, so that a document of another format ('Nurse, Mercy' for 'Nurse — Mercy') is
    not blamed for its layout.

    Args:
        original: the person's resume.
        document: the resume as it is handed out.
        checked: of `document` against `original`; its identity findings are what is changed or
            added.
    """
    changed = [finding.reason for finding in checked.identity]
    blamed = {evidence.source_id for f in checked.identity for evidence in f.evidence}
    lost = [
        f"The document has no entry {entry.heading!r} with its dates."
        for entry in original.entries()
        if _stated(entry)
        and entry.id not in blamed
        and not any(_shows(other, entry) for other in document.entries())
    ]
    if original.name and not _words(original.name) <= _words(document.name or ""):
        lost.append("The document does not have the person's name.")
    return tuple(dict.fromkeys((*changed, *lost)))


def _shows(shown: Entry, entry: Entry) -> bool:
    return _stated(entry) <= _said(shown) and _dated(shown.dates) == _dated(entry.dates)


def _stated(entry: Entry) -> frozenset[str]:
    """The words of an entry that say who, where and what; of its heading if it has no parts."""
    return _words(" ".join(filter(None, (entry.title, entry.employer))) or entry.heading)


def _said(entry: Entry) -> frozenset[str]:
    return _words(" ".join(filter(None, (entry.heading, entry.title, entry.employer))))


def _dated(dates: Dates | None) -> tuple[object, ...] | None:
    return None if dates is None else (dates.start, dates.end, dates.current, dates.expected)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", fold(text).lower()))
