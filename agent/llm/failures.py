"""Why there is no answer, in words for the person.

A server's own words are read to decide what to do and are never shown: they may hold the prompt,
the key, or an attack.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import EngineError, ModelError, NotConfigured

if TYPE_CHECKING:
    from openai import APIStatusError


class NoAnswerError(Exception):
    """No answer came, and asking again now won't help."""

    def __init__(
        self, failure: str, *, fatal: type[EngineError] | None = None, hint: str = ""
    ) -> None:
        super().__init__(failure)
        self.fatal, self.hint = fatal, hint


def complaint_of(error: APIStatusError) -> str:
    """The server's words about a refused request; read by code, never shown or repeated."""
    body = error.body if isinstance(error.body, dict) else {}
    said = (error.message, error.code, error.param, body.get("message"), body.get("type"))
    return " ".join(str(part) for part in said if part)[:4000].lower()


def no_such_model(model: str) -> NoAnswerError:
    """There is no such model at this address."""
    return NoAnswerError(
        f"there is no model {model!r} at this address", fatal=NotConfigured,
        hint="Check the model's name and the address.",
    )  # fmt: skip


def status_failure(error: APIStatusError, model: str) -> NoAnswerError:
    """What a refusal by status means, in the person's words; the server's own are never shown."""
    status = error.status_code
    if status in {401, 403}:
        return NoAnswerError(
            f"the server refused the key ({status})", fatal=NotConfigured,
            hint="Check OPENAI_API_KEY and what it may be used for.",
        )  # fmt: skip
    if status == 404:
        return no_such_model(model)
    if "insufficient_quota" in complaint_of(error) or status == 402:
        return NoAnswerError(
            f"the account has no credit left ({status})", fatal=ModelError,
            hint="Add credit, or use the offline engine.",
        )  # fmt: skip
    if status == 429:
        return NoAnswerError("the server was too busy (429)")
    if status == 413:
        return NoAnswerError("the question is too long for this server (413)")
    return NoAnswerError(f"the server failed ({status})")


def connection_failure(error: Exception) -> NoAnswerError:
    """What a lost connection means: a wrong address, or an answer cut off."""
    if "Connect" in type(error.__cause__).__name__:
        return NoAnswerError(
            "the server can't be reached", fatal=NotConfigured,
            hint="Check the address and that the server is running.",
        )  # fmt: skip
    return NoAnswerError("the connection broke before the answer was whole")
