"""Which engine the page runs, from what the person chose on it."""

from __future__ import annotations

from agent.engines.base import Engine
from agent.engines.offline import OfflineEngine
from agent.errors import NotConfigured

NO_KEY = "none"


def engine_of(kind: str, model: str, base_url: str, key: str) -> Engine:
    """The engine named on the page. The key lives in this call and the engine, nowhere else.

    Raises:
        NotConfigured: an LLM is asked for and no key or address is given.
    """
    if kind != "LLM":
        return OfflineEngine()
    from agent.engines.llm import LlmEngine

    # A key of this machine goes to the server this machine was set up for, never to one typed here.
    own = key or (NO_KEY if base_url else None)
    try:
        return LlmEngine(model=model or None, base_url=base_url or None, api_key=own)
    except NotConfigured as error:
        hint = "Enter a key, or the address of a server of your own, or choose Offline."
        raise NotConfigured(error.message, hint=hint) from error


def status(kind: str, model: str, base_url: str, key: str) -> str:
    """The engine in words; never the key."""
    if kind != "LLM":
        return "Offline: rules on this machine, nothing is sent anywhere."
    where = _without_login(base_url or "") or "the standard address"
    with_key = "with the key of this machine, if it has one"
    if key or base_url:
        with_key = "with the key you entered" if key else "without a key"
    return (
        f"LLM: {model or 'the configured model'} at {where}, {with_key}. Your name and contact "
        "lines are never sent."
    )


def _without_login(address: str) -> str:
    """An address as it may be shown: what stands before an @ in it can be a password."""
    scheme, mark, rest = address.rpartition("://")
    return scheme + mark + rest.rpartition("@")[2]
