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
from collections.abc import Callable, Iterable
from random import Random
from typing import Any

from agent.language.dates import find_dates
from agent.models import Bullet, Dates, Entry, Resume, Section, SectionKind, Verdict
from agent.verify import checks, verify
from evals import shared
from evals.planting import honest_versions, planted
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
