"""A whole tailored document against its original, whatever tool made it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from agent.language.text import fold
from agent.models import (
    Bullet,
    Check,
    CheckedLine,
    Dates,
    Entry,
    Evidence,
    Fact,
    Finding,
    FindingType,
    Resume,
    SectionKind,
    Span,
    Verdict,
)

_ALIKE = 0.25
"""Share of the shorter line's words from which two lines of one entry count as the same line."""


def check(original: Resume, tailored: Resume, facts: Sequence[Fact | str] = ()) -> Check:
    """Verify every line of `tailored` against `original`.

    Lines are aligned entry by entry: a moved line is found, a line that merges or splits others is
    verified in its entry, a new line needs the entry's evidence. Name, titles, employers and dates
    are compared as they stand, and an entry that the original does not have is a finding.

    Args:
        original: the person's resume.
        tailored: the document to judge.
        facts: the person's statements.

    Returns:
        A verdict for each line, the identity slots that differ, and the lines that are gone.
    """
    from agent.verify import verify

    pairs = _entries(original, tailored)
    lines: list[CheckedLine] = []
    used: set[str] = set()
    for section in tailored.sections:
        for entry in section.entries:
            twin = pairs.get(entry.id)
            for bullet in entry.bullets:
                near = _line(bullet, twin, used)
                same = near is not None and near.text.split() == bullet.text.split()
                if near is not None:
                    used.update(_covered(bullet, twin))
                    used.add(near.id)
                verdict = Verdict(supported=True)
                if not same:
                    place = near.id if near else twin.id if twin else _place(section.kind)
                    verdict = verify(bullet.text, resume=original, bullet_id=place, facts=facts)
                lines.append(
                    CheckedLine(
                        text=bullet.text,
                        line_id=bullet.id,
                        bullet_id=near.id if near else None,
                        status="same" if same else "changed" if near else "new",
                        verdict=verdict,
                    )
                )
    dropped = tuple(bullet.id for bullet in original.bullets() if bullet.id not in used)
    return Check(
        lines=tuple(lines), identity=tuple(_identity(original, tailored, pairs)), dropped=dropped
    )


def _place(kind: SectionKind) -> str:
    """Where a line belongs whose entry the original does not have."""
    return kind if kind in ("skills", "education") else "summary"


@lru_cache(maxsize=16384)
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", fold(text).lower()))


def _alike(first: str, second: str) -> float:
    mine, theirs = _words(first), _words(second)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _entries(original: Resume, tailored: Resume) -> dict[str, Entry]:
    """Tailored entry id -> the original entry it shows; sections of one kind keep together."""
    kinds = {e.id: s.kind for r in (original,) for s in r.sections for e in s.entries}
    scored = []
    for section in tailored.sections:
        for entry in section.entries:
            for other in original.entries():
                likeness = _entry_alike(entry, other)
                if section.kind == kinds[other.id]:
                    likeness += 0.4
                if likeness > 0.5:
                    scored.append((likeness, entry.id, other))
    pairs: dict[str, Entry] = {}
    taken: set[str] = set()
    for _, id, other in sorted(scored, key=lambda one: -one[0]):
        if id not in pairs and other.id not in taken:
            pairs[id] = other
            taken.add(other.id)
    return pairs


def _entry_alike(first: Entry, second: Entry) -> float:
    heading = _alike(first.heading, second.heading) if first.heading and second.heading else 0.0
    mine = " ".join(bullet.text for bullet in first.bullets)
    theirs = " ".join(bullet.text for bullet in second.bullets)
    return heading * 1.5 + (_alike(mine, theirs) if mine and theirs else 0.0)


def _line(bullet: Bullet, twin: Entry | None, used: set[str]) -> Bullet | None:
    if twin is None:
        return None
    best = max(
        twin.bullets,
        key=lambda other: (_alike(bullet.text, other.text), other.id not in used),
        default=None,
    )
    return best if best is not None and _alike(bullet.text, best.text) >= _ALIKE else None


def _covered(bullet: Bullet, twin: Entry | None) -> list[str]:
    """Ids of the lines that a merged line takes in."""
    words = _words(bullet.text)
    return [
        other.id
        for other in (twin.bullets if twin else ())
        if len(words & _words(other.text)) >= 0.7 * max(1, len(_words(other.text)))
    ]


def _identity(original: Resume, tailored: Resume, pairs: dict[str, Entry]) -> Iterator[Finding]:
    if tailored.name and original.name and _words(tailored.name) != _words(original.name):
        yield _differs("title", "name", tailored.name, original.name, "name")
    yield from _headline_differs(original, tailored)
    for section in tailored.sections:
        for entry in section.entries:
            twin = pairs.get(entry.id)
            if twin is None:
                if entry.heading:
                    yield Finding(
                        type="employer",
                        tier="hard",
                        severity="critical",
                        span=Span(start=0, end=0),
                        reason=f"The resume has no entry {' '.join(entry.heading.split())!r}.",
                    )
                continue
            yield from _entry_differs(entry, twin)


def _headline_differs(original: Resume, tailored: Resume) -> Iterator[Finding]:
    """The line under the name is a title: one that the whole resume does not bear out differs."""
    from agent.verify import verify

    mine, theirs = tailored.headline or "", original.headline or "no line under the name"
    if not mine or _words(mine) == _words(original.headline or ""):
        return
    if not verify(mine, resume=original, bullet_id="summary").supported:
        yield _differs("title", "headline", mine, theirs, "headline")


def _entry_differs(entry: Entry, twin: Entry) -> Iterator[Finding]:
    if _words(entry.heading) == _words(twin.heading):
        if not _same_dates(entry.dates, twin.dates):
            yield _differs("date", twin.id, entry.heading, twin.heading, "date line")
        return
    slots: tuple[tuple[FindingType, str, str | None, str | None], ...] = (
        ("title", "title", entry.title, twin.title),
        ("employer", "employer", entry.employer, twin.employer),
    )
    found = False
    for kind, name, mine, theirs in slots:
        if (
            mine
            and _words(mine) != _words(theirs or "")
            and not (_words(mine) <= _words(twin.heading) and _whole(kind, entry, twin))
        ):
            found = True
            yield _differs(kind, twin.id, mine, theirs or twin.heading, name)
    if not _same_dates(entry.dates, twin.dates):
        found = True
        mine = entry.dates.text if entry.dates else "no dates"
        yield _differs("date", twin.id, mine, twin.dates.text if twin.dates else "none", "date")
    if not found and not _words(entry.heading) <= _words(twin.heading):
        yield _differs("title", twin.id, entry.heading, twin.heading, "heading")


def _whole(kind: FindingType, entry: Entry, twin: Entry) -> bool:
    """Whether all of a title is still there: 'Assistant', 'acting', 'not completed' limit it."""
    return kind != "title" or _words(twin.title or "") <= _words(entry.heading)


def _same_dates(mine: Dates | None, theirs: Dates | None) -> bool:
    if mine is None:
        return True
    if theirs is None:
        return False
    return (mine.start, mine.end, mine.current, mine.expected) == (
        theirs.start,
        theirs.end,
        theirs.current,
        theirs.expected,
    ) or _words(mine.text) == _words(theirs.text)


def _differs(kind: FindingType, id: str, mine: str, theirs: str, name: str) -> Finding:
    return Finding(
        type=kind,
        tier="hard",
        severity="critical",
        span=Span(start=0, end=0),
        reason=f"The {name} reads {mine!r}, but the resume says {theirs!r}.",
        evidence=(Evidence(source_id=id, quote=theirs),),
        suggestion=theirs,
    )
