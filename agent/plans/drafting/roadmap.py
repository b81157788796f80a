"""The roadmap as claims: gap, hours, weeks with their dates."""

from datetime import date

from agent import wording
from agent.coaching.findings import Found
from agent.models import Claim, Profile
from agent.plans.availability import milestone_days
from tools.roadmap.models import Milestone, RoadmapDocument

Roadmap = Found[RoadmapDocument]
_LISTED = 8
_REST = {"Needed, and still to learn": "the others that the milestones name"}


def total_claim(found: Roadmap, profile: Profile) -> Claim:
    """Hours and weeks of the whole way."""
    document = found.document
    pace = (
        f"at your {wording.hours(profile.hours_per_week)} a week"
        if profile.hours_per_week
        else _assumed(found)
    )
    # In the skill table's words: a field the person named may be what another role does.
    held = found.holding(lambda figure: figure.unit == "hours" and figure.value == document.total_hours)
    target = wording.subject(held[1].subject) if held else document.role
    text = (
        f"The way to {target} takes about {wording.hours(document.total_hours)} of study in all, "
        f"which is {wording.weeks(document.weeks)} {pace}"
    )
    return Claim(text=f"{text.strip()}.", evidence=found.ids[:1])


def finish_claim(found: Roadmap, profile: Profile, today: date) -> Claim:
    """Whether the horizon holds, with the date of the last week."""
    document = found.document
    end = wording.spoken_date(wording.week_end(today, document.weeks))
    text = f"Starting on {wording.spoken_date(today)}, you are done at the end of week {document.weeks}, on {end}"
    if profile.horizon_weeks is not None:
        wanted = wording.weeks(profile.horizon_weeks)
        text += (
            f", within the {wanted} you have" if document.feasible else f": later than the {wanted} you have"
        )
    return Claim(text=f"{text}.", evidence=found.ids[:1])


def range_claim(found: Roadmap, today: date) -> Claim | None:
    """How far the finish may move; None where nobody simulated it."""
    finish = found.document.finish
    if finish is None:
        return None
    low, high = (
        wording.spoken_date(wording.week_end(today, week)) for week in (finish.low_weeks, finish.high_weeks)
    )
    text = (
        f"People learn at different speeds: in a simulation eight in ten finish between week {finish.low_weeks} "
        f"and week {finish.high_weeks} ({low} to {high})."
    )
    return Claim(text=text, evidence=found.ids[:1])


def late_claim(found: Roadmap, profile: Profile, today: date) -> Claim | None:
    """That a slow pace misses a horizon which the usual one keeps; None where it holds either way."""
    finish, wanted = found.document.finish, profile.horizon_weeks
    if finish is None or wanted is None or not found.document.feasible or finish.high_weeks <= wanted:
        return None
    end = wording.spoken_date(wording.week_end(today, finish.high_weeks))
    text = (
        f"Those who learn slowly take until week {finish.high_weeks} ({end}), longer than the {wording.weeks(wanted)} "
        "you have: decide early what could wait."
    )
    return Claim(text=text, evidence=found.ids[:1])


def option_claims(found: Roadmap) -> list[Claim]:
    """The ways out when the horizon cannot be met."""
    return [
        Claim(
            text=wording.sentence(option),
            evidence=[item.id for item in found.evidence if option in item.text],
        )
        for option in found.document.options
    ]


def milestone_claim(found: Roadmap, milestone: Milestone, today: date) -> Claim:
    """One milestone with weeks, dates and hours."""
    first, last = milestone.start_week, milestone.end_week
    span = f"week {first}" if first == last else f"weeks {first} to {last}"
    dates = wording.date_span(*milestone_days(milestone, today))
    text = f"{milestone.title}: {span} ({dates}), {wording.hours(milestone.hours)}."
    held = found.holding(lambda figure: figure.subject == milestone.title and figure.value == milestone.hours)
    return Claim(text=text, evidence=[held[0].id] if held else found.ids[:1])


def gap_claims(found: Roadmap) -> list[Claim]:
    """What is there already and what is missing, the necessary before the useful."""
    gap = found.document.gap
    groups = [
        ("You already have", [item.skill for item in gap if item.have == "yes"]),
        ("You have a start in", [item.skill for item in gap if item.have == "some"]),
        (
            "Needed, and still to learn",
            [item.skill for item in gap if item.needed == "must" and item.have == "no"],
        ),
        ("Useful later on", [item.skill for item in gap if item.needed == "should" and item.have == "no"]),
    ]
    return [
        Claim(text=f"{lead}: {_named(skills, _REST.get(lead, 'others'))}.", evidence=found.ids[:1])
        for lead, skills in groups
        if skills
    ]


def fit_claims(found: Roadmap) -> list[Claim]:
    """Why the target fits: what it cannot do without and the person brings already."""
    held = [item.skill for item in found.document.gap if item.needed == "must" and item.have != "no"]
    if not held:
        return []
    text = f"It fits what you bring: {_named(held)} already {'counts' if len(held) == 1 else 'count'} towards it."
    return [Claim(text=text, evidence=found.ids[:1])]


def _assumed(found: Roadmap) -> str:
    """The pace that the roadmap took for granted."""
    held = found.holding(lambda figure: figure.unit == "hours/week")
    return f"at {wording.hours(held[1].value)} a week" if held else ""


def _named(skills: list[str], more: str = "others") -> str:
    if len(skills) <= _LISTED:
        return wording.listing(skills)
    return f"{', '.join(skills[:_LISTED])} and {more}"
