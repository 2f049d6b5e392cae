"""Letters that only look like the ones they stand for, and markup that a resume never shows."""

from __future__ import annotations

import re
import unicodedata

from agent.models import Finding
from agent.verify.align import Claim, finding
from agent.verify.scope import Scope

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,80}>|&(?:[a-zA-Z]{2,8}|#\d{1,6});|\]\(https?:")
_WORD = re.compile(r"[^\W\d_]{2,60}")
_HIDDEN = re.compile(
    "[\u200b\u2060-\u2064\u202a-\u202e\u2066-\u206f\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f]+"
)


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Mixed scripts in one word, markup and invisible characters that the evidence does not have."""  # noqa: E501
    text = claim.reading.text
    findings = []
    for match in _MARKUP.finditer(text):
        if match.group() not in scope.text:
            findings.append(_form(match, f"{match.group()!r} is markup and no text."))  # noqa: PERF401
    if text.isascii() and text.isprintable():
        return findings
    findings += [
        finding("form", "hard", "minor", place, place + 1, f"{char!r} is a picture and no word.")
        for place, char in enumerate(text)
        if unicodedata.category(char) in ("So", "Cs") and ord(char) > 0x2BFF
        if char not in scope.text
    ]
    for match in _WORD.finditer(text):
        if not match.group().isascii() and len(_scripts(match.group())) > 1:
            findings.append(_form(match, f"{match.group()!r} mixes letters of two scripts."))
    for match in _HIDDEN.finditer(text):
        if match.group() not in scope.text:
            findings.append(_form(match, "An invisible character stands here."))
    return findings


def _form(match: re.Match[str], reason: str) -> Finding:
    return finding("form", "hard", "minor", match.start(), match.end(), reason)


def _scripts(word: str) -> set[str]:
    return {
        name.split(" ", 1)[0]
        for char in word
        if (name := unicodedata.name(char, "")).startswith(
            ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN")
        )
    }
