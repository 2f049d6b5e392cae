"""Words that say how strongly something is asked, in five languages."""

from __future__ import annotations

import re
from functools import lru_cache

from agent.language.cues import cues
from agent.language.text import fold
from agent.models import RequirementKind

_PREFERRED = cues(
    r"\b(?:prefer(?:red|ably|ence|s)?|an? (?:\w+ ){0,2}(?:plus|bonus|asset|advantage)|is plus|"
    r"plus!|bonus|desir(?:ed|able)|ideally|ideal candidates?|nice[- ]to[- ]have|advantageous|"
    r"(?:is|are|be|considered|also) (?:very |highly |also )?(?:beneficial|helpful)|"
    r"(?:beneficial|helpful)(?= but|$|\W*$)|"
    r"(?:is|are)(?: not|n't) (?:required|necessary|essential)|"
    r"would be (?:great|good|nice|lovely|handy|useful|helpful|welcome|beneficial|ideal|an?)|"
    r"optional(?:ly)?|"
    r"highly regarded|welcomed|a benefit|good to have|considered an asset|"
    r"von vorteil|wünschenswert|idealerweise|gerne auch|gern gesehen|wären? (?:schön|toll|"
    r"ideal|von)|pluspunkt|optional|"
    r"serait un (?:plus|atout)|est un (?:plus|atout)|un atout|sont un plus|souhaité[es]*|"
    r"apprécié[es]*|idéalement|de préférence|"
    r"se valor(?:a|ará|arán)|valorable|deseable|es un plus|un plus|preferible(?:mente)?|idealmente|"
    r"is een (?:pré|plus|pluspunt)|een pré|pré|wenselijk|bij voorkeur|mooi meegenomen|"
    r"idealiter)(?:\b|(?<=!))"
)
_NOT_PREFERRED = re.compile(
    r"\bpreferred (?:vendor|supplier|customer|provider|partner|lender)|\bbonus (?:plan|"
    r"program|pay)|\bplus (?:years|experience|benefits)|customer preferences?|preferences? of|"
    r"desired (?:outcome|result|goal|end|state|level|effect)"
)
_MUST = cues(
    r"\b(?:must|(?:is|are) (?:strictly )?(?:required|mandatory|essential|necessary|a must|"
    r"needed|compulsory)|(?<!not )required|mandatory|minimum|at least|essential|necessary|"
    r"need to|have to|"
    r"zwingend|erforderlich|voraussetzung|notwendig|mindestens|unbedingt|impérati\w+|"
    r"obligatoire|exigé[es]*|requis[es]*|indispensable|minimum|"
    r"imprescindible|obligatori[oa]|requerid[oa]|necesari[oa]|mínimo|vereist|noodzakelijk|"
    r"verplicht|minimaal|must)\b"
)


@lru_cache(maxsize=4096)
def stated_kind(clause: str) -> RequirementKind | None:
    """'preferred' or 'must' where the clause itself says so; None where it does not.

    A softener wins over a strong word in the same clause ('not required, but preferred').
    """
    folded = fold(clause).lower()
    if _PREFERRED.search(folded) and not _NOT_PREFERRED.search(folded):
        return "preferred"
    if _MUST.search(folded):
        return "must"
    return None
