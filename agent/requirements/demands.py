"""One sentence -> the separately satisfiable demands in it.

'Knowledge of statistics and experience with regression models' asks for two things that different
lines of a resume would show; 'verbal and written communication skills' asks for one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agent.models import RequirementKind
from agent.requirements.cues import stated_kind
from agent.requirements.tagging import Word, tag

_HEADS = frozenset(
    "experience experienced knowledge ability abilities understanding familiarity proficiency expertise background exposure fluency aptitude "
    "passion willingness desire commitment competence competency command awareness track certification certificate license licence degree "
    "diploma able proficient familiar skilled fluent comfortable willing capable knowledgeable competent adept versed history "
    "bachelor's master's bachelor master".split()
)
_SKILLY = frozenset("skills skill ability abilities capability capabilities experience knowledge aptitude acumen ethic attitude expertise manner license certification degree".split())
_LISTING = re.compile(r"\b(?:such as|like|e\.g\.?|i\.e\.?|for example|for instance|including|include|includes|not limited to|z\.b\.|wie|tels? que|telles? que|comme|como|zoals)\b", re.I)
_OR = re.compile(r"(?:\b(?:or|oder|ou|and/or)\b|(?<=\w)/(?=\w))", re.I)
_TRIM_TAIL = re.compile(
    r"[\s,]*\b(?:as (?:needed|required|assigned|necessary|requested|directed|appropriate|well|applicable)|when (?:needed|required|necessary)|where (?:needed|necessary|appropriate)|on an as[- ]needed basis|etc)\b[\s.,]*$",
    re.I,
)
_PURPOSE = re.compile(
    r"(?:,? in order to| so that|,? (?:while|whilst) \w+ing\b|,? with the goal of|,? to (?:ensure|enable|support|help|drive|increase|improve|maximize|achieve|meet|promote|facilitate|allow|provide|make sure|minimize|optimize|assure|maintain|guarantee|foster|build|create|deliver|inform|identify|determine|prepare)\b|,? ensuring\b|,? in order for\b|,? (?:whose|where|when|because|if) )"
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
        for a, b in _clauses(sentence, words, lo, hi):
            start, end = _trimmed(sentence, words[a].start, words[b - 1].end)
            kind = stated_kind(sentence[start:end])
            pieces = _noun_list(sentence, words, a, b) if listed_nouns else []
            if not pieces:
                demands.append(Demand(start, end, kind))
            for c, d in pieces:
                start, end = _trimmed(sentence, words[c].start, words[d - 1].end)
                demands.append(Demand(start, end, kind))
    return [demand for demand in demands if demand.end - demand.start > 1]


def _segments(sentence: str, words: tuple[Word, ...]) -> list[tuple[int, int]]:
    """Word ranges between semicolons, and asides in brackets that make a demand of their own."""
    ranges: list[tuple[int, int]] = []
    start = 0
    opened: int | None = None
    for i, word in enumerate(words):
        if word.tag == "(":
            inner = _closing(words, i)
            aside = sentence[word.end : words[inner].start] if inner < len(words) else sentence[word.end :]
            if len(aside.split()) >= 3 and stated_kind(aside) == "preferred":
                if i > start:
                    ranges.append((start, i))
                opened = i
                start = i + 1
        elif word.tag == ")" and opened is not None:
            ranges.append((start, i))
            start, opened = i + 1, None
        elif word.tag == ";":
            if i > start:
                ranges.append((start, i))
            start = i + 1
    if start < len(words):
        ranges.append((start, len(words)))
    return [(a, b) for a, b in ranges if any(w.tag not in ",.;:()-" for w in words[a:b])]


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
        if depth == 0 and words[i].tag in (",", "C", "–", "—"):
            j = i
            while j < hi and words[j].tag in (",", "C"):
                j += 1
            if j == i:
                j = i + 1
            if start < i and j < hi and _starts_demand(sentence, words, start, i, j, hi):
                cuts.append((start, i))
                start = j
            i = j
            continue
        i += 1
    cuts.append((start, hi))
    return [(a, b) for a, b in cuts if b > a]


def _starts_demand(sentence: str, words: tuple[Word, ...], start: int, gap: int, after: int, hi: int) -> bool:
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
        if following.tag in ("P", "T", "G", "X", "V", "O") or following.low in ("of", "record") or following.tag == ".":
            return len(left) > 1 or left[0].tag != "A"
    if not has_or and left_names and right[0].tag in ("O", "X") and len(right) > 3 and right[0].low in ("you", "must", "should", "can", "be", "have", "will", "has", "is"):
        return True
    stated_left, stated_right = stated_kind(left_text), stated_kind(right_text)
    if stated_left and stated_right and len(left) > 1 and any(w.tag in ("N", "J") for w in right):
        return True
    if stated_right == "preferred" and run[0].tag in (",", "–", "—") and stated_left is None and 1 < len(right) <= 9 and len(left) > 3 and not any(w.tag == "," for w in right) and not any(w.tag == "," for w in left) and right[0].low not in ("not", "preferred", "preferably", "ideally"):
        return True
    if has_or:
        return False
    return _starts_verb(left, right, run)


def _starts_verb(left: tuple[Word, ...], right: tuple[Word, ...], run: tuple[Word, ...]) -> bool:
    skip = 1 if right[0].tag == "R" and len(right) > 1 else 0
    verb = right[skip]
    if verb.tag == "T" and len(right) > skip + 1:
        skip += 1
        verb = right[skip]
    if verb.tag not in ("V", "G") or len(right) < skip + 2:
        return False
    after = right[skip + 1]
    # The verb must have its own object; 'plan, organize and supervise operations' shares one.
    if after.tag in (",", "C", "/"):
        rest = right[skip + 1 :]
        if not _verb_chain_has_object(rest):
            return False
    last_verb = max((i for i, w in enumerate(left) if w.tag in ("V", "G")), default=-1)
    if last_verb < 0:
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


def _verb_chain_has_object(rest: tuple[Word, ...]) -> bool:
    for i, word in enumerate(rest):
        if word.tag in (",", "C", "/", "R"):
            continue
        if word.tag in ("V", "G") and i + 1 < len(rest):
            continue
        return word.tag in ("D", "A", "J", "N", "M") and i >= 2
    return False


def _noun_list(sentence: str, words: tuple[Word, ...], lo: int, hi: int) -> list[tuple[int, int]]:
    """The members of a list of three or more nouns, or of two that are demands each; [] if the
    clause is no such list, or an either/or."""
    text = sentence[words[lo].start : words[hi - 1].end]
    if _OR.search(text) or _LISTING.search(text):
        return []
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
            i = j
        else:
            i += 1
    if not marks or marks[-1][1] >= hi:
        return []
    commas = [m for m in marks if any(w.tag == "," for w in words[m[0] : m[1]])]
    items = _members(words, lo, hi, marks)
    if len(commas) >= 2 or (len(commas) == 1 and len(marks) >= 2):
        if all(_is_nominal(words, a, b, n) for n, (a, b) in enumerate(items)) and words[marks[-1][1] - 1].tag == "C" or (len(commas) == len(marks) >= 2 and all(_is_nominal(words, a, b, n) for n, (a, b) in enumerate(items))):
            # 'A, B and C': a final pair such as 'reports and records' stays together in the tail.
            return items if len(items) >= 3 and not _shared_adjectives(words, items) else []
        return []
    if len(items) == 2:
        (a, b), (c, d) = items
        if words[b - 1].low in _SKILLY and (words[c].tag == "A" or words[d - 1].low in _SKILLY or words[c].tag in ("N", "J")):
            return items
        if words[c].tag == "A" and words[lo].tag == "A" and _is_nominal(words, c, d, 1):
            return items
        if commas and _is_nominal(words, a, b, 0) and _is_nominal(words, c, d, 1):
            return items
    return []


def _members(words: tuple[Word, ...], lo: int, hi: int, marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    edges = [lo, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), hi]
    return [(a, b) for a, b in zip(edges, ends, strict=True) if b > a]


def _is_nominal(words: tuple[Word, ...], lo: int, hi: int, position: int) -> bool:
    """A list member is a noun phrase; the first may carry the lead ('knowledge of ...'), the last
    a tail."""
    part = words[lo:hi]
    if not any(w.tag in ("N", "G", "J") for w in part):
        return False
    if position and part[0].tag in ("V", "P", "X", "O", "T", "E"):
        return False
    return not (position and any(w.tag in ("X", "O") for w in part))


def _shared_adjectives(words: tuple[Word, ...], items: list[tuple[int, int]]) -> bool:
    """'local, state, and federal regulations': one noun at the end serves all."""
    lead = items[0]
    short = [words[a].tag in ("J", "E", "A") and b - a == 1 for a, b in items[:-1]]
    first_is_adjective = words[lead[1] - 1].tag in ("J", "E")
    return len(items) >= 2 and first_is_adjective and all(short[1:]) and words[items[-1][0]].tag in ("J", "E")


def _trimmed(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Without loose punctuation, a catch-all ending, or a purpose after a whole clause."""
    text = sentence[start:end]
    found = _TRIM_TAIL.search(text)
    if found and found.start() > 8:
        text = text[: found.start()]
    purpose = _PURPOSE.search(text, 20)
    if purpose and len(text[: purpose.start()].split()) >= 4 and len(text[: purpose.start()].split()) * 2 >= len(text.split()) - 2:
        text = text[: purpose.start()]
    stripped = text.rstrip(" ,.;:-–—*(&")
    if stripped.endswith(")") is False and stripped.count("(") > stripped.count(")"):
        closing = sentence.find(")", start + len(stripped))
        if closing == start + len(stripped):
            stripped = sentence[start : closing + 1]
    lead = len(stripped) - len(stripped.lstrip(" ,.;:-–—*)&"))
    return start + lead, start + len(stripped)
