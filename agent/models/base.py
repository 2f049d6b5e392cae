"""What every model here has in common, and a place in a text."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Base of every model here: immutable, closed to unknown fields, bytes as base64 in JSON."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        ser_json_bytes="base64",
        val_json_bytes="base64",
    )


class Span(Frozen):
    """A half-open stretch of a text, in characters: `text[span.start:span.end]`."""

    start: int
    end: int
