from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _no_engine_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's own key must never be spent by a test."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "VOUCHED_MODEL", "VOUCHED_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
