"""What the offline policy reads of 1,085 messages that authors wrote for version 0.1.0: facts and tool calls, per set.

A case is one turn or a list of `turns`, read in order on one thread. Each turn gives what is said and what must
come of it; a fact that it does not name must stay as it was:

    say: the message            given: the profile before the first turn      draft: true while a plan waits
    set: fields that change to these values (null: forgotten)                 plan: whether a plan is wanted
    calls: tool calls that must be among those made, with the arguments that must fit

"a|b" allows either, [low, high] a range of numbers; a name fits if one holds the other. `intents`, `asks`, `levels` and
`approval_words` name what only version 0.1.0 told; they are not read. Former work counts as the current one, which had
no field of its own then.
"""

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from langchain_core.messages import AnyMessage, HumanMessage

from agent.context import CoachContext
from agent.models import DialogueState, Plan, Profile, ToolRequest, Understanding
from agent.models.changes import apply_changes
from agent.policy.offline import OfflinePolicy
from agent.state import CoachState
from benchmarks.reader import FIELDS, same
from benchmarks.table import Row, least

CONTEXT = CoachContext(today=date(2026, 11, 22))
# Per set the least per cent of cases whose facts, and whose calls, are right; nobody mends from the sets "unseen".
FLOORS = {
    "messages_tuning": (74, 87),
    "messages_held_out": (81, 83),
    "messages_fresh": (76, 77),
    "messages_fresh_2": (78, 78),
    "messages_talks": (86, 58),
    "messages_blind_a": (74, 86),
    "messages_blind_b": (84, 89),
    "messages_blind_c": (76, 86),
    "messages_blind_d": (73, 83),
    "messages_blind_f": (61, 86),
    "messages_blind_g": (52, 83),
    "messages_blind_h": (63, 90),
    "messages_unseen_e": (76, 82),
    "messages_unseen_i": (68, 86),
}
_FREE_ARGS = frozenset({"query", "skills", "missing_skills"})


class Turn(NamedTuple):
    """A turn as it came out: what the case says of it, the profile before, what was understood."""

    told: dict[str, Any]
    before: Profile
    read: Understanding


class Shares(NamedTuple):
    """Per cent of a set's cases whose facts, whose calls, and whose facts and calls are right."""

    cases: int
    facts: float
    calls: float
    both: float


def run() -> Iterator[Row]:
    """Per set the share of cases whose facts, calls and both are right."""
    for name, (facts, calls) in FLOORS.items():
        found = shares(name)
        yield least(f"{name}: facts right of {found.cases} cases", found.facts / 100, facts / 100)
        yield least(f"{name}: calls right", found.calls / 100, calls / 100)


def shares(name: str) -> Shares:
    """What is right of the set `benchmarks/data/<name>.yaml`."""
    played = [list(play(case)) for case in read_cases(name)]
    facts = [not any(map(wrong_facts, turns)) for turns in played]
    calls = [not any(map(wrong_calls, turns)) for turns in played]
    counts = (sum(facts), sum(calls), sum(map(all, zip(facts, calls, strict=True))))
    return Shares(len(played), *(100 * count / len(played) for count in counts))


def read_cases(name: str) -> list[dict[str, Any]]:
    """The cases of `benchmarks/data/<name>.yaml`."""
    file = Path(str(files("benchmarks"))) / "data" / f"{name}.yaml"
    cases: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return cases


def play(case: dict[str, Any]) -> Iterator[Turn]:
    """Each turn as the policy understands it; it answers without evidence, so that the thread knows what it asked."""
    policy, profile, dialogue = (
        OfflinePolicy(),
        Profile.model_validate(case.get("given", {})),
        DialogueState(),
    )
    messages: list[AnyMessage] = []
    for told in case.get("turns", [case]):
        messages = [*messages, HumanMessage(told["say"])]
        state: CoachState = {
            "messages": messages,
            "profile": profile,
            "dialogue": dialogue,
            "draft": Plan() if told.get("draft") else None,
        }
        read = policy.understand(state, CONTEXT)
        yield Turn(told, profile, read)
        profile = apply_changes(profile, read.changes)
        dialogue = read.dialogue or dialogue
        answered = policy.answer({**state, "profile": profile, "understanding": read}, CONTEXT)
        dialogue = answered.dialogue or dialogue


def wrong_facts(turn: Turn) -> list[str]:
    """The fields that came out otherwise than the case says."""
    after, changed = apply_changes(turn.before, turn.read.changes), turn.told.get("set", {})
    held = {name: getattr(after, name) for name in FIELDS}
    held["current_role"] = after.current_role or after.former_role
    was = {name: getattr(turn.before, name) for name in FIELDS}
    was["current_role"] = turn.before.current_role or turn.before.former_role
    wanted = was | {name: value for name, value in changed.items() if name in FIELDS}
    return [name for name in FIELDS if not _fits(held[name], wanted[name])]


def wrong_calls(turn: Turn) -> list[str]:
    """Tool calls that were not made, and a plan wanted, or not, against the case."""
    missed, made = [], [*turn.read.calls]
    for wanted in turn.told.get("calls", []):
        match = next((call for call in made if _is_call(call, wanted)), None)
        if match is None:
            missed.append(f"did not call {wanted}")
        else:
            made.remove(match)
    # Without a target the wish stands until there is one; with a plan that waits, the graph sees what asks
    # for a new draft.
    wants = turn.read.plan_wanted or any(wish.name == "plan" for wish in turn.read.wishes)
    if "plan" in turn.told and not turn.told.get("draft") and wants != turn.told["plan"]:
        missed.append(f"plan wanted: {wants}")
    return missed


def _is_call(call: ToolRequest, wanted: dict[str, dict[str, Any]]) -> bool:
    [(name, args)] = wanted.items()
    return call.name == name and all(
        _fits(call.args.get(arg), value) for arg, value in args.items() if arg not in _FREE_ARGS
    )


def _fits(held: object, wanted: object) -> bool:
    match wanted:
        case [int() | float() as low, int() | float() as high]:
            return isinstance(held, int | float) and low <= held <= high
        case str():
            choices = wanted.split("|")
            return "null" in choices if held is None else any(same(each, str(held)) for each in choices)
        case _:
            return same(wanted, held)
