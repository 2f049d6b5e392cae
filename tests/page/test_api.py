"""The endpoints through real clients: gradio_client over HTTP, an MCP client over stdio."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from agent.page import api
from sample import POSTING, RESUME

LIE = "Reconciled 41 bank accounts every month in QuickBooks."
BULLET = "Responsible for reconciling 14 bank accounts every month in QuickBooks."


def test_tailor_gives_changes_text_and_scores() -> None:
    answer = api.tailor(RESUME, POSTING)
    assert answer["score"]["after"]["findings"] == 0
    assert answer["text"].startswith("# Rosa Lindqvist")
    assert any(change["status"] == "verified" for change in answer["changes"])


def test_verify_names_the_words_at_fault() -> None:
    findings = api.verify(LIE, RESUME, BULLET)["findings"]
    assert "41" in [LIE[f["span"]["start"] : f["span"]["end"]] for f in findings]


@pytest.mark.parametrize(
    "answer",
    [
        lambda: api.tailor("", POSTING),
        lambda: api.score(RESUME, RESUME, ""),
        lambda: api.verify(LIE, RESUME, "No such line"),
        lambda: api.requirements("")[0],
        lambda: api.rank("", [POSTING])[0],
    ],
)
def test_bad_input_is_an_answer_not_a_crash(answer: Any) -> None:
    assert answer()["error"]


def test_a_path_is_text_never_a_file_of_the_server() -> None:
    assert "root:" not in json.dumps(api.tailor("/etc/passwd", POSTING))


@pytest.mark.slow
@pytest.mark.enable_socket
def test_the_endpoints_answer_a_gradio_client(address: str) -> None:
    from gradio_client import Client

    client = Client(address, verbose=False)
    named = client.view_api(return_format="dict")["named_endpoints"]
    assert set(named) == {"/tailor", "/score", "/verify", "/requirements", "/rank"}
    assert client.predict(RESUME, POSTING, api_name="/tailor")["score"]["after"]["findings"] == 0
    assert not client.predict(LIE, RESUME, BULLET, api_name="/verify")["supported"]
    assert client.predict(POSTING, api_name="/requirements")[0]["quote"]
    assert client.predict(RESUME, RESUME, POSTING, api_name="/score")["findings"] == 0
    assert len(client.predict(RESUME, [POSTING, POSTING], api_name="/rank")) == 2


async def test_the_endpoints_are_mcp_tools() -> None:
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    server = StdioServerParameters(command=sys.executable, args=["-m", "agent.cli", "mcp"])
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        tools = {tool.name for tool in (await session.list_tools()).tools}
        assert tools == {"tailor", "score", "verify", "requirements", "rank"}
        answer = await session.call_tool(
            "verify", {"rewrite": LIE, "resume": RESUME, "bullet": BULLET}
        )
        assert '"supported": false' in answer.content[0].text
