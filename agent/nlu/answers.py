"""A place told where one of several was asked for: "Oregon" after "Portland" is Portland in Oregon."""

from dataclasses import replace

from agent.models import DialogueState, Profile, Subject
from agent.nlu.mentions import Message
from tools.salary.place import resolve

_OF_A_SLOT = {"current": ("cur",), "target": ("tgt", "ask")}


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
