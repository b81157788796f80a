"""Numbers that the person said: theirs to repeat, as long as they are repeated as theirs."""

import re
from collections.abc import Iterable

from agent.grounding.quantities import Quantity
from agent.models import Amount, Profile
from agent.nlu.values.money import HOURS_A_YEAR, per_year

_GOAL = re.compile(
    r"\b(?:your|you(?:'d| would)?)\b[^.;]{0,40}\b(?:targets?|goals?|aim(?:ing)?|want|wish|hope|like|asked?|said|named?|expect)\b"
    r"|\b(?:target|goal|aim) (?:pay|salary|wage|of)\b|\bwhat you (?:want|aim|asked)",
    re.IGNORECASE,
)
_WEEK = re.compile(r"\b(?:week|weekly)\b", re.IGNORECASE)
_YOURS = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_WEEKS_A_MONTH = 52 / 12


def is_said_by_person(item: Quantity, text: str, profile: Profile) -> bool:
    """Whether this number is one of the profile's, in its own unit and said of the person."""
    if item.unit == "hours":
        hours = profile.hours_per_week
        return hours is not None and item.equals(float(hours)) and _of_a_week(item, text)
    if item.unit == "years" and profile.years_experience is not None:
        return item.equals(float(profile.years_experience)) and bool(_YOURS.search(text))
    if item.unit in ("weeks", "months", "years"):
        return _is_horizon(item, profile)
    if item.unit in ("USD", "USD/year"):
        before = text[max(0, item.start - 70) : item.start]
        return _is_pay(item, before, profile)
    return False


def amounts_told(profile: Profile, told: Iterable[Amount] = ()) -> list[tuple[str, float]]:
    """What the person named, as (unit, amount): present pay, and amounts as they were said and by the year."""
    found = [("USD/year", float(profile.present_pay))] if profile.present_pay is not None else []
    for amount in told:
        for value in (amount.low, amount.high):
            if value is not None:
                year = per_year(amount.model_copy(update={"low": value}))
                found.append((f"{amount.currency}/year", float(value) if year is None else year))
                found.append((amount.currency, float(value)))
        if amount.period in ("hour", "contract_hour"):
            found.append(("hours", HOURS_A_YEAR))
    return found


def is_told(item: Quantity, amounts: Iterable[tuple[str, float]]) -> bool:
    """Whether this is an amount that the person named, or the hours of a year that it was multiplied with."""
    own = item.unit.partition("/")[0]
    return any(item.equals(value) and own == unit.partition("/")[0] for unit, value in amounts)


def _is_pay(item: Quantity, before: str, profile: Profile) -> bool:
    """The pay they aim for, said as their aim, or the pay they have, said as theirs."""
    aim, present = profile.target_salary, profile.present_pay
    if aim is not None and item.equals(float(aim)) and _GOAL.search(before):
        return True
    return present is not None and item.equals(float(present)) and _YOURS.search(before) is not None


def profile_texts(profile: Profile) -> list[str]:
    """All that the person said in words."""
    told = [profile.current_role, profile.target_role, profile.location]
    return [text for text in (*told, *profile.skills, *profile.missing_skills) if text]


def _of_a_week(item: Quantity, text: str) -> bool:
    return bool(_WEEK.search(text) or _YOURS.search(text[: item.start]))


def _is_horizon(item: Quantity, profile: Profile) -> bool:
    """The horizon in weeks, or in months or years to the nearest week or two."""
    if profile.horizon_weeks is None:
        return False
    weeks = {"weeks": 1.0, "months": _WEEKS_A_MONTH, "years": 52.0}[item.unit] * item.value
    return abs(weeks - profile.horizon_weeks) <= (0.0 if item.unit == "weeks" else 1.5)
