"""The words about a number: bound, role, what it counts, at what rate, what stands before it."""

from __future__ import annotations

import re

from agent.language.amounts import Bound, Quantity
from agent.language.lemmas import lemma
from agent.language.units import RATES, WORD_VALUES

_WORD = re.compile(r"[a-z]{1,2}-?\d{1,3}(?![\d%])|[a-z][a-z'&]*|[,;:.()\x00]|\d")
PREPOSITIONS = frozenset(
    "in on at by for with from to of across per and or into onto within through while during using via "  # noqa: E501, SIM905
    "against that who which as than over under each every was were is are be been before after between "  # noqa: E501
    "including but about around up a an the so far out got made went came when if because then too "
    "also all both each every w instead rather".split()
)
PHRASE_END = re.compile(r"(?<![ap]\.m)(?<!\bavg)(?<!\bvs)(?<!approx)[;:.!?](?=\s|$)|\n| [-–—] ")

_PER_SHORT = re.compile(r" ?p[./]?([aw]|c(?=m))\.?m?\b")  # 'p.a.', 'pw', 'pcm'
_BEFORE = re.compile(
    r"(?:^|[\s(])(on average|about|around|approximately|approx\.?|roughly|circa|some|an estimated|estimated|average of"  # noqa: E501
    r"|averaging|in the region of"
    r"|[io]n the order of|nearly|almost|close to|over|more than|greater than|above|at least"
    r"|a minimum of"
    r"|minimum of|in excess of|exceeding|upwards? of|up to|as many as|a maximum of|maximum of|under|less than"  # noqa: E501
    r"|fewer than|below|at most|no more than)(?: an?)? ?$|(~|>=|>|<|≥|≤)\s?$"
)
_ROLE = re.compile(
    r"(?:^|[\s(,])(from|to|by|of|van|von|naar|auf|in|over|across|within)(?: (?:the|our|my|all|those))?(?: (?:about|around|over|nearly|almost|roughly|approximately|just|only))? ?$"  # noqa: E501
)
_PLACED = frozenset(("over", "under", "above", "below"))
_SIZE = re.compile(r"[\w.,]+-[a-z]")
_ALL_BUT = re.compile(r"\b(?:all|every one|everyone) (?:but|except|bar|save)(?: for)? ?$")
_VERSUS = re.compile(r"\b(?:against|versus|vs\.?|compared (?:to|with)|than)(?: [a-z]+){0,3} ?$")
_BOUNDS: dict[str, Bound] = {}
for _names, _bound in (
    (
        "in_the on about around approximately approx approx. roughly circa some estimated average averaging ~",  # noqa: E501
        "about",
    ),
    ("nearly almost close", "nearly"),
    (
        "over more greater above at_least minimum in_excess exceeding upward upwards > >= ≥",
        "at_least",
    ),
    ("up as maximum", "up_to"),
    ("under less fewer below at_most no < ≤", "at_most"),
):
    for _word in _names.split():
        _BOUNDS[_word] = _bound  # type: ignore[assignment]
CHANGES = frozenset(
    "grow increase raise rise reduce cut lower decrease drop fall shrink improve expand boost climb "  # noqa: E501, SIM905
    "decline bring double go lift shorten trim slash".split()
)


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
    rf"[;:,\d)]|\.\s|\b(?:who|that|which|while|{'|'.join(WORD_VALUES)})\b"
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
        r"\bper ([a-z]+)|\b(daily|weekly|monthly|yearly|annually|quarterly|hourly|nightly)\b(?= *(?:$|[,.;:)])| (?:and|at|in|on|for|with|from|to|by|using|via|across|through|while)\b)|(?<!\bby )\b(?:each|every|a|an) (day|week|month|year|quarter|hour|night|shift|minute)\b",  # noqa: E501
        window,
    )
    if not found:
        return ""
    word = next(group for group in found.groups() if group)
    return RATES.get(word, lemma(word))


def bound_before(plain: str, start: int) -> tuple[Bound, int]:
    """The bound before the number at `start` ('over', 'about'), and where its words begin."""
    before = _BEFORE.search(plain, max(0, start - 24), start)
    if not before:
        return "exact", start
    words = (before.group(1) or before.group(2)).split()
    key = words[0]
    if key in ("at", "in", "a", "an") and len(words) > 1:
        key = {"at": f"at_{words[1]}", "in": f"in_{words[1]}"}.get(key, words[1])
    begin = before.start(1) if before.group(1) else before.start(2)
    if (
        key in _PLACED
        and before.group().rstrip().endswith((" a", " an"))
        and (_SIZE.match(plain, start))
    ):
        return "exact", start  # 'watch over a 25-metre pool'
    return _BOUNDS.get(key, "exact"), begin


def amount_at(
    plain: str, start: int, end: int, low: float, high: float, unit: str, bound: Bound
) -> Quantity:
    """One amount with the words about it: role, rate, what is counted, what stands before."""
    role = _ROLE.search(plain, max(0, start - 30), start)
    after, rate = what_follows(plain, end)
    short = _PER_SHORT.match(plain, end)
    if short:
        rate = {"a": "year", "w": "week", "c": "month"}[short.group(1)]
    before = what_precedes(plain, start)
    if unit != "count" and re.search(r"-[a-z]+$", plain[start:end]):
        rate = ""  # 'three 12-hour shifts a week'
    elif not rate and plain[end : end + 1] != "-":
        rate = rate_near(plain, end)
    named = role.group(1) if role else ""
    named = {"van": "from", "von": "from", "naar": "to", "auf": "to"}.get(named, named)
    if unit == "label":
        rate = ""
    if named in ("in", "over", "across", "within"):
        named = "in" if unit == "time" else ""
    if _ALL_BUT.search(plain, max(0, start - 24), start):
        named = "rest"
    if named in ("", "of") and _VERSUS.search(plain, max(0, start - 50), start):
        named = "vs"
    return Quantity(
        start,
        end,
        low,
        high,
        unit,
        rate,
        bound,
        named,
        after,
        before,
        sum(1 for _ in PHRASE_END.finditer(plain, 0, start)),
    )
