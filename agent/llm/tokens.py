"""Tokens counted on this machine. The only importer of tiktoken.

tiktoken downloads each encoding on first use. bpe-openai ships the same files, so they are
unpacked once into a cache folder under the name tiktoken looks for, and nothing is ever fetched.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tempfile
import threading
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tiktoken import Encoding

_FALLBACK = "o200k_base"
_SHIPPED = frozenset({"o200k_base", "cl100k_base"})
_URL = "https://openaipublic.blob.core.windows.net/encodings/{}.tiktoken"
_PER_MESSAGE = 4
"""Tokens of chat framing around each message, and `_REPLY` that open the answer: OpenAI's
published recipe for counting chat messages."""
_REPLY = 3
_lock = threading.Lock()


class Counter(NamedTuple):
    """Which encoding counts for a model, and whether that is known or assumed."""

    encoding: str
    note: str
    """'' when the model's own encoding is used, otherwise a sentence for the person."""


@lru_cache(maxsize=64)
def counter(model: str) -> Counter:
    """The encoding that counts tokens for `model`; unknown models are counted as o200k_base."""
    import tiktoken.model

    try:
        name = tiktoken.model.encoding_name_for_model(model.rpartition("/")[2])
    except KeyError:
        name = ""
    if name == "o200k_harmony":
        name = _FALLBACK  # the same merges; only the special tokens differ
    if name in _SHIPPED:
        return Counter(name, "")
    return Counter(
        _FALLBACK,
        f"The tokens of {model!r} are counted as if it used {_FALLBACK}; its own counts differ.",
    )


@lru_cache(maxsize=4)
def _encoding(name: str) -> Encoding:
    import tiktoken

    folder = _cache_folder()
    blob = folder / hashlib.sha1(_URL.format(name).encode(), usedforsecurity=False).hexdigest()
    with _lock:
        if not blob.exists():
            folder.mkdir(parents=True, exist_ok=True)
            packed = _shipped(name)
            with tempfile.NamedTemporaryFile(dir=folder, delete=False) as part:
                part.write(gzip.decompress(packed.read_bytes()))
            Path(part.name).replace(blob)
        before = os.environ.get("TIKTOKEN_CACHE_DIR")
        os.environ["TIKTOKEN_CACHE_DIR"] = str(folder)
        try:
            return tiktoken.get_encoding(name)
        finally:
            if before is None:
                del os.environ["TIKTOKEN_CACHE_DIR"]
            else:
                os.environ["TIKTOKEN_CACHE_DIR"] = before


def _shipped(name: str) -> Path:
    # Importing bpe_openai would build every tokenizer it has; only its file is wanted.
    found = find_spec("bpe_openai")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "data" / f"{name}.tiktoken.gz"


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    folder = (Path(base) if base else Path.home() / ".cache") / "vouched" / "tiktoken"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir()) / "vouched-tiktoken"
    return folder


def count(text: str, model: str) -> int:
    """Tokens in `text`; words that look like control tokens are counted as plain text."""
    return len(_encoding(counter(model).encoding).encode(text, disallowed_special=()))


def count_prompt(
    messages: Sequence[Mapping[str, str]], schema: Mapping[str, object] | None, model: str
) -> int:
    """Prompt tokens of one call: every message with its chat framing, and the schema as JSON."""
    said = sum(count(message["content"], model) + _PER_MESSAGE for message in messages)
    shape = count(json.dumps(schema, separators=(",", ":")), model) if schema else 0
    return said + shape + _REPLY
