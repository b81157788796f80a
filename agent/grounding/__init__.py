"""Grounding: no figure reaches a person that its evidence does not hold. Plain code, the same for every policy."""

from agent.grounding.claims import Held
from agent.grounding.plans import check_plan, cited_sources, cut

__all__ = ["Held", "check_plan", "cited_sources", "cut"]
