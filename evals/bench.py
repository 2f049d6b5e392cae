"""How fast, how big, and how it grows: `python -m evals.bench [--out FILE] [--plot FILE]`.

Every time is the median of repeats, with the fastest and the slowest beside it; machines differ, so
the result carries what it was measured on, and two results compare as ratios: `--compare OLD NEW`.
Kept as `out/evals/bench.json`, it becomes part of `vouched eval report`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evals.bench_growth import growth, plot
from evals.bench_steps import cold, llm, steps
from evals.runs import FOLDER, revision, versions

BENCH = FOLDER / "bench.json"
"""Where `vouched eval report` looks for a kept measurement."""


class BenchRow(NamedTuple):
    """A measurement as it is shown."""

    name: str
    median: str
    spread: str
    cpu: str
    repeats: int


def measure() -> dict[str, Any]:
    """All of it."""
    return {
        "revision": revision(),
        "versions": versions(),
        "machine": machine(),
        "cold": cold(_tell),
        "steps": steps(_tell),
        "growth": growth(_tell),
        "llm": llm(_tell),
    }


def machine() -> dict[str, Any]:
    """What the numbers were measured on."""
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0))
        if hasattr(os, "sched_getaffinity")
        else os.cpu_count(),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
    }


def _processor() -> str:
    facts = Path("/proc/cpuinfo")
    if facts.exists():
        for line in facts.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def read_bench(path: Path) -> dict[str, Any]:
    """A kept measurement.

    Raises:
        OSError: there is none.
        ValueError: it is not one, or of another version of this benchmark.
    """
    found = json.loads(path.read_text(encoding="utf-8"))
    parts = {"revision", "machine", "cold", "steps", "growth", "llm"}
    if not isinstance(found, dict) or not parts <= found.keys() or "overhead" not in found["llm"]:
        raise ValueError(f"{path.name} is not a measurement of this version; measure again.")
    return found


def compare(old: dict[str, Any], new: dict[str, Any]) -> str:
    """New over old, number by number; above 1 is slower, bigger or dearer."""
    lines = [
        f"{old['revision']} -> {new['revision']}: new / old"
        + (f", BUT ON OTHER MACHINES: {facts}" if (facts := _other_machines(old, new)) else ""),
        "  wall   cpu",
    ]
    before, after = dict(_numbers(old)), dict(_numbers(new))
    for name, (wall, cpu) in after.items():
        if name in before:
            was, busy = before[name]
            lines.append(f"  {_ratio(wall, was)}  {_ratio(cpu, busy)}  {name}")
    for name, now in new["growth"].items():
        exponent = old["growth"].get(name, {}).get("exponent")
        if exponent is not None and "exponent" in now:
            lines.append(f"  growth with {name}: exponent {exponent:.2f} -> {now['exponent']:.2f}")
    lines += [f"  only in one of them: {name}" for name in before.keys() ^ after.keys()]
    return "\n".join(lines)


def _other_machines(old: dict[str, Any], new: dict[str, Any]) -> str:
    facts = ("processor", "cores", "python")
    return ", ".join(
        f"{fact} {old['machine'][fact]} and {new['machine'][fact]}"
        for fact in facts
        if old["machine"][fact] != new["machine"][fact]
    )


def _numbers(found: dict[str, Any]) -> Iterator[tuple[str, tuple[float | None, float | None]]]:
    """Name -> (wall seconds or amount, processor seconds) of all that compares as a ratio."""
    for name, of in (found["cold"] | found["steps"]).items():
        yield name, (of.get("seconds", of.get("bytes")), of.get("cpu"))
    overhead = found["llm"]["overhead"]
    yield "LLM overhead beside waiting", (overhead["seconds"], overhead["cpu"])
    for name in ("depth", "calls", "prompt_tokens"):
        yield f"LLM {name.replace('_', ' ')}", (found["llm"][name], None)


def _ratio(new: float | None, old: float | None) -> str:
    return f"{new / old:4.2f}" if new and old else "   –"


def bench_rows(found: Mapping[str, Any]) -> list[BenchRow]:
    """Each thing measured, as it is shown to people."""
    rows = []
    for name, of in (found["cold"] | found["steps"]).items():
        keys = ("bytes", "least", "most") if "bytes" in of else ("seconds", "fastest", "slowest")
        middle, least, most = (_shown(of[key], keys[0]) for key in keys)
        cpu = _shown(of["cpu"], "seconds") if "cpu" in of else ""
        rows.append(BenchRow(name, middle, f"{least} to {most}", cpu, of["repeats"]))
    return rows


def _shown(value: float, unit: str) -> str:
    if unit == "bytes":
        return f"{value / 2**20:.0f} MB"
    if value >= 1:
        return f"{value:.2f} s"
    return f"{1000 * value:.1f} ms" if value >= 0.01 else f"{1000 * value:.2f} ms"


def table(found: dict[str, Any]) -> str:
    """The measurement as plain text."""
    facts = found["machine"]
    lines = [
        f"{found['revision']} on {facts['processor']}, {facts['cores']} cores, Python "
        f"{facts['python']}, load {facts['load']}"
    ]
    lines += [
        f"  {row.name:28} {row.median:>12}  ({row.spread}, {row.repeats} repeats"
        + (f"; cpu {row.cpu})" if row.cpu else ")")
        for row in bench_rows(found)
    ]
    rate = 1 / found["steps"]["verify one rewrite"]["seconds"]
    lines.append(f"  {'rewrites verified a second':28} {rate:9.0f}")
    for name, of in found["growth"].items():
        if "unscored" in of:
            lines.append(f"  growth with {name}: unscored, {of['unscored']}")
            continue
        times = ", ".join(
            f"{n}x {s:.3f} s" for n, s in zip(of["sizes"], of["seconds"], strict=True)
        )
        lines.append(f"  growth with {name}: {times}; exponent {of['exponent']:.2f}")
    on = found["llm"]
    over = on["overhead"]
    lines.append(
        f"  LLM on a stub of {on['model_seconds']} s: {on['calls']} calls, depth {on['depth']}, "
        f"{on['prompt_tokens']} prompt tokens, {1000 * over['seconds']:.0f} ms beside waiting "
        f"({1000 * over['fastest']:.0f} to {1000 * over['slowest']:.0f}), "
        f"{1000 * over['cpu']:.0f} ms computing"
    )
    return "\n".join(lines)


def _tell(what: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{what:60}", end="", file=sys.stderr)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print, or compare two kept measurements; 2 if a file can't be used."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, help="keep the numbers as JSON")
    parser.add_argument("--plot", type=Path, help="keep the growth as an SVG")
    parser.add_argument("--compare", type=Path, nargs=2, metavar=("OLD", "NEW"))
    arguments = parser.parse_args(argv)
    try:
        if arguments.compare:
            old, new = (read_bench(path) for path in arguments.compare)
            print(compare(old, new))
            return 0
        found = measure()
        print(table(found))
        for path, text in (
            (arguments.out, json.dumps(found, indent=1)),
            (arguments.plot, plot(found["growth"])),
        ):
            if path:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text + "\n", encoding="utf-8")
    except (OSError, ValueError) as error:
        print(f"Can't use that measurement: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
