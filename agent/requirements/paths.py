"""Ways to qualify: '1. A degree; or 2. an associate degree and two years'. One of them is enough,
so they are one demand; and a rule for counting them ('may be substituted') asks for nothing."""

from __future__ import annotations

import re

from agent.models import Requirement

_ENDS_WITH_OR = re.compile(r"(?:[;,.]\s*|^\W*)(?:and/)?or\W*$", re.I)
_OPENS_WITH_OR = re.compile(r"\W*or\b(?! (?:higher|better|above|more)\b)", re.I)
_PAPER_WORDS = (
    r"(?:education|experience|training|degree|credits?|semester|college|licen[cs]e|coursework|"
    r"combination|certificat\w+)"
)
_COUNTING = re.compile(
    rf"{_PAPER_WORDS}\b.{{0,240}}\b(?:may|can|will|shall) (?:also )?be (?:substituted|considered|"
    rf"accepted|credited|counted|waived|used to|applied toward)\b|"
    rf"^\W*(?:an? |any |the )?(?:\w+ )?(?:equivalent |satisfactory )?combination of "
    rf"(?:education|training|experience)\b(?!.*\b(?:years|degree|diploma)\b)|"
    rf"^\W*(?:this|these|the|such|said) (?:\w+ )?(?:licen[cs]es?|certificat\w+|registration)\b"
    rf".*\b(?:must|shall) be (?:maintained|kept|held|renewed)",
    re.I,
)
_LATER = re.compile(
    r"\W*(?:and )?(?:must|shall|to) be (?:obtained|maintained|kept|renewed)\b", re.I
)
_AS_ABOVE = re.compile(r"\bas (?:described|specified|stated|listed|defined)\b|\babove\b", re.I)
_PAPERS = ("education", "certification")


def is_joined(before: str, sentence: str) -> bool:
    """True if `sentence` offers another way to meet what the sentence before it asks."""
    return _ENDS_WITH_OR.search(before) is not None or _OPENS_WITH_OR.match(sentence) is not None


def only_counts(sentence: str) -> bool:
    """True for a rule on how papers count: 'education may be substituted for experience'."""
    low = sentence.lower()
    return (" be " in low or "combination" in low) and _COUNTING.search(sentence) is not None


def said_of_a_paper(clause: str) -> bool:
    """True for what is said of a paper already named: 'must be obtained within six months'."""
    return _LATER.match(clause) is not None


def with_path(asked: list[Requirement], path: list[Requirement]) -> list[Requirement]:
    """Take another way to qualify into the demands it stands beside.

    Args:
        asked: demands of the first way; not empty.
        path: demands of the other way.

    Returns:
        `asked`, of which one has the other way's terms as further alternatives: papers beside
        papers, experience beside experience.
    """
    papers = [d for d in path if d.category in _PAPERS]
    others = [d for d in path if d.category not in _PAPERS and not _AS_ABOVE.search(d.quote)]
    grown = list(asked)
    homes = [
        (papers, next((i for i, d in enumerate(asked) if d.category in _PAPERS), 0)),
        (
            [] if papers else others,
            next((i for i, d in enumerate(asked) if d.category not in _PAPERS), 0),
        ),
    ]
    for added, home in homes:
        if added:
            ways = dict.fromkeys((*grown[home].any_of, *(way for d in added for way in d.any_of)))
            grown[home] = grown[home].model_copy(update={"any_of": tuple(ways)})
    return grown
