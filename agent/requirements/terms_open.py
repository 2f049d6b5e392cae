"""The noun phrases of a sentence as a recruiter would search them: open vocabulary, no list of
skills. 'Strong working knowledge of distributed databases' names 'distributed databases'.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from agent.language import grammar
from agent.language.cues import cues
from agent.language.grammar import word_set
from agent.language.text import lower
from agent.requirements.empty_terms import VAGUE
from agent.requirements.tagging import Word, tag

# Nouns of acting: 'development of software' is about software, so the phrase after 'of' counts.
_ACTING = word_set(
    "use usage application operation operations development implementation preparation "
    "maintenance management creation delivery design "
    "provision completion execution performance administration coordination installation "
    "analysis review evaluation assessment "
    "oversight supervision direction production processing collection control handling "
    "architecture lifecycle standard record evidence growth success quality needs support "
    "principles methods practices techniques theories concepts elements fundamentals basics "
    "best-practices components standards"
)
_TAIL = word_set(
    "experience experiences knowledge ability abilities expertise background proficiency "
    "familiarity understanding capability capabilities "
    "competence competency competencies awareness needs purposes field fields discipline "
    "disciplines industry environment environments "
    "setting settings preferred required plus desired principles concepts techniques role "
    "position roles positions"
)


# Names with a preposition inside.
_FIXED = cues(
    r"\b(?:(?:attention|eye) (?:to|for) detail|sense of (?:an? )?\w+|"
    r"points?[- ]of[- ](?:sale|care|contact)|(?:standards?|plans?|continuity|quality) of care|"
    r"codes? of conduct|"
    r"chain of custody|proofs? of concept|return on investment|bills? of (?:materials|lading)|"
    r"scopes? of work|activities of daily living|letters? of credit|internet of things|"
    r"(?:software|infrastructure|platform) as a service|infrastructure as code|right of way|"
    r"critical (?:thinking|thinkers?|care)|primary (?:care|education|schools?)|"
    r"general (?:ledger|contractors?|practice|surgery|liability|managers?)|"
    r"ci/cd|ui/ux|tcp/ip|lean six sigma|"
    r"change of control|statements? of work|terms of reference|rules of evidence|"
    r"lines? of business|cost of (?:goods|living|sales)|"
    r"(?:english|german|french|spanish) as a (?:second|foreign) language|"
    r"personal protective equipment|research and development|profit and loss|"
    r"health and safety|accounts (?:payable|receivable)|food and beverage|supply and demand|"
    r"mergers and acquisitions|sales and marketing|machine learning)\b",
)


_LEADING = word_set(
    "experience knowledge ability abilities year years yr yrs expertise proficiency familiarity "
    "background full-time part-time full paid valid"
)


# 'Driver's license' is one name, 'the client's budget' is not.
_PAPERS = word_set("license licence permit degree diploma certificate certification")


class Phrase(NamedTuple):
    """A noun phrase: place in the line and wording."""

    start: int
    end: int
    text: str
    vague: bool = False
    """True if it names nothing by itself ('variety', 'experience')."""


@lru_cache(maxsize=2048)
def phrases(text: str) -> tuple[Phrase, ...]:
    """Noun phrases of `text`, left to right, praise and carriers taken off.

    Args:
        text: one clause or sentence.

    Returns:
        Phrases with offsets into `text`; vague ones are marked, not dropped.
    """
    words = tag(text)
    found: list[Phrase] = []
    fixed = {m.start(): m.end() for m in _FIXED.finditer(lower(text))}
    i = 0
    while i < len(words):
        if words[i].start in fixed:
            end = fixed[words[i].start]
            found.append(Phrase(words[i].start, end, text[words[i].start : end]))
            while i < len(words) and words[i].start < end:
                i += 1
            continue
        j = i
        while j < len(words) and words[j].start not in fixed and _in_phrase(words, j, i):
            j += 1
        if j > i:
            phrase = _with_initial(_core(words[i:j], text), text)
            if phrase is not None and phrase.vague and _joined_doing(words, i, j):
                phrase = phrase._replace(vague=False)
            if phrase is not None:
                found.append(phrase)
            i = j
        else:
            i += 1
    return tuple(_named_with_of(found, text))


def _joined_doing(words: tuple[Word, ...], i: int, j: int) -> bool:
    """'start-up and commissioning': beside a noun a word in -ing names what is done."""
    return (
        j - i == 1
        and words[i].tag == "G"
        and i > 1
        and words[i - 1].tag in ("C", ",")
        and words[i - 2].tag == "N"
        and (j == len(words) or words[j].tag in (",", "C", ".", ";"))
    )


_LETTERS = re.compile(r"\s*\(([A-Z])[A-Za-z0-9&/.+-]{1,11}\)")


def _with_initial(phrase: Phrase | None, text: str) -> Phrase | None:
    """'Basic' is praise, but part of the name in 'Basic Life Support (BLS)'."""
    letters = _LETTERS.match(text, phrase.end) if phrase else None
    if phrase is None or letters is None or phrase.text[:1] == letters.group(1):
        return phrase
    before = re.search(r"[A-Z][\w-]* $", text[: phrase.start])
    if before is None or before.group()[0] != letters.group(1):
        return phrase
    start = before.start()
    return Phrase(start, phrase.end, text[start : phrase.end], phrase.vague)


def _named_with_of(found: list[Phrase], text: str) -> list[Phrase]:
    """'Certificate of Fitness' and 'Department of Transportation' are one name."""
    merged: list[Phrase] = []
    for phrase in found:
        before = merged[-1] if merged else None
        if (
            before is not None
            and text[before.end : phrase.start] in (" of ", " of the ")
            and phrase.text[:1].isupper()
            and before.text.split()[-1][:1].isupper()
            and before.start > 0
        ):
            merged[-1] = Phrase(before.start, phrase.end, text[before.start : phrase.end])
        else:
            merged.append(phrase)
    return merged


_NAMING = frozenset("NAJMGEVC")
"""Tags of words that may be part of a name."""


def _in_phrase(words: tuple[Word, ...], i: int, first: int) -> bool:
    kind = words[i].tag
    if kind not in _NAMING:
        return False
    inside = i > first
    if inside and words[i - 1].low.endswith(("'s", "s'")) and words[i].low not in _PAPERS:
        return False
    if kind in ("N", "A", "J"):
        return True
    after = words[i + 1].tag if i + 1 < len(words) else ""
    before = words[i - 1].tag if i else ""
    if kind == "M" and words[i].low[-2:] in ("st", "nd", "rd", "th"):
        return after == "N" and not inside  # '18th Edition'
    if kind == "M":
        # 'Windows 11', '911 calls'; a bare count is not part of a name.
        return (inside and before == "N" and after not in ("N", "J", "A")) or (
            after == "N" and words[i].end - words[i].start >= 3 and words[i].low.isdigit()
        )
    if kind == "G" and words[i].low == "driving" and i + 1 < len(words):
        return words[i + 1].low in _PAPERS  # 'full UK driving licence'
    if kind == "G":
        if grammar.is_gerund_noun(words[i].low):
            return inside or after not in ("D", "O")
        if inside and before in ("N", "J", "A"):
            return words[i - 1].low not in grammar.CARRIERS and (
                after in ("", ",", ".", ";", ")", "/", "C")
                or (i + 1 < len(words) and words[i + 1].low == "of")
                or (
                    after == "N"
                    and (
                        before == "J"
                        or (
                            not (i + 2 < len(words) and words[i + 2].low == "of")
                            and not words[i - 1].low.endswith("s")
                            and i - first <= 1
                        )
                    )
                )
            )
        if (
            before in (",", "C")
            and after == "N"
            and (i + 2 >= len(words) or words[i + 2].tag in (",", "C", ".", ";"))
            and words[i + 1].low.endswith("s")
        ):
            return True
        if before in ("", "P", "C", ",", "(", "/", "A") and after in (
            "",
            ",",
            "C",
            ".",
            ";",
            ")",
            "/",
        ):
            return True
        return before == "D" and after in ("N", "J")
    if kind == "E":
        return after in ("N", "J", "G") and (
            inside or before in ("", "D", "P", "C", ",", "V", "G", "A", "J", "N", "(")
        )
    if kind == "V":
        return before in ("D", "A", "J") and after not in ("D",)
    if kind == "C":
        # 'verbal and written communication', 'oral and written skills': one phrase.
        return (
            inside
            and words[i].low in ("and", "&", "or", "/")
            and before in ("J", "E")
            and after in ("J", "E")
            and i + 2 < len(words)
            and words[i + 2].tag in ("N", "J")
        )
    return False


def _core(words: tuple[Word, ...], text: str) -> Phrase | None:
    lo, hi = 0, len(words)
    while lo < hi and (
        words[lo].tag in ("A", "D", "R", "P")
        or (words[lo].low.endswith(("'s", "s'")) and words[min(lo + 1, hi - 1)].low not in _PAPERS)
        or (words[lo].low in _LEADING and hi - lo > 1)
    ):
        lo += 1
    if lo == hi:
        return None
    while hi - lo > 1 and words[hi - 1].tag in ("A", "C"):
        hi -= 1
    while (
        hi - lo > 1
        and words[hi - 1].low in _TAIL
        and (words[hi - 1].low in _ALWAYS_OFF or words[hi - 2].tag not in ("J", "E", "V"))
    ):
        hi -= 1
    while hi - lo > 1 and words[hi - 1].tag in ("A", "C"):
        hi -= 1
    while lo < hi and words[lo].tag in ("A", "C"):
        lo += 1
    if lo == hi:
        return None
    if all(word.tag in ("J", "A", "E") for word in words[lo:hi]):
        return None
    joined = any(word.tag == "C" for word in words[lo:hi])
    if joined and words[hi - 1].low in ("skills", "skill") and hi - lo > 3:
        hi -= 1
    # Long heaps of nouns are searched by their last words.
    while hi - lo > (5 if joined else 4) or words[lo].tag == "C":
        lo += 1
    start, end = words[lo].start, words[hi - 1].end
    wording = text[start:end]
    if wording.endswith(("'s", "’s")):
        wording, end = wording[:-2], end - 2
    initial = hi - lo == 1 and len(wording) == 1 and text[end : end + 2] == ". "
    vague = hi - lo == 1 and (words[lo].low in VAGUE or words[lo].tag == "G" or initial)
    return Phrase(start, end, wording, vague)


_ALWAYS_OFF = word_set("preferred required plus desired experience experiences")


def leads_to_of(phrase: Phrase, text: str) -> bool:
    """True for 'development of', 'principles of': the phrase after 'of' is what it is about."""
    last = phrase.text.split()[-1].lower()
    after = text[phrase.end : phrase.end + 4]
    if " " in phrase.text and after != " of ":
        return False  # 'RN license in Ohio' is about the license
    return (last in _ACTING or last in VAGUE or phrase.vague) and after in (
        " of ",
        " in ",
        " for",
    )
