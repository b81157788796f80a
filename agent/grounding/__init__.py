"""Grounding: no figure reaches a person that its evidence does not hold. Plain code, the same for every policy."""

from agent.grounding.plans import check_plan, cited_sources, cut
from agent.grounding.replies import check_answer

__all__ = ["check_answer", "check_plan", "cited_sources", "cut"]
