"""Nobody sees another's files, nothing untrusted runs, nothing leaves, nothing stays."""

from __future__ import annotations

import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from sample import POSTING, RESUME

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket]
WAIT = 30_000


def test_nothing_untrusted_runs_or_loads(wide: Any, tmp_path: Path) -> None:
    attacks = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "![x](http://example.org/a.png)",
        "[click](javascript:alert(3))", "<style>*{background:url(http://example.org/b)}</style>",
        "<svg onload=alert(4)>", "<iframe src='http://example.org'></iframe>", "{{ 7*7 }}", "$x$",
        "${alert(6)}", "`${alert(7)}`",
    ]  # fmt: skip
    resume = tmp_path / "<img src=x onerror=alert(5)>.md"
    text = RESUME
    for attack in attacks:
        text += f"\n- Handled AP for {attack} and more"
    resume.write_text(text, encoding="utf-8")
    posting = POSTING + "".join(f"\n- Experience with {attack}." for attack in attacks)
    wide.tailor(resume, posting)
    page = wide.page
    page.wait_for_selector("#requirements table", timeout=WAIT)
    page.get_by_role("tab", name="Rank").click()
    page.fill("#rank-pasted textarea", "<img src=x onerror=alert(8)> ${alert(9)}\n" + posting)
    page.click("#rank")
    page.wait_for_selector("#ranking tbody tr", timeout=WAIT)
    page.wait_for_timeout(1000)
    assert not wide.errors
    assert not wide.foreign
    for place in ("#requirements", "#cards", "#gaps", "#resume-said", "#posting-said", "#ranking"):
        inside = f"{place} script, {place} iframe, {place} style, {place} img"
        assert not page.query_selector_all(inside)


def test_two_people_do_not_see_each_other(
    open_visit: Any, address: str, temporary: Path, tmp_path: Path
) -> None:
    first, second = open_visit(), open_visit()
    mine = tmp_path / "mine.md"
    mine.write_text(RESUME, encoding="utf-8")
    first.tailor(mine, POSTING)
    first.page.wait_for_selector("#requirements table", timeout=WAIT)
    second.example()
    assert "Tolland" not in second.page.content()
    assert "Larkhill" not in first.page.content()

    first.files(tmp_path)
    left = [p for p in temporary.rglob("*") if p.is_file()]
    made = [path for path in left if path.parent.name.startswith("out-")]
    assert made, "the files to take away are there"
    assert not [p for p in left if p.name == mine.name], "an upload stayed on disk"
    for path in made[-8:]:
        for guess in (f"gradio_api/file={path}", f"file={path}", f"take/{path.parent.name}/x",
                      f"gradio_api/file={path.parent}"):  # fmt: skip
            assert _status(f"{address}/{guess}") == 404


def test_a_password_is_asked_for_and_headers_hold(closed_address: str) -> None:
    assert _status(f"{closed_address}/config") == 401
    assert _status(f"{closed_address}/gradio_api/info") == 401
    with urllib.request.urlopen(closed_address, timeout=20) as answer:
        assert "default-src 'self'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "quite secret" not in answer.read().decode()


def _status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
