"""What a posting asks for and the resume supports by name, and whether a line can take it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from agent.engines.base import Brief
from agent.engines.offline_names import Wanted, name_term, spelled_out
from agent.engines.offline_wording import names_class
from agent.language import lexicon, terms
from agent.language.inflection import base_of_gerund
from agent.language.related import weight
from agent.models import Bullet, Evidence, Match, Requirement

WEIGHT = {"must": 3, "preferred": 1, "responsibility": 1}
_HELD = ("explicit", "alias", "specific")
LONGEST_TERM = 4
_NO_ITEM = frozenset(("the", "a", "an", "your", "our", "their", "you", "we", "to", "other", "all"))
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
    if any(base_of_gerund(form.split()[0]) == words[0].lower() for form in lexicon.aliases(term)):
        return False  # 'order supplies', as 'ordering supplies' shows
    if not 0 < len(words) <= LONGEST_TERM or any(word.lower() in _NO_ITEM for word in words):
        return False
    own_name = lexicon.canonical(term) == term.lower()
    if (words[0].lower() in _DOING and not own_name) or (
        words[-1].lower() in _HAVING and core(term) == term
    ):
        return False
    if kind is not None and len(words) == 1 and names_class(term):
        return False  # 'database' is no skill, and neither is 'databases'
    if kind == "domain" and len(words) == 1:
        return False
    if kind is not None:
        return kind not in ("certification", "degree")
    if names_doer(term):
        return False
    if len(words) == 1 and base_of_gerund(term):
        return weight(terms.units(term)[0].stem) == 1 and base_of_gerund(term) not in _DOING
    return len(words) > 1 or any(char.isupper() or char.isdigit() for char in term[1:])


def names_doer(term: str) -> bool:
    """True for who one is and not what one does: 'team player', 'welders'."""
    return bool(_DOER.search(term.split()[-1].lower().removesuffix("s")))


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


def hyphened(term: str) -> bool:
    """True for a noun that the posting hyphens and nobody else does ('project-management')."""
    name = lexicon.canonical(term) or ""
    return "-" in term and "-" not in name and _letters(name) == _letters(term)


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


def subsets(several: list[Asked]) -> list[list[Asked]]:
    """All of them, all but each one, each half, each alone: in that order, in case that one or two
    do not pass."""
    halves = [several[::2], several[1::2]] if len(several) > 3 else []
    fewer = [several[:n] + several[n + 1 :] for n in range(len(several))]
    alone = [[one] for one in several] if len(several) > 2 else []
    return [some for some in [several, *fewer, *halves, *alone] if some]
