"""The page's endpoints as MCP tools, for agents that run on the person's machine."""

from __future__ import annotations

from agent.errors import MissingExtra
from agent.page.api import ENDPOINTS


def serve_tools() -> None:
    """Answer MCP requests on stdin and stdout until they end.

    Raises:
        MissingExtra: the `mcp` extra is not installed.
    """
    try:
        from mcp.server.fastmcp import FastMCP
    except ImportError as error:
        raise MissingExtra(
            "MCP tools need the mcp package, which is not installed.",
            hint="Install it with: pip install 'vouched[mcp]'",
        ) from error
    server = FastMCP(
        "vouched",
        instructions="Tailors resumes and proves every changed line from the person's history.",
    )
    for endpoint in ENDPOINTS:
        server.add_tool(endpoint)
    server.run("stdio")
