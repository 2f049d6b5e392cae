"""Where a new demand starts within a segment of a sentence."""

from __future__ import annotations

import re

from agent.language import grammar
from agent.language.grammar import word_set
from agent.requirements.cues import stated_kind
from agent.requirements.lists import LISTING, SKILLS
from agent.requirements.seams import only_opens, seam
from agent.requirements.tagging import Word

_HEADS = word_set(
    "experience experienced knowledge ability abilities understanding familiarity proficiency "
    "expertise background exposure fluency aptitude "
    "passion willingness desire commitment competence competency command awareness track "
    "certification certificate license licence degree "
    "diploma able proficient familiar skilled fluent comfortable willing capable "
    "knowledgeable competent adept versed history mastery "
    "bachelor's master's bachelor master"
)


def clauses(
    sentence: str, words: tuple[Word, ...], lo: int, hi: int, *, duty: bool
) -> list[tuple[int, int]]:
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
        hanging = seam(sentence, words, start, i, hi, duty=duty) if depth == 0 else None
        if hanging is not None:
            if not only_opens(words[start:i], words[i].low):
                cuts.append((start, i - (words[i - 1].low == "to")))
            i = start = hanging
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
    if right[0].low == "not":
        return False  # 'including but not limited to'
    has_or = any(w.low in ("or", "nor", "and/or") for w in run)
    if sentence[run[0].start] in "–—" and right[0].low == "you" and len(right) > 3:
        return True
    if _starts_item(sentence, words, gap, after):
        return True
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
    if (
        not has_or
        and words[after - 1].tag == "C"
        and len(left) > 2
        and _AT_LEAST_ONE.match(right_text)
    ):
        return True
    if right[0].low == "with" and re.match(
        r"with (?:a |an )?(?:strong |clear )?preference|with .* experience$", right_text, re.I
    ):
        return True
    if has_or:
        return False
    return _starts_verb(left, right, run)


# 'and at least one of: ...', 'et au moins un ERP : ...'
_AT_LEAST_ONE = re.compile(
    r"(?:at least|au moins|mindestens|al menos|minimaal) (?:one|two|une?|eine?[rnms]?|een|[12])\b"
    r"(?! (?:years?|ans?|jahre?|años?|jaar))",
    re.I,
)


def _starts_item(sentence: str, words: tuple[Word, ...], gap: int, after: int) -> bool:
    """', Prepare reports' amid small letters: items of a list that lost its line breaks."""
    if after != gap + 1 or words[gap].tag != "," or after + 1 >= len(words):
        return False
    first, second = words[after], words[after + 1]
    return (
        sentence[first.start].isupper()
        and sentence[first.start + 1 : first.end].islower()
        and grammar.verb_form(first.low) == "base"
        and sentence[second.start].islower()
        and second.tag not in (",", "C", "P", "")
    )


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
        listed = any(w.tag == "," for w in left) and len(right) > skip + 2
        if listed and after.tag == "N" and right[skip + 2].tag in (",", "C"):
            return False  # 'print ads, landing pages, email content'
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
