"""Titles the person gives themselves: only those that the headings give, with their seniority."""

from __future__ import annotations

from functools import lru_cache

from agent.language.ladders import word_set
from agent.models import Finding
from agent.verify.align import Claim, finding
from agent.verify.reading import Reading, read
from agent.verify.scope import Scope
from agent.verify.words import Word

_LOWERING = word_set(
    """
    junior jr assistant associate deputy acting interim intern trainee apprentice student
    volunteer aide vice co entry trainee-level helper part-time temporary
    """
)
_RAISING = word_set(
    """
    senior sr lead principal head chief executive master managing staff charge journeyman
    director vp
    """
)
_RANKED = word_set(
    """
    manager director supervisor leader head chief president owner founder executive officer
    foreman superintendent captain principal administrator engineer architect lawyer attorney
    doctor physician nurse accountant auditor scientist professor pharmacist therapist
    """
)
_STOPS = word_set(
    """
    the a an to of in on at for with from by into and or who that as
    """
)
_SERVING = word_set("assist support help aid cover back serve train coach brief direct hire manage")
_AFTER = word_set("who at with for in on of that and responsible")


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Titles claimed by the rewrite that no heading gives."""
    findings = []
    taken = -1
    mine = designations(claim.reading)
    allowed = _allowed(scope) if mine else []
    for first, last in mine:
        taken = last
        if _is_credential(claim, scope, first):
            continue
        found = _designation(claim, scope, first, last, allowed)
        if found:
            findings.append(found)
    for index, word in enumerate(claim.reading.words):
        if "title" not in word.known.marks and not _senior(claim.reading.words, index):
            continue
        if index <= taken or _named(word, scope):
            continue
        if word.norm != word.known.lemma and not word.norm.endswith("s"):
            continue
        if claim.carried[index] == () or _verb_like(claim.reading, index):
            continue
        if claim.carried[index] and (
            not word.known.marks & {"seniority"} and word.known.lemma not in _RANKED
        ):
            continue  # 'served as preceptor' of one who precepted
        if index in claim.expanded or _is_credential(claim, scope, index):
            continue
        said = claim.reading.text[word.start : word.end]
        findings.append(
            finding(
                "title",
                "hard",
                "major",
                word.start,
                word.end,
                f"Nothing in the evidence names {said!r}.",
                scope.lines[:1],
            )
        )
    return findings


def _is_credential(claim: Claim, scope: Scope, index: int) -> bool:
    """Whether the word belongs to a degree or licence that the section holds: 'Registered Nurse' of
    an RN, 'Associate of Applied Science' of an AAS. Elsewhere such words name somebody's title."""
    if scope.section is None or scope.section.kind not in ("education", "certifications"):
        return False
    word = claim.reading.words[index]
    return index in claim.expanded or any(
        hit.category in ("certification", "degree")
        and hit.term in scope.terms
        and " " in claim.reading.text[hit.span.start : hit.span.end]
        and hit.span.start <= word.start
        and word.end <= hit.span.end
        for hit in claim.reading.terms
    )


def _senior(words: tuple[Word, ...], index: int) -> bool:
    """'senior member of the desk'."""
    return (
        words[index].norm in ("senior", "principal", "chief")
        and index + 1 < len(words)
        and "people" in words[index + 1].known.marks
    )


def designations(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Stretches in which a person says what they are: 'Store Manager at', 'as charge nurse'."""
    return _designations(reading.text)


@lru_cache(maxsize=16384)
def _designations(text: str) -> tuple[tuple[int, int], ...]:
    words = read(text).words
    found = []
    for index, word in enumerate(words):
        marks = word.known.marks
        if "title" not in marks or word.norm != word.known.lemma:
            continue
        following = words[index + 1] if index + 1 < len(words) else None
        if following is not None and following.gap in (" ", "-") and not _ends_title(following):
            continue
        first = index
        while (
            first and not words[first].opens and words[first - 1].norm not in _STOPS
            and words[first].gap in (" ", "-", "/", "") and not words[first - 1].numeric
        ):  # fmt: skip
            first -= 1
        before = words[first - 1].norm if first and not words[first].opens else ""
        if words[first].opens:
            opening = words[first]
            inflected = opening.norm != opening.known.lemma or opening.norm in _SERVING
            if opening.known.agency is not None and inflected and first != index and not (
                opening.known.marks & {"credential", "seniority", "title"} or opening.norm in _RAISING  # noqa: E501
            ):  # fmt: skip
                continue
            found.append((first, index))
        elif before == "as" or (
            before in ("a", "an", "the") and first > 1 and words[first - 2].norm == "as"
        ):
            found.append((first, index))
    return tuple(found)


def _ends_title(following: Word) -> bool:
    return (
        following.norm in _AFTER
        or following.norm.endswith("ing")
        or following.known.kind == "function"
    )


def _allowed(scope: Scope) -> list[frozenset[str]]:
    """Stem sets of the titles that the evidence gives."""
    titles: list[frozenset[str]] = []
    for line in scope.lines:
        if line.kind == "heading":
            titles.append(_names(line.reading.words))
        elif line.kind != "section":
            words = line.reading.words
            opened = leading(words) if line.kind == "own" else None
            if opened is not None:
                titles.append(_names(words[: opened + 1]))
            titles.extend(
                _names(words[first : last + 1])
                for first, last in designations(line.reading)
                if not (
                    first
                    and words[first - 1].norm == "as"
                    and first > 1
                    and words[first - 2].norm == "not"
                )
            )
            if scope.whole or line.id == "headline":
                titles.append(_names(words))
    return titles


def leading(words: tuple[Word, ...]) -> int | None:
    """Index of the title that a line opens with, though its first word may be a verb:
    'Programme lead for the scheme'."""
    for last, word in enumerate(words[:5]):
        following = words[last + 1] if last + 1 < len(words) else None
        if (
            following is None
            or following.norm in _STOPS
            or following.gap != " "
            or following.numeric
        ):
            return last if "title" in word.known.marks and last else None
    return None


def _names(words: tuple[Word, ...]) -> frozenset[str]:
    """Headwords, and what shortened ones stand for: 'vet tech' is a veterinary technician."""
    return frozenset(
        key
        for word in words
        for key in (word.known.lemma, *(k for k in word.known.keys if k.isalpha()))
    )


def _designation(
    claim: Claim, scope: Scope, first: int, last: int, allowed: list[frozenset[str]]
) -> Finding | None:
    words = claim.reading.words
    start, end = words[first].start, words[last].end
    said = claim.reading.text[start:end]
    title = words[last].known.lemma
    holding = [names for names in allowed if title in names]
    mine = {word.known.lemma for word in words[first : last + 1]}
    reason = ""
    if (
        not holding
        and first == last
        and claim.carried[last]
        and first
        and words[first - 1].norm in ("as", "a", "an")
        and not any(names & _LOWERING for names in allowed)
        and title not in scope.keys
        and not (words[last].known.marks & {"seniority"} or title in _RANKED)
    ):
        return None  # 'served as preceptor' of one who precepted
    if not holding:
        reason = f"No heading of the resume gives the title {said!r}."
    elif raised := [w for w in mine & _RAISING if not any(w in names for names in holding)]:
        reason = f"No heading of the resume says {raised[0]!r}."
    elif all((names & _LOWERING) - mine for names in holding) and not scope.whole:
        lower = sorted((holding[0] & _LOWERING) - mine)[0]
        reason = f"{said!r} leaves out {lower!r} of the title."
    if not reason:
        return None
    headings = tuple(line for line in scope.lines if line.kind == "heading")[:1]
    suggestion = scope.entries[0].title if len(scope.entries) == 1 else None
    return finding("title", "hard", "critical", start, end, reason, headings, suggestion)


def _named(word: Word, scope: Scope) -> bool:
    facts = word.known
    return (
        facts.lemma in scope.keys
        or word.norm in scope.keys
        or any(key in scope.keys for key in facts.like)
    )


def _verb_like(reading: Reading, index: int) -> bool:
    """'lead', 'coach', 'guard' as verbs, or a plain adjective as in 'executive reports'."""
    word = reading.words[index]
    if any(p.verb == index for p in reading.predicates):
        return True
    return word.known.agency is not None
