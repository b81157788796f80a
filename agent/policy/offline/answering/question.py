"""The message a reply is for: what it wants to know first, and what earlier replies have told already."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from agent import wording
from agent.context import CoachContext
from agent.models import Claim, Profile
from agent.policy.offline.understanding.cues import spaced
from agent.policy.offline.understanding.text import LONGEST, read_message
from agent.state import CoachState
from prompts import words

_CITED = re.compile(r"\s*\[E\d+(?:, E\d+)*\]")
_OWN = re.compile(r"\b(?:i|i'm|i'd|me|we|us)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Question:
    """`text` is the message as typed, `mended` without its typing errors, `told` all earlier replies without their citations.

    `asks`: it holds a question. `of_others`: it tells of somebody else, so nothing in it is about the person. `topic` is the role the thread
    speaks of, `planned` whether a plan was delivered or waits; `roles` were looked up. `today` is the day from which weeks count.
    """

    text: str
    profile: Profile
    today: date
    mended: str = ""
    told: str = ""
    asks: bool = True
    of_others: bool = False
    topic: str | None = None
    planned: bool = False
    roles: tuple[str, ...] = ()

    def wants(self, *names: str) -> bool:
        """Whether one of these is what the message wants to know (the names of replies.yaml), roles left out."""
        text = f"{self.text}\n{self.mended}"
        for role in self.roles:
            text = _phrase(role).sub(" ", text)
        return any(_patterns("wants")[name].search(text) for name in names)

    def is_about(self, *names: str) -> bool:
        """Whether the message asks this of the coach itself or of the conversation."""
        return any(_patterns("about")[name].search(f"{self.text}\n{self.mended}") for name in names)

    def is_told(self, text: str) -> bool:
        """Whether an earlier reply said this in the same words."""
        return bool(text) and _plain(text) in self.told

    def untold(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims that no earlier reply made."""
        return [claim for claim in claims if not self.is_told(claim.text)]

    def after(self, reply: str) -> "Question":
        """The same question once this much of the reply is written."""
        return replace(self, told=f"{self.told} {_plain(reply)}")

    def once(self, text: str) -> str:
        """A remark that is worth saying once in a conversation."""
        return "" if self.is_told(text) else text


def read_question(state: CoachState, context: CoachContext) -> Question:
    """The last message of the person, with the replies before it."""
    messages = state.get("messages") or []
    said = last_message(state)
    told = [str(message.text) for message in messages if message.type == "ai"]
    message = read_message(said)
    understanding = state.get("understanding")
    topic = understanding.details.get("topic_role") if understanding else None
    return Question(
        text=said[:LONGEST],
        mended=message.text,
        profile=state["profile"],
        today=context.today,
        told=_plain("\n".join(told)),
        asks=any(clause.asks for clause in message.clauses),
        of_others=any(
            clause.others and not clause.asks and not _OWN.search(clause.text) for clause in message.clauses
        ),
        topic=topic if isinstance(topic, str) else None,
        roles=tuple(str(result.args.get("role") or "") for result in state.get("tool_results") or []),
        planned=bool(state.get("plan") or state.get("draft")),
    )


def last_message(state: CoachState) -> str:
    """The text of the person's last message."""
    said = (str(message.text) for message in reversed(state.get("messages") or []) if message.type == "human")
    return next(said, "")


def _plain(text: str) -> str:
    return wording.inline(_CITED.sub("", text)).rstrip(".").casefold()


def _phrase(role: str) -> re.Pattern[str]:
    """A role's own words in a message, in any number: a "technologist" does not ask for technologies."""
    words_of = [re.escape(re.sub(r"(?:ies|y|s)$", "", word)) + r"\w*" for word in role.split()]
    return re.compile(r"\b" + r"\s+".join(words_of) if words_of else r"(?!)", re.IGNORECASE)


@cache
def _patterns(name: str) -> dict[str, re.Pattern[str]]:
    table: dict[str, list[str]] = words("replies")[name]
    return {
        key: re.compile("|".join(map(spaced, wordings)), re.IGNORECASE) for key, wordings in table.items()
    }
