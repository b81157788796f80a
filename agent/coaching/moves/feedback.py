"""feedback: a change of the plan that was not made; why, and what would help. A changed plan is shown by the part that changes it."""

from agent.coaching.lines import Line, Said, asking, line
from agent.coaching.moves import correct, tell
from agent.coaching.plan_parts import PlanParts, plan_parts
from agent.coaching.view import View
from agent.models import Plan, ToolRequest, Wish
from agent.plans.unmade import ways_to_say_it


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Without a plan what the facts told lead to."""
    return [] if view.draft or view.plan or not view.changes else tell.needs(_as_tell(wish), view)


def _as_tell(wish: Wish) -> Wish:
    return wish.model_copy(update={"name": "tell"})


def say(wish: Wish, view: View) -> Said:
    """What was understood and the question about it; without either, examples in the words of this very plan."""
    parts, plan = plan_parts(view), view.draft or view.plan
    if view.dropped and view.draft is None:
        return Said((line("feedback.dropped"), line("feedback.dropped_again")))
    if view.unchanged:
        return Said(tuple(Line("feedback.unchanged", text) for text in view.unchanged))
    if view.changes:
        return tell.say(_as_tell(wish), view) if plan is None else correct.say(wish, view)
    if plan is None:
        return Said((line("feedback.no_plan"),), question=asking("target", "feedback.which", 50, "plan"))
    return _how(parts)


def _how(parts: PlanParts | None) -> Said:
    """How the steps can be changed, where nothing of a remark was read."""
    if parts is None:
        return Said((line("feedback.no_steps"),))
    if ways := _ways_out(parts.plan):
        return Said(tuple(ways))
    return Said((line("feedback.unclear"), Line("feedback.how", ways_to_say_it(parts.plan))))


def _ways_out(plan: Plan) -> list[Line]:
    """How a plan that is too long could be made to fit: what its risks say of that, each with what holds it."""
    if plan.outlook is None or plan.outlook.feasible:
        return []
    risks = next((section.claims for section in plan.sections if section.id == "risks"), [])
    start = next((at for at, claim in enumerate(risks, 1) if claim.text.endswith(":")), len(risks))
    return [
        Line("feedback.way", claim.text, tuple(claim.evidence)) for claim in risks[start:] if claim.evidence
    ]
