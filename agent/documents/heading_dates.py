"""The dates of a heading line: which they are, and the line without them."""

from __future__ import annotations

import re

from agent.language.dates import find_dates, find_durations
from agent.models import Dates, Span

LEADS_TO_DATE = re.compile(
    r"(?i)(?:^|(?<=[\s,;|(]))(?:from|completed|graduated|conferred|issued|exp(?:ir(?:es|y|ation))?\.?"
    r"|valid (?:until|through|to)|von|vom|de|du|desde|van|dates?|duration|period|tenure|zeitraum"
    r"|dauer|periode|période|durée|duración|duur)$"
)
"""A word at the end of what stands before a date that only leads to it: 'from', 'issued'."""
_SEPARATORS = " \t,;:|·•–—-/"


def locate_dates(line: str) -> tuple[Span, Dates] | None:
    """The dates of a heading line and where they stand. Where it has several the last range wins,
    else the last date."""
    found = find_dates(line)
    if not found:
        return None
    ranges = [pair for pair in found if pair[1].start != pair[1].end or pair[1].current]
    span, dates = (ranges or list(found))[-1]
    if not ranges and len(found) > 1 and not line[found[-2][0].end : span.start].strip():
        # "06/2014 06/2016" is a range whose dash got lost.
        first, opening = found[-2]
        span = Span(start=first.start, end=span.end)
        dates = Dates(text=line[span.start : span.end], start=opening.start, end=dates.end)
    return span, dates


def cut_dates(line: str) -> tuple[Dates | None, str]:
    """The dates of a heading line, and the line without them and the brackets or separators that
    set them off."""
    located = locate_dates(line)
    if located is None:
        durations = find_durations(line)
        bracket = re.search(r"\(([^()]*)\)\s*$", line)
        if durations and bracket and bracket.start() < durations[-1].span.start:
            return Dates(text=bracket.group(1).strip()), line[: bracket.start()].rstrip(" ,-–—|\t")
        return None, line
    span, dates = located
    before = line[: span.start].rstrip()
    after = line[span.end :].lstrip()
    if before.endswith(("(", "[")) and not after.startswith((")", "]")):
        # "(Berlin, 2019)": the bracket holds more than the date.
        closing = min((at for at in (after.find(")"), after.find("]")) if at >= 0), default=-1)
        if closing >= 0:
            note = after[:closing]
            after = after[closing + 1 :]
            before = before[:-1] + (f" | {note.strip(' ,;·-–|')}" if note.strip(" ,;·-–|") else "")
    elif before.endswith(("(", "[")):
        before, after = before[:-1], after[1:]
    elif after.startswith((")", "]")):
        opening = max(before.rfind("("), before.rfind("["))
        if opening >= 0:
            before = before[:opening] + " | " + before[opening + 1 :]
            after = after[1:]
    before = LEADS_TO_DATE.sub("", before.rstrip(_SEPARATORS)).rstrip(_SEPARATORS)
    after = after.lstrip(_SEPARATORS + "/.")
    joined = f"{before}\t{after}" if before and after else before or after
    return dates, joined.strip()


def is_aside(part: str) -> bool:
    """A second date or a duration beside the dates: 'Fall 2019', '2 years 10 months'."""
    return is_duration(part) or (bool(find_dates(part)) and cut_dates(part)[1] == "")


def is_duration(part: str) -> bool:
    """Whether a part is '2 years 10 months' and nothing else."""
    covered = sum(d.span.end - d.span.start for d in find_durations(part))
    return covered > 0 and len(part) - covered <= 4
