"""Answers broken in any way: never an exception, and never a word that does not hold."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from stub_model import Asked, Fault, Said, completion, engine_on, rewritten, whole_lines

from agent.pipeline import tailor
from agent.verify import check
from sample import POSTING, RESUME

scalars: st.SearchStrategy[Any] = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**30), 10**30), st.floats(),
    st.text(max_size=40), st.sampled_from(["\ud800", "\x00", "[NAME_1]", "e1b1", "", "9" * 99]),
)  # fmt: skip
anything = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in an answer."""
    keys = (
        list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    )
    return [path, *(found for key in keys for found in places(node[key], (*path, key)))]


def put(node: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    changed = dict(node) if isinstance(node, dict) else list(node)
    changed[path[0]] = put(node[path[0]], path[1:], value)
    return changed


@st.composite
def damage(draw: st.DrawFn) -> Any:
    """What happens to a good answer: another value in one place, a cut, a stray sign, wrapping."""
    kind = draw(st.sampled_from(["value", "cut", "sign", "twice", "body"]))
    where = draw(st.floats(0, 0.999))
    return kind, where, draw(anything)


def damaged(text: str, how: tuple[str, float, Any]) -> Said:
    kind, where, value = how
    body = completion(text)
    if kind == "value":
        text = json.dumps(replaced(json.loads(text), where, value))
    elif kind == "cut":
        text = text[: int(where * len(text))]
    elif kind == "sign":
        at = int(where * len(text))
        text = f"{text[:at]}{value if isinstance(value, str) else '{'}{text[at + 1 :]}"
    elif kind == "twice":
        text = f"{text} ```json {text}"
    else:
        body = replaced(body, where, value)
    if kind != "body":
        body = completion(text)
    return Fault(200, json.dumps(body))  # as text, for what no encoder would send


def replaced(node: Any, where: float, value: Any) -> Any:
    every = places(node)
    return put(node, every[int(where * len(every))], value)


def invents(asked: Asked) -> str:
    if asked.task == "requirements":
        return whole_lines(asked)
    return rewritten(asked, lambda _, text: f"{text.rstrip('.')}, saving $9 million in Norway.")


@settings(
    max_examples=15, deadline=None, derandomize=True, phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
@given(st.lists(damage(), min_size=1, max_size=3))
def test_whatever_comes_back_the_run_ends_well(hows: list[tuple[str, float, Any]]) -> None:
    turn = iter(range(10_000))

    def brain(asked: Asked) -> Said:
        return damaged(invents(asked), hows[next(turn) % len(hows)])

    result = tailor(RESUME, POSTING, engine=engine_on(brain).engine)
    assert check(result.resume, result.document).supported
    assert not any(
        word in bullet.text
        for bullet in result.document.bullets()
        for word in ("million", "Norway")
    )
    assert result.usage.calls > 0
    assert result.model_dump_json()
