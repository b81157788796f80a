"""Wishes a little below the reader's edge that what a message names, or what the thread stands on, supports."""

from collections.abc import Iterable, Sequence

from agent.models import DialogueState, Profile
from agent.nlu.mentions import Message
from agent.nlu.scheme import AMOUNTS
from agent.nlu.subjects import named_places, named_roles, spoken_role

_BESIDE = 0.35  # the chance from which on a wish is one beside others of a message as long as a story
_STORY = 20  # words
_MOST = 3
_OF_A_JOB = frozenset({"pay", "requirements", "market", "work_like"})
_OF_A_GOAL = frozenset({"realistic", "how_long", "worth_it", "next_step", "counts", "cost"})
_OF_AN_AMOUNT = frozenset({"offer", "ask_for"})
_OF_SEVERAL = frozenset({"compare", "which_first"})
_ABLE = _OF_A_JOB | _OF_A_GOAL | _OF_AN_AMOUNT | _OF_SEVERAL | {"options", "library", "feelings"}


def with_near(names: Sequence[str], message: Message, dialogue: DialogueState, profile: Profile) -> list[str]:
    """The wishes of a message (no acts among `names`) with what its slots want beside them, likeliest first."""
    if names and not {"draft", "plan"} & set(message.context):
        if message.asks is None and len(message.text.split()) >= _STORY:
            near = _likely(message, dialogue, profile, but=names)
            names = [*names, *near[: max(_MOST - len(names), 0)]]
        # Whether to take an offer is what is said to it.
        names = [name for name in names if name != "worth_it" or "offer" not in names]
    return list(names)


def _likely(
    message: Message, dialogue: DialogueState, profile: Profile, but: Iterable[str] = ()
) -> list[str]:
    """What is likely enough and supported, likeliest first."""
    able = [name for name in _ABLE.difference(but) if message.chances.get(name, 0.0) >= _BESIDE]
    held = [name for name in able if _is_supported(name, message, dialogue, profile)]
    return sorted(held, key=lambda name: -message.chances[name])


def _is_supported(name: str, message: Message, dialogue: DialogueState, profile: Profile) -> bool:
    """Whether a wish has what it is about: named in the message, else known from the thread or of the person."""
    roles, work = named_roles(message), profile.current_role or profile.former_role
    stands = dialogue.topic.role or profile.target_role
    if name in _OF_A_JOB | _OF_A_GOAL:
        if name in _OF_A_GOAL:
            roles = [role for role in roles if role.casefold() != (work or "").casefold()]
        own = work if name in _OF_A_JOB else None
        return bool(roles or stands or own or message.of("learn") or spoken_role(message))
    if name in _OF_AN_AMOUNT:
        told = (
            message.of(*AMOUNTS) or dialogue.offers or (work and (name == "ask_for" or profile.present_pay))
        )
        return bool(told)
    if name in _OF_SEVERAL:
        held = {*filter(None, (stands, work)), *dialogue.options} if message.wants("followup") else set()
        return len({*roles, *held, *named_places(message)}) > 1 or len(dialogue.pair) > 1
    return name != "options" or bool(work)
