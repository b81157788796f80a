"""requirements: whether a degree, a certificate, mathematics or a skill is needed, and what stands in its place."""

from agent import wording
from agent.coaching.entry import entry_of, entry_request, was_looked_up
from agent.coaching.lines import Line, Said, asking, line
from agent.coaching.moves import library
from agent.coaching.names import own_words, people
from agent.coaching.requests import roadmap_request, search_request
from agent.coaching.roads import Road, gap_lines, goal, has_road, road, spoken_hours
from agent.coaching.thresholds import MOST_NAMED
from agent.coaching.view import View
from agent.models import ToolRequest, Wish
from tools.oews.role_links import link_role
from tools.roadmap.skills import link_skill
from tools.roadmap.tables import skills, tracks
from tools.roadmap.ways_in import papers_of

# Sections of the embedded library on degrees, mathematics and what employers ask for.
_ON_ENTRY = ("Entry:", "Requirements > Degree", "Requirements > Being")


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The ways to the role and to skills that were named; else the library, and how the occupation is entered."""
    role, search = _role(wish, view), search_request(library.query_of(wish, view))
    if role and has_road(role):
        # Of a degree alone the hours of study say nothing.
        about_a_degree = wish.degree is not None
        ways = [] if about_a_degree else [roadmap_request(each, view) for each in (role, *_linked(wish))]
        present = view.profile.current_role
        entry = [] if wish.skills else [entry_request(each, view) for each in (role, present) if each]
        return ways if _linked(wish) and ways else [search, *ways, *entry]
    return [search, *([entry_request(role, view)] if role else [])]


def say(wish: Wish, view: View) -> Said:
    """Yes, no or usually, with what is missing, what it takes, or what may replace the degree."""
    role = _role(wish, view)
    held = road(role, view) if role and has_road(role) else None
    told = [*_skills(wish, held, view), *_of_a_track(wish, held)] if held else []
    if told:
        return Said(tuple(told))
    found = library.passage(wish, view)
    section = (found[0].source.section or "") if found else ""
    if found and (role is None or (section.startswith(_ON_ENTRY) and library.is_about(role))):
        return library.say(wish, view)
    if held and wish.skills:
        return Said((*_uncounted(wish, held), *gap_lines(held)))
    if role is None:
        return Said((line("requirements.open"),), question=asking("target", "requirements.which_role", 80))
    entered = _entered(role, view) if held is None or entry_of(role, view) else []
    # Of a degree how it is entered is what was asked; else what is to be learnt leads.
    named = wording.listing(wish.skills[:MOST_NAMED])
    open_ = [line("requirements.not_told", skill=named)] if named and held is None else []
    return Said((*open_, *(gap_lines(held) if held else []), *entered), again=_again(role, view))


def _entered(role: str, view: View) -> list[Line]:
    """The usual way into an occupation that no roadmap leads to."""
    entry = entry_of(role, view)
    if entry is None:
        if not was_looked_up(role, view):
            return []
        return [line("requirements.unknown", role=wording.article(own_words(role)))]
    if any(wish.name == "realistic" for wish in view.dialogue.wishes):
        return [line(f"requirements.short_{entry.level}", entry.id)]  # the way in is told there
    words = {"role": entry.people, "entry": entry.words}
    way_in = line(f"requirements.way_{entry.level}", entry.id, **words)
    papers = papers_of(role)
    on_paper = line("requirements.papers", papers=papers) if papers else line("requirements.licence")
    if len(link_role(role)) < 2 or people(role) == entry.people:
        return [way_in, on_paper]
    return [way_in, on_paper, line("requirements.counted", role=people(role), people=entry.people)]


def _again(role: str, view: View) -> tuple[Line, ...]:
    """Whether a degree is needed, in short, for who asks on."""
    entry = entry_of(role, view)
    return (line(f"requirements.short_{entry.level}", entry.id),) if entry else ()


def _role(wish: Wish, view: View) -> str | None:
    return goal(wish, view) or view.profile.current_role


def _uncounted(wish: Wish, held: Road) -> list[Line]:
    """That what was named is none of the skills a roadmap counts (a certificate, a portfolio)."""
    role = wording.article(own_words(held.role))
    return [line("requirements.no", skill=wording.listing(wish.skills[:MOST_NAMED]), role=role)]


def _of_a_track(wish: Wish, held: Road) -> list[Line]:
    """What the role needs of a whole subject that a question beside a role names ("mathematics")."""
    named = {words.casefold() for words in wish.skills}
    track = next((each.id for each in tracks().values() if each.title.casefold() in named), None)
    if track is None or not wish.subjects:
        return []
    role, gap = wording.article(own_words(held.role)), {item.skill: item.needed for item in held.document.gap}
    musts = [each.name for each in skills().values() if each.track == track and gap.get(each.name) == "must"]
    subject = tracks()[track].title
    if not musts:
        return [line("requirements.track_no", subject=subject, role=role)]
    return [line("requirements.track", subject=subject, role=role, skills=wording.listing(musts))]


def _linked(wish: Wish) -> list[str]:
    return [skill for skill in wish.skills[:MOST_NAMED] if has_road(skill)]


def _skills(wish: Wish, held: Road, view: View) -> list[Line]:
    """For each skill whether the role cannot do without it, and the hours it takes from here."""
    gap = {item.skill: item for item in held.document.gap}
    lines = []
    for skill in _linked(wish):
        linked = link_skill(skill)
        item = gap.get(linked.name) if linked else None
        name = linked.name if linked else skill
        need = item.needed if item else "no"
        lines.append(line(f"requirements.{need}", skill=name, role=wording.article(own_words(held.role))))
        way = road(skill, view)
        if item and item.have == "yes":
            lines.append(line("requirements.have", skill=name))
        elif way is not None and way.document.total_hours and need != "no":
            hours = float(way.document.total_hours)
            lines.append(line("requirements.hours", way.id, skill=name, hours=spoken_hours(hours)))
    musts = [item.skill for item in held.document.gap if item.needed == "must"][:MOST_NAMED]
    if lines and all(each.key == "requirements.no" for each in lines) and musts:
        lines.append(line("requirements.instead", skills=wording.listing(musts)))
    return lines
