"""What a message asks anew: the last wishes with another job, place or limit, and those held for the answer to a question."""

from collections.abc import Sequence
from typing import TypeVar

from agent.models import Amount, DialogueState, Offer, Profile, Subject, Wish, WishName
from agent.nlu.mentions import Message, distinct
from agent.nlu.scheme import ACTS
from agent.nlu.subjects import named_places, named_roles, roles_in
from tools.oews.several import meanings

# What a role picked from a list is told of.
_OF_A_CHOICE: tuple[WishName, ...] = ("pay", "requirements")
# Wishes that end in a list to pick from.
_LISTS = frozenset({"options", "which_first", "next_step"})


_Priced = TypeVar("_Priced", Wish, Offer)


def meant(message: Message, dialogue: DialogueState) -> list[Wish]:
    """The wishes held, where the message is no more than a job, or the one of several that an abbreviation stands for."""
    alone = message.mentions[0] if len(message.mentions) == 1 else None
    bare = (
        alone is not None
        and bool(named_roles(message))
        and (alone.said or alone.text) == message.text.strip(" .!?")
    )
    if dialogue.pressing and dialogue.asked == "target" and bare:
        return with_slots(dialogue.held, message)
    roles = {subject.role for wish in dialogue.held for subject in wish.subjects if subject.role}
    if dialogue.asked != "which" or len(roles) != 1:
        return []
    several = {title: set(title.split()) for title in meanings(next(iter(roles)))}
    shared = set.intersection(*several.values()) if several else set()
    said = set(message.text.casefold().replace(".", " ").split())
    titles = [title for title, words in several.items() if said & (words - shared)]
    return [_replaced(wish, dialogue.topic, titles) for wish in dialogue.held] if len(titles) == 1 else []


def with_amount(each: _Priced, answered: tuple[Amount, Amount] | None) -> _Priced:
    """With an amount in the place of the one that was told without its period."""
    if answered is None:
        return each
    told, amount = answered
    return each.model_copy(update={"amounts": [amount if one == told else one for one in each.amounts]})


def repeated(message: Message, dialogue: DialogueState, profile: Profile) -> list[Wish]:
    """The last wishes anew with the role or place that an ellipsis puts in their stead ("and in Denver?")."""
    roles = roles_in(message, dialogue, profile)
    places = named_places(message) or [each.text for each in message.of("loc")]
    several = len(dialogue.pair) > 1 and len({each.place for each in dialogue.pair}) == 1
    listed = bool(dialogue.options) and any(wish.name in _LISTS for wish in dialogue.wishes)
    if roles and (listed or (several and any(wish.name == "compare" for wish in dialogue.wishes))):
        subjects = [Subject(role=roles[0], place=place) for place in places] or [Subject(role=roles[0])]
        return [Wish(name=name, subjects=subjects) for name in _OF_A_CHOICE]
    placed = {mention.label for mention in message.mentions} == {"loc"}  # nothing but where they are
    leans = message.wants("followup", "correct") or placed or (roles and not named_roles(message))
    if not leans or not (roles or places):
        return []
    last = [wish for wish in dialogue.wishes if wish.name not in ACTS]
    return [_replaced(wish, dialogue.topic, roles, places) for wish in last]


def within(wishes: list[Wish], message: Message, topic: Subject) -> list[Wish]:
    """The wishes answered last for another job, or without what they will not do."""
    out, roles = ruled_out(message), named_roles(message)
    last = [
        each.model_copy(update={"skills": [*each.skills, *out]}) if each.name == "options" else each
        for each in wishes
        if each.name not in ACTS | {"pushback"}
    ]
    return [_replaced(each, topic, roles) for each in last] if roles else last


def ruled_out(message: Message) -> list[str]:
    """Jobs that they will not do, and what they want no more of."""
    return [mention.text for mention in distinct(message.of("no", "avoid"))]


def with_slots(held: list[Wish], message: Message) -> list[Wish]:
    """The wishes that a question was asked back for, with what the answer names."""
    roles, places = named_roles(message), named_places(message)
    return [_replaced(wish, Subject(), roles, places) for wish in held]


def _replaced(wish: Wish, topic: Subject, roles: Sequence[str], places: Sequence[str] = ()) -> Wish:
    """The wish with these in the place of what it was about; a wish without a subject is about the topic."""
    before = wish.subjects or [topic]
    found = [before[0].model_copy(update={"role": role}) for role in roles] or list(before)
    if places:
        kept = list({subject.role: subject for subject in found}.values())
        found = [subject.model_copy(update={"place": place}) for subject in kept for place in places]
    return wish.model_copy(update={"subjects": found})
