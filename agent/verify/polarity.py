"""What the evidence denies stays denied: 'no hazmat loads' is not 'hazmat loads'."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from agent.language.ladders import known, word_set
from agent.models import Finding
from agent.verify.align import Claim, finding, quoted
from agent.verify.reading import Reading, read
from agent.verify.scope import Line, Scope
from agent.verify.words import Word, breaks

_NOT = word_set(
    """
    no not never without none neither nor cannot can't don't doesn't didn't isn't wasn't
    aren't weren't won't haven't hasn't hadn't couldn't wouldn't shouldn't lack lacked lacking
    lacks except excluding zero nobody nothing dont didnt doesnt wasnt sin nunca nicht kein
    keine keinen ohne sans aucun jamais niet geen zonder
    """
)
_FAR = 40
"""Words that a clause has at most; bounds the work on hostile text."""
_BE = word_set("was were is are be been am")
_AFTER_QUALITY = word_set("for with to at compared as than given considering")
_OPENERS = word_set("when while if because until where whenever since as")
_ENDS = word_set("but although though however yet while instead except")


_PREFIXES = ("un", "non", "in", "im", "dis")


class Denied(NamedTuple):
    """A stretch of words that is denied."""

    negator: int
    first: int
    last: int
    stems: frozenset[str]


def denied(reading: Reading) -> tuple[Denied, ...]:
    """The stretches that a negator governs: from it to the end of its clause."""
    return _denied(reading.text)


@lru_cache(maxsize=16384)
def _denied(text: str) -> tuple[Denied, ...]:
    words = read(text).words
    found = []
    for index, word in enumerate(words):
        if word.norm == "free" and index and word.gap == "-":  # 'accident-free'
            stems = frozenset((words[index - 1].known.stem,))
            found.append(Denied(index, index - 1, index, stems))
        after = words[index + 1].norm if index + 1 < len(words) else ""
        if word.norm == "non" and after and words[index + 1].gap in ("-", " "):  # 'non-clinical'
            stems = frozenset((words[index + 1].known.stem,))
            found.append(Denied(index, index + 1, index + 2, stems))
            continue
        if (word.norm == "free" and after in ("of", "from")) or (
            word.norm in ("failed", "fails", "failing") and after == "to"
        ):
            stems, last = _governed(words, index + 2)
            found.append(Denied(index, index + 1, last, stems))
            continue
        absent = word.norm == "absence" and index + 1 < len(words) and words[index + 1].norm == "of"
        if word.norm not in _NOT and not absent:
            continue
        if index + 1 < len(words):
            following = words[index + 1]
            if (
                following.norm in ("only", "just", "more", "less", "fewer", "later")
                or following.gap == "-"
            ):
                continue
        last = index + 1
        quality = word.norm == "not" and index and words[index - 1].norm in _BE
        while last < min(len(words), index + _FAR):
            if quality and words[last].norm in _AFTER_QUALITY:
                break  # 'was not expensive for a remote control'
            if words[last].norm.endswith("ed"):
                quality = False
            gap = words[last].gap
            if last > index + 1 and (
                any(mark in gap for mark in ",;:.()") or words[last].norm in _ENDS
            ):
                break
            if any(mark in gap for mark in ";.()") or words[last].norm == "between":
                break  # 'no link between hours and churn' denies the link
            last += 1
        stems = frozenset(
            word.known.stem for word in words[index + 1 : last] if word.known.kind != "function"
        )
        first = index + 1
        if all(
            w.known.marks & {"light", "carrier"}
            for w in words[first:last]
            if w.known.kind != "function"
        ):
            first = index  # 'exam not taken': what is denied stands before
            while (
                first
                and first > index - _FAR
                and not words[first].opens
                and not breaks(words[first], ",;:.()")
                and words[first - 1].norm not in _OPENERS
            ):
                first -= 1
            stems = frozenset(w.known.stem for w in words[first:last] if w.known.kind != "function")
        found.append(Denied(index, first, last, stems))
    return tuple(found)


def _governed(words: tuple[Word, ...], first: int) -> tuple[frozenset[str], int]:
    """Stems of the words up to the end of the clause, and where it ends."""
    last = first
    while last < min(len(words), first + _FAR) and (
        last == first or not breaks(words[last], ",;:.()")
    ):
        last += 1
    content = (word for word in words[first:last] if word.known.kind != "function")
    return frozenset(word.known.stem for word in content), last


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Words that the evidence only denies, said plainly; and words that it says, denied."""
    words = claim.reading.words
    mine = denied(claim.reading)
    inside = {i for stretch in mine for i in range(stretch.first, stretch.last)}
    plain = {word.known.stem: i for i, word in enumerate(words) if i not in inside}
    findings = []
    said = _said(scope.texts)
    headings = tuple(line.reading.text for line in scope.lines if line.kind == "heading")
    all_denied: set[str] = set()
    for number, line in enumerate(scope.lines):
        if line.kind in ("heading", "section"):
            continue
        here = (
            _said((line.reading.text, *headings))
            if number == claim.main or line.kind == "own"
            else said
        )
        for stretch in denied(line.reading):
            all_denied |= stretch.stems
            narrower = _broadened(words, mine, line.reading.words, stretch)
            if narrower is not None:
                findings.append(_too_broad(words, narrower, line))
            if any(stretch.stems & kept.stems for kept in mine) or _prefixed(words, stretch):
                continue  # the rewrite denies it too, if in other words
            only = stretch.stems - here
            shared = [
                plain[stem]
                for stem in only
                if stem in plain and not words[plain[stem]].known.marks & {"light", "carrier"}
            ]
            content = [
                i for i in shared if words[i].known.kind == "content" or len(stretch.stems) < 4
            ]
            weighty = [s for s in stretch.stems if not known(s).marks & {"light", "carrier"}]
            if content and 2 * len(shared) >= len(weighty):
                first, last = min(shared), max(shared)
                negator = line.reading.words[stretch.negator]
                start, end = words[first].start, words[last].end
                findings.append(
                    finding(
                        "polarity",
                        "hard",
                        "major",
                        start,
                        end,
                        f"The evidence denies this ({negator.text!r}): {quoted(line)}.",
                        (line,),
                    )
                )
    contrary = _without_prefix(scope.texts)
    for index, word in enumerate(words):  # 'unarmed' is not 'armed'
        for prefix in _PREFIXES if len(word.norm) > 3 and word.norm in contrary else ():
            lines = scope.keys.get(prefix + word.norm)
            if lines and word.norm not in scope.keys and index not in inside:
                findings.append(
                    finding(
                        "polarity",
                        "hard",
                        "major",
                        word.start,
                        word.end,
                        f"The evidence says {prefix + word.norm!r}.",
                        (scope.lines[lines[0]],),
                        prefix + word.norm,
                    )
                )
    for stretch in mine:
        if words[stretch.negator].norm == "free":
            continue
        if (
            stretch.stems
            and not stretch.stems & all_denied
            and (stretch.stems <= said or (not all_denied and _all_said(claim, stretch)))
        ):
            start, end = words[stretch.negator].start, words[stretch.last - 1].end
            findings.append(
                finding(
                    "polarity",
                    "hard",
                    "major",
                    start,
                    end,
                    "The evidence says this, and does not deny it.",
                    scope.lines[:1],
                )
            )
    return findings


def _all_said(claim: Claim, stretch: Denied) -> bool:
    """Whether the evidence has all that is denied, if in other words: 'without review' of one whom
    somebody checked."""
    inside = range(stretch.negator + 1, stretch.last)
    content = [n for n in inside if claim.reading.words[n].known.kind == "content"]
    return bool(content) and all(claim.carried[n] for n in content)


def _broadened(
    words: tuple[Word, ...],
    mine: tuple[Denied, ...],
    theirs: tuple[Word, ...],
    stretch: Denied,
) -> Denied | None:
    """Where the rewrite denies more: 'no accidents' of 'no preventable accidents'."""
    phrase = _noun_phrase(theirs, stretch)
    for one in mine:
        said = _noun_phrase(words, one)
        if (
            said
            and len(phrase) > 1
            and said[-1].known.stem == phrase[-1].known.stem
            and len(said) < len(phrase)
            and not any(word.known.stem in one.stems for word in phrase[:-1])
        ):
            return one
    return None


def _noun_phrase(words: tuple[Word, ...], stretch: Denied) -> list[Word]:
    """The words between a negator and the end of the noun that it denies."""
    phrase: list[Word] = []
    for word in words[stretch.negator + 1 : stretch.last]:
        if phrase and (word.known.kind == "function" or word.gap not in (" ", "-")):
            break
        if word.known.kind != "function":
            phrase.append(word)
    return phrase


def _too_broad(words: tuple[Word, ...], stretch: Denied, line: Line) -> Finding:
    start, end = words[stretch.negator].start, words[stretch.last - 1].end
    reason = f"The evidence denies less than this: {quoted(line)}."
    return finding("polarity", "hard", "major", start, end, reason, (line,))


def _prefixed(words: tuple[Word, ...], stretch: Denied) -> bool:
    """'unchanged' denies what 'without change' does."""
    return any(
        word.norm.startswith(prefix) and known(word.norm.removeprefix(prefix)).stem in stretch.stems
        for word in words
        for prefix in _PREFIXES
        if len(word.norm) > 5
    )


@lru_cache(maxsize=1024)
def _without_prefix(texts: tuple[str, ...]) -> frozenset[str]:
    """Keys of the evidence's words that deny something, without what denies it."""
    return frozenset().union(*map(_unprefixed, texts))


@lru_cache(maxsize=4096)
def _unprefixed(text: str) -> frozenset[str]:
    return frozenset(
        key.removeprefix(prefix)
        for word in read(text).words
        if word.known.kind != "function"
        for key in word.known.keys
        if key.startswith(_PREFIXES)
        for prefix in _PREFIXES
        if key.startswith(prefix)
    )


@lru_cache(maxsize=16384)
def _said(texts: tuple[str, ...]) -> frozenset[str]:
    """Stems that some text says plainly."""
    found: set[str] = set()
    for text in texts:
        inside = {i for s in _denied(text) for i in range(s.first, s.last)}
        found.update(w.known.stem for i, w in enumerate(read(text).words) if i not in inside)
    return frozenset(found)
