"""What conversations return, to draw: every kind, with what is unknown left unknown."""

from agent.models import (
    Approval,
    CitedFigure,
    Claim,
    Outlook,
    Plan,
    Profile,
    ReplyDocument,
    Section,
    Skipped,
    Tally,
    ToolCallRecord,
    Usage,
)
from agent.plans.rendering import plan_markdown
from agent.plans.review import review_request
from agent.plans.summary import summary_markdown
from agent.session.replies import ThreadDocument, ThreadMessage, ThreadSummary
from tests.terminal.lookups import EVIDENCE, MILESTONES, SOURCE
from tools.documents.models import IngestDocument, Loss, Passage, PassageSource, SearchDocument, SkippedFile

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
    outlook=Outlook(
        target="baker",
        location="Boise",
        hours_per_week=6,
        hours_told=True,
        cites=["E1"],
        present_pay=31_000,
        pay_then=[CitedFigure(figure=EVIDENCE.figures[0], evidence="E1")],
        skipped=[Skipped(skills=["hygiene"], why="known already")],
    ),
)
REVIEW = review_request(PLAN, plan_markdown(PLAN, [EVIDENCE]))
PROFILE = Profile(
    current_role="cashier",
    target_role="baker",
    hours_per_week=6,
    skills=["hygiene", "Excel"],
    skill_levels={"Excel": "a bit of Excel"},
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
    update={"status": "awaiting_approval", "reply": summary_markdown(PLAN), "review": REVIEW}
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
    added=2,
    updated=1,
    chunks=40,
    seconds=1.25,
    losses=[Loss(path="b.pdf", what="3 of 4 pages hold no text: scanned")],
    skipped=[SkippedFile(path="a.bin", reason="no text")],
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
