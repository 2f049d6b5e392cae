"""The checks, in the order in which their findings win over one another."""

from __future__ import annotations

from agent.verify import agency, novelty, quantity, rungs

CHECKS = (quantity.check, agency.check, rungs.check, novelty.check)
