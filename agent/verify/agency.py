"""Actions and how much of them the person claims: 'led' needs more than 'assisted with'.

Each verb of the rewrite is held against the verbs that the evidence uses of the same things. It is
licensed by the same verb, by one of the same group, by a weaker one, and by a carrier verb that
only turns the evidence's verb into a noun ('performed inspections' for 'inspected').
"""

from __future__ import annotations

import itertools

from agent.language.ladders import AGENCY, word_set
from agent.models import Finding
from agent.verify.align import Claim, finding, nearest, quoted
from agent.verify.deeds import (
    UNDERGOING,
    also_theirs,
    by_others,
    happened,
    is_passive,
    never_done,
    of_somebody,
    only_watched,
    subject,
)
from agent.verify.direction import SPEEDING
from agent.verify.licensing import goes_beyond, licenses, same_group_freely, same_work
from agent.verify.polarity import denied
from agent.verify.predicates import Predicate
from agent.verify.ranks import named_rung, own_rank, tends
from agent.verify.scope import Line, Scope, ways_of
from agent.verify.words import Word


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Verbs that the evidence's verbs for the same things do not carry."""
    findings = []
    for predicate in claim.reading.predicates:
        if predicate.verb >= 0:
            found = _check(predicate, claim, scope)
            if found:
                findings.append(found)
    return findings


def _check(predicate: Predicate, claim: Claim, scope: Scope) -> Finding | None:
    word = claim.reading.words[predicate.verb]
    marks = word.known.marks
    if _unchanged(predicate, claim, scope):
        return None
    if predicate.verb in claim.expanded and predicate.agency <= 2:
        return None
    before = claim.reading.words[predicate.verb - 1] if predicate.verb else word
    if before.known.lemma in _URGING and word.gap == " " and claim.carried[predicate.verb]:
        return None  # 'recommended dropping the lanes' has dropped nothing
    if word.numeric or _counts(claim, predicate):
        return None  # 'doubled' is an amount, and so is what 'reached 410' says
    bare = predicate.last == predicate.verb + 1 and predicate.agency <= 2
    if bare and before.norm == "to" and claim.carried[predicate.verb]:
        return None  # 'fabricated to print'
    passive = is_passive(claim.reading.words, predicate.verb)
    named = of_somebody(claim.reading.words, predicate.verb)
    same = [
        (p, n)
        for p, n in scope.predicates
        if p.verb >= 0
        and (
            (
                p.stem == predicate.stem
                and (predicate.lemma != "do" or p.content & predicate.content)
            )
            or (
                (not p.light or predicate.light)  # 'took x-rays' says nothing of who read them
                and p.groups & predicate.groups
                and (p.content - subject(p, scope.lines[n].reading.words)) & predicate.content
            )
        )
    ]
    if (
        predicate.agency >= 2
        and not passive
        and not named
        and same
        and all(
            p.agency == 0 < p.base
            or (word.known.agency is None and happened(p, scope.lines[n].reading.words))
            for p, n in same
        )
    ):
        return _of_others(word, scope.lines[same[0][1]])
    if (predicate.base == 1 or marks & {"light", "carrier"}) and predicate.agency <= 2:
        watched = None if passive or named else only_watched(predicate, scope)
        if watched is not None:
            return _of_others(word, scope.lines[watched])
    if predicate.base <= 1 or (
        (named or predicate.agency == 0) and claim.carried[predicate.verb] is not None
    ):
        return None  # told as seen, or as another's
    if marks & {"light", "carrier"} and predicate.agency <= 2:
        theirs = None if passive or named else also_theirs(predicate, same)
        if theirs is not None:
            return _of_others(word, scope.lines[theirs])
        if "light" in marks:
            return None
    if predicate.agency <= 2 and _is_denied(claim, predicate):
        return None
    if by_others(claim, predicate) or _describes(claim, predicate):
        return None
    after = predicate.verb + 1
    if predicate.agency <= 2 and after < predicate.last:
        lowered = any(p.stem == predicate.stem and p.agency < p.base for p, _ in scope.predicates)
        if not lowered and word.norm + claim.reading.words[after].norm in scope.joined:
            return None
    about = nearest(predicate, scope)
    alone = not predicate.content and not any(
        p.stem == predicate.stem or p.groups & predicate.groups for p, _ in scope.predicates
    )
    if "outcome" in marks and (predicate.content or alone) and not _is_head(claim, predicate):
        about = [
            (p, n)
            for p, n in about
            if p.content & predicate.content
            or p.like & predicate.like
            or p.stem in predicate.content
        ]
        if not about and not any(
            p.stem == predicate.stem and n == claim.main for p, n in scope.predicates
        ):
            line = scope.lines[claim.main]
            return finding(
                "outcome",
                "hard",
                "major",
                word.start,
                word.end,
                f"Nothing in the evidence says that this came of it: {quoted(line)}.",
                (line,),
            )
    lone = (
        not predicate.content
        and predicate.agency <= 2
        and not any(
            "people" in after.known.marks
            for after in claim.reading.words[predicate.verb + 1 : predicate.last]
        )
    )
    if (word.known.agency is None or lone) and claim.carried[predicate.verb]:
        return None
    if predicate.lemma in UNDERGOING and any(
        p.agency == 0 and p.stem in predicate.content for p, _ in about
    ):
        return None  # 'completed training' of one who was trained
    ways = marks & {"up", "down"}
    if predicate.lemma in SPEEDING and "down" in ways_of(scope):
        return None  # less time is more speed
    if ways and (ways_of(scope) & ways or _compared(claim, predicate, scope, ways)):
        return None
    if word.known.lemma in _SURPASSING and _surpassed(scope):
        return None
    licensed = [
        (p, n)
        for p, n in about or [(p, n) for p, n in scope.predicates if p.verb >= 0]
        if licenses(p, predicate, claim, scope.lines[n].reading.words)
        and not happened(p, scope.lines[n].reading.words)
        and not never_done(p, scope.lines[n])
    ]
    if any(p.agency >= predicate.agency or same_group_freely(p, predicate) for p, _ in licensed):
        return None
    if not about and not licensed and claim.carried[predicate.verb] and predicate.agency <= 2:
        return None
    if predicate.agency <= 2 and same_work(predicate, about, claim, scope):
        return None
    said = claim.reading.text[word.start : word.end]
    best = (licensed or about or list(scope.predicates))[:1]
    line = scope.lines[best[0][1]] if best else scope.lines[0]
    fragments = [
        n
        for p, n in about
        if p.verb < 0
        and p.agency == 2
        and not goes_beyond(p, predicate, claim, scope.lines[n].reading.words)
    ]
    if fragments and predicate.agency <= named_rung(scope, fragments):
        return None
    highest = max((p.agency for p, _ in licensed or about or scope.predicates), default=2)
    if 2 < predicate.agency <= own_rank(scope) or tends(claim, predicate, scope):
        return None
    if predicate.agency > highest:
        return finding(
            "agency",
            "hard",
            "major",
            word.start,
            word.end,
            f"{said!r} claims more than {quoted(line)} ({AGENCY[highest]}).",
            (line,),
            _verb_of(best, scope),
        )
    if "outcome" in marks:
        return finding(
            "outcome",
            "hard",
            "major",
            word.start,
            word.end,
            f"Nothing in the evidence says {said!r}: {quoted(line)}.",
            (line,),
        )
    return finding(
        "action",
        "soft",
        "major",
        word.start,
        word.end,
        f"{said!r} is not what the evidence says was done: {quoted(line)}.",
        (line,),
        _verb_of(best, scope),
    )


def _unchanged(predicate: Predicate, claim: Claim, scope: Scope) -> bool:
    """Whether the verb stands as in the line itself, the words around it too."""
    own = scope.lines[0]
    first, last = predicate.verb - 4, predicate.verb + 3
    if own.kind != "own" or first < 0:
        return False
    around = [word.norm for word in claim.reading.words[first:last]]
    theirs = [word.norm for word in own.reading.words]
    return any(
        theirs[at : at + len(around)] == around for at in range(len(theirs) - len(around) + 1)
    )


def _of_others(word: Word, line: Line) -> Finding:
    reason = f"By {quoted(line)} somebody else did this."
    return finding("agency", "hard", "major", word.start, word.end, reason, (line,))


_URGING = word_set("recommend propose suggest advise advocate consider discuss")
_COUNTING = word_set("reach total average number measure span comprise hit peak stand")


def _counts(claim: Claim, predicate: Predicate) -> bool:
    """'totalling 18 episodes': the verb only leads to the amount, which has its own check."""
    words = claim.reading.words
    return (
        words[predicate.verb].known.lemma in _COUNTING
        and predicate.verb + 1 < len(words)
        and any(word.numeric for word in words[predicate.verb + 1 : predicate.verb + 3])
    )


def _is_denied(claim: Claim, predicate: Predicate) -> bool:
    """'not authorized to give medications' claims no deed; the check of polarity looks at it."""
    return any(s.first <= predicate.verb < s.last for s in denied(claim.reading))


def _compared(claim: Claim, predicate: Predicate, scope: Scope, ways: frozenset[str]) -> bool:
    """'reduced waste' of one who had 'less waste': a comparative of the evidence goes that way."""
    return any(
        ways & word.known.marks
        and word.norm in _COMPARATIVES
        and predicate.content & {w.known.stem for w in line.reading.words}
        for line in scope.lines[: claim.main + 1]
        if line.kind in ("own", "fact") or line is scope.lines[claim.main]
        for word in line.reading.words
    )


_COMPARATIVES = word_set(
    "less fewer lower shorter smaller down more higher up bigger larger longer"
)
_SURPASSING = word_set("exceed surpass beat top outpace better outperform")


def _surpassed(scope: Scope) -> bool:
    """'140 units an hour, goal was 120', '108% of quota': the amounts say which is more."""
    return any(amount.role == "over" for amount, _ in scope.quantities) or any(
        second.role == "vs" and first.unit == second.unit and first.low > second.high
        for (first, n), (second, m) in itertools.pairwise(scope.quantities)
        if n == m
    )


def _is_head(claim: Claim, predicate: Predicate) -> bool:
    """Whether the verb opens the sentence, and so is the deed and not what came of it."""
    return claim.reading.words[predicate.verb].opens


def _describes(claim: Claim, predicate: Predicate) -> bool:
    """A participle after its noun, which describes and claims little: 'defects found during'."""
    words = claim.reading.words
    word = words[predicate.verb]
    if word.opens or word.gap != " " or predicate.agency > 2 or "outcome" in word.known.marks:
        return False
    before = words[predicate.verb - 1]
    return (
        not word.norm.endswith("ing")
        and word.norm != word.known.lemma
        and (before.known.kind != "function" and "evaluative" not in before.known.marks)
    )


def _verb_of(about: list[tuple[Predicate, int]], scope: Scope) -> str | None:
    for predicate, line in about:
        if predicate.verb >= 0:
            reading = scope.lines[line].reading
            words = reading.words
            last = predicate.verb
            if (
                predicate.agency < 2
                and last + 1 < len(words)
                and words[last + 1].norm in ("with", "in", "to")
            ):
                last += 1
            return reading.text[words[predicate.verb].start : words[last].end].lower()
    return None
