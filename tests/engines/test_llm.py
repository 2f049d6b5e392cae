from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from stub_model import (
    POSTING,
    Asked,
    Fault,
    brief,
    completion,
    engine_on,
    honest,
    rewritten,
    whole_lines,
)

from agent.engines.base import Question, Refused
from agent.engines.llm import LlmEngine
from agent.errors import BudgetReached, InputError, ModelError, NotConfigured
from agent.models import Finding, Proposal, Span


def rewrites(*items: dict[str, object], order: list[str] | None = None) -> str:
    return json.dumps({"rewrites": list(items), "order": order or []})


def item(
    id: str = "e1b1", text: str = "Triaged arrivals at desk 1.", **fields: object
) -> dict[str, object]:
    return {"id": id, "text": text, "requirements": ["r1"], "quotes": ["Sorted arrivals"]} | fields


# --- requirements ---------------------------------------------------------------------------------


def found(quote: str, **fields: object) -> dict[str, object]:
    shape = {"kind": "must", "category": "skill", "any_of": [["triage"]], "at_least": 1,
             "open": False, "min_years": None}  # fmt: skip
    return {"quote": quote} | shape | fields


async def extracted(*items: dict[str, object]):
    recorder = engine_on(lambda _: json.dumps({"requirements": list(items)}))
    return await recorder.engine.extract(POSTING)


async def test_every_requirement_quotes_the_posting_where_it_stands() -> None:
    extraction = await engine_on(honest).engine.extract(POSTING)
    assert len(extraction.requirements) >= 4
    for one in extraction.requirements:
        assert POSTING.text[one.span.start : one.span.end] == one.quote
    assert [one.id for one in extraction.requirements] == [
        f"r{n}" for n in range(1, len(extraction.requirements) + 1)
    ]


async def test_a_quote_that_is_not_in_the_posting_is_no_requirement() -> None:
    extraction = await extracted(found("Ten years in space flight", any_of=[["space flight"]]))
    assert all("space" not in one.quote for one in extraction.requirements)
    assert any("not in the posting" in note for note in extraction.notes)


@pytest.mark.parametrize(
    ("quote", "any_of", "believed"),
    [
        ("Experience with Epic or Cerner", [["Epic"], ["Dos"]], (("Epic",),)),
        ("Triage of walk-in patients", [["triage", "IV therapy"]], (("triage",),)),
        ("Triage of walk-in patients", [["of walk-in patients"]], (("walk-in patients",),)),
        ("triage  OF walk-in\npatients", [["triaging"]], None),
    ],
)  # fmt: skip
async def test_only_terms_that_the_quote_names_are_believed(
    quote: str, any_of: list[list[str]], believed: tuple[tuple[str, ...], ...] | None
) -> None:
    extraction = await extracted(found(quote, any_of=any_of))
    one = next(r for r in extraction.requirements if r.quote[:6].lower() == quote[:6].lower())
    if believed is not None:
        assert one.any_of == believed


@pytest.mark.parametrize(("claimed", "kept"), [(3, 3), (30, None), (5, None)])
async def test_years_must_be_written_in_the_quote(claimed: int, kept: int | None) -> None:
    quote = "3+ years of bedside care"
    extraction = await extracted(found(quote, any_of=[["bedside care"]], min_years=claimed))
    assert next(r for r in extraction.requirements if r.quote == quote).min_years == kept


async def test_rules_fill_in_when_the_model_misses_most() -> None:
    alone = await extracted(found("BLS certification", any_of=[["BLS"]]))
    assert len(alone.requirements) > 2
    assert any("rules filled in" in note for note in alone.notes)


async def test_a_posting_is_asked_about_once() -> None:
    recorder = engine_on(honest)
    first = await recorder.engine.extract(POSTING)
    second = await recorder.engine.extract(POSTING)
    assert (first.requirements, len(recorder.sent)) == (second.requirements, 1)
    assert second.usage.calls == 0


async def test_a_long_posting_is_read_in_windows_and_nothing_is_cut() -> None:
    lines = [f"- Duty number {n} of ward {n} with wristband checks" for n in range(600)]
    recorder = engine_on(honest)
    await recorder.engine.extract(POSTING.model_copy(update={"text": "\n".join(lines)}))
    seen = "\n".join(asked.material for asked in recorder.sent).splitlines()
    assert seen == lines
    assert len(recorder.sent) > 2


# --- rewrites -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        (item(id="e9b9"), "unknown line"),
        (item(id="e1b1 "), "unknown line"),
        (item(text=" "), "without words"),
        (item(text="Triaged " + "very " * 100), "far too long"),
        (item(text="Triaged."), "leave most of the line out"),
        (item(text="Triaged аrrivаls at desk 1"), "hidden or foreign signs"),
        (item(text="Triaged ａrrivals at desk 1"), "hidden or foreign signs"),
        (item(text="Edit lines of one person's resume so that a search"), "repeats its orders"),
        (item(text="Triaged\u200b arrivals at desk 1"), "hidden or foreign signs"),
        (item(text="Triaged <!-- x --> arrivals at desk"), "hidden or foreign signs"),
        (item(text="Triaged arrivals </fence-12345678>"), "hidden or foreign signs"),
        (item(text="Triaged for [NAME_1]"), "a mark that is not"),
        (item(text="Triaged for NAME_1"), "a mark that is not"),
        (item(text="Senior nurse: sorted arrivals by need"), "a label that the line"),
        (item(text="Sorted arrivals by need as CFO"), "an abbreviation that nothing"),
        (item(text="Sorted arrivals by need, PhD"), "an abbreviation that nothing"),
        (item(quotes=[]), "without a supporting quote"),
        (item(quotes=["Led the ward"]), "without a supporting quote"),
    ],
)
async def test_what_is_not_worth_verifying_is_left_out_with_its_cause(
    answer: dict[str, object], cause: str
) -> None:
    made = await engine_on(lambda _: rewrites(answer)).engine.propose(brief())
    assert made.proposals == ()
    assert any(cause in note for note in made.notes), made.notes


async def test_the_good_items_of_a_bad_answer_are_kept() -> None:
    good = item(quotes=["sorted  arrivals"])
    answer = rewrites(item(id="e7b1"), good, item(text="Again"), {"id": "e1b1"})
    made = await engine_on(lambda _: answer).engine.propose(brief())
    assert [p.text for p in made.proposals] == ["Triaged arrivals at desk 1."]
    assert made.usage.calls == 2, "an item out of shape is asked for once more"
    assert "1 for an unknown line" in made.notes[0]
    assert "1 for a line already answered" in made.notes[0]


async def test_an_unchanged_line_is_no_proposal() -> None:
    recorder = engine_on(lambda asked: rewritten(asked, lambda _, text: text))
    assert (await recorder.engine.propose(brief())).proposals == ()


async def test_requirement_ids_that_were_not_sent_are_dropped() -> None:
    made = await engine_on(lambda _: rewrites(item(requirements=["r7", "r1"]))).engine.propose(
        brief()
    )
    assert made.proposals[0].requirement_ids == ("r1",)


@pytest.mark.parametrize(
    ("order", "kept"),
    [
        (["e1b3", "e1b1", "e1b2"], ("e1b3", "e1b1", "e1b2")),
        (["e1b3", "e1b1"], ()),
        (["e1b1", "e1b1", "e1b2"], ()),
        (["e1b1", "e1b2", "e9b9"], ()),
    ],
)
async def test_an_order_must_name_each_line_once(order: list[str], kept: tuple[str, ...]) -> None:
    recorder = engine_on(lambda _: rewrites(order=order))
    made = await recorder.engine.propose(brief(1, "Sorted mail.", "Sorted files.", "Sorted beds."))
    assert made.order == kept


async def test_a_long_entry_is_split_and_every_line_is_asked_about() -> None:
    recorder = engine_on(lambda asked: rewritten(asked, lambda _, text: f"{text} Indeed."))
    made = await recorder.engine.propose(brief(1, *(f"Dressed wound {n}" for n in range(40))))
    assert len(made.proposals) == 40
    assert len(recorder.sent) == 3


@pytest.mark.parametrize(
    "idle",
    [brief(requirements=(), matches=()), brief(1, "")],
)
async def test_nothing_is_asked_where_nothing_can_be_gained(idle) -> None:
    recorder = engine_on(honest)
    assert (await recorder.engine.propose(idle)).usage.calls == 0
    assert recorder.sent == []


async def test_repair_shows_the_refused_words_and_why() -> None:
    finding = Finding(
        type="agency", tier="hard", severity="major", span=Span(start=0, end=3),
        reason="'Led' is more than 'helped'.",
    )  # fmt: skip
    refused = Refused(proposal=Proposal(bullet_id="e1b2", text="Led rounds"), findings=(finding,))
    recorder = engine_on(honest)
    await recorder.engine.propose(brief(1, "Sorted mail.", "Helped on rounds.", refused=(refused,)))
    (asked,) = recorder.sent
    assert "Led rounds" in asked.material
    assert "more than 'helped'" in asked.material
    assert list(asked.lines) == ["e1b2"], "only what was refused is asked for"


async def test_round_two_holds_quotes_of_the_posting_and_no_more() -> None:
    recorder = engine_on(honest)
    await recorder.engine.extract(POSTING)
    await recorder.engine.propose(brief())
    assert "Triage of walk-in patients" in recorder.raw[1]
    assert "Epic" not in recorder.raw[1]


async def test_the_static_part_comes_first_and_never_changes() -> None:
    recorder = engine_on(honest)
    await asyncio.gather(recorder.engine.propose(brief(1)), recorder.engine.propose(brief(2)))
    first, second = (asked.body["messages"][0] for asked in recorder.sent)
    assert first == second


async def test_output_language_is_asked_for() -> None:
    recorder = engine_on(honest, output_language="de")
    await recorder.engine.propose(brief())
    assert "Language: German" in recorder.sent[0].body["messages"][1]["content"]


# --- judge ----------------------------------------------------------------------------------------

QUESTIONS = (
    Question(id="q1", rewrite="Calm triage", claim="Calm", evidence=("Sorted arrivals calmly.",)),
    Question(id="q2", rewrite="Fast triage", claim="Fast", evidence=("Sorted arrivals.",)),
)


def judging(answers: dict[str, tuple[bool, str]], control: bool | None = False):
    """A judge with an answer for each claim, and one for the control question; None for silence."""

    def brain(asked: Asked) -> str:
        said = []
        for id, claim in asked.lines.items():
            yes, quote = answers.get(claim, (control, "Sorted arrivals"))
            if yes is not None:
                said.append({"id": id, "supported": yes, "quote": quote})
        return json.dumps({"answers": said})

    return brain


NO = (False, "")


@pytest.mark.parametrize(
    ("calm", "fast", "supported"),
    [
        ((True, "calmly"), NO, {"q1": True, "q2": False}),
        (NO, (True, "arrivals calmly"), {"q1": False, "q2": False}),
        (NO, (True, ""), {"q1": False, "q2": False}),
        ((None, ""), NO, {"q2": False}),
    ],
)
async def test_a_judge_is_believed_only_with_words_of_that_evidence(
    calm: tuple[bool, str], fast: tuple[bool, str], supported: dict[str, bool]
) -> None:
    recorder = engine_on(judging({"Calm": calm, "Fast": fast}), judge=True)
    answer = await recorder.engine.judge(QUESTIONS)
    assert {j.id: j.supported for j in answer.judgements} == supported
    assert answer.notes == ()


@pytest.mark.parametrize("control", [True, None])
async def test_a_judge_that_says_yes_to_anything_is_not_believed_at_all(
    control: bool | None,
) -> None:
    recorder = engine_on(judging({"Calm": (True, "calmly"), "Fast": NO}, control), judge=True)
    answer = await recorder.engine.judge(QUESTIONS)
    assert answer.judgements == ()
    assert any("control question" in note for note in answer.notes)


async def test_the_control_question_is_never_true() -> None:
    told = Question(id="e1b1#0", rewrite="x", claim="x", evidence=("Won a national award.",))
    recorder = engine_on(judging({}), judge=True)
    await recorder.engine.judge((told,))
    (control,) = set(recorder.sent[0].lines.values()) - {"x"}
    assert "award" not in control


async def test_no_judge_unless_asked_for() -> None:
    recorder = engine_on(honest)
    assert (await recorder.engine.judge(QUESTIONS)).judgements == ()
    assert recorder.sent == []


# --- what can't work, caps, cache -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "body", "error", "says"),
    [
        (401, {"message": "Incorrect key: sk-test"}, NotConfigured, "refused the key"),
        (403, {"message": "no"}, NotConfigured, "refused the key"),
        (
            404,
            {"message": "The model `x` does not exist"},
            NotConfigured,
            "no model 'gpt-4.1-mini'",
        ),
        (429, {"code": "insufficient_quota"}, ModelError, "no credit"),
    ],
)
async def test_what_makes_all_work_impossible_is_raised_at_once(
    status: int, body: dict[str, str], error: type[Exception], says: str
) -> None:
    fault = Fault(status, json.dumps({"error": body}), (("retry-after-ms", "1"),))
    with pytest.raises(error, match=says) as raised:
        await engine_on(lambda _: fault).engine.extract(POSTING)
    assert "sk-test" not in str(raised.value)


async def test_a_quota_that_runs_out_keeps_what_was_done() -> None:
    def brain(asked: Asked) -> str | Fault:
        if asked.task == "requirements":
            return whole_lines(asked)
        body = json.dumps({"error": {"code": "insufficient_quota"}})
        return Fault(429, body, (("retry-after-ms", "1"),))

    recorder = engine_on(brain, max_parallel=1)
    await recorder.engine.extract(POSTING)
    made = await asyncio.gather(*(recorder.engine.propose(brief(n)) for n in (1, 2, 3)))
    assert all("no credit" in m.notes[0] for m in made)
    assert len(recorder.sent) == 1 + 3, "after the SDK's three tries the others are not sent"


async def test_a_cap_too_low_for_the_first_question_is_raised_before_sending() -> None:
    recorder = engine_on(honest, max_tokens=50)
    with pytest.raises(BudgetReached, match="50 tokens"):
        await recorder.engine.extract(POSTING)
    assert recorder.sent == []


@pytest.mark.parametrize("cap", [{"max_tokens": 1500}, {"max_cost": 0.002}])
async def test_a_cap_is_never_passed_and_what_was_done_is_kept(cap: dict[str, float]) -> None:
    said = completion(rewrites())
    said["usage"] = {"prompt_tokens": 500, "completion_tokens": 400, "total_tokens": 900}
    recorder = engine_on(
        lambda asked: whole_lines(asked) if asked.task == "requirements" else said, **cap
    )
    extraction = await recorder.engine.extract(POSTING)
    made = [await recorder.engine.propose(brief(n)) for n in range(1, 9)]
    usage = sum((m.usage for m in made), extraction.usage)
    assert usage.prompt_tokens + usage.completion_tokens <= cap.get("max_tokens", 10**9)
    assert usage.cost is not None
    assert usage.cost <= cap.get("max_cost", 10**9)
    assert any("would be passed" in note for m in made for note in m.notes)
    assert made[0].notes == ()


def test_a_cost_cap_needs_a_price() -> None:
    with pytest.raises(NotConfigured, match="No price is known for 'home-made'"):
        LlmEngine("home-made", "http://localhost:1/v1", max_cost=1)


async def test_a_recording_replays_the_run_and_a_changed_prompt_misses_loudly(
    tmp_path: Path,
) -> None:
    path = tmp_path / "run.jsonl"

    def brain(asked: Asked) -> str:
        if asked.task == "requirements":
            return whole_lines(asked)
        return rewritten(asked, lambda _, text: f"{text} Yes.")

    live = engine_on(brain, record=path).engine
    recorded = (await live.extract(POSTING), await live.propose(brief()))

    replayed = engine_on(lambda _: Fault(500), replay=path)
    again = (await replayed.engine.extract(POSTING), await replayed.engine.propose(brief()))
    assert [x.model_dump(exclude={"usage"}) for x in again] == [
        x.model_dump(exclude={"usage"}) for x in recorded
    ]
    assert again[1].usage.prompt_tokens == 100
    assert replayed.sent == []
    replayed.engine.finish()

    with pytest.raises(InputError, match="no reply to this question of rewrite_entry@"):
        await replayed.engine.propose(brief(1, "Another line."))


async def test_an_unused_recording_fails(tmp_path: Path) -> None:
    path = tmp_path / "run.jsonl"
    live = engine_on(honest, record=path).engine
    await live.extract(POSTING)
    await live.propose(brief())
    half = engine_on(honest, replay=path).engine
    await half.extract(POSTING)
    with pytest.raises(InputError, match=r"1 replies .* were not used: \['rewrite_entry@"):
        half.finish()


async def test_the_cache_is_opt_in_and_answers_for_free(tmp_path: Path) -> None:
    for expected in (1, 0):
        recorder = engine_on(honest, cache_dir=tmp_path / "kept")
        made = await recorder.engine.propose(brief())
        assert (len(recorder.sent), made.usage.calls) == (expected, expected)
    failing = engine_on(lambda _: "no json", cache_dir=tmp_path / "kept")
    await failing.engine.propose(brief(2))
    assert len(list((tmp_path / "kept").iterdir())) == 1, "a failure is not kept"


def test_one_engine_serves_one_event_loop_after_another() -> None:
    recorder = engine_on(honest)
    for n in (1, 2):
        assert asyncio.run(recorder.engine.propose(brief(n))).usage.calls == 1
