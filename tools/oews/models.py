"""Occupations, areas and cells of the Occupational Employment and Wage Statistics."""

from typing import Literal

from tools.evidence import Number, Value

AreaKind = Literal["nation", "state", "metro", "nonmetro"]


class Occupation(Value):
    """`code` is the SOC code with its hyphen ("15-1252"); `title` as OEWS prints it."""

    code: str
    title: str


class OccupationLink(Value):
    """A role linked to an occupation. `score` is 0 to 1; `proxy` marks a stand-in for a title of its own.

    `read` says what the words were taken as: a title; what people say of the work ("drove trucks"); or what is nearest
    to them in meaning. But for a title, the occupation's name has to be said with them.
    """

    occupation: Occupation
    why: str
    score: float
    proxy: bool = False
    read: Literal["title", "saying", "meaning"] = "title"


class Area(Value):
    """`code` is OEWS's seven digits; `name` as OEWS prints it; `state` the two-digit FIPS code."""

    code: str
    name: str
    kind: AreaKind
    state: str


class PlaceLink(Value):
    """What a place in words is: one `area`, several `candidates`, or `outside_us` (the country or place named).

    All three empty: the place is not known. `note` says where the area is larger than what was asked for, and `town` is then
    the name of the town in it. `by_name_alone`: nothing is known but that some town has that name.
    """

    place: str
    area: Area | None = None
    candidates: list[Area] = []
    outside_us: str | None = None
    note: str | None = None
    town: str | None = None
    by_name_alone: bool = False


class Cell(Value):
    """One published row. Wages null where the source publishes none; `notes` then hold its words.

    `hours_a_year` is set where the wages by the hour are annual ones divided by so many hours.
    """

    occupation: Occupation
    area: Area
    industry: str | None = None
    unit: Literal["USD/year", "USD/hour"] = "USD/year"
    p10: Number | None = None
    p25: Number | None = None
    p50: Number | None = None
    p75: Number | None = None
    p90: Number | None = None
    mean: Number | None = None
    mean_rse: Number | None = None
    employment: int | None = None
    employment_rse: Number | None = None
    per_thousand: Number | None = None
    location_quotient: Number | None = None
    hours_a_year: int | None = None
    notes: list[str] = []
