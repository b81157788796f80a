"""When nothing was looked up: greetings, thanks, questions about the coach, and what it did not understand."""

import re

from agent import wording
from agent.models import Understanding
from agent.plans.feedback import hints
from agent.policy.offline.answering.closing import says_approval
from agent.policy.offline.answering.conversation import about_conversation
from agent.policy.offline.answering.next_step import next_step, suggestion
from agent.policy.offline.answering.question import Question
from agent.policy.offline.understanding.cues import cued_small_talk
from agent.state import CoachState

_CAN = (
    "I can look up US wages for a role and a place, say how its job market stands, search the library on AI "
    "engineering work, and lay out a learning path that becomes a plan once you approve it."
)
_ASK = (
    "Ask me, for example, what a role pays in a US city or state, how many such jobs there are, or what it takes to "
    "learn it; or tell me your work, your place and your hours a week."
)
_KINDS = ("thanks", "goodbye", "greeting", "wellbeing", "identity")
_UNCHANGED = (
    "I found nothing in that to change in the draft. Name what should be different: the hours, the place, the role, "
    "a skill or a milestone."
)
_LONGEST = 10  # words of the person's own that are repeated


def talk_reply(state: CoachState, understanding: Understanding, question: Question) -> str:
    """A sentence or two, never a figure that no evidence holds."""
    kind = str(understanding.details.get("small_talk") or cued_small_talk(question.text) or "")
    waits = state.get("draft") is not None
    if kind in _KINDS and not question.is_about("complaint", "worry"):
        return _small_talk(kind, question, waits=waits)
    if waits and says_approval(state, understanding):
        return ""
    if said := about_conversation(state, question):
        return said
    if waits and kind != "capability":
        return _beside_draft(understanding, question)
    return _help(kind, understanding, question)


def _help(kind: str, understanding: Understanding, question: Question) -> str:
    if question.is_about("advice"):
        return suggestion(question)
    if "help" in understanding.intents or kind == "capability":
        return f"{_CAN} Tell me what you do now, what you want to do, and how many hours a week you have."
    if kind == "other":
        return f"All right. {next_step(question)}".strip()
    return _outside(question) if "outside" in understanding.intents else _not_understood(question)


def _beside_draft(understanding: Understanding, question: Question) -> str:
    """While a plan waits: what could not be done with the message, said beside the reminder."""
    if "outside" in understanding.intents:
        return _outside(question)
    if cued_small_talk(question.text):
        return ""
    asks_back = question.asks and "review" not in understanding.intents
    return _not_understood(question) if asks_back else " ".join([_UNCHANGED, *hints(question.text)])


def _outside(question: Question) -> str:
    lead = "I can't help with that: I know about work, pay and learning, and would only be guessing."
    return f"{lead} {question.once(_CAN)}".strip()


def _small_talk(kind: str, question: Question, *, waits: bool) -> str:
    if kind == "goodbye" or (kind == "thanks" and question.is_about("farewell")):
        return "Until next time. What you told me stays in this thread, so we can go on where we stopped."
    if kind == "thanks":
        return f"You're welcome. {next_step(question) if question.profile.target_role and not waits else ''}".strip()
    if kind == "identity":
        return f"I am a career coach, a program and no person. {question.once(_CAN)}".strip()
    lead = "Hello." if kind == "greeting" else "All well here, thank you."
    known = next_step(question) if question.profile.current_role or question.profile.target_role else ""
    return f"{lead} {known or 'Tell me what work you do now and what you would like to do, and I look up what it takes and pays.'}"


def _not_understood(question: Question) -> str:
    said = wording.inline(question.text if question.text.isprintable() else question.mended).strip(" .!?")
    words = said.split()
    quoted = " ".join(words[:_LONGEST]) + (" …" if len(words) > _LONGEST else "")
    if not question.asks:
        return f"I found no question in that, and nothing to note about you. {question.once(_ASK)}".strip()
    # A number of theirs is no figure of ours to repeat.
    shown = re.search(r"\w", quoted) and not re.search(r"\d", quoted)
    lead = f"I did not understand “{quoted}”." if shown else "I did not understand that."
    return f"{lead} {question.once(_ASK) or 'Could you say it in other words?'}"
