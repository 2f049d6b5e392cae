"""The engine that needs no key and no network: rules that are faithful by construction.

It extracts requirements with `agent.requirements` and proposes only rewrites that say what the line
already says: another name of the same thing, a true kind-of beside its evidence, a weak opening
made active on the same rung, a better order. No word of the posting enters without evidence.

A line may get several proposals, the fullest first: the first that verification lets through
stands, so that one doubtful word doesn't cost the rest.
"""

from __future__ import annotations

from agent.engines.base import Brief, Extraction, Judgements, Proposals, Question
from agent.engines.offline_asked import WEIGHT, Asked, asked, wanted_in
from agent.engines.offline_credentials import propose_credentials
from agent.engines.offline_names import Wanted, name_terms
from agent.engines.offline_openings import activate
from agent.engines.offline_skills import propose_skills
from agent.engines.offline_summary import propose_summary
from agent.language.inflection import PASTS, is_base
from agent.models import Bullet, Posting, Proposal
from agent.requirements import extract_requirements


class OfflineEngine:
    """Rules only; the same answer every time, in milliseconds."""

    @property
    def name(self) -> str:
        """'offline'."""
        return "offline"

    async def extract(self, posting: Posting) -> Extraction:
        """The requirements that the rules find in a posting."""
        return Extraction(requirements=tuple(extract_requirements(posting)))

    async def propose(self, brief: Brief) -> Proposals:
        """`propose_by_rules`, at once."""
        return propose_by_rules(brief)

    async def judge(self, questions: tuple[Question, ...]) -> Judgements:
        """No judgements: rules can't weigh a soft finding."""
        del questions
        return Judgements()


def propose_by_rules(brief: Brief) -> Proposals:
    """Rewrites for one entry; none on the repair round: rules have no second thought."""
    if brief.refused:
        return Proposals()
    if brief.language != "en" and brief.section == "summary":
        return Proposals(notes=("The summary was left alone: no rules for its language.",))
    if brief.section == "skills":
        return Proposals(proposals=propose_skills(brief))
    if brief.section == "summary":
        return Proposals(proposals=propose_summary(brief))
    if brief.section == "certifications":
        return Proposals(proposals=propose_credentials(brief))
    return Proposals(proposals=_propose_lines(brief), order=order_lines(brief))


def order_lines(brief: Brief) -> tuple[str, ...]:
    """The entry's bullet ids, most useful to the posting first, equals in their old order.

    Empty where the order carries meaning: a line that introduces the next, running text.
    """
    bullets = brief.entry.bullets
    if any(not b.listed or b.locked or b.text.rstrip().endswith((":", ",", ";")) for b in bullets):
        return ()
    small = [b.text[:1].islower() for b in bullets]
    if any(small) and not all(small):
        return ()  # a wrapped line belongs to the one above
    worth = dict.fromkeys((b.id for b in bullets), 0)
    for requirement, match in zip(brief.requirements, brief.matches, strict=True):
        for source_id in {evidence.source_id for evidence in match.evidence}:
            if source_id in worth:
                worth[source_id] += WEIGHT[requirement.kind]
    order = tuple(sorted(worth, key=lambda id: -worth[id]))
    return order if order != tuple(worth) else ()


def _propose_lines(brief: Brief) -> tuple[Proposal, ...]:
    wanted = asked(brief)
    present = _in_the_present(brief)
    proposals: list[Proposal] = []
    for bullet in brief.entry.bullets:
        if bullet.locked:
            continue
        here = _wanted_in(bullet, wanted, brief)
        active = activate(bullet.text, present=present) if brief.language == "en" else bullet.text
        both, ids = name_terms(active, here)
        named, ids_named = name_terms(bullet.text, here)
        for text, served in ((both, ids), (named, ids_named), (active, ())):
            if text not in (bullet.text, *(p.text for p in proposals if p.bullet_id == bullet.id)):
                proposals.append(Proposal(bullet_id=bullet.id, text=text, requirement_ids=served))
    return tuple(proposals)


def _wanted_in(bullet: Bullet, wanted: tuple[Asked, ...], brief: Brief) -> list[Wanted]:
    """The terms that this line is evidence of: a name in its first line of each entry, an
    expansion or a kind only in the first line of the whole resume."""
    own = {b.id for b in brief.entry.bullets}
    apart = {*brief.summary_ids, *brief.skills_ids}
    found = []
    for one in wanted:
        if next((e.source_id for e in one.places if e.source_id in own), None) != bullet.id:
            continue
        if one.match.support != "specific" and not one.early(bullet.id):
            continue
        kind = one.match.support == "specific"
        first = one.first_of(bullet.id, apart if kind else brief.skills_ids)
        found.append(wanted_in(one, bullet, first_here=first))
    return found


def _in_the_present(brief: Brief) -> bool:
    """True if a current role's lines speak in the present tense, or as many as in the past."""
    if not (brief.entry.dates and brief.entry.dates.current):
        return False
    first = [b.text.split()[0].lower().strip(",") for b in brief.entry.bullets if b.text.strip()]
    past_ones = sum(word.endswith("ed") or word in PASTS for word in first)
    return sum(map(is_base, first)) >= past_ones
