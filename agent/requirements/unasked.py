"""Quotes that ask for nothing: an introduction, empty words, what is expressly not asked, and what
concerns the firm alone."""

from __future__ import annotations

import re

from agent.language import grammar
from agent.language.cues import cues
from agent.language.grammar import word_set
from agent.language.text import norms
from agent.requirements.years import find_years

# 'The clerk must', 'The ideal candidate will have': the words before a list.
_INTRO = re.compile(
    r"^(?:the|this|our|you|we|he/she)\s+(?:[\w/'’-]+\s*){1,4}(?:must|will|should|is|are|"
    r"can|have|has|to|be|include|includes)?$|^for (?:the |an? )?[\w/ -]{3,30} [IVX]{1,3}$|"
    r"^(?:the|an?)\s+[\w/ -]{2,40}\s(?:must|will|"
    r"should)(?: (?:be|have|possess))?$|^(?:you|candidates?|applicants?) (?:must|should|will|"
    r"have)$",
    re.I,
)


EMPTY = (
    grammar.QUALITY
    | grammar.CARRIERS
    | grammar.DETERMINERS
    | grammar.PREPOSITIONS
    | grammar.CONJUNCTIONS
    | grammar.AUXILIARIES
    | word_set(
        "education training combination equivalent e.g eg etc ie to you i we must qualifications "
        "qualification acceptable other also none n/a candidates selected available"
    )
)


def _is_empty(quote: str) -> bool:
    """True for words that ask for nothing by themselves: 'prior experience', 'or equivalent'."""
    return EMPTY.issuperset(norms(quote)) and find_years(quote) is None


# 'Embrace our mission and values', 'accept no other employment': nothing a resume could show.
_OF_THE_FIRM = cues(
    r"\b(?:our|its|\w+['’]s) (?:mission|vision)\b|"
    r"\b(?:mission|vision)(?:,| and| &) (?:vision|values|goals|mission)\b|"
    r"\b(?:our|company|core|corporate|organi[sz]ational|guiding|its) values\b|"
    r"^\W*(?:not|expect|(?:accept|hold|have) no)\b",
)
# 'No certification required', 'Experience not necessary'; 'not required, but preferred' asks.
_NOT_ASKED = cues(
    r"^\W*(?:you must )?(?:clearly )?(?:state|indicate|specify|attach|enclose|submit|upload)"
    r" your\b|"
    r"^\W*no\b.{0,60}\b(?:required|requirements?|necessary|needed)\W*$|"
    r"\b(?:has|have|involves?|carr(?:y|ies)) no\b.{0,40}\b(?:supervis|responsibilit|reports\b)|"
    r"^(?!.*\b(?:desir|prefer|plus\b|help|nice|asset|advantage)).*\bnot (?:required|necessary|"
    r"needed)\W*$",
)


def asks_nothing(quote: str, *, duty: bool) -> bool:
    """True for a quote that no line of a resume could answer.

    Args:
        quote: one demand.
        duty: True for a responsibility.
    """
    low = quote.lower()
    return (
        not any(char.isalpha() for char in quote)
        or _INTRO.match(quote) is not None
        or _is_empty(quote)
        or _NOT_ASKED.search(low) is not None
        or (duty and _OF_THE_FIRM.search(low) is not None)
    )
