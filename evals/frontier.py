"""The frontier plot: where each solver stands between lying and saying what is true."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from evals import metrics
from evals.runs import Run
from evals.solvers import LIARS


class Frame(NamedTuple):
    """The plot's size and margins, in SVG units."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    def x(self, share: float) -> float:
        """Where a share of documents stands, 0 at the left."""
        return self.left + share * (self.width - self.left - self.right)

    def y(self, share: float) -> float:
        """Where a share of coverage stands, 0 at the bottom."""
        inner = self.height - self.bottom - self.top
        return (self.height - self.bottom) - share * inner


FRAME = Frame(width=860.0, height=430.0, left=56.0, right=190.0, top=30.0, bottom=46.0)
_LABEL_WIDTH, _LINE = 170.0, 17.0


class Point(NamedTuple):
    """A solver, in SVG units, y down, with its two intervals."""

    name: str
    kind: str
    x: float
    y: float
    left: float
    right: float
    top: float
    bottom: float
    label_x: float
    label_y: float


def kind(run: Run) -> str:
    """'liar' or 'honest'."""
    return "liar" if run.name in LIARS else "honest"


def points(tailoring: Sequence[Run], frame: Frame = FRAME) -> list[Point]:
    """Each solver that has both shares, labels apart from each other."""
    found = []
    for run in tailoring:
        dirty, said = metrics.frontier(run.cases)
        if dirty.value is None or said.value is None:
            continue
        low, high = (said.value if end is None else end for end in (said.low, said.high))
        x, right = frame.x(dirty.value), frame.x(dirty.high or 0)
        y = frame.y(said.value)
        found.append(
            Point(
                run.name, kind(run), x, y, frame.x(dirty.low or 0), right, frame.y(high),
                frame.y(low), max(x + 12, right + 10), y,
            )
        )  # fmt: skip
    return _apart(found)


def _apart(found: list[Point]) -> list[Point]:
    """Labels at least a line of text apart, for points that stand above each other."""
    placed: list[Point] = []
    for point in sorted(found, key=lambda p: p.y):
        y = point.y
        for other in placed:
            if abs(other.label_x - point.label_x) < _LABEL_WIDTH and y - other.label_y < _LINE:
                y = other.label_y + _LINE
        placed.append(point._replace(label_y=y))
    return placed
