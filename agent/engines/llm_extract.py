"""Requirements from a posting by a model: what is asked, and what of the answer is believed.

A requirement whose quote is not in the posting does not exist; a term that its quote does not name
is left out; years that are not written there are not believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from agent.language.lemmas import stem
from agent.language.related import weight
from agent.language.text import tokens
from agent.llm.client import Ask
from agent.llm.fencing import fence, neutral, new_tag
from agent.llm.prompts import prompt
from agent.llm.quotes import Searchable
from agent.llm.redaction import redact, restore
from agent.llm.schemas import FoundRequirement, Read, requirements_shape
from agent.models import Posting, Requirement, Span

_UNASKED = frozenset({"benefits", "legal"})
_WINDOW = 9_000
"""Characters of posting in one question, about 2,200 tokens: small local models lose the thread
beyond that, and their context holds no more with the answer."""
_SHORTEST_DEMAND = 16
"""Characters of a line that can ask for something; shorter ones are headings."""
_PROSE = 80
"""Characters of running text that hold about one demand."""
_MOST_YEARS = 50


class Window(NamedTuple):
    """A part of a posting and the question about it."""

    ask: Ask
    masks: dict[str, str]


def windows(posting: Posting) -> list[Window]:
    """The questions about a posting: mostly one, more for a long one. Nothing is cut off."""
    asked = []
    for text in _parts(_asked_lines(posting)):
        masked = redact([neutral(text)])
        about = prompt("extract_requirements")
        messages = about.messages(posting=fence(masked.texts[0], new_tag()))
        lines = masked.texts[0].splitlines()
        demands = sum(max(len(line) >= _SHORTEST_DEMAND, len(line) // _PROSE) for line in lines)
        shape = requirements_shape(2 * demands + 2, max(map(len, lines)))
        expected = 150 + len(text) // 3 + 45 * demands
        asked.append(Window(Ask(about.id, messages, shape, expected), masked.masks))
    return asked


def _asked_lines(posting: Posting) -> Iterator[str]:
    left_out = [block.span for block in posting.blocks if block.kind in _UNASKED]
    start = 0
    for line in posting.text.splitlines(keepends=True):
        end = start + len(line)
        inside = any(span.start <= start and end <= span.end + 1 for span in left_out)
        if line.strip() and not inside:
            yield " ".join(line.split())
        start = end


def _parts(lines: Iterable[str]) -> Iterator[str]:
    held: list[str] = []
    for line in lines:
        for piece in (line[at : at + _WINDOW] for at in range(0, len(line), _WINDOW)):
            if held and sum(map(len, held)) + len(piece) > _WINDOW:
                yield "\n".join(held)
                held = []
            held.append(piece)
    if held:
        yield "\n".join(held)


class Believed(NamedTuple):
    """What of a model's answers stands in the posting."""

    requirements: tuple[Requirement, ...]
    notes: tuple[str, ...]


def believe(
    posting: Posting, reads: Sequence[tuple[Read, dict[str, str]]], rules: Sequence[Requirement]
) -> Believed:
    """Keep the requirements that the posting's own words carry.

    Args:
        posting: where every quote must be.
        reads: the answers, each with the masks of its question.
        rules: what the rules find in the same posting; they lend their terms where the model's
            are not in the quote, and fill in where the model missed most of them.

    Returns:
        Requirements in posting order with fresh ids, and what was left out.
    """
    text = Searchable(posting.text)
    found: list[Requirement] = []
    unquoted = termless = 0
    for read, masks in reads:
        for item in read.items:
            assert isinstance(item, FoundRequirement)
            span = text.find(restore(item.quote, masks))
            if span is None or any(_overlap(span, other.span) > 0.5 for other in found):
                unquoted += span is None
                continue
            requirement = _requirement(posting, item, span, rules)
            if requirement is None:
                termless += 1
            else:
                found.append(requirement)
    notes = []
    if unquoted:
        notes.append(f"{unquoted} requirements that the model named are not in the posting.")
    if termless:
        notes.append(f"{termless} requirements that the model named had nothing to search for.")
    spans = [(f.span.start, f.span.end) for f in found]
    missed = [
        r
        for r in rules
        if not any(r.span.start < end and start < r.span.end for start, end in spans)
    ]
    if len(missed) * 2 > len(rules):
        notes.append(
            f"The model found {len(rules) - len(missed)} of the {len(rules)} requirements "
            "that the rules find; the rules filled in."
        )
        found += missed
    found.sort(key=lambda requirement: requirement.span.start)
    numbered = tuple(r.model_copy(update={"id": f"r{n}"}) for n, r in enumerate(found, start=1))
    return Believed(numbered, tuple(notes))


def _requirement(
    posting: Posting, item: FoundRequirement, span: Span, rules: Sequence[Requirement]
) -> Requirement | None:
    quote = posting.text[span.start : span.end]
    named = {stem(token.norm, posting.language) for token in tokens(quote)}
    any_of = tuple(
        terms
        for alternative in item.any_of
        if (terms := tuple(_grounded(alternative, named, posting.language)))
    )
    if not any_of:
        near = max(rules, key=lambda rule: _overlap(rule.span, span), default=None)
        if near is None or _overlap(near.span, span) <= 0:
            return None
        any_of = near.any_of
    years = item.min_years
    if years is not None and (
        years > _MOST_YEARS or not re.search(rf"(?<!\d){years}(?!\d)", quote)
    ):
        years = None
    return Requirement(
        id="r0",
        quote=quote,
        span=span,
        kind=item.kind,
        category=item.category,
        any_of=tuple(dict.fromkeys(any_of)),
        at_least=min(max(item.at_least, 1), len(any_of)),
        open=item.open,
        min_years=years,
    )


def _grounded(terms: Iterable[str], named: set[str], language: str) -> Iterator[str]:
    """The terms that the quote names, without small words at either end: 'in accounting'."""
    for term in terms:
        words = [(token, stem(token.norm, language)) for token in tokens(term)]
        if len(words) > 6 or not {word for _, word in words} <= named:
            continue
        telling = [token for token, word in words if weight(word)]
        if telling:
            yield " ".join(term[telling[0].start : telling[-1].end].split())


def _overlap(one: Span, other: Span) -> float:
    """Shared characters over those of the shorter span."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / max(1, min(one.end - one.start, other.end - other.start))
