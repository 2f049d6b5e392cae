"""How much of what a Word file shows does `read_docx` reach? Measured against LibreOffice's PDF.

    python -m evals.measure_docx [FOLDER]

Reached is the share of the visible text that was read: the better of word and four-character
shingle recall, both as multisets, because a PDF breaks words in narrow columns, and the best of
pdftotext's three orders, because each tears other words apart. Extra is the share of what was read
that is not visible. What the layout makes itself is not counted: numbers of lists, pages and notes,
a header's second and later showing, and what LibreOffice prints though a revision deleted it.
Below 98 % the missing words are printed, to be judged one by one. Needs `soffice` and `pdftotext`.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from statistics import mean

from agent.documents.docx import read_docx
from agent.errors import UnreadableFile
from evals.shared import DATA


def main() -> None:
    """Prints one row a file, then the means."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA / "docx"
    rows: list[tuple[float, float]] = []
    for path in sorted(folder.glob("*.docx")):
        try:
            read = "\n".join(line.text for line in read_docx(path.read_bytes()))
        except UnreadableFile as error:
            print(f"  --     --   {path.name}: {error}")
            continue
        shown = _visible_texts(path)
        if not shown[0].strip():
            print(f"  --     --   {path.name}: shows no text, {len(read)} characters read")
            continue
        rows.append(
            (max(_recall(text, read) for text in shown),
             100 - max(_recall(read, text) for text in shown))
        )  # fmt: skip
        missing = " ".join((_words(shown[0]) - _words(read)).elements())
        note = f" (missing: {missing})" if rows[-1][0] < 98 else ""
        print(f"{rows[-1][0]:5.1f}  {rows[-1][1]:5.1f}  {path.name}{note}")
    reached, extra = zip(*rows, strict=True)
    print(f"reached: mean {mean(reached):.1f} %, worst {min(reached):.1f} %, n = {len(rows)} files")
    print(f"extra:   mean {mean(extra):.1f} %, most {max(extra):.1f} %")


def _visible_texts(path: Path) -> list[str]:
    """What LibreOffice shows, in three orders. A fresh profile each time: embedded fonts leak
    between documents."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*convert, path], check=True, capture_output=True, timeout=120)
        pdf = Path(folder) / f"{path.stem}.pdf"
        texts = []
        for order in (["-layout"], [], ["-raw"]):
            shown = subprocess.run(["pdftotext", *order, pdf, "-"], check=True, capture_output=True)
            texts.append("\n".join(_without_repeats(shown.stdout.decode().split("\f"))))
    return [_without_marks(text, path) for text in texts]


def _without_marks(text: str, path: Path) -> str:
    """The text without the numbers of its notes and without what revisions deleted."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
                 if name.startswith("word/") and name.endswith(".xml")}  # fmt: skip
    notes = sum(part.count("<w:footnoteReference ") for part in parts.values())
    for number in range(1, notes + 1):
        text = re.sub(rf"(?<=[^\W\d_]){number}\b|(?<=\w[.,]){number}\b", "", text, count=1)
    for deleted in re.findall(r"<w:delText[^>]*>([^<]+)<", "".join(parts.values())):
        text = text.replace(deleted.strip(), "", 1)
    return text


def _without_repeats(pages: list[str]) -> list[str]:
    """The lines of all pages, but each line at the edge of a page only the first time."""
    kept: list[str] = []
    edges: set[str] = set()
    for page in pages:
        lines = [" ".join(line.split()) for line in page.splitlines() if line.strip()]
        kept += [line for line in lines if re.sub(r"\d", "", line) not in edges]
        edges |= {re.sub(r"\d", "", line) for line in lines[:3] + lines[-3:]}
    return kept


def _recall(wanted: str, found: str) -> float:
    return max(_share(_words(wanted), _words(found)), _share(_shingles(wanted), _shingles(found)))


def _share(wanted: Counter[str], found: Counter[str]) -> float:
    return 100 * (wanted & found).total() / max(wanted.total(), 1)


def _words(text: str) -> Counter[str]:
    words = re.findall(r"\w+", text.lower())
    return Counter(word for word in words if not re.fullmatch(r"\d{1,2}|[a-z]", word))


def _shingles(text: str) -> Counter[str]:
    letters = "".join(re.findall(r"\w", text.lower()))
    return Counter(letters[i : i + 4] for i in range(len(letters) - 3))


if __name__ == "__main__":
    main()
