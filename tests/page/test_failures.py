"""What goes wrong is said in a sentence where it belongs, and the work on the page stays."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket]
WAIT = 60_000
KEY = "sk-a-key-nobody-may-see"


@pytest.fixture
def servers() -> Iterator[tuple[str, str, threading.Event]]:
    """A model server that refuses every key, one that never answers, and word that a person has
    hung up on the second."""
    hung_up, over = threading.Event(), threading.Event()

    class Refuses(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(401)
            self.end_headers()
            self.wfile.write(b'{"error": {"message": "Incorrect API key provided"}}')

        def log_message(self, *_: Any) -> None: ...

    class Waits(Refuses):
        def do_POST(self) -> None:
            self.connection.settimeout(0.2)
            self.rfile.read(int(self.headers["Content-Length"]))
            while not over.is_set():
                try:
                    if self.connection.recv(1) == b"":
                        hung_up.set()
                        return
                except TimeoutError:
                    continue

    running = [ThreadingHTTPServer(("127.0.0.1", 0), one) for one in (Refuses, Waits)]
    for server in running:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    refuses, waits = (f"http://127.0.0.1:{server.server_address[1]}/v1" for server in running)
    yield refuses, waits, hung_up
    over.set()
    for server in running:
        server.shutdown()
        server.server_close()


def test_a_taken_port_is_one_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "agent.cli", "serve", "--port", port],
            capture_output=True, text=True, timeout=120,
        )  # fmt: skip
    assert done.returncode == 2
    assert f"port {port}" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_work_survives_bad_input(wide: Any, tmp_path: Path) -> None:
    wide.example()
    count = len(wide.page.query_selector_all("#cards .v-card"))
    wide.page.fill("#posting textarea", "Lunch is nice here.")
    wide.page.click("#run")
    wide.page.wait_for_selector("#said .v-problem", timeout=WAIT)
    assert len(wide.page.query_selector_all("#cards .v-card")) == count
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 cut off")
    wide.page.set_input_files("#resume input[type=file]", str(broken))
    wide.page.wait_for_selector("#resume-said .v-problem", timeout=WAIT)


def test_the_work_survives_a_wrong_key_a_dead_server_and_a_stop(
    wide: Any, servers: tuple[str, str, threading.Event]
) -> None:
    refuses, waits, hung_up = servers
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        dead = f"http://127.0.0.1:{closed.getsockname()[1]}/v1"
    wide.example()
    page = wide.page
    count = len(page.query_selector_all("#cards .v-card"))
    page.click("#engine button.label-wrap")
    page.get_by_label("LLM").check()
    page.fill("#model textarea, #model input", "some-model")
    page.fill("#key input", KEY)
    page.fill("#server textarea, #server input", refuses)
    page.keyboard.press("Tab")
    page.wait_for_selector("#estimated >> text=calls", timeout=WAIT)
    for server in (refuses, dead):
        page.fill("#server textarea, #server input", server)
        before = page.inner_text("#said")
        page.click("#run")
        page.wait_for_function(
            "old => { const said = document.querySelector('#said .v-problem');"
            " return said && said.innerText.trim() !== old.trim(); }",
            arg=before,
            timeout=WAIT,
        )
        assert len(page.query_selector_all("#cards .v-card")) == count
    page.fill("#server textarea, #server input", waits)
    page.click("#run")
    page.wait_for_selector("#stop", state="visible", timeout=WAIT)
    page.click("#stop")
    page.wait_for_selector("#said >> text=Stopped", timeout=WAIT)
    assert hung_up.wait(20), "the call under way was not ended"
    assert len(page.query_selector_all("#cards .v-card")) == count
    assert KEY not in page.content()
    assert page.inner_text("#engine-said").count("the key you entered") == 1
    assert not wide.errors
