"""What a short message says to the answer before it: why, which then, what a figure counts, that a step is done, a fact."""

from collections.abc import Sequence

from agent.models import DialogueState, Profile, ProfileChange, Subject, Wish, WishName
from agent.models.dialogue import WishKind
from agent.nlu.advice import advised
from agent.nlu.kinds import Floats, kind_of, nameless_vector, read_kind
from agent.nlu.mentions import Message
from agent.nlu.plan_goal import planned
from agent.nlu.scheme import PLACES, ROLES
from agent.nlu.stands import brings
from agent.nlu.subjects import SIDE_BY_SIDE, chosen

# What a figure of pay may be asked for: what it counts.
OF_FIGURES: frozenset[WishKind] = frozenset({"gross", "extras", "benefits", "alone", "hours"})
_LONGEST = 16  # words; a longer message says itself what it is about
_LISTED = 3  # of jobs shown last, the nearest
# What is never taken for a word on the answer before it.
_ITSELF: frozenset[WishName] = frozenset(
    [
        *("crisis", "pushback", "feelings", "plan", "feedback", "approve", "letter", "words", "interview"),
        *("correct", "foreign", "posting", "offer", "about_plan"),
    ]
)
# What has the rest of its own to say to somebody who asks why.
_WRITTEN: frozenset[WishName] = frozenset({"advice", "feelings", "handle", "letter", "words"})
# What a fact alone is read as, whatever its chance; and the chance below which another wish beside a fact is not meant.
_OF_A_FACT: frozenset[WishName] = frozenset({"tell", "followup", "answer"})
_WEAK = 0.5
_OF_PAY: frozenset[WishName] = frozenset({"pay", "compare", "which_first", "sources"})
_ONLY_WHY = 6  # words that hold no more than a why and what it is about
_BARE = 4  # words that do no more than pick one of a list
_SURER = 0.5  # the same where a question for pay, or a plain fact, is near
_EXPECTED = 0.35  # the chance from which on what the answer before it makes likely is read
# What an objection of somebody else is easily read as, and the advice that is on a talk with somebody.
_SPOKEN_OF: frozenset[WishName] = frozenset(
    {
        "advice",
        "feelings",
        "words",
        "handle",
        "tell",
        "followup",
        "answer",
        "interview",
        "library",
        "options",
        "ask_for",
    }
)
_ANSWERS = 0.4  # the chance from which on a written answer is one to that very objection
_TALKS = ("saying.", "at_work.", "offers.", "search.", "handling.")
_SOUGHT: frozenset[WishName] = frozenset({"options", "find", "next_step", "realistic"})
_PICKED: frozenset[WishName] = frozenset(
    {"work_like", "pay", "requirements", "market", "how_long", "next_step"}
)
_HOW_MANY = "search.how_many_apps"
_LIKE_A_NUMBER: frozenset[WishName] = frozenset({"counts", "find", "followup", "tell", "pay", "library"})
_OF_AN_OFFER: frozenset[WishName] = frozenset({"offer", "compare", "ask_for", "sources", "tell", "advice"})


def with_answered(
    wishes: list[Wish],
    message: Message,
    dialogue: DialogueState,
    changes: Sequence[ProfileChange],
    profile: Profile,
) -> list[Wish]:
    """The wishes of a message, or what it says to the answer before it where it is short and a head is sure of that.

    `changes` are the facts that it tells, `profile` is the person with them.
    """
    if plan := planned(wishes, message, changes, profile):
        return plan
    names = {wish.name for wish in wishes}
    summary = message.summary if len(message.text.split()) <= _LONGEST else None
    if not dialogue.answered or summary is None:
        return wishes
    kind = _kind(summary, message, dialogue)
    if kind == "objects":
        spoken = names <= _SPOKEN_OF and _was_to_be_said(wishes, message, dialogue)
        return [Wish(name="handle", kind="objects")] if spoken else wishes
    if names & _ITSELF - ({"pushback"} if kind == "why" else set()):
        return wishes
    told = bool(changes) or brings(message, dialogue)
    if kind is None:
        alone = told and all(_is_weak(wish, message) for wish in wishes)
        return [Wish(name="tell")] if alone else wishes
    return _as_said(kind, wishes, message, dialogue, told=told)


def _kind(summary: Floats, message: Message, dialogue: DialogueState) -> str | None:
    """What the head reads; what the answer before it makes likely needs less than what could stand anywhere."""
    vector = nameless_vector(summary, message.text)
    likeliest = kind_of("leaning", vector)
    before = {wish.name for wish in dialogue.answered}
    expected = {
        "done": "next_step" in before,
        "hours": bool(dialogue.recent or dialogue.options),
        "objects": _was_spoken(dialogue),
    }
    picks = len(message.text.split()) <= _BARE and chosen(message.text, dialogue) is not None
    if picks and likeliest.label != "why":
        return None  # "and the first"
    if likeliest.label in expected:
        least = _SURER if likeliest.label == "hours" else _EXPECTED
        return likeliest.label if expected[likeliest.label] and likeliest.confidence >= least else None
    short = len(message.text.split()) <= _ONLY_WHY and not message.wants("sources")
    near = (likeliest.label == "why" and short and likeliest.confidence >= _EXPECTED) or (
        likeliest.label == "ends" and before & _OF_PAY and likeliest.confidence >= _SURER
    )
    return likeliest.label if near else read_kind("leaning", vector)


def _as_said(
    kind: str, wishes: list[Wish], message: Message, dialogue: DialogueState, *, told: bool
) -> list[Wish]:
    if kind in OF_FIGURES or kind == "ends":
        return _of_figures(kind, wishes, dialogue, told=told)
    if {"draft", "plan"} & set(message.context):
        return wishes
    if kind == "choose":
        return _chosen(wishes, message, dialogue)
    if kind == "loses":
        paid = dialogue.topic.role and (dialogue.recent or {wish.name for wish in wishes} != {"how_long"})
        return [Wish(name="worth_it", kind="loses", subjects=[dialogue.topic])] if paid else wishes
    if kind in ("jobs", "tries"):
        return _of_number(kind, wishes, message, dialogue)
    return _of_the_answer(kind, wishes, dialogue)


def _is_weak(wish: Wish, message: Message) -> bool:
    """Whether a wish was only added because it is near, and names nothing: the fact told beside it is the message."""
    named = wish.subjects and message.of(*ROLES, *PLACES)
    meant = named or wish.amounts or wish.kind or wish.advice
    return wish.name in _OF_A_FACT or (not meant and message.chances.get(wish.name, 1.0) < _WEAK)


def _of_figures(kind: str, wishes: list[Wish], dialogue: DialogueState, *, told: bool) -> list[Wish]:
    """What the figures told last count, or their ends; who tells a fact beside it asks for more than that."""
    named = _named(wishes)
    if any(wish.conditions or wish.measure or wish.name in _SOUGHT for wish in wishes):
        return wishes
    if kind == "ends" and (dialogue.recent or dialogue.topic.role) and not told:
        return [Wish(name="pay", kind="ends", subjects=named or dialogue.pair)]
    held = dialogue.recent or dialogue.offers or dialogue.options
    if kind == "ends" or not held or (told and kind != "benefits"):
        return wishes
    return [Wish.model_validate({"name": "sources", "kind": kind, "subjects": named})]


def _of_number(kind: str, wishes: list[Wish], message: Message, dialogue: DialogueState) -> list[Wish]:
    """How many such jobs there are, of those listed where none was picked; how many to apply to."""
    if kind == "tries":
        steps = any(wish.name in ("next_step", "progress") for wish in dialogue.answered)
        return wishes if steps else [Wish(name="advice", advice=_HOW_MANY)]
    if not (message.wants("market") or {wish.name for wish in wishes} & _LIKE_A_NUMBER):
        return wishes
    listed = any(wish.name == "options" for wish in dialogue.answered)
    of_list = [Subject(role=role) for role in dialogue.options[:_LISTED]] if listed else dialogue.pair
    return [Wish(name="market", kind="jobs", subjects=_picked(wishes, message, dialogue) or of_list)]


def _picked(wishes: list[Wish], message: Message, dialogue: DialogueState) -> list[Subject]:
    """What the message names itself or picks: their own job that stood for "that" is neither."""
    named = _named(wishes)
    own = bool(message.of(*ROLES, *PLACES)) or chosen(message.text, dialogue) is not None
    return named if own else []


def _was_to_be_said(wishes: list[Wish], message: Message, dialogue: DialogueState) -> bool:
    """Whether something to say to somebody was what was answered, and no word on the very objection is held."""
    written = [wish.advice or "" for wish in wishes if wish.name == "advice"]
    if not _was_spoken(dialogue):
        return False
    last = {wish.advice for wish in dialogue.answered}
    read = advised(message.text, message.summary, message.chances)
    sure = read is not None and read.chance >= _ANSWERS
    return not (sure and any(each not in last for each in written))


def _was_spoken(dialogue: DialogueState) -> bool:
    """Whether a talk with somebody is what was answered last."""
    last = [wish.advice or "" for wish in dialogue.answered]
    return any(each.startswith(_TALKS) for each in last) or any(
        wish.name in ("words", "letter", "ask_for") or wish.kind == "objects" for wish in dialogue.answered
    )


def _of_the_answer(kind: str, wishes: list[Wish], dialogue: DialogueState) -> list[Wish]:
    """Why it was answered so; what comes after the step that was advised."""
    steps = [wish for wish in dialogue.answered if wish.name == "next_step"]
    if kind == "done" and steps:
        return [steps[0].model_copy(update={"kind": "done"})]
    if kind == "why" and not {wish.name for wish in dialogue.answered} & _WRITTEN:
        return [Wish(name="followup", kind="why", subjects=_named(wishes))]
    return wishes


def _named(wishes: list[Wish]) -> list[Subject]:
    """What the message itself names or picks."""
    return next((wish.subjects for wish in wishes if wish.subjects), [])


def _chosen(wishes: list[Wish], message: Message, dialogue: DialogueState) -> list[Wish]:
    """What is to be decided: the offer in hand, what stands side by side, what was listed, the job spoken of last."""
    picks = {wish.name for wish in wishes} & _PICKED and chosen(message.text, dialogue)
    by = any(wish.kind or wish.conditions for wish in wishes if wish.name in SIDE_BY_SIDE)
    if by or picks or message.of(*ROLES) or any(wish.amounts for wish in wishes):
        return wishes  # it says between what or by what, or what of one is asked
    last = {wish.name for wish in dialogue.answered}
    if dialogue.offers and last & _OF_AN_OFFER:
        return [Wish(name="compare" if len(dialogue.offers) > 1 else "offer")]
    if len(dialogue.pair) > 1:
        return [Wish(name="which_first", subjects=dialogue.pair)]
    listed = dialogue.options[:_LISTED] if dialogue.topic.role is None else []
    if len(listed) > 1:
        return [Wish(name="which_first", subjects=[Subject(role=role) for role in listed])]
    if dialogue.topic.role and not last & _WRITTEN:
        return [Wish(name="worth_it", subjects=[dialogue.topic])]
    return wishes
