"""A message as the tagger left it: spans with what each is to the person, wishes, and what the thread stood on."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from agent.models import Amount, PayPeriod
from agent.nlu.in_thread import Thread
from agent.nlu.scheme import ROLES
from agent.nlu.values.rhythm import find_sitting
from tools.evidence import Number

_INSTEAD = re.compile(r"\b(?:instead of|rather than|in place of|not)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True)
class Mention:
    """A span of the message: its label (see `prompts/nlu/corpus/GUIDE.md`), its words, how sure the tagger is (0 to 1).

    Where the words were read as others (`agent.nlu.disambiguation`), `said` holds the person's own.
    """

    label: str
    text: str
    start: int
    end: int
    sure: float = 1.0
    said: str | None = None


@dataclass(frozen=True)
class Message:
    """The text, its mentions in order, the names of its wishes, and the context the tagger was given.

    `unread` says that a long text was read at its beginning and end only; `summary` is what heads read of it (`Tagger.summaries`).
    `firm` are the wishes that are sure, `chances` those of all wishes, 0 to 1; `told` are amounts of the thread before,
    `earned` what they said before that they earn (US dollars a year), `jobs` their own and the one spoken of, `by_the_hour`
    for which kind of hour pay was asked for just before (null: for none), `earlier` the messages before this one.
    Of a part of a message `asks` are the words that ask, `around` the same behind what was told before them.
    `right`: a fact is put right in it (`agent/nlu/put_right.py`); `thread` is what it was said in; `about` are the jobs
    of the thread that it is about (`agent/nlu/jobs_meant.py`).
    """

    text: str
    mentions: tuple[Mention, ...]
    wishes: tuple[str, ...]
    context: tuple[str, ...] = ()
    unread: bool = False
    summary: NDArray[np.float32] | None = field(default=None, compare=False)
    firm: tuple[str, ...] = ()
    chances: Mapping[str, float] = field(default_factory=dict, compare=False)
    told: tuple[Amount, ...] = ()
    earned: Number | None = None
    jobs: tuple[str, ...] = ()
    by_the_hour: PayPeriod | None = None
    earlier: tuple[str, ...] = ()
    asks: str | None = None
    around: tuple[str, ...] = ()
    right: bool = False
    about: tuple[str, ...] = ()
    thread: Thread = field(default=Thread(), compare=False)

    @property
    def asked(self) -> str:
        """The words that ask: all of them, of a message that is read as one."""
        return self.asks or self.text

    def of(self, *labels: str) -> list[Mention]:
        """All mentions with one of these labels, in order."""
        return [mention for mention in self.mentions if mention.label in labels]

    def wants(self, *names: str) -> bool:
        return any(name in self.wishes for name in names)

    def nearest(self, to: Mention, *labels: str) -> Mention | None:
        """The mention with one of these labels that stands nearest to another one."""
        return min(self.of(*labels), key=lambda each: distance(each, to), default=None)


def beside_sittings(message: Message) -> list[Mention]:
    """The hours of a message but for those that it tells of a sitting ("half an hour at a time")."""
    sitting = find_sitting(message.text)
    hours = message.of("hrs")
    return [each for each in hours if not (sitting and sitting.start < each.end and each.start < sitting.end)]


def with_fields(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """A job and the field it is done in as one mention ("project manager in construction"), where both are read as jobs."""
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        alike = last is not None and last.label == mention.label and mention.label in ROLES
        if last and alike and text[last.end : mention.start].casefold().strip("\n") == " in ":
            words = text[last.start : mention.end]
            joined[-1] = replace(last, text=words, end=mention.end, sure=min(last.sure, mention.sure))
        else:
            joined.append(mention)
    return tuple(joined)


def distance(left: Mention, right: Mention) -> int:
    """Characters between two mentions."""
    return max(left.start - right.end, right.start - left.end, 0)


def distinct(mentions: Sequence[Mention], key: Callable[[Mention], str] | None = None) -> list[Mention]:
    """Mentions without those whose words, or `key`, were there before."""
    found: dict[str, Mention] = {}
    for mention in mentions:
        found.setdefault(key(mention) if key else mention.text.casefold(), mention)
    return list(found.values())


def given_up(message: Message, mention: Mention) -> bool:
    """Whether an amount is what another one takes the stead of ("10 hours instead of 8", "not 15, I meant 5")."""
    return len(message.of(mention.label)) > 1 and bool(_INSTEAD.search(message.text[: mention.start]))
