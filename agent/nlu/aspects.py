"""Which aspect of a job a message asks about: the job of the message, of the thread, or their own."""

from collections.abc import Iterator

from agent.models import DialogueState, Profile, Subject, Wish, WishName
from agent.nlu.advice import fitting
from agent.nlu.kinds import kind_of, surest_kind
from agent.nlu.mentions import Message
from agent.nlu.subjects import subjects_of
from agent.nlu.summaries import of_clauses
from tools.roadmap.aspects import ASPECTS, Aspect, told_of
from tools.roadmap.fields import field_of

# The wishes that a question about each is asked with: where none of them is likely, a clause only looks like one.
_ASKED_WITH: dict[Aspect, frozenset[WishName]] = {
    "machines": frozenset({"market", "worth_it", "library", "realistic"}),
    "employers": frozenset({"find", "market"}),
    "chances": frozenset({"realistic", "market", "counts"}),
    "barriers": frozenset({"counts", "requirements", "realistic"}),
    "drawbacks": frozenset({"work_like", "worth_it", "compare"}),
    "onward": frozenset({"options", "market", "work_like", "worth_it"}),
    "beginning": frozenset({"work_like", "requirements", "realistic"}),
    "cost": frozenset({"cost", "worth_it", "pay", "requirements"}),
    "own": frozenset({"work_like", "realistic", "find", "market"}),
    "suits": frozenset({"requirements", "realistic", "work_like", "counts"}),
}
_LIKELY = 0.3
# How sure the aspect that a part of a message asks about is, and from which chance on a written answer goes before it, or from
# how much below.
_SURE_OF_A_PART, _WRITTEN, _BELOW = 0.7, 0.35, 0.2
# What looks up or reckons something beside it, and what a sentence about the very job says better.
_BESIDE: frozenset[WishName] = frozenset(
    {"market", "realistic", "counts", "requirements", "cost", "worth_it", "how_long", "next_step", "find"}
)
_IN_PLACE: frozenset[WishName] = frozenset(
    {"work_like", "library", "advice", "handle", "followup", "tell", "answer", "outside"}
)


def with_aspect(
    wishes: list[Wish], message: Message, dialogue: DialogueState, profile: Profile
) -> list[Wish]:
    """The wishes with the aspect of a job that is asked about, where that is told of the job they are about."""
    aspect = _aspect(message, wishes)
    if aspect is None or _is_answered(aspect, wishes, message):
        return wishes
    # What comes after a job are the jobs that it leads to, and none near what they do now.
    in_place = _IN_PLACE | {"options"} if aspect == "onward" else _IN_PLACE
    rest = [wish for wish in wishes if wish.kind != "unsure"]
    if not {wish.name for wish in rest} <= _BESIDE | in_place | {"feelings"}:
        return wishes
    at = next((at for at, wish in enumerate(wishes) if wish.name in _BESIDE), None)
    wish = Wish(name="work_like") if at is None else wishes[at]
    if wish.name == "realistic" and (wish.skills or message.of("age")):
        return wishes  # what is asked is whether a skill or their age stands in the way, and not what does for others
    subjects = wish.subjects or subjects_of("work_like", message, dialogue, profile)
    named = (subject.role for subject in subjects)
    held = (dialogue.topic.role, profile.target_role, profile.current_role)
    role = next(_jobs(aspect, (*named, *held)), None)
    if role is None or told_of(role, aspect) is None:
        return wishes
    place = next((each.place for each in subjects if each.place), None)
    kept = [each for each in subjects if each.role == role] or [Subject(role=role, place=place)]
    led = wish.model_copy(update={"aspect": aspect, "subjects": kept})
    others = [led if wish is each else each for each in wishes if each.name not in in_place]
    return others if at is not None else [*others, led]


def _aspect(message: Message, wishes: list[Wish]) -> Aspect | None:
    if message.summary is None:
        return None
    if message.asks:
        kind = kind_of("aspect", message.summary)
        # What is needed beside a degree and skills is seldom told otherwise.
        beside = [wish.name for wish in wishes] == ["requirements"] and not _names_what(wishes[0])
        read = kind.label if kind.confidence >= (_LIKELY if beside else _SURE_OF_A_PART) else None
    else:
        read = surest_kind("aspect", message.summary, of_clauses(message))
    if read == "onward" and "options" in message.firm:
        return None  # what else there is, and not where the job leads
    aspect = next((each for each in ASPECTS if each == read), None)
    likely = aspect and max(message.chances.get(name, 0.0) for name in _ASKED_WITH[aspect]) >= _LIKELY
    return aspect if likely else None


def _is_answered(aspect: Aspect, wishes: list[Wish], message: Message) -> bool:
    """Whether a written answer fits better than what is told of the job to all."""
    if message.summary is None or all(wish.advice is None for wish in wishes):
        return False
    fit = fitting(message)
    likely = kind_of("aspect", message.summary).confidence
    return fit is not None and (
        fit.chance >= _WRITTEN or aspect == "barriers" or fit.chance >= likely - _BELOW
    )


def _names_what(wish: Wish) -> bool:
    return wish.degree is not None or bool(wish.skills)


def _jobs(aspect: Aspect, roles: tuple[str | None, ...]) -> Iterator[str]:
    """The jobs that may be meant; what machines take is asked of the work, whatever field the machines are of."""
    for role in roles:
        if role and not (aspect == "machines" and field_of(role)):
            yield role
