from __future__ import annotations

import pytest
from lxml import html

from agent import OfflineEngine, tailor
from agent.report import render_report
from sample import POSTING, RESUME

ATTACK = "<script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    resume = RESUME.replace("late payers", f"late payers {ATTACK}")
    posting = POSTING.replace("Senior Accountant", f"Senior Accountant {ATTACK}")
    posting = posting.replace("CPA license", f"CPA license {ATTACK}")
    return html.document_fromstring(render_report(tailor(resume, posting, engine=OfflineEngine())))


def test_nothing_untrusted_becomes_markup(page: html.HtmlElement) -> None:
    assert not page.xpath("//script | //img | //iframe | //*[@onerror] | //*[@onclick]")


def test_the_page_loads_nothing_from_anywhere(page: html.HtmlElement) -> None:
    assert not page.xpath("//@src | //link | //@href")


def test_it_shows_changes_with_support_and_gaps_with_questions(page: html.HtmlElement) -> None:
    text = " ".join(page.text_content().split())
    assert "Rests on" in text
    assert "NetSuite" in text
    assert page.xpath("//ins")
    assert page.xpath("//del")
