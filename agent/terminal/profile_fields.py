"""Setting and forgetting fields of a profile by name."""

import re
from typing import get_args

from pydantic import ValidationError

from agent.inputs import checked_text
from agent.models import Profile, ProfileField
from tools.errors import UsageError

FIELDS: tuple[str, ...] = get_args(ProfileField)
_LISTS = ("skills", "missing_skills", "busy")
_NUMBERS = ("years_experience", "hours_per_week", "horizon_weeks", "target_salary", "present_pay")
_HINTS = {
    "start_date": "Give a day such as 2027-01-04.",
    "busy": "Give days such as 2026-12-18..2026-12-31, and @3 behind them for 3 hours a week.",
}
_LIMITS = {
    "years_experience": 80,
    "hours_per_week": 168,
    "horizon_weeks": 2_600,
    "target_salary": 100_000_000,
    "present_pay": 100_000_000,
}


def with_value(profile: Profile, field: str, value: str) -> Profile:
    """The profile with one field set. Raises UsageError for an unknown field or a value that does not fit."""
    name = field_name(field)
    if name in _LISTS:
        parsed: object = [checked_text(part, name) for part in value.split(",") if part.strip()]
    elif name in _NUMBERS:
        parsed = _number(name, value)
    else:
        parsed = checked_text(value, name)
    try:
        return Profile.model_validate({**profile.model_dump(), name: parsed})
    except ValidationError as error:
        raise UsageError(
            f"{value} does not fit {name}.", _HINTS.get(name, "Give a whole number of weeks.")
        ) from error


def without_value(profile: Profile, field: str) -> Profile:
    """The profile with one field forgotten."""
    held = profile.model_dump()
    held.pop(field_name(field))
    return Profile.model_validate(held)


def field_name(field: str) -> str:
    """The field as the profile names it; spaces and hyphens may stand for underscores."""
    name = field.strip().lower().replace("-", "_").replace(" ", "_")
    if name not in FIELDS:
        raise UsageError(f"There is no profile field {field}.", f"Fields: {', '.join(FIELDS)}.")
    return name


def _number(name: str, value: str) -> float:
    plain = re.sub(r"[,$\s]", "", value)
    if not re.fullmatch(r"\d{1,12}(\.\d{1,4})?", plain):
        raise UsageError(f"{name} is a number, not {value}.", "Give a number such as 10.")
    amount = float(plain)
    if amount > _LIMITS[name]:
        raise UsageError(f"{name} is at most {_LIMITS[name]:,}.", "Correct the number.")
    return int(amount) if amount.is_integer() else amount
