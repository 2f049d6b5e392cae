"""Four solvers that must lose: what a metric that can be fooled would reward.

Each is the strategy of a real tool or a real temptation: hide keywords, paste the posting, blow up
what is there, or know what is asked for and say it without asking whether it is true.
"""

from __future__ import annotations

import re

from agent.language import terms
from agent.models import Entry, Requirement, Resume
from evals.cases import Case
from evals.gold import original

_BULLET = re.compile(r"^\s*[-*•–·]\s+(.*)$")
_NUMBER = re.compile(r"(?<![\w.])(?!(?:19|20)\d\d\b)(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w-])")
_MODEST = re.compile(
    r"\b(helped|assisted(?: with)?|supported|contributed to|participated in|worked on|involved in"
    r"|ran|handled|maintained|prepared|wrote|built|made|did|used|responsible for)\b",
    re.IGNORECASE,
)


def says(resume: Resume, requirement: Requirement) -> bool:
    """Whether a document says enough of a requirement's alternatives word for word."""
    lines = [bullet.text for bullet in resume.bullets()]
    lines += [entry.heading for entry in resume.entries()]

    def said(term: str) -> bool:
        return any(
            terms.asserted(line, span)
            for line in lines
            for span in terms.find(term, line, profile="literal", language=resume.language)
        )

    ways = sum(all(said(term) for term in way) for way in requirement.any_of)
    return ways >= requirement.at_least


def keyword_dump(case: Case) -> Resume:
    """Every term of the posting, over and over, where the summary, the skills and the last line of
    each role stood."""
    words = ", ".join(
        dict.fromkeys(term for r in case.requirements for way in r.any_of for term in way)
    )
    resume = original(case)
    places = {
        bullet.id
        for section in resume.sections
        if section.kind in ("summary", "skills")
        for entry in section.entries
        for bullet in entry.bullets
    }
    places |= {entry.bullets[-1].id for entry in _roles(resume) if entry.bullets}
    return resume.with_texts(dict.fromkeys(places, f"Expert in {words}. Keywords: {words}"))


def copy_posting(case: Case) -> Resume:
    """The posting's own lines as if they were things done, in place of what was."""
    resume = original(case)
    lines = [found[1] for line in case.posting.split("\n") if (found := _BULLET.match(line))]
    lines = lines or [line for line in case.posting.split("\n") if len(line.split()) > 5]
    texts = {}
    for bullet in (bullet for entry in _roles(resume) for bullet in entry.bullets):
        if not lines:
            break
        texts[bullet.id] = lines.pop(0)
    return resume.with_texts(texts)


def inflate(case: Case) -> Resume:
    """Every line of every role larger than life: numbers, agency and outcome."""
    resume = original(case)
    return resume.with_texts(
        {bullet.id: _inflated(bullet.text) for entry in _roles(resume) for bullet in entry.bullets}
    )


def _inflated(text: str) -> str:
    bigger = _NUMBER.sub(lambda found: _thrice(found[1]), text)
    led = _MODEST.sub("spearheaded", bigger, count=1)
    return f"{led.rstrip('. ')}, company-wide, resulting in a 45% gain in efficiency"


def _thrice(number: str) -> str:
    value = float(number.replace(",", "")) * 3
    return f"{value:,.0f}" if value >= 10 else f"{value:g}"


def oracle_without_evidence(case: Case) -> Resume:
    """Knows what is asked for and words all of it into the roles, true or not."""
    resume = original(case)
    supported = {gold.requirement_id for gold in case.support if gold.lines}
    asked = [r for r in case.requirements if not says(resume, r)]
    asked.sort(key=lambda requirement: requirement.id in supported)
    bullets = [bullet for entry in _roles(resume) for bullet in entry.bullets]
    lies = [r for r in asked if r.id not in supported] or asked
    texts: dict[str, str] = {}
    for i, requirement in enumerate(asked):
        bullet = bullets[i % len(bullets)]
        # A true claim never stands alone: it shares its line with one that is not.
        lie = lies[i % len(lies)]
        words = dict.fromkeys([" and ".join(requirement.any_of[0]), " and ".join(lie.any_of[0])])
        before = texts.get(bullet.id, bullet.text.rstrip(". "))
        texts[bullet.id] = f"{before}, using {' and '.join(words)}"
    return resume.with_texts(texts)


def _roles(resume: Resume) -> list[Entry]:
    roles = [
        entry
        for section in resume.sections
        if section.kind in ("experience", "projects", "volunteering", "other")
        for entry in section.entries
    ]
    return roles or list(resume.entries())
