"""The LangChain face of the roadmap generator."""

from langchain_core.tools import tool

from tools.roadmap.models import RoadmapDocument
from tools.roadmap.planner import generate


@tool(response_format="content_and_artifact")
def generate_roadmap(
    role: str,
    skills: list[str] | None = None,
    missing_skills: list[str] | None = None,
    hours_per_week: float | None = None,
    weeks: int | None = None,
    *,
    done: list[str] | None = None,
    busy_weeks: list[int] | None = None,
) -> tuple[str, RoadmapDocument]:
    """Make an ordered, scheduled learning roadmap to a role or a skill.

    role: what to become or learn, such as "AI engineer" or "RAG", in the person's own words.
    skills: what the person knows, with levels as they put it ("a bit of PyTorch", "4 years of Python").
    missing_skills: what they said they do not know.
    hours_per_week: their hours for learning. weeks: the time they have.
    done: skills they finished since an earlier roadmap. busy_weeks: weeks without time, counted from 1.
    """
    document = generate(
        role,
        skills or (),
        hours_per_week,
        weeks,
        missing=missing_skills or (),
        done=done or (),
        busy_weeks=busy_weeks or (),
    )
    return describe(document), document


def describe(document: RoadmapDocument) -> str:
    """The roadmap in a few lines of plain text."""
    lines = [f"Roadmap to {document.role}: {document.total_hours} hours, {document.weeks} weeks."]
    lines += [
        f"{milestone.id} weeks {milestone.start_week}-{milestone.end_week} ({milestone.hours} h): {milestone.title}. "
        f"Proof: {milestone.proof}"
        for milestone in document.milestones
    ]
    return "\n".join([*(lines if document.milestones else []), *document.notes])
