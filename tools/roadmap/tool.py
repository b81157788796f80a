"""The LangChain face of the roadmap generator."""

from tools.calling import repeatable
from tools.roadmap.calendars import read_day, read_period
from tools.roadmap.experience import Experience
from tools.roadmap.models import OwnStep, RoadmapDocument
from tools.roadmap.planner import generate


@repeatable
def generate_roadmap(
    role: str,
    skills: list[str] | None = None,
    missing_skills: list[str] | None = None,
    hours_per_week: float | None = None,
    weeks: int | None = None,
    *,
    some: list[str] | None = None,
    done: list[str] | None = None,
    busy_weeks: list[int] | None = None,
    without: list[str] | None = None,
    first: list[str] | None = None,
    start: str | None = None,
    busy: list[str] | None = None,
    current_role: str | None = None,
    years: float | None = None,
    slow: list[str] | None = None,
    brief: list[str] | None = None,
    own: list[OwnStep] | None = None,
    subjects: list[str] | None = None,
    keep: list[str] | None = None,
) -> tuple[str, RoadmapDocument]:
    """Make an ordered, scheduled roadmap to a role or a skill.

    For an occupation without a skill table it holds the steps to its door: the job, its school or apprenticeship.
    role: what to become or learn ("AI engineer", "RAG"). skills: what they know; some: what they know a little;
    missing_skills: what they said they do not know. hours_per_week: for learning. weeks: the time they have. done:
    skills or steps finished. busy_weeks: weeks without time, from 1. without: what they do not want to learn. first:
    what to begin with. start: the day of week 1 ("2027-01-04"). busy: days without time ("2026-12-18..2026-12-31"), or
    with other hours a week ("2027-03-01..2027-03-31@3"). current_role: their work, years: for how long. slow, brief:
    what has more time, or less. own: steps of theirs. subjects: what they named to learn. keep: what stays anyway.
    """
    document = generate(
        *(role, skills or (), hours_per_week, weeks),
        some=some or (),
        missing=missing_skills or (),
        done=done or (),
        busy_weeks=busy_weeks or (),
        without=without or (),
        first=first or (),
        experience=Experience(current_role, years) if current_role else None,
        start=read_day(start) if start else None,
        busy=map(read_period, busy or ()),
        slow=slow or (),
        brief=brief or (),
        own=own or (),
        subjects=subjects or (),
        keep=keep or (),
    )
    return describe(document), document


def describe(document: RoadmapDocument) -> str:
    """The roadmap in a few lines of plain text."""
    lines = [f"Roadmap to {document.role}: {document.total_hours} hours, {document.weeks} weeks."]
    lines += [
        f"{milestone.id} weeks {milestone.start_week}-{milestone.end_week} ({milestone.hours} h): {milestone.title}. "
        f"{milestone.does}{' ' if milestone.does else ''}Proof: {milestone.proof}"
        for milestone in document.milestones
    ]
    return "\n".join([*(lines if document.milestones else []), *document.notes])
