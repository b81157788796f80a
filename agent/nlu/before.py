"""A message beside what was told and asked before: an answer to what was asked back, another job or place.

A slip of the reader costs more here than at a first telling, as it also overwrites what was right.
"""

import re
from dataclasses import replace

from agent.models import DialogueState, Profile, Subject
from agent.nlu.links import SURE_OF_UNKNOWN, same_job, same_place
from agent.nlu.mentions import Mention, Message
from agent.nlu.scheme import BY_THE_WEEK, ROLES
from agent.nlu.sides import among
from agent.nlu.values.hours import is_weekly
from agent.nlu.values.numbers import find_quantities
from tools.oews.tables import words_of
from tools.oews.wording import title_key
from tools.salary.place import resolve

_OF_A_SLOT = {"current": ("cur",), "target": ("tgt", "ask")}
# Told so surely, another job or place takes the stead of the one told before without a word of correction.
SURE_OF_ANOTHER = 0.9
_SUMS = frozenset({"payo", "payt"})
# What the words are then: spoken of, and not of the person.
_SPOKEN_OF = {"cur": "ask", "loc": "aloc"}

_HOURS = re.compile(r"^\s*(?:h|hrs?|hours?)\b", re.IGNORECASE)
_MOST_HOURS, _FEW_WORDS = 80, 7  # a week; more words say what else the number is

# What joins a word to the title before it: "specialist or engineer", "technician, then, or assistant".
_JOINED = re.compile(r",?\s*(?:then,?\s*)?(?:or|and|/)\s*(?:an?\s+)?", re.IGNORECASE)


def as_answered(message: Message, dialogue: DialogueState) -> Message:
    """The message with the job that was asked for as sure: what answers a question is what it looks like."""
    labels = _OF_A_SLOT.get(dialogue.asked or "", ()) if message.wants("answer") else ()
    sure = (replace(each, sure=1.0) if each.label in labels else each for each in message.mentions)
    return replace(message, mentions=tuple(sure))


def with_place_told(
    message: Message, dialogue: DialogueState, before: Profile
) -> tuple[Message, DialogueState]:
    """The message with the place it means, and the thread with that in the stead of the one that may be several."""
    told = next(iter(message.of("loc", "aloc")), None)
    if dialogue.asked != "place" or told is None:
        return message, dialogue
    held = [subject.place for wish in dialogue.held for subject in wish.subjects]
    held += [*(offer.place for offer in dialogue.offers), dialogue.topic.place, before.location]
    several = next((place for place in held if place and resolve(place).ambiguous), None)
    if several is None:
        return message, dialogue
    town = several.partition(",")[0].casefold()
    written = told.text if town in told.text.casefold() else f"{several}, {told.text}"
    meant = next((place for place in (written, told.text) if resolve(place).area is not None), None)
    if meant is None:
        return message, dialogue
    own = replace(told, label="loc" if before.location == several else told.label, text=meant)
    mentions = tuple(own if mention is told else mention for mention in message.mentions)

    def placed(subject: Subject) -> Subject:
        return subject.model_copy(update={"place": meant}) if subject.place == several else subject

    return replace(message, mentions=mentions), dialogue.model_copy(
        update={
            "topic": placed(dialogue.topic),
            "held": [
                wish.model_copy(update={"subjects": [*map(placed, wish.subjects)]}) for wish in dialogue.held
            ],
            "offers": [
                offer.model_copy(update={"place": meant}) if offer.place == several else offer
                for offer in dialogue.offers
            ],
        }
    )


def as_told_before(message: Message, dialogue: DialogueState, before: Profile) -> Message:
    """The message without what only seems to contradict the profile, and with the jobs that its bare words stand for."""
    mentions = [_whole(each, message, dialogue, before) for each in message.mentions]
    if message.wants("correct") and before.present_pay is not None and not dialogue.offers:
        # A sum that is put right is the one that was told.
        mentions = [replace(each, label="payc") if each.label in _SUMS else each for each in mentions]
    if not message.wants("correct", "answer"):
        mentions = [kept for each in mentions if (kept := _kept(each, before))]
    return replace(message, mentions=tuple(mentions))


def with_bare_hours(message: Message, dialogue: DialogueState, before: Profile) -> Message:
    """The message with a bare number as hours a week, where the last answer was reckoned by them ("and if I did 12?")."""
    by_hours = any(wish.name in BY_THE_WEEK for wish in dialogue.wishes) and before.hours_per_week is not None
    bare = by_hours and not message.mentions
    found = (
        [each for each in find_quantities(message.text) if message.text[each.start].isdigit()] if bare else []
    )
    if len(found) != 1 or found[0].high > _MOST_HOURS or len(message.text.split()) > _FEW_WORDS:
        return message
    start, end = found[0].start, found[0].end
    behind = _HOURS.sub("", message.text[end:]).strip(" ?.!,")
    if behind and not is_weekly(f"hours {behind}"):  # "12k", "12 cats"
        return message
    return replace(message, mentions=(Mention("hrs", f"{message.text[start:end]} hours", start, end),))


def _kept(mention: Mention, before: Profile) -> Mention | None:
    """A mention as it is; as one of what is only spoken of where it contradicts the profile and is not sure enough."""
    held = {"cur": before.current_role, "loc": before.location}.get(mention.label)
    if held is None or mention.sure >= SURE_OF_ANOTHER:
        return mention
    same = same_job if mention.label == "cur" else same_place
    if same(mention.text, held):
        return mention
    spoken = replace(mention, label=_SPOKEN_OF[mention.label])
    return spoken if mention.sure >= SURE_OF_UNKNOWN or mention.label == "loc" else None


def _whole(mention: Mention, message: Message, dialogue: DialogueState, before: Profile) -> Mention:
    """A job by the last word of its name ("analyst" after "data analyst") as the one job of the thread that it can be."""
    if mention.label not in ROLES or not _is_generic(mention.text):
        return mention
    if beside := _of_the_kind_beside(mention, message):
        return replace(mention, text=beside)
    subjects = (dialogue.topic, *dialogue.recent, *dialogue.pair)
    spoken = [
        *(each.role for each in subjects),
        *dialogue.options,
        *dialogue.alternatives,
        before.target_role,
    ]
    jobs = list(
        {job.casefold(): job for job in spoken if job and title_key(job) != title_key(mention.text)}.values()
    )
    meant = among(mention.text, jobs)
    return replace(mention, text=meant) if meant else mention


def _of_the_kind_beside(mention: Mention, message: Message) -> str | None:
    """A bare word joined to a whole title, with what that says of the kind: "web designer or developer" names a web developer."""
    ahead = [each for each in message.of(*ROLES) if each.end <= mention.start]
    title = ahead[-1].text.split() if ahead else []
    kind, last = title[:-1], title[-1:]
    joined = bool(kind) and _JOINED.fullmatch(message.text[ahead[-1].end : mention.start])
    return " ".join((*kind, mention.text)) if joined and _is_generic(*last) else None


def _is_generic(word: str) -> bool:
    return title_key(word) in words_of("occupation_words", "generic")
