"""What `evals.bench` measures on: built from the cases, any size, the same every time."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Coroutine
from functools import lru_cache
from itertools import count, cycle, islice
from pathlib import Path
from typing import Any

from agent.documents import read_resume, write_document
from evals.cases import load
from evals.shared import records

_ROLE = 6
"""Bullets a role, about as many as people write."""


@lru_cache(maxsize=1)
def _bullets() -> tuple[str, ...]:
    """Every English bullet of the cases, once."""
    lines = (
        line[2:]
        for case in load()
        if case.language == "en"
        for line in case.resume.split("\n")
        if line.startswith("- ") and len(line.split()) > 6
    )
    return tuple(dict.fromkeys(lines))


def resume_text(bullets: int) -> str:
    """A resume with so many bullets, six a role, no two the same."""
    rounds = count()
    made = []
    for i, line in enumerate(islice(cycle(_bullets()), bullets)):
        again = next(rounds) // len(_bullets())
        if i % _ROLE == 0:
            year = 2024 - (i // _ROLE) % 40
            role = i // _ROLE + 1
            made.append(f"\n### Specialist {role} — Company {role} ({year - 1} – {year})")
        made.append(f"- {line}{f' (site {again})' if again else ''}")
    return "\n".join(
        ["# Bench Person", "bench@example.com", "", "## Summary", "Specialist in several fields.",
         "", "## Experience", *made, "", "## Skills", "Excel, SQL, Epic, Salesforce, SAP"]
    )  # fmt: skip


@lru_cache(maxsize=1)
def two_pages() -> bytes:
    """A .docx of about two pages: 36 bullets in six roles."""
    resume = read_resume(resume_text(36).encode(), name="bench.md")
    return write_document(resume, format="docx").content


@lru_cache(maxsize=1)
def posting_text() -> str:
    """A posting of about 600 words, with lists, a pitch and a tail."""
    chosen = [
        case.posting for case in load() if case.language == "en" and "attack" not in case.tags
    ]
    whole = "\n\n".join(chosen[:5])
    return " ".join(whole.split(" ")[:600])


def requirement_lines(n: int) -> str:
    """A posting with so many requirement lines, no two the same."""
    quotes = dict.fromkeys(
        r.quote for case in load() if case.language == "en" for r in case.requirements
    )
    lines = [
        f"- {quote}{f' in area {i // len(quotes)}' if i >= len(quotes) else ''}"
        for i, quote in enumerate(islice(cycle(quotes), n))
    ]
    return "\n".join(["Specialist", "", "Requirements", *lines])


def postings(n: int) -> list[str]:
    """So many postings, the cases' in turn, each with a number of its own."""
    texts = [case.posting for case in load() if case.language == "en"]
    return [f"{text}\nReference {i}" for i, text in enumerate(islice(cycle(texts), n))]


def real_postings(folder: Path, n: int | None = None) -> list[str]:
    """The texts of the postings in a folder's .jsonl files, each once; `n` spread over them all."""
    texts = dict.fromkeys(
        str(row["text"]) for path in sorted(folder.glob("*posting*.jsonl")) for row in records(path)
    )
    return list(texts)[:: max(1, len(texts) // n)][:n] if n else list(texts)


def wait(work: Coroutine[Any, Any, Any]) -> Any:
    """Run async work to its end."""
    return asyncio.run(work)


def on_stub(content: bytes, text: str, seconds: float) -> dict[str, Any]:
    """A run of the LLM engine whose model takes a fixed time and changes nothing.

    Returns:
        Seconds in all, calls, prompt tokens, and depth: how many calls had to follow each other.
    """
    import httpx2

    from agent import LlmEngine, tailor

    spans: list[tuple[float, float]] = []

    async def answer(request: httpx2.Request) -> httpx2.Response:
        started = time.perf_counter()
        await asyncio.sleep(seconds)
        spans.append((started, time.perf_counter()))
        return httpx2.Response(200, json=_completion(json.loads(request.content)))

    client = httpx2.AsyncClient(transport=httpx2.MockTransport(answer))
    engine = LlmEngine("gpt-4.1-mini", api_key="none", http_client=client)
    started, ticks = time.perf_counter(), time.process_time()
    result = tailor(content, text, engine=engine)
    return {
        "seconds": time.perf_counter() - started,
        "cpu": time.process_time() - ticks,
        "calls": len(spans),
        "depth": depth(spans),
        "prompt_tokens": result.usage.prompt_tokens,
    }


def depth(spans: list[tuple[float, float]]) -> int:
    """The longest chain of calls of which each began after the one before had ended."""
    deep, end = 0, float("-inf")
    for started, ended in sorted(spans, key=lambda span: span[1]):
        if started >= end:
            deep, end = deep + 1, ended
    return deep


def _completion(body: dict[str, Any]) -> dict[str, Any]:
    """A model's answer in the right form: the posting's list lines as requirements, no rewrite."""
    from agent.llm.tokens import count as tokens_of

    asked = "\n".join(str(message["content"]) for message in body["messages"])
    schema = body.get("response_format", {}).get("json_schema", {}).get("schema", {})
    said: dict[str, Any] = {name: [] for name in schema.get("properties", {})}
    if "requirements" in said:
        said["requirements"] = [
            {
                "quote": line[2:], "kind": "must", "category": "skill",
                "any_of": [[" ".join(line.split()[1:3])]], "at_least": 1, "open": False,
                "min_years": None,
            }
            for line in asked.splitlines() if line.startswith(("- ", "• "))
        ]  # fmt: skip
    text = json.dumps(said)
    prompt = tokens_of(asked, "gpt-4.1-mini") + tokens_of(json.dumps(schema), "gpt-4.1-mini")
    return {
        "id": "bench", "object": "chat.completion", "created": 1, "model": "stub",
        "choices": [
            {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
        ],
        "usage": {
            "prompt_tokens": prompt, "completion_tokens": len(text) // 4,
            "total_tokens": prompt + len(text) // 4,
        },
    }  # fmt: skip
