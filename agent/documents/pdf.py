"""PDF -> lines. The layout is lost; the words, their order and the bullets are what is wanted.

Parsing runs in a child process with a limit on time and memory, because a crafted PDF can make
any parser run for ever.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import Any

from agent.documents.lines import Line
from agent.documents.pdf_lines import read_pages
from agent.errors import FileTooLarge, UnreadableFile

SECONDS = 30
"""By the clock, as a last resort: on a busy machine an honest PDF may have to wait."""
CPU_SECONDS = 5
MEGABYTES = 400
MAX_PAGES = 30


def read_pdf(content: bytes, name: str = "") -> list[Line]:
    """The lines of a PDF in reading order. Locators are '#N', the N-th line read.

    Raises:
        UnreadableFile: damaged, locked, or scanned pictures without text.
        FileTooLarge: too many pages, or too slow to read.
    """
    file = f"The file {name!r}" if name else "The file"
    answer = _in_child(content, file)
    problem = answer.get("problem")
    if problem == "password":
        raise UnreadableFile(
            f"{file} is protected by a password.", hint="Save a copy without the password."
        )
    if problem == "pages":
        raise FileTooLarge(
            f"{file} has {answer['pages']} pages; the limit is {MAX_PAGES}.",
            hint="Give the resume only.",
        )
    if problem == "memory":
        raise FileTooLarge(f"{file} needs too much memory to read.", hint="Save it as .docx.")
    if problem:
        raise UnreadableFile(
            f"{file} is a damaged PDF.", hint="Export it again from the original program."
        )
    lines = read_pages(answer["pages"])
    if not lines:
        raise UnreadableFile(
            f"{file} is a scanned picture: there is no text in it.",
            hint="Export the resume as PDF or .docx from the program in which it was written.",
        )
    return lines


def _in_child(content: bytes, file: str) -> dict[str, Any]:
    command = [
        sys.executable,
        "-I",
        "-c",
        _CHILD,
        *map(str, (MEGABYTES, CPU_SECONDS, MAX_PAGES)),
        *sys.path,
    ]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise _too_slow(file) from None
    if done.returncode in _STOPPED:
        raise _too_slow(file)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        # The child died: out of memory or a crash in the parser.
        return {"problem": "damaged"}
    return answer if isinstance(answer, dict) else {"problem": "damaged"}


def _too_slow(file: str) -> FileTooLarge:
    return FileTooLarge(f"{file} takes too many seconds to read.", hint="Save it as .docx.")


_STOPPED = (-signal.SIGXCPU, -signal.SIGKILL) if hasattr(signal, "SIGXCPU") else ()
"""How a child ends that used up its processor time."""

_CHILD = """
import sys
megabytes, seconds, pages = map(int, sys.argv[1:4])
try:
    import resource
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
except (ImportError, ValueError, OSError):
    pass
sys.path[:] = sys.argv[4:]
from agent.documents.pdf_child import main
main(pages)
"""
