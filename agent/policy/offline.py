"""The policy that needs no key and no network: the trained reader, and moves over evidence. Deterministic."""

from agent.context import CoachContext
from agent.models import (
    Answer,
    DialogueState,
    Draft,
    Mode,
    Profile,
    ProfileChange,
    ToolRequest,
    Understanding,
)
from agent.models.changes import apply_changes
from agent.state import CoachState


class OfflinePolicy:
    """Implements `agent.policy.protocol.Policy`. Holds no state: the same input gives the same output."""

    mode: Mode = "offline"

    def warm_up(self) -> None:
        """Load what the first message needs."""
        from agent.nlu.tagger import default_tagger

        default_tagger().read("hello")

    def understand(self, state: CoachState, context: CoachContext) -> Understanding:
        # Imported late: the weights are only needed when a message is read.
        from agent.nlu.read import understand
        from agent.nlu.tagger import default_tagger

        read = understand(state, context, default_tagger())
        return with_requests(state, context, read)

    def further_calls(self, state: CoachState, context: CoachContext) -> list[ToolRequest]:  # noqa: ARG002 - the protocol's signature
        """None: the wishes of a message name all calls, and a plan's follow from the profile."""
        return []

    def answer(self, state: CoachState, context: CoachContext) -> Answer:
        from agent.coaching.compose import compose
        from agent.coaching.view import view_after

        understanding = state.get("understanding") or Understanding()
        return compose(understanding.wishes, view_after(state, context))

    def draft_plan(self, state: CoachState, context: CoachContext) -> Draft:
        from agent.plans.drafting import draft_plan

        return Draft(plan=draft_plan(state, context))


def with_requests(state: CoachState, context: CoachContext, read: Understanding) -> Understanding:
    """What was read, with the tool calls that its wishes need and whether a plan is to be drafted now."""
    from agent.coaching.compose import request_evidence
    from agent.coaching.view import view_before

    before = state.get("profile") or Profile()
    wanted = any(wish.name == "plan" for wish in read.wishes)
    if wanted or state.get("draft") or state.get("plan"):
        read = _with_target(read, before, state.get("dialogue") or DialogueState(), wanted=wanted)
    target = apply_changes(before, read.changes).target_role
    ready = wanted and target is not None and not read.doubtful
    view = view_before(before, read, state, context)
    return read.model_copy(update={"calls": request_evidence(read.wishes, view), "plan_wanted": ready})


def _with_target(
    read: Understanding, before: Profile, thread: DialogueState, *, wanted: bool
) -> Understanding:
    """A plan leads to a job: the one spoken of where none is named, or a whole field, or a part of its name.

    To none that they have already: what they want to become is asked.
    """
    told = [str(change.value) for change in read.changes if change.field == "target_role" and change.value]
    named = [
        subject.role
        for wish in read.wishes
        if wish.name == "plan"
        for subject in wish.subjects
        if subject.role
    ]
    topic = read.dialogue.topic.role if read.dialogue else None
    role = named[0] if named else topic
    goal = told[-1] if told else before.target_role if before.target_role and not named else role
    own = apply_changes(before, read.changes).current_role
    if goal is None or not (wanted or told) or (own and not told and goal.casefold() == own.casefold()):
        return read
    job = _job_meant(goal, thread, None if told else role)
    if job == (told[-1] if told else before.target_role):
        return read
    return read.model_copy(update={"changes": [*read.changes, ProfileChange(field="target_role", value=job)]})


def _job_meant(goal: str, thread: DialogueState, role: str | None) -> str:
    """The job that a field stands for: the `role` spoken of in it, else its nearest; and the one whose name holds `goal`."""
    from tools.roadmap.fields import field_of

    if field := field_of(goal):
        return role if role and field_of(role) is None else field.roles[0]
    words = set(goal.casefold().split())
    spoken = [*(each.role for each in (thread.topic, *thread.pair)), *thread.alternatives, *thread.options]
    return next((each for each in spoken if each and words < set(each.casefold().split())), goal)
