"""Words of a sentence with the little grammar that splitting and naming need.

Tags: N noun (and anything unknown), A adjective of praise or measure, J other adjective, V verb
(base or -s), G verb in -ing, E participle in -ed, D determiner, P preposition, C conjunction,
O pronoun, X auxiliary, R adverb, T 'to', M number, and the punctuation marks themselves.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from agent.language import grammar
from agent.language.grammar import word_set
from agent.language.text import fold
from agent.requirements.tagging_neighbours import told_by_neighbours

_TOKEN = re.compile(
    r"[^\W_]+(?:['.&+#@][^\W_]+|-(?!based\b)[^\W_]+)*(?:'s\b|s'(?=\s))?[+#]*|[&/]|[,;:()–—]|"
    r"-(?=\s)|\.{1,3}(?=[A-Za-z]{1,4}\b)|[^\s\w]"
)
_ADJECTIVE_END = re.compile(
    r"(?:ful|less|ous|ible|able|ive|ary|ical|ial|ual|ional|nal|ish|est|istic|"
    r"matic|getic|thetic)$"
)
_NOT_ADJECTIVE = word_set(
    "objective initiative executive representative native archive drive directive incentive "
    "collective perspective table cable variable vegetable library salary dictionary "
    "material materials manual professional proposal approval journal signal individual "
    "potential tutorial trial festival hospital terminal capital goal portal retail rental "
    "referral appraisal denial disposal arrival "
    "test request interest forest harvest quest digest guest west rest invest contest virus "
    "campus census "
    "primary secondary summary glossary itinerary anniversary boundary parish polish english "
    "spanish publish "
    "criminal personal removal withdrawal animal principal clinical technical medical"
)


# Adjectives that no ending tells.
_ALSO_ADJECTIVES = word_set(
    "valid local legal rural urban total final equal moral royal vocal fiscal global oral verbal "
    "remote up-to-date rapid safe"
)

# A long dash between words is a pause, not a hyphen.
_LONG_DASH = re.compile(r"(?<=[^\W\d])[—–](?=[^\W\d])")
_SHORTENED = re.compile(r"(?:you|we|they|he|she|it|i|that|who|there)'(?:re|ll|ve|d|s|m)")


class Word(NamedTuple):
    """A word or mark of a sentence: its place in the line, folded lower-case form and tag."""

    start: int
    end: int
    low: str
    tag: str


@lru_cache(maxsize=2048)
def tag(text: str) -> tuple[Word, ...]:
    """Tagged words of one sentence.

    Args:
        text: a sentence or list item, at most a few hundred words.

    Returns:
        Words and punctuation in order, offsets into `text`.
    """
    folded = fold(_LONG_DASH.sub(",", text))
    found = [(*m.span(), m.group().lower()) for m in _TOKEN.finditer(folded)]
    lone = [_lone_tag(low) for _, _, low in found]
    tags = [own for own, _ in lone]
    capitals = not folded.islower()
    for i, (start, end, low) in enumerate(found):
        if (
            lone[i][1]
            and not (i and tags[i - 1] == "T")
            and not (capitals and folded[start].isupper())
        ):
            continue
        after = found[i + 1][2] if i + 1 < len(found) else ""
        told = told_by_neighbours(i, found, tags, folded[start:end], folded)
        if told:
            tags[i] = told
        elif low == "as" and after == "well" and i + 2 < len(found) and found[i + 2][2] == "as":
            tags[i : i + 3] = ["C", "C", "C"]
        elif low == "open" and after in ("source", "access", "data", "enrollment", "architecture"):
            tags[i] = "J"
        elif (tags[i] == "R" and low.endswith("ly") and i and folded[start].isupper()) or (
            tags[i] == "?"
            and i
            and folded[start].isupper()
            and not folded[found[0][0] : found[-1][1]].isupper()
            and tags[i - 1] not in ("T", "X")
        ):
            tags[i] = "N"
        elif tags[i] == "?":
            tags[i] = _verb_or_noun(i, low, found, tags)
        elif (
            tags[i] == "V"
            and i
            and (
                tags[i - 1] in ("G", "D", "A", "J", "P", "V")
                or (tags[i - 1] == "N" and _closes(i, tags))
            )
            and grammar.verb_form(low) == "s"
        ):
            tags[i] = "N"  # 'generating invoices': no verb in -s stands there
        elif tags[i] == "G" and grammar.is_gerund_noun(low):
            tags[i] = "G" if i and found[i - 1][2] in _BEFORE_DOING else _field_or_doing(i, tags)
    return tuple([Word(*place, own) for place, own in zip(found, tags, strict=True)])


_FIRM = frozenset("NAJEDPCOXTMR") | frozenset(",;:().")
_SWAYED = frozenset(("to", "pay", "as", "open"))


def _closes(i: int, tags: list[str]) -> bool:
    """True if the clause goes on with no object after word `i`."""
    return i + 1 >= len(tags) or tags[i + 1] in (",", "C", ".", ")", ";")


# 'Experience building bridges' does; 'experience requirements' names.
_BEFORE_DOING = frozenset(
    ("experience", "expertise", "history", "success", "experienced", "background")
)


def _field_or_doing(i: int, tags: list[str]) -> str:
    """'Processing invoices' does, 'order processing' and 'knowledge of marketing' name."""
    after = tags[i + 1] if i + 1 < len(tags) else ""
    if i == 0 or (i == 1 and tags[0] == "R"):
        return "G" if after in ("D", "N", "J", "A", "?", "O") else "N"
    if tags[i - 1] in ("C", ",") and tags[0] == "G":
        return "G" if after in ("D", "N", "J", "A", "?") else "N"
    return "G" if after in ("D", "O") else "N"


@lru_cache(maxsize=16384)
def _lone_tag(low: str) -> tuple[str, bool]:
    """A word's tag by itself, and whether nothing around it can change that, as long as it has no
    capital and does not follow 'to'."""
    own = _own_tag(low)
    return own, own in _FIRM and low not in _SWAYED and not low.endswith("s")


def _own_tag(low: str) -> str:
    if not low[0].isalnum():
        return "C" if low == "&" else low
    if low[0].isdigit():
        return "M"
    if low == "to":
        return "T"
    if "'" in low and _SHORTENED.fullmatch(low):
        return "O"
    if (
        low
        in (
            "and",
            "or",
            "nor",
            "but",
            "plus",
            "and/or",
            "und",
            "oder",
            "sowie",
            "et",
            "ou",
            "y",
            "en",
            "of",
        )
        and low != "of"
    ):
        return "C" if low not in ("en", "y") else low
    for words, name in (
        (grammar.DETERMINERS, "D"),
        (grammar.AUXILIARIES, "X"),
        (grammar.PREPOSITIONS, "P"),
        (grammar.PRONOUNS, "O"),
        (grammar.ADVERBS, "R"),
        (grammar.NUMBERS, "M"),
        (grammar.QUALITY, "A"),
    ):
        if low in words:
            return name
    form = grammar.verb_form(low)
    if low in grammar.CARRIERS and form is None:
        return "N"
    if low in grammar.TRAITS or low in _ALSO_ADJECTIVES:
        return "J"
    if form == "base":
        return "?"
    if form == "s":
        return "?" if _base_is_nounish(low) else "V"
    if form == "ing":
        return "G"
    if form == "ed":
        return "E"
    if (
        low.endswith("ly")
        and len(low) > 4
        and low not in ("family", "supply", "assembly", "monthly", "anomaly", "reply", "fly")
    ):
        return "R"
    if _ADJECTIVE_END.search(low) and low not in _NOT_ADJECTIVE and len(low) > 5:
        return "J"
    return "N"


def _base_is_nounish(low: str) -> bool:
    return any(base in grammar.NOUNISH for base in grammar.without_s(low))


_NAMES_EXPERIENCE = frozenset(
    ("experience", "skills", "skill", "certification", "license", "knowledge", "training")
)
_PARTICLES = frozenset(("up", "out", "off", "down"))
_GOES_WITH_PREPOSITION = word_set(
    "care cares wait waits work report partner serve act contract interface respond network "
    "function focus look visit "
    "travel train assist participate "
    "works reports partners serves acts interfaces responds functions focuses looks travels trains"
)


_ABSTRACT = re.compile(r"(?:ment|ing|ship|ance|ence|control|analysis|ibility)$")


def _verb_or_noun(i: int, low: str, found: list[tuple[int, int, str]], tags: list[str]) -> str:
    """A word that may be either: a verb where a clause starts, after 'to' or a modal, or beside
    another verb it is coordinated with; else a noun."""
    before = tags[i - 1] if i else ""
    after = tags[i + 1] if i + 1 < len(tags) else ""
    nounish = low in grammar.NOUNISH or (low.endswith("s") and _base_is_nounish(low))
    if before == "R" and i >= 2:
        before = tags[i - 2] if tags[i - 2] in ("T", "X", "V") else before
    if before in ("T", "X", "O"):
        return "V"
    if i == 0 and i + 1 < len(found) and found[i + 1][2] in _PARTICLES:
        return "V"  # 'Frame up walls'
    if i == 0 and nounish and len(found) == 2 and _ABSTRACT.search(found[1][2]):
        return "N"  # 'budget management'
    if not nounish:
        if before == "N" and after == "D":
            return "V"  # 'the components meet the standard'
        return (
            "N"
            if before in ("D", "A", "J", "E", "M", "V", "N", "G")
            or (before == "P" and found[i - 1][2] != "than")
            else "V"
        )
    if i == 0 and found[-1][2] in _NAMES_EXPERIENCE and not {"P", "D", "T", "C"} & set(tags):
        return "N"  # 'charge nurse experience' is all noun
    if i == 0 or before in (";", ":", "R") or (i == 1 and before in ("-", "•")):
        if after == "P":
            return "V" if low in _GOES_WITH_PREPOSITION else "N"
        if after in (",", "C", "/"):
            j = i + 1
            while j < len(tags) and tags[j] in (",", "C", "/"):
                j += 1
            return "V" if j < len(tags) and tags[j] in ("?", "V") and j + 1 < len(tags) else "N"
        return "N" if after in ("", ".", ")", "X") else "V"
    if before in ("D", "A", "J", "P", "N", "M", "G", "E"):
        return "N"
    if before in ("C", ","):
        j = i - 1
        while j >= 0 and tags[j] in ("C", ",", "R"):
            j -= 1
        previous = tags[j] if j >= 0 else ""
        if previous == "V" and after not in ("", ".", ",", "C", "P"):
            return "V"
        if previous == "V" and (j == 0 or tags[j - 1] in ("T", "X", "C", ",", "R")):
            return "V"
        begin = max((k for k in range(i) if tags[k] == ";"), default=-1) + 1
        opened = (
            tags[begin] == "V"
            or "T" in tags[begin:j]
            or (
                low.endswith("s")
                and any(tags[k] == "V" and found[k][2].endswith("s") for k in range(begin, j))
            )
        )
        return "V" if opened and after in ("D", "A", "O", "J") else "N"
    return "N"
