from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from agent.llm import schemas
from agent.llm.schemas import (
    MAX_ANSWER,
    Filled,
    Shape,
    answers_shape,
    example,
    read_answer,
    requirements_shape,
    rewrites_shape,
    without_bounds,
)

SHAPES = [
    requirements_shape(),
    rewrites_shape(["e1b1", "e1b2"], ["r1"], order_ids=["e1b1", "e1b2"]),
    rewrites_shape(["e1b1"], []),
    answers_shape(["q1", "q2"]),
]
REWRITES = SHAPES[1]
GOOD = {"id": "e1b1", "text": "x", "requirements": ["r1"], "quotes": ["y"]}


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from nodes(value)
    elif isinstance(node, list):
        for value in node:
            yield from nodes(value)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.list_name)
def test_every_schema_is_one_that_strict_servers_take(shape: Shape) -> None:
    refused = {"default", "oneOf", "discriminator", "prefixItems", "uniqueItems", "$ref", "$defs",
               "title", "allOf", "patternProperties"}  # fmt: skip
    assert shape.schema["type"] == "object"
    for node in nodes(shape.schema):
        if "properties" in node and node.get("type") == "object":
            assert node["additionalProperties"] is False
            assert node["required"] == list(node["properties"])
        if isinstance(node.get("type"), str):
            assert not refused & node.keys()
            assert node["type"] != "array" or isinstance(node["items"], dict)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.list_name)
def test_lists_are_bounded_for_local_servers_only(shape: Shape) -> None:
    assert "maxItems" in json.dumps(shape.schema)
    open_keys = {key for node in nodes(without_bounds(shape).schema) for key in node}
    assert not open_keys & schemas.BOUNDS
    assert without_bounds(shape).schema["required"] == shape.schema["required"]


def test_a_rewrite_is_held_to_lengths_that_reading_it_allows() -> None:
    item = rewrites_shape(["e1b1"], [], lengths=(20, 150)).schema["properties"]["rewrites"][
        "items"
    ]["properties"]
    assert (item["text"]["minLength"], item["text"]["maxLength"]) == (20, 150)
    assert item["quotes"]["minItems"] == 1


def test_no_model_that_is_filled_in_has_a_default() -> None:
    models = [
        one for one in vars(schemas).values() if isinstance(one, type) and issubclass(one, Filled)
    ]
    assert len(models) >= 4
    for model in models:
        for name, field in model.model_fields.items():
            assert field.is_required(), f"{model.__name__}.{name}"
            kinds = str(field.annotation)
            assert not any(word in kinds for word in ("dict", "tuple", "set[", "Any")), kinds


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.list_name)
def test_the_example_for_servers_without_schemas_has_every_field(shape: Shape) -> None:
    shown = json.loads(example(shape))
    assert list(shown) == list(shape.schema["properties"])
    assert list(shown[shape.list_name][0]) == list(shape.item.model_fields)


@pytest.mark.parametrize(
    "wrapped",
    [
        "{}",
        "```json\n{}\n```",
        "Sure, here you are:\n```\n{}\n```\nAnything else?",
        "Sure! {} Hope this helps {{you}}.",
        "\n\n  {}",
    ],
)
def test_an_answer_is_found_however_it_is_wrapped(wrapped: str) -> None:
    text = wrapped.replace("{}", json.dumps({"rewrites": [GOOD], "order": ["e1b1"]}), 1)
    read = read_answer(text, REWRITES)
    assert [item.id for item in read.items] == ["e1b1"]
    assert (read.order, read.bad, read.error, read.shaped) == (("e1b1",), 0, "", True)


def test_a_bare_list_is_taken_for_the_list() -> None:
    assert len(read_answer(json.dumps([GOOD]), REWRITES).items) == 1


WHOLE = json.dumps({"rewrites": [GOOD, GOOD | {"id": "e1b2"}], "order": []})
FIRST_ENDS = WHOLE.index("}") + 1


@pytest.mark.parametrize(
    "keep", [FIRST_ENDS - 20, FIRST_ENDS + 8, FIRST_ENDS + 15, len(WHOLE) - 20]
)
def test_what_was_whole_before_the_cut_is_kept(keep: int) -> None:
    read = read_answer(WHOLE[:keep], REWRITES)
    assert len(read.items) == (1 if keep >= FIRST_ENDS else 0)
    assert all(item == read.items[0] for item in read.items)
    assert "cut short" in read.error


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ({"id": "e1b1"}, "text"),
        (GOOD | {"text": None}, "text"),
        (GOOD | {"quotes": "y"}, "quotes"),
        ("words", "Input should be"),
        (None, "Input should be"),
    ],
)
def test_a_bad_item_costs_only_itself(bad: Any, says: str) -> None:
    read = read_answer(json.dumps({"rewrites": [GOOD, bad], "order": []}), REWRITES)
    assert (len(read.items), read.bad, read.shaped) == (1, 1, True)
    assert says in read.error


@pytest.mark.parametrize(
    ("text", "shaped"),
    [
        ("", False),
        ("I can't do that.", False),
        ("{" * 5000, False),
        ("[" * 100_000, False),
        ('{"answer": 1}', True),
        ('{"rewrites": "none"}', True),
        ("null", False),
        ("x" * (MAX_ANSWER + 1), False),
    ],
)
def test_an_answer_of_another_kind_says_so(text: str, shaped: bool) -> None:
    read = read_answer(text, REWRITES)
    assert read.items == ()
    assert read.error
    assert read.shaped is shaped


def test_an_empty_list_is_a_good_answer() -> None:
    read = read_answer('{"rewrites": [], "order": []}', REWRITES)
    assert (read.items, read.error, read.shaped) == ((), "", True)


def test_the_order_is_closed_to_the_lines_that_were_sent() -> None:
    order = REWRITES.schema["properties"]["order"]
    assert order["items"]["enum"] == ["e1b1", "e1b2"]
    assert "order" not in SHAPES[2].schema["properties"]


@pytest.mark.parametrize(("longest", "bound"), [(3, 8), (120, 120), (5000, 300)])
def test_a_quote_is_no_longer_than_a_line_of_the_posting(longest: int, bound: int) -> None:
    found = requirements_shape(4, longest).schema["properties"]["requirements"]
    assert found["maxItems"] == 4
    assert found["items"]["properties"]["quote"]["maxLength"] == bound
