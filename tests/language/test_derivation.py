"""Words that English makes out of another: the two share a key, words that look alike do not."""

import pytest

from agent.language.ladders import known


@pytest.mark.parametrize(
    ("made", "of"),
    [
        ("readiness", "ready"),
        ("availability", "available"),
        ("responsibility", "responsible"),
        ("fluency", "fluent"),
        ("literacy", "literate"),
        ("variation", "vary"),
        ("psychological", "psychology"),
        ("historical", "history"),
        ("editorial", "editor"),
        ("supervisory", "supervise"),
        ("regulatory", "regulate"),
        ("intervention", "intervene"),
        ("explanation", "explain"),
        ("trainee", "train"),
        ("fittings", "fit"),
        ("breakage", "break"),
        ("prioritized", "priority"),
        ("alterations", "alter"),
    ],
)
def test_a_derived_word_shares_a_key_with_its_base(made: str, of: str) -> None:
    assert known(made).firm & known(of).firm


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("physical", "physics"),
        ("attention", "attain"),
        ("currency", "current"),
        ("custodial", "custody"),
        ("replication", "reply"),
        ("partial", "party"),
    ],
)
def test_words_of_their_own_share_none(one: str, other: str) -> None:
    assert not known(one).firm & known(other).firm
