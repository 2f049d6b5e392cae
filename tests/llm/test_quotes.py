from __future__ import annotations

import pytest

from agent.llm.quotes import Searchable, contains

TEXT = "Owned “Blue\u00ad bird” — a  data\tpipeline\nfor 40 teams."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ('"Bluebird"', None),
        ('"Blue bird"', "“Blue\u00ad bird”"),
        ("a data pipeline for", "a  data\tpipeline\nfor"),
        ("- OWNED", "Owned"),
        ("40 teams.", "40 teams"),
        ("41 teams", None),
        ("", None),
        (" . ", None),
        ("x" * 600, None),
    ],
)
def test_words_are_found_whatever_their_spaces_case_and_quotation_signs(
    quote: str, found: str | None
) -> None:
    span = Searchable(TEXT).find(quote)
    assert (span and TEXT[span.start : span.end]) == found
    assert contains(TEXT, quote) is (found is not None)
