"""What was only planned, hoped for, tried out or partly done stays so.

A weakening word of the evidence covers some of its words. If the rewrite says most of these words
and no longer says anything weak, the weakening word was lost.
"""

from __future__ import annotations

from functools import lru_cache

from agent.language.ladders import word_set
from agent.models import Finding, Severity
from agent.verify.align import Claim, finding, quoted
from agent.verify.reading import Reading, read
from agent.verify.scope import Line, Scope
from agent.verify.weakening import (
    AHEAD,
    ATTRIBUTES,
    BEHIND,
    LEVEL,
    RARELY,
    UNDONE,
    Weak,
    weakened,
)
from agent.verify.words import Word

_STUDY = word_set(
    """
    exam exams course courses coursework candidate training class classes attended audited
    test
    """
)
_SHARED_AFTER = word_set(
    """
    jointly together alongside team member helped helper helping assisted contributed co cowrote
    coauthored co-wrote collaborated shared part one joint
    """
)
_STRONG = word_set(
    """
    complete deliver implement launch deploy achieve finalize adopt ship execute attain reach
    realize win secure earn obtain hold issue publish introduce enact institute approve
    """
)


# Wished for is less than begun: who hopes to study does not study.
_WISHED = word_set("hope hopes hoping want wants intend intends intending wish wishes considering")
_BEGUN = word_set("learning studying pursuing enrolled practicing ongoing")
_ISSUED = word_set("issue publish introduce enact institute implement adopt approve")
# What says the same as a weakening word does: to evaluate a thing is to try it.
_SAME_FORCE = (
    word_set("try tried trying attempt test trial pilot evaluate assess experiment explore"),
    word_set("propose proposal suggest suggestion recommend recommendation pitch advocate"),
    word_set("expect anticipate forecast"),
    word_set("apply application submit file request"),
    word_set("bid tender quote propose submit compete"),
    word_set("runner finalist shortlist nominate nomination nominee place second third"),
    word_set("look investigate research explore examine study consider review assess"),
    word_set("offer volunteer prepare ready"),
    word_set("discuss talk debate consider contemplate speak weigh"),
)


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Weakening words of the evidence that the rewrite lost."""
    words = claim.reading.words
    norms = {word.norm for word in words}
    stems = {word.known.stem for word in words}
    weak_kinds = _weak_kinds(norms)
    still = frozenset(
        stem
        for weak in weakened(claim.reading)
        if weak.kind != "proficiency"
        for stem in weak.stems
    ) | _study(claim.reading)
    begun = bool(norms & _BEGUN) and not norms & (AHEAD - _BEGUN)
    findings: list[Finding] = []
    firm = None
    for number, line in enumerate(scope.lines):
        if line.kind == "section" or line.kind == "heading":
            continue
        for weak in weakened(line.reading):
            if weak.kind in weak_kinds and weak.kind != "modality":
                continue
            if line.reading.words[weak.word].norm in UNDONE and norms & UNDONE:
                continue
            marker = line.reading.words[weak.word]
            if weak.kind != "agency" and (marker.known.stem in stems or _kept(marker, words)):
                continue
            if weak.kind == "agency" and norms & _SHARED_AFTER:
                continue
            if weak.kind == "agency" and scope.whole and number != claim.main:
                continue  # another line's work by others
            firm = firm if firm is not None else _firm(scope.texts)
            rest = (
                _firm((line.reading.text,)) if number == claim.main or line.kind == "own" else firm
            )
            covered = weak.stems - (rest - _line_stems(line) if weak.kind == "agency" else rest)
            shared = covered & stems
            if weak.kind != "proficiency" and not (marker.norm in _WISHED and begun):
                shared -= still
            share = 3 if marker.norm in UNDONE else 2
            if marker.norm == "by" and (
                norms & {"by", "who"}
                or (
                    line.reading.words[weak.word - 1].known.stem not in shared
                    and not line.reading.words[weak.word - 1].known.marks & {"light", "carrier"}
                )
            ):
                continue
            if not shared or (
                share * len(shared) < len(covered)
                and not (shared & _names(line) and ("modality" not in weak_kinds or begun))
            ):
                continue
            if (
                weak.kind == "agency"
                and marker.norm != "by"
                and not _by_verb(claim, shared, line, marker)
            ):
                continue
            findings.append(_lost(claim, line, weak, shared))
    findings.extend(_unfinished(claim, scope))
    if "modality" not in weak_kinds:
        findings.extend(_achieved(claim, scope))
    return findings


def _kept(marker: Word, words: tuple[Word, ...]) -> bool:
    """Whether the rewrite weakens by another word: 'evaluated' or 'put forward'."""
    said = {word.known.lemma for word in words}
    if {"put", "forward"} <= said:
        said.add("propose")
    return any(marker.known.lemma in group and group & said for group in _SAME_FORCE)


def _study(reading: Reading) -> frozenset[str]:
    """Everything, where the rewrite itself speaks of an exam, a course or of learning."""
    if any(word.norm in _STUDY or word.norm == "learn" for word in reading.words):
        return frozenset(word.known.stem for word in reading.words)
    return frozenset()


def _names(line: Line) -> frozenset[str]:
    spans = [hit.span for hit in line.reading.terms if hit.category == "tool"]
    return frozenset(
        word.known.stem
        for word in line.reading.words
        if word.name or any(span.start <= word.start and word.end <= span.end for span in spans)
    )


def _line_stems(line: Line) -> frozenset[str]:
    return frozenset(word.known.stem for word in line.reading.words)


def _by_verb(claim: Claim, shared: frozenset[str], line: Line, marker: Word) -> bool:
    """Whether a verb of the rewrite takes these words up, or a phrase without one does.

    What was another's may still be worked on: who 'stamped the loyalty cards' of the owner's idea
    says no more than the line does.
    """
    deeds = [p for p in claim.reading.predicates if p.verb >= 0]
    own = [p for p in line.reading.predicates if p.verb >= 0 and p.agency >= 2]
    if marker.norm == marker.text.lower():  # no possessive
        own = []
    return not deeds or any(
        (p.stem in shared or p.content & shared)
        and not any(p.stem == q.stem or p.groups & q.groups for q in own)
        for p in deeds
        if p.agency >= 2
    )


_NOT_DONE = (
    AHEAD
    | ATTRIBUTES
    | BEHIND
    | UNDONE
    | word_set("plan plans planned exam course coursework aims learn trained")
)
_OF_LEVEL = LEVEL | word_set("knowledge understanding")


def _weak_kinds(norms: set[str]) -> frozenset[str]:
    found: set[str] = set()
    if not norms.isdisjoint(_NOT_DONE):
        found.add("modality")
    if (
        not norms.isdisjoint(RARELY)
        or "occasion" in norms
        or ("times" in norms and "at" in norms)
        or "needed" in norms
    ):
        found.add("frequency")
    if not norms.isdisjoint(_OF_LEVEL):
        found.add("proficiency")
    return frozenset(found)


def _lost(claim: Claim, line: Line, weak: Weak, shared: frozenset[str]) -> Finding:
    words = claim.reading.words
    places = [i for i, word in enumerate(words) if word.known.stem in shared]
    start, end = words[places[0]].start, words[places[-1]].end
    marker = line.reading.words[weak.word].text
    named = any("credential" in w.known.marks for w in line.reading.words) or bool(
        shared & _names(line)
    )
    grave = marker.lower() == "expected" or (named and marker.lower() in UNDONE)
    severity: Severity = "critical" if grave else "major" if weak.kind == "modality" else "minor"
    said = claim.reading.text[start:end]
    suggestion = None
    if weak.kind == "frequency":
        suggestion = f"{marker.lower()} {said[0].lower()}{said[1:]}"
    return finding(
        weak.kind,
        "hard",
        severity,
        start,
        end,
        f"The evidence says {marker!r}, and the rewrite leaves it out: {quoted(line)}.",
        (line,),
        suggestion,
    )


def _achieved(claim: Claim, scope: Scope) -> list[Finding]:
    """'Completed a capstone' where the evidence is planning one."""
    findings = []
    for predicate in claim.reading.predicates:
        if predicate.verb < 0 or predicate.lemma not in _STRONG or not predicate.content:
            continue
        for other, number in scope.predicates:
            line = scope.lines[number]
            if (
                other.lemma
                not in (
                    "plan",
                    "propose",
                    "suggest",
                    "recommend",
                    "learn",
                    "study",
                    "design",
                    "draft",
                    "prepare",
                )
                or not other.content & predicate.content
            ):
                continue
            word = line.reading.words[other.verb]
            ongoing = word.norm.endswith("ing") or word.norm == other.lemma
            issued = other.lemma == "draft" and predicate.lemma in _ISSUED
            if (other.lemma in ("design", "draft", "prepare") and not issued) or (
                other.lemma == "plan" and not ongoing
            ):
                continue
            if predicate.lemma in {p.lemma for p, _ in scope.predicates}:
                continue
            mine = claim.reading.words[predicate.verb]
            findings.append(
                finding(
                    "modality",
                    "hard",
                    "major",
                    mine.start,
                    mine.end,
                    f"The evidence says {word.text!r}, not done: {quoted(line)}.",
                    (line,),
                    word.text.lower(),
                )
            )
            break
    return findings


def _unfinished(claim: Claim, scope: Scope) -> list[Finding]:
    findings = []
    strong = [p for p in claim.reading.predicates if p.verb >= 0 and p.lemma in _STRONG]
    if not strong:
        return []
    undone = [line for line in scope.lines if _open_still(line.reading.text)]
    if not undone or _open_still(claim.reading.text):
        return []
    for predicate in strong:
        for line in undone:
            if predicate.content & _line_stems(line):
                mine = claim.reading.words[predicate.verb]
                reason = f"The evidence says that it was not finished: {quoted(line)}."
                findings.append(
                    finding("modality", "hard", "major", mine.start, mine.end, reason, (line,))
                )
                break
    return findings


@lru_cache(maxsize=16384)
def _open_still(text: str) -> bool:
    """'not complete', 'never finished', 'not done yet'."""
    words = read(text).words
    return any(
        following.known.lemma in _FINISHED
        for index, word in enumerate(words)
        if word.norm in _NOT_YET
        for following in words[index + 1 : index + 3]
    )


_NOT_YET = word_set("not never isn't wasn't didn't hasn't haven't yet")
_FINISHED = word_set("complete finish done do final close")


@lru_cache(maxsize=16384)
def _firm(texts: tuple[str, ...]) -> frozenset[str]:
    """Stems that some text says without any weakening word."""
    found: set[str] = set()
    for text in texts:
        weak: set[str] = set()
        for one in weakened(read(text)):
            weak |= one.stems
        found.update(word.known.stem for word in read(text).words if word.known.stem not in weak)
    return frozenset(found)
