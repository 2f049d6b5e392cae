"""Which words of a rewrite its evidence carries, and in which lines."""

from __future__ import annotations

from typing import NamedTuple

from agent.language.ladders import AGENCY, word_set
from agent.language.recurrence import Recurrence, agree, find_recurrences
from agent.language.units import WORD_VALUES
from agent.models import Evidence, Finding, FindingType, Severity, Span
from agent.verify.carrying import (
    carry_compounds,
    carry_families,
    carry_kinds,
    carry_own_language,
    carry_terms,
    carry_umbrellas,
)
from agent.verify.predicates import Predicate
from agent.verify.reading import Reading, read
from agent.verify.scope import Line, Scope
from agent.verify.shortening import (
    carry_acronyms,
    carry_clipped,
    carry_labels,
    carry_mixed_acronyms,
    carry_shortened,
)
from agent.verify.words import Word


class Claim(NamedTuple):
    """A rewrite beside its evidence."""

    reading: Reading
    carried: tuple[tuple[int, ...] | None, ...]
    """For each word the numbers of the lines that carry it; None if no line does; () if it needs
    no support (a function word, a number, a word that says little)."""
    main: int
    """Number of the line that carries most of its words."""
    expanded: frozenset[int]
    """Words that only spell out an acronym of the evidence, its acronym, or a general name for it."""  # noqa: E501
    recurring: tuple[Recurrence, ...] = ()
    """Expressions of how often that the evidence says too, in whatever form."""


def claim_of(rewrite: str, scope: Scope) -> Claim:
    """Read a rewrite and find each of its words in the evidence."""
    reading = read(rewrite)
    expanded: set[int] = set()
    heads = {predicate.verb for predicate in reading.predicates}
    words = reading.words
    near = _drawn_on(words, scope)
    carried: list[tuple[int, ...] | None] = [
        _carried(words, index, scope, heads, near) for index in range(len(words))
    ]
    if any(lines is None for lines in carried) or "(" in rewrite:
        carry_terms(reading, scope, carried)
        expanded = carry_acronyms(reading, scope, carried)
        expanded |= carry_umbrellas(reading, scope, carried)
        expanded |= carry_mixed_acronyms(reading, scope, carried)
        carry_labels(reading, scope, carried)
        carry_compounds(reading, scope, carried)
        carry_shortened(reading, scope, carried)
        carry_clipped(reading, scope, carried)
        expanded |= carry_kinds(reading, carried)
        carry_own_language(reading, scope, carried)
        if scope.language != "en":
            carry_families(reading, scope, carried)
    recurring = _recurring(reading, scope, near)
    for index, word in enumerate(words):
        if carried[index] is None and (
            any(one.start <= word.start < one.end for one in recurring) or _lowers(words, index)
        ):
            carried[index] = ()
    counts: dict[int, float] = {}
    for lines_of in carried:
        for line in lines_of or ():
            counts[line] = counts.get(line, 0.0) + (1.1 if scope.lines[line].kind == "own" else 1.0)
    main = max(counts, key=lambda line: counts[line], default=0)
    return Claim(reading, tuple(carried), main, frozenset(expanded), recurring)


def _recurring(reading: Reading, scope: Scope, near: frozenset[int]) -> tuple[Recurrence, ...]:
    """How often, as the lines say that the rewrite draws on: another line's 'daily' is another
    thing's."""
    mine = find_recurrences(reading.text)
    if not mine:
        return ()
    theirs = [r for n in sorted(near) for r in find_recurrences(scope.lines[n].reading.text)]
    return tuple(one for one in mine if any(agree(one, other) for other in theirs))


_WATCHED = word_set("supervision guidance direction oversight instruction")
_SHARED = word_set("partnership collaboration conjunction cooperation coordination concert tandem")


def _lowers(words: tuple[Word, ...], index: int) -> bool:
    """'under a senior engineer's supervision', 'in partnership with': shared work claims less."""
    if words[index].norm in _WATCHED:
        return any(word.norm == "under" for word in words[max(0, index - 6) : index])
    return (
        words[index].norm in _SHARED
        and index > 0
        and words[index - 1].norm == "in"
        and index + 1 < len(words)
        and words[index + 1].norm == "with"
    )


def _qualifies(words: tuple[Word, ...], index: int) -> bool:
    """Whether a participle stands before its noun ('a driving route'), where it names a kind."""
    if index + 1 >= len(words):
        return False
    following = words[index + 1]
    return following.gap in (" ", "-") and following.known.kind != "function"


def _drawn_on(words: tuple[Word, ...], scope: Scope) -> frozenset[int]:
    """The lines whose words of like meaning count: the own one, facts, and those that the rewrite
    takes at least two words from that the own line does not have. Elsewhere only the word itself
    counts, or every line of the job would prove a little of everything."""
    own = {n for n, line in enumerate(scope.lines) if line.kind in ("own", "fact")}
    if not any(scope.lines[n].kind == "own" for n in own):
        return frozenset(range(len(scope.lines)))
    taken: dict[int, int] = {}
    for word in words:
        if word.known.kind == "content":
            lines = scope.keys.get("~" + word.known.stem, ())
            if lines and not own & set(lines):
                for line in lines:
                    taken[line] = taken.get(line, 0) + 1
    return frozenset(own | {line for line, count in taken.items() if count > 1})


def _carried(
    words: tuple[Word, ...], index: int, scope: Scope, heads: set[int], near: frozenset[int]
) -> tuple[int, ...] | None:
    word = words[index]
    facts = word.known
    if facts.kind == "function" or word.numeric:
        return ()
    found: set[int] = set()
    # A name is carried by itself, never by a word of like meaning.
    keys = scope.keys
    for key in facts.firm:
        if key in keys:
            found.update(keys[key])
    for key in facts.like:
        if key in keys:
            found.update(near.intersection(keys[key]))
    if facts.deeds and (
        not word.name
        and (
            not word.norm.endswith(("ing", "ed")) or index in heads or not _qualifies(words, index)
        )
    ):
        for key in facts.deeds:
            if key in keys:
                found.update(near.intersection(keys[key]))
    if found:
        return tuple(sorted(found))
    if facts.kind == "neutral" and not word.name:
        return ()
    if word.norm in WORD_VALUES:  # 'double-eight' of a 'double 8'
        value = WORD_VALUES[word.norm]
        same = {n for amount, n in scope.quantities if amount.low == amount.high == value}
        return tuple(sorted(same)) or None
    return None


def nearest(claim: Predicate, scope: Scope) -> list[tuple[Predicate, int]]:
    """The phrases of the evidence that are about the same things, best first, empty if none is."""
    best = 0.0
    found: list[tuple[float, Predicate, int]] = []
    for predicate, line in scope.predicates:
        shared = float(len(claim.content & predicate.content))
        if claim.like & predicate.like:
            shared += 0.6
        if predicate.stem and predicate.stem in claim.content:
            shared += 1.0
        if claim.stem and claim.stem in predicate.content:
            shared += 0.5
        if claim.stem == predicate.stem:
            shared += 0.6
        if shared:
            weight = shared + (0.2 if scope.lines[line].kind == "own" else 0.0)
            best = max(best, weight)
            found.append((weight, predicate, line))
    # A rung above doing is proven by the phrase that is most about the same things, not by a line
    # that shares one word: leading a project on patient falls is not monitoring patients.
    leads = claim.agency > AGENCY.index("did")
    return [
        (p, n)
        for weight, p, n in sorted(found, key=lambda f: -f[0])
        if weight >= (0.6 if leads else 0.5) * best
        or (
            not leads
            and claim.content & p.content
            and (p.stem == claim.stem != "" or p.groups & claim.groups)
        )
    ]


def finding(
    type: FindingType,
    tier: str,
    severity: Severity,
    start: int,
    end: int,
    reason: str,
    lines: tuple[Line, ...] = (),
    suggestion: str | None = None,
) -> Finding:
    """A finding on `rewrite[start:end]`; `lines` are what the evidence says instead."""
    return Finding(
        type=type,
        tier="hard" if tier == "hard" else "soft",
        severity=severity,
        span=Span(start=start, end=end),
        reason=reason,
        evidence=tuple(line.evidence() for line in lines),
        suggestion=suggestion,
    )


def quoted(line: Line) -> str:
    """The line as a reason quotes it, shortened."""
    text = line.reading.text
    return repr(text if len(text) <= 90 else text[:87] + "...")


__all__ = ["Claim", "Evidence", "claim_of", "finding", "nearest", "quoted"]
