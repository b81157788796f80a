"""A thread's state after tools ran, evidence numbered as the graph numbers it."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from langchain_core.messages import AIMessage, HumanMessage
from pydantic import BaseModel

from agent.context import CoachContext
from agent.models import PlanEdit, Profile, ToolName, ToolResult, Understanding
from agent.plans.requests import plan_requests
from agent.state import CoachState
from tools.documents.models import Passage, PassageSource, SearchDocument
from tools.evidence import Evidence, Figure, Source
from tools.salary.models import OccupationMatch, SalaryDocument, WageRow

CONTEXT = CoachContext(today=date(2026, 11, 22))


def state_of(
    profile: Profile,
    results: list[tuple[ToolName, dict[str, Any], BaseModel | str]],
    *,
    message: str = "",
    told: Sequence[str] = (),
    **understanding: Any,
) -> CoachState:
    """`results` are (tool, arguments, document) or, for a failed call, its error; `told` are earlier replies."""
    evidence: list[Evidence] = []
    done = []
    for name, args, document in results:
        if isinstance(document, str):
            done.append(ToolResult(name=name, args=args, ok=False, error=document))
            continue
        ids = []
        for item in _evidence(document):
            known = [held for held in evidence if held.model_copy(update={"id": ""}) == item]
            numbered = known[0] if known else item.model_copy(update={"id": f"E{len(evidence) + 1}"})
            evidence += [] if known else [numbered]
            ids.append(numbered.id)
        done.append(ToolResult(name=name, args=args, document=document.model_dump(mode="json"), evidence=ids))
    before = [AIMessage(text) for text in told]
    return {
        "messages": [*before, HumanMessage(message)],
        "profile": profile,
        "evidence": evidence,
        "tool_results": done,
        "understanding": Understanding(**understanding),
        "draft": None,
    }


def planned_state(profile: Profile, edits: Sequence[PlanEdit] = ()) -> CoachState:
    """The state of a plan's turn, with the real wages, market and roadmap; the library is left out."""
    told = tuple(edit.model_dump_json() for edit in edits)
    return {**_planned(profile.model_dump_json(), told), "edits": list(edits)}


@lru_cache(maxsize=16)
def _planned(told: str, edited: tuple[str, ...]) -> CoachState:
    profile = Profile.model_validate_json(told)
    from tools.registry import load_tools

    tools = {tool.name: tool for tool in load_tools()}
    results: list[tuple[ToolName, dict[str, Any], BaseModel | str]] = []
    edits = [PlanEdit.model_validate_json(edit) for edit in edited]
    for request in plan_requests(profile, edits=edits):
        if request.name != "search_documents":
            call = {"type": "tool_call", "id": "1", "name": request.name, "args": request.args}
            results.append((request.name, dict(request.args), tools[request.name].invoke(call).artifact))
    return state_of(profile, results)


def salary(role: str, title: str, code: str, area: str, **values: Any) -> SalaryDocument:
    """One wage row with its evidence; `values` by percentile, `why` and `unit` as in the models."""
    why, unit = values.pop("why", "title of the occupation itself"), values.pop("unit", "USD/year")
    figures = [
        Figure(
            label=f"{name} wage",
            value=value,
            unit=unit,
            subject=f"{title} ({code})",
            place=area,
            period="2025-05",
            statistic=name,
        )
        for name, value in values.items()
    ]
    source = Source(title="Wage statistics", publisher="BLS", date="2025-05", locator=f"{code}/{area}")
    evidence = Evidence(kind="salary", text=f"{title} ({code}) in {area}", figures=figures, source=source)
    return SalaryDocument(
        role=role,
        occupations=[OccupationMatch(code=code, title=title, why=why)],
        wages=[WageRow(occupation=code, area=area, area_code="0000000", unit=unit, **values)],
        evidence=[evidence],
    )


def library(query: str, *texts: str, answerable: bool = True) -> SearchDocument:
    """Passages of one document, best first."""
    return SearchDocument(
        query=query,
        answerable=answerable,
        results=[
            Passage(
                id=f"p{index}",
                text=text,
                score=0.9 - index / 10,
                source=PassageSource(file="guide.md", title="Guide", section="Work > Day", date="2025"),
            )
            for index, text in enumerate(texts)
        ],
    )


def _evidence(document: BaseModel) -> list[Evidence]:
    if isinstance(document, SearchDocument):
        return [
            Evidence(
                kind="document",
                text=passage.text,
                source=Source(title=passage.source.title, date=passage.source.date, locator=passage.id),
            )
            for passage in (document.results if document.answerable else [])
        ]
    found: list[Evidence] = getattr(document, "evidence", [])
    return found
