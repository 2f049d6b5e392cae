"""Solvers: everything that can turn a case into a tailored document, honest or not.

`offline` and `llm` are the product. `identity` hands the resume back. `oracle` knows the gold and
words every supported requirement from gold's own lines, an upper bound. `file` takes documents
that any other tool made. The liars stand in `evals.liars`; the headline must put them last.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path

from agent.documents import read_resume
from agent.engines.base import Engine
from agent.models import Change, Frozen, Resume, Usage
from agent.verify import verify
from evals import gold, liars
from evals.cases import Case


class Solved(Frozen):
    """What a solver made of a case."""

    document: Resume
    """The tailored resume, as read back from what was handed out."""
    changes: tuple[Change, ...] = ()
    """What the solver itself says that it changed; empty if it does not say."""
    gap_quotes: tuple[str, ...] | None = None
    """The posting's words of each gap reported; None if the solver reports none at all."""
    usage: Usage = Usage()
    seconds: float = 0.0
    notes: tuple[str, ...] = ()


class Unsolved(Exception):
    """A case that a solver has nothing to say about; it counts as unscored, never as zero."""


Solver = Callable[[Case], Solved]


def identity(case: Case) -> Solved:
    """The resume as it is."""
    return Solved(document=gold.original(case))


def offline(case: Case) -> Solved:
    """The product with no model."""
    from agent.engines.offline import OfflineEngine

    return with_engine(case, OfflineEngine())


def llm(
    *,
    model: str | None = None,
    base_url: str | None = None,
    record: Path | None = None,
    replay: Path | None = None,
    judge: bool = False,
) -> Solver:
    """The product with a model, an engine for each case.

    Args:
        model: its name; the configured one if not given.
        base_url: of an OpenAI-compatible server; the configured one if not given.
        record: a folder in which every answer is kept, a file a case.
        replay: a folder of kept answers, used instead of any server. Answers are kept by model,
            server and question: a changed one fails, and so does an answer that is no longer
            asked for.
        judge: put soft findings to the model too.
    """
    from agent.engines.llm import LlmEngine

    if record:
        record.mkdir(parents=True, exist_ok=True)

    def solve(case: Case) -> Solved:
        engine = LlmEngine(
            model,
            base_url,
            record=record and record / f"{case.id}.jsonl",
            replay=replay and replay / f"{case.id}.jsonl",
            judge=judge,
        )
        solved = with_engine(case, engine)
        engine.finish()
        return solved

    return solve


def with_engine(case: Case, engine: Engine) -> Solved:
    """The product with any engine."""
    from agent.pipeline import tailor

    started = time.perf_counter()
    result = tailor(gold.original(case), case.posting, engine=engine)
    return Solved(
        document=result.document,
        changes=result.changes,
        gap_quotes=tuple(gap.requirement.quote for gap in result.gaps),
        usage=result.usage,
        seconds=time.perf_counter() - started,
        notes=result.notes,
    )


def oracle(case: Case) -> Solved:
    """Every supported requirement worded from gold's own lines, as far as verification allows.

    The author's own faithful rewrites come first; what a supported requirement still lacks is put
    beside the words that support it, and kept only where `verify` finds it supported. So its score
    is what a perfect rewriter could reach under our own checks.
    """
    resume = gold.original(case)
    ids = gold.source_ids(case, resume)
    texts: dict[str, str] = {}

    def keep(bullet_id: str | None, text: str) -> bool:
        if bullet_id is None or not _is_bullet(resume, bullet_id):
            return False
        if not verify(text, resume=resume, bullet_id=bullet_id).supported:
            return False
        texts[bullet_id] = text
        return True

    for rewrite in case.rewrites:
        bullet_id = ids.get(rewrite.line)
        if rewrite.faithful and bullet_id not in texts:
            keep(bullet_id, rewrite.rewrite)
    for requirement, support in zip(case.requirements, case.support, strict=True):
        if support.support not in gold.SUPPORTED or liars.says(
            resume.with_texts(texts), requirement
        ):
            continue
        for line, quote in zip(support.lines, support.quotes, strict=True):
            bullet_id = ids.get(line)
            if bullet_id is None or not _is_bullet(resume, bullet_id):
                continue
            now = texts.get(bullet_id, resume.bullet(bullet_id).text)
            if any(
                keep(bullet_id, attempt)
                for way in requirement.any_of
                for attempt in _wordings(now, quote, " and ".join(way))
            ):
                break
    return Solved(document=resume.with_texts(texts))


def _wordings(text: str, quote: str, terms: str) -> tuple[str, ...]:
    """Ways to say `terms` beside or instead of the words that mean them."""
    beside = text.replace(quote, f"{quote} ({terms})", 1)
    instead = text.replace(quote, terms, 1)
    return tuple(
        way
        for way in (beside, instead, f"{terms[:1].upper()}{terms[1:]}: {text}", f"{text} ({terms})")
        if way != text
    )


def _is_bullet(resume: Resume, id: str) -> bool:
    return any(bullet.id == id for bullet in resume.bullets())


def file(folder: Path) -> Solver:
    """Documents made by any other tool: `folder/CASE.docx`, `.md`, `.txt`, `.pdf` or `.json`.

    Raises (on use):
        Unsolved: there is none for the case.
    """

    def solve(case: Case) -> Solved:
        for ending in (".docx", ".md", ".txt", ".pdf", ".json"):
            path = folder / f"{case.id}{ending}"
            if path.exists():
                return Solved(document=read_resume(path))
        raise Unsolved(f"no document {case.id}.* in {folder.name}")

    return solve


def _liar(lie: Callable[[Case], Resume]) -> Solver:
    return lambda case: Solved(document=lie(case))


PLAIN: Mapping[str, Solver] = {
    "identity": identity,
    "offline": offline,
    "oracle": oracle,
    "keyword_dump": _liar(liars.keyword_dump),
    "copy_posting": _liar(liars.copy_posting),
    "inflate": _liar(liars.inflate),
    "inflate_lines": _liar(liars.inflate_lines),
    "oracle_without_evidence": _liar(liars.oracle_without_evidence),
}
"""Solvers that need no arguments, by name."""
LIARS = ("keyword_dump", "copy_posting", "inflate", "inflate_lines", "oracle_without_evidence")
CHOSEN_BY_VERIFYING = ("offline", "llm", "oracle")
"""Solvers whose lines `verify` let in, so that it can't be asked how many of them are true."""
DISPLACE_NOTHING = ("inflate_lines",)
"""Liars that change lines and remove none: put back, their document is the original."""


def named(
    name: str,
    *,
    model: str | None = None,
    base_url: str | None = None,
    folder: Path | None = None,
    record: Path | None = None,
    replay: Path | None = None,
    judge: bool = False,
) -> Solver:
    """The solver of that name; the rest is for `llm` and `file`.

    Raises:
        ValueError: there is none of that name, or `file` without a folder.
    """
    if name == "llm":
        return llm(model=model, base_url=base_url, record=record, replay=replay, judge=judge)
    if name == "file":
        if folder is None:
            raise ValueError("The solver 'file' needs --folder.")
        return file(folder)
    if name not in PLAIN:
        raise ValueError(f"No solver {name!r}; there are {', '.join([*PLAIN, 'llm', 'file'])}.")
    return PLAIN[name]
