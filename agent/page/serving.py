"""How the page is served: on this machine only, with nothing kept and nothing fetched.

Import gradio from here: its environment is set before it is imported.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import time
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from signal import SIGTERM, signal
from threading import Thread, current_thread, main_thread
from typing import Any

# A folder of this process's own, emptied when it ends; gradio reads all of these on import.
PREFIX = "vouched-page-"
FOLDER = Path(tempfile.mkdtemp(prefix=PREFIX))
os.environ["GRADIO_TEMP_DIR"] = str(FOLDER)
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)

import gradio as gr  # noqa: E402

from agent.errors import InputError  # noqa: E402
from agent.page.gate import Gate  # noqa: E402

__all__ = ["FOLDER", "empty_old_folders", "gr", "serve"]

KEPT_SECONDS = 3600
LEFT_SECONDS = 86_400


def serve(page: Any, *, port: int = 7860, password: str | None = None, wait: bool = True) -> Any:
    """Serve the page on 127.0.0.1.

    Args:
        page: Gradio blocks.
        port: of this machine; 0 takes any that is free.
        password: if given, the page asks for it, with the user name 'vouched'.
        wait: block until the server is stopped.

    Returns:
        What Gradio's `launch` returns: the server, its address, and no share link.

    Raises:
        InputError: the port is taken or not allowed.
    """
    Thread(target=_empty_by_age, daemon=True).start()
    if wait and current_thread() is main_thread():
        signal(SIGTERM, _end)
    try:
        return _launch(page, port=port, password=password, wait=wait)
    except OSError as error:
        raise InputError(
            f"The page can't be served on port {port}: it is in use or not allowed.",
            hint="Choose another port.",
        ) from error


def _launch(page: Any, *, port: int, password: str | None, wait: bool) -> Any:
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
        favicon_path=str(files("agent") / "page" / "mark.svg"),
        theme=theme(),
        app_kwargs={"middleware": [Middleware(Gate, folder=FOLDER)]},
    )


def empty_old_folders() -> None:
    """Delete what visits left once it is an hour old, and what a killed server left after a day."""
    now = time.time()
    aged = [(one, KEPT_SECONDS) for one in FOLDER.iterdir()]
    aged += [(one, LEFT_SECONDS) for one in FOLDER.parent.glob(f"{PREFIX}*") if one != FOLDER]
    for old, seconds in aged:
        with suppress(OSError):
            if now - old.stat().st_mtime > seconds:
                shutil.rmtree(old)


def _end(*_: object) -> None:
    """Empty the folder and end at once: threads that wait on a browser would hold up an exit."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    os._exit(0)


def _empty_by_age() -> None:
    while FOLDER.exists():
        empty_old_folders()
        time.sleep(600)


def theme() -> Any:
    """Paper, ink and one green; system fonts, so that none is fetched."""
    pairs = {
        "body_background_fill": ("#faf9f5", "#14181d"),
        "body_text_color": ("#1c2430", "#e8ecf0"),
        "body_text_color_subdued": ("#566170", "#aab4c0"),
        "background_fill_primary": ("#ffffff", "#1c2229"),
        "background_fill_secondary": ("#f4f3ee", "#181d23"),
        "border_color_primary": ("#dcded6", "#36404b"),
        "block_background_fill": ("#ffffff", "#1c2229"),
        "block_border_color": ("#dcded6", "#36404b"),
        "block_label_background_fill": ("#ffffff", "#1c2229"),
        "block_label_text_color": ("#566170", "#aab4c0"),
        "block_info_text_color": ("#566170", "#aab4c0"),
        "block_title_text_color": ("#3a4450", "#c9d1d9"),
        "input_background_fill": ("#ffffff", "#14181d"),
        "input_background_fill_focus": ("#ffffff", "#14181d"),
        "input_border_color": ("#8d948f", "#6a7683"),
        "input_border_color_focus": ("#0f5c4d", "#6fd0b4"),
        "input_placeholder_color": ("#6b7480", "#98a3af"),
        "checkbox_background_color": ("#ffffff", "#14181d"),
        "checkbox_border_color": ("#6b7480", "#98a3af"),
        "checkbox_background_color_selected": ("#0f5c4d", "#1f7a67"),
        "checkbox_border_color_selected": ("#0f5c4d", "#6fd0b4"),
        "checkbox_label_background_fill": ("transparent", "transparent"),
        "checkbox_label_background_fill_hover": ("transparent", "transparent"),
        "checkbox_label_background_fill_selected": ("transparent", "transparent"),
        "button_primary_background_fill": ("#0f5c4d", "#6fd0b4"),
        "button_primary_background_fill_hover": ("#0b473c", "#8fdcc6"),
        "button_primary_text_color": ("#ffffff", "#0c1f1a"),
        "button_primary_border_color": ("#0f5c4d", "#6fd0b4"),
        "button_primary_border_color_hover": ("#0b473c", "#8fdcc6"),
        "button_secondary_background_fill": ("#ffffff", "#232a32"),
        "button_secondary_background_fill_hover": ("#eef4f1", "#2c353f"),
        "button_secondary_text_color": ("#1c2430", "#e8ecf0"),
        "button_secondary_border_color": ("#8d948f", "#6a7683"),
        "color_accent": ("#0f5c4d", "#6fd0b4"),
        "color_accent_soft": ("#dcefe8", "#173a32"),
        "link_text_color": ("#0f5c4d", "#6fd0b4"),
    }
    plain = {"button_border_width": "1px", "input_border_width": "1px", "block_radius": "10px",
             "color_accent": pairs.pop("color_accent")[0]}  # fmt: skip
    return gr.themes.Base(
        primary_hue="emerald",
        neutral_hue="slate",
        font=["Segoe UI", "Roboto", "Helvetica Neue", "Liberation Sans", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
    ).set(
        **plain,
        **{name: light for name, (light, _) in pairs.items()},
        **{f"{name}_dark": dark for name, (_, dark) in pairs.items()},
    )
