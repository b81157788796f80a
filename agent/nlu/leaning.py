"""What a short message leans on: the written answer given last, another one for the same, or one for how its advice went.

A message that names nothing ("is it normal", "did that already", "you told me that") is no question of its own: what it is about was said before.
"""

from collections.abc import Set as AbstractSet

import numpy as np

from agent.models import DialogueState, Wish
from agent.nlu.advice import Advised, advised, as_advised
from agent.nlu.entries import TEXTS, candidates, first_of, sentences, shipped
from agent.nlu.mentions import Message
from agent.nlu.tagger import default_tagger

# What has no better answer than the rest of what was said before, where the message names nothing.
_LEANS = frozenset({"feelings", "handle", "followup", "tell", "answer", "who_are_you", "outside"})
# What is a doubt where it comes behind a feeling, what tells how a thing went, and what that may be about.
_DOUBTS, _WENT = frozenset({"feelings", "handle"}), frozenset({"progress", "handle"})
_ADVISED = frozenset({"advice", "feelings", "handle", "words", "letter", "should_i"})
_LONGEST = 14  # words; a longer message says what it is about
# From this chance on an answer stands in the place of a remark, and another one in the place of one that was rejected.
_IN_PLACE, _ANOTHER = 0.25, 0.3
# What says that the last answer was about something else: the rest of it is then not wanted.
_MISSED = frozenset({"told.coach_not_what_i_meant", "told.coach_didnt_answer", "told.coach_was_wrong"})
_OF_FEELINGS = ("told.", "life.")  # areas of what people tell of themselves
_TO_THE_COACH = "told.coach_"


def with_leaning(wishes: list[Wish], message: Message, dialogue: DialogueState) -> list[Wish]:
    """The wishes of a message with the written answer that a remark leans on; without one they stay as they are.

    A hint of danger stays beside them, and of danger alone nothing is changed.
    """
    unsure = [wish for wish in wishes if wish.kind == "unsure"]
    own = [wish for wish in wishes if wish.kind != "unsure"] or [Wish(name="tell")]
    names = {wish.name for wish in own}
    if "crisis" in names:
        return wishes
    if "pushback" in names:
        return [*unsure, *_objected(own, message, dialogue)]
    if "progress" in names and names <= _WENT:
        return [*unsure, *_went(own, message, dialogue)]
    short = not message.mentions and len(message.text.split()) <= _LONGEST
    return [*unsure, *(_remark(own, names, message, dialogue) if short else own)]


def _remark(
    wishes: list[Wish], names: AbstractSet[str], message: Message, dialogue: DialogueState
) -> list[Wish]:
    """What names nothing leans on the feeling or the answer before it; so does what fits that better than an answer of its own."""
    if names <= _DOUBTS and _felt(dialogue):
        felt = next((wish for wish in wishes if wish.name == "feelings"), Wish(name="feelings"))
        return [_leant(felt, None)]
    last = _last(dialogue)
    if last is None or not (names <= _LEANS or names == {"advice"}):
        return wishes
    if names <= _LEANS:
        return [_leant(wish, last) for wish in wishes]
    before, own = _behind(message, frozenset()), advised(message.text, message.summary, message.chances)
    same = before is not None and before.entry == last and (own is None or before.chance > own.chance)
    return [_leant(Wish(name="feelings"), last)] if same else wishes


def _leant(wish: Wish, last: str | None) -> Wish:
    """With the answer it leans on; a feeling of which it is known what it is has a word of its own."""
    if wish.feeling:
        return wish
    if wish.name == "feelings" and last and not last.startswith(_OF_FEELINGS):
        return Wish(name="advice", advice=last)  # what is doubted is how-to, and no state of theirs
    return wish.model_copy(update={"advice": last, "kind": "after" if wish.name == "feelings" else wish.kind})


def _felt(dialogue: DialogueState) -> bool:
    """Whether a feeling was what was taken up last, and no doubt about one."""
    return [(wish.name, wish.kind) for wish in dialogue.wishes] == [("feelings", None)]


def _went(wishes: list[Wish], message: Message, dialogue: DialogueState) -> list[Wish]:
    """How a thing went, where no plan tells what comes of it: the answer to that, or what is still open of what was advised."""
    if any(name in ("draft", "plan") or name.startswith("q:") for name in message.context):
        return wishes
    own = advised(message.text, message.summary, message.chances)
    if own is not None and own.chance >= _IN_PLACE:
        return [Wish(name="advice", advice=own.entry)]
    after = "after" if {wish.name for wish in dialogue.wishes} & _ADVISED else None
    return [
        wish.model_copy(update={"kind": wish.kind or after}) if wish.name == "progress" else wish
        for wish in wishes
    ]


def _objected(wishes: list[Wish], message: Message, dialogue: DialogueState) -> list[Wish]:
    """To what was rejected another answer, where one fits; else what is said to the very objection goes with it."""
    act = next(wish for wish in wishes if wish.name == "pushback")
    others = [wish for wish in wishes if wish is not act]
    if message.mentions or act.conditions:
        return wishes  # it says how it should be
    own, last = advised(message.text, message.summary, message.chances), _last(dialogue)
    if own is not None and own.chance >= _IN_PLACE:
        act = act.model_copy(update={"advice": own.entry})
    if any(wish.name == "feelings" for wish in others):
        return [act, *(_leant(wish, last) for wish in others)]
    if all(wish.name != "advice" for wish in others):
        return [act, *others]
    another = _behind(message, frozenset({last} if last else ()))
    if another and another.chance >= _ANOTHER and not another.entry.startswith(_TO_THE_COACH):
        return [act, Wish(name="advice", advice=another.entry)]
    return [act] if act.advice in _MISSED else [act, *others]


def _behind(message: Message, but: AbstractSet[str]) -> Advised | None:
    """The entry that fits the message read behind the one before it, and none of `but`."""
    if not message.earlier:
        return None
    text = f"{message.earlier[-1]}\n{message.text}"
    held, chances = shipped(), default_tagger().read(text).chances
    found = candidates(text, default_tagger().summaries(sentences(text)), chances, held)
    kept = np.array([held.entries[entry] not in but for entry in found.entries])
    first = first_of(found._replace(entries=found.entries[kept], features=found.features[kept]), held)
    return as_advised(first, text, chances)


def _last(dialogue: DialogueState) -> str | None:
    """The written answer that was given last; a text of its own is spoken of otherwise."""
    given = (wish.advice for wish in dialogue.wishes)
    return next((each for each in given if each and not each.startswith((TEXTS, _TO_THE_COACH))), None)
