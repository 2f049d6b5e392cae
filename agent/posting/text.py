"""Any page text, made into clean lines: one thought a line, bullets at the start of theirs.

Saved pages lose their lists: bullets run on within a paragraph, a PDF breaks sentences at the page
width, and blank lines stand between every two. Everything after this room counts on one list item
or paragraph a line.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from agent.language import grammar
from agent.language.lemmas import is_known

_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\x00-\x08\x0e-\x1f\x7f]"
)
_SPACE = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# A single plain space is left alone: nearly all are.
_SPACES = re.compile(f"[ {_SPACE}]{{2,}}|[{_SPACE}]")
GLYPHS = "•●○◦▪▫■□‣⁃∙·➢➤►▶❖✓✔★*+–—-"
BULLET = re.compile(
    rf"^(?:[{re.escape(GLYPHS)}]+|o(?= [A-Z]))\s+|^[{re.escape('•●○◦▪▫■□‣⁃∙·➢➤►▶❖✓✔★')}]"
)
NUMBERED = re.compile(r"^\(?(?:\d{1,2}|[a-hA-H]|[ivx]{1,4})[.)]\)?\s+(?=\S)")
_INLINE = frozenset("•●▪■‣➢➤►❖✓✔\u00b7")
_INLINE_GLYPH = re.compile(
    r"(?<=\S)\s*[•●▪■‣➢➤►❖✓✔]\s*(?=[\w\"'“(])|(?<=\S) (?:\*|\u00b7|--|o) (?=[A-Z0-9\"“])"
)
_INLINE_DASH = re.compile(r"(?<=[.;:!?]) [-–—] ?(?=[A-Z])")
# The first words of list items that were run together without any mark.
_RUN_ON_ITEM = re.compile(
    r"(?<=[a-z)\d])\s+(?=(?:You (?:are|have|will|can|know|use|enjoy|like|understand|take|"
    r"possess|bring)|Ideally|Experienced? (?:in|with|of|working)|Strong|Excellent|"
    r"Good (?:knowledge|understanding|command|communication)|Knowledge of|Understanding of|"
    r"Ability to|Proven|Proficien(?:t|cy) (?:in|with)|Familiarity with|Familiar with|"
    r"Fluen(?:t|cy) in|At least \d|Minimum \d|\d\+? years|Bachelor|Master's|Solid|Hands-on|"
    r"Demonstrated|Bonus points)\b)"
)
_INLINE_NUMBER = re.compile(r"(?<=[.;:,!?)a-z0-9])\s+(\d{1,2})[.)]\s+(?=[A-Za-z])")
_NUMBER_MARK = re.compile(r"\d[.)]\s")
_OPEN_END = re.compile(
    r"(?:,|\b(?:and|or|of|the|a|an|to|in|for|with|by|on|at|from|as|und|oder|et|ou|y|o|en|de|"
    r"la|le|der|die|das|van|het|&|[a-z]+ly|other|such))$|[-/(]$",
    re.I,
)
_END = re.compile(r"[.!?:;…][\"'”’)]*$")


_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
# A hard space in UTF-8 that somebody read as Latin-1.
# 'Assist with cabling Move files to the server Help users': items with no mark between them.
_RUN_ON_VERB = re.compile(r" (?<=[a-z0-9)] )(?=([A-Z][a-z]{2,})[ ][a-z])")
_MISREAD_SPACE = re.compile(r"Â(?=[\s\u00a0]|$)")
_HASHTAGS = re.compile(r"[ \t]((?:#\w+[, \t]*){2,})$", re.M)


def clean_lines(text: str) -> list[str]:
    """The lines of a posting with one paragraph or list item each.

    Args:
        text: decoded page text, any line ends.

    Returns:
        Non-empty lines, spaces single, inline lists broken up, wrapped lines joined.
    """
    text = _INVISIBLE.sub(
        "", text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    )
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\\*", "*")
    text = _MISREAD_SPACE.sub(" ", text.translate(_LIGATURES))
    text = _HASHTAGS.sub(r"\n\1", text)
    raw = [_SPLIT_WORD.sub(_joined, _SPACES.sub(" ", line)).strip() for line in text.split("\n")]
    lines: list[str] = []
    for line in _unwrap([line for line in raw if line and not _is_rule(line)]):
        for part in _parts(line):
            lines.extend(_break_inline_lists(part))
    return lines


# 'the p rinciples of': a PDF's letter spacing read as a space.
_SPLIT_WORD = re.compile(r"(?<![\w'’./&-])([b-df-hj-np-z]) ([a-z]{3,})\b")


def _joined(found: re.Match[str]) -> str:
    """One word, if only the whole is in the dictionary."""
    whole = found.group(1) + found.group(2)
    return whole if is_known(whole) and not is_known(found.group(2)) else found.group()


MAX_LINE = 3000


def _parts(line: str) -> list[str]:
    """A line in parts of at most 3,000 characters, cut after a sentence or at a space: what reads
    a line may take time that grows with its square."""
    parts: list[str] = []
    while len(line) > MAX_LINE:
        at = max(line.rfind(". ", 0, MAX_LINE) + 1, 0) or line.rfind(" ", 0, MAX_LINE)
        at = at if at > MAX_LINE // 4 else MAX_LINE
        parts.append(line[:at].strip())
        line = line[at:].strip()
    return [part for part in (*parts, line) if part]


def _is_rule(line: str) -> bool:
    return not any(char.isalnum() for char in line)


def is_bullet(line: str) -> bool:
    """True for a line that starts with a list glyph or a list number."""
    return bool(BULLET.match(line) or NUMBERED.match(line))


def _unwrap(lines: list[str]) -> list[str]:
    """Join lines that were broken at the width of a page."""
    if len(lines) < 2:
        return lines
    width = max(map(len, lines))
    continued = sum(
        1 for a, b in pairwise(lines) if len(a) > 60 and b[0].islower() and not _END.search(a)
    )
    wrapped = continued >= 3 and width < 160
    joined = [lines[0]]
    last = lines[0]
    for line in lines[1:]:
        if not is_bullet(line) and _continues(last, line, wrapped, width):
            glue = "" if joined[-1].endswith("-") and joined[-1][-2:-1].isalpha() else " "
            joined[-1] += glue + line
        else:
            joined.append(line)
        last = line
    return joined


def _continues(last: str, line: str, wrapped: bool, width: int) -> bool:
    if _END.search(last):
        return False
    if last.endswith(("-", "/")) and line[0].islower():
        return True
    if line[0].islower() or line[0] in "(&":
        return len(last) > 45 and (wrapped or len(last) > 60 or bool(_OPEN_END.search(last)))
    return (
        wrapped
        and len(last) > 0.8 * min(width, 110)
        and not last.isupper()
        and (bool(_OPEN_END.search(last)) or len(last) > 0.9 * min(width, 100))
    )


def _break_inline_lists(line: str) -> list[str]:
    marked = not _INLINE.isdisjoint(line) or " * " in line or " -- " in line or " o " in line
    marks = [m.span() for m in _INLINE_GLYPH.finditer(line)] if marked else []
    if len(marks) == 1 and line[slice(*marks[0])] == " o ":
        marks = []  # 'Grado Medio o Superior'
    if marks and (
        len(marks) >= 2 or BULLET.match(line) or line[: marks[0][0]].rstrip().endswith((":", "."))
    ):
        return _cut_at(line, marks, "- ")
    dashed = not line.isascii() or " -" in line
    dashes = [m.span() for m in _INLINE_DASH.finditer(line)] if dashed else []
    if len(dashes) >= 2:
        return _cut_at(line, dashes, "- ")
    if len(line) > 200:
        runs = [(m.start(), m.end()) for m in _RUN_ON_ITEM.finditer(line)]
        if len(runs) >= 2:
            return _cut_at(line, runs, "- ")
        verbs = [
            (m.start(), m.end())
            for m in _RUN_ON_VERB.finditer(line)
            if grammar.verb_form(m.group(1).lower()) == "base"
        ]
        if len(verbs) >= 3 and len(sentences(line)) <= len(verbs) // 2:
            return _cut_at(line, verbs, "- ")
    numbers = list(_INLINE_NUMBER.finditer(line)) if _NUMBER_MARK.search(line) else []
    first = NUMBERED.match(line)
    expected = 2 if first else 1
    marks = []
    for found in numbers:
        if int(found.group(1)) == expected:
            marks.append(
                (found.start(), found.start() + len(found.group()) - len(found.group().lstrip()))
            )
            expected += 1
    if expected >= 3:
        return _cut_at(line, marks, "")
    return [line]


def _cut_at(line: str, marks: list[tuple[int, int]], glyph: str) -> list[str]:
    pieces = [line[: marks[0][0]].strip()]
    for (_, start), (end, _) in zip(marks, [*marks[1:], (len(line), 0)], strict=True):
        pieces.append(glyph + line[start:end].strip())
    return [piece for piece in pieces if any(char.isalnum() for char in piece)]


_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"“'(]?[A-ZÀ-Þ0-9¿¡*])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|incl|inc|ltd|corp|co|no|nos|approx|min|max|vs|st|dr|mr|mrs|ms|"
    r"prof|dept|sr|jr|est|u\.s|u\.k|a\.m|p\.m|z\.b|bzw|ca|ggf|usw|bijv|o\.a|p\.ex|ej|yrs?|"
    r"hrs?|lbs?|ph\.d|b\.?s\.?c?|m\.?s\.?c?|b\.?a|m\.?a|[A-Z]))\.$",
    re.I,
)


_MONTH = re.compile(
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
)


@lru_cache(maxsize=4096)
def sentences(line: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a line are, as (start, end) offsets in it.

    'etc.', 'e.g.', 'B.S.' and single initials do not end a sentence unless a new one clearly
    starts; list glyphs and numbers stay outside the first sentence.
    """
    lead = BULLET.match(line) or NUMBERED.match(line)
    start = lead.end() if lead else 0
    spans: list[tuple[int, int]] = []
    for found in _SENTENCE.finditer(line, start):
        if _MONTH.match(line, found.end()) and line[found.start() - 2].isdigit():
            continue  # 'bis zum 31. Mai'
        if _ABBREVIATION.search(line, max(start, found.start() - 8), found.start()):
            word = line[found.end() : found.end() + 12].split(" ")[0].strip(",.")
            if not (
                line[max(start, found.start() - 4) : found.start()].lower() == "etc."
                and word[:1].isupper()
            ):
                continue
        spans.append((start, found.start()))
        start = found.end()
    spans.append((start, len(line)))
    return tuple((a, b) for a, b in spans if line[a:b].strip())
