"""What of a model's reading is kept: only what the person's messages support. The rest is dropped and never echoed.

The deterministic reading is the second witness: what it found is never lost, and where the two contradict
each other about the same fact, it stands.
"""

from collections.abc import Iterable, Sequence
from typing import cast

from pydantic import JsonValue

from agent.grounding.quantities import Quantity
from agent.models import Profile, ProfileChange, ProfileField, ToolRequest, Understanding
from agent.models.changes import LIST_FIELDS
from agent.plans.requests import plan_requests
from agent.policy.model.said import Said, holds_words
from agent.policy.model.wire import WantedCall

_TEXTS = ("current_role", "target_role", "location")
_WEEKS_A_YEAR = 52.18
_HOURS_A_YEAR = 2080
_QUERY_LENGTH = 300


def kept_changes(wanted: Sequence[ProfileChange], said: Said, witness: Understanding) -> list[ProfileChange]:
    """The changes that both readings make, and those of the model alone that the person's words support."""
    kept = list(witness.changes)
    for change in wanted:
        if change.field in LIST_FIELDS:
            kept += _list_change(change, said, witness)
        elif change.op in ("clear", "remove"):
            kept += _cleared(change, said, kept)
        elif change.field in _TEXTS:
            kept = _with_text(change, said, kept)
        else:
            kept += _number(change, said, kept)
    return kept


def kept_calls(
    wanted: Sequence[WantedCall], said: Said, witness: Understanding, profile: Profile
) -> list[ToolRequest]:
    """The calls whose arguments the person's words support, and those of the other reading that they leave out."""
    calls: list[ToolRequest] = []
    for call in wanted:
        request = _kept_call(call, said, witness, profile)
        if request is not None and request not in calls:
            calls.append(request)
    return calls + [call for call in witness.calls if not any(_covers(held, call) for held in calls)]


def _list_change(change: ProfileChange, said: Said, witness: Understanding) -> list[ProfileChange]:
    given = change.value if isinstance(change.value, list) else [change.value]
    names = [name for name in given if isinstance(name, str) and name.strip()]
    found = {
        name.casefold(): each.field
        for each in witness.changes
        if each.field in LIST_FIELDS
        for name in (each.value if isinstance(each.value, list) else [str(each.value)])
    }
    if change.op in ("remove", "clear"):
        supported = [name for name in names if said.drops_something and said.names_now(name)]
        op = "remove"
    else:
        supports = said.has_skill if change.field == "skills" else said.lacks_skill
        supported = [name for name in names if supports(name) and name.casefold() not in found]
        op = "add"
    return [ProfileChange(field=change.field, op=op, value=supported)] if supported else []


def _cleared(change: ProfileChange, said: Said, kept: Iterable[ProfileChange]) -> list[ProfileChange]:
    """A fact is forgotten only if the person takes something back and names it, and no new value was told."""
    held = getattr(said.profile, change.field)
    told_anew = any(each.field == change.field for each in kept)
    named = holds_words(said.own_words, change.field.split("_")[-1]) or holds_words(said.own_words, str(held))
    if held is None or told_anew or not said.drops_something or not named:
        return []
    return [ProfileChange(field=change.field, op="clear")]


def _with_text(change: ProfileChange, said: Said, kept: list[ProfileChange]) -> list[ProfileChange]:
    value = change.value
    if not isinstance(value, str) or not said.names_now(value):
        return kept
    rivals = [each for each in kept if each.field == change.field]
    elsewhere = any(
        each.field in _TEXTS and each.field != change.field and _same(str(each.value), value) for each in kept
    )
    if elsewhere:
        return kept
    if not rivals:
        # Where a place or a role is only asked about, nothing was told.
        told = any(holds_words(clause, value) for clause in said.told)
        return [*kept, ProfileChange(field=change.field, value=value.strip())] if told else kept
    fuller = all(each.op == "set" and holds_words(value, str(each.value)) for each in rivals)
    if not fuller:
        return kept
    return [each.model_copy(update={"value": value.strip()}) if each in rivals else each for each in kept]


def _number(change: ProfileChange, said: Said, kept: Iterable[ProfileChange]) -> list[ProfileChange]:
    value = _as_number(change.value)
    if value is None or any(each.field == change.field for each in kept):
        return []
    if not any(_states(item, clause, change.field, value) for item, clause in said.quantities):
        return []
    number = int(value) if value == int(value) else value
    return [ProfileChange(field=change.field, value=number)]


def _states(item: Quantity, clause: str, field: ProfileField, value: float) -> bool:
    """Whether a number that was said can be this value of this field."""
    if field == "years_experience":
        return item.unit == "years" and item.equals(value)
    if field == "hours_per_week":
        times = (
            (1, 5, 7) if any(word in clause.lower() for word in ("day", "night", "evening", "dail")) else (1,)
        )
        return item.unit == "hours" and any(abs(item.value * each - value) < 0.01 for each in times)
    if field == "horizon_weeks":
        weeks = {"weeks": 1.0, "months": _WEEKS_A_YEAR / 12, "years": _WEEKS_A_YEAR}.get(item.unit)
        return weeks is not None and abs(item.value * weeks - value) <= max(1.0, 0.03 * value)
    yearly = item.value * (_HOURS_A_YEAR if item.unit == "USD/hour" else 1)
    return (item.money or item.value >= 1000) and abs(yearly - value) <= 0.5


def _as_number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        return float(value)
    except ValueError:
        return None


def _kept_call(call: WantedCall, said: Said, witness: Understanding, profile: Profile) -> ToolRequest | None:
    if call.tool == "search_documents":
        query = call.query if call.query and said.names(call.query) else said.last.text[:_QUERY_LENGTH]
        return ToolRequest(name=call.tool, args={"query": query}) if query else None
    role = call.role if call.role and said.names(call.role) else None
    twins = [each for each in witness.calls if each.name == call.tool]
    twin = next((each for each in twins if role is None or _same(str(each.args.get("role")), role)), None)
    if twin is not None:
        return twin
    role = role or profile.target_role
    if role is None:
        return None
    if call.tool == "generate_roadmap":
        return plan_requests(profile.model_copy(update={"target_role": role}))[0]
    return ToolRequest(name=call.tool, args={"role": role, **_optional(call, said, twins)})


def _optional(call: WantedCall, said: Said, twins: Sequence[ToolRequest]) -> dict[str, JsonValue]:
    """Place and level as the person said them; a place they named is not lost where the model leaves it out."""
    args: dict[str, JsonValue] = {}
    if call.location and said.names(call.location):
        args["location"] = call.location.strip()
    elif twins and twins[0].args.get("location"):
        args["location"] = twins[0].args["location"]
    elif said.profile.location and call.tool == "lookup_salary" and not twins:
        args["location"] = said.profile.location
    if call.level and call.tool == "lookup_salary" and said.names(call.level):
        args["level"] = call.level.strip()
    return args


def _covers(held: ToolRequest, call: ToolRequest) -> bool:
    if held.name != call.name:
        return False
    role, other = cast("str", held.args.get("role", "")), cast("str", call.args.get("role", ""))
    return held.name == "search_documents" or _same(role, other)


def _same(left: str, right: str) -> bool:
    return holds_words(left, right) and holds_words(right, left)
