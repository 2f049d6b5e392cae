"""Spoken languages with their level: 'fluent Spanish' is not met by 'Spanish (basic)'."""

from __future__ import annotations

import re

from agent.language import lexicon
from agent.language.text import fold
from agent.match.index import MatchIndex, Place
from agent.match.terms import Found, lookup

_LEVELS = (
    (6, r"native|mother tongue|first language|bilingual|muttersprach\w*|langue maternelle|bilingue|"
        r"lengua materna|nativo|nativa|moedertaal|c2"),
    (5, r"fluent|fluency|fluently|full professional|near[- ]native|proficient|proficiency|advanced|"
        r"excellent|fließend|verhandlungssicher|courant|couramment|fluido|fluidez|avanzado|"
        r"vloeiend|c1"),
    (4, r"professional|working proficiency|business|strong|good|written and spoken|very good|"
        r"sehr gut\w*|gut\w*|professionnel|bon niveau|profesional|goed\w*|b2"),
    (3, r"conversational|intermediate|limited working|mittlere?|intermédiaire|intermedio|"
        r"conversación|redelijk\w*|b1"),
    (1, r"basic|beginner|elementary|some|limited|a little|grundkenntnisse|notions|débutant\w*|"
        r"básico|basis\w*|learning|a1|a2"),
)  # fmt: skip
_PATTERNS = tuple((rung, re.compile(rf"\b(?:{p})\b", re.IGNORECASE)) for rung, p in _LEVELS)
_OWN = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "nl": "Dutch"}
_SPEAKS = 3
"""Asked without a level, conversation is enough."""


def level_in(text: str) -> int | None:
    """The lowest level that `text` names, from 1 (basic) to 6 (native); None if it names none."""
    folded = fold(text)
    return min((rung for rung, pattern in _PATTERNS if pattern.search(folded)), default=None)


def spoken(term: str, quote: str, index: MatchIndex) -> Found | None:
    """What the resume has for a spoken language; None if the term names none.

    Args:
        term: the language as asked for.
        quote: the posting's words, which may name a level.
        index: the prepared resume.
    """
    name = _language(term)
    asked = level_in(quote) or _SPEAKS
    if name is None:
        return _another(asked, index) if _ANOTHER.search(term) else None
    found = lookup(name, index)
    if found.support == "none":
        if _OWN.get(index.resume.language) == name and index.lines:
            longest = max(range(len(index.lines)), key=lambda n: len(index.lines[n].text))
            whole = Place(longest, 0, len(index.lines[longest].text))
            return Found("implied", (whole,), "the resume is written in it")
        return found
    known = [(_level_at(place, index), place) for place in found.places]
    held, place = max(known, key=lambda one: 4 if one[0] is None else one[0])
    if held is not None and held < asked:
        return Found("partial", (place,), "at a lower level than asked")
    return Found("explicit" if found.support == "partial" else found.support, (place,))


_ANOTHER = re.compile(
    r"\b(?:second|third|foreign|another|other|additional) language|\b(?:bi|multi)lingual",
    re.IGNORECASE,
)


def _another(asked: int, index: MatchIndex) -> Found | None:
    """Any language beside the resume's own, where a posting does not say which."""
    own = _OWN.get(index.resume.language)
    places = [
        (level, place)
        for name, found in index.concepts.items()
        if name != own and lexicon.category(name) == "language"
        for place in found
        for level in (_level_at(place, index),)
    ]
    if not places:
        return None
    held, place = max(places, key=lambda one: 4 if one[0] is None else one[0])
    if held is not None and held < asked:
        return Found("partial", (place,), "at a lower level than asked")
    return Found("specific", (place,))


def _language(term: str) -> str | None:
    for word in re.findall(r"[^\W\d_]+", term):
        name = lexicon.canonical(word.capitalize())
        if name and lexicon.category(name) == "language":
            return name
    return None


def _level_at(place: Place, index: MatchIndex) -> int | None:
    """The level said beside a language, within its own item of a list."""
    text = index.lines[place.line].text
    left = max(text.rfind(mark, 0, place.start) for mark in ",;|•")
    ends = [at for mark in ",;|•" if (at := text.find(mark, place.end)) >= 0]
    return level_in(text[left + 1 : min(ends, default=len(text))])
