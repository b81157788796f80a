"""plan: what is said or asked before a plan is drafted; the draft itself comes from the plan's own part."""

from agent.coaching.lines import Said, asking, line
from agent.coaching.moves import options
from agent.coaching.names import own_words
from agent.coaching.roads import goal
from agent.coaching.view import View
from agent.models import ToolRequest, Wish


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Without a goal what lies near their work."""
    return [] if goal(wish, view) else options.needs(Wish(name="options"), view)


def say(wish: Wish, view: View) -> Said:
    """A claim that cannot be true comes back first, then a goal that is missing: the likeliest one is offered."""
    if (slot := next(iter(view.doubtful), None)) is not None:
        return Said(question=asking(slot, f"plan.doubt_{slot}", 100))
    role = goal(wish, view)
    if role is not None and (wish.subjects or view.dialogue.topic.role or view.profile.target_role):
        return Said()
    if role is not None:
        return Said(question=asking("sure", "plan.towards", 95, "plan", role=own_words(role)))
    lines, near = options.nearest(view)
    return Said(
        tuple(lines) or (line("plan.no_goal"),), question=asking("target", "plan.which", 95), options=near
    )
