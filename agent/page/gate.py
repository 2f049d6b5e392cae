"""What every answer of the server passes: private headers, no visitor's files, our own downloads.

Gradio serves any file of its temporary folder to whoever knows the path. Nothing of the page needs
that, so it is closed; the files a person takes away stand under an address that nobody can guess.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

# Gradio's own scripts are inline and evaluate templates; everything else comes from here or not
# at all.
HEADERS = [
    (
        b"content-security-policy",
        b"default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
        b"style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        b"connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
        b"form-action 'self'; frame-ancestors 'none'",
    ),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
]
TAKE = "/take/"
CLOSED = ("/gradio_api/file", "/file", "/gradio_api/stream", "/gradio_api/proxy", "/proxy", "/runs",
          "/run-history", "/gradio_api/run-history")  # fmt: skip

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]


class Gate:
    """ASGI middleware around the page.

    Args:
        app: what answers everything that is neither closed nor a download.
        folder: where `new_folder` makes the folders to take files from.
    """

    def __init__(self, app: App, folder: Path) -> None:
        self.app = app
        self.folder = folder

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in HEADERS}
                sent = [pair for pair in message.get("headers", []) if pair[0].lower() not in own]
                message["headers"] = [*sent, *HEADERS]
            await send(message)

        path = str(scope.get("path", "")) if scope["type"] == "http" else ""
        answer = self.app
        if path.startswith(TAKE):
            answer = _download(self.folder, path.removeprefix(TAKE))
        elif path.startswith(CLOSED):
            answer = _nothing()
        await answer(scope, receive, send_with_headers)


def new_folder(folder: Path) -> Path:
    """A folder in `folder` whose name nobody can guess."""
    made = folder / f"out-{secrets.token_urlsafe(32)}"
    made.mkdir(mode=0o700)
    return made


def address(file: Path) -> str:
    """Where the page serves a file of a `new_folder`."""
    return f"{TAKE}{file.parent.name.removeprefix('out-')}/{quote(file.name)}"


def _download(folder: Path, asked: str) -> App:
    from starlette.responses import FileResponse

    token, _, name = asked.partition("/")
    file = folder / f"out-{token}" / name
    if len(token) < 40 or file.resolve().parent.parent != folder.resolve() or not file.is_file():
        return _nothing()
    response: App = FileResponse(file, filename=name, media_type="application/octet-stream")
    return response


def _nothing() -> App:
    from starlette.responses import PlainTextResponse

    response: App = PlainTextResponse("Nothing is here.", status_code=404)
    return response
