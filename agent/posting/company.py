"""The employer where the posting names it. Never guessed, never looked up."""

from __future__ import annotations

import re
from collections import Counter

from agent.models import Span, Stated
from agent.posting.fields import NAME, NOT_A_NAME, OCCUPATION, labelled

_COMPANY_IS = re.compile(
    rf"^({NAME}(?: (?:{NAME}|&|and|of|the|de|für|und|et|y)){{0,6}}?),?(?: (?:\(\w+\)|Inc\.?|"
    rf"LLC|Ltd\.?|GmbH|AG|SA|SL|BV))?,? (?:is|are|was|has been|offers|provides|ist|est|es|"
    rf"seeks|delivers)\b"
)
_NEEDS = re.compile(
    rf"^({NAME}(?: (?:{NAME}|&|and|of|the|de)){{0,6}}?),? (?:is (?:currently )?(?:seeking|"
    rf"looking|hiring|searching|recruiting)|seeks|has an? (?:opening|immediate|exciting|"
    rf"opportunity)|is a\b|is an\b)"
)
_ABOUT = re.compile(
    rf"^\W*(?:About|Why|Über|À propos d[e’']|Sobre|Over|Join|Working at|Life at|"
    rf"Who is) ({NAME}(?: (?:{NAME}|&|of|and)){{0,4}})\s*[:?]?$",
    re.M,
)
_AT = re.compile(rf"\b(?:at|bei|chez|bij) ({NAME}(?: {NAME}){{0,3}})")


def find_company(text: str) -> Stated | None:
    """The employer where the posting names it, confirmed by a second mention where only its
    grammar says so."""
    by_label = labelled("company", text)
    if by_label is not None:
        return by_label
    candidates: list[tuple[str, int, str]] = []
    offset = 0
    for line in text.split("\n"):
        for pattern in (_NEEDS, _COMPANY_IS):
            found = pattern.match(line)
            if found:
                candidates.append(
                    (found.group(1), offset + found.start(1), f"from {line[: found.end()]!r}")
                )
                break
        offset += len(line) + 1
    for found in _ABOUT.finditer(text):
        how = f"from the heading {found.group().strip()!r}"
        candidates += [(found.group(1), found.start(1), how)]
    candidates = [(_trim_name(name), start, how) for name, start, how in candidates]
    candidates = [c for c in candidates if c[0]]
    counts = Counter(
        {name: len(re.findall(rf"\b{re.escape(name)}\b", text)) for name, _, _ in candidates}
    )
    for name, count in Counter(m.group(1) for m in _AT.finditer(text)).items():
        if count >= 2 and name not in counts:
            start = text.index(name)
            candidates.append((name, start, f"from 'at {name}'"))
            counts[name] = len(re.findall(rf"\b{re.escape(name)}\b", text))
    good = [
        candidate
        for candidate in candidates
        if candidate[0].split()[0].lower() not in NOT_A_NAME
        and not OCCUPATION.search(candidate[0])
        and (
            counts[candidate[0]] >= 2 or "heading" in candidate[2] or len(candidate[0].split()) > 1
        )
    ]
    if not good:
        return None
    name, start, how = max(good, key=lambda c: (counts[c[0]] >= 2, counts[c[0]], -c[1]))
    mentions = counts[name]
    return Stated(
        value=name,
        span=Span(start=start, end=start + len(name)),
        how=how + (f", named {mentions} times" if mentions > 1 else ""),
    )


def _trim_name(name: str) -> str:
    words = name.split()
    while words and (words[-1].lower() in NOT_A_NAME or words[-1] in ("&", "and", "of")):
        words.pop()
    return " ".join(words)
