"""Which requirements the words of a document match, passage by passage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from agent.language import terms
from agent.language.terms import Profile
from agent.models import Check, Requirement, Resume, SectionKind, Span
from agent.score.stuffing import free_repeats, listed, stuffed, whole_text


class Passage(NamedTuple):
    """A stretch of a document as it is scored."""

    text: str
    weight: float
    """What a match here is worth in contextual coverage: 1 in a bullet, 0.7 in the summary, 0.5 in
    a list."""
    faults: tuple[Span, ...] = ()
    """Words at fault in it."""
    stuffing: tuple[Span, ...] = ()
    """Items of a comma run that the original does not have; nothing matches in them."""


def passages(
    document: Resume, check: Check, original: Resume, *, revert: bool = False
) -> list[Passage]:
    """The stretches of a document in which requirements are looked for.

    Args:
        document: the resume as it is handed out.
        check: of it against its original.
        original: the resume it was made from.
        revert: every line with a finding reads as it did in the original, and a new line with a
            finding is left out.
    """
    checked = {line.line_id: line for line in check.lines}
    before = {b.id: b.text for b in original.bullets()}
    known = listed(original)
    headings_from = original if revert and check.identity else document
    found = [
        Passage(text, weight, stuffing=stuffed(text, known))
        for text, weight in _headings(headings_from)
    ]
    for section in document.sections:
        weight = _weight(section.kind)
        for entry in section.entries:
            for bullet in entry.bullets:
                line = checked.get(bullet.id)
                faults = tuple(f.span for f in line.verdict.findings) if line else ()
                if line and faults and revert:
                    text = before.get(line.bullet_id or "")
                    if text is not None:
                        found.append(Passage(text, weight))
                else:
                    found.append(Passage(bullet.text, weight, faults, stuffed(bullet.text, known)))
    return found


def _headings(resume: Resume) -> Iterable[tuple[str, float]]:
    if resume.headline:
        yield resume.headline, 0.7
    for section in resume.sections:
        for entry in section.entries:
            words = entry.heading or " — ".join(filter(None, (entry.title, entry.employer)))
            if words:
                yield words, _weight(section.kind)


def _weight(kind: SectionKind) -> float:
    match kind:
        case "summary":
            return 0.7
        case "skills" | "languages":
            return 0.5
        case _:
            return 1.0


class Matched(NamedTuple):
    """How one requirement's words stand in a document."""

    matched: bool
    clean: bool
    """Matched in words that carry no finding."""
    weight: float
    """Contextual weight of the best match; 0 without one."""


def matched_in(
    found_in: Sequence[Passage],
    requirements: Iterable[Requirement],
    profile: Profile,
    language: str = "en",
    *,
    original: Resume,
) -> dict[str, Matched]:
    """How each requirement's words stand in a document, by requirement id.

    Args:
        found_in: the document's passages, in their order.
        requirements: looked for.
        profile: how exactly.
        language: ISO 639-1 code of the document.
        original: the resume it was made from; what it says twice or less may be said twice.
    """
    source = whole_text(original)
    seen: dict[str, Matched] = {}
    by_key: dict[str, list[int]] = {}
    for number, passage in enumerate(found_in):
        for key in terms.keys(passage.text, language):
            by_key.setdefault(key, []).append(number)

    def term_in(term: str) -> Matched:
        if term not in seen:
            openings = terms.openings(term, profile, language)
            places = sorted({number for key in openings for number in by_key.get(key, ())})
            free = free_repeats(term, source, profile, language)
            seen[term] = _term_in(term, [found_in[n] for n in places], profile, language, free)
        return seen[term]

    return {
        requirement.id: _enough(
            [[term_in(term) for term in alternative] for alternative in requirement.any_of],
            requirement.at_least,
        )
        for requirement in requirements
    }


def _enough(alternatives: Iterable[Sequence[Matched]], at_least: int) -> Matched:
    """`at_least` of the alternatives, each with all of its terms."""
    whole = [
        Matched(True, all(t.clean for t in found), min(t.weight for t in found))
        for found in alternatives
        if found and all(t.matched for t in found)
    ]
    needed = max(1, at_least)
    if len(whole) < needed:
        return Matched(False, False, 0.0)
    clean = sum(one.clean for one in whole) >= needed
    return Matched(True, clean, sorted((one.weight for one in whole), reverse=True)[needed - 1])


def _term_in(
    term: str, found_in: Sequence[Passage], profile: Profile, language: str, free: int
) -> Matched:
    """How a term stands in its first `free` places; more of it is stuffing."""
    places = [
        (passage, span)
        for passage in found_in
        for span in terms.find(term, passage.text, profile=profile, language=language)
        if terms.asserted(passage.text, span)
        and not any(_overlap(span, run) for run in passage.stuffing)
    ][:free]
    return Matched(
        bool(places),
        any(not any(_overlap(s, fault) for fault in p.faults) for p, s in places),
        max((passage.weight for passage, _ in places), default=0.0),
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
