"""What a turn asks for as a whole: the intents of its clauses weighed, and words about the plan that waits."""

import re

from agent.policy.offline.understanding.calls import CALLING
from agent.policy.offline.understanding.cues import has_cue
from agent.policy.offline.understanding.routing import Asked
from agent.policy.offline.understanding.text import Clause
from agent.policy.offline.understanding.turn import Part, Turn
from agent.policy.offline.understanding.waiting import asked_of_draft, asks_for_change

_DECIDES = re.compile(
    r"(?:please |just |now |then )*(?:approve|deliver|send|ship|finali[sz]e|confirm|accept)\b", re.IGNORECASE
)


def weighed_intents(turn: Turn) -> list[str]:
    """Each intent once; small talk and what says nothing give way to what asks or tells something."""
    found = list(dict.fromkeys(asked.intent for asked in turn.asked if asked.intent != "none"))
    if turn.facts.changes and "profile" not in found:
        found.insert(0, "profile")
    if any(asked.intent in CALLING and asked.clause.asks for asked in turn.asked):
        # What they cannot decide between ("I'm torn between...") is what their question is about.
        told = [asked for asked in turn.asked if asked.intent == "comparison" and not asked.clause.asks]
        turn.asked = [asked for asked in turn.asked if asked not in told]
        found = [intent for intent in found if any(asked.intent == intent for asked in turn.asked)]
    if "comparison" in found and "salary" in found:
        found.remove("salary")
    if "plan" in found and "roadmap" in found:
        found.remove("roadmap")
    weighty = [intent for intent in found if intent not in ("small_talk", "review")]
    aside = [asked.clause.text for asked in turn.asked if asked.intent == "outside"]
    if any(intent in CALLING for intent in found) and all(map(_only_leans, aside)) and "outside" in found:
        found.remove("outside")
    if weighty and "small_talk" in found:
        found.remove("small_talk")
    if turn.before.waits and found == ["small_talk"] and turn.asked[0].kind == "other":
        found = []
    if (
        turn.before.waits
        and not any(intent in found for intent in (*CALLING, "outside", "small_talk"))
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


def asks_of_draft(turn: Turn, part: Part) -> bool:
    """A question about the plan that waits, or else about the delivered one, tells no facts and calls no tool."""
    draft = turn.before.draft or turn.before.plan
    if draft is None or has_cue("injection", part.text):
        return False
    about = asked_of_draft(part, draft, turn.before.profile.target_role)
    if about is None:
        return False
    turn.about_plan = about.details()
    turn.asked.append(Asked("review", part.clause, "draft"))
    return True


def about_change(turn: Turn, asked: list[Asked]) -> list[Asked]:
    """A change of the waiting draft that is asked for in a question is no question to the library."""
    clause = asked[0].clause
    unsure = all(each.intent in ("documents", "outside", "none") for each in asked)
    if turn.before.waits and unsure and not has_cue("injection", clause.text) and asks_for_change(clause):
        return [Asked("review", clause)]
    return asked


def review_words(turn: Turn, clause: Clause) -> list[Asked]:
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
