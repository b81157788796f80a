"""counts: whether what somebody has helps them into a job, or what they lack is held against them."""

from agent.coaching.entry import entry_of
from agent.coaching.lines import Line, Said, line
from agent.coaching.moves import requirements
from agent.coaching.roads import gap_lines, goal, has_road, road
from agent.coaching.view import View
from agent.models import ToolRequest, Wish
from tools.roadmap.ways_in import papers_of


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """What the job asks for."""
    return requirements.needs(wish, view)


def say(wish: Wish, view: View) -> Said:
    """What their skills are worth for the goal where a roadmap counts them; else who decides it, beside how the job is entered."""
    role = goal(wish, view)
    held = road(role, view) if role and has_road(role) else None
    if held is not None and wish.skills:
        return requirements.say(wish, view)
    if held is not None:
        return Said((line("counts.employer"), *gap_lines(held)))
    entry = entry_of(role, view) if role else None
    if entry is None:
        return Said((line("counts.employer"), line("counts.ask")))
    way_in = line("library.entered", entry.id, people=entry.people, entry=entry.words)
    first: Line = line("counts.school" if entry.asks_degree else "counts.employer")
    papers = papers_of(role or "")
    return Said(
        (first, *([line("requirements.papers", papers=papers)] if papers else [way_in]), line("counts.ask"))
    )
