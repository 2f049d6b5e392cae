from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from agent.page.gate import HEADERS, Gate, address, new_folder


async def inner(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200,
                "headers": [(b"cache-control", b"public")]})  # fmt: skip
    await send({"type": "http.response.body", "body": b"the page"})


async def get(folder: Path, path: str) -> tuple[int, dict[bytes, bytes], bytes]:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        await asyncio.Event().wait()

    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "extensions": {}}
    await Gate(inner, folder)(scope, receive, send)
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return sent[0]["status"], dict(sent[0]["headers"]), body


async def test_every_answer_carries_the_private_headers(tmp_path: Path) -> None:
    for path in ("/", "/gradio_api/file=/etc/passwd"):
        _, headers, _ = await get(tmp_path, path)
        assert headers.items() >= dict(HEADERS).items()


async def test_a_file_is_taken_by_its_whole_address_only(tmp_path: Path) -> None:
    made = new_folder(tmp_path)
    file = made / "resume_tailored.md"
    file.write_bytes(b"# Me")
    status, headers, body = await get(tmp_path, address(file))
    assert (status, body) == (200, b"# Me")
    assert b"attachment" in headers[b"content-disposition"]


@pytest.mark.parametrize(
    "path",
    [
        "/take/", "/take/x/resume.md", "/take/{token}/", "/take/{token}/other.md",
        "/take/{token}/../../secret.md", "/take/{short}/resume.md", "/take/../{token}/resume.md",
        "/gradio_api/file={folder}/resume.md", "/file={folder}/resume.md",
        "/gradio_api/file/{folder}/resume.md", "/runs",
    ],
)  # fmt: skip
async def test_nothing_else_is_served(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (tmp_path / "secret.md").write_bytes(b"secret")
    made = new_folder(folder)
    (made / "resume.md").write_bytes(b"secret")
    token = made.name.removeprefix("out-")
    asked = path.format(token=token, short=token[:20], folder=made)
    status, _, body = await get(folder, asked)
    assert status == 404
    assert b"secret" not in body
