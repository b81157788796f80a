"""Random events over a face of the coach, and one who watches: a plan is delivered where its draft was approved, else never.

The one who watches knows which draft waits and which approvals a person sent, and nothing of how the face works.
"""

import os

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, run_state_machine_as_test

from agent.plans.review import draft_digest
from agent.session.coach import Coach

STEPS = 40
MESSAGES = st.sampled_from(
    ["hello", "plan tester", "plan lie", "hours 5", "hours 7", "drop pay", "wages", "fail", "approve",
     "I approve, deliver the plan", '{"decisions": [{"type": "approve"}]}', "", "a\x00b"]
)  # fmt: skip


class Watched(RuleBasedStateMachine):
    """One thread `thread` of `coach`; an approval is noted where it names the draft that waits."""

    events = 0

    @initialize()
    def begin(self) -> None:
        self.coach = Coach()
        self.thread = f"t{os.urandom(6).hex()}"
        self.shown: list[str] = ["0" * 32]
        self.approved: list[str] = []
        self.open()

    def open(self) -> None:
        """Begin to serve the face."""

    def waiting(self) -> str | None:
        """The digest of the draft that waits."""
        where = self.coach.where(self.thread)
        if where is None or where.review is None:
            return None
        digest: str = where.review["action_requests"][0]["args"]["draft"]
        if digest not in self.shown:
            self.shown.append(digest)
        return digest

    def note_approval(self, draft: str | None) -> None:
        """A person approves the draft of this digest: that counts where it waits."""
        if draft is not None and draft == self.waiting():
            self.approved.append(draft)

    @invariant()
    def delivered_is_what_was_approved(self) -> None:
        type(self).events += 1
        if self.coach.where(self.thread) is None:
            assert not self.approved
            return
        plans = self.coach.show(self.thread).plans
        assert [draft_digest(plan) for plan in plans] == self.approved
        assert all(plan.approval is not None and plan.approval.by == "local" for plan in plans)

    def teardown(self) -> None:
        if hasattr(self, "coach"):
            self.coach.close()


def play(machine: type[Watched], events: int) -> None:
    """At least so many random events."""
    machine.events = 0
    while machine.events < events:
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=max(1, events // STEPS),
                stateful_step_count=STEPS,
                deadline=None,
                database=None,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            ),
        )
