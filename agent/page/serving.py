"""How the page is served: on this machine only, with nothing kept and nothing fetched.

Import gradio from here: its environment is set before it is imported.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import time
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any

# A folder of this process's own, emptied when it ends; gradio reads all of these on import.
FOLDER = Path(tempfile.mkdtemp(prefix="vouched-page-"))
os.environ["GRADIO_TEMP_DIR"] = str(FOLDER)
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

import gradio as gr  # noqa: E402

__all__ = ["FOLDER", "empty_old_folders", "gr", "serve"]

KEPT_SECONDS = 3600

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
]

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class PrivateHeaders:
    """ASGI middleware that adds `HEADERS` to every answer."""

    def __init__(self, app: Callable[..., Awaitable[None]]) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in HEADERS}
                sent = [pair for pair in message.get("headers", []) if pair[0].lower() not in own]
                message["headers"] = [*sent, *HEADERS]
            await send(message)

        await self.app(scope, receive, send_with_headers)


def serve(page: Any, *, port: int = 7860, password: str | None = None, wait: bool = True) -> Any:
    """Serve the page on 127.0.0.1.

    Args:
        page: Gradio blocks.
        port: of this machine; 0 takes any that is free.
        password: if given, the page asks for it, with the user name 'vouched'.
        wait: block until the server is stopped.

    Returns:
        What Gradio's `launch` returns: the server, its address, and no share link.
    """
    from starlette.middleware import Middleware

    style = files("agent") / "page" / "style.css"
    return page.queue(max_size=64, default_concurrency_limit=4).launch(
        server_name="127.0.0.1",
        server_port=port or None,
        prevent_thread_lock=not wait,
        auth=("vouched", password) if password else None,
        share=False,
        quiet=not wait,
        ssr_mode=False,
        run_history=False,
        enable_monitoring=False,
        max_file_size="5mb",
        footer_links=[],
        css=style.read_text(encoding="utf-8"),
        theme=theme(),
        app_kwargs={"middleware": [Middleware(PrivateHeaders)]},
    )


def empty_old_folders() -> None:
    """Delete what earlier visits left, once it is an hour old."""
    for old in FOLDER.iterdir():
        with suppress(OSError):
            if time.time() - old.stat().st_mtime > KEPT_SECONDS:
                shutil.rmtree(old)


def theme() -> Any:
    """Paper, ink and one green; system fonts, so that none is fetched."""
    return gr.themes.Base(
        primary_hue="emerald",
        neutral_hue="stone",
        font=["system-ui", "Segoe UI", "Roboto", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
    ).set(
        button_primary_background_fill="#0f5c4d",
        button_primary_background_fill_hover="#0b473c",
        button_primary_text_color="#ffffff",
        button_primary_background_fill_dark="#6fd0b4",
        button_primary_background_fill_hover_dark="#8fdcc6",
        button_primary_text_color_dark="#0c1f1a",
        body_text_color_subdued="#566170",
        body_text_color_subdued_dark="#aab4c0",
        block_label_text_color="#566170",
        body_background_fill="#faf9f5",
        body_background_fill_dark="#14181d",
        block_border_color="#dcded6",
        block_border_color_dark="#36404b",
    )
