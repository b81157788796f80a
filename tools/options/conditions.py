"""Under which conditions people work: how heavy it is, where, at what hours, among whom.

General knowledge of our own for each occupation (seeds/tables/occupation_conditions.csv), no statistic: what most
people in it have.
"""

from collections.abc import Iterable
from functools import cache
from typing import Literal, get_args

from tools.evidence import Value
from tools.oews.tables import read_table

Condition = Literal["light", "desk", "outdoors", "hands", "days", "quiet", "people", "home", "settled"]
CONDITIONS: tuple[Condition, ...] = get_args(Condition)

Effort = Literal["light", "moderate", "heavy"]
Where = Literal["desk", "indoors", "outdoors", "road", "homes"]
Hours = Literal["days", "school", "evenings", "shifts", "on_call", "season"]
Among = Literal["few", "team", "public", "care"]
_FROM_LIGHT: dict[Effort, int] = {"light": 0, "moderate": 1, "heavy": 2}
_FROM_DAYS: dict[Hours, int] = {"days": 0, "school": 0, "season": 1, "on_call": 1, "evenings": 2, "shifts": 2}


class WorkConditions(Value):
    """How heavy the work of most people in an occupation is, where it is done, at what hours and among whom."""

    effort: Effort
    place: Where
    hours: Hours
    people: Among

    def meets(self, wanted: Condition) -> bool:
        """Whether one wish for the work is met by most jobs in it; work from home can be had at a desk only."""
        met: dict[Condition, bool] = {
            "light": self.effort == "light",
            "desk": self.place == "desk",
            "outdoors": self.place == "outdoors",
            "hands": self.place != "desk" and self.effort != "light",
            "days": self.hours in ("days", "school"),
            "quiet": self.people in ("few", "team"),
            "people": self.people in ("public", "care"),
            "home": self.place == "desk",
            "settled": self.place != "road" and self.hours != "on_call",
        }
        return met[wanted]

    def lacks(self, wanted: Condition) -> int:
        """How far most jobs in it are from one wish for the work: 0 where it is met, at most 2."""
        if wanted == "light":
            return _FROM_LIGHT[self.effort]
        if wanted == "days":
            return _FROM_DAYS[self.hours]
        return 0 if self.meets(wanted) else 1


def conditions_of(code: str) -> WorkConditions | None:
    """The conditions of a SOC code; None where they are not known."""
    return _table().get(code)


def meets_all(code: str, wanted: Iterable[Condition]) -> bool:
    """Whether all wishes are met; what is not known meets none."""
    held = conditions_of(code)
    return all(held is not None and held.meets(each) for each in wanted)


@cache
def _table() -> dict[str, WorkConditions]:
    found = {}
    for row in read_table("occupation_conditions"):
        code = row.pop("code")
        found[code] = WorkConditions.model_validate(row)
    return found
