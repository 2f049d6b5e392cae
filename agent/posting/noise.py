"""What on a page is not the posting, and which sentences of a posting ask for nothing.

Sorted by what a sentence does (promises pay, states a policy, tells how to apply, praises the
employer, sells the site it stands on), never by one site's or one employer's words.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from agent.language.cues import any_cue
from agent.language.text import fold
from agent.posting.noise_cues import (
    APPLY,
    BENEFITS,
    CATCH_ALL,
    DISCLAIMER,
    INSTRUCTION,
    LEGAL,
    PAGE,
    PHYSICAL,
)

Noise = Literal[
    "legal", "benefits", "apply", "disclaimer", "physical", "page", "catch_all", "instruction"
]


# Most sentences hold none of all these: one search tells.
_ANY = any_cue(PAGE, INSTRUCTION, LEGAL, CATCH_ALL, DISCLAIMER, PHYSICAL, BENEFITS, APPLY)


# Cyrillic and Greek letters that look Latin: an instruction may hide in them.
_LOOKALIKES = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u0442"
    "\u043c\u043a\u04cf\u0432\u043d\u03bf\u03b1\u03b5\u03c1\u03c5\u03bd\u03b9\u03ba\u03c4",
    "aeopcyxijshdtmklbhoaepuvikt",
)


@lru_cache(maxsize=4096)
def noise_of(sentence: str) -> Noise | None:
    """What kind of nothing-asked `sentence` is; None if it may ask for something."""
    folded = fold(sentence).lower().strip()
    if not folded.isascii() and INSTRUCTION.search(folded.translate(_LOOKALIKES)):
        return "instruction"
    if not _ANY.search(folded):
        return None
    if INSTRUCTION.search(folded):
        return "instruction"
    if len(folded) < 220 and PAGE.search(folded):
        return "page"
    if LEGAL.search(folded):
        return "legal"
    if len(folded) < 160 and CATCH_ALL.search(folded):
        return "catch_all"
    if DISCLAIMER.search(folded):
        return "disclaimer"
    if PHYSICAL.search(folded):
        return "physical"
    if BENEFITS.search(folded):
        return "benefits"
    if APPLY.search(folded):
        return "apply"
    return None


REASONS: dict[Noise, str] = {
    "page": "text of the page around the posting",
    "instruction": "instructions to software, not to you",
    "legal": "equal-opportunity or legal text",
    "benefits": "pay and benefits",
    "apply": "how to apply",
    "disclaimer": "a disclaimer about the description",
    "physical": "physical demands and checks",
    "catch_all": "a catch-all duty",
}


def is_link_title(line: str) -> bool:
    """True for a line that reads as the title of an article or a link: title case, four words or
    more, no full stop."""
    bare = line.strip("-•* ").rstrip()
    if bare.endswith((".", ";", ":", ",")) or len(bare.split()) < 4:
        return False
    strong = [w for w in bare.split() if len(w) > 3]
    return len(strong) >= 2 and sum(not w[0].islower() for w in strong) >= 0.8 * len(strong)
