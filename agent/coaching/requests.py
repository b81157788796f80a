"""Tool calls as moves ask for them: arguments that are known, in the person's own words."""

from pydantic import JsonValue

from agent.coaching.view import View
from agent.models import Subject, ToolName, ToolRequest
from agent.models.changes import skills_as_told
from agent.plans.availability import weeks_from_start
from agent.plans.requests import time_facts
from tools.evidence import Number


def pay_request(subject: Subject, pay: Number | None = None) -> ToolRequest:
    """Wages of a role; with `pay` (USD a year) where that stands among them."""
    return _request("lookup_salary", role=subject.role, location=subject.place, level=subject.level, pay=pay)


def market_request(subject: Subject) -> ToolRequest:
    """Demand, growth and postings of a role."""
    return _request("summarize_job_market", role=subject.role, location=subject.place)


def search_request(query: str) -> ToolRequest:
    """Passages of the library."""
    return _request("search_documents", query=query)


def roadmap_request(
    role: str, view: View, *, hours: Number | None = None, weeks: int | None = None
) -> ToolRequest:
    """The way to a role (or skill) for this person; `hours` and `weeks` only supposed take the place of theirs."""
    profile = view.profile
    told = weeks if weeks is not None else profile.horizon_weeks
    return _request(
        "generate_roadmap",
        role=role,
        skills=[*skills_as_told(profile, profile.skills)] or None,
        missing_skills=[*sorted(profile.missing_skills, key=str.casefold)] or None,
        hours_per_week=hours if hours is not None else profile.hours_per_week,
        weeks=weeks_from_start(told, profile, view.today),
        **(time_facts(profile, view.today) if profile.start_date or profile.busy else {}),
    )


def _request(name: ToolName, **args: JsonValue) -> ToolRequest:
    return ToolRequest(name=name, args={key: value for key, value in args.items() if value is not None})
