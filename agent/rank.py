"""One resume against many postings, and many resumes against one posting.

Streams: one posting is in memory at a time, so a hundred thousand take no more than one. Ranking
resumes is for an adviser: it orders and explains, it rejects nobody, and it sees no name, age,
gender, nationality or gap in employment.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from agent.errors import AgentError
from agent.gaps import knocks_out as knocks_out
from agent.match import match_one
from agent.match.index import MatchIndex, prepare
from agent.match.terms import worded
from agent.models import Fact, Frozen, Posting, Ratio, Requirement, Resume
from agent.posting import read_posting
from agent.requirements import extract_requirements
from agent.score import share, supports


class Named(NamedTuple):
    """A posting with the id its result carries."""

    id: str
    posting: Posting | str | bytes | Path


PostingLike = Posting | str | Path | Named


class Ranked(Frozen):
    """How one posting and one resume fit."""

    id: str
    """The posting's (or resume's) file name, or its place in the stream: 'posting 17'."""
    label: str
    """Title and company where stated, else the first line."""
    ceiling: Ratio
    """Weighted share of requirements that the resume supports: as far as honesty goes."""
    supportable: Ratio
    """Of those, the share whose words stand in the resume as it is now."""
    musts: Ratio
    """Musts supported over musts."""
    gaps: tuple[str, ...] = ()
    """Quotes of the must and preferred requirements that nothing supports."""
    knock_outs: tuple[str, ...] = ()
    """Quotes of unsupported musts that no rewording helps: licences, degrees, languages, years."""
    explanation: str = ""
    """One line for the person."""
    error: str = ""
    """Why it could not be read; then nothing is scored."""


def rank(
    resume: Resume,
    postings: Iterable[PostingLike],
    *,
    facts: Iterable[Fact] = (),
    skip: Collection[str] = (),
    today: date | None = None,
) -> Iterator[Ranked]:
    """Score postings one by one, in the order given.

    Args:
        resume: the person's own history.
        postings: read postings, texts or paths, named or not; a generator is fine.
        facts: the person's dated statements.
        skip: ids already done (see `done_ids`), for going on after an interruption.
        today: the day that 'Present' means.

    Yields:
        One result for each posting not skipped; one that can't be read carries its error.
    """
    index = prepare(resume, tuple(facts), today=today)
    for number, given in enumerate(postings, start=1):
        id, posting = given if isinstance(given, Named) else (_id(given, number), given)
        if id in skip:
            continue
        try:
            read = posting if isinstance(posting, Posting) else read_posting(posting)
            requirements = list(extract_requirements(read))
        except AgentError as error:
            yield failed(id, error)
            continue
        yield fit(id, label_of(read, id), requirements, index)


def _id(posting: Posting | str | Path, number: int) -> str:
    return posting.name if isinstance(posting, Path) else f"posting {number}"


def failed(id: str, error: AgentError) -> Ranked:
    """The result for what can't be read."""
    nothing = Ratio(value=None, reason=str(error))
    return Ranked(
        id=id, label=id, ceiling=nothing, supportable=nothing, musts=nothing, error=str(error)
    )


def fit(id: str, label: str, requirements: list[Requirement], index: MatchIndex) -> Ranked:
    """How a prepared resume fits a posting's requirements."""
    pairs = [
        (requirement, match_one(requirement, index, cite=False)) for requirement in requirements
    ]
    held = {match.requirement_id for _, match in pairs if supports(match)}
    credit = dict.fromkeys(held, 1.0)
    shown = {
        requirement.id: float(says(requirement, index))
        for requirement in requirements
        if requirement.id in held
    }
    musts = [requirement for requirement in requirements if requirement.kind == "must"]
    lacking = [
        requirement
        for requirement, match in pairs
        if match.support == "none" and requirement.kind != "responsibility"
    ]
    ruled_out = [
        requirement
        for requirement, match in pairs
        if requirement.kind == "must" and knocks_out(requirement, match)
    ]
    ceiling = share(requirements, credit, "The posting has no requirement.")
    supported_musts = share(musts, credit, "The posting has no must.")
    return Ranked(
        id=id,
        label=label,
        ceiling=ceiling,
        supportable=share(
            [requirement for requirement in requirements if requirement.id in held],
            shown,
            "The resume supports no requirement.",
        ),
        musts=supported_musts,
        gaps=tuple(requirement.quote for requirement in lacking),
        knock_outs=tuple(requirement.quote for requirement in ruled_out),
        explanation=_explain(supported_musts, lacking, ruled_out),
    )


def says(requirement: Requirement, index: MatchIndex) -> bool:
    """Whether the resume asserts enough of the alternatives in their own or equivalent words."""
    whole = sum(all(worded(term, index) for term in way) for way in requirement.any_of if way)
    return whole >= max(1, requirement.at_least)


def _explain(musts: Ratio, lacking: list[Requirement], ruled_out: list[Requirement]) -> str:
    if ruled_out:
        return f"Check first: {_short(ruled_out[0].quote)}" + _more(len(ruled_out) - 1)
    if musts.value is None:
        return "The posting names no must."
    said = f"Supports {musts.value:.0%} of the musts"
    return (
        f"{said}; not shown: {_short(lacking[0].quote)}" + _more(len(lacking) - 1)
        if lacking
        else said
    )


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= 70 else words[:69].rsplit(" ", 1)[0] + "…"


def _more(count: int) -> str:
    return f" (and {count} more)" if count > 0 else ""


def label_of(posting: Posting, id: str) -> str:
    """Title and company where the posting states them, else its first line."""
    stated = [one.value for one in (posting.title, posting.company) if one]
    if stated:
        return " — ".join(stated)
    return next((line.strip()[:80] for line in posting.text.splitlines() if line.strip()), id)


def rank_resumes(
    posting: Posting, resumes: Iterable[tuple[str, Resume]], *, today: date | None = None
) -> Iterator[Ranked]:
    """Score many resumes against one posting, in the order given, for an adviser.

    Nobody is rejected, and nothing about the person but their work, education and skills is used:
    names, contacts, ages, gender, nationality and gaps between jobs change no score.

    Args:
        posting: read once.
        resumes: pairs of an id and a resume; a generator is fine.
        today: the day that 'Present' means.
    """
    requirements = list(extract_requirements(posting))
    for id, resume in resumes:
        yield fit(id, id, requirements, prepare(resume, today=today))
