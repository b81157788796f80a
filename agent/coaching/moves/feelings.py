"""feelings: one honest sentence that takes up what they said, then one small step for this week."""

from agent import wording
from agent.coaching.findings import Found, answering
from agent.coaching.lines import Cited, Line, Question, Said, asking, line
from agent.coaching.names import at_work, own_words
from agent.coaching.requests import market_request, roadmap_request
from agent.coaching.roads import goal, has_road, road
from agent.coaching.view import View
from agent.models import Plan, Subject, ToolRequest, Wish
from agent.plans.progress import skills_left
from tools.market.models import MarketDocument

_DOWN, _UP = "Technology postings", "AI technology postings"  # subjects of one record with two signs


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The market where somebody without work may take it for their fault; the first step to a goal."""
    role = goal(wish, view)
    found = [market_request(_sought(view))] if _seeks(view) else []
    return [*found, *([roadmap_request(role, view)] if role and has_road(role) and not _plan(view) else [])]


def say(wish: Wish, view: View) -> Said:
    """Their state in one sentence, a figure only where it takes blame off them, a small step, an offer."""
    lines = [_taken_up(wish, view)]
    if wish.feeling != "joy":
        lines += _market(view)
    lines.append(_step(wish, view))
    return Said(tuple(lines), question=_offer(view))


def _taken_up(wish: Wish, view: View) -> Line:
    """By what they feel where that was read, else by their situation."""
    profile = view.profile
    if wish.feeling is not None:
        return line(f"feelings.{wish.feeling}")
    if profile.former_role and not profile.current_role:
        return line("feelings.laid_off", role=_work(profile.former_role))
    if _plan(view):
        return line("feelings.plan")
    if profile.current_role and profile.target_role:
        return line("feelings.between", role=_work(profile.current_role))
    if profile.current_role:
        return line("feelings.at_work", role=_work(profile.current_role))
    return line("feelings.any")


def _work(role: str) -> str:
    """Their work as they call it; left unnamed where the words name no person ("answer phones")."""
    said = at_work(role)
    return f"your work {said}" if said.startswith("as ") else "your work"


def _step(wish: Wish, view: View) -> Line:
    """One thing for this week, small enough to be done."""
    plan, profile, role = _plan(view), view.profile, goal(wish, view)
    if wish.feeling == "joy":
        return line("feelings.step_joy")
    if plan is not None:
        left = (skill for each in plan.milestones for skill in skills_left(each, view.progress))
        skill = next(left, None)
        if skill:
            return line("feelings.step_plan", skill=skill)
    held = road(role, view) if role and has_road(role) else None
    if held is not None and held.document.milestones and not _seeks(view):
        return line(
            "feelings.step_goal", skill=held.document.milestones[0].skills[0], role=own_words(held.role)
        )
    if profile.former_role or _seeks(view):
        return line("feelings.step_seek")
    return line("feelings.step_work" if profile.current_role else "feelings.step_any")


def _offer(view: View) -> Question | None:
    """One offer, or what has to be known to make one."""
    profile = view.profile
    if _plan(view):
        return None
    if profile.current_role or profile.former_role:
        return asking("sure", "feelings.offer", 30, "options")
    return asking("current", "feelings.what_work", 50, "tell")


def _plan(view: View) -> Plan | None:
    return view.draft or view.plan


def _seeks(view: View) -> bool:
    """Without work in a field whose postings are counted."""
    role = _sought(view).role
    return view.profile.current_role is None and role is not None and has_road(role)


def _sought(view: View) -> Subject:
    profile = view.profile
    role = profile.target_role or view.dialogue.topic.role or profile.former_role
    return Subject(role=role, place=profile.location)


def _market(view: View) -> list[Line]:
    """Postings in technology against early 2020, with the sign that goes the other way."""
    found = answering(view.findings.markets, market_request(_sought(view))) if _seeks(view) else None
    if found is None:
        return []
    down, up = _change(found, _DOWN), _change(found, _UP)
    if down is None or up is None or down[0] >= 0:
        return []
    facts = {
        "down": Cited(f"{wording.number(-down[0])}%", down[1]),
        "up": Cited(f"{wording.number(up[0])}%", up[1]),
    }
    return [line("feelings.market", **facts, period=wording.period(down[2]))]


def _change(found: Found[MarketDocument], subject: str) -> tuple[float, str, str] | None:
    """Percent against early 2020, its evidence and its month."""
    held = found.holding(
        lambda figure: figure.subject == subject and figure.label == "change since early 2020"
    )
    return (float(held[1].value), held[0].id, held[1].period or "") if held else None
