from __future__ import annotations

import pytest

from agent.engines import choose_engine
from agent.errors import NotConfigured
from agent.llm.endpoint import Dialect, Endpoint, first_dialect, resolve


@pytest.mark.parametrize(
    ("environment", "arguments", "expected"),
    [
        ({"OPENAI_API_KEY": "k"}, (None, None, None), ("gpt-5-mini", "api.openai.com", "k")),
        ({"OPENAI_API_KEY": "k", "VOUCHED_MODEL": "m"}, (None,) * 3, ("m", "api.openai.com", "k")),
        ({"OPENAI_API_KEY": "k"}, ("n", "http://h:1/v1/", "j"), ("n", "h:1", "j")),
        ({"OPENAI_BASE_URL": "http://h:1/v1"}, ("n", None, None), ("n", "h:1", "none")),
        ({}, ("n", "http://user:pass@h:1/v1", None), ("n", "h:1", "none")),
    ],
)  # fmt: skip
def test_an_argument_wins_over_the_environment(
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    arguments: tuple[str | None, str | None, str | None],
    expected: tuple[str, str, str],
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    endpoint = resolve(*arguments)
    assert (endpoint.model, endpoint.host, endpoint.api_key) == expected


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((None, None, None), "no key"),
        ((None, "http://h:1/v1", None), "No model is named for 'h:1'"),
        (("m", "localhost:11434", None), "'localhost:11434' is not the address"),
        (("m", "ftp://h/v1", None), "is not the address"),
        (("m", "http://", None), "is not the address"),
    ],
)
def test_what_is_missing_is_said(
    arguments: tuple[str | None, str | None, str | None], says: str
) -> None:
    with pytest.raises(NotConfigured, match=says):
        resolve(*arguments)


def test_azure_has_its_own_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", "https://corner.openai.azure.com")
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", "z")
    endpoint = resolve("deployment", None, None, azure_api_version="2025-01-01")
    assert (endpoint.host, endpoint.api_key, endpoint.hosted) == (
        "corner.openai.azure.com",
        "z",
        True,
    )
    with pytest.raises(NotConfigured, match="No model"):
        resolve(None, None, None, azure_api_version="2025-01-01")


def test_azure_is_found_in_the_environment_unless_an_address_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", "https://corner.openai.azure.com")
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", "z")
    monkeypatch.setenv("OPENAI_API_VERSION", "2025-01-01")
    assert resolve("d", None, None).azure_api_version == "2025-01-01"
    assert choose_engine(model="d").name == "d at corner.openai.azure.com"
    own = resolve("d", "http://localhost:8080/v1", None)
    assert (own.azure_api_version, own.api_key) == (None, "none")


@pytest.mark.parametrize(
    ("address", "hosted"),
    [
        ("https://api.openai.com/v1", True),
        ("https://eu.api.openai.com/v1", True),
        ("https://notopenai.com/v1", False),
        ("https://openai.com.example/v1", False),
    ],
)
def test_only_openais_own_names_count_as_openai(address: str, hosted: bool) -> None:
    assert resolve("m", address, "k").hosted is hosted


@pytest.mark.parametrize(
    ("model", "address", "sent"),
    [
        ("gpt-5-mini", "https://api.openai.com/v1", {"reasoning_effort", "max_completion_tokens"}),
        ("o3", "https://api.openai.com/v1", {"reasoning_effort", "max_completion_tokens"}),
        (
            "gpt-5-chat-latest",
            "https://api.openai.com/v1",
            {"temperature", "max_completion_tokens"},
        ),
        ("gpt-4.1", "https://api.openai.com/v1", {"temperature", "max_completion_tokens"}),
        ("gpt-5-mini", "http://localhost:1/v1", {"temperature", "max_tokens"}),
    ],
)
def test_reasoning_models_are_asked_in_their_own_terms(
    model: str, address: str, sent: set[str]
) -> None:
    dialect = first_dialect(Endpoint(model, address, "k"))
    assert dialect.parameters(100, {}).keys() - {"response_format"} == sent


def test_a_model_that_thinks_has_room_for_it() -> None:
    address = "https://api.openai.com/v1"
    assert Endpoint("gpt-5-mini", address, "k").thinking > 0
    assert Endpoint("gpt-4.1", address, "k").thinking == 0
    assert Endpoint("gpt-5-mini", "http://localhost:1/v1", "k").thinking == 0


@pytest.mark.parametrize(
    ("complaint", "changed"),
    [
        ("Unsupported value: 'temperature' does not support 0", {"refused": {"temperature"}}),
        ("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens'.",
         {"limit": "max_completion_tokens"}),
        ("response_format json_schema is not supported", {"mode": "json_object"}),
        ("bad request", {"mode": "json_object"}),
        ("xgrammar: unsupported keyword minLength", {"bounded": False}),
        ("failed to parse grammar", {"bounded": False}),
    ],
)  # fmt: skip
def test_a_complaint_changes_one_thing(complaint: str, changed: dict[str, object]) -> None:
    after = Dialect().after_complaint(complaint)
    assert after is not None
    for name, value in changed.items():
        assert getattr(after, name) == value
    differing = [n for n in Dialect._fields if getattr(after, n) != getattr(Dialect(), n)]
    assert set(differing) <= {*changed, "refused"}


def test_a_server_that_refuses_bounds_is_sent_the_schema_without() -> None:
    schema = {"type": "array", "maxItems": 2, "items": {"type": "string", "minLength": 3}}
    plain = Dialect(bounded=False).parameters(9, schema)["response_format"]["json_schema"]
    assert plain["schema"] == {"type": "array", "items": {"type": "string"}}
    assert Dialect().parameters(9, schema)["response_format"]["json_schema"]["schema"] == schema


def test_complaints_come_to_an_end() -> None:
    dialect: Dialect | None = Dialect()
    complaint = "max_tokens temperature reasoning_effort json_schema minLength"
    for _ in range(10):
        dialect = dialect.after_complaint(complaint) if dialect else None
    assert dialect is None
