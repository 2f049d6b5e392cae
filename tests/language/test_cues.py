"""One pattern for many cues finds what they find one by one."""

from __future__ import annotations

import re

import pytest

from agent.language.cues import any_cue, cues

PATTERNS = (r"\b(?:apply|apply now) here\b|^sign[ -]?in$", r"\bs?mart\b", r"^(?:a|b)+c", r"→\s*$")


@pytest.mark.parametrize(
    "text", ["apply here", "please apply now here", "sign-in", "sign in now", "mart", "a smart one",
             "abac", "cab", "next →", "reapply here", "[|] x", ""],
)  # fmt: skip
def test_same_as_one_by_one(text: str) -> None:
    one_by_one = any(re.search(pattern, text) for pattern in PATTERNS)
    assert bool(cues(*PATTERNS).search(text)) is one_by_one
    assert bool(any_cue(cues(*PATTERNS[:2]), cues(*PATTERNS[2:])).search(text)) is one_by_one
