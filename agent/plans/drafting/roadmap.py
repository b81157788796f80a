"""The roadmap as claims: gap, hours, weeks with their dates."""

from datetime import date

from agent import wording
from agent.coaching.findings import Found
from agent.models import Claim, Profile
from agent.plans.availability import milestone_days
from tools.roadmap.models import Milestone, RoadmapDocument

Roadmap = Found[RoadmapDocument]
_LISTED = 4


def total_claim(found: Roadmap, profile: Profile) -> Claim:
    """Hours and weeks of the whole way."""
    document = found.document
    pace = (
        f"at your {wording.hours(profile.hours_per_week)} a week"
        if profile.hours_per_week
        else _assumed(found)
    )
    if document.of == "steps":
        text = (
            f"The steps to the door take about {wording.hours(document.total_hours)} of your own time in all, "
            f"which is {wording.weeks(document.weeks)} {pace}"
        )
        return Claim(text=f"{text.strip()}.", evidence=found.ids[:1])
    # In the skill table's words: a field the person named may be what another role does.
    held = found.holding(lambda figure: figure.unit == "hours" and figure.value == document.total_hours)
    target = wording.subject(held[1].subject) if held else document.role
    text = (
        f"This way to {target} takes about {wording.hours(document.total_hours)} of study in all, "
        f"which is {wording.weeks(document.weeks)} {pace}"
    )
    return Claim(text=f"{text.strip()}.", evidence=found.ids[:1])


def finish_claim(found: Roadmap, profile: Profile, today: date) -> Claim:
    """Whether the horizon holds, with the date of the last week."""
    document = found.document
    end = wording.spoken_date(wording.week_end(today, document.weeks))
    there = "at the door" if document.of == "steps" else "done"
    text = f"Starting on {wording.spoken_date(today)}, you are {there} at the end of week {document.weeks}, on {end}"
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
    who = "people are at the door" if found.document.of == "steps" else "learners finish"
    text = (
        f"Eight in ten simulated {who} between week {finish.low_weeks} and week {finish.high_weeks} "
        f"({low} to {high})."
    )
    return Claim(text=text, evidence=found.ids[:1])


def afterwards_claim(found: Roadmap) -> Claim | None:
    """What comes behind the door that the steps lead to; None where they lead through learning, or it is not known."""
    said = found.document.afterwards
    return Claim(text=said, evidence=found.ids[:1]) if said else None


def late_claim(found: Roadmap, profile: Profile, today: date) -> Claim | None:
    """That a slow pace misses a horizon which the usual one keeps; None where it holds either way."""
    finish, wanted = found.document.finish, profile.horizon_weeks
    if finish is None or wanted is None or not found.document.feasible or finish.high_weeks <= wanted:
        return None
    end = wording.spoken_date(wording.week_end(today, finish.high_weeks))
    who = "for whom the steps take long need" if found.document.of == "steps" else "who learn slowly take"
    text = (
        f"Those {who} until week {finish.high_weeks} ({end}), longer than the {wording.weeks(wanted)} "
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


def gap_claims(found: Roadmap, work: str) -> list[Claim]:
    """What is there already and how much is missing; `work` names what some of it is taken as known from.

    The milestones name what is to be learned, so it is only counted here.
    """
    gap = found.document.gap
    if found.document.of == "steps":
        return []
    said = [item for item in gap if item.why != work]
    groups = [
        ("You already have", [item.skill for item in said if item.have == "yes"]),
        (f"Taken as known from your {work}", _assumed_from(found, work, "yes")),
        ("You have a start in", [item.skill for item in said if item.have == "some"]),
        (f"Half known from your {work}", _assumed_from(found, work, "some")),
        ("Useful later on", [item.skill for item in gap if item.needed == "should" and item.have == "no"]),
    ]
    claims = [
        Claim(text=f"{lead}: {_named(skills)}.", evidence=found.ids[:1]) for lead, skills in groups if skills
    ]
    counted = found.holding(lambda figure: figure.unit == "skills")
    if counted is not None:
        count = wording.number(counted[1].value)
        text = f"Still to learn: {count} {'skill' if count == '1' else 'skills'}, named by the milestones."
        claims.insert(max(0, len(claims) - 1), Claim(text=text, evidence=[counted[0].id]))
    return claims


def _assumed_from(found: Roadmap, work: str, have: str) -> list[str]:
    return [item.skill for item in found.document.gap if work and item.why == work and item.have == have]


def _assumed(found: Roadmap) -> str:
    """The pace that the roadmap took for granted."""
    held = found.holding(lambda figure: figure.unit == "hours/week")
    return f"at {wording.hours(held[1].value)} a week" if held else ""


def _named(skills: list[str], more: str = "others") -> str:
    if len(skills) <= _LISTED:
        return wording.listing(skills)
    return f"{', '.join(skills[:_LISTED])} and {more}"
