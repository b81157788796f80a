"""This turn's tool results as typed documents beside their numbered evidence."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import BaseModel

from agent.models import ToolName, ToolRequest, ToolResult
from agent.state import CoachState
from tools.documents.models import SearchDocument
from tools.evidence import Evidence, Figure, Number
from tools.market.models import MarketDocument
from tools.options.models import OptionsDocument
from tools.roadmap.models import RoadmapDocument
from tools.salary.models import SalaryDocument

Document = TypeVar("Document", bound=BaseModel)


@dataclass(frozen=True)
class Found(Generic[Document]):
    """One call that worked: its document, and the evidence it brought with the thread's numbers."""

    result: ToolResult
    document: Document
    evidence: list[Evidence]

    @property
    def ids(self) -> list[str]:
        return [item.id for item in self.evidence]

    def holding(self, test: Callable[[Figure], bool]) -> tuple[Evidence, Figure] | None:
        """The first evidence with a figure that passes `test`."""
        for item in self.evidence:
            for figure in item.figures:
                if test(figure):
                    return item, figure
        return None


@dataclass(frozen=True)
class Findings:
    """All that the tools found this turn. `failed` are the calls that did not work."""

    salaries: list[Found[SalaryDocument]]
    markets: list[Found[MarketDocument]]
    roadmaps: list[Found[RoadmapDocument]]
    searches: list[Found[SearchDocument]]
    failed: list[ToolResult]
    options: list[Found[OptionsDocument]] = field(default_factory=list)


def read_findings(state: CoachState) -> Findings:
    """Read the tool results of this turn. A document that is missing counts as a failed call."""
    results = state.get("tool_results") or []
    numbered = {item.id: item for item in state.get("evidence") or []}

    def of(name: ToolName, model: type[Document]) -> list[Found[Document]]:
        return [
            Found(
                result,
                model.model_validate(result.document),
                [numbered[item] for item in result.evidence if item in numbered],
            )
            for result in results
            if result.name == name and result.ok and result.document is not None
        ]

    return Findings(
        salaries=of("lookup_salary", SalaryDocument),
        markets=of("summarize_job_market", MarketDocument),
        roadmaps=of("generate_roadmap", RoadmapDocument),
        searches=of("search_documents", SearchDocument),
        failed=[result for result in results if not result.ok or result.document is None],
        options=of("suggest_roles", OptionsDocument),
    )


def answering(found: Iterable[Found[Document]], request: ToolRequest) -> Found[Document] | None:
    """What the very call found."""
    return next((item for item in found if item.result.args == request.args), None)


def same_role(left: str | None, right: str | None) -> bool:
    return bool(left and right and left.casefold().strip() == right.casefold().strip())


def for_role(found: Iterable[Found[Document]], role: str | None) -> Found[Document] | None:
    """The first finding whose document is about `role`."""
    return next((item for item in found if same_role(getattr(item.document, "role", None), role)), None)


def near(left: Number | None, right: Number | None) -> bool:
    return left is not None and right is not None and abs(float(left) - float(right)) < 0.005
