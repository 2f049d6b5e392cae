"""What was only planned, hoped for, tried out or partly done stays so.

A weakening word of the evidence covers some of its words. If the rewrite says most of these words
and no longer says anything weak, the weakening word was lost.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from agent.language.ladders import known, word_set
from agent.models import Finding, FindingType, Severity
from agent.verify.align import Claim, finding, quoted
from agent.verify.reading import Reading, Word, breaks, read
from agent.verify.scope import Line, Scope

_AHEAD = word_set(
    """
    propose proposed proposes proposing proposal suggest suggested suggesting recommend
    recommended recommending recommendation hope hopes hoped hoping aspire aspires aspired
    aspiring intend intends intended intending aim aims aimed aiming goal goals target targets
    targeted objective sought
    learning prospective potential tentative provisional hypothetical expected expects
    anticipated projected pending upcoming forthcoming pursuing seeking interested interest
    wants wanted wish wished would could might may considering exploring awaiting attempted
    attempting tried trying
    enrolled eligible unfinished incomplete ongoing studying desired seeks want wishes
    toward towards practicing planning estimated
    """
)
_NOUNS = word_set(
    """
    pilot piloted prototype prototyped prototyping trial trialed trialled experimental beta
    alpha mock mockup simulated simulation poc demo sandbox exploratory preliminary toy
    proof-of-concept planned draft proposed expected potential prospective unpaid volunteer
    projected partial
    """
)
_BEHIND = word_set("pending planned expected proposed tentatively ongoing")
# What undoes or leaves open all that its sentence said before it.
_UNDONE = word_set(
    """
    lapsed expired revoked suspended withdrawn discontinued surrendered inactive cancelled
    canceled abandoned unsuccessful unsuccessfully incomplete postponed rejected shelved
    unfinished failed declined dropped waiting awaiting booked preparation terminar
    abgebrochen afgebroken inachevé interrumpido lapse expire unaccredited uncertified
    unlicensed
    """
)
_TARGETS = word_set("goal goals target targets objective objectives")
_RARELY = word_set(
    """
    rarely seldom infrequently sporadically occasionally occasional sometimes intermittently
    periodically partially partly briefly
    """
)
_LEVEL = word_set(
    """
    basic beginner elementary familiar familiarity limited exposure novice introductory
    rudimentary conversational intermediate
    """
)
_STUDY = word_set(
    """
    exam exams course courses coursework candidate training class classes attended audited
    test
    """
)
_SHARED_AFTER = word_set(
    """
    jointly together alongside team member helped assisted contributed co cowrote coauthored
    co-wrote collaborated shared part one joint
    """
)
_STRONG = word_set(
    """
    complete deliver implement launch deploy achieve finalize adopt ship execute attain reach
    realize win secure earn obtain hold issue publish introduce enact institute approve
    """
)


_ISSUED = word_set("issue publish introduce enact institute implement adopt approve")
_FAR = 40
"""Words that a clause has at most; bounds the work on hostile text."""


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


# Words that, with the word after them, leave open whether it was done or had.
_OPEN = {
    "to": word_set("prepared preparing offered offering due about slated scheduled ready willing"),
    "for": word_set(
        """
        applied applying apply applies bid bids bidding tendered competed auditioned interviewed
        nominated shortlisted longlisted nominee finalist considered
        """
    ),
    "on": word_set("bid bids bidding"),
    "into": word_set("looked looking look"),
    "up": word_set("runner"),
}
_WEIGHED = word_set("considered considering explored exploring discussed debated contemplated")


class Weak(NamedTuple):
    """A weakening word and what it covers."""

    word: int
    kind: FindingType
    stems: frozenset[str]


def weakened(reading: Reading) -> tuple[Weak, ...]:
    """The weakening words of a text with the stems of the words that each covers."""
    return _weakened(reading.text)


@lru_cache(maxsize=16384)
def _weakened(text: str) -> tuple[Weak, ...]:
    reading = read(text)
    words = reading.words
    found: list[Weak] = []
    for index, word in enumerate(words):
        norm = word.norm
        following = words[index + 1].norm if index + 1 < len(words) else ""
        if norm == "planned" and word.opens and following != "to":
            continue  # who planned the party organized it
        if (
            norm in _UNDONE
            and index
            and (
                (word.known.agency is None and norm != "preparation")
                or _ends_clause(reading, index)
            )
        ):
            found.append(Weak(index, "modality", _sentence_before(reading, index)))
        elif norm in _TARGETS and index and _is_aimed_at(reading, index):
            found.append(Weak(index, "modality", _so_far(reading, index) | _rest(reading, index)))
        elif norm == "by" and index and _others_did(reading, index):
            found.append(Weak(index, "agency", _so_far(reading, index)))
        elif norm in _RARELY:
            found.append(Weak(index, "frequency", _rest(reading, index) or _so_far(reading, index)))
        elif (
            norm in _BEHIND
            and index
            and not word.opens
            and (
                following == ""
                or following in ("but", "and")
                or words[index - 1].known.kind == "function"
                or index + 1 == len(words)
                or words[index + 1].gap != " "
            )
        ):
            found.append(
                Weak(
                    index,
                    "modality",
                    _so_far(reading, index)
                    | (_rest(reading, index) if following != "" else frozenset()),
                )
            )
        elif norm == "before" and following in ("i", "my"):
            found.append(Weak(index, "agency", _so_far(reading, index)))
        elif norm in _OPEN.get(following, ()) or (norm in _WEIGHED and following.endswith("ing")):
            found.append(Weak(index, "modality", _rest(reading, index + 1)))
        elif (
            (norm in _AHEAD and not _is_kind_of_work(reading, index))
            or (norm in ("plan", "plans", "planned") and following == "to")
            or (norm in _NOUNS and word.known.agency is not None and norm.endswith("ed"))
        ):
            found.append(Weak(index, "modality", _rest(reading, index)))
        elif norm in _NOUNS:
            found.append(Weak(index, "modality", _phrase(reading, index)))
        elif norm in _LEVEL or (norm == "some" and following and words[index + 1].name):
            found.append(Weak(index, "proficiency", _level(reading, index)))
        elif norm == "co" and following and words[index + 1].gap == "-":
            found.append(Weak(index, "agency", frozenset({words[index + 1].known.stem})))
        elif norm.startswith("co") and norm[2:] in (
            "authored",
            "founded",
            "led",
            "wrote",
            "managed",
            "created",
            "developed",
            "designed",
            "taught",
            "hosted",
            "organized",
            "chaired",
            "author",
            "founder",
        ):
            found.append(Weak(index, "agency", frozenset({known(norm[2:]).stem})))
        elif norm == "one" and following == "of":
            found.append(Weak(index, "agency", _rest(reading, index)))
    return tuple(weak for weak in found if weak.stems)


def _is_aimed_at(reading: Reading, index: int) -> bool:
    """'goal of 10 %', 'target: reduce waste'; not 'set clear objectives for lessons'."""
    words = reading.words
    if index + 1 >= len(words) or words[index].norm == words[index].known.lemma:
        return True
    following = words[index + 1]
    return following.numeric or following.gap != " " or following.norm in ("of", "to", "was", "is")


def _is_kind_of_work(reading: Reading, index: int) -> bool:
    """'110 pending files': what waits is the work; 'pending certification' is not yet had."""
    words = reading.words
    if words[index].norm != "pending" or index + 1 >= len(words) or not index:
        return False
    following = words[index + 1]
    return words[index - 1].numeric and not following.known.marks & {"credential"}


def _ends_clause(reading: Reading, index: int) -> bool:
    words = reading.words
    return (
        index + 1 == len(words)
        or words[index + 1].gap != " "
        or words[index + 1].norm in ("on", "for", "in", "at")
        or words[index - 1].norm == "in"
    )


def _others_did(reading: Reading, index: int) -> bool:
    """'primers designed by the postdoc': a participle, then 'by' and somebody."""
    words = reading.words
    if index + 1 >= len(words) or words[index].gap != " ":
        return False
    done = words[index - 1]
    after = words[index + 1]
    if done.norm == done.known.lemma or (
        done.known.agency is None and not done.norm.endswith("ed")
    ):
        return False
    if after.numeric or after.norm.endswith("ing"):
        return False
    return (
        after.norm in ("the", "a", "an", "another", "other", "others", "my", "our", "their")
        or after.name
        or bool(after.known.marks & {"title", "people"})
    )


def _sentence_before(reading: Reading, index: int) -> frozenset[str]:
    words = reading.words
    first = index
    while first > max(0, index - _FAR) and not breaks(words[first], (";", ". ")):
        first -= 1
    return _content(reading, first, index)


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
    findings: list[Finding] = []
    firm = None
    for number, line in enumerate(scope.lines):
        if line.kind == "section" or line.kind == "heading":
            continue
        for weak in weakened(line.reading):
            if weak.kind in weak_kinds and weak.kind != "modality":
                continue
            if line.reading.words[weak.word].norm in _UNDONE and norms & _UNDONE:
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
            if weak.kind != "proficiency":
                shared -= still
            share = 3 if marker.norm in _UNDONE else 2
            if marker.norm == "by" and (
                "by" in norms or line.reading.words[weak.word - 1].known.stem not in shared
            ):
                continue
            if not shared or (
                share * len(shared) < len(covered)
                and not (shared & _names(line) and "modality" not in weak_kinds)
            ):
                continue
            if weak.kind == "agency" and marker.norm != "by" and not _by_verb(claim, shared):
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


def _by_verb(claim: Claim, shared: frozenset[str]) -> bool:
    return any(
        claim.reading.words[p.verb].known.stem in shared or p.content & shared
        for p in claim.reading.predicates
        if p.agency >= 2
    )


def _weak_kinds(norms: set[str]) -> frozenset[str]:
    found: set[str] = set()
    if norms & (_AHEAD | _NOUNS | _BEHIND | _UNDONE) or norms & {
        "plan",
        "plans",
        "planned",
        "exam",
        "course",
        "coursework",
        "aims",
        "learn",
        "trained",
    }:
        found.add("modality")
    if (
        norms & _RARELY
        or "occasion" in norms
        or ("times" in norms and "at" in norms)
        or "needed" in norms
    ):
        found.add("frequency")
    if norms & _LEVEL or norms & {"knowledge", "understanding"}:
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
    grave = marker.lower() == "expected" or (named and marker.lower() in _UNDONE)
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
    undone = [line for line in scope.lines if _open_still(line.reading)]
    if not undone or _open_still(claim.reading):
        return []
    for predicate in claim.reading.predicates:
        if predicate.verb < 0 or predicate.lemma not in _STRONG:
            continue
        for line in undone:
            if predicate.content & _line_stems(line):
                mine = claim.reading.words[predicate.verb]
                reason = f"The evidence says that it was not finished: {quoted(line)}."
                findings.append(
                    finding("modality", "hard", "major", mine.start, mine.end, reason, (line,))
                )
                break
    return findings


def _open_still(reading: Reading) -> bool:
    """'not complete', 'never finished', 'not done yet'."""
    words = reading.words
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
        for one in _weakened(text):
            weak |= one.stems
        found.update(word.known.stem for word in read(text).words if word.known.stem not in weak)
    return frozenset(found)


def _content(reading: Reading, first: int, last: int) -> frozenset[str]:
    return frozenset(
        word.known.stem
        for word in reading.words[first:last]
        if (word.known.kind == "content" and not word.numeric)
        or (word.known.agency is not None and word.known.kind != "function")
    )


def _rest(reading: Reading, index: int) -> frozenset[str]:
    """From the word to the end of its clause."""
    words = reading.words
    last = index + 1
    while last < min(len(words), index + _FAR) and not any(
        mark in words[last].gap for mark in (";", ".", ")", " - ", ",", "(")
    ):
        if (
            words[last].norm in ("that", "which", "who")
            and last + 1 < len(words)
            and words[last + 1].known.agency is not None
            and words[last + 1].norm.endswith("ed")
        ):
            break
        if (
            words[last].norm in ("but", "while", "and")
            and last + 1 < len(words)
            and words[last + 1].known.agency is not None
        ):
            break
        last += 1
    return _content(reading, index + 1, last)


def _so_far(reading: Reading, index: int) -> frozenset[str]:
    """From the beginning of the clause to the word."""
    words = reading.words
    first = index
    while (
        first > max(0, index - _FAR)
        and not words[first].opens
        and not breaks(words[first], (";", "(", ","))
    ):
        first -= 1
    return _content(reading, first, index)


def _phrase(reading: Reading, index: int) -> frozenset[str]:
    """The noun phrase that the word belongs to."""
    words = reading.words
    last = index + 1
    while last < len(words) and words[last].norm in ("a", "an", "the"):
        last += 1
    while (
        last < min(len(words), index + _FAR)
        and words[last].gap in (" ", "-", "/")
        and words[last].known.kind != "function"
    ):
        last += 1
    if last == index + 1 and last < len(words) and words[last].norm == "of":
        return _rest(reading, index)
    return _content(reading, index + 1, last)


def _level(reading: Reading, index: int) -> frozenset[str]:
    """The skill a level belongs to: 'basic Spanish', 'Spanish (basic)', 'familiar with Excel'."""
    words = reading.words
    if "(" in words[index].gap and index:
        first = index - 1
        while first and words[first].gap in (" ", "-", "/"):
            first -= 1
        return _content(reading, first, index)
    first = index + 1
    while first < len(words) and words[first].norm in (
        "with",
        "in",
        "of",
        "knowledge",
        "to",
        "the",
        "use",
        "skills",
    ):
        first += 1
    last = first
    while last < len(words) and (last == first or words[last].gap in (" ", "-", "/")):
        last += 1
    return _content(reading, first, last)
