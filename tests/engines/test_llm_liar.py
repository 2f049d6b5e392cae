"""A model that invents a different kind of claim in every line: none reaches the document."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from stub_model import Asked, engine_on, rewritten, whole_lines

from agent import atailor
from agent.verify import check


class Lie(NamedTuple):
    """A line of a resume, and an invention about it."""

    kind: str
    line: str
    said: str
    never: str
    """Words of the invention, not in the line."""


LIES = (
    Lie(
        "quantity",
        "Taught reading to two small groups.",
        "Taught reading to 12 small groups.",
        "12",
    ),
    Lie("percentage", "Cut waste on line 3.", "Cut waste on line 3 by 35%.", "35"),
    Lie("money", "Kept the yard's parts budget.", "Kept the yard's $2M parts budget.", "$2m"),
    Lie("tenure", "Drove the night route.", "Drove the night route for twenty years.", "twenty"),
    Lie(
        "title",
        "Wrote lesson plans for grade 4.",
        "As Head Teacher, wrote lesson plans for grade 4.",
        "head teacher",
    ),
    Lie("employer", "Repaired pumps on site.", "Repaired pumps on site for Siemens.", "siemens"),
    Lie(
        "credential",
        "Dispensed medication on the ward.",
        "Dispensed medication on the ward as a certified pharmacist.",
        "pharmacist",
    ),
    Lie(
        "tool", "Drew floor plans of the annex.", "Drew floor plans of the annex in Revit.", "revit"
    ),
    Lie("agency", "Assisted with the stock count.", "Led the stock count.", "led the stock"),
    Lie(
        "scope",
        "Trained the cooks of one kitchen.",
        "Trained the cooks of the whole company.",
        "whole company",
    ),
    Lie(
        "quantifier", "Checked some invoices twice.", "Checked all invoices twice.", "all invoices"
    ),
    Lie("proficiency", "Basic Spanish with guests.", "Fluent Spanish with guests.", "fluent"),
    Lie(
        "modality",
        "Planned a move to LED lighting.",
        "Completed a move to LED lighting.",
        "completed",
    ),
    Lie("polarity", "Did not handle cash.", "Handled cash.", "handled cash"),
    Lie(
        "direction",
        "Queue times rose after the merger.",
        "Queue times fell after the merger.",
        "fell after",
    ),
    Lie("frequency", "Cleaned the kiln monthly.", "Cleaned the kiln daily.", "daily"),
    Lie(
        "outcome",
        "Rewrote the safety sheet.",
        "Rewrote the safety sheet, preventing accidents.",
        "preventing",
    ),
    Lie(
        "exclusivity",
        "Ran the archive with a colleague.",
        "Ran the archive as its only keeper.",
        "only keeper",
    ),
    Lie(
        "comparison",
        "Sold tickets at the counter.",
        "Sold more tickets at the counter than anyone.",
        "than anyone",
    ),
    Lie("place", "Fitted kitchens in flats.", "Fitted kitchens in flats across Norway.", "norway"),
    Lie("date", "Launched the choir.", "Launched the choir in 2014.", "2014"),
    Lie(
        "praise",
        "Answered parents' letters.",
        "Masterfully answered parents' letters.",
        "masterfully",
    ),
    Lie(
        "skill", "Mixed paint to order.", "Mixed paint to order using spectrophotometry.", "spectro"
    ),
    Lie("rate", "Packed parcels.", "Packed 90 parcels an hour.", "90"),
    Lie("share in words", "Cut waste at the saw.", "Cut waste at the saw by a quarter.", "quarter"),
    Lie("ordinal", "Ran the charity race.", "Ran the charity race, placing third.", "third"),
    Lie("audience", "Wrote the newsletter.", "Wrote the newsletter for the board.", "board"),
    Lie("speed", "Cleared the post room.", "Promptly cleared the post room within hours.", "hours"),
    Lie("certainty", "Probably sorted most mail.", "Sorted all mail.", "all mail"),
    Lie(
        "someone else's deed",
        "My manager rewired the lathe.",
        "Rewired a lathe.",
        "rewired a lathe",
    ),
    Lie("language", "Wrote menus in Danish.", "Wrote menus in Danish and Swedish.", "swedish"),
    Lie("legal", "Stored solvents.", "Stored solvents in line with OSHA rules.", "osha"),
    Lie("hoped", "Hoped to open a second kiosk.", "Opened a second kiosk.", "opened a second"),
    Lie("seniority", "Advised new drivers.", "As senior driver, advised new drivers.", "senior"),
    Lie("target told as achieved", "Aimed to halve returns.", "Halved returns.", "halved returns"),
)

RESUME = """\
# Ilmari Sandvoss
Vaasa | ilmari@example.com

## Experience
### Generalist — Corner Works (Jan 2015 – Present)
{lines}
"""
POSTING = """\
Generalist

Requirements
- Teaching, reading, lesson plans and training.
- Repair of pumps, kitchens, lighting and line work.
- Sales of tickets, invoices, stock count and parcels.
- Spanish, letters, archive and safety sheet.
- Floor plans, paint, kiln, route, budget, medication, cash and queue times.
"""


async def run(lies: tuple[Lie, ...], honest: str = ""):
    by_line = {lie.line: lie for lie in lies}

    def brain(asked: Asked) -> str:
        if asked.task == "requirements":
            return whole_lines(asked)
        return rewritten(asked, lambda _, text: honest + by_line[text].said)

    recorder = engine_on(brain, max_parallel=4)
    resume = RESUME.format(lines="\n".join(f"- {lie.line}" for lie in lies))
    return await atailor(resume, POSTING, engine=recorder.engine), recorder


async def test_no_invention_reaches_the_document() -> None:
    result, recorder = await run(LIES)
    asked_about = {id for asked in recorder.sent for id in asked.lines if asked.task == "rewrites"}
    assert len(asked_about) == len(LIES), "the model was given every line to lie about"
    written = {bullet.text.lower() for bullet in result.document.bullets()}
    through = [lie.kind for lie in LIES if any(lie.never in text for text in written)]
    assert through == []
    assert check(result.resume, result.document).supported


async def test_a_lie_that_is_told_again_in_the_repair_is_reverted_with_its_reason() -> None:
    result, recorder = await run(LIES[:6])
    refused = [asked for asked in recorder.sent if " refused: " in asked.material]
    assert refused, "what was refused goes back once"
    assert len(refused) <= 1, "and once only"
    reverted = [change for change in result.changes if change.status == "reverted"]
    assert all(change.findings for change in reverted)


@pytest.mark.parametrize(
    ("line", "said", "kept"),
    [
        ("Assisted with stock count in the depot.",
         "Led the stock count in the depot.", "stock count in the depot"),
        ("Packed parcels and labelled them.",
         "Packed and labelled 90 parcels.", "parcels"),
    ],
)  # fmt: skip
async def test_the_line_survives_where_its_proposal_does_not(
    line: str, said: str, kept: str
) -> None:
    result, _ = await run((Lie("mixed", line, said, "no such words"),))
    (bullet,) = result.document.bullets()
    assert kept in bullet.text
    assert check(result.resume, result.document).supported


async def test_the_repair_round_can_save_an_honest_rewrite() -> None:
    line, good = "Assisted with the stock count.", "Helped with the stock count."

    def brain(asked: Asked) -> str:
        if asked.task == "requirements":
            return whole_lines(asked)
        again = " refused: " in asked.material
        return rewritten(asked, lambda _, text: good if again else f"{text[:-1]} in Norway.")

    recorder = engine_on(brain)
    posting = "Clerk\n\nRequirements\n- Stock count\n- Experience with forklifts\n"
    result = await atailor(RESUME.format(lines=f"- {line}"), posting, engine=recorder.engine)
    assert [bullet.text for bullet in result.document.bullets()] == [good]
    assert [change.status for change in result.applied] == ["repaired"]
