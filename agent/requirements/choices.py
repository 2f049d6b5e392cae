"""An either/or as it stands on the page, whatever its words are: 'supervisory or administrative
experience', 'Actimize or Verafin', 'Lean or Six Sigma', 'Agile/Scrum'.

Noun phrases come from grammar, and grammar may take a name for a verb or an adjective. A list
around an 'or' is told by its marks: items run to the next comma, and the list ends at a
preposition, a carrier ('experience') or a mark.
"""

from __future__ import annotations

from agent.language import grammar
from agent.language.grammar import word_set
from agent.requirements.empty_terms import says_nothing
from agent.requirements.tagging import Word, tag

_OR = word_set("or and/or nor")
_CARRIERS = word_set(
    "experience experiences knowledge understanding familiarity proficiency proficient expertise "
    "skills skill background exposure ability abilities training years year experienced "
    "familiar skilled certified certification certifications license licenses licence required "
    "preferred desired plus setting settings environment environments role roles position "
    "positions industry industries field fields"
)
# Said of a choice left open; what follows names the kind.
_ALIKE = word_set("similar related equivalent comparable other another like relevant")
_BARE = word_set(
    "similar related equivalent comparable other others another more less higher better above "
    "greater later not equal fewer both either one two three else so such like similar. day days "
    "week weeks month months tool tools software system systems discipline disciplines program "
    "programs area areas subject degree diploma work job any all"
)
_ONE_NAME = frozenset(("ci/cd", "ui/ux", "tcp/ip", "ap/ar"))
_MAX_WORDS = 5


def choices(clause: str) -> tuple[str, ...]:
    """The items of the first either/or list in `clause`.

    Args:
        clause: one demand.

    Returns:
        Two items or more in the clause's own words, or () where it offers no choice between
        names (two verbs are one duty: 'plan or attend events').
    """
    words = tag(clause)
    for i, word in enumerate(words):
        if word.low in _OR or (word.low == "/" and _between_words(words, i)):
            items = _items(clause, words, i)
            if len(items) > 1:
                return items
    return ()


def listed_after(clause: str, start: int) -> tuple[str, ...]:
    """The items of a list of examples, told by its marks: 'testing, preparing media, or storing'.

    Args:
        clause: one demand.
        start: where the list starts in it, after 'such as'.

    Returns:
        Items in the clause's words, up to where the list ends: at a bracket, a stop, a verb with
        its subject, or a preposition other than 'of' and 'for'.
    """
    words = [w for w in tag(clause) if w.start >= start]
    items: list[str] = []
    at = 0
    for k in range(len(words) + 1):
        ends = k == len(words) or (
            words[k].tag in ("X", "O", "(", ")", ":", ";", "T")
            or (words[k].tag == "P" and words[k].low not in ("of", "for") and k > at)
        )
        if ends or words[k].tag in (",", "C") or words[k].low in (*_OR, "/"):
            part = tuple(words[at:k])
            if part and (name := _name(clause, part, 0, len(part))):
                items.append(name)
            at = k + 1
        if ends:
            break
    return tuple(dict.fromkeys(items))


def _between_words(words: tuple[Word, ...], i: int) -> bool:
    if not 0 < i < len(words) - 1:
        return False
    before, after = words[i - 1], words[i + 1]
    letters = len(before.low) == len(after.low) == 1  # 'A/B testing' is one name
    named = f"{before.low}/{after.low}" in _ONE_NAME
    return before.tag != "M" and after.tag != "M" and not letters and not named


def _is_or(words: tuple[Word, ...], i: int) -> bool:
    low = words[i].low
    and_or = low == "and" and [w.low for w in words[i + 1 : i + 3]] == ["/", "or"]
    return low in _OR or low == "/" or and_or


# 'or in a class at the level of Clerk', 'or in person': the place of the other way is no end.
_CLASSED = word_set("class classification level position capacity role")


def _past_place(words: tuple[Word, ...], i: int) -> int:
    """Where a way that opens with a preposition names itself."""
    if i >= len(words) or words[i].tag not in ("P", "T"):
        return i
    k = i
    while k < len(words) - 1 and (words[k].tag in ("P", "T", "D") or words[k].low in _CLASSED):
        k += 1
    return k


def _items(clause: str, words: tuple[Word, ...], middle: int) -> tuple[str, ...]:
    lo = middle
    while lo > 0 and not _ends_list(words, lo - 1):
        lo -= 1
    after = middle + 1
    while after < len(words) and _is_or(words, after):
        after += 1
    named_at = _past_place(words, after)
    hi = max(named_at, middle + 1)
    while hi < len(words) and not _ends_list(words, hi):
        if words[hi].tag == "," and not any(_is_or(words, k) for k in range(hi, len(words))):
            break
        hi += 1
    parts: list[tuple[int, int]] = []
    start = lo
    for k in range(lo, hi + 1):
        if k == hi or words[k].tag == "," or _is_or(words, k):
            if k > start:
                parts.append((named_at if start == after else start, k))
            start = k + 1
    if hi == len(words) or words[hi].low not in _CARRIERS:
        parts = _after_verbs(words, parts)
    if _shares_noun(words, parts):
        return ()
    named = [name for a, b in parts if (name := _name(clause, words, a, b))]
    return tuple(dict.fromkeys(named))


def _ends_list(words: tuple[Word, ...], i: int) -> bool:
    word = words[i]
    if _is_or(words, i) or word.tag == ",":
        return False
    return (
        word.tag in ("P", "T", "X", "O", "C", "(", ")", ":", ";", "–", "—", ".", "-")
        or word.low in _CARRIERS
        or (word.tag == "V" and i == 0 and not _is_or(words, i + 1))
    )


def _after_verbs(words: tuple[Word, ...], parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """'plan or attend events' offers no choice; 'read or draw plans or maps' is about the last."""
    if all(b - a == 1 and words[a].tag == "G" for a, b in parts):
        return parts  # 'welding or pipefitting' are names of work
    acting = [k for k, (a, _) in enumerate(parts) if words[a].tag in ("V", "G")]
    if not acting or (acting == [0] and parts[0][1] - parts[0][0] == 1):
        return parts
    last = acting[-1]
    a, b = parts[last]
    return [*([(a + 1, b)] if b > a + 1 else []), *parts[last + 1 :]]


def _shares_noun(words: tuple[Word, ...], parts: list[tuple[int, int]]) -> bool:
    """'verbal or written communication' is one skill."""
    return (
        len(parts) > 1
        and all(w.tag in ("J", "E") for a, b in parts[:-1] for w in words[a:b])
        and words[parts[-1][0]].tag in ("J", "E")
        and words[parts[-1][1] - 1].tag == "N"
    )


def _name(clause: str, words: tuple[Word, ...], lo: int, hi: int) -> str:
    while (
        lo < hi
        and (
            words[lo].tag in ("D", "A", "R", "M")
            or words[lo].low in _ALIKE
            or words[lo].low == "valid"
        )
        and not clause[words[lo].start].isupper()
    ):
        lo += 1
    while hi > lo and (words[hi - 1].tag in ("D", "R") or words[hi - 1].low in _BARE):
        hi -= 1
    if hi - lo == 1 and lo and words[lo - 1].tag == "A" and says_nothing(words[lo].low):
        lo -= 1  # 'potential problems' says more than 'problems'
    if (
        not lo < hi <= lo + _MAX_WORDS
        or all(
            w.low in _BARE or w.low in grammar.CARRIERS or w.tag in ("M", "P", "R", "D", "T")
            for w in words[lo:hi]
        )
        or (hi - lo == 1 and words[lo].low in grammar.QUALITY and clause[words[lo].start].islower())
    ):
        return ""
    return clause[words[lo].start : words[hi - 1].end]
