"""A line that is a list of skills: its items put in order of use, and proven ones added."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from agent.language import lexicon

_SEPARATORS = (" | ", " • ", " · ", "; ", ", ", " / ", " – ", " - ", "\t")
_LABEL = re.compile(r"^\s*[^,;|•·:\n]{2,40}:\s+")
_FINAL_AND = re.compile(r"^(?:and|&|und|et|y|e|en)\s+", re.IGNORECASE)
_ANY = re.compile(
    r"\b(?:skills|core|key|other|competenc\w*|strengths|expertise|additional|general)\b|^\W*areas\b",
    re.I,
)
_ANY_TOOL = re.compile(
    r"\b(?:tools?|technolog\w*|technical|software|systems|programs|platforms|computer|applications)\b",
    re.I,
)
_LEVEL = re.compile(
    r"\b(?:expert|advanced|proficien|fluent|native|basic|beginner|intermediate|familiar|working "
    r"knowledge|years?|yrs?|certified|learning|conversational|strong)\w*",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\s(?:and|&|und|et|y|e|en)\s", re.IGNORECASE)
_LONGEST_ITEM = 6
_LONGEST_IN_SENTENCE = 4


class SkillLine(NamedTuple):
    """A list line taken apart, so that it can be put together again in its own style."""

    label: str
    items: tuple[str, ...]
    separator: str
    last_joint: str
    """What stands before the last item: '' or 'and '."""
    pair: bool
    """The last item is 'X and Y': one thing or two, so that it stays last and whole."""
    end: str
    """A closing full stop or a stray comma, or ''."""


def parse(text: str) -> SkillLine | None:
    """The parts of a list line; None for a sentence or a single item."""
    label = _LABEL.match(text)
    body = text[label.end() :] if label else text
    end = "." if body.rstrip().endswith(".") and not body.rstrip().endswith("etc.") else ""
    body = body.rstrip().removesuffix(".") if end else body.rstrip()
    if body.endswith((",", ";")):
        body, end = body[:-1], body[-1]
    for separator in _SEPARATORS:
        items = _split(body, separator)
        if len(items) < 3:
            continue
        last = _FINAL_AND.match(items[-1])
        joint = last.group() if last else ""
        items[-1] = items[-1][len(joint) :]
        pair = bool(_PAIR.search(items[-1])) and lexicon.canonical(items[-1]) is None
        longest = _LONGEST_ITEM if end != "." else _LONGEST_IN_SENTENCE
        plain = all(0 < len(item.split()) <= longest for item in items)
        if plain and not any(". " in item or item.strip() != item for item in items):
            lead = text[: label.end()] if label else ""
            return SkillLine(lead, tuple(items), separator, joint, pair, end)
    return None


def join(line: SkillLine) -> str:
    """The line in its own style."""
    items = list(line.items)
    items[-1] = line.last_joint + items[-1]
    return line.label + line.separator.join(items) + line.end


def ordered(line: SkillLine, worth: Mapping[str, int]) -> SkillLine:
    """The items with the most useful first, equals in their old order; none is lost."""
    free = line.items[:-1] if line.pair else line.items
    items = sorted(free, key=lambda item: -worth[item])
    if line.items[0][:1].isupper() and items[0].islower():
        items[0] = items[0][:1].upper() + items[0][1:]
    return line._replace(items=(*items, *line.items[len(free) :]))


def extended(line: SkillLine, added: Sequence[str]) -> SkillLine:
    """The line with more items, written in the capitals of its own."""
    capitals = sum(item[:1].isupper() for item in line.items) * 2 > len(line.items)
    fitted = [
        item[:1].upper() + item[1:] if capitals and item.split()[0].islower() else item
        for item in added
    ]
    at = len(line.items) - (1 if line.pair else 0)
    while at > 1 and says_level(line.items[at - 1]):  # 'Spanish (basic)' stays last
        at -= 1
    return line._replace(items=(*line.items[:at], *fitted, *line.items[at:]))


def outside_parentheses(text: str) -> str:
    """The text without what stands in parentheses: a level there is of one item only."""
    return re.sub(r"\([^()]*\)", "", text)


def says_level(text: str) -> bool:
    """True if the line grades what it lists: adding to "Expert in:" would be a claim of its own."""
    return bool(_LEVEL.search(text))


def best_line(lines: Mapping[str, SkillLine], term: str) -> str | None:
    """Id of the line that a term fits best: most items of its category, then the longest.

    A line with a label of its own ("Applications:") takes only what is of its items' kind; None if
    no line takes it.
    """
    wanted = lexicon.category(term)

    def alike(line: SkillLine) -> int:
        return sum(lexicon.category(item) == wanted for item in line.items) if wanted else 0

    def takes(line: SkillLine) -> bool:
        if not line.label or _ANY.search(line.label):
            return True
        if wanted == "tool" and _ANY_TOOL.search(line.label):
            return True
        return any(kin(item, term) for item in line.items)

    open_to = [id for id, line in lines.items() if takes(line)]
    return max(open_to, key=lambda id: (alike(lines[id]), len(lines[id].items)), default=None)


def kin(one: str, other: str) -> bool:
    """True if both are of one kind, or one is a kind of the other."""
    ours = {lexicon.canonical(one), *lexicon.hypernyms(one)} - {None}
    theirs = {lexicon.canonical(other), *lexicon.hypernyms(other)} - {None}
    return bool(ours & theirs)


def _split(body: str, separator: str) -> list[str]:
    """Parts between separators that stand outside parentheses."""
    parts = [""]
    depth = 0
    index = 0
    while index < len(body):
        char = body[index]
        depth += (char == "(") - (char == ")")
        if depth <= 0 and body.startswith(separator, index):
            parts.append("")
            index += len(separator)
            continue
        parts[-1] += char
        index += 1
    return parts
