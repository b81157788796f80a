"""The view of a profile."""

from datetime import date

from agent import wording
from agent.models import Profile
from agent.plans.availability import spoken
from agent.terminal.render import Screen

_LABELS = {
    "current_role": "Current role",
    "former_role": "Former role",
    "target_role": "Target role",
    "years_experience": "Years of experience",
    "skills": "Skills",
    "missing_skills": "Skills you lack",
    "location": "Place",
    "hours_per_week": "Hours a week",
    "horizon_weeks": "Weeks",
    "present_pay": "Pay now",
    "target_salary": "Pay you aim at",
    "start_date": "Start",
    "busy": "Time",
}


def view(screen: Screen, profile: Profile) -> None:
    """Field by field; what was not said is left out."""
    said = {name: value for name in _LABELS if (value := getattr(profile, name)) not in (None, [])}
    if not said:
        screen.line("Nothing is known about you yet.")
    for name, value in said.items():
        if name in ("target_salary", "present_pay"):
            text = wording.money(value, rate=True)
        elif name == "skills":
            text = ", ".join(_known(skill, profile.skill_levels.get(skill)) for skill in value)
        elif name == "busy":
            text = spoken(value)
        elif name == "start_date":
            text = wording.spoken_date(date.fromisoformat(value))
        elif isinstance(value, list):
            text = ", ".join(value)
        else:
            text = value if isinstance(value, str) else wording.number(value)
        screen.line(f"{_LABELS[name]}: {text}")


def _known(skill: str, level: str | None) -> str:
    """A skill, with the person's own words for how well they know it."""
    if level is None:
        return skill
    return level if skill.casefold() in level.casefold() else f"{skill} ({level})"
