"""The page by keyboard alone, and as axe-core sees it, on every step."""

from __future__ import annotations

from typing import Any

import pytest

from sample import POSTING

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket]
WAIT = 30_000


def test_every_step_works_by_keyboard_alone(wide: Any) -> None:
    page = wide.page
    _tab_to(page, "use-example")
    page.keyboard.press("Enter")
    page.wait_for_selector("#cards .v-card", timeout=WAIT)

    gap = page.query_selector("#gaps [id^=said-]").get_attribute("id")
    _tab_to(page, gap)
    page.keyboard.type("I hold it since May 2022.")
    _tab_to(page, gap.replace("said-", "add-"))
    page.keyboard.press("Enter")
    page.wait_for_selector("#gaps >> text=I hold it since May 2022.", timeout=WAIT)

    line = page.query_selector("#cards [id^=tick-][id*=b]").get_attribute("id")
    _tab_to(page, line)
    page.keyboard.press("Space")
    page.wait_for_function(
        "id => !document.querySelector('#' + id + ' input').checked", arg=line, timeout=WAIT
    )
    _tab_to(page, line.replace("tick-", "word-"))
    page.keyboard.press("Enter")
    _tab_to(page, line.replace("tick-", "edit-"))
    page.keyboard.press("Control+A")
    page.keyboard.type("Led 40 surgeons.")
    page.keyboard.press("Tab")
    page.wait_for_selector(f"#{line.replace('tick-', 'checked-')} mark", timeout=WAIT)

    _tab_to(page, "make")
    page.keyboard.press("Enter")
    page.wait_for_selector("#files a[download]", timeout=WAIT)
    _tab_to(page, "files")
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    assert coming.value.suggested_filename == "resume_tailored.docx"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 420])
def test_axe_finds_nothing_serious(open_visit: Any, scheme: str, width: int) -> None:
    visit = open_visit(width, color_scheme=scheme)
    page = visit.page
    page.click("#run")
    page.wait_for_selector("#said .v-problem", timeout=WAIT)
    found = _serious(page, "start, with an error")

    visit.example()
    _refuse_one(page)
    visit.open_all()
    line = page.query_selector("#cards .v-review:not(.v-refused) [id^=edit-]").get_attribute("id")
    page.fill(f"#{line} textarea", "Led 40 surgeons.")
    page.keyboard.press("Tab")
    page.wait_for_selector(f"#{line.replace('edit-', 'checked-')} mark", timeout=WAIT)
    page.click("#gaps [id^=add-]")
    page.wait_for_selector("#gaps .v-problem", timeout=WAIT)
    page.click("#make")
    page.wait_for_selector("#files a[download]", timeout=WAIT)
    page.get_by_label("LLM").check()
    page.wait_for_selector("#model", timeout=WAIT)
    found += _serious(page, "fit, review with a refusal and a finding, take away")
    assert visit.fits()

    page.get_by_role("tab", name="Rank").click()
    page.fill("#rank-pasted textarea", POSTING)
    page.click("#rank")
    page.wait_for_selector("#ranking tbody tr", timeout=WAIT)
    found += _serious(page, "rank")
    assert visit.fits()
    assert not found, "\n".join(found)


def _refuse_one(page: Any) -> None:
    """A wording of the person's own among the refused."""
    line = page.query_selector("#cards [id^=tick-][id*=b]").get_attribute("id")[5:]
    page.click(f"#word-{line} button")
    page.fill(f"#edit-{line} textarea", "Led 40 surgeons.")
    page.click(f"#save-{line}")
    page.wait_for_selector("#cards .v-refused", timeout=WAIT)


def _tab_to(page: Any, id: str) -> None:
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("id => !!document.activeElement.closest('#' + id)", id):
            return
    pytest.fail(f"{id} can't be reached by Tab")


def _serious(page: Any, step: str) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page.wait_for_timeout(300)
    return [
        f"{step}: {one['id']}: {node['target']} {node.get('failureSummary', '')}"
        for one in axe.Axe().run(page).response["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
