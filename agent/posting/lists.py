"""Lists and what they do: the items of one list all ask, all tell duties, or all offer.

A heading of known meaning settles it. Employers also head a list 'The person', 'What gets you
hired' or 'Was Sie auszeichnet'; no set of words holds them all, but the items show it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from agent.language.text import fold
from agent.models import BlockKind
from agent.posting.demand_cues import DEMAND, STRONG_DEMAND
from agent.posting.headings import announces, announces_list
from agent.posting.labels import DEMAND_LEAD, is_detail, is_duty, opens_with_verb
from agent.posting.noise import noise_of
from agent.posting.text import is_bullet, sentences
from agent.posting.unannounced import Piece

_LONGEST_ITEM = 220
_ENOUGH = 3
"""Items from which a list shows what it does."""
_STOPPED = re.compile(r"[.!?:…][\"'”’)]*$")


def items(lines: Sequence[str]) -> list[bool]:
    """Which lines are items of a list: those with a glyph, and three or more in a row that are no
    heading and, unlike a paragraph, end without a stop.

    Args:
        lines: clean lines of a posting.
    """
    marks = [is_bullet(line) for line in lines]
    bare = [
        not mark
        and announces(line) is None
        and not _is_field(line)
        and not _STOPPED.search(line)
        and len(line.split()) > 2
        and len(line) <= _LONGEST_ITEM
        and len(sentences(line)) == 1
        for line, mark in zip(lines, marks, strict=True)
    ]
    for alike, run in groupby(range(len(lines)), key=bare.__getitem__):
        places = list(run)
        if alike and len(places) >= _ENOUGH:
            for place in places:
                marks[place] = True
    return marks


def _is_field(line: str) -> bool:
    """'Class Code: 2332', but not 'At least two of these: Siemens, Omron'."""
    return is_detail(line) and not DEMAND_LEAD.match(fold(line).lower())


def opens_list(line: str) -> bool:
    """True for a short line right above an item, whatever it says: 'What gets you hired'."""
    bare = line.strip("#*=_~ \t")
    return (
        0 < len(bare.split()) <= 8
        and bare[:1].isupper()
        and not bare.endswith((".", ",", ";", "!", ")"))
        and not any(char.isdigit() or char in "@$€£|" for char in bare)
        and ":" not in bare[:-1]
        and not DEMAND_LEAD.match(fold(bare).lower())
        and not (len(bare.split()) > 3 and opens_with_verb(fold(bare).lower()))
    )


# Who does it, with the verb after: 'Sie betreuen', 'vous assurez', 'je begeleidt'.
_SAYS_WHO = re.compile(
    r"(?:sie|du) (?!haben|hast|sind|bist|verfüg|bring|besitz|könn|kannst|beherrsch|kenn|möcht|"
    r"soll|sprech|sprichst|wohn)\w+(?:en|n|st|t)\b|"
    r"vous (?!avez|êtes|maîtrisez|justifiez|possédez|disposez|savez|connaissez|parlez|aimez|"
    r"souhaitez|faites preuve)\w+ez\b|"
    r"(?:je|jij|u) (?!hebt|heeft|bent|beschikt|beheerst|spreekt|kunt|kan|weet|woont|vindt)\w+t\b"
)
# A duty named by its noun or infinitive: 'Betreuung von', 'Gestion des', 'Atender a los'.
_NAMES_DOING = re.compile(
    r"(?:\w+ und )?\w+(?:ung|ion|arbeit|pflege|en) (?:von|der|des|unserer?|bei|und \w+ung)\b|"
    r"(?:\w+ et )?\w+(?:tion|ment|age|ise|ivi|ance|er|ir|ez) (?:et \w+ )?(?:de|des|du|d'|la|le|"
    r"les|l'|aux?|une?)(?:\b|(?<='))|"
    r"(?:\w+ y )?\w+(?:ción|miento|ar|er|ir|arás|erás|irás) (?:y \w+ )?(?:de|del|el|la|los|las|"
    r"al?|un|una)\b|"
    r"(?:het )?\w+en van\b"
)


def _tells_duty(item: str) -> bool:
    folded = fold(item).lower().strip("•-*– ")
    named = _NAMES_DOING.match(folded) and not DEMAND.search(folded)
    return bool(_SAYS_WHO.match(folded) or named) or is_duty(item)


def _asks(item: str) -> bool:
    folded = fold(item).lower()
    return bool(DEMAND_LEAD.match(folded) or STRONG_DEMAND.search(folded) or DEMAND.search(folded))


_ASKING = ("must", "preferred", "responsibility")
_SURE = frozenset((*_ASKING, "benefits", "legal", "apply", "other_jobs"))


def by_vote(pieces: list[Piece], text: str) -> list[Piece]:
    """Give the items under a heading of unknown meaning the kind that most of them show.

    Args:
        pieces: in text order.
        text: that they are cut from.

    Returns:
        `pieces`, of which some kinds are changed; what is plainly noise keeps its kind.
    """
    voted: list[Piece] = []
    for (heading, prose), run in groupby(pieces, key=lambda p: (p.heading, p.prose)):
        group = list(run)
        known = announces(heading)
        if not prose and (known or announces_list(heading)) not in _SURE:
            kind = _shown([text[p.start : p.end] for p in group], group[0].kind)
            if kind == "must" and group[0].kind == "other":
                kind = None  # 'Physical demands', 'Notes': what is asked there is no skill
            before = voted[-1].kind if voted and not voted[-1].prose else None
            if kind is None and heading and before in _ASKING and known is None:
                kind = before
            if kind is not None:
                group = [p if _is_noise(p, text) else p._replace(kind=kind) for p in group]
        voted += group
    return voted


def _is_noise(piece: Piece, text: str) -> bool:
    said = text[piece.start : piece.end]
    return piece.kind in ("benefits", "legal") or noise_of(said) is not None or _is_field(said)


def _shown(said: list[str], now: BlockKind) -> BlockKind | None:
    count = len(said)
    offers = sum(noise_of(item) == "benefits" for item in said)
    others = [item for item in said if not _tells_duty(item)]
    duties = count - len(others)
    asks = sum(map(_asks, others))
    if count >= 2 and 3 * offers >= count:
        return "benefits"
    if count >= _ENOUGH and duties >= 0.6 * count:
        return "responsibility"
    if now == "preferred":
        return None
    if count >= 2 and asks >= 0.5 * count and asks > duties:
        return "must"
    return None
