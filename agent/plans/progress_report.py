"""Where a person stands with their plan: what is done, what is left and when, and the time that was lost."""

from collections.abc import Sequence
from datetime import date

from agent import wording
from agent.models import Plan
from agent.plans.how_far import MilestoneStanding, milestone_standings, week_of
from agent.plans.progress import MOST_LOST_WEEKS, Told, skills_meant
from agent.plans.review import waiting_plan
from agent.session.replies import ThreadDocument
from tools.errors import ThreadError, UsageError
from tools.evidence import Evidence, Value


class ProgressDocument(Value):
    """The document of `coach progress`.

    `version` is that of the plan the person works by: the latest delivered one, else the one that waits;
    `week` counts its weeks up to today. `done` holds all skills finished since the first plan, `told` what they did in their
    own words, with the ISO day before them. `waiting` says that a plan waits for approval.
    """

    thread: str
    version: int
    start: str
    week: int
    done: list[str] = []
    lost_weeks: int = 0
    told: list[str] = []
    milestones: list[MilestoneStanding] = []
    waiting: bool = False


class PlanDocument(Value):
    """The document of `coach plan`: one plan, whether it waits, the evidence it cites, and all versions there are."""

    thread: str
    waiting: bool
    plan: Plan
    evidence: list[Evidence] = []
    versions: list[int] = []


def plan_document(document: ThreadDocument, version: int | None = None) -> PlanDocument:
    """The plan that waits, else the latest delivered one; with `version` the one of that number."""
    plan = plan_in_view(document, version)
    waiting = [waiting_plan(document.review).version] if document.review is not None else []
    cited = {name for section in plan.sections for claim in section.claims for name in claim.evidence}
    return PlanDocument(
        thread=document.thread,
        waiting=plan.version in waiting,
        plan=plan,
        evidence=[item for item in document.evidence if item.id in cited],
        versions=sorted({*waiting, *(held.version for held in document.plans)}),
    )


def plan_in_force(document: ThreadDocument) -> Plan:
    """The latest delivered plan, else the one that waits. Raises ThreadError when there is neither."""
    if document.plans:
        return document.plans[-1]
    if document.review is not None:
        return waiting_plan(document.review)
    raise ThreadError(f"There is no plan in thread {document.thread} yet.", "Ask for a plan first.")


def plan_in_view(document: ThreadDocument, version: int | None = None) -> Plan:
    """The plan that waits, else the latest delivered one; with `version` the one of that number.

    Raises ThreadError where there is none.
    """
    waiting = [waiting_plan(document.review)] if document.review is not None else []
    if version is None:
        return waiting[0] if waiting else plan_in_force(document)
    plans = {plan.version: plan for plan in [*waiting, *document.plans]}
    if version not in plans:
        there = f"There are {', '.join(map(str, sorted(plans)))}." if plans else "Ask for a plan first."
        raise ThreadError(f"Thread {document.thread} has no plan version {version}.", there)
    return plans[version]


def approved_plan(document: ThreadDocument, version: int | None = None) -> Plan:
    """The plan approved last, or the one of `version`; a revision that waits is none yet. Raises ThreadError."""
    if not document.plans:
        raise ThreadError(
            f"Thread {document.thread} has no approved plan yet.", "Approve one first; then export it."
        )
    approved = next((plan for plan in reversed(document.plans) if version in (None, plan.version)), None)
    if approved is None:
        there = ", ".join(str(plan.version) for plan in document.plans)
        raise ThreadError(
            f"Thread {document.thread} has no approved version {version}.", f"There are {there}."
        )
    return approved


def standing_of(document: ThreadDocument, today: date) -> ProgressDocument:
    """How far the person is with the plan in force. Raises ThreadError without a plan."""
    plan = plan_in_force(document)
    start = date.fromisoformat(plan.start) if plan.start else today
    return ProgressDocument(
        thread=document.thread,
        version=plan.version,
        start=start.isoformat(),
        week=week_of(start, today),
        done=document.progress.done,
        lost_weeks=document.progress.lost_weeks,
        told=document.progress.told,
        milestones=milestone_standings(plan, document.progress, document.evidence, start),
        waiting=document.review is not None,
    )


def checked_progress(document: ThreadDocument, done: Sequence[str], lost_weeks: int) -> Told:
    """What is to be recorded. Raises UsageError for an unknown skill or milestone, or an impossible number."""
    plan = plan_in_force(document)
    if not 0 <= lost_weeks <= MOST_LOST_WEEKS or not (done or lost_weeks):
        raise UsageError(
            f"Lost weeks are a number from 1 to {MOST_LOST_WEEKS}.",
            "Name what is done, the weeks lost, or both.",
        )
    for item in done:
        if not _is_known(item, plan):
            raise UsageError(
                f"Neither the plan nor the learning graph holds {item!r}.",
                f"Name a skill, or one of {', '.join(milestone.id for milestone in plan.milestones)}.",
            )
    return Told(done=list(done), lost_weeks=lost_weeks)


def spoken(told: Told) -> str:
    """The same as the person would say it in the conversation."""
    finished = f"I finished {wording.listing(told.done)}." if told.done else ""
    lost = f"I lost {wording.weeks(told.lost_weeks)}." if told.lost_weeks else ""
    return " ".join(part for part in (finished, lost) if part)


def _is_known(item: str, plan: Plan) -> bool:
    from tools.roadmap.skills import link_skill

    meant = skills_meant(item, plan)
    in_plan = {skill for milestone in plan.milestones for skill in milestone.skills}
    return bool(meant) and (set(meant) <= in_plan or link_skill(item) is not None)
