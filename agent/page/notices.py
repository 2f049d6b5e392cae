"""What a plain difference hides from a tired reader, in words, for the cards of the review."""

from __future__ import annotations

import re

from agent.language.ladders import AGENCY, known
from agent.language.quantities import find_quantities
from agent.models import Change

_CLAIM = dict(
    zip(AGENCY, ("looking on", "helping", "doing", "managing", "leading", "founding"), strict=True)
)
_ONLY = frozenset({"only", "solely", "alone"})
_WORD = re.compile(r"[^\W\d_]+")


def notices(change: Change, sources: dict[str, str]) -> list[str]:
    """Sentences on what a reviewer should look at twice: lost figures, dropped qualifiers, moves
    on a ladder, facts from elsewhere, another opening.

    Args:
        change: the line before and after, with its evidence.
        sources: what to call the source of a piece of evidence, by its id.
    """
    if change.before == change.after:
        return []
    found = [*_figures(change), *_qualifiers(change), *_ladder(change)]
    if change.status != "reverted":
        found += _moved(change, sources)
    return found


def _figures(change: Change) -> list[str]:
    kept = {(quantity.low, quantity.high) for quantity in find_quantities(change.after)}
    lost = [
        change.before[quantity.start : quantity.end]
        for quantity in find_quantities(change.before)
        if (quantity.low, quantity.high) not in kept
    ]
    return [f"Leaves out the figure {_listed(lost)}."] if lost else []


def _qualifiers(change: Change) -> list[str]:
    """Words that say how often, how well or how far, and are gone or another now."""
    before, after = _rungs(change.before), _rungs(change.after)
    found = []
    for lemma, (word, ladders) in before.items():
        if lemma in after:
            continue
        instead = [w for key, (w, other) in after.items() if key not in before and ladders & other]
        found.append(
            f"Says “{instead[0]}” where you wrote “{word}”."
            if instead
            else f"Drops the qualifier “{word}”."
        )
    return found


def _rungs(text: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Lemma -> the word and the ladders it stands on."""
    words = [(word, known(word.lower())) for word in _WORD.findall(text)]
    return {
        one.lemma: (word, frozenset(ladder for ladder, _ in one.rungs) or one.marks)
        for word, one in words
        if word.lower() in _ONLY or ("people" not in one.marks and one.rungs)
    }


def _ladder(change: Change) -> list[str]:
    """The first verb of each, and how much of the work it claims."""
    old, new = _opening(change.before), _opening(change.after)
    kept = {word.lower() for word in _WORD.findall(change.after)}
    had = {known(word.lower()).lemma for word in _WORD.findall(change.before)}
    if not new or not old or old.lower() in kept or known(new.lower()).lemma in had:
        return []
    was, now = known(old.lower()).agency, known(new.lower()).agency
    said = f"Opens with “{new}” instead of “{old}”"
    if was is None or now is None:
        return [f"{said}."]
    if was == now:
        return []
    way = "more" if now > was else "less"
    return [f"{said}: claims {way}, {_CLAIM[AGENCY[now]]} where you wrote {_CLAIM[AGENCY[was]]}."]


def _opening(text: str) -> str:
    found = _WORD.search(text)
    return found.group() if found else ""


def _moved(change: Change, sources: dict[str, str]) -> list[str]:
    """New words that the evidence has in another line."""
    mine = {known(word.lower()).lemma for word in _WORD.findall(change.before)}
    new = {
        known(word.lower()).lemma: word
        for word in _WORD.findall(change.after)
        if known(word.lower()).kind == "content"
    }
    words: dict[str, list[str]] = {}
    for evidence in change.evidence:
        theirs = {known(word.lower()).lemma for word in _WORD.findall(evidence.quote)}
        if evidence.source_id != change.bullet_id:
            place = sources.get(evidence.source_id, "another line of yours")
            words.setdefault(place, []).extend(
                word for lemma, word in new.items() if lemma in theirs - mine
            )
    return [f"Moves {_listed(moved)} here from {place}." for place, moved in words.items() if moved]


def _listed(words: list[str]) -> str:
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words))
