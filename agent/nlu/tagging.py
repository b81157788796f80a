"""A text tagged once: its mentions as they may be read, the wishes that stand, how sure each is."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.nlu.annotate import annotate
from agent.nlu.danger import chance_of_danger, is_heard
from agent.nlu.in_thread import Thread
from agent.nlu.links import SURE, SURE_OF_AMOUNT
from agent.nlu.mentions import Mention, Message, with_fields
from agent.nlu.pay import with_bases
from agent.nlu.scheme import AMOUNTS, PLACES, QUESTIONS, ROLES, SKILLS
from agent.nlu.sums import with_sums
from agent.nlu.values.hours import parse_hours
from agent.nlu.values.pay_periods import period_in
from agent.nlu.work_week import without_hours_of_work
from agent.plans.named import spans_of_parts

if TYPE_CHECKING:
    from agent.nlu.tagger import Reading, TaggedSpan, Tagger

_NAMES = frozenset((*ROLES, *PLACES, *SKILLS))
_JOINTS = " \t\n-\u2010\u2011\u2012\u2013\u2014\u2015,;:"
# What these are about is a part of the plan where a number or place of one is said.
_OF_A_PLAN = frozenset({"progress", "about_plan", "feedback"})
_LABEL_OF_A_NAME = {"place": "aloc", "role": "ask"}
# From this chance on a wish is sure enough to go before a question that was asked back.
_FIRM = 0.8
_GREETINGS = frozenset({"thanks", "hello", "bye"})
_DANGER = "crisis"
# From this chance on the reader is surer of a question about the plan than its thread can be.
_ABOUT_PLAN, _SURE_OF_PLAN = "about_plan", 0.95
_SENTENCE_END = re.compile(r"[.!?]+\s+")
_GREETING, _LEAST_BEHIND = 6, 4  # words of thanks, and of what is wanted behind them


def tag(text: str, context: tuple[str, ...], tagger: "Tagger", thread: Thread | None = None) -> Message:
    """The message with its mentions and wishes; without a `thread` it is the first of one that stands on the `context`."""
    thread = thread or Thread(waits="draft" in context, approved="plan" in context)
    tagged = _read(text, context, tagger, thread)
    mentions = tuple(
        _mention(text, span)
        for span in tagged.spans
        if span.confidence >= (SURE if span.label in _NAMES else SURE_OF_AMOUNT)
    )
    chances = dict(tagged.chances)
    chances[_DANGER] = chance_of_danger(text, tagged.summary, tagger.read(text, ()).chances[_DANGER])
    wishes = _with_danger(tagged.wishes, chances[_DANGER])
    mentions = with_sums(
        text, with_bases(with_fields(text, mentions)), context, tagger, sought="offer" in wishes
    )
    mentions = without_hours_of_work(text, mentions)
    name = _bare_name(text, tagged) if context and len(mentions) < 2 else None
    if name and "answer" not in wishes:
        # What is no more than the place or job that the thread goes on with may be a foreign word to the tagger.
        mentions, wishes = (name,), ("followup",)
    if _OF_A_PLAN & set(wishes) and not any(mention.label == "part" for mention in mentions):
        parts = (Mention("part", text[start:end], start, end) for start, end in spans_of_parts(text))
        mentions = tuple(sorted((*mentions, *parts), key=lambda mention: mention.start))
    firm = tuple(name for name in wishes if chances[name] >= _FIRM)
    unread = tagged.unread is not None
    return Message(text, mentions, wishes, context, unread, tagged.summary, firm, chances, thread=thread)


def _read(text: str, context: tuple[str, ...], tagger: "Tagger", thread: Thread) -> "Reading":
    """The message as it is read in its thread; what may answer a question, and what surely asks about the plan, as the reader alone does."""
    alone = tagger.read(text, context)
    if any(name in QUESTIONS for name in context) or alone.chances[_ABOUT_PLAN] >= _SURE_OF_PLAN:
        return alone
    return tagger.read(text, context, thread)


def _with_danger(names: Iterable[str], danger: float) -> tuple[str, ...]:
    """The wishes with danger where it is heard (`agent/nlu/danger.py`), and without it where the reader alone takes it for one."""
    wishes = tuple(names)
    if is_heard(danger):
        return wishes if _DANGER in wishes else (_DANGER, *(name for name in wishes if name != "tell"))
    return tuple(name for name in wishes if name != _DANGER) or ("tell",)


def behind_a_greeting(message: Message, tagger: "Tagger") -> Message:
    """With what is wanted behind thanks or a greeting, where the whole was read as no more than that."""
    end = _SENTENCE_END.search(message.text)
    rest = message.text[end.end() :] if end else ""
    short = end is not None and len(message.text[: end.start()].split()) <= _GREETING
    if not short or not {*message.wishes} <= _GREETINGS or len(rest.split()) < _LEAST_BEHIND:
        return message
    read = tag(rest, message.context, tagger, message.thread)
    return replace(message, wishes=read.wishes, firm=read.firm, chances=read.chances, summary=read.summary)


def _mention(text: str, span: "TaggedSpan") -> Mention:
    """A span without what joins it to its neighbour ("$58,000 -") and with no half of a pair of brackets ("AWS)", "Nurse (RN")."""
    words = text[span.start : span.end]
    if "(" in words and ")" not in words:
        words = words.partition("(")[0] or words
    words = (words if "(" in words else words.rstrip(")")).rstrip(_JOINTS)
    # "25 hrs a week" is time, whatever it looks like beside a talk of pay.
    timed = span.label in AMOUNTS and period_in(words) == "week" and parse_hours(words) is not None
    label = "hrs" if timed else span.label
    return Mention(label, words, span.start, span.start + len(words), span.confidence)


def _bare_name(text: str, tagged: "Reading") -> Mention | None:
    """The place or job that is all the message says ("sf", "crna?"); also a place in small letters that looks foreign ("la")."""
    bare = text.strip(" \t\n.,!?")
    span = (start := text.find(bare), start + len(bare))
    kinds = [hit.kind for hit in tagged.hits if (hit.start, hit.end) == span]
    if "foreign" in tagged.wishes:
        kinds += [hit.kind for hit in annotate(bare.upper()) if (hit.start, hit.end) == (0, len(bare))]
    kinds += ["place" for each in tagged.spans if (each.start, each.end) == span and each.label in PLACES]
    label = next((_LABEL_OF_A_NAME[kind] for kind in kinds if kind in _LABEL_OF_A_NAME), None)
    return Mention(label, bare, *span) if label else None
