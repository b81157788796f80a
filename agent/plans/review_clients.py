"""What review front ends answer in their own words, as the human-in-the-loop reply that they mean.

Agent Inbox answers with a list of one `{"type": "accept" | "edit" | "response" | "ignore", "args"}` (`HumanResponse` in
langchain-ai/agent-inbox). Agent Chat UI answers with decisions, and sends an edited argument as text.
"""

from typing import Any

from tools.errors import DecisionError


def as_decisions(answer: object) -> object:
    """An answer of Agent Inbox as `{"decisions": [...]}`; any other answer as it came.

    A response is a message and no rejection: a question is answered, and the draft stays. Raises DecisionError for an
    `ignore`, which decides nothing.
    """
    if not (isinstance(answer, list) and len(answer) == 1 and isinstance(answer[0], dict)):
        return answer
    kind, args = answer[0].get("type"), answer[0].get("args")
    if kind == "ignore":
        raise DecisionError(
            "Nothing was decided, and the plan goes on waiting.", "Approve, edit or reject it when you like."
        )
    if kind == "response" and isinstance(args, str) and args.strip():
        return {"decisions": [{"type": "respond", "message": args}]}
    action: dict[str, Any] = args if isinstance(args, dict) else {}
    given = action.get("args")
    if kind == "accept":
        # It brings the request's arguments back, and with them the draft that was shown.
        draft = given.get("draft") if isinstance(given, dict) else None
        return {"decisions": [{"type": "approve", "draft": draft}]}
    if kind == "edit":
        return {
            "decisions": [
                {"type": "edit", "edited_action": {"name": action.get("action"), "args": given}},
            ]
        }
    return answer
