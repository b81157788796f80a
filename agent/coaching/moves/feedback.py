"""feedback: a remark on the plan that changed nothing by itself, and how a change can be said."""

from agent.coaching.lines import Said, asking, line
from agent.coaching.moves import tell
from agent.coaching.plan_parts import plan_parts
from agent.coaching.view import View
from agent.models import ToolRequest, Wish


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Without a plan what the facts told lead to."""
    return [] if view.draft or view.plan or not view.changes else tell.needs(_as_tell(wish), view)


def _as_tell(wish: Wish) -> Wish:
    return wish.model_copy(update={"name": "tell"})


def say(wish: Wish, view: View) -> Said:
    """Examples in the words of this very plan; a changed plan is shown by the part that changes it."""
    parts = plan_parts(view)
    if parts is None and view.draft is not None:
        return Said((line("feedback.no_steps"),))
    if parts is None and view.plan is None and view.changes:
        return tell.say(_as_tell(wish), view)
    if parts is None:
        return Said((line("feedback.no_plan"),), question=asking("target", "feedback.which", 50, "plan"))
    milestone = (parts.meant(wish.part) if wish.part else None) or max(
        parts.plan.milestones, key=lambda each: float(each.hours)
    )
    skill = next(iter(wish.skills), None) or next(iter(milestone.skills), milestone.title)
    named = bool(wish.part or wish.skills)
    first = line("feedback.part", skill=skill) if named else line("feedback.unread")
    return Said((first, line("feedback.how", skill=skill), line("feedback.edit", title=milestone.title)))
