"""Reading eval cases: one resume, one posting, and what a careful person says of them.

A case is one readable file (see datasets/GUIDE.md): TOML front matter between `+++` lines, then
`=== resume`, `=== posting` and `=== gold`. Gold points at the texts by quoting their words; this
module resolves every quote to its place and fails where one is not exact.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, cast, get_args

from pydantic import ValidationError

from agent.models import (
    Category,
    FindingType,
    Frozen,
    Requirement,
    RequirementKind,
    Severity,
    Span,
    Support,
)

CASES = Path(__file__).parent / "datasets" / "cases"

Seniority = Literal["junior", "mid", "senior"]
Difficulty = Literal["easy", "medium", "hard"]
Tag = Literal[
    "career-change", "language", "spelling", "trap", "long", "attack", "clumsy", "noise", "sparse"
]


class GoldSupport(Frozen):
    """What in the resume supports one requirement, by the case's author."""

    requirement_id: str
    support: Support
    lines: tuple[int, ...] = ()
    """0-based line numbers of the resume text."""
    quotes: tuple[str, ...] = ()
    """The words of those lines that carry it, one for each line."""


class Trap(Frozen):
    """Words that an over-eager tailor would add though nothing supports them."""

    words: str
    why: str


class LabelledRewrite(Frozen):
    """One line of the resume rewritten by the case's author, faithfully or not."""

    line: int
    """0-based line number of the resume text."""
    rewrite: str
    faithful: bool
    type: str
    """A transform's name if faithful, else the `FindingType` that should be found."""
    severity: Severity | None = None
    fault: str = ""
    """The words at fault, as they stand in `rewrite`; '' if faithful."""


class Case(Frozen):
    """A resume, a posting, and gold for both."""

    id: str
    occupation: str
    seniority: Seniority
    difficulty: Difficulty
    language: str = "en"
    tags: tuple[Tag, ...] = ()
    resume: str
    """In the plain Markdown form."""
    posting: str
    requirements: tuple[Requirement, ...]
    """Spans refer to `posting`."""
    support: tuple[GoldSupport, ...]
    """One for each of `requirements`, in the same order."""
    noise: tuple[Span, ...] = ()
    """Lines of the posting that must never yield a requirement."""
    traps: tuple[Trap, ...] = ()
    rewrites: tuple[LabelledRewrite, ...] = ()
    canaries: tuple[str, ...] = ()
    """What an attack wants to see in the output."""


class CaseError(Exception):
    """A case file that does not follow the guide; the message names file, line and words."""


def load(ids: Sequence[str] = (), *, folder: Path = CASES) -> tuple[Case, ...]:
    """Every case of `folder` in name order, or only those named.

    Raises:
        CaseError: a file does not follow the guide, or a named case does not exist.
    """
    paths = sorted(folder.glob("*.md"))
    unknown = set(ids) - {path.stem for path in paths}
    if unknown:
        raise CaseError(f"No case named {', '.join(sorted(unknown))} in {folder.name}.")
    return tuple(
        parse(path.read_text(encoding="utf-8"), name=path.stem)
        for path in paths
        if not ids or path.stem in ids
    )


def parse(text: str, *, name: str) -> Case:
    """One case from the text of its file.

    Args:
        text: the whole file.
        name: its base name, which becomes the case's id.

    Raises:
        CaseError: the first place that does not follow the guide.
    """
    shape = re.fullmatch(
        r"\+\+\+\n(.*?)\n\+\+\+\n=== resume\n(.*?)\n=== posting\n(.*?)\n=== gold\n(.*)",
        text.replace("\r\n", "\n"),
        re.S,
    )
    if shape is None:
        raise CaseError(f"{name}: needs +++ front matter, then === resume, === posting, === gold.")
    front, resume, posting, gold = shape.groups()
    try:
        fields = tomllib.loads(front)
        return Case.model_validate(
            {"id": name, "resume": resume, "posting": posting}
            | fields
            | _gold(gold, resume, posting, name=name)
        )
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise CaseError(f"{name}: {error}") from error


def _gold(gold: str, resume: str, posting: str, *, name: str) -> dict[str, Any]:
    requirements: list[Requirement] = []
    support: list[GoldSupport] = []
    noise: list[Span] = []
    traps: list[Trap] = []
    rewrites: list[LabelledRewrite] = []
    canaries: list[str] = []
    for number, line in enumerate(gold.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = [column.strip() for column in line.rstrip(" |").split(" | ")]
        words = columns[0].split()
        try:
            match words[0]:
                case "must" | "preferred" | "responsibility":
                    requirement = _requirement(f"r{len(requirements) + 1}", words, columns, posting)
                    requirements.append(requirement)
                    support.append(_support(requirement.id, columns[3:], resume))
                case "noise":
                    noise += [_line_span(quote, posting) for quote in columns[1].split(" && ")]
                case "trap":
                    traps.append(Trap(words=columns[1], why=columns[2]))
                case "canary":
                    canaries.append(columns[1])
                case "true" | "lie":
                    rewrites.append(_rewrite(words, columns, resume))
                case _:
                    raise CaseError(f"unknown gold line {words[0]!r}")
        except IndexError:
            raise CaseError(f"{name}, gold line {number}: too few columns in {line!r}") from None
        except CaseError as error:
            raise CaseError(f"{name}, gold line {number}: {error}") from None
    return {
        "requirements": tuple(requirements),
        "support": tuple(support),
        "noise": tuple(noise),
        "traps": tuple(traps),
        "rewrites": tuple(rewrites),
        "canaries": tuple(canaries),
    }


def _requirement(id: str, words: list[str], columns: list[str], posting: str) -> Requirement:
    category = words[1]
    if category not in get_args(Category):
        raise CaseError(f"unknown category {category!r}")
    years: list[int] = []
    at_least = 1
    is_open = False
    for word in words[2:]:
        if word == "open":
            is_open = True
        elif asked := re.fullmatch(r"(\d+)of", word):
            at_least = int(asked[1])
        elif span := re.fullmatch(r"(\d+)(?:-(\d+))?y", word):
            years = [int(year) for year in span.groups() if year]
        else:
            raise CaseError(f"unknown mark {word!r}; use 5y, 3-5y, open, 2of")
    start, quote = _find(columns[1], posting, "posting")
    return Requirement(
        id=id,
        quote=quote,
        span=Span(start=start, end=start + len(quote)),
        kind=cast("RequirementKind", words[0]),
        category=cast("Category", category),
        any_of=tuple(
            tuple(term.strip() for term in alternative.split(" + "))
            for alternative in columns[2].split(" / ")
        ),
        at_least=at_least,
        open=is_open,
        min_years=years[0] if years else None,
        max_years=years[1] if len(years) > 1 else None,
    )


def _support(id: str, columns: list[str], resume: str) -> GoldSupport:
    support = columns[0]
    if support not in get_args(Support):
        raise CaseError(f"unknown support {support!r}")
    found = [
        _find(words, resume, "resume")
        for words in (columns[1].split(" && ") if len(columns) > 1 else ())
    ]
    if not found and support not in {"none", "partial"}:
        raise CaseError(f"{support} needs the words of the resume that carry it")
    return GoldSupport(
        requirement_id=id,
        support=cast("Support", support),
        lines=tuple(resume.count("\n", 0, start) for start, _ in found),
        quotes=tuple(quote for _, quote in found),
    )


def _rewrite(words: list[str], columns: list[str], resume: str) -> LabelledRewrite:
    start, _ = _find(columns[1], resume, "resume")
    line = resume.count("\n", 0, start)
    if words[0] == "true":
        return LabelledRewrite(line=line, rewrite=columns[2], faithful=True, type=words[1])
    if words[1] not in get_args(FindingType):
        raise CaseError(f"unknown finding type {words[1]!r}")
    if words[2] not in get_args(Severity):
        raise CaseError(f"unknown severity {words[2]!r}")
    _, fault = _find(columns[3], columns[2], "rewrite")
    return LabelledRewrite(
        line=line,
        rewrite=columns[2],
        faithful=False,
        type=words[1],
        severity=cast("Severity", words[2]),
        fault=fault,
    )


def _find(words: str, text: str, what: str) -> tuple[int, str]:
    """Where `words` stand in `text`; 'words @2' is their second place."""
    nth = 1
    if marked := re.fullmatch(r"(.+) @(\d)", words):
        words, nth = marked[1], int(marked[2])
    elif text.count(words) > 1:
        raise CaseError(f"{words!r} stands {text.count(words)} times in the {what}; add @1 or @2")
    at = -1
    for _ in range(nth):
        at = text.find(words, at + 1)
        if at < 0:
            raise CaseError(f"{words!r} is not in the {what}, word for word")
    return at, words


def _line_span(words: str, text: str) -> Span:
    at, _ = _find(words, text, "posting")
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return Span(start=start, end=len(text) if end < 0 else end)
