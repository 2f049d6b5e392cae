"""What is measured: shares with what they came from, scores, spending, progress."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from agent.models.base import Frozen


class Ratio(Frozen):
    """A share with what it was computed from. `value` is None, with a reason, when nothing could
    be counted."""

    value: Annotated[float | None, Field(ge=0, le=1)]
    numerator: float = 0.0
    denominator: float = 0.0
    reason: str = ""


class Coverage(Frozen):
    """Requirement coverage of one document in one profile (`literal` or `normalized`)."""

    coverage: Ratio
    """C: weighted share of requirements whose words are asserted in the document."""
    contextual: Ratio
    """C with 1.0 for a match in a bullet, 0.7 in the summary, 0.5 in a list only."""
    supportable: Ratio
    """SC: the same over requirements that the source supports, clean words only."""
    overreach: Ratio
    """O: the same over requirements that the source does not support."""
    must: Ratio
    preferred: Ratio
    responsibility: Ratio


class Score(Frozen):
    """All measures of one document; definitions in the design's Metrics section."""

    literal: Coverage
    normalized: Coverage
    ceiling: Ratio
    """K: weighted share of requirements that the source supports."""
    sc_safe: Ratio
    """Headline: literal SC after every line with an unsupported slot is reverted."""
    sc_safe_normalized: Ratio
    unsupported_rate: Ratio
    """Changed lines with at least one finding over changed lines."""
    findings: int
    critical: int
    major: int
    minor: int
    preservation: Ratio
    """Source slots that survive."""
    identity: Ratio
    """Titles, employers, dates, degrees that survive; must be 1."""
    stuffing: int
    """Repeats beyond max(2, source), comma runs, hidden text."""
    matched: tuple[str, ...] = ()
    """Ids of the requirements matched in the normalized profile."""


class Scores(Frozen):
    """The document as it was and as it is handed out."""

    before: Score
    after: Score


class Usage(Frozen):
    """What a run spent; adds with `+`."""

    calls: int = 0
    """Requests sent, failed tries included."""
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached_tokens: int = 0
    cost: float | None = 0.0
    """In US dollars; None as soon as the price of one call is not known."""
    seconds: float = 0.0
    """Time spent waiting for a model."""

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            calls=self.calls + other.calls,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            cost=None if self.cost is None or other.cost is None else self.cost + other.cost,
            seconds=self.seconds + other.seconds,
        )


class Progress(Frozen):
    """A step of a run, for a progress bar."""

    stage: Literal["read", "extract", "match", "rewrite", "verify", "score", "write"]
    done: int
    total: int
    message: str = ""
