"""The summary: one short sentence of what the resume proves, in the posting's words."""

from __future__ import annotations

import re
from typing import NamedTuple

from agent.engines.base import Brief
from agent.engines.offline_asked import (
    WEIGHT,
    Asked,
    asked,
    crowded,
    hyphened,
    names_doer,
    subsets,
    wanted_in,
)
from agent.engines.offline_names import name_terms
from agent.engines.offline_skills import terms_gained
from agent.engines.offline_wording import countable, surface, vowel_sound
from agent.language import grammar, lexicon, terms
from agent.language.inflection import base_of_gerund
from agent.language.text import definitions
from agent.models import Bullet, Match, Proposal

_SAYABLE = ("skill", "tool", "domain", "experience", "soft")
_LIGHT = 7
"""Letters of a single word that is too light for a sentence of its own ("repair")."""
_LIGHT_VERBS = frozenset(
    ("assist", "conduct", "ensure", "give", "handle", "help", "make", "perform", "provide", "use",
     "utilize")
)  # fmt: skip
_HELD = ("explicit", "alias", "specific")
_MOST_SAID = 5
"""More would be a run of keywords."""
_WRAPPED = 100
"""Letters of a line without an end from which on it may be cut off in the middle of a sentence."""
_OPEN_END = re.compile(
    r"(?:,|\b(?:an?|the|of|for|to|in|into|on|with|and|or|by|from|as|at))\s*$", re.I
)
_DEGREE = re.compile(
    r"(?:associate|bachelor|master|doctor)\S*(?:\s.+|['’]s)$|degree$|high school diploma$|"
    r"(?:ph\.?d|[bm]\.?(?:sc?|a|ba|eng|ed|sn|sw|fa|ph)|jd)\.?$",
    re.IGNORECASE,
)


class _Said(NamedTuple):
    """A sentence, and the ids of the requirements it serves."""

    text: str
    served: tuple[str, ...]


def propose_summary(brief: Brief) -> tuple[Proposal, ...]:
    """The summary with its own words named as the posting names them, and one sentence more."""
    proposals: list[Proposal] = []
    wanted = asked(brief)
    grows = _growing(brief)
    for bullet in brief.entry.bullets:
        if bullet.locked:
            continue
        here = [
            wanted_in(
                one,
                bullet,
                first_here=one.match.support == "alias" and one.first_of(bullet.id, ()),
            )
            for one in wanted
            if one.early(bullet.id)
        ]
        named, ids = name_terms(bullet.text, here)
        more = _additions(brief, wanted) if bullet.id == grows else []
        for added in [*more, []]:
            text = " ".join([_closed(named) if added else named, *(said for said, _ in added)])
            if text in (bullet.text, *(p.text for p in proposals if p.bullet_id == bullet.id)):
                continue
            served = dict.fromkeys((*ids, *(id for _, some in added for id in some)))
            proposals.append(
                Proposal(bullet_id=bullet.id, text=text, requirement_ids=tuple(served))
            )
    return tuple(proposals)


def _growing(brief: Brief) -> str | None:
    """Id of the line that takes new sentences: one in the first of the resume's summaries."""
    first = brief.entry.bullets[0].id if brief.entry.bullets else None
    if brief.summary_ids and brief.summary_ids[0] != first:
        return None
    return next((b.id for b in brief.entry.bullets if _takes_a_sentence(b)), None)


def _additions(brief: Brief, wanted: tuple[Asked, ...]) -> list[list[_Said]]:
    """What may be said anew: all sentences, then one with fewer terms, then each alone."""
    said = _worth_saying(brief, wanted)
    traits = [one for one in said if _is_trait(one)]
    fields = [one for one in said if one not in traits]
    if (
        len(fields) == 1
        and " " not in fields[0].term
        and fields[0].term[1:] != fields[0].term[1:].lower()
    ):
        fields = []  # 'Background includes LMS.'
    degree = _degree(brief)
    last = [_Said(degree[1], (degree[0],))] if degree else []
    lists = [
        [_named(opening, some) for some in subsets(several)]
        for opening, several in (("Background includes", fields), ("Brings", traits))
        if several
    ]
    whole = [*(ways[0] for ways in lists), *last]
    fewer = [
        [way if sentence == ways[0] else sentence for sentence in whole]
        for ways in lists
        for way in ways[1:]
    ]
    alone = [[sentence] for sentence in whole] if len(whole) > 1 else []
    return [whole, *fewer, *alone] if whole else []


def _takes_a_sentence(bullet: Bullet) -> bool:
    last = re.split(r"[.!?;]\s+", bullet.text.rstrip(" .!?"))[-1]
    ended = bullet.text.rstrip().endswith((".", "!", "?"))
    whole = len(bullet.text) < _WRAPPED and not _OPEN_END.search(bullet.text)
    ended = ended or (len(last.split()) >= 4 and whole)
    words = bullet.text.split()
    running = sum(word[:1].islower() for word in words) * 2 >= len(words)  # no list of headwords
    closed = ended and not (bullet.listed and not bullet.text.rstrip().endswith("."))
    return len(words) >= 8 and closed and running and not bullet.locked


def _worth_saying(brief: Brief, wanted: tuple[Asked, ...]) -> list[Asked]:
    """Terms that no line says in the posting's words, that the Skills list does not gain, and that
    running text can take."""
    own = "\n".join(bullet.text for bullet in brief.entry.bullets)
    chosen: list[Asked] = []
    listed = terms_gained(brief)
    for one in sorted(wanted, key=lambda one: -WEIGHT[one.requirement.kind]):
        if one.literal or one.term in listed or not one.carried or hyphened(one.term):
            continue
        if one.requirement.category not in _SAYABLE or not _sayable(one):
            continue
        if one.match.support == "alias" and one.weavable(()):
            continue  # a line of experience says it
        if crowded(one.term, brief):
            continue
        if terms.same(one.term, own) or any(terms.find(one.term, c.term) for c in chosen):
            continue
        chosen.append(one)
    return chosen[:_MOST_SAID]


def _degree(brief: Brief) -> tuple[str, str] | None:
    """A degree by the posting's name for its kind: 'B.S. in Biology' is a bachelor's degree."""
    own = "\n".join(bullet.text for bullet in brief.entry.bullets)
    for requirement, match in zip(brief.requirements, brief.matches, strict=True):
        if requirement.category != "education" or match.support not in _HELD:
            continue
        if match.note or match.missing:
            continue
        degrees = [term for term in match.terms if _DEGREE.match(term)]
        fields = [term for term in match.terms if term not in degrees]
        literal = {e.quote.lower() for e in match.evidence}
        if literal & {term.lower() for term in degrees}:  # 'BSN', which the posting spells out
            pairs = definitions(requirement.quote)
            degrees = [long for long, short in pairs if match.terms == (short,)]
        if len(degrees) != 1 or len(match.terms) > 2:
            continue
        places = (own, *(e.quote for e in match.evidence))
        if any(terms.find(degrees[0], text, profile="literal") for text in places):
            continue
        degree = _lowered(surface(degrees[0]))
        degree += " degree" if degree.endswith(("'s", "’s")) else ""
        article = "an" if vowel_sound(degree) else "a"
        fields = [field for field in fields if not crowded(field, brief)]
        written = _written(fields[0], match) if fields else None
        field = f" in {written}" if written else ""
        if not field and degree == "degree":
            continue
        verb = "I hold" if re.search(r"\bI\b", own) else "Holds"
        return requirement.id, f"{verb} {article} {degree}{field}."
    return None


def _named(opening: str, said: list[Asked]) -> _Said:
    names = [surface(one.term) for one in said]
    joint = ", and " if len(names) > 2 else " and "
    listed = joint.join(filter(None, (", ".join(names[:-1]), names[-1])))
    return _Said(f"{opening} {listed}.", tuple(one.requirement.id for one in said))


def _closed(text: str) -> str:
    text = text.rstrip().rstrip(",;")
    return text if text.endswith((".", "!", "?")) else text + "."


def _sayable(one: Asked) -> bool:
    """True if a sentence of the summary takes it: a field of work or a strength, not a single light
    word and not a thing or person in the plural ("blueprints", "researchers")."""
    term, kind = one.term, lexicon.category(one.term)
    first, last = term.lower().split()[0], term.lower().split()[-1]
    verb = grammar.verb_form(first) == "s" and first[:-1] not in grammar.NOUNISH
    if last.endswith("ly") or (verb and kind is None):
        return False  # 'Brings work independently', 'includes analyzes data'
    if base_of_gerund(first) in _LIGHT_VERBS:
        return False  # 'Background includes performing EKGs'
    if _is_trait(one):
        return not names_doer(term)  # 'Brings team player'
    if not one.nameable or countable(term) or kind in ("certification", "degree", "language"):
        return False
    if " " not in term and kind != "tool" and term[1:].islower():
        return len(term) > _LIGHT and kind == "skill" and not _plural(term)
    return True


def _is_trait(one: Asked) -> bool:
    """True for what one brings and not what one has done: a strength, experience of a kind."""
    if lexicon.category(one.term) == "soft":
        return " " in one.term
    words = one.term.split()
    return len(words) in (2, 3) and words[-1].lower() == "experience" and words[0][:1].isalpha()


def _plural(term: str) -> bool:
    last = term.split()[-1]
    return last.endswith("s") and not last.endswith(("ss", "ics", "sis", "sales", "operations"))


def _lowered(degree: str) -> str:
    """'bachelor's', 'degree' in lower case; a degree of a named kind keeps its capitals."""
    first = degree.split()[0]
    common = re.fullmatch(
        r"(?:associate|bachelor|master|doctor)\W?s?|degree|diploma|high", first, re.I
    )
    named = re.match(r"\w+\s+of\b", degree)
    return first.lower() + degree[len(first) :] if common and not named else degree


def _written(field: str, match: Match) -> str | None:
    """The field as the resume writes it, or None. 'IT' is not spelled out here, since a posting
    that asks for years of 'information technology' would then find it."""
    return next((e.quote for e in match.evidence if e.quote.lower() == field.lower()), None)
