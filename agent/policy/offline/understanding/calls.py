"""From intents to tool calls: only arguments that are known, in the person's own words."""

import re

from pydantic import JsonValue

from agent.models import ToolName, ToolRequest
from agent.models.changes import skills_as_told
from agent.plans.availability import weeks_from_start
from agent.plans.requests import time_facts
from agent.policy.offline.understanding.asked import AskedRole
from agent.policy.offline.understanding.cues import cued_intents, has_cue
from agent.policy.offline.understanding.frames import frame
from agent.policy.offline.understanding.quantities import NUMBER, parse_number, plain
from agent.policy.offline.understanding.routing import Asked
from agent.policy.offline.understanding.turn import Part, Turn

TOOL_OF: dict[str, ToolName] = {
    "salary": "lookup_salary",
    "market": "summarize_job_market",
    "roadmap": "generate_roadmap",
    "documents": "search_documents",
}
CALLING = ("salary", "market", "roadmap", "documents", "comparison")
_NEEDS_ROLE = frozenset({"salary", "market", "roadmap"})
_LEVEL = re.compile(
    r"\b(?:(?P<entry>entry[- ]level|entry level|junior|starting|start(?:ing)? out|beginner|new grads?|fresh out|right out of)|(?P<mid>mid[- ]?(?:level|career))|(?P<senior>senior|sr\.?|experienced))\b",
    re.IGNORECASE,
)
# Years of experience as the level of a question ("engineers with 2 years of experience").
_YEARS = re.compile(
    rf"\b(?:with|after|having|has|have|at)(?: (?:about|only|just|over|around|at least|more than|some))*\s+(?P<bare>{NUMBER})\s*(?P<more>\+|plus)?\s*-?\s*(?:years?|yrs?|yoe)\b(?!\s+(?:left|to|from|old))"
    rf"|\b(?P<low>{NUMBER})\s*\+?\s*-?\s*(?:(?:years?|yrs?)'?(?:\s+of)?(?:\s+\w+)?\s+(?:experience|exp)|yoe)\b",
    re.IGNORECASE,
)
_OWN_LEVEL = re.compile(
    r"\b(?:(?:with|for|given|at) my (?:own )?(?:years|experience|level|seniority)|someone (?:like me|with my))\b",
    re.IGNORECASE,
)
_LEARNS = re.compile(r"\b(?:learn|study|master|pick up|start with)\b", re.IGNORECASE)
_TAKES = re.compile(
    r"\b(?:quick\w*|fast\w*|longer|sooner|shorter|easier to (?:learn|become|get into)|harder to (?:learn|become|get into)|to (?:learn|become|get into))\b",
    re.IGNORECASE,
)
_THERE = re.compile(r"\bthere\b(?! (?:is|are|a|any|much|demand|more|enough)\b)", re.IGNORECASE)
_CONSIDERS = re.compile(
    r"\b(?:thinking (?:about|of)|considering|torn between|looking (?:at|into)|curious about|weighing|toying with|wondering about)\b",
    re.IGNORECASE,
)
_FAIR = re.compile(
    r"\b(?:underpaid|overpaid|fair|normal|typical|percentile|offer\w*|low\s?ball\w*|good|decent|compare|competitive|worth|lose|pay cut|better off|more than|less than|afford)\b",
    re.IGNORECASE,
)


def calls_for(asked: Asked, turn: Turn) -> list[ToolRequest] | None:
    """The calls of one intent; None when it needs a role and none is known."""
    part = turn.part_of(asked.clause)
    if asked.intent == "documents":
        return [ToolRequest(name="search_documents", args={"query": _query(part, turn)})]
    tool = TOOL_OF.get(asked.intent)
    if asked.intent == "comparison":
        tool = _compared_by(part)
    if tool is None:
        return []
    roles = subject_roles(part, turn, asked.intent)
    if not roles:
        return None if asked.intent in _NEEDS_ROLE or asked.intent == "comparison" else []
    if tool == "generate_roadmap":
        return [roadmap_call(role.text, turn) for role in roles]
    places: list[str | None] = [*subject_places(part, turn)] or [None]
    return [_call(tool, role, place, part, turn) for role in roles for place in places]


def subject_roles(part: Part, turn: Turn, asked_intent: str) -> list[AskedRole]:
    """The roles a question is about: its own, another question's of the message, the thread's topic, the profile's."""
    own = _asked_about(part, turn)
    if asked_intent == "roadmap":
        own = [
            role
            for role in own
            if not re.search(rf"\bfrom (?:being )?(?:an? )?{re.escape(role.text)}", part.text, re.IGNORECASE)
        ]
    several = asked_intent == "comparison"
    if several and len(own) == 1 and not part.places:
        other = (
            turn.after.current_role
            if has_cue("current_job", part.text)
            else turn.before.topic or turn.after.target_role
        )
        return [AskedRole(other), *own] if other and other.casefold() != own[0].text.casefold() else own
    if own:
        return own if several else _most_telling(own, part)
    if asked_intent == "roadmap" and part.content.skills:
        return [AskedRole(part.content.skills[0])]
    if asked_intent == "roadmap" and (meant := _skill_meant(part, turn)):
        return [AskedRole(meant)]
    return _from_message(part, turn) or _from_thread(part, turn)


def _skill_meant(part: Part, turn: Turn) -> str | None:
    """The skill that another clause wants to learn and "that" points to ("just Docker first. How long would that take?")."""
    if not has_cue("leans", part.text):
        return None
    others = [
        each
        for each in turn.parts
        if each is not part and not each.roles and _LEARNS.search(f"{each.text} {part.text}")
    ]
    return next((skill for each in others for skill in each.content.skills), None)


def _from_message(part: Part, turn: Turn) -> list[AskedRole]:
    """The roles of another clause of the message that tells nothing about the person, or what they are offered."""
    for other_part in turn.parts:
        if other_part is not part and other_part.roles and _lends(other_part, turn):
            return [role for role in other_part.roles if role.known][:2] or list(other_part.roles[:1])
    return []


def _lends(part: Part, turn: Turn) -> bool:
    """Whether the roles and places of a clause are what a question beside it is about."""
    weighs = bool(_CONSIDERS.search(part.text)) and turn.facts.target is None
    return (
        not part.clause.tells or weighs or (turn.facts.money is not None and turn.facts.money.kind == "offer")
    )


def _from_thread(part: Part, turn: Turn) -> list[AskedRole]:
    """The thread's topic, else what the profile names."""
    if has_cue("current_job", part.text) and turn.after.current_role:
        return [_from_profile(turn.after.current_role)]
    if turn.facts.target is None and len(turn.before.compared) > 1:
        return [AskedRole(role) for role in turn.before.compared]
    if turn.facts.target is None and len(searched := _searched(turn)) > 1:
        return [AskedRole(role) for role in searched]
    topic = turn.facts.target or turn.before.topic or turn.after.target_role or turn.after.current_role
    return [_from_profile(topic)] if topic else []


def _searched(turn: Turn) -> list[str]:
    """The roles that the last question to the library named."""
    queries = " ".join(str(call.args.get("query", "")) for call in turn.before.asked).casefold()
    return [role for role in turn.before.recent if role.casefold() in queries]


def _asked_about(part: Part, turn: Turn) -> list[AskedRole]:
    """Roles of the clause, without the one it tells as the person's own ("as a nurse, could I become a...")."""
    if part.clause.asks or turn.facts.target is None:
        return list(part.roles)
    target = turn.facts.target.casefold()
    wanted = [role for role in part.roles if role.text.casefold() in target or target in role.text.casefold()]
    return wanted or ([AskedRole(turn.facts.target)] if part.roles else [])


def _most_telling(roles: list[AskedRole], part: Part) -> list[AskedRole]:
    """All roles that are set side by side; of others the last one ("as a nurse moving to data analyst")."""
    if len(roles) > 1 and not re.search(r"\b(?:and|or|vs|versus|than)\b|,|/", part.text, re.IGNORECASE):
        return roles[-1:]
    return roles


def _from_profile(words_held: str) -> AskedRole:
    return AskedRole(re.sub(r"^(?:former|ex|retired)[- ]", "", words_held))


def subject_places(part: Part, turn: Turn) -> list[str]:
    """The places a question is about: its own, another question's, those it leans on, where the person lives."""
    if frame("nationwide").search(part.text):
        return []
    own = list(part.places)
    if len(own) == 1 and len(part.roles) < 2 and has_cue("compares", part.text):
        held = turn.before.places[-1:] or [turn.after.location or own[0]]
        return list(dict.fromkeys([*held, *own]))
    return own or _other_places(part, turn)


def _other_places(part: Part, turn: Turn) -> list[str]:
    for other in turn.parts:
        if other is not part and other.places and _lends(other, turn):
            return list(other.places)
    if _THERE.search(part.text):
        told = [place for other in turn.parts if not other.clause.supposes for place in other.places]
        if told:
            return told[-1:]
    before = turn.before.places[-1:]
    if before and _THERE.search(part.text):
        return before
    if turn.after.location:
        return [turn.after.location]
    asked = {str(call.args.get("role", "")).casefold() for call in turn.before.asked}
    same_pair = len(part.roles) > 1 and all(role.text.casefold() in asked for role in part.roles)
    return before if same_pair or not part.roles else []


def roadmap_call(role: str, turn: Turn) -> ToolRequest:
    """A roadmap for `role` from what is known, or supposed in this message, about the person."""
    after, supposed = turn.after, turn.facts.supposed
    return _request(
        "generate_roadmap",
        role=role,
        skills=[*skills_as_told(after, after.skills)] or None,
        missing_skills=_sorted(after.missing_skills),
        hours_per_week=supposed.get("hours_per_week", after.hours_per_week),
        weeks=weeks_from_start(supposed.get("horizon_weeks", after.horizon_weeks), after, turn.before.today),
        **(time_facts(after, turn.before.today) if after.start_date or after.busy else {}),
    )


def level_in(text: str, years: float | None = None) -> str | None:
    """The level a clause speaks of, in the words the salary lookup takes; `years` are the person's own."""
    if of_years := _YEARS.search(text):
        amount = plain(parse_number(of_years["low"] or of_years["bare"]))
        return f"{amount}{'+' if of_years['more'] else ''} years"
    if years and _OWN_LEVEL.search(text):
        return f"{years} years"
    match = _LEVEL.search(text)
    if match is None or match.lastgroup is None:
        return None
    return {"entry": "entry-level", "mid": "mid-level", "senior": "senior"}[match.lastgroup]


def _call(tool: ToolName, role: AskedRole, place: str | None, part: Part, turn: Turn) -> ToolRequest:
    if tool != "lookup_salary":
        return _request(tool, role=role.text, location=place)
    return _request(
        tool,
        role=role.text,
        location=place,
        level=role.level or level_in(part.text, turn.after.years_experience),
        pay=_pay(part, turn),
    )


def _pay(part: Part, turn: Turn) -> int | float | None:
    money = turn.facts.money
    if money is None or money.foreign:
        return None
    return money.amount if money.kind in ("offer", "threshold") or _FAIR.search(part.text) else None


def _compared_by(part: Part) -> ToolName:
    """Pay, unless demand or the way there is what is compared."""
    if _TAKES.search(part.text):
        return "generate_roadmap"
    cued = cued_intents(part.text)
    if "salary" in cued:
        return "lookup_salary"
    if "market" in cued:
        return "summarize_job_market"
    return "lookup_salary"


def _query(part: Part, turn: Turn) -> str:
    """The question itself; where it leans on the thread, with the role it leans on."""
    query = re.sub(r"^(?:and|so|ok|also|well|hey|hi)[, ]+", "", part.text, flags=re.IGNORECASE).strip(" ?!.")
    if not part.roles and not part.content.skills and has_cue("leans", query):
        role = turn.facts.target or turn.before.topic or turn.after.target_role
        query = f"{query} ({role})" if role else query
    return query


def _sorted(names: list[str]) -> JsonValue:
    return [*sorted(names, key=str.casefold)] or None


def _request(name: ToolName, **args: JsonValue) -> ToolRequest:
    return ToolRequest(name=name, args={key: value for key, value in args.items() if value is not None})
