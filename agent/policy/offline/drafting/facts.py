"""What a plan may be made of."""

from dataclasses import dataclass, replace
from datetime import date

from agent.context import CoachContext
from agent.edits import apply_edits, hours_of_skills, removals
from agent.models import Plan, Profile, Progress, ToolResult
from agent.policy.offline.findings import Found, for_role, read_findings, same_role
from agent.progress import as_of
from agent.state import CoachState
from tools.documents.models import SearchDocument
from tools.market.models import MarketDocument
from tools.roadmap.models import RoadmapDocument
from tools.salary.models import SalaryDocument


@dataclass(frozen=True)
class PlanFacts:
    """Profile as it is today, progress, and this turn's findings sorted by what they are for.

    `roadmap` is None where no skill table covers the target; `taken_out` are skills of it that the person does not
    want in the plan, and its milestones are without them.
    """

    profile: Profile
    progress: Progress
    today: date
    target: str
    roadmap: Found[RoadmapDocument] | None
    pay: Found[SalaryDocument] | None
    current_pay: Found[SalaryDocument] | None
    market: Found[MarketDocument] | None
    documents: list[Found[SearchDocument]]
    failed: list[ToolResult]
    taken_out: list[str]


def read_facts(state: CoachState, context: CoachContext) -> PlanFacts:
    """Sort the findings of this turn: those about the target, and pay of the current role beside them."""
    progress = state.get("progress") or Progress()
    profile = as_of(state["profile"], progress, context.today)
    target = profile.target_role or ""
    found = read_findings(state)
    roadmap = for_role(found.roadmaps, target)
    mapped = roadmap is not None and bool(roadmap.document.gap or roadmap.document.milestones)
    current = None if same_role(profile.current_role, target) else profile.current_role
    kept, taken_out = _without(roadmap, state) if roadmap is not None and mapped else (None, [])
    return PlanFacts(
        profile=profile,
        progress=progress,
        today=context.today,
        target=target,
        roadmap=kept,
        pay=for_role(found.salaries, target),
        current_pay=for_role(found.salaries, current),
        market=for_role(found.markets, target),
        documents=[item for item in found.searches if item.document.answerable],
        failed=found.failed,
        taken_out=taken_out,
    )


def _without(roadmap: Found[RoadmapDocument], state: CoachState) -> tuple[Found[RoadmapDocument], list[str]]:
    """The roadmap without what the person took out of an earlier draft, and the skills that this leaves out."""
    edits, milestones = removals(state.get("edits") or []), roadmap.document.milestones
    left = apply_edits(Plan(milestones=milestones), edits, hours_of_skills(roadmap.evidence)).milestones
    kept = {skill for milestone in left for skill in milestone.skills}
    gone = [skill for milestone in milestones for skill in milestone.skills if skill not in kept]
    return replace(roadmap, document=roadmap.document.model_copy(update={"milestones": left})), gone
