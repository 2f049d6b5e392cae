"""What runs in the child process that parses a PDF: bytes on stdin, JSON on stdout.

Imports nothing of this package, so that the child starts fast.
"""

from __future__ import annotations

import io
import json
import logging
import sys
from typing import Any

MAX_FRAGMENTS = 60_000
_PAINT = (b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*")
_END = (b"S", b"s", b"n")


def main(max_pages: int) -> None:
    """Read a PDF from stdin; write {"pages": [{"width": w, "runs": [[text, x, y, size, bold],
    ...], "shapes": [[x, y, diameter], ...]}, ...]} or {"problem": why} to stdout. Shapes are small
    filled ones, as bullets are drawn. Coordinates are in points, y grows upwards."""
    logging.disable(logging.CRITICAL)
    try:
        answer = extract(sys.stdin.buffer.read(), max_pages)
    except MemoryError:
        answer = {"problem": "memory"}
    except Exception as error:
        # Whatever pypdf raises on a crafted file, the person hears that the file is damaged.
        answer = {"problem": "password" if "Decrypt" in type(error).__name__ else "damaged"}
    sys.stdout.write(json.dumps(answer))


def extract(content: bytes, max_pages: int) -> dict[str, Any]:
    """The text runs and small shapes of each page, in the order of its content stream."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        return {"problem": "password"}
    count = len(reader.pages)
    if count > max_pages:
        return {"problem": "pages", "pages": count}
    if count == 0:
        return {"problem": "damaged"}
    pages: list[dict[str, Any]] = []
    for page in reader.pages:
        runs: list[list[Any]] = []
        path: list[tuple[float, float]] = []
        shapes: list[list[float]] = []
        width = 600.0
        try:
            width = float(page.mediabox.width)
            page.extract_text(
                visitor_text=lambda *said, runs=runs: _keep(runs, *said),
                visitor_operand_before=lambda *did, p=path, s=shapes: _trace(p, s, *did),
            )
        except MemoryError:
            raise
        except Exception:
            # One broken page does not cost the others.
            if not runs:
                continue
        pages.append({"width": width, "runs": runs, "shapes": shapes})
    return {"pages": pages}


def _trace(
    path: list[tuple[float, float]],
    shapes: list[list[float]],
    operator: bytes,
    operands: list[Any],
    cm: list[float],
    _tm: list[float],
) -> None:
    """Follow what is drawn: `path` holds the points of the shape that is being made."""
    if operator == b"re":
        x, y, width, height = map(float, operands)
        path += [(x, y), (x + width, y + height)]
    elif operator in (b"m", b"l", b"c", b"v", b"y"):
        numbers = list(map(float, operands))
        path += zip(numbers[::2], numbers[1::2], strict=True)
    elif operator in _PAINT:
        if 2 <= len(path) <= 16 and len(shapes) < MAX_FRAGMENTS:
            xs = [x * cm[0] + y * cm[2] + cm[4] for x, y in path]
            ys = [x * cm[1] + y * cm[3] + cm[5] for x, y in path]
            wide, high = max(xs) - min(xs), max(ys) - min(ys)
            if 1 < wide < 8 and 1 < high < 8:
                shapes.append([min(xs) + wide / 2, min(ys) + high / 2, max(wide, high)])
        path.clear()
    elif operator in _END or len(path) > 64:
        path.clear()


def _keep(
    runs: list[list[Any]], text: str, cm: list[float], tm: list[float], font: Any, size: float
) -> None:
    if not text.strip() or len(runs) >= MAX_FRAGMENTS:
        if runs and text and not text.strip("\r\t "):
            runs[-1][0] += " "
        return
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[1]) or 1.0
    name = str((font or {}).get("/BaseFont", "")) if font is not None else ""
    bold = any(word in name for word in ("Bold", "Black", "Heavy", "Semibold", "SemiBold"))
    for at, row in enumerate(text.split("\n")):
        if row.strip():
            points = float(size) * scale
            runs.append([row, float(x), float(y) - at * points * 1.2, points, bold])
