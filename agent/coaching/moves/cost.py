"""cost: what the way into a job costs: the sum they told against the raise, else who pays for it and whom to ask."""

from agent.coaching import costs
from agent.coaching.entry import entry_of, entry_request
from agent.coaching.lines import Said, line
from agent.coaching.moves import worth_it
from agent.coaching.roads import goal, has_road
from agent.coaching.view import View
from agent.models import ToolRequest, Wish


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Pay then and now where a sum was told; else how the job is entered."""
    if costs.told(view):
        return worth_it.needs(wish, view)
    role = goal(wish, view)
    return [entry_request(role, view)] if role and not has_road(role) else []


def say(wish: Wish, view: View) -> Said:
    """Fees are not held, which is said, with where they are found and what brings them down."""
    if costs.told(view):
        return worth_it.say(wish, view)
    role = goal(wish, view)
    if role and has_road(role):
        return Said((line("cost.free"), line("cost.certificate")))
    entry = entry_of(role, view) if role else None
    if entry is None:
        return Said((line("cost.not_held"), line("cost.ask")))
    kind = "degree" if entry.asks_degree else "school" if entry.years else "work"
    way_in = line("library.entered", entry.id, people=entry.people, entry=entry.words)
    return Said((line(f"cost.{kind}"), way_in, line("cost.ask")))
