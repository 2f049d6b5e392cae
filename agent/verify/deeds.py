"""What of the deeds around a verb are somebody else's: watched, suffered, named as another's."""

from __future__ import annotations

from agent.language.ladders import word_set
from agent.verify.align import Claim
from agent.verify.doers import names_somebody
from agent.verify.polarity import denied
from agent.verify.predicates import Predicate
from agent.verify.scope import Line, Scope
from agent.verify.words import Word


def of_somebody(words: tuple[Word, ...], verb: int) -> bool:
    """'Ann and Tom talked': the rewrite names who did it too."""
    if verb < 1 or words[verb].gap != " ":
        return False
    before = words[verb - 1]
    if before.norm in _WERE and verb > 1:  # 'which was maintained under contract'
        return words[verb - 2].norm in ("which", "that")
    if (
        before.norm == "to"
        and verb > 2
        and "for" in {w.norm for w in words[max(0, verb - 5) : verb]}
    ):
        return names_somebody(words[verb - 2], verb - 2, words)  # 'for the doctor to read'
    if before.norm in ("that", "which") and verb > 1:  # 'at a salon that won'
        return names_somebody(words[verb - 2], verb - 2, words)
    return before.norm == "who" or names_somebody(before, verb - 1, words)


def only_watched(predicate: Predicate, scope: Scope) -> int | None:
    """Number of the line that only saw what these words name: 'observed nurses giving injections'
    is no injection given."""
    taken = predicate.lemma in UNDERGOING
    about = [
        (p, n)
        for p, n in scope.predicates
        if p.content & predicate.content and not (taken and p.stem in predicate.content)
    ]
    if about and all(p.verb >= 0 and p.agency == 0 for p, _ in about):
        return about[0][1]
    return None


def is_passive(words: tuple[Word, ...], verb: int) -> bool:
    """'endpoints, used by three teams', 'files, seven of which were denied': not the writer."""
    before = words[verb - 1].norm if verb else ""
    after = words[verb + 1].norm if verb + 1 < len(words) else ""
    doer = verb + 2 < len(words) and not words[verb + 2].norm.endswith("ing")
    past = words[verb].norm != words[verb].known.lemma and not words[verb].norm.endswith("ing")
    return past and verb > 0 and (before in _WERE or (after == "by" and doer))


def happened(predicate: Predicate, words: tuple[Word, ...]) -> bool:
    """'Sent files to the unit, 7 were denied': done to them, by someone else than who sent them."""
    verb = predicate.verb
    return (
        verb > 1
        and words[verb - 1].norm in ("was", "were", "got", "been")
        and not words[verb - 1].opens
        and words[0].known.agency is not None
        and words[0].norm != words[verb].norm
        and any(word.gap.strip() in (",", ";", "-", ".") for word in words[1:verb])
    )


def by_others(claim: Claim, predicate: Predicate) -> bool:
    """'supervised by an attorney': somebody else's action."""
    words = claim.reading.words
    return (
        predicate.verb + 1 < len(words)
        and words[predicate.verb + 1].norm == "by"
        and words[predicate.verb].norm.endswith(("ed", "en", "wn", "ught", "de", "pt"))
    )


def subject(predicate: Predicate, words: tuple[Word, ...]) -> frozenset[str]:
    """Stems of who did it, where another did: 'foreman' in 'the foreman ran the job'."""
    verb = predicate.verb
    if predicate.agency or any(word.norm == "by" for word in words[verb + 1 : verb + 3]):
        return frozenset()
    return frozenset(word.known.stem for word in words[max(0, verb - 3) : verb])


def also_theirs(predicate: Predicate, same: list[tuple[Predicate, int]]) -> int | None:
    """Number of the line where others did a part of it: 'did first fix, the others did second'."""
    own = {stem for p, _ in same if p.agency for stem in p.content}
    for p, number in same:
        if p.agency == 0 < p.base and (p.content & predicate.content) - own:
            return number
    return None


def never_done(predicate: Predicate, line: Line) -> bool:
    """'observed a study, never run one': a denied verb entitles to nothing."""
    return any(s.first <= predicate.verb < s.last for s in denied(line.reading))


_WERE = word_set("was were been being")

UNDERGOING = word_set("complete undergo receive attend undertake finish get have")
