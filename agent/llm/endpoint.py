"""Where a model is, and how its server wants to be asked."""

from __future__ import annotations

import os
import re
from typing import Any, Literal, NamedTuple
from urllib.parse import urlsplit

from agent.errors import NotConfigured
from agent.llm.schemas import BOUNDS, unbounded

Mode = Literal["json_schema", "json_object", "text"]
_OPENAI = "https://api.openai.com/v1"
_DEFAULT_MODEL = "gpt-5-mini"
_REASONING = re.compile(r"(?:o\d|gpt-[5-9])(?!.*chat)")
_THINKING = 4_000
_BOUND = re.compile("|".join(sorted(BOUNDS)) + "|grammar|keyword", re.I)
_REFUSABLE = ("reasoning_effort", "temperature")


class Endpoint(NamedTuple):
    """Where a model is."""

    model: str
    base_url: str
    api_key: str
    azure_api_version: str | None = None
    """Set for Azure, whose resource address is then in `base_url`."""
    timeout: float = 120.0
    """Seconds of silence that one request may take."""
    http_client: Any = None
    """An `httpx2.AsyncClient` to use instead of the SDK's own; never closed here."""

    @property
    def host(self) -> str:
        """The server's name and port, for people."""
        return urlsplit(self.base_url).netloc.rpartition("@")[2]

    @property
    def reasoning(self) -> bool:
        """True for OpenAI's models that think before they answer."""
        return self.hosted and bool(_REASONING.match(self.model.rpartition("/")[2]))

    @property
    def thinking(self) -> int:
        """Completion tokens to allow on top of an answer; unused ones cost nothing."""
        return _THINKING if self.reasoning else 0

    @property
    def hosted(self) -> bool:
        """True for OpenAI and Azure, whose newer models want newer parameters."""
        return self.azure_api_version is not None or f".{self.host}".endswith(".openai.com")


def resolve(
    model: str | None,
    base_url: str | None,
    api_key: str | None,
    *,
    azure_api_version: str | None = None,
    timeout: float = 120.0,
    http_client: Any = None,
) -> Endpoint:
    """The endpoint that arguments and environment name.

    An argument wins over `VOUCHED_MODEL`, `OPENAI_BASE_URL`, `OPENAI_API_KEY`, and for Azure
    `AZURE_OPENAI_ENDPOINT`, `AZURE_OPENAI_API_KEY`. Where no address is given and both
    `AZURE_OPENAI_ENDPOINT` and `OPENAI_API_VERSION` are set, Azure is meant.

    Raises:
        NotConfigured: no key for OpenAI or Azure, no model for another server, or no web address.
    """
    if base_url is None and os.environ.get("AZURE_OPENAI_ENDPOINT"):
        azure_api_version = azure_api_version or os.environ.get("OPENAI_API_VERSION") or None
    azure = azure_api_version is not None
    named = base_url or (os.environ.get("AZURE_OPENAI_ENDPOINT") if azure else None)
    address = (named or os.environ.get("OPENAI_BASE_URL") or _OPENAI).rstrip("/")
    split = urlsplit(address)
    if split.scheme not in {"http", "https"} or not split.hostname:
        raise NotConfigured(
            f"{address!r} is not the address of a server.",
            hint="Give one like 'http://localhost:11434/v1'.",
        )
    endpoint = Endpoint("", address, "", azure_api_version, timeout, http_client)
    key = api_key or (os.environ.get("AZURE_OPENAI_API_KEY") if azure else None)
    # The SDK insists on a key; servers of one's own mostly ignore it.
    key = key or os.environ.get("OPENAI_API_KEY") or ("" if endpoint.hosted else "none")
    if not key:
        raise NotConfigured(
            "There is no key for the model's server.",
            hint="Set OPENAI_API_KEY, give the address of a server of your own (base URL), "
            "or use the offline engine.",
        )
    default = _DEFAULT_MODEL if endpoint.hosted and not azure else ""
    name = model or os.environ.get("VOUCHED_MODEL") or default
    if not name:
        raise NotConfigured(
            f"No model is named for {endpoint.host!r}.", hint="Set VOUCHED_MODEL or give model=."
        )
    return endpoint._replace(model=name, api_key=key)


class Dialect(NamedTuple):
    """How a server wants to be asked, as far as it has shown."""

    mode: Mode = "json_schema"
    limit: Literal["max_completion_tokens", "max_tokens", "none"] = "max_tokens"
    refused: frozenset[str] = frozenset()
    """Parameters that the model does not take."""
    reasoning: bool = False
    bounded: bool = True
    """Whether the schema may hold counts and lengths."""

    def parameters(self, max_tokens: int, schema: dict[str, Any]) -> dict[str, Any]:
        """The sampling and format parameters of one request."""
        wanted: dict[str, Any] = {"reasoning_effort": "low"} if self.reasoning else {}
        if not self.reasoning:
            wanted["temperature"] = 0
        sent = {name: value for name, value in wanted.items() if name not in self.refused}
        if self.limit != "none":
            sent[self.limit] = max_tokens
        if self.mode == "json_schema":
            kept = schema if self.bounded else unbounded(schema)
            named = {"name": "answer", "strict": True, "schema": kept}
            sent["response_format"] = {"type": "json_schema", "json_schema": named}
        elif self.mode == "json_object":
            sent["response_format"] = {"type": "json_object"}
        return sent

    def lowered(self) -> Dialect | None:
        """The same without the strictest format, or None if it is already plain text."""
        lower: dict[Mode, Mode] = {"json_schema": "json_object", "json_object": "text"}
        return self._replace(mode=lower[self.mode]) if self.mode in lower else None

    def after_complaint(self, complaint: str) -> Dialect | None:
        """What to try once the server refused a request with these words; None to give up."""
        said = complaint.lower()
        for name in _REFUSABLE:
            if name in said and name not in self.refused:
                return self._replace(refused=self.refused | {name})
        if "max_tokens" in said or "max_completion_tokens" in said:
            if self.limit == "none":
                return None
            if "limit" in self.refused:
                return self._replace(limit="none")
            other: Any = "max_tokens" if self.limit != "max_tokens" else "max_completion_tokens"
            return self._replace(limit=other, refused=self.refused | {"limit"})
        if self.mode == "json_schema" and self.bounded and _BOUND.search(said):
            return self._replace(bounded=False)
        return self.lowered()


def first_dialect(endpoint: Endpoint) -> Dialect:
    """What to assume of a server before it has answered."""
    return Dialect(
        limit="max_completion_tokens" if endpoint.hosted else "max_tokens",
        reasoning=endpoint.reasoning,
    )
