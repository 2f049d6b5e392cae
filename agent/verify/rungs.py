"""Ladders of single words: scope, frequency, quantifier, proficiency, exclusivity.

A word of a ladder stands for the words beside it: 'all branches' is carried by 'every branch', not
by 'all departments'. It may stand no higher than the evidence's word beside the same words; where
the evidence has none, no higher than a plain statement.
"""

from __future__ import annotations

from agent.language.ladders import known, word_set
from agent.language.units import YEAR
from agent.models import Finding, FindingType
from agent.verify.align import Claim, finding, quoted
from agent.verify.credentials import claims
from agent.verify.reading import Reading
from agent.verify.scope import ALL, Scope, beside
from agent.verify.words import Word

_PLAIN = {"proficiency": 1, "frequency": 3, "scope": 1, "quantifier": 3}
_TIMES = word_set(
    """
    day week month year quarter hour minute night shift morning evening weekend time
    """
)


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Words that stand higher on a ladder than the evidence's words for the same things."""
    findings = []
    words = claim.reading.words
    pairs = (
        {
            (one.norm, two.norm)
            for line in scope.lines
            for one, two in zip(line.reading.words, line.reading.words[1:], strict=False)
            if one.norm == "each"
        }
        if any(word.norm == "every" for word in words)
        else set()
    )
    heads = {p.verb for p in claim.reading.predicates}
    for index, word in enumerate(words):
        if word.norm == "only" and _counts_down(words, index):
            continue
        exclusive = "exclusive" in word.known.marks and word.norm == word.known.lemma
        if not (word.known.rungs or exclusive) or word.numeric or index in heads:
            continue
        if index in claim.expanded or claims(claim, index) or _is_rate(words, index, pairs):
            continue
        if claim.carried[index] is not None and _in_a_name(claim.reading, word):
            continue  # 'electronic health record', 'master's degree': no boast
        found = _exclusive(claim, scope, index) if exclusive else None
        for ladder, rung in word.known.rungs:
            found = found or _climbs(claim, scope, index, ladder, rung)
        if found:
            findings.append(found)
    return findings


def _in_a_name(reading: Reading, word: Word) -> bool:
    """True if the word is part of a known term of several words."""
    return any(
        hit.span.start <= word.start
        and word.end <= hit.span.end
        and " " in reading.text[hit.span.start : hit.span.end]
        for hit in reading.terms
    )


def _climbs(claim: Claim, scope: Scope, index: int, ladder: str, rung: int) -> Finding | None:
    words = claim.reading.words
    word = words[index]
    if rung <= 1 and ladder != "scope":
        return None
    if _is_idiom(words, index):
        return None
    if word.norm == "experienced" and scope.whole and _has_years(scope):
        return None
    if ladder == "quantifier" and rung == ALL and _is_counted(words, index, scope):
        return None
    if ladder == "quantifier" and word.norm != word.known.lemma and word.known.agency is not None:
        return None  # 'completing a course' is no 'complete set'
    if ladder in ("scope", "frequency") and word.norm != word.known.lemma and word.norm[-1] == "s":
        return None  # 'insurance companies' names several, not how far the work went
    anchors = beside(words, index)
    given = scope.ladders.get(ladder, ())
    same = [one for one in given if one.lemma == word.known.lemma or one.stem == word.known.stem]
    if ladder == "scope" and claim.carried[index]:
        return None
    if ladder != "quantifier" and any(one.line == claim.main for one in same):
        return None
    if same and (not anchors or any(not one.anchors or one.anchors & anchors for one in same)):
        return None
    near = [one for one in given if one.anchors & anchors]
    allowed = max((one.rung for one in near), default=_PLAIN[ladder])
    if ladder in ("scope", "frequency"):
        allowed = max((one.rung for one in given if one.line == claim.main), default=_PLAIN[ladder])
    if rung <= allowed:
        return None
    said = claim.reading.text[word.start : word.end]
    kind: FindingType = ladder  # type: ignore[assignment]
    line = scope.lines[near[0].line if near else claim.main]
    return finding(
        kind,
        "hard",
        "major",
        word.start,
        word.end,
        f"{said!r} says more than the evidence does: {quoted(line)}.",
        (line,),
        near[0].text if near else None,
    )


def _counts_down(words: tuple[Word, ...], index: int) -> bool:
    """'missed only 2 visits' makes less of an amount; 'one of only two' and 'the only' boast."""
    after = words[index + 1 : index + 2]
    before = words[index - 1].norm if index else "the"
    return bool(after) and after[0].numeric and before not in ("of", "the", "one", "was", "as")


def _is_idiom(words: tuple[Word, ...], index: int) -> bool:
    """'Eighteen people in all', 'all of it', 'a total of 9', 'an 11-strong crew'."""
    word = words[index]
    before = words[index - 1] if index else None
    after = [other.norm for other in words[index + 1 : index + 3]]
    return (
        (word.norm == "all" and before is not None and before.norm == "in")
        or (word.norm == "all" and len(after) == 2 and after[0] == "of" and after[1] in _PRONOUNS)
        or (word.norm == "all" and after[:1] in _BUT)  # the amount after it is checked
        or (word.norm == "complete" and after[:1] == ["with"])
        or (word.norm == "total" and before is not None and before.norm == "a")
        or (word.norm == "strong" and before is not None and before.numeric and word.gap == "-")
    )


def _is_counted(words: tuple[Word, ...], index: int, scope: Scope) -> bool:
    """'every one of 22 families' says no more than '22 families', whose number has its own check;
    and '100% inventory' is a full one."""
    after = [word for word in words[index + 1 : index + 5] if word.norm not in ("one", "the")]
    of = after[:1] and after[0].norm == "of" and after[1:2] and after[1].numeric
    return bool(of and not _is_part(scope)) or any(
        amount.unit == "percent"
        and amount.low == 100
        and not beside(words, index).isdisjoint(known(one).stem for one in amount.after)
        for amount, _ in scope.quantities
    )


def _is_part(scope: Scope) -> bool:
    """Whether an amount of the evidence is told as part of a whole: 'a pilot on one of three'."""
    return any(amount.role in ("of", "total", "rest") for amount, _ in scope.quantities)


_PRONOUNS = word_set("it")
_BUT = (["but"], ["except"], ["bar"])


def _has_years(scope: Scope) -> bool:
    """Whether the evidence speaks of experience or of years of it."""
    return "experience" in scope.keys or any(
        amount.unit == "time" and amount.low >= YEAR for amount, _ in scope.quantities
    )


_ALONE = word_set(
    """
    alone solo independently autonomously single-handedly singlehandedly unaided unassisted myself
    lone
    """
)


_SOLE = word_set("sole solely only exclusively lone")


def _exclusive(claim: Claim, scope: Scope, index: int) -> Finding | None:
    word = claim.reading.words[index]
    anchors = beside(claim.reading.words, index)
    if word.norm == "first" and "1st" in scope.keys:
        return None
    for same in (_ALONE, _SOLE):
        if word.norm in same and any(
            other.norm in same
            for line in scope.lines
            if line.kind in ("own", "fact")
            for other in line.reading.words
        ):
            return None
    for line in scope.lines:
        for place, other in enumerate(line.reading.words):
            if other.norm == word.norm or other.known.lemma == word.known.lemma:
                theirs = beside(line.reading.words, place)
                if not theirs or not anchors or theirs & anchors:
                    return None
    said = claim.reading.text[word.start : word.end]
    return finding(
        "exclusivity",
        "hard",
        "major",
        word.start,
        word.end,
        f"Nothing in the evidence says {said!r}.",
        scope.lines[:1],
    )


def _is_rate(words: tuple[Word, ...], index: int, pairs: set[tuple[str, str]]) -> bool:
    """'every month', 'every two hours' are rates."""
    if words[index].norm not in ("every", "each"):
        return False
    if index + 1 < len(words) and ("each", words[index + 1].norm) in pairs:
        return True
    return index + 1 < len(words) and (
        words[index + 1].numeric
        or words[index + 1].known.lemma in _TIMES
        or words[index + 1].norm in _TIMES
    )
