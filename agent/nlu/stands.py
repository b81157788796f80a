"""What the thread stands on after a message: topic, pair, offers, posting, alternatives."""

import re
from datetime import date
from itertools import chain

import prompts
from agent.models import REMARKS, DialogueState, OwnText, Profile, Subject, Wish
from agent.models.dialogue import TONES
from agent.nlu.addressee import addressee
from agent.nlu.again import with_amount
from agent.nlu.contents import contents_of, is_of_lines, own_text
from agent.nlu.details import details
from agent.nlu.kinds import read_kind
from agent.nlu.links import names_a_job, same_field
from agent.nlu.mentions import Message
from agent.nlu.on_a_text import TEXTS
from agent.nlu.pay import amount_answered, amounts, read_offers
from agent.nlu.posting import read_posting
from agent.nlu.scheme import ACTS, AMOUNTS
from agent.nlu.sides import among
from agent.nlu.subjects import OF_ANY_JOB, SIDE_BY_SIDE
from agent.nlu.values.numbers import find_quantities
from agent.nlu.values.schooling import years_of_school

_OF_ONE = frozenset({"name", "day"})  # what is told for one text only
_OF_A_PLAN = frozenset({"plan", "feedback", "progress", "about_plan"})
_LEAST_OF_A_REQUEST = 15  # words; with fewer a text is asked for that was told of before
_SHORTER = frozenset({"shorter", "shortest"})
_OLDS = re.compile(r"\W*\d+\s*-?\s*(?:years?|yrs?)?\s*-?\s*olds\b", re.IGNORECASE)
_YOUNGEST, _OLDEST = 14, 90  # years of somebody who works
_MOST_SPOKEN = 4  # jobs that "the two" may be among
_MOST_TOLD = 4  # amounts that tell by which period pay is spoken of
# What is asked about one job: two that were side by side are left behind.
_ONE_WAY = frozenset(
    {"realistic", "how_long", "next_step", "requirements", "counts", "cost", "plan", "interview"}
)


def read_dialogue(
    message: Message,
    before: DialogueState,
    wishes: list[Wish],
    alternatives: list[str],
    profile: Profile,
) -> DialogueState:
    """What the thread stands on after the message: topic, pair, offers, posting, alternatives.

    Beside another job the present one of the `profile` is no topic.
    """
    present, work = profile.current_role, profile.current_role or profile.former_role
    told = [each for wish in wishes if wish.name != "outside" for each in wish.subjects if each.role]
    told = [each for each in told if each.role != present] or told
    meant = [each.text for each in message.of("tgt") if names_a_job(each)]
    wanted = [Subject(role=words) for words in meant]
    posting = read_posting(message)
    sought = [Subject(role=posting.title, place=posting.place)] if posting and posting.title else []
    topic = next(iter([*told, *wanted, *sought]), None)
    pair = _side_by_side(wishes)
    answered = amount_answered(message, before)
    said = [each for each in (*amounts(message, *AMOUNTS), *(answered or ())[1:]) if each.period]
    return before.model_copy(
        update={
            "topic": _topic(before.topic, topic, wishes),
            "pair": pair or ([] if topic or _ONE_WAY & {wish.name for wish in wishes} else before.pair),
            "offers": [*(with_amount(each, answered) for each in before.offers), *read_offers(message)],
            "posting": posting or before.posting,
            "told": [*before.told, *said][-_MOST_TOLD:],
            "brings": _brought(message, before.brings) | _leaves(wishes, work),
            "alternatives": _considered(before.alternatives, alternatives),
            "spoken": _last_spoken(before.spoken, told),
            "conditions": list(
                dict.fromkeys([*before.conditions, *(each for wish in wishes for each in wish.conditions)])
            ),
            "wishes": [
                wish for wish in wishes if wish.name not in ACTS | {"condition"} and wish.kind != "unsure"
            ]
            or before.wishes,
            "asked": None,
            "pressing": False,
            "held": [],
        }
    )


def _side_by_side(wishes: list[Wish]) -> list[Subject]:
    """What is set side by side, or two jobs whose pay or market is asked for, or that they think of, at once."""
    chosen = (wish.subjects for wish in wishes if wish.name in SIDE_BY_SIDE and len(wish.subjects) > 1)
    asked = (
        wish.subjects
        for wish in wishes
        if wish.name in (*OF_ANY_JOB, "tell") and len({each.role for each in wish.subjects if each.role}) > 1
    )
    return next(chain(chosen, asked), [])


def _last_spoken(before: list[str], told: list[Subject]) -> list[str]:
    """The jobs that were spoken of, each once, the newest last."""
    roles = [*before, *dict.fromkeys(each.role for each in told if each.role)]
    return [role for at, role in enumerate(roles) if role not in roles[at + 1 :]][-_MOST_SPOKEN:]


def _considered(before: list[str], now: list[str]) -> list[str]:
    """The jobs they think of; one that was told is not another by fewer of its words."""
    known = [role.casefold() for role in before]
    return [*before, *(role for role in now if role.casefold() not in known and not among(role, before))]


def _brought(message: Message, before: dict[str, str]) -> dict[str, str]:
    """What they tell of themselves beside the profile: how old they are, what schooling they have.

    Another age than the one told before is somebody else's, unless it is a correction; so is that of "19 year olds".
    """
    age = age_told(message)
    told = {"age": str(age)} if age else {}
    if "age" in before and not message.wants("correct"):
        told = {}
    schools = [each.text for each in message.of("edu") if years_of_school(each.text) is not None]
    school = {"edu": max(schools, key=lambda words: years_of_school(words) or 0)} if schools else {}
    return before | told | school


def brings(message: Message, before: DialogueState) -> bool:
    """Whether a message tells an age or schooling that was not told before."""
    return _brought(message, before.brings) != before.brings


def age_told(message: Message) -> int | None:
    """How old the person says they are, as far as that can be true; of "19 year olds" it is not said."""
    own = [each for each in message.of("age") if not _OLDS.match(message.text, each.start)]
    ages = [found.low for each in own for found in find_quantities(each.text)[:1]]
    return round(ages[-1]) if ages and _YOUNGEST <= ages[-1] <= _OLDEST else None


def _leaves(wishes: list[Wish], work: str | None) -> dict[str, str]:
    """The work whose field they want out of: they rule it out for what else they could do, or got the answer to who leaves it."""
    if work is None:
        return {}
    out = any(
        wish.name == "options" and any(same_field(each, work) for each in wish.skills) for wish in wishes
    )
    told = any(wish.advice and "leaves" in prompts.advice(wish.advice) for wish in wishes)
    return {"leaves": work} if out or told else {}


def for_a_text(
    message: Message, wishes: list[Wish], before: DialogueState, today: date
) -> dict[str, str | dict[str, str] | OwnText | None]:
    """To whom a text that is wanted goes, what it is to say, and what else was told for it: a name and a day for this text, pay for any."""
    wanted = [wish for wish in wishes if wish.name in TEXTS]
    same = not wanted or any(wish.kind in REMARKS for wish in wanted)
    told = details(message, today, named=same and before.addressee is None)
    kept = {kind: words for kind, words in before.details.items() if same or kind not in _OF_ONE}
    told = told if wanted else {kind: words for kind, words in told.items() if kind not in _OF_ONE}
    name = told.pop("name", None) or (before.addressee if same else None)
    held = before.own_text if same else None
    of_plan = any(wish.name in _OF_A_PLAN for wish in before.wishes)
    own = _own_text(message, wanted, held, leans=not of_plan) if wanted else before.own_text
    return {"addressee": name, "details": kept | told, "own_text": own}


def _own_text(message: Message, wanted: list[Wish], before: OwnText | None, *, leans: bool) -> OwnText:
    """What the text that is wanted is to say; who wants one in few words told it before, unless that was said of a plan."""
    leans = leans and len(message.text.split()) < _LEAST_OF_A_REQUEST
    own = own_text(message, before, message.earlier[-1:] if leans else ())
    kinds = {wish.kind for wish in wanted}
    asks = before is None and own.whom is None and "request" in contents_of(message.text).kinds
    applies = asks and read_kind("letter", message.summary) == "application"
    for_all = own.whom is None and addressee(message) is None
    lines = own.lines or (before is None and for_all and is_of_lines(message.text) and "cv" in kinds)
    tone = next((each for each in TONES if each in kinds), own.tone)
    cut = (
        {"shortened": len(before.parts) if before else 0, "heart": "shortest" in kinds}
        if kinds & _SHORTER
        else {}
    )
    short = own.brief or bool(kinds & _SHORTER)
    applied = own.applies or applies or "application" in kinds
    different = {"applies": applied, "tone": tone, "brief": short, "lines": lines}
    return own.model_copy(update=different | cut)


def _topic(before: Subject, named: Subject | None, wishes: list[Wish]) -> Subject:
    """What was spoken of last; a place named alone is where the same role is meant now."""
    if named is not None:
        return named.model_copy(update={"place": named.place or before.place})
    places = [subject.place for wish in wishes for subject in wish.subjects if subject.place]
    return before.model_copy(update={"place": places[-1]}) if places else before
