"""Clean lines -> the posting's text, its labelled blocks, and what was cut.

Each sentence gets the label of the section it stands in, unless it plainly does something else (a
line about pay under "Qualifications"). Where no heading helps, its own words decide.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from agent.language.cues import cues
from agent.language.grammar import starts_with_verb, verb_form
from agent.language.text import fold
from agent.models import Block, BlockKind, Cut, Span
from agent.posting_fields import OCCUPATION
from agent.posting_heading_cues import Announces
from agent.posting_headings import announces
from agent.posting_noise import REASONS, is_link_title, noise_of
from agent.posting_text import BULLET, is_bullet, sentences

_DEMAND = cues(
    r"\b(?:must|requir(?:ed?|es|ements?)|minimum|at least|\d+ ?\+|years?|experienced?|degree|"
    r"diploma|ged|certifi\w+|licen[cs]\w+|registered|"
    r"ability|able to|knowledge|skills?|skilled|proficien\w+|fluen\w+|familiar\w*|"
    r"understanding|background in|expertise|competen\w+|"
    r"qualified|qualifications?|graduate|candidates?|applicants?|you (?:have|are|should|must|"
    r"can|know|bring|possess|enjoy|thrive|need)|you're|you've|you possess|"
    r"should (?:have|be)|need(?:s|ed)? to|essential|passion\w*|trained|comfortable|"
    r"kenntnisse|erfahrung\w*|ausbildung|studium|abgeschlossen\w*|fähigkeit\w*|voraussetzung|"
    r"berufserfahrung|sicherer umgang|"
    r"expérience|connaissances?|diplôme|maîtrise\w*|formation|vous (?:avez|êtes|maîtrisez)|"
    r"titulaire|bac ?\+|"
    r"experiencia|conocimientos?|titulación|formación|dominio|imprescindible|nivel|"
    r"ervaring|kennis|diploma|opleiding|vaardigheden|beheersing|werk- en denkniveau)\b"
)
_STRONG_DEMAND = cues(
    r"\b(?:must (?!not\b)\w+|(?:is|are) (?:required|mandatory|essential|preferred|desired|"
    r"a plus|a must)|required(?=\\s*(?:[.,;:)!]|$))|"
    r"years? (?:of )?(?:\w+ ){0,3}experience|bachelor|master's|diploma|degree in|ability to|"
    r"knowledge of|proficien\w+ (?:in|with)|experience (?:in|with)|"
    r"you (?:have|should have|must|possess|bring)|we(?:'re| are) looking for (?:someone|"
    r"a person|people|candidates) (?:who|with))\b"
)
_DUTY = cues(
    r"\b(?:you(?:'ll| will)\b|will (?:be|have|assist|work|support|provide|perform|lead|manage|"
    r"help|play|report|include|also|act|serve|ensure|oversee|coordinate|develop)|responsib\w+|"
    r"duties|tasked with|in charge of|(?:this|the) (?:role|position|job|individual|incumbent|"
    r"person|successful candidate)\b|"
    r"(?:they|he|she|he/she|incumbent|specialist|manager|assistant|technician|engineer|"
    r"officer|coordinator|director|supervisor) will|serves|performs|oversees|coordinates|"
    r"assists?|sie (?:übernehmen|sind verantwortlich|betreuen)|du (?:übernimmst|betreust|"
    r"bist verantwortlich)|verantwortlich für|"
    r"vous (?:serez|assurez|participez|gérez|devrez)|chargée? de|te encargarás|"
    r"serás responsable|se encargará|"
    r"je (?:bent verantwoordelijk|gaat|werkt|zorgt)|verantwoordelijk voor)\b"
)
_PITCH = cues(
    r"^(?:seeking|looking for|we|our|the company|founded|since|established|headquartered|"
    r"based in|at [a-z]+,|here at|join|come|are you|do you want|as one of|with (?:over|more)|"
    r"located|wir|unsere?|nous|notre|somos|nuestr\w+|wij|onze)\b|"
    r"\b(?:our (?:mission|vision|clients|customers|company|culture|values|founders|team is|"
    r"employees|people|products|story|community)|leading (?:provider|supplier|company|"
    r"manufacturer|global)|(?:is|are) (?:a|an|the|one of) (?:\S+ ){0,8}(?:company|firm|"
    r"organi[sz]ation|provider|leader|agency|manufacturer|hospital|retailer|contractor|"
    r"employer|business|nonprofit|non-profit|school|university|network|platform)|"
    r"we(?:'re| are|'ve| have| believe| pride| strive| value| love| help| build| serve| work)|"
    r"has been (?:serving|a|in business)|fastest[- ]growing|family[- ]owned|great (?:team|"
    r"place))\b"
)
_DEMAND_LEAD = re.compile(
    r"^(?:\W*)(?:(?:strong|excellent|good|proven|demonstrated|solid|working|basic|advanced|"
    r"prior|previous|extensive|deep|minimum|at least|\d+\+?|must|should|able|willing|"
    r"team-oriented|detail-oriented|self-motivated|attention to detail|ability|experience|"
    r"knowledge|skill|familiar|proficien|understanding|competen|fluen|certifi|licen|bachelor|"
    r"master|degree|high school)\w*\b)"
)
# 'Class Code: 2332', 'Open Date: 04-24-15'.
_DETAIL = re.compile(r"^[A-Z][\w# ]{2,24}:\s*[\d/.-]+\s?[A-Za-z]?$")
# What the job is like, not what it asks.
_STAGE = re.compile(
    r"^\W*(?:for example\b|you're \w+ing\b|(?:this|it) is (?:a|an|the|not)\b|each \w+ will\b|"
    r"(?:all|any) .{0,60}will be provided\b|the \w+ will (?:happen|take place|run)\b|"
    r".*\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b.*\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|.*\d+k?/(?:month|"
    r"year|hour)\b)"
)
_WANTED = re.compile(
    r"\b(?:experience|knowledge|certifi\w+|licen[cs]e|degree|skills?)\b.{0,260}"
    r"\b(?:is|are) (?:highly |strongly )?(?:desired|desirable|preferred)\b"
)
_MUST_HOLD = re.compile(
    r"\b(?:certifi\w+|licen[cs]e\w*|registration|degree|diploma|"
    r"experience)\b(?:(?!\bmay\b).){0,120}\b(?:(?:is|are) (?:required|mandatory)|"
    r"must be (?:held|maintained|valid|obtained))|\bmust (?:have|possess|hold|"
    r"maintain)\b.{0,60}\b(?:certifi\w+|licen[cs]e\w*|degree|diploma|experience|registration)"
)
_SECTION_KIND: dict[Announces, BlockKind] = {
    "must": "must",
    "preferred": "preferred",
    "responsibility": "responsibility",
    "pitch": "pitch",
    "benefits": "benefits",
    "legal": "legal",
    "context": "context",
    "apply": "other",
    "conditions": "other",
    "notes": "other",
}
_NOISE_KIND: dict[str, BlockKind] = {
    "legal": "legal",
    "benefits": "benefits",
    "apply": "other",
    "disclaimer": "other",
    "physical": "other",
    "catch_all": "other",
}


class Laid(NamedTuple):
    """A posting's text and its parts."""

    text: str
    blocks: tuple[Block, ...]
    cut: tuple[Cut, ...]


class _Piece(NamedTuple):
    kind: BlockKind
    heading: str
    start: int
    end: int
    prose: bool


def lay_out(lines: list[str], *, keep: bool = False) -> Laid:
    """Cut what is not the posting and label the rest.

    Args:
        lines: clean lines, one paragraph or list item each, headings on their own line.
        keep: cut nothing, only label.

    Returns:
        The text, blocks in text order (headings belong to the block they open), and the cuts.
    """
    kept: list[str] = []
    size = 0
    cut: list[Cut] = []
    pieces: list[_Piece] = []
    section: Announces | None = None
    heading = ""
    seen: set[str] = set()
    marked = _with_reasons(lines) if not keep else [(line, None) for line in lines]
    for index, (line, reason) in enumerate(marked):
        known = announces(line)
        if index == 0 and known == "must" and not line.endswith(":") and OCCUPATION.search(line):
            known = None  # 'LICENSED VOCATIONAL NURSE' is the job, not a section
        if (
            known is None
            and section not in (None, "must", "preferred", "responsibility")
            and index + 1 < len(marked)
            and _opens_duties(line, marked[index + 1][0])
        ):
            known = "unknown"
        if reason is None and not keep and len(line) > 90 and line in seen:
            reason = "said before on the page"
        if reason is not None:
            cut.append(Cut(text=line, reason=reason, offset=size))
            continue
        seen.add(line)
        start = size
        kept.append(line)
        size += len(line) + 1
        if known is not None:
            section, heading = _next_section(section, known), line
            continue
        prose = not is_bullet(line) and not _is_unmarked_item(line)
        for a, b in sentences(line):
            kind = _label(line[a:b], _labelled_section(line) or section, prose)
            if (
                kind == "other"
                and prose
                and line[a:b].rstrip().endswith(":")
                and noise_of(line[a:b]) == "apply"
            ):
                # 'Please send your letter to:' opens an address, not a demand.
                section, heading = "apply", ""
            pieces.append(_Piece(kind, heading, start + a, start + b, prose))
    text = "\n".join(kept)
    return Laid(text, _merge(_settle(_resort(pieces, text), text)), _join_cuts(cut))


_LOOSE_HEADING = re.compile(r"\b(?:requirements?|essential|expectations|criteria|role|job)\b", re.I)
_FIRM_HEADING = re.compile(
    r"\b(?:qualif|skill|experience|education|knowledge|minimum|preferred|you have|candidate|"
    r"profile|abilit|competenc)",
    re.I,
)


def _resort(pieces: list[_Piece], text: str) -> list[_Piece]:
    """Under a heading such as 'Requirements' some employers list duties: where most of its lines
    open with a verb and ask nothing of the person, those lines are duties."""
    duties: dict[str, list[bool]] = {}
    for piece in pieces:
        if (
            piece.kind == "must"
            and _LOOSE_HEADING.search(piece.heading)
            and not _FIRM_HEADING.search(piece.heading)
        ):
            duties.setdefault(piece.heading, []).append(_is_duty(text[piece.start : piece.end]))
    loose = {
        heading
        for heading, found in duties.items()
        if len(found) >= 4 and sum(found) >= 0.6 * len(found)
    }
    return [
        p._replace(kind="responsibility")
        if p.kind == "must" and p.heading in loose and _is_duty(text[p.start : p.end])
        else p
        for p in pieces
    ]


def _is_duty(sentence: str) -> bool:
    folded = fold(sentence).lower()
    return (
        _first_is_verb(folded)
        and not _STRONG_DEMAND.search(folded)
        and not re.match(
            r"\W*(?:demonstrat|possess|have|be|pass|hold|maintain a|understand)", folded
        )
    )


def _opens_duties(line: str, following: str) -> bool:
    """A short title over a line that opens with a verb: 'Patient Safety', 'Ensures ...'."""
    words = line.split()
    return (
        1 < len(words) <= 5
        and not line.endswith((".", ",", ";", ":"))
        and all(word[:1].isupper() or len(word) <= 3 for word in words)
        and len(following.split()) >= 6
        and _first_is_verb(fold(following).lower())
    )


def _is_unmarked_item(line: str) -> bool:
    """A list item that lost its glyph: one sentence that opens with a verb."""
    return len(line) < 260 and len(sentences(line)) == 1 and _first_is_verb(fold(line).lower())


_META = re.compile(r"^([A-Z][\w/&' -]{2,30})\s?:\s+\S")


def _labelled_section(line: str) -> Announces | None:
    """'Reports to: the head chef' is a detail of the posting wherever it stands."""
    found = _META.match(line)
    if not found or len(line) > 120:
        return None
    kind = announces(found.group(1) + ":")
    return kind if kind in ("conditions", "benefits", "apply", "legal") else None


def _with_reasons(lines: list[str]) -> list[tuple[str, str | None]]:
    """Each line with the reason to cut it, or None."""
    marked: list[tuple[str, str | None]] = []
    section: Announces | None = None
    in_others = False
    titles = _title_runs(lines)
    repeated = _repeated(lines)
    for index, line in enumerate(lines):
        known = announces(line)
        if known is not None:
            in_others = known == "other_jobs"
            section = known
        if in_others:
            demands = bool(_STRONG_DEMAND.search(line.lower())) and len(line) > 60
            if not demands:
                marked.append((line, "other jobs"))
                continue
            in_others = False
        noise = noise_of(line)
        if noise == "page":
            marked.append((line, REASONS["page"]))
        elif line in repeated:
            marked.append((line, "repeated at the head or foot of pages"))
        elif index in titles and section in ("context", "unknown", None, "pitch"):
            marked.append((line, "titles of articles or links"))
        elif index < 12 and index in _menu(lines):
            marked.append((line, "page navigation"))
        else:
            marked.append((line, None))
    return marked


def _repeated(lines: list[str]) -> frozenset[str]:
    """Short lines that are no headings and stand on the page more than once."""
    counts: dict[str, int] = {}
    for line in lines:
        if (
            len(line) < 70
            and not is_bullet(line)
            and not line.endswith((".", ":"))
            and announces(line) in (None, "unknown")
        ):
            counts[line] = counts.get(line, 0) + 1
    return frozenset(line for line, n in counts.items() if n > 1 and len(line.split()) <= 8)


def _title_runs(lines: list[str]) -> frozenset[int]:
    """Indexes of lines in runs of three or more titles."""
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate([*lines, ""]):
        if is_link_title(line) and announces(line) is None and not _DEMAND.search(line.lower()):
            run.append(index)
            continue
        if len(run) >= 3:
            found.update(run)
        run = []
    return frozenset(found)


@lru_cache(maxsize=8)
def _menu_of(head: tuple[str, ...]) -> frozenset[int]:
    run: list[int] = []
    for index, line in enumerate(head):
        if (
            len(line.split()) <= 2
            and not line.endswith((":", "."))
            and not any(c.isdigit() for c in line)
            and announces(line) in (None, "unknown")
        ):
            run.append(index)
        elif len(run) >= 5:
            return frozenset(run)
        else:
            run = []
    return frozenset(run if len(run) >= 5 else ())


def _menu(lines: list[str]) -> frozenset[int]:
    return _menu_of(tuple(lines[:12]))


def _next_section(section: Announces | None, known: Announces) -> Announces | None:
    if known == "unknown":
        # A sub-heading inside a demanding section ('Technical', 'Patient Safety') keeps its kind.
        return (
            section
            if section in ("must", "preferred", "responsibility", "apply", "benefits", "legal")
            else "unknown"
        )
    return known


@lru_cache(maxsize=8192)
def _label(sentence: str, section: Announces | None, prose: bool) -> BlockKind:
    folded = fold(sentence).lower()
    if _DETAIL.match(sentence) or _STAGE.match(folded):
        return "other"
    if (
        section in ("apply", "notes")
        and folded.count(";") >= 3
        and re.search(r"\b(?:knowledge of|ability to|skills? in)\b", folded)
    ):
        # What an examination looks for is wanted, not a condition of entry.
        return "preferred"
    if section in ("apply", "notes") and _WANTED.search(folded):
        return "preferred"
    noise = noise_of(sentence)
    kind = _SECTION_KIND.get(section) if section else None
    if noise is not None and noise != "page":
        asks = kind in ("must", "preferred", "responsibility") and not prose
        if (
            noise in ("physical", "benefits", "apply")
            and kind == "responsibility"
            and not prose
            and _first_is_verb(folded)
        ):
            return "responsibility"
        if noise == "benefits" and re.match(r"\W*(?:we|our)\b", folded):
            return "benefits"
        lead = bool(_DEMAND_LEAD.match(folded)) or asks
        if noise in ("legal", "disclaimer", "catch_all", "physical") or not (
            lead and kind in ("must", "preferred", "responsibility")
        ):
            return _NOISE_KIND[noise]
    if kind in ("must", "preferred"):
        if prose and re.match(
            r"\W*(?:we|our)\b(?!.*\b(?:requir|need|expect|look|seek|want|ask))", folded
        ):
            return "pitch"
        if prose and _PITCH.search(folded) and not _DEMAND.search(folded):
            return "pitch"
        return kind
    if kind == "responsibility":
        if (
            prose
            and _STRONG_DEMAND.search(folded)
            and not _DUTY.search(folded)
            and not _first_is_verb(folded)
        ):
            return "must"
        if prose and _PITCH.search(folded) and not _DUTY.search(folded):
            return "pitch"
        return "responsibility"
    if kind in ("benefits", "legal", "context"):
        return kind
    if section == "notes":
        if _MUST_HOLD.search(folded) or (
            _STRONG_DEMAND.search(folded) and _DEMAND_LEAD.match(folded)
        ):
            return "must"
        return "other"
    if kind == "other":
        return (
            "must"
            if _STRONG_DEMAND.search(folded) and section == "conditions" and "experience" in folded
            else "other"
        )
    if kind == "pitch":
        if re.search(
            r"\b(?:must have|(?:is|are) required|\d+\+? years(?:'|’|"
            r" of)? (?:\w+ ){0,3}experience|degree in)\b",
            folded,
        ) and not _PITCH.search(folded):
            return "must"
        return "pitch"
    # No heading of known meaning: the sentence's own words decide.
    if section == "summary" or section == "container" or section == "unknown" or section is None:
        return _by_words(sentence, folded, section, prose)
    return "other"


def _by_words(sentence: str, folded: str, section: Announces | None, prose: bool) -> BlockKind:
    duty = bool(_DUTY.search(folded))
    verb = _first_is_verb(folded)
    demand = _STRONG_DEMAND.search(folded)
    if (
        demand
        and not re.match(r"\W*(?:we|our) ", folded)
        and not (not prose and verb)
        and not (duty and demand.group().startswith("experience"))
    ):
        return "must"
    if _META.match(sentence) and len(sentence) < 90 and not duty and section != "summary":
        return "other"
    if _DEMAND_LEAD.match(folded) and len(folded) < 240 and not duty:
        return "must"
    if _PITCH.search(folded) and not duty:
        return "pitch"
    if verb and (section is not None or not prose):
        return "responsibility"
    if duty and len(folded) > 30:
        return "responsibility"
    if _DEMAND.search(folded) and not prose:
        return "must"
    if section == "summary" and verb_form(folded.split(" ")[0]) is not None:
        return "responsibility"
    return "pitch" if prose else "context"


def _first_is_verb(folded: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'-]*", folded[:60])
    return bool(words) and starts_with_verb(words)


def _settle(pieces: list[_Piece], text: str) -> list[_Piece]:
    """Running text that only retells listed duties is a pitch: the list is what counts."""
    listed = sum(
        1 for p in pieces if p.kind == "responsibility" and p.heading and not _is_intro(p, text)
    )
    if listed < 4:
        return pieces
    return [
        p._replace(kind="pitch") if p.kind == "responsibility" and _is_intro(p, text) else p
        for p in pieces
    ]


def _is_intro(piece: _Piece, text: str) -> bool:
    kind = announces(piece.heading) if piece.heading else None
    return (
        piece.prose
        and kind in (None, "container", "unknown")
        and not starts_with_verb(
            re.findall(r"[^\W\d_][\w'-]*", text[piece.start : piece.start + 60].lower())
        )
    )


def _merge(pieces: list[_Piece]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for piece in pieces:
        if blocks and blocks[-1].kind == piece.kind and blocks[-1].heading == piece.heading:
            blocks[-1] = blocks[-1].model_copy(
                update={"span": Span(start=blocks[-1].span.start, end=piece.end)}
            )
        else:
            blocks.append(
                Block(
                    kind=piece.kind,
                    heading=piece.heading,
                    span=Span(start=piece.start, end=piece.end),
                )
            )
    return tuple(blocks)


def _join_cuts(cuts: list[Cut]) -> tuple[Cut, ...]:
    joined: list[Cut] = []
    for cut in cuts:
        if joined and joined[-1].reason == cut.reason and joined[-1].offset == cut.offset:
            joined[-1] = Cut(
                text=f"{joined[-1].text}\n{cut.text}", reason=cut.reason, offset=cut.offset
            )
        else:
            joined.append(cut)
    return tuple(joined)


def glyphless(line: str) -> str:
    """The line without its list glyph."""
    found = BULLET.match(line)
    return line[found.end() :] if found else line
