"""What the lookups return, to draw: every kind, with what is unknown left unknown."""

from tools.evidence import Evidence, Figure, Source
from tools.market.models import MarketDocument, MarketFact, RankedIndustry, RankedPlace, TechnologyDemand
from tools.options.models import OptionsDocument, PresentWork, RoleOption, SchoolingStep, Wages
from tools.roadmap.models import FinishRange, Milestone, Resource, RoadmapDocument, SkillGap
from tools.salary.estimate import estimate
from tools.salary.models import (
    ComparisonDocument,
    ComparisonRow,
    OccupationMatch,
    ReportedBand,
    SalaryDocument,
    WageRow,
)

SOURCE = Source(title="Wage survey", publisher="Statistics office", date="2025-05", locator="table 3")
EVIDENCE = Evidence(
    id="E1",
    kind="salary",
    text="Bakers in Boise earned a median of $38,120 a year in May 2025.",
    figures=[
        Figure(
            label="median annual wage",
            value=38_120,
            unit="USD/year",
            subject="Bakers (51-3011)",
            place="Boise City, ID",
            period="2025-05",
            statistic="p50",
        )
    ],
    source=SOURCE,
)

COMPARISON = ComparisonDocument(
    rows=[
        ComparisonRow(role="astronaut", location="Boise"),
        ComparisonRow(
            role="baker",
            occupation="51-3011",
            title="Bakers",
            area="United States",
            period="2025-05",
            p10=29_000,
            p50=38_120,
            p90=50_010,
            unit="USD/year",
            gap=0,
            gap_percent=0,
        ),
        ComparisonRow(
            role="cook",
            location="Boise",
            title="Cooks, Restaurant",
            area="Boise City, ID",
            period="2025-05",
            p25=31_000,
            p50=36_400,
            p75=39_900,
            unit="USD/year",
            gap=-1_720,
            gap_percent=-4.5,
        ),
        ComparisonRow(role="dancer", title="Dancers", area="United States", p50=23.85, unit="USD/hour"),
    ],
    notes=["Not known: no occupation fits 'astronaut'."],
    evidence=[EVIDENCE],
)


def _official(
    statistic: str,
    label: str,
    value: float,
    unit: str,
    *,
    subject: str = "Bakers (51-3011)",
    place: str = "Boise City, ID",
) -> MarketFact:
    return MarketFact(
        label=label,
        value=value,
        unit=unit,
        subject=subject,
        place=place,
        period="2025-05",
        statistic=statistic,
        source="Statistics office, Wage survey",
        trust="official statistics",
        topic="employment",
    )


def _fact(
    topic: str,
    label: str,
    value: float,
    unit: str,
    period: str,
    *,
    statistic: str = "share",
    source: str = "Institute, Outlook",
    trust: str = "read at the source",
    note: str | None = None,
    aged: bool = False,
    superseded: bool = False,
) -> MarketFact:
    return MarketFact(
        label=label,
        value=value,
        unit=unit,
        subject="Bakers",
        place="United States",
        period=period,
        statistic=statistic,
        source=source,
        trust=trust,
        topic=topic,
        note=note,
        aged=aged,
        superseded=superseded,
    )


SALARY = SalaryDocument(
    role="baker",
    occupations=[
        OccupationMatch(code="51-3011", title="Bakers", why='"baker" is its title'),
        OccupationMatch(code="35-1011", title="Chefs and Head Cooks", why="alternate title"),
    ],
    wages=[
        WageRow(
            occupation="51-3011",
            area="Boise City, ID",
            area_code="0014260",
            p10=29_000,
            p25=33_400,
            p50=38_120,
            p75=43_900,
            p90=50_010,
            mean=38_950,
            employment=610,
        ),
        WageRow(occupation="35-1011", area="Boise City, ID", area_code="0014260", p10=36_000, p50=58_500),
        WageRow(
            occupation="27-2011",
            area="United States",
            area_code="0000000",
            p50=23.85,
            p90=72.5,
            unit="USD/hour",
        ),
    ],
    reported=[
        ReportedBand(label="posted midpoints", low=36_000, high=45_000, unit="USD/year", source=SOURCE),
        ReportedBand(label="union scale", low=21.5, high=21.5, unit="USD/hour", source=SOURCE),
    ],
    notes=["Chefs and Head Cooks: p25, p75 and p90 are not published for Boise City, ID."],
    evidence=[EVIDENCE],
)
AMBIGUOUS = SalaryDocument(
    role="baker", ambiguous=["Springfield, IL", "Springfield, MO"], notes=["Say which one."]
)
MARKET = MarketDocument(
    role="baker",
    area="Boise City, ID",
    demand=[
        _official("employment", "employment", 610, "jobs"),
        _official("per_thousand", "jobs per 1,000 jobs of the place", 1.64, "per 1,000 jobs"),
        _official("location_quotient", "concentration against the nation", 1.13, "ratio"),
        _official("employment", "employment", 190, "jobs", subject="Cooks (35-2019)", place="Idaho"),
        _fact("outlook", "projected growth", 6.5, "%", "2023-33", statistic="growth", superseded=True),
        _fact("outlook", "projected growth", 5, "%", "2024-34", statistic="growth"),
        _fact("outlook", "projected openings a year", 30_100, "jobs", "2024-34", statistic="openings"),
    ],
    trends=[
        _fact("posting", "number of postings", 410, "postings", "2025", source="Board, Board report"),
        _fact("posting", "number of postings", 390, "postings", "2024", source="Board, Board report"),
        _fact("posting", "change since 2020", -31.4, "%", "2023", aged=True, note="before the revision"),
        _fact("premium", "night premium", 9, "%", "2025", trust="second-hand: told by a page"),
        *(_fact("forecast", f"forecast {number}", number, "%", "2030") for number in range(1, 7)),
    ],
    top_areas=[
        RankedPlace(
            area="New York-Newark, NY-NJ",
            area_code="0035620",
            value=18_900,
            unit="jobs",
            statistic="employment",
        ),
        RankedPlace(area="Napa, CA", area_code="0034900", value=49_870, unit="USD/year", statistic="p50"),
    ],
    top_industries=[RankedIndustry(industry="Bakeries", code="311800", employment=61_200, p50=36_010)],
    technologies=[
        TechnologyDemand(name="Spreadsheets", share=12.5, source="Postings"),
        TechnologyDemand(name="POS", source="O*NET"),
    ],
    notes=["No trend of postings is held."],
    evidence=[EVIDENCE],
)
MILESTONES = [
    Milestone(
        id="M1",
        title="Doughs",
        skills=["kneading", "proofing"],
        start_week=1,
        end_week=4,
        hours=24,
        resources=[
            Resource(
                title="A course",
                url="https://example.org/a-very-long-address-that-does-not-fit-on-one-line-of-a-terminal/dough",
            )
        ],
        proof="Three loaves that a stranger would buy.",
    ),
    Milestone(
        id="M2",
        title="Ovens",
        skills=["heat control"],
        start_week=5,
        end_week=10,
        hours=30.5,
        after=["M1"],
        proof="A batch.",
    ),
]
ROADMAP = RoadmapDocument(
    role="baker",
    gap=[
        SkillGap(skill="kneading", needed="must", have="no"),
        SkillGap(skill="hygiene", needed="should", have="yes"),
        SkillGap(skill="icing", needed="nice", have="no"),
        SkillGap(skill="sugar work", needed="nice", have="no"),
    ],
    milestones=MILESTONES,
    total_hours=54.5,
    weeks=10,
    feasible=False,
    finish=FinishRange(low_weeks=8, median_weeks=10, high_weeks=14),
    critical_path=["kneading", "heat control"],
    options=["Take 14 weeks.", "Study 8 hours a week."],
    notes=["Hours are typical sums."],
    evidence=[EVIDENCE],
)
PAY_PLACED = SALARY.model_copy(
    update={"estimates": [found for row in SALARY.wages if (found := estimate(row, 45_000))]}
)

BOISE = Wages(area="Boise City, ID", area_code="0014260", p50=38_120, employment=930)
IDAHO = Wages(area="Idaho", area_code="1600000", p50=52_300, employment=1_200)
OPTIONS = OptionsDocument(
    role="baker",
    area="Boise City, ID",
    present=PresentWork(code="51-3011", title="Bakers", name="bakers", pay=38_120, wages=BOISE, job_zone=2),
    options=[
        RoleOption(
            code="51-3092",
            title="Food Batchmakers",
            name="food batchmakers",
            why="O*NET lists it as related to bakers, number 2 in nearness",
            place=2,
            wages=BOISE.model_copy(update={"p50": 49_570, "employment": 690}),
            difference=11_450,
            difference_percent=30,
            job_zone=2,
            entry="usually a high-school diploma",
        ),
        RoleOption(
            code="35-1011",
            title="Chefs and Head Cooks",
            name="chefs and head cooks",
            why="two steps: near cooks, who are near bakers",
            place=7,
            steps=2,
            via="cooks",
            wages=IDAHO,
            difference=9_000,
            difference_percent=21,
            job_zone=3,
            entry="usually vocational school",
            schooling=SchoolingStep(years_low=1, years_high=2, words="usually vocational school"),
            growth=MARKET.demand[1] if len(MARKET.demand) > 1 else None,
            roadmaps=["Head baker"],
        ),
        RoleOption(
            code="51-9199",
            title="Confectioners",
            name="confectioners",
            counted_in="Production Workers, All Other",
            why="O*NET lists bakers among the nearest to it",
            place=8,
            wages=Wages(area="Boise City, ID", area_code="0014260"),
        ),
    ],
    notes=["Near too, but their median does not reach it: cashiers $29,160."],
    evidence=[EVIDENCE],
)
