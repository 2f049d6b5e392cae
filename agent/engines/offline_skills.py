"""The Skills section: asked-for items first, in the posting's words, with proven ones added."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from agent.engines.base import Brief
from agent.engines.offline_asked import (
    LONGEST_TERM,
    WEIGHT,
    Asked,
    asked,
    core,
    crowded,
    hyphened,
    reads_as_noun,
    subsets,
    wanted_in,
)
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
)
from agent.engines.offline_names import Wanted, name_terms
from agent.engines.offline_wording import names_class, surface
from agent.language import lemmas, lexicon, terms
from agent.models import Bullet, Proposal

_LISTABLE = ("skill", "tool", "domain", "experience", "soft")
_MOST_ADDED = 10
_MOST_ADDED_TO_AN_ITEM = 2
_SHORTEST_RUN = 6
# An item that says how little of it there is keeps its place: the front would say more.
_SLIGHT = re.compile(
    r"\b(?:some|bit|little|course|courses|class|lecture|sample|only|taught|introductory|basics?|"
    r"notions?|coursework|exposure|grundkenntnisse)\b|\([a-z]",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\s*[^,;|•·:\n]{2,40}:\s")


def propose_skills(brief: Brief) -> tuple[Proposal, ...]:
    """Rewrites of the lines of a Skills section; nothing listed is ever lost."""
    wanted = asked(brief)
    tidied, served = _tidied_lines(brief, wanted)
    grown = _added(brief, wanted, tidied)
    proposals: list[Proposal] = []
    for bullet in brief.entry.bullets:
        texts: list[tuple[str, list[str]]] = []
        if bullet.id in grown:
            line, several = grown[bullet.id]
            for some in subsets(several):
                longer = extended(line, [surface(one.term) for one in some])
                texts.append((join(longer), [one.requirement.id for one in some]))
        for text, ids_added in [*texts, (tidied[bullet.id], [])]:
            if text not in (bullet.text, *(p.text for p in proposals if p.bullet_id == bullet.id)):
                together = tuple(dict.fromkeys((*served[bullet.id], *ids_added)))
                proposals.append(Proposal(bullet_id=bullet.id, text=text, requirement_ids=together))
    return tuple(proposals)


def terms_gained(brief: Brief) -> frozenset[str]:
    """The terms that the Skills section which a summary's brief holds is to gain."""
    if brief.skills is None:
        return frozenset()
    own = brief.model_copy(update={"section": "skills", "entry": brief.skills, "skills": None})
    wanted = asked(own)
    tidied, _ = _tidied_lines(own, wanted)
    gained = _added(own, wanted, tidied).values()
    return frozenset(one.term for _, several in gained for one in several)


def _tidied_lines(
    brief: Brief, wanted: Sequence[Asked]
) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Each line with what it holds named and ordered as the posting wants it, and the ids of the
    requirements that this serves."""
    tidied: dict[str, str] = {}
    served: dict[str, list[str]] = {}
    for bullet in brief.entry.bullets:
        text, ids = _tidied(bullet, wanted) if _whole(bullet, brief) else (bullet.text, [])
        tidied[bullet.id], served[bullet.id] = text, ids
    return tidied, served


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
) -> dict[str, tuple[SkillLine, list[Asked]]]:
    """Terms that other lines prove and the section lacks, each with the line that it fits best; all
    go into the first Skills section."""
    if brief.skills_ids and brief.skills_ids[0] not in texts:
        return {}
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
    return {id: (lines[id], several[: _room(lines[id])]) for id, several in put.items()}


def _room(line: SkillLine) -> int:
    """How many items a line can take and still be the person's list: no run of keywords most of
    which are new (`agent.score.stuffing` counts one from six items on)."""
    return max(len(line.items), _SHORTEST_RUN - 1 - len(line.items))


def _is_item(text: str) -> bool:
    """True for a line that is one item of a list written one below the other."""
    short = 0 < len(text.split()) <= LONGEST_TERM
    return short and not text.rstrip().endswith((".", ":")) and not says_level(text)


def _lacking(brief: Brief, wanted: Sequence[Asked], texts: dict[str, str]) -> list[Asked]:
    section = "\n".join(texts.values())
    listed = {hit.term for hit in lexicon.find_terms(section)}
    chosen: list[Asked] = []
    for one in wanted:
        said = one.literal
        if one.requirement.category not in _LISTABLE:
            continue
        if not one.nameable or not one.carried or hyphened(one.term):
            continue
        if not said and crowded(one.term, brief):
            continue
        named = lexicon.category(one.term) == "tool" and one.term != one.term.lower()
        if names_class(one.term) and not named and any(map(_kind_of(one.term), listed)):
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
