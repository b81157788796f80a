"""What can be true of a person. Outside these bounds a value is a slip or a misreading, and is asked back."""

from datetime import date, timedelta

from tools.evidence import Number

# Each with its reason: what lies outside is not a plan but a slip.
_BOUNDS: dict[str, tuple[float, float]] = {
    "hours_per_week": (0.25, 80),  # beside eating and sleeping nobody studies more
    "horizon_weeks": (1, 1040),  # who plans twenty years ahead means something else
    "years_experience": (0, 60),
    "present_pay": (5_000, 2_000_000),  # USD a year
    "target_salary": (10_000, 2_000_000),
}
_LATEST_START = timedelta(days=3 * 365)
# How sure the tagger must be (0 to 1) before what it read becomes a fact: a goal, an aim or a beginning that was none bends
# all advice after it, one that was missed is asked for. Below these a span is wrong as often as right.
_LEAST_SURE = {"tgt": 0.6, "payt": 0.6, "start": 0.6, "yrs": 0.4}


def is_sure(label: str, sure: float) -> bool:
    """Whether a span of this label, read so surely, may become a fact."""
    return sure >= _LEAST_SURE.get(label, 0.0)


def is_possible(name: str, value: Number) -> bool:
    """Whether a field can have this value."""
    low, high = _BOUNDS[name]
    return low <= value <= high


def is_start(day: date, today: date) -> bool:
    """Whether somebody may begin to study on this day."""
    return today <= day <= today + _LATEST_START
