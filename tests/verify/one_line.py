"""A resume of one line, for the tests that ask what a rewrite of that line may say."""

from __future__ import annotations

from agent.documents import read_resume
from agent.models import Verdict
from agent.verify import verify


def verdict(line: str, rewrite: str) -> Verdict:
    """What is found in `rewrite` where `line` is all that the person wrote of a job."""
    text = f"# Jane Roe\n\n## Experience\n### Technician — Acme (2019 – 2022)\n- {line}\n"
    resume = read_resume(text.encode(), name="resume.md")
    bullet = next(b for e in resume.entries() for b in e.bullets if b.text == line)
    return verify(rewrite, resume=resume, bullet_id=bullet.id)
