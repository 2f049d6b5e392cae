"""What runs in the child process that parses a PDF: bytes on stdin, JSON on stdout.

Imports nothing of this package, so that the child starts fast.
"""

from __future__ import annotations

import io
import json
import logging
import sys
from typing import Any


def main(max_pages: int) -> None:
    """Read a PDF from stdin; write {"pages": [[[text, x, y, size, font], ...], ...]} or
    {"problem": why} to stdout."""
    logging.disable(logging.CRITICAL)
    try:
        answer = extract(sys.stdin.buffer.read(), max_pages)
    except MemoryError:
        answer = {"problem": "memory"}
    except RecursionError:
        answer = {"problem": "damaged"}
    except Exception as error:
        answer = {"problem": "password" if "Decrypt" in type(error).__name__ else "damaged"}
    sys.stdout.write(json.dumps(answer))


def extract(content: bytes, max_pages: int) -> dict[str, Any]:
    """The text of each page in the order in which pypdf lays it out."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        return {"problem": "password"}
    count = len(reader.pages)
    if count > max_pages:
        return {"problem": "pages", "pages": count}
    pages = []
    for page in reader.pages:
        try:
            pages.append(page.extract_text() or "")
        except (MemoryError, RecursionError):
            raise
        except Exception:
            # One broken page does not cost the others.
            pages.append("")
    if not any(page.strip() for page in pages) and count == 0:
        return {"problem": "damaged"}
    return {"pages": pages}
