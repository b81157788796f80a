"""Messages that lean on the turn before: "and in Denver?", "what about a nurse?", "why?", an answer to a question."""

import re
from dataclasses import replace

from agent.models import ProfileChange, ProfileField, ToolRequest
from agent.plans.requests import merge_requests
from agent.policy.offline.understanding.asked import bare_role
from agent.policy.offline.understanding.calls import TOOL_OF, level_in
from agent.policy.offline.understanding.cues import cued_intents, has_cue
from agent.policy.offline.understanding.horizon import find_horizon
from agent.policy.offline.understanding.hours import find_hours
from agent.policy.offline.understanding.places import bare_place, narrowed_place
from agent.policy.offline.understanding.quantities import NUMBER, parse_number, plain
from agent.policy.offline.understanding.turn import Before, Part, Turn

LONGEST_ANSWER = 9  # words
_FILLERS = re.compile(
    r"\b(?:instead|please|then|there|jobs?|roles?|a|an|the|in|for|as|about|with|only|like|and|or|of|if|what|how|say|people|pay|one|ones|live|i|moved|move|to|worked|were|was"
    r"|entry|level|senior|junior|mid|experienced|starting|same|now|ok|okay|so|also|but|vs|versus|try|do|well|make|it|hmm|oh|area|city|state|near|around|at|be|became|title|titles|general|us|hmm|and|other|same|over|up|down|out|mean|meant|sorry|actually|no|wait|oops|specifically|particular|exactly|precisely|maybe|more|add|include|throw|also|too|years?|yrs|experience|experienced)\b|[^\w]",
    re.IGNORECASE,
)


_HERE = re.compile(r"\b(?:(?:right|over|around|round) )?here\b", re.IGNORECASE)
_ADDS = re.compile(r"(?:(?:and|also|please|now|ok|can you),? )*(?:add|include|throw in)\b", re.IGNORECASE)
_OR_THERE = re.compile(
    r"^(?:vs\.?|versus|compared (?:to|with)|against)\b|\bthere (?:or|and|vs\.?)\b|\b(?:or|and|vs\.?) there\b",
    re.IGNORECASE,
)
_BARE_HOURS = re.compile(
    rf"^(?:(?:and|or|ok|so|what|how|about|if|with|at|i|do|did|had|only)\s+)+(?P<value>{NUMBER})(?:\s*(?:h|hrs?|hours?)(?:\s*(?:a|per|/)\s*week)?)?(?: instead)?$",
    re.IGNORECASE,
)


def repeated_calls(part: Part, before: Before) -> list[ToolRequest]:
    """The last calls with the role, place, level or hours that a few words put in their stead; else empty."""
    if not before.asked:
        return []
    if hours := bare_hours(part.text):
        roadmaps = [call for call in before.asked if call.name == "generate_roadmap"]
        return [ToolRequest(name=call.name, args={**call.args, "hours_per_week": hours}) for call in roadmaps]
    part = _at_home(part, before.profile.location)
    if not _is_elliptical(part) or _asks_other(part.text, before):
        return []
    roles: list[str | None] = [role.text for role in part.roles]
    calls = (
        _with(call, role, place, level_in(part.text), before)
        for call in _per_question(before.asked, part)
        for role in roles or [None]
        for place in _places(part, before) or (None,)
    )
    return merge_requests([*(before.asked if _ADDS.match(part.text) else ()), *calls])


def _at_home(part: Part, home: str | None) -> Part:
    """The words with the person's own place named, where they say "here"."""
    if home is None or part.places or not _HERE.search(part.text):
        return part
    text = _HERE.sub(lambda _: home, part.text)
    return replace(part, clause=replace(part.clause, text=text), places=(home,))


def _places(part: Part, before: Before) -> tuple[str, ...]:
    """The places named, with the one of before where they say "there or in San Antonio?"."""
    both = part.places and _OR_THERE.search(part.text)
    return (*before.places[-1:], *part.places) if both else part.places


def _with(
    call: ToolRequest, role: str | None, place: str | None, level: str | None, before: Before
) -> ToolRequest:
    """The call with what was newly named in the place of what it had."""
    if call.name == "search_documents":
        query = str(call.args["query"])
        return ToolRequest(
            name=call.name, args={"query": _about(query, role, before.topic) if role else query}
        )
    args = dict(call.args)
    if role:
        args["role"] = role
    if place and call.name != "generate_roadmap":
        args["location"] = narrowed_place(_text(args.get("location")), place) or place
    if level and call.name == "lookup_salary":
        args["level"] = level
    return ToolRequest(name=call.name, args=args)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def bare_hours(text: str) -> int | float | None:
    """The hours of "and with 20?"."""
    match = _BARE_HOURS.match(text.strip(" ?.!"))
    return plain(parse_number(match["value"])) if match else None


def _asks_other(text: str, before: Before) -> bool:
    """Whether the words ask for something else than the last calls did ("and the pay there?" after the job market)."""
    asked = {TOOL_OF[intent] for intent in cued_intents(text) if intent in TOOL_OF}
    return bool(asked) and not asked & {call.name for call in before.asked}


def _per_question(asked: tuple[ToolRequest, ...], part: Part) -> list[ToolRequest]:
    """Of calls that differ only in what is now replaced, one is enough."""
    replaced = {name for name, named in (("role", part.roles), ("location", part.places)) if named}
    kept: dict[str, ToolRequest] = {}
    for call in asked:
        rest = {key: value for key, value in call.args.items() if key not in replaced}
        kept.setdefault(f"{call.name}{sorted(rest.items(), key=str)}", call)
    return list(kept.values())


def _is_elliptical(part: Part) -> bool:
    if not (part.roles or part.places or level_in(part.text)) or len(part.text.split()) > LONGEST_ANSWER:
        return False
    left = re.sub(r"\d+", " ", part.text) if level_in(part.text) else part.text
    places = (word for place in part.places for word in re.findall(r"[\w.'-]+", place))
    for named in (*(role.text for role in part.roles), *places):
        left = re.sub(rf"(?<!\w){re.escape(named)}(?!\w)", " ", left, flags=re.IGNORECASE)
    return not _FILLERS.sub("", left)


def _about(query: str, role: str, topic: str | None) -> str:
    if topic and topic.casefold() in query.casefold():
        return re.sub(re.escape(topic), role, query, flags=re.IGNORECASE)
    return f"{query} ({role})"


def asks_why(text: str) -> bool:
    """Whether the message only asks for the reason of what was said."""
    return has_cue("asks_why", text)


def read_answer(text: str, turn: Turn) -> ProfileChange | None:
    """What an answer of a few words puts into the field that was asked for."""
    wanted = turn.before.understanding.asks_for if turn.before.understanding else None
    if wanted is None or len(text.split()) > LONGEST_ANSWER or (text.endswith("?") and len(text.split()) > 4):
        return None
    if any(part.clause.asks and cued_intents(part.text) for part in turn.parts):
        return None
    if _INTRODUCES.match(text) or len(turn.parts) > 2:
        return None  # what they are, not what was asked for
    value = _value(wanted, text, turn)
    return ProfileChange(field=wanted, value=value) if value is not None else None


_INTRODUCES = re.compile(
    r"(?:i'm|i am|i work as|could i|can i)\b(?! (?:thinking|in|from|near|based|aiming))", re.IGNORECASE
)


def _value(wanted: ProfileField, text: str, turn: Turn) -> str | int | float | None:
    if wanted in ("target_role", "current_role"):
        return bare_role(text)
    if wanted == "location":
        return bare_place(text)
    if wanted == "hours_per_week":
        hours, _ = find_hours(text)
        return hours.per_week if hours else _number(text)
    if wanted == "horizon_weeks":
        horizon, _ = find_horizon(f"in {text}", turn.before.today)
        return horizon.weeks if horizon else None
    return _number(text) if wanted in ("years_experience", "target_salary") else None


def _number(text: str) -> int | float | None:
    match = re.search(rf"(?<![\w$]){NUMBER}(?!\w)", text, re.IGNORECASE)
    return plain(parse_number(match[0])) if match else None
