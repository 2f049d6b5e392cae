"""Whether two amounts are of the same thing, in the same role, on the same side of a target."""

from __future__ import annotations

import re
from functools import lru_cache

from agent.language.amounts import Quantity, same_amount
from agent.language.ladders import known, word_set
from agent.language.lemmas import is_known
from agent.language.roles import COMPARED, GOALS
from agent.verify.scope import Scope

_LINKS = word_set("in on at by for with from to of per at across into over under using")


def named_late(claim: Quantity, evidence: Quantity, text: str, scope: Scope) -> bool:
    """Whether the thing counted follows late: '11 orthopedic and vestibular patients'."""
    if not text or claim.unit != "count" or not evidence.after:
        return False
    rest = re.split(r"[;.,()\d]", text[claim.end : claim.end + 70].lower())[0]
    later = re.findall(r"[^\W\d_]+", rest)[:7]
    ends = [n for n, word in enumerate(later) if word in _LINKS]
    shared = thing_keys(tuple(later[: ends[0] if ends else 7])) & thing_keys(evidence.after[-1:])
    return bool(shared) and not _bound_elsewhere(claim, shared, scope)


@lru_cache(maxsize=8192)
def thing_keys(lemmas: tuple[str, ...]) -> frozenset[str]:
    """Keys of the words that name a thing, small words left out."""
    found: set[str] = set()
    for lemma in lemmas:
        facts = known(lemma)
        if facts.kind != "function":
            found |= {key for key in facts.keys if key[0] != "v"}
    return frozenset(found)


def _generic(lemmas: tuple[str, ...]) -> bool:
    return bool(lemmas) and all(
        known(lemma).marks & {"people"} or known(lemma).kind != "content" for lemma in lemmas
    )


def _person(lemma: str) -> bool:
    return lemma.endswith(("er", "or", "ee", "ist", "ant", "ent", "child", "man", "woman"))


_ABOVE = word_set("over above exceed surpass more longer higher beyond outsell top overshoot past")
_BELOW = word_set("under below inside within less fewer shorter lower short shy undershoot")
_WON = word_set("beat outperform better")
_LOST = word_set("miss trail lag behind fail")


def counts_both(claim: Quantity, total: Quantity, text: str) -> bool:
    """Whether a sum is told of all of its parts, or of what they have in common."""
    rest = re.split(r"[;:(.\d]", text[claim.end : claim.end + 90].lower())[0]
    said = {known(word).lemma for word in re.findall(r"[a-z]+", rest)}
    return bool(said & set(total.after)) == bool(said & set(total.before))


def sides_agree(evidence: Quantity, claim: Quantity, text: str) -> bool:
    """'4% over target' of '104% of target', never '4% under'; and what something is measured by is
    told as a measure, not as what was done."""
    before = text[max(0, claim.start - 60) : claim.start].lower()
    near = set(claim.before + claim.after[:2] + claim.after[-1:])
    near |= set(re.findall(r"[a-z]+", re.split(r"[,;.(]", before)[-1])[-5:])
    near |= set(re.findall(r"[a-z]+", text[claim.end : claim.end + 24].lower())[:2])
    if evidence.role == "vs":
        if GOALS & set(evidence.before[-3:]) and claim.role != "vs":
            return bool(GOALS & near)  # 'average 8 minutes' is no target of 8
        return claim.role == "vs" or bool(COMPARED.search(" ".join(near)))
    if evidence.role not in ("over", "under"):
        return True
    lower_wins = evidence.unit == "time" or evidence.unit.startswith("money")
    above = _ABOVE if lower_wins else _ABOVE | _WON
    below = _BELOW if lower_wins else _BELOW | _LOST
    return not near & (below if evidence.role == "over" else above)


def roles_agree(evidence: Quantity, claim: Quantity) -> bool:
    """'to 2,400' is a level and never 'by 2,400'."""
    if "rest" in (evidence.role, claim.role):  # 'all but two'
        return evidence.role == claim.role
    if evidence.unit == "percent" and GOALS & set(evidence.after[:2]):
        return claim.role != "by"  # '104% of target' is no gain of 104 %
    if evidence.role == "span":
        return claim.role == "" and claim.low < claim.high
    if claim.role == "by":
        return evidence.role not in ("to", "from")
    if claim.role == "to":
        return evidence.role in ("to", "", "of")
    return not (claim.role == "from" and evidence.role == "to")


def _bind(claim: Quantity, evidence: Quantity) -> float:
    """How well the things counted agree: same words count more than words of like meaning."""
    exact = len(set(claim.after) & set(evidence.after))
    return 2.0 * exact + 0.1 * bool(thing_keys(claim.after) & thing_keys(evidence.after))


def same_thing(claim: Quantity, evidence: Quantity, near: frozenset[str], scope: Scope) -> bool:
    """Whether both amounts are of one thing.

    Args:
        claim: the rewrite's amount.
        evidence: an amount that would prove its number.
        near: keys of the words about the claim.
        scope: the evidence, whose other amounts may count the thing instead.
    """
    if evidence.role in ("over", "under"):
        return True
    if claim.unit not in ("count", "label", "ordinal"):
        theirs = thing_keys(evidence.after + evidence.before)
        if _spelt_out(claim.before + claim.after, evidence.before + evidence.after):
            return True
        if claim.role in ("from", "to") and claim.role == evidence.role:
            return True
        if not near or not theirs or near & theirs:
            return True
        return not _bound_elsewhere(claim, near, scope)
    if not claim.after or not evidence.after:
        return True
    if claim.after[-1] in ("head", "strong"):  # 'a 240-head herd' of '240 Holstein'
        return True
    if evidence.after[0] == "time":  # 'testified in hearings 11 times'
        return bool(thing_keys(claim.after) & thing_keys(evidence.before))
    if claim.role in ("from", "to") and claim.role == evidence.role:
        return True
    mine = _bind(claim, evidence)
    for other, _ in scope.quantities:
        if (
            other.unit == evidence.unit
            and not same_amount(other, claim)
            and _bind(claim, other) > mine
        ):
            return False
    if _is_kind_of(evidence.after[-1], claim.after[-1]):
        return True
    head = thing_keys(claim.after[-1:])
    theirs = thing_keys(evidence.after)
    if head & theirs or thing_keys(claim.after) & thing_keys(evidence.after[-1:]):
        return True
    if thing_keys(claim.after) & thing_keys(evidence.after + evidence.before):
        return not _bound_elsewhere(claim, head, scope)
    return bool(
        _generic(claim.after[-1:]) or (_generic(evidence.after[-1:]) and _person(claim.after[-1]))
    )


def _is_kind_of(compound: str, noun: str) -> bool:
    """Whether one is written into the other as its last part: outpatients are patients."""
    before = compound.removesuffix(noun)
    return len(noun) > 4 and before != compound and len(before) > 1 and is_known(before)


def _spelt_out(claim: tuple[str, ...], evidence: tuple[str, ...]) -> bool:
    """Whether one names the amount by the initials of the other: 'ATV' is average transaction
    value."""
    for short, long in ((evidence, claim), (claim, evidence)):
        initials = "".join(word[0] for word in long)
        if any(2 <= len(word) <= 5 and word in initials and not is_known(word) for word in short):
            return True
    return False


def _bound_elsewhere(claim: Quantity, head: frozenset[str], scope: Scope) -> bool:
    """Whether another amount of the evidence counts this thing."""
    return any(
        other.unit == claim.unit
        and not same_amount(other, claim)
        and head & thing_keys(other.after or other.before)
        for other, _ in scope.quantities
    )
