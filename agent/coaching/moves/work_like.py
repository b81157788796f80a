"""work_like: what the work of a job is: what people in it do, in words of the coach's own; of its own field what the library says.

Who told how the work is to be hears first whether it is like that.
"""

from agent.coaching import conditions
from agent.coaching.findings import same_role
from agent.coaching.lines import Line, Said, line
from agent.coaching.moves import library
from agent.coaching.names import people
from agent.coaching.view import View
from agent.models import ToolRequest, Wish
from tools.roadmap.work import work_of


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The library, as for any question about a job."""
    return library.needs(wish, view)


def say(wish: Wish, view: View) -> Said:
    """The tasks first; several jobs each in a sentence; who asks on hears that the days themselves are for a visit."""
    roles = {subject.role for subject in wish.subjects if subject.role}
    role = next(iter(roles), None) or _spoken_of(view)
    judged = _judged(role, wish, view) if role and len(roles) < 2 else []
    if judged and wish.conditions:
        return Said((*judged, *_works(role or "")), again=tuple(judged))
    if len(roles) > 1 or role is None or library.passage(wish, view):
        return library.say(wish, view)
    work = _works(role)
    if not work:
        return library.say(wish, view)
    look = line("work_like.look", people=people(role))
    return Said((*work, *(judged or [look])), again=(look,))


def _judged(role: str, wish: Wish, view: View) -> list[Line]:
    """Whether it is as they want work to be, by this message or those before, beside what they do now."""
    held, own = conditions.of_role(role), view.profile.current_role
    told = wish.conditions or conditions.wanted(wish, view)
    if held is None or not told:
        return []
    now = conditions.of_role(own) if own and not same_role(own, role) else None
    by = max(told, key=held.lacks)
    beside = [line("work_like.own", part=conditions.part(now, by))] if now else []
    return [*conditions.judged(role, held, told), *beside, conditions.check([by])]


def _works(role: str) -> list[Line]:
    work = work_of(role)
    return [line("library.work", people=people(role), work=work)] if work else []


def _spoken_of(view: View) -> str | None:
    """The job of the thread, else their goal, else their work."""
    profile = view.profile
    return view.dialogue.topic.role or profile.target_role or profile.current_role or profile.former_role
