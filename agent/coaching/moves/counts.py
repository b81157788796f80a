"""counts: whether what somebody has, schooling, a paper or their work, helps them into a job, by what is known of that job."""

from agent.coaching.entry import Entry, entry_of, entry_request
from agent.coaching.lines import Line, Said, line
from agent.coaching.moves import options, requirements
from agent.coaching.names import is_same_work, own_words, people
from agent.coaching.requests import roadmap_request
from agent.coaching.roads import gap_lines, goal, has_road, road
from agent.coaching.standing import nearness
from agent.coaching.thresholds import MOST_NAMED, MOST_ROADS
from agent.coaching.view import View
from agent.models import ToolRequest, Wish
from agent.wording import listing
from tools.roadmap.ways_in import papers_of


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """How the job is entered, and what a roadmap counts for it; without a job what lies near their work."""
    role = goal(wish, view)
    if role is None:
        return options.needs(Wish(name="options"), view)
    ways = [each for each in (role, *wish.skills[:MOST_NAMED]) if has_road(each)]
    return [entry_request(role, view), *(roadmap_request(each, view) for each in ways)]


def say(wish: Wish, view: View) -> Said:
    """Yes, in part or no, by what was asked about: schooling, a skill or a paper, else their work."""
    role = goal(wish, view)
    if role is None:
        return _towards(wish, view)
    work = view.profile.current_role or view.profile.former_role
    skills = [skill for skill in wish.skills if not is_same_work(skill, work)]
    if any(has_road(skill) for skill in skills) and has_road(role):
        return requirements.say(wish, view)
    entry, held = entry_of(role, view), road(role, view) if has_road(role) else None
    gap = gap_lines(held) if held else []
    own = nearness(work, role)
    if wish.degree and own == "same":
        return Said((line("counts.degree_inside"), *gap))
    if wish.degree and entry:
        return Said((_of_schooling(entry), *_on_paper(role), *gap, line("counts.ask")))
    if skills:
        who = entry.people if entry else own_words(role)
        first = line("counts.paper", thing=listing(skills[:MOST_NAMED]), people=who)
        return Said((first, *_on_paper(role), *gap))
    of_work = line(f"counts.{own}_work", people=entry.people) if own and entry else line("counts.employer")
    return Said((of_work, *_on_paper(role), *gap, line("counts.ask")))


def _of_schooling(entry: Entry) -> Line:
    """Schooling they have against what is usual for the job."""
    key = "degree" if entry.asks_degree else "degree_more"
    return line(f"counts.{key}", entry.id, people=entry.people, entry=entry.words)


def _towards(wish: Wish, view: View) -> Said:
    """Without a job in mind: what their work counts towards most are the jobs near it."""
    of_work = not (wish.degree or wish.skills)
    jobs = view.dialogue.options or list(options.say(Wish(name="options"), view).options)
    if not (of_work and jobs):
        return Said((line("counts.employer"), line("counts.ask")))
    named = listing([people(each) for each in jobs[:MOST_ROADS]])
    return Said((line("counts.towards", jobs=named), line("counts.ask")))


def _on_paper(role: str) -> list[Line]:
    papers = papers_of(role)
    return [line("requirements.papers", papers=papers)] if papers else []
