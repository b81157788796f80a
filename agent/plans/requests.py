"""What a plan rests on: the tool calls that a complete plan needs, derived from the profile alone.

Code, not the policy, decides this: the same facts give the same evidence whoever thinks and in whatever
order the person told them.
"""

from collections.abc import Sequence
from datetime import date

from pydantic import JsonValue

from agent import wording
from agent.models import PlanEdit, Profile, Progress, ToolName, ToolRequest
from agent.models.changes import skills_by_level
from agent.plans.availability import busy_ahead, plan_start
from agent.plans.constraints import (
    BRIEF,
    KEEP,
    SLOW,
    first_skills,
    names_under,
    own_steps,
    own_steps_left,
    removed_skills,
)
from agent.plans.progress import as_of, usual_name, weeks_without_time
from tools.roadmap.experience import MOST_YEARS
from tools.roadmap.steps import door_of
from tools.roadmap.subjects import subject_title
from tools.roadmap.targets import link_target


def plan_requests(
    profile: Profile,
    progress: Progress | None = None,
    today: date | None = None,
    edits: Sequence[PlanEdit] = (),
) -> list[ToolRequest]:
    """The calls for a plan toward `profile.target_role`; empty without a target.

    With `progress` the roadmap leads on from what is done, and `today` says how much of the time is left; with
    `edits` it goes without the skills that the person took out of an earlier draft, begins with those they want first, and
    holds the steps of their own.
    """
    target = profile.target_role
    if target is None:
        return []
    requests = [
        _request("generate_roadmap", role=target, **_roadmap_facts(profile, progress, today, edits)),
        _request("lookup_salary", role=target, location=profile.location),
        _request("summarize_job_market", role=target, location=profile.location),
        _request("search_documents", query=f"What does {wording.article(wording.in_short(target))} do?"),
    ]
    if link_target(target) is None and door_of(target) is None:
        requests.append(_request("suggest_roles", role=target))
    if profile.current_role and profile.current_role.casefold() != target.casefold():
        requests.append(_request("lookup_salary", role=profile.current_role, location=profile.location))
    return requests


def merge_requests(*groups: list[ToolRequest]) -> list[ToolRequest]:
    """All requests in order, each once."""
    merged: list[ToolRequest] = []
    for group in groups:
        merged.extend(request for request in group if request not in merged)
    return merged


def without_roadmap(requests: list[ToolRequest], target: str | None) -> list[ToolRequest]:
    """The requests without roadmaps to `target`: the plan brings its own."""
    return [
        request
        for request in requests
        if request.name != "generate_roadmap"
        or str(request.args.get("role", "")).casefold() != (target or "").casefold()
    ]


def time_facts(profile: Profile, today: date) -> dict[str, JsonValue]:
    """The arguments of a roadmap that say when there is time: its first day, and the busy times ahead."""
    start = plan_start(profile, today)
    busy: JsonValue = [str(period) for period in busy_ahead(profile, start)]
    return {"start": start.isoformat(), "busy": busy or None}


def work_facts(profile: Profile) -> dict[str, JsonValue]:
    """The arguments of a roadmap that say what work was held, and for how long: what it implies is taken as known."""
    role, years = profile.current_role or profile.former_role, profile.years_experience
    possible = years is not None and 0 <= years <= MOST_YEARS
    return {"current_role": role, "years": years if role and possible else None}


def _roadmap_facts(
    profile: Profile, progress: Progress | None, today: date | None, edits: Sequence[PlanEdit]
) -> dict[str, JsonValue]:
    done = progress.done if progress else []
    now = as_of(profile, progress, today) if today else profile
    # A list that is empty is left out, as a fact that was never told.
    lost: JsonValue = [*weeks_without_time(progress, plan_start(profile, today))] if today else []
    known = [skill for skill in profile.skills if not done or usual_name(skill) not in done]
    # What they lack is gone by the name that its part has; a step of theirs that is no such part names nothing else.
    theirs = {step.title for step in own_steps(edits)} - {subject_title(each) for each in now.missing_skills}
    own: JsonValue = [step.model_dump(mode="json") for step in own_steps_left(edits, progress)]
    well, little = skills_by_level(profile, known)
    return {
        "skills": [*well] or None,
        "some": [*little] or None,
        "missing_skills": _in_order(profile.missing_skills),
        "hours_per_week": profile.hours_per_week,
        **work_facts(profile),
        "weeks": now.horizon_weeks,
        "done": _in_order([name for name in done if name not in theirs]),
        "busy_weeks": lost or None,
        "without": _in_order(list(removed_skills(edits) - theirs)),
        # What went or is done since it was wanted first is no wish any more.
        "first": [each for each in first_skills(edits) if each not in {*removed_skills(edits), *done}]
        or None,
        "slow": _in_order(names_under(edits, SLOW)),
        "brief": _in_order(names_under(edits, BRIEF)),
        "own": own or None,
        "keep": _in_order(names_under(edits, KEEP)),
        "subjects": _in_order(profile.missing_skills),
        **(time_facts(profile, today) if today else {}),
    }


def _in_order(names: list[str]) -> JsonValue:
    return [*sorted(names, key=str.casefold)] or None


def _request(name: ToolName, **args: JsonValue) -> ToolRequest:
    return ToolRequest(name=name, args={key: value for key, value in args.items() if value is not None})
