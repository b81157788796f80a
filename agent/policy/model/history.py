"""What of the conversation is sent along: the latest messages, trimmed by tokens. Profile and evidence never are."""

import json
from collections.abc import Sequence
from typing import Any

from langchain_core.messages import AIMessage, AnyMessage, BaseMessage, HumanMessage, trim_messages

# Most tokenizers make more than three characters of a token; a cautious count keeps the limits hard.
_CHARACTERS = 3
_PER_MESSAGE = 4
# A reply or a whole draft is remembered by its beginning.
_REPLY_LENGTH = 500


def estimated_tokens(messages: Sequence[BaseMessage], tool: dict[str, Any] | None = None) -> int:
    """At least as many tokens as these messages, and the schema of `tool`, are likely to be."""
    characters = sum(len(str(message.text)) for message in messages) + (len(json.dumps(tool)) if tool else 0)
    calls = sum(len(json.dumps(message.tool_calls)) for message in messages if isinstance(message, AIMessage))
    return (characters + calls) // _CHARACTERS + _PER_MESSAGE * len(messages)


def earlier_messages(messages: Sequence[AnyMessage], tokens: int) -> list[HumanMessage | AIMessage]:
    """What was said before the last message of the person, as much of it as fits, from one of theirs on."""
    before = [*messages]
    while before and not isinstance(before.pop(), HumanMessage):
        continue
    said: list[HumanMessage | AIMessage] = []
    for message in before:
        text = str(message.text)
        if isinstance(message, HumanMessage):
            said.append(HumanMessage(text))
        elif text:
            said.append(AIMessage(text if len(text) <= _REPLY_LENGTH else text[:_REPLY_LENGTH] + " …"))
    kept = trim_messages(
        [*said],
        strategy="last",
        max_tokens=tokens,
        token_counter=_count,
        start_on="human",
        include_system=False,
    )
    return [message for message in kept if isinstance(message, HumanMessage | AIMessage)]


def last_message(messages: Sequence[AnyMessage]) -> str:
    """The person's last message."""
    return next(
        (str(message.text) for message in reversed(messages) if isinstance(message, HumanMessage)), ""
    )


def _count(messages: list[BaseMessage]) -> int:
    return estimated_tokens(messages)
