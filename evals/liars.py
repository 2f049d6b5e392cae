"""Five solvers that must lose: what a metric that can be fooled would reward.

Each is the strategy of a real tool or a real temptation: fill the page with keywords, paste the
posting, write what nothing supports, or blow up what is there. The first three write in place of
the person's lines. SC_safe puts a line with a finding back as it was, or leaves it out where it
replaced another, so these lose what they displaced. `inflate` blows up titles and dates too: its
document is no longer that person's and earns nothing. `inflate_lines` leaves the headings alone
and displaces nothing: each of its lines goes back, and by the metric's definition it has exactly
the untouched resume's score, never more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.language import terms
from agent.language.dates import find_dates
from agent.models import Bullet, Entry, Requirement, Resume
from evals.cases import Case
from evals.gold import original

_BULLET = re.compile(r"^\s*[-*•–·]\s+(.*)$")
_NUMBER = re.compile(r"(?<![\w.])(?!(?:19|20)\d\d\b)(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w-])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LOWLY = re.compile(r"^(?:assistant|associate|junior|trainee|deputy|acting)\s+", re.IGNORECASE)
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
    """Every term of the posting as the only line of each role, of the summary and of each list."""
    words = ", ".join(
        dict.fromkeys(term for r in case.requirements for way in r.any_of for term in way)
    )
    resume = original(case)
    for entry in resume.entries():
        resume = _instead(resume, entry.bullets, [f"Expert in {words}"])
    return resume


def copy_posting(case: Case) -> Resume:
    """The posting's own lines as if they were the person's, in place of all that was."""
    lines = [found[1] for line in case.posting.split("\n") if (found := _BULLET.match(line))]
    lines = lines or [line for line in case.posting.split("\n") if len(line.split()) > 5]
    resume = original(case)
    return _instead(resume, tuple(resume.bullets()), lines)


def inflate(case: Case) -> Resume:
    """Every role larger than life: its title a step up, its dates two years longer, its lines as in
    `inflate_lines`."""
    resume = inflate_lines(case)
    roles = {entry.id for entry in _roles(resume)}
    sections = tuple(
        section.model_copy(
            update={"entries": tuple(_raised(e) if e.id in roles else e for e in section.entries)}
        )
        for section in resume.sections
    )
    return resume.model_copy(update={"sections": sections})


def _raised(entry: Entry) -> Entry:
    """The entry with a higher title and an earlier start, in its heading as in its parts."""
    title = entry.title or entry.heading
    higher = f"Senior {_LOWLY.sub('', title)}"
    heading = entry.heading.replace(title, higher, 1)
    dates = entry.dates
    if dates is not None:
        text = _YEAR.sub(lambda found: str(int(found[0]) - 2), dates.text, count=1)
        heading = heading.replace(dates.text, text)
        dates = next((read for _, read in find_dates(text)), dates)
    return entry.model_copy(
        update={"heading": heading, "title": entry.title and higher, "dates": dates}
    )


def inflate_lines(case: Case) -> Resume:
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
    """Knows by gold what is asked and nothing supports, and writes the roles from exactly that.

    `solvers.oracle` is its counterpart: it words what is asked from the lines that support it.
    """
    resume = original(case)
    backed = {gold.requirement_id for gold in case.support if gold.support != "none"}
    asked = [" and ".join(r.any_of[0]) for r in case.requirements if r.id not in backed]
    bullets = [bullet for entry in _roles(resume) for bullet in entry.bullets]
    return _instead(resume, bullets, [f"Delivered results in {claim}" for claim in asked])


def _instead(resume: Resume, bullets: Sequence[Bullet], lines: Sequence[str]) -> Resume:
    """The resume with `lines` in place of `bullets`, as far as there is room; the rest is gone."""
    texts = {bullet.id: line for bullet, line in zip(bullets, lines, strict=False)}
    gone = {bullet.id for bullet in bullets[len(lines) :]}

    def without(entry: Entry) -> Entry:
        kept = tuple(bullet for bullet in entry.bullets if bullet.id not in gone)
        return entry.model_copy(update={"bullets": kept})

    sections = tuple(
        section.model_copy(update={"entries": tuple(without(entry) for entry in section.entries)})
        for section in resume.with_texts(texts).sections
    )
    return resume.model_copy(update={"sections": sections})


def _roles(resume: Resume) -> list[Entry]:
    roles = [
        entry
        for section in resume.sections
        if section.kind in ("experience", "projects", "volunteering", "other")
        for entry in section.entries
    ]
    return roles or list(resume.entries())
