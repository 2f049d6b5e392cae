"""How a text means what it names: claimed, weakly claimed, being learned, lapsed, denied.

A term in a resume is not yet a claim: "learning Rust", "no Rust", "Rust (expired)" name it too.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from agent.language.text import fold
from agent.models import Span

Standing = Literal["asserted", "weak", "learning", "lapsed", "denied"]

# What parts one statement from the next, so that a "not" here says nothing about there.
_CLAUSE = re.compile(
    r"[.;!?](?=\s|$)|\s[–—-]\s|\b(?:but|however|although|though|aber|jedoch|mais|pero|maar)\b",
    re.IGNORECASE,
)
_DENIES_ALL = re.compile(
    r"\b(?:(?:no|not any|lack(?:s|ing)?(?: of)?|without(?: any)?)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:experience|exposure|knowledge|background|training|skills?|certifications?|licen[cs]e)"
    r"|(?:have|has|had|do|does|did|is|are|was|were|am|can|could)(?:\s+not|n't)(?!\s+only)"
    r"|(?:haven|hasn|hadn|don|doesn|didn|isn|aren|wasn|weren|can)'t|cannot|never|nor|"
    r"kein\w*|nicht|nie|ohne|jamais|aucune?|sans|pas(?: d[e'])?|nunca|jamás|ningun[oa]?|ningún|"
    r"geen|niet|nooit|zonder)\b",
    re.IGNORECASE,
)
_DENIES_NEXT = re.compile(r"\b(?:no|not|non|without|neither|sin)\b(?!\s+only)", re.IGNORECASE)
_ENDS_NEXT = re.compile(
    r"[,:()]|\b(?:by|using|via|with|while|through|after|before|because|as|to|and|for|when|"
    r"missing|in)\b",
    re.IGNORECASE,
)
_LEARNS = re.compile(
    r"\b(?:(?:currently|now|still|actively|am|is|are|self|been|started|begun|keen on|open to|"
    r"interested in|eager to|want(?:s|ing)? to|hop(?:e|es|ing) to|wish(?:es|ing)? to|"
    r"plan(?:s|ning)? to|aim(?:s|ing)? to|would like to|looking to|"
    r"willing(?:ness)? to|ready to|able to|ability to|happy to)\s+(?:learn(?:ing)?|stud(?:y|ying)|"
    r"train in|get|gain|obtain|acquire|earn|become|develop|explore)"
    r"|want(?:s|ing)? to (?:learn|know|work|use)|interest(?:ed)? in|interests?:|"
    r"aspiring|shadow(?:ed|ing)|studying|enrol?led|pursuing|working toward?s?|"
    r"training toward?s?|preparing for|"
    r"(?:started|began|begun|starting|beginning|currently|now)\s+(?:taking|attending)|"
    r"(?:started|began|begun|starting|beginning)\s+(?:an?|the|my)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:course|class|coursework|bootcamp)\s+(?:in|on|at|about)|"
    r"in (?:progress|process|training)|exam booked|candidate for|eligible for|student of|"
    r"lerne|lernt|lernend|in ausbildung|apprend|apprends|apprenant|en cours d['e]|"
    r"aprendiendo|estudiando|aprendo|leert|lerende|in opleiding)\b",
    re.IGNORECASE,
)
_LEARNS_HEAD = re.compile(r"(?:^|[.;:(,]\s*)(?:re-?)?learning\s+", re.IGNORECASE)
_LEARNING_NOUN = re.compile(
    r"learning\s+(?:and\b|&|or\b|assessments?|styles?|management|design|development|disabilit|"
    r"environments?|outcomes?|objectives?|technolog|cent(?:er|re)s?|programm?es?|systems?|"
    r"platforms?|experiences?|curriculum|support|needs|difficult|specialist|coordinat|plans?|"
    r"goals?|materials?|activit|communit|resources?|theor|strateg|skills|agil|curves?|solutions?)",
    re.IGNORECASE,
)
_LEARNED_AFTER = re.compile(
    r"^[^.;]{0,40}?(?:\b(?:in[- ]progress|in[- ]process|ongoing study|not yet|beginner course|"
    r"en cours|en curso|in bearbeitung)\b|"
    r"\b(?:expected|anticipated|planned|pending)(?=\s*(?:[),.;]|$|\d|(?:in|by|for|completion|"
    r"graduation|spring|summer|fall|autumn|winter|early|late|mid|jan|feb|mar|apr|may|jun|jul|aug|"
    r"sep|oct|nov|dec)))|"
    r"(?<!machine )(?<!deep )(?<!transfer )(?<!supervised )(?<!reinforcement )(?<![-\w])learning\b"
    r"(?!\s+[a-z]))",
    re.IGNORECASE,
)
_STARTED = re.compile(
    r"\b(?:started|began|begun|starting|beginning|taking|attending)\s+(?:an?|the|my)?\s*"
    r"(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_A_COURSE = re.compile(
    r"\s*(?:[\w-]+\s+){0,2}?(?:course|class|classes|coursework|bootcamp)\b(?!\s+for\b)",
    re.IGNORECASE,
)
_BY_OTHERS = re.compile(
    r"\b(?:done|kept|run|written|handled|managed|owned|maintained|prepared|designed|performed|"
    r"conducted|carried out|led|made|built|held|taken care of)\s+by\s+"
    r"(?:the|our|an?|another|other|others|outside|external|my (?:boss|manager|supervisor))\b"
    r"(?!\s+(?:\w+\s+)?team\b)",
    re.IGNORECASE,
)
_LAPSED = re.compile(
    r"\b(?:expired|lapsed|revoked|suspended|no longer|formerly licen[cs]ed|out of date|inactive|"
    r"abgelaufen|expirée?|périmée?|caducad[oa]|vencid[oa]|verlopen)\b",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:basic(?! life| training)|basics of|beginner|beginner's|entry[- ]level|fundamentals of|"
    r"elementary(?! ed\b| education| school| teach| grade| student| class)|"
    r"introductory|introduction to|some|limited|little|familiar(?:ity)?|exposure|exposed|"
    r"rudimentary|working towards|theoretical|rusty|grundkenntnisse|grundlagen|notions?|"
    r"débutante?|nivel básico|básicos?|conocimientos básicos|basiskennis|beginnend)\b",
    re.IGNORECASE,
)
# 'Elementary Education' is a field of study, whatever term of it is asked about.
_SCHOOLING = re.compile(r"(?:ed|education|school|teach|grade|student|class)", re.IGNORECASE)
_WEAK_AFTER = re.compile(
    r"^\s*(?:\(|[-–:,]\s*)?(?:basics?|beginner|introductory|elementary(?! ed|\s[stgc])|familiar|"
    r"novice|limited|some|"
    r"grundkenntnisse|notions|básico|basis)\b",
    re.IGNORECASE,
)


_UNCLAIMED = re.compile(
    "|".join(
        (
            _LAPSED.pattern,
            _LEARNS.pattern,
            r"learning|observed|watched|shadowed|(?:start|began|begun|beginning|taking|attending)",
            "in[- ]pro|ongoing study|not yet|beginner course|en cours|en curso|in bearbeitung",
            "expected|anticipated|planned|pending",
        )
    ),
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def unclaimed(text: str) -> bool:
    """Whether anything in `text` may be lapsed or only learned: cheaper than asking of each word.

    Args:
        text: the line.
    """
    return _UNCLAIMED.search(fold(text).replace("\x00", " ")) is not None


def asserted(text: str, span: Span) -> bool:
    """Whether `text` claims what stands at `span`; False for 'no X', 'learning X', 'X (expired)'.

    A weak claim ('basic X', 'familiar with X') is a claim; see `standing`.
    """
    return standing(text, span) in ("asserted", "weak")


def standing(text: str, span: Span) -> Standing:
    """How `text` means what stands at `span`.

    Args:
        text: the line.
        span: where the term stands in it.

    Returns:
        `denied` ('no X', 'have not used X'), `lapsed` ('X, expired 2019'), `learning` ('enrolled
        in X', 'X (in progress)'), `weak` ('basic X') or `asserted`.
    """
    return _standing(fold(text).replace("\x00", " "), span.start, span.end)


_REACH, _FAR_REACH = 600, 2400
"""Characters looked at on each side of a term, the second where a word rules a clause to its end:
each word of a line is asked about, so that the time for a long line that no stop divides would grow
with the square of its length."""


@lru_cache(maxsize=4096)
def _standing(text: str, start: int, end: int) -> Standing:
    reach = _FAR_REACH if _reaches_far(text) else _REACH
    near = max(0, start - reach)
    left = max((cut.end() for cut in _CLAUSE.finditer(text, near, start)), default=near)
    cut = _CLAUSE.search(text, end, end + reach)
    right = cut.start() if cut else end + reach
    before, after = text[left:start], text[end:right]
    if _denied(before, after):
        return "denied"
    if _LAPSED.search(after[:60]) or _LAPSED.search(before[-25:]):
        return "lapsed"
    if _learned(before, text[start:end], after):
        return "learning"
    weak = _WEAK.search(_last_item(before)[-48:])
    if weak and not (weak.group().lower() == "elementary" and _SCHOOLING.match(text, start)):
        return "weak"
    if _WEAK_AFTER.match(after):
        return "weak"
    if _BY_OTHERS.search(after[:80]):
        return "weak"  # 'a randomized trial at four sites, done by the contractor'
    return "asserted"


@lru_cache(maxsize=1024)
def _reaches_far(text: str) -> bool:
    """Whether a word stands in the text that rules a clause to its end: 'no experience with'."""
    far = (_DENIES_ALL, _DENIES_NEXT, _LEARNS_HEAD, _STARTED)
    return "observed" in text or any(cue.search(text) for cue in far)


def _denied(before: str, after: str) -> bool:
    # A relative clause has its own "not": 'teams, none of which report to me'.
    strong = list(_DENIES_ALL.finditer(before))
    if strong and not re.search(
        r",\s+(?:and|by|using|so|while|which)\b", before[strong[-1].end() :]
    ):
        return True
    near = list(_DENIES_NEXT.finditer(before))
    if near:
        between = before[near[-1].end() :]
        if len(between.split()) <= 4 and not _ENDS_NEXT.search(between):
            return True
    return bool(
        re.match(r"\s*[(:,-]?\s*(?:not (?:used|yet|at work|certified|licen)|none\b|never)", after)
    )


def _learned(before: str, words: str, after: str) -> bool:
    if _LEARNS.search(before[-90:]):
        return True
    if re.match(r"\s*[:–-]?\s*(?:observed|watched|shadowed)\b", after):
        return True
    if re.search(r"\bobserved\b[^,;]*$", before) and re.search(r"\bonly\b", after):
        return True
    if _STARTED.search(before) and _A_COURSE.match(after):
        return True
    head = _LEARNS_HEAD.search(before)
    if head and not _LEARNING_NOUN.match(before[head.start() :].lstrip(".;:(, ") + words + after):
        return True
    return bool(_LEARNED_AFTER.match(after[:60]))


def _last_item(before: str) -> str:
    """`before` from the last list separator on: 'basic Excel, SQL' says nothing about SQL."""
    return re.split(r"[,;|/]", before)[-1]
