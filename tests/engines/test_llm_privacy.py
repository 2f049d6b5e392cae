"""Nothing that identifies a person is in any request, header or log, on any path."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import httpx2
import pytest
from stub_model import (
    Asked,
    Fault,
    Recorder,
    Said,
    brief,
    completion,
    engine_on,
    honest,
    rewritten,
    whole_lines,
)
from typer.testing import CliRunner

from agent import atailor
from agent.cli import app
from agent.documents import read_resume
from agent.engines.base import Question, Refused
from agent.engines.briefs import brief_entries
from agent.llm import client as client_module
from agent.llm import session
from agent.llm.endpoint import Endpoint
from agent.match import match
from agent.models import Finding, Match, Proposal, Requirement, Resume, Span
from agent.posting import read_posting
from agent.requirements import extract_requirements
from sample import POSTING, RESUME

SETS = Path(__file__).parents[2] / "../shared/data"


class Person(NamedTuple):
    """A fictional person and what must not be sent of them."""

    name: str
    email: str
    phone: str
    address: str
    link: str

    @property
    def secrets(self) -> set[str]:
        own = {self.email, self.phone, self.address, self.link, self.name}
        return {part.lower() for part in own | set(self.name.split()) if len(part) > 3}


PEOPLE = (
    Person("Thessaly Okonkwo-Brandt", "t.okonkwo@postbox.example", "(415) 555-0199",
           "88 Larkmoor Street, Springfield, IL 62701", "linkedin.com/in/thessaly-ob"),
    Person("Jürgen Weißpfennig", "juergen@weisspfennig.example", "+49 171 5550123",
           "Kastanienallee 14, 10435 Berlin", "www.weisspfennig.example/cv"),
    Person("Nguyễn Thị Hạnhquyên", "hanhquyen99@mail.example.com", "+84 91 555 01 77",
           "14 rue de la Fontaine", "github.com/hanhquyen99"),
    Person("MARISOLA DE LA QUEBRADA", "marisola_q@correo.example", "0034 655 501 442",
           "Calle Fresnedillas 12", "https://quebrada.example/marisola"),
    Person("Aoife Ní Fhloinnteach", "aoife@fhloinn.example", "087-555-0144",
           "3 Gorsemount Close, Dublin", "@aoife_fhl"),
)  # fmt: skip


def planted(text: str, person: Person) -> str:
    """A resume with this person's header, and mentions of them inside its lines."""
    lines = [line for line in text.splitlines() if "@" not in line]
    for n, line in enumerate(lines):
        if len(line) > 50 and n % 4 == 1:
            first = person.name.split()[0].title()
            lines[n] = f"{line} {first} can be reached at {person.email} or {person.phone}."
        if len(line) > 50 and n % 7 == 2:
            lines[n] = f"{line} Reviewer wrote: '{person.name} is great', see {person.link}."
        if len(line) > 50 and n % 9 == 3:
            lines[n] = f"{line} Kept the keys at {person.address}."
    header = (
        f"{person.name}\n{person.email} | {person.phone} | {person.address} | {person.link}\n\n"
    )
    return header + "\n".join(lines)


def troubled() -> Iterator[Said]:
    """Faults that take every path: fallback of the format, asking again, repair, retries."""
    bad_request = Fault(400, json.dumps({"error": {"message": "response_format: no"}}))
    busy = Fault(429, "{}", (("retry-after-ms", "1"),))
    return cycle([bad_request, "Gladly!", busy, completion('{"rewrites": [', finish="length")])


def liar() -> object:
    faults = troubled()
    turn = iter(range(10**6))

    def brain(asked: Asked) -> Said:
        if next(turn) % 2:
            return next(faults)
        if asked.task == "requirements":
            return whole_lines(asked)
        if asked.task == "answers":
            return '{"answers": []}'
        return rewritten(asked, lambda _, text: f"{text} Greatly improving morale.")

    return brain


def leaked(recorder: Recorder, person: Person) -> list[str]:
    sent = "\n".join(json.dumps(one.body, ensure_ascii=False) for one in recorder.sent)
    assert "[NAME_" in sent or "[EMAIL_" in sent, "what was planted was sent, masked"
    everything = ("\n".join(recorder.raw) + sent).lower()
    return [secret for secret in person.secrets if secret in everything]


async def leaks_of_a_run(text: str, person: Person) -> list[str]:
    recorder = engine_on(liar(), judge=True)
    await atailor(text, POSTING, engine=recorder.engine)
    return leaked(recorder, person)


async def leaks_of_every_line(text: str, person: Person) -> list[str]:
    """Send each line of the resume, relevant or not: to rewrite, to repair and to judge."""
    resume = read_resume(text)
    recorder = engine_on(liar(), judge=True)
    personal = tuple(filter(None, (resume.name, *resume.contacts)))
    wanted = brief()
    finding = Finding(
        type="outcome", tier="hard", severity="major", span=Span(start=0, end=1), reason=text[:400]
    )
    for entry in resume.entries():
        one = wanted.model_copy(update={"entry": entry, "personal": personal})
        again = tuple(
            Refused(proposal=Proposal(bullet_id=b.id, text=f"{b.text} Ha."), findings=(finding,))
            for b in entry.bullets
        )
        asked = tuple(
            Question(id=f"q{n}", rewrite=b.text, claim=b.text, evidence=(entry.heading, b.text))
            for n, b in enumerate(entry.bullets)
        )
        await asyncio.gather(
            recorder.engine.propose(one),
            recorder.engine.propose(one.model_copy(update={"refused": again})),
        )
        if asked:
            await recorder.engine.judge(asked)
    return leaked(recorder, person)


def body_of(sample: dict[str, object]) -> str:
    return str(sample["text"]).split("\n", 1)[1]


def livecareer() -> list[str]:
    path = SETS / "resumes_livecareer.jsonl"
    if not path.exists():
        pytest.skip("needs shared/data/resumes_livecareer.jsonl")
    with path.open(encoding="utf-8") as lines:
        return [body_of(json.loads(line)) for line in lines]


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
async def test_own_fixtures_leak_nothing(person: Person, caplog: pytest.LogCaptureFixture) -> None:
    body = RESUME.split("\n", 2)[2]
    with caplog.at_level(logging.DEBUG):
        assert await leaks_of_a_run(planted(body, person), person) == []
        assert await leaks_of_every_line(planted(body, person), person) == []
    logged = caplog.text.lower()
    assert [secret for secret in person.secrets if secret in logged] == []
    assert "sk-test" not in logged


async def test_json_resumes_leak_nothing() -> None:
    path = SETS / "jsonresume_samples.jsonl"
    if not path.exists():
        pytest.skip("needs shared/data/jsonresume_samples.jsonl")
    for line in path.read_text(encoding="utf-8").splitlines():
        resume = json.loads(line)["resume"]
        basics = resume["basics"]
        text = json.dumps(resume)
        recorder = engine_on(liar(), judge=True)
        await atailor(
            read_resume(text.encode(), name="resume.json"), POSTING, engine=recorder.engine
        )
        sent = "\n".join(recorder.raw).lower()
        secrets = [basics.get("email"), basics.get("phone"), basics.get("name"), basics.get("url")]
        assert [s for s in secrets if s and s.lower() in sent] == []


@pytest.mark.parametrize("every", [33, pytest.param(1, marks=pytest.mark.slow)])
async def test_real_resumes_with_planted_people_leak_nothing(every: int) -> None:
    found = {
        n: secrets
        for n, (text, person) in enumerate(zip(livecareer()[::every], cycle(PEOPLE), strict=False))
        if (secrets := await leaks_of_every_line(planted(text, person), person))
    }
    assert found == {}


async def test_a_masked_line_comes_back_whole() -> None:
    text = RESUME.replace("Ran payroll for 35 employees.", "Rosa ran pay roll for 35 employees.")
    recorder = engine_on(
        lambda asked: whole_lines(asked) if asked.task == "requirements"
        else rewritten(asked, lambda _, line: line.replace("pay roll", "payroll"))
    )  # fmt: skip
    result = await atailor(text, POSTING, engine=recorder.engine)
    assert "Rosa ran payroll for 35 employees." in [b.text for b in result.document.bullets()]
    assert "rosa" not in "".join(recorder.raw).lower()


EMPLOYED = RESUME.replace(
    "Accountant with seven years in manufacturing",
    "Accountant with seven years in manufacturing, at Tolland Parts and Dovetail Furniture",
).replace("Handled AP and AR", "After Dovetail Furniture handled AP and AR for Tolland Parts and")


def employers_in(raw: list[str]) -> list[str]:
    sent = "\n".join(raw).lower()
    assert "bank accounts" in sent, "the resume was sent"
    return [name for name in ("tolland", "dovetail") if name in sent]


async def test_hidden_employers_are_in_no_line_of_any_question() -> None:
    recorder = engine_on(liar(), judge=True, mask_employers=True)
    resume = read_resume(EMPLOYED)
    for entry_brief in brief_entries(resume, *_wanted(resume)):
        again = tuple(
            Refused(proposal=Proposal(bullet_id=b.id, text=f"{b.text} Ha."), findings=())
            for b in entry_brief.entry.bullets
        )
        await recorder.engine.propose(entry_brief)
        await recorder.engine.propose(entry_brief.model_copy(update={"refused": again}))
    line = next(b.text for b in resume.bullets() if "Tolland" in b.text)
    await recorder.engine.judge((Question(id="q", rewrite=line, claim=line, evidence=(line,)),))
    assert employers_in(recorder.raw) == []
    seen = "".join(recorder.raw)
    assert "EMPLOYER_2" in seen


def _wanted(resume: Resume) -> tuple[list[Requirement], list[Match]]:
    requirements = extract_requirements(read_posting(POSTING))
    return requirements, match(requirements, resume)


@pytest.mark.parametrize("hidden", [True, False])
def test_the_command_hides_employers_on_request(
    hidden: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = engine_on(honest)
    handle = recorder.engine._session.endpoint.http_client._transport.handler

    def connect(endpoint: Endpoint) -> object:
        client = httpx2.AsyncClient(transport=httpx2.MockTransport(handle))
        return client_module.connect(endpoint._replace(http_client=client))

    monkeypatch.setattr(session, "connect", connect)
    (tmp_path / "rosa.md").write_text(EMPLOYED, encoding="utf-8")
    (tmp_path / "posting.txt").write_text(POSTING, encoding="utf-8")
    option = ["--mask-employers"] if hidden else []
    done = CliRunner().invoke(
        app,
        ["tailor", str(tmp_path / "rosa.md"), str(tmp_path / "posting.txt"), "--engine", "llm",
         "--model", "stub", "--base-url", "http://127.0.0.1:9/v1", "-o", str(tmp_path / "out"),
         *option],
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert (employers_in(recorder.raw) == []) is hidden
    assert "Tolland Parts" in (tmp_path / "out" / "rosa_tailored.md").read_text(encoding="utf-8")
