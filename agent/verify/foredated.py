"""Tools named in a job that ended before the resume's own dates for them begin.

"Rust (since 2022)" in the Skills list proves no use in a job that ended in 2015, and rules it out.
Only dates that the resume states count, never what is known of a tool from elsewhere.
"""

from __future__ import annotations

import re

from agent.language.dates import find_dates
from agent.models import Finding
from agent.verify.align import Claim, finding
from agent.verify.scope import Line, Scope
from agent.verify.words import Word

_BESIDE = re.compile(r"[\s,:(\[–-]*(?:from )?")
_HEADED = re.compile(r"\s*:")


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Every tool or name that the resume dates after the end of this entry, whatever attribution
    is asked for."""
    if scope.whole or len(scope.entries) != 1:
        return []
    dates = scope.entries[0].dates
    if dates is None or dates.end is None or dates.current:
        return []
    findings = []
    hits = [hit.span for hit in claim.reading.terms]
    for index, word in enumerate(claim.reading.words):
        around = [hit for hit in hits if hit.start <= word.start and word.end <= hit.end]
        named = word.name or word.text[:1].isupper() or around
        if claim.carried[index] is not None or word.numeric or not named:
            continue
        late = _dated_after(word, dates.end, scope)
        if late is None:
            continue
        line, since = late
        start = min([word.start, *(hit.start for hit in around)])
        end = max([word.end, *(hit.end for hit in around)])
        said = claim.reading.text[start:end]
        reason = f"The resume dates {said!r} from {since}, and this entry ended in {dates.end}."
        findings.append(
            finding("attribution", "hard", "critical", start, end, reason, (line,), None)
        )
    return findings


def _dated_after(word: Word, end: str, scope: Scope) -> tuple[Line, str] | None:
    """A line that dates the word after `end`, and that date; None if another line may not.

    An undated item of the Skills list says nothing of when. A line of a later entry dates nothing
    by itself, but speaks for no earlier use either.
    """
    after: tuple[Line, str] | None = None
    for line in scope.elsewhere("~" + word.known.stem) or scope.elsewhere(word.norm):
        since = _since(line, word) or scope.obtained.get(line.id)
        if since is not None:
            if not _is_later(since, end):
                return None
            after = after or (line, since)
        elif line.id not in scope.skills:
            begun = scope.begun.get(line.id)
            if begun is None or not _is_later(begun, end):
                return None
    return after


def _since(line: Line, word: Word) -> str | None:
    """The start of an open or long time beside the word: 'Rust (since 2022)', '2019-21: Terraform'.

    A single year says only that it was so then.
    """
    text = line.reading.text
    places = [w.end for w in line.reading.words if w.known.stem == word.known.stem]
    for span, dates in find_dates(text):
        lasting = dates.start is not None and dates.start != dates.end
        from_then = text[: span.start].lower().endswith(("from ", "since "))
        if not (lasting or from_then):
            continue
        heads = _HEADED.match(text, span.end) and not text[: span.start].strip(" (")
        if heads or any(_BESIDE.fullmatch(text, end, span.start) for end in places):
            return dates.start
    return None


def _is_later(point: str, end: str) -> bool:
    """Whether 'YYYY' or 'YYYY-MM' lies after another, to the month where both have one."""
    size = min(len(point), len(end))
    return point[:size] > end[:size]
