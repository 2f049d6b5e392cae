"""Reading order of PDFs against poppler's word boxes: `python -m evals.measure_pdf [--data DIR]`.

Two numbers. Switches: how often the lines as read jump between the columns of a page that has two
(poppler's `pdftotext -bbox` says where each word stands). Bullets: the share of the list items that
poppler sees, a glyph and the rows of its block up to the next glyph, that are read as one line, and
in the same order. Needs poppler's `pdftotext`.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from agent.documents.lines import Line
from agent.documents.pdf import read_pdf
from agent.language.dates import find_dates

_GLYPH = re.compile(r"[•‣◦▪■●○◆►▸➢➤✓✔⁃∙·–*-]")


class Word(NamedTuple):
    """A word as poppler places it."""

    text: str
    left: float
    right: float
    """Horizontal edges, in points."""


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
                    Word(w.text or "", float(w.get("xMin", 0)), float(w.get("xMax", 0)))
                    for w in row.iter("{*}word")
                ]
                for row in block.iter("{*}line")
            ]
            for block in page.iter("{*}block")
        ]
        pages.append((float(page.get("width", 612)), blocks))
    return pages


def items(blocks: list[list[list[Word]]]) -> list[str]:
    """The list items among blocks, letters only."""
    found: list[str] = []
    for block in blocks:
        inside = False
        for row in block:
            words = [word.text for word in row]
            if len(words) > 1 and _GLYPH.fullmatch(words[0]):
                found.append(plain(" ".join(words[1:])))
                inside = True
            elif inside:
                found[-1] += plain(" ".join(words))
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
    """Where a page of two columns is parted: a strip that next to no word crosses and that has an
    eighth of the words on either side, other than a margin of dates; None for one column."""
    words = [word for block in blocks for row in block for word in row]
    for share in range(25, 76):
        at = width * share / 100
        crossing = sum(word.left < at + 3 and word.right > at - 3 for word in words)
        beside = (sum(w.right <= at for w in words), sum(w.left >= at for w in words))
        if crossing > 0.025 * len(words) or min(beside) < 0.125 * len(words) or not words:
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
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    args = parser.parse_args(argv)
    whole = in_order = total = jumps = pages = 0
    for path in sorted((args.data / "pdf").glob("*.pdf")):
        lines = read_pdf(path.read_bytes(), path.name)
        read = [plain(line.text) for line in lines]
        own = two = 0
        for width, blocks in poppler(path):
            reached = -1
            for item in items(blocks):
                at = read.index(item) if item in read else -1
                whole += at >= 0
                own += at >= 0
                in_order += at > reached
                total += 1
                reached = max(reached, at)
            middle = gutter(blocks, width)
            if middle is not None:
                two += switches(lines, blocks, middle)
                pages += 1
        jumps += two
        count = sum(len(items(blocks)) for _, blocks in poppler(path))
        print(f"{path.name[:44]:<46}items {own}/{count} switches {two}")
    print(f"{whole} of {total} list items whole, {in_order} whole and in order")
    print(f"{jumps} switches on {pages} pages of two columns: {jumps / max(1, pages):.1f} a page")
    return 0 if in_order >= 0.9 * total else 1


if __name__ == "__main__":
    raise SystemExit(main())
