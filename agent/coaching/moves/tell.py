"""tell: what the facts just told change, and the one question that leads on."""

from dataclasses import replace

from agent import wording
from agent.coaching.entry import entry_of, entry_request
from agent.coaching.lines import Cited, Line, Question, Said, asking, line
from agent.coaching.moves import options, pay, which_first
from agent.coaching.names import own_words
from agent.coaching.noted import taken_in
from agent.coaching.requests import roadmap_request
from agent.coaching.roads import Road, goal, has_road, road
from agent.coaching.view import View
from agent.coaching.written import after_a_view
from agent.models import ToolRequest, Wish


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The way to their goal; without one what lies near their work. Nothing where nothing new was told."""
    if _choice(wish):
        return which_first.needs(wish, view)
    if wish.kind == "no" or not has_facts(view) or _is_chat(wish, view):
        return []
    role = goal(wish, view)
    if role and has_road(role):
        return [roadmap_request(role, view)]
    if named := _named(wish):
        return [*pay.needs(wish, view), entry_request(named, view)]
    return options.needs(Wish(name="options"), view) if _work(view) else []


def say(wish: Wish, view: View) -> Said:
    """Where that puts them; only what a CV told is recited, for the person to correct."""
    said, read = _where(wish, view), taken_in(view.changes)
    if view.cv is None or not read:
        return said
    unplaced = {"lines": wording.number(len(view.cv.unplaced))} if view.cv.unplaced else {}
    first = line("tell.cv_unplaced" if unplaced else "tell.cv", facts=read, **unplaced)
    return replace(said, lines=(first, *(own for own in said.lines if own.key != "tell.taken")))


def _where(wish: Wish, view: View) -> Said:
    """Where the facts put them. To a remark without facts a short sentence, and the next step once."""
    if _choice(wish):
        return which_first.say(wish, view)
    if _is_chat(wish, view):
        return _chat(view)
    role = goal(wish, view)
    held = road(role, view) if role and has_road(role) else None
    if held is not None and held.document.total_hours:
        said = distance(held, view)
        if said.digest in view.dialogue.said and (facts := taken_in(view.changes)):
            skill = held.document.milestones[0].skills[0]
            said = line("tell.same", facts=facts, role=own_words(held.role), skill=skill)
        return Said((said,), question=_missing(view, has_goal=True))
    if named := _named(wish):
        paid, entry = pay.say(wish, view), entry_of(named, view)
        way_in = [line("library.entered", entry.id, people=entry.people, entry=entry.words)] if entry else []
        return Said((*way_in, *paid.lines[:2]), question=paid.question)
    return _near(view) or _taken(view, has_goal=role is not None)


def _chat(view: View) -> Said:
    """A short sentence, and the question that starts once."""
    if after_a_view(view):
        return Said((line("tell.listening"),), again=(line("tell.here"),))
    if view.dialogue.offers:
        return Said((line("tell.weigh"),), again=(line("tell.here"),))
    asked = _work_asked().line.digest in view.dialogue.said
    if view.dialogue.wishes and has_facts(view):
        return Said((line("tell.against"),), again=(line("tell.here"),))
    if has_facts(view) or asked:
        return Said((line("tell.heard"),), again=(line("tell.here"),))
    return Said((line("followup.open"),), question=_work_asked())


def _near(view: View) -> Said | None:
    """What lies near their work, where that is news."""
    lines, near = options.nearest(view) if _work(view) else ([], ())
    if not lines or lines[0].digest in view.dialogue.said:
        return None
    return Said(tuple(lines), question=asking("target", "tell.which", 70), options=near)


def _taken(view: View, *, has_goal: bool) -> Said:
    facts = taken_in(view.changes)
    said = line("tell.taken", facts=facts) if facts else line("tell.heard")
    near, _ = options.nearest(view) if _work(view) and not has_goal else ([], ())
    asked = asking("target", "tell.which", 70) if near else _missing(view, has_goal=has_goal)
    return Said((said,), question=asked)


def has_facts(view: View) -> bool:
    """Whether anything is known of the person that advice can start from."""
    return bool(view.profile.target_role or view.dialogue.topic.role or _work(view))


def distance(held: Road, view: View) -> Line:
    """Hours to a role, and weeks where they told their pace."""
    if not view.profile.hours_per_week:
        return line("tell.distance_only", role=own_words(held.role), hours=held.hours)
    pace = Cited(wording.number(held.pace), held.id)
    return line("tell.distance", role=own_words(held.role), hours=held.hours, weeks=held.weeks, pace=pace)


def _named(wish: Wish) -> str | None:
    """A role that the message names."""
    return next((subject.role for subject in wish.subjects if subject.role), None)


def _choice(wish: Wish) -> bool:
    """Two roles named together are a choice."""
    return len({subject.role for subject in wish.subjects if subject.role}) > 1


def _is_chat(wish: Wish, view: View) -> bool:
    """A remark that tells no fact and names no role: nothing in it asks to be looked up."""
    return wish.name == "tell" and not view.changes and not _named(wish)


def _work(view: View) -> str | None:
    return view.profile.current_role or view.profile.former_role


def _work_asked() -> Question:
    return asking("current", "tell.work", 60)


def _missing(view: View, *, has_goal: bool) -> Question:
    """What would change the advice most: the work, the goal, the hours; else whether to plan."""
    if not _work(view):
        return _work_asked()
    if not has_goal:
        return asking("target", "tell.goal", 70)
    if not view.profile.hours_per_week:
        return asking("hours", "tell.hours", 60)
    return asking("sure", "tell.plan", 40, "plan")
