"""Measure verification on the development sets: `python -m evals.measure_verify [--ablation]`.

Prints, per type and with Wilson intervals: recall and false positives on minimal pairs of invention;
on general English rewrites; on real bullets under honest transforms and with one planted lie each;
and verified rewrites a second. The sets are read from `../shared/data`; an absent one is skipped
with a line that says so.
"""  # noqa: E501

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from random import Random
from typing import Any

from agent.language.dates import find_dates
from agent.language.lexicon import aliases, find_terms
from agent.models import Bullet, Dates, Entry, Resume, Section, SectionKind, Verdict
from agent.verify import checks, verify
from evals import shared
from evals.stats import rate

_KINDS: dict[str, SectionKind] = {
    "summary": "summary",
    "skills": "skills",
    "education": "education",
    "training": "education",
    "certifications": "certifications",
    "projects": "projects",
}


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a set, or none with a line that says why."""
    path = shared.DATA / name
    if not path.exists():
        print(f"skipped: {path} is not there")
        return []
    return shared.records(path)


def resume_of(lines: Iterable[str]) -> Resume:
    """A resume from '# Title, Employer (dates)', '- bullet' and 'Skills: ...' lines."""
    sections: list[Section] = []
    for line in lines:
        number = len(sections) + 1
        if line.startswith("# "):
            match = re.match(r"([^,(]*)(?:, ([^(]*))?(?: ?\(([^()]*)\))?", line[2:])
            title, employer, when = match.groups() if match else (line[2:], None, None)
            found = find_dates(when or "")
            dates = (found[0][1] if found else Dates(text=when)) if when else None
            entry = Entry(
                id=f"e{number}",
                heading=line[2:],
                title=title.strip(),
                employer=employer.strip() if employer else None,
                dates=dates,
            )
            sections.append(Section(id=f"s{number}", kind="experience", entries=(entry,)))
            continue
        if line.startswith("- "):
            section = sections.pop()
            entry = section.entries[0]
            text, name, kind = line[2:], section.heading, section.kind
            number -= 1
        else:
            name, _, text = line.partition(": ")
            kind = _KINDS.get(name.lower(), "other")
            entry = Entry(id=f"e{number}")
        bullet = Bullet(id=f"e{number}b{len(entry.bullets) + 1}", text=text)
        entry = entry.model_copy(update={"bullets": (*entry.bullets, bullet)})
        sections.append(Section(id=f"s{number}", kind=kind, heading=name, entries=(entry,)))
    return Resume(sections=tuple(sections))


def target_of(resume: Resume, target: str, rewrite: str) -> str:
    """The line of the target entry that is closest to the rewrite, or the target section."""
    words = set(rewrite.lower().split())
    for section in resume.sections:
        for entry in section.entries:
            if target.removeprefix("# ") == entry.heading or section.heading == target:
                return max(entry.bullets, key=lambda b: len(words & set(b.text.lower().split()))).id
    return target.lower()


# --- (a) minimal pairs ----------------------------------------------------------------------------


def invention(show: bool) -> tuple[int, int, int, int]:
    """Caught lies, lies, flagged honest rewrites, honest rewrites."""
    caught, lies, flagged, honest = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    critical = Counter[bool]()
    for row in rows("invention.jsonl"):
        resume = resume_of(row["source"])
        place = target_of(resume, row["target"], row["rewrite"])
        verdict = verify(row["rewrite"], resume=resume, bullet_id=place)
        kind = row["type"]
        if row["label"] == "faithful":
            honest[kind] += 1
            flagged[kind] += not verdict.supported
        else:
            lies[kind] += 1
            caught[kind] += not verdict.supported
            if row["severity"] == "critical":
                critical[not verdict.supported] += 1
    if show:
        print("\n== invention.jsonl: recall by type")
        for kind in sorted(lies):
            print(f"  {kind:28} {rate(caught[kind], lies[kind])}")
        print("   false positives by type")
        for kind in sorted(honest):
            print(f"  {kind:28} {rate(flagged[kind], honest[kind])}")
        print(f"  recall {rate(caught.total(), lies.total())}")
        print(f"  false positives {rate(flagged.total(), honest.total())}")
        print(f"  critical caught {rate(critical[True], critical.total())}")
    return caught.total(), lies.total(), flagged.total(), honest.total()


# --- (b) general English --------------------------------------------------------------------------


def general(show: bool) -> None:
    """Hard tier and both tiers on sentences that are no resumes."""
    hard, both, total = Counter[bool](), Counter[bool](), Counter[bool]()
    by_error: Counter[str] = Counter()
    errors: Counter[str] = Counter()
    for row in rows("rewrite_pairs.jsonl"):
        resume = resume_of(["# Writer, Paper", "- " + row["source"].replace("\n", " ")])
        verdict = verify(row["rewrite"], resume=resume, bullet_id="e1b1")
        honest = bool(row["supported"])
        total[honest] += 1
        hard[honest] += bool(verdict.hard)
        both[honest] += not verdict.supported
        if not honest:
            for error in row["error_types"]:
                errors[error] += 1
                by_error[error] += not verdict.supported
    if show and total:
        print("\n== rewrite_pairs.jsonl")
        for name, found in (("hard", hard), ("hard+soft", both)):
            recall = found[False] / total[False]
            false = found[True] / total[True]
            print(f"  {name}: recall {rate(found[False], total[False])}")
            print(f"  {name}: false positives {rate(found[True], total[True])}")
            print(f"  {name}: balanced accuracy {(recall + 1 - false) / 2:.3f}")
        for error in sorted(errors):
            print(f"  {error:40} {rate(by_error[error], errors[error])}")


# --- (c) real bullets -----------------------------------------------------------------------------

_SKILLS = "Kubernetes, Blender, Tableau, SolidWorks, Hootsuite, Epic, QuickBooks, Figma"
_OTHER = "Negotiated leases with twelve landlords and balanced a $90,000 grant ledger"
_DIGITS = "zero one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905


def real_bullets(count: int) -> list[tuple[Resume, str, str]]:
    """(resume, id, text) for bullets of real resumes, each with three neighbours of its document."""  # noqa: E501
    random = Random(7)
    chosen = []
    documents = rows("resumes_livecareer.jsonl")
    random.shuffle(documents)
    for document in documents:
        lines = [
            line.strip(" \u200b\t")
            for line in document["text"].split("\n")
            if 45 < len(line) < 230
            and re.match(r"[A-Z][a-z]+(?:ed|ing|s|e|t|n)? [a-z]", line.strip())
        ]
        lines = [line for line in lines if not re.search(r"Company Name|City|\[|\d{4}", line)]
        for line in random.sample(lines, min(2, len(lines))):
            others = [other for other in lines if other != line][:3]
            resume = resume_of(
                [
                    "# Specialist, Northwick Group (Mar 2015 – Mar 2018)",
                    "- " + line,
                    *("- " + other for other in others),
                    "# Clerk, Vale House (2010 – 2014)",
                    "- " + _OTHER,
                    "Skills: " + _SKILLS,
                ]
            )
            chosen.append((resume, "e1b1", line))
    return chosen[:count]


def honest_versions(text: str) -> Iterator[tuple[str, str]]:
    """(transform, rewrite) for each legitimate transform that applies to this bullet."""
    yield "identity", text + " "
    plain = text.rstrip(". ")
    yield "full stop", plain
    digits = re.sub(r"(?<![\w.,$-])([2-9]|1[0-2])(?![\w.,%/-])", lambda m: _DIGITS[int(m[1])], text)
    if digits != text:
        yield "number words", digits
    short = re.sub(r"\b(\d{1,3}),000\b", r"\1K", text)
    if short != text:
        yield "thousands", short
    percent = re.sub(r"(\d)%", r"\1 percent", text)
    if percent != text:
        yield "percent", percent
    for hit in find_terms(text):
        written = text[hit.span.start : hit.span.end]
        for name in sorted(aliases(hit.term))[:2]:
            if name.lower() != written.lower():
                yield "alias", text[: hit.span.start] + name + text[hit.span.end :]
                break
    halves = re.match(r"(\w+) ([\w -]+) and ([\w -]+)$", plain)
    if halves and not re.match(r"\w+(?:ed|ing)\b", halves[3]):
        yield "reorder", f"{halves[1]} {halves[3]} and {halves[2]}"
    if ", " in plain:
        yield "detail drop", plain.rsplit(", ", 1)[0]
        yield "case", plain[0].upper() + plain[1:].lower()
    dropped = re.sub(r" \([^()]*\)", "", plain)
    if dropped != plain:
        yield "parenthesis drop", dropped
    first, _, rest = plain.partition(" ")
    if first.endswith("ed") and rest:
        yield "gerund", f"Responsible for {_gerund(first)} {rest}"
    for old, new in _SAME:
        if first == old:
            yield "synonym", f"{new} {rest}"
    yield "unicode", text.replace("'", "’").replace(" - ", " – ").replace(" and ", " and ")
    yield "ampersand", plain.replace(" and ", " & ")


_SAME = (
    ("Managed", "Oversaw"),
    ("Created", "Developed"),
    ("Developed", "Created"),
    ("Assisted", "Helped"),
    ("Maintained", "Kept"),
    ("Provided", "Delivered"),
    ("Prepared", "Produced"),
    ("Performed", "Carried out"),
    ("Conducted", "Performed"),
    ("Reviewed", "Examined"),
    ("Led", "Headed"),
    ("Trained", "Coached"),
    ("Responsible", "In charge"),
    ("Designed", "Devised"),
    ("Implemented", "Introduced"),
    ("Wrote", "Authored"),
    ("Coordinated", "Arranged"),
    ("Handled", "Dealt with"),
    ("Ensured", "Made sure of"),
    ("Monitored", "Tracked"),
    ("Utilized", "Used"),
    ("Supervised", "Oversaw"),
    ("Worked", "Collaborated"),
)


def _gerund(verb: str) -> str:
    root = verb.lower().removesuffix("ed")
    return root + "ing" if root[-1] != "i" else root[:-1] + "ying"


def planted(text: str, random: Random) -> Iterator[tuple[str, str, str]]:
    """(type, original bullet, rewrite with one lie) for each type that can be planted here."""
    plain = text.rstrip(". ")
    low = plain[0].lower() + plain[1:]
    first, _, rest = plain.partition(" ")
    yield (
        "invented_skill",
        text,
        plain
        + random.choice(
            (
                " using Terraform",
                " with AutoCAD",
                " in Salesforce",
                " and phlebotomy",
                " using mass spectrometry",
            )
        ),
    )
    number = re.search(r"(?<![\w.,])(\d+)(?![\w,.]|st|nd|rd|th)", plain)
    if number and int(number[1]) > 1:
        yield (
            "inflated_number",
            text,
            plain[: number.start()] + str(int(number[1]) * 3) + plain[number.end() :],
        )
    yield (
        "added_metric",
        text,
        plain
        + random.choice(
            (", increasing revenue by 35%", " for 140 clients", ", saving $20,000", " (25% faster)")
        ),
    )
    yield (
        "invented_outcome",
        text,
        plain
        + random.choice(
            (
                ", resulting in record customer retention",
                ", eliminating backlogs",
                ", which boosted morale",
                ", driving sustained growth",
                ", earning praise from leadership",
            )
        ),
    )
    if first not in (
        "Led",
        "Managed",
        "Directed",
        "Supervised",
        "Oversaw",
        "Lead",
        "Manage",
        "Supervise",
        "Direct",
        "Headed",
        "Manages",
    ) and first.endswith("ed"):
        yield (
            "role_inflation",
            text,
            random.choice(("Led", "Directed", "Headed", "Spearheaded")) + " " + rest,
        )
    yield (
        "promoted_title",
        text,
        random.choice(
            ("Senior Director: ", "Vice President: ", "Chief Engineer: ", "Head of Operations: ")
        )
        + low,
    )
    yield (
        "invented_credential",
        text,
        random.choice(("PMP-certified; ", "Licensed CPA; ", "Board-certified; ", "MBA graduate; "))
        + low,
    )
    yield (
        "invented_client",
        text,
        plain
        + random.choice(
            (
                " for Microsoft",
                " at Goldman Sachs",
                " for clients such as Nestle",
                " for the City of Boston",
            )
        ),
    )
    yield (
        "domain_shift",
        text,
        plain
        + random.choice(
            (
                " in the aerospace sector",
                " for pediatric oncology",
                " within investment banking",
                " for semiconductor fabs",
            )
        ),
    )
    yield (
        "scope_inflation",
        text,
        plain
        + random.choice(
            (" across the entire company", " worldwide", " for all departments", " nationwide")
        ),
    )
    yield (
        "exclusivity",
        text,
        random.choice(
            ("Single-handedly ", "Was the sole person who ", "As the first ever to do so, ")
        )
        + low,
    )
    yield "proficiency", text, "Expert who " + low
    yield "tenure", text, plain + random.choice((" for 12 years", " for over nine years"))
    yield "date", text, plain + random.choice((" (2008 – 2018)", " from Jan 2012 to Present"))
    yield (
        "skill_list",
        text,
        plain + random.choice((" with Kubernetes", " in Tableau", " using SolidWorks", " in Epic")),
    )
    yield (
        "cross_role",
        text,
        plain
        + random.choice(
            (" and negotiated leases with twelve landlords", " and balanced a $90,000 grant ledger")
        ),
    )
    yield (
        "frequency",
        text,
        plain + random.choice((" every single hour", " around the clock, always")),
    )
    if first.endswith("ed"):
        yield "negation_drop", f"Never {low}", plain
        yield "qualifier_drop", f"Occasionally {low}", plain
        yield (
            "aspiration",
            f"Proposed and planned, pending approval: {_gerund(first)} {rest}",
            plain,
        )
    yield "modality", f"{plain}; expected to cut costs by 20%", plain + "; cut costs by 20%"
    yield "unit_change", f"{plain}, 40 cases per week", plain + ", 40 cases per day"
    yield (
        "direction",
        f"{plain}, raising throughput from 40 to 50 units",
        plain + ", lowering throughput from 50 to 40 units",
    )
    yield (
        "number_swap",
        f"{plain} for 3 managers and 45 clerks",
        plain + " for 45 managers and 3 clerks",
    )
    yield "quantifier", f"{plain} for some branches", plain + " for all branches"


def real(show: bool, detail: bool = False) -> tuple[int, int, int, int]:
    """Caught plants, plants, flagged honest versions, honest versions."""
    caught, plants, flagged, honest = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    random = Random(11)
    for resume, place, text in real_bullets(200):
        for kind, rewrite in honest_versions(text):
            verdict = verify(rewrite, resume=resume, bullet_id=place)
            honest[kind] += 1
            flagged[kind] += not verdict.supported
            if detail and not verdict.supported:
                print("FLAGGED", kind, "|", text, "|", rewrite, "|", _said(verdict, rewrite))
        for kind, original, rewrite in planted(text, random):
            changed = resume if original == text else resume.with_texts({place: original})
            verdict = verify(rewrite, resume=changed, bullet_id=place)
            plants[kind] += 1
            caught[kind] += not verdict.supported
            if detail and verdict.supported:
                print("MISSED", kind, "|", original, "|", rewrite)
    if show and plants:
        print("\n== real bullets: false positives by honest transform")
        for kind in sorted(honest):
            print(f"  {kind:20} {rate(flagged[kind], honest[kind])}")
        print("   recall by planted lie")
        for kind in sorted(plants):
            print(f"  {kind:20} {rate(caught[kind], plants[kind])}")
        print(f"  false positives {rate(flagged.total(), honest.total())}")
        print(f"  recall {rate(caught.total(), plants.total())}")
    return caught.total(), plants.total(), flagged.total(), honest.total()


def _said(verdict: Verdict, text: str) -> list[str]:
    return [f"{f.type}/{f.tier}: {text[f.span.start : f.span.end]}" for f in verdict.findings]


# --- speed and ablation ---------------------------------------------------------------------------


def speed() -> None:
    """Rewrites verified a second, scopes prepared, texts never seen before."""
    tasks: list[tuple[Resume, str, str]] = []
    random = Random(3)
    for resume, place, text in real_bullets(120):
        verify(text, resume=resume, bullet_id=place)
        tasks.extend((resume, place, rewrite) for _, _, rewrite in planted(text, random))
        tasks.extend((resume, place, rewrite) for _, rewrite in honest_versions(text))
    if tasks:
        began = time.process_time()
        for resume, place, rewrite in tasks:
            verify(rewrite, resume=resume, bullet_id=place)
        print(f"\n== speed: {len(tasks) / (time.process_time() - began):.0f} rewrites a second")


def ablation() -> None:
    """What is lost when one check is off."""
    print("\n== ablation: recall and false positives without one check")
    everything: tuple[Callable[..., Any], ...] = checks.CHECKS
    for off in (None, *everything):
        checks.CHECKS = tuple(check for check in everything if check is not off)
        name = off.__module__.rpartition(".")[2] if off else "(none off)"
        caught, lies, flagged, honest = invention(False)
        more = real(False)
        print(
            f"  {name:12} pairs {caught}/{lies}, {flagged}/{honest}; real {more[0]}/{more[1]}, {more[2]}/{more[3]}"  # noqa: E501
        )
    checks.CHECKS = everything


def main() -> None:
    """Run all measures; with --ablation also each check off in turn."""
    invention(True)
    general(True)
    real(True, detail="--detail" in sys.argv)
    speed()
    if "--ablation" in sys.argv:
        ablation()


if __name__ == "__main__":
    main()
