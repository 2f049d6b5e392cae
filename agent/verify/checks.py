"""The checks, in the order in which their findings win over one another."""

from __future__ import annotations

from collections.abc import Callable

from agent.models import Finding
from agent.verify import (
    agency,
    asserted,
    cause,
    credentials,
    dates,
    direction,
    foredated,
    form,
    frequency,
    helped,
    items,
    limits,
    measures,
    mixing,
    modality,
    novelty,
    plural,
    polarity,
    quantity,
    reach,
    rungs,
    standing,
    titles,
)
from agent.verify.align import Claim
from agent.verify.scope import Scope

CHECKS: tuple[Callable[[Claim, Scope], list[Finding]], ...] = (
    quantity.check,
    measures.check,
    plural.check,
    dates.check,
    titles.check,
    credentials.check,
    standing.check,
    limits.check,
    helped.check,
    cause.check,
    polarity.check,
    modality.check,
    asserted.check,
    direction.check,
    agency.check,
    rungs.check,
    reach.check,
    frequency.check,
    foredated.check,
    novelty.check,
    mixing.check,
    items.check,
    form.check,
)
