"""Tool calls as moves ask for them: arguments that are known, in the person's own words."""

from collections.abc import Sequence

from pydantic import JsonValue

from agent.coaching.view import View
from agent.models import Measure, Subject, ToolName, ToolRequest
from agent.models.changes import skills_by_level
from agent.plans.availability import weeks_from_start
from agent.plans.requests import time_facts
from tools.evidence import Number
from tools.options.conditions import Condition


def pay_request(
    subject: Subject, pay: Number | None = None, *, contract: bool = False, measure: Measure | None = None
) -> ToolRequest:
    """Wages of a role; with `pay` (USD a year, below 1,000 an hour) where that stands among them.

    `contract` says that it is what a contractor bills: it is placed as what an employee would earn for it. `measure`
    wants wages by the hour, or the states ranked.
    """
    return _request(
        "lookup_salary",
        role=subject.role,
        location=subject.place,
        level=subject.level,
        pay=pay,
        contract=contract or None,
        hourly=True if measure == "hour" else None,
        by_state=True if measure == "state" else None,
    )


def market_request(subject: Subject) -> ToolRequest:
    """Demand, growth and postings of a role."""
    return _request("summarize_job_market", role=subject.role, location=subject.place)


def options_request(
    role: str | None,
    place: str | None,
    view: View,
    *,
    no_degree: bool = False,
    any_pay: bool = False,
    conditions: Sequence[Condition] = (),
    other_field: bool = False,
) -> ToolRequest:
    """Occupations near a role (without one of the place), of `other_field` none of its own major group; where they told what they earn or aim at, only what pays that much, unless `any_pay`."""
    return _request(
        "suggest_roles",
        role=role,
        location=place,
        no_degree=no_degree or None,
        min_pay=None if any_pay else view.profile.target_salary,
        pay=view.profile.present_pay,
        better_pay=False if any_pay else None,
        conditions=[*conditions] or None,
        other_field=other_field or None,
    )


def search_request(query: str) -> ToolRequest:
    """Passages of the library."""
    return _request("search_documents", query=query)


def roadmap_request(role: str, view: View, *, done: Sequence[str] = ()) -> ToolRequest:
    """The way to a role (or skill) for this person; `done` are skills taken as finished before.

    What their work implies counts as known: in their own words, on which a plan rests as well.
    """
    profile = view.told or view.profile
    well, little = skills_by_level(profile, profile.skills)
    return _request(
        "generate_roadmap",
        role=role,
        skills=[*well] or None,
        some=[*little] or None,
        missing_skills=[*sorted(profile.missing_skills, key=str.casefold)] or None,
        hours_per_week=profile.hours_per_week,
        weeks=weeks_from_start(profile.horizon_weeks, profile, view.today),
        done=[*done] or None,
        current_role=profile.current_role or profile.former_role,
        years=profile.years_experience if profile.current_role or profile.former_role else None,
        **(time_facts(profile, view.today) if profile.start_date or profile.busy else {}),
    )


def _request(name: ToolName, **args: JsonValue) -> ToolRequest:
    return ToolRequest(name=name, args={key: value for key, value in args.items() if value is not None})
