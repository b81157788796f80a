"""plan: what is said or asked before a plan is drafted; the draft itself comes from the plan's own part."""

from agent import wording
from agent.coaching.entry import entry_of, entry_request, was_looked_up
from agent.coaching.lines import Question, Said, asking, line
from agent.coaching.moves import tell
from agent.coaching.names import own_words
from agent.coaching.roads import goal, has_road
from agent.coaching.view import View
from agent.models import ToolRequest, Wish


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Without a goal what lies near; for a goal without a roadmap how it is entered and what lies near it."""
    role = goal(wish, view)
    if role and has_road(role):
        return []
    return [entry_request(role, view)] if role else tell.needs(wish, view)


def say(wish: Wish, view: View) -> Said:
    """A claim that cannot be true comes back first, then a goal that is missing."""
    if (doubt := _doubt(view)) is not None:
        return Said(question=doubt)
    role = goal(wish, view)
    if role is None:
        said = tell.say(wish, view)
        lines = said.lines if said.options else (line("plan.no_goal"),)
        return Said(lines, question=asking("target", "plan.which", 95), options=said.options)
    return Said() if has_road(role) else _without_road(role, view)


def _doubt(view: View) -> Question | None:
    """The first value that cannot be true, asked back: it would change everything after it."""
    slot = next(iter(view.doubtful), None)
    return asking(slot, f"plan.doubt_{slot}", 100) if slot else None


def _without_road(role: str, view: View) -> Said:
    """What can be said in the place of a schedule: the way in, and near work that has one."""
    entry = entry_of(role, view)
    if entry is None and not was_looked_up(role, view):
        return Said()
    if entry is None:
        return Said(
            (line("plan.unknown", role=own_words(role)),), question=asking("target", "plan.plainer", 90)
        )
    lines = [
        line("plan.no_weeks", role=wording.article(own_words(role))),
        line("plan.way_in", entry.id, role=entry.people, entry=entry.words),
    ]
    near = [option for option in entry.found.document.options if option.roadmaps]
    if near:
        lines.append(line("plan.near", near=wording.listing([each.name for each in near[:2]])))
    steps = "\n".join(f"{place}. {line(f'plan.step_{place}').text}" for place in (1, 2, 3))
    return Said(tuple(lines), steps, options=tuple(each.name for each in near[:2]))
