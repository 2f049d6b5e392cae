"""The page as a person uses it: a real server, a real Chromium."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agent import read_resume
from agent.verify import check
from sample import POSTING, RESUME

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket]
EXAMPLE = Path(__file__).parents[2] / "agent" / "examples" / "resume.docx"
WAIT = 30_000


class Visit:
    """One person's browser, with what it asked for and complained about."""

    def __init__(self, context: Any, address: str) -> None:
        self.page = context.new_page()
        self.foreign: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", self._request)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.errors.append("dialog"), dialog.dismiss()))
        self.page.goto(address)
        self.page.wait_for_selector("#use-example", timeout=WAIT)

    def _request(self, request: Any) -> None:
        if not request.url.startswith(("http://127.0.0.1", "data:", "blob:")):
            self.foreign.append(request.url)

    def example(self) -> None:
        self.page.click("#use-example")
        self.page.wait_for_selector("#cards .v-card", timeout=WAIT)

    def tailor(self, resume: Path, posting: str) -> None:
        self.page.set_input_files("#resume input[type=file]", str(resume))
        self.page.wait_for_selector("#resume-said .v-line", timeout=WAIT)
        self.page.fill("#posting textarea", posting)
        self.page.click("#run")

    def files(self, folder: Path) -> dict[str, Path]:
        self.page.click("#make")
        self.page.wait_for_selector("#files a[download]", timeout=WAIT)
        saved = {}
        for link in self.page.query_selector_all("#files a[download]"):
            with self.page.expect_download() as coming:
                link.click()
            name = coming.value.suggested_filename
            coming.value.save_as(folder / name)
            saved[name] = folder / name
        return saved


@pytest.fixture(params=[1280, 420], ids=["wide", "phone"])
def visit(request: pytest.FixtureRequest, browser: Any, address: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    yield Visit(context, address)
    context.close()


@pytest.fixture
def wide(browser: Any, address: str) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Visit(context, address)
    context.close()


def test_example_review_and_take_away(visit: Visit, tmp_path: Path) -> None:
    visit.example()
    page = visit.page
    boxes = page.query_selector_all("#cards input[type=checkbox]")
    ids = [box.evaluate("b => b.closest('[id^=tick-]').id.slice(5)") for box in boxes]
    dropped = next(id for id in ids if "b" in id)
    before = page.inner_text("#live")
    page.uncheck(f"#tick-{dropped} input")
    page.wait_for_function("old => document.querySelector('#live').innerText !== old", arg=before)
    saved = visit.files(tmp_path)
    assert {"resume_tailored.docx", "resume_tracked.docx", "resume_report.html"} <= set(saved)

    original, tailored = read_resume(EXAMPLE), read_resume(saved["resume_tailored.docx"])
    assert check(original, tailored).supported
    texts = {bullet.text for bullet in tailored.bullets()}
    assert original.bullet(dropped).text in texts, "the unticked change is not in the file"
    assert texts != {bullet.text for bullet in original.bullets()}, "the ticked ones are"
    tracked = zipfile.ZipFile(saved["resume_tracked.docx"]).read("word/document.xml")
    assert b"w:ins" in tracked
    assert not visit.foreign, "a request left this machine"
    assert not visit.errors
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"] + 1, "the page scrolls sideways"


def test_a_lie_typed_by_hand_is_refused_until_the_person_states_it(
    wide: Visit, tmp_path: Path
) -> None:
    wide.example()
    page = wide.page
    box = page.query_selector("#cards [id^=tick-][id*=b]")
    id = box.get_attribute("id").removeprefix("tick-")
    page.click(f"#word-{id} button")
    lie = "Led the hospital's move to Cerner and cut falls by 40%."
    page.fill(f"#edit-{id} textarea", lie)
    page.keyboard.press("Tab")
    page.wait_for_selector(f"#checked-{id} mark", timeout=WAIT)
    page.click(f"#save-{id}")
    page.wait_for_selector("#cards .v-refused", timeout=WAIT)
    assert lie not in wide.files(tmp_path)["resume_tailored.md"].read_text(encoding="utf-8")

    page.click(f"#word-{id} button")
    page.fill(f"#edit-{id} textarea", lie)
    page.click(f"#true-{id}")
    page.wait_for_selector("#cards >> text=your own statement", timeout=WAIT)


def test_a_gap_is_answered_in_place_and_the_answer_can_be_deleted(wide: Visit) -> None:
    wide.example()
    page = wide.page
    field = page.query_selector("#gaps [id^=said-]")
    id = field.get_attribute("id").removeprefix("said-")
    page.fill(f"#said-{id} input, #said-{id} textarea", "I hold it since May 2022.")
    page.click(f"#add-{id}")
    page.wait_for_selector("#gaps >> text=I hold it since May 2022.", timeout=WAIT)
    page.click("#gaps [id^=drop-]")
    page.wait_for_selector(
        "#gaps >> text=I hold it since May 2022.", state="detached", timeout=WAIT
    )


def test_an_error_says_what_to_do_and_keeps_the_work(wide: Visit, tmp_path: Path) -> None:
    wide.example()
    count = len(wide.page.query_selector_all("#cards .v-card"))
    wide.page.fill("#posting textarea", "Lunch is nice here.")
    wide.page.click("#run")
    wide.page.wait_for_selector("#said .v-problem", timeout=WAIT)
    assert len(wide.page.query_selector_all("#cards .v-card")) == count
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 cut off")
    wide.page.set_input_files("#resume input[type=file]", str(broken))
    wide.page.wait_for_selector("#resume-said .v-problem", timeout=WAIT)


def test_nothing_untrusted_runs_or_loads(wide: Visit, tmp_path: Path) -> None:
    attacks = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "![x](http://example.org/a.png)",
        "[click](javascript:alert(3))", "<style>*{background:url(http://example.org/b)}</style>",
        "<svg onload=alert(4)>", "<iframe src='http://example.org'></iframe>", "{{ 7*7 }}", "$x$",
    ]  # fmt: skip
    resume = tmp_path / "<img src=x onerror=alert(5)>.md"
    text = RESUME
    for attack in attacks:
        text += f"\n- Handled AP for {attack} and more"
    resume.write_text(text, encoding="utf-8")
    posting = POSTING + "".join(f"\n- Experience with {attack}." for attack in attacks)
    wide.tailor(resume, posting)
    wide.page.wait_for_selector("#requirements table", timeout=WAIT)
    wide.page.wait_for_timeout(1500)
    assert not wide.errors
    assert not wide.foreign
    for place in ("#requirements", "#cards", "#gaps", "#resume-said", "#posting-said"):
        assert not wide.page.query_selector_all(f"{place} script, {place} iframe, {place} style")


def test_two_people_do_not_see_each_other(browser: Any, address: str, tmp_path: Path) -> None:
    contexts = [browser.new_context() for _ in range(2)]
    first, second = (Visit(context, address) for context in contexts)
    mine = tmp_path / "mine.md"
    mine.write_text(RESUME, encoding="utf-8")
    first.tailor(mine, POSTING)
    first.page.wait_for_selector("#requirements table", timeout=WAIT)
    second.example()
    assert "Tolland" not in second.page.content()
    assert "Larkhill" not in first.page.content()
    for context in contexts:
        context.close()


def test_the_example_works_by_keyboard_alone(wide: Visit) -> None:
    page = wide.page
    _tab_to(page, "use-example")
    page.keyboard.press("Enter")
    page.wait_for_selector("#cards .v-card", timeout=WAIT)
    first = page.query_selector("#cards [id^=tick-]").get_attribute("id")
    _tab_to(page, first)
    page.keyboard.press("Space")
    page.wait_for_function(
        "id => !document.querySelector('#' + id + ' input').checked", arg=first, timeout=WAIT
    )


def _tab_to(page: Any, id: str) -> None:
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("id => !!document.activeElement.closest('#' + id)", id):
            return
    pytest.fail(f"{id} can't be reached by Tab")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Any, address: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    context = browser.new_context(color_scheme=scheme)
    visit = Visit(context, f"{address}/?__theme={scheme}")
    visit.example()
    visit.page.wait_for_timeout(500)
    found = axe.Axe().run(visit.page)
    bad = [
        f"{one['id']}: {node['target']} {node.get('failureSummary', '')}"
        for one in found.response["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
    context.close()
    assert not bad, "\n".join(bad)


def test_ranking_fills_a_table(wide: Visit, tmp_path: Path) -> None:
    page = wide.page
    page.get_by_role("tab", name="Rank").click()
    mine = tmp_path / "mine.md"
    mine.write_text(RESUME, encoding="utf-8")
    page.locator(
        "input[type=file]:visible, [role=tabpanel]:visible input[type=file]"
    ).first.set_input_files(str(mine))
    page.fill("#rank-pasted textarea", POSTING + "\n---\n" + POSTING.replace("QuickBooks", "Rust"))
    page.wait_for_timeout(800)
    page.click("#rank")
    page.wait_for_function(
        "document.querySelector('#ranking').innerText.includes('Senior Accountant')", timeout=WAIT
    )
