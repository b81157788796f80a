"""Wishes a little below the reader's edge that what a message names, or what the thread stands on, supports."""

from collections.abc import Iterable, Mapping, Sequence

from agent.models import DialogueState, Profile
from agent.nlu.mentions import Message
from agent.nlu.places_asked import named_places
from agent.nlu.scheme import AMOUNTS
from agent.nlu.subjects import named_roles, spoken_role
from agent.nlu.values.schooling import names_schooling

# From these chances on: of a remark that wants nothing else, of a question that is read as a mere remark, and beside
# other wishes of a message as long as a story.
_LEANING, _ASKING, _BESIDE = 0.12, 0.05, 0.35
_STORY = 20  # words
# What names nothing and is nearly as likely a remark on the thread as a mere statement leans on it.
_REMARK = 0.4
_MOST = 3
# What a library says close by is seldom what a remark on the thread is about, nor is a feeling.
_SURE_OF_LIBRARY = 0.5
_LEAST_OF: Mapping[str, float] = {"library": 0.3, "feelings": 0.3}
_OF_A_JOB = frozenset({"pay", "requirements", "market", "work_like"})
_OF_A_GOAL = frozenset({"realistic", "how_long", "worth_it", "next_step", "counts", "cost"})
_OF_AN_AMOUNT = frozenset({"offer", "ask_for"})
_OF_SEVERAL = frozenset({"compare", "which_first"})
_MET_BY_A_POSTING = frozenset({"requirements"})  # what is said of a posting instead of the job as such
_ABLE = _OF_A_JOB | _OF_A_GOAL | _OF_AN_AMOUNT | _OF_SEVERAL | {"options", "library", "interview", "feelings"}
_QUESTION = "?"


def with_near(names: Sequence[str], message: Message, dialogue: DialogueState, profile: Profile) -> list[str]:
    """The wishes of a message (no acts among `names`) with what its slots want beside them, likeliest first."""
    if {"draft", "plan"} & set(message.context):
        return list(names)
    leans = message.wants("followup")
    if leans and _is_of_the_posting(message, dialogue):
        names = ["posting" if name in _MET_BY_A_POSTING else name for name in names]
    if list(names) == ["interview"] and "interview" not in message.firm and dialogue.offers:
        return ["followup"]  # a day that an answer is due by
    vague = leans and list(names) == ["library"] and message.chances.get("library", 1.0) < _SURE_OF_LIBRARY
    if leans and (vague or not names):
        if message.of("hrs", "hor") and (dialogue.topic.role or profile.target_role):
            return ["realistic"]  # other hours or weeks for the same goal
        # Of two side by side what is asked is which; a library far off is not quoted.
        two = len(dialogue.pair) > 1
        likely = _likely(message, dialogue, profile, _LEANING, but=[*names, *(["options"] if two else [])])
        held = message.chances.get("library", 0.0) >= _LEAST_OF["library"]
        other = (["which_first"] if two else list(names) if held else ["followup"]) if names else []
        return likely[:1] or other
    if not (names or message.mentions) and message.chances.get("followup", 0.0) >= _REMARK:
        return ["followup"]
    if not names and message.wants("tell") and _QUESTION in message.text:
        names = _likely(message, dialogue, profile, _ASKING)[:1]
    if set(names) <= {"feelings"}:
        names = [*names, *_by_slots(message, feels=bool(names))]
    if names and message.asks is None and len(message.text.split()) >= _STORY:
        near = _likely(message, dialogue, profile, _BESIDE, but=names)
        names = [*names, *near[: max(_MOST - len(names), 0)]]
    # Whether to take an offer is what is said to it.
    return [name for name in names if name != "worth_it" or "offer" not in names]


def _is_of_the_posting(message: Message, dialogue: DialogueState) -> bool:
    """Whether the posting is what the thread speaks of, and the message names no other job and no schooling."""
    posting = dialogue.posting
    named = named_roles(message) or message.of("learn", "edu") or names_schooling(message.text)
    return (
        posting is not None
        and posting.title is not None
        and posting.title == dialogue.topic.role
        and not named
    )


def _likely(
    message: Message, dialogue: DialogueState, profile: Profile, least: float, but: Iterable[str] = ()
) -> list[str]:
    """What is likely enough and supported, likeliest first."""
    able = [
        name
        for name in _ABLE.difference(but)
        if message.chances.get(name, 0.0) >= max(least, _LEAST_OF.get(name, 0.0))
    ]
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
    if name == "interview":
        return bool(message.of("due") or dialogue.posting)
    return name != "options" or bool(work)


def _by_slots(message: Message, *, feels: bool) -> list[str]:
    """What a feeling or mere facts want by what stands beside them: a choice, how far a goal is, what it asks for."""
    wanted = named_roles(message)
    if len(wanted) > 1 and feels:
        return ["which_first"]
    if len(wanted) == 1 and feels and message.of("hrs", "hor"):
        return ["realistic"]
    if wanted and message.of("asked") and _QUESTION in message.text:
        return ["requirements"]
    return []
