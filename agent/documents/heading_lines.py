"""Whether a line, by its form, may belong to the heading of an entry."""

from __future__ import annotations

import re

from agent.documents.heading_dates import LEADS_TO_DATE, cut_dates, locate_dates
from agent.documents.lines import Line
from agent.documents.words import degree_weight, is_place, title_weight
from agent.models import Dates

_HEADING_LIMIT = 160
_SHORT_LIMIT = 100
_PREPOSITION = re.compile(
    r"\b(?:in|by|during|of|for|on|im|am|en|op|since|durch|pour|para|voor|and|or|over|than|fy)$",
    re.I,
)
# First words of duties; a line that starts with one is content, however short.
_DUTY = re.compile(
    r"(?:[a-z]{2,}(?:ed|ized|ised)|led|built|ran|wrote|made|taught|grew|won|cut|kept|held|drove|sold"
    r"|responsible|duties|verantwortlich|responsable de|gpa|cumulative|grade|dissertation|thesis"
    r"|relevant|coursework|honou?rs|dean|minor|note|abschluss|schwerpunkte?|technolog\w+|skills)\b",
    re.I,
)


def dated_edge(text: str, *, studies: bool = False) -> Dates | None:
    """The dates that a line carries at its edge, as headings do; None for a line of running text
    that merely mentions a date."""
    if len(text) > _HEADING_LIMIT:
        return None
    dates, rest = cut_dates(text)
    if dates is None or not rest:
        return dates
    located = locate_dates(text)
    noted = studies and located is not None and degree_weight(text[: located[0].start]) >= 1.5
    if text.rstrip().endswith(".") and len(text.split()) > 6 and not noted:
        return None
    if located is not None:
        span, _ = located
        before, after = text[: span.start].rstrip(), text[span.end :].strip(" )].,;|")
        before = LEADS_TO_DATE.sub("", before)
        at_edge = not before.strip(" ([") or len(after) <= 45 or "\t" in text or "|" in text
        at_edge = at_edge or (studies and degree_weight(before) >= 1.5)
        if not at_edge or (not studies and _PREPOSITION.search(before)):
            return None
        if after and after[0].islower() and not is_place(after):
            return None
    return None if reads_as_sentence(rest) and not noted else dates


def reads_as_sentence(text: str) -> bool:
    """Whether a line is running text: long, or begins lower-case, or ends like a sentence."""
    words = text.split()
    if not words:
        return False
    if text.rstrip().endswith((".", "!", "?", ";")) and len(words) > 7:
        return True
    return len(words) > 16 or words[0][0].islower()


def is_short(line: Line) -> bool:
    """Whether a line may be part of a heading, by its form."""
    text = line.text.strip()
    return (
        not line.listed
        and len(text) <= _SHORT_LIMIT
        and not text.endswith((":", ";", "!", "?"))
        and not (text.endswith(".") and len(text.split()) > 5)
        and not reads_as_sentence(text)
        and not _is_duty(text)
        and line.place not in ("header", "footer", "footnote")
    )


def _is_duty(text: str) -> bool:
    """'Managed accounts' is a duty; 'Registered Nurse' is a title all the same."""
    if not _DUTY.match(text):
        return False
    words = text.split()
    return len(words) < 2 or not words[1][:1].isupper() or title_weight(text) < 1
