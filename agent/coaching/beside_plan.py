"""What a message asks or reports beside a change of its plan: answered above the changed draft, as it would be by itself."""

from agent.coaching.compose import compose
from agent.coaching.moves.correct import told_alone
from agent.coaching.moves.progress import heard
from agent.coaching.moves.small_talk import help_beside
from agent.coaching.view import view_after
from agent.context import CoachContext
from agent.models import Answer, Plan, Understanding, Wish
from agent.plans.labels import ENGLISH
from agent.state import CoachState

# What a redraft answers by itself, or what asks for nothing.
_BY_THE_DRAFT = frozenset(
    {
        "plan",
        "feedback",
        "tell",
        "answer",
        "correct",
        "progress",
        "approve",
        "thanks",
        "hello",
        "bye",
        "followup",
        "foreign",
        "pushback",
        "words",
    }
)
# Of the plan itself only these stand in no redraft's own words.
_OF_THE_PLAN = frozenset({"order", "meaning", "proof", "approval", "certain", "days", "why"})


def answered_beside(state: CoachState, context: CoachContext, draft: Plan) -> Answer | None:
    """What they did or put right, said back, and the answer to what else was asked, in view of the new `draft`; None without."""
    understanding = state.get("understanding") or Understanding()
    wishes = [each for each in understanding.wishes if _is_asked(each)]
    given = _asked_beside(state, context, draft, understanding, wishes)
    view = view_after({**state, "draft": draft}, context)
    lines = [*(heard(view) if understanding.did else []), *told_alone(view)]
    if not lines or understanding.language != ENGLISH:
        return given
    told = " ".join(each.text for each in lines)
    return given.model_copy(update={"text": f"{told}\n\n{given.text}"}) if given else Answer(text=told)


def _asked_beside(
    state: CoachState, context: CoachContext, draft: Plan, understanding: Understanding, wishes: list[Wish]
) -> Answer | None:
    if not wishes or understanding.language != ENGLISH or len(wishes) == len(understanding.wishes):
        return None
    asked = understanding.model_copy(update={"wishes": wishes, "changes": [], "unchanged": []})
    view = view_after({**state, "understanding": asked, "draft": draft}, context)
    if all(wish.name == "crisis" and wish.kind == "unsure" for wish in wishes):
        return Answer(text=" ".join(each.text for each in help_beside(wishes, view)))
    given = compose(wishes, view)
    return given if given.text.strip() else None


def _is_asked(wish: Wish) -> bool:
    if wish.name == "about_plan":
        return wish.kind in _OF_THE_PLAN
    if wish.name == "how_long":
        return any(each.role for each in wish.subjects)  # how long the plan takes stands in it
    return wish.name not in _BY_THE_DRAFT
