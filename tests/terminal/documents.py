"""Documents to draw: every kind, with what is unknown left unknown."""

from agent.models import Approval, Claim, Plan, Profile, ReplyDocument, Section, Tally, ToolCallRecord, Usage
from agent.rendering import plan_markdown
from agent.replies import ThreadDocument, ThreadMessage, ThreadSummary
from agent.review import review_request
from tools.documents.models import IngestDocument, Passage, PassageSource, SearchDocument, SkippedFile
from tools.evidence import Evidence, Figure, Source
from tools.market.models import MarketDocument, MarketFact, RankedIndustry, RankedPlace, TechnologyDemand
from tools.roadmap.models import FinishRange, Milestone, Resource, RoadmapDocument, SkillGap
from tools.salary.models import OccupationMatch, ReportedBand, SalaryDocument, WageRow

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
        MarketFact(
            label="employment",
            value=610,
            unit="jobs",
            subject="Bakers (51-3011)",
            place="Boise City, ID",
            period="2025-05",
            statistic="employment",
            source="Wage survey",
        )
    ],
    trends=[
        MarketFact(
            label="projected growth",
            value=6.5,
            unit="%",
            subject="Bakers (51-3011)",
            place="United States",
            period="2023-33",
            statistic="growth",
            source="Projections",
            aged=True,
            superseded=True,
            note="before the revision",
        )
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
PLAN = Plan(
    sections=[
        Section(
            id="pay",
            title="Pay",
            claims=[Claim(text=EVIDENCE.text, evidence=["E1"]), Claim(text="I need: $40,000", by="person")],
        )
    ],
    milestones=MILESTONES,
    assumptions=["Six hours a week."],
    next_actions=["Visit two bakeries."],
    sources=[SOURCE],
    start="2026-03-02",
)
REVIEW = review_request(PLAN, plan_markdown(PLAN, [EVIDENCE]))
PROFILE = Profile(
    current_role="cashier",
    target_role="baker",
    hours_per_week=6,
    skills=["hygiene", "Excel"],
    target_salary=40_000,
)
ANSWER = ReplyDocument(
    thread="t1",
    status="answered",
    mode="offline",
    reply="Bakers in **Boise** earn a median of $38,120 a year [E1].\n\n- [bold]this is not markup[/bold]",
    tools=[
        ToolCallRecord(name="lookup_salary", args={"role": "baker", "location": "Boise"}, ok=True, ms=12.3),
        ToolCallRecord(
            name="search_documents", args={"query": "baking"}, ok=False, ms=1, error="The index is gone."
        ),
    ],
    profile=PROFILE,
    evidence=[EVIDENCE],
)
WAITING = ANSWER.model_copy(
    update={"status": "awaiting_approval", "reply": "Here is a draft.", "review": REVIEW}
)
APPROVED = PLAN.model_copy(update={"approval": Approval(by="local", at="2026-03-02T10:00:00+00:00")})
DELIVERED = ANSWER.model_copy(update={"status": "delivered", "reply": "Delivered.", "plan": APPROVED})
USAGE = Usage(
    turn=Tally(calls=2, input_tokens=1_830, output_tokens=212, seconds=3.2, cost=0.0123),
    thread=Tally(calls=9, input_tokens=12_004, output_tokens=1_800, seconds=15, cost="not known"),
)
SEARCH = SearchDocument(
    query="how to bake",
    answerable=True,
    results=[
        Passage(
            id="p1",
            text="Bread needs *time*.",
            score=0.8123,
            source=PassageSource(file="bread.md", title="Bread", section="Basics > Time", date="2024-07"),
        )
    ],
)
NO_ANSWER = SearchDocument(query="how to fly", answerable=False)
INGEST = IngestDocument(
    added=2, updated=1, chunks=40, seconds=1.25, skipped=[SkippedFile(path="a.bin", reason="no text")]
)
SUMMARIES = [
    ThreadSummary(
        thread="t1",
        user="local",
        status="awaiting_approval",
        messages=6,
        created="2026-03-02T09:00:00+00:00",
        updated="2026-03-02T10:00:00+00:00",
        title="I am a cashier in Boise and want to become a baker, which I have always wanted",
    )
]
THREAD = ThreadDocument(
    thread="t1",
    user="local",
    status="delivered",
    messages=[
        ThreadMessage(role="person", text="Make my plan."),
        ThreadMessage(role="coach", text="Here is a **draft**."),
    ],
    profile=PROFILE,
    evidence=[EVIDENCE],
    plan=APPROVED,
    plans=[APPROVED],
)
