"""Exact words found again, whatever their spaces, case, quotation signs and hidden characters."""

from __future__ import annotations

from functools import lru_cache

from agent.language.text import fold
from agent.models import Span

_LONGEST = 500


class Searchable:
    """A text made ready for looking up several quotes."""

    def __init__(self, text: str) -> None:
        self._plain, self._places = _plain(text)

    def find(self, quote: str) -> Span | None:
        """Where the words of `quote` stand in the text as written, or None."""
        wanted = _plain(quote)[0].strip(" -*•·.")
        at = self._plain.find(wanted) if 0 < len(wanted) <= _LONGEST else -1
        if at < 0:
            return None
        return Span(start=self._places[at], end=self._places[at + len(wanted) - 1] + 1)


def contains(text: str, quote: str) -> bool:
    """Whether `text` has the words of `quote`."""
    return Searchable(text).find(quote) is not None


@lru_cache(maxsize=256)  # a model quotes the same few lines and the same posting again and again
def _plain(text: str) -> tuple[str, list[int]]:
    """Folded text in lower case, spaces collapsed, and where each character came from."""
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(fold(text)):
        lower = " " if char.isspace() else char.lower()
        if char == "\x00" or len(lower) != 1 or (lower == " " and chars[-1:] == [" "]):
            continue
        chars.append(lower)
        places.append(place)
    return "".join(chars), places
