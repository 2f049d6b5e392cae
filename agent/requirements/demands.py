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
from agent.requirements.cues import stated_kind
from agent.requirements.lists import LISTING, SKILLS, noun_list
from agent.requirements.tagging import Word, tag
from agent.requirements.trimming import trimmed

_HEADS = word_set(
    "experience experienced knowledge ability abilities understanding familiarity proficiency "
    "expertise background exposure fluency aptitude "
    "passion willingness desire commitment competence competency command awareness track "
    "certification certificate license licence degree "
    "diploma able proficient familiar skilled fluent comfortable willing capable "
    "knowledgeable competent adept versed history mastery "
    "bachelor's master's bachelor master"
)

_VARIETY = re.compile(r"\b(?:variety|range|array|number|multiple|various|different|suite)\b", re.I)

_CATCH_ALL = re.compile(
    r"^\W*(?:and\s+)?(?:performs?|other|any other|related|handles?|"
    r"all other)\b.{0,25}\b(?:duties|work|tasks|functions|skills|knowledge|"
    r"abilities)\b.{0,20}$|^(?:or|and|required|preferred|plus)$",
    re.I,
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
        for a, b in _clauses(sentence, words, lo, hi):
            start, end = trimmed(sentence, words[a].start, words[b - 1].end)
            kind = stated_kind(sentence[start:end])
            if after_colon and (a, b) == (lo, hi) and _is_list(words[a:b]):
                pieces = _items(words, a, b)
            else:
                pieces = noun_list(sentence, words, a, b) if listed_nouns else []
            if not pieces:
                demands.append(Demand(start, end, kind))
            for c, d in pieces:
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
        if word.tag == "(":
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


def _announces_list(lead: tuple[Word, ...]) -> bool:
    """A whole clause, or 'Extra points'; 'Takeoff software' is named by its list."""
    wishing = len(lead) <= 4 and bool(lead) and lead[0].low in _WISHES
    return wishing or (len(lead) >= 6 and not any(w.low == "following" for w in lead))


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


def _clauses(sentence: str, words: tuple[Word, ...], lo: int, hi: int) -> list[tuple[int, int]]:
    """Cut a segment where a new demand starts: after a comma or conjunction, a new carrier
    ('... and experience with'), a new verb with its own object, a participle clause."""
    cuts: list[tuple[int, int]] = []
    start = lo
    i = lo
    depth = 0
    while i < hi:
        if words[i].tag == "(":
            depth += 1
        elif words[i].tag == ")":
            depth = max(0, depth - 1)
        if (
            depth == 0
            and i - start >= 4
            and words[i].low in ("including", "include", "includes")
            and hi - i > 2
            and words[i - 1].tag == ","
            and not _VARIETY.search(sentence[words[start].start : words[i].start])
        ):
            cuts.append((start, i))
            start = i + 1
            while start < hi - 1 and words[start].low in ("but", "not", "limited", "to", ":", ","):
                start += 1
            i = start
            continue
        if depth == 0 and words[i].tag in (",", "C", "–", "—"):
            j = i
            while j < hi and words[j].tag in (",", "C"):
                j += 1
            if j == i:
                j = i + 1
            if words[j : j + 1] and words[min(j, hi - 1)].low == "including":
                i = j
                continue
            if start < i and j < hi and _starts_demand(sentence, words, start, i, j, hi):
                cuts.append((start, i))
                start = j
            i = j
            continue
        i += 1
    cuts.append((start, hi))
    return [(a, b) for a, b in cuts if b > a]


def _starts_demand(
    sentence: str, words: tuple[Word, ...], start: int, gap: int, after: int, hi: int
) -> bool:
    left, right = words[start:gap], words[after:hi]
    run = words[gap:after]
    if len(right) < 2 and not stated_kind(sentence[right[0].start : right[-1].end]):
        return False
    has_or = any(w.low in ("or", "nor", "and/or") for w in run)
    k = 0
    while k < len(right) - 1 and right[k].tag in ("A", "J", "D", "R", "M"):
        k += 1
    head = right[k]
    following = right[k + 1] if k + 1 < len(right) else None
    left_names = any(w.tag in ("N", "G", "J") for w in left)
    left_text = sentence[left[0].start : left[-1].end]
    right_text = sentence[right[0].start : right[-1].end]
    if not has_or and left_names and head.low in _HEADS:
        if following is None:
            return len(left) > 1
        if (
            following.tag in ("P", "T", "G", "X", "V", "O")
            or following.low in ("of", "record")
            or following.tag == "."
        ):
            return len(left) > 1 or left[0].tag != "A"
    if (
        not has_or
        and LISTING.search(left_text)
        and LISTING.search(" ".join(w.low for w in right[:7]))
        and words[after - 1].tag == "C"
    ):
        return True
    if (
        not has_or
        and left_names
        and right[0].tag in ("O", "X")
        and len(right) > 3
        and len(left) > 2
        and any(w.tag == "V" or w.low in _HEADS or w.low in SKILLS for w in left)
        and right[0].low in ("you", "must", "should", "can", "be", "have", "will")
    ):
        return True
    stated_left, stated_right = stated_kind(left_text), stated_kind(right_text)
    if (
        stated_left
        and stated_right
        and stated_left != stated_right
        and len(left) > 1
        and any(w.tag in ("N", "J") for w in right)
    ):
        return True
    if (
        stated_right == "preferred"
        and run[0].tag in (",", "–", "—")
        and stated_left is None
        and 1 < len(right) <= 9
        and len(left) > 3
        and not any(w.tag == "," for w in right)
        and not any(w.tag == "," for w in left)
        and right[0].low not in ("not", "preferred", "preferably", "ideally")
    ):
        return True
    if not has_or and left[-1].tag == ")" and any(w.tag == "(" for w in right[:7]):
        return True  # two names, each with its letters in brackets
    if not has_or and words[after - 1].tag == "C" and left[-1].tag == "N" and _is_paper(right):
        return True
    if not has_or and words[after - 1].tag == "C" and left[-1].tag != "M" and _counts_time(right):
        return True
    if right[0].low == "with" and re.match(
        r"with (?:a |an )?(?:strong |clear )?preference", right_text, re.I
    ):
        return True
    if has_or:
        return False
    return _starts_verb(left, right, run)


def _counts_time(right: tuple[Word, ...]) -> bool:
    """'and five years of sales experience' is a demand of its own."""
    lows = [w.low for w in right[:9]]
    numbered = any(w.tag == "M" for w in right[:4])
    return (
        numbered
        and any(low in ("years", "year", "months") for low in lows)
        and right[0].tag in ("M", "A", "D", "P", "N", "R")
    )


_PAPERS = word_set("license licence certification certificate degree diploma")


def _is_paper(right: tuple[Word, ...]) -> bool:
    """'and a valid driver's license': a noun phrase that ends in a paper."""
    k = 0
    while k < len(right) and right[k].tag in ("D", "A", "J", "N", "E"):
        k += 1
    return 1 < k <= 6 and right[k - 1].low in _PAPERS


def _starts_verb(left: tuple[Word, ...], right: tuple[Word, ...], run: tuple[Word, ...]) -> bool:
    skip = 1 if right[0].tag == "R" and len(right) > 1 else 0
    verb = right[skip]
    if verb.tag == "T" and len(right) > skip + 1:
        skip += 1
        verb = right[skip]
    if verb.tag not in ("V", "G") or len(right) < skip + 2 or verb.low in _RESULTING:
        return False
    after = right[skip + 1]
    # The verb must have its own object; 'plan, organize and supervise operations' shares one.
    if after.tag in (",", "C", "/"):
        rest = right[skip + 1 :]
        if not _verb_chain_has_object(rest):
            return False
    last_verb = max((i for i, w in enumerate(left) if w.tag in ("V", "G")), default=-1)
    if last_verb < 0:
        if verb.tag == "G":
            # 'A passion for mentorship and raising the skills of others'.
            return after.tag == "D" and any(w.low in _HEADS for w in left)
        # A noun list does not become a clause because one noun looks like a verb.
        return verb.tag == "V" and any(w.tag == "T" for w in left)
    has_object = any(w.tag in ("N", "J") for w in left[last_verb + 1 :])
    if not has_object:
        return False
    if verb.tag == "G":
        if left[last_verb].tag == "G" or left[0].tag == "G":
            return True
        return run[0].tag == "," and after.tag not in (",", "C", ".") and len(right) >= 4
    return left[last_verb].tag == "V" or left[0].tag == "V" or any(w.tag == "T" for w in left)


_RESULTING = word_set(
    "ensuring resulting enabling allowing making being regarding according leading causing assuring"
)


def _verb_chain_has_object(rest: tuple[Word, ...]) -> bool:
    for i, word in enumerate(rest):
        if word.tag in (",", "C", "/", "R"):
            continue
        if word.tag in ("V", "G") and i + 1 < len(rest):
            continue
        return word.tag in ("D", "A", "J", "N", "M") and i >= 2
    return False
