"""Turns that go on from the last one: an answer to what was asked back, a question put again with a change."""

import re
from dataclasses import replace

from agent.models import ProfileField, Understanding
from agent.models.changes import apply_changes
from agent.policy.offline.understanding.calls import CALLING, calls_for
from agent.policy.offline.understanding.cues import corrected_from, cued_small_talk
from agent.policy.offline.understanding.details import finished
from agent.policy.offline.understanding.facts import Known, read_clause
from agent.policy.offline.understanding.followups import asks_why, bare_hours, read_answer, repeated_calls
from agent.policy.offline.understanding.places import narrowed_place
from agent.policy.offline.understanding.routing import Asked
from agent.policy.offline.understanding.text import Clause
from agent.policy.offline.understanding.turn import Part, Turn, read_part


def answered(turn: Turn) -> Understanding | None:
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
    if isinstance(pending, str) and pending in CALLING:
        return _pending(turn, pending)
    return finished(
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


def _is_aside(part: Part) -> bool:
    """A few words that name nothing ("Hmm.", "Too slow.")."""
    named = part.roles or part.places or part.content.skills
    return not (named or part.clause.asks or len(part.text.split()) > 3 or re.search(r"\d", part.text))


def _pending(turn: Turn, intent: str) -> Understanding:
    turn.parts = [read_part(Clause("", asks=True))]
    turn.before = replace(turn.before, topic=turn.facts.target)
    calls = calls_for(Asked(intent, turn.parts[0].clause), turn) or []
    return finished(turn, ["profile", intent], calls)


def repeated(turn: Turn) -> Understanding | None:
    """A few words that put another role or place into the last question, or ask why."""
    of_plan = turn.before.plan is not None and any(part.content.skills for part in turn.parts)
    if asks_why(turn.message.text) and turn.before.understanding and not (turn.before.waits or of_plan):
        return finished(turn, turn.before.understanding.intents, list(turn.before.asked), why=True)
    if cued_small_talk(turn.message.text):
        return None  # "Nice." is no place then
    spoken = [part for part in turn.parts if not _is_aside(part)]
    if len(spoken) != 1:
        return None
    calls = repeated_calls(spoken[0], turn.before)
    previous = turn.before.understanding
    if not calls or previous is None:
        return None
    held = turn.before.profile.location
    for place in spoken[0].places:
        corrects = corrected_from(turn.message.text) and not spoken[0].clause.asks
        if corrects and held in turn.before.places:
            turn.facts.set("location", place)
        elif narrowed := narrowed_place(held, place):
            turn.facts.set("location", narrowed)
    if hours := bare_hours(spoken[0].text):
        turn.facts.set("hours_per_week", hours)
        turn.after = apply_changes(turn.before.profile, turn.facts.changes)
    intents = [intent for intent in previous.intents if intent in CALLING] or ["salary"]
    return finished(turn, intents, calls)
