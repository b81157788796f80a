"""work_like: what the work of a job is: what people in it do, in words of the coach's own; of its own field what the library says."""

from agent.coaching.lines import Said, line
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
    if len(roles) > 1 or role is None or library.passage(wish, view):
        return library.say(wish, view)
    work = work_of(role)
    if work is None:
        return library.say(wish, view)
    first = line("library.work", people=people(role), work=work)
    look = line("work_like.look", people=people(role))
    return Said((first, look), again=(look,))


def _spoken_of(view: View) -> str | None:
    """The job of the thread, else their goal, else their work."""
    profile = view.profile
    return view.dialogue.topic.role or profile.target_role or profile.current_role or profile.former_role
