"""A term whose words stand in another order: 'managed the yearly budget' for 'budget management'.

The words have to belong together there as they do in the term: one line, a few words apart, with
nothing between them that could part them. 'Reported to management' holds the words of 'management
reports' and is something else; so does 'external auditors' of 'external audit'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from agent.language import terms
from agent.language.related import weight
from agent.language.terms import Unit, units
from agent.match.index import MatchIndex, Place

_MOST_BETWEEN = 3
_LONGEST = 4
_DOER = re.compile(r"[a-z]{3}(?:er|or|ist|ian|ant|ee)s?$")
_PARTS = re.compile(r"[,.;:•|()\[\]–—\n]")
# Words that may stand between two that belong together. Any preposition but 'of' parts them.
_PARTING = frozenset(
    ("to", "for", "with", "from", "by", "in", "on", "at", "as", "into", "about", "than", "against",
     "via", "through", "during", "per", "under", "over", "between", "among", "while", "when",
     "that", "which", "who", "where", "not", "no", "without", "but", "because", "if", "before",
     "after", "until", "is", "are", "was", "were", "be", "been", "i", "we", "they", "he", "she")
)  # fmt: skip
_DROPPED = frozenset(("of", "the", "a", "an", "and", "&", "or", "in", "on", "for", "to", "with"))


def reordered(term: str, index: MatchIndex) -> Iterator[Place]:
    """Places where all words of a term stand together in some form and order, each once a line.

    Args:
        term: two to four words that carry meaning, without words like 'skills' around them.
        index: the prepared resume.
    """
    wanted = _wanted(term, index.resume.language)
    stems = {unit.stem for unit in wanted}
    if not wanted or not stems <= index.stems.keys():
        return
    places = [index.stems[stem] for stem in stems]
    lines = set.intersection(*({number for number, _ in at} for at in places))
    for number in sorted(lines):
        line = index.lines[number]
        at = sorted(n for found in places for where, n in found if where == number)
        for first, last in _windows(line.units, at, stems):
            words = line.units[first : last + 1]
            if _together(line.text, words, stems) and _same_agency(wanted, words, stems):
                yield Place(number, words[0].start, words[-1].end)
                break


@lru_cache(maxsize=4096)
def _wanted(term: str, language: str) -> tuple[Unit, ...]:
    """The words of a term that carry meaning; none where it has no order to change."""
    wanted = tuple(u for u in units(term, language) if u.norm not in _DROPPED)
    if not 2 <= len(wanted) <= _LONGEST or len({u.stem for u in wanted}) < len(wanted):
        return ()
    if any(weight(u.stem) == 0 or u.norm[0].isdigit() for u in wanted) or terms.is_name(term):
        return ()
    return wanted


def _windows(
    words: Sequence[Unit], at: Sequence[int], stems: set[str]
) -> Iterator[tuple[int, int]]:
    """Shortest runs of words that open and close with one of the stems and hold them all."""
    for n, first in enumerate(at):
        seen: set[str] = set()
        for last in at[n:]:
            if words[last].stem in seen:
                break
            seen.add(words[last].stem)
            if seen == stems:
                yield first, last
                break


def _together(text: str, words: Sequence[Unit], stems: set[str]) -> bool:
    if _PARTS.search(text[words[0].start : words[-1].end]):
        return False
    between = [word for word in words if word.stem not in stems]
    return len(between) <= _MOST_BETWEEN and not any(w.norm in _PARTING for w in between)


def _same_agency(wanted: Sequence[Unit], words: Sequence[Unit], stems: set[str]) -> bool:
    """False where one names the doer and the other the doing."""
    ours = {word.stem for word in words if word.stem in stems and _DOER.search(word.norm)}
    return ours == {unit.stem for unit in wanted if _DOER.search(unit.norm)}
