"""The report: one self-contained HTML page that shows what changed and what vouches for it.

Everything from the resume and the posting is escaped by the template engine; the page loads
nothing from anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from agent.diff import word_diff
from agent.models import Change, Entry, Evidence, Fact, Ratio, Requirement, Resume

if TYPE_CHECKING:
    from jinja2 import Environment, Template

    from agent.result import Tailored

SUPPORT_WORDS = {
    "explicit": "said in the resume",
    "alias": "said by another name",
    "specific": "shown by something more specific",
    "implied": "shown in other words",
    "partial": "shown in part",
    "none": "gap",
}

KINDS = ("must", "preferred", "responsibility")
MISSING = ("none", "partial")


def render_report(result: Tailored) -> str:
    """The report of one run as an HTML document."""
    return template("report.html.j2").render(
        result=result,
        rows=requirement_rows(result),
        applied=[change_card(result, change) for change in result.applied],
        refused=[change_card(result, change) for change in result.refused],
        headings={e.id: entry_name(e) for e in result.resume.entries()},
        percent=percent,
    )


def requirement_rows(result: Tailored) -> list[dict[str, Any]]:
    """One row a requirement: what is asked, what supports it, whether its words are found. Musts
    first, and of each kind first what is missing."""
    before, after = set(result.score.before.matched), set(result.score.after.matched)
    rows = [
        {
            "requirement": requirement,
            "terms": alternatives(requirement),
            "support": SUPPORT_WORDS[found.support],
            "level": found.support,
            "lines": _lines(result, found.evidence),
            "note": found.note,
            "before": requirement.id in before,
            "after": requirement.id in after,
        }
        for requirement, found in zip(result.requirements, result.matches, strict=True)
    ]
    return sorted(
        rows,
        key=lambda row: (KINDS.index(row["requirement"].kind), row["level"] not in MISSING),
    )


def change_card(result: Tailored, change: Change) -> dict[str, Any]:
    """One change with what a reader needs beside it: its place, its difference, its support."""
    quotes = {requirement.id: requirement.quote for requirement in result.requirements}
    return {
        "change": change,
        "where": entry_name(result.resume.entry_of(change.bullet_id))
        or result.resume.section_of(change.bullet_id).heading,
        "pieces": word_diff(change.before, change.after),
        "serves": [quotes[id] for id in change.requirement_ids if id in quotes],
        "lines": _lines(result, change.evidence),
    }


def _lines(result: Tailored, evidence: Sequence[Evidence]) -> list[str]:
    """The lines that evidence is quoted from, each once."""
    return list(dict.fromkeys(source_line(result.resume, e, result.facts) for e in evidence))


def entry_name(entry: Entry) -> str:
    """What to call an entry: its title and employer, else its heading's first line; '' for none."""
    named = ", ".join(part for part in (entry.title, entry.employer) if part)
    return named or " ".join(entry.heading.split("\n")[0].split())


def percent(ratio: Ratio) -> str:
    """A share for people: '72 %', or a dash with nothing to count."""
    return "–" if ratio.value is None else f"{100 * ratio.value:.0f} %"


def alternatives(requirement: Requirement) -> str:
    """The either/or of a requirement in words: 'Rust, or Elixir, or Python'."""
    words = ", or ".join(" + ".join(terms) for terms in requirement.any_of)
    return words + (", or similar" if requirement.open else "")


def source_line(resume: Resume, evidence: Evidence, facts: Sequence[Fact] = ()) -> str:
    """The full line that a piece of evidence is quoted from."""
    for bullet in resume.bullets():
        if bullet.id == evidence.source_id:
            return bullet.text
    for fact in facts:
        if fact.id == evidence.source_id:
            return f"{fact.text} (you said so on {fact.stated_on})"
    for entry in resume.entries():
        if entry.id == evidence.source_id:
            return entry.heading.replace("\n", ", ")
    return evidence.quote


def template(name: str) -> Template:
    """A template of this package, with everything that is put into it escaped."""
    return _environment().get_template(name)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("agent", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
