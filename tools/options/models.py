"""What the suggestion of roles returns."""

from typing import Literal

from tools.evidence import Evidence, Number, Value
from tools.market.models import MarketFact
from tools.options.conditions import WorkConditions
from tools.salary.models import OccupationMatch, WageUnit


class SchoolingStep(Value):
    """More schooling or training than the present work asks for, in years; `words` say which way leads there."""

    years_low: int
    years_high: int
    words: str


class Wages(Value):
    """OEWS wages and employment of an occupation in an area; what is not published is null."""

    area: str
    area_code: str
    p25: Number | None = None
    p50: Number | None = None
    p75: Number | None = None
    employment: int | None = None
    unit: WageUnit = "USD/year"


class PresentWork(Value):
    """The work that options are near to: an OEWS occupation with its wages in the area.

    `pay` is what better pay is measured against in USD a year: what the person told, else the median; null where
    neither is known. `job_zone` is O*NET's, 1 to 5; `school_years` are the years of school or college after high school
    that most who enter have.
    """

    code: str
    title: str
    name: str
    pay: Number | None = None
    pay_told: bool = False
    wages: Wages
    job_zone: int | None = None
    entry: str | None = None
    school_years: int | None = None


class RoleOption(Value):
    """One occupation near the present work.

    `title` is the official one, `name` in people's words; `counted_in` is the larger occupation that
    a specialty is counted in; its pay and jobs are not known then. `place` is how near it is, 1 the nearest;
    `steps` is 2 where it is near an occupation that is near (`via`). `difference` is the median less the
    present pay in USD a year, where both are of one area. `schooling` is set where its level of preparation
    is higher than that of the present work; `school_years` are those after high school that most who enter have;
    `conditions` are general knowledge, no statistic. `roadmaps` are the roles of the roadmap tool that lead to it.
    """

    code: str
    title: str
    name: str
    counted_in: str | None = None
    why: str
    place: int
    steps: Literal[1, 2] = 1
    via: str | None = None
    wages: Wages
    difference: Number | None = None
    difference_percent: int | None = None
    job_zone: int | None = None
    entry: str | None = None
    school_years: int | None = None
    schooling: SchoolingStep | None = None
    conditions: WorkConditions | None = None
    growth: MarketFact | None = None
    roadmaps: list[str] = []


class OptionsDocument(Value):
    """Options, those without more schooling first. Empty with notes where none fits or role or place are not known.

    `occupations` are what the role may be, the first of them what the options are near to; `near` are names of
    roles or places that were perhaps meant; `ambiguous` lists the areas a place could be.
    """

    role: str
    area: str | None = None
    occupations: list[OccupationMatch] = []
    present: PresentWork | None = None
    options: list[RoleOption] = []
    near: list[str] = []
    ambiguous: list[str] = []
    notes: list[str] = []
    evidence: list[Evidence] = []
