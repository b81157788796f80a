"""Which of several skills to learn first: what builds on what, what the goal cannot do without, what is sooner done."""

from agent import wording
from agent.coaching.lines import Line, Said, line
from agent.coaching.names import own_words
from agent.coaching.requests import roadmap_request
from agent.coaching.roads import goal, has_road, road, spoken_hours
from agent.coaching.view import View
from agent.models import ToolRequest, Wish
from tools.roadmap.graph import before
from tools.roadmap.models import Need
from tools.roadmap.skills import find_skills, link_skill
from tools.roadmap.tables import Skill, skills
from tools.roadmap.targets import link_target

_RANK: dict[Need | None, int] = {"must": 0, "should": 1, "nice": 2, None: 3}


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """The way to each skill that is held."""
    return [roadmap_request(skill.name, view) for skill in _held(wish)]


def say(wish: Wish, view: View) -> Said:
    """The one to begin with and why; a rule of thumb where the skills are not held."""
    held = _held(wish)
    if not held:
        named = wording.listing(wish.skills, "or")
        return Said((line("which_first.skills_unknown"), line("which_first.skills_not_held", skills=named)))
    if len(held) == 1:
        others = [words for words in wish.skills if _linked(words) is None]
        if not others:
            return Said((line("which_first.skills_same", skills=wording.listing(wish.skills)),))
        other = wording.listing(others, "or")
        one = next(words for words in wish.skills if words not in others)
        return Said((line("which_first.skills_one", skill=one, other=other), *_each_hours(held[:1], view)))
    first, why = _first(held, wish, view)
    return Said((why, *_each_hours([first, *(other for other in held if other != first)], view)))


def _held(wish: Wish) -> list[Skill]:
    found = (_linked(words) for words in wish.skills)
    return list({skill.id: skill for skill in found if skill}.values())


def _linked(words: str) -> Skill | None:
    """The skill that words name, or the one named in them ("Azure cert")."""
    within = [each.skill_id for each in find_skills(words) if each.skill_id]
    return link_skill(words) or (skills()[within[0]] if len(within) == 1 else None)


def _first(held: list[Skill], wish: Wish, view: View) -> tuple[Skill, Line]:
    ground = next((one for one in held if any(one.id in before(other.id) for other in held)), None)
    if ground is not None:
        later = [skill.name for skill in held if ground.id in before(skill.id)]
        return ground, line("which_first.skill_ground", skill=ground.name, later=wording.listing(later))
    role = goal(wish, view)
    target = link_target(role) if role else None
    ranked = sorted(held, key=lambda skill: _RANK[target.needs.get(skill.id) if target else None])
    need = target.needs.get(ranked[0].id) if target else None
    if target and need and need != target.needs.get(ranked[1].id):
        wanted = wording.article(own_words(role or ""))
        return ranked[0], line(f"which_first.skill_{need}", skill=ranked[0].name, role=wanted)
    soonest = min(held, key=lambda skill: skill.typical)
    return soonest, line("which_first.skill_sooner", skill=soonest.name)


def _each_hours(held: list[Skill], view: View) -> list[Line]:
    """How long each takes from here, in one sentence."""
    ways = [(skill, way) for skill in held if has_road(skill.name) and (way := road(skill.name, view))]
    told = [
        f"{skill.name} {spoken_hours(float(way.document.total_hours))}"
        for skill, way in ways
        if way.document.total_hours
    ]
    if not told:
        return []
    return [line("which_first.skill_hours", *(way.id for _, way in ways), each=wording.listing(told))]
