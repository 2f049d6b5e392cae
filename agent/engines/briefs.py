"""One brief per entry: what an engine is told before it proposes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agent.engines.base import Brief
from agent.language import terms
from agent.models import Entry, Fact, Match, Requirement, Resume, SectionKind

_REWRITABLE = frozenset(
    {"summary", "experience", "projects", "volunteering", "skills", "certifications"}
)
_ENOUGH = 2


def brief_entries(
    resume: Resume,
    requirements: Sequence[Requirement],
    matches: Sequence[Match],
    facts: Sequence[Fact] = (),
) -> list[Brief]:
    """One brief for each entry that may be rewritten, with the requirements its lines support.

    The summary and the Skills list are given every supported requirement, because the whole
    resume may speak there, and the terms that other lines prove.
    """
    supported = [
        (requirement, found)
        for requirement, found in zip(requirements, matches, strict=True)
        if found.support != "none"
    ]
    proven = tuple(dict.fromkeys(_proven(resume, [found for _, found in supported])))
    repeated = _repeated(resume, requirements)
    employers = tuple(dict.fromkeys(e.employer for e in resume.entries() if e.employer))
    briefs = []
    for section in resume.sections:
        if section.kind not in _REWRITABLE:
            continue
        whole = section.kind in ("summary", "skills")
        for entry in section.entries:
            own = {entry.id, *(b.id for b in entry.bullets)}
            own |= {fact.id for fact in facts if fact.entry_id == entry.id}
            relevant = [
                (requirement, found)
                for requirement, found in supported
                if whole or any(e.source_id in own for e in found.evidence)
            ]
            briefs.append(
                Brief(
                    section=section.kind,
                    entry=entry,
                    requirements=tuple(requirement for requirement, _ in relevant),
                    matches=tuple(found for _, found in relevant),
                    facts=tuple(fact for fact in facts if whole or fact.entry_id == entry.id),
                    proven=proven if whole else (),
                    repeated=repeated if whole else (),
                    summary_ids=_line_ids(resume, "summary"),
                    skills_ids=_line_ids(resume, "skills"),
                    skills=_first_skills(resume) if section.kind == "summary" else None,
                    language=resume.language,
                    personal=tuple(filter(None, (resume.name, *resume.contacts))),
                    employers=employers,
                )
            )
    return briefs


def _line_ids(resume: Resume, kind: SectionKind) -> tuple[str, ...]:
    sections = (section for section in resume.sections if section.kind == kind)
    return tuple(b.id for section in sections for e in section.entries for b in e.bullets)


def _first_skills(resume: Resume) -> Entry | None:
    sections = (section for section in resume.sections if section.kind == "skills")
    return next((entry for section in sections for entry in section.entries), None)


def _repeated(resume: Resume, requirements: Sequence[Requirement]) -> tuple[str, ...]:
    """Terms of the posting, and the fields of its degrees, that the resume says twice or more."""
    lines = [text for e in resume.entries() for text in (e.heading, *(b.text for b in e.bullets))]
    whole = "\n".join(lines)
    wanted = dict.fromkeys(
        form
        for requirement in requirements
        for way in requirement.any_of
        for term in way
        for form in ((term, term.split()[-1]) if requirement.category == "education" else (term,))
    )
    found = (term for term in wanted if len(terms.find(term, whole, profile="literal")) >= _ENOUGH)
    return tuple(found)


def _proven(resume: Resume, supported: Iterable[Match]) -> Iterable[str]:
    listed = {
        bullet.id
        for section in resume.sections
        if section.kind == "skills"
        for entry in section.entries
        for bullet in entry.bullets
    }
    for found in supported:
        if found.support in ("explicit", "alias", "specific") and any(
            evidence.source_id not in listed for evidence in found.evidence
        ):
            yield from found.terms
