"""Reads a message without a language model: facts, intents, tool calls, at most one question back."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pydantic import JsonValue

from agent.models import Profile, ProfileField, ToolRequest, Understanding
from agent.policy.offline.understanding.calls import calls_for
from agent.policy.offline.understanding.cues import has_cue
from agent.policy.offline.understanding.details import kept, turn_details
from agent.policy.offline.understanding.facts import Known, read_clause
from agent.policy.offline.understanding.followups import asks_why, read_answer, repeated_calls
from agent.policy.offline.understanding.places import narrowed_place
from agent.policy.offline.understanding.progress import (
    ToldProgress,
    told_progress,
    with_progress,
    without_lost,
)
from agent.policy.offline.understanding.routing import Asked, as_request, route
from agent.policy.offline.understanding.text import Clause, read_message
from agent.policy.offline.understanding.turn import Before, Part, Turn, read_part
from agent.policy.offline.understanding.waiting import asked_of_draft, asks_for_change
from agent.profiles import apply_changes

if TYPE_CHECKING:
    from agent.context import CoachContext
    from agent.state import CoachState

__all__ = ["understand"]

_DECIDES = re.compile(
    r"(?:please |just |now |then )*(?:approve|deliver|send|ship|finali[sz]e|confirm|accept)\b", re.IGNORECASE
)
_CALLING = ("salary", "market", "roadmap", "documents", "comparison")
_QUESTIONS = {
    "plan": "Which role should the plan lead to?",
    "salary": "Which role's pay do you mean?",
    "market": "Which role's job market do you mean?",
    "roadmap": "Which role should the roadmap lead to?",
    "comparison": "Which roles should I compare?",
}


def understand(state: "CoachState", context: "CoachContext") -> Understanding:
    """Read the last human message of `state`. Never raises for any text; never reads an approval into words."""
    from agent.policy.offline.cv import is_cv, read_cv

    text = _last_message(state)
    before = _before(state, context)
    if is_cv(text):
        return Understanding(
            intents=["profile"], changes=read_cv(text, context.today), details={"cv": True, **kept(before)}
        )
    message = read_message(text)
    told = told_progress(message.clauses) if state.get("draft") or state.get("plan") else ToldProgress()
    clauses = [without_lost(clause) if told.weeks else clause for clause in message.clauses]
    turn = Turn(message, before, before.profile)
    turn.parts = [read_part(as_request(clause)) for clause in clauses]
    return with_progress(_answered(turn) or _repeated(turn) or _read(turn), told)


def _last_message(state: "CoachState") -> str:
    for message in reversed(state.get("messages") or []):
        if message.type == "human":
            return str(message.text)
    return ""


def _before(state: "CoachState", context: "CoachContext") -> Before:
    previous = state.get("understanding")
    details = previous.details if previous else {}
    topic = details.get("topic_role")
    asked = details.get("asked")
    return Before(
        profile=state.get("profile") or Profile(),
        today=context.today,
        understanding=previous,
        draft=state.get("draft"),
        topic=topic if isinstance(topic, str) else None,
        asked=tuple(ToolRequest.model_validate(call) for call in asked) if isinstance(asked, list) else (),
    )


def _answered(turn: Turn) -> Understanding | None:
    """An answer to the question asked back fills its field, and what was wanted goes on."""
    previous = turn.before.understanding
    change = read_answer(turn.message.text.strip(" .!?"), turn)
    if previous is None or change is None:
        return None
    _read_beside(turn, change.field)
    turn.facts.changes.append(change)
    turn.after = apply_changes(turn.before.profile, [change])
    turn.facts.target = turn.after.target_role if change.field == "target_role" else None
    pending = previous.details.get("pending")
    if isinstance(pending, str) and pending in _CALLING:
        return _pending(turn, pending)
    return _finished(
        turn, ["profile", "plan"] if pending == "plan" else ["profile"], [], plan=pending == "plan"
    )


def _read_beside(turn: Turn, answered: ProfileField) -> None:
    """Other facts that come with an answer ("HVAC technician, within 2 years"); its words name no work of today."""
    known = Known(turn.before.profile, turn.before.today)
    for part in turn.parts:
        read_clause(part.clause, known, turn.facts)
    turn.facts.changes = [
        change
        for change in turn.facts.changes
        if change.field not in (answered, "current_role", "target_role")
    ]


def _pending(turn: Turn, intent: str) -> Understanding:
    turn.parts = [read_part(Clause("", asks=True))]
    turn.before = replace(turn.before, topic=turn.facts.target)
    calls = calls_for(Asked(intent, turn.parts[0].clause), turn) or []
    return _finished(turn, ["profile", intent], calls)


def _repeated(turn: Turn) -> Understanding | None:
    """A few words that put another role or place into the last question, or ask why."""
    if asks_why(turn.message.text) and turn.before.understanding and not turn.before.waits:
        return _finished(turn, turn.before.understanding.intents, list(turn.before.asked), why=True)
    if len(turn.parts) != 1:
        return None
    calls = repeated_calls(turn.parts[0], turn.before)
    previous = turn.before.understanding
    if not calls or previous is None:
        return None
    held = turn.before.profile.location
    for place in turn.parts[0].places:
        if narrowed := narrowed_place(held, place):
            turn.facts.set("location", narrowed)
    intents = [intent for intent in previous.intents if intent in _CALLING] or ["salary"]
    return _finished(turn, intents, calls)


def _read(turn: Turn) -> Understanding:
    """The plain way: facts and intents of each clause, then the calls they lead to."""
    before = turn.before
    last = before.understanding.details.get("last_field") if before.understanding else None
    known = Known(before.profile, before.today, last if last in Profile.model_fields else None)  # type: ignore[arg-type]
    for part in turn.parts:
        if _asks_of_draft(turn, part):
            continue
        injected = has_cue("injection", part.text)
        told = not injected and read_clause(part.clause, known, turn.facts)
        paid = turn.facts.money is not None and told
        topic = bool(before.topic or turn.facts.target or before.profile.target_role)
        content = replace(part.content, facts=told, pays=paid, topic=topic)
        turn.asked += _review(turn, part.clause) or _about_change(turn, route(part.clause, content))
    turn.after = apply_changes(before.profile, turn.facts.changes)
    return _understood(turn)


def _asks_of_draft(turn: Turn, part: Part) -> bool:
    """While a plan waits, a question about it is answered from the draft: it tells no facts and calls no tool."""
    draft = turn.before.draft
    if draft is None or has_cue("injection", part.text):
        return False
    about = asked_of_draft(part, draft, turn.before.profile.target_role)
    if about is None:
        return False
    turn.about_plan = about.details()
    turn.asked.append(Asked("review", part.clause, "draft"))
    return True


def _about_change(turn: Turn, asked: list[Asked]) -> list[Asked]:
    """A change of the waiting draft that is asked for in a question is no question to the library."""
    clause = asked[0].clause
    unsure = all(each.intent in ("documents", "outside", "none") for each in asked)
    if turn.before.waits and unsure and not has_cue("injection", clause.text) and asks_for_change(clause):
        return [Asked("review", clause)]
    return asked


def _review(turn: Turn, clause: Clause) -> list[Asked]:
    """While a plan waits, words of approval are read as such, and never as an approval."""
    commands = not clause.asks or _DECIDES.match(clause.text)
    if (
        turn.before.waits
        and commands
        and has_cue("approval", clause.text)
        and not has_cue("injection", clause.text)
    ):
        return [Asked("review", clause, "approval")]
    return []


def _understood(turn: Turn) -> Understanding:
    intents = _intents(turn)
    calls: list[ToolRequest] = []
    missing: str | None = None
    for asked in turn.asked:
        found = calls_for(asked, turn) if asked.intent in intents else []
        if found is None:
            missing = missing or asked.intent
        calls += [call for call in found or [] if call not in calls]
    plan = "plan" in intents or _plan_goes_on(turn)
    if plan:
        _take_topic_as_target(turn)
    if plan and turn.after.target_role is None:
        missing = "plan"
    return _finished(
        turn, intents, calls, plan=plan, missing=missing if missing == "plan" or not calls else None
    )


def _intents(turn: Turn) -> list[str]:
    """Each intent once; small talk and what says nothing give way to what asks or tells something."""
    found = list(dict.fromkeys(asked.intent for asked in turn.asked if asked.intent != "none"))
    if turn.facts.changes and "profile" not in found:
        found.insert(0, "profile")
    if "comparison" in found and "salary" in found:
        found.remove("salary")
    if "plan" in found and "roadmap" in found:
        found.remove("roadmap")
    weighty = [intent for intent in found if intent not in ("small_talk", "review")]
    aside = [asked.clause.text for asked in turn.asked if asked.intent == "outside"]
    if any(intent in _CALLING for intent in found) and all(map(_only_leans, aside)) and "outside" in found:
        found.remove("outside")
    if weighty and "small_talk" in found:
        found.remove("small_talk")
    if turn.before.waits and found == ["small_talk"] and turn.asked[0].kind == "other":
        found = []
    if (
        turn.before.waits
        and not any(intent in found for intent in (*_CALLING, "outside", "small_talk"))
        and "review" not in found
    ):
        found.append("review")
    return found or ["small_talk"]


def _only_leans(text: str) -> bool:
    """Whether a few words lean on what was asked beside them ("should I take it?")."""
    return (
        len(text.split()) <= 6
        and has_cue("leans", text)
        and not has_cue("outside", text)
        and not has_cue("injection", text)
    )


def _take_topic_as_target(turn: Turn) -> None:
    """A plan without a target leads to the role the person last asked about for themselves."""
    previous, topic = turn.before.understanding, turn.before.topic
    if turn.after.target_role is None and previous and topic and previous.details.get("topic_is_own"):
        turn.facts.set("target_role", topic)
        turn.facts.assume(f"the plan leads to the role you asked about: {topic}")
        turn.after = apply_changes(turn.before.profile, turn.facts.changes)


def _plan_goes_on(turn: Turn) -> bool:
    """A plan was wanted and only its target was missing."""
    previous = turn.before.understanding
    return (
        previous is not None and previous.details.get("pending") == "plan" and turn.facts.target is not None
    )


def _finished(
    turn: Turn,
    intents: list[str],
    calls: list[ToolRequest],
    *,
    plan: bool = False,
    missing: str | None = None,
    why: bool = False,
) -> Understanding:
    asks_for: ProfileField | None = "target_role" if missing else None
    if turn.before.waits and any(change.field for change in turn.facts.changes):
        plan = True
    details: dict[str, JsonValue] = {
        **turn_details(turn, intents, calls),
        "pending": missing,
        "follow_up": "why" if why else None,
    }
    return Understanding(
        intents=intents,
        changes=turn.facts.changes,
        calls=calls,
        plan_wanted=plan,
        question=_QUESTIONS[missing] if missing else None,
        asks_for=asks_for,
        assumptions=turn.facts.assumptions,
        details={key: value for key, value in details.items() if value not in (None, [], False)},
    )
