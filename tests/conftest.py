from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _no_engine_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's own key must never be spent by a test."""
    for name in (
        "OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_API_VERSION", "AZURE_OPENAI_ENDPOINT",
        "AZURE_OPENAI_API_KEY", "VOUCHED_MODEL", "VOUCHED_OFFLINE",
    ):  # fmt: skip
        monkeypatch.delenv(name, raising=False)
