"""Words that the evidence does not carry: tools, subjects, names, and what is listed elsewhere."""

from __future__ import annotations

from agent.language.ladders import word_set
from agent.language.lemmas import is_known
from agent.language.lexicon import TermHit
from agent.models import Finding, FindingType, Severity
from agent.verify.align import Claim, finding, quoted
from agent.verify.credentials import claims
from agent.verify.doers import RECIPIENTS
from agent.verify.scope import Line, Scope, ways_of
from agent.verify.words import Word

_CLIENT_BEFORE = word_set(
    """
    for with at including client clients customer customers like by from to of such as
    """
)
_PLACE_BEFORE = word_set("in across throughout within")
_OTHERS = frozenset(("exclusive", "negator"))


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Every stretch of words that no line of the evidence carries."""
    words = claim.reading.words
    heads = {p.verb for p in claim.reading.predicates}
    tools = [(hit.span.start, hit.span.end, hit) for hit in claim.reading.terms]
    findings: list[Finding] = []
    index = 0
    while index < len(words):
        if not _is_new(claim, scope, index, heads):
            index += 1
            continue
        last = index
        while (
            last + 1 < len(words)
            and _joins(words[last + 1])
            and _is_new(claim, scope, last + 1, heads)
        ):
            last += 1
        found = _explain(claim, scope, index, last, tools)
        if found:
            findings.append(found)
        index = last + 1
    return findings


def _is_new(claim: Claim, scope: Scope, index: int, heads: set[int]) -> bool:
    word = claim.reading.words[index]
    if claim.carried[index] is not None or (index in heads and not _kind_of(claim, index)):
        return False
    if word.known.marks & ways_of(scope):
        return False
    plural = word.norm != word.known.lemma and word.norm.endswith("s")
    several = plural and all(ladder == "scope" for ladder, _ in word.known.rungs)
    if (word.known.rungs and not several) or word.known.marks & _OTHERS or claims(claim, index):
        return False
    return "title" not in word.known.marks or word.known.agency is not None


def _kind_of(claim: Claim, index: int) -> bool:
    """A participle that says of what kind a thing is: 'armed patrols', 'analysis unsupervised'."""
    words = claim.reading.words
    word = words[index]
    if word.opens or not word.norm.endswith("ed") or word.known.agency is not None:
        return False
    return word.known.kind == "content" and word.gap == " "


def _joins(word: Word) -> bool:
    return word.gap in (" ", "-", "/", "")


def _explain(
    claim: Claim, scope: Scope, first: int, last: int, tools: list[tuple[int, int, TermHit]]
) -> Finding | None:
    words = claim.reading.words
    start, end = words[first].start, words[last].end
    said = claim.reading.text[start:end]
    if first == last and _is_served(claim, first, scope):
        return None
    elsewhere = _elsewhere(words[first : last + 1], scope)
    if elsewhere:
        return _attribution(start, end, said, elsewhere, scope)
    kind, severity = _kind(claim, first, last, tools)
    count = last - first + 1
    if kind == "novelty" and count == 1 and scope.language == "en" and _only_heads(claim, first):
        return None
    hard = (
        kind in ("employer", "place")
        or (kind == "skill" and not _is_common(claim, first))
        or count > 1
        or any(word.name for word in words[first : last + 1])
    )
    if all("evaluative" in word.known.marks for word in words[first : last + 1]):
        hard, severity = False, "minor"
    return finding(
        kind,
        "hard" if hard else "soft",
        severity,
        start,
        end,
        f"Nothing in the evidence says {said!r}.",
        scope.lines[:1],
    )


def _is_common(claim: Claim, index: int) -> bool:
    """Whether the word is plain English, though a known term holds it: a verb, or the 'writing' of
    'report writing' where reports are carried. New, but no name of a tool: a judge may lift it."""
    word = claim.reading.words[index]
    if not (word.text.islower() and word.text.isalpha() and is_known(word.norm)):
        return False
    return word.known.agency is not None or any(
        claim.carried[place]
        for hit in claim.reading.terms
        if hit.span.start <= word.start and word.end <= hit.span.end
        for place, other in enumerate(claim.reading.words)
        if hit.span.start <= other.start and other.end <= hit.span.end
    )


def _is_served(claim: Claim, index: int, scope: Scope) -> bool:
    """'Assisted residents with meals' of a line that names nobody: whom a job serves is no claim.

    A word before it that narrows it ('luxury customers') is a finding of its own.
    """
    words = claim.reading.words
    word = words[index]
    before = words[index - 1] if index else word
    if before.gap == " " and before.text[:1].isupper() and not before.opens:
        return False  # 'US citizens'
    own = next((line for line in scope.lines if line.kind == "own"), None)
    return (
        word.known.lemma in RECIPIENTS
        and own is not None
        and not any(
            other.known.lemma in RECIPIENTS or other.known.marks & {"people", "title"}
            for other in own.reading.words
        )
    )


def _only_heads(claim: Claim, index: int) -> bool:
    """A plain noun after words of the evidence only names what they are: an open rate 'score'.

    Before such words a noun narrows them ('luxury homes'), and in a list it adds to them.
    """
    words = claim.reading.words
    word = words[index]
    if not index or word.gap != " " or not claim.carried[index - 1]:
        return False
    if word.known.marks or word.known.lemma in _DISTINCTIONS or word.norm.endswith(_NO_NOUN):
        return False
    if word.norm in _AUTHORSHIP:
        return False
    before = words[index - 1]
    if before.known.kind != "content" or any(p.verb == index - 1 for p in claim.reading.predicates):
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    return after is None or after.gap != " " or after.known.kind == "function"


_AUTHORSHIP = word_set(
    "design redesign development creation invention construction implementation installation"
)
"""What one does to a thing, though it stands as its head: 'gown design' is no name of gowns."""
_NO_NOUN = ("ing", "ed", "ly", "est")
_DISTINCTIONS = word_set(
    """
    award prize medal honor trophy scholarship grant fellowship patent record ranking victory
    champion winner expert authority specialist fluency mastery expertise leadership ownership
    chair head chief owner founder growth gain increase decrease reduction saving success profit
    revenue profitability promotion accreditation degree diploma license certificate improvement
    strategy vision innovation breakthrough transformation
    """
)


def _kind(
    claim: Claim, first: int, last: int, tools: list[tuple[int, int, TermHit]]
) -> tuple[FindingType, Severity]:
    words = claim.reading.words
    start, end = words[first].start, words[last].end
    named = words[first].name and not words[first].numeric
    before = words[first - 1].norm if first else ""
    if any(s < end and start < e for s, e, _ in tools):
        return "skill", "major"
    if named and before in _CLIENT_BEFORE:
        return "employer", "critical"
    if named and before in _PLACE_BEFORE:
        return "place", "major"
    if named:
        return "skill", "major"
    return "novelty", "major" if last > first else "minor"


def _elsewhere(words: tuple[Word, ...], scope: Scope) -> tuple[Line, ...]:
    """Lines outside the evidence that hold all of these words."""
    common: set[str] | None = None
    lines: dict[str, Line] = {}
    for word in words:
        found = scope.elsewhere("~" + word.known.stem) or scope.elsewhere(word.norm)
        ids = {line.id for line in found}
        lines.update({line.id: line for line in found})
        common = ids if common is None else common & ids
    return tuple(lines[id] for id in sorted(common or ()))[:2]


def _attribution(
    start: int, end: int, said: str, lines: tuple[Line, ...], scope: Scope
) -> Finding | None:
    listed = [line for line in lines if line.id in scope.skills]
    if listed and scope.attribution == "warn":
        return None
    if listed:
        return finding(
            "attribution",
            "hard" if scope.attribution == "strict" else "soft",
            "minor",
            start,
            end,
            f"The Skills list names {said!r}, but nothing says that it was used here.",
            tuple(listed),
        )
    return finding(
        "attribution",
        "hard",
        "major",
        start,
        end,
        f"{said!r} belongs to another entry: {quoted(lines[0])}.",
        lines,
    )
