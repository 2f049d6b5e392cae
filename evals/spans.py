"""Spans of a text against those of an annotation: where they stand, and how far they overlap."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from agent.models import Posting, Requirement


def overlap_f1(
    predicted: Sequence[tuple[int, int]], gold_spans: Sequence[tuple[int, int]]
) -> tuple[int, int, int, int, int]:
    """(predicted, predicted that touch gold, gold, gold that are touched, exact)."""
    touched_p = sum(any(a < d and c < b for c, d in gold_spans) for a, b in predicted)
    touched_g = sum(any(a < d and c < b for c, d in predicted) for a, b in gold_spans)
    return (
        len(predicted),
        touched_p,
        len(gold_spans),
        touched_g,
        len(set(predicted) & set(gold_spans)),
    )


def show_spans(name: str, rows: Sequence[tuple[int, int, int, int, int]]) -> None:
    """Print overlap and exact F1 over several texts."""
    if not rows:
        return

    def value(chosen: Sequence[tuple[int, ...]], exact: bool = False) -> float:
        p, tp, g, tg, same = (sum(column) for column in zip(*chosen, strict=True))
        precision, recall = (
            (same / max(p, 1), same / max(g, 1)) if exact else (tp / max(p, 1), tg / max(g, 1))
        )
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    rng = random.Random(7)
    draws = sorted(value(rng.choices(rows, k=len(rows))) for _ in range(200))
    p, tp, g, tg, _ = (sum(column) for column in zip(*rows, strict=True))
    print(
        f"  {name:28} overlap F1 {value(rows):.3f} [{draws[5]:.2f}, {draws[-6]:.2f}] P "
        f"{tp / max(p, 1):.3f} R {tg / max(g, 1):.3f} exact F1 {value(rows, True):.3f} "
        f"n={len(rows)}"
    )


def term_spans(
    text: str,
    requirements: Sequence[Requirement],
    wanted: Callable[[Requirement], bool],
) -> list[tuple[int, int]]:
    """Where the terms of requirements stand in the original text."""
    spans: set[tuple[int, int]] = set()
    at = 0
    for requirement in requirements:
        start = find(text, requirement.quote, at)
        if start is None:
            start = find(text, requirement.quote, 0)
        if start is None:
            continue
        at = start[0]
        if not wanted(requirement):
            continue
        for term in {t for a in requirement.any_of for t in a}:
            place = find(text, term, start[0])
            if place and place[1] <= start[1] + 2:
                spans.add(place)
    return sorted(spans)


def find(text: str, quote: str, start: int) -> tuple[int, int] | None:
    """The next place of `quote` in `text`, spaces aside."""
    place = text.find(quote, start)
    if place >= 0:
        return place, place + len(quote)
    found = re.compile(r"\s+".join(map(re.escape, quote.split()))).search(text, start)
    return found.span() if found else None


def placed(text: str, posting: Posting, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of the cleaned text as spans of the original, read in step."""
    found: list[tuple[int, int]] = []
    at = 0
    for a, b in spans:
        # A little of what stands before tells repeated words apart.
        lead = posting.text[max(0, posting.text.rfind("\n", 0, a) + 1, a - 30) : a]
        place = find(text, lead + posting.text[a:b], max(0, at - 200)) or find(
            text, posting.text[a:b], at
        )
        if place:
            found.append((place[1] - (b - a), place[1]))
            at = place[1]
    return sorted(set(found))
