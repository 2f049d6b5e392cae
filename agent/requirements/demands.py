"""One sentence -> the separately satisfiable demands in it.

'Knowledge of statistics and experience with regression models' asks for two things that different
lines of a resume would show; 'verbal and written communication skills' asks for one.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from agent.language.grammar import word_set
from agent.models import RequirementKind
from agent.requirements.clauses import clauses
from agent.requirements.cues import stated_kind
from agent.requirements.lists import noun_list
from agent.requirements.runs import tells_nothing
from agent.requirements.tagging import Word, tag
from agent.requirements.terms_open import phrases
from agent.requirements.trimming import trimmed

_CATCH_ALL = re.compile(
    r"^\W*(?:and\s+)?(?:performs?|other|any other|related|handles?|"
    r"all other)\b.{0,25}\b(?:duties|work|tasks|functions|skills|knowledge|"
    r"abilities)\b.{0,20}$|^(?:or|and|required|preferred|plus)$",
    re.I,
)


_WISHING = word_set(
    "preferably ideally idealerweise vorzugsweise idéalement préférablement preferiblemente "
    "idealmente idealiter liefst"
)


class Demand(NamedTuple):
    """A stretch of the sentence that asks for one thing."""

    start: int
    end: int
    stated: RequirementKind | None


def split_demands(sentence: str, *, listed_nouns: bool) -> list[Demand]:
    """Split one sentence.

    Args:
        sentence: text of a sentence or list item without its glyph.
        listed_nouns: True to split a list of three or more nouns into one demand each
            (qualifications); False to keep it together (duties).

    Returns:
        Demands in order, offsets into `sentence`.
    """
    words = tag(sentence)
    demands: list[Demand] = []
    for lo, hi in _segments(sentence, words):
        after_colon = lo > 0 and words[lo - 1].tag == ":"
        cut = clauses(sentence, words, lo, hi, duty=not listed_nouns)
        for a, b in _whole(sentence, words, cut, listed_nouns):
            start, end = trimmed(sentence, words[a].start, words[b - 1].end)
            if after_colon and (a, b) == (lo, hi) and _is_list(words[a:b]):
                pieces = _items(words, a, b)
            else:
                pieces = noun_list(sentence, words, a, b) if listed_nouns else []
            if not pieces:
                demands.append(Demand(start, end, stated_kind(sentence[start:end])))
                continue
            of_all = stated_kind(sentence[words[a].start : words[b - 1].end])
            wished = next((c for c, _ in pieces if words[c].low in _WISHING), None)
            for c, d in pieces:
                kind = of_all
                if wished is not None and c < wished:
                    # 'Three years of sales, ideally in retail' wishes for the retail alone.
                    kind = stated_kind(sentence[words[c].start : words[d - 1].end])
                start, end = trimmed(sentence, words[c].start, words[d - 1].end)
                demands.append(Demand(start, end, kind))
    return _share_ending(
        sentence,
        [
            demand
            for demand in demands
            if demand.end - demand.start > 1
            and not _CATCH_ALL.search(sentence[demand.start : demand.end])
        ],
    )


def _whole(
    sentence: str, words: tuple[Word, ...], cut: list[tuple[int, int]], listed_nouns: bool
) -> list[tuple[int, int]]:
    """'Identifies areas of concern and provides recommendations': a short last clause about
    nothing in particular belongs to the one before."""
    if listed_nouns or len(cut) < 2:
        return cut
    joined = [cut[0]]
    for a, b in cut[1:]:
        if words[a].tag == "V" and _means_the_same(words[a + 1 : b]):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    if len(joined) < len(cut):
        return joined
    joined = [cut[0]]
    for a, b in cut[1:]:
        # 'Accept feedback and ...', '... and recommend improvements': two words are no duty apart.
        bare = b - a <= _BARE or joined[-1][1] - joined[-1][0] <= _BARE
        beside = all(w.tag in (",", "C") for w in words[joined[-1][1] : a])
        if bare and beside and words[a].tag in ("V", "G"):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    if len(joined) < len(cut):
        return joined
    (a, b), (c, d) = cut[-2:]
    tail = sentence[words[c].start : words[d - 1].end]
    if (
        d - c > _SHORT
        or words[c].tag != "V"
        or not all(w.tag in (",", "C") for w in words[b:c])
        or not tells_nothing(named := [p for p in phrases(tail) if not p.vague])
        or len(named) > 2
    ):
        return cut
    return [*cut[:-2], (a, d)]


def _means_the_same(after: tuple[Word, ...]) -> bool:
    """'communicates the same to others', 'use it to guide': about what was said before."""
    lows = [w.low for w in after[:2]]
    return bool(lows) and (lows[0] in ("it", "them") or lows == ["the", "same"])


_BARE = 2
_SHORT = 7

_ENDING = re.compile(
    r"\b(?:(?:is|are|a|an|strongly|highly|very)\s+)*(?:preferred|desired|desirable|a plus|"
    r"plus|an asset|bonus|required|essential|a must|mandatory|von vorteil|wünschenswert|"
    r"souhaité\w*|apprécié\w*|deseable|valorable|een pré|vereist|erforderlich)\W*$",
    re.I,
)


def _share_ending(sentence: str, demands: list[Demand]) -> list[Demand]:
    """'A, B and ability to C strongly preferred': the last word is said of all."""
    if (
        len(demands) < 2
        or demands[-1].stated is None
        or not _ENDING.search(sentence[demands[-1].start : demands[-1].end])
    ):
        return demands
    last = demands[-1]
    joined = (
        re.search(
            r"\b(?:and|und|et|y|en|or|&)\b[\s\w]{0,6}$", sentence[demands[-2].end : last.start]
        )
        is not None
    )
    if not joined or any(";" in sentence[a.end : b.start] for a, b in pairwise(demands)):
        boundary = max(
            (i for i, (a, b) in enumerate(pairwise(demands)) if ";" in sentence[a.end : b.start]),
            default=-1,
        )
        head, tail = demands[: boundary + 1], demands[boundary + 1 :]
        if not joined or boundary < 0:
            return demands
        return [*head, *(d if d.stated else d._replace(stated=last.stated) for d in tail)]
    return [d if d.stated else d._replace(stated=last.stated) for d in demands]


def _segments(sentence: str, words: tuple[Word, ...]) -> list[tuple[int, int]]:
    """Word ranges between semicolons, and asides in brackets that make a demand of their own."""
    ranges: list[tuple[int, int]] = []
    start = 0
    opened: int | None = None
    for i, word in enumerate(words):
        if word.tag == "(" and _is_letter(words, i):
            # '(a) completing the log, (b) inspecting the vehicle'
            if i > start:
                ranges.append((start, i))
            start = i + 3
        elif word.tag == "(":
            inner = _closing(words, i)
            aside = (
                sentence[word.end : words[inner].start]
                if inner < len(words)
                else sentence[word.end :]
            )
            if len(aside.split()) >= 3 and stated_kind(aside) == "preferred":
                if i > start:
                    ranges.append((start, i))
                opened = i
                start = i + 1
        elif word.tag == ")" and opened is not None:
            ranges.append((start, i))
            start, opened = i + 1, None
        elif (
            word.tag == ":"
            and i - start >= 5
            and sum(w.tag == ";" for w in words) >= 2
            and not ranges
        ):
            start = i + 1
        elif word.tag == ":" and _announces_list(words[start:i]) and _is_list(words[i + 1 :]):
            # 'You run events for our clients: site tours, floor plans, budgets'
            ranges.append((start, i))
            start = i + 1
        elif word.tag == ";":
            if i > start:
                ranges.append((start, i))
            start = i + 1
    if start < len(words):
        ranges.append((start, len(words)))
    return [(a, b) for a, b in ranges if any(w.tag not in ",.;:()-" for w in words[a:b])]


def _is_letter(words: tuple[Word, ...], i: int) -> bool:
    """'(b)' or '(2)' before an item."""
    if i + 3 >= len(words) or words[i + 2].tag != ")":
        return False
    mark = words[i + 1].low
    return (len(mark) == 1 and (mark in "abcdefgh" or mark.isdigit())) and (
        i == 0 or words[i - 1].tag in (",", ";", ":", "C") or words[i - 1].low == "either"
    )


def _announces_list(lead: tuple[Word, ...]) -> bool:
    """A whole clause, or 'Extra points'; 'Takeoff software' is named by its list."""
    wishing = len(lead) <= 4 and bool(lead) and lead[0].low in _WISHES
    listing = bool(lead) and lead[-1].low in ("including", "include", "includes", "to", "as")
    following = any(w.low == "following" for w in lead)
    return wishing or (len(lead) >= 6 and not following and not listing)


_WISHES = word_set("extra bonus ideally plus pluses nice preferred desired required requirements")


def _items(words: tuple[Word, ...], lo: int, hi: int) -> list[tuple[int, int]]:
    edges = [lo - 1, *(i for i in range(lo, hi) if words[i].tag == ","), hi]
    spans = [(a + 1 + (words[a + 1].tag == "C"), b) for a, b in pairwise(edges) if b > a + 1]
    return [(a, b) for a, b in spans if b > a]


def _is_list(words: tuple[Word, ...]) -> bool:
    """Three items or more, none of them long, and no choice among them."""
    gaps = [i for i, w in enumerate(words) if w.tag == ","]
    edges = [-1, *gaps, len(words)]
    return (
        len(gaps) >= 2
        and all(b - a <= 6 for a, b in pairwise(edges))
        and not any(w.low in ("or", "/", "(", ";") for w in words)
    )


def _closing(words: tuple[Word, ...], opening: int) -> int:
    for i in range(opening + 1, len(words)):
        if words[i].tag == ")":
            return i
    return len(words)
