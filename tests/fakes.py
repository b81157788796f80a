"""Scripted stand-ins: a policy that does what a message says, and five tools that answer at once."""

from collections.abc import Callable, Sequence
from typing import Any

from langchain_core.tools import BaseTool, StructuredTool

from agent.context import CoachContext
from agent.models import (
    Answer,
    Claim,
    Draft,
    Mode,
    Plan,
    PlanChange,
    ProfileChange,
    Section,
    ToolRequest,
    Understanding,
)
from agent.state import CoachState
from tools.documents.models import Passage, PassageSource, SearchDocument
from tools.errors import DataError
from tools.evidence import Evidence, Figure, Source
from tools.market.models import MarketDocument
from tools.options.models import OptionsDocument
from tools.roadmap.models import Milestone, RoadmapDocument
from tools.salary.models import SalaryDocument

SOURCE = Source(title="Test wages", publisher="Test office", date="2025-05", locator="table 1")
WAGE = Figure(
    label="median annual wage",
    value=100_000,
    unit="USD/year",
    subject="Testers (15-0000)",
    place="United States",
    period="2025-05",
    statistic="p50",
)
WAGE_CLAIM = "In May 2025 the median annual wage (p50) of testers in the United States was $100,000."


class ScriptedPolicy:
    """Reads commands: "plan ROLE", "hours N", "drop PART", "back SKILL", "slower", "fail", "ask", "lie"; anything else is answered as said."""

    mode: Mode = "offline"

    def __init__(self) -> None:
        self.drafts = 0

    def warm_up(self) -> None:
        pass

    def understand(self, state: CoachState, context: CoachContext) -> Understanding:
        words = str(state["messages"][-1].text).split()
        verb, rest = (words[0], " ".join(words[1:])) if words else ("", "")
        if verb == "plan":
            changes = [ProfileChange(field="target_role", value=rest)] if rest else []
            asked = None if rest or state["profile"].target_role else "Which role?"
            return Understanding(changes=changes, plan_wanted=True, question=asked)
        if verb == "hours":
            return Understanding(changes=[ProfileChange(field="hours_per_week", value=int(rest))])
        change = {
            "drop": PlanChange(kind="leave_out", parts=[rest]),
            "back": PlanChange(kind="put_back", skills=[rest]),
            "slower": PlanChange(kind="slower"),
        }.get(verb)
        if verb in ("wages", "fail"):
            return Understanding(calls=[ToolRequest(name="lookup_salary", args={"role": verb})])
        return Understanding(plan_changes=[change] if change else [])

    def further_calls(self, state: CoachState, context: CoachContext) -> list[ToolRequest]:
        """The word "endless" asks for one more call after each, for ever."""
        if "endless" not in str(state["messages"][-1].text):
            return []
        return [ToolRequest(name="lookup_salary", args={"role": f"role {len(state['tool_results'])}"})]

    def answer(self, state: CoachState, context: CoachContext) -> Answer:
        results = state["tool_results"]
        if any(not result.ok for result in results):
            return Answer(text=f"That failed: {results[0].error}")
        cited = " ".join(f"[{name}]" for result in results for name in result.evidence)
        return Answer(text=f"You said: {state['messages'][-1].text} {cited}".strip())

    def draft_plan(self, state: CoachState, context: CoachContext) -> Draft:
        self.drafts += 1
        wages = [item.id for item in state["evidence"] if item.kind == "salary"]
        claims = [Claim(text=WAGE_CLAIM, evidence=wages[:1])]
        if "lie" in str(state["messages"][-1].text):
            claims.append(
                Claim(text="In May 2025 testers in the United States earned $900,000.", evidence=wages[:1])
            )
        sections = [Section(id="pay", title="Pay", claims=claims)]
        return Draft(plan=Plan(sections=sections, milestones=[MILESTONE], sources=[SOURCE]))


MILESTONE = Milestone(
    id="M1", title="Begin", skills=["testing"], start_week=1, end_week=2, hours=10, proof="A tested program."
)


def _salary(role: str, location: str | None = None) -> tuple[str, SalaryDocument]:
    if role == "fail":
        raise DataError("The wage table is missing.", "Install it again.")
    evidence = Evidence(kind="salary", text=WAGE_CLAIM, figures=[WAGE], source=SOURCE)
    return WAGE_CLAIM, SalaryDocument(role=role, evidence=[evidence])


def _market(role: str, location: str | None = None) -> tuple[str, MarketDocument]:
    return "nothing known", MarketDocument(role=role, notes=["nothing known"])


def _roadmap(
    role: str,
    skills: Sequence[str] = (),
    missing_skills: Sequence[str] = (),
    hours_per_week: float | None = None,
    weeks: int | None = None,
) -> tuple[str, RoadmapDocument]:
    figure = Figure(
        label="study hours",
        value=10,
        unit="hours",
        subject=MILESTONE.title,
        period="2026",
        statistic="typical",
    )
    evidence = Evidence(kind="roadmap", text="Begin: 10 hours.", figures=[figure], source=SOURCE)
    milestones = [MILESTONE]
    return "one milestone", RoadmapDocument(
        role=role, milestones=milestones, total_hours=10, weeks=2, evidence=[evidence]
    )


def _documents(query: str, k: int = 5) -> tuple[str, SearchDocument]:
    passage = Passage(
        id="p1", text="Testers test.", score=0.9, source=PassageSource(file="t.md", title="Testing")
    )
    return passage.text, SearchDocument(query=query, answerable=True, results=[passage])


def _options(role: str, location: str | None = None) -> tuple[str, OptionsDocument]:
    return "nothing near it", OptionsDocument(role=role, notes=["nothing near it"])


def scripted_tools() -> tuple[BaseTool, ...]:
    """The five tools by their real names; "fail" makes the salary lookup fail."""
    functions: dict[str, Callable[..., Any]] = {
        "search_documents": _documents,
        "lookup_salary": _salary,
        "generate_roadmap": _roadmap,
        "summarize_job_market": _market,
        "suggest_roles": _options,
    }
    return tuple(
        StructuredTool.from_function(
            function, name=name, description="Scripted.", response_format="content_and_artifact"
        )
        for name, function in functions.items()
    )
