"""A model's server for tests: whatever `brain` says, over a mock transport or a real socket."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

import httpx2

from agent.engines.base import Brief
from agent.engines.llm import LlmEngine
from agent.models import Bullet, Entry, Match, Requirement, Span
from agent.posting import read_posting


class Asked(NamedTuple):
    """A request as the stub understands it."""

    task: str
    """'requirements', 'rewrites' or 'answers'."""
    material: str
    """All that stands between the fence marks."""
    lines: dict[str, str]
    """Lines 'id: text' of the material that the schema lets be answered for."""
    body: dict[str, Any]
    headers: dict[str, str]

    @property
    def requirement_ids(self) -> list[str]:
        return re.findall(r"^(r\d+): ", self.material, re.MULTILINE)


class Fault(NamedTuple):
    """An answer that is not a completion: a status, headers and a body."""

    status: int
    body: str = ""
    headers: tuple[tuple[str, str], ...] = ()


Said = str | Fault | dict[str, Any]
Brain = Callable[[Asked], Said]


def understand(content: bytes, headers: dict[str, str]) -> Asked:
    body = json.loads(content)
    said = body["messages"][-1]["content"]
    fenced = re.search(r"<(fence-[0-9a-f]{8})>\n(.*)\n</\1>", said, re.DOTALL)
    material = fenced.group(2) if fenced else ""
    system = body["messages"][0]["content"]
    if "posting asks" in system:
        task = "requirements"
    else:
        task = "answers" if "evidence lines" in system else "rewrites"
    form = body.get("response_format", {}).get("json_schema", {}).get("schema")
    found = dict(re.findall(r"^((?:e\d+b|q)[\w-]+?)(?: claim)?: (.*)$", material, re.MULTILINE))
    if form:
        properties = next(iter(form["properties"].values()))["items"]["properties"]
        allowed = properties.get("id", {})
        ids = allowed.get("enum", [allowed.get("const")])
        found = {id: text for id, text in found.items() if id in ids}
    return Asked(task, material, found, body, headers)


def completion(text: str | None, *, finish: str = "stop", **message: Any) -> dict[str, Any]:
    """A completion in the server's form; every call costs 100 + 20 tokens."""
    return {
        "id": "c1", "object": "chat.completion", "created": 1, "model": "stub",
        "choices": [{
            "index": 0, "finish_reason": finish,
            "message": {"role": "assistant", "content": text, **message},
        }],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
    }  # fmt: skip


def whole_lines(asked: Asked) -> str:
    """The requirements of an honest model: each listed line of the posting, all its words."""
    found = []
    for line in asked.material.splitlines():
        if line.startswith("- "):
            quote = line.removeprefix("- ").rstrip(".")
            found.append({
                "quote": quote, "kind": "must", "category": "skill",
                "any_of": [[" ".join(quote.split()[-2:])]], "at_least": 1, "open": False,
                "min_years": None,
            })  # fmt: skip
    return json.dumps({"requirements": found})


def rewritten(asked: Asked, rewrite: Callable[[str, str], str | None]) -> str:
    """An answer that rewrites every line with `rewrite(id, text)`, quoting the line itself."""
    items = [
        {"id": id, "text": new, "requirements": asked.requirement_ids[:1], "quotes": [text]}
        for id, text in asked.lines.items()
        if (new := rewrite(id, text)) is not None
    ]
    return json.dumps({"rewrites": items, "order": []})


def honest(asked: Asked) -> str:
    """Finds the listed requirements and rewrites nothing."""
    if asked.task == "requirements":
        return whole_lines(asked)
    return json.dumps({asked.task: [], "order": []})


class Recorder(NamedTuple):
    """An engine on a stub, and everything that it sent."""

    engine: LlmEngine
    sent: list[Asked]
    raw: list[str]
    """Method, address, headers and body of each request, as text."""


def engine_on(brain: Brain, **options: Any) -> Recorder:
    """An engine whose requests are answered by `brain`, without a socket."""
    sent: list[Asked] = []
    raw: list[str] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        headers = dict(request.headers)
        raw.append(f"{request.method} {request.url}\n{headers}\n{request.content.decode()}")
        asked = understand(request.content, headers)
        sent.append(asked)
        said = brain(asked)
        if isinstance(said, Fault):
            return httpx2.Response(said.status, headers=dict(said.headers), text=said.body)
        return httpx2.Response(200, json=said if isinstance(said, dict) else completion(said))

    client = httpx2.AsyncClient(transport=httpx2.MockTransport(handle))
    options = {"model": "gpt-4.1-mini", "api_key": "sk-test", "http_client": client} | options
    return Recorder(LlmEngine(**options), sent, raw)


class Wire(NamedTuple):
    """How a real server answers one request."""

    status: int
    content: bytes
    headers: tuple[tuple[str, str], ...] = ()
    wait: float = 0.0
    """Seconds before the first byte."""
    drip: float = 0.0
    """Seconds between single bytes; 0 sends all at once."""
    reset_after: int | None = None
    """Bytes after which the connection is closed although more were announced."""


@contextmanager
def serve(answer: Callable[[Asked], Wire]) -> Iterator[tuple[str, list[Asked]]]:
    """A real HTTP server on this machine; yields its address and what it was asked."""
    sent: list[Asked] = []
    closing = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["content-length"]))
            asked = understand(content, dict(self.headers))
            sent.append(asked)
            wire = answer(asked)
            closing.wait(wire.wait)
            try:
                self.send_response(wire.status)
                for name, value in wire.headers:
                    self.send_header(name, value)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(wire.content)))
                self.end_headers()
                if wire.drip:
                    for at in range(len(wire.content)):
                        self.wfile.write(wire.content[at : at + 1])
                        self.wfile.flush()
                        if closing.wait(wire.drip):
                            return
                self.wfile.write(wire.content[: wire.reset_after])
                if wire.reset_after is not None:
                    self.close_connection = True
            except OSError:
                pass

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", sent
    finally:
        closing.set()
        server.shutdown()
        thread.join()
        server.server_close()


def wire(said: Said) -> Wire:
    """What a brain said, as a real server sends it."""
    if isinstance(said, Fault):
        return Wire(said.status, said.body.encode(), said.headers)
    body = said if isinstance(said, dict) else completion(said)
    return Wire(200, json.dumps(body).encode())


# --- small material ------------------------------------------------------------------------------

POSTING = read_posting(
    "Shift nurse\n\nWhat you will do\n- Triage of walk-in patients\n\nRequirements\n"
    "- Experience with Epic or Cerner\n- 3+ years of bedside care\n- BLS certification\n"
)


def requirement(id: str, quote: str, **fields: Any) -> Requirement:
    shape = {
        "span": Span(start=0, end=len(quote)), "kind": "must", "category": "skill",
        "any_of": ((quote,),),
    }  # fmt: skip
    return Requirement(id=id, quote=quote, **(shape | fields))


def brief(number: int = 1, *texts: str, **fields: Any) -> Brief:
    """A brief for entry `e<number>` with these lines, asked for triage."""
    lines = texts or (f"Sorted arrivals at desk {number} by need.",)
    id = f"e{number}"
    wanted = requirement("r1", "Triage of walk-in patients")
    shape = {
        "section": "experience",
        "entry": Entry(
            id=id, heading=f"Nurse, Ward {number}", title=f"Nurse {number}",
            employer=f"Ward {number}",
            bullets=tuple(
                Bullet(id=f"{id}b{n}", text=text) for n, text in enumerate(lines, start=1)
            ),
        ),
        "requirements": (wanted,),
        "matches": (Match(requirement_id="r1", support="implied"),),
    }  # fmt: skip
    return Brief(**(shape | fields))
