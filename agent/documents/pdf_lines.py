"""The text of PDF pages -> lines: wrapped lines joined, hyphens undone, icon glyphs dropped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from agent.documents.lines import Line
from agent.documents.plain import read_plain

_ICONS = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff♂♀☎✆✉✈⌂⚲\ufffd]")
_LIGATURES_OFF = str.maketrans({"\u00ad": "", "\u200b": "", "\ufeff": "", "\xa0": " "})
_GLYPH_ALONE = re.compile(r"^\s*[•‣◦▪▫■□●○◆◇►▸➢➤✓✔∙·]\s*$")


def read_pages(pages: Sequence[str]) -> list[Line]:
    """Lines of all pages in order."""
    rows: list[str] = []
    for page in pages:
        for row in page.split("\n"):
            row = _ICONS.sub(" ", unicodedata.normalize("NFKC", row).translate(_LIGATURES_OFF))
            row = row.rstrip()
            if row.strip():
                rows.append(row)
    return read_plain("\n".join(_glyphs_joined(rows)))


def _glyphs_joined(rows: list[str]) -> list[str]:
    """A bullet glyph alone on its row belongs to the next row."""
    joined: list[str] = []
    pending = ""
    for row in rows:
        if _GLYPH_ALONE.match(row):
            pending = row.strip() + " "
        else:
            joined.append(pending + row.strip() if pending else row)
            pending = ""
    return joined
