"""What can go wrong, as one tree. Catch `AgentError` to catch all of it.

AgentError
├── InputError            the person's file or text can't be used; exit code 2
│   ├── UnreadableFile    damaged, locked, or not what its name says
│   ├── FileTooLarge      over a limit that protects the machine
│   └── NothingToDo       readable, but no bullet, no posting text, no requirement
├── EngineError           the engine could not work at all; exit code 3
│   ├── NotConfigured     no key, no model, wrong address
│   ├── ModelError        the model's server refused or failed for good
│   └── BudgetReached     the cap on money or tokens would be passed
├── OutputError           the result could not be written; exit code 4
└── MissingExtra          an optional part is not installed; exit code 2
"""

from __future__ import annotations


class AgentError(Exception):
    """Something a person can act on.

    Args:
        message: what is wrong, naming the value and the place.
        hint: what to do next.
    """

    exit_code = 1
    retryable = False

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InputError(AgentError):
    """The person's file or text can't be used."""

    exit_code = 2


class UnreadableFile(InputError):
    """Damaged, locked, or not what its name says."""


class FileTooLarge(InputError):
    """Over a limit that protects the machine."""


class NothingToDo(InputError):
    """Readable, but there is no bullet, no posting text or no requirement in it."""


class MissingExtra(InputError):
    """An optional part is not installed; the hint names the install command."""


class EngineError(AgentError):
    """The engine could not work at all. One failed entry is a note, never this."""

    exit_code = 3


class NotConfigured(EngineError):
    """No key, no model, or a wrong address."""


class ModelError(EngineError):
    """The model's server refused or failed for good."""

    retryable = True


class BudgetReached(EngineError):
    """The cap on money or tokens would be passed; what was done is kept."""


class OutputError(AgentError):
    """The result could not be written; nothing half-written is left."""

    exit_code = 4
