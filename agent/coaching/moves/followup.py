"""followup: a remark of which nothing is left to tell: towards a goal a plan is what comes next."""

from agent.coaching.lines import Said, asking, line
from agent.coaching.moves import tell
from agent.coaching.names import own_words
from agent.coaching.roads import goal
from agent.coaching.view import View
from agent.models import ToolRequest, Wish


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """What the likeliest answer rests on."""
    return tell.needs(wish, view)


def say(wish: Wish, view: View) -> Said:
    """That all was told about the goal; without one what lies near their work."""
    if (role := goal(wish, view)) is None:
        return tell.say(wish, view)
    name = own_words(role)
    plan = asking("sure", "followup.plan", 50, "plan", role=name)
    return Said((line("followup.all_told", role=name),), question=plan)
