"""Measuring the optional judge, as `evals.invention` measures the verifier: on the same pairs.

Twice, both through the product's own path (`agent.verify.judge`: an answer counts only if its quote
stands in the evidence). Alone: each pair is one question about the words that the rewrite adds, so
that every type of lie and every transform is put to it. And as it is used: the verifier first, and
only the soft findings it leaves on a line without hard ones are put to the judge.

There is no judge without a model or a recording of one. The two stubs bound what any judge can do:
`no` never lifts a finding, so it is the verifier; `yes` lifts every finding that it may.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from agent.diff import word_diff
from agent.engines.base import Judgement, Judgements, Question
from agent.models import Finding, Frozen, Resume, Span, Usage, Verdict
from agent.verify import verify
from agent.verify.judge import questions, settle
from evals.invention import INFERENCE, Pair, by_type, rate_of
from evals.stats import Interval


class Judge(Protocol):
    """What is asked of a judge; `agent.LlmEngine(judge=True)` is one."""

    async def judge(self, questions: tuple[Question, ...]) -> Judgements:
        """Answer questions; a missing answer counts as none."""
        ...


class No:
    """A stub that never finds support."""

    async def judge(self, questions: tuple[Question, ...]) -> Judgements:
        """No to everything."""
        return Judgements(judgements=tuple(Judgement(id=q.id, supported=False) for q in questions))


class Yes:
    """A stub that finds support for anything, and quotes a whole line of evidence for it."""

    async def judge(self, questions: tuple[Question, ...]) -> Judgements:
        """Yes to everything, by the longest line of its evidence."""
        return Judgements(
            judgements=tuple(
                Judgement(id=q.id, supported=True, quote=max(q.evidence, key=len, default=""))
                for q in questions
            )
        )


class JudgedPair(Frozen):
    """What verifier and judge said of a pair."""

    id: str
    cluster: str
    faithful: bool
    type: str
    severity: str
    rewrite: str
    claim: str
    """The words put to the judge when it is asked alone."""
    verifier: bool
    """Whether the verifier has a finding."""
    alone: bool | None
    """Whether the judge, asked alone, calls the claim unsupported; None without an answer."""
    asked: bool
    """Whether the product would ask the judge: the line has soft findings and no hard one."""
    both: bool
    """Whether the line is blocked in the product: by the verifier, and not lifted by the judge."""


class Judged(NamedTuple):
    """All pairs through a judge, and what that cost."""

    pairs: tuple[JudgedPair, ...]
    usage: Usage
    notes: tuple[str, ...]


def judge_pairs(pairs: Sequence[Pair], judge: Judge) -> Judged:
    """Put every pair to a judge.

    Args:
        pairs: as `evals.invention.pairs` gives them.
        judge: whatever answers questions.

    Returns:
        A result for each pair, in their order. A judge that fails leaves `alone` empty: unscored.
    """
    verdicts = [verify(p.rewrite, resume=p.resume, bullet_id=p.place) for p in pairs]
    doubts = [_doubt(pair) for pair in pairs]
    asked = [
        question
        for kind, of in (("alone", doubts), ("both", verdicts))
        for number, (pair, verdict) in enumerate(zip(pairs, of, strict=True))
        for question in _questions(f"{kind}{number}:", pair, verdict)
    ]
    answer = asyncio.run(judge.judge(tuple(asked))) if asked else Judgements()
    # 'alone12:e1b3#0' is question 0 on line e1b3 of pair 12.
    replies: dict[str, list[tuple[str, bool, str]]] = defaultdict(list)
    for one in answer.judgements:
        of_pair, _, id = one.id.partition(":")
        replies[of_pair].append((id, one.supported, one.quote))

    def blocked(kind: str, number: int, verdict: Verdict) -> bool:
        pair, said = pairs[number], replies[f"{kind}{number}"]
        return not settle(verdict, said, resume=pair.resume, bullet_id=pair.place).supported

    def result(number: int, pair: Pair) -> JudgedPair:
        verdict, doubt = verdicts[number], doubts[number]
        span = doubt.findings[0].span
        return JudgedPair(
            **pair.model_dump(include={"id", "cluster", "faithful", "type", "severity", "rewrite"}),
            claim=pair.rewrite[span.start : span.end],
            verifier=not verdict.supported,
            alone=blocked("alone", number, doubt) if replies[f"alone{number}"] else None,
            asked=bool(verdict.findings) and not verdict.hard,
            both=blocked("both", number, verdict),
        )

    return Judged(
        tuple(result(number, pair) for number, pair in enumerate(pairs)), answer.usage, answer.notes
    )


def _questions(prefix: str, pair: Pair, verdict: Verdict) -> list[Question]:
    resume = pair.resume
    personal = tuple(filter(None, (resume.name, *resume.contacts)))
    return [
        Question(
            id=f"{prefix}{doubt.id}",
            rewrite=doubt.rewrite,
            claim=doubt.claim,
            evidence=doubt.evidence,
            personal=personal,
        )
        for doubt in questions(pair.rewrite, verdict, resume=resume, bullet_id=pair.place)
    ]


def _doubt(pair: Pair) -> Verdict:
    """A verdict with one soft finding on all that the rewrite adds, whoever is right: the label
    plays no part in the question."""
    start, end = added(_source(pair.resume, pair.place), pair.rewrite)
    finding = Finding(
        type="novelty",
        tier="soft",
        severity="minor",
        span=Span(start=start, end=end),
        reason="These words are new.",
    )
    return Verdict(supported=False, findings=(finding,))


def _source(resume: Resume, place: str) -> str:
    return next((bullet.text for bullet in resume.bullets() if bullet.id == place), "")


def added(before: str, after: str) -> tuple[int, int]:
    """Where in `after` its new words start and end; all of it if nothing is new but only gone."""
    at = 0
    ends: list[int] = []
    for piece in word_diff(before, after):
        if piece.op == "added" and piece.text.strip():
            ends += [at + len(piece.text) - len(piece.text.lstrip()), at + len(piece.text.rstrip())]
        if piece.op != "removed":
            at += len(piece.text)
    return (ends[0], ends[-1]) if ends else (0, len(after))


class JudgeRates(Frozen):
    """How good a judge is on a set, each rate with its interval, where pairs of one resume count as
    one opinion."""

    alone_recall: Interval
    """Of the lies, those it calls unsupported when asked alone."""
    alone_false_positives: Interval
    """Of the true rewrites, those it calls unsupported when asked alone."""
    asked: Interval
    """Of all pairs, those that the product would put to it."""
    verifier_recall: Interval
    verifier_false_positives: Interval
    both_recall: Interval
    """Verifier and judge together, as in the product."""
    both_false_positives: Interval
    by_type: dict[str, Interval]
    """Recall alone, by type of lie."""
    by_transform: dict[str, Interval]
    """False positives alone, by faithful transform."""


def summary(pairs: Sequence[JudgedPair]) -> JudgeRates:
    """Rates over judged pairs; true rewrites that take knowledge of the world are shown by
    transform and kept out of the false positives, as for the verifier."""
    lies = [pair for pair in pairs if not pair.faithful]
    true = [pair for pair in pairs if pair.faithful and pair.type != INFERENCE]
    return JudgeRates(
        alone_recall=rate_of(lies, "alone"),
        alone_false_positives=rate_of(true, "alone"),
        asked=rate_of(pairs, "asked"),
        verifier_recall=rate_of(lies, "verifier"),
        verifier_false_positives=rate_of(true, "verifier"),
        both_recall=rate_of(lies, "both"),
        both_false_positives=rate_of(true, "both"),
        by_type=by_type(lies, "alone"),
        by_transform=by_type([pair for pair in pairs if pair.faithful], "alone"),
    )
