"""The steps of the page as a person uses it: a real server, a real Chromium, two widths."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from agent import read_resume
from agent.verify import check
from sample import POSTING, RESUME

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket]
EXAMPLE = Path(__file__).parents[2] / "agent" / "examples" / "resume.docx"
WAIT = 30_000


def test_example_review_and_take_away(visit: Any, tmp_path: Path) -> None:
    visit.example()
    page = visit.page
    boxes = page.query_selector_all("#cards input[type=checkbox]")
    ids = [box.evaluate("b => b.closest('[id^=tick-]').id.slice(5)") for box in boxes]
    dropped = next(id for id in ids if "b" in id)
    before = page.inner_text("#live")
    page.uncheck(f"#tick-{dropped} input")
    page.wait_for_function("old => document.querySelector('#live').innerText !== old", arg=before)
    saved = visit.files(tmp_path)
    assert {"resume_tailored.docx", "resume_tracked.docx", "resume_report.html",
            "resume_interview.html", "resume.resume.json"} <= set(saved)  # fmt: skip

    original, tailored = read_resume(EXAMPLE), read_resume(saved["resume_tailored.docx"])
    assert check(original, tailored).supported
    texts = {bullet.text for bullet in tailored.bullets()}
    assert original.bullet(dropped).text in texts, "the unticked change is not in the file"
    assert texts != {bullet.text for bullet in original.bullets()}, "the ticked ones are"
    tracked = zipfile.ZipFile(saved["resume_tracked.docx"]).read("word/document.xml")
    assert b"w:ins" in tracked
    page.check(f"#tick-{dropped} input")
    page.wait_for_selector("#files a", state="detached", timeout=WAIT)  # of another choice
    assert not visit.foreign, "a request left this machine"
    assert not visit.errors
    assert visit.fits()


def test_statements_are_taken_away_and_count_on_a_later_visit(
    open_visit: Any, tmp_path: Path
) -> None:
    first, later = open_visit(), open_visit()
    first.example()
    field = first.page.query_selector("#gaps [id^=said-]").get_attribute("id")
    first.page.fill(f"#{field} input, #{field} textarea", "I hold it since May 2022.")
    first.page.click(f"#{field.replace('said-', 'add-')}")
    first.page.wait_for_selector("#gaps .v-stated", timeout=WAIT)
    statements = first.files(tmp_path)["statements.json"]
    later.page.click("text=Statements you saved earlier")
    later.page.set_input_files("#statements input[type=file]", str(statements))
    later.page.wait_for_selector("text=1 statement of yours", timeout=WAIT)
    later.example()
    later.page.wait_for_selector("#gaps >> text=I hold it since May 2022.", timeout=WAIT)


def test_all_at_once_and_back(wide: Any, tmp_path: Path) -> None:
    wide.example()
    page = wide.page
    page.click("#reject-all")
    page.wait_for_selector("#live >> text=/^0 of/", timeout=WAIT)
    same = read_resume(wide.files(tmp_path)["resume_tailored.docx"])
    assert [b.text for b in same.bullets()] == [b.text for b in read_resume(EXAMPLE).bullets()]
    page.click("#accept-all")
    page.wait_for_selector("#live >> text=/^([1-9]\\d*) of \\1/", timeout=WAIT)


def test_a_lie_typed_by_hand_is_refused_until_the_person_states_it(
    visit: Any, tmp_path: Path
) -> None:
    visit.example()
    page = visit.page
    box = page.query_selector("#cards [id^=tick-][id*=b]")
    id = box.get_attribute("id").removeprefix("tick-")
    page.click(f"#word-{id} button")
    lie = "Led the hospital's move to Cerner and cut falls by 40%."
    page.fill(f"#edit-{id} textarea", lie)
    page.keyboard.press("Tab")
    page.wait_for_selector(f"#checked-{id} mark", timeout=WAIT)
    page.click(f"#save-{id}")
    page.wait_for_selector("#cards .v-refused .v-chip >> text=your wording", timeout=WAIT)
    assert lie not in visit.files(tmp_path)["resume_tailored.md"].read_text(encoding="utf-8")

    page.click(f"#word-{id} button")
    page.fill(f"#edit-{id} textarea", lie)
    page.click(f"#true-{id}")
    page.wait_for_selector("#cards >> text=your own statement", timeout=WAIT)
    page.wait_for_selector(f"#gaps >> text={lie}", timeout=WAIT)


def test_a_line_without_a_proposal_is_worded_by_hand(visit: Any, tmp_path: Path) -> None:
    visit.example()
    page = visit.page
    page.click("#word-other button.label-wrap")
    page.click("#other-line input")
    page.click("[role=option] >> nth=0")
    page.wait_for_selector("#edit-other textarea", timeout=WAIT)
    page.wait_for_function("document.querySelector('#edit-other textarea').value", timeout=WAIT)
    text = page.input_value("#edit-other textarea")
    said = f"{text} Held 3 prizes."
    page.fill("#edit-other textarea", said)
    page.keyboard.press("Tab")
    page.wait_for_selector("#checked-other mark", timeout=WAIT)
    assert visit.fits()
    page.click("#true-other")
    page.wait_for_selector("#cards >> text=your own statement", timeout=WAIT)
    assert said in visit.files(tmp_path)["resume_tailored.md"].read_text(encoding="utf-8")


def test_a_gap_is_answered_in_place_and_the_answer_can_be_deleted(visit: Any) -> None:
    visit.example()
    page = visit.page
    field = page.query_selector("#gaps [id^=said-]")
    id = field.get_attribute("id").removeprefix("said-")
    page.click(f"#add-{id}")
    page.wait_for_selector("#gaps .v-problem >> text=The answer is empty", timeout=WAIT)
    page.fill(f"#said-{id} input, #said-{id} textarea", "I hold it since May 2022.")
    page.click(f"#add-{id}")
    page.wait_for_selector("#gaps >> text=I hold it since May 2022.", timeout=WAIT)
    page.click("#gaps [id^=drop-]")
    page.wait_for_selector(
        "#gaps >> text=I hold it since May 2022.", state="detached", timeout=WAIT
    )
    page.click(f"#no-{id}")
    page.wait_for_selector(f"#gap-{id}", state="detached", timeout=WAIT)


def test_what_was_cut_goes_back_where_it_was(visit: Any) -> None:
    visit.example()
    page = visit.page
    page.click("#cuts button.label-wrap")
    before = page.input_value("#posting textarea")
    page.click("#cuts >> text=Put back")
    page.wait_for_selector("#cuts", state="hidden", timeout=WAIT)
    after = page.input_value("#posting textarea")
    assert "Sign up for job alerts" in after
    assert "Sign up for job alerts" not in before
    assert len(after) > len(before)
    assert visit.fits()


def test_ranking_sorts_explains_and_hands_one_over(visit: Any, tmp_path: Path) -> None:
    page = visit.page
    page.get_by_role("tab", name="Rank").click()
    page.click("#rank")
    page.wait_for_selector("#rank-said .v-problem", timeout=WAIT)
    mine = tmp_path / "mine.md"
    mine.write_text(RESUME, encoding="utf-8")
    page.set_input_files("#rank-resume input[type=file]", str(mine))
    page.wait_for_selector("#rank-resume-said >> text=understood", timeout=WAIT)
    postings = tmp_path / "postings.zip"
    with zipfile.ZipFile(postings, "w") as archive:
        archive.writestr("jobs/one.txt", POSTING)
        archive.writestr("jobs/broken.pdf", b"%PDF-1.7 cut off")
    page.set_input_files("#rank-files input[type=file]", str(postings))
    page.wait_for_selector("#rank-files-said >> text=2 postings", timeout=WAIT)
    welder = "Rust Welder\nRequirements\n- 9 years of welding in Rust.\n- AWS D1.1 certificate."
    page.fill("#rank-pasted textarea", f"{POSTING}\n---\n{welder}")
    page.click("#rank")
    page.wait_for_selector("#rank-said >> text=4 postings ranked", timeout=WAIT)
    rows = page.locator("#ranking tbody tr")
    assert "Senior Accountant" in rows.first.inner_text()
    assert "broken.pdf" in page.inner_text("#ranking")
    assert visit.fits()
    if page.viewport_size["width"] > 640:
        page.click("#ranking th button >> text=Supported")
        assert "Senior Accountant" in rows.first.inner_text()
        page.click("#ranking th button >> text=Supported")
        assert "Senior Accountant" in rows.last.inner_text()
    page.locator("#ranking tr", has_text="Senior Accountant").first.locator("button").click()
    page.wait_for_selector("#cards .v-card", timeout=WAIT)
    assert "Marlow Bearings" in page.input_value("#posting textarea")
    assert not visit.errors
