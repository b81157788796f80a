"""tell: what the facts just told change, and the one question that leads on."""

from agent import wording
from agent.coaching.entry import entry_of, entry_request, near_request
from agent.coaching.findings import Found, answering
from agent.coaching.lines import Cited, Line, Question, Said, asking, line
from agent.coaching.moves import pay, which_first
from agent.coaching.names import area, own_words
from agent.coaching.noted import taken_in
from agent.coaching.requests import roadmap_request
from agent.coaching.roads import Road, goal, has_road, road
from agent.coaching.view import View
from agent.models import ToolRequest, Wish
from tools.options.models import OptionsDocument, RoleOption


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The way to their goal; without one what lies near their work. Nothing where nothing new was told."""
    if _choice(wish):
        return which_first.needs(wish, view)
    if not has_facts(view) or _is_chat(wish, view):
        return []
    role = goal(wish, view)
    if role and has_road(role):
        return [roadmap_request(role, view)]
    if _named(wish):
        return [*pay.needs(wish, view), entry_request(_named(wish) or "", view)]
    work = _work(view)
    return [near_request(work, view)] if work else []


def say(wish: Wish, view: View) -> Said:
    """Where that puts them; facts are not recited. To a remark without facts a short sentence, and the next step once."""
    if _choice(wish):
        return which_first.say(wish, view)
    if _is_chat(wish, view):
        return Said((line("tell.heard" if has_facts(view) else "tell.start"),), question=_first_fact(view))
    role = goal(wish, view)
    held = road(role, view) if role and has_road(role) else None
    if held is not None and held.document.total_hours:
        return Said((distance(held, view),), question=_missing(view, has_goal=True))
    if _named(wish):
        paid, entry = pay.say(wish, view), entry_of(_named(wish) or "", view)
        way_in = [line("library.entered", entry.id, people=entry.people, entry=entry.words)] if entry else []
        return Said((*way_in, *paid.lines[:2]), question=paid.question)
    lines, names = _near(view)
    if lines:
        return Said(tuple(lines), question=asking("target", "tell.which", 70), options=names)
    facts = taken_in(view.changes)
    return Said(
        (line("tell.taken", facts=facts) if facts else line("tell.heard"),),
        question=_missing(view, has_goal=role is not None),
    )


def has_facts(view: View) -> bool:
    """Whether anything is known of the person that advice can start from."""
    return bool(view.profile.target_role or view.dialogue.topic.role or _work(view))


def _named(wish: Wish) -> str | None:
    """A role that the message names."""
    return next((subject.role for subject in wish.subjects if subject.role), None)


def _first_fact(view: View) -> Question | None:
    return None if has_facts(view) else asking("current", "tell.work", 60)


def _choice(wish: Wish) -> bool:
    """Two roles named together are a choice."""
    return len({subject.role for subject in wish.subjects if subject.role}) > 1


def _is_chat(wish: Wish, view: View) -> bool:
    """A remark that tells no fact and names no role: nothing in it asks to be looked up."""
    return wish.name == "tell" and not view.changes and not any(subject.role for subject in wish.subjects)


def _work(view: View) -> str | None:
    return view.profile.current_role or view.profile.former_role


def distance(held: Road, view: View) -> Line:
    """Hours to a role, and weeks where they told their pace."""
    if not view.profile.hours_per_week:
        return line("tell.distance_only", role=own_words(held.role), hours=held.hours)
    pace = Cited(wording.number(held.pace), held.id)
    return line("tell.distance", role=own_words(held.role), hours=held.hours, weeks=held.weeks, pace=pace)


def _near(view: View) -> tuple[list[Line], tuple[str, ...]]:
    """The two nearest better-paid occupations with their pay where they live."""
    work = _work(view)
    found = answering(view.findings.options, near_request(work, view)) if work else None
    present = found.document.present if found else None
    if found is None or work is None or present is None:
        return [], ()
    here = [each for each in found.document.options if each.wages.area == present.wages.area]
    paid = [(each, held) for each in here if (held := _median(each, found))][:2]
    if len(paid) < 2:
        return [], ()
    (one, (one_pay, period)), (two, (two_pay, _)) = paid
    said = line(
        "tell.near",
        one=one.name,
        one_pay=one_pay,
        two=two.name,
        two_pay=two_pay,
        place=area(present.wages.area),
        period=period,
    )
    return [said], (one.name, two.name)


def _median(option: RoleOption, found: Found[OptionsDocument]) -> tuple[Cited, str] | None:
    """The median of an option in words, and the month it is of."""
    held = found.holding(lambda figure: f"({option.code})" in figure.subject and figure.statistic == "p50")
    if held is None or option.wages.p50 is None:
        return None
    return Cited(wording.money(option.wages.p50, option.wages.unit), held[0].id), wording.period(
        held[1].period
    )


def _missing(view: View, *, has_goal: bool) -> Question:
    """What would change the advice most: the work, the goal, the hours; else whether to plan."""
    profile = view.profile
    if not _work(view):
        return asking("current", "tell.work", 60)
    if not has_goal:
        return asking("target", "tell.goal", 70)
    if not profile.hours_per_week:
        return asking("hours", "tell.hours", 60)
    return asking("sure", "tell.plan", 40, "plan")
