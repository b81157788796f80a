"""What a plan may be made of."""

from dataclasses import dataclass, replace
from datetime import date

from agent.coaching.findings import Found, for_role, read_findings, same_role
from agent.context import CoachContext
from agent.models import Profile, Progress, ToolResult
from agent.plans.availability import plan_start
from agent.plans.constraints import shortened, unwanted_resources
from agent.plans.progress import as_of, keep_ids
from agent.plans.requests import work_facts
from agent.state import CoachState
from tools.documents.models import SearchDocument
from tools.market.models import MarketDocument
from tools.options.models import OptionsDocument
from tools.roadmap.experience import Experience, imply
from tools.roadmap.models import RoadmapDocument
from tools.salary.models import SalaryDocument


@dataclass(frozen=True)
class PlanFacts:
    """Profile as it is today, progress, and this turn's findings sorted by what they are for.

    `roadmap` is None where neither a skill table nor steps lead to the target; `near` says then how it is entered and
    what lies near it. `today` is the day the plan begins on. `work` names the
    work from which skills are taken as known ("4 years as a backend developer"), empty where none was told; `shortened` is what
    was taken out for the plan to be shorter.
    """

    profile: Profile
    progress: Progress
    today: date
    target: str
    roadmap: Found[RoadmapDocument] | None
    pay: Found[SalaryDocument] | None
    current_pay: Found[SalaryDocument] | None
    market: Found[MarketDocument] | None
    near: Found[OptionsDocument] | None
    documents: list[Found[SearchDocument]]
    failed: list[ToolResult]
    work: str = ""
    shortened: frozenset[str] = frozenset()


def read_facts(state: CoachState, context: CoachContext) -> PlanFacts:
    """Sort the findings of this turn: those about the target, and pay of the current role beside them."""
    progress = state.get("progress") or Progress()
    profile = as_of(state["profile"], progress, context.today)
    target = profile.target_role or ""
    found = read_findings(state)
    roadmap = for_role(found.roadmaps, target)
    mapped = roadmap is not None and bool(roadmap.document.gap or roadmap.document.milestones)
    current = None if same_role(profile.current_role, target) else profile.current_role
    return PlanFacts(
        profile=profile,
        progress=progress,
        today=plan_start(profile, context.today),
        target=target,
        roadmap=_with_ids(roadmap, state) if roadmap is not None and mapped else None,
        pay=for_role(found.salaries, target),
        current_pay=for_role(found.salaries, current),
        market=for_role(found.markets, target),
        near=for_role(found.options, target),
        documents=[item for item in found.searches if item.document.answerable],
        failed=found.failed,
        work=_work(profile),
        shortened=frozenset(shortened(state.get("edits") or [])),
    )


def _work(profile: Profile) -> str:
    told = work_facts(profile)
    role, years = told["current_role"], told["years"]
    if not isinstance(role, str) or not role.strip():
        return ""
    return imply(Experience(role, float(years) if isinstance(years, int | float) else None)).reason


def _with_ids(roadmap: Found[RoadmapDocument], state: CoachState) -> Found[RoadmapDocument]:
    """The roadmap with the milestone ids of the plan that it goes on from, without resources that are not wanted."""
    milestones = keep_ids(roadmap.document.milestones, state.get("delivered") or [])
    unwanted = unwanted_resources(state.get("edits") or [])
    milestones = [
        milestone.model_copy(
            update={"resources": [item for item in milestone.resources if item.url not in unwanted]}
        )
        for milestone in milestones
    ]
    return replace(roadmap, document=roadmap.document.model_copy(update={"milestones": milestones}))
