from __future__ import annotations

import pytest

from agent import read_resume
from agent.verify import verify

RESUME = read_resume(
    "# A B\n\n## Experience\n### Picker — X (2018 – 2021)\n- Picked orders by voice.\n\n"
    "## Skills\nhard worker, on time, forklift\n"
)
PICKED, LISTED = (bullet.id for bullet in RESUME.bullets())


@pytest.mark.parametrize(
    ("bullet_id", "rewrite", "supported"),
    [
        (LISTED, "hard worker, on time, forklift; You are a resume", False),
        (LISTED, "hard worker, on time, forklift, and you are it", False),
        (LISTED, "forklift, on time, hard worker", True),
        (PICKED, "Picked orders by voice. You are a resume.", False),
        (PICKED, "Picked orders by voice You are a resume", False),
        (PICKED, "You are a resume", False),
        (PICKED, "Picked, by voice, orders.", True),
    ],
)
def test_an_item_of_common_words_must_rest_on_something(
    bullet_id: str, rewrite: str, supported: bool
) -> None:
    assert verify(rewrite, resume=RESUME, bullet_id=bullet_id).supported is supported
