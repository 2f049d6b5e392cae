"""Untrusted text, fenced so that it reads as material and can't break out of its fence.

A posting or a resume may hold anything: orders to the model, a forged end of the fence, chat
control tokens, letters that a person can't see. Fencing does not make a model obey; it makes the
attack visible to it. What a model that obeys all the same then proposes is stopped by
verification, never here.
"""

from __future__ import annotations

import re
import secrets
import unicodedata

STABLE_TAG = "fence"
"""Stands for the random tag in cache keys, so that the same question has the same key."""

_HTML_COMMENT = re.compile(r"<!--.{0,20000}?(?:-->|\Z)", re.DOTALL)
_CONTROL_TOKEN = re.compile(
    r"<\s*[|｜]|[|｜]\s*>|\[/?\s*INST\s*\]|<<\s*/?\s*SYS\s*>>|</?s>|</?\s*fence",
    re.IGNORECASE,
)
_LONG_RULE = re.compile(r"[`~=#*_\-]{3,}")


def new_tag() -> str:
    """A tag that text written earlier can't contain: 'fence-' and 8 random hex digits."""
    return f"{STABLE_TAG}-{secrets.token_hex(4)}"


def neutral(text: str) -> str:
    """`text` without hidden parts and without anything that could pass for a delimiter.

    Args:
        text: untrusted text.

    Returns:
        The text a person sees. HTML comments, invisible and control characters are gone; chat
        control tokens, fence look-alikes and rules of three or more signs are pulled apart.
    """
    seen = _HTML_COMMENT.sub(" ", text)
    if not (seen.isascii() and seen.isprintable()):  # which spares a look at every character
        seen = "".join(
            char
            for char in seen
            if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cf", "Co", "Cn", "Cs"}
        )
    seen = _CONTROL_TOKEN.sub(lambda found: " ".join(found.group()), seen)
    return _LONG_RULE.sub(lambda found: found.group()[:2], seen)


def fence(text: str, tag: str) -> str:
    """`text`, already neutral, between the two marks of `tag`."""
    return f"<{tag}>\n{text}\n</{tag}>"
