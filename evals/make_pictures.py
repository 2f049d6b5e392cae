"""The picture of the page in the README: `python -m evals.make_pictures`.

Starts the page, tailors the bundled example in a real Chromium, and writes the review step to
`evals/pictures/page.png`, 1280 pixels wide.
"""

from __future__ import annotations

from pathlib import Path

from evals.measure_page import CHROMIUM, served

PICTURE = Path(__file__).parent / "pictures" / "page.png"
WIDTH, HEIGHT = 1280, 1120


def main() -> int:
    """Write the picture; 1 if it is too heavy for a README."""
    from playwright.sync_api import sync_playwright

    with served() as (address, _), sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(f"{address}/?__theme=light")
        page.wait_for_selector("#use-example")
        page.click("#use-example")
        page.wait_for_selector("#cards .v-card")
        page.evaluate("document.querySelector('#step-3').scrollIntoView()")
        page.wait_for_timeout(500)
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()
    size = PICTURE.stat().st_size
    print(f"{PICTURE}: {size / 1000:.0f} kB")
    return 0 if size < 300_000 else 1


if __name__ == "__main__":
    raise SystemExit(main())
