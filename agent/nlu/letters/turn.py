"""What a message is to a text: one that wants it, one that speaks of the one in hand, or neither.

In hand is the text that was shown with the last answer, also where the message after it spoke of something else.
"""

import prompts
from agent.models import DialogueState, Letter, Wish
from agent.models.dialogue import WishKind
from agent.nlu.fits import own_fit
from agent.nlu.kinds import OTHER, likeliest_of
from agent.nlu.letters.labels import Labelled, labelled, purpose_of, speaks_of_a_text
from agent.nlu.letters.notes import notes_of, tells_enough
from agent.nlu.letters.parts import parts_of
from agent.nlu.letters.reported import says_what
from agent.nlu.letters.signed import signed_in
from agent.nlu.mentions import Message
from agent.nlu.parts import message_of, parts
from agent.nlu.scheme import ACTS, TEXTS
from agent.nlu.tagger import default_tagger

# From these chances on a message speaks of the text: one that was shown just now, where a clause says what is to be different
# in it or none does; and one that was shown before the last answer.
_OF_IT, _OF_IT_SURELY, _OF_IT_BARE, _OF_ONE_BEFORE = 0.5, 0.2, 0.7, 0.9
# What is hardly said of anything but a text.
_SURELY = frozenset({"out", "style", "order", "fix", "sign"})
_CHANGES = frozenset({"said", "wanted", "out", "style", "order", "fix", "sign", "who"})
_ASKED_FOR, _REQUESTED = (
    0.9,
    0.5,
)  # the chances of a wish for a text that is sure, and of a clause that asks for one
_ASKED_TOO = 0.6  # the chance of a wish in the whole from which it is asked beside a text
_LONGEST_REMARK = 80  # words
_WANTED = 0.7  # the chance of a clause that a text asks of its reader, and nobody of the coach
_JUDGED, _SURE = frozenset({"judged"}), 0.6
# From these chances on the frame of a written text fits: by itself, and where it is one for that purpose; the purpose is told.
_FRAME, _FRAME_OF_IT, _PURPOSE = 0.6, 0.2, 0.55
_MAY_BE_FOR = 0.25  # the chance from which on a further text may be for something else than the one in hand
# Who thanks or goes says nothing to the text.
_POLITE = frozenset({"thanks", "bye"})


def shown_just_now(dialogue: DialogueState) -> bool:
    """Whether the last answer showed the text."""
    return dialogue.letter is not None and any(wish.name in TEXTS for wish in dialogue.wishes)


def speaks_of_it(message: Message, dialogue: DialogueState) -> bool:
    """Whether a message is about the text in hand, and wants no other one."""
    if dialogue.letter is None or message.summary is None or len(message.text.split()) > _LONGEST_REMARK:
        return False
    read = labelled(message.text, shown=True)
    if _is_for_another(message, read, dialogue.letter):
        return False
    chance = speaks_of_a_text(message.text, message.summary)
    labels = {each.label for each in read}
    changes = bool(_CHANGES & labels)
    if signed_in(read) is not None and shown_just_now(dialogue):
        return True
    if not shown_just_now(dialogue):
        return chance >= _OF_ONE_BEFORE and changes
    sure = any(each.label in _SURELY and each.chances[each.label] >= _SURE for each in read)
    if not changes:
        polite = {*message.wishes} <= _POLITE
        return chance >= _OF_IT_BARE and "question" not in labels and not polite
    return chance >= (_OF_IT_SURELY if sure else _OF_IT)


def of_a_text(message: Message, dialogue: DialogueState) -> bool:
    """Whether a message, read by itself, is about the text in hand or surely asks for one, whatever waits in the thread."""
    if speaks_of_it(message, dialogue):
        return True
    asks = any(message.chances.get(name, 0.0) >= _ASKED_FOR for name in TEXTS)
    return asks and any(each.chances["request"] >= _REQUESTED for each in labelled(message.text, shown=False))


def remark_of(message: Message, dialogue: DialogueState) -> tuple[list[Wish], DialogueState, list[Message]]:
    """The wish of a message that speaks of the text in hand, the thread with what it tells for it, and what it asks beside it."""
    read = labelled(message.text, shown=True)
    danger = message.wants("crisis") and "crisis" in message.firm
    # "Take the baby out, he doesn't know yet" is of the text: help is named beside it and takes no place.
    beside = [Wish(name="crisis", kind="unsure")] if danger else []
    wish = Wish(name="letter", kind=_kind(message, read))
    after = dialogue.model_copy(
        update={
            "notes": notes_of(message, dialogue.letter, again=True),
            "wishes": [wish],
            "asked": None,
            "pressing": False,
            "held": [],
        }
    )
    return [*beside, wish], after, _asked_beside(message, read)


def _asked_beside(message: Message, read: tuple[Labelled, ...]) -> list[Message]:
    """What a message asks of the coach beside its text: what surely wants something, and no clause that is of the text."""
    of_it = [each.clause for each in read if each.label in _CHANGES and each.chances[each.label] >= _SURE]
    cut = [
        part
        for part in parts(message.text)
        if not any(part.start <= each.start and each.end <= part.end + 1 for each in of_it)
    ]
    asked = [message_of(part._replace(told=()), message, default_tagger()) for part in cut]
    return [each for each in asked if {*each.firm} - ACTS - TEXTS - {"thanks", "bye", "hello"}]


def _kind(message: Message, read: tuple[Labelled, ...]) -> WishKind:
    """Whether something is to be different, it is asked whether it will do, or nothing of it is said."""
    if _CHANGES & {each.label for each in read} or message.summary is None:
        return "changed"
    remark = likeliest_of("remark", message.summary, _JUDGED | {OTHER})
    return "judged" if remark.label == "judged" and remark.confidence >= _SURE else "unclear"


def _is_for_another(message: Message, read: tuple[Labelled, ...], letter: Letter) -> bool:
    """Whether another text is asked for: to somebody else, or in so many words."""
    if all(each.label != "request" for each in read):
        return False
    notes = notes_of(message, letter, again=False)
    if notes.to and letter.to and notes.to != letter.to:
        return True
    if all(each.chances["request"] < _REQUESTED for each in read):
        return False
    if notes.whom and letter.whom and notes.whom != letter.whom:
        return True
    (wanted, chance), held = purpose_of(message.text), purpose_of_frame(letter.entry)
    if held and wanted not in (held, OTHER) and chance >= _MAY_BE_FOR:
        return True
    asks = max((message.chances.get(name, 0.0) for name in TEXTS), default=0.0)
    return asks >= _ASKED_FOR and not message.wants("followup") and tells_enough(notes.parts)


def purpose_of_frame(frame: str | None) -> str | None:
    """What a frame is for: it may be named by the written text that lends it."""
    held = prompts.table("letters")
    return (
        frame if frame in held else next((name for name, each in held.items() if frame in each["of"]), None)
    )


def frame_of(message: Message) -> str | None:
    """What lends a text that is wanted its frame: a written text that fits, else what it is for."""
    own = own_fit(message, 0.0)
    if own is not None and own.chance >= _FRAME:
        return own.entry
    texts = [message.text, *(f"{before} {message.text}" for before in message.earlier[-1:])]
    name, chance = max(map(purpose_of, texts), key=lambda each: each[1])
    if chance < _PURPOSE or name == OTHER:
        return None
    near = (
        own is not None and own.chance >= _FRAME_OF_IT and own.entry in prompts.table("letters")[name]["of"]
    )
    return own.entry if own and near else name


def is_for_the_text(part: Message, message: Message, start: int) -> bool:
    """Whether a part of a message, from `start` on, says what is to stand in a text: by a word of saying, or where the whole asks no such thing."""
    surely = any(name in TEXTS for name in message.firm)
    read = labelled(message.text, shown=False)
    if surely or any(each.label == "request" and each.chances["request"] >= _REQUESTED for each in read):
        holds = (each for each in read if each.clause.start <= start + 1 < each.clause.end)
        if any(says_what(each.clause.text) or each.chances["wanted"] >= _WANTED for each in holds):
            return True
    wanted = {*part.wishes} - ACTS
    return surely and not any(
        name in TEXTS or message.chances.get(name, 0.0) >= _ASKED_TOO for name in wanted
    )


def tells_a_text(message: Message) -> bool:
    """Whether a message, with those before it, tells enough for a text of their own words."""
    return tells_enough(notes_of(message, None, again=False).parts)


def is_told_here(text: str) -> bool:
    """Whether a message alone does."""
    return tells_enough(parts_of(text, labelled(text, shown=False)))


def asks_for_one(text: str) -> bool:
    """Whether a clause asks for a text or says what is to stand in it, and not only how to go about something."""
    read = labelled(text, shown=False)
    return any(each.label == "request" for each in read) or is_told_here(text)
