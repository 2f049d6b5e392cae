"""Which words of a rewrite its evidence carries, and in which lines."""

from __future__ import annotations

from typing import NamedTuple

from agent.language.ladders import AGENCY, known, umbrellas, word_set
from agent.language.lexicon import aliases
from agent.language.recurrence import Recurrence, agree, find_recurrences
from agent.language.units import WORD_VALUES
from agent.models import Evidence, Finding, FindingType, Severity, Span
from agent.verify.reading import Predicate, Reading, Word, read
from agent.verify.scope import Line, Scope


class Claim(NamedTuple):
    """A rewrite beside its evidence."""

    reading: Reading
    carried: tuple[tuple[int, ...] | None, ...]
    """For each word the numbers of the lines that carry it; None if no line does; () if it needs
    no support (a function word, a number, a word that says little)."""
    main: int
    """Number of the line that carries most of its words."""
    expanded: frozenset[int]
    """Words that only spell out an acronym of the evidence, its acronym, or a general name for it."""  # noqa: E501
    recurring: tuple[Recurrence, ...] = ()
    """Expressions of how often that the evidence says too, in whatever form."""


def claim_of(rewrite: str, scope: Scope) -> Claim:
    """Read a rewrite and find each of its words in the evidence."""
    reading = read(rewrite)
    expanded: set[int] = set()
    heads = {predicate.verb for predicate in reading.predicates}
    words = reading.words
    near = _drawn_on(words, scope)
    carried: list[tuple[int, ...] | None] = [
        _carried(word, scope, index in heads or not _qualifies(words, index), near)
        for index, word in enumerate(words)
    ]
    if any(lines is None for lines in carried) or "(" in rewrite:
        _carry_terms(reading, scope, carried)
        expanded = _carry_acronyms(reading, scope, carried)
        expanded |= _carry_umbrellas(reading, scope, carried)
        _carry_compounds(reading, scope, carried)
        _carry_shortened(reading, scope, carried)
        expanded |= _carry_kinds(reading, carried)
    recurring = _recurring(reading, scope)
    for index, word in enumerate(words):
        if carried[index] is None and (
            any(one.start <= word.start < one.end for one in recurring) or _lowers(words, index)
        ):
            carried[index] = ()
    counts: dict[int, float] = {}
    for lines_of in carried:
        for line in lines_of or ():
            counts[line] = counts.get(line, 0.0) + (1.1 if scope.lines[line].kind == "own" else 1.0)
    main = max(counts, key=lambda line: counts[line], default=0)
    return Claim(reading, tuple(carried), main, frozenset(expanded), recurring)


def _recurring(reading: Reading, scope: Scope) -> tuple[Recurrence, ...]:
    mine = find_recurrences(reading.text)
    if not mine:
        return ()
    theirs = [r for line in scope.lines for r in find_recurrences(line.reading.text)]
    return tuple(one for one in mine if any(agree(one, other) for other in theirs))


_WATCHED = word_set("supervision guidance direction oversight instruction")
_SHARED = word_set("partnership collaboration conjunction cooperation coordination concert tandem")


def _lowers(words: tuple[Word, ...], index: int) -> bool:
    """'under a senior engineer's supervision', 'in partnership with': shared work claims less."""
    if words[index].norm in _WATCHED:
        return any(word.norm == "under" for word in words[max(0, index - 6) : index])
    return (
        words[index].norm in _SHARED
        and index > 0
        and words[index - 1].norm == "in"
        and index + 1 < len(words)
        and words[index + 1].norm == "with"
    )


def _qualifies(words: tuple[Word, ...], index: int) -> bool:
    """Whether a participle stands before its noun ('a driving route'), where it names a kind."""
    if index + 1 >= len(words):
        return False
    following = words[index + 1]
    return following.gap in (" ", "-") and following.known.kind != "function"


def _drawn_on(words: tuple[Word, ...], scope: Scope) -> frozenset[int]:
    """The lines whose words of like meaning count: the own one, facts, and those that the rewrite
    takes at least two words from that the own line does not have. Elsewhere only the word itself
    counts, or every line of the job would prove a little of everything."""
    own = {n for n, line in enumerate(scope.lines) if line.kind in ("own", "fact")}
    if not any(scope.lines[n].kind == "own" for n in own):
        return frozenset(range(len(scope.lines)))
    taken: dict[int, int] = {}
    for word in words:
        if word.known.kind == "content":
            lines = scope.keys.get("~" + word.known.stem, ())
            if lines and not own & set(lines):
                for line in lines:
                    taken[line] = taken.get(line, 0) + 1
    return frozenset(own | {line for line, count in taken.items() if count > 1})


def _carried(word: Word, scope: Scope, head: bool, near: frozenset[int]) -> tuple[int, ...] | None:
    facts = word.known
    if facts.kind == "function" or word.numeric:
        return ()
    found: set[int] = set()
    verbal = not word.name and (head or not word.norm.endswith(("ing", "ed")))
    for key in facts.keys:
        loose = key[0] in "vs" and key[1:].isdigit()
        if not verbal and loose and key[0] == "v":
            continue  # a name is carried by itself, never by a word of like meaning
        lines = scope.keys.get(key)
        if lines:
            found.update(near.intersection(lines) if loose else lines)
    if found:
        return tuple(sorted(found))
    if facts.kind == "neutral" and not word.name:
        return ()
    if word.norm in WORD_VALUES:  # 'double-eight' of a 'double 8'
        value = WORD_VALUES[word.norm]
        same = {n for amount, n in scope.quantities if amount.low == amount.high == value}
        return tuple(sorted(same)) or None
    return None


def _cover(
    reading: Reading,
    start: int,
    end: int,
    lines: tuple[int, ...],
    carried: list[tuple[int, ...] | None],
) -> None:
    for index, word in enumerate(reading.words):
        if start <= word.start and word.end <= end and carried[index] is None:
            carried[index] = lines


def _carry_terms(reading: Reading, scope: Scope, carried: list[tuple[int, ...] | None]) -> None:
    """Aliases and true hypernyms: k8s is Kubernetes, PostgreSQL is a relational database."""
    short = {term: _named_short(term, scope) for term in {hit.term for hit in reading.terms}}
    for hit in reading.terms:
        if hit.term in scope.terms or hit.term in scope.kinds_of or short[hit.term]:
            _cover(reading, hit.span.start, hit.span.end, (), carried)
    for index, word in enumerate(reading.words):
        if carried[index] is None and word.known.stem in scope.kind_words:
            carried[index] = ()


def _named_short(term: str, scope: Scope) -> bool:
    """Whether the evidence writes the term by an acronym that alone would mean several things."""
    return any(
        len(name) > 1 and name.isupper() and name in scope.written
        for name in aliases(term, context=scope.text)
    )


def _carry_acronyms(
    reading: Reading, scope: Scope, carried: list[tuple[int, ...] | None]
) -> set[int]:
    """Acronym and expansion, by initials, in either direction; the words that it explains."""
    words = reading.words
    expanded: set[int] = set()
    for index, word in enumerate(words):
        capitals = "".join(c for c in word.text if c.isupper())
        if (
            carried[index] is None
            and word.text[1:] != word.text[1:].lower()
            and 2 <= len(capitals) < len(word.text)
        ) and capitals in scope.written:
            carried[index] = ()  # 'TypeScript' for TS
    for letters, line_number in scope.acronyms:
        expanded |= _match_initials(reading, letters, line_number, carried)
    for index, word in enumerate(words):
        letters = word.text.rstrip("s").replace("&", "").replace(".", "")
        if (
            carried[index] is None
            and 2 <= len(letters) <= 6
            and letters.isalpha()
            and letters.isupper()
        ):
            for line_number, line in enumerate(scope.lines):
                if any(
                    _initials(line.reading, at, letters.lower())
                    for at in range(len(line.reading.words))
                ):
                    carried[index] = (line_number,)
                    expanded.add(index)
    return expanded


def _match_initials(
    reading: Reading, letters: str, line_number: int, carried: list[tuple[int, ...] | None]
) -> set[int]:
    found: set[int] = set()
    for at, word in enumerate(reading.words):
        end = _initials(reading, at, letters) if word.norm[0] == letters[0] else 0
        if end:
            for index in range(at, end):
                carried[index] = carried[index] or (line_number,)
                found.add(index)
    return found


def _initials(reading: Reading, at: int, letters: str) -> int:
    """Index after the words from `at` on whose initials spell `letters`, or 0."""
    words = reading.words
    position = at
    for count, letter in enumerate(letters):
        if (
            count
            and position < len(words)
            and words[position].norm in ("and", "of", "for", "the", "in", "to")
        ) and words[position].norm[0] != letter:
            position += 1
        if position >= len(words) or words[position].norm[:1] != letter:
            return 0
        if count and any(mark in words[position].gap for mark in ",.;:("):
            return 0
        position += 1
    return position


def _carry_umbrellas(
    reading: Reading, scope: Scope, carried: list[tuple[int, ...] | None]
) -> set[int]:
    """General names of what the lines do: answering phones is customer service."""
    stems = tuple(word.known.stem for word in reading.words)
    found: set[int] = set()
    table = umbrellas()
    for at, first in enumerate(stems):
        for term, cues in table.get(first, ()):
            size = len(term)
            if stems[at : at + size] != term or all(c is not None for c in carried[at : at + size]):
                continue
            lines: list[int] = []
            for cue in cues:
                lines = [n for stem in cue for n in scope.keys.get("~" + stem, ())]
                if not lines:
                    break
            if lines:
                for index in range(at, at + size):
                    if carried[index] is None:
                        carried[index] = (lines[0],)
                        found.add(index)
    return found


def _carry_compounds(reading: Reading, scope: Scope, carried: list[tuple[int, ...] | None]) -> None:
    """'workflow' beside 'work flow', 'pre operative' beside 'preoperative'."""
    for index, word in enumerate(reading.words):
        if word.gap == "-" and index and None in (carried[index - 1], carried[index]):
            whole = _whole(reading.words[index - 1].norm + "-" + word.norm, scope)
            if whole:
                for place in (index - 1, index):
                    carried[place] = carried[place] or whole
        if carried[index] is not None or len(word.norm) < 4:
            continue
        if index + 1 < len(reading.words):  # 'started up' of a 'startup'
            lines = scope.keys.get(word.known.lemma + reading.words[index + 1].norm)
            if lines:
                carried[index] = lines
                continue
        if index + 1 < len(reading.words):
            joined = word.norm + reading.words[index + 1].norm
            lines = scope.keys.get(joined)
            if lines:
                carried[index] = lines
                if carried[index + 1] is None:
                    carried[index + 1] = lines
                continue
        lines = scope.joined.get(word.norm) or scope.joined.get(word.norm.removesuffix("s"))
        if lines:
            carried[index] = lines
            continue
        for cut in range(3, len(word.norm) - 2):
            left, right = scope.keys.get(word.norm[:cut]), scope.keys.get(word.norm[cut:])
            if left and right and set(left) & set(right):
                carried[index] = left
                break


def _carry_shortened(reading: Reading, scope: Scope, carried: list[tuple[int, ...] | None]) -> None:
    """'meetings' for 'mtgs': a word whose letters, in order, are those of one without vowels."""
    short = scope.shortened
    if not short:
        return
    for index, word in enumerate(reading.words):
        if carried[index] is None and not word.name and len(word.norm) > 4:
            lemma = word.known.lemma
            for letters, number in short:
                if (
                    lemma[0] == letters[0]
                    and lemma[-1] == letters[-1]
                    and _in_order(letters, lemma)
                ):
                    carried[index] = (number,)
                    break


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _carry_kinds(reading: Reading, carried: list[tuple[int, ...] | None]) -> set[int]:
    """A word that says what sort of thing a name of the evidence is: 'Teamcenter, a system'.

    Only general words of kind: what the evidence does not say of a thing ("a PLM system") comes
    from the lexicon or stays a finding.
    """
    words = reading.words
    found: set[int] = set()
    for index, word in enumerate(words):
        if carried[index] is not None or word.known.lemma not in _KINDS or word.name:
            continue
        if any(
            words[near].name and carried[near]
            for near in range(max(0, index - 4), min(len(words), index + 5))
        ):
            carried[index] = ()
            found.add(index)
    return found


_KINDS = word_set(
    """
    system tool platform software framework language database library program service method
    technique standard suite application app package engine format protocol queue server board
    network environment editor
    """
)


def _whole(compound: str, scope: Scope) -> tuple[int, ...]:
    """Lines with a word of like meaning for a hyphenated word: 'third-party', 'post-surgical'."""
    for key in known(compound).keys:
        if key in scope.keys:
            return scope.keys[key]
    return ()


def nearest(claim: Predicate, scope: Scope) -> list[tuple[Predicate, int]]:
    """The phrases of the evidence that are about the same things, best first, empty if none is."""
    best = 0.0
    found: list[tuple[float, Predicate, int]] = []
    for predicate, line in scope.predicates:
        shared = float(len(claim.content & predicate.content))
        if claim.like & predicate.like:
            shared += 0.6
        if predicate.stem and predicate.stem in claim.content:
            shared += 1.0
        if claim.stem and claim.stem in predicate.content:
            shared += 0.5
        if claim.stem == predicate.stem:
            shared += 0.6
        if shared:
            weight = shared + (0.2 if scope.lines[line].kind == "own" else 0.0)
            best = max(best, weight)
            found.append((weight, predicate, line))
    # A rung above doing is proven by the phrase that is most about the same things, not by a line
    # that shares one word: leading a project on patient falls is not monitoring patients.
    leads = claim.agency > AGENCY.index("did")
    return [
        (p, n)
        for weight, p, n in sorted(found, key=lambda f: -f[0])
        if weight >= (0.6 if leads else 0.5) * best
        or (
            not leads
            and claim.content & p.content
            and (p.stem == claim.stem != "" or p.groups & claim.groups)
        )
    ]


def finding(
    type: FindingType,
    tier: str,
    severity: Severity,
    start: int,
    end: int,
    reason: str,
    lines: tuple[Line, ...] = (),
    suggestion: str | None = None,
) -> Finding:
    """A finding on `rewrite[start:end]`; `lines` are what the evidence says instead."""
    return Finding(
        type=type,
        tier="hard" if tier == "hard" else "soft",
        severity=severity,
        span=Span(start=start, end=end),
        reason=reason,
        evidence=tuple(line.evidence() for line in lines),
        suggestion=suggestion,
    )


def quoted(line: Line) -> str:
    """The line as a reason quotes it, shortened."""
    text = line.reading.text
    return repr(text if len(text) <= 90 else text[:87] + "...")


__all__ = ["Claim", "Evidence", "claim_of", "finding", "nearest", "quoted"]
