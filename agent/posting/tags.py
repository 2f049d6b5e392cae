"""Is a text a page, or a posting that merely holds a tag? And such a text without its tags.

A posting pasted as text keeps its lines; read as a page it would lose every line break. So a text
counts as a page only if tags give it its structure.
"""

from __future__ import annotations

import html
import re

from agent.language.grammar import word_set

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.I)
_BLOCK = re.compile(
    r"</(?:p|div|li|ul|ol|h[1-6]|section|article|main|table|tr|td|dd|dl)\s*>|<br\s*/?>", re.I
)
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,11})(?:\s[^<>]{0,500})?/?>")
_COMMENT = re.compile(r"<!--(?:[^-]|-(?!->))*-->")
# Other names in angle brackets are placeholders ('<ORGANIZATION>') or addresses, and are text.
_NAMES = word_set(
    "a abbr article aside b big blockquote body br button center code dd div dl dt em embed font "
    "footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins label li link main "
    "mark meta nav object ol p pre q s script section select small span strike strong style sub "
    "sup svg table tbody td textarea th thead title tr tt u ul"
)
_BREAKS = word_set("br p div li ul ol tr table h1 h2 h3 h4 h5 h6 section article hr")
_UNREAD = ("script", "style")


def is_page(text: str) -> bool:
    """True if tags, not line ends, give `text` its structure."""
    head = text[:200_000]
    if _PAGE.search(head[:5000]):
        return True
    blocks = len(_BLOCK.findall(head))
    lines = sum(bool(line.strip()) for line in head.split("\n"))
    return blocks > 0 and (text.lstrip().startswith("<") or blocks >= 0.5 * lines)


def without_tags(text: str) -> str:
    """Plain text as a reader would see it: tags and scripts gone, line ends kept.

    Args:
        text: a posting that is not a page.

    Returns:
        `text` itself if it holds no tag.
    """
    text = _COMMENT.sub("", text)
    parts: list[str] = []
    at = 0
    unread = set(_UNREAD)
    for found in _TAG.finditer(text):
        name = found.group(1).lower()
        if name not in _NAMES or found.start() < at:
            continue
        parts.append(text[at : found.start()])
        at = found.end()
        if name in _BREAKS:
            parts.append("\n")
        if name in unread and found.group()[1] != "/":
            closing = text.find(f"</{name}", at)
            if closing < 0:
                unread.discard(name)  # nor will a later one be closed
            at = max(at, closing)
    if not parts:
        return text
    return html.unescape("".join([*parts, text[at:]]))
