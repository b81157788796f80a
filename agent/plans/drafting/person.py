"""Where the person stands, in their own words, and what they want to become."""

from agent import wording
from agent.models import Claim, Profile, Section
from agent.naming import a_role, as_worker, in_text, is_field_of_work, place_name
from agent.plans.availability import begins_later, busy_ahead, spoken
from agent.plans.drafting.facts import PlanFacts
from agent.plans.drafting.library import quotation_claims

_NOTHING = "You told nothing about your work, your skills and your time yet; whatever you add makes the plan fit you."


def standing_section(facts: PlanFacts) -> Section:
    """All claims here are the person's: the coach has no other source for them."""
    profile = facts.profile
    busy = [str(period) for period in busy_ahead(profile, facts.today)]
    later = begins_later(profile, facts.today)
    texts = [
        _work(profile),
        f"You bring {_named(profile.skills)}." if profile.skills else "",
        f"You said you still lack {_named(profile.missing_skills)}." if profile.missing_skills else "",
        f"You are in {place_name(profile.location)}." if profile.location else "",
        f"You begin on {wording.spoken_date(facts.today)}." if later else "",
        _time(profile, " from then on" if later else ""),
        f"You have {spoken(busy)}." if busy else "",
        _pay(profile),
        f"You are aiming for {wording.money(profile.target_salary)} a year." if profile.target_salary else "",
    ]
    claims = [Claim(text=text, by="person") for text in texts if text]
    return Section(id="standing", title="Where you stand", claims=claims or [Claim(text=_NOTHING)])


def target_section(facts: PlanFacts) -> Section:
    """What the target role is, as the library describes it."""
    described = [
        claim for found in facts.documents for claim in quotation_claims(found, facts.target, most=1)
    ]
    claims = list(described)
    if not described:
        worker = f"{'in' if is_field_of_work(in_text(facts.target)) else 'of'} {a_role(facts.target)}"
        claims.append(Claim(text=f"The library holds no description of the work {worker}."))
    return Section(id="target", title=f"Your target: {facts.target}", claims=claims)


def _work(profile: Profile) -> str:
    if profile.current_role and profile.years_experience is not None:
        return f"You work {as_worker(profile.current_role)}, with {_years(profile)} of experience."
    if profile.current_role:
        return f"You work {as_worker(profile.current_role)}."
    if profile.former_role:
        years = f", with {_years(profile)} of experience" if profile.years_experience is not None else ""
        return f"You worked {as_worker(profile.former_role)}{years}."
    return f"You have {_years(profile)} of experience." if profile.years_experience is not None else ""


def _pay(profile: Profile) -> str:
    if not profile.present_pay:
        return ""
    amount = f"{wording.money(profile.present_pay)} a year"
    return f"You earned {amount} before." if profile.out_of_work else f"You earn {amount} now."


def _time(profile: Profile, since: str) -> str:
    hours = f"{wording.hours(profile.hours_per_week)} a week" if profile.hours_per_week else ""
    horizon = f"{wording.weeks(profile.horizon_weeks)}" if profile.horizon_weeks else ""
    if hours and horizon:
        return f"You have {hours} and want to be there in {horizon}{since}."
    if hours:
        return f"You have {hours} for this."
    return f"You want to be there in {horizon}{since}." if horizon else ""


def _years(profile: Profile) -> str:
    years = profile.years_experience or 0
    return f"{wording.number(years)} {'year' if years == 1 else 'years'}"


def _named(skills: list[str]) -> str:
    return wording.listing(sorted(skills, key=str.casefold))
