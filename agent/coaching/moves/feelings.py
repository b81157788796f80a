"""feelings: one honest sentence that takes up what they said, then one small step for this week."""

import re

import prompts
from agent.coaching.findings import answering
from agent.coaching.lines import Line, Question, Said, asking, line
from agent.coaching.moves.market import signs
from agent.coaching.names import at_work, own_words
from agent.coaching.requests import market_request, roadmap_request
from agent.coaching.roads import goal, has_road, road
from agent.coaching.thresholds import MOST_OF_A_QUOTE, MOST_QUOTED
from agent.coaching.view import View
from agent.models import Subject, ToolRequest, Wish
from agent.plans.progress import skills_left

_NOT_QUOTED = ("joy", "anger")  # good news needs no echo, and nobody wants their curse read back
_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The market where somebody without work may take it for their fault; the first step to a goal."""
    role = goal(wish, view)
    found = [market_request(_sought(view))] if _seeks(view) else []
    has_plan = view.draft or view.plan
    return [*found, *([roadmap_request(role, view)] if role and has_road(role) and not has_plan else [])]


def say(wish: Wish, view: View) -> Said:
    """Their words and one sentence to them, a figure only where it takes blame off them, a small step, an offer."""
    lines = [_taken_up(wish, view), _step(wish, view)]
    if wish.feeling != "joy":
        lines += _market(view)
    return Said(tuple(lines), question=_offer(view))


def _taken_up(wish: Wish, view: View) -> Line:
    """What they feel where that was read, else their situation; not the same sentence twice."""
    key, role = _state(wish, view), view.profile.current_role or view.profile.former_role
    alone = wish.feeling not in _NOT_QUOTED and len(view.dialogue.wishes) < 2
    quoted = _quoted(view.message) if alone else ""
    work = {"role": _work(role)} if role else {}
    for name in _variants(key):
        wanted = prompts.placeholders(prompts.reply(name))
        said = line(name, **{each: work[each] for each in wanted})
        quote = line("feelings.quoted", words=quoted) if quoted else None
        whole = Line(said.key, f"{quote.text} {said.text}" if quote else said.text)
        if not {said.digest, whole.digest} & set(view.dialogue.said):
            return whole
    return line("feelings.still")


def _variants(key: str) -> list[str]:
    """The sentences for a state: its own, then those that follow when it comes up again."""
    names = [key, f"{key}_again", "any", "any_again"]
    return [f"feelings.{name}" for name in names if name in prompts.replies("feelings")]


def _state(wish: Wish, view: View) -> str:
    profile = view.profile
    if wish.feeling is not None:
        return wish.feeling
    if profile.former_role and not profile.current_role:
        return "laid_off"
    if view.draft or view.plan:
        return "plan"
    if profile.current_role:
        return "between" if profile.target_role else "at_work"
    return "any"


def _quoted(message: str) -> str:
    """Their last words, where the message is short and they are no question."""
    sentences = [each.strip() for each in _SENTENCE.findall(message)]
    words = sentences[-1].rstrip(".!… ") if sentences else ""
    long = len(message.split()) > MOST_QUOTED or len(words.split()) > MOST_OF_A_QUOTE
    return "" if long or words.endswith("?") or any(letter.isdigit() for letter in words) else words


def _work(role: str) -> str:
    """Their work as they call it; left unnamed where the words name no person ("answer phones")."""
    said = at_work(role)
    return f"your work {said}" if said.startswith("as ") else "your work"


def _step(wish: Wish, view: View) -> Line:
    """One thing for this week, small enough to be done, and not the one that was named before."""
    return next(
        (each for each in _steps(wish, view) if each.digest not in view.dialogue.said), line("feelings.rest")
    )


def _steps(wish: Wish, view: View) -> list[Line]:
    if wish.feeling == "joy":
        return [line("feelings.step_joy")]
    plan, role = view.draft or view.plan, goal(wish, view)
    steps = []
    if plan is not None:
        left = (skill for each in plan.milestones for skill in skills_left(each, view.progress))
        steps = [line("feelings.step_plan", skill=skill) for skill in list(left)[:1]]
    held = road(role, view) if role and has_road(role) else None
    if held is not None and held.document.milestones and not _seeks(view):
        skill = held.document.milestones[0].skills[0]
        steps.append(line("feelings.step_goal", skill=skill, role=own_words(held.role)))
    if view.profile.former_role or _seeks(view):
        steps += [line("feelings.step_seek"), line("feelings.step_show")]
    elif view.profile.current_role:
        steps.append(line("feelings.step_work"))
    return [*steps, line("feelings.step_any")]


def _offer(view: View) -> Question | None:
    """One offer, or what has to be known to make one."""
    profile = view.profile
    if view.draft or view.plan:
        return None
    if profile.current_role or profile.former_role:
        return asking("sure", "feelings.offer", 30, "options")
    return None if goal(Wish(name="feelings"), view) else asking("current", "feelings.what_work", 50, "tell")


def _sought(view: View) -> Subject:
    profile = view.profile
    role = profile.target_role or view.dialogue.topic.role or view.considered or profile.former_role
    return Subject(role=role, place=profile.location)


def _seeks(view: View) -> bool:
    """Without work in a field whose postings are counted."""
    role = _sought(view).role
    return view.profile.current_role is None and role is not None and has_road(role)


def _market(view: View) -> list[Line]:
    """The newest postings of the field, with the sign that goes the other way."""
    found = answering(view.findings.markets, market_request(_sought(view))) if _seeks(view) else None
    return signs(found)[:1] if found else []
