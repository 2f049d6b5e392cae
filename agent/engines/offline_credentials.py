"""Lines of certificates and licences: spelled out as the posting spells them, and nothing else.

'BLS, valid until 2027' becomes 'Basic Life Support (BLS), valid until 2027' where the posting names
the certificate so. Order, dates, status and every other word stay the person's.
"""

from __future__ import annotations

from collections.abc import Iterator

from agent.engines.base import Brief
from agent.engines.offline_asked import asked
from agent.engines.offline_names import Wanted, name_term
from agent.language import terms
from agent.language.text import definitions, initialism
from agent.models import Bullet, Proposal

_HELD = ("explicit", "alias")


def propose_credentials(brief: Brief) -> tuple[Proposal, ...]:
    """Credentials with their long form, or their letters, said beside them."""
    own = "\n".join(bullet.text for bullet in brief.entry.bullets)
    proposals = []
    for bullet in brief.entry.bullets:
        if bullet.locked:
            continue
        for want in _wanted(bullet, brief):
            if terms.find(want.term, own, profile="literal"):
                continue  # another line of the list says it
            naming = name_term(bullet.text, want)
            if naming is not None and naming.how == "beside":
                proposals.append(
                    Proposal(
                        bullet_id=bullet.id,
                        text=naming.text,
                        requirement_ids=(want.requirement_id,),
                    )
                )
                break
    return tuple(proposals)


def _wanted(bullet: Bullet, brief: Brief) -> Iterator[Wanted]:
    """Other names of what this line holds, each as long form and letters of one name."""
    for one in asked(brief):
        forms = tuple(e.quote for e in one.match.evidence if e.source_id == bullet.id)
        if one.match.support not in _HELD or not forms:
            continue
        names = dict.fromkeys((one.term, *(form for form in _explained(one.requirement.quote))))
        for name in names:
            meant = [f for f in forms if initialism(name, f) or initialism(f, name)]
            if meant:
                yield Wanted(name, one.requirement.id, one.requirement.quote, True, tuple(meant))


def _explained(quote: str) -> Iterator[str]:
    for pair in definitions(quote):
        yield from pair
