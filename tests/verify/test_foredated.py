"""A tool that the resume itself dates after a job is a grave lie there, in every setting."""

from __future__ import annotations

import pytest

from agent.documents import read_resume
from agent.models import Finding
from agent.verify import verify
from agent.verify.scope import Attribution

_LINE = "Built billing services for the north region"


def _grave(skills: str, rewrite: str, attribution: Attribution = "warn") -> list[Finding]:
    resume = read_resume(
        f"""# Sam Roe

## Experience

### Engineer, New Place (2020 - 2023)
- Moved the queue to Kafka
- Trained the team in Elixir, since 2021

### Engineer, Old Place (2011 - 2015)
- {_LINE}

### Clerk, First Place (2008 - 2010)
- Wrote macros in Perl

## Certifications
- Certified Vault Operator, 2021

## Skills
- {skills}
""".encode(),
        name="resume.md",
    )
    place = next(b.id for e in resume.entries() for b in e.bullets if b.text == _LINE)
    verdict = verify(rewrite, resume=resume, bullet_id=place, attribution=attribution)
    return [one for one in verdict.findings if one.severity == "critical"]


@pytest.mark.parametrize("attribution", ["ask", "strict", "warn"])
@pytest.mark.parametrize(
    ("skills", "tool"),
    [
        ("Go, Rust (since 2022), SQL", "Rust"),
        ("Go, Rust since 2022", "Rust"),
        ("Kubernetes (2019-), Bash", "Kubernetes"),
        ("Terraform (2018 – 2021), Bash", "Terraform"),
        ("React Native (from March 2019)", "React Native"),
        ("Since 2017: Ansible, Puppet", "Puppet"),
        ("Go, Elixir", "Elixir"),
        ("Go, Vault", "Vault"),
    ],
)
def test_a_tool_dated_after_the_job_is_grave(
    skills: str, tool: str, attribution: Attribution
) -> None:
    (found,) = _grave(skills, f"Built billing services in {tool} for the north region", attribution)
    assert (found.type, found.tier) == ("attribution", "hard")
    assert tool in found.reason
    assert "2015" in found.reason


@pytest.mark.parametrize(
    ("skills", "tool"),
    [
        ("Go, Rust, SQL", "Rust"),
        ("Rust (2022), SQL", "Rust"),
        ("Rust (since 2013), SQL", "Rust"),
        ("Rust (2015 – 2019), SQL", "Rust"),
        ("Rust, Kubernetes (since 2022)", "Rust"),
        ("Kafka, SQL", "Kafka"),
        ("Perl (since 2019), SQL", "Perl"),
    ],
)
def test_a_tool_that_the_dates_leave_open_is_not(skills: str, tool: str) -> None:
    assert _grave(skills, f"Built billing services in {tool} for the north region") == []


def test_what_the_line_says_itself_is_never_dated_away() -> None:
    assert _grave("Billing (since 2022)", _LINE) == []
