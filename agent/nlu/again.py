"""What a message asks anew: the last wishes with another job, place or limit, and those held for the answer to a question."""

from collections.abc import Sequence
from typing import TypeVar

from agent.models import Amount, DialogueState, Offer, Profile, Subject, Wish, WishName
from agent.nlu.mentions import Message, distinct
from agent.nlu.near import with_near
from agent.nlu.pay import amounts
from agent.nlu.places_asked import named_places
from agent.nlu.scheme import ACTS, BY_THE_WEEK
from agent.nlu.subjects import named_roles, roles_in
from tools.oews.role_links import link_role
from tools.oews.several import likely_jobs, meanings
from tools.oews.short_forms import is_short_for

# What a role picked from a list is told of.
_OF_A_CHOICE: tuple[WishName, ...] = ("pay", "requirements")
# Wishes that end in a list to pick from.
_LISTS = frozenset({"options", "which_first", "next_step"})

# Wishes of a message that may do no more than say what was meant.
_CLOSER = frozenset({"pushback", "correct", "followup", "answer", "tell"})

# Hours a week, and the time there is.
_OF_A_PACE = frozenset({"hrs", "hor"})
_ON_PLANS = frozenset({"draft", "plan"})
_SHORT = 10  # words

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
    role = next(iter(roles))
    several = {title: set(title.split()) for title in meanings(role) or likely_jobs(role)}
    shared = set.intersection(*several.values()) if several else set()
    said = set(message.text.casefold().replace(".", " ").split())
    titles = [title for title, words in several.items() if said & (words - shared)]
    return [_replaced(wish, dialogue.topic, titles) for wish in dialogue.held] if len(titles) == 1 else []


def told_apart(message: Message, dialogue: DialogueState) -> list[Wish]:
    """The last wishes anew, where a message does no more than name more closely the job that they were about.

    "Testers" was read as one kind of work, and "I mean software testers" is another.
    """
    topic = dialogue.topic.role
    if topic is None or not set(message.wishes) <= _CLOSER:
        return []
    named = [each.text for each in message.of("ask", "tgt", "no", "cur")]
    closer = [role for role in named if is_short_for(topic, role) and link_role(role)]
    if len(named) != 1 or not closer:
        return []
    last = [wish for wish in dialogue.wishes if wish.name not in ACTS | {"pushback"}]
    return [_replaced(wish, dialogue.topic, closer) for wish in last]


def at_another_pace(message: Message, dialogue: DialogueState) -> list[Wish]:
    """What was answered by hours a week anew, where a short message tells nothing but others ("and with 12 hours?")."""
    told = {mention.label for mention in message.mentions}
    if (
        not told
        or not told <= _OF_A_PACE
        or len(message.text.split()) > _SHORT
        or _ON_PLANS & {*message.context}
    ):
        return []
    return [wish for wish in dialogue.wishes if wish.name in BY_THE_WEEK]


def with_amount(each: _Priced, answered: tuple[Amount, Amount] | None) -> _Priced:
    """With an amount in the place of the one that was told without its period."""
    if answered is None:
        return each
    told, amount = answered
    return each.model_copy(update={"amounts": [amount if one == told else one for one in each.amounts]})


def of_a_pick(message: Message, dialogue: DialogueState, profile: Profile) -> list[str]:
    """What is asked of a role picked from those shown, where that is more than what it is like."""
    picks = dialogue.options and message.wants("followup") and not named_roles(message)
    if not picks or not roles_in(message, dialogue, profile):
        return []
    return [name for name in with_near([], message, dialogue, profile) if name not in ACTS]


def repeated(message: Message, dialogue: DialogueState, profile: Profile) -> list[Wish]:
    """The last wishes anew with the role, place or level that an ellipsis puts in their stead ("and in Denver?")."""
    roles = roles_in(message, dialogue, profile)
    places = named_places(message) or [each.text for each in message.of("loc")]
    levels = [mention.text for mention in message.of("lvl")]
    several = len(dialogue.pair) > 1 and len({each.place for each in dialogue.pair}) == 1
    listed = bool(dialogue.options) and any(wish.name in _LISTS for wish in dialogue.wishes)
    if roles and (listed or (several and any(wish.name == "compare" for wish in dialogue.wishes))):
        subjects = [Subject(role=roles[0], place=place) for place in places] or [Subject(role=roles[0])]
        return [Wish(name=name, subjects=subjects) for name in _OF_A_CHOICE]
    placed = {mention.label for mention in message.mentions} == {"loc"}  # nothing but where they are
    leans = message.wants("followup", "correct") or placed or (roles and not named_roles(message))
    if not leans or not (roles or places or levels):
        return []
    last = [wish for wish in dialogue.wishes if wish.name not in ACTS]
    return [_replaced(wish, dialogue.topic, roles, places, levels) for wish in last]


def within(wishes: list[Wish], message: Message, topic: Subject) -> list[Wish]:
    """The wishes answered last for another job, or within the limits that a message names: no degree, what they will not do."""
    out, degree = ruled_out(message), False if message.of("noedu") else None
    roles = named_roles(message)
    last = [wish for wish in wishes if wish.name not in ACTS | {"pushback"}]
    return [
        wish.model_copy(
            update={
                "skills": [*wish.skills, *(out if wish.name == "options" else [])],
                "degree": wish.degree if degree is None else degree,
            }
        )
        for wish in ([_replaced(each, topic, roles) for each in last] if roles else last)
    ]


def with_sums(wishes: list[Wish], message: Message) -> list[Wish]:
    """The wishes answered last with the amounts that a correction names in the place of theirs."""
    told = amounts(message, "payc", "payo")
    return [wish.model_copy(update={"amounts": told}) if told and wish.amounts else wish for wish in wishes]


def ruled_out(message: Message) -> list[str]:
    """Jobs that they will not do, and what they want no more of."""
    return [mention.text for mention in distinct(message.of("no", "avoid"))]


def with_slots(held: list[Wish], message: Message) -> list[Wish]:
    """The wishes that a question was asked back for, with what the answer names."""
    roles, places = named_roles(message), named_places(message)
    return [_replaced(wish, Subject(), roles, places) for wish in held]


def _replaced(
    wish: Wish, topic: Subject, roles: Sequence[str], places: Sequence[str] = (), levels: Sequence[str] = ()
) -> Wish:
    """The wish with these in the place of what it was about; a wish without a subject is about the topic."""
    before = wish.subjects or [topic]
    if roles and len({subject.place for subject in before}) == 1:
        found = [before[0].model_copy(update={"role": role}) for role in roles]
    elif roles:
        found = [subject.model_copy(update={"role": roles[0]}) for subject in before]
    else:
        found = list(before)
    if places:
        kept = list({subject.role: subject for subject in found}.values())
        found = [subject.model_copy(update={"place": place}) for subject in kept for place in places]
    if levels:
        found = [subject.model_copy(update={"level": levels[0]}) for subject in found]
    return wish.model_copy(update={"subjects": found})
