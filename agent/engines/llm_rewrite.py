"""One entry put to a model, and what of its answer goes on to verification.

What is sent: the entry's lines and heading, the person's facts about it, and quotes of the
requirements that matching found relevant; never the posting, never contact lines. What comes back
must name a line that was sent and quote words that are there; the rest is dropped and counted.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from agent.engines.base import Brief, Proposals
from agent.language.text import tokens
from agent.llm.client import Ask, Reply
from agent.llm.fencing import STABLE_TAG, fence, neutral, new_tag
from agent.llm.prompts import prompt
from agent.llm.quotes import contains
from agent.llm.redaction import MASK, redact, restore
from agent.llm.schemas import Rewrite, rewrites_shape
from agent.models import Bullet, Match, Proposal, Requirement, Usage

_MOST_REQUIREMENTS = 12
_MOST_LINES = 14
"""Lines of one entry rewritten in one question; a longer entry makes several questions."""
_LONGEST_QUOTE = 200
_MOST_GROWTH = (2, 160)
"""A rewrite may have this many times its line's characters and this many more."""
_ROOM = 100
"""Characters by which a server that bounds its model's strings lets a rewrite grow: enough for any
alias, and a model that repeats itself still comes to the end of its answer."""
_LEAST_KEPT = 0.4
"""Share of the line's words below which a rewrite drops more than it says."""
_LEAK = 7
"""Words in a row that a rewrite shares with the prompt only if it was told to print it."""
_MASK_REMNANT = re.compile(
    r"\b(?:NAME|EMAIL|LINK|BIRTH|ADDRESS|POSTCODE|PHONE|IDENTITY|EMPLOYER)[ _]\d"
)
_LABEL = re.compile(r"[^\W\d_][\w' -]{1,40}\s?[:：]\s")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]{2,}|[A-Z][a-z]?[A-Z]{1,3})(?=s?\b)")
"""'CFO', 'PhD', 'IPOs': an office, a degree or a name; one that was not shown is invented."""
_PICTURES = frozenset({"So", "Sk", "Co", "Cn"})
_LISTS = frozenset({"skills", "languages", "certifications"})
_ORDERED = frozenset({"experience", "projects", "volunteering"})
_LANGUAGES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "nl": "Dutch",
    "it": "Italian", "pt": "Portuguese", "pl": "Polish", "sv": "Swedish", "da": "Danish",
}  # fmt: skip


class Sent(NamedTuple):
    """One question about an entry, and what is needed to read its answer."""

    ask: Ask
    masks: dict[str, str]
    lines: dict[str, str]
    """Masked text of each line that may be rewritten, by id."""
    evidence: str
    """All masked words of the person that were sent."""
    shown: str
    """All that was sent in the fence, the requirements included."""
    requirement_ids: frozenset[str]


def questions(
    brief: Brief, *, mask_employers: bool = False, output_language: str | None = None
) -> list[Sent]:
    """The questions about one entry; none if nothing in it can or need be rewritten."""
    editable = [bullet for bullet in brief.entry.bullets if not bullet.locked and bullet.text]
    if brief.refused:
        wanted = {refused.proposal.bullet_id for refused in brief.refused}
        editable = [bullet for bullet in editable if bullet.id in wanted]
    if not editable or not (brief.requirements or brief.proven):
        return []
    parts = [editable[at : at + _MOST_LINES] for at in range(0, len(editable), _MOST_LINES)]
    return [
        _question(brief, part, len(parts) == 1, mask_employers, output_language) for part in parts
    ]


def _question(
    brief: Brief,
    editable: Sequence[Bullet],
    whole: bool,
    mask_employers: bool,
    output_language: str | None,
) -> Sent:
    entry = brief.entry
    pairs = list(zip(brief.requirements, brief.matches, strict=True))[:_MOST_REQUIREMENTS]
    wanted = [_wanted(requirement, match, brief) for requirement, match in pairs]
    faults = [
        f"{refused.proposal.bullet_id} refused: {refused.proposal.text} "
        f"({'; '.join(finding.reason for finding in refused.findings[:3])})"
        for refused in brief.refused
        if any(refused.proposal.bullet_id == bullet.id for bullet in editable)
    ]
    own = [
        " · ".join(entry.heading.split("\n")),
        *(bullet.text for bullet in entry.bullets),
        *(fact.text for fact in brief.facts),
        ", ".join(brief.proven),
    ]
    named = (*brief.employers, entry.employer or "") if mask_employers else ()
    employers = tuple(filter(None, named))
    masked = redact(
        map(neutral, (*own, *wanted, *faults)), personal=brief.personal, employers=employers
    )
    texts = list(masked.texts)
    heading = texts.pop(0)
    lines = {bullet.id: texts.pop(0) for bullet in entry.bullets}
    facts = [texts.pop(0) for _ in brief.facts]
    proven = texts.pop(0)
    listed = brief.section in _LISTS
    said = [f"entry: {heading}"] if heading else []
    said += [f"{id}: {text}" for id, text in lines.items()]
    said += [f"fact: {fact}" for fact in facts]
    said += [f"proven: {proven}"] if proven else []
    said += ["wanted:", *texts] if texts else []
    ordered = whole and not brief.refused and brief.section in _ORDERED and len(entry.bullets) > 2
    ids = [bullet.id for bullet in editable]
    requirement_ids = [requirement.id for requirement, _ in pairs]
    about = prompt(
        "repair_entry" if brief.refused else "rewrite_list" if listed else "rewrite_entry"
    )
    messages = about.messages(
        language=_language(brief.language, output_language),
        entry=fence("\n".join(said), new_tag()),
    )
    sizes = [len(lines[id]) for id in ids]
    lengths = (int(_LEAST_KEPT * min(sizes)), max(sizes) + _ROOM)
    shape = rewrites_shape(
        ids, requirement_ids, order_ids=list(lines) if ordered else (), lengths=lengths
    )
    expected = 200 + sum(len(bullet.text) for bullet in editable) + 60 * len(editable)
    return Sent(
        Ask(about.id, messages, shape, expected), masked.masks,
        {id: lines[id] for id in ids}, "\n".join((heading, *lines.values(), *facts, proven)),
        "\n".join(said), frozenset(requirement_ids),
    )  # fmt: skip


def _wanted(requirement: Requirement, match: Match, brief: Brief) -> str:
    """One requirement in a line: its quote where a line could take up its words, its terms where
    a list could; and the lines that already support it."""
    if brief.section in _LISTS and match.terms:
        said = ", ".join(match.terms)
    else:
        said = " ".join(requirement.quote.split())[:_LONGEST_QUOTE]
    own = {bullet.id for bullet in brief.entry.bullets}
    support = dict.fromkeys(e.source_id for e in match.evidence if e.source_id in own)
    return f"{requirement.id}: {said}" + (f" ({', '.join(support)})" if support else "")


def _longest(line: int) -> int:
    times, more = _MOST_GROWTH
    return times * line + more


def _language(language: str, output_language: str | None) -> str:
    code = output_language or language
    return f"Language: {_LANGUAGES.get(code[:2].lower(), code)}"


def proposals(brief: Brief, sent: Sequence[Sent], replies: Sequence[Reply]) -> Proposals:
    """What of the answers about one entry may go on to verification, with what was left out."""
    label = brief.entry.title or brief.entry.employer or brief.section
    kept: dict[str, Proposal] = {}
    dropped: Counter[str] = Counter()
    notes: list[str] = []
    order: tuple[str, ...] = ()
    before = {bullet.id: bullet.text for bullet in brief.entry.bullets}
    for question, reply in zip(sent, replies, strict=True):
        notes += reply.notes
        if reply.read is None:
            notes.append(f"{label}: {reply.failure}; nothing was proposed for it.")
            continue
        if reply.failure or reply.read.bad:
            dropped["cut short or out of shape"] += max(1, reply.read.bad)
        order = reply.read.order
        for item in reply.read.items:
            assert isinstance(item, Rewrite)
            fault = _fault(item, question, kept)
            if fault:
                dropped[fault] += 1
                continue
            text = restore(" ".join(item.text.split()), question.masks)
            if text == before[item.id]:
                continue
            ids = dict.fromkeys(id for id in item.requirements if id in question.requirement_ids)
            kept[item.id] = Proposal(bullet_id=item.id, text=text, requirement_ids=tuple(ids))
    if dropped:
        causes = ", ".join(f"{count} {cause}" for cause, count in dropped.items())
        notes.append(f"{label}: {sum(dropped.values())} answers of the model left out: {causes}.")
    return Proposals(
        proposals=tuple(kept.values()),
        order=order if sorted(order) == sorted(before) else (),
        usage=sum_usage(replies),
        notes=tuple(dict.fromkeys(notes)),
    )


def sum_usage(replies: Sequence[Reply]) -> Usage:
    """What the replies cost together."""
    return sum((reply.usage for reply in replies), Usage())


def _fault(item: Rewrite, question: Sent, kept: dict[str, Proposal]) -> str:
    """Why a rewrite is not even worth verifying, or ''."""
    own = question.lines.get(item.id)
    if own is None:
        return "for an unknown line"
    if item.id in kept:
        return "for a line already answered"
    text = " ".join(item.text.split())
    kept_words = len(tokens(text)) / max(1, len(tokens(own)))
    if not tokens(text):
        return "without words"
    if len(text) > _longest(len(own)):
        return "far too long"
    if kept_words < _LEAST_KEPT:
        return "that leave most of the line out"
    if neutral(text) != text or STABLE_TAG + "-" in text or _foreign(text, question.evidence):
        return "with hidden or foreign signs"
    marks = set(MASK.findall(text))
    if not marks <= set(MASK.findall(question.evidence)) or _MASK_REMNANT.search(
        MASK.sub("", text)
    ):
        return "with a mark that is not the line's"
    if (label := _LABEL.match(text)) and not own.startswith(label.group()):
        return "with a label that the line does not have"
    if not set(_ABBREVIATION.findall(MASK.sub("", text))) <= set(_words(question.shown)):
        return "with an abbreviation that nothing it was shown has"
    if _tells(text, question.ask.messages[0]["content"]):
        return "that repeats its orders"
    if not any(quote.strip() and contains(question.evidence, quote) for quote in item.quotes):
        return "without a supporting quote"
    return ""


def _foreign(text: str, own: str) -> bool:
    """Whether a rewrite has letters of a script, or of a typographic disguise, that the
    person's own words do not have: 'Ѕеniоr' in Cyrillic look-alikes, 'ｌｅａｄ' in full width; or
    a picture that they do not have: a trophy."""
    known = set(own)
    if any(unicodedata.category(char) in _PICTURES for char in set(text) - known):
        return True
    scripts = {_script(char) for char in known if char.isalpha()} | {"LATIN"}
    return any(
        _script(char) not in scripts or unicodedata.normalize("NFKC", char) != char
        for char in set(text) - known
        if char.isalpha()
    )


@lru_cache(maxsize=1024)
def _script(char: str) -> str:
    return unicodedata.name(char, "?").split(" ")[0]


def _words(text: str) -> list[str]:
    return re.findall(r"[\w&]+", text)


def _tells(text: str, orders: str) -> bool:
    """Whether a rewrite repeats a stretch of the prompt itself."""
    words, known = _plainly(text).split(" "), _plainly(orders)
    runs = (" ".join(words[at : at + _LEAK]) for at in range(len(words) - _LEAK + 1))
    return any(run in known for run in runs)


@lru_cache(maxsize=256)
def _plainly(text: str) -> str:
    return " ".join(word.norm for word in tokens(text))
