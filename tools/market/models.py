"""What the job-market summary returns."""

from tools.evidence import Evidence, Number, Value


class MarketFact(Value):
    """One dated figure. `superseded` marks an older edition about the same people; `aged` over 18 months.

    Age counts from the publication, from the end of the period where that is not known; `age_months` is null
    where neither is. `topic` says what it is about: employment, outlook, demand, workforce, posting, seniority,
    premium, pay, forecast.
    """

    label: str
    value: Number
    unit: str
    subject: str
    place: str | None = None
    period: str | None = None
    statistic: str
    source: str
    published: str | None = None
    trust: str | None = None
    age_months: int | None = None
    aged: bool = False
    superseded: bool = False
    note: str | None = None
    topic: str | None = None


class RankedPlace(Value):
    """A place in a ranking. `value` is what `statistic` and `unit` say."""

    area: str
    area_code: str
    value: Number
    unit: str
    statistic: str


class RankedIndustry(Value):
    """An industry of the nation; `p50` is the occupation's median in it, in `unit`."""

    industry: str
    code: str
    employment: int | None = None
    p50: Number | None = None
    unit: str = "USD/year"


class TechnologyDemand(Value):
    """A technology asked for. `share` is the percentage of postings naming it, null where not known."""

    name: str
    share: Number | None = None
    source: str


class MarketDocument(Value):
    """`area` is null when the place is not known to the source; `notes` then say so.

    `ambiguous` lists the areas a place could be; there are no figures until one is chosen.
    """

    role: str
    area: str | None = None
    demand: list[MarketFact] = []
    trends: list[MarketFact] = []
    top_areas: list[RankedPlace] = []
    top_industries: list[RankedIndustry] = []
    technologies: list[TechnologyDemand] = []
    ambiguous: list[str] = []
    notes: list[str] = []
    evidence: list[Evidence] = []
