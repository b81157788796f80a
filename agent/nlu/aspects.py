"""Which aspect of a job a message asks about: the job of the message, of the thread, or their own."""

from agent.models import DialogueState, Profile, Wish, WishName
from agent.nlu.kinds import surest_kind
from agent.nlu.mentions import Message
from agent.nlu.subjects import subjects_of
from agent.nlu.wishes import clauses
from tools.roadmap.aspects import ASPECTS, told_of

# What looks up or reckons something beside it, and what a sentence about the very job says better.
_BESIDE: frozenset[WishName] = frozenset(
    {"market", "realistic", "counts", "requirements", "cost", "worth_it", "how_long", "next_step", "find"}
)
_IN_PLACE: frozenset[WishName] = frozenset(
    {"work_like", "library", "advice", "handle", "followup", "tell", "should_i", "answer", "outside"}
)


def with_aspect(
    wishes: list[Wish], message: Message, dialogue: DialogueState, profile: Profile
) -> list[Wish]:
    """The wishes with the aspect of a job that is asked about, where that is told of the job they are about."""
    rest = [wish for wish in wishes if wish.kind != "unsure"]
    if message.summary is None or not {wish.name for wish in rest} <= _BESIDE | _IN_PLACE | {"feelings"}:
        return wishes
    asked = surest_kind("aspect", message.summary, clauses(message))
    aspect = next((each for each in ASPECTS if each == asked), None)
    if aspect is None:
        return wishes
    at = next((at for at, wish in enumerate(wishes) if wish.name in _BESIDE), None)
    wish = Wish(name="work_like") if at is None else wishes[at]
    subjects = wish.subjects or subjects_of("work_like", message, dialogue, profile)
    own = (dialogue.topic.role, profile.target_role, profile.current_role)
    role = next((each for each in (*(subject.role for subject in subjects), *own) if each), None)
    if role is None or told_of(role, aspect) is None:
        return wishes
    led = wish.model_copy(update={"aspect": aspect, "subjects": subjects})
    kept = [led if wish is each else each for each in wishes if each.name not in _IN_PLACE]
    return kept if at is not None else [*kept, led]
