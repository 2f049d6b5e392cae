"""A cap on tokens and money that is never passed: a request that might is not sent."""

from __future__ import annotations

from agent.errors import BudgetReached
from agent.llm.prices import Price, cost
from agent.models import Usage


class Spending:
    """What an engine has spent, and what its running requests may still spend."""

    def __init__(
        self, *, max_cost: float | None, max_tokens: int | None, price: Price | None
    ) -> None:
        self.max_cost, self.max_tokens, self.price = max_cost, max_tokens, price
        self._tokens = 0
        self._cost = 0.0
        self._running: dict[object, tuple[int, float]] = {}

    @property
    def capped(self) -> bool:
        """Whether there is a cap, and so a need to count before sending."""
        return self.max_cost is not None or self.max_tokens is not None

    def reserve(self, question: object, prompt_tokens: int, completion_tokens: int) -> None:
        """Set aside what one more request of `question` may cost at most.

        Raises:
            BudgetReached: it might pass a cap.
        """
        before_tokens, before_cost = self._running.get(question, (0, 0.0))
        tokens = before_tokens + prompt_tokens + completion_tokens
        dollars = before_cost + (cost(self.price, prompt_tokens, 0, completion_tokens) or 0.0)
        others = [amount for key, amount in self._running.items() if key is not question]
        if self.max_tokens is not None:
            planned = self._tokens + sum(amount[0] for amount in others) + tokens
            if planned > self.max_tokens:
                raise BudgetReached(
                    f"The cap of {self.max_tokens} tokens would be passed.",
                    hint="Raise it, or use the offline engine.",
                )
        if self.max_cost is not None:
            planned_cost = self._cost + sum(amount[1] for amount in others) + dollars
            if planned_cost > self.max_cost:
                raise BudgetReached(
                    f"The cap of ${self.max_cost:g} would be passed.",
                    hint="Raise it, or use the offline engine.",
                )
        self._running[question] = (tokens, dollars)

    def settle(self, question: object, usage: Usage) -> Usage:
        """Put what was really spent in place of what was set aside; returns it with its cost."""
        self._running.pop(question, None)
        paid = cost(self.price, usage.prompt_tokens, usage.cached_tokens, usage.completion_tokens)
        self._tokens += usage.prompt_tokens + usage.completion_tokens
        self._cost += paid or 0.0
        return usage.model_copy(update={"cost": paid})
