"""Vouched: rewrites a resume for one posting and vouches for every line.

    from agent import tailor
    result = tailor("resume.docx", "posting.html")
    result.save("tailored.docx")

Names load on first use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agent.documents import read_resume
    from agent.engines.llm import LlmEngine
    from agent.engines.offline import OfflineEngine
    from agent.errors import AgentError
    from agent.match import match
    from agent.pipeline import atailor, score, tailor
    from agent.posting import read_posting
    from agent.rank import rank
    from agent.requirements import extract_requirements
    from agent.verify import verify

_HOME = {
    "AgentError": "agent.errors",
    "LlmEngine": "agent.engines.llm",
    "OfflineEngine": "agent.engines.offline",
    "atailor": "agent.pipeline",
    "extract_requirements": "agent.requirements",
    "match": "agent.match",
    "rank": "agent.rank",
    "read_posting": "agent.posting",
    "read_resume": "agent.documents",
    "score": "agent.pipeline",
    "tailor": "agent.pipeline",
    "verify": "agent.verify",
}

__all__ = [
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


class _Package(ModuleType):
    """Keeps `agent.match` the promised function when the module of that name is imported.

    Importing a submodule sets it as an attribute of its package, which would hide the function.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'agent' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
