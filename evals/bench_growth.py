"""How a run grows: the processor's seconds at 1, 10 and 100 times the bullets, requirements and
postings, the exponent that fits them, and a plot of both."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from agent.errors import AgentError
from evals import bench_inputs
from evals.bench_steps import Tell, timed
from evals.stats import fitted_exponent

_TIMES = (1, 10, 100)


def growth(tell: Tell) -> dict[str, dict[str, Any]]:
    """Seconds and fitted exponent for each thing that can be many; 1 is linear.

    Args:
        tell: called with what is timed next.

    Returns:
        By name `sizes`, `seconds` (medians of the processor's own), `repeats` and `exponent`, or
        `unscored` with the reason where a size is refused.
    """
    found: dict[str, dict[str, Any]] = {}
    for name, at in _grown().items():
        taken = []
        try:
            for n in _TIMES:
                tell(f"{n} times the {name}")
                taken.append(timed(at(n), repeats=5, budget=4.0, warm=n == _TIMES[0]))
        except AgentError as error:
            found[name] = {"unscored": f"at {_TIMES[len(taken)]} times: {error}"}
            continue
        seconds = [one["cpu"] for one in taken]
        found[name] = {
            "sizes": list(_TIMES),
            "seconds": seconds,
            "repeats": [one["repeats"] for one in taken],
            "exponent": fitted_exponent(_TIMES, seconds),
        }
    return found


def _grown() -> dict[str, Callable[[int], Callable[[], object]]]:
    """What is done at n times the size, made ready before the clock starts."""
    from agent import OfflineEngine, rank, read_posting, read_resume, tailor

    text = bench_inputs.posting_text()
    small = bench_inputs.resume_text(12).encode()

    def tailored(resume: bytes, posting: str) -> Callable[[], object]:
        return lambda: tailor(
            read_resume(resume, name="bench.md"), read_posting(posting), engine=OfflineEngine()
        )

    def ranked(postings: Sequence[str]) -> Callable[[], object]:
        return lambda: list(rank(read_resume(small, name="bench.md"), postings))

    return {
        "bullets": lambda n: tailored(bench_inputs.resume_text(12 * n).encode(), text),
        "requirements": lambda n: tailored(small, bench_inputs.requirement_lines(8 * n)),
        "postings": lambda n: ranked(bench_inputs.postings(10 * n)),
    }


# --- the plot -----------------------------------------------------------------------------------

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 640.0, 320.0, 64.0, 200.0, 34.0, 44.0
_QUIET = 'class="quiet-text" fill="var(--quiet, #5b6774)"'
_RULE = 'stroke="var(--line, #d8d5cc)"'
_LINEAR = "linear"
_DASHES = {"bullets": "", "requirements": "6 3", "postings": "2 3"}


class _Line(NamedTuple):
    name: str
    points: list[tuple[float, float]]
    label: str
    label_y: float


def plot(found: dict[str, dict[str, Any]]) -> str:
    """The growth as an SVG on two logarithmic axes, where linear growth is a slope of 1.

    Args:
        found: as `growth` gives it; what is unscored is left out.

    Returns:
        An `<svg>` that stands alone and takes its page's `--ink`, `--quiet`, `--line` and `--good`;
        '' if there is nothing to draw.
    """
    drawn = {name: of for name, of in found.items() if "exponent" in of}
    if not drawn:
        return ""
    seconds = [second for of in drawn.values() for second in of["seconds"]]
    sizes = [size for of in drawn.values() for size in of["sizes"]]
    bottom, top = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))
    left, right = math.log10(min(sizes)), math.log10(max(sizes))

    def x(size: float) -> float:
        return _LEFT + (math.log10(size) - left) / (right - left) * (_WIDTH - _LEFT - _RIGHT)

    def y(second: float) -> float:
        share = (math.log10(second) - bottom) / (top - bottom)
        return (_HEIGHT - _BOTTOM) - share * (_HEIGHT - _BOTTOM - _TOP)

    lines = [
        _Line(
            name,
            [(x(size), y(second)) for size, second in zip(of["sizes"], of["seconds"], strict=True)],
            f"{name}: exponent {of['exponent']:.2f}",
            y(of["seconds"][-1]),
        )
        for name, of in drawn.items()
    ]
    # From the corner, at most as far as the plot goes.
    far = min(right - left, top - bottom)
    corner, end = (x(10**left), y(10**bottom)), (x(10 ** (left + far)), y(10 ** (bottom + far)))
    lines.append(_Line(_LINEAR, [corner, end], "linear: exponent 1", end[1]))
    grid = [_vertical(x(size), f"{size:g}×") for size in sorted(set(sizes))]
    grid += [_horizontal(y(10.0**power), _seconds(10.0**power)) for power in range(bottom, top + 1)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH:g}" '
            f'viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}" '
            'role="img" aria-label="Processor seconds at 1, 10 and 100 times the size" '
            'font-family="system-ui, sans-serif" font-size="12">',
            *grid,
            *[_drawn(line) for line in _apart(lines)],
            f'<text x="0" y="14" {_QUIET}>processor seconds</text>',
            f'<text x="{_LEFT:g}" y="{_HEIGHT - 6:g}" {_QUIET}>times the size</text>',
            "</svg>",
        ]
    )


def _seconds(value: float) -> str:
    return f"{value:g} s" if value >= 1 else f"{1000 * value:g} ms"


def _vertical(at: float, label: str) -> str:
    end = _HEIGHT - _BOTTOM
    return (
        f'<line x1="{at:.1f}" x2="{at:.1f}" y1="{_TOP:g}" y2="{end:g}" {_RULE}/>'
        f'<text x="{at:.1f}" y="{end + 16:g}" text-anchor="middle" {_QUIET}>'
        f"{label}</text>"
    )


def _horizontal(at: float, label: str) -> str:
    end = _WIDTH - _RIGHT
    return (
        f'<line x1="{_LEFT:g}" x2="{end:g}" y1="{at:.1f}" y2="{at:.1f}" {_RULE}/>'
        f'<text x="{_LEFT - 8:g}" y="{at + 4:.1f}" text-anchor="end" {_QUIET}>'
        f"{label}</text>"
    )


def _apart(lines: Sequence[_Line]) -> list[_Line]:
    """Labels at least a line of text apart, from the top down."""
    placed: list[_Line] = []
    for line in sorted(lines, key=lambda one: one.label_y):
        floor = placed[-1].label_y + 16 if placed else line.label_y
        placed.append(line._replace(label_y=max(line.label_y, floor)))
    return placed


def _drawn(line: _Line) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in line.points)
    at = f'x="{_WIDTH - _RIGHT + 12:.1f}" y="{line.label_y + 4:.1f}"'
    if line.name == _LINEAR:
        return (
            f'<path d="M {path.replace(" ", " L ")}" fill="none" stroke-dasharray="1 4" '
            f'stroke="var(--quiet, #5b6774)" stroke-width="1.5"/>'
            f"<text {at} {_QUIET}>{line.label}</text>"
        )
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="var(--good, #14684f)"/>'
        for x, y in line.points
    )
    return (
        f'<polyline points="{path}" fill="none" stroke="var(--good, #14684f)" stroke-width="2" '
        f'stroke-dasharray="{_DASHES.get(line.name, "")}"/>{dots}'
        f'<text {at} fill="var(--ink, #1d2733)">{line.label}</text>'
    )
