"""The page under load: `python -m evals.measure_page`.

Starts the page as a person would; in a real Chromium, measures the first paint and the wait from
the click on the example to its cards. Then lets 20 people tailor at once, each with a resume of
their own, then one person 200 times. Prints the seconds each waited, whether each got their own
result, how much memory the server grew by, and the machine's load. Everything stays on 127.0.0.1.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

CHROMIUM = "/usr/bin/chromium"
RESUME = """\
# {name}
someone@example.com

## Experience
### Registered Nurse, {name} Hospital (Mar 2019 – Present)
- Responsible for the care of {count} patients per shift.
- Charted in the EHR within the hour.
- Helped train new graduates.

## Skills
Wound care, Telemetry
"""
POSTING = """\
Staff Nurse
Requirements
- Experience with an electronic health record (EHR).
- Telemetry and wound care.
- 2+ years of acute care.
"""


@contextmanager
def served() -> Iterator[tuple[str, int]]:
    """The page in a process of its own: its address and process id."""
    server = subprocess.Popen(
        [sys.executable, "-u", "-c", "import app; app.launch_page(port=0)"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert server.stdout is not None
    try:
        for line in server.stdout:
            found = re.search(r"http://127\.0\.0\.1:\d+", line)
            if found:
                yield found.group(), server.pid
                return
        raise RuntimeError("the page did not start")
    finally:
        server.terminate()
        server.wait()
        server.stdout.close()


def tailored_once(client: Any, name: str, count: int) -> tuple[float, bool]:
    """Seconds waited, and whether the answer is this person's own."""
    started = time.perf_counter()
    answer = client.predict(RESUME.format(name=name, count=count), POSTING, api_name="/tailor")
    own = f"# {name}" in answer["text"] and f"{count} patients" in answer["text"]
    return time.perf_counter() - started, own


def resident_megabytes(pid: int) -> float:
    """Memory that a process holds now."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def seen(address: str, visits: int) -> list[tuple[float, float]]:
    """Seconds to the first paint, and from the click on the example to its cards, each visit."""
    from playwright.sync_api import sync_playwright

    waits = []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for _ in range(visits):
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            page.goto(address)
            page.wait_for_selector("#use-example")
            painted = page.evaluate(
                "performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000"
            )
            started = time.perf_counter()
            page.click("#use-example")
            page.wait_for_selector("#cards .v-card")
            waits.append((painted, time.perf_counter() - started))
            context.close()
        browser.close()
    return waits


def main() -> int:
    """Print what was measured; 1 if somebody got another person's result."""
    parser = argparse.ArgumentParser(description="The page under load.")
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--visits", type=int, default=5)
    arguments = parser.parse_args()
    from gradio_client import Client

    with served() as (address, pid):
        waits = seen(address, arguments.visits)
        for what, index in (("first paint", 0), ("click on the example to its cards", 1)):
            each = sorted(wait[index] for wait in waits)
            print(f"{what}: median {median(each):.2f} s, worst of {len(each)} {each[-1]:.2f} s")
        names = [f"Person {chr(65 + n % 26)}{n}" for n in range(arguments.people)]
        with ThreadPoolExecutor(arguments.people) as pool:
            clients = list(pool.map(lambda _: Client(address, verbose=False), names))
            tailored_once(clients[0], "Warm", 3)
            answers = list(pool.map(tailored_once, clients, names, range(4, 4 + arguments.people)))
        waited = sorted(seconds for seconds, _ in answers)
        mixed = sum(not own for _, own in answers)
        print(f"{arguments.people} at once: median {median(waited):.2f} s, "
              f"p95 {waited[int(0.95 * (len(waited) - 1))]:.2f} s, {mixed} mixed up")  # fmt: skip
        held = []
        for run in range(arguments.runs):
            mixed += not tailored_once(clients[0], "Again", 3 + run % 40)[1]
            if run % 50 == 49:
                held.append(resident_megabytes(pid))
        print(f"{arguments.runs} runs: memory every 50 runs, MB: {[round(mb) for mb in held]}")
    print(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    return 1 if mixed else 0


if __name__ == "__main__":
    raise SystemExit(main())
