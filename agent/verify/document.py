"""A whole tailored document against its original, whatever tool made it."""

from __future__ import annotations

from collections.abc import Sequence

from agent.models import Bullet, Check, CheckedLine, Entry, Fact, Finding, Resume, Span, Verdict


def check(original: Resume, tailored: Resume, facts: Sequence[Fact | str] = ()) -> Check:
    """Verify every line of `tailored` against `original`.

    Lines are aligned entry by entry (moved lines are found, a line that merges or splits others is
    verified in its entry); headings, dates, degrees and the name are compared as they stand.

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
                near = _line(bullet, twin, original, used)
                same = near is not None and near.text.split() == bullet.text.split()
                if near is not None:
                    used.add(near.id)
                place = near.id if near else twin.id if twin else section.kind
                try:
                    verdict = verify(bullet.text, resume=original, bullet_id=place, facts=facts)
                except KeyError:
                    verdict = verify(bullet.text, resume=original, bullet_id="summary", facts=facts)
                lines.append(
                    CheckedLine(
                        text=bullet.text,
                        line_id=bullet.id,
                        bullet_id=near.id if near else None,
                        status="same" if same else "changed" if near else "new",
                        verdict=Verdict(supported=True) if same else verdict,
                    )
                )
    dropped = tuple(bullet.id for bullet in original.bullets() if bullet.id not in used)
    return Check(lines=tuple(lines), identity=_identity(original, tailored, pairs), dropped=dropped)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.lower().split())


def _alike(first: str, second: str) -> float:
    a, b = _words(first), _words(second)
    return len(a & b) / max(1, min(len(a), len(b)))


def _entries(original: Resume, tailored: Resume) -> dict[str, Entry]:
    pairs: dict[str, Entry] = {}
    left = list(original.entries())
    for entry in tailored.entries():
        best = max(left, key=lambda other: _entry_alike(entry, other), default=None)
        if best is not None and _entry_alike(entry, best) > 0.3:
            pairs[entry.id] = best
            left.remove(best)
    return pairs


def _entry_alike(first: Entry, second: Entry) -> float:
    heading = _alike(first.heading, second.heading) if first.heading and second.heading else 0.0
    mine = " ".join(b.text for b in first.bullets)
    theirs = " ".join(b.text for b in second.bullets)
    lines = _alike(mine, theirs) if mine and theirs else 0.0
    return heading * 1.5 + lines


def _line(bullet: Bullet, twin: Entry | None, original: Resume, used: set[str]) -> Bullet | None:
    if twin is None:
        return None
    best = max(
        twin.bullets, key=lambda b: (_alike(bullet.text, b.text), b.id not in used), default=None
    )
    return best if best is not None and _alike(bullet.text, best.text) >= 0.25 else None


def _identity(original: Resume, tailored: Resume, pairs: dict[str, Entry]) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    for entry in tailored.entries():
        twin = pairs.get(entry.id)
        if twin is None or entry.heading.split() == twin.heading.split():
            continue
        findings.append(
            Finding(
                type="title",
                tier="hard",
                severity="critical",
                span=Span(start=0, end=0),
                reason=f"The heading reads {entry.heading!r}, but the resume says {twin.heading!r}.",
            )
        )
    return tuple(findings)
