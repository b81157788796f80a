"""What a person has said of themselves, and one change of it."""

from datetime import date
from typing import Literal

from pydantic import ValidationInfo, computed_field, field_validator, model_validator

from tools.errors import UsageError
from tools.evidence import Number, Value
from tools.roadmap.calendars import read_period


class Profile(Value):
    """What the person has said so far, in their own words (typing errors mended). Money is USD a year.

    `present_pay` is what they earn now, `former_role` what they were where they hold no job now; the pay is
    then what they earned in it.
    `own_words` holds, for a role or place that was told in another language, the words it was told in.
    `skill_levels` holds for some of `skills` how well they know it, as they put it: {"SQL": "a bit of SQL"}.
    Beside each role stands, in what is given out, the title of the occupation that it is linked to:
    `current_role_title`, `former_role_title`, `target_role_title`, null where there is none. They follow from
    the roles; what is given in is not read. `start_date` is the ISO day on which they begin to study. `busy`
    holds times with other hours than the usual ones, in order: "2026-12-18..2026-12-31" has none,
    "2027-03-01..2027-03-31@3" three a week.
    """

    current_role: str | None = None
    target_role: str | None = None
    years_experience: Number | None = None
    skills: list[str] = []
    missing_skills: list[str] = []
    location: str | None = None
    hours_per_week: Number | None = None
    horizon_weeks: int | None = None
    target_salary: Number | None = None
    present_pay: Number | None = None
    former_role: str | None = None
    skill_levels: dict[str, str] = {}
    own_words: dict[str, str] = {}
    start_date: str | None = None
    busy: list[str] = []

    @computed_field  # type: ignore[prop-decorator] # pydantic's own order
    @property
    def current_role_title(self) -> str | None:
        return _title(self.current_role)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def former_role_title(self) -> str | None:
        return _title(self.former_role)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def target_role_title(self) -> str | None:
        return _title(self.target_role)

    @property
    def out_of_work(self) -> bool:
        """Whether they hold no job now and told the one they had."""
        return self.former_role is not None and self.current_role is None

    @model_validator(mode="before")
    @classmethod
    def _without_titles(cls, told: object) -> object:
        if not isinstance(told, dict):
            return told
        return {name: value for name, value in told.items() if name not in cls.model_computed_fields}

    @field_validator("start_date")
    @classmethod
    def _a_day(cls, day: str | None) -> str | None:
        return date.fromisoformat(day).isoformat() if day else None

    @field_validator("busy")
    @classmethod
    def _times_in_order(cls, busy: list[str]) -> list[str]:
        try:
            return sorted({str(read_period(text)) for text in busy})
        except UsageError as error:
            raise ValueError(error.message) from error

    @field_validator("skill_levels")
    @classmethod
    def _only_of_skills_held(cls, levels: dict[str, str], info: ValidationInfo) -> dict[str, str]:
        held = info.data.get("skills", [])
        return {skill: phrase for skill, phrase in levels.items() if skill in held}


ProfileField = Literal[
    "current_role",
    "target_role",
    "years_experience",
    "skills",
    "missing_skills",
    "location",
    "hours_per_week",
    "horizon_weeks",
    "target_salary",
    "present_pay",
    "former_role",
    "start_date",
    "busy",
]


def _title(role: str | None) -> str | None:
    """The occupation's official title, by the embedded tables alone: to give a profile out touches no folder."""
    if role is None:
        return None
    from tools.oews.role_links import linked

    links = linked(role, None)
    return links[0].occupation.title if links else None


class ProfileChange(Value):
    """One change: `set` replaces, `add` and `remove` work on the lists, `clear` forgets the field.

    `levels` says of skills in `value` how well they are known, in the person's phrase;
    `words` are the person's own where `value` is a translation.
    """

    field: ProfileField
    op: Literal["set", "add", "remove", "clear"] = "set"
    value: str | Number | list[str] | None = None
    levels: dict[str, str] = {}
    words: str | None = None
