"""feelings: one honest sentence that takes up what they said, then one small step for this week."""

import prompts
from agent.coaching.findings import answering
from agent.coaching.lines import Line, Question, Said, asking, line
from agent.coaching.moves.market import signs
from agent.coaching.names import own_words
from agent.coaching.requests import market_request, roadmap_request
from agent.coaching.roads import goal, has_road, road
from agent.coaching.view import View
from agent.models import GLAD, Feeling, Subject, ToolRequest, Wish
from agent.plans.progress import skills_left

# Feelings that other work may be an answer to; beside the rest an offer would be out of place.
_OF_THE_WORK: frozenset[Feeling | None] = frozenset(
    [
        *(None, "rejected", "laid_off", "closing", "bored", "dread", "worn_out", "trapped", "humiliated"),
        *("unfair", "machines", "lost", "returning", "body", "no_experience", "too_old", "foreign", "leap"),
        "regret",
    ]
)
# What the market says takes blame off those who seek.
_OF_THE_SEARCH: frozenset[Feeling | None] = frozenset(
    {None, "rejected", "laid_off", "no_experience", "behind"}
)
# What is said where no feeling was read: by whether what they tell is good or bad, and to who says that others go through it.
_UNNAMED = {"good": "joy", "bad": "hard", "after": "leaning"}
_OF_THE_LEARNING: frozenset[Feeling | None] = frozenset({"giving_up", "much", "slow"})


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The market where somebody without work may take it for their fault; the first step to a goal."""
    role = goal(wish, view)
    found = [market_request(_sought(view))] if _seeks(wish, view) else []
    has_plan = view.draft or view.plan
    return [*found, *([roadmap_request(role, view)] if role and has_road(role) and not has_plan else [])]


def say(wish: Wish, view: View) -> Said:
    """One sentence to what they feel, a figure only where it takes blame off them, a small step, an offer."""
    lines = (_taken_up(wish, view), *_step(wish, view), *_market(wish, view))
    return Said(lines, question=_offer(wish, view))


def _taken_up(wish: Wish, view: View) -> Line:
    """The sentence to their feeling, a plain one where none was read. None twice."""
    key = wish.feeling or _UNNAMED.get(wish.kind or "", "any")
    heavy = () if _goes_well(wish) else ("any_again", "any_more")
    names = [name for name in (key, f"{key}_again", *heavy, "any") if name in prompts.replies("feelings")]
    said = (line(f"feelings.{name}") for name in names)
    return next((each for each in said if each.digest not in view.dialogue.said), line("feelings.still"))


def _goes_well(wish: Wish) -> bool:
    return wish.feeling in GLAD or (wish.feeling is None and wish.kind == "good")


def _is_unsure(wish: Wish) -> bool:
    """Whether it is told neither what they feel nor whether it goes well: then it is asked, and nothing is advised."""
    return wish.feeling is None and wish.kind is None


def _step(wish: Wish, view: View) -> list[Line]:
    """One thing for this week, small enough to be done, and not the one that was named before; to good news no second one."""
    if _is_unsure(wish):
        return []
    steps = [*_learning(wish, view), *([line(f"feelings.{wish.feeling}_step")] if wish.feeling else [])]
    if not _goes_well(wish):
        steps += [line(f"feelings.{name}") for name in ("step_any", "step_show", "rest")]
    return [each for each in steps if each.digest not in view.dialogue.said][:1]


def _learning(wish: Wish, view: View) -> list[Line]:
    """The next piece of their plan, or of the way to their goal, where it is the learning that weighs on them."""
    if wish.feeling not in _OF_THE_LEARNING:
        return []
    plan, role = view.draft or view.plan, goal(wish, view)
    if plan is not None:
        left = (skill for each in plan.milestones for skill in skills_left(each, view.progress))
        return [line("feelings.step_plan", skill=skill) for skill in list(left)[:1]]
    held = road(role, view) if role and has_road(role) else None
    if held is None or not held.document.milestones or _seeks(wish, view):
        return []
    skill = held.document.milestones[0].skills[0]
    return [line("feelings.step_goal", skill=skill, role=own_words(held.role))]


def _offer(wish: Wish, view: View) -> Question | None:
    """One offer, or what has to be known to make one."""
    profile = view.profile
    if _is_unsure(wish):
        return asking("which", "feelings.how_is_it", 50, "feelings")
    if _goes_well(wish):
        return None
    if view.draft or view.plan or wish.feeling not in _OF_THE_WORK:
        return None
    if profile.current_role or profile.former_role:
        return asking("sure", "feelings.offer", 30, "options")
    return None


def _sought(view: View) -> Subject:
    profile = view.profile
    role = profile.target_role or view.dialogue.topic.role or view.considered or profile.former_role
    return Subject(role=role, place=profile.location)


def _seeks(wish: Wish, view: View) -> bool:
    """Without work in a field whose postings are counted."""
    role = _sought(view).role
    return wish.feeling in _OF_THE_SEARCH and view.profile.current_role is None and has_road(role)


def _market(wish: Wish, view: View) -> list[Line]:
    """The newest postings of the field, with the sign that goes the other way."""
    found = answering(view.findings.markets, market_request(_sought(view))) if _seeks(wish, view) else None
    return signs(found)[:1] if found else []
