"""Many cue patterns as one: a single compiled alternation, tried in one pass over a sentence.

`re` looks at the first letter of each branch before it enters it, but only where the branches
stand side by side. Cues written `\\bword` or `^word` would hide their letters behind the mark, so
the mark is taken out of all of them and set before the whole.
"""

from __future__ import annotations

import re


def cues(*patterns: str) -> re.Pattern[str]:
    """One pattern that finds any of `patterns`.

    Args:
        patterns: regular expressions in lower case, for folded, lower-case text. No numbered
            groups: they would be counted across all of them.

    Returns:
        A compiled pattern; its leftmost match may come from any of them.
    """
    led: dict[str, list[str]] = {"": [], "^": [], r"\b": []}
    for part in (part for pattern in patterns for part in _alternatives(pattern)):
        lead = next((lead for lead in ("^", r"\b") if part.startswith(lead)), "")
        led[lead].append(part.removeprefix(lead))
    together = [f"{lead}(?:{'|'.join(parts)})" for lead, parts in led.items() if parts]
    return re.compile("|".join(together))


def _alternatives(pattern: str) -> list[str]:
    """`pattern` cut at the bars outside of any bracket."""
    parts, depth, start, in_set = [], 0, 0, False
    for found in re.finditer(r"\\.|\[\^?\]?|[\]()|]", pattern):
        mark = found.group()
        if in_set:
            in_set = mark != "]"
        elif mark.startswith("["):
            in_set = True
        elif mark in ("(", ")"):
            depth += 1 if mark == "(" else -1
        elif mark == "|" and depth == 0:
            parts.append(pattern[start : found.start()])
            start = found.end()
    return [*parts, pattern[start:]]
