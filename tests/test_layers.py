"""Imports point down, heavy libraries stay in one room each, the API is what we promise."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import agent

ROOT = Path(agent.__file__).parent

LAYERS: list[set[str]] = [
    {"errors", "models"},
    {"diff", "documents", "language", "llm"},
    {"posting", "requirements", "match", "facts", "gaps", "score", "verify"},
    {"engines"},
    {"handout", "rewrite"},
    {"report"},
    {"result"},
    {"pipeline", "rank"},
    {"cli", "page"},
]
STEPS = LAYERS[2]

# The one module that may import each heavy library.
OWNERS = {
    "openai": "llm/client.py",
    "tenacity": "llm/client.py",
    "tiktoken": "llm/tokens.py",
    "gradio": "page",
    "inspect_ai": "-",
}


def room_of(module: str) -> str:
    """'agent.match.index' is part of the room 'match'; 'agent.verify.scope' of 'verify'."""
    name = module.removeprefix("agent.").split(".")[0]
    known = sorted({room for layer in LAYERS for room in layer}, key=len, reverse=True)
    return next((room for room in known if name == room or name.startswith(room + "_")), name)


def layer_of(room: str) -> int:
    for depth, layer in enumerate(LAYERS):
        if room in layer:
            return depth
    raise AssertionError(f"{room!r} has no layer: add it to LAYERS and to CONTRIBUTING's map")


def modules() -> list[Path]:
    return [p for p in sorted(ROOT.rglob("*.py")) if p != ROOT / "__init__.py"]


def imported(path: Path) -> list[str]:
    """Every module a file imports at run time, also inside functions."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = {
        id(child)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for child in ast.walk(node)
    }
    names = []
    for node in ast.walk(tree):
        if id(node) in hidden:
            continue
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [
                f"{node.module}.{alias.name}" if node.module == "agent" else node.module
                for alias in node.names
            ]
    return names


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_imports_point_down(path: Path) -> None:
    own = room_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
    for name in imported(path):
        if not name.startswith("agent."):
            continue
        other = room_of(name)
        if other == own:
            continue
        assert layer_of(other) <= layer_of(own), f"{path.name} imports {name}, a layer above it"
        if own in STEPS:
            assert other not in STEPS, (
                f"{path.name} imports the step {name}: steps meet in pipeline"
            )


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_heavy_libraries_stay_in_their_room(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    for name in imported(path):
        owner = OWNERS.get(name.split(".")[0])
        if owner and place not in ("cli.py", "_app.py"):
            assert place.startswith(owner), f"{place} imports {name}; only {owner} may"


def test_the_api_is_exactly_what_is_promised() -> None:
    assert sorted(agent.__all__) == [
        "AgentError",
        "LlmEngine",
        "OfflineEngine",
        "atailor",
        "extract_requirements",
        "match",
        "rank",
        "read_posting",
        "read_resume",
        "score",
        "tailor",
        "verify",
    ]
    for name in agent.__all__:
        value = getattr(agent, name)
        assert callable(value), f"agent.{name} is {value!r}: a module of that name hides it"
        assert value.__doc__, f"agent.{name} has no docstring"


def test_importing_the_package_brings_nothing_heavy() -> None:
    heavy = "openai", "tiktoken", "gradio", "pandas", "inspect_ai", "typst", "readability"
    code = f"import sys, agent; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
