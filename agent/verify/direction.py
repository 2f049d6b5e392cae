"""Which way a thing went: up or down, from here to there, in or out."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from agent.language.amounts import way
from agent.language.ladders import opposites, word_set
from agent.models import Finding
from agent.verify.align import Claim, finding, quoted
from agent.verify.polarity import denied
from agent.verify.reading import read
from agent.verify.scope import Scope

_UP = word_set(
    """
    increase grow raise boost expand lift gain rise double triple climb extend surge up higher
    jump widen enlarge more
    """
)
_DOWN = word_set(
    """
    reduce cut lower decrease shrink trim lessen drop slash fall decline halve shorten down
    fewer less minimize dip diminish
    """
)


_MOVES = _UP | _DOWN
SPEEDING = word_set("accelerate speed expedite hasten quicken")


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Changes turned round, opposites, and 'from A to B' read backwards."""
    return (
        _changes(claim, scope)
        + _contraries(claim, scope)
        + _ways(claim, scope)
        + _late(claim, scope)
        + _went(claim, scope)
        + _against_its_amounts(claim, scope)
    )


def _against_its_amounts(claim: Claim, scope: Scope) -> list[Finding]:
    """'rising from 9 to 7': a word of change right before two amounts that go the other way."""
    words = claim.reading.words
    for first, last in pairwise(claim.reading.quantities):
        went = way(first, last)
        if went is None:
            continue
        before = [word for word in words if word.end <= first.start and not word.numeric][-3:]
        said = [word for word in before if word.known.marks & {"up", "down"}]
        if said and went not in said[-1].known.marks and said[-1].known.lemma not in SPEEDING:
            start, end = said[-1].start, last.end
            reason = f"{said[-1].text!r} is not the way these amounts go."
            lines = (scope.lines[claim.main],)
            return [finding("direction", "hard", "major", start, end, reason, lines)]
    return []


_WENT = re.compile(
    r"\b(?:went|go(?:es)?|going|moved|came|was|were|is|are) (up|down)\b", re.IGNORECASE
)


def _went(claim: Claim, scope: Scope) -> list[Finding]:
    """'rates went up' is not 'rates went down'."""
    found = _WENT.search(claim.reading.text)
    if not found:
        return []
    theirs = {match.group(1).lower() for match in _WENT.finditer(scope.text)}
    if not theirs or found.group(1).lower() in theirs:
        return []
    line = scope.lines[claim.main]
    reason = f"The evidence says the contrary: {quoted(line)}."
    return [finding("direction", "hard", "major", found.start(), found.end(), reason, (line,))]


_LATE = re.compile(r"\b(late|delayed|behind schedule|overdue)\b", re.IGNORECASE)
_BETTER = tuple(
    (
        re.compile(rf"\b(?:{better})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{given})\b", re.IGNORECASE),
    )
    for better, given in (
        ("under budget|below budget", "on budget"),
        (
            "ahead of schedule|ahead of time|ahead of plan|early|before (?:the )?deadline",
            "on time|on schedule|by (?:the )?deadline",
        ),
    )
)
_EARNED = tuple(
    (re.compile(rf"\b(?:{said})\b", re.IGNORECASE), re.compile(rf"\b(?:{known})", re.IGNORECASE))
    for said, known in (
        ("(?:under|below|within|on) budget", "budget|cost|under|below|sav|\\$|£|€"),
        (
            "(?:ahead of|on) schedule|ahead of (?:time|plan)",
            r"schedul|early|earlier|ahead|before|deadline|plan\b|time|late|due|sooner",
        ),
    )
)
_ON_TIME = re.compile(r"\b(on time|on schedule|ahead of schedule|early)\b", re.IGNORECASE)


def _late(claim: Claim, scope: Scope) -> list[Finding]:
    """'two weeks late' is not 'on time', and a line that knows no plan was not ahead of one."""
    line = scope.lines[claim.main]
    for said, told in _EARNED:
        earned = said.search(claim.reading.text)
        if earned and not told.search(scope.text):
            reason = f"Nothing in the evidence says {earned.group()!r}: {quoted(line)}."
            return [
                finding("outcome", "hard", "major", earned.start(), earned.end(), reason, (line,))
            ]
    for better, given in _BETTER:
        ahead = better.search(claim.reading.text)
        if ahead and not better.search(scope.text) and given.search(line.reading.text):
            reason = f"The evidence says less: {quoted(line)}."
            return [
                finding("direction", "hard", "major", ahead.start(), ahead.end(), reason, (line,))
            ]
    found = _ON_TIME.search(claim.reading.text)
    if not found or _ON_TIME.search(line.reading.text) or not _LATE.search(line.reading.text):
        return []
    return [
        finding(
            "direction",
            "hard",
            "major",
            found.start(),
            found.end(),
            f"The evidence says the contrary: {quoted(line)}.",
            (line,),
        )
    ]


def _changes(claim: Claim, scope: Scope) -> list[Finding]:
    findings = []
    words = claim.reading.words
    for predicate in claim.reading.predicates:
        if predicate.verb < 0 or predicate.lemma not in _MOVES:
            continue
        mine = predicate.lemma in _UP
        same = turned = None
        for other, number in scope.predicates:
            if other.verb < 0 or other.lemma not in _MOVES:
                continue
            if not other.content & predicate.content and other.content and predicate.content:
                continue
            if (other.lemma in _UP) == mine:
                same = number
            else:
                turned = number
        if turned is not None and same is None:
            line = scope.lines[turned]
            word = words[predicate.verb]
            findings.append(
                finding(
                    "direction",
                    "hard",
                    "major",
                    word.start,
                    word.end,
                    f"The evidence says the contrary: {quoted(line)}.",
                    (line,),
                )
            )
    return findings


def _contraries(claim: Claim, scope: Scope) -> list[Finding]:
    table = opposites()
    words = claim.reading.words
    turning = [index for index, word in enumerate(words) if word.known.stem in table]
    if not turning:
        return []
    findings = []
    pairs = _pairs(scope.texts)
    out = {i for stretch in denied(claim.reading) for i in range(stretch.first, stretch.last)}
    for index in turning:
        word = words[index]
        if index in out:
            continue
        if index + 1 < len(words) and words[index + 1].gap == " ":
            following = words[index + 1].known.stem
            if words[index + 1].norm in ("and", "or"):
                continue  # 'loaded and unloaded' may be told in either order
            for stem in table[word.known.stem]:
                if _both(pairs, stem, word.known.stem) or _both(pairs, word.known.stem, stem):
                    continue
                if (stem, following) in pairs and (word.known.stem, following) not in pairs:
                    line = scope.lines[pairs[stem, following]]
                    findings.append(
                        finding(
                            "direction",
                            "hard",
                            "major",
                            word.start,
                            words[index + 1].end,
                            f"The evidence says the contrary of {word.text!r}: {quoted(line)}.",
                            (line,),
                        )
                    )
    for index in turning:
        word = words[index]
        contrary = table[word.known.stem]
        if ("~" + word.known.stem) in scope.keys or claim.carried[index] == ():
            continue
        for stem in contrary:
            lines = scope.keys.get("~" + stem)
            if lines:
                line = scope.lines[lines[0]]
                findings.append(
                    finding(
                        "direction",
                        "hard",
                        "major",
                        word.start,
                        word.end,
                        f"The evidence says the contrary of {word.text!r}: {quoted(line)}.",
                        (line,),
                    )
                )
                break
    return findings


def _both(pairs: dict[tuple[str, str], int], one: str, other: str) -> bool:
    return ("and", other) in pairs and pairs.get((one, "and")) == pairs["and", other]


@lru_cache(maxsize=4096)
def _pairs(texts: tuple[str, ...]) -> dict[tuple[str, str], int]:
    """Neighbouring words that the evidence says and does not deny, with their line."""
    found: dict[tuple[str, str], int] = {}
    for number, text in enumerate(texts):
        reading = read(text)
        out = {i for s in denied(reading) for i in range(s.first, s.last)}
        words = reading.words
        for index in range(len(words) - 1):
            if index not in out:
                found.setdefault((words[index].known.stem, words[index + 1].known.stem), number)
    return found


def _ways(claim: Claim, scope: Scope) -> list[Finding]:
    findings = []
    for start, end, source, goal in _ways_of(claim.reading.text):
        for line in scope.lines:
            for _, _, theirs, their_goal in _ways_of(line.reading.text):
                if source & their_goal and goal & theirs and not source & theirs:
                    findings.append(
                        finding(
                            "direction",
                            "hard",
                            "major",
                            start,
                            end,
                            f"The evidence goes the other way: {quoted(line)}.",
                            (line,),
                        )
                    )
    return findings


@lru_cache(maxsize=16384)
def _ways_of(text: str) -> tuple[tuple[int, int, frozenset[str], frozenset[str]], ...]:
    """(start, end, stems after 'from', stems after 'to') for each 'from A to B' or 'to B from A'."""  # noqa: E501
    parts: dict[str, tuple[int, frozenset[str]]] = {}
    words = read(text).words
    found = []
    for index, word in enumerate(words):
        if word.norm not in ("from", "to", "into") or index + 1 >= len(words):
            continue
        last = index + 1
        while (
            last < len(words)
            and last < index + 5
            and (
                last == index + 1
                or (words[last].gap in (" ", "-") and words[last].known.kind != "function")
            )
        ):
            last += 1
        if word.norm == "to" and "from" not in parts and index and words[index + 1].name:
            before = words[index - 1]
            if (before.name or before.opens) and before.gap in (" ", "") and not before.numeric:
                found.append(  # 'German to English'
                    (
                        before.start,
                        words[index + 1].end,
                        frozenset((before.known.stem,)),
                        frozenset((words[index + 1].known.stem,)),
                    )
                )
                continue
        key = "from" if word.norm == "from" else "to"
        stems = (w.known.stem for w in words[index + 1 : last] if w.known.kind != "function")
        parts[key] = (index, frozenset(stems))
        other = "to" if key == "from" else "from"
        if other in parts and abs(parts[other][0] - index) <= 7:
            first = min(parts[other][0], index)
            found.append(
                (words[first].start, words[last - 1].end, parts["from"][1], parts["to"][1])
            )
            parts = {}
    return tuple(found)
