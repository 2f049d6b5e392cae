"""Changing lines of a Markdown or text resume in place: every other character stays."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence

from agent.documents.plain import BULLET_PREFIX, plain_text, wrap_width
from agent.models import Resume

_MARKED = re.compile(
    r"(?P<open>\*\*\*|\*\*|__|\*|_|`)(?P<words>[^*_`]+)(?P=open)|\[(?P<link>[^\[\]]+)\]\((?P<target>[^()\s]+)\)"
)


def edit_text(
    text: str,
    resume: Resume,
    texts: Mapping[str, str],
    orders: Mapping[str, Sequence[str]],
    *,
    markdown: bool,
) -> str:
    """`text` with the given lines replaced and the bullets of entries reordered.

    Args:
        text: the source as it was decoded.
        resume: as read from `text`; its locators are line numbers.
        texts: new text by bullet id.
        orders: bullet ids in their new order, by entry id; lines that stand between bullets stay.
        markdown: keep and escape Markdown marks.
    """
    rows: list[str | None] = list(text.split("\n"))
    width = wrap_width(text)
    blocks: dict[str, list[str]] = {}
    places: dict[str, tuple[int, int]] = {}
    for bullet in resume.bullets():
        first, last = _rows_of(bullet.locator)
        old = [row or "" for row in rows[first : last + 1]]
        new = texts.get(bullet.id)
        changed = new is not None and new != bullet.text
        blocks[bullet.id] = (
            _wrapped(_rewritten(old, bullet.text, new or "", markdown=markdown), old, width)
            if changed
            else old
        )
        places[bullet.id] = (first, last)
    sources = {bullet_id: bullet_id for bullet_id in blocks}
    for entry_id, order in orders.items():
        own = [bullet.id for bullet in resume.entry(entry_id).bullets if bullet.id in set(order)]
        if sorted(own) == sorted(order):
            sources.update(zip(own, order, strict=True))
    for place, source in sources.items():
        first, last = places[place]
        rows[first] = "\n".join(blocks[source])
        for number in range(first + 1, last + 1):
            rows[number] = None
    return "\n".join(row for row in rows if row is not None)


def _wrapped(row: str, old: Sequence[str], width: int) -> list[str]:
    """A new line in rows of the text's own width, so that it reads back as one line."""
    if not width or len(row) <= width:
        return [row]
    own = len(old[0]) - len(old[0].lstrip())
    prefix = BULLET_PREFIX.match(row)
    indent = old[1] if len(old) > 1 else " " * (prefix.end() if prefix else own)
    return textwrap.wrap(
        row,
        width,
        subsequent_indent=indent[: len(indent) - len(indent.lstrip())],
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )


def _rows_of(locator: str) -> tuple[int, int]:
    first, _, last = locator.removeprefix("#").partition("-")
    return int(first), int(last or first)


def _rewritten(old: Sequence[str], before: str, after: str, *, markdown: bool) -> str:
    """The rows of one line with its words replaced; glyph, indent and line ending stay."""
    joined = " ".join([old[0].rstrip("\r"), *(row.strip() for row in old[1:])])
    ending = "\r" if old[-1].endswith("\r") else ""
    prefix = BULLET_PREFIX.match(joined)
    start = prefix.end() if prefix else len(joined) - len(joined.lstrip())
    body = joined[start:].strip()
    after = " ".join(after.split())
    written = _with_marks(body, after) if markdown and body != before else after
    if markdown and plain_text(written) != after:
        written = re.sub(r"([\\*_\[\]`])", r"\\\1", after)
    if not prefix:
        # Running text must not turn into a heading, a quote or a list item.
        written = re.sub(r"^([#>+*-])(?=[\s#])", r"\\\1", written)
        written = re.sub(r"^(\d{1,2})([.)])(?=\s)", r"\1\\\2", written)
    return joined[:start] + written + ending


def _with_marks(body: str, after: str) -> str:
    """`after` with the bold, italic and linked words of `body` marked again where they survive."""
    written, reached = after, 0
    for match in _MARKED.finditer(body):
        words = match["words"] or match["link"]
        at = written.find(words, reached)
        if at < 0:
            continue
        written = written[:at] + match.group() + written[at + len(words) :]
        reached = at + len(match.group())
    return written
