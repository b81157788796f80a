"""requirements: whether a degree, a certificate, mathematics or a skill is needed, and what stands in its place."""

from agent import wording
from agent.coaching.entry import entry_of, entry_request
from agent.coaching.lines import Line, Said, asking, line
from agent.coaching.moves import library
from agent.coaching.names import own_words
from agent.coaching.requests import roadmap_request
from agent.coaching.roads import goal, has_road, road, spoken_hours
from agent.coaching.thresholds import MOST_NAMED
from agent.coaching.view import View
from agent.models import ToolRequest, Wish


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The role's roadmap for a skill; else the library and how the occupation is entered."""
    role = goal(wish, view) or view.profile.current_role
    if role and has_road(role) and _linked(wish):
        return [roadmap_request(each, view) for each in (role, *_linked(wish))]
    return [*library.needs(wish, view), *([entry_request(role, view)] if role else [])]


def say(wish: Wish, view: View) -> Said:
    """Yes, no or usually, with what the skill takes or what may replace the degree."""
    role = goal(wish, view) or view.profile.current_role
    lines = _skills(wish, role, view) if role and has_road(role) else []
    if lines:
        return Said(tuple(lines))
    found = library.passage(wish, view)
    if found:
        return library.say(wish, view)
    entry = entry_of(role, view) if role else None
    if entry is not None:
        words = {"role": entry.people, "entry": entry.words}
        return Said((line(f"requirements.zone_{entry.zone}", entry.id, **words),))
    return Said((line("requirements.open"),), question=asking("target", "requirements.which_role", 80))


def _linked(wish: Wish) -> list[str]:
    return [skill for skill in wish.skills[:MOST_NAMED] if has_road(skill)]


def _skills(wish: Wish, role: str, view: View) -> list[Line]:
    """For each skill whether the role cannot do without it, and the hours it takes from here."""
    from tools.roadmap.skills import link_skill

    held = road(role, view)
    if held is None:
        return []
    gap = {item.skill: item for item in held.document.gap}
    lines = []
    for skill in _linked(wish):
        linked = link_skill(skill)
        item = gap.get(linked.name) if linked else None
        name = linked.name if linked else skill
        need = item.needed if item else "no"
        lines.append(line(f"requirements.{need}", skill=name, role=wording.article(own_words(role))))
        way = road(skill, view)
        if item and item.have == "yes":
            lines.append(line("requirements.have", skill=name))
        elif way is not None and way.document.total_hours and need != "no":
            hours = float(way.document.total_hours)
            lines.append(line("requirements.hours", way.id, skill=name, hours=spoken_hours(hours)))
    return lines
