"""The page's endpoints for programs: /tailor, /score, /verify, /requirements, /rank.

Texts in, JSON out; the same functions serve as MCP tools. Nothing they are given is kept.
"""

from __future__ import annotations

from typing import Any

from agent.documents import read_resume
from agent.engines.offline import OfflineEngine
from agent.errors import AgentError
from agent.pipeline import score as score_of
from agent.pipeline import tailor as tailor_with
from agent.posting import read_posting
from agent.rank import rank as rank_postings
from agent.requirements import extract_requirements
from agent.verify import verify as verify_rewrite


def tailor(resume: str, posting: str) -> dict[str, Any]:
    """Rewrite a resume for a posting, offline; every changed line is proven from the resume.

    Args:
        resume: the resume's text (Markdown reads best: '# Name', '## Section',
            '### Title — Employer (dates)', '- bullet').
        posting: the posting's text.

    Returns:
        changes with their evidence, gaps with a question each, scores, and the new text.
    """
    return _answer(
        lambda: (
            (result := tailor_with(_text(resume), _text(posting), engine=OfflineEngine()))
            and result.summary() | {"text": result.render("markdown")[0].decode()}
        )
    )


def score(resume: str, original: str, posting: str) -> dict[str, Any]:
    """Measure a tailored resume against its original and a posting.

    Args:
        resume: the tailored resume's text.
        original: the text of the resume it was made from.
        posting: the posting's text.
    """
    return _answer(
        lambda: score_of(
            _text(resume), original=_text(original), posting=_text(posting)
        ).model_dump(mode="json")
    )


def verify(rewrite: str, resume: str, bullet: str) -> dict[str, Any]:
    """Say which claims of a rewritten line the resume does not support.

    Args:
        rewrite: the line as rewritten.
        resume: the resume's text.
        bullet: the resume's line that was rewritten, word for word.
    """

    def run() -> dict[str, Any]:
        read = read_resume(_text(resume))
        wanted = " ".join(bullet.split())
        ids = [b.id for b in read.bullets() if " ".join(b.text.split()) == wanted]
        if not ids:
            return {"error": f"No line of the resume reads {wanted!r}."}
        return verify_rewrite(rewrite, resume=read, bullet_id=ids[0]).model_dump(mode="json")

    return _answer(run)


def requirements(posting: str) -> list[dict[str, Any]]:
    """What a posting asks for, each with its exact words.

    Args:
        posting: the posting's text.
    """
    found = _answer(
        lambda: {
            "requirements": [
                r.model_dump(mode="json")
                for r in extract_requirements(read_posting(_text(posting)))
            ]
        }
    )
    return list(found.get("requirements", [found]))


def rank(resume: str, postings: list[str]) -> list[dict[str, Any]]:
    """Score postings by what a resume supports, in the order given.

    Args:
        resume: the resume's text.
        postings: the texts of the postings.
    """
    found = _answer(
        lambda: {
            "rows": [
                row.model_dump(mode="json")
                for row in rank_postings(
                    read_resume(_text(resume)), map(read_posting, map(_text, postings))
                )
            ]
        }
    )
    return list(found.get("rows", [found]))


def _text(given: str) -> bytes:
    """As bytes, so that a text is never taken for the path of a file on the server."""
    return given.encode()


def _answer(run: Any) -> dict[str, Any]:
    """What `run` returns, or the error in a sentence for whoever called."""
    try:
        return dict(run())
    except AgentError as error:
        return {"error": str(error)}


ENDPOINTS = (tailor, score, verify, requirements, rank)
