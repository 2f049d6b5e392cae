"""Reading order of PDFs against poppler's word boxes: `python -m evals.measure_pdf [--data DIR]`.

Two numbers. Switches: how often the lines as read jump between the columns of a page that has two
(poppler's `pdftotext -bbox` says where each word stands). Bullets: the share of the list items that
poppler sees, a glyph (of a font, or drawn as a small filled shape) and the rows of its block up to
the next glyph, that are read as one line, and in the same order. Needs poppler's `pdftotext` and
`pdftocairo`.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from agent.documents.lines import Line
from agent.documents.pdf import read_pdf
from agent.language.dates import find_dates
from evals.shared import DATA

_EDGES = ("xMin", "xMax", "yMin", "yMax")
_GLYPH = re.compile(r"[•‣◦▪■●○◆►▸➢➤✓✔⁃∙·–*-]")


_PATH = "{http://www.w3.org/2000/svg}path"


class Word(NamedTuple):
    """A word as poppler places it."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    """Edges, in points from the page's upper left corner."""


def plain(text: str) -> str:
    """Letters and digits only."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\W_]+", "", folded)


def poppler(path: Path) -> list[tuple[float, list[list[list[Word]]]]]:
    """For each page its width and its blocks, each a list of rows of words."""
    out = subprocess.run(
        ["pdftotext", "-bbox-layout", str(path), "-"], capture_output=True, check=True, timeout=60
    ).stdout
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    pages = []
    for page in etree.fromstring(out, parser).iter("{*}page"):
        blocks = [
            [
                [
                    Word(w.text or "", *(float(w.get(edge, 0)) for edge in _EDGES))
                    for w in row.iter("{*}word")
                ]
                for row in block.iter("{*}line")
            ]
            for block in page.iter("{*}block")
        ]
        pages.append((float(page.get("width", 612)), blocks))
    return pages


def shapes(path: Path, page: int) -> list[tuple[float, float]]:
    """The middles of the small filled shapes that a page draws: bullets without a font."""
    command = ["pdftocairo", "-svg", "-f", str(page), "-l", str(page), str(path), "-"]
    out = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
    found = []
    for shape in etree.fromstring(out, etree.XMLParser(recover=True, huge_tree=True)).iter(_PATH):
        numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", shape.get("d", ""))]
        matrix = re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", shape.get("transform", ""))
        if "stroke:none;" in shape.get("style", "") or len(numbers) < 6 or len(matrix) != 6:
            continue
        a, b, c, d, e, f = map(float, matrix)
        points = list(zip(numbers[::2], numbers[1::2], strict=False))
        xs = [a * x + c * y + e for x, y in points]
        ys = [b * x + d * y + f for x, y in points]
        if 1 < max(xs) - min(xs) < 8 and 1 < max(ys) - min(ys) < 8:
            found.append(((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2))
    return found


def items(blocks: list[list[list[Word]]], drawn: Sequence[tuple[float, float]]) -> list[str]:
    """The list items among blocks, letters only."""
    found: list[str] = []
    for block in blocks:
        left: float | None = None
        for row in block:
            glyph = len(row) > 1 and _GLYPH.fullmatch(row[0].text)
            first = row[1] if glyph else row[0]
            if glyph or any(
                first.top < y < first.bottom and 2 < first.left - x < 30 for x, y in drawn
            ):
                found.append("")
                left = first.left
            elif left is not None and abs(first.left - left) > 4:
                left = None
            if left is not None:
                found[-1] += plain(" ".join(word.text for word in (row[1:] if glyph else row)))
    return [item for item in found if len(item) > 15]


def switches(lines: list[Line], page: list[list[list[Word]]], middle: float) -> int:
    """Jumps between the left and the right of `middle`, by words that stand only once."""
    words = [word for block in page for row in block for word in row]
    once = {text for text, n in Counter(plain(w.text) for w in words).items() if n == 1 and text}
    side = {plain(w.text): w.left > middle for w in words if plain(w.text) in once}
    sides = [side[key] for line in lines for key in map(plain, line.text.split()) if key in side]
    rows = [key for at, key in enumerate(sides) if at == 0 or sides[at - 1] != key]
    return max(0, len(rows) - 1)


def gutter(blocks: list[list[list[Word]]], width: float) -> float | None:
    """Where a page of two columns is parted: a strip that next to no row of words crosses and that
    has an eighth of the rows on either side, other than a margin of dates; None for one column."""
    rows = [row for block in blocks for row in block if row]
    for share in range(25, 76):
        at = width * share / 100
        crossing = sum(row[0].left < at - 3 and row[-1].right > at + 3 for row in rows)
        beside = (sum(row[-1].right <= at for row in rows), sum(row[0].left >= at for row in rows))
        if crossing > 0.15 * len(rows) or min(beside) < 0.125 * len(rows) or not rows:
            continue
        narrow = [
            " ".join(w.text for w in row if (w.left >= at) == (beside[1] == min(beside)))
            for block in blocks
            for row in block
        ]
        dated = sum(bool(find_dates(text)) for text in narrow)
        if dated * 3 < sum(bool(text) for text in narrow):
            return at
    return None


def main(argv: list[str] | None = None) -> int:
    """Print the table; exit code 1 if fewer than 90 % of the list items are whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    args = parser.parse_args(argv)
    whole = in_order = total = jumps = pages = 0
    for path in sorted((args.data / "pdf").glob("*.pdf")):
        lines = read_pdf(path.read_bytes(), path.name)
        read = [plain(line.text) for line in lines]
        own = two = 0
        count = 0
        for page, (width, blocks) in enumerate(poppler(path), start=1):
            reached = -1
            for item in items(blocks, shapes(path, page)):
                at = read.index(item) if item in read else -1
                whole += at >= 0
                own += at >= 0
                in_order += at > reached
                count += 1
                reached = max(reached, at)
            middle = gutter(blocks, width)
            if middle is not None:
                two += switches(lines, blocks, middle)
                pages += 1
        jumps += two
        total += count
        print(f"{path.name[:44]:<46}items {own}/{count} switches {two}")
    print(f"{whole} of {total} list items whole, {in_order} whole and in order")
    print(f"{jumps} switches on {pages} pages of two columns: {jumps / max(1, pages):.1f} a page")
    return 0 if in_order >= 0.9 * total else 1


if __name__ == "__main__":
    raise SystemExit(main())
