"""How a reply ends: what did not work, what was assumed, and the plan that waits."""

import re

from agent import wording
from agent.models import ToolResult, Understanding
from agent.policy.offline.answering.question import last_message
from agent.state import CoachState

_TOOLS = {
    "search_documents": "document search",
    "lookup_salary": "salary lookup",
    "generate_roadmap": "roadmap",
    "summarize_job_market": "market summary",
    "suggest_roles": "search for near occupations",
}
_APPROVING = re.compile(
    r"\b(approved?|accept(?:ed)?|lgtm|ship it|go ahead|looks? (?:good|great|fine)|i (?:agree|like it)|deliver|finali[sz]e|yes|ok(?:ay)?)\b",
    re.IGNORECASE,
)
_HOW = "approve it, edit it, or reject it with a reason"


def failures(failed: list[ToolResult], *, found_some: bool) -> str:
    """Each failed call in words; a failure never turns into a guess."""
    lines = []
    for result in failed:
        reason = wording.inline(result.error or "it gave no result").rstrip(".")
        lines.append(f"The {_TOOLS[result.name]} did not work this time: {reason}.")
    if lines and not found_some:
        lines.append("I would rather say so than guess; please ask again in a moment.")
    return " ".join(lines)


def assumed(understanding: Understanding) -> str:
    texts = [text.rstrip(".") for text in understanding.assumptions]
    return wording.sentence(f"I assumed: {'; '.join(texts)}") if texts else ""


def says_approval(state: CoachState, understanding: Understanding) -> bool:
    """Whether the message reads like an approval, which no message is."""
    if understanding.details.get("about_plan") or understanding.details.get("small_talk") == "goodbye":
        return False  # "who approved it?" asks, and "ok bye" decides nothing
    return bool(understanding.details.get("approval_words") or _APPROVING.search(last_message(state)))


def waiting_reminder(state: CoachState, understanding: Understanding) -> str:
    """A plan that waits is not approved by words: say how it is."""
    if state.get("draft") is None:
        return ""
    if says_approval(state, understanding):
        return f"Words in a message do not approve a plan, so it is still a draft. To decide, {_HOW}."
    return f"Your plan still waits for you: {_HOW}."
