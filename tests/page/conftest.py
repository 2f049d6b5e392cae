from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
WAIT = 30_000
CHROMIUM = Path("/usr/bin/chromium")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip


@pytest.fixture(scope="session")
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the served page takes for the machine's temporary folder."""
    return tmp_path_factory.mktemp("served")


@contextmanager
def served(options: str, temporary: Path) -> Iterator[str]:
    """The page in a process of its own, as a person would start it."""
    server = subprocess.Popen(
        [sys.executable, "-u", "-c", f"import app; app.launch_page(port=0{options})"],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert server.stdout is not None
    try:
        for line in server.stdout:
            found = re.search(r"http://127\.0\.0\.1:\d+", line)
            if found:
                yield found.group()
                break
        else:
            pytest.fail("the page did not start")
    finally:
        server.terminate()
        server.wait(timeout=20)
        server.stdout.close()


@pytest.fixture(scope="session")
def address(temporary: Path) -> Iterator[str]:
    """Where the page is served for all tests; its temporary folder is empty afterwards."""
    with served("", temporary) as found:
        yield found
    assert not list(temporary.glob("vouched-page-*")), "something outlived the server"


@pytest.fixture
def closed_address(tmp_path: Path) -> Iterator[str]:
    """A page that asks for a password."""
    with served(", password='quite secret'", tmp_path) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A real Chromium, shared; each test opens its own context."""
    playwright = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip("needs /usr/bin/chromium")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield chromium
        chromium.close()


class Visit:
    """One person's browser, with what it asked for and complained about."""

    def __init__(self, context: Any, address: str) -> None:
        self.page = context.new_page()
        self.foreign: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", self._request)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.errors.append("dialog"), dialog.dismiss()))
        self.page.goto(address)
        self.page.wait_for_selector("#use-example", timeout=WAIT)

    def _request(self, request: Any) -> None:
        if not request.url.startswith(("http://127.0.0.1", "data:", "blob:")):
            self.foreign.append(request.url)

    def open_all(self) -> None:
        """Every part that is folded away."""
        for label in self.page.query_selector_all("button.label-wrap:not(.open)"):
            if label.is_visible():
                label.click()

    def fits(self) -> bool:
        """Whether nothing has to be scrolled sideways."""
        width = self.page.evaluate("document.documentElement.scrollWidth")
        return bool(width <= self.page.viewport_size["width"] + 1)

    def example(self) -> None:
        self.page.click("#use-example")
        self.page.wait_for_selector("#cards .v-card", timeout=WAIT)

    def tailor(self, resume: Path, posting: str) -> None:
        self.page.set_input_files("#resume input[type=file]", str(resume))
        self.page.wait_for_selector("#resume-said >> text=understood", timeout=WAIT)
        self.page.fill("#posting textarea", posting)
        self.page.click("#run")

    def files(self, folder: Path) -> dict[str, Path]:
        self.page.click("#make")
        self.page.wait_for_selector("#files a[download]", timeout=WAIT)
        saved = {}
        for link in self.page.query_selector_all("#files a[download]"):
            with self.page.expect_download() as coming:
                link.click()
            name = coming.value.suggested_filename
            coming.value.save_as(folder / name)
            saved[name] = folder / name
        return saved


Open = Callable[..., Visit]


@pytest.fixture
def open_visit(browser: Any, address: str) -> Iterator[Open]:
    """Opens the page as one more person, in a browser context of their own."""
    contexts = []

    def opened(width: int = 1280, **more: Any) -> Visit:
        scheme = more.get("color_scheme", "light")
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, **more))
        return Visit(contexts[-1], f"{address}/?__theme={scheme}")

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(params=[1280, 420], ids=["wide", "phone"])
def visit(request: pytest.FixtureRequest, open_visit: Open) -> Visit:
    return open_visit(request.param)


@pytest.fixture
def wide(open_visit: Open) -> Visit:
    return open_visit()
