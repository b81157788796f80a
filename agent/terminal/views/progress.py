"""The views of one plan with its versions, and of the progress with it."""

from datetime import date

from agent import wording
from agent.plans.progress_report import PlanDocument, ProgressDocument
from agent.terminal.render import Screen
from agent.terminal.views.plan import view_plan, view_summary


def view_plan_document(screen: Screen, document: PlanDocument, *, full: bool = False) -> None:
    """The plan in short or in full, whether it waits, and which other versions there are."""
    if full:
        view_plan(screen, document.plan, document.evidence)
    else:
        version = (
            f" --version {document.plan.version}" if document.plan.version != max(document.versions) else ""
        )
        view_summary(screen, document.plan, full_by=f"`coach plan {document.thread}{version} --full`")
    if document.waiting:
        screen.line("This is a draft: it waits for your approval.")
    others = [str(number) for number in document.versions if number != document.plan.version]
    if others:
        screen.line(f"Other versions: {', '.join(others)}. Show one with --version.")


def view_progress(screen: Screen, document: ProgressDocument) -> None:
    """What is done, and the milestones that are left with their days."""
    screen.line(f"Plan version {document.version}, week {document.week}.", "strong")
    if document.done:
        screen.line(f"Done: {', '.join(document.done)}.")
    if document.lost_weeks:
        screen.line(f"Lost: {wording.weeks(document.lost_weeks)}.")
    for told in document.told:
        screen.line(told)
    rows = [
        (
            milestone.id,
            milestone.title,
            "nothing" if milestone.done else ", ".join(milestone.skills_left),
            "" if milestone.done else wording.number(milestone.hours_left),
            wording.date_span(
                date.fromisoformat(milestone.start_date), date.fromisoformat(milestone.end_date)
            ),
        )
        for milestone in document.milestones
    ]
    screen.table(("", "Milestone", "Left to learn", "Hours left", "Planned for"), rows)
    if document.waiting:
        screen.line(f"A plan waits for approval: `coach plan {document.thread}` shows it.")
