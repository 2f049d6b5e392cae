"""How high a line that names a post, or only a thing, places the person."""

from __future__ import annotations

from agent.language.ladders import word_set
from agent.verify.align import Claim
from agent.verify.predicates import Predicate
from agent.verify.scope import Scope
from agent.verify.titles import designations, leading

_RANKS = {
    "lead": 4,
    "leader": 4,
    "head": 4,
    "director": 4,
    "chief": 4,
    "captain": 4,
    "owner": 4,
    "chair": 4,
    "founder": 5,
    "manager": 3,
    "supervisor": 3,
    "foreman": 3,
    "responsible": 3,
    "charge": 3,
    "accountable": 3,
    "superintendent": 3,
}


def named_rung(scope: Scope, lines: list[int]) -> int:
    """The rung that a title gives where the evidence has no verb: 'Team lead, six people'."""
    rung = 2
    for number, line in enumerate(scope.lines):
        if number in lines or (line.kind == "heading" and not scope.whole):
            for word in line.reading.words:
                rung = max(rung, _RANKS.get(word.norm, 0))
    return rung


def own_rank(scope: Scope) -> int:
    """The rung of a title in the line itself: 'Opened two stores as setup lead'."""
    highest = 0
    for line in scope.lines:
        if line.kind in ("own", "fact"):
            words = line.reading.words
            named = [last for _, last in designations(line.reading)]
            opened = leading(words)
            named += [opened] if opened is not None else []
            highest = max([highest, *(_RANKS.get(words[last].norm, 0) for last in named)])
    return highest


def tends(claim: Claim, predicate: Predicate, scope: Scope) -> bool:
    """'Managed the calendar' of a line that only names the calendar: looked after it.

    Managing people, money, projects or a place is another thing.
    """
    own = [line for line in scope.lines if line.kind in ("own", "fact")]
    words = claim.reading.words[predicate.verb + 1 : predicate.last]
    return (
        predicate.lemma == "manage"
        and all(p.verb < 0 and p.agency == 2 for line in own for p in line.reading.predicates)
        and any(claim.carried[i] for i in range(predicate.verb + 1, predicate.last))
        and not any(
            word.known.marks & {"people", "title", "seniority"}
            or any(ladder == "scope" for ladder, _ in word.known.rungs)
            or word.known.lemma in _LED
            for word in words
        )
    )


_LED = word_set(
    """
    budget project program portfolio region site plant branch store shop restaurant practice
    operation business fund volunteer apprentice trainee intern contractor vendor reorganization
    change restructuring transformation merger p&l
    """
)
