"""What each part of a message wants: a message that asks several things is read like so many messages, one after the other."""

from datetime import date
from typing import NamedTuple

from agent.models import DialogueState, Profile, Subject, Wish
from agent.nlu.advice import with_advice
from agent.nlu.aspects import with_aspect
from agent.nlu.leaning import with_leaning
from agent.nlu.mentions import Message
from agent.nlu.parts import message_of, parts
from agent.nlu.scheme import ACTS
from agent.nlu.stands import read_dialogue
from agent.nlu.subjects import OF_A_JOB, OF_ANY_JOB
from agent.nlu.tagger import default_tagger
from agent.nlu.texts import TEXTS, with_remark
from agent.nlu.wishes import read_wishes

_MOST = 4  # parts; more nobody answers in one breath
# What is about the whole of a message, the thread or the plan: its parts are not taken apart.
_OF_THE_WHOLE = frozenset(
    [
        *("approve", "feedback", "about_plan", "progress", "plan", "foreign", "posting", "correct"),
        *("sources", "recall", "pushback", "crisis", "hello", "bye"),
    ]
)
_ABOUT_A_JOB = frozenset({*OF_A_JOB, *OF_ANY_JOB, "library"})
# What is told beside all questions and is answered, too.
_BESIDE = frozenset({"feelings"})


class _Thread(NamedTuple):
    """What a message is read in."""

    dialogue: DialogueState
    profile: Profile
    today: date


def wishes_of(message: Message, dialogue: DialogueState, profile: Profile, today: date) -> list[Wish]:
    """The wishes of a message with the written answers that fit: of each of its parts, or of the whole."""
    thread = _Thread(dialogue, profile, today)
    whole = with_leaning(_read(message, thread), message, dialogue)
    held = dialogue.asked is not None or {"draft", "plan"} & set(message.context)
    unsure = [wish for wish in whole if wish.kind == "unsure"]
    if held or any(wish.name in _OF_THE_WHOLE for wish in whole if wish not in unsure):
        return with_aspect(whole, message, dialogue, profile)
    asked = _by_parts(message, whole, thread)
    if not asked:
        return with_aspect(whole, message, dialogue, profile)
    beside = [wish for wish in whole if wish.name in _BESIDE and wish.name not in {each.name for each in asked}]
    return [*unsure, *beside, *asked]


def _read(message: Message, thread: _Thread) -> list[Wish]:
    wishes = read_wishes(message, thread.dialogue, thread.profile, thread.today)
    return with_advice(with_remark(wishes, message, thread.dialogue, thread.today), message)


def _by_parts(message: Message, whole: list[Wish], thread: _Thread) -> list[Wish]:
    """The wishes of each part, in order; none where the message asks one thing that was read in the whole as well."""
    cut, found = parts(message.text), list[Wish]()
    texts = [wish for wish in whole if wish.name in TEXTS]
    before = thread.dialogue.model_copy(update={"asked": None, "pressing": False, "held": []})
    for place, part in enumerate(cut[:_MOST], start=1):
        own = message_of(part, message, default_tagger())
        if len(cut) == 1 and ({*own.wishes} - ACTS) <= {wish.name for wish in whole}:
            return []
        read = with_aspect(_read(own, thread._replace(dialogue=before)), own, before, thread.profile)
        if texts and any(wish.name in TEXTS for wish in read):
            read = [*texts, *(wish for wish in read if wish.name not in TEXTS)]
            texts = []
        read = [_about(wish, before, thread.dialogue) for wish in read]
        after = read_dialogue(own, before, read, [], thread.profile)
        kept = {"topic": after.topic, "pair": after.pair, "wishes": after.wishes}
        before = before.model_copy(update=kept)
        found += [wish.model_copy(update={"place": place}) for wish in _new(read, found)]
    return found


def _about(wish: Wish, before: DialogueState, thread: DialogueState) -> Wish:
    """About the jobs of the part before it, where it names none itself."""
    if wish.name not in _ABOUT_A_JOB or any(each.role for each in wish.subjects) or wish.skills:
        return wish
    jobs = [each for each in before.pair or [before.topic] if each.role]
    if not jobs or before.topic == thread.topic:
        return wish
    places = [each.place for each in wish.subjects if each.place]
    placed = [Subject(role=job.role, place=place) for job in jobs for place in places]
    return wish.model_copy(update={"subjects": placed or jobs})


def _new(read: list[Wish], found: list[Wish]) -> list[Wish]:
    """What no part before asked for."""
    asked = {wish.model_copy(update={"place": 0}).model_dump_json() for wish in found}
    return [wish for wish in read if wish.model_dump_json() not in asked]
