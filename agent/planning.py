"""What a plan rests on: the tool calls that a complete plan needs, derived from the profile alone.

Code, not the policy, decides this: the same facts give the same evidence whoever thinks and in whatever
order the person told them.
"""

from pydantic import JsonValue

from agent.models import Profile, ToolName, ToolRequest
from agent.profiles import skills_as_told


def plan_requests(profile: Profile) -> list[ToolRequest]:
    """The calls for a plan toward `profile.target_role`; empty without a target."""
    target = profile.target_role
    if target is None:
        return []
    requests = [
        _request("generate_roadmap", role=target, **_roadmap_facts(profile)),
        _request("lookup_salary", role=target, location=profile.location),
        _request("summarize_job_market", role=target, location=profile.location),
        _request(
            "search_documents",
            query=f"What does the work of {target} consist of and which skills does it need?",
        ),
    ]
    if profile.current_role and profile.current_role.casefold() != target.casefold():
        requests.append(_request("lookup_salary", role=profile.current_role, location=profile.location))
    return requests


def merge_requests(*groups: list[ToolRequest]) -> list[ToolRequest]:
    """All requests in order, each once."""
    merged: list[ToolRequest] = []
    for group in groups:
        merged.extend(request for request in group if request not in merged)
    return merged


def _roadmap_facts(profile: Profile) -> dict[str, JsonValue]:
    return {
        "skills": [*skills_as_told(profile, profile.skills)] or None,
        "missing_skills": _in_order(profile.missing_skills),
        "hours_per_week": profile.hours_per_week,
        "weeks": profile.horizon_weeks,
    }


def _in_order(names: list[str]) -> JsonValue:
    return [*sorted(names, key=str.casefold)] or None


def _request(name: ToolName, **args: JsonValue) -> ToolRequest:
    return ToolRequest(name=name, args={key: value for key, value in args.items() if value is not None})
