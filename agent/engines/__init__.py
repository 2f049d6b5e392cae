"""Engines propose rewrites; which one runs is chosen here."""

from __future__ import annotations

import os
from typing import Any

from agent.engines.base import Engine

_CONFIGURED = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "AZURE_OPENAI_API_KEY")


def choose_engine(**options: Any) -> Engine:
    """The LLM engine if one is configured in the environment, else the offline engine.

    Configured means `OPENAI_API_KEY`; or `OPENAI_BASE_URL` for a server that needs no key; or
    `AZURE_OPENAI_API_KEY`, beside `AZURE_OPENAI_ENDPOINT` and `OPENAI_API_VERSION`.
    `VOUCHED_OFFLINE=1` keeps everything on this machine whatever else is set.

    Args:
        options: passed on to `LlmEngine` if that is chosen.
    """
    configured = any(map(os.environ.get, _CONFIGURED))
    if configured and not os.environ.get("VOUCHED_OFFLINE"):
        from agent.engines.llm import LlmEngine

        return LlmEngine(**options)
    from agent.engines.offline import OfflineEngine

    return OfflineEngine()
