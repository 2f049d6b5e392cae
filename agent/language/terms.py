"""Where a term stands in a text; whether the text asserts it is `agent.language.standing`'s.

A posting asks for "Go", "vital signs" or "project management"; a resume may say "go-getter",
"vitals" or "learning project management". Two profiles answer two questions: `literal` is what an
applicant tracking system finds when a recruiter types the term; `normalized` is what a reader
accepts as the same term (an inflection, a hyphen more or less, another name).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from agent.language import lemmas, lexicon
from agent.language.name_words import is_name, name_meant
from agent.language.standing import asserted
from agent.language.text import fold
from agent.models import Span

__all__ = ["Profile", "Unit", "asserted", "find", "is_name", "name_meant", "same", "units"]

Profile = Literal["literal", "normalized"]

# A word; a dot or apostrophe inside it, "R&D", "A/R", and a trailing + or # belong to it, while a
# hyphen or a slash between longer words parts two words.
_UNIT = re.compile(
    r"(?<![^\W_])\.(?=net\b)net"
    r"|[^\W_]{1,2}&[^\W_]{1,2}(?![^\W_])"
    r"|(?<![^\W_])[^\W_]/[^\W_](?![^\W_])"
    r"|[^\W_]+(?:['.][^\W_]+)*[+#]*",
    re.IGNORECASE,
)
_SENTENCE_JOIN = re.compile(r"([^\W\d_]{3,}|\d+)\.([^\W\d_]{3,})")


def _words(listing: str) -> frozenset[str]:
    return frozenset(listing.split())


_SMALL = _words("a an the of and or in on to for with & at by de der die das la le les el")


class Unit(NamedTuple):
    """A word of a text with the forms it is compared by."""

    text: str
    start: int
    end: int
    norm: str
    lemma: str
    stem: str


@lru_cache(maxsize=8192)
def _forms(norm: str, language: str) -> tuple[str, str]:
    return lemmas.lemma(norm, language), lemmas.stem(norm, language)


@lru_cache(maxsize=8192)
def units(text: str, language: str = "en") -> tuple[Unit, ...]:
    """The words of `text` in order, split at hyphens: 'Front-end' is two, 'R&D' and 'C++' one.

    Args:
        text: any string; spans refer to it as given.
        language: ISO 639-1 code, for lemma and stem.
    """
    return tuple(_units(text, language))


def _units(text: str, language: str) -> Iterator[Unit]:
    folded = fold(text)
    for found in _UNIT.finditer(folded):
        start, end = found.span()
        joined = _SENTENCE_JOIN.fullmatch(found.group())
        pieces = [(start, end)]
        if joined and joined.group(2)[0].isupper():  # 'done.Managed': a space was lost
            pieces = [(start, start + joined.end(1)), (start + joined.start(2), end)]
        for left, right in pieces:
            word = folded[left:right]
            norm = word.lower().removesuffix("'s")
            if norm[:1].isdigit():
                norm = norm.rstrip("+")
            yield Unit(text[left:right], left, right, norm, *_forms(norm, language))


def find(
    term: str, text: str, *, profile: Profile = "normalized", language: str = "en"
) -> tuple[Span, ...]:
    """Where `term` stands in `text`, whole words only, asserted or not.

    Args:
        term: a short phrase as a recruiter would search it ('Go', 'vital signs').
        text: one line or a whole document.
        profile: `literal` for the exact phrase; `normalized` also accepts inflections, hyphen and
            space variants and the lexicon's other names for the term.
        language: ISO 639-1 code of `text`.

    Returns:
        Spans of `text` in order, none overlapping another. A term that is also an ordinary word
        ('Go', 'R', 'Epic', 'Excel') counts only where the text shows that the name is meant.
    """
    return _find(term, text, profile, language)


@lru_cache(maxsize=8192)
def _find(term: str, text: str, profile: Profile, language: str) -> tuple[Span, ...]:
    if openings(term, profile, language).isdisjoint(keys(text, language)):
        return ()
    if profile == "literal":
        return tuple(_literal(term, text))
    return _disjoint([span for name in names(term) for span in same(name, text, language=language)])


@lru_cache(maxsize=8192)
def names(term: str) -> tuple[str, ...]:
    """`term` and the lexicon's other names for it."""
    return (term, *sorted(lexicon.aliases(term) - {term}))


@lru_cache(maxsize=4096)
def keys(text: str, language: str = "en") -> frozenset[str]:
    """What the words of a text can be looked up by: as written, as lemma, two written as one."""
    words = units(text, language)
    found = {word.norm for word in words} | {word.lemma for word in words}
    return frozenset(found.union(*([_glued(a, b)] for a, b in pairwise(words))))


@lru_cache(maxsize=8192)
def openings(term: str, profile: Profile, language: str = "en") -> frozenset[str]:
    """Keys of which a text must have one to hold the term: those its names can begin with."""
    found: set[str] = set()
    for name in (term,) if profile == "literal" else names(term):
        words = units(name, language)
        if words:
            found |= {words[0].norm, words[0].lemma}
            found.add(_glued(words[0], words[1]) if len(words) > 1 else words[0].norm)
    return frozenset(found)


def same(term: str, text: str, *, language: str = "en") -> tuple[Span, ...]:
    """Like `find` in the normalized profile, without the lexicon's other names."""
    wanted, words = units(term, language), units(text, language)
    if not wanted:
        return ()
    exact = is_name(term)
    found: list[Span] = []
    starts = {wanted[0].norm, wanted[0].lemma}
    starts.add(_glued(wanted[0], wanted[1]) if len(wanted) > 1 else wanted[0].norm)
    for first, word in enumerate(words):
        if word.norm not in starts and word.lemma not in starts:
            follows = words[first + 1] if first + 1 < len(words) else None
            if follows is None or _glued(word, follows) not in starts:
                continue
        last = run_from(wanted, words, first, exact)
        if last is None:
            continue
        span = Span(start=words[first].start, end=words[last - 1].end)
        if not exact or name_meant(text, words, first, last):
            found.append(span)
    return _disjoint(found)


def run_from(wanted: Sequence[Unit], words: Sequence[Unit], first: int, exact: bool) -> int | None:
    """Index after the last word if `wanted` is read from `words[first]` on, else None.

    Two words may be written as one and one as two: 'problem solving', 'problem-solving';
    'healthcare', 'health care'.
    """
    at, k = first, 0
    while k < len(wanted):
        if at >= len(words):
            return None
        if alike(wanted[k], words[at], exact):
            at, k = at + 1, k + 1
        elif at + 1 < len(words) and _glued(words[at], words[at + 1]) == wanted[k].lemma:
            at, k = at + 2, k + 1
        elif k + 1 < len(wanted) and _glued(wanted[k], wanted[k + 1]) == words[at].lemma:
            at, k = at + 1, k + 2
        elif k and words[at].norm in _SMALL and wanted[k].norm in _SMALL:
            at, k = at + 1, k + 1  # 'development of' and 'development in'
        else:
            return None
    return at


def alike(one: Unit, other: Unit, exact: bool = False) -> bool:
    """Whether two words are one word up to inflection; `exact` asks for the same letters."""
    if exact:
        return one.norm == other.norm
    return one.norm == other.norm or one.lemma == other.lemma


def _glued(one: Unit, other: Unit) -> str:
    return one.norm + other.lemma if one.norm.isalpha() else ""


def _literal(term: str, text: str) -> Iterator[Span]:
    phrase = " ".join(fold(term).split())
    if not phrase:
        return
    pattern = re.escape(phrase).replace(r"\ ", r"\s+")
    exact = is_name(term)
    words: tuple[Unit, ...] | None = None
    for hit in re.finditer(pattern, fold(text), 0 if exact else re.IGNORECASE):
        if not _at_boundary(fold(text), hit.start(), hit.end()):
            continue
        if exact:
            words = units(text) if words is None else words
            inside = [n for n, word in enumerate(words) if hit.start() <= word.start < hit.end()]
            if inside and not name_meant(text, words, inside[0], inside[-1] + 1):
                continue
        yield Span(start=hit.start(), end=hit.end())


def _at_boundary(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[start].isalnum() and (before.isalnum() or before == "&"):
        return False
    if not text[end - 1].isalnum():
        return True
    if after in ("+", "#", "&"):  # "C" is not in "C++", but "10" is in "10+"
        return text[end - 1].isdigit() and after == "+"
    if after == ".":
        return not text[end + 1 : end + 2].isalpha() or text[end + 1 : end + 2].isupper()
    return not after.isalnum()


def _disjoint(spans: Sequence[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
