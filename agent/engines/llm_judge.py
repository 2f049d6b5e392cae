"""Soft findings put to a model; an answer counts only if its quote stands in the evidence."""

from __future__ import annotations

from collections.abc import Sequence

from agent.engines.base import Judgement, Judgements, Question
from agent.llm.client import Ask, Reply
from agent.llm.fencing import fence, neutral, new_tag
from agent.llm.prompts import prompt
from agent.llm.quotes import contains
from agent.llm.redaction import Redacted, redact, restore
from agent.llm.schemas import Answer, answers_shape

_AT_ONCE = 20


def batches(questions: Sequence[Question]) -> list[tuple[Question, ...]]:
    """Questions in groups that one call can answer."""
    return [tuple(questions[at : at + _AT_ONCE]) for at in range(0, len(questions), _AT_ONCE)]


def question(asked: Sequence[Question], personal: Sequence[str] = ()) -> tuple[Ask, Redacted]:
    """One call about several soft findings, everything personal masked."""
    texts = [text for q in asked for text in (q.rewrite, q.claim, "\n".join(q.evidence))]
    known = (*personal, *(piece for q in asked for piece in q.personal))
    masked = redact(map(neutral, texts), personal=known)
    said = [
        f"{q.id} claim: {claim}\nin: {rewrite}\nevidence: {evidence}"
        for q, (rewrite, claim, evidence) in zip(
            asked, zip(*[iter(masked.texts)] * 3, strict=True), strict=True
        )
    ]
    about = prompt("judge")
    messages = about.messages(questions=fence("\n\n".join(said), new_tag()))
    shape = answers_shape([q.id for q in asked])
    return Ask(about.id, messages, shape, 100 + 80 * len(asked)), masked


def judgements(asked: Sequence[Question], masked: Redacted, reply: Reply) -> Judgements:
    """The answers whose quote stands in their own question's evidence; the others say no."""
    if reply.read is None:
        note = f"The judge: {reply.failure}; doubtful words were left out."
        return Judgements(usage=reply.usage, notes=(*reply.notes, note))
    by_id = {q.id: q for q in asked}
    found: dict[str, Judgement] = {}
    for item in reply.read.items:
        assert isinstance(item, Answer)
        if item.id not in by_id or item.id in found:
            continue
        quote = restore(item.quote, masked.masks)
        stands = any(contains(line, quote) for line in by_id[item.id].evidence)
        found[item.id] = Judgement(
            id=item.id, supported=item.supported and stands, quote=quote if stands else ""
        )
    return Judgements(judgements=tuple(found.values()), usage=reply.usage, notes=reply.notes)
