"""Words that the evidence carries under another form or name: aliases, acronyms, compounds, kinds.

Each function marks in `carried` what it finds; those whose words need no further check return them.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, normalize

from agent.language.ladders import known, umbrellas, word_set
from agent.language.lexicon import aliases
from agent.verify.reading import Reading
from agent.verify.scope import Scope


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


def carry_terms(reading: Reading, scope: Scope, carried: list[tuple[int, ...] | None]) -> None:
    """Aliases and true hypernyms: k8s is Kubernetes, PostgreSQL is a relational database."""
    for hit in reading.terms:
        if hit.term in scope.terms or hit.term in scope.kinds_of or _named_short(hit.term, scope):
            _cover(reading, hit.span.start, hit.span.end, (), carried)
    said = {word.known.stem for word in reading.words}
    for index, word in enumerate(reading.words):
        heads = scope.kind_words.get(word.known.stem) if carried[index] is None else None
        if heads and heads & said:
            carried[index] = ()


def _named_short(term: str, scope: Scope) -> bool:
    """Whether the evidence writes the term by an acronym that alone would mean several things."""
    return any(
        len(name) > 1 and name.isupper() and name in scope.written
        for name in aliases(term, context=scope.text)
    )


def carry_umbrellas(
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
                lines = sorted(n for stem in cue for n in scope.keys.get("~" + stem, ()))
                if not lines:
                    break
            if lines:
                for index in range(at, at + size):
                    if carried[index] is None:
                        carried[index] = (lines[0],)
                        found.add(index)
    return found


def carry_compounds(reading: Reading, scope: Scope, carried: list[tuple[int, ...] | None]) -> None:
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


_FAMILY = 0.55
"""Share of the longer word that two words of one family begin with alike."""


def carry_families(reading: Reading, scope: Scope, carried: list[tuple[int, ...] | None]) -> None:
    """'Beatmung' beside 'beatmet', 'telefónica' beside 'teléfono': where no stems are known.

    A German compound is carried by the words that it is made of.
    """
    for index, word in enumerate(reading.words):
        if carried[index] is not None or len(word.norm) < 6:
            continue
        mine = _plain_letters(word.norm)
        for number, line in enumerate(scope.lines):
            theirs = [_plain_letters(other.norm) for other in line.reading.words]
            if any(_one_family(mine, other) for other in theirs) or _is_made_of(mine, theirs):
                carried[index] = (number,)
                break


@lru_cache(maxsize=8192)
def _plain_letters(word: str) -> str:
    return "".join(c for c in normalize("NFD", word) if not combining(c))


def _one_family(one: str, other: str) -> bool:
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    shared = min(len(one), len(other)) if shared is None else shared
    return shared >= 5 and shared >= _FAMILY * max(len(one), len(other))


def _is_made_of(compound: str, parts: list[str]) -> bool:
    first = next((p for p in parts if len(p) > 4 and compound.startswith(p)), "")
    rest = compound.removeprefix(first)
    return bool(first) and len(rest) > 4 and any(part.endswith(rest) for part in parts)


def carry_kinds(reading: Reading, carried: list[tuple[int, ...] | None]) -> set[int]:
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


def carry_own_language(
    reading: Reading, scope: Scope, carried: list[tuple[int, ...] | None]
) -> None:
    """'in Spanish as well as English' of one who is bilingual, in a resume written in English."""
    both = next((key for key in ("bilingual", "trilingual") if key in scope.keys), None)
    if both is None or scope.language != "en":
        return
    for index, word in enumerate(reading.words):
        if word.norm == "english" and carried[index] is None:
            carried[index] = scope.keys[both]


_KINDS = word_set(
    """
    system tool platform software framework language database library program service method
    technique standard suite application app package engine format protocol queue server board
    network environment editor
    """
)


def _whole(compound: str, scope: Scope) -> tuple[int, ...]:
    """Lines with a word of like meaning for a hyphenated word: 'third-party', 'post-surgical'."""
    for key in sorted(known(compound).keys):
        if key in scope.keys:
            return scope.keys[key]
    return ()
