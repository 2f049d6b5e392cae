"""A posting's requirements, by rules: no model, no closed list of skills.

sections and sentences -> demands -> alternatives, years, category -> requirements
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from agent.language.grammar import verb_form
from agent.language.text import fold, norms
from agent.models import Block, Posting, Requirement, RequirementKind, Span
from agent.requirements.category import categorise, condition_in, languages_named
from agent.requirements.cues import stated_kind
from agent.requirements.demands import split_demands
from agent.requirements.education import years_are_instead
from agent.requirements.groups import read_group
from agent.requirements.paths import is_joined, only_counts, said_of_a_paper, with_path
from agent.requirements.unasked import EMPTY, asks_nothing
from agent.requirements.years import find_years

__all__ = ["extract_requirements"]

_GLYPH = re.compile(
    r"^(?:[•●○◦▪▫■□‣⁃∙·➢➤►▶❖✓✔★*+–—-]+|o(?= [A-Z])|\(?(?:\d{1,2}|[a-hA-H]|[ivx]{1,4})[.)]\)?)\s+"
)
_END = re.compile(r"(?<=[.!?])[\"'”’)]*,?\s+(?=[\"“'(]?[A-ZÀ-Þ0-9¿¡*])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|incl|inc|ltd|corp|co|no|approx|min|max|vs|st|dr|mr|mrs|ms|prof|"
    r"dept|sr|jr|u\.s|z\.b|bzw|ca|p\.ex|ph\.d|b\.?s\.?c?|m\.?s\.?c?|b\.?a|m\.?a|[A-Z]))\.$",
    re.I,
)
MAX_SENTENCE = 2500
_ASKING = ("must", "preferred", "responsibility")


class _Sentence(NamedTuple):
    start: int
    end: int
    listed: bool


def extract_requirements(posting: Posting) -> list[Requirement]:
    """Find what a posting asks for.

    Args:
        posting: as `read_posting` gives it; its blocks say which stretches ask at all.

    Returns:
        Requirements in text order with ids 'r1', 'r2', ...; each quote is
        `posting.text[span.start:span.end]`. A posting that asks for nothing gives [].
    """
    drafts: list[Requirement] = []
    for block in posting.blocks:
        if block.kind in _ASKING:
            drafts.extend(_read_block(posting, block))
        elif block.kind == "other":
            for sentence in _sentences(posting.text, block.span.start, block.span.end):
                drafts.extend(_conditions(posting, sentence))
    drafts = _without_retold(drafts, posting)
    return [draft.model_copy(update={"id": f"r{n}"}) for n, draft in enumerate(_merged(drafts), 1)]


def _read_block(posting: Posting, block: Block) -> list[Requirement]:
    drafts: list[Requirement] = []
    beside: list[Requirement] = []
    before = ""
    title = posting.title.value.casefold() if posting.title else ""
    for sentence in _sentences(posting.text, block.span.start, block.span.end):
        if sentence.end - sentence.start > MAX_SENTENCE:
            continue  # no person asks for something in so many words
        whole = posting.text[sentence.start : sentence.end]
        if not block.heading and whole.casefold() == title:
            continue  # "Staff Nurse" begins as a duty does
        found = list(_read(posting, sentence, block))
        if beside and block.kind != "responsibility" and is_joined(before, whole):
            drafts[-len(beside) :] = beside = with_path(beside, found)
        else:
            drafts += found
            beside = found
        before = whole
    return drafts


def _without_retold(drafts: list[Requirement], posting: Posting) -> list[Requirement]:
    """Drop what a summary says before the list of duties says it in detail."""
    duties = [d for d in drafts if d.kind == "responsibility"]
    homes = {d.span.start: _heading_at(posting, d.span.start) for d in duties}
    listed = [d for d in duties if not _SUMMARY.search(homes[d.span.start])]
    if len(listed) < 4:
        return drafts
    known = {word for d in listed for word in _stems(d.quote)}
    dropped = set()
    for duty in duties:
        words = _stems(duty.quote)
        if (
            _SUMMARY.search(homes[duty.span.start])
            and words
            and len(words & known) >= 0.6 * len(words)
        ):
            dropped.add(duty.span.start)
    return [d for d in drafts if not (d.kind == "responsibility" and d.span.start in dropped)]


_SUMMARY = re.compile(
    r"^\W*$|summary|overview|purpose|objective|description|about|opportunity", re.I
)


def _heading_at(posting: Posting, place: int) -> str:
    return next((b.heading for b in posting.blocks if b.span.start <= place < b.span.end), "")


def _stems(quote: str) -> set[str]:
    return {norm[:5] for norm in norms(quote) if len(norm) > 3 and norm not in EMPTY}


def _sentences(text: str, start: int, end: int) -> Iterator[_Sentence]:
    at = start
    for line in text[start:end].split("\n"):
        lead = _GLYPH.match(line)
        # A block starts after its first line's glyph; look back to see it.
        before = text[text.rfind("\n", 0, at) + 1 : at]
        listed = bool(lead) or bool(_GLYPH.match(before + "x"))
        a = at + (lead.end() if lead else 0)
        for found in _END.finditer(text, a, at + len(line)):
            if _ABBREVIATION.search(text, max(a, found.start() - 8), found.start()):
                continue
            if found.start() > a:
                yield _Sentence(a, found.start(), listed)
            a = found.end()
        if a < at + len(line):
            yield _Sentence(a, at + len(line), listed)
        at += len(line) + 1


def _read(posting: Posting, sentence: _Sentence, block: Block) -> Iterator[Requirement]:
    text = posting.text
    whole = text[sentence.start : sentence.end]
    marked = _CRITERION.search(whole)
    if marked and len(_CRITERION.findall(text)) < _MARKED_ALL:
        marked = None
    if marked:
        whole = whole[: marked.start()]
        sentence = sentence._replace(end=sentence.start + marked.start())
    if _describes_trait(text, sentence, block):
        return
    if _OPENS_LIST.search(whole) or (block.kind != "responsibility" and only_counts(whole)):
        return
    trait = _TRAIT_HEAD.match(whole) if block.kind in ("must", "preferred") else None
    if trait and verb_form(whole[trait.end() :].split()[0].lower()) == "s":
        # 'Teamwork - balances team and own work': the name asks, the rest explains it.
        whole = whole[: trait.end(1)]
    duty_line = block.kind == "responsibility"
    for demand in split_demands(whole, listed_nouns=not duty_line):
        quote = whole[demand.start : demand.end]
        if said_of_a_paper(quote) or asks_nothing(quote, duty=duty_line):
            continue
        kind = _kind(block, demand.stated, quote)
        if marked and kind != "responsibility":
            kind = "must" if marked.group(1) == "E" else "preferred"
        yield _requirement(
            posting, sentence.start + demand.start, sentence.start + demand.end, kind
        )


# 'First aid certificate (D)': a person specification marks essential and desirable criteria.
_CRITERION = re.compile(r"\s*[(\[|]\s*([ED])\s*[)\]]?[ \t]*$", re.M)
_MARKED_ALL = 3
# 'Applicants must have experience in each of the following areas:' asks for nothing itself.
_OPENS_LIST = re.compile(r"\bfollowing(?: \w+){0,2}:\s*$", re.I)
_TRAIT_HEAD = re.compile(r"([A-Z][\w/&,' ]{3,40}?)\s*[-–—:]\s+(?=\w)")


def _describes_trait(text: str, sentence: _Sentence, block: Block) -> bool:
    """'Dependability' on one line, 'Follows instructions; keeps commitments.' on the next: the
    first names what is asked, the second only describes it."""
    if block.kind not in ("must", "preferred"):
        return False
    line_start = text.rfind("\n", 0, sentence.start) + 1
    if text[line_start : sentence.start].strip("-•* "):
        return False
    before = text[text.rfind("\n", 0, max(line_start - 1, 0)) + 1 : line_start].strip()
    first = text[sentence.start : sentence.end].split()[0].strip(",;").lower()
    named = (
        0 < len(before.split()) <= 3
        and not before.endswith((".", ";", ":"))
        and before[:1].isupper()
    )
    return (named and verb_form(first) == "s") or (named and first in ("is", "has", "able"))


_QUALIFIES = re.compile(
    r"^\W*(?:strong|excellent|good|proven|demonstrated|solid|capable of|proficient|skilled|"
    r"able to)\b|^\W*(?:(?:strong|excellent|good|proven|demonstrated|solid|working|basic|"
    r"advanced|prior|previous|extensive|deep)\s+)*(?:ability to|knowledge of|experience (?:in|"
    r"with|as)|proficien\w+ (?:in|with)|familiar\w* with|understanding of|must (?:have|be|"
    r"possess))\b|\b(?:is|are) required\b|\b\d+\+? years",
    re.I,
)


_STRICT = re.compile(
    r"\b(?:must (?:have|be|hold)|(?:is|are) (?:required|mandatory)|(?:required|mandatory)\W*$)",
    re.I,
)


def _kind(block: Block, stated: RequirementKind | None, quote: str) -> RequirementKind:
    if block.kind == "responsibility":
        if stated == "preferred":
            return "preferred"
        return "must" if _QUALIFIES.search(quote) else "responsibility"
    if block.kind == "preferred":
        return "must" if stated == "must" and _STRICT.search(quote) else "preferred"
    return "preferred" if stated == "preferred" else "must"


def _requirement(posting: Posting, start: int, end: int, kind: RequirementKind) -> Requirement:
    quote = posting.text[start:end]
    group = read_group(quote, duty=kind == "responsibility", language=posting.language)
    years = find_years(quote) if kind != "responsibility" else None
    if years and years_are_instead(quote):
        years = None
    terms = tuple(term for alternative in group.any_of for term in alternative)
    category = categorise(quote, kind, years=years is not None, terms=terms)
    if category == "language" and (len(group.any_of) == 1 or _BOTH.search(quote)):
        group = group._replace(any_of=(languages_named(quote) or terms,))
    return Requirement(
        id="r0",
        quote=quote,
        span=Span(start=start, end=end),
        kind=kind,
        category=category,
        any_of=group.any_of,
        at_least=min(group.at_least, len(group.any_of)),
        open=group.open,
        min_years=years.least if years else None,
        max_years=years.most if years else None,
    )


# 'Bilingual English/Spanish' asks for both.
_BOTH = re.compile(r"\bbilingual\b(?!.*\bor\b)", re.I)


def _conditions(posting: Posting, sentence: _Sentence) -> Iterator[Requirement]:
    """Licence, shifts, travel and the like outside the sections that ask for skills."""
    quote = posting.text[sentence.start : sentence.end].rstrip(" .;,")
    if (
        len(quote.split()) > 30
        or not condition_in(quote)
        or stated_kind(quote) is None
        or re.search(r"\bmay\b", quote, re.I)
    ):
        return
    found = _requirement(
        posting, sentence.start, sentence.start + len(quote), stated_kind(quote) or "must"
    )
    if found.category == "condition":
        yield found


def _merged(drafts: list[Requirement]) -> list[Requirement]:
    """The same words asked twice are one requirement: the stronger kind, the first place."""
    rank = {"must": 0, "preferred": 1, "responsibility": 2}
    kept: dict[tuple[str, ...], Requirement] = {}
    for draft in drafts:
        key = (
            fold(" ".join(draft.quote.split())).lower(),
            "" if draft.kind == "responsibility" else "q",
        )
        other = kept.get(key)
        if other is None or rank[draft.kind] < rank[other.kind]:
            kept[key] = draft
    return sorted(kept.values(), key=lambda r: (r.span.start, r.span.end))
