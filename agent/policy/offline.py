"""The policy that needs no key and no network: the trained reader, and moves over evidence. Deterministic."""

from agent.context import CoachContext
from agent.models import Answer, Mode, Plan, Profile, ProfileChange, ToolRequest, Understanding
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

    def draft_plan(self, state: CoachState, context: CoachContext) -> Plan:
        from agent.plans.drafting import draft_plan

        return draft_plan(state, context)


def with_requests(state: CoachState, context: CoachContext, read: Understanding) -> Understanding:
    """What was read, with the tool calls that its wishes need and whether a plan is to be drafted now."""
    from agent.coaching.compose import request_evidence
    from agent.coaching.view import view_before

    before = state.get("profile") or Profile()
    wanted = any(wish.name == "plan" for wish in read.wishes)
    if wanted:
        read = _with_target(read, before)
    target = apply_changes(before, read.changes).target_role
    ready = wanted and target is not None and not read.doubtful
    view = view_before(before, read, state, context)
    return read.model_copy(update={"calls": request_evidence(read.wishes, view), "plan_wanted": ready})


def _with_target(read: Understanding, before: Profile) -> Understanding:
    """A plan without a target, or with a whole field as one, leads to the role spoken of last that is not their own."""
    from tools.roadmap.fields import field_of

    topic = read.dialogue.topic.role if read.dialogue else None
    named = [
        subject.role
        for wish in read.wishes
        if wish.name == "plan"
        for subject in wish.subjects
        if subject.role
    ]
    role = named[0] if named else topic
    field = field_of(apply_changes(before, read.changes).target_role)
    if field is not None and len(field.roles) > 1:
        job = role if role and field_of(role) is None else field.roles[0]
        return read.model_copy(
            update={"changes": [*read.changes, ProfileChange(field="target_role", value=job)]}
        )
    told = any(change.field == "target_role" for change in read.changes)
    own = apply_changes(before, read.changes).current_role
    if own and role and role.casefold() == own.casefold():
        return read  # they are that already: what they want to become is asked
    if role is None or told or (before.target_role is not None and not named):
        return read
    return read.model_copy(
        update={"changes": [*read.changes, ProfileChange(field="target_role", value=role)]}
    )
