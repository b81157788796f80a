"""A message in parts: what of it asks one thing each, and what is told beside that."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from agent.models import Wish
from agent.nlu.kinds import YES, kind_of, nameless_vector
from agent.nlu.links import same_job
from agent.nlu.mentions import Mention, Message
from agent.nlu.scheme import ACTS
from agent.nlu.subjects import SIDE_BY_SIDE, named_roles
from agent.nlu.tagger import Tagger, default_tagger
from agent.nlu.tagging import tag

# Where a new thing may be said: at the end of a sentence, at a line or number of a list, a comma, a joining word.
_SENTENCE = re.compile(
    r"(?<=[.!?…;])[\"”'\u2019)]*\s+|\n+\s*|\s+[-\u2013—]+\s+|:\s+|\s+(?=\(?\d\)\s*[^\W\d])"
)
_ABBREVIATED = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|etc|approx|dept|no)|\b[^\W\d])\.$", re.IGNORECASE)
_JOINT = re.compile(
    r",\s+|\s+(?=(?:and|n|&|or|but|also|plus|then|so|because|since|cuz|cause|bc)\s)", re.IGNORECASE
)
# Jobs that are asked about or wished for: those of a part go before those told beside it.
_WANTED = ("ask", "tgt")
_CHOICE = re.compile(r"or\b", re.IGNORECASE)
# The same asked of another thing, its verb left out: "What do analysts earn, and what do nurses?"
_OF_ANOTHER = re.compile(
    r"(?:and|or|n|&)\s+what\s+(?:do|does)\s+(?:the\s+|an?\s+)?[\w'-]+\s*\?*", re.IGNORECASE
)
_LONGEST = 2_500  # characters
_BARE = 2  # words
_TWO = 2  # sides of a choice
_STOPS = (".", "?", "!")
_LEAST = 2  # words of a fragment within a sentence
_WORD = re.compile(r"\w+(?:['\u2019]\w+)*")


class Fragment(NamedTuple):
    """`text` as it stands in the message from `start`; `sentence` numbers the sentence it is of."""

    text: str
    start: int
    sentence: int


def fragments(text: str) -> list[Fragment]:
    """The fragments of a text in order, each short enough to say one thing; none of a text that is longer than people talk."""
    if len(text) > _LONGEST:
        return []
    edges = {0, len(text)} | {
        match.end() for match in _SENTENCE.finditer(text) if not _ABBREVIATED.search(text[: match.start()])
    }
    found: list[Fragment] = []
    for number, (start, end) in enumerate(pairwise(sorted(edges))):
        for begin, stop in pairwise(_cut(text, start, end)):
            said = text[begin:stop].strip(" \n,;-\u2013—")
            if _WORD.search(said):
                found.append(Fragment(said, text.index(said, begin), number))
    return found


def _cut(text: str, start: int, end: int) -> list[int]:
    """Where a sentence is cut: at its joints, as long as every fragment keeps some words."""
    edges = [start]
    for match in _JOINT.finditer(text, start, end):
        left, right = text[edges[-1] : match.start()], text[match.end() : end]
        if min(len(_WORD.findall(left)), len(_WORD.findall(right))) >= _LEAST:
            edges.append(match.end())
    return [*edges, end]


class Part(NamedTuple):
    """`text` asks one thing, from `start` to `end` of its message; `told` are the spans of what the message tells beside its questions."""

    text: str
    start: int
    end: int
    told: tuple[tuple[int, int], ...]


def parts(text: str) -> list[Part]:
    """The parts of a message that each ask something, in order; both sides of a choice are one."""
    found, told = list[tuple[int, int]](), list[tuple[int, int]]()
    last: Fragment | None = None
    goes_on = False
    for each, asks in zip(cut := fragments(text), which_ask(cut), strict=True):
        end = each.start + len(each.text)
        beside = last is not None and last.sentence == each.sentence
        same = beside and _OF_ANOTHER.fullmatch(each.text.strip())
        choice = bool(found) and goes_on and bool(same or _CHOICE.match(each.text))
        if (
            choice
            or (goes_on and beside and not asks)
            or (asks and found and goes_on and _is_bare(text[slice(*found[-1])]) and _is_bare(each.text))
        ):
            found[-1] = (found[-1][0], end)
        elif asks:
            found.append((each.start, end))
            goes_on = True
        else:
            told.append((each.start, end))
            goes_on = False
        last = each
    return [Part(text[start:end], start, end, tuple(told)) for start, end in found]


def _is_bare(words: str) -> bool:
    """Whether it names something and says no more of it ("Operations analyst? Dispatcher?")."""
    return all(len(_WORD.findall(each)) <= _BARE for each in words.split("?"))


def which_ask(cut: Sequence[Fragment]) -> list[bool]:
    """Which fragments want something of the coach."""
    texts = [each.text for each in cut]
    rows = zip(default_tagger().summaries(texts), texts, strict=True)
    return [kind_of("asks", nameless_vector(row, text)).label == YES for row, text in rows]


def message_of(part: Part, message: Message, tagger: Tagger) -> Message:
    """One part as a message of its own, with what is told beside it; a job that it names itself is the one it is about."""
    spans = sorted({*part.told, (part.start, part.end)})
    text, moved = "", list[Mention]()
    own = any(_is_within(each, [(part.start, part.end)]) for each in message.of(*_WANTED))
    for start, end in spans:
        text += " " if text else ""
        of_it = [each for each in message.mentions if _is_within(each, [(start, end)])]
        if own and (start, end) != (part.start, part.end):
            of_it = [each for each in of_it if each.label not in _WANTED]
        moved += [
            replace(each, start=each.start - start + len(text), end=each.end - start + len(text))
            for each in of_it
        ]
        text += message.text[start:end]
    # What stands before it in its message is said before it.
    said = message.text[: part.start].strip()
    thread = message.thread.after(said) if said else message.thread
    read = tag(part.text, message.context, tagger, thread)
    before = [message.text[start:end] for start, end in part.told if end <= part.start]
    around = [f"{' '.join(before[-many:])} {part.text}" for many in (1, len(before))] if before else []
    return replace(
        message,
        text=text,
        asks=part.text,
        around=tuple(dict.fromkeys(around)),
        mentions=tuple(moved),
        wishes=read.wishes,
        firm=read.firm,
        chances=read.chances,
        summary=read.summary,
        about=tuple(job for job in message.about if any(same_job(job, each.text) for each in moved)),
    )


def _is_within(mention: Mention, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= mention.start and mention.end <= end for start, end in spans)


def is_one_choice(cut: list[Part], message: Message, whole: list[Wish]) -> bool:
    """Whether a list of what is to be set side by side was cut within its sentence: a part of it names no two jobs."""
    names = {wish.name for wish in whole}
    one = (
        bool(names) and names <= {*SIDE_BY_SIDE} and not any(part.text.endswith(_STOPS) for part in cut[:-1])
    )
    read = [message_of(part, message, default_tagger()) for part in cut] if one else []
    return (
        len(named_roles(message)) > len(read) > 1
        and all({*own.wishes} - ACTS <= names for own in read)
        and any(len(named_roles(own)) < _TWO for own in read)
    )
