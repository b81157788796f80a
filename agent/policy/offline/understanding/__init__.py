"""Reads a message without a language model: facts, intents, tool calls, at most one question back."""

from dataclasses import replace
from typing import TYPE_CHECKING

from pydantic import JsonValue

from agent.models import Profile, ToolRequest, Understanding
from agent.models.changes import apply_changes
from agent.policy.offline.understanding.calendar import told_time
from agent.policy.offline.understanding.calls import calls_for
from agent.policy.offline.understanding.cues import corrected_from, has_cue
from agent.policy.offline.understanding.details import finished, kept
from agent.policy.offline.understanding.facts import Facts, Known, read_clause
from agent.policy.offline.understanding.intents import (
    about_change,
    asks_of_draft,
    review_words,
    weighed_intents,
)
from agent.policy.offline.understanding.progress import (
    ToldProgress,
    told_progress,
    with_progress,
    without_lost,
)
from agent.policy.offline.understanding.resumed import answered, repeated
from agent.policy.offline.understanding.routing import as_told, route
from agent.policy.offline.understanding.text import read_message
from agent.policy.offline.understanding.trades import singular
from agent.policy.offline.understanding.turn import Before, Turn

if TYPE_CHECKING:
    from agent.context import CoachContext
    from agent.state import CoachState

SHORT = 4  # words of a question that can only be about the amount just told ("is that good?")
__all__ = ["understand"]


def understand(state: "CoachState", context: "CoachContext") -> Understanding:
    """Read the last human message of `state`. Never raises for any text; never reads an approval into words."""
    from agent.nlu.cv.read import cv_in

    text = _last_message(state)
    before = _before(state, context)
    cv = cv_in(state.get("messages") or [], context.today)
    if cv is not None:
        told: dict[str, JsonValue] = {"cv": True, **kept(before)}
        return Understanding(intents=["profile"], changes=cv.changes, details=told, cv=cv.report)
    message = read_message(text)
    planned = bool(state.get("draft") or state.get("plan"))
    time = told_time(message.clauses, before.profile, context.today, planned=planned)
    progress = told_progress(time.clauses) if planned else ToldProgress()
    clauses = [without_lost(clause) if progress.weeks else clause for clause in time.clauses]
    turn = Turn(message, before, before.profile, facts=Facts([*time.changes], [*time.assumptions]))
    turn.read(clauses)
    return with_progress(answered(turn) or repeated(turn) or _read(turn), progress)


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
    recent = details.get("recent_roles")
    return Before(
        profile=state.get("profile") or Profile(),
        today=context.today,
        understanding=previous,
        draft=state.get("draft"),
        plan=state.get("plan"),
        topic=topic if isinstance(topic, str) else None,
        asked=tuple(ToolRequest.model_validate(call) for call in asked) if isinstance(asked, list) else (),
        recent=tuple(str(role) for role in recent) if isinstance(recent, list) else (),
    )


def _read(turn: Turn) -> Understanding:
    """The plain way: facts and intents of each clause, then the calls they lead to."""
    before = turn.before
    fields = [change.field for change in before.understanding.changes] if before.understanding else []
    role = next((each for each in reversed(fields) if each in ("current_role", "target_role")), None)
    known = Known(
        before.profile, before.today, fields[-1] if fields else None, role, places=tuple(before.places)
    )
    turn.facts.alone = len(turn.parts) == 1
    turn.facts.corrects = bool(corrected_from(turn.message.text))
    for part in turn.parts:
        if asks_of_draft(turn, part):
            continue
        injected = has_cue("injection", part.text)
        told = not injected and read_clause(as_told(part.clause), known, turn.facts)
        paid = turn.facts.money is not None and (told or len(part.text.split()) <= SHORT)
        topic = bool(before.topic or turn.facts.target or before.profile.target_role)
        content = replace(part.content, facts=told, pays=paid, topic=topic)
        turn.asked += review_words(turn, part.clause) or about_change(turn, route(part.clause, content))
    turn.after = apply_changes(before.profile, turn.facts.changes)
    return _understood(turn)


def _understood(turn: Turn) -> Understanding:
    intents = weighed_intents(turn)
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
    return finished(
        turn, intents, calls, plan=plan, missing=missing if missing == "plan" or not calls else None
    )


def _take_topic_as_target(turn: Turn) -> None:
    """A plan without a target leads to the one role the person last asked about."""
    topic = turn.before.topic
    asked = {call.args.get("role") for call in turn.before.asked}
    if turn.after.target_role is None and topic and asked == {topic}:
        topic = singular(topic)
        turn.facts.set("target_role", topic)
        turn.facts.assume(f"the plan leads to the role you asked about: {topic}")
        turn.after = apply_changes(turn.before.profile, turn.facts.changes)


def _plan_goes_on(turn: Turn) -> bool:
    """A plan was wanted and only its target was missing."""
    previous = turn.before.understanding
    return (
        previous is not None and previous.details.get("pending") == "plan" and turn.facts.target is not None
    )
