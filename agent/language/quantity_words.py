"""The words about a number: what it counts, at what rate, and what stands before it."""

from __future__ import annotations

import re

from agent.language.lemmas import lemma
from agent.language.units import RATES, WORD_VALUES

_WORD = re.compile(r"[a-z][a-z'&]*|[,;:.()]|\d")
PREPOSITIONS = frozenset(
    "in on at by for with from to of across per and or into onto within through while during using via "  # noqa: E501, SIM905
    "against that who which as than over under each every was were is are be been before after between "  # noqa: E501
    "including but about around up a an the so far out got made went came when if because then too "
    "also all both each every".split()
)
PHRASE_END = re.compile(r"[;:.!?](?=\s|$)|\n| [-–—] ")


def what_follows(plain: str, end: int) -> tuple[tuple[str, ...], str]:
    words: list[str] = []
    rate = ""
    limit = min(len(plain), end + 90)
    per = re.compile(r"[ -]?/ ?([a-z]+)").match(plain, end)
    if per:
        rate = RATES.get(per.group(1), lemma(per.group(1)))
    of_passed = False
    hyphen = plain[end : end + 1] == "-"
    tokens = list(_WORD.finditer(plain, end, limit))
    for index, token in enumerate(tokens):
        word = token.group()
        if words and plain[token.start() - 1] == "/" and word in RATES:
            rate = rate or RATES[word]
            break
        if word == "of" and not of_passed and not words:
            of_passed = True
            continue
        if word in ("per", "each", "every", "a", "an") and index + 1 < len(tokens):
            unit = tokens[index + 1].group()
            if word == "per" or unit in RATES:
                rate = rate or RATES.get(unit, lemma(unit))
            if words or word == "per" or unit in RATES:
                break
            continue
        if word == "the" and of_passed:
            continue
        if (not word[0].isalpha() and word != "(") or word in PREPOSITIONS:
            break
        if word == "(" and not words:
            break
        if word in RATES and word.endswith("ly"):
            rate = rate or RATES[word]
            continue
        if word == "annual":
            rate = rate or "year"
            continue
        if words and word == "(":
            continue
        if (
            word.endswith("ed")
            and not words
            and not hyphen
            and not of_passed
            and _is_past(plain, token.end())
        ):
            break  # 'about 60 attended'
        if word in WORD_VALUES or len(words) >= 8:
            break
        words.append(lemma(word))
        if hyphen and not word[0].isdigit():
            break  # '40-unit building' counts units
    return tuple(words), rate


def _is_past(plain: str, end: int) -> bool:
    """Whether a word in -ed ends its phrase and so is a verb, not an adjective before a noun."""
    rest = plain[end:].lstrip()
    return not rest or not rest[0].isalpha() or rest.split()[0].strip(",.") in PREPOSITIONS


def what_precedes(plain: str, start: int) -> tuple[str, ...]:
    begin = max(0, start - 70)
    for stop in PHRASE_END.finditer(plain, begin, start):
        begin = stop.end()
    comma = plain.rfind(",", begin, start)
    window = plain[max(begin, comma + 1) : start]
    words = [lemma(word) for word in re.findall(r"[a-z][a-z'&]+", window)]
    return tuple(word for word in words if word not in PREPOSITIONS)[-6:]


_NEXT = re.compile(
    rf"[;:,\d]|\.\s|\b(?:who|that|which|while|{'|'.join(WORD_VALUES)})\b"
    r"|\band [a-z]+(?:ed|et|ught|de|an|ew) "
)


def rate_near(plain: str, end: int) -> str:
    """A rate elsewhere in the phrase with no other number between: "each day handled 30 calls"."""
    limit = min(len(plain), end + 60)
    stop = _NEXT.search(plain, end, limit)
    if stop is None and limit < len(plain):
        limit = plain.rfind(" ", end, limit) + 1 or limit  # a word cut off ends no phrase
    window = plain[end : stop.start() if stop else limit]
    found = re.search(
        r"\bper ([a-z]+)|\b(daily|weekly|monthly|yearly|annually|quarterly|hourly|nightly)\b(?= *(?:$|[,.;:)])| (?:and|at|in|on|for|with|from|to|by|using|via|across|through|while)\b)|\b(?:each|every|a|an) (day|week|month|year|quarter|hour|night|shift|minute)\b",  # noqa: E501
        window,
    )
    if not found:
        return ""
    word = next(group for group in found.groups() if group)
    return RATES.get(word, lemma(word))
