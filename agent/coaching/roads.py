"""The way to a role in hours and weeks for this person, as the roadmap tool counts it."""

from collections.abc import Iterable
from dataclasses import dataclass

from agent import wording
from agent.coaching.findings import Found, answering
from agent.coaching.lines import Cited, Line, line
from agent.coaching.names import own_words
from agent.coaching.requests import roadmap_request
from agent.coaching.thresholds import MOST_NAMED
from agent.coaching.view import View
from agent.models import ToolRequest, Wish
from agent.plans.availability import plan_start
from tools.roadmap.models import RoadmapDocument

# Of jobs just shown these are asked of the first, where none is picked; what is asked of no way is about their own work.
OF_A_LISTED = frozenset({"how_long", "next_step", "requirements", "cost"})


@dataclass(frozen=True)
class Road:
    """A roadmap that was found: `role` in the person's word, `id` the evidence of its hours and weeks."""

    role: str
    found: Found[RoadmapDocument]

    @property
    def document(self) -> RoadmapDocument:
        return self.found.document

    @property
    def id(self) -> str:
        return self.found.ids[0] if self.found.ids else ""

    @property
    def hours(self) -> Cited:
        return Cited(spoken_hours(float(self.document.total_hours)), self.id)

    @property
    def weeks(self) -> Cited:
        return Cited(wording.weeks(self.document.weeks), self.id)

    @property
    def pace(self) -> float:
        """Hours a week that the roadmap counts with."""
        held = self.found.holding(lambda figure: figure.unit == "hours/week")
        return float(held[1].value) if held else 0.0

    @property
    def at_their_hours(self) -> bool:
        """Whether the weeks are at hours that they told, and not at a usual pace."""
        return "hours_per_week" in self.found.result.args

    def known_from_work(self) -> list[str]:
        """Needed skills that the work held is taken to imply."""
        gap = self.document.gap
        return [item.skill for item in gap if item.why and item.have == "yes" and item.needed == "must"]


def spoken_hours(value: float) -> str:
    """Hours as people say them: whole."""
    return wording.hours(wording.whole(value))


def goal(wish: Wish, view: View) -> str | None:
    """The role a wish is about that the person may move to: named now, spoken of last, else their target."""
    named = [subject.role for subject in wish.subjects if subject.role]
    present = (view.profile.current_role or "").casefold()
    topic = view.dialogue.topic.role
    other = topic if topic and topic.casefold() != present else None
    listed = view.listed if wish.name in OF_A_LISTED else None
    return next(filter(None, [*named, other, listed, view.profile.target_role, view.considered]), None)


def has_road(role: str | None) -> bool:
    """Whether the roadmap tool knows the skills of a role, area or skill."""
    from tools.roadmap.targets import link_target

    return bool(role) and link_target(role or "") is not None


def is_same_goal(one: str, other: str) -> bool:
    """Whether two roles in words have the same roadmap."""
    from tools.roadmap.targets import link_target

    targets = link_target(one), link_target(other)
    return None not in targets and len({target.id for target in targets if target}) == 1


def nearer_role(role: str) -> str | None:
    """A shorter goal on the way to a role, hired for by itself (seeds/tables/nearer_roles.csv)."""
    from tools.roadmap.tables import read_table
    from tools.roadmap.targets import link_target

    target = link_target(role)
    return next(
        (row["nearer"] for row in read_table("nearer_roles") if target and row["role"] == target.id), None
    )


def road_to(request: ToolRequest, view: View) -> Road | None:
    """What the very request found; None where it failed, or no roadmap of skills leads there."""
    found = answering(view.findings.roadmaps, request)
    if found is None or not found.ids or found.document.of == "steps":
        return None
    return Road(str(request.args["role"]), found)


def way_to_door(role: str, view: View) -> Road | None:
    """The steps to the door of a job without a skill table, at the person's own hours; None where none were looked up."""
    found = answering(view.findings.roadmaps, roadmap_request(role, view))
    steps = found is not None and found.ids and found.document.of == "steps"
    return Road(role, found) if found and steps and found.document.milestones else None


def has_door(role: str | None) -> bool:
    """Whether steps are known to the door of a job that has no skill table."""
    from tools.roadmap.steps import door_of

    return bool(role) and not has_road(role) and door_of(role or "") is not None


def road(role: str, view: View) -> Road | None:
    """The way to a role at the person's own hours and within their time."""
    return road_to(roadmap_request(role, view), view)


def known_line(held: Road) -> list[Line]:
    """What was taken as known from their work, so that a word takes it back."""
    known = held.known_from_work()
    return [line("roads.known", skills=wording.listing(known[:MOST_NAMED]))] if known else []


def gap_lines(held: Road) -> list[Line]:
    """The hours to a role, what it cannot do without and they lack, in the order of learning, and what is there."""
    role = own_words(held.role)
    missing = [skill for each in held.document.milestones for skill in each.skills]
    there = [item.skill for item in held.document.gap if item.needed == "must" and item.have == "yes"]
    if not missing:
        return [line("roads.nothing", role=role)]
    named = wording.listing(missing[:MOST_NAMED])
    lines = [
        line("roads.gap", role=role, hours=held.hours),
        line("roads.more" if len(missing) > MOST_NAMED else "roads.missing", skills=named),
    ]
    return [*lines, *([line("roads.there", skills=wording.listing(there[:MOST_NAMED]))] if there else [])]


def end_date(weeks: int, view: View) -> str:
    """The last day of so many weeks from the day they can begin."""
    return wording.spoken_date(wording.week_end(plan_start(view.profile, view.today), weeks))


def builds_on(skill: str, others: Iterable[str]) -> list[str]:
    """Those of `others` that build on a skill, by its usual name."""
    from tools.roadmap.skills import link_skill
    from tools.roadmap.tables import skills

    linked, wanted = link_skill(skill), set(others)
    if linked is None:
        return []
    return [
        each.name for each in skills().values() if linked.id in each.prerequisites and each.name in wanted
    ]
