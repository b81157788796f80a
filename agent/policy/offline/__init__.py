"""The policy that needs no key and no network: deterministic, from rules, examples and evidence."""

from agent.context import CoachContext
from agent.models import Answer, Mode, Plan, ToolRequest, Understanding
from agent.state import CoachState


class OfflinePolicy:
    """Implements `agent.policy.protocol.Policy`. Holds no state: the same input gives the same output."""

    mode: Mode = "offline"

    def warm_up(self) -> None:
        """Load what the first message needs."""
        import agent.plans.drafting
        import agent.policy.offline.answering
        import agent.policy.offline.understanding  # noqa: F401 - loading is the purpose

    def understand(self, state: CoachState, context: CoachContext) -> Understanding:
        # Imported late: the embedder behind it is only needed when a message is read.
        from agent.policy.offline.understanding import understand

        return understand(state, context)

    def further_calls(self, state: CoachState, context: CoachContext) -> list[ToolRequest]:  # noqa: ARG002 - the protocol's signature
        """None: a message names all its calls, and a plan's follow from the profile."""
        return []

    def answer(self, state: CoachState, context: CoachContext) -> Answer:
        from agent.policy.offline.answering import answer

        return Answer(text=answer(state, context))

    def draft_plan(self, state: CoachState, context: CoachContext) -> Plan:
        from agent.plans.drafting import draft_plan

        return draft_plan(state, context)
