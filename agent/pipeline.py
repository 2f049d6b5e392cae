"""The whole program on one screen: read, extract, match, rewrite, prove, write, score.

Engines propose, checks dispose: nothing an engine says is believed until `agent.verify` has found
its support in the person's own words, and the document that is handed out is read back and checked
once more as a stranger's would be.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from agent.documents import read_resume
from agent.engines import choose_engine
from agent.engines.base import Engine
from agent.engines.meanwhile import meanwhile
from agent.errors import NothingToDo
from agent.gaps import find_gaps
from agent.handout import Handout, hand_out
from agent.match import match
from agent.models import Check, Fact, Posting, Progress, Requirement, Resume, Score, Scores
from agent.posting import read_posting
from agent.requirements import extract_requirements
from agent.result import Tailored
from agent.rewrite import rewrite
from agent.score import score_document
from agent.verify import check

ResumeLike = Resume | str | bytes | Path
PostingLike = Posting | str | bytes | Path
OnProgress = Callable[[Progress], None]


async def atailor(
    resume: ResumeLike,
    posting: PostingLike,
    *,
    engine: Engine | None = None,
    facts: Sequence[Fact] = (),
    on_progress: OnProgress | None = None,
) -> Tailored:
    """Rewrite a resume for one posting; every changed line is proven from the resume itself.

    The posting is sent while the resume is read. Caps, deadlines and `LlmEngine.stop()` end a run
    early with what is done and say so in `notes`; cancelling its task gives no result.

    Args:
        resume: a `Resume`, a path, bytes, or the text itself.
        posting: a `Posting`, a path, bytes, or the text itself.
        engine: who proposes; by default the LLM if one is configured, else the offline engine.
        facts: the person's own dated statements, which count as their history.
        on_progress: called before each step, for a progress bar.

    Returns:
        A `Tailored`: changes with their evidence, gaps with a question each, scores, and the
        document, ready to `save()`.

    Raises:
        InputError: the resume or the posting can't be used, with what to do next.
        EngineError: the engine could not work at all (a wrong key, no such model).
    """
    tell = on_progress or (lambda _: None)
    engine = engine or choose_engine()

    tell(Progress(stage="read", done=0, total=6, message="Reading the resume and the posting"))
    asking = as_posting(posting)

    tell(Progress(stage="extract", done=1, total=6, message="Finding what the posting asks for"))
    extraction, original = await meanwhile(engine.extract(asking), lambda: as_resume(resume))
    requirements = demand(extraction.requirements)

    tell(Progress(stage="match", done=2, total=6, message="Looking for it in the resume"))
    matches = tuple(match(requirements, original, facts))

    def measured(document: Resume, checked: Check) -> Score:
        return score_document(
            document, original=original, requirements=requirements, matches=matches, check=checked
        )

    tell(Progress(stage="rewrite", done=3, total=6, message=f"Rewriting ({engine.name})"))
    rewritten, (before, gaps) = await meanwhile(
        rewrite(original, requirements, matches, engine=engine, facts=facts),
        lambda: (
            measured(original, check(original, original)),
            tuple(find_gaps(requirements, matches, original)),
        ),
    )

    tell(Progress(stage="verify", done=4, total=6, message="Reading the new document back"))
    handout = hand_out(original, rewritten.changes, rewritten.moves, facts=facts)

    tell(Progress(stage="score", done=5, total=6, message="Scoring the finished document"))
    return Tailored(
        resume=original,
        posting=asking,
        requirements=requirements,
        matches=matches,
        changes=handout.changes,
        moves=handout.moves,
        gaps=gaps,
        score=Scores(before=before, after=measured(handout.document, handout.check)),
        document=handout.document,
        facts=tuple(facts),
        engine=engine.name,
        usage=extraction.usage + rewritten.usage,
        notes=(*extraction.notes, *rewritten.notes, *handout.notes),
    )


def tailor(
    resume: ResumeLike,
    posting: PostingLike,
    *,
    engine: Engine | None = None,
    facts: Sequence[Fact] = (),
    on_progress: OnProgress | None = None,
) -> Tailored:
    """`atailor` for code that is not async: same arguments, same result, same errors."""
    done: list[Tailored] = []

    async def run() -> None:
        # Kept aside: asyncio.run prints what its task returns for a signal handler, all of it.
        done.append(
            await atailor(resume, posting, engine=engine, facts=facts, on_progress=on_progress)
        )

    asyncio.run(run())
    return done[0]


def score(
    document: ResumeLike,
    *,
    original: ResumeLike,
    posting: PostingLike,
    facts: Sequence[Fact] = (),
) -> Score:
    """Measure any tailored resume, made by any tool, against its original and a posting.

    Args:
        document: the tailored resume; pass the original itself to measure it as it is.
        original: the resume it was made from, the only source of support.
        posting: what it was made for.
        facts: the person's own statements that count as history.

    Raises:
        InputError: one of the three can't be used.
    """
    document, original = as_resume(document), as_resume(original)
    requirements = demand(tuple(extract_requirements(as_posting(posting))))
    return score_document(
        document,
        original=original,
        requirements=requirements,
        matches=tuple(match(requirements, original, facts)),
        check=check(original, document, facts),
    )


def score_handout(result: Tailored, handout: Handout) -> Score:
    """Measure a document that holds only some of a run's changes."""
    return score_document(
        handout.document,
        original=result.resume,
        requirements=result.requirements,
        matches=result.matches,
        check=handout.check,
    )


def as_resume(resume: ResumeLike) -> Resume:
    """`resume` itself, or what is read from a path, bytes or text."""
    return resume if isinstance(resume, Resume) else read_resume(resume)


def as_posting(posting: PostingLike) -> Posting:
    """`posting` itself, or what is read from a path, bytes or text."""
    return posting if isinstance(posting, Posting) else read_posting(posting)


def demand(requirements: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
    """The requirements, of which there must be one.

    Raises:
        NothingToDo: there is none.
    """
    if not requirements:
        raise NothingToDo(
            "No requirement was found in the posting.",
            hint="Paste the whole posting, with its list of duties or qualifications.",
        )
    return requirements
