"""The Skills section: asked-for items first, in the posting's words, with proven ones added."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from agent.engines.base import Brief
from agent.engines.offline_lists import (
    SkillLine,
    best_line,
    extended,
    join,
    kin,
    ordered,
    outside_parentheses,
    parse,
    says_level,
)  # fmt: skip
from agent.engines.offline_names import (
    Wanted,
    countable,
    name_term,
    name_terms,
    spelled_out,
    surface,
)
from agent.language import lemmas, lexicon, terms
from agent.language.inflection import base_of_gerund
from agent.language.related import weight
from agent.models import Bullet, Evidence, Match, Proposal, Requirement

WEIGHT = {"must": 3, "preferred": 1, "responsibility": 1}
_LISTABLE = ("skill", "tool", "domain", "experience", "soft")
_HELD = ("explicit", "alias", "specific")
_MOST_ADDED = 10
_MOST_ADDED_TO_AN_ITEM = 2
_LONGEST_TERM = 4
_NO_ITEM = frozenset(("the", "a", "an", "your", "our", "their", "you", "we", "to", "other", "all"))
# An item that says how little of it there is keeps its place: the front would say more.
_SLIGHT = re.compile(
    r"\b(?:some|bit|little|course|courses|class|lecture|sample|only|taught|introductory|basics?|"
    r"notions?|coursework|exposure|grundkenntnisse)\b|\([a-z]",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\s*[^,;|•·:\n]{2,40}:\s")
_DOER = re.compile(r"[a-z]{3}(?:er|or|ist|ian|ant|ee)$")
_HAVING = frozenset(
    ("experience", "skills", "skill", "knowledge", "ability", "abilities", "background", "work",
     "duties", "training", "understanding", "expertise", "role", "environment", "industry",
     "position", "degree", "field", "areas", "area", "settings", "setting", "tasks", "aptitude")
)  # fmt: skip
# Verbs that are no nouns: a term that opens with one is an order ("administer medications").
_DOING = frozenset(
    ("achieve", "act", "administer", "advise", "analyze", "analyse", "apply", "arrange", "assess",
     "assist", "attend", "be", "bring", "build", "calculate", "carry", "clean", "collaborate",
     "collect", "communicate", "complete", "comply", "conduct", "contribute", "coordinate",
     "create", "deliver", "demonstrate", "describe", "determine", "develop", "diagnose", "direct",
     "distribute", "draft", "drive", "edit", "educate", "encourage", "engage", "enhance", "ensure",
     "establish", "evaluate", "examine", "execute", "explain", "facilitate", "follow", "gather",
     "give", "grow", "guide", "handle", "help", "hire", "identify", "implement", "improve",
     "influence", "inform", "inspect", "install", "interact", "interpret", "investigate", "keep",
     "lead", "learn", "load", "maintain", "make", "manage", "mentor", "monitor", "motivate",
     "multi-task", "multitask",
     "negotiate", "observe", "obtain", "operate", "organize", "oversee", "participate", "perform",
     "prepare", "present", "produce", "promote", "provide", "read", "receive", "recommend",
     "reconcile", "recruit", "reduce", "resolve", "respond", "ensure", "sell", "serve", "set",
     "solve", "speak", "supervise", "take", "teach", "track", "train", "translate",
     "troubleshoot", "understand", "update", "use", "utilize", "verify", "work", "write")
)  # fmt: skip


class Asked(NamedTuple):
    """A term of the posting that the resume supports, with its requirement and support."""

    term: str
    requirement: Requirement
    match: Match

    @property
    def literal(self) -> int:
        """How many of the known places say it in the posting's very words, hyphens aside."""
        return sum(_letters(e.quote) == _letters(self.term) for e in self.match.evidence)

    @property
    def places(self) -> tuple[Evidence, ...]:
        """The evidence of this term, where a requirement has several; all of it if none is sure."""
        own = tuple(e for e in self.match.evidence if _says(self, e))
        return own or self.match.evidence

    def first_of(self, bullet_id: str, apart: Collection[str]) -> bool:
        """True if this line is the first place of the resume to say it, lines `apart` aside."""
        lines = (e.source_id for e in self.places if "b" in e.source_id)
        return next((id for id in lines if id not in apart), None) == bullet_id

    def early(self, bullet_id: str) -> bool:
        """True if this line is one of the first two places and the term is not said twice yet:
        a name is not repeated more often than a person would."""
        lines = list(dict.fromkeys(e.source_id for e in self.places if "b" in e.source_id))
        return self.literal < 2 and bullet_id in lines[:2]

    @property
    def carried(self) -> bool:
        """True unless all that speaks of it names who does it and not the doing; where other terms
        of its requirement are missing, true only if some place is sure to speak of it."""
        if self.match.support == "partial":
            return any(_says(self, e) for e in self.match.evidence)
        wanted = _stems(self.term)
        worded = [e for e in self.match.evidence if wanted <= _stems(e.quote)]
        return not worded or any(_same_agency(self.term, e) for e in worded)

    @property
    def nameable(self) -> bool:
        """True if a list or a sentence can take it."""
        return reads_as_noun(self.term)

    def weavable(self, apart: Collection[str]) -> bool:
        """True if a line, lines `apart` aside, can surely take the term beside its other name."""
        want = Wanted(self.term, self.requirement.id, self.requirement.quote, first_here=True)
        namings = (
            name_term(e.quote, want._replace(forms=(e.quote,)))
            for e in self.match.evidence
            if "b" in e.source_id and e.source_id not in apart
        )
        sure = lexicon.category(self.term) == "tool"
        return any(naming and (sure or naming.how != "replaced") for naming in namings)


def core(term: str) -> str:
    """'communication' of 'communication skills', where that is a soft skill of its own."""
    head = re.sub(r"\s+skills?$", "", term, flags=re.IGNORECASE)
    return head if head != term and lexicon.category(head) == "soft" else term


def reads_as_noun(term: str) -> bool:
    """True if a list or a sentence can take the term as it stands: 'payroll processing', 'SQL'.

    A common word alone ('emergencies') is no skill, 'HR experience' only says that one has it, and
    'administer medications' is an order, not a name.
    """
    words = term.split()
    kind = lexicon.category(term)
    if kind == "soft":
        return len(words) > 1
    if not 0 < len(words) <= _LONGEST_TERM or any(word.lower() in _NO_ITEM for word in words):
        return False
    own_name = lexicon.canonical(term) == term.lower()
    if (words[0].lower() in _DOING and not own_name) or (
        words[-1].lower() in _HAVING and core(term) == term
    ):
        return False
    if kind is not None and len(words) == 1 and countable(term):
        return False  # 'database' is no skill
    if kind == "domain" and len(words) == 1:
        return False
    if kind is not None:
        return kind not in ("certification", "degree")
    if _DOER.search(words[-1].lower().removesuffix("s")):
        return False
    if len(words) == 1 and base_of_gerund(term):
        return weight(terms.units(term)[0].stem) == 1
    return len(words) > 1 or any(char.isupper() or char.isdigit() for char in term[1:])


def _says(one: Asked, evidence: Evidence) -> bool:
    """True if the words of one place hold every word of the term or name it otherwise."""
    if _stems(core(one.term)) <= _stems(evidence.quote):
        return _same_agency(one.term, evidence)
    if spelled_out(one.term, evidence.quote):
        return True
    name = lexicon.canonical(one.term, context=one.requirement.quote)
    return name is not None and any(
        hit.term == name or lexicon.is_a(hit.term, name)
        for hit in lexicon.find_terms(evidence.quote)
    )


def _same_agency(term: str, evidence: Evidence) -> bool:
    """False where the words are of who does it, not of doing it: 'external auditors' is no
    experience of 'external audit', and 'calls' are no 'callers'. A title in a heading is."""
    if "b" not in evidence.source_id:
        return True
    doers = {u.stem for u in terms.units(evidence.quote) if _DOER.search(u.lemma)}
    return doers == {u.stem for u in terms.units(term) if _DOER.search(u.lemma)}


def _stems(text: str) -> set[str]:
    return {unit.stem for unit in terms.units(text)}


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum() or char in "+#")


def asked(brief: Brief) -> tuple[Asked, ...]:
    """The terms of a brief's requirements that the resume wholly supports by name, each once, most
    useful first. What it supports in part is not worded as if it were all there."""
    found: dict[str, Asked] = {}
    for requirement, match in zip(brief.requirements, brief.matches, strict=True):
        if match.support not in _HELD and not _some_held(requirement, match):
            continue
        for term in match.terms:
            if f"{term}: " in match.note:
                continue  # 'only at a basic level'
            found.setdefault(term.lower(), Asked(term, requirement, match))
    return tuple(found.values())


def _some_held(requirement: Requirement, match: Match) -> bool:
    """True where one of the terms asked for together is missing and the others are all there."""
    apart = requirement.category not in ("education", "certification", "language", "condition")
    return match.support == "partial" and bool(match.missing) and apart


def crowded(text: str, brief: Brief) -> bool:
    """True if words that are asked for stand in `text` and often enough in the resume already."""
    return any(terms.find(term, text, profile="literal") for term in brief.repeated)


def wanted_in(one: Asked, bullet: Bullet, *, first_here: bool) -> Wanted:
    """The term as one line may name it, with the words that matching found in that line."""
    forms = tuple(e.quote for e in one.match.evidence if e.source_id == bullet.id)
    return Wanted(one.term, one.requirement.id, one.requirement.quote, first_here, forms)


def propose_skills(brief: Brief) -> tuple[Proposal, ...]:
    """Rewrites of the lines of a Skills section; nothing listed is ever lost."""
    wanted = asked(brief)
    tidied: dict[str, str] = {}
    served: dict[str, list[str]] = {}
    for bullet in brief.entry.bullets:
        text, ids = _tidied(bullet, wanted) if _whole(bullet, brief) else (bullet.text, [])
        tidied[bullet.id], served[bullet.id] = text, ids
    first = not brief.skills_ids or brief.skills_ids[0] in tidied
    grown = _added(brief, wanted, tidied) if first else {}
    proposals: list[Proposal] = []
    for bullet in brief.entry.bullets:
        texts = [*grown.get(bullet.id, ()), (tidied[bullet.id], ())]
        for text, ids_added in texts:
            if text not in (bullet.text, *(p.text for p in proposals if p.bullet_id == bullet.id)):
                together = tuple(dict.fromkeys((*served[bullet.id], *ids_added)))
                proposals.append(Proposal(bullet_id=bullet.id, text=text, requirement_ids=together))
    return tuple(proposals)


def _whole(bullet: Bullet, brief: Brief) -> bool:
    """True if the line is not locked and no list goes over from it to the next line, or into it."""
    lines = brief.entry.bullets
    at = lines.index(bullet)
    apart = bullet.listed or all(_LABELLED.match(line.text) for line in lines[at + 1 : at + 2])
    before = at == 0 or bullet.listed or lines[at - 1].listed
    before = before or bool(_LABELLED.match(bullet.text))
    return not bullet.locked and apart and before


def _tidied(bullet: Bullet, wanted: Sequence[Asked]) -> tuple[str, list[str]]:
    """One line with its items named as the posting names them and the asked-for ones first."""
    here = [one for one in wanted if any(e.source_id == bullet.id for e in one.places)]
    line = parse(bullet.text)
    if line is None:
        nameable = [_want(one, bullet) for one in here if one.early(bullet.id)]
        text, ids = name_terms(bullet.text, nameable)
        return text, list(ids)
    worth = {item: _worth(item, bullet.text, bullet.id, here) for item in line.items}
    if not says_level(outside_parentheses(line.items[0])):
        line = ordered(line, worth)
    served: list[str] = []
    items = []
    for item in line.items:
        named, names_served = _named(item, here, bullet)
        items.append(named)
        served += names_served
    return join(line._replace(items=tuple(items))), served


def _want(one: Asked, bullet: Bullet) -> Wanted:
    alone = one.match.support != "specific" and one.first_of(bullet.id, ())
    return wanted_in(one, bullet, first_here=alone)


def _named(item: str, here: Sequence[Asked], bullet: Bullet) -> tuple[str, list[str]]:
    for one in here:
        same = _inflected(item, one.term) or item.lower() == core(one.term).lower()
        if item.lower() != one.term.lower() and same:
            new = surface(one.term)
            return (new[:1].upper() + new[1:] if item[:1].isupper() else new), [one.requirement.id]
    named = [_want(one, bullet) for one in here if one.early(bullet.id)]
    text, served = name_terms(item, named)
    return text, list(served)


def _inflected(item: str, term: str) -> bool:
    """True if both are the same words in other forms: 'Scheduling appointments'."""
    ours, theirs = terms.units(item), terms.units(term)
    if len(ours) != len(theirs) or len(ours) < 2:
        return False
    return sorted(lemmas.lemma(u.norm) for u in ours) == sorted(
        lemmas.lemma(u.norm) for u in theirs
    )


def _worth(item: str, text: str, bullet_id: str, here: Sequence[Asked]) -> int:
    start = text.find(item)
    if says_level(item) or _SLIGHT.search(item):
        return 0
    return sum(
        WEIGHT[one.requirement.kind]
        for one in here
        if reads_as_noun(one.term)
        and any(
            e.source_id == bullet_id and e.span and start <= e.span.start < start + len(item)
            for e in one.places
        )
    )


def _added(
    brief: Brief, wanted: Sequence[Asked], texts: dict[str, str]
) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Terms that other lines prove and the section lacks, put where they fit best.

    For each line that grows: the line with all of them, then with all but one, in case that one
    does not pass; each with the ids of the requirements served.
    """
    parsed = {b.id: parse(texts[b.id]) for b in brief.entry.bullets if _whole(b, brief)}
    graded = {id for id in parsed if says_level(outside_parentheses(texts[id]))}
    lines = {id: line for id, line in parsed.items() if line and id not in graded}
    chosen = _lacking(brief, wanted, texts)[:_MOST_ADDED]
    if not any(parsed.values()):
        single = [id for id in parsed if _is_item(texts[id])]
        lines = {}
        if len(single) >= 3:
            lines[single[-1]] = SkillLine("", (texts[single[-1]],), ", ", "", False, "")
            chosen = [one for one in chosen if kin(texts[single[-1]], one.term)]
            chosen = chosen[:_MOST_ADDED_TO_AN_ITEM]
    put: dict[str, list[Asked]] = {}
    for one in chosen:
        best = best_line(lines, one.term)
        if best is not None:
            put.setdefault(best, []).append(one)
    grown = {}
    for id, several in put.items():
        grown[id] = [
            (
                join(extended(lines[id], [surface(one.term) for one in some])),
                tuple(one.requirement.id for one in some),
            )
            for some in subsets(several)
        ]
    return grown


def subsets(several: list[Asked]) -> list[list[Asked]]:
    """All of them, all but each one, each half, each alone: in that order, in case that one or two
    do not pass."""
    halves = [several[::2], several[1::2]] if len(several) > 3 else []
    fewer = [several[:n] + several[n + 1 :] for n in range(len(several))]
    alone = [[one] for one in several] if len(several) > 2 else []
    return [some for some in [several, *fewer, *halves, *alone] if some]


def _is_item(text: str) -> bool:
    """True for a line that is one item of a list written one below the other."""
    short = 0 < len(text.split()) <= _LONGEST_TERM
    return short and not text.rstrip().endswith((".", ":")) and not says_level(text)


def _lacking(brief: Brief, wanted: Sequence[Asked], texts: dict[str, str]) -> list[Asked]:
    section = "\n".join(texts.values())
    listed = {hit.term for hit in lexicon.find_terms(section)}
    chosen: list[Asked] = []
    for one in wanted:
        said = one.literal
        if one.requirement.category not in _LISTABLE:
            continue
        if not one.nameable or not one.carried:
            continue
        if not said and crowded(one.term, brief):
            continue
        if countable(one.term) and any(map(_kind_of(one.term), listed)):
            continue  # 'database' beside PostgreSQL and Redis
        apart = brief.skills_ids if one.match.support == "specific" else ()
        if terms.find(one.term, section) or (said == 0 and one.weavable(apart)) or said > 1:
            continue
        if said and one.requirement.category not in ("tool", "skill"):
            continue
        if any(
            terms.find(one.term, other.term) or terms.find(other.term, one.term) for other in chosen
        ):
            continue
        chosen.append(one)
    return sorted(chosen, key=lambda one: (one.literal > 0, -WEIGHT[one.requirement.kind]))


def _kind_of(general: str) -> Callable[[str], bool]:
    return lambda specific: lexicon.is_a(specific, general)
