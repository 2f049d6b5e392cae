"""Prompts are files, one a call; a variable that is missing or not used is an error.

A file has two parts split by a line `=== user ===`. The first is the same in every call, so that
a provider can keep it cached; the second holds the `{{variables}}`.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_PLACES = (Path(__file__).parents[1] / "_prompts", Path(__file__).parents[2] / "prompts")
_VARIABLE = re.compile(r"\{\{(\w+)\}\}")
_SPLIT = "\n=== user ===\n"


class PromptError(Exception):
    """A prompt file and its caller disagree: a fault of the program, never of the person."""


class Prompt(NamedTuple):
    """A prompt file as read."""

    id: str
    """Name and content hash: 'rewrite_entry@3f9a1c2e'."""
    system: str
    user: str

    @property
    def variables(self) -> frozenset[str]:
        """Names that the second part asks for."""
        return frozenset(_VARIABLE.findall(self.user))

    def messages(self, **values: str) -> list[dict[str, str]]:
        """The two messages of the call.

        Args:
            **values: one for each variable of the file, no more and no fewer. A value is put in
                as it is: braces in it are never read again.

        Raises:
            PromptError: a variable is missing, or a value is not used.
        """
        if missing := self.variables - values.keys():
            raise PromptError(f"{self.id}: no value for {sorted(missing)!r}")
        if unused := values.keys() - self.variables:
            raise PromptError(f"{self.id}: nothing uses {sorted(unused)!r}")
        user = _VARIABLE.sub(lambda found: values[found.group(1)], self.user)
        return [{"role": "system", "content": self.system}, {"role": "user", "content": user}]


@lru_cache
def prompt(name: str) -> Prompt:
    """The prompt file `name` without its ending, from the wheel or from a checkout.

    Raises:
        PromptError: there is no such file, it has no second part, or its first part has variables.
    """
    for place in _PLACES:
        path = place / f"{name}.md"
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            break
    else:
        raise PromptError(f"no prompt file {name!r} in {[str(place) for place in _PLACES]}")
    system, split, user = text.partition(_SPLIT)
    if not split or _VARIABLE.search(system):
        raise PromptError(f"{name}: wants a part without variables, '=== user ===', and the rest")
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return Prompt(f"{name}@{digest}", system.strip(), user.strip())
