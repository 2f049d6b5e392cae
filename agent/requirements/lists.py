"""A list of nouns -> its members, where each is a demand of its own."""

from __future__ import annotations

import re

from agent.language import grammar
from agent.language.grammar import word_set
from agent.requirements.tagging import Word

SKILLS = word_set(
    "skills skill ability abilities capability capabilities experience knowledge aptitude acumen "
    "ethic attitude expertise manner license certification degree"
)

LISTING = re.compile(
    r"\b(?:such as|like|e\.g\.?|i\.e\.?|for example|for instance|including|include|includes|"
    r"not limited to|z\.b\.|wie|tels? que|telles? que|comme|como|zoals)\b",
    re.I,
)

EITHER = re.compile(
    r"(?:\b(?:or|oder|ou|o|and/or|of(?= vergelijkb| soortgelijk))\b|(?<=\w)/(?=\w))", re.I
)


def noun_list(sentence: str, words: tuple[Word, ...], lo: int, hi: int) -> list[tuple[int, int]]:
    """The members of a list of three or more nouns, or of two that are demands each; [] if the
    clause is no such list, or an either/or."""
    named = next((k for k in range(lo + 2, hi) if words[k].low == "including"), None)
    if named and words[named - 1].tag == ",":
        # 'A skills and B skills, including C': C belongs to the last.
        items = noun_list(sentence, words, lo, named - 1)
        return [*items[:-1], (items[-1][0], hi)] if items else []
    text = sentence[words[lo].start : words[hi - 1].end]
    if LISTING.search(text) or (EITHER.search(text) and not _choice_within(words, lo, hi)):
        return []
    if any(words[k].tag == "G" and words[k - 1].tag in ("C", ",") for k in range(lo + 1, hi)):
        return []
    while hi > lo + 1 and words[hi - 1].tag in (",", "."):
        hi -= 1
    marks: list[tuple[int, int]] = []
    i = lo
    depth = 0
    while i < hi:
        if words[i].tag in "()":
            depth += 1 if words[i].tag == "(" else -1
        if depth == 0 and words[i].tag in (",", "C"):
            j = i
            while j < hi and words[j].tag in (",", "C"):
                j += 1
            marks.append((i, j))
            if words[j - 1].tag == "C" and any(words[a].tag == "," for a, _ in marks):
                break  # the 'and' after a comma closes the list
            i = j
        else:
            i += 1
    if not marks or marks[-1][1] >= hi:
        return []
    commas = [m for m in marks if any(w.tag == "," for w in words[m[0] : m[1]])]
    items = _members(lo, hi, marks)
    if len(commas) >= 2 or (len(commas) == 1 and len(marks) >= 2):
        if (
            all(_is_nominal(words, a, b, n) for n, (a, b) in enumerate(items))
            and words[marks[-1][1] - 1].tag == "C"
        ):
            # 'A, B and C': a final pair such as 'reports and records' stays together in the tail.
            if (
                len(items) < 3
                or not _direct_list(words, items[0])
                or _one_phrase(words, items)
                or _is_tight(words, items)
            ):
                return []
            return items
        return []
    if len(items) == 2:
        (a, b), (c, d) = items
        if words[b - 1].low not in SKILLS and _is_tight(words, items):
            return []
        if words[c].low in SKILLS or not _has_noun(words, a, b) or not _has_noun(words, c, d):
            return []
        if (
            words[b - 1].low in SKILLS
            and b - a > 1
            and (words[c].tag == "A" or words[d - 1].low in SKILLS or words[c].tag in ("N", "J"))
        ):
            return items
        if (
            words[c].tag == "A"
            and words[lo].tag == "A"
            and words[b - 1].tag == "N"
            and _is_nominal(words, c, d, 1)
        ):
            return items
        if (
            commas
            and words[b - 1].tag == "N"
            and words[c].tag != "A"
            and _is_nominal(words, c, d, 1)
        ):
            return items
    return []


def _choice_within(words: tuple[Word, ...], lo: int, hi: int) -> bool:
    """'five years of retail or hotel work, Excel, and a licence': the choice is inside an item,
    and a comma with 'and' closes the list."""
    commas = [i for i in range(lo, hi) if words[i].tag == ","]
    closed = any(words[i + 1].low in ("and", "&") for i in commas if i + 1 < hi)
    choosing = [i for i in range(lo, hi) if words[i].low in ("or", "/", "and/or", "oder", "ou")]
    return (
        len(commas) >= 2
        and closed
        and not any(words[i - 1].tag == "," or words[i + 1].tag == "," for i in choosing if i)
    )


# Office nouns that come in strings and are shown by the same line of a resume.
OFFICE_NOUNS = word_set(
    "policies policy procedures procedure practices practice standards regulations guidelines "
    "laws rules requirements principles methods techniques concepts theories processes "
    "problems statutes ordinances codes terminology protocols systems equipment tools "
    "materials supplies"
)

_CARRIER = word_set(
    "knowledge experience understanding proficiency proficient expertise familiarity familiar "
    "background skilled competence skills ability knowledgeable exposure fluency aptitude"
)


def _is_tight(words: tuple[Word, ...], items: list[tuple[int, int]]) -> bool:
    """'Experience with HRIS, iCIMS and payroll systems', 'integrity, ethical standards and sound
    judgment': two or three short names in one breath are one demand with several terms."""
    if len(items) > 3 or words[items[-1][1] - 1].low in SKILLS - _ENDS_SHORT:
        return False
    a, b = items[0]
    lead = max((k for k in range(a, b) if words[k].tag == "P"), default=a - 1)
    parts = [(lead + 1, b), *items[1:]]
    return all(
        sum(w.tag != "D" and w.low not in _PRAISE for w in words[c:d]) <= 2 for c, d in parts
    )


_PRAISE = word_set("strong good high sound excellent solid positive proven")
_ENDS_SHORT = word_set("ethic attitude acumen aptitude manner")


def _direct_list(words: tuple[Word, ...], first: tuple[int, int]) -> bool:
    """True if the list is what the carrier is about: 'knowledge of A, B and C', 'A, B and C
    skills', and not a list deep in a clause ('documentation for A, B and C')."""
    part = words[first[0] : first[1]]
    carrier = next((i for i, w in enumerate(part) if w.low in _CARRIER), -1)
    rest = part[carrier + 2 :] if carrier >= 0 else part
    return not any(
        w.tag in ("P", "T", "V", "X", "O", "E")
        or (w.tag == "G" and i == 0 and carrier >= 0 and len(rest) > 1)
        for i, w in enumerate(rest)
    )


def _has_noun(words: tuple[Word, ...], lo: int, hi: int) -> bool:
    return any(w.tag in ("N", "G") for w in words[lo:hi])


def _members(lo: int, hi: int, marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    edges = [lo, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), hi]
    return [(a, b) for a, b in zip(edges, ends, strict=True) if b > a]


def _is_nominal(words: tuple[Word, ...], lo: int, hi: int, position: int) -> bool:
    """A list member is a noun phrase; the first may carry the lead ('knowledge of ...'), the last
    a tail."""
    part = words[lo:hi]
    if not any(w.tag in ("N", "G", "J") for w in part):
        return False
    if hi - lo == 1 and part[0].tag == "J" and part[0].low not in grammar.TRAITS:
        return False  # 'internal and external'
    if position and part[0].tag in ("V", "P", "X", "O", "T", "E"):
        return False
    return not (position and any(w.tag in ("X", "O") for w in part))


def _one_phrase(words: tuple[Word, ...], items: list[tuple[int, int]]) -> bool:
    """'local, state, and federal regulations', 'quick, agile and calm problem-solving', and
    strings of office nouns are one demand."""
    adjectives = [
        all(
            w.tag in ("J", "E", "A", "R", "D") or w.low in ("state", "county", "city")
            for w in words[a:b]
        )
        for a, b in items
    ]
    if sum(adjectives[:-1]) >= 1 and adjectives[-2]:
        return True
    office = [words[b - 1].low in OFFICE_NOUNS for _, b in items]
    return sum(office) >= len(items) - 1
