"""Terms where no noun names the demand."""

from __future__ import annotations

import pytest

from agent.requirements.doing import acts_alone, help_with, shortened, traits
from agent.requirements.groups import read_group


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        (
            "Energetic, forward-thinking, and creative in business solutions",
            ("Energetic", "forward-thinking", "creative"),
        ),
        ("Demonstrated interpersonal and collaboration skills", ("interpersonal", "collaboration")),
        ("Strong verbal and written skills", ()),
        ("Strong verbal and written communication skills", ()),
        ("Friendly or outgoing", ()),
        ("Knowledge of welding", ()),
        ("", ()),
    ],
)
def test_traits(clause: str, found: tuple[str, ...]) -> None:
    assert traits(clause) == found


@pytest.mark.parametrize(
    ("clause", "duty", "any_of"),
    [
        ("Survey and report on existing conditions", True, (("Survey", "report"),)),
        ("Train, supervise, and evaluate the performance", True,
         (("Train", "supervise", "evaluate"),)),
        ("Partner with leadership across the company", True, (("Partner with leadership",),)),
        ("Assist Heating Superintendent with periodic reports", True, (("periodic reports",),)),
        ("Promote a safe and respectful working environment", True,
         (("respectful working environment",),)),
        ("Provide timely and consistent feedback to your team", True, (("feedback",),)),
        ("Ability to multi-task under pressure", False, (("multi-task under pressure",),)),
        ("Ability to lift 50 lbs", False, (("lift 50 lbs",),)),
        ("Minimum of two years of experience as described", False, (("experience",),)),
    ],
)  # fmt: skip
def test_terms_of_what_is_done(
    clause: str, duty: bool, any_of: tuple[tuple[str, ...], ...]
) -> None:
    assert read_group(clause, duty=duty).any_of == any_of


def test_parts() -> None:
    clause = "Work closely with the chair to seek support"
    assert clause[help_with(clause) :] == "seek support"
    assert help_with("Assists with support groups") == 0
    assert acts_alone("Ability to adapt to changes")
    assert not acts_alone("Ability to read blueprints")
    assert shortened("work independently and as a team") == "work independently"
    assert shortened("Experience leading a small team in a kitchen") == (
        "Experience leading a small team"
    )
