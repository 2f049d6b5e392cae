"""How far a credential has come: expected, begun, lapsed, only attended. It comes no further.

A credential stands with its status in one piece of a line: 'CPR certified (expired 2022)', 'MSc in
progress', 'PMP: application in preparation'. A rewrite that names the credential says its status too.
"""  # noqa: E501

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from agent.language.ladders import word_set
from agent.language.text import fold
from agent.models import Finding
from agent.verify.align import Claim, finding, quoted
from agent.verify.reading import read
from agent.verify.scope import Line, Scope
from agent.verify.words import Word

_STATUS = word_set(
    """
    expected anticipated pending progress candidate candidacy enrolled enrolling studying
    pursuing preparing preparation application applied eligible eligibility lapsed expired exp
    expires inactive revoked suspended withdrawn withdrew deferred discontinued unfinished
    incomplete uncompleted interrupted booked scheduled sitting awaiting waiting provisional
    temporary attended audited auditing coursework course courses module modules workshop exam
    exams examination test abd dropped left nominated nominee finalist shortlisted runner-up
    renewal renew due former formerly previously ongoing current learning trainee learner
    student beginner beginners introductory intro credits erwartet voraussichtlich abgebrochen
    laufend abgelaufen angemeldet cours inachevé expiré curso terminar caducado vencido lopend
    afgebroken afgerond verlopen primer premier erstes first year unlicensed planned goal
    aiming hope hopes toward towards
    """
)
# Said of a credential that is held, and no status of it.
_HELD = word_set(
    """
    first year current left due test course courses student exam module modules
    """
)


_NOT = word_set("not never didn't didnt yet without")
_FINISHED = word_set("finish finished complete completed done pass passed taken awarded finishing")


class Standing(NamedTuple):
    """One credential of a line with its status."""

    names: frozenset[str]
    """Stems of the words that name it."""
    status: str


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Credentials whose status the rewrite leaves out."""
    words = claim.reading.words
    if any(word.norm in _STATUS or word.norm in ("not", "no") for word in words):
        return []
    findings = []
    firm: frozenset[str] | None = None
    for line in scope.lines:
        if line.kind in ("heading", "section"):
            continue
        for standing in standings(line.reading.text, _formal(line, scope)):
            if firm is None:
                firm = _firm(
                    tuple(line.reading.text for line in scope.lines if line.kind != "section")
                )
            places = [
                index
                for index, word in enumerate(words)
                if word.known.stem in standing.names - firm
            ]
            if not places:
                continue
            start, end = words[places[0]].start, words[places[-1]].end
            findings.append(
                finding(
                    "credential",
                    "hard",
                    "critical",
                    start,
                    end,
                    f"The evidence adds {standing.status!r} to this: {quoted(line)}.",
                    (line,),
                )
            )
    return findings


@lru_cache(maxsize=16384)
def standings(text: str, formal: bool) -> tuple[Standing, ...]:
    """The credentials of a line that carry a status.

    Args:
        text: the line.
        formal: whether it stands under education or certifications, where any name counts.
    """
    found = []
    for piece in _pieces(text):
        words = read(piece).words
        status = [
            word
            for index, word in enumerate(words)
            if word.norm in _STATUS
            or (word.norm == "out" and index and words[index - 1].norm in ("ran", "run", "runs"))
            or (word.norm in _FINISHED and index and words[index - 1].norm in _NOT)
            or (word.norm == "longer" and index and words[index - 1].norm == "no")
        ]
        if not status or (all(word.norm in _HELD for word in status) and not formal):
            continue
        names = frozenset(
            word.known.stem for word in words if word.norm not in _STATUS and _names(word, formal)
        )
        if names and (
            formal or any("credential" in word.known.marks for word in words) or _listed(piece)
        ):
            found.append(Standing(names, status[0].text))
    return tuple(found)


def _listed(piece: str) -> bool:
    return any(hit.category in ("certification", "degree") for hit in read(piece).terms)


def _names(word: Word, formal: bool) -> bool:
    if word.numeric or word.known.kind == "function":
        return False
    return (
        "credential" in word.known.marks or word.name or (formal and word.known.kind == "content")
    )


def _pieces(text: str) -> list[str]:
    """The stretches within which a status and a credential belong together."""
    found: list[str] = []
    for sentence in re.split(r";|\. |\||\n", fold(text)):
        parts = re.split(r",(?![^(]*\))", sentence)
        for index, part in enumerate(parts):
            words = {word.strip("():.").lower() for word in part.split()}
            alone = not any(word[:1].isupper() for word in part.split())
            if index and alone and words & _STATUS:
                found[-1] += "," + part  # ', expired 2022'
            else:
                found.append(part)
    return found


def _formal(line: Line, scope: Scope) -> bool:
    return (
        scope.section is not None
        and scope.section.kind in ("education", "certifications")
        and (line.kind in ("own", "entry"))
    )


@lru_cache(maxsize=256)
def _firm(texts: tuple[str, ...]) -> frozenset[str]:
    """Stems that the lines name in some piece without a status."""
    found: set[str] = set()
    for text in texts:
        for piece in _pieces(text):
            words = read(piece).words
            if not any(word.norm in _STATUS for word in words):
                found.update(word.known.stem for word in words)
    return frozenset(found)
