"""Spans of knowledge and of doing in running text, outside any posting.

The term grammar of this package, put to sentences one at a time: which stretches name something
one knows ('agile methods', 'C++'), and which say what one does ('managing budgets').
"""

from __future__ import annotations

import re

from agent.language import grammar
from agent.language.grammar import word_set
from agent.language.lexicon import find_terms
from agent.models import Posting
from agent.requirements.tagging import Word, tag
from agent.requirements.terms_open import Phrase, phrases

Spans = list[tuple[int, int]]

_KNOWN_AFTER = re.compile(
    r"\b(?:experienced? (?:with|in|of|using)|knowledge (?:of|in|about)|proficien\w+ (?:in|"
    r"with)|understanding of|skills? (?:in|with)|skilled in|familiar\w* with|background in|"
    r"expertise (?:in|with)|degree in|"
    r"exposure to|certifi\w+ in|versed in|fluent in|expert in|such as|like|e\.g\.|including|"
    r"using|experience|hands-on|working with|field of|areas? of|within|training in|"
    r"master\w* of|competen\w+ (?:in|with)|education (?:in|within))\s+(?:[\w-]+\s+){0,2}$",
    re.I,
)
_FIELD_HEAD = re.compile(
    r"(?:ing|ology|ologies|ics|istry|nomy|graphy|ware|metry|sql|script)$|^(?:design|analysis|"
    r"analytics|science|sciences|management|development|architecture|security|methodolog\w+|"
    r"frameworks?|technolog\w+|languages?|databases?|systems?|protocols?|standards?|"
    r"principles|algorithms?|networks?|infrastructure|cloud|web|data|code|software|hardware|"
    r"finance|law|sales|english|german|french|danish|spanish|compliance|logistics|automation|"
    r"apis?|pipelines?|services?|tools?|tests?|patterns?|models?|"
    r"integration|deployment|degree|diploma|economics|business|engineering|documentation|"
    r"implementation|regulations?|insurance|banking|medicine|biology|chemistry|physics|"
    r"mathematics|statistics|trends|practices|platforms?|operations|intelligence|control)$"
)
_PEOPLE = word_set(
    "team teams colleagues customers customer clients client users user people candidates "
    "candidate employees employee partners stakeholders members company organization "
    "organisation organizations developers engineers managers leaders "
    "manager engineer developer you person individuals experts professionals environment "
    "environments opportunity opportunities world career life office culture values value "
    "mission way day time home work job role position "
    "needs challenges challenge ideas idea results solutions solution problems issues goals "
    "quality success growth impact things part level years year experience skills skill "
    "ability responsibilities projects project tasks task "
    "communication attitude mindset passion motivation spirit focus flexibility initiative "
    "approach interest desire salary benefits vacation holiday insurance bonus lunch "
    "location department group vision knowledge understanding"
)


def knowledge_spans(posting: Posting) -> Spans:
    """Stretches of a posting that name a field, method, tool, language or degree.

    Open phrases count where the posting asks (qualifications, its stack); in duties and elsewhere
    only names and what the lexicon knows.

    Args:
        posting: as `read_posting` gives it.

    Returns:
        (start, end) offsets into `posting.text`, in order, not overlapping.
    """
    found: Spans = []
    for block in posting.blocks:
        if block.kind in ("benefits", "legal"):
            continue
        at = block.span.start
        for line in posting.text[at : block.span.end].split("\n"):
            found.extend((at + a, at + b) for a, b in _known_in(line, block.kind))
            at += len(line) + 1
    return found


_KNOWN_CATEGORIES = ("tool", "certification", "language", "education", "degree", "domain", "skill")


def _known_in(line: str, kind: str) -> Spans:
    titled = _mostly_capitals(line)
    asking = kind in ("must", "preferred", "context")
    duty = kind == "responsibility"
    hits = [h for h in find_terms(line) if h.category in _KNOWN_CATEGORIES]
    spans = [
        (h.span.start, h.span.end)
        for h in hits
        if asking
        or (h.category == "tool" and (duty or line[h.span.start].islower()))
        or (duty and (h.category != "skill" or line[h.span.start].isupper()))
    ]
    if not asking and not duty:
        return spans
    for phrase in phrases(line):
        if phrase.vague or any(
            h.span.start < phrase.end and phrase.start < h.span.end for h in hits
        ):
            continue
        strength = _strength(line, phrase, titled)
        if (strength >= 1) if asking else strength in (2, 4):
            spans.append((phrase.start, phrase.end))
    return sorted(spans)


def _mostly_capitals(line: str) -> bool:
    words = [w for w in line.split() if w[:1].isalpha()]
    return bool(words) and sum(w[0].isupper() for w in words) > 0.7 * len(words)


def _is_knowledge(line: str, phrase: Phrase, titled: bool) -> bool:
    return _strength(line, phrase, titled) > 0


def _strength(line: str, phrase: Phrase, titled: bool) -> int:
    """0 for none, 1 after a word of knowing or a field, 2 both, 3 a name, 4 a name that looks
    like a product's."""
    words = phrase.text.split()
    last = words[-1].lower()
    if line[phrase.start - 1 : phrase.start] == "<" or line[phrase.end : phrase.end + 1] == ">":
        return 0  # a placeholder of an anonymised text
    if last in _PEOPLE or len(phrase.text) < 2:
        return 0
    inner = words if phrase.start > 0 and line[: phrase.start].strip(" -•*") else words[1:]
    if any(re.search(r"[a-z][A-Z]|[+#]|\w\.\w|^[A-Z]{2,}s?$|[A-Z]\d", w) for w in words):
        return 4 if not titled else 1
    if not titled and any(w[:1].isupper() for w in inner):
        return 3
    return bool(_KNOWN_AFTER.search(line[: phrase.start])) + bool(_FIELD_HEAD.search(last))


def skill_spans(text: str) -> Spans:
    """Stretches of `text` that say what one does, knows or has: verb phrases with their objects,
    noun phrases of fields, qualifications.

    Args:
        text: a sentence.

    Returns:
        (start, end) offsets, in order, not overlapping.
    """
    words = tag(text)
    found: Spans = []
    i = 0
    while i < len(words):
        if _opens_doing(words, i):
            j = _object_end(words, i + 1)
            if j > i + 1:
                found.append((words[i].start, words[j - 1].end))
                i = j
                continue
        i += 1
    taken = list(found)
    for phrase in phrases(text):
        if (
            not phrase.vague
            and not any(a < phrase.end and phrase.start < b for a, b in taken)
            and _is_knowledge(text, phrase, False)
        ):
            found.append((phrase.start, phrase.end))
    return sorted(found)


_NOT_DOING = word_set(
    "be is are was were have has had do does join apply work offer offers seek seeking looking "
    "look need needs including based regarding following"
)


def _opens_doing(words: tuple[Word, ...], i: int) -> bool:
    word = words[i]
    if word.low in _NOT_DOING or word.tag not in ("V", "G"):
        return False
    if word.tag == "G" and grammar.is_gerund_noun(word.low) and i:
        return False
    return i + 1 < len(words)


def _object_end(words: tuple[Word, ...], i: int) -> int:
    """The end of a verb's object: its noun phrase and one joined or prepositional phrase."""
    j = i
    nouns = 0
    while j < len(words):
        kind = words[j].tag
        if kind in ("N", "J", "A", "D", "M", "E"):
            nouns += kind == "N"
        elif (
            (
                kind in ("C", ",", "/")
                and nouns
                and j + 1 < len(words)
                and words[j + 1].tag in ("N", "J", "A")
            )
            or (kind in ("V", "G", "C", ",", "R") and not nouns)
            or (
                kind in ("P", "T")
                and not nouns
                and words[j].low in ("with", "on", "to", "in", "for", "of", "up")
            )
            or (kind == "P" and words[j].low == "of" and nouns)
        ):
            pass
        else:
            break
        j += 1
    while j > i and words[j - 1].tag in ("C", ",", "D", "P", "T", "R", "/"):
        j -= 1
    return j if nouns else i
