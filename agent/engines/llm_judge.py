"""Soft findings put to a model, and when its answers count.

An answer counts only if its quote stands in that question's evidence. And each call holds one
question more, whose true answer is no: a judge that says yes to it says yes to anything, because it
is too weak or because something it read told it to, and then none of its answers count.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import NamedTuple

from agent.engines.base import Judgement, Judgements, Question
from agent.llm.client import Ask, Reply
from agent.llm.fencing import fence, neutral, new_tag
from agent.llm.prompts import prompt
from agent.llm.quotes import contains
from agent.llm.redaction import redact, restore
from agent.llm.schemas import Answer, answers_shape

_AT_ONCE = 20
_NEVER_TRUE = (
    "won a national award",
    "speaks fluent Icelandic",
    "founded the company alone",
    "holds a pilot's licence",
)


class Sent(NamedTuple):
    """One call to the judge, and what is needed to read its answer."""

    ask: Ask
    masks: dict[str, str]
    asked: dict[str, Question]
    """The questions by the ids they were sent under: 'q1', 'q2', ..."""
    control: str
    """Id of the question whose true answer is no."""


def calls(
    questions: Sequence[Question], personal: Sequence[str] = (), employers: Sequence[str] = ()
) -> list[Sent]:
    """The calls that put these questions, everything personal and `employers` masked."""
    parts = [questions[at : at + _AT_ONCE] for at in range(0, len(questions), _AT_ONCE)]
    return [_call(part, personal, employers) for part in parts]


def _call(questions: Sequence[Question], personal: Sequence[str], employers: Sequence[str]) -> Sent:
    mixed = list(questions)
    # Where the control stands must not be the same each time, but the same for the same questions,
    # or a recording could not be replayed.
    place = zlib.crc32(repr(questions).encode()) % (len(mixed) + 1)
    control = _control(questions[place % len(questions)])
    mixed.insert(place, control)
    asked = {f"q{number}": question for number, question in enumerate(mixed, start=1)}
    texts = [text for q in mixed for text in (q.rewrite, q.claim, "\n".join(q.evidence))]
    known = (*personal, *(piece for q in questions for piece in q.personal))
    masked = redact(map(neutral, texts), personal=known, employers=employers)
    triples = zip(*[iter(masked.texts)] * 3, strict=True)
    said = [
        f"{id} claim: {claim}\nin: {rewrite}\nevidence: {evidence}"
        for id, (rewrite, claim, evidence) in zip(asked, triples, strict=True)
    ]
    about = prompt("judge")
    messages = about.messages(questions=fence("\n\n".join(said), new_tag()))
    ask = Ask(about.id, messages, answers_shape(list(asked)), 100 + 80 * len(asked))
    return Sent(ask, masked.masks, asked, f"q{place + 1}")


def _control(like: Question) -> Question:
    told = " ".join((like.rewrite, *like.evidence)).lower()
    claim = next(
        (one for one in _NEVER_TRUE if not any(word in told for word in one.split() if word[3:])),
        _NEVER_TRUE[0],
    )
    line = like.evidence[0] if like.evidence else like.rewrite
    return like.model_copy(update={"claim": claim, "rewrite": f"{line.rstrip('. ')}; {claim}."})


def judgements(sent: Sent, reply: Reply) -> Judgements:
    """The answers whose quote stands in their own question's evidence; the others say no."""
    if reply.read is None:
        note = f"The judge: {reply.failure}; doubtful words were left out."
        return Judgements(usage=reply.usage, notes=(*reply.notes, note))
    found: dict[str, Judgement] = {}
    for item in reply.read.items:
        assert isinstance(item, Answer)
        question = sent.asked.get(item.id)
        if question is None or item.id in found:
            continue
        quote = restore(item.quote, sent.masks)
        stands = any(contains(line, quote) for line in question.evidence)
        found[item.id] = Judgement(
            id=question.id, supported=item.supported and stands, quote=quote if stands else ""
        )
    notes = list(reply.notes)
    control = found.pop(sent.control, None)
    if control is None or control.supported:
        found = {}
        notes.append("The judge failed its control question; doubtful words were left out.")
    return Judgements(
        judgements=tuple(found.values()), usage=reply.usage, notes=tuple(dict.fromkeys(notes))
    )
