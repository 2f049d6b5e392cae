"""One told as several: 'taught one apprentice' is not 'taught apprentices'."""

from __future__ import annotations

from functools import lru_cache

from agent.models import Finding
from agent.verify.align import Claim, finding, quoted
from agent.verify.reading import read
from agent.verify.scope import Scope
from agent.verify.words import Word

_ONE = frozenset(("one", "1", "single"))


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Plural nouns of the rewrite of which the evidence names exactly one, and no more."""
    single = _single(scope.texts)
    findings = []
    for word in claim.reading.words if single else ():
        if not _is_plural(word) or word.known.stem not in single:
            continue
        line = scope.lines[single[word.known.stem]]
        reason = f"The evidence says one, not several: {quoted(line)}."
        findings.append(finding("quantity", "hard", "major", word.start, word.end, reason, (line,)))
    return findings


@lru_cache(maxsize=1024)
def _single(texts: tuple[str, ...]) -> dict[str, int]:
    """Stems of nouns that the lines name only as one, each with the number of its line."""
    single: dict[str, int] = {}
    several: set[str] = set()
    for number, text in enumerate(texts):
        words = read(text).words
        for index, word in enumerate(words):
            if _is_plural(word):
                several.add(word.known.stem)
            elif index and _after_one(words, index):
                single.setdefault(word.known.stem, number)
    return {stem: number for stem, number in single.items() if stem not in several}


def _is_plural(word: Word) -> bool:
    return (
        word.known.kind == "content"
        and word.norm != word.known.lemma
        and word.norm.endswith("s")
        and not word.norm.endswith("ss")
    )


def _after_one(words: tuple[Word, ...], index: int) -> bool:
    """Whether 'one' counts this noun, with at most two words between: 'one second-year apprentice'.

    'One of the' and 'one day' count nothing that was worked on.
    """
    if words[index].known.kind != "content" or words[index].norm != words[index].known.lemma:
        return False
    ends = index + 1 == len(words) or words[index + 1].gap != " " or (
        words[index + 1].known.kind == "function"
    )  # fmt: skip
    place = index - 1
    while place >= max(0, index - 3) and words[place + 1].gap in (" ", "-"):
        if words[place].norm in _ONE:
            return ends and words[place + 1].gap == " "
        if words[place].known.kind == "function":
            return False
        place -= 1
    return False
