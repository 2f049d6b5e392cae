"""What a model is asked to fill in, and how its answer is read.

Field docstrings become descriptions in the schema that is sent: they are part of the prompt, and
every word is paid for on every call. Strict schemas refuse defaults, dicts, tuples and
discriminated unions, so the models here have none; a test walks them all.

An answer is read item by item. One bad item costs only itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import from_json

_MOST_ITEMS = {"requirements": 40, "any_of": 6, "terms": 4, "quotes": 2}
_LENGTHS = {"quote": (8, 300), "term": (2, 40), "support": (6, 100)}
"""Bounds for models that repeat themselves until they are stopped, or stop at one letter. A server
that holds its model to the schema holds it to these; `without_bounds` leaves them out."""
BOUNDS = frozenset({"minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum"})
_MOST_YEARS = 50
MAX_ANSWER = 60_000
"""Characters; a longer answer is a model that has lost its way."""


class Filled(BaseModel):
    """Base of everything a model fills in."""

    model_config = ConfigDict(extra="ignore", use_attribute_docstrings=True)


class FoundRequirement(Filled):
    quote: str
    """exact words of the posting, one demand"""
    kind: Literal["must", "preferred", "responsibility"]
    category: Literal[
        "skill", "tool", "experience", "education", "certification", "language", "soft", "domain",
        "condition",
    ]  # fmt: skip
    any_of: list[list[str]]
    """alternatives; each a list of 1-3 word search terms all needed"""
    at_least: int
    open: bool
    """'or similar' allowed"""
    min_years: int | None


class Rewrite(Filled):
    id: str
    text: str
    requirements: list[str]
    quotes: list[str]


class Answer(Filled):
    id: str
    supported: bool
    quote: str
    """exact words of the evidence, or ''"""


class Shape(NamedTuple):
    """What one call must answer: a list of items, and for an entry the order of its lines."""

    list_name: str
    item: type[Filled]
    """How an item is read: ids left open, so that one unknown id costs only itself."""
    schema: dict[str, Any]
    """Strict JSON schema of the whole answer."""


class Read(NamedTuple):
    """An answer as far as it could be read."""

    items: tuple[Filled, ...]
    order: tuple[str, ...]
    bad: int
    """Items that did not fit the schema."""
    error: str
    """Why nothing, or not everything, could be read; '' if all is well. Said to the model."""
    shaped: bool
    """False if the answer shows no sign of the schema: a server that ignored it."""


class Requirements(Filled):
    requirements: list[FoundRequirement]


class Rewrites(Filled):
    rewrites: list[Rewrite]


class OrderedRewrites(Filled):
    rewrites: list[Rewrite]
    order: list[str]


class Answers(Filled):
    answers: list[Answer]


def requirements_shape(most: int = 40, longest: int = 300) -> Shape:
    """The answer to `extract_requirements`.

    Args:
        most: requirements that the posting can hold.
        longest: characters of a quote at most.
    """
    schema = _schema(Requirements)
    found = schema["properties"]["requirements"]
    found["maxItems"] = min(most, _MOST_ITEMS["requirements"])
    any_of = found["items"]["properties"]["any_of"]
    any_of["maxItems"], any_of["items"]["maxItems"] = _MOST_ITEMS["any_of"], _MOST_ITEMS["terms"]
    any_of["items"]["items"] |= _length(*_LENGTHS["term"])
    asked = found["items"]["properties"]
    shortest, most_letters = _LENGTHS["quote"]
    asked["quote"] |= _length(shortest, max(shortest, min(longest, most_letters)))
    asked["at_least"] |= {"minimum": 1, "maximum": _MOST_ITEMS["any_of"]}
    asked["min_years"]["anyOf"][0] |= {"minimum": 0, "maximum": _MOST_YEARS}
    return Shape("requirements", FoundRequirement, schema)


def rewrites_shape(
    bullet_ids: Sequence[str],
    requirement_ids: Sequence[str],
    *,
    order_ids: Sequence[str] = (),
    lengths: tuple[int, int] | None = None,
) -> Shape:
    """The answer to a rewriting call, its ids closed to those that were sent.

    Args:
        bullet_ids: the lines that may be rewritten.
        requirement_ids: the requirements that were sent.
        order_ids: the lines whose order is asked for too; none to keep the order.
        lengths: the fewest and the most characters that a rewrite may have.
    """
    schema = _schema(OrderedRewrites if order_ids else Rewrites)
    rewrites = schema["properties"]["rewrites"]
    rewrites["maxItems"] = len(bullet_ids)
    item = rewrites["items"]["properties"]
    item["id"] = _one_of(bullet_ids)
    item["requirements"]["maxItems"] = len(requirement_ids)
    item["quotes"] |= {"minItems": 1, "maxItems": _MOST_ITEMS["quotes"]}
    item["quotes"]["items"] |= _length(*_LENGTHS["support"])
    if lengths:
        item["text"] |= _length(*lengths)
    if requirement_ids:
        item["requirements"]["items"] = _one_of(requirement_ids)
    if order_ids:
        schema["properties"]["order"] |= {"maxItems": len(order_ids), "items": _one_of(order_ids)}
    return Shape("rewrites", Rewrite, schema)


def answers_shape(question_ids: Sequence[str]) -> Shape:
    """The answer to `judge`, its ids closed to those that were sent."""
    schema = _schema(Answers)
    answers = schema["properties"]["answers"]
    answers["maxItems"] = len(question_ids)
    answers["items"]["properties"]["id"] = _one_of(question_ids)
    return Shape("answers", Answer, schema)


def without_bounds(shape: Shape) -> Shape:
    """The shape without counts and lengths: not every hosted model takes them, none needs them."""
    return shape._replace(schema=unbounded(shape.schema))


def unbounded(node: Any) -> Any:
    """A schema, or a part of one, without `BOUNDS`."""
    if isinstance(node, dict):
        return {key: unbounded(value) for key, value in node.items() if key not in BOUNDS}
    if isinstance(node, list):
        return [unbounded(part) for part in node]
    return node


def _length(least: int, most: int) -> dict[str, Any]:
    return {"minLength": least, "maxLength": most}


def _one_of(ids: Sequence[str]) -> dict[str, Any]:
    return {"type": "string", "enum": list(ids)}


def _schema(model: type[Filled]) -> dict[str, Any]:
    return json.loads(_schema_text(model))  # type: ignore[no-any-return]


@lru_cache
def _schema_text(model: type[Filled]) -> str:
    schema = model.model_json_schema()
    return json.dumps(_strict(schema, schema.get("$defs", {})))


def _strict(node: Any, definitions: dict[str, Any]) -> Any:
    """The schema with definitions put in place, titles dropped, and every object closed."""
    if isinstance(node, list):
        return [_strict(part, definitions) for part in node]
    if not isinstance(node, dict):
        return node
    if reference := node.get("$ref"):
        return _strict(definitions[reference.rpartition("/")[2]], definitions)
    kept = {
        key: _strict(value, definitions)
        for key, value in node.items()
        if key not in {"title", "$defs"} and not (key == "description" and "properties" in node)
    }
    if "properties" in kept:
        kept["properties"] = {
            name: _strict(value, definitions) for name, value in node["properties"].items()
        }
        kept["required"] = list(kept["properties"])
        kept["additionalProperties"] = False
    return kept


def example(shape: Shape) -> str:
    """The schema in one line for servers that take none: '{"rewrites":[{"id":"e1b1|e1b2",...'."""
    return json.dumps(_sample(shape.schema), ensure_ascii=False, separators=(",", ":"))


def _sample(node: dict[str, Any]) -> Any:
    if "properties" in node:
        return {name: _sample(value) for name, value in node["properties"].items()}
    if "enum" in node or "const" in node:
        return "|".join(map(str, node.get("enum", [node.get("const")])))
    if "anyOf" in node:
        return _sample(node["anyOf"][0])
    if node.get("type") == "array":
        return [_sample(node["items"])]
    return {"integer": 1, "boolean": False}.get(node.get("type", ""), "...")


def read_answer(text: str, shape: Shape) -> Read:
    """Read a model's answer, however it is wrapped, and keep every item that fits.

    Args:
        text: what the model said: JSON, JSON in a code block or amid prose, or JSON cut short.
        shape: what was asked for.

    Returns:
        Whatever could be read. Items cut short or out of shape are counted in `bad`.
    """
    if len(text) > MAX_ANSWER:
        return Read((), (), 0, f"the answer had {len(text)} characters", shaped=False)
    answer, whole = _json_in(text)
    if not isinstance(answer, dict) or not isinstance(answer.get(shape.list_name), list):
        bare = answer if isinstance(answer, list) else None
        if bare is None:
            why = f"no JSON object with the list {shape.list_name!r}"
            return Read((), (), 0, why, shaped=isinstance(answer, dict))
        answer = {shape.list_name: bare}
    # What was cut short may be missing the end of its last item.
    listed = answer[shape.list_name] if whole else answer[shape.list_name][:-1]
    items, errors = [], [] if whole else ["it was cut short"]
    for raw in listed:
        try:
            items.append(shape.item.model_validate(raw))
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            errors.append(f"{'.'.join(map(str, first['loc']))}: {first['msg']}")
    order = answer.get("order")
    order = tuple(id for id in order if isinstance(id, str)) if isinstance(order, list) else ()
    why = f"{len(errors)} items did not fit: {errors[0][:200]}" if errors else ""
    return Read(tuple(items), order, len(errors), why, shaped=True)


_BLOCK = re.compile(r"```(?:json)?\s*(.*?)(?:```|\Z)", re.DOTALL)


def _json_in(text: str) -> tuple[Any, bool]:
    """The first JSON value that can be read, None if there is none; and whether it is whole."""
    block = _BLOCK.search(text)
    starts = [text.find(sign) for sign in "{[" if sign in text]
    for candidate in (block.group(1) if block else "", text, text[min(starts, default=0) :]):
        try:
            decoded, _ = json.JSONDecoder().raw_decode(candidate.lstrip())
        except (ValueError, RecursionError):
            continue
        if isinstance(decoded, dict | list):
            return decoded, True
    try:
        return from_json(text[min(starts, default=0) :].encode(), allow_partial=True), False
    except ValueError:
        return None, False
