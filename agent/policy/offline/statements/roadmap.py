"""The roadmap as claims: gap, hours, weeks with their dates."""

from datetime import date

from agent import wording
from agent.models import Claim, Profile
from agent.policy.offline.findings import Found
from tools.roadmap.models import Milestone, RoadmapDocument

Roadmap = Found[RoadmapDocument]
_LISTED = 8


def exists(found: Roadmap | None) -> bool:
    return found is not None and bool(found.document.milestones)


def total_claim(found: Roadmap, profile: Profile) -> Claim:
    """Hours and weeks of the whole way."""
    document = found.document
    pace = ""
    if profile.hours_per_week:
        pace = f" at your {wording.hours(profile.hours_per_week)} a week"
    text = (
        f"The way to {document.role} takes {wording.hours(document.total_hours)} of study and practice in all "
        f"(typical learner), which is {wording.weeks(document.weeks)}{pace}."
    )
    return Claim(text=text, evidence=found.ids[:1])


def finish_claim(found: Roadmap, profile: Profile, today: date) -> Claim:
    """Whether the horizon holds, with the date of the last week."""
    document = found.document
    end = wording.spoken_date(wording.week_end(today, document.weeks))
    text = f"If you start today, {wording.spoken_date(today)}, week {document.weeks} ends on {end}"
    if profile.horizon_weeks is None:
        return Claim(text=text + ".", evidence=found.ids[:1])
    wanted = wording.weeks(profile.horizon_weeks)
    if document.feasible:
        return Claim(text=f"{text}, within the {wanted} you have.", evidence=found.ids[:1])
    return Claim(text=f"{text}, later than the {wanted} you have.", evidence=found.ids[:1])


def milestone_claim(found: Roadmap, milestone: Milestone, today: date) -> Claim:
    """One milestone with weeks, dates and hours."""
    first, last = milestone.start_week, milestone.end_week
    span = f"week {first}" if first == last else f"weeks {first} to {last}"
    dates = wording.date_span(wording.week_start(today, first), wording.week_end(today, last))
    text = f"{milestone.title}: {span} ({dates}), {wording.hours(milestone.hours)}."
    return Claim(text=text, evidence=found.ids[:1])


def gap_claims(found: Roadmap) -> list[Claim]:
    """What is there already and what is missing, the necessary before the useful."""
    gap = found.document.gap
    groups = [
        ("You already have", [item.skill for item in gap if item.have == "yes"]),
        ("You have a start in", [item.skill for item in gap if item.have == "some"]),
        (
            "Needed and still to learn",
            [item.skill for item in gap if item.needed == "must" and item.have == "no"],
        ),
        (
            "Useful and still to learn",
            [item.skill for item in gap if item.needed == "should" and item.have == "no"],
        ),
    ]
    return [
        Claim(text=f"{lead}: {_named(skills)}.", evidence=found.ids[:1]) for lead, skills in groups if skills
    ]


def _named(skills: list[str]) -> str:
    if len(skills) <= _LISTED:
        return wording.listing(skills)
    return f"{', '.join(skills[:_LISTED])} and others"
