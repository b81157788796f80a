"""When nothing was looked up: greetings, thanks, help, what is outside the coach's field."""

import re

from agent.models import Understanding
from agent.state import CoachState

_CAN = (
    "I can look up US wages for a role and a place, say how its job market stands, search the library on AI "
    "engineering work, and lay out a learning path that becomes a plan once you approve it."
)
_THANKS = re.compile(r"\b(thanks?|thank you|thx|cheers|great|perfect|appreciate)\b", re.IGNORECASE)
_FAREWELL = re.compile(r"\b(bye|goodbye|good ?night|see you|later|that'?s all)\b", re.IGNORECASE)


def talk_reply(state: CoachState, understanding: Understanding) -> str:
    """A sentence or two, never a figure."""
    intents = set(understanding.intents)
    if state.get("draft") is not None:
        return "" if "outside" not in intents else f"That is outside my field. {_CAN}"
    if "outside" in intents:
        return (
            f"I can't help with that: I know about work, pay and learning, and would only be guessing. {_CAN}"
        )
    if "help" in intents:
        return f"{_CAN} Tell me what you do now, what you want to do, and how many hours a week you have."
    if "small_talk" in intents:
        return _small_talk(last_message(state))
    return f"I am not sure what you are asking. {_CAN}"


def last_message(state: CoachState) -> str:
    """The text of the person's last message."""
    for message in reversed(state.get("messages") or []):
        if message.type == "human":
            return str(message.text)
    return ""


def _small_talk(message: str) -> str:
    if _FAREWELL.search(message):
        return "Until next time. What you told me stays in this thread, so we can go on where we stopped."
    if _THANKS.search(message):
        return "You're welcome. Ask on, or say “make my plan” when you want it all in one place."
    return "Hello. Tell me what work you do now and what you would like to do, and I look up what it takes and pays."
