"""Facts of a profile that cannot be true, or contradict each other: asked back before a plan is drafted on them."""

from typing import NamedTuple

from agent import wording
from agent.models import Profile, Slot

# A full-time week beside a full-time job leaves no night's sleep; more study than that is a misreading or a slip.
MOST_HOURS = 80
MOST_HOURS_WITH_WORK = 60
MOST_YEARS = 60
MOST_WEEKS = 520  # ten years: nobody plans a change of work further ahead
# Pay of a year in US dollars. The federal minimum wage comes to 15,080 at 2,080 hours; no published wage of an
# occupation reaches a million.
LEAST_PAY = 1_000
MOST_PAY = 2_000_000
MUCH_MORE = 10  # times the present pay


class Doubt(NamedTuple):
    """A fact that cannot be true: its slot, what makes it doubtful, and the question to ask."""

    slot: Slot
    why: str
    question: str


def doubts(profile: Profile) -> list[Doubt]:
    """What is asked back before a draft, the facts that change the plan most first; empty where all can be true."""
    found = [
        _hours(profile),
        _years(profile),
        *_pay(profile),
        _horizon(profile),
        *_skills(profile),
        _roles(profile),
    ]
    return [doubt for doubt in found if doubt is not None]


def _hours(profile: Profile) -> Doubt | None:
    hours = profile.hours_per_week
    if hours is None:
        return None
    most = MOST_HOURS_WITH_WORK if profile.current_role else MOST_HOURS
    if 0 < hours <= most:
        return None
    beside = " beside your work" if profile.current_role and hours <= MOST_HOURS else ""
    return Doubt(
        "hours",
        f"{wording.hours(hours)} a week{beside}",
        f"{wording.hours(hours)} of study a week{beside} is more than a week can hold. How many hours do you really have?"
        if hours > 0
        else "A plan needs some time: how many hours a week do you have?",
    )


def _years(profile: Profile) -> Doubt | None:
    years = profile.years_experience
    if years is None or 0 <= years <= MOST_YEARS:
        return None
    said = f"{wording.number(years)} years of experience"
    return Doubt("years", said, f"{said} cannot be right. How many years are they?")


def _pay(profile: Profile) -> list[Doubt | None]:
    aim, present = profile.target_salary, profile.present_pay
    found: list[Doubt | None] = []
    for said, amount in (("an aim", aim), ("present pay", present)):
        if amount is not None and not LEAST_PAY <= amount <= MOST_PAY:
            text = f"{said} of {wording.money(amount)} a year"
            question = f"I read {text}. What do you mean: how much, and a year, a month or an hour?"
            found.append(Doubt("pay", text, question))
    if not found and aim is not None and present is not None and aim > MUCH_MORE * present:
        text = f"an aim of {wording.money(aim)} beside {wording.money(present)} a year now"
        found.append(Doubt("pay", text, f"I read {text}. Are both for a year?"))
    return found


def _horizon(profile: Profile) -> Doubt | None:
    weeks = profile.horizon_weeks
    if weeks is None or 1 <= weeks <= MOST_WEEKS:
        return None
    question = "By when do you want to be there, in months?"
    if weeks > MOST_WEEKS:
        return Doubt(
            "horizon",
            f"{wording.weeks(weeks)} until then",
            f"{wording.weeks(weeks)} is over ten years. {question}",
        )
    return Doubt("horizon", "a time that is over before it begins", question)


def _skills(profile: Profile) -> list[Doubt | None]:
    """A skill that is both known and missing."""
    missing = {name.casefold() for name in profile.missing_skills}
    both = [name for name in profile.skills if name.casefold() in missing]
    if not both:
        return []
    named = wording.listing(both)
    return [
        Doubt(
            "skills",
            f"{named} both known and missing",
            f"You told both that you know {named} and that you lack it. Which is it?",
        )
    ]


def _roles(profile: Profile) -> Doubt | None:
    """The work they want is the work they do, and nothing else is wanted of it."""
    current, target = profile.current_role, profile.target_role
    if not current or not target or current.casefold().strip() != target.casefold().strip():
        return None
    return Doubt(
        "target",
        f"{target} both now and as the aim",
        f"You already work as {wording.article(target)}. Do you mean a higher level of it, better pay, or other work?",
    )
