"""Messages that need no language model to be read: plain code found what they tell and ask, and no word is left over.

A model's reading may only add to the deterministic one (see `verifying`). Where that one accounts for every word,
nothing is left to add, and the call is saved.
"""

import re
from collections.abc import Iterator

from agent.models import Understanding
from agent.policy.model.history import last_message
from agent.policy.model.said import Said, holds_words, words_of
from agent.state import CoachState
from prompts import words

_LONGEST = 400
_LOOKED_UP = frozenset({"salary", "market", "roadmap", "plan", "profile"})
_ALWAYS = ("grammar", "conversation")
_NUMBER = re.compile(r"\d")


def is_settled(state: CoachState, reading: Understanding) -> bool:
    """Whether `reading` leads to a lookup or a plan, and leaves nothing of the last message unexplained."""
    said = Said.of(state)
    redrafts = state.get("draft") is not None and bool(reading.changes)
    leads_on = bool(reading.calls) or reading.plan_wanted or redrafts
    if not leads_on or reading.question or len(last_message(state["messages"])) > _LONGEST:
        return False
    if not set(reading.intents) <= _LOOKED_UP | ({"review"} if redrafts else set()) or not said.last.clauses:
        return False
    if any(clause.others or clause.supposes for clause in said.last.clauses):
        return False
    return _explained(said.last.text, reading)


def _explained(text: str, reading: Understanding) -> bool:
    """Whether each word is grammar, part of a value that was found, or explained by a fact or intent that was."""
    found = [*reading.intents, *(change.field for change in reading.changes)]
    listed = words("accounted")
    explained = {word for name in (*_ALWAYS, *found) for word in listed.get(name, "").split()}
    values = " ".join(_values(reading))
    left = [word for word in words_of(text) if word not in explained]
    numbers = [word for word in left if _NUMBER.search(word)]
    told = sum(isinstance(change.value, int | float) for change in reading.changes)
    asked = sum("pay" in call.args or "level" in call.args for call in reading.calls[:1])
    return len(numbers) <= told + asked and all(
        holds_words(values, word) for word in left if word not in numbers
    )


def _values(reading: Understanding) -> Iterator[str]:
    for change in reading.changes:
        yield from change.value if isinstance(change.value, list) else [str(change.value)]
    for call in reading.calls:
        yield from (str(value) for name, value in call.args.items() if name != "query")
