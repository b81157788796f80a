"""What the person told of themselves as evidence: theirs to repeat, and to reckon with."""

from collections.abc import Iterable

from agent.grounding.grounds import PERSON
from agent.models import Amount, Profile
from agent.nlu.values.money import HOURS_A_YEAR, per_year
from tools.evidence import Evidence, Figure, Number, Source


def person_evidence(profile: Profile, amounts: Iterable[Amount] = ()) -> Evidence:
    """Their pay, aim, hours, years and horizon as figures, and `amounts` that they named, as told and by the year."""
    weeks = profile.horizon_weeks or 0
    told: list[tuple[str, Number | None, str]] = [
        ("present_pay", profile.present_pay, "USD/year"),
        ("target_salary", profile.target_salary, "USD/year"),
        ("hours_per_week", profile.hours_per_week, "hours"),
        ("years_experience", profile.years_experience, "years"),
        ("horizon", weeks, "weeks"),
        ("horizon_months", round(weeks * 12 / 52), "months"),
        ("horizon_years", round(weeks / 52), "years"),
    ]
    for amount in amounts:
        for value in (amount.low, amount.high):
            if value is not None:
                year = per_year(amount.model_copy(update={"low": value}))
                told.append(("offer", value if year is None else year, f"{amount.currency}/year"))
                told += [("as_told", value, amount.currency)] if year != value else []
        if amount.period in ("hour", "contract_hour"):
            told.append(("hours_a_year", HOURS_A_YEAR, "hours"))
    figures = [
        Figure(label=name, value=value, unit=unit, subject="the person", statistic=name)
        for name, value, unit in told
        if value
    ]
    source = Source(title="the person")
    return Evidence(id=PERSON, kind="document", text="What the person told.", figures=figures, source=source)


def profile_texts(profile: Profile) -> list[str]:
    """All that the person said in words."""
    roles = [profile.current_role, profile.former_role, profile.target_role, profile.location]
    skills = [*profile.skills, *profile.missing_skills, *profile.skill_levels.values()]
    return [text for text in (*roles, *profile.own_words.values(), *skills) if text]
