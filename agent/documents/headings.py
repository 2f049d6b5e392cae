"""An entry's heading lines -> title, employer, location, dates.

People write these four in every order, on one line or on several, between tabs, bars, dashes,
commas or in brackets. Dates are found first and cut out; what is left is cut at the strongest
separator it has; each part is then judged by its words (see `title_weight`, `employer_weight`)
and, where words don't tell, by its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from agent.documents.heading_dates import cut_dates, is_aside
from agent.documents.studies import split_glued
from agent.documents.words import (
    STATES,
    degree_weight,
    employer_weight,
    is_full_place,
    is_place,
    is_surely_place,
    title_weight,
)
from agent.models import Dates

_BETWEEN = (
    re.compile(r"\t+| {3,}"),
    re.compile(r" ?[|¦│•·∙●◆▪■] ?| » "),
    re.compile(r" ?[—―] ?| +--+ +"),
    re.compile(r" +[-‐-–−] +|(?<=[a-z)])–(?=[A-Z])"),
    re.compile(r" {2,}"),
)
# These part a title from an employer, but stand inside names too ("University of Texas at Austin").
_AFTER_TITLE = (
    re.compile(r" @ | (?:at|from|bei der|bei|an der|chez|bij) (?=[A-ZÀ-Þ\d])"),
    re.compile(r"(?<=[a-zß-ÿ]{4})\. (?=[A-ZÀ-Þ])"),
)
_LEGAL_AFTER_COMMA = re.compile(
    r",(?![^()]*\))(?! ?(?:Inc|LLC|Ltd|Corp|Co\b(?!-)|L\.L\.C|PLC|S\.L|S\.A|Jr|MD|RN))"
)
_TOWN = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ.'-]+(?: [A-ZÀ-Þ][a-zß-ÿ.'-]+)?")
_AFTER_STATE = re.compile(rf"(, (?:{STATES}|State)) (?=[A-Z][a-z]+ ?[A-Za-z])")
_GRADE = re.compile(r" ?\((?:GPA:? ?)?\d[\d.,]*(?: ?/ ?\d[\d.,]*)?\)$")
_HOURS = re.compile(
    r"[,;]? ?\(?\b\d[\d.,]* (?:clinical |contact )?(?:hours?|hrs|stunden|heures|horas"
    r"|uur)\b\.?\)?",
    re.I,
)
_CONTRACT = re.compile(
    r"(?i)\(?(?:full[- ]?time|part[- ]?time|contract(?:or)?|permanent|temporary|temp"
    r"|seasonal|per diem|prn|casual|freelance|self-employed|internship|apprenticeship|vollzeit"
    r"|teilzeit|befristet|minijob"
    r"|cdi|cdd|intérim|temps (?:plein|partiel)|jornada completa|media jornada|voltijds"
    r"|deeltijds?)\)?"
)
_UNIT = re.compile(
    r"[A-Z]{2,5}|(?i:.*\b(?:grades?|year|unit|ward|department|dept|division|shift|level))\b.*"
)
_CLEAR = 0.5


class Heading(NamedTuple):
    """What a heading says; None for what it does not say."""

    title: str | None = None
    employer: str | None = None
    location: str | None = None
    dates: Dates | None = None


_LABELLED = re.compile(
    r"(?i)\s*(?:(?P<title>(?:job )?title|position|role|degree)|(?P<employer>employer|company"
    r"|organi[sz]ation|school|institution)|(?P<location>location|place|city)"
    r"|(?P<dates>dates?|period|duration)|note)\s*:\s*(?P<words>\S.*)"
)


def read_headings(
    headings: Sequence[Sequence[str]], *, studies: bool = False, works: bool = False
) -> list[Heading]:
    """Title, employer, location and dates of each heading of one section.

    Args:
        headings: the lines of each heading, in order.
        studies: True in an Education section, where the title is a degree and the employer a
            school.
        works: True for publications and awards, whose titles are whole phrases: 'Pruning at Scale'.

    Returns:
        One for each. Where a heading's words don't tell title from employer, the order that the
        section's other headings have decides, else the title is taken to come first.
    """
    cut = [_cut(lines, studies, works) for lines in headings]
    votes = 0
    for parts, _, _ in cut:
        leanings = [_leaning(part, studies) for part in parts]
        if len(parts) > 1 and abs(leanings[0] - leanings[1]) >= _CLEAR:
            votes += 1 if leanings[0] > leanings[1] else -1
    return [
        _labelled(lines)
        or (Heading(parts[0], dates=dates) if works and len(parts) == 1 else None)
        or _heading(parts, location, dates, lines=lines, studies=studies, title_first=votes >= 0)
        for lines, (parts, location, dates) in zip(headings, cut, strict=True)
    ]


def names_its_parts(text: str) -> bool:
    """Whether a line is a whole heading with labels, 'Position: Nurse | Dates: 2012 – 2014'."""
    return text.startswith(("Position: ", "Employer: ")) and _labelled([text]) is not None


def _labelled(lines: Sequence[str]) -> Heading | None:
    """'Position: Nurse | Employer: Mercy Hospital': a heading that names its own parts."""
    said: dict[str, str] = {}
    for piece in (piece for line in lines for piece in re.split(r" \| |\t", line)):
        match = _LABELLED.fullmatch(piece)
        if match is None:
            return None
        label = next((k for k in ("title", "employer", "location", "dates") if match[k]), "note")
        said.setdefault(label, match["words"].strip())
    if not {"title", "employer"} & set(said):
        return None
    dates = cut_dates(said["dates"])[0] if "dates" in said else None
    return Heading(said.get("title"), said.get("employer"), said.get("location"), dates)


def _cut(
    lines: Sequence[str], studies: bool, works: bool
) -> tuple[list[str], str | None, Dates | None]:
    dates: Dates | None = None
    parts: list[str] = []
    for line in lines:
        found, rest = cut_dates(line)
        if found is not None and (dates is None or not _narrower(dates, found)):
            dates = found
        rest = rest if works or studies else _HOURS.sub("", rest)
        parts += [part for part in _split(_spaced(rest), works) if not is_aside(part)]
    contracts = [part for part in parts if _CONTRACT.fullmatch(part)]
    if len(contracts) < len(parts):
        parts = [part for part in parts if part not in contracts]
    if works:
        return parts, None, dates
    location, parts = _take_location(parts)
    if studies and len(parts) == 1:
        parts = split_glued(_GRADE.sub("", parts[0]))
    if len(parts) == 1:
        part, place = _sure_location(parts[0])
        parts, location = [part], location or place
        parts = [part for part in _split_comma(parts[0], studies) if not is_aside(part)]
        if location is None and len(parts) > 1:
            location, parts = _take_location(parts)
    return parts, location, dates


def _with_rest(title: str, employer: str | None, parts: Sequence[str], lines: Sequence[str]) -> str:
    """A degree with the subject after its dash: 'B.S. Computer Science - Cyber Security'."""
    at = parts.index(title) if title in parts else len(parts)
    if at + 1 < len(parts):
        for line in lines:
            whole = re.search(
                rf"{re.escape(title)} ?[-–—] ?{re.escape(parts[at + 1])}(?![\w,])", line
            )
            if whole and employer_weight(parts[at + 1]) == 0 and parts[at + 1] != employer:
                return _GRADE.sub("", whole.group())
    return _GRADE.sub("", title)


def _spaced(text: str) -> str:
    """`text` with its spacing made plain: no space before a comma, no double spaces where all are
    double, and a tab after a state in the middle ('Denver, CO Welder')."""
    text = re.sub(r" +,", ",", text)
    doubles = len(re.findall(r"\S  \S", text))
    if doubles > 1 and doubles > 2 * len(re.findall(r"\S \S", text)):
        text = re.sub(r"  +", " ", text)
    # Anonymised resumes put stand-ins without any separator.
    text = re.sub(r"\s*\b(Company Name|City, State)\b\s*", r"\t\1\t", text)
    return _AFTER_STATE.sub(r"\1\t", text)


def _heading(
    parts: list[str],
    location: str | None,
    dates: Dates | None,
    *,
    lines: Sequence[str],
    studies: bool,
    title_first: bool,
) -> Heading:
    if not parts:
        return Heading(location=location, dates=dates)
    if len(parts) == 2 and all(abs(_leaning(part, studies)) < _CLEAR for part in parts):
        inner = [piece for part in parts for piece in _split_comma(part, studies)]
        if any(_leaning(piece, studies) >= 1 for piece in inner):
            parts = inner
    title, employer = _assign(parts, studies=studies, title_first=title_first)
    if title is not None and studies:
        title = _with_rest(title, employer, parts, lines)
    if title is not None and not studies:
        title, place = _sure_location(title)
        location = place or location
    if employer is not None:
        employer, place = (_sure_location if location else _trailing_location)(employer)
        location = location or place
    return Heading(title, employer, location, dates)


def _narrower(new: Dates, old: Dates) -> bool:
    """Whether `new` says more: a range instead of a point in time."""
    return old.start == old.end and (new.start != new.end or new.current)


def _split(text: str, works: bool = False) -> list[str]:
    for strength, separator in enumerate(_BETWEEN[:2] if works else _BETWEEN):
        pieces = [piece.strip(" \t,;:|–—-") for piece in separator.split(text)]
        pieces = [piece for piece in pieces if piece]
        if len(pieces) > 1:
            # Tabs and bars part anything; a dash parts once: 'Nurse – ICU — Mercy Hospital'.
            if strength > 1:
                return pieces
            return [inner for piece in pieces for inner in _split(piece, works)]
    text = text.strip(" \t,;|–—")
    employer, colon, title = text.partition(": ")
    if colon and not works and title_weight(employer) < 1 <= title_weight(title):
        return [employer, title]
    for separator in () if works else _AFTER_TITLE:
        pieces = separator.split(text, maxsplit=1)
        if len(pieces) == 2 and (title_weight(pieces[0]) >= 1 or degree_weight(pieces[0]) >= 1.5):
            return [piece.strip() for piece in pieces]
    return [text] if text else []


def _take_location(parts: list[str]) -> tuple[str | None, list[str]]:
    """The last part that can only be a place, and the others."""
    for index in range(len(parts) - 1, -1, -1):
        inner = parts[index].strip("()[] ")
        if len(parts) == 2 and inner.count(",") >= 2 and not is_full_place(inner):
            # 'Ward End Care Home, Otley, UK' beside a lone title names the employer too.
            continue
        if len(parts) > 1 and is_surely_place(inner):
            return inner, parts[:index] + parts[index + 1 :]
    for index in range(len(parts) - 1, 0, -1):
        inner = parts[index].strip("()[] ")
        degree = degree_weight(inner.partition(",")[0]) >= 1.5
        if len(parts) > 2 and is_place(inner) and not degree:
            return inner, parts[:index] + parts[index + 1 :]
    return None, parts


def _trailing_location(employer: str) -> tuple[str, str | None]:
    """'Mercy Hospital, Denver, CO' -> ('Mercy Hospital', 'Denver, CO')."""
    bracket = re.fullmatch(r"([^()]+?) ?\(([^()]+)\)", employer)
    if bracket and (is_place(bracket.group(2)) or _TOWN.fullmatch(bracket.group(2))):
        return bracket.group(1), bracket.group(2)
    employer, place = _sure_location(employer)
    if place is not None:
        return employer, place
    pieces = _LEGAL_AFTER_COMMA.split(employer)
    if (
        len(pieces) == 2
        and _TOWN.fullmatch(pieces[1].strip())
        and not employer_weight(pieces[1])
        and not title_weight(pieces[1])
    ):
        return pieces[0].strip(), pieces[1].strip()
    return employer, None


def _sure_location(part: str) -> tuple[str, str | None]:
    """A part and the place after its last commas, if it can only be one."""
    pieces = [piece.strip() for piece in _LEGAL_AFTER_COMMA.split(part)]
    for keep in range(max(1, len(pieces) - 3), len(pieces)):
        place = ", ".join(pieces[keep:])
        town = ", ".join(pieces[keep : keep + 2])
        abroad = len(pieces) - keep == 3 and is_surely_place(town) and is_surely_place(pieces[-1])
        if is_full_place(place) or abroad or (len(pieces) - keep < 3 and is_surely_place(place)):
            return ", ".join(pieces[:keep]), place
    return part, None


def _split_comma(part: str, studies: bool) -> list[str]:
    """'Welder, Hartmann Steel' -> two parts, cut where the words of the title end."""
    pieces = [piece.strip() for piece in _LEGAL_AFTER_COMMA.split(part)]
    if len(pieces) < 2:
        return [part]
    best, cut = 0.0, 0
    for at in range(1, len(pieces)):
        left, right = ", ".join(pieces[:at]), ", ".join(pieces[at:])
        # What follows a degree is its subject; elsewhere the first comma parts.
        later = _leaning(left, studies) > 0 and (studies or _UNIT.fullmatch(pieces[at - 1]))
        score = abs(_leaning(left, studies) - _leaning(right, studies))
        score += 0.1 + 0.01 * at if later else 0.1 * (at == 1)
        if score > best:
            best, cut = score, at
    if studies and cut and len(pieces[cut]) <= 5 and re.search(r"\d", pieces[cut]):
        return [part]  # 'Teaching License, K-6'
    if cut == 0 or best <= 0.1:
        rest = ", ".join(pieces[1:])
        return [part] if studies and not is_surely_place(rest) else [pieces[0], rest]
    return [", ".join(pieces[:cut]), ", ".join(pieces[cut:])]


def _leaning(part: str, studies: bool) -> float:
    """Above 0 for a title or degree, below for an employer or school."""
    weight = degree_weight(part) if studies else title_weight(part)
    return weight - employer_weight(part)


def _assign(parts: list[str], *, studies: bool, title_first: bool) -> tuple[str | None, str | None]:
    leanings = [_leaning(part, studies) for part in parts]
    if len(parts) == 1:
        return (None, parts[0]) if leanings[0] < 0 else (parts[0], None)
    title_at = max(range(len(parts)), key=lambda at: (leanings[at], -at if title_first else at))
    others = [at for at in range(len(parts)) if at != title_at]
    employer_at = min(others, key=lambda at: (leanings[at], at))
    if leanings[title_at] - leanings[employer_at] < _CLEAR:
        title_at, employer_at = (0, 1) if title_first else (1, 0)
    return parts[title_at], parts[employer_at]
