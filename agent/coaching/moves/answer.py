"""answer: to a question asked back that no wish waited for: the facts count like others told."""

from agent.coaching.moves.tell import needs, say

__all__ = ["needs", "say"]
