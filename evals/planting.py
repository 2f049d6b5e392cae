"""A bullet told otherwise: through each honest transform, and with one lie of each type planted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from agent.language.lexicon import aliases, find_terms

_DIGITS = "zero one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905


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
