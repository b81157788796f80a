"""What the person themselves said: the only ground on which a model's reading may stand."""

import re
from dataclasses import dataclass
from functools import cached_property

from langchain_core.messages import HumanMessage
from rapidfuzz import fuzz

from agent.grounding.quantities import Quantity, find_quantities
from agent.models import Profile
from agent.policy.offline.understanding.text import Message, read_message
from agent.state import CoachState

_WORD = re.compile(r"[^\W_]+(?:[+#]+|[.'-][^\W_]+)*[+#]*")
_EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "at",
        "for",
        "to",
        "and",
        "or",
        "as",
        "on",
        "with",
        "my",
        "i",
        "me",
        "is",
        "are",
    ]
)
_LIKENESS = 85
_LACKS = re.compile(
    r"\b(?:not|no|never|none|don't|dont|doesn't|didn't|haven't|hasn't|isn't|without|lack\w*|missing|unfamiliar"
    r"|need to (?:learn|study)|want to learn|would like to learn|zero|little|new to)\b",
    re.IGNORECASE,
)
_DROPS = re.compile(
    r"\b(?:not|no|never|no longer|forget|remove|drop|scratch|delete|erase|ignore|wrong|anymore|instead|actually|don't|isn't|changed?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """The person's messages of a thread; `last` is the one being read."""

    texts: tuple[str, ...]
    profile: Profile

    @classmethod
    def of(cls, state: CoachState) -> "Said":
        texts = tuple(
            str(message.text) for message in state.get("messages", []) if isinstance(message, HumanMessage)
        )
        return cls(texts, state.get("profile") or Profile())

    @cached_property
    def last(self) -> Message:
        return read_message(self.texts[-1] if self.texts else "")

    @cached_property
    def own_words(self) -> str:
        """The last message without what it quotes, and without clauses about somebody else."""
        return ". ".join(clause.text for clause in self.last.clauses if not clause.others)

    @cached_property
    def told(self) -> list[str]:
        """The clauses of the last message in which facts about the person may stand."""
        return [clause.text for clause in self.last.clauses if clause.tells]

    def names(self, value: str) -> bool:
        """Whether every word of `value` was said by the person, in this or an earlier message, or is in the profile."""
        held = (self.profile.current_role, self.profile.target_role, self.profile.location)
        return any(holds_words(text, value) for text in (*self.texts, self.last.text, *filter(None, held)))

    def names_now(self, value: str) -> bool:
        """The same, in the last message alone and about the person."""
        return holds_words(self.own_words, value)

    def has_skill(self, skill: str) -> bool:
        return any(holds_words(clause, skill) and not _LACKS.search(clause) for clause in self.told)

    def lacks_skill(self, skill: str) -> bool:
        return any(
            holds_words(clause.text, skill) and _LACKS.search(clause.text)
            for clause in self.last.clauses
            if not clause.others
        )

    @cached_property
    def drops_something(self) -> bool:
        return bool(_DROPS.search(self.last.text))

    @cached_property
    def quantities(self) -> list[tuple[Quantity, str]]:
        """The numbers of the telling clauses, each with its clause."""
        return [(item, clause) for clause in self.told for item in find_quantities(clause)]


def holds_words(text: str, value: str) -> bool:
    """Whether every word of `value` that says something occurs in `text`, endings and typing errors aside."""
    wanted = [word for word in words_of(value) if word not in _EMPTY]
    held = words_of(text)
    return bool(wanted) and all(any(_alike(word, other) for other in held) for word in wanted)


def words_of(text: str) -> list[str]:
    return [match[0].casefold() for match in _WORD.finditer(text)]


def _alike(word: str, other: str) -> bool:
    if word == other:
        return True
    if min(len(word), len(other)) < 4 or any(character.isdigit() for character in word):
        return word.rstrip("s") == other.rstrip("s") and len(word) > 2
    return bool(fuzz.ratio(word, other) >= _LIKENESS)
